/* SPDX-License-Identifier: MIT */
/* Single tables: what stands in them beside sums. */
#include "base/arena.h"
#include "base/map.h"
#include "check/kinds.h"
#include "check/rule.h"
#include "check/words.h"

/* The measure that a label names in brackets: 房屋（平方米）. */
static struct str measure_of(struct str label)
{
	static const char *const open[] = {"（", "(", NULL};
	size_t n = 0;
	ptrdiff_t at = words_last(label, open, &n);

	if (at < 0)
		return STR_NONE;
	return str_slice(label, (size_t)at + n, label.n);
}

static bool mixes_units(const struct grid *grid)
{
	struct str first = STR_NONE;
	size_t row;

	for (row = grid->first_body; row < grid->n_rows; row++) {
		struct str measure =
		    measure_of(grid_label(grid, row, grid->n_columns - 1));

		if (measure.n == 0)
			continue;
		if (first.n > 0 && !str_equal(first, measure))
			return true;
		first = measure;
	}
	return false;
}

void rule_mixed_units(struct check *check)
{
	size_t i;
	size_t row;
	size_t column;

	for (i = 0; i < check->view->n_grids; i++) {
		const struct grid *grid = &check->view->grids[i];

		if (grid->form || !mixes_units(grid))
			continue;
		for (row = grid->first_body; row < grid->n_rows; row++) {
			for (column = 0; column < grid->n_columns; column++) {
				struct str text = grid_text(grid, row, column);

				if (grid->table->columns[column].kind !=
					COLUMN_COUNT ||
				    !is_total_label(
					grid_label(grid, row, column)) ||
				    text.n == 0 || str_is(text, "-") ||
				    str_is(text, "—"))
					continue;
				FOUND(check, &MIXED_UNITS,
				      spot_cell(grid, row, column), text,
				      STR_NONE);
			}
		}
	}
}

static const char *zero_of(struct str text)
{
	if (text.n == 0)
		return "空白";
	if (str_is(text, "0"))
		return "0";
	if (str_is(text, "0.00") || str_is(text, "0.0"))
		return "0.00";
	if (str_is(text, "-") || str_is(text, "—"))
		return "—";
	return NULL;
}

/* Zero in one way: of 0, 0.00 and — only one, and blanks beside them only
 * where nothing is meant (so they are left alone). */
static void check_zeros(struct check *check, const struct grid *grid)
{
	const char *first = NULL;
	size_t row;
	size_t column;

	for (row = grid->first_body; row < grid->n_rows; row++) {
		for (column = 0; column < grid->n_columns; column++) {
			const char *zero =
			    zero_of(grid_text(grid, row, column));

			if (!grid_is_amount(grid, column) || zero == NULL ||
			    str_is(str_from(zero), "空白"))
				continue;
			if (first == NULL)
				first = zero;
			if (str_is(str_from(first), zero))
				continue;
			FOUND(check, &DISPLAY_ZERO,
			      spot_cell(grid, row, column), str_from(zero),
			      str_from(first));
			return;
		}
	}
}

void rule_display(struct check *check)
{
	size_t i;

	for (i = 0; i < check->view->n_grids; i++) {
		const struct grid *grid = &check->view->grids[i];
		enum table_kind kind = grid_kind(grid);

		if (grid->form || kind == TABLE_OTHER)
			continue;
		check_zeros(check, grid);
		if (!grid->has_unit && !grid->empty)
			FOUND(check, &DISPLAY_UNIT, spot_cell(grid, 0, 0),
			      STR_NONE, STR("万元"));
		/* in what a template writes a table is its province's manner */
		if (check->task->scope == NULL && grid->has_unit &&
		    grid->unit != MONEY_WAN && kind != TABLE_PROCUREMENT)
			FOUND(check, &DISPLAY_MONEY, spot_cell(grid, 0, 0),
			      STR("元"), STR("万元"));
	}
}

/* Where a row shows the last of its codes. */
static size_t code_column(const struct grid *grid, size_t row)
{
	size_t column = grid->codes.keys[0].column;
	size_t c;

	for (c = column; c < grid->n_columns; c++)
		if (grid->table->columns[c].kind == COLUMN_CODE &&
		    grid_text(grid, row, c).n > 0)
			column = c;
	return column;
}

