/* SPDX-License-Identifier: MIT */
#include "publish/fingerprint.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/role.h"
#include "budget/budget.h"
#include "budget/select.h"
#include "font/font.h"
#include "tables/sheets.h"

#define PROGRAM_MOST ((size_t)256 << 20)
#define DATA_MOST    ((size_t)64 << 20)
#define FONT_HEAD    ((size_t)64 << 10)

/* Half a SHA-256: enough to tell rows apart, and there are many of them. */
struct short_digest {
	uint8_t bytes[16];
};

struct fingerprints {
	const struct budget *budget;
	struct sha256_digest around; /* program, templates, fonts */
	struct short_digest headings;
	struct short_digest *members[N_DIMENSIONS]; /* names of those above
						       are in it */
	struct short_digest **rows;		    /* by relation */
};

static struct short_digest short_end(struct sha256 *sha)
{
	struct sha256_digest whole = sha256_end(sha);
	struct short_digest digest;

	memcpy(digest.bytes, whole.bytes, sizeof(digest.bytes));
	return digest;
}

static void add_short(struct sha256 *sha, const struct short_digest *digest)
{
	sha256_add(sha, digest->bytes, sizeof(digest->bytes));
}

/* Members stand before those below them. */
static struct short_digest *hash_members(const struct dimension *dimension,
					 struct arena *arena)
{
	struct short_digest *list =
	    ARENA_ARRAY(arena, dimension->n, struct short_digest);
	struct sha256 *sha = sha256_open(arena);
	size_t i;

	for (i = 0; i < dimension->n; i++) {
		const struct member *member = &dimension->members[i];

		sha256_add_str(sha, member->key);
		sha256_add_str(sha, member->name);
		if (member->parent >= 0)
			add_short(sha, &list[member->parent]);
		list[i] = short_end(sha);
	}
	return list;
}

static void add_cell(const struct fingerprints *fingerprints,
		     struct sha256 *sha, const struct column *column,
		     size_t row)
{
	enum dimension_kind kind = column->field->dimension;
	bool there = column->there != NULL && column->there[row];

	sha256_add_number(sha, there);
	if (column->symbols != NULL)
		sha256_add_str(sha, symbol_text(fingerprints->budget,
						column->symbols[row]));
	if (column->numbers != NULL)
		sha256_add_number(sha, column->numbers[row]);
	if (column->members != NULL && column->members[row] >= 0)
		add_short(sha,
			  &fingerprints->members[kind][column->members[row]]);
}

static struct short_digest *hash_rows(const struct fingerprints *fingerprints,
				      const struct relation *relation,
				      struct arena *arena)
{
	struct short_digest *list =
	    ARENA_ARRAY(arena, relation->n_rows, struct short_digest);
	struct sha256 *sha = sha256_open(arena);
	size_t i;
	size_t c;

	for (i = 0; i < relation->n_rows; i++) {
		for (c = 0; c < relation->schema->n_fields; c++)
			add_cell(fingerprints, sha, &relation->columns[c], i);
		list[i] = short_end(sha);
	}
	return list;
}

/* What headings state: which columns there are, and in what unit. */
static void add_headings(struct sha256 *sha, const struct budget *budget)
{
	size_t r;
	size_t c;

	for (r = 0; r < budget->n_relations; r++) {
		const struct relation *relation = &budget->relations[r];

		sha256_add_str(sha, str_from(relation->schema->name));
		for (c = 0; c < relation->schema->n_fields; c++) {
			const struct column *column = &relation->columns[c];

			sha256_add_number(sha, column->stated);
			sha256_add_number(sha, column->percent);
			sha256_add_number(sha, column->unit);
		}
	}
}

static void add_file(struct sha256 *sha, struct str path, size_t most)
{
	struct arena *arena = arena_open();
	struct str bytes = STR_NONE;

	file_read(path, most, arena, diag_open(arena), &bytes);
	sha256_add_str(sha, bytes);
	arena_close(arena);
}

/* All files of a folder and of those in it; what cannot be read is reported
 * by those who need it. */
static void add_folder(struct sha256 *sha, struct str folder, int depth)
{
	struct arena *arena = arena_open();
	struct str *names;
	size_t n;
	size_t i;

	file_list(folder, arena, diag_open(arena), &names, &n);
	for (i = 0; i < n; i++) {
		struct str path = file_join(folder, names[i], arena);

		sha256_add_str(sha, names[i]);
		if (!file_is_folder(path))
			add_file(sha, path, DATA_MOST);
		else if (depth > 0)
			add_folder(sha, path, depth - 1);
	}
	arena_close(arena);
}

/* A font file is told by its size and how it begins: there stand the check
 * sums of all its tables. Not by its date: a copy of it, and one to which
 * somebody made a link, is the same font. */
static void add_font(struct sha256 *sha, struct str path)
{
	struct arena *arena = arena_open();
	struct file_look look = {.n_bytes = 0};

	if (file_look(path, &look)) {
		sha256_add_number(sha, (int64_t)look.n_bytes);
		sha256_add_str(
		    sha,
		    file_peek(path, arena_alloc(arena, FONT_HEAD), FONT_HEAD));
	}
	arena_close(arena);
}

/* Which face each role got, and that its file is the same. */
static void add_fonts(struct sha256 *sha, const struct fonts *fonts)
{
	struct arena *arena = arena_open();
	int role;
	int bold;

	for (role = 0; role < N_ROLES; role++) {
		sha256_add_str(
		    sha, fonts_explain(fonts, (enum role)role, true, arena));
		for (bold = 0; bold < 2; bold++) {
			int face =
			    fonts_role_face(fonts, (enum role)role, bold != 0);

			if (face >= 0)
				add_font(sha, fonts_face(fonts, face)->path);
		}
	}
	arena_close(arena);
}

