/* SPDX-License-Identifier: MIT */
/* Indicators that were copied: within a project, from another project, or
 * whole forms of them. */
#include "base/arena.h"
#include "base/utf8.h"
#include "check/rule.h"
#include "check/words.h"

/* [indicators] Fewer are alike because projects are. */
#define LEAST_COPIED 4

static bool same_words(const struct indicator *a, const struct indicator *b)
{
	return str_equal(a->level[2], b->level[2]) &&
	       str_equal(a->description, b->description);
}

static bool is_secret(const struct indicator *indicator)
{
	return str_find(indicator->level[2], STR("涉密")) >= 0;
}

/* The indicator says what one above it says. */
static bool is_repeated(const struct project *project, size_t i)
{
	size_t above;

	for (above = 0; above < i; above++)
		if (same_words(&project->indicators[above],
			       &project->indicators[i]))
			return !is_secret(&project->indicators[i]);
	return false;
}

static void check_project(struct check *check, const struct project *project)
{
	size_t i;

	for (i = 1; i < project->n_indicators; i++)
		if (is_repeated(project, i))
			FOUND(check, &IND_COPY,
			      spot_cell(project->grid,
					project->indicators[i].row,
					project->indicators[i].column),
			      project->indicators[i].level[2], STR_NONE,
			      project->name);
}

/* Whether a project has an indicator with its value. */
static bool has_same(const struct project *project,
		     const struct indicator *indicator)
{
	size_t i;

	for (i = 0; i < project->n_indicators; i++)
		if (same_words(&project->indicators[i], indicator) &&
		    str_equal(project->indicators[i].value, indicator->value))
			return true;
	return false;
}

/* Whether all indicators of one are in the other; what is secret may look
 * alike. */
static bool has_all(const struct project *b, const struct project *a)
{
	size_t i;

	for (i = 0; i < a->n_indicators; i++)
		if (!has_same(b, &a->indicators[i]) ||
		    is_secret(&a->indicators[i]))
			return false;
	return true;
}

/* A form whose indicators are all another's: told at the second of them. */
static void check_forms(struct check *check, size_t i)
{
	const struct project *project = &check->projects->list[i];
	size_t before;

	if (project->n_indicators < LEAST_COPIED || project->overall)
		return;
	for (before = 0; before < i; before++) {
		const struct project *other = &check->projects->list[before];

		if (other->overall || other->n_indicators < LEAST_COPIED ||
		    !has_all(other, project))
			continue;
		FOUND(check, &IND_COPY_FORM,
		      spot_cell(project->grid, project->row, 0), project->name,
		      STR_NONE, other->name);
		return;
	}
}

/* The other project's name in this one's indicators: left from a copy. A name
 * that is part of this one's is its own. */
static bool names_other(const struct project *project,
			const struct project *other, struct str words)
{
	return str_find(words, other->name) >= 0 &&
	       utf8_length(other->name) >= 5 &&
	       str_find(project->name, other->name) < 0 &&
	       str_find(words, project->name) < 0;
}

static void check_names(struct check *check, size_t i)
{
	const struct project *project = &check->projects->list[i];
	size_t k;
	size_t other;

	for (k = 0; k < project->n_indicators && !project->overall; k++) {
		const struct indicator *indicator = &project->indicators[k];

		for (other = 0; other < check->projects->n; other++) {
			const struct project *whose =
			    &check->projects->list[other];

			if (other == i || whose->overall ||
			    (!names_other(project, whose,
					  indicator->level[2]) &&
			     !names_other(project, whose,
					  indicator->description)))
				continue;
			FOUND(check, &IND_COPY_NAME,
			      spot_cell(project->grid, indicator->row,
					indicator->column),
			      whose->name, STR_NONE, project->name);
			break;
		}
	}
}

void rule_ind_copy(struct check *check)
{
	size_t i;

	for (i = 0; i < check->projects->n; i++) {
		check_project(check, &check->projects->list[i]);
		check_forms(check, i);
		check_names(check, i);
	}
}
