/* SPDX-License-Identifier: MIT */
#include "publish/why.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "budget/select.h"
#include "check/selected.h"
#include "check/words.h"
#include "doc/doc.h"
#include "publish/build.h"
#include "publish/messages.h"
#include "publish/why_sum.h"
#include "template/template.h"

/* What is asked of whose document. */
struct question {
	const struct build *build;
	const struct build_job *job;
	const struct budget *budget;
	struct scope scope;
	const struct doc *doc;
	struct arena *arena;
	struct diag_sink *sink;
	struct why_list *found;
};

static void add_sum(const struct question *question, struct why *why,
		    const struct selection *selection)
{
	why->sums = arena_grow(question->arena, why->sums, why->n, &why->room,
			       sizeof(*why->sums));
	why->sums[why->n++] = why_sum_of(question->budget, &question->scope,
					 selection, question->arena);
}

static void add_why(const struct question *question, const struct why *why)
{
	struct why_list *found = question->found;

	found->list = arena_grow(question->arena, found->list, found->n,
				 &found->room, sizeof(*found->list));
	found->list[found->n++] = *why;
}

/* A figure that carries the text of its selection. */
static void explain_text(const struct question *question, struct str where,
			 struct str text, struct str select)
{
	struct why why = {.where = where, .text = text};
	struct selection *selection =
	    select_parse(select, question->budget, PLACE_NONE, question->arena,
			 diag_open(question->arena));

	if (selection == NULL)
		return;
	add_sum(question, &why, selection);
	add_why(question, &why);
}

static void explain_runs(const struct question *question, struct str where,
			 struct text text)
{
	size_t i;

	for (i = 0; i < text.n_runs; i++)
		if (text.runs[i].select.n > 0)
			explain_text(question, where, text.runs[i].text,
				     text.runs[i].select);
}

static struct str cell_words(const struct cell *cell, struct arena *arena)
{
	return cell == NULL || cell->n_paras == 0
		   ? STR_NONE
		   : str_trim(text_plain(cell->paras[0], arena));
}

static void explain_cell(const struct question *question,
			 const struct block *block, size_t row, size_t column)
{
	const struct table *table = &block->table;
	const struct cell *cell = table_cell(table, row, (int)column);
	struct selection *selection;
	struct why why = {
	    .where = str_format(question->arena, STR_FMT "/%zu/%zu",
				STR_ARG(block->id), row + 1, column + 1),
	    .text = cell_words(cell, question->arena)};
	size_t i;

	for (i = 0; cell != NULL && i < cell->n_paras; i++)
		explain_runs(question, why.where, cell->paras[i]);
	selection = selection_of_cell(table, row, column, cell,
				      question->budget, question->arena);
	if (selection == NULL || question->found->n > 0)
		return;
	add_sum(question, &why, selection);
	add_why(question, &why);
}

/* The number that text is, 0: it is none. */
static size_t number_of(struct str text)
{
	size_t number = 0;
	size_t i;

	for (i = 0; i < text.n && i < 6; i++) {
		if (text.s[i] < '0' || text.s[i] > '9')
			return 0;
		number = number * 10 + (size_t)(text.s[i] - '0');
	}
	return i == text.n ? number : 0;
}

/* The last of the parts that / divides; *rest: what stands before it. */
static struct str last_part(struct str text, struct str *rest)
{
	size_t at = text.n;

	while (at > 0 && text.s[at - 1] != '/')
		at--;
	*rest = str_slice(text, 0, at > 0 ? at - 1 : 0);
	return str_slice(text, at, text.n);
}

/* id/row/column, or only the id; what findings add behind a blank is passed
 * over. */
static bool explain_node(const struct question *question, struct str reference)
{
	ptrdiff_t blank = str_find(reference, STR(" "));
	struct str node =
	    blank < 0 ? reference : str_slice(reference, 0, (size_t)blank);
	const struct block *block = doc_find(question->doc, node);
	struct str rest;
	size_t column;
	size_t row;

	if (block != NULL && block->kind == BLOCK_PARAGRAPH) {
		explain_runs(question, node, block->paragraph.text);
		return true;
	}
	column = number_of(last_part(node, &rest));
	row = number_of(last_part(rest, &node));
	block = row > 0 && column > 0 ? doc_find(question->doc, node) : NULL;
	if (block == NULL || block->kind != BLOCK_TABLE ||
	    row > block->table.n_rows || column > block->table.n_columns)
		return false;
	explain_cell(question, block, row - 1, column - 1);
	return true;
}

/* Is it that name, its number left out or not? */
static bool is_called(struct str text, struct str name)
{
	return str_equal(text, name) ||
	       str_equal(words_label(text), words_label(name));
}

/* Columns are called by all of their headings, or by the lowest ones. */
static bool is_column(const struct table_column *column, struct str name)
{
	return str_equal(column->name, name) ||
	       (str_ends(column->name, name) &&
		column->name.s[column->name.n - name.n - 1] == '/');
}

/* The cell of row r right of column that stands below that heading. */
static bool explain_in_row(const struct question *question,
			   const struct block *block, size_t r, int column,
			   struct str heading)
{
	const struct table *table = &block->table;
	size_t c;

	for (c = (size_t)column + 1; c < table->n_columns; c++) {
		if (!is_column(&table->columns[c], heading))
			continue;
		explain_cell(question, block, r, c);
		return true;
	}
	return false;
}

/* *row_there: a row of that name is. */
static bool explain_in_table(const struct question *question,
			     const struct block *block, struct str row_name,
			     struct str column_name, bool *row_there)
{
	const struct table *table = &block->table;
	size_t r;
	size_t i;

