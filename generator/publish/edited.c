/* SPDX-License-Identifier: MIT */
#include "publish/edited.h"

#include "base/arena.h"
#include "base/diag.h"
#include "compare/align.h"
#include "doc/doc.h"
#include "publish/edited_base.h"
#include "publish/edited_place.h"
#include "publish/messages.h"
#include "read/docx_text.h"

/* More is no edit but another document. */
#define DIFFERENCES_MOST 400

struct comparison {
	const struct doc *doc;
	struct docx_text edited, made;
	/* By piece: it says what it said when the file was written; NULL:
	 * that is not known. */
	const bool *edited_as_was, *made_as_was;
	size_t n_of_data; /* differences that the data made */
	struct arena *arena;
	struct diag_sink *sink;
};

static struct str *texts_of(const struct docx_text *text, struct arena *arena)
{
	struct str *texts = ARENA_ARRAY(arena, text->n, struct str);
	size_t i;

	for (i = 0; i < text->n; i++)
		texts[i] = text->pieces[i].text;
	return texts;
}

/* The block whose words are these. */
static const struct block *block_of(const struct comparison *comparison,
				    struct str words)
{
	const struct doc *doc = comparison->doc;
	size_t s;
	size_t b;

	for (s = 0; s < doc->n_sections; s++)
		for (b = 0; b < doc->sections[s].n_blocks; b++) {
			const struct block *block = &doc->sections[s].blocks[b];

			if (block->kind == BLOCK_PARAGRAPH &&
			    str_equal(str_trim(text_plain(block->paragraph.text,
							  comparison->arena)),
				      words))
				return block;
		}
	return NULL;
}

/* Where a paragraph's words are entered: a text of the unit, a table, or
 * else the template alone. */
static struct str input_of_block(const struct block *block, struct arena *arena)
{
	size_t i;

	if (block == NULL)
		return STR("数据");
	if (block->origin.slot.n > 0)
		return edited_quoted("“说明”的栏目“%”", block->origin.slot,
				     arena);
	for (i = 0; i < block->paragraph.text.n_runs; i++) {
		struct str select = block->paragraph.text.runs[i].select;

		if (select.n > 0)
			return edited_quoted("“%”表", edited_relation(select),
					     arena);
	}
	return STR("模板");
}

/* The cell of a row in which those words stand: the one of that number (from
 * 1) if it is it, else the first. */
static const struct cell *cell_with(const struct table_row *row, int number,
				    struct str words, struct arena *arena)
{
	size_t i;

	if (number <= (int)row->n_cells &&
	    str_equal(edited_words(&row->cells[number - 1], arena), words))
		return &row->cells[number - 1];
	for (i = 0; i < row->n_cells; i++)
		if (str_equal(edited_words(&row->cells[i], arena), words))
			return &row->cells[i];
	return NULL;
}

/* Rows of a Word table: the line above it that states the unit of money may
 * be one of them, so the doc's row is this one or one before. */
static struct cell_place place_of(const struct comparison *comparison,
				  const struct docx_piece *piece)
{
	struct arena *arena = comparison->arena;
	struct titled_table titled =
	    edited_table(comparison->doc, piece->table, arena);
	struct cell_place place = {
	    titled.title.n > 0 ? titled.title : STR("表格"),
	    str_format(arena, "%d", piece->row),
	    str_format(arena, "%d", piece->column), STR("数据")};
	int r;

	for (r = piece->row - 1; titled.table != NULL && r >= 0; r--) {
		const struct table_row *row = &titled.table->rows[r];
		const struct cell *cell;

		if (r >= (int)titled.table->n_rows)
			continue;
		cell = cell_with(row, piece->column, piece->text, arena);
		if (cell == NULL && r + 3 > piece->row)
			continue;
		if (cell == NULL)
			break;
		edited_place_cell(&place, titled.table, row, cell, arena);
		break;
	}
	return place;
}

static void report_cell(const struct comparison *comparison,
			const struct docx_piece *edited,
			const struct docx_piece *made)
{
	struct cell_place place = place_of(comparison, made);

	DIAG(comparison->sink, &EDITED_CELL, PLACE_NONE, place.title, place.row,
	     place.column, edited->text, made->text, place.input);
}

