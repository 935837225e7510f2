/* SPDX-License-Identifier: MIT */
/*
 * Percentages that sentences state: of growth and of shares. They are computed
 * on the amounts that stand beside them, or on the facts that they name; the
 * printed one must lie within what rounding allows.
 */
#include "base/arena.h"
#include "check/changes.h"
#include "check/comparison.h"
#include "check/rule.h"
#include "check/words.h"

__extension__ typedef __int128 wide;

#define MILLION 1000000

/* How a printed percentage lies to the computed one. */
enum ratio {
	RATIO_UNKNOWN, /* nothing to compute it of */
	RATIO_FITS,
	RATIO_CUT, /* cut off instead of rounded */
	RATIO_OFF
};

static int64_t step_of(const struct figure *figure)
{
	int64_t step = MILLION;
	int i;

	for (i = 0; i < figure->decimals; i++)
		step /= 10;
	return step;
}

static enum ratio ratio_of(const struct figure *figure, struct about a,
			   struct about b)
{
	const wide scale = 100 * (wide)MILLION;
	wide b_low = b.fen - b.half > 0 ? b.fen - b.half : 1;
	int64_t step = step_of(figure);
	int64_t low;
	int64_t high;

	if (!a.there || !b.there || b.fen <= 0)
		return RATIO_UNKNOWN;
	low = (int64_t)((a.fen - a.half) * scale / (b.fen + b.half));
	high = (int64_t)((a.fen + a.half) * scale / b_low);
	if (figure->value + step / 2 >= low && figure->value - step / 2 <= high)
		return RATIO_FITS;
	if (figure->value + step >= low && figure->value - step <= high)
		return RATIO_CUT;
	return RATIO_OFF;
}

/* The percentage of a in b, with as many decimals as the printed one. */
static struct str ratio_text(const struct figure *figure, struct about a,
			     struct about b, struct arena *arena)
{
	int64_t step = step_of(figure);
	int64_t real = (int64_t)((wide)a.fen * 100 * MILLION / b.fen);

	real = (real + step / 2) / step;
	if (figure->decimals == 0)
		return str_format(arena, "%lld%%", (long long)real);
	return str_format(arena, "%lld.%0*lld%%",
			  (long long)(real * step / MILLION), figure->decimals,
			  (long long)(real * step % MILLION / step));
}

static void check_ratio(struct check *check, const struct line *line,
			const struct statement *said, struct about a,
			struct about b)
{
	enum ratio ratio = ratio_of(said->figure, a, b);

	if (ratio == RATIO_UNKNOWN || ratio == RATIO_FITS)
		return;
	FOUND(check, ratio == RATIO_CUT ? &TXT_BASE_CUT : &TXT_BASE,
	      spot_line(line), figure_text(line->text, said->figure),
	      ratio_text(said->figure, a, b, check->arena),
	      subject_of(line, said));
}

static bool opposite(int sign, int64_t change)
{
	return (sign > 0 && change < 0) || (sign < 0 && change > 0);
}

/* 比上年370万元增长8.1%: level and base, but no change in money. */
static struct about implied_change(struct about level, struct about was)
{
	return (struct about){level.fen - was.fen, level.half + was.half,
			      level.there && was.there};
}

/* 上年未安排此项预算，同比增长100%: nothing grows from nothing. */
static bool grows_from_nothing(const struct line *line,
			       const struct statement *growth)
{
	static const char *const words[] = {"上年未安排",   "上年没有安排",
					    "上年无此项",   "上年未列支",
					    "上年没有此项", "上年无预算",
					    "上年度未安排", "去年未安排",
					    "上年未编列",   NULL};
	static const char *const stops[] = {"。", "；", NULL};
	struct str before = str_slice(line->text, 0, growth->from);
	size_t n = 0;
	ptrdiff_t stop = words_last(before, stops, &n);

	if (stop >= 0)
		before = str_slice(before, (size_t)stop + n, before.n);
	return growth->sign > 0 && growth->figure->value != 0 &&
	       words_in(before, words);
}

static void report_zero(struct check *check, const struct line *line,
			const struct statement *growth)
{
	FOUND(check, &TXT_BASE_ZERO, spot_line(line),
	      figure_text(line->text, growth->figure), STR("无可比基数"),
	      subject_of(line, growth));
}

/* What the sentence says that the year before was. */
static struct about base_of(const struct check *check, const struct line *line,
			    const struct statement *growth)
{
	struct about was = about_figure(sibling(line, growth, SAYS_BASE));

	return was.there
		   ? was
		   : about_figure(year_before(line, growth, check->view->year));
}

