/* SPDX-License-Identifier: MIT */
/*
 * An input for one test, made of tables written down in the test: lines of
 * cells with commas between them; | is a line end within a cell, ~ marks a
 * cell that a workbook holds as a number, % a percent format.
 */
#ifndef TESTS_BUDGET_INPUT_H
#define TESTS_BUDGET_INPUT_H

#include "base/arena.h"
#include "base/diag.h"
#include "budget/budget.h"
#include "budget/record.h"
#include "budget/select.h"
#include "tables/sheets.h"

struct input {
	struct arena *arena;
	struct diag_sink *sink;
	struct sheets sheets;
	struct sheets subjects; /* shipped names */
	struct budget_options options;
	struct budget *budget; /* after input_read() */
};

struct input *input_open(void);
void input_close(struct input *input);

/* Adds a table, the first line being its headings. */
void input_table(struct input *input, const char *name, const char *lines);
/* More of the names that are shipped. */
void input_subjects(struct input *input, const char *lines);

/* A department 201 with the units 201001 and 201002 and a unit 302 by itself,
 * 2024; and names of the codes that tests use. */
void input_units(struct input *input);

/* Reads the budget; it must not be NULL. */
void input_read(struct input *input);

/* How many messages have that id (NULL: any), and the first one's text. */
size_t input_count(const struct input *input, const char *id);
struct str input_message(const struct input *input, const char *id);

/* Sum of a selection in the document of the unit [分]; fails if absent. */
int64_t input_sum(struct input *input, const char *unit, const char *selection);

/* Number of rows that a selection lists. */
size_t input_rows(struct input *input, const char *unit, const char *selection);

/* The scope of a unit. */
struct scope input_scope(struct input *input, const char *unit);

/* Fails unless there is exactly one message of the id and nothing else. */
#define assert_only(input, id)                                                 \
	do {                                                                   \
		size_t assert_only_n = input_count((input), (id));             \
		if (assert_only_n != 1 || input_count((input), NULL) != 1)     \
			fail_msg("%zu of %s among %zu: %.*s", assert_only_n,   \
				 (id), input_count((input), NULL),             \
				 STR_ARG(input_message((input), NULL)));       \
	} while (0)

/* Fails if there is any message. */
#define assert_clean(input)                                                    \
	do {                                                                   \
		if (input_count((input), NULL) != 0)                           \
			fail_msg("%.*s",                                       \
				 STR_ARG(input_message((input), NULL)));       \
	} while (0)

/* Fails unless the first message of the id has the words in it. */
#define assert_says(input, id, words)                                          \
	do {                                                                   \
		if (str_find(input_message((input), (id)), STR(words)) < 0)    \
			fail_msg("no \"%s\" in \"%.*s\"", (words),             \
				 STR_ARG(input_message((input), (id))));       \
	} while (0)

#endif