/* What stands once. Below a unit's subject its projects may stand, with the
 * codes of both: then a row is told from those of the same row above. */
static struct str key_of(const struct grid *grid, size_t row,
			 struct arena *arena)
{
	struct str codes = codes_text(grid, row, arena);

	if (grid->codes.n == 1)
		return codes;
	return str_format(arena, STR_FMT " " STR_FMT " %d", STR_ARG(codes),
			  STR_ARG(grid_label(grid, row, grid->n_columns - 1)),
			  grid->codes.parents[row]);
}

void rule_code_unique(struct check *check)
{
	size_t i;
	size_t row;

	for (i = 0; i < check->view->n_grids; i++) {
		const struct grid *grid = &check->view->grids[i];
		const struct codes *codes = &grid->codes;
		struct map seen = {.arena = check->arena};
		enum table_kind kind = grid_kind(grid);

		/* In lists of projects a kind of item recurs by unit. */
		if (codes->n == 0 || kind == TABLE_PROCUREMENT ||
		    kind == TABLE_PROJECTS)
			continue;
		for (row = grid->first_body; row < grid->n_rows; row++) {
			if (!codes_there(grid, row) ||
			    map_put(&seen, key_of(grid, row, check->arena),
				    (uint32_t)row) == MAP_NONE)
				continue;
			FOUND(check, &CODE_UNIQUE,
			      spot_cell(grid, row, code_column(grid, row)),
			      codes_text(grid, row, check->arena), STR_NONE);
		}
	}
}

/* The name that goes with a code in this document's first table of it. */
struct named {
	struct str code, name;
};

struct names {
	struct map by_code; /* code -> index */
	struct map nameless;
	struct named *list;
	size_t n;
};

/* The name beside a code: a table may show two, each with its name. */
static struct str name_of_code(const struct grid *grid, size_t row, size_t code)
{
	size_t beside = code + 1;

	if (beside < grid->n_columns &&
	    grid->table->columns[beside].kind == COLUMN_TEXT &&
	    str_find(grid_head(grid, beside), STR("名称")) >= 0)
		return grid_text(grid, row, beside);
	return grid_label(grid, row, grid->n_columns - 1);
}

static void check_name(struct check *check, const struct grid *grid, size_t row,
		       struct names *names)
{
	struct str text = codes_class(grid, row);
	size_t code = code_column(grid, row);
	struct str name = name_of_code(grid, row, code);
	uint32_t before;

	if (name.n == 0) {
		/* reading the input tells it, where there is one */
		if (check->task->scope != NULL ||
		    map_put(&names->nameless, text, 1) != MAP_NONE)
			return;
		FOUND(check, &CODE_NAMELESS, spot_cell(grid, row, code), text,
		      STR_NONE);
		return;
	}
	before = map_find(&names->by_code, text);
	if (before == MAP_NONE) {
		names->list[names->n] =
		    (struct named){text, words_bare(name, check->arena)};
		map_put(&names->by_code, text, (uint32_t)names->n++);
	} else if (!str_equal(names->list[before].name,
			      words_bare(name, check->arena))) {
		FOUND(check, &CODE_NAME, spot_cell(grid, row, code), name,
		      names->list[before].name, text);
	}
}

static size_t count_rows(const struct view *view)
{
	size_t n = 1;
	size_t i;

	for (i = 0; i < view->n_grids; i++)
		n += view->grids[i].n_rows;
	return n;
}

static bool is_spending_table(const struct grid *grid)
{
	enum table_kind kind = grid_kind(grid);

	return kind == TABLE_INCOME || kind == TABLE_SPENDING ||
	       kind == TABLE_GENERAL || kind == TABLE_BASIC ||
	       kind == TABLE_FUND || kind == TABLE_CAPITAL;
}

void rule_code_name(struct check *check)
{
	struct names names = {.by_code = {.arena = check->arena},
			      .nameless = {.arena = check->arena},
			      .list = ARENA_ARRAY(check->arena,
						  count_rows(check->view),
						  struct named)};
	size_t i;
	size_t row;

	for (i = 0; i < check->view->n_grids; i++) {
		const struct grid *grid = &check->view->grids[i];

		if (grid->codes.n == 0 || !is_spending_table(grid))
			continue;
		for (row = grid->first_body; row < grid->n_rows; row++)
			if (is_code(codes_class(grid, row)))
				check_name(check, grid, row, &names);
	}
}

