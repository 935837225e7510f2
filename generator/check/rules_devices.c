/* SPDX-License-Identifier: MIT */
/*
 * Devices that sentences count by what one of them costs (单价20万元以上的设备
 * 2台), against the table of assets or, where the document has none, the assets
 * of the input. Those above a higher limit are some of those above a lower one.
 */
#include "base/arena.h"
#include "budget/record.h"
#include "budget/select.h"
#include "check/kinds.h"
#include "check/rule.h"
#include "check/words.h"

/* Devices of one limit that there are. */
struct devices {
	struct str name;     /* 20万元以上设备 */
	int64_t limit;	     /* [分] what one costs at least */
	int64_t count;	     /* [1/1000000] */
	struct amount worth; /* absent: not told */
	struct str source;   /* the table that tells it */
};

#define MOST_DEVICES 8

struct holdings {
	struct devices list[MOST_DEVICES];
	size_t n;
};

/* The limit that a name states [分], 0: none. */
static int64_t limit_in(const struct check *check, struct str name)
{
	size_t n;
	size_t i;
	struct figure *figures;

	if (str_find(name, STR("设备")) < 0)
		return 0;
	figures = figures_read(name, check->arena, &n);
	for (i = 0; i < n; i++)
		if (figures[i].kind == FIGURE_MONEY && figures[i].bound)
			return figure_money(&figures[i]).fen;
	return 0;
}

/* Adds what a unit has to what others have of the same name. */
static void add_devices(struct holdings *holdings, struct devices devices)
{
	size_t i;

	for (i = 0; i < holdings->n; i++) {
		struct devices *known = &holdings->list[i];

		if (!str_equal(known->name, devices.name))
			continue;
		known->count += devices.count;
		if (devices.worth.there)
			amount_add(&known->worth, devices.worth.money);
		return;
	}
	if (holdings->n < MOST_DEVICES)
		holdings->list[holdings->n++] = devices;
}

/* What a row of the table counts: one number, and one amount at most. */
static void add_row(const struct check *check, const struct grid *grid,
		    size_t row, struct holdings *holdings)
{
	struct devices devices = {.source = grid->title};
	size_t counts = 0;
	size_t amounts = 0;
	size_t c;

	for (c = 1; c < grid->n_columns; c++) {
		size_t n;
		struct figure *figures;

		if (grid_adds_up(grid, c)) {
			devices.worth = grid_amount(grid, row, c);
			amounts++;
		}
		if (grid->table->columns[c].kind != COLUMN_COUNT)
			continue;
		devices.name = grid_label(grid, row, c);
		figures =
		    figures_read(grid_text(grid, row, c), check->arena, &n);
		if (n != 1 || figures[0].from != 0)
			continue;
		devices.count = figures[0].value;
		counts++;
	}
	devices.limit = limit_in(check, devices.name);
	if (amounts != 1)
		devices.worth = AMOUNT_NONE;
	if (counts == 1 && devices.limit > 0)
		add_devices(holdings, devices);
}

static void read_grid(const struct check *check, const struct grid *grid,
		      struct holdings *holdings)
{
	size_t row;

	for (row = grid->first_body; row < grid->n_rows; row++)
		add_row(check, grid, row, holdings);
}

/* The rows of the input's 资产: of all units, as sums of a document have them.
 */
static void read_input(const struct check *check, struct holdings *holdings)
{
	const struct scope *scope = check->task->scope;
	struct scope whole = *scope;
	struct selection *selection =
	    select_parse(STR("资产[截止日期=上年末]"), scope->budget,
			 PLACE_NONE, check->arena, diag_open(check->arena));
	struct column_ref name;
	struct column_ref count;
	struct column_ref worth;
	uint32_t *rows;
	size_t n;
	size_t i;

	if (selection == NULL)
		return;
	name = record_column(scope->budget, select_relation(selection), "项目");
	count =
	    record_column(scope->budget, select_relation(selection), "数量");
	worth =
	    record_column(scope->budget, select_relation(selection), "价值");
	whole.hidden = true;
	rows = select_rows(selection, &whole, NULL, 0, check->arena, &n);
	for (i = 0; i < n; i++) {
		struct number number =
		    record_number(scope->budget, count, rows[i]);
		struct devices devices = {
		    .name = record_text(scope->budget, name, rows[i]),
		    .count = number.value,
		    .worth = record_amount(scope->budget, worth, rows[i]),
		    .source = STR("资产")};

		devices.limit = limit_in(check, devices.name);
		if (number.there && devices.limit > 0)
			add_devices(holdings, devices);
	}
}

static void read_holdings(const struct check *check, struct holdings *holdings)
{
	const struct grid *grid = view_table(check->view, TABLE_ASSETS);

	if (grid != NULL)
		read_grid(check, grid, holdings);
	if (holdings->n == 0 && check->task->scope != NULL)
		read_input(check, holdings);
}

