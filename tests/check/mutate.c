/* SPDX-License-Identifier: MIT */
/*
 * Mutation test of the rules: mutate N SEED [-v] [-i INPUT] FILE.doc.xml...
 *
 * Plants N faults of each kind, one at a time, in the documents given, and
 * counts those that are found: a finding that the unchanged document does not
 * have, and that the fault caused. Other new findings are false. Prints found,
 * missed and false by kind, and which rules they are of; -v prints what was
 * missed and what is false; -i says what the documents behind it were made of.
 * Fails if a kind falls below its share, or if anything is false.
 * Deterministic.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/map.h"
#include "budget/budget.h"
#include "budget/select.h"
#include "check/check.h"
#include "check/figure.h"
#include "doc/doc.h"
#include "doc/dump.h"
#include "read/read.h"
#include "tables/sheets.h"

enum kind {
	CELL_FIGURE, /* one amount of a table */
	TEXT_FIGURE, /* one amount of a sentence */
	DIRECTION,   /* 增加 for 减少 */
	PROJECT,     /* a project's form is dropped */
	YEAR,	     /* a year shifted */
	UNIT,	     /* 元 for 万元 */
	PLACEHOLDER, /* XX left */
	BOUND,	     /* a cost above the budget */
	PLAN,	     /* a plan that falls */
	N_KINDS
};

/* Name, and the share that must be found [1/100]. What is missed says what no
 * reader of the document alone can know: a project's count, an amount that
 * stands once. */
static const struct {
	const char *name;
	size_t least;
} kinds[N_KINDS] = {
    {"table figure", 85}, {"text figure", 85}, {"direction", 85},
    {"project", 95},	  {"year", 90},	       {"unit", 95},
    {"placeholder", 100}, {"bound", 95},       {"plan", 95},
};

/* A fault that can be planted: what replaces which bytes. */
struct fault {
	size_t from, to;
	struct str text;
};

struct faults {
	struct fault *list;
	size_t n, room;
};

struct source {
	const char *name;
	const struct budget *budget; /* NULL: the document alone */
	struct str xml;
	struct faults faults[N_KINDS];
	struct map known; /* findings of the unchanged document */
};

struct tally {
	size_t found, missed, broken, false_ones;
	size_t *by_rule;    /* found, by rule */
	size_t *false_rule; /* false, by rule */
};

static uint64_t state;

static size_t pick(size_t n)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (size_t)(state % n);
}

static void add(struct source *source, enum kind kind, size_t from, size_t to,
		struct str text, struct arena *arena)
{
	struct faults *faults = &source->faults[kind];

	faults->list = arena_grow(arena, faults->list, faults->n, &faults->room,
				  sizeof(*faults->list));
	faults->list[faults->n++] = (struct fault){from, to, text};
}

/* The number with a digit changed, not the last of its decimals. */
static struct str other_number(struct str number, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	char *digits;
	size_t at;

	buf_add(&buf, number);
	digits = buf.s;
	do {
		at = pick(number.n > 1 ? number.n - 1 : 1);
	} while (digits[at] < '0' || digits[at] > '9');
	digits[at] = (char)('0' + (digits[at] - '0' + 1 + (int)pick(8)) % 10);
	return buf_str(&buf);
}

/* Faults of one stretch of text within a paragraph. */
static void text_faults(struct source *source, size_t base, struct str text,
			struct arena *arena)
{
	static const char *const words[][2] = {{"增加", "减少"},
					       {"减少", "增加"},
					       {"增长", "下降"},
					       {"下降", "增长"}};
	size_t n;
	struct figure *figures = figures_read(text, arena, &n);
	size_t i;