static void check_growth(struct check *check, const struct line *line,
			 const struct statement *growth)
{
	const struct statement *change = sibling(line, growth, SAYS_CHANGE);
	struct about level = about_level(check, line, growth);
	struct about said = about_change(change);
	struct about was = base_of(check, line, growth);

	if (change == NULL && grows_from_nothing(line, growth)) {
		report_zero(check, line, growth);
		return;
	}
	if (change == NULL)
		said = implied_change(level, was);
	if (!said.there)
		return;
	if (opposite(growth->sign, said.fen) && growth->figure->value != 0) {
		FOUND(check, &TXT_YOY_SIGN, spot_line(line),
		      figure_text(line->text, growth->figure),
		      change == NULL
			  ? wan_text((struct money){said.fen}, check->arena)
			  : figure_text(line->text, change->figure),
		      subject_of(line, growth));
		return;
	}
	if (!was.there && level.there)
		was = (struct about){level.fen - said.fen,
				     level.half + said.half, true};
	if (!was.there)
		return;
	if (was.fen <= was.half) {
		if (was.fen <= 0 && said.fen > 0 && growth->figure->value != 0)
			report_zero(check, line, growth);
		return;
	}
	if (said.fen < 0)
		said.fen = -said.fen;
	check_ratio(check, line, growth, said, was);
}

/* Amounts of the data, as exact as sentences show them. */
static struct about exact(int64_t fen)
{
	return (struct about){fen < 0 ? -fen : fen, MONEY_WAN / 200, true};
}

bool growth_fits(const struct statement *growth, int64_t change, int64_t was)
{
	if (was <= 0)
		return true;
	return (!opposite(growth->sign, change) ||
		growth->figure->value == 0) &&
	       ratio_of(growth->figure, exact(change), exact(was)) != RATIO_OFF;
}

void check_growth_of(struct check *check, const struct line *line,
		     const struct statement *growth, int64_t change,
		     int64_t was)
{
	if (opposite(growth->sign, change) && growth->figure->value != 0)
		FOUND(check, &TXT_YOY_SIGN, spot_line(line),
		      figure_text(line->text, growth->figure),
		      wan_text((struct money){change}, check->arena),
		      subject_of(line, growth));
	else
		check_ratio(check, line, growth, exact(change), exact(was));
}

/* 人员经费占基本支出的86.02%: what is said to be the share of what. */
struct share {
	struct str part, whole; /* either may be empty */
};

/* 2024年人员经费 is 人员经费. */
static struct str without_year(struct str name)
{
	static const char *const years[] = {"年度", "年", NULL};
	size_t n = 0;

	while (n < name.n && name.s[n] >= '0' && name.s[n] <= '9')
		n++;
	if (n != 4)
		return name;
	n += words_start(str_slice(name, n, name.n), years);
	return n > 4 ? str_slice(name, n, name.n) : name;
}

static struct share share_names(const struct statement *said)
{
	static const char *const of[] = {"占", NULL};
	static const char *const behind[] = {"的",   "比重", "比例", "份额",
					     "比",   "为",   "是",   "达",
					     "分别", "各",   NULL};
	size_t n = 0;
	ptrdiff_t at = words_last(said->lead, of, &n);

	if (at < 0)
		return (struct share){STR_NONE, STR_NONE};
	return (struct share){
	    words_strip_end(without_year(str_slice(said->lead, 0, (size_t)at)),
			    of),
	    words_strip_end(str_slice(said->lead, (size_t)at + n, said->lead.n),
			    behind)};
}

/* The level in the paragraph that bears the name. */
static const struct statement *level_named(const struct check *check,
					   const struct line *line,
					   const struct statement *part,
					   struct str name)
{
	struct str bare = words_bare(name, check->arena);
	const struct statement *found = NULL;
	size_t longest = 0;
	size_t i;

	for (i = 0; i < line->statements.n; i++) {
		const struct statement *other = &line->statements.list[i];
		struct str subject;

		if (other == part || other->says != SAYS_LEVEL ||
		    other->figure->kind != FIGURE_MONEY ||
		    other->subject.n == 0)
			continue;
		subject = words_bare(
		    words_strip_end(other->subject, statement_fillers),
		    check->arena);
		if (subject.n <= longest || str_find(bare, subject) < 0)
			continue;
		found = other;
		longest = subject.n;
	}
	return found;
}

/* Facts of that name: how the best of them fits; *first: the first of them. */
static enum ratio ratio_of_facts(const struct check *check,
				 const struct figure *figure, struct about part,
				 struct str name, struct about *first)
{
	struct naming naming = facts_name(check->facts, name, check->arena);
	enum ratio best = RATIO_UNKNOWN;
	size_t i;