static void report_text(const struct comparison *comparison,
			const struct docx_piece *edited,
			const struct docx_piece *made)
{
	const struct block *block =
	    made == NULL ? NULL : block_of(comparison, made->text);
	struct str input = input_of_block(block, comparison->arena);

	if (made == NULL)
		DIAG(comparison->sink, &EDITED_ADDED, PLACE_NONE, edited->text);
	else if (edited == NULL)
		DIAG(comparison->sink, &EDITED_REMOVED, PLACE_NONE, made->text,
		     input);
	else
		DIAG(comparison->sink, &EDITED_TEXT, PLACE_NONE, edited->text,
		     made->text, input);
}

/* Which of the pieces stand among the words of before. */
static const bool *as_was(const struct docx_text *text, const struct str *words,
			  size_t n, struct arena *arena)
{
	struct differences found = align(texts_of(text, arena), text->n, words,
					 n, DIFFERENCES_MOST * 2, arena);
	bool *same = ARENA_ARRAY(arena, text->n, bool);
	size_t i;

	if (found.too_many)
		return NULL;
	for (i = 0; i < text->n; i++)
		same[i] = true;
	for (i = 0; i < found.n; i++)
		if (found.list[i].a != ALIGN_NONE)
			same[found.list[i].a] = false;
	return same;
}

static void look_back(struct comparison *comparison,
		      const struct edited_was *was)
{
	struct arena *arena = comparison->arena;
	struct str *words;
	size_t n;

	if (was->publication != NULL) {
		words = edited_base_words(was->publication, arena, &n);
		comparison->edited_as_was =
		    as_was(&comparison->edited, words, n, arena);
		comparison->made_as_was =
		    as_was(&comparison->made, words, n, arena);
	}
	if (was->data_changed && (comparison->edited_as_was == NULL ||
				  comparison->made_as_was == NULL))
		DIAG(comparison->sink, &EDITED_UNKNOWN, PLACE_NONE,
		     STR("DOCX"));
}

/* Did the data make the difference? What the person's file says is what it
 * said from the first; what it lacks is new. */
static bool is_of_data(const struct comparison *comparison,
		       const struct difference *difference)
{
	const bool *edited = comparison->edited_as_was;
	const bool *made = comparison->made_as_was;

	if (edited == NULL || made == NULL)
		return false;
	if (difference->a == ALIGN_NONE)
		return !made[difference->b];
	return edited[difference->a] &&
	       (difference->b == ALIGN_NONE || !made[difference->b]);
}

static void report(struct comparison *comparison,
		   const struct difference *difference)
{
	const struct docx_piece *edited =
	    difference->a == ALIGN_NONE
		? NULL
		: &comparison->edited.pieces[difference->a];
	const struct docx_piece *made =
	    difference->b == ALIGN_NONE
		? NULL
		: &comparison->made.pieces[difference->b];

	if (is_of_data(comparison, difference))
		comparison->n_of_data++;
	else if (edited != NULL && made != NULL && made->table > 0)
		report_cell(comparison, edited, made);
	else
		report_text(comparison, edited, made);
}

void edited_report(struct str edited, struct str made,
		   const struct edited_was *was, const struct doc *doc,
		   struct arena *arena, struct diag_sink *sink)
{
	struct comparison comparison = {
	    .doc = doc, .arena = arena, .sink = sink};
	struct diag_sink *unreadable = diag_open(arena);
	struct differences found;
	size_t i;

	if (!docx_text_read(&comparison.edited, edited, arena, unreadable) ||
	    !docx_text_read(&comparison.made, made, arena, unreadable))
		return;
	found = align(texts_of(&comparison.edited, arena), comparison.edited.n,
		      texts_of(&comparison.made, arena), comparison.made.n,
		      DIFFERENCES_MOST, arena);
	if (found.too_many)
		DIAG0(sink, &EDITED_OTHER, PLACE_NONE);
	if (found.n > 0)
		look_back(&comparison, was);
	for (i = 0; i < found.n; i++)
		report(&comparison, &found.list[i]);
	if (comparison.n_of_data > 0)
		DIAG(sink, &EDITED_OF_DATA, PLACE_NONE, STR("DOCX"),
		     str_format(arena, "%zu", comparison.n_of_data));
}