	for (r = 0; r < table->n_rows; r++) {
		const struct table_row *row = &table->rows[r];

		for (i = 0; i < row->n_cells; i++) {
			const struct cell *cell = &row->cells[i];

			if (!is_called(cell_words(cell, question->arena),
				       row_name))
				continue;
			*row_there = true;
			if (explain_in_row(question, block, r, cell->column,
					   column_name))
				return true;
		}
	}
	return false;
}

/* A place in a table, by names. */
struct named_place {
	struct str title, row, column;
	const struct block *table; /* the first of that title, NULL: none */
	bool row_there;
};

/* Goes through the tables of that title; true: one has the cell. */
static bool explain_place(const struct question *question,
			  struct named_place *place)
{
	const struct doc *doc = question->doc;
	struct str heading = STR_NONE;
	size_t s;
	size_t b;

	for (s = 0; s < doc->n_sections; s++) {
		for (b = 0; b < doc->sections[s].n_blocks; b++) {
			const struct block *block = &doc->sections[s].blocks[b];

			if (block->kind == BLOCK_PARAGRAPH &&
			    block->paragraph.outline > 0)
				heading = text_plain(block->paragraph.text,
						     question->arena);
			if (block->kind != BLOCK_TABLE ||
			    !(is_called(heading, place->title) ||
			      str_equal(block->id, place->title)))
				continue;
			if (place->table == NULL)
				place->table = block;
			if (explain_in_table(question, block, place->row,
					     place->column, &place->row_there))
				return true;
		}
	}
	return false;
}

static struct str column_list(const struct table *table, struct arena *arena)
{
	struct str *names = ARENA_ARRAY(arena, table->n_columns, struct str);
	size_t i;

	for (i = 0; i < table->n_columns; i++)
		names[i] = table->columns[i].name;
	return str_join(names, table->n_columns, STR("、"), arena);
}

/* title/row/column, by their names; the column may hold / itself. False: no
 * table is called so. */
static bool explain_names(const struct question *question, struct str reference)
{
	struct str rest = reference;
	struct named_place place = {.table = NULL};

	str_split(&rest, '/', &place.title);
	str_split(&rest, '/', &place.row);
	place.column = rest;
	if (explain_place(question, &place))
		return true;
	if (place.table == NULL)
		return false;
	if (number_of(place.row) > 0 && number_of(place.column) > 0)
		return true; /* a place by numbers, which is not there */
	if (place.row.n > 0 && !place.row_there)
		DIAG(question->sink, &WHY_NO_ROW, PLACE_NONE, place.title,
		     place.row);
	else if (place.column.n > 0)
		DIAG(question->sink, &WHY_NO_COLUMN, PLACE_NONE, place.title,
		     place.column,
		     column_list(&place.table->table, question->arena));
	return true;
}

/* Hands messages on, each once: a value is looked up more than once. */
static void tell_once(const struct diag_sink *found, struct diag_sink *sink)
{
	struct map told = {.arena = found->arena};
	size_t i;

	for (i = 0; i < found->n; i++)
		if (map_put(
			&told,
			diag_message(&found->list[i], DIAG_ZH, found->arena),
			1) == MAP_NONE)
			diag_add(sink, &found->list[i]);
}

/* A reference as templates and texts have it. */
static bool explain_reference(const struct question *question,
			      struct str reference)
{
	struct diag_sink *sink = diag_open(question->arena);
	struct template_value value = {.n = 0};
	struct why why = {.where = reference};
	bool ok = template_refer(question->job->edition, question->job->unit,
				 reference, question->arena, sink, &value);
	size_t i;

	why.text = value.text;
	ok = ok && diag_worst(sink) < DIAG_ERROR;
	for (i = 0; ok && i < value.n; i++) {
		struct selection *selection =
		    select_parse(value.selections[i], question->budget,
				 PLACE_NONE, question->arena, sink);

		if (selection != NULL)
			add_sum(question, &why, selection);
	}
	tell_once(sink, question->sink);
	if (!ok)
		return false;
	add_why(question, &why);
	return true;
}

static bool open_question(struct question *question)
{
	const struct build *build = question->build;

	if (build->n_jobs == 0 || build->jobs[0].edition == NULL) {
		DIAG(question->sink, &WHY_UNIT, PLACE_NONE,
		     build->task->n_units > 0 ? build->task->units[0]
					      : STR_NONE);
		return false;
	}
	question->job = &build->jobs[0];
	question->budget = build->budget;
	question->scope =
	    scope_of(build->budget, question->job->unit, question->arena);
	question->scope.hidden = true;
	/* What is wrong with the document is not what was asked. */
	question->doc =
	    template_expand(question->job->edition, question->job->unit,
			    question->arena, diag_open(question->arena));
	return question->doc != NULL;
}

/* {支出|简}, as it stands in a text: what is between the braces, without how
 * it is to be written. */
static struct str without_braces(struct str reference)
{
	struct str name = STR_NONE;

	reference = str_trim(reference);
	if (reference.n < 2 || reference.s[0] != '{' ||
	    reference.s[reference.n - 1] != '}')
		return reference;
	reference = str_slice(reference, 1, reference.n - 2);
	str_split(&reference, '|', &name);
	return str_trim(name);
}

bool why_find(struct why_list *found, const struct build *build,
	      struct str reference, struct arena *arena, struct diag_sink *sink)
{
	struct question question = {
	    .build = build, .arena = arena, .sink = sink, .found = found};

	*found = (struct why_list){.n = 0};
	reference = without_braces(reference);
	if (!open_question(&question))
		return false;
	if (reference.n > 0 && !explain_node(&question, reference) &&
	    !explain_names(&question, reference))
		return explain_reference(&question, reference);
	if (found->n == 0 && diag_worst(sink) < DIAG_ERROR)
		DIAG(sink, &WHY_NO_FIGURE, PLACE_NONE, reference);
	return found->n > 0;
}
