/* SPDX-License-Identifier: MIT */
/* Tables (ECMA-376 part 1, 17.4): fixed grid from the plan, the style's rules
 * and margins; and the notes below. */
#include "base/arena.h"
#include "doc/note.h"
#include "write/docx/body.h"
#include "write/docx/cells.h"
#include "write/docx/paragraph.h"
#include "write/docx/parts_of_table.h"
#include "write/docx/run.h"

/* Advance of a note's lines [1/1000 em], as in layout. */
#define NOTE_ADVANCE 1300

/* Width [twips] of each column: edges are rounded, so that the sum is right. */
static int *column_widths(const struct body *body, const struct block *block)
{
	const struct table *table = &block->table;
	const struct plan_table *plan = job_plan_table(body->job, block->id);
	int measure = job_paper(body->job, body->section).measure;
	int *widths = ARENA_ARRAY(body->job->arena, table->n_columns, int);
	int64_t edge = 0;
	int before = 0;

	for (size_t i = 0; i < table->n_columns; i++) {
		int64_t even =
		    (int64_t)measure * EMU_PER_TWIP / (int64_t)table->n_columns;
		int64_t width = table->columns[i].width > 0
				    ? table->columns[i].width
				    : even;

		if (plan != NULL && i < plan->n_columns)
			width = plan->columns[i];
		edge += width;
		widths[i] = twips(edge) - before;
		if (widths[i] < 1)
			widths[i] = 1;
		before += widths[i];
	}
	return widths;
}

static void dxa(struct xml *xml, const char *element, int width)
{
	xml_start(xml, element);
	xml_attr_int(xml, "w:w", width);
	xml_attr_cstr(xml, "w:type", "dxa");
	xml_end(xml);
}

/* The first row is a head: Word's accessibility checker asks for that. The
 * styles have no look of their own for it. */
static void look(struct xml *xml)
{
	xml_start(xml, "w:tblLook");
	xml_attr_cstr(xml, "w:val", "0620");
	xml_attr_cstr(xml, "w:firstRow", "1");
	xml_attr_cstr(xml, "w:lastRow", "0");
	xml_attr_cstr(xml, "w:firstColumn", "0");
	xml_attr_cstr(xml, "w:lastColumn", "0");
	xml_attr_cstr(xml, "w:noHBand", "1");
	xml_attr_cstr(xml, "w:noVBand", "1");
	xml_end(xml);
}

/* A part that goes on below has no rule there: the next one's is above. */
static void open_below(struct xml *xml)
{
	xml_start(xml, "w:tblBorders");
	cells_border(xml, "w:bottom", 0);
	xml_end(xml);
}

static void properties(struct body *body, const struct block *block, int width,
		       bool goes_on)
{
	const struct job *job = body->job;
	const struct plan_table *plan = job_plan_table(job, block->id);
	const struct table_style *style =
	    job_table_style(job, block->table.style);
	emu pad = plan == NULL ? style->pad : plan->pad;
	struct xml *xml = &body->xml;

	xml_start(xml, "w:tblPr");
	xml_start(xml, "w:tblStyle");
	xml_attr(xml, "w:val", table_style_id(job, block->table.style));
	xml_end(xml);
	dxa(xml, "w:tblW", width);
	dxa(xml, "w:tblInd", plan == NULL ? 0 : twips(plan->x));
	if (goes_on)
		open_below(xml);
	xml_empty(xml, "w:tblLayout", "w:type", "fixed");
	if (pad != style->pad)
		cells_margins(xml, "w:tblCellMar", 0, cells_pad(pad));
	look(xml);
	xml_end(xml);
}

static void grid(struct xml *xml, const int *widths, size_t n)
{
	xml_start(xml, "w:tblGrid");
	for (size_t i = 0; i < n; i++)
		xml_empty_int(xml, "w:gridCol", "w:w", widths[i]);
	xml_end(xml);
}

static int sum(const int *widths, size_t n)
{
	int width = 0;

	for (size_t i = 0; i < n; i++)
		width += widths[i];
	return width;
}

/* The w:tbl of the rows from here on; its rows are still to come. */
static void start_part(struct body *body, const struct block *block,
		       const int *widths, size_t row)
{
	const struct table *table = &block->table;
	const struct plan_table *plan = job_plan_table(body->job, block->id);
	bool goes_on = parts_next(table, plan, row) < table->n_rows;

	xml_start(&body->xml, "w:tbl");
	properties(body, block, sum(widths, table->n_columns), goes_on);
	grid(&body->xml, widths, table->n_columns);
}