	for (i = 0; i < n; i++) {
		const struct figure *figure = &figures[i];
		struct str number = str_slice(text, figure->from,
					      figure->number_to - figure->from);

		if (figure->title)
			continue;
		if (figure->kind == FIGURE_YEAR) {
			add(source, YEAR, base + figure->from,
			    base + figure->number_to,
			    str_format(arena, "%d",
				       figure->year + (pick(2) ? 1 : -1)),
			    arena);
		}
		if (figure->kind != FIGURE_MONEY || figure->bound ||
		    figure->money != MONEY_WAN)
			continue;
		add(source, TEXT_FIGURE, base + figure->from,
		    base + figure->number_to, other_number(number, arena),
		    arena);
		add(source, PLACEHOLDER, base + figure->from,
		    base + figure->number_to, STR("XX"), arena);
		if (figure->value > 0)
			add(source, UNIT, base + figure->number_to,
			    base + figure->to, STR("元"), arena);
	}
	for (i = 0; i + 6 <= text.n; i++) {
		size_t w;

		for (w = 0; w < 4; w++) {
			if (memcmp(text.s + i, words[w][0], 6) == 0 &&
			    i + 6 < text.n && text.s[i + 6] >= '0' &&
			    text.s[i + 6] <= '9')
				add(source, DIRECTION, base + i, base + i + 6,
				    str_from(words[w][1]), arena);
		}
	}
}

static bool is_amount(struct str text)
{
	size_t i;
	bool point = false;

	for (i = 0; i < text.n; i++) {
		if (text.s[i] == '.')
			point = true;
		else if (text.s[i] < '0' || text.s[i] > '9')
			return false;
	}
	return point && text.n > 3;
}

static bool is_whole(struct str text)
{
	size_t i;

	for (i = 0; i < text.n; i++)
		if (text.s[i] < '0' || text.s[i] > '9')
			return false;
	return text.n > 0 && text.n < 4;
}

/* A cell: an amount, a cost (≤5万元), a year of a unit line. */
static void cell_faults(struct source *source, size_t base, struct str text,
			bool plan, struct arena *arena)
{
	if (is_amount(text) && plan)
		add(source, PLAN, base, base + text.n, STR("0.00"), arena);
	else if (is_amount(text))
		add(source, CELL_FIGURE, base, base + text.n,
		    other_number(text, arena), arena);
	if (str_starts(text, STR("≤")) && str_ends(text, STR("万元")))
		add(source, BOUND, base + 3, base + text.n - 6, STR("98765.43"),
		    arena);
	if (plan && (str_ends(text, STR("%")) || is_whole(text)))
		add(source, PLAN, base, base + text.n, STR("1"), arena);
}

/* A form of a project: from its heading to the end of its table. */
static void form_fault(struct source *source, size_t table, struct arena *arena)
{
	struct str before = str_slice(source->xml, 0, table);
	struct str after = str_slice(source->xml, table, source->xml.n);
	ptrdiff_t end = str_find(after, STR("</table>"));
	size_t from = before.n;

	if (end < 0 ||
	    str_find(str_slice(after, 0, (size_t)end), STR("三级指标")) < 0)
		return;
	while (from > 2 && memcmp(before.s + from - 2, "<p", 2) != 0)
		from--;
	add(source, PROJECT, from - 2,
	    table + (size_t)end + sizeof("</table>") - 1, STR_NONE, arena);
}

/* Where the reading of the file stands. */
struct place_in_file {
	bool paragraph;
	bool plan; /* behind the headings of a plan */
	size_t cells;
};

static void read_tag(struct source *source, struct place_in_file *place,
		     struct str rest, size_t at, struct arena *arena)
{
	if (str_starts(rest, STR("<p "))) {
		place->paragraph = true;
	} else if (str_starts(rest, STR("</p>"))) {
		place->paragraph = false;
	} else if (str_starts(rest, STR("<cell"))) {
		place->paragraph = false;
		place->cells++;
	} else if (str_starts(rest, STR("<row"))) {
		place->cells = 0;
	} else if (str_starts(rest, STR("<table"))) {
		form_fault(source, at, arena);
	} else if (str_starts(rest, STR("</table>"))) {
		place->plan = false;
	}
}

static void read_text(struct source *source, struct place_in_file *place,
		      struct str text, size_t at, struct arena *arena)
{
	if (place->paragraph)
		text_faults(source, at, text, arena);
	else if (str_trim(text).n > 0)
		cell_faults(source, at, text, place->plan && place->cells > 3,
			    arena);
	if (str_is(str_trim(text), "12月底"))
		place->plan = true;
	if (str_find(text, STR("绩效目标")) >= 0)
		place->plan = false;
}