static bool says_empty(struct str text)
{
	static const char *const words[] = {"空表列示", "空表公示", "空表公开",
					    NULL};

	return words_in(text, words);
}

/* 本部门无政府性基金预算支出, in the table or in a note: words of a table. */
static bool says_nothing(const struct grid *grid, struct arena *arena)
{
	static const char *const words[] = {"空表", "无", "没有", NULL};
	size_t i;

	for (i = 0; i < grid->table->n_notes; i++)
		if (words_in(text_plain(grid->table->notes[i], arena), words))
			return true;
	for (i = grid->first_body * grid->n_columns;
	     i < grid->n_rows * grid->n_columns; i++)
		if (words_in(grid->texts[i], words))
			return true;
	return false;
}

static bool note_says_empty(const struct check *check, const struct grid *grid)
{
	size_t i;

	for (i = 0; i < grid->table->n_notes; i++)
		if (says_empty(text_plain(grid->table->notes[i], check->arena)))
			return true;
	for (i = 0; i + 1 < check->view->n_lines; i++)
		if (check->view->lines[i].block == grid->block + 1 &&
		    says_empty(check->view->lines[i].text))
			return true;
	return false;
}

/* Nothing but the fund itself is denied: no 三公 paid from it, no carry-over
 * of it. */
static bool denies_all(struct str rest)
{
	static const char *const words[] = {"拨款", "财政", "安排", "的",
					    "支出", "收入", "预算", "资金",
					    "收支", "项目", "情况", NULL};
	size_t n;

	for (n = words_start(rest, words); n > 0; n = words_start(rest, words))
		rest = str_slice(rest, n, rest.n);
	return rest.n == 0 || words_mark(rest) > 0;
}

/* Sentences that deny a fund: 没有使用政府性基金预算安排的支出. */
static void check_denial(struct check *check, const struct line *line)
{
	static const char *const denials[] = {
	    "没有使用", "没有安排", "未安排", "不涉及", "没有", "无", NULL};
	static const struct {
		const char *word, *fact;
	} funds[] = {
	    {"政府性基金预算", "政府性基金预算"},
	    {"国有资本经营预算", "国有资本经营预算"},
	    {"政府性基金", "政府性基金预算"},
	};
	size_t i;

	for (i = 0; i < sizeof(funds) / sizeof(*funds); i++) {
		ptrdiff_t at = str_find(line->text, str_from(funds[i].word));
		const struct fact *fact =
		    facts_find(check->facts, funds[i].fact);

		if (at < 0 || fact == NULL || fact->money.fen == 0 ||
		    words_end(str_slice(line->text, 0, (size_t)at), denials) ==
			0 ||
		    !denies_all(str_slice(
			line->text, (size_t)at + str_from(funds[i].word).n,
			line->text.n)) ||
		    says_empty(line->text))
			continue;
		FOUND(check, &EMPTY_NOTE_TEXT, spot_line(line), STR("无"),
		      wan_text(fact->money, check->arena),
		      str_from(funds[i].word),
		      fact->grid == NULL ? STR_NONE : fact->grid->title);
		return;
	}
}

void rule_empty_note(struct check *check)
{
	size_t i;

	for (i = 0; i < check->view->n_lines; i++)
		if (check->view->lines[i].outline == 0)
			check_denial(check, &check->view->lines[i]);

	for (i = 0; i < check->view->n_grids; i++) {
		const struct grid *grid = &check->view->grids[i];
		bool says = note_says_empty(check, grid);

		if (grid->form || grid_kind(grid) == TABLE_OTHER)
			continue;
		if (says && !grid->empty)
			FOUND(check, &EMPTY_NOTE_FULL, spot_cell(grid, 0, 0),
			      STR("空表列示"), STR_NONE);
		else if (!says && grid->empty &&
			 !says_nothing(grid, check->arena) &&
			 grid_kind(grid) != TABLE_SANGONG &&
			 grid_kind(grid) != TABLE_ASSETS)
			FOUND(check, &EMPTY_NOTE_MISSING, spot_cell(grid, 0, 0),
			      STR_NONE, STR("空表列示"));
	}
}
