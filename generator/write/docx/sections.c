/* SPDX-License-Identifier: MIT */
/* Sections: paper, margins, footers, page numbers (ECMA-376 part 1, 17.6). */
#include "write/docx/body.h"

/* Share of an exact line that Word puts below the baseline. */
#define BELOW_BASELINE 5

/* Pitch [emu] of the line of the footer; as in the style "footer". */
#define FOOTER_PITCH EMU_PT(20)

static void footer(struct xml *xml, const char *type, struct str rel)
{
	if (rel.n == 0)
		return;
	xml_start(xml, "w:footerReference");
	xml_attr_cstr(xml, "w:type", type);
	xml_attr(xml, "r:id", rel);
	xml_end(xml);
}

static const struct block *first_block(const struct section *section)
{
	return section->n_blocks > 0 ? &section->blocks[0] : NULL;
}

static const char *section_type(const struct section *section)
{
	const struct block *first = first_block(section);

	return first != NULL && first->start == START_ODD ? "oddPage"
							  : "nextPage";
}

static void page_size(struct xml *xml, const struct paper *paper)
{
	xml_start(xml, "w:pgSz");
	xml_attr_int(xml, "w:w", paper->width);
	xml_attr_int(xml, "w:h", paper->height);
	if (paper->landscape)
		xml_attr_cstr(xml, "w:orient", "landscape");
	xml_end(xml);
}

static void margins(struct xml *xml, const struct paper *paper,
		    const struct page_style *style)
{
	int64_t foot =
	    (int64_t)style->number_foot - FOOTER_PITCH / BELOW_BASELINE;

	xml_start(xml, "w:pgMar");
	xml_attr_int(xml, "w:top", paper->top);
	xml_attr_int(xml, "w:right", paper->right < 0 ? 0 : paper->right);
	xml_attr_int(xml, "w:bottom", paper->bottom);
	xml_attr_int(xml, "w:left", paper->left < 0 ? 0 : paper->left);
	xml_attr_int(xml, "w:header", 851);
	xml_attr_int(xml, "w:footer", foot > 0 ? twips(foot) : 567);
	xml_attr_int(xml, "w:gutter", 0);
	xml_end(xml);
}

/* The number of the section's first page, if it is to be said: where it does
 * not follow by itself, or the doc asks; -1: not. */
static int start_number(struct body *body)
{
	const struct plan *plan = body->job->plan;
	const struct section *section =
	    &body->job->doc->sections[body->section];
	const struct plan_section *p;
	int start = -1;

	if (body->section >= plan->n_sections)
		return section->restart > 0 ? section->restart : -1;
	p = &plan->sections[body->section];
	if (p->first_number <= 0) {
		body->next_number = 0;
		return -1;
	}
	if (section->restart > 0 || body->next_number != p->first_number)
		start = p->first_number;
	body->next_number = p->first_number + (int)p->n_pages;
	return start;
}

static void numbering(struct body *body)
{
	int start = start_number(body);

	if (start >= 0)
		xml_empty_int(&body->xml, "w:pgNumType", "w:start", start);
}

void body_section(struct body *body)
{
	const struct job *job = body->job;
	const struct section *section = &job->doc->sections[body->section];
	const struct page_style *style =
	    job_page_style(job, section->page_style);
	const struct paper paper = job_paper(job, body->section);
	struct xml *xml = &body->xml;

	xml_start(xml, "w:sectPr");
	if (job->odd_even)
		footer(xml, "even", job_footer(job, section, true));
	footer(xml, "default", job_footer(job, section, false));
	xml_empty(xml, "w:type", "w:val", section_type(section));
	page_size(xml, &paper);
	margins(xml, &paper, style);
	numbering(body);
	xml_start(xml, "w:cols");
	xml_attr_int(xml, "w:space", 425);
	xml_end(xml);
	xml_end(xml);
}
