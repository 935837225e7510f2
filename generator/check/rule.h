/* SPDX-License-Identifier: MIT */
/* What rules share: what they look at and how they report. Internal to
 * check/. */
#ifndef CHECK_RULE_H
#define CHECK_RULE_H

#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/money.h"
#include "base/str.h"
#include "check/check.h"
#include "check/facts.h"
#include "check/messages.h"
#include "check/naming.h"
#include "check/passages.h"
#include "check/projects.h"
#include "check/view.h"

struct arena;

/* One check of one document. */
struct check {
	const struct check_task *task;
	const struct view *view;
	const struct facts *facts;
	const struct project_list *projects;
	const struct passages *passages;
	struct arena *arena;
	struct diag_sink *sink;
};

/* A place in the document. */
struct spot {
	const struct block *block; /* NULL: the document as a whole */
	const struct grid *grid;   /* row and column are of it */
	const struct line *line;
	size_t row, column;
};

struct spot spot_cell(const struct grid *grid, size_t row, size_t column);
struct spot spot_line(const struct line *line);
struct spot spot_passage(const struct passage *text);
#define SPOT_NONE ((struct spot){.block = NULL})

/* The place in the input behind it; PLACE_NONE if it is not known. */
struct place place_of(const struct check *check, const struct spot *spot);

/* Reports a finding: what stands there, what was expected, and what else its
 * message names. */
void check_found(struct check *check, const struct diag_kind *kind,
		 struct spot spot, const struct str *args, size_t n);
#define FOUND(check, kind, spot, ...)                                          \
	check_found(                                                           \
	    (check), (kind), (spot), (const struct str[]){__VA_ARGS__},        \
	    sizeof((const struct str[]){__VA_ARGS__}) / sizeof(struct str))

/* Amounts as people write them: 12.34万元; owned by the arena. */
struct str wan_text(struct money money, struct arena *arena);

/* Changes in text against last year's figures; a part of TXT-YOY. */
void check_last_year(struct check *check);

/* What a name grew by from last year's figure to this year's, all funds; false:
 * the data do not tell. */
bool change_of_name(const struct check *check, struct str name,
		    struct money *change);

/* Whether a growth is that of a change and of what there was [分]; nothing can
 * be said of growth from nothing, which fits. */
bool growth_fits(const struct statement *growth, int64_t change, int64_t was);

/* Reports a growth that is not; a part of TXT-BASE. */
void check_growth_of(struct check *check, const struct line *line,
		     const struct statement *growth, int64_t change,
		     int64_t was);

/* Funds of a form's budget against the budget; a part of SUM-SUBITEM. */
void check_form_funds(struct check *check);

/* Funds of projects that buy against their budgets; a part of XTAB-EQUAL. */
void check_procured_projects(struct check *check);

/* Whether a project of the scope is secret: its money stands in sums alone. */
bool check_has_secrets(const struct check *check);

/* What a selection comes to in the budget behind the document; absent where
 * there is none. */
struct amount check_sum_of(const struct check *check, const char *select);

/* Projects of the input that lack a form; a part of PROJ-SET. */
void check_missing_forms(struct check *check);
/* Projects of the input of which nothing can be put into a form; returns what
 * their budgets come to. */
struct money check_missing_goals(struct check *check);

/* 名词解释 against the words that the document uses; a part of TERM. */
void check_glossary(struct check *check);

/* The project whose amount a statement tells, NULL: none; of projects that
 * share a name, the first. */
const struct project *check_project_of(const struct check *check,
				       const struct statement *item);

/* The budget of projects that are to be evaluated; a part of PROJ-SET. */
void check_evaluated(struct check *check, const struct line *line);

/* Reasons, net and total changes of lists; a part of TXT-SUM. */
void check_listed_changes(struct check *check, const struct line *line);

/* Parts that are counted and have money; a part of TXT-SUM. */
void check_pairs(struct check *check, const struct line *line);

/* Counts of assets in text against their table, and of devices against it or
 * the input; parts of TXT-FIGURE. */
void check_asset_counts(struct check *check);
void check_devices(struct check *check);

#define RULE(name) void name(struct check *check);
#include "check/rules.inc"
#undef RULE

#endif