	if (naming.fact == SIZE_MAX || !naming.exact || naming.funded)
		return RATIO_UNKNOWN;
	for (i = naming.fact; i != SIZE_MAX; i = check->facts->list[i].next) {
		struct about whole = {check->facts->list[i].money.fen,
				      (int64_t)MONEY_WAN / 200, true};
		enum ratio ratio = ratio_of(figure, part, whole);

		if (ratio == RATIO_UNKNOWN)
			continue;
		if (best == RATIO_UNKNOWN || ratio < best)
			*first = whole;
		if (best == RATIO_UNKNOWN || ratio < best)
			best = ratio;
	}
	return best;
}

/* Whether it is the share of any amount that stands before it. */
static bool fits_any(const struct line *line, const struct statement *said,
		     struct about part)
{
	const struct statement *other;

	for (other = line->statements.list; other < said; other++)
		if (other->says == SAYS_LEVEL &&
		    ratio_of(said->figure, part, about_figure(other)) ==
			RATIO_FITS)
			return true;
	return false;
}

/* 占…86.5万元的69.4% says its whole itself. */
static bool check_stated_whole(struct check *check, const struct line *line,
			       const struct statement *said)
{
	const struct statement *before = said - 1;

	if (said == line->statements.list || before->says != SAYS_WHOLE ||
	    before->of < 0)
		return false;
	check_ratio(check, line, said,
		    about_figure(statement_at(line, before->of)),
		    about_figure(before));
	return true;
}

/* 基本支出占总支出的68.31%: of facts, whose amounts the sentence does not
 * give. True: it was held against them. */
static bool check_named_share(struct check *check, const struct line *line,
			      const struct statement *said,
			      const struct share *names)
{
	struct naming part =
	    facts_name(check->facts, names->part, check->arena);
	struct about whole = {.there = false};
	struct about of = {.there = false};
	enum ratio best = RATIO_UNKNOWN;
	size_t i;

	if (part.fact == SIZE_MAX || !part.exact || part.funded)
		return false;
	for (i = part.fact; i != SIZE_MAX; i = check->facts->list[i].next) {
		struct about amount = {check->facts->list[i].money.fen,
				       (int64_t)MONEY_WAN / 200, true};
		struct about first = {.there = false};
		enum ratio ratio = ratio_of_facts(check, said->figure, amount,
						  names->whole, &first);

		if (ratio == RATIO_UNKNOWN ||
		    (best != RATIO_UNKNOWN && ratio >= best))
			continue;
		best = ratio;
		whole = first;
		of = amount;
	}
	if (best == RATIO_UNKNOWN)
		return false;
	check_ratio(check, line, said, of, whole);
	return true;
}

/* 项目支出占31.7% behind 基本支出占总支出的68.3%: of the same. */
static struct str whole_before(const struct line *line,
			       const struct statement *said)
{
	const struct statement *before = said;

	while (before > line->statements.list) {
		struct share names;

		before--;
		if (before->sentence != said->sentence ||
		    before->says != SAYS_SHARE)
			return STR_NONE;
		names = share_names(before);
		if (names.whole.n > 0)
			return names.whole;
	}
	return STR_NONE;
}

/* Parts that make up what is not told: 本年收入…，占99%；上年结转…，占1%. They
 * do if one of their shares says so. */
static bool check_among(struct check *check, const struct line *line,
			const struct statement *said)
{
	const struct statements *all = &line->statements;
	const struct statement *other;
	struct about whole = {.there = true};
	size_t n = 0;
	bool fits = false;

	for (other = all->list; other < all->list + all->n; other++) {
		const struct statement *level = statement_at(line, other->of);
		struct about part = about_figure(level);

		if (other->says != SAYS_SHARE || !part.there ||
		    other->sentence != said->sentence)
			continue;
		if (share_names(other).whole.n > 0)
			return false;
		whole.fen += part.fen;
		whole.half += part.half;
		n++;
	}
	for (other = all->list; other < all->list + all->n && n > 1; other++)
		fits = fits ||
		       (other->says == SAYS_SHARE && other != said &&
			other->sentence == said->sentence &&
			ratio_of(other->figure,
				 about_figure(statement_at(line, other->of)),
				 whole) == RATIO_FITS);
	if (!fits)
		return false;
	check_ratio(check, line, said,
		    about_figure(statement_at(line, said->of)), whole);
	return true;
}

/* The first amount of the paragraph that is no less than the part; NULL: none
 * stands before the statement. */
static const struct statement *greater_before(const struct line *line,
					      const struct statement *said,
					      struct about part)
{
	const struct statement *other;

	for (other = line->statements.list; other < said; other++)
		if (other->says == SAYS_LEVEL && about_figure(other).there &&
		    about_figure(other).fen > part.fen)
			return other;
	return NULL;
}

