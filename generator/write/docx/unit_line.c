/* SPDX-License-Identifier: MIT */
/* The line above a table that names the unit, the year and the unit of money:
 * a first row without rules. */
#include "write/docx/body.h"
#include "write/docx/cells.h"
#include "write/docx/run.h"

struct line {
	struct body *body;
	const struct table *table;
	const struct table_style *style;
	const struct cell_set *set;
	emu size; /* [emu] of the type */
};

/* The rule below the unit line is the frame's; it has none besides. */
static void unit_cell(const struct line *line, int width)
{
	struct xml *xml = &line->body->xml;

	xml_start(xml, "w:tcPr");
	cells_width(xml, width, line->table->n_columns);
	xml_start(xml, "w:tcBorders");
	cells_border(xml, "w:top", 0);
	cells_border(xml, "w:left", 0);
	cells_border(xml, "w:bottom", line->style->frame);
	cells_border(xml, "w:right", 0);
	xml_end(xml);
	cells_margins(xml, "w:tcMar", 0, 0);
	xml_empty(xml, "w:vAlign", "w:val", "top");
	xml_end(xml);
}

static void tab_stop(struct xml *xml, const char *kind, int at)
{
	xml_start(xml, "w:tab");
	xml_attr_cstr(xml, "w:val", kind);
	xml_attr_int(xml, "w:pos", at);
	xml_end(xml);
}

/* Width [twips] of a part of the unit line, and white beside it. */
static int part_width(const struct line *line, struct text part)
{
	int64_t ems = run_ems(text_plain(part, line->body->job->arena));

	return ems == 0 ? 0 : twips((ems + 500) * line->size / 1000);
}

/* Where the middle part stands [twips]: it gives way to a long name, as in
 * layout. A tab that the name has passed would throw the parts behind it into
 * another line. */
static int middle_of(const struct line *line, int width)
{
	const struct text *parts = line->table->unit_line;
	int name = part_width(line, parts[0]);
	int middle = part_width(line, parts[1]);
	int spare = width - name - middle - part_width(line, parts[2]);

	if (name <= (width - middle) / 2 || spare < 0)
		return width / 2;
	return name + (spare + middle) / 2;
}

/* Left, in the middle and right: one cell with two tabs, because the middle of
 * the table need not be a column's. */
static void unit_text(const struct line *line, int width)
{
	const struct text *parts = line->table->unit_line;
	const struct run_manner manner = {.type = &line->style->body,
					  .strong = &line->style->total};
	struct xml *xml = &line->body->xml;

	xml_start(xml, "w:p");
	xml_start(xml, "w:pPr");
	xml_start(xml, "w:pStyle");
	xml_attr(xml, "w:val", line->set->ids[CELL_KIND_UNIT]);
	xml_end(xml);
	xml_start(xml, "w:tabs");
	if (parts[1].n_runs > 0)
		tab_stop(xml, "center", middle_of(line, width));
	tab_stop(xml, "right", width);
	xml_end(xml);
	xml_end(xml);
	run_text(xml, parts[0], &manner);
	if (parts[1].n_runs > 0) {
		run_tab(xml);
		run_text(xml, parts[1], &manner);
	}
	if (parts[2].n_runs > 0) {
		run_tab(xml);
		run_text(xml, parts[2], &manner);
	}
	xml_end(xml);
}

void rows_unit_line(struct body *body, const struct block *block,
		    const int *widths)
{
	const struct job *job = body->job;
	const struct plan_table *plan = job_plan_table(job, block->id);
	const struct line line = {
	    .body = body,
	    .table = &block->table,
	    .style = job_table_style(job, block->table.style),
	    .set = job_cell_set(job, block),
	    .size = job_table_size(job, block),
	};
	struct xml *xml = &body->xml;
	int width = 0;

	for (size_t i = 0; i < line.table->n_columns; i++)
		width += widths[i];
	xml_start(xml, "w:tr");
	cells_row(xml, plan == NULL ? 0 : twips(plan->unit_line), true);
	xml_start(xml, "w:tc");
	unit_cell(&line, width);
	unit_text(&line, width);
	xml_end(xml);
	xml_end(xml);
}
