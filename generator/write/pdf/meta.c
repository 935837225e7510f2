/* SPDX-License-Identifier: MIT */
/*
 * Info and XMP say the same (ISO 19005-2, 6.6.3); a property that XMP does
 * not know by itself, PDF/UA's, is described beside it (6.6.2.3.3). No clock
 * is asked: the date is the document's, else SOURCE_DATE_EPOCH's, else there
 * is none.
 */
#include "write/pdf/meta.h"

#include <hpdf_objects.h>
#include <stdlib.h>
#include <time.h>

#include "base/arena.h"
#include "base/xml.h"
#include "write/pdf/icc.h"
#include "write/pdf/object.h"

#define PRODUCER STR("gongkai, libharu 2.3")
#define CREATOR	 STR("gongkai")

/* A date as both places want it; empty: none. */
struct dates {
	struct str info; /* D:20240208000000+08'00' */
	struct str xmp;	 /* 2024-02-08T00:00:00+08:00 */
};

static bool is_date(struct str date)
{
	size_t i;

	if (date.n != 10)
		return false;
	for (i = 0; i < date.n; i++) {
		bool mark = i == 4 || i == 7;

		if (mark ? date.s[i] != '-'
			 : date.s[i] < '0' || date.s[i] > '9')
			return false;
	}
	return true;
}

static struct dates dates_of_epoch(struct arena *arena)
{
	const char *text = getenv("SOURCE_DATE_EPOCH");
	char info[32];
	char xmp[32];
	char *end;
	time_t seconds;
	struct tm tm;

	if (text == NULL || *text == '\0')
		return (struct dates){STR_NONE, STR_NONE};
	seconds = (time_t)strtoll(text, &end, 10);
	if (*end != '\0' || gmtime_r(&seconds, &tm) == NULL ||
	    strftime(info, sizeof(info), "D:%Y%m%d%H%M%SZ", &tm) == 0 ||
	    strftime(xmp, sizeof(xmp), "%Y-%m-%dT%H:%M:%SZ", &tm) == 0)
		return (struct dates){STR_NONE, STR_NONE};
	return (struct dates){str_copy(str_from(info), arena),
			      str_copy(str_from(xmp), arena)};
}

/* The day begins in China. */
static struct dates find_dates(const struct pdf *pdf)
{
	struct str date = pdf->pages->date;

	if (!is_date(date))
		return dates_of_epoch(pdf->arena);
	return (struct dates){
	    str_format(pdf->arena, "D:%.4s%.2s%.2s000000+08'00'", date.s,
		       date.s + 5, date.s + 8),
	    str_format(pdf->arena, STR_FMT "T00:00:00+08:00", STR_ARG(date))};
}

/* ---- Info ---- */

static void put_info(struct pdf *pdf, const char *key, struct str text)
{
	if (text.n > 0)
		object_put_text(pdf, pdf->doc->info, key, text);
}

static void write_info(struct pdf *pdf, const struct dates *dates)
{
	const struct pages *pages = pdf->pages;

	if (pdf->doc->info == NULL)
		HPDF_SetInfoAttr(pdf->doc, HPDF_INFO_PRODUCER, "-");
	if (pdf->doc->info == NULL)
		return;
	put_info(pdf, "Title", pages->title);
	put_info(pdf, "Author", pages->author);
	put_info(pdf, "Subject", pages->subject);
	put_info(pdf, "Keywords", pages->keywords);
	put_info(pdf, "Creator", CREATOR);
	put_info(pdf, "Producer", PRODUCER);
	put_info(pdf, "CreationDate", dates->info);
	put_info(pdf, "ModDate", dates->info);
}

/* ---- XMP ---- */

static void add_simple(struct xml *xml, const char *name, struct str text)
{
	if (text.n == 0)
		return;
	xml_start(xml, name);
	xml_text(xml, text);
	xml_end(xml);
}

static void add_listed(struct xml *xml, const char *name, const char *list,
		       struct str text)
{
	if (text.n == 0)
		return;
	xml_start(xml, name);
	xml_start(xml, list);
	xml_start(xml, "rdf:li");
	if (str_is(str_from(list), "rdf:Alt"))
		xml_attr_cstr(xml, "xml:lang", "x-default");
	xml_text(xml, text);
	xml_end(xml);
	xml_end(xml);
	xml_end(xml);
}

static void add_resource(struct xml *xml)
{
	xml_attr_cstr(xml, "rdf:parseType", "Resource");
}

/* What pdfuaid:part is, for readers that know PDF/A only. */
static void add_ua_schema(struct xml *xml)
{
	xml_start(xml, "pdfaExtension:schemas");
	xml_start(xml, "rdf:Bag");
	xml_start(xml, "rdf:li");
	add_resource(xml);
	add_simple(xml, "pdfaSchema:schema",
		   STR("PDF/UA Universal Accessibility Schema"));
	add_simple(xml, "pdfaSchema:namespaceURI",
		   STR("http://www.aiim.org/pdfua/ns/id/"));
	add_simple(xml, "pdfaSchema:prefix", STR("pdfuaid"));
	xml_start(xml, "pdfaSchema:property");
	xml_start(xml, "rdf:Seq");
	xml_start(xml, "rdf:li");
	add_resource(xml);
	add_simple(xml, "pdfaProperty:name", STR("part"));
	add_simple(xml, "pdfaProperty:valueType", STR("Integer"));
	add_simple(xml, "pdfaProperty:category", STR("internal"));
	add_simple(xml, "pdfaProperty:description",
		   STR("Part of ISO 14289 that the file conforms to"));
	while (xml->depth > 2)
		xml_end(xml); /* back to rdf:RDF's child */
}