/* Looks through the text of the file for faults to plant. */
static void find_faults(struct source *source, struct arena *arena)
{
	struct str xml = source->xml;
	struct place_in_file place = {.paragraph = false};
	size_t at = 0;

	while (at < xml.n) {
		struct str rest = str_slice(xml, at, xml.n);
		ptrdiff_t open = str_find(rest, STR("<"));
		ptrdiff_t close;

		if (open < 0)
			return;
		read_text(source, &place, str_slice(rest, 0, (size_t)open), at,
			  arena);
		at += (size_t)open;
		rest = str_slice(xml, at, xml.n);
		read_tag(source, &place, rest, at, arena);
		close = str_find(rest, STR(">"));
		if (close < 0)
			return;
		at += (size_t)close + 1;
	}
}

static struct diag_sink *check_xml(struct str xml, const struct source *source,
				   struct arena *arena)
{
	struct scope scope;
	struct diag_sink *sink = diag_open(arena);
	struct doc *doc = doc_read(xml, str_from(source->name), arena, sink);
	struct check_task task = {.doc = doc};

	sink->most_per_kind = SIZE_MAX;
	if (doc == NULL)
		return NULL;
	if (source->budget != NULL &&
	    budget_unit(source->budget, doc->unit) >= 0) {
		scope = scope_of(source->budget,
				 budget_unit(source->budget, doc->unit), arena);
		task.scope = &scope;
	}
	check_document(&task, arena, sink);
	return sink;
}

static struct str signature(const struct diag *diag, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t i;

	buf_add_cstr(&buf, diag->kind->name);
	for (i = 0; i < diag->n_args; i++) {
		buf_add_char(&buf, '|');
		buf_add(&buf, diag->args[i]);
	}
	return buf_str(&buf);
}

/* Of a finding that tells several places below a heading as one: which. Other
 * places of it are no new finding. Empty: it tells one place. */
static struct str group_of(const struct diag *diag, struct arena *arena)
{
	ptrdiff_t from = str_find(diag->node, STR("“"));
	ptrdiff_t to = str_find(diag->node, STR("”第"));

	if (strcmp(diag->kind->id, "TXT-REASON") != 0 || from < 0 || to < from)
		return STR_NONE;
	return str_format(
	    arena, "%s|" STR_FMT, diag->kind->name,
	    STR_ARG(str_slice(diag->node, (size_t)from, (size_t)(to - from))));
}

static bool is_known(const struct source *source, const struct diag *diag,
		     struct arena *arena)
{
	struct str group = group_of(diag, arena);

	return map_find(&source->known, signature(diag, arena)) != MAP_NONE ||
	       (group.n > 0 && map_find(&source->known, group) != MAP_NONE);
}

static bool open_source(struct source *source, const char *path,
			const struct budget *budget, struct arena *arena)
{
	struct diag_sink *sink = diag_open(arena);
	size_t i;

	source->name = path;
	source->budget = budget;
	source->known.arena = arena;
	if (!file_read(str_from(path), 64 << 20, arena, sink, &source->xml))
		return false;
	sink = check_xml(source->xml, source, arena);
	if (sink == NULL)
		return false;
	for (i = 0; i < sink->n; i++) {
		struct str group = group_of(&sink->list[i], arena);

		map_put(&source->known, signature(&sink->list[i], arena), 1);
		if (group.n > 0)
			map_put(&source->known, group, 1);
	}
	find_faults(source, arena);
	return true;
}

/* The id of the block that the fault is in. */
static struct str block_of(const struct source *source,
			   const struct fault *fault)
{
	size_t at = fault->from;
	struct str rest;
	ptrdiff_t end;

	while (at > 0 &&
	       !str_starts(str_slice(source->xml, at, source->xml.n),
			   STR("<p id=")) &&
	       !str_starts(str_slice(source->xml, at, source->xml.n),
			   STR("<table id=")))
		at--;
	rest = str_slice(source->xml, at, source->xml.n);
	rest = str_slice(rest, (size_t)str_find(rest, STR("id=")) + 4, rest.n);
	end = str_find(rest, STR("\""));
	return str_slice(rest, 0, end < 0 ? 0 : (size_t)end);
}

