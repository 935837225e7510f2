/* SPDX-License-Identifier: MIT */
/*
 * Figures of sentences against facts. A sentence is held against a fact only
 * if nothing but words without weight stands beside its name, and it speaks
 * of this year; if several tables give the name, one of them must agree.
 */
#include "base/arena.h"
#include "base/utf8.h"
#include "check/changes.h"
#include "check/kinds.h"
#include "check/rule.h"
#include "check/words.h"

/* The facts of that name, those of the fund only if one is named. */
static bool any_agrees(const struct check *check, const struct naming *naming,
		       const struct figure *figure, const struct fact **first)
{
	const struct facts *facts = check->facts;
	size_t i;

	*first = NULL;
	for (i = naming->fact; i != SIZE_MAX; i = facts->list[i].next) {
		const struct fact *fact = &facts->list[i];

		if (naming->funded && !fact_of_fund(fact, naming->fund))
			continue;
		if (figure_is(figure, fact->money))
			return true;
		if (*first == NULL || fact->source < (*first)->source)
			*first = fact;
	}
	return *first == NULL;
}

/* The number is the fact's, but in another unit of money. */
static bool is_other_unit(const struct figure *figure, struct money money)
{
	struct figure other = *figure;

	other.money = figure->money == MONEY_WAN ? MONEY_YUAN : MONEY_WAN;
	other.times = 1;
	return figure->value != 0 && figure_is(&other, money);
}

static bool is_of_this_year(const struct check *check,
			    const struct statement *statement)
{
	return !statement->last_year &&
	       (statement->year == 0 || check->view->year == 0 ||
		statement->year == check->view->year);
}

static void report(struct check *check, const struct line *line,
		   const struct statement *statement, const struct fact *fact)
{
	bool certain = fact->source != FACT_ECONOMIC;
	const struct diag_kind *kind =
	    certain ? &TXT_FIGURE : &TXT_FIGURE_UNSURE;

	if (str_is(fact->name, "公用经费") &&
	    str_find(statement->subject, STR("运行经费")) >= 0)
		kind = &OPERATING;
	if (is_other_unit(statement->figure, fact->money))
		kind = &UNIT_WORD;
	FOUND(check, kind, spot_line(line),
	      figure_text(line->text, statement->figure),
	      wan_text(fact->money, check->arena), statement->subject,
	      fact->grid == NULL ? STR("模板所列口径") : fact->grid->title);
}

/* Classes of both classifications, and a budget that is the project's own
 * where projects are told of: the sentence does not tell which. */
static bool is_ambiguous(struct str name, struct str subject)
{
	static const char *const own[] = {"项目预算", "项目资金", NULL};
	static const char *const names[] = {"其他支出",	      "其他",
					    "其他收入",	      "住房公积金",
					    "公务员医疗补助", NULL};
	size_t i;

	for (i = 0; names[i] != NULL; i++)
		if (str_is(name, names[i]))
			return true;
	return words_start(subject, own) > 0;
}

/* The fund that the sentence, else its heading, speaks of when it comes to the
 * statement; empty: none. */
static struct str fund_around(const struct line *line,
			      const struct statement *statement)
{
	struct str before = str_slice(line->text, 0, statement->from);
	size_t n = 0;
	ptrdiff_t stop =
	    words_last(before, (const char *const[]){"。", NULL}, &n);
	struct str fund;

	if (stop >= 0)
		before = str_slice(before, (size_t)stop, before.n);
	fund = facts_fund(before);
	return fund.n > 0 ? fund : facts_fund(line->heading);
}

/* In words about a fund, 项目支出 is that of the fund. False: the fund has no
 * such fact. */
static bool narrow_to_fund(const struct check *check, const struct line *line,
			   const struct statement *statement,
			   struct naming naming, const struct fact **fact)
{
	const struct fact *of_fund;

	naming.fund = fund_around(line, statement);
	if (naming.funded || naming.fund.n == 0 ||
	    facts_fund(statement->subject).n > 0 ||
	    facts_fund((*fact)->name).n > 0)
		return true;
	naming.funded = true;
	if (any_agrees(check, &naming, statement->figure, &of_fund))
		return false;
	*fact = of_fund;
	return true;
}

/* Whether a sentence speaks of the year that the fact is of; what it says of
 * assets without a year is of last year's end. */
static bool is_of_year(const struct check *check,
		       const struct statement *statement,
		       const struct fact *fact)
{
	int year = check->view->year;

	if (fact_year(fact, year) == year)
		return is_of_this_year(check, statement);
	return statement->year == 0 || statement->year == year - 1;
}

/* 涉及资金400万元，其中一般公共预算317.8万元: of the fund only what belongs to
 * a whole that no fact is. */