static struct sha256_digest hash_around(const struct surroundings *around,
					struct arena *arena)
{
	struct sha256 *sha = sha256_open(arena);

	if (around->program.n > 0)
		add_file(sha, around->program, PROGRAM_MOST);
	add_folder(sha, around->templates, 3);
	if (around->fonts != NULL)
		add_fonts(sha, around->fonts);
	sha256_add_number(sha, around->pdfa);
	sha256_add_str(sha, str_from(getenv("SOURCE_DATE_EPOCH")));
	return sha256_end(sha);
}

struct fingerprints *fingerprints_open(const struct budget *budget,
				       const struct surroundings *surroundings,
				       struct arena *arena)
{
	struct fingerprints *fingerprints =
	    ARENA_NEW(arena, struct fingerprints);
	struct sha256 *sha;
	size_t i;

	fingerprints->budget = budget;
	fingerprints->around = hash_around(surroundings, arena);
	sha = sha256_open(arena);
	add_headings(sha, budget);
	fingerprints->headings = short_end(sha);
	for (i = 0; i < N_DIMENSIONS; i++)
		fingerprints->members[i] =
		    hash_members(&budget->dimensions[i], arena);
	fingerprints->rows =
	    ARENA_ARRAY(arena, budget->n_relations, struct short_digest *);
	for (i = 0; i < budget->n_relations; i++)
		fingerprints->rows[i] =
		    hash_rows(fingerprints, &budget->relations[i], arena);
	return fingerprints;
}

static int compare_rows(const void *a, const void *b)
{
	uint32_t left = *(const uint32_t *)a;
	uint32_t right = *(const uint32_t *)b;

	return (left > right) - (left < right);
}

struct row_list {
	uint32_t *rows;
	size_t n, room;
};

static void add_rows(struct row_list *list, const struct relation *relation,
		     size_t unit, struct arena *arena)
{
	uint32_t at;

	for (at = relation->unit_start[unit];
	     at < relation->unit_start[unit + 1]; at++) {
		list->rows = arena_grow(arena, list->rows, list->n, &list->room,
					sizeof(*list->rows));
		list->rows[list->n++] = relation->by_unit[at];
	}
}

/* Rows of the relation that a document may use, in the order of the input:
 * order counts. Of the units above, only what 单位 and 项目 say. */
static struct row_list rows_of(const struct relation *relation,
			       const struct scope *scope, struct arena *arena)
{
	const struct unit *units = scope->budget->units;
	struct row_list list = {.n = 0};
	bool above = str_is(STR("单位"), relation->schema->name) ||
		     str_is(STR("项目"), relation->schema->name);
	int parent = units[scope->unit].parent;
	size_t i;

	add_rows(&list, relation, scope->budget->n_units, arena);
	for (i = 0; i < scope->n_list; i++)
		add_rows(&list, relation, scope->list[i], arena);
	for (; above && parent >= 0; parent = units[parent].parent)
		add_rows(&list, relation, (size_t)parent, arena);
	if (list.n > 0)
		qsort(list.rows, list.n, sizeof(*list.rows), compare_rows);
	return list;
}

static void add_place(struct sha256 *sha, const struct row_origin *origin)
{
	const struct sheet *sheet = origin->sheet;

	sha256_add_str(sha, sheet->place.file);
	sha256_add_str(sha, sheet->name);
	sha256_add_number(sha, sheet->rows[origin->row].line);
}

static void add_relation(const struct fingerprints *fingerprints,
			 const struct scope *scope, size_t r,
			 struct sha256 *inputs, struct sha256 *places)
{
	const struct relation *relation = &fingerprints->budget->relations[r];
	struct arena *arena = arena_open();
	struct row_list list = rows_of(relation, scope, arena);
	size_t i;

	sha256_add_number(inputs, (int64_t)list.n);
	for (i = 0; i < list.n; i++) {
		const struct row_origin *origin =
		    &relation->origins[list.rows[i]];

		add_short(inputs, &fingerprints->rows[r][list.rows[i]]);
		if (origin->derived_from < 0)
			add_place(places, origin);
	}
	arena_close(arena);
}

/* 科目 is left out: its names count where a row has the code. */
struct fingerprint fingerprint_of(const struct fingerprints *fingerprints,
				  int unit, struct str template_id,
				  size_t n_faults, struct arena *arena)
{
	const struct budget *budget = fingerprints->budget;
	struct scope scope = scope_of(budget, unit, arena);
	struct sha256 *inputs = sha256_open(arena);
	struct sha256 *places = sha256_open(arena);
	struct sha256_digest digests[2];
	size_t r;

	sha256_add(inputs, fingerprints->around.bytes, SHA256_BYTES);
	add_short(inputs, &fingerprints->headings);
	sha256_add_str(inputs, template_id);
	sha256_add_str(inputs, budget->units[unit].code);
	sha256_add_number(inputs, (int64_t)n_faults);
	for (r = 0; r < budget->n_relations; r++)
		if (!str_is(STR("科目"), budget->relations[r].schema->name))
			add_relation(fingerprints, &scope, r, inputs, places);
	digests[0] = sha256_end(inputs);
	digests[1] = sha256_end(places);
	return (struct fingerprint){sha256_hex(&digests[0], arena),
				    sha256_hex(&digests[1], arena),
				    sha256_hex(&fingerprints->around, arena)};
}
