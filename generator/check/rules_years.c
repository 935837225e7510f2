/* SPDX-License-Identifier: MIT */
/*
 * Years: of titles, of what sentences speak of and compare with, of assets and
 * of projects' codes. What is history, or a plan far ahead, is left alone.
 */
#include "base/arena.h"
#include "check/kinds.h"
#include "check/rule.h"
#include "check/words.h"

/* A paragraph that speaks of both years may well give one figure twice. */
static bool speaks_of(const struct line *line, int year)
{
	size_t i;

	for (i = 0; i < line->statements.n; i++)
		if (line->statements.list[i].year == year)
			return true;
	return false;
}

/* A sentence about another year that gives this year's figure, or one that
 * compares this year with itself. */
static void check_years(struct check *check, const struct line *line,
			const struct statement *statement)
{
	int year = check->view->year;
	const struct fact *fact = NULL;
	struct naming naming;

	if ((statement->says == SAYS_CHANGE || statement->says == SAYS_BASE ||
	     statement->says == SAYS_GROWTH) &&
	    statement->against > 0 && statement->against != year - 1) {
		FOUND(check, &YEAR_BASE, spot_line(line),
		      str_format(check->arena, "%d年", statement->against),
		      str_format(check->arena, "%d年", year - 1));
		return;
	}
	if (statement->says != SAYS_LEVEL || statement->figure == NULL ||
	    statement->figure->kind != FIGURE_MONEY || statement->year == 0 ||
	    statement->year == year || statement->figure->value == 0 ||
	    speaks_of(line, year))
		return;
	naming = facts_name(check->facts, statement->subject, check->arena);
	if (naming.fact == SIZE_MAX || !naming.exact ||
	    check->facts->list[naming.fact].source == FACT_ECONOMIC ||
	    fact_year(&check->facts->list[naming.fact], year) != year ||
	    !facts_agree(check->facts, &naming, statement->figure, &fact) ||
	    fact != NULL)
		return;
	FOUND(check, &YEAR_FIGURE, spot_line(line),
	      str_format(check->arena, "%d年", statement->year),
	      str_format(check->arena, "%d年", year), statement->subject);
}

/* 2023年支出100万元，较上年增加5万元: this document compares this year with the
 * last. */
static void check_level_year(struct check *check, const struct line *line,
			     const struct statement *change)
{
	int year = check->view->year;
	const struct statement *level = change;

	if ((change->says != SAYS_CHANGE && change->says != SAYS_GROWTH) ||
	    change->against != -1 || speaks_of(line, year))
		return;
	if (change->of >= 0)
		level = &line->statements.list[change->of];
	else if (change->subject.n == 0 && change > line->statements.list)
		level = change - 1;
	if (level->figure != NULL && level->figure->kind == FIGURE_COUNT)
		return;
	if (level->year != year - 1 || level->sentence != change->sentence ||
	    level->subject.n == 0)
		return;
	FOUND(check, &YEAR_LEVEL, spot_line(line),
	      str_format(check->arena, "%d年", level->year),
	      str_format(check->arena, "%d年", year), level->subject);
}

/* 2022年获评全省先进集体: told as what has been. */
static bool is_history(struct str rest)
{
	static const char *const ends[] = {"，", "。", "；", NULL};
	static const char *const words[] = {
	    "获",   "荣",   "被评", "被授", "成立", "建成",
	    "组建", "启动", "开工", "竣工", "开馆", "印发",
	    "出台", "挂牌", "转隶", "合并", "划入", NULL};

	return words_in(str_slice(rest, 0, words_next(rest, 0, ends)), words);
}

/* 截至2022年底，共有车辆5辆: assets are those of the end of last year. */
static bool is_asset_year(const struct line *line, const struct figure *figure,
			  struct str lead, struct str rest, int year)
{
	static const char *const until[] = {"截至", "截止", "截止到", "截至到",
					    NULL};
	static const char *const ends[] = {"底", "末", "年末", "年底", NULL};
	static const char *const assets[] = {"共有车辆", "车辆", "固定资产",
					     "国有资产", NULL};

