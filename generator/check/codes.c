/* SPDX-License-Identifier: MIT */
#include "check/codes.h"

#include "base/arena.h"
#include "check/view.h"

/* Pieces of a code that stand in columns of their own, in this order. */
static const char *const pieces[] = {"类", "款", "项", "目"};
#define N_PIECES (sizeof(pieces) / sizeof(*pieces))

static bool is_code_column(const struct grid *grid, size_t column)
{
	return column < grid->n_columns &&
	       grid->table->columns[column].kind == COLUMN_CODE;
}

/* How many columns from this one on show one code. */
static size_t count_pieces(const struct grid *grid, size_t column)
{
	size_t n = 0;

	while (n < N_PIECES && is_code_column(grid, column + n) &&
	       str_is(grid_head(grid, column + n), pieces[n]))
		n++;
	return n > 0 ? n : 1;
}

static void find_keys(const struct grid *grid, struct codes *codes)
{
	size_t column = 0;

	while (column < grid->n_columns && codes->n < CODES_MOST) {
		struct code_key *key = &codes->keys[codes->n];

		if (!is_code_column(grid, column)) {
			column++;
			continue;
		}
		key->column = column;
		key->n = count_pieces(grid, column);
		key->of_bodies = grid_is_of_bodies(grid, column);
		codes->n++;
		column += key->n;
	}
}

/* A row of 款 may leave its 类 to the row above. */
static struct str join_pieces(const struct grid *grid, size_t row,
			      const struct code_key *key,
			      struct str carried[N_PIECES], struct arena *arena)
{
	size_t n = key->n;
	size_t i;

	if (n == 1)
		return grid_text(grid, row, key->column);
	while (n > 0 && grid_text(grid, row, key->column + n - 1).n == 0)
		n--;
	for (i = 0; i < key->n; i++) {
		struct str piece = grid_text(grid, row, key->column + i);

		if (i >= n || piece.n > 0)
			carried[i] = piece;
	}
	return str_join(carried, n, STR_NONE, arena);
}

static void read_texts(const struct grid *grid, struct codes *codes,
		       struct arena *arena)
{
	struct str carried[CODES_MOST][N_PIECES] = {{STR_NONE}};
	size_t row;
	size_t k;

	codes->texts = ARENA_ARRAY(arena, grid->n_rows * codes->n, struct str);
	for (row = grid->first_body; row < grid->n_rows; row++)
		for (k = 0; k < codes->n; k++)
			codes->texts[row * codes->n + k] = join_pieces(
			    grid, row, &codes->keys[k], carried[k], arena);
}

/* Rows that show this code and no other head those that show more. */
static bool stands_alone(const struct grid *grid, const struct codes *codes,
			 size_t key)
{
	size_t row;
	size_t k;

	for (row = grid->first_body; row < grid->n_rows; row++) {
		const struct str *texts = &codes->texts[row * codes->n];
		bool alone = texts[key].n > 0;

		for (k = 0; k < codes->n; k++)
			alone = alone && (k == key || texts[k].n == 0);
		if (alone)
			return true;
	}
	return false;
}

/* Moves a key to the front; the others keep their order. */
static void move_to_front(const struct grid *grid, struct codes *codes,
			  size_t key)
{
	size_t row;
	size_t k;

	for (k = key; k > 0; k--) {
		struct code_key kept = codes->keys[k];

		codes->keys[k] = codes->keys[k - 1];
		codes->keys[k - 1] = kept;
		for (row = 0; row < grid->n_rows; row++) {
			struct str *texts = &codes->texts[row * codes->n];
			struct str text = texts[k];

			texts[k] = texts[k - 1];
			texts[k - 1] = text;
		}
	}
}

static const struct str *texts_of(const struct grid *grid, size_t row)
{
	return &grid->codes.texts[row * grid->codes.n];
}

bool is_code(struct str code)
{
	size_t i;

	for (i = 0; i < code.n; i++)
		if (code.s[i] < '0' || code.s[i] > '9')
			return false;
	return code.n > 0;
}

bool codes_there(const struct grid *grid, size_t row)
{
	bool there = false;
	size_t k;

	for (k = 0; k < grid->codes.n; k++) {
		struct str text = texts_of(grid, row)[k];

		if (text.n > 0 && !is_code(text))
			return false;
		there = there || text.n > 0;
	}
	return there;
}