/* 通用 or 专用 devices; empty: any. */
static struct str sort_of(struct str name)
{
	static const char *const sorts[] = {"通用", "专用", NULL};
	size_t n = 0;
	ptrdiff_t at = words_last(name, sorts, &n);

	return at < 0 ? STR_NONE : str_slice(name, (size_t)at, n);
}

/* What is to be bought or given away is not there. */
static bool is_planned(const struct line *line, const struct statement *said)
{
	static const char *const stops[] = {"。", NULL};
	static const char *const plans[] = {"购置", "采购", "配置", "配备",
					    "新增", "更新", "报废", "处置",
					    "计划", "拟",   NULL};
	struct str before = str_slice(line->text, 0, said->figure->from);
	size_t n = 0;
	ptrdiff_t stop = words_last(before, stops, &n);

	if (stop >= 0)
		before = str_slice(before, (size_t)stop + n, before.n);
	return words_in(before, plans);
}

static bool is_of_now(const struct check *check, const struct line *line,
		      const struct statement *said)
{
	int year = check->view->year;

	return said->says == SAYS_LEVEL && said->figure != NULL &&
	       !said->figure->about && !said->figure->bound &&
	       !said->last_year &&
	       (said->year == 0 || said->year == year ||
		said->year == year - 1) &&
	       !is_planned(line, said);
}

/* Whether the devices are what the words count, or contain it. */
static bool is_same(const struct devices *devices, const struct statement *said)
{
	return figure_money(said->limit).fen == devices->limit &&
	       str_equal(sort_of(said->subject), sort_of(devices->name));
}

static bool contains(const struct devices *devices,
		     const struct statement *said)
{
	struct str sort = sort_of(devices->name);

	return figure_money(said->limit).fen >= devices->limit &&
	       (sort.n == 0 || str_equal(sort, sort_of(said->subject)));
}

static struct str count_text(const struct check *check, int64_t count,
			     const struct figure *figure)
{
	return str_format(check->arena, "%lld" STR_FMT,
			  (long long)(count / 1000000), STR_ARG(figure->unit));
}

static void check_count(struct check *check, const struct line *line,
			const struct statement *said,
			const struct devices *devices)
{
	struct str there = count_text(check, devices->count, said->figure);
	struct str text = figure_text(line->text, said->figure);

	if (is_same(devices, said)) {
		if (said->figure->value != devices->count)
			FOUND(check, &TXT_COUNT, spot_line(line), text, there,
			      said->subject, devices->source);
	} else if (contains(devices, said) &&
		   said->figure->value > devices->count) {
		FOUND(check, &TXT_COUNT_MORE, spot_line(line), text, there,
		      said->subject, devices->name);
	}
}

/* 单价20万元以上设备50万元; …设备2台，价值50万元. */
static void check_worth(struct check *check, const struct line *line,
			const struct statement *said,
			const struct statement *counted,
			const struct devices *devices)
{
	if (!devices->worth.there || !is_same(devices, counted) ||
	    figure_is(said->figure, devices->worth.money))
		return;
	FOUND(check, &TXT_COUNT, spot_line(line),
	      figure_text(line->text, said->figure),
	      wan_text(devices->worth.money, check->arena),
	      str_format(check->arena, STR_FMT "价值", STR_ARG(devices->name)),
	      devices->source);
}

/* The statement that says which devices the money is the worth of; NULL: of
 * none. */
static const struct statement *counted_by(const struct line *line,
					  const struct statement *said)
{
	static const char *const worths[] = {"账面价值", "账面原值", "总价值",
					     "价值",	 "原值",     NULL};
	const struct statement *before = said - 1;

	if (said->limit != NULL)
		return said;
	if (said == line->statements.list || before->limit == NULL ||
	    before->says != SAYS_LEVEL || before->figure == NULL ||
	    before->figure->kind != FIGURE_COUNT ||
	    before->sentence != said->sentence ||
	    before->segment != said->segment ||
	    !words_only(said->subject, worths))
		return NULL;
	return before;
}

static void check_line(struct check *check, const struct line *line,
		       const struct holdings *holdings)
{
	size_t i;
	size_t k;

	for (i = 0; i < line->statements.n; i++) {
		const struct statement *said = &line->statements.list[i];
		const struct statement *counted = counted_by(line, said);

		if (counted == NULL || !is_of_now(check, line, said) ||
		    str_find(counted->subject, STR("设备")) < 0)
			continue;
		for (k = 0; k < holdings->n; k++) {
			if (said->figure->kind == FIGURE_MONEY)
				check_worth(check, line, said, counted,
					    &holdings->list[k]);
			else if (said->figure->kind == FIGURE_COUNT)
				check_count(check, line, said,
					    &holdings->list[k]);
		}
	}
}

void check_devices(struct check *check)
{
	struct holdings holdings = {.n = 0};
	size_t i;

	read_holdings(check, &holdings);
	for (i = 0; holdings.n > 0 && i < check->view->n_lines; i++)
		check_line(check, &check->view->lines[i], &holdings);
}