/* The first amount of a text [分]; false: it has none. */
static bool amount_of(struct str text, struct arena *arena, int64_t *fen)
{
	size_t n;
	struct figure *figures = figures_read(text, arena, &n);

	if (n == 0)
		return false;
	if (figures[0].kind != FIGURE_MONEY)
		figures[0].money = MONEY_WAN;
	*fen = figure_money(&figures[0]).fen;
	return true;
}

/* Whether what was seen and what was expected differ by what the fault
 * changed: a total above it, a sum beside it. */
static bool differs_alike(const struct diag *diag, struct str old,
			  struct str now, struct arena *arena)
{
	int64_t a, b, x, y;

	return diag->n_args >= 2 && amount_of(diag->args[0], arena, &a) &&
	       amount_of(diag->args[1], arena, &b) &&
	       amount_of(old, arena, &x) && amount_of(now, arena, &y) &&
	       llabs((long long)(llabs((long long)(a - b)) -
				 llabs((long long)(x - y)))) <
		   10 * MONEY_WAN / 100;
}

/* Whether a new finding comes of the fault: it stands in the same block, names
 * what was changed, or differs by as much. A form that is gone is missed by
 * the list, by the numbers of the others, by the heading that it leaves alone,
 * and by those that copied it. */
static bool is_caused(const struct source *source, const struct fault *fault,
		      enum kind kind, const struct diag *diag,
		      struct arena *arena)
{
	struct str old =
	    str_slice(source->xml, fault->from, fault->to - fault->from);
	struct str block = block_of(source, fault);
	size_t i;

	if (kind == PROJECT)
		return strcmp(diag->kind->id, "PROJ-SET") == 0 ||
		       strcmp(diag->kind->id, "IND-COPY") == 0 ||
		       strcmp(diag->kind->id, "HEAD-EMPTY") == 0 ||
		       strcmp(diag->kind->id, "HEAD-SEQ") == 0;
	if (str_starts(diag->node, block))
		return true;
	for (i = 0; i < diag->n_args; i++)
		if (str_find(diag->args[i], old) >= 0 ||
		    str_find(diag->args[i], fault->text) >= 0)
			return true;
	return differs_alike(diag, old, fault->text, arena);
}

static void count_rule(size_t *by_rule, const char *id)
{
	size_t i;

	for (i = 0; i < check_n_rules; i++)
		by_rule[i] += strcmp(check_rules[i].id, id) == 0;
}

/* Plants the fault; false: nothing was found. */
static bool find(const struct source *source, const struct fault *fault,
		 enum kind kind, struct tally *tally, bool verbose)
{
	struct arena *arena = arena_open();
	struct buf buf = {.arena = arena};
	struct diag_sink *sink;
	bool found = false;
	size_t i;

	buf_add(&buf, str_slice(source->xml, 0, fault->from));
	buf_add(&buf, fault->text);
	buf_add(&buf, str_slice(source->xml, fault->to, source->xml.n));
	sink = check_xml(buf_str(&buf), source, arena);
	tally->broken += sink == NULL;
	for (i = 0; sink != NULL && i < sink->n; i++) {
		const struct diag *diag = &sink->list[i];

		if (is_known(source, diag, arena))
			continue;
		if (is_caused(source, fault, kind, diag, arena)) {
			if (!found)
				count_rule(tally->by_rule, diag->kind->id);
			found = true;
			continue;
		}
		tally->false_ones++;
		count_rule(tally->false_rule, diag->kind->id);
		if (verbose)
			printf("false " STR_FMT "\n",
			       STR_ARG(diag_text(diag, DIAG_ZH, arena)));
	}
	found = found || sink == NULL;
	arena_close(arena);
	return found;
}

static void print_fault(const struct source *source, const struct fault *fault,
			enum kind kind, bool found)
{
	size_t from = fault->from > 90 ? fault->from - 90 : 0;
	struct str before = str_slice(source->xml, from, fault->from - from);
	struct str after = str_slice(source->xml, fault->to, 40);