static bool is_part_of_unknown(const struct check *check,
			       const struct line *line,
			       const struct statement *statement)
{
	const struct statement *list = line->statements.list;
	const struct statement *first = statement;
	struct naming naming;

	if (facts_fund(statement->subject).n == 0)
		return false;
	while (first > list && first->opener != OPENS_PARTS &&
	       first->sentence == statement->sentence)
		first--;
	if (first == list || first->opener != OPENS_PARTS ||
	    first->sentence != statement->sentence ||
	    first[-1].says != SAYS_LEVEL || first[-1].figure == NULL ||
	    first[-1].figure->kind != FIGURE_MONEY)
		return false;
	naming = facts_name(check->facts, first[-1].subject, check->arena);
	return naming.fact == SIZE_MAX || !naming.exact;
}

/* More than the classes of a table of one fund's basic expenditure, where there
 * is basic expenditure of others: the sentence may speak of all. */
static bool is_of_more(const struct check *check,
		       const struct statement *statement,
		       const struct fact *fact)
{
	const struct fact *basic = facts_find(check->facts, "基本支出");
	size_t row;
	size_t column;
	struct amount whole;

	if (fact->source != FACT_ECONOMIC || basic == NULL ||
	    fact->grid == NULL ||
	    figure_money(statement->figure).fen < fact->money.fen)
		return false;
	whole = grid_total(fact->grid, NULL, &row, &column);
	for (; basic != NULL; basic = basic->next == SIZE_MAX
					  ? NULL
					  : &check->facts->list[basic->next])
		if (whole.there && basic->money.fen - whole.money.fen >
				       (int64_t)MONEY_WAN / 100)
			return true;
	return false;
}

static void check_statement(struct check *check, const struct line *line,
			    const struct statement *statement)
{
	const struct fact *fact;
	struct naming naming;

	if (statement->says != SAYS_LEVEL || statement->figure == NULL ||
	    statement->figure->kind != FIGURE_MONEY ||
	    statement->figure->about || statement->subject.n == 0)
		return;
	naming = facts_name(check->facts, statement->subject, check->arena);
	if (naming.fact == SIZE_MAX || !naming.exact ||
	    is_ambiguous(check->facts->list[naming.fact].name,
			 statement->subject) ||
	    any_agrees(check, &naming, statement->figure, &fact) ||
	    is_part_of_unknown(check, line, statement) ||
	    is_of_more(check, statement, fact))
		return;
	if (is_of_year(check, statement, fact) &&
	    narrow_to_fund(check, line, statement, naming, &fact))
		report(check, line, statement, fact);
}

/* 机关运行经费 is the 公用经费 of those units that a template counts. Without
 * a term of the template it is compared with all of them. */
static bool has_term(const struct check *check, const char *word)
{
	size_t i;

	for (i = 0; i < check->task->doc->n_terms; i++)
		if (check->task->doc->terms[i].select.n > 0 &&
		    str_find(check->task->doc->terms[i].word, str_from(word)) >=
			0)
			return true;
	return false;
}

void rule_operating(struct check *check)
{
	const struct fact *fact = facts_find(check->facts, "公用经费");
	size_t i;
	size_t k;

	if (fact == NULL || fact->grid == NULL ||
	    has_term(check, "机关运行经费"))
		return;
	for (i = 0; i < check->view->n_lines; i++) {
		const struct line *line = &check->view->lines[i];

		for (k = 0; k < line->statements.n; k++) {
			const struct statement *statement =
			    &line->statements.list[k];

			if (statement->says != SAYS_LEVEL ||
			    statement->figure->kind != FIGURE_MONEY ||
			    !is_of_this_year(check, statement) ||
			    str_find(statement->subject, STR("机关运行经费")) <
				0 ||
			    figure_is(statement->figure, fact->money))
				continue;
			FOUND(check,
			      is_other_unit(statement->figure, fact->money)
				  ? &UNIT_WORD
				  : &OPERATING,
			      spot_line(line),
			      figure_text(line->text, statement->figure),
			      wan_text(fact->money, check->arena),
			      statement->subject,
			      fact->grid == NULL ? STR_NONE
						 : fact->grid->title);
		}
	}
}

