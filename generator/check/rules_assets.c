/* SPDX-License-Identifier: MIT */
/* Counts of assets: vehicles and floor space, in the table, in sentences and
 * in projects. */
#include "base/arena.h"
#include "check/kinds.h"
#include "check/rule.h"
#include "check/words.h"

/* A count of the table of assets. */
struct counted {
	const struct grid *grid;
	struct str name; /* 房屋, without its number and measure */
	struct str measure;
	int64_t value;	     /* [1/1000000] */
	struct amount worth; /* absent: the table does not say */
};

/* The only number of a cell. */
static bool count_at(const struct check *check, const struct grid *grid,
		     size_t row, size_t column, int64_t *value)
{
	size_t n;
	struct figure *figures =
	    figures_read(grid_text(grid, row, column), check->arena, &n);

	if (n != 1 || figures[0].from != 0)
		return false;
	*value = figures[0].value;
	return true;
}

/* What the row's things are worth; of several amounts no one can tell which
 * a sentence means. */
static struct amount worth_at(const struct grid *grid, size_t row)
{
	struct amount worth = AMOUNT_NONE;
	size_t n = 0;
	size_t c;

	for (c = 0; c < grid->n_columns; c++) {
		if (!grid_adds_up(grid, c))
			continue;
		worth = grid_amount(grid, row, c);
		n++;
	}
	return n == 1 ? worth : AMOUNT_NONE;
}

/* The row whose label begins with the word and has a count. */
static bool find_count(const struct check *check, const char *word,
		       struct counted *counted)
{
	const struct grid *grid = view_table(check->view, TABLE_ASSETS);
	size_t row;
	size_t c;

	for (row = 0; grid != NULL && row < grid->n_rows; row++) {
		for (c = 1; c < grid->n_columns; c++) {
			struct str label = grid_label(grid, row, c);

			if (grid->table->columns[c].kind != COLUMN_COUNT ||
			    !str_starts(label, str_from(word)) ||
			    !count_at(check, grid, row, c, &counted->value))
				continue;
			counted->grid = grid;
			counted->worth = worth_at(grid, row);
			counted->name = str_from(word);
			counted->measure =
			    str_slice(label, str_from(word).n, label.n);
			return true;
		}
	}
	return false;
}

/* What a sentence calls all that a row counts. */
static const struct {
	const char *row;
	const char *subjects[9];
} whole_names[] = {
    {"车辆",
     {"车辆", "机动车", "公务用车", "公车", "公务用车保有量", "车辆保有量",
      "公务用车共有", "车辆共计", NULL}},
    {"房屋", {"房屋", "房屋面积", "房屋建筑面积", "房屋总面积", NULL}},
};

static bool is_whole(const struct check *check, size_t which,
		     struct str subject)
{
	static const char *const ahead[] = {
	    "共有",	      "拥有",	      "占用",
	    "现有",	      "占有",	      "使用",
	    "固定资产",	      "共",	      "有",
	    "单位",	      "本部门",	      "本级",
	    "及所属单位",     "及所属各单位", "所属预算单位",
	    "所属各预算单位", "所属各单位",   NULL};
	struct str bare = words_strip_end(
	    words_strip_start(facts_without_owner(check->facts, subject),
			      ahead),
	    statement_fillers);
	size_t i;

	bare = words_bare(bare, check->arena);
	for (i = 0; whole_names[which].subjects[i] != NULL; i++)
		if (str_is(bare, whole_names[which].subjects[i]))
			return true;
	return false;
}

static struct str unit_of(const struct figure *figure)
{
	return str_is(figure->unit, "㎡") ? STR("平方米") : figure->unit;
}

/* Counts are of last year's end, or planned for this year: a person looks. */
static void check_line(struct check *check, const struct line *line,
		       size_t which, const struct counted *counted)
{
	int year = check->view->year;
	size_t i;

	for (i = 0; i < line->statements.n; i++) {
		const struct statement *said = &line->statements.list[i];

		if (said->says != SAYS_LEVEL || said->figure == NULL ||
		    said->figure->kind != FIGURE_COUNT ||
		    said->opener != OPENS_NOTHING || said->figure->about ||
		    said->figure->bound ||
		    (said->year != 0 && said->year != year &&
		     said->year != year - 1) ||
		    str_find(counted->measure, unit_of(said->figure)) < 0 ||
		    said->figure->value == counted->value ||
		    !is_whole(check, which, said->subject))
			continue;
		FOUND(check, &TXT_COUNT, spot_line(line),
		      figure_text(line->text, said->figure),
		      str_format(check->arena, "%lld" STR_FMT,
				 (long long)(counted->value / 1000000),
				 STR_ARG(said->figure->unit)),
		      said->subject, counted->grid->title);
	}
}