	printf("%s %s: …" STR_FMT "[" STR_FMT "→" STR_FMT "]" STR_FMT "…\n",
	       found ? "found" : "missed", kinds[kind].name, STR_ARG(before),
	       STR_ARG(str_slice(source->xml, fault->from,
				 fault->to - fault->from)),
	       STR_ARG(fault->text), STR_ARG(after));
}

/* One fault of a kind, in one of the documents that can have it. */
static bool plant(struct source *sources, size_t n, enum kind kind,
		  struct tally *tally, bool verbose)
{
	size_t tries;

	for (tries = 0; tries < 50; tries++) {
		struct source *source = &sources[pick(n)];
		const struct faults *faults = &source->faults[kind];
		const struct fault *fault;
		size_t false_before = tally->false_ones;
		bool found;

		if (faults->n == 0)
			continue;
		fault = &faults->list[pick(faults->n)];
		if (str_equal(fault->text, str_slice(source->xml, fault->from,
						     fault->to - fault->from)))
			continue;
		found = find(source, fault, kind, tally, verbose);
		tally->found += found;
		tally->missed += !found;
		if (verbose && (!found || tally->false_ones > false_before))
			print_fault(source, fault, kind, found);
		return true;
	}
	return false;
}

static bool run_kind(struct source *sources, size_t n, enum kind kind,
		     size_t each, bool verbose)
{
	struct tally tally = {.by_rule = calloc(check_n_rules, sizeof(size_t)),
			      .false_rule =
				  calloc(check_n_rules, sizeof(size_t))};
	size_t i;
	bool good;

	for (i = 0; i < each; i++)
		if (!plant(sources, n, kind, &tally, verbose))
			break;
	good = tally.broken == 0 && tally.false_ones == 0 &&
	       tally.found * 100 >=
		   (tally.found + tally.missed) * kinds[kind].least;
	printf("%-13s found %zu missed %zu false %zu%s ", kinds[kind].name,
	       tally.found, tally.missed, tally.false_ones,
	       good ? "" : " NOT GOOD");
	for (i = 0; i < check_n_rules; i++)
		if (tally.by_rule[i] > 0)
			printf(" %s %zu", check_rules[i].id, tally.by_rule[i]);
	for (i = 0; i < check_n_rules; i++)
		if (tally.false_rule[i] > 0)
			printf(" (false %s %zu)", check_rules[i].id,
			       tally.false_rule[i]);
	printf("\n");
	free(tally.by_rule);
	free(tally.false_rule);
	return good;
}

static const struct budget *open_budget(const char *path, struct arena *arena)
{
	struct diag_sink *sink = diag_open(arena);
	struct sheets *sheets = ARENA_NEW(arena, struct sheets);
	struct sheets *subjects = ARENA_NEW(arena, struct sheets);

	sheets->arena = subjects->arena = arena;
	read_input(subjects, STR("templates/subjects"), sink);
	if (!read_input(sheets, str_from(path), sink))
		return NULL;
	return budget_read(sheets,
			   &(struct budget_options){.subjects = subjects},
			   arena, sink);
}

int main(int argc, char **argv)
{
	struct arena *arena = arena_open();
	struct source *sources =
	    ARENA_ARRAY(arena, (size_t)argc, struct source);
	bool verbose = argc > 3 && strcmp(argv[3], "-v") == 0;
	bool good = argc > 3;
	const struct budget *budget = NULL;
	size_t n = 0;
	int i;

	if (argc < 4)
		return 2;
	state = strtoull(argv[2], NULL, 10) * 2654435761u + 88172645463325252u;
	for (i = 3 + verbose; i < argc; i++) {
		if (strcmp(argv[i], "-i") == 0 && i + 1 < argc)
			budget = open_budget(argv[++i], arena);
		else if (open_source(&sources[n], argv[i], budget, arena))
			n++;
		else
			good = false;
	}
	for (i = 0; n > 0 && i < N_KINDS; i++)
		good = run_kind(sources, n, (enum kind)i,
				strtoul(argv[1], NULL, 10), verbose) &&
		       good;
	arena_close(arena);
	return good ? 0 : 1;
}