static void add_names(struct xml *xml, bool schema)
{
	static const char *const spaces[][2] = {
	    {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
	    {"xmlns:xmp", "http://ns.adobe.com/xap/1.0/"},
	    {"xmlns:pdf", "http://ns.adobe.com/pdf/1.3/"},
	    {"xmlns:pdfaid", "http://www.aiim.org/pdfa/ns/id/"},
	    {"xmlns:pdfuaid", "http://www.aiim.org/pdfua/ns/id/"},
	};
	static const char *const schema_spaces[][2] = {
	    {"xmlns:pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"},
	    {"xmlns:pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"},
	    {"xmlns:pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"},
	};
	size_t i;

	xml_start(xml, "rdf:Description");
	xml_attr_cstr(xml, "rdf:about", "");
	for (i = 0; !schema && i < sizeof(spaces) / sizeof(*spaces); i++)
		xml_attr_cstr(xml, spaces[i][0], spaces[i][1]);
	for (i = 0;
	     schema && i < sizeof(schema_spaces) / sizeof(*schema_spaces); i++)
		xml_attr_cstr(xml, schema_spaces[i][0], schema_spaces[i][1]);
}

static void add_properties(struct pdf *pdf, struct xml *xml,
			   const struct dates *dates)
{
	const struct pages *pages = pdf->pages;

	add_listed(xml, "dc:title", "rdf:Alt", pages->title);
	add_listed(xml, "dc:creator", "rdf:Seq", pages->author);
	add_listed(xml, "dc:description", "rdf:Alt", pages->subject);
	add_simple(xml, "pdf:Keywords", pages->keywords);
	add_simple(xml, "pdf:Producer", PRODUCER);
	add_simple(xml, "xmp:CreatorTool", CREATOR);
	add_simple(xml, "xmp:CreateDate", dates->xmp);
	add_simple(xml, "xmp:ModifyDate", dates->xmp);
	if (pdf->options.pdfa) {
		add_simple(xml, "pdfaid:part", STR("2"));
		add_simple(xml, "pdfaid:conformance",
			   pdf->options.tagged ? STR("A") : STR("U"));
	}
	if (pdf->options.tagged)
		add_simple(xml, "pdfuaid:part", STR("1"));
}

static void write_xmp(struct pdf *pdf, const struct dates *dates)
{
	struct xml xml = {.out = {.arena = pdf->arena}};

	buf_add_cstr(&xml.out, "<?xpacket begin=\"\xEF\xBB\xBF\" "
			       "id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
	xml_start(&xml, "x:xmpmeta");
	xml_attr_cstr(&xml, "xmlns:x", "adobe:ns:meta/");
	xml_start(&xml, "rdf:RDF");
	xml_attr_cstr(&xml, "xmlns:rdf",
		      "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
	add_names(&xml, false);
	add_properties(pdf, &xml, dates);
	xml_end(&xml);
	if (pdf->options.tagged) {
		add_names(&xml, true);
		add_ua_schema(&xml);
	}
	while (xml.depth > 0)
		xml_end(&xml);
	buf_add_cstr(&xml.out, "\n<?xpacket end=\"w\"?>");
	HPDF_Dict_Add(pdf->doc->catalog, "Metadata",
		      object_stream(pdf, STR("/Type/Metadata/Subtype/XML"),
				    buf_str(&xml.out), PACKING_NONE));
}

/* ---- the catalog ---- */

static void write_intent(struct pdf *pdf)
{
	HPDF_Array intents = HPDF_Array_New(pdf->doc->mmgr);
	HPDF_Dict intent = object_new(pdf);
	struct buf out = {.arena = pdf->arena};

	buf_add_cstr(&out, "/Type/OutputIntent/S/GTS_PDFA1"
			   "/OutputConditionIdentifier(sRGB IEC61966-2.1)"
			   "/Info(sRGB IEC61966-2.1)/DestOutputProfile");
	object_add_reference(&out, object_stream(pdf, STR("/N 3"),
						 icc_srgb(pdf->arena),
						 PACKING_SMALL));
	object_set(intent, buf_str(&out));
	HPDF_Array_Add(intents, intent);
	HPDF_Dict_Add(pdf->doc->catalog, "OutputIntents", intents);
}

void meta_write(struct pdf *pdf)
{
	struct dates dates = find_dates(pdf);
	HPDF_Dict viewer = HPDF_Dict_New(pdf->doc->mmgr);
	struct str lang = pdf->pages->lang;

	HPDF_Dict_Add(pdf->doc->catalog, "ViewerPreferences", viewer);
	HPDF_Dict_AddBoolean(viewer, "DisplayDocTitle", HPDF_TRUE);
	object_put_text(pdf, pdf->doc->catalog, "Lang",
			lang.n > 0 ? lang : STR("zh-CN"));
	write_info(pdf, &dates);
	write_xmp(pdf, &dates);
	if (pdf->options.pdfa)
		write_intent(pdf);
}