size_t codes_length(const struct grid *grid, size_t row)
{
	size_t n = 0;
	size_t k;

	for (k = 0; k < grid->codes.n; k++)
		n += texts_of(grid, row)[k].n;
	return n;
}

size_t codes_depth(const struct grid *grid, size_t row)
{
	size_t n = 0;
	size_t k;

	for (k = 0; k < grid->codes.n; k++)
		n += texts_of(grid, row)[k].n > 0;
	return n;
}

bool codes_below(const struct grid *grid, size_t row, size_t above)
{
	const struct str *low = texts_of(grid, row);
	const struct str *high = texts_of(grid, above);
	size_t n = grid->codes.n;
	size_t k;

	/* the outer codes are the same; the last one goes on */
	while (n > 0 && high[n - 1].n == 0)
		n--;
	for (k = 0; k + 1 < n; k++)
		if (!str_equal(low[k], high[k]))
			return false;
	return n > 0 && str_starts(low[n - 1], high[n - 1]) &&
	       codes_length(grid, row) > codes_length(grid, above);
}

struct str codes_text(const struct grid *grid, size_t row, struct arena *arena)
{
	struct str shown[CODES_MOST];
	size_t n = 0;
	size_t k;

	for (k = 0; k < grid->codes.n; k++)
		if (texts_of(grid, row)[k].n > 0)
			shown[n++] = texts_of(grid, row)[k];
	return str_join(shown, n, STR(" "), arena);
}

struct str codes_class(const struct grid *grid, size_t row)
{
	size_t k = grid->codes.n;

	while (k > 0 && texts_of(grid, row)[k - 1].n == 0)
		k--;
	return k == 0 || grid->codes.keys[k - 1].of_bodies
		   ? STR_NONE
		   : texts_of(grid, row)[k - 1];
}

bool codes_by_class(const struct grid *grid)
{
	size_t k;

	for (k = 0; k < grid->codes.n; k++)
		if (grid->codes.keys[k].of_bodies)
			return false;
	return grid->codes.n > 0;
}

/* The nearest row above that a row's codes continue. */
static void parents_by_code(const struct grid *grid)
{
	size_t row;
	size_t above;

	for (row = grid->first_body; row < grid->n_rows; row++) {
		size_t longest = 0;

		if (!codes_there(grid, row))
			continue;
		for (above = grid->first_body; above < row; above++) {
			if (!codes_below(grid, row, above) ||
			    !codes_there(grid, above) ||
			    codes_length(grid, above) < longest)
				continue;
			longest = codes_length(grid, above);
			grid->codes.parents[row] = (int)above;
		}
	}
}

/* The nearest row above whose name is indented less, or whose codes a row of
 * the same indent continues. */
static void parents_by_level(const struct grid *grid)
{
	size_t row;
	size_t above;

	for (row = grid->first_body; row < grid->n_rows; row++) {
		if (!codes_there(grid, row))
			continue;
		for (above = row; above-- > grid->first_body;) {
			int deeper =
			    grid_level(grid, row) - grid_level(grid, above);

			if (!codes_there(grid, above) || deeper < 0 ||
			    (deeper == 0 && !codes_below(grid, row, above)))
				continue;
			grid->codes.parents[row] = (int)above;
			break;
		}
	}
}

static void find_parents(const struct grid *grid)
{
	bool indented = false;
	size_t row;

	for (row = 0; row < grid->n_rows; row++) {
		grid->codes.parents[row] = -1;
		indented = indented || grid_level(grid, row) > 0;
	}
	/* a project below its subject bears the unit's code or the subject's */
	if (grid->codes.n > 1 && indented)
		parents_by_level(grid);
	else
		parents_by_code(grid);
}

void codes_read(struct grid *grid, struct arena *arena)
{
	struct codes *codes = &grid->codes;
	size_t k;

	if (grid->form)
		return;
	find_keys(grid, codes);
	if (codes->n == 0)
		return;
	read_texts(grid, codes, arena);
	for (k = 0; k < codes->n && codes->n > 1; k++) {
		if (stands_alone(grid, codes, k)) {
			move_to_front(grid, codes, k);
			break;
		}
	}
	codes->parents = ARENA_ARRAY(arena, grid->n_rows + 1, int);
	find_parents(grid);
}