	return figure->kind == FIGURE_YEAR && !figure->title &&
	       (figure->year == year || figure->year == year - 2) &&
	       words_end(lead, until) > 0 && words_start(rest, ends) > 0 &&
	       words_in(line->text, assets);
}

/* Years that budgets do not speak of: not this one, not the last. Far ones
 * are history or plans (1949, 2035) and left alone. */
static void check_figures(struct check *check, const struct line *line)
{
	static const char *const reaching[] = {"-",    "—",  "–",    "至", "起",
					       "以来", "前", "底前", NULL};
	static const char *const until[] = {"截至", NULL};
	int year = check->view->year;
	size_t i;

	for (i = 0; i < line->statements.n_figures; i++) {
		const struct figure *figure = &line->statements.figures[i];
		struct str rest =
		    str_slice(line->text, figure->to, line->text.n);
		struct str lead = str_slice(line->text, 0, figure->from);

		if (is_asset_year(line, figure, lead, rest, year) ||
		    (figure->kind == FIGURE_DATE && !figure->title &&
		     figure->year == year && figure->month == 12 &&
		     figure->day == 31 && words_end(lead, until) > 0))
			FOUND(
			    check, &YEAR_ASSETS, spot_line(line),
			    figure_text(line->text, figure),
			    str_format(check->arena, "%d年12月31日", year - 1));
		if ((figure->kind != FIGURE_YEAR &&
		     figure->kind != FIGURE_DATE) ||
		    figure->title || figure->year == 0 ||
		    figure->year == year || figure->year == year - 1 ||
		    figure->year < year - 3 || figure->year > year + 1 ||
		    is_asset_year(line, figure, lead, rest, year) ||
		    words_start(rest, reaching) > 0 || is_history(rest) ||
		    (words_end(lead, reaching) > 0 &&
		     words_end(lead, until) == 0))
			continue;
		FOUND(check, &YEAR_OTHER, spot_line(line),
		      figure_text(line->text, figure),
		      str_format(check->arena, "%d年或%d年", year, year - 1));
	}
}

/* 现将…2023年部门预算公开如下: the year that is published. */
static void check_published(struct check *check, const struct line *line)
{
	static const char *const words[] = {"预算公开",	    "预算信息公开",
					    "预算情况说明", "预算编制说明",
					    "预算说明如下", NULL};
	size_t i;

	for (i = 0; i < line->statements.n_figures; i++) {
		const struct figure *figure = &line->statements.figures[i];
		struct str rest = str_slice(line->text, figure->to, 40);

		if (figure->kind != FIGURE_YEAR || figure->title ||
		    figure->year == check->view->year || !words_in(rest, words))
			continue;
		FOUND(check, &YEAR_HEADING, spot_line(line),
		      figure_text(line->text, figure),
		      str_format(check->arena, "%d年", check->view->year));
	}
}

/* 截止时间 of assets is the last day of the year before. */
static void check_asset_date(struct check *check, const struct grid *grid)
{
	int year = check->view->year;
	size_t i;
	size_t k;

	for (i = 0; i < 3 && grid->table->has_unit_line; i++) {
		struct str text =
		    text_plain(grid->table->unit_line[i], check->arena);
		size_t n;
		struct figure *figures = figures_read(text, check->arena, &n);

		for (k = 0; k < n; k++) {
			if (figures[k].kind == FIGURE_DATE &&
			    figures[k].year > 0 &&
			    (figures[k].year != year - 1 ||
			     figures[k].month != 12 || figures[k].day != 31)) {
				FOUND(check, &YEAR_ASSETS,
				      spot_cell(grid, 0, 0),
				      figure_text(text, &figures[k]),
				      str_format(check->arena, "%d-12-31",
						 year - 1));
			}
		}
	}
}