/* The paragraph between two parts closes the gap in the frame: its rules stand
 * outside its indents. */
static void between_parts(struct body *body, const struct block *block,
			  int width)
{
	const struct job *job = body->job;
	const struct plan_table *plan = job_plan_table(job, block->id);
	emu frame = job_table_style(job, block->table.style)->frame;
	int left = plan == NULL ? 0 : twips(plan->x);
	int right = job_paper(job, body->section).measure - left - width;
	struct xml *xml = &body->xml;

	xml_start(xml, "w:p");
	xml_start(xml, "w:pPr");
	xml_empty(xml, "w:pStyle", "w:val", ID_PART);
	xml_empty(xml, "w:keepNext", NULL, NULL);
	xml_start(xml, "w:pBdr");
	cells_border(xml, "w:left", frame);
	cells_border(xml, "w:right", frame);
	xml_end(xml);
	paragraph_indent(xml, left + twips(frame), right + twips(frame), 0);
	xml_end(xml);
	xml_end(xml);
}

void table_next_part(struct body *body, const struct block *block,
		     const int *widths, size_t row)
{
	xml_end(&body->xml);
	between_parts(body, block, sum(widths, block->table.n_columns));
	start_part(body, block, widths, row);
}

static void whole_table(struct body *body, const struct block *block)
{
	const struct table *table = &block->table;
	const int *widths = column_widths(body, block);

	/* Word joins tables that touch. */
	if (body->after_table)
		body_separator(body, false);
	start_part(body, block, widths, 0);
	if (table->has_unit_line)
		rows_unit_line(body, block, widths);
	rows_all(body, block, widths);
	xml_end(&body->xml);
}

void body_table(struct body *body, const struct block *block, bool ends_section)
{
	const struct table *table = &block->table;
	const struct table_style *style =
	    job_table_style(body->job, table->style);
	const struct plan_table *plan = job_plan_table(body->job, block->id);
	bool there =
	    table->n_columns > 0 && (table->n_rows > 0 || table->has_unit_line);

	if (there)
		whole_table(body, block);
	if (table->n_notes > 0)
		body_notes(body, block, ends_section);
	else if (ends_section)
		body_separator(body, true);
	body->after_table = there && table->n_notes == 0;
	body->begun = true;
	body->said = 0;
	body->white = plan == NULL ? style->between : plan->space_after;
	/* What follows the white below stands on the grid. */
	if (style->grid)
		body->y = -(int64_t)body->white;
}

/* A note hangs below its own number; *label [1/1000 em]: of the first one. */
static void note_indent(struct str text, emu size, int64_t *label,
			struct paragraph_say *say)
{
	size_t n = note_label(text);
	size_t number = note_number(str_slice(text, n, text.n));
	int64_t begin = *label;
	int64_t left;

	if (n > 0) {
		*label = run_ems(str_slice(text, 0, n));
		begin = 0;
	}
	left = *label + run_ems(str_slice(text, n, number));
	say->indent = true;
	say->left = (emu)(left * size / 1000);
	say->first = (emu)((begin - left) * size / 1000);
}

static emu part(emu size, int thousandths)
{
	return (emu)((int64_t)size * thousandths / 1000);
}

void body_notes(struct body *body, const struct block *block, bool ends_section)
{
	const struct job *job = body->job;
	const struct table *table = &block->table;
	const struct table_style *style = job_table_style(job, table->style);
	const struct para_style *note = job_para_style(job, table->note_style);
	emu size = job_table_size(job, block);
	/* In layout the last line is as high as its type. */
	emu lead = part(size, NOTE_ADVANCE - 1000);
	const struct run_manner manner = {
	    .type = &note->type,
	    .strong = &note->strong,
	    .size = size == note->type.size ? 0 : size};
	int64_t label = 0;

	for (size_t i = 0; i < table->n_notes; i++) {
		bool last = i + 1 == table->n_notes;
		emu above = i == 0 ? style->note_gap - lead / 2
				   : style->note_step - lead;
		struct paragraph_say say = {.outline = -1,
					    .spacing = true,
					    .before = above > 0 ? above : 0,
					    .line = part(size, NOTE_ADVANCE),
					    .ends_section =
						ends_section && last};

		note_indent(text_plain(table->notes[i], job->arena), size,
			    &label, &say);
		body_start_paragraph(
		    body, job_plain_style(job, table->note_style)->id, &say);
		run_text(&body->xml, table->notes[i], &manner);
		xml_end(&body->xml);
	}
}
