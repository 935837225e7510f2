/* SPDX-License-Identifier: MIT */
/* word/footerN.xml: the page number of one page style on pages of one side;
 * or nothing, for sections whose number is not printed. */
#include "base/arena.h"
#include "write/docx/job.h"
#include "write/docx/paragraph.h"
#include "write/docx/parts.h"
#include "write/docx/run.h"

/* Type, and a plain size if it has none. */
static emu size_of(const struct page_style *style)
{
	return style->number_type.size > 0 ? style->number_type.size
					   : EMU_PT(14);
}

static void run_of(struct xml *xml, const struct page_style *style,
		   struct str text)
{
	if (text.n == 0)
		return;
	xml_start(xml, "w:r");
	xml_start(xml, "w:rPr");
	run_properties(xml, &style->number_type, size_of(style));
	xml_end(xml);
	xml_start(xml, "w:t");
	xml_attr_cstr(xml, "xml:space", "preserve");
	xml_text(xml, text);
	xml_end(xml);
	xml_end(xml);
}

static void field_part(struct xml *xml, const struct page_style *style,
		       const char *type)
{
	xml_start(xml, "w:r");
	xml_start(xml, "w:rPr");
	run_properties(xml, &style->number_type, size_of(style));
	xml_end(xml);
	if (type != NULL) {
		xml_empty(xml, "w:fldChar", "w:fldCharType", type);
	} else {
		xml_start(xml, "w:instrText");
		xml_attr_cstr(xml, "xml:space", "preserve");
		xml_text(xml, STR(" PAGE "));
		xml_end(xml);
	}
	xml_end(xml);
}

/* "— {n} —" */
static void number(struct xml *xml, const struct page_style *style)
{
	struct str format = style->number_format;
	ptrdiff_t at = str_find(format, STR("{n}"));
	size_t n = at < 0 ? 0 : (size_t)at;

	if (format.n > 0 && at >= 0)
		run_of(xml, style, str_slice(format, 0, n));
	field_part(xml, style, "begin");
	field_part(xml, style, NULL);
	field_part(xml, style, "separate");
	run_of(xml, style, STR("1"));
	field_part(xml, style, "end");
	if (format.n > 0 && at >= 0)
		run_of(xml, style, str_slice(format, n + 3, format.n));
}

static void properties(struct xml *xml, const struct page_style *style,
		       bool even)
{
	int inset = twips(style->number_inset);
	bool outer = style->number_place == NUMBER_OUTER;

	xml_start(xml, "w:pPr");
	xml_empty(xml, "w:pStyle", "w:val", ID_FOOTER);
	paragraph_indent(xml, outer && even ? inset : 0,
			 outer && !even ? inset : 0, 0);
	paragraph_align(xml, !outer ? ALIGN_CENTER
			     : even ? ALIGN_LEFT
				    : ALIGN_RIGHT);
	xml_end(xml);
}

struct str part_footer(const struct job *job, const struct footer *footer)
{
	const struct page_style *style =
	    job_page_style(job, footer->page_style);
	struct xml xml = {.out.arena = job->arena};

	xml_declaration(&xml);
	xml_start(&xml, "w:ftr");
	xml_attr_cstr(&xml, "xmlns:w", NS_WORD);
	xml_start(&xml, "w:p");
	if (footer->page_style >= 0) {
		properties(&xml, style, footer->even);
		number(&xml, style);
	} else {
		xml_start(&xml, "w:pPr");
		xml_empty(&xml, "w:pStyle", "w:val", ID_FOOTER);
		xml_end(&xml);
	}
	xml_end(&xml);
	xml_end(&xml);
	return xml_str(&xml);
}
