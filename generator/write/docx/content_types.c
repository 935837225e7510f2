/* SPDX-License-Identifier: MIT */
/* [Content_Types].xml (ECMA-376 part 2, 10.1.2). */
#include "base/xml.h"
#include "write/docx/job.h"
#include "write/docx/parts.h"

#define OFFICE "application/vnd.openxmlformats-officedocument."
#define WORD   OFFICE "wordprocessingml."

static void preset(struct xml *xml, const char *extension, const char *type)
{
	xml_start(xml, "Default");
	xml_attr_cstr(xml, "Extension", extension);
	xml_attr_cstr(xml, "ContentType", type);
	xml_end(xml);
}

static void override(struct xml *xml, struct str part, const char *type)
{
	xml_start(xml, "Override");
	xml_attr(xml, "PartName", part);
	xml_attr_cstr(xml, "ContentType", type);
	xml_end(xml);
}

struct str part_content_types(const struct job *job)
{
	struct xml xml = {.out.arena = job->arena};

	xml_declaration(&xml);
	xml_start(&xml, "Types");
	xml_attr_cstr(&xml, "xmlns", NS_PACKAGE "content-types");
	preset(&xml, "rels",
	       "application/vnd.openxmlformats-package.relationships+xml");
	preset(&xml, "xml", "application/xml");
	override(&xml, STR("/word/document.xml"), WORD "document.main+xml");
	override(&xml, STR("/word/styles.xml"), WORD "styles+xml");
	override(&xml, STR("/word/settings.xml"), WORD "settings+xml");
	override(&xml, STR("/word/fontTable.xml"), WORD "fontTable+xml");
	for (size_t i = 0; i < job->n_footers; i++)
		override(&xml,
			 str_format(job->arena, "/word/" STR_FMT,
				    STR_ARG(job->footers[i].part)),
			 WORD "footer+xml");
	override(&xml, STR("/docProps/core.xml"),
		 "application/vnd.openxmlformats-package.core-properties+xml");
	override(&xml, STR("/docProps/app.xml"),
		 OFFICE "extended-properties+xml");
	xml_end(&xml);
	return xml_str(&xml);
}
