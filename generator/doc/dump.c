/* SPDX-License-Identifier: MIT */
#include "doc/dump.h"

#include <string.h>

#include "base/arena.h"
#include "base/xml.h"
#include "doc/doc.h"
#include "doc/fields.h"
#include "doc/places.h"
#include "doc/shape.h"

struct dump {
	struct xml xml;
	const struct doc *doc;
};

static void start(struct dump *dump, const char *element,
		  const struct shape *shape, const void *item)
{
	xml_start(&dump->xml, element);
	fields_write(&dump->xml, shape, item, dump->doc);
}

/* A run has no line breaks; those of the file are dropped when it is read. */
static void dump_text(struct dump *dump, struct str text)
{
	while (text.n > 0) {
		const char *at = memchr(text.s, '\n', text.n);
		size_t n = at == NULL ? text.n : (size_t)(at - text.s);

		xml_text(&dump->xml, str_slice(text, 0, n));
		if (at == NULL)
			break;
		xml_text(&dump->xml, STR(" "));
		text = str_slice(text, n + 1, text.n);
	}
}

/* Plain text stands for itself unless it would run into the text before. */
static void dump_runs(struct dump *dump, struct text text)
{
	bool bare = false;

	xml_mixed(&dump->xml);
	for (size_t i = 0; i < text.n_runs; i++) {
		const struct run *run = &text.runs[i];
		bool plain =
		    !run->strong && run->select.n == 0 && run->text.n > 0;

		bare = plain && !bare;
		if (!bare)
			start(dump, "r", &shape_run, run);
		dump_text(dump, run->text);
		if (!bare)
			xml_end(&dump->xml);
	}
}

static void dump_text_element(struct dump *dump, const char *element,
			      struct text text)
{
	xml_start(&dump->xml, element);
	dump_runs(dump, text);
	xml_end(&dump->xml);
}

static void dump_cell(struct dump *dump, const struct cell *cell,
		      const struct places *places)
{
	struct cell written = *cell;

	if (cell->column == places_next(places))
		written.column = 0;
	start(dump, "cell", &shape_cell, &written);
	/* The first column is the fallback: say it if it is not expected. */
	if (cell->column == 0 && places_next(places) != 0)
		xml_attr_cstr(&dump->xml, "column", "1");
	if (cell->n_paras == 1 && cell->paras[0].n_runs > 0)
		dump_runs(dump, cell->paras[0]);
	else
		for (size_t i = 0; i < cell->n_paras; i++)
			dump_text_element(dump, "p", cell->paras[i]);
	xml_end(&dump->xml);
}

static void dump_rows(struct dump *dump, const struct table *table)
{
	struct places places =
	    places_open(table->n_columns, dump->xml.out.arena);

	for (size_t r = 0; r < table->n_rows; r++) {
		const struct table_row *row = &table->rows[r];

		start(dump, "row", &shape_row, row);
		places_row(&places, r);
		for (size_t c = 0; c < row->n_cells; c++) {
			dump_cell(dump, &row->cells[c], &places);
			places_take(&places, &row->cells[c]);
		}
		xml_end(&dump->xml);
	}
}

static void dump_unit_line(struct dump *dump, const struct table *table)
{
	static const char *const parts[] = {"left", "middle", "right"};

	xml_start(&dump->xml, "unit-line");
	for (int i = 0; i < 3; i++)
		if (table->unit_line[i].n_runs > 0)
			dump_text_element(dump, parts[i], table->unit_line[i]);
	xml_end(&dump->xml);
}

static void dump_table(struct dump *dump, const struct table *table)
{
	fields_write(&dump->xml, &shape_table, table, dump->doc);
	if (table->has_unit_line)
		dump_unit_line(dump, table);
	for (size_t i = 0; i < table->n_columns; i++) {
		start(dump, "column", &shape_column, &table->columns[i]);
		xml_end(&dump->xml);
	}
	dump_rows(dump, table);
	for (size_t i = 0; i < table->n_notes; i++)
		dump_text_element(dump, "note", table->notes[i]);
}

static void dump_contents(struct dump *dump, const struct contents *contents)
{
	for (size_t i = 0; i < contents->n_groups; i++) {
		const struct contents_group *group = &contents->groups[i];

		start(dump, "group", &shape_group, group);
		dump_runs(dump, group->title);
		xml_end(&dump->xml);
	}
}

static void dump_block(struct dump *dump, const struct block *block)
{
	static const char *const elements[] = {
	    [BLOCK_PARAGRAPH] = "p",
	    [BLOCK_TABLE] = "table",
	    [BLOCK_CONTENTS] = "contents",
	};

	start(dump, elements[block->kind], &shape_block, block);
	switch (block->kind) {
	case BLOCK_PARAGRAPH:
		fields_write(&dump->xml, &shape_paragraph, &block->paragraph,
			     dump->doc);
		dump_runs(dump, block->paragraph.text);
		break;
	case BLOCK_TABLE: dump_table(dump, &block->table); break;
	case BLOCK_CONTENTS: dump_contents(dump, &block->contents); break;
	}
	xml_end(&dump->xml);
}

static void dump_section(struct dump *dump, const struct section *section)
{
	start(dump, "section", &shape_section, section);
	for (size_t i = 0; i < section->n_blocks; i++)
		dump_block(dump, &section->blocks[i]);
	xml_end(&dump->xml);
}

static void dump_style(struct dump *dump, const char *element,
		       const struct shape *shape, const void *style)
{
	start(dump, element, shape, style);
	for (const struct shape_part *part = shape->parts;
	     part->element != NULL; part++) {
		start(dump, part->element, &shape_type,
		      (const char *)style + part->offset);
		xml_end(&dump->xml);
	}
	xml_end(&dump->xml);
}

static void dump_styles(struct dump *dump)
{
	const struct doc *doc = dump->doc;
	size_t i;

	xml_start(&dump->xml, "styles");
	for (i = 0; i < doc->n_page_styles; i++)
		dump_style(dump, "page", &shape_page_style,
			   &doc->page_styles[i]);
	for (i = 0; i < doc->n_para_styles; i++)
		dump_style(dump, "para", &shape_para_style,
			   &doc->para_styles[i]);
	for (i = 0; i < doc->n_table_styles; i++)
		dump_style(dump, "table", &shape_table_style,
			   &doc->table_styles[i]);
	xml_end(&dump->xml);
}

struct str doc_dump(const struct doc *doc, struct arena *arena)
{
	struct dump dump = {{.out.arena = arena, .indent = true}, doc};

	xml_declaration(&dump.xml);
	start(&dump, "doc", &shape_doc, doc);
	dump_styles(&dump);
	for (size_t i = 0; i < doc->n_terms; i++) {
		start(&dump, "term", &shape_term, &doc->terms[i]);
		xml_end(&dump.xml);
	}
	for (size_t i = 0; i < doc->n_sections; i++)
		dump_section(&dump, &doc->sections[i]);
	xml_end(&dump.xml);
	return xml_str(&dump.xml);
}
