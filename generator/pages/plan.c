/* SPDX-License-Identifier: MIT */
#include "pages/plan.h"

#include "base/arena.h"
#include "pages/lines.h"

const struct plan_paragraph *plan_paragraph(const struct plan *plan,
					    struct str block)
{
	for (size_t i = 0; i < plan->n_paragraphs; i++)
		if (str_equal(plan->paragraphs[i].block, block))
			return &plan->paragraphs[i];
	return NULL;
}

const struct plan_table *plan_table(const struct plan *plan, struct str block)
{
	for (size_t i = 0; i < plan->n_tables; i++)
		if (str_equal(plan->tables[i].block, block))
			return &plan->tables[i];
	return NULL;
}

static void dump_section(struct buf *out, const struct plan_section *section)
{
	buf_format(out, "section " STR_FMT "%s first-page=%zu pages=%zu",
		   STR_ARG(section->section),
		   section->landscape ? " landscape" : "", section->first_page,
		   section->n_pages);
	buf_format(out, " first-number=%d\n", section->first_number);
}

static void dump_drawn(struct buf *out, const struct plan_drawn *line)
{
	buf_format(out, " from=%zu n=%zu", line->from, line->n);
	line_length(out, "by", line->by);
	buf_add(out, line->open ? STR(" open\n") : STR("\n"));
}

static void dump_paragraph(struct buf *out,
			   const struct plan_paragraph *paragraph)
{
	buf_format(out, "paragraph " STR_FMT " page=%zu number=%d lines=%d%s",
		   STR_ARG(paragraph->block), paragraph->page,
		   paragraph->number, paragraph->lines,
		   paragraph->page_break ? " break" : "");
	if (paragraph->space_before != 0)
		line_length(out, "before", paragraph->space_before);
	buf_add_char(out, '\n');
	for (size_t i = 0; i < paragraph->n_breaks; i++)
		buf_format(out, "  break at=%zu\n", paragraph->breaks[i].at);
	for (size_t i = 0; i < paragraph->n_drawn; i++) {
		buf_add(out, STR("  drawn"));
		dump_drawn(out, &paragraph->drawn[i]);
	}
}

static void dump_rows(struct buf *out, const struct plan_table *table)
{
	for (size_t i = 0; i < table->n_rows; i++) {
		buf_format(out, "  row %zu", i + 1);
		line_length(out, "height", table->rows[i]);
		if (table->lines != NULL)
			buf_format(out, " lines=%d", table->lines[i]);
		if (table->breaks != NULL && table->breaks[i])
			buf_add(out, STR(" break"));
		buf_add_char(out, '\n');
	}
}

static void dump_breaks(struct buf *out, const struct plan_table *table)
{
	for (size_t i = 0; i < table->n_head_breaks; i++) {
		const struct plan_break *b = &table->head_breaks[i];

		buf_format(out, "  line row=%d column=%d paragraph=%d at=%zu\n",
			   b->row + 1, b->column + 1, b->para + 1, b->at);
	}
}

static void dump_cell_drawn(struct buf *out, const struct plan_table *table)
{
	for (size_t i = 0; i < table->n_drawn; i++) {
		const struct plan_cell_drawn *d = &table->drawn[i];

		buf_format(out, "  drawn row=%d column=%d paragraph=%d",
			   d->row + 1, d->column + 1, d->para + 1);
		dump_drawn(out, &d->line);
	}
}

static void dump_table(struct buf *out, const struct plan_table *table)
{
	buf_format(out, "table " STR_FMT " page=%zu number=%d%s",
		   STR_ARG(table->block), table->page, table->number,
		   table->page_break ? " break" : "");
	line_length(out, "size", table->size);
	line_length(out, "x", table->x);
	line_length(out, "top", table->top);
	line_length(out, "unit-line", table->unit_line);
	line_length(out, "amount-pad", table->amount_pad);
	line_length(out, "pad", table->pad);
	line_length(out, "inset", table->inset);
	line_length(out, "before", table->space_before);
	line_length(out, "after", table->space_after);
	buf_add(out, STR("\n  columns"));
	for (size_t i = 0; i < table->n_columns; i++)
		line_length(out, "width", table->columns[i]);
	buf_add_char(out, '\n');
	dump_rows(out, table);
	dump_breaks(out, table);
	dump_cell_drawn(out, table);
}

static void dump_contents(struct buf *out, const struct plan_contents *contents)
{
	buf_format(out, "contents " STR_FMT, STR_ARG(contents->block));
	line_length(out, "pitch", contents->pitch);
	line_length(out, "size", contents->size);
	buf_add_char(out, '\n');
}

struct str plan_dump(const struct plan *plan, struct arena *arena)
{
	struct buf out = {.arena = arena};
	size_t i;

	for (i = 0; i < plan->n_sections; i++)
		dump_section(&out, &plan->sections[i]);
	for (i = 0; i < plan->n_contents; i++)
		dump_contents(&out, &plan->contents[i]);
	for (i = 0; i < plan->n_paragraphs; i++)
		dump_paragraph(&out, &plan->paragraphs[i]);
	for (i = 0; i < plan->n_tables; i++)
		dump_table(&out, &plan->tables[i]);
	return buf_str(&out);
}
