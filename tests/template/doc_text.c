/* SPDX-License-Identifier: MIT */
#include "template/doc_text.h"

#include "base/arena.h"
#include "doc/doc.h"

struct out {
	struct buf buf;
	const struct doc *doc;
	bool selects;
};

static void add_select(struct out *out, struct str select)
{
	if (out->selects && select.n > 0)
		buf_format(&out->buf, "{" STR_FMT "}", STR_ARG(select));
}

static void add_text(struct out *out, struct text text)
{
	size_t i;

	for (i = 0; i < text.n_runs; i++) {
		const struct run *run = &text.runs[i];

		buf_add_cstr(&out->buf, run->strong ? "**" : "");
		buf_add(&out->buf, run->text);
		buf_add_cstr(&out->buf, run->strong ? "**" : "");
		add_select(out, run->select);
	}
}

static void add_cell(struct out *out, const struct cell *cell)
{
	size_t i;
	int level;

	buf_add_cstr(&out->buf, " | ");
	for (level = 0; level < cell->level; level++)
		buf_add_char(&out->buf, '>');
	for (i = 0; i < cell->n_paras; i++) {
		buf_add_cstr(&out->buf, i > 0 ? " / " : "");
		add_text(out, cell->paras[i]);
	}
	if (cell->colspan > 1)
		buf_format(&out->buf, "[c%d]", cell->colspan);
	if (cell->rowspan > 1)
		buf_format(&out->buf, "[r%d]", cell->rowspan);
	add_select(out, cell->select);
}

static void add_row(struct out *out, const struct table_row *row)
{
	static const char *const marks[] = {
	    [ROW_HEAD] = "=",  [ROW_INDEX] = "#", [ROW_BODY] = " ",
	    [ROW_TOTAL] = "+", [ROW_BLANK] = "_", [ROW_SUBHEAD] = "-"};
	size_t i;

	buf_add_cstr(&out->buf, marks[row->kind]);
	for (i = 0; i < row->n_cells; i++)
		add_cell(out, &row->cells[i]);
	add_select(out, row->select);
	buf_add_cstr(&out->buf, row->keep_next ? " keep\n" : "\n");
}

static void add_table(struct out *out, const struct table *table)
{
	size_t i;

	buf_add_char(&out->buf, '\n');
	if (table->has_unit_line) {
		for (i = 0; i < 3; i++) {
			buf_add_cstr(&out->buf, i > 0 ? " ~ " : "  ");
			add_text(out, table->unit_line[i]);
		}
		buf_add_char(&out->buf, '\n');
	}
	for (i = 0; out->selects && i < table->n_columns; i++) {
		if (table->columns[i].select.n > 0) {
			buf_add_cstr(&out->buf, "  : ");
			buf_add(&out->buf, table->columns[i].name);
			add_select(out, table->columns[i].select);
			buf_add_char(&out->buf, '\n');
		}
	}
	for (i = 0; i < table->n_rows; i++)
		add_row(out, &table->rows[i]);
	for (i = 0; i < table->n_notes; i++) {
		buf_add_cstr(&out->buf, "  * ");
		add_text(out, table->notes[i]);
		buf_add_char(&out->buf, '\n');
	}
}

static void add_paragraph(struct out *out, const struct paragraph *paragraph)
{
	buf_format(&out->buf, " " STR_FMT,
		   STR_ARG(out->doc->para_styles[paragraph->style].name));
	if (paragraph->outline > 0)
		buf_format(&out->buf, " outline=%d", paragraph->outline);
	if (paragraph->contents_group >= 0)
		buf_format(&out->buf, " contents=%d.%d",
			   paragraph->contents_group,
			   paragraph->contents_level);
	buf_add_cstr(&out->buf, ": ");
	add_text(out, paragraph->text);
	buf_add_char(&out->buf, '\n');
}

static void add_contents(struct out *out, const struct contents *contents)
{
	size_t i;

	buf_add_char(&out->buf, '\n');
	for (i = 0; i < contents->n_groups; i++) {
		buf_add_cstr(&out->buf, "  - ");
		add_text(out, contents->groups[i].title);
		buf_add_char(&out->buf, '\n');
	}
}

static void add_block(struct out *out, const struct block *block)
{
	static const char *const marks[] = {[BLOCK_PARAGRAPH] = "¶",
					    [BLOCK_TABLE] = "▦",
					    [BLOCK_CONTENTS] = "≡"};

	buf_format(&out->buf, "%s " STR_FMT, marks[block->kind],
		   STR_ARG(block->id));
	if (block->start != START_RUNNING)
		buf_add_cstr(&out->buf,
			     block->start == START_PAGE ? " page" : " odd");
	if (block->keep_next)
		buf_add_cstr(&out->buf, " keep");
	if (block->kind == BLOCK_PARAGRAPH)
		add_paragraph(out, &block->paragraph);
	else if (block->kind == BLOCK_TABLE)
		add_table(out, &block->table);
	else
		add_contents(out, &block->contents);
}

static void add_section(struct out *out, const struct section *section)
{
	size_t i;

	buf_format(&out->buf, "§ " STR_FMT " " STR_FMT, STR_ARG(section->id),
		   STR_ARG(out->doc->page_styles[section->page_style].name));
	if (!section->counted)
		buf_add_cstr(&out->buf, " uncounted");
	if (section->counted && !section->shown)
		buf_add_cstr(&out->buf, " unnumbered");
	if (section->restart > 0)
		buf_format(&out->buf, " from=%d", section->restart);
	buf_add_char(&out->buf, '\n');
	for (i = 0; i < section->n_blocks; i++)
		add_block(out, &section->blocks[i]);
}

struct str doc_text(const struct doc *doc, bool selects, struct arena *arena)
{
	struct out out = {
	    .buf = {.arena = arena}, .doc = doc, .selects = selects};
	size_t i;

	for (i = 0; i < doc->n_sections; i++)
		add_section(&out, &doc->sections[i]);
	/* words of 名词解释 are those of templates/base, in every case */
	for (i = 0; selects && i < doc->n_terms; i++)
		if (doc->terms[i].select.n > 0)
			buf_format(&out.buf, "@ " STR_FMT " = " STR_FMT "\n",
				   STR_ARG(doc->terms[i].word),
				   STR_ARG(doc->terms[i].select));
	return buf_str(&out.buf);
}
