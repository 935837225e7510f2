/* SPDX-License-Identifier: MIT */
/*
 * A document in short form, checked: what is between <section> and
 * </section> of a doc file. assert_found() counts the findings of a rule.
 */
#ifndef TESTS_CHECK_CHECK_CASE_H
#define TESTS_CHECK_CHECK_CASE_H

#include <stddef.h>

#include "base/diag.h"
#include "check/check.h"
#include "cmocka_all.h"

/* Findings of the rule in the document (year 2024); its other findings are
 * not looked at. */
void expect_at(const char *file, int line, const char *body, const char *rule,
	       size_t n);
#define assert_found(body, rule, n)                                            \
	expect_at(__FILE__, __LINE__, (body), (rule), (n))

/* None of any rule. */
void expect_clean_at(const char *file, int line, const char *body);
#define assert_clean(body) expect_clean_at(__FILE__, __LINE__, (body))

/* Everything found, in the arena; exceptions may be NULL. */
struct diag_sink *check_body(const char *body,
			     const struct check_exception *exceptions,
			     size_t n_exceptions, struct arena *arena);

/* The same with the facts behind it. */
struct diag_sink *check_body_of(const char *body, const struct scope *scope,
				struct arena *arena);

/* A public table: title, columns, heads; rows follow; TABLE_END closes. */
#define TABLE(title, columns, heads)                                           \
	"<p id='" title "' outline='2'>" title "</p><table id='t-" title       \
	"'><unit-line><left>x</left><middle>预算年度：2024</middle>"      \
	"<right>单位：万元</right></unit-line>" columns heads
#define TABLE_END    "</table>"
#define COL(kind)    "<column kind='" kind "'/>"
#define HEAD(cells)  "<row kind='head'>" cells "</row>"
#define ROW(cells)   "<row>" cells "</row>"
#define TOTAL(cells) "<row kind='total'>" cells "</row>"
#define H(text)	     "<cell role='column-head'>" text "</cell>"
#define C(text)	     "<cell>" text "</cell>"
#define P(id, text)  "<p id='" id "'>" text "</p>"

#endif
