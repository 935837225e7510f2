/* SPDX-License-Identifier: MIT */
/* Blocks in order, and the white between them: Word adds what is asked above
 * and below, layout takes the larger and keeps to the line grid; so the
 * difference is said where there is one. */
#include "write/docx/body.h"

#include "base/arena.h"
#include "write/docx/parts.h"
#include "write/docx/run.h"

static void say_spacing(struct xml *xml, const struct paragraph_say *say)
{
	xml_start(xml, "w:spacing");
	xml_attr_int(xml, "w:before", twips(say->before));
	xml_attr_int(xml, "w:after", twips(say->after));
	if (say->line > 0) {
		xml_attr_int(xml, "w:line", twips(say->line));
		xml_attr_cstr(xml, "w:lineRule", "exact");
	}
	xml_end(xml);
}

static void say_indent(struct xml *xml, const struct paragraph_say *say)
{
	xml_start(xml, "w:ind");
	xml_attr_int(xml, "w:left", twips(say->left));
	if (say->first < 0)
		xml_attr_int(xml, "w:hanging", twips(-(int64_t)say->first));
	else
		xml_attr_int(xml, "w:firstLine", twips(say->first));
	xml_end(xml);
}

void body_start_paragraph(struct body *body, struct str style_id,
			  const struct paragraph_say *say)
{
	struct xml *xml = &body->xml;

	xml_start(xml, "w:p");
	xml_start(xml, "w:pPr");
	xml_start(xml, "w:pStyle");
	xml_attr(xml, "w:val", style_id);
	xml_end(xml);
	if (say->keep_next)
		xml_empty(xml, "w:keepNext", NULL, NULL);
	if (say->page_break)
		xml_empty(xml, "w:pageBreakBefore", NULL, NULL);
	if (say->spacing)
		say_spacing(xml, say);
	if (say->indent)
		say_indent(xml, say);
	if (say->outline >= 0)
		xml_empty_int(xml, "w:outlineLvl", "w:val",
			      say->outline == 0 ? 9 : say->outline - 1);
	if (say->ends_section && !body->last)
		body_section(body);
	xml_end(xml);
}

void body_separator(struct body *body, bool ends_section)
{
	const struct paragraph_say say = {.outline = -1,
					  .ends_section = ends_section};

	body_start_paragraph(body, STR(ID_SEPARATOR), &say);
	xml_end(&body->xml);
}

/* The height that the line grid adds at y. */
static emu grid_pad(int64_t y, emu grid)
{
	int64_t over = grid > 0 ? y % grid : 0;

	return over > 0 ? (emu)(grid - over) : (emu)-over;
}

static emu page_grid(const struct body *body)
{
	const struct section *section =
	    &body->job->doc->sections[body->section];

	return job_page_style(body->job, section->page_style)->grid;
}

/* The white that the paragraph asks for above. Where layout began a page with
 * it the plan has none: Word drops it there by itself, but not if an edit moves
 * the paragraph up. */
static emu white_above(const struct body *body, const struct para_style *style,
		       const struct plan_paragraph *plan, bool moved)
{
	emu above =
	    plan == NULL || moved ? style->space_before : plan->space_before;
	emu want = above > body->white ? above : body->white;

	if (style->grid && !moved)
		want += grid_pad(body->y + want, page_grid(body));
	return want;
}

void body_space(struct body *body, const struct para_style *style,
		const struct plan_paragraph *plan, bool at_top,
		struct paragraph_say *say)
{
	bool moved = plan != NULL && plan->page_break;
	int lines = plan == NULL ? 1 : plan->lines;
	emu want = at_top ? 0 : white_above(body, style, plan, moved);

	if (at_top)
		body->said = 0;
	say->before = want > body->said ? want - body->said : 0;
	say->after = style->space_after;
	say->spacing = say->before != style->space_before;
	body->y = (at_top || moved ? 0 : body->y + want) +
		  (int64_t)lines * style->pitch;
	body->said = say->after;
	body->white = say->after;
	body->begun = true;
	body->after_table = false;
}

/* Whether layout divided the table, but the little more room that pages have
 * here would take it whole. */
static bool hardly_fits(const struct body *body, const struct plan_table *plan,
			emu above)
{
	struct paper paper = job_paper(body->job, body->section);
	int64_t room = paper.height - paper.top - paper.bottom;
	int64_t height = body->y + above + plan->unit_line;
	bool divided = false;

	for (size_t i = 0; i < plan->n_rows; i++) {
		height += plan->rows[i];
		divided |= i > 0 && plan->breaks != NULL && plan->breaks[i];
	}
	return divided && height > room * EMU_PER_TWIP - JOB_SLACK &&
	       height <= room * EMU_PER_TWIP + JOB_SLACK;
}

/* White that the table wants above it has to be said by the paragraph before:
 * tables have none in Word. */
static void make_room(struct body *body, const struct block *next,
		      struct paragraph_say *say)
{
	const struct plan_table *plan;
	const struct table_style *style;
	emu room;

	if (next == NULL || next->kind != BLOCK_TABLE)
		return;
	plan = job_plan_table(body->job, next->id);
	style = job_table_style(body->job, next->table.style);
	room = plan == NULL ? 0 : plan->space_before;
	if (plan != NULL && hardly_fits(body, plan, say->after))
		room += JOB_SLACK;
	if (style->grid)
		room += grid_pad(body->y + say->after, page_grid(body));
	if (room == 0)
		return;
	say->after += room;
	say->spacing = true;
	body->said = say->after;
	body->white = say->after;
}

