/* SPDX-License-Identifier: MIT */
/* A workbook made part by part for one test. */
#ifndef TESTS_READ_WORKBOOK_OF_H
#define TESTS_READ_WORKBOOK_OF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "tables/sheets.h"

struct fixture {
	struct arena *arena;
	struct diag_sink *sink;
	struct sheets sheets;
	char path[40];
};

/* For cmocka: a file of its own, gone at the end. */
int open_fixture(void **state);
int close_fixture(void **state);
#define WITH_FIXTURE(test)                                                     \
	cmocka_unit_test_setup_teardown(test, open_fixture, close_fixture)

struct part {
	const char *name, *text;
};

void write_parts(const struct fixture *f, const struct part *parts, size_t n);

/* A workbook of up to two sheets. */
void write_book(const struct fixture *f, const char *workbook,
		const char *strings, const char *sheet1, const char *sheet2);

/* A sheet 支出 with these rows below its headings. */
void write_rows(const struct fixture *f, const char *strings, const char *rows);

/* Reads it into the fixture; as read_input(). */
bool read_book(struct fixture *f);

bool has_message(const struct fixture *f, const struct diag_kind *kind);
size_t count_messages(const struct fixture *f, const struct diag_kind *kind);

/* Relationships of the two sheets. */
#define RELS                                                                   \
	"<Relationships><Relationship Id='r1' Target='worksheets/s1.xml'/>"    \
	"<Relationship Id='r2' Target='/xl/worksheets/s2.xml'/>"               \
	"</Relationships>"

#define ONE_SHEET(name)                                                        \
	"<workbook xmlns:r='r'><sheets><sheet name='" name                     \
	"' sheetId='7' r:id='r1'/></sheets></workbook>"
#define NO_STRINGS "<sst/>"
#define NO_SHEET   "<worksheet/>"

#endif