static void check_share(struct check *check, const struct line *line,
			const struct statement *said)
{
	const struct statement *level = statement_at(line, said->of);
	struct share names = share_names(said);
	struct about part = about_figure(level);
	struct about fact = {.there = false};
	const struct statement *whole = NULL;

	if (names.whole.n == 0 && names.part.n > 0)
		names.whole = whole_before(line, said);
	if (names.part.n > 0 && names.whole.n > 0 &&
	    check_named_share(check, line, said, &names))
		return;
	if (check_stated_whole(check, line, said) || level == NULL ||
	    !part.there ||
	    (names.part.n > 0 && level->subject.n > 0 &&
	     !words_only(names.part, statement_fillers)))
		return;
	if (names.whole.n > 0)
		whole = level_named(check, line, level, names.whole);
	if (whole == NULL && names.whole.n > 0 &&
	    ratio_of_facts(check, said->figure, part, names.whole, &fact) ==
		RATIO_FITS)
		return;
	if (whole == NULL && !fact.there && names.whole.n == 0)
		whole = whole_of_list(line, level);
	if (whole != NULL)
		fact = about_figure(whole);
	/* 服务30万元；其中面向中小企业60万元，占69.4%: of more than the item */
	if (names.whole.n == 0 && fact.there && fact.fen < part.fen)
		fact = about_figure(greater_before(line, said, part));
	if (whole == NULL || names.whole.n == 0)
		if (fits_any(line, said, part))
			return;
	if (!fact.there && check_among(check, line, said))
		return;
	check_ratio(check, line, said, part, fact);
}

/* 下降0.01个百分点, with as many decimals as the printed one. */
static struct str points_text(const struct figure *figure, int64_t real,
			      struct arena *arena)
{
	int64_t step = step_of(figure);
	int64_t size = ((real < 0 ? -real : real) + step / 2) / step * step;
	const char *direction = real < 0 ? "下降" : "提高";

	if (figure->decimals == 0)
		return str_format(arena, "%s%lld个百分点", direction,
				  (long long)(size / MILLION));
	return str_format(arena, "%s%lld.%0*lld个百分点", direction,
			  (long long)(size / MILLION), figure->decimals,
			  (long long)(size % MILLION / step));
}

/* Whether a share is that of the year before: 较上年93.50%, 由2023年的93.50%.
 */
static bool is_share_before(const struct check *check, const struct line *line,
			    const struct statement *share)
{
	static const char *const from[] = {"由", "从", "上年", "去年", NULL};
	const struct statements *all = &line->statements;
	int against;

	return words_in(share->lead, from) ||
	       comparison_find(share->lead, all->figures, all->n_figures,
			       (size_t)(share->lead.s - line->text.s),
			       &against) >= 0 ||
	       (share->year > 0 && share->year == check->view->year - 1);
}

static bool is_share(const struct statement *statement, size_t sentence)
{
	return statement->says == SAYS_SHARE && statement->figure != NULL &&
	       statement->figure->kind == FIGURE_PERCENT &&
	       statement->sentence == sentence;
}

/* 占93.49%，较上年93.50%下降0.01个百分点: between the two shares right before.
 */
static void check_points(struct check *check, const struct line *line,
			 const struct statement *said)
{
	const struct statement *list = line->statements.list;
	const struct statement *now = said - 2;
	const struct statement *was = said - 1;
	int64_t real;
	int64_t slack;
	int64_t value = said->figure->value;

	if (said - list < 2 || said->sign == 0 ||
	    !is_share(now, said->sentence) || !is_share(was, said->sentence) ||
	    said->figure->about)
		return;
	if (is_share_before(check, line, now) ==
	    is_share_before(check, line, was))
		return;
	if (is_share_before(check, line, now)) {
		now = said - 1;
		was = said - 2;
	}
	real = now->figure->value - was->figure->value;
	slack = (step_of(now->figure) + step_of(was->figure) +
		 step_of(said->figure)) /
		2;
	if (said->sign * value - real >= -slack &&
	    said->sign * value - real <= slack)
		return;
	FOUND(check, &TXT_POINTS, spot_line(line),
	      str_format(check->arena, "%s" STR_FMT,
			 said->sign < 0 ? "下降" : "提高",
			 STR_ARG(figure_text(line->text, said->figure))),
	      points_text(said->figure, real, check->arena));
}

void rule_txt_base(struct check *check)
{
	struct told told = {NULL, NULL};

	while (view_next_told(check->view, &told)) {
		if (told.statement->says == SAYS_GROWTH)
			check_growth(check, told.line, told.statement);
		else if (told.statement->says == SAYS_SHARE)
			check_share(check, told.line, told.statement);
		else if (told.statement->says == SAYS_POINTS)
			check_points(check, told.line, told.statement);
	}
}