static void paragraph_text(struct body *body, const struct block *block,
			   const struct plan_paragraph *plan)
{
	const struct para_style *style =
	    job_para_style(body->job, block->paragraph.style);
	const struct run_manner manner = {
	    .type = &style->type,
	    .strong = &style->strong,
	    .em = style->type.size,
	    .squeeze = style->han_latin_gap > 0 &&
		       (plan == NULL || plan->n_breaks == 0),
	    .drawn = plan == NULL ? NULL : plan->drawn,
	    .n_drawn = plan == NULL ? 0 : plan->n_drawn,
	    .breaks = plan == NULL ? NULL : plan->breaks,
	    .n_breaks = plan == NULL ? 0 : plan->n_breaks};
	uint32_t mark = job_bookmark(body->job, block->id);
	struct xml *xml = &body->xml;

	if (mark != MAP_NONE) {
		xml_start(xml, "w:bookmarkStart");
		xml_attr_int(xml, "w:id", mark);
		xml_attr(xml, "w:name", bookmark_name(mark, body->job->arena));
		xml_end(xml);
	}
	run_text(xml, block->paragraph.text, &manner);
	if (mark != MAP_NONE)
		xml_empty_int(xml, "w:bookmarkEnd", "w:id", mark);
}

/* Titles and headings that a form may have above it. */
#define TITLES_MOST 3

/* The form, which does not split, whose titles begin here; NULL: none do. */
static const struct block *form_below(const struct body *body,
				      const struct block *block)
{
	const struct section *section =
	    &body->job->doc->sections[body->section];
	const struct block *end = section->blocks + section->n_blocks;
	const struct table_style *style;
	int n = 0;

	while (block < end && block->kind == BLOCK_PARAGRAPH &&
	       n < TITLES_MOST && block->start == START_RUNNING) {
		block++;
		n++;
	}
	if (block == end || block->kind != BLOCK_TABLE || n == 0)
		return NULL;
	style = job_table_style(body->job, block->table.style);
	return style->whole && !style->grid ? block : NULL;
}

/* The white above a form's titles gives way to a line more in the form. */
static void give_way(const struct body *body, const struct block *block,
		     struct paragraph_say *say)
{
	const struct block *form = form_below(body, block);
	int64_t gives = form == NULL ? 0 : rows_form_gives(body, form);

	if (gives == 0 || say->before == 0)
		return;
	gives *= EMU_PER_TWIP;
	say->before -= (emu)(gives < say->before ? gives : say->before);
	say->spacing = true;
}

/* Layout began a page with a heading, or with the titles of a form, which does
 * not split: so does Word, or 目录 would be wrong where its lines come out
 * otherwise. Where text runs on, Word breaks by itself. */
static bool begins_page(const struct body *body, const struct block *block,
			const struct plan_paragraph *plan)
{
	if (plan == NULL || !plan->page_break)
		return false;
	return block->paragraph.outline > 0 || form_below(body, block) != NULL;
}

static void body_paragraph(struct body *body, const struct block *block,
			   const struct block *next, bool ends_section)
{
	const struct job *job = body->job;
	const struct para_style *style =
	    job_para_style(job, block->paragraph.style);
	const struct plan_paragraph *plan = job_plan_paragraph(job, block->id);
	const struct word_style *word = job_style(job, &block->paragraph);
	int outline = block->paragraph.outline;
	struct paragraph_say say = {.outline = -1,
				    .ends_section = ends_section};
	bool at_top;

	say.page_break = body->begun && (block->start != START_RUNNING ||
					 begins_page(body, block, plan));
	at_top = !body->begun || say.page_break;
	body_space(body, style, plan, at_top, &say);
	give_way(body, block, &say);
	make_room(body, next, &say);
	say.keep_next = (block->keep_next || outline > 0 ||
			 text_announces(block->paragraph.text)) &&
			!style->keep_next && word->outline == 0;
	if (outline != word->outline)
		say.outline = outline;
	body_start_paragraph(body, word->id, &say);
	paragraph_text(body, block, plan);
	xml_end(&body->xml);
}

static void body_block(struct body *body, const struct section *section,
		       size_t i)
{
	const struct block *block = &section->blocks[i];
	bool ends_section = i + 1 == section->n_blocks;
	const struct block *next = ends_section ? NULL : block + 1;

	switch (block->kind) {
	case BLOCK_PARAGRAPH:
		body_paragraph(body, block, next, ends_section);
		break;
	case BLOCK_TABLE: body_table(body, block, ends_section); break;
	case BLOCK_CONTENTS: body_contents(body, block, ends_section); break;
	}
}

static void section_blocks(struct body *body, const struct section *section)
{
	body->begun = false;
	body->after_table = false;
	body->said = 0;
	body->white = 0;
	body->y = 0;
	for (size_t i = 0; i < section->n_blocks; i++)
		body_block(body, section, i);
}

/* The last section in which something stands; the first if none. */
static size_t last_section(const struct doc *doc)
{
	size_t i = doc->n_sections;

	while (i > 1 && doc->sections[i - 1].n_blocks == 0)
		i--;
	return i - 1;
}

struct str part_document(const struct job *job)
{
	struct body body = {.job = job, .xml.out.arena = job->arena};
	size_t last = last_section(job->doc);

	xml_declaration(&body.xml);
	xml_start(&body.xml, "w:document");
	xml_attr_cstr(&body.xml, "xmlns:w", NS_WORD);
	xml_attr_cstr(&body.xml, "xmlns:r", NS_OFFICE_RELS);
	xml_start(&body.xml, "w:body");
	for (body.section = 0; body.section <= last; body.section++) {
		const struct section *section =
		    &job->doc->sections[body.section];

		body.last = body.section == last;
		section_blocks(&body, section);
		if (body.last && section->n_blocks == 0)
			body_separator(&body, false);
		if (body.last)
			body_section(&body);
	}
	xml_end(&body.xml);
	xml_end(&body.xml);
	return xml_str(&body.xml);
}