/* Headings and titles of a year's document bear that year. */
static void check_heading(struct check *check, const struct line *line)
{
	size_t n;
	size_t i;
	struct figure *figures = figures_read(line->text, check->arena, &n);

	for (i = 0; i < n; i++) {
		if (figures[i].kind == FIGURE_YEAR && !figures[i].title &&
		    figures[i].year != check->view->year &&
		    str_find(line->text, STR("目标表")) < 0)
			FOUND(check, &YEAR_HEADING, spot_line(line),
			      figure_text(line->text, &figures[i]),
			      str_format(check->arena, "%d年",
					 check->view->year));
	}
}

/* A line without a stop that names the budget: a title of a cover. */
static bool is_title(struct str text)
{
	static const char *const words[] = {"部门预算", "单位预算",
					    "预算信息公开", "预算公开", NULL};

	return text.n < 150 && words_in(text, words) &&
	       str_find(text, STR("。")) < 0 && str_find(text, STR("《")) < 0 &&
	       str_find(text, STR("万元")) < 0;
}

/* 2023年，我局将…: what is planned is planned for this year. */
static void check_plans(struct check *check, const struct line *line)
{
	const struct figure *first = line->statements.figures;
	static const char *const stops[] = {"。", NULL};
	/* what only a budget says */
	static const char *const budgeted[] = {
	    "共编制",	"没有购置",   "拟购置",	    "无国有资本",   "无政府性",
	    "没有使用", "没有安排的", "未安排使用", "没有财政拨款", NULL};
	struct str rest;

	if (line->statements.n_figures == 0 || first->from != 0 ||
	    first->kind != FIGURE_YEAR || first->year != check->view->year - 1)
		return;
	rest = str_slice(line->text, first->to, 120);
	rest = str_slice(rest, 0, words_next(rest, 0, stops) + 3);
	if ((!words_in(rest, budgeted) || speaks_of(line, check->view->year)) &&
	    (str_find(rest, STR("将")) < 0 || str_find(rest, STR("。")) >= 0))
		return;
	FOUND(check, &YEAR_OTHER, spot_line(line),
	      figure_text(line->text, first),
	      str_format(check->arena, "%d年", check->view->year));
}

static void check_unit_years(struct check *check, const struct grid *grid)
{
	size_t i;

	for (i = 0; i < 3 && grid->table->has_unit_line; i++) {
		struct str text =
		    text_plain(grid->table->unit_line[i], check->arena);
		ptrdiff_t at = str_find(text, STR("预算年度"));
		struct str year =
		    str_format(check->arena, "%d", check->view->year);

		if (at >= 0 && str_find(text, year) < 0)
			FOUND(check, &YEAR_HEADING, spot_cell(grid, 0, 0), text,
			      year);
	}
}

/* The year in a project's code: region (6 digits), year (2), P. */
static void check_code(struct check *check, const struct project *project)
{
	struct str code = project->code;
	int year;

	if (code.n < 9 || code.s[8] != 'P' || code.s[6] < '0' ||
	    code.s[6] > '9' || code.s[7] < '0' || code.s[7] > '9')
		return;
	year = (code.s[6] - '0') * 10 + code.s[7] - '0';
	if (year <= check->view->year % 100)
		return;
	FOUND(check, &YEAR_CODE, spot_cell(project->grid, 0, 0), code,
	      str_format(check->arena, "%02d", check->view->year % 100));
}

void rule_year(struct check *check)
{
	size_t i;
	size_t k;

	if (check->view->year == 0)
		return;
	for (i = 0; i < check->view->n_lines; i++) {
		const struct line *line = &check->view->lines[i];

		if (line->outline > 0 || is_title(line->text)) {
			check_heading(check, line);
			continue;
		}
		check_plans(check, line);
		check_figures(check, line);
		check_published(check, line);
		for (k = 0; k < line->statements.n; k++) {
			check_years(check, line, &line->statements.list[k]);
			check_level_year(check, line,
					 &line->statements.list[k]);
		}
	}
	for (i = 0; i < check->view->n_grids; i++) {
		check_unit_years(check, &check->view->grids[i]);
		if (grid_kind(&check->view->grids[i]) == TABLE_ASSETS)
			check_asset_date(check, &check->view->grids[i]);
	}
	for (i = 0; i < check->projects->n; i++)
		check_code(check, &check->projects->list[i]);
}