/* 价值: what is said of the things named right before it, or of those that it
 * begins with. */
static struct str without_worth(struct str subject)
{
	static const char *const words[] = {
	    "账面价值", "账面原值", "资产价值", "资产原值", "价值总额",
	    "总价值",	"总值",	    "价值",	"原值",	    NULL};
	size_t n = words_end(subject, words);

	return n > 0 ? str_slice(subject, 0, subject.n - n) : subject;
}

/* 车辆5辆，价值110万元; 车辆5辆、110万元: the count right before it. */
static bool follows_count(const struct check *check, const struct line *line,
			  const struct statement *said, size_t which,
			  const struct counted *counted)
{
	const struct statement *count = said - 1;

	return said > line->statements.list && count->says == SAYS_LEVEL &&
	       count->figure != NULL && count->figure->kind == FIGURE_COUNT &&
	       count->sentence == said->sentence &&
	       count->segment == said->segment &&
	       str_find(counted->measure, unit_of(count->figure)) >= 0 &&
	       is_whole(check, which, count->subject);
}

/* Whether the money is what the things of the row are worth. */
static bool is_worth(const struct check *check, const struct line *line,
		     const struct statement *said, size_t which,
		     const struct counted *counted)
{
	struct str of = without_worth(said->subject);
	bool worth = of.n < said->subject.n;

	/* 车辆5辆，共计110万元 sums up nothing else */
	if ((said->says != SAYS_LEVEL && said->says != SAYS_SUM) ||
	    said->figure == NULL || said->figure->kind != FIGURE_MONEY ||
	    said->figure->about || said->figure->bound || said->last_year)
		return false;
	if (of.n > 0)
		return worth && is_whole(check, which, of);
	return follows_count(check, line, said, which, counted);
}

/* What they are worth, where the table says it. */
static void check_worth(struct check *check, const struct line *line,
			size_t which, const struct counted *counted)
{
	size_t i;

	for (i = 0; counted->worth.there && i < line->statements.n; i++) {
		const struct statement *said = &line->statements.list[i];

		if (!is_worth(check, line, said, which, counted) ||
		    figure_is(said->figure, counted->worth.money))
			continue;
		FOUND(check, &TXT_COUNT, spot_line(line),
		      figure_text(line->text, said->figure),
		      wan_text(counted->worth.money, check->arena),
		      str_format(check->arena, STR_FMT "价值",
				 STR_ARG(counted->name)),
		      counted->grid->title);
	}
}

void check_asset_counts(struct check *check)
{
	size_t which;
	size_t i;

	for (which = 0; which < sizeof(whole_names) / sizeof(*whole_names);
	     which++) {
		struct counted counted;

		if (!find_count(check, whole_names[which].row, &counted))
			continue;
		for (i = 0; i < check->view->n_lines; i++) {
			check_line(check, &check->view->lines[i], which,
				   &counted);
			check_worth(check, &check->view->lines[i], which,
				    &counted);
		}
	}
}

/* Vehicles that projects insure or keep, against those there are. */
void rule_asset_use(struct check *check)
{
	struct counted vehicles;
	size_t i;
	size_t k;

	if (!find_count(check, "车辆", &vehicles))
		return;
	for (i = 0; i < check->projects->n; i++) {
		const struct project *project = &check->projects->list[i];

		for (k = 0; k < project->n_indicators; k++) {
			const struct indicator *indicator =
			    &project->indicators[k];

			if (!indicator->is_number ||
			    !str_is(indicator->unit, "辆") ||
			    indicator->number == vehicles.value ||
			    str_find(indicator->level[2], STR("购置")) >= 0)
				continue;
			FOUND(check, &ASSET_USE,
			      spot_cell(project->grid, indicator->row,
					indicator->column),
			      indicator->shown,
			      str_format(check->arena, "%lld辆",
					 (long long)(vehicles.value / 1000000)),
			      project->name);
		}
	}
}
