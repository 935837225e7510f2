/* SPDX-License-Identifier: MIT */
/* docProps: what the file says of itself, from the data alone. */
#include "base/xml.h"
#include "write/docx/job.h"
#include "write/docx/parts.h"

#define NS_OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/"

static void element(struct xml *xml, const char *name, struct str text)
{
	if (text.n == 0)
		return;
	xml_start(xml, name);
	xml_text(xml, text);
	xml_end(xml);
}

/* 2024-02-08: the shape that W3CDTF wants. */
static bool is_date(struct str date)
{
	for (size_t i = 0; i < date.n; i++) {
		bool dash = i == 4 || i == 7;

		if (dash ? date.s[i] != '-'
			 : date.s[i] < '0' || date.s[i] > '9')
			return false;
	}
	return date.n == 10;
}

static void time_of(struct xml *xml, const char *name, struct str date)
{
	if (!is_date(date))
		return;
	xml_start(xml, name);
	xml_attr_cstr(xml, "xsi:type", "dcterms:W3CDTF");
	xml_text(xml, date);
	xml_text(xml, STR("T00:00:00Z"));
	xml_end(xml);
}

struct str part_core(const struct job *job)
{
	struct xml xml = {.out.arena = job->arena};
	const struct doc *doc = job->doc;

	xml_declaration(&xml);
	xml_start(&xml, "cp:coreProperties");
	xml_attr_cstr(&xml, "xmlns:cp", NS_PACKAGE "metadata/core-properties");
	xml_attr_cstr(&xml, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
	xml_attr_cstr(&xml, "xmlns:dcterms", "http://purl.org/dc/terms/");
	xml_attr_cstr(&xml, "xmlns:xsi",
		      "http://www.w3.org/2001/XMLSchema-instance");
	element(&xml, "dc:title", doc->title);
	element(&xml, "dc:subject", doc->subject);
	element(&xml, "dc:creator", doc->author);
	element(&xml, "cp:keywords", doc->keywords);
	element(&xml, "dc:language", doc->lang);
	element(&xml, "cp:lastModifiedBy", doc->author);
	time_of(&xml, "dcterms:created", doc->date);
	time_of(&xml, "dcterms:modified", doc->date);
	xml_end(&xml);
	return xml_str(&xml);
}

struct str part_app(const struct job *job)
{
	struct xml xml = {.out.arena = job->arena};

	xml_declaration(&xml);
	xml_start(&xml, "Properties");
	xml_attr_cstr(&xml, "xmlns", NS_OFFICE "extended-properties");
	element(&xml, "Application", STR("gongkai"));
	element(&xml, "Company", job->doc->author);
	xml_end(&xml);
	return xml_str(&xml);
}