void rule_txt_figure(struct check *check)
{
	size_t i;
	size_t k;

	check_asset_counts(check);
	for (i = 0; i < check->view->n_lines; i++)
		for (k = 0; k < check->view->lines[i].statements.n; k++)
			check_statement(
			    check, &check->view->lines[i],
			    &check->view->lines[i].statements.list[k]);
}

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
	    !any_agrees(check, &naming, statement->figure, &fact) ||
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

		if (figure->kind == FIGURE_DATE && !figure->title &&
		    figure->year == year && figure->month == 12 &&
		    figure->day == 31 && words_end(lead, until) > 0)
			FOUND(
			    check, &YEAR_ASSETS, spot_line(line),
			    figure_text(line->text, figure),
			    str_format(check->arena, "%d年12月31日", year - 1));
		if ((figure->kind != FIGURE_YEAR &&
		     figure->kind != FIGURE_DATE) ||
		    figure->title || figure->year == 0 ||
		    figure->year == year || figure->year == year - 1 ||
		    figure->year < year - 3 || figure->year > year + 1 ||
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

/* The same quantity twice in the text: only subjects that no fact names,
 * the others are held against their fact. */
struct said {
	struct str subject;
	const struct line *line;
	const struct statement *statement;
};

static bool is_telling(const struct check *check,
		       const struct statement *statement)
{
	static const char *const vague[] = {"安排", "预算",	"资金", "经费",
					    "项目", "其他",	"上年", "采购",
					    "合同", "财政拨款", NULL};

	static const char *const signs[] = {"≤",  "≥",	"<", ">",
					    "＜", "＞", "=", NULL};

	/* 单位成本≤: what a project is to keep to */
	return statement->says == SAYS_LEVEL && statement->figure != NULL &&
	       !words_in(statement->subject, signs) &&
	       statement->figure->kind == FIGURE_MONEY &&
	       !statement->figure->about && is_of_this_year(check, statement) &&
	       utf8_length(statement->subject) >= 5 &&
	       words_start(statement->subject, vague) == 0;
}

/* Whether it stands below a project's name: it is said of that one. */
static bool is_of_project(const struct check *check, const struct line *line)
{
	struct str heading =
	    words_bare(words_label(line->heading), check->arena);

	return heading.n > 0 && projects_find(check->projects, heading) != NULL;
}

static void compare_said(struct check *check, const struct said *a,
			 const struct said *b)
{
	struct naming naming;

	if (!str_equal(a->subject, b->subject) ||
	    (!str_equal(a->line->heading, b->line->heading) &&
	     (is_of_project(check, a->line) ||
	      is_of_project(check, b->line))) ||
	    figure_is(a->statement->figure,
		      figure_money(b->statement->figure)) ||
	    figure_is(b->statement->figure, figure_money(a->statement->figure)))
		return;
	naming = facts_name(check->facts, a->subject, check->arena);
	if (naming.fact != SIZE_MAX && naming.exact)
		return;
	FOUND(check, &TXT_REPEAT, spot_line(b->line),
	      figure_text(b->line->text, b->statement->figure),
	      figure_text(a->line->text, a->statement->figure), a->subject);
}

/* 1262.4万元（12624000元）: one amount, written twice. */
static void check_written_twice(struct check *check, const struct line *line)
{
	static const char *const between[] = {"（", "(", "（即", "（合", NULL};
	static const char *const behind[] = {"）", ")", NULL};
	const struct statements *all = &line->statements;
	size_t i;

	for (i = 1; i < all->n_figures; i++) {
		const struct figure *first = &all->figures[i - 1];
		const struct figure *again = &all->figures[i];
		struct str words =
		    str_slice(line->text, first->to, again->from - first->to);
		struct str rest =
		    str_slice(line->text, again->to, line->text.n);

		if (first->kind != FIGURE_MONEY ||
		    again->kind != FIGURE_MONEY ||
		    str_equal(first->unit, again->unit) ||
		    words_end(words, between) != words.n ||
		    words_start(rest, behind) == 0 ||
		    figure_is(first, figure_money(again)) ||
		    figure_is(again, figure_money(first)))
			continue;
		FOUND(check, &TXT_REPEAT_UNITS, spot_line(line),
		      figure_text(line->text, again),
		      figure_text(line->text, first));
	}
}

#define MOST_SAID 400

void rule_txt_repeat(struct check *check)
{
	struct said *said = ARENA_ARRAY(check->arena, MOST_SAID, struct said);
	size_t n = 0;
	size_t i;
	size_t k;

	for (i = 0; i < check->view->n_lines; i++) {
		const struct line *line = &check->view->lines[i];

		check_written_twice(check, line);
		for (k = 0; k < line->statements.n && n < MOST_SAID; k++) {
			const struct statement *statement =
			    &line->statements.list[k];
			size_t j;

			if (!is_telling(check, statement))
				continue;
			said[n] = (struct said){
			    words_bare(statement->subject, check->arena), line,
			    statement};
			for (j = 0; j < n; j++)
				compare_said(check, &said[j], &said[n]);
			n++;
		}
	}
}
