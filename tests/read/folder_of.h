/* SPDX-License-Identifier: MIT */
/* A folder of files for one test, gone with its arena's test. */
#ifndef TESTS_READ_FOLDER_OF_H
#define TESTS_READ_FOLDER_OF_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "tables/sheets.h"

/* A new empty folder and what is read from it. */
struct folder_test {
	struct arena *arena;
	struct diag_sink *sink;
	struct sheets sheets;
	struct str path;
};

struct folder_test *folder_test_open(void);
void folder_test_close(struct folder_test *test);

/* Writes a file of the folder; folders in its name are made. */
void folder_test_put(struct folder_test *test, const char *name,
		     struct str bytes);

/* Reads the folder (name NULL) or a file of it. */
bool folder_test_read(struct folder_test *test, const char *name);

/* How many messages have that id, and the text of the first. */
size_t folder_test_count(const struct folder_test *test, const char *id);
struct str folder_test_message(const struct folder_test *test, const char *id);

/* Text of a cell of the first sheet of that name. */
struct str folder_test_cell(const struct folder_test *test, const char *sheet,
			    size_t row, size_t column);

#endif
