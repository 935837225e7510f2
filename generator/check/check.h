/* SPDX-License-Identifier: MIT */
/*
 * Verification: holds a document, and the budget that it was made of, against
 * rules (docs/rules.zh-CN.md explains them). It finds what is wrong and is
 * silent about what is right: numbers are read with their unit and subject
 * inside their own clause, and what rounding explains is no error.
 *
 * A finding is a message in the sink. Its kind's id is the rule's; its node
 * is the place in the document (the doc node, then what a reader calls it and
 * the page); its place is the place in the input, where it is known. Its
 * first two arguments are always what stands there and what was expected
 * (either may be empty), for lists and for 核对例外.
 *
 * The rules know nothing of templates and provinces: they know doc->terms,
 * the words of the national tables (words.inc) and the language of the field.
 */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"

struct arena;
struct check;
struct doc;
struct plan;
struct scope;

/* A row of 核对例外: a finding that a person accepts. */
struct check_exception {
	struct str rule;
	struct str node; /* 位置, as it was reported: the whole, or only the
			    doc node, or the place in the input; empty: any */
	struct str seen; /* 所见: what stood there; must still stand there */
	struct str reason;
	struct place place; /* of the row itself */
};

struct check_task {
	const struct doc *doc;
	const struct scope *scope; /* the facts behind it; NULL: the document
				      is held against itself alone */
	bool goals; /* documents of this template show 绩效指标 */
	/* For page numbers, asked for each finding, so that a document without
	 * any need not be laid out. NULL, as function or answer: no page is
	 * told. */
	const struct plan *(*plan)(void *context);
	void *context;
	const struct check_exception *exceptions;
	size_t n_exceptions;
};

/* A rule, for --list-rules; run is for check/ and its tests; NULL: budget/
 * holds the input against it when it is read. */
struct check_rule {
	const char *id;	       /* SUM-CHILD; the same in all languages */
	enum diag_level level; /* the worst that it reports */
	const char *zh;	       /* what it checks, in one line */
	const char *en;
	void (*run)(struct check *check);
};

/* All rules, in the order in which they are run. */
extern const struct check_rule check_rules[];
extern const size_t check_n_rules;

/*
 * Runs all rules over one document; findings go into the sink (accepted ones
 * are marked so, exceptions that matched nothing are reported). Nothing of
 * the doc is changed; what is worked out on the way lives in the arena and
 * may be given back afterwards, the findings do not need it.
 */
void check_document(const struct check_task *task, struct arena *arena,
		    struct diag_sink *sink);

/* The rows of 核对例外 for the scope's own unit and for all; owned by the
 * arena. */
struct check_exception *check_exceptions(const struct scope *scope,
					 struct arena *arena, size_t *n);

#endif
