/* SPDX-License-Identifier: MIT */
#include "read/folder_of.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cmocka_all.h"
#include "read/read.h"

struct folder_test *folder_test_open(void)
{
	struct arena *arena = arena_open();
	struct folder_test *test = ARENA_NEW(arena, struct folder_test);
	char path[] = "/tmp/gongkai-read-XXXXXX";

	assert_non_null(mkdtemp(path));
	test->arena = arena;
	test->sink = diag_open(arena);
	test->sheets.arena = arena;
	test->path = str_copy(str_from(path), arena);
	return test;
}

static void remove_all(struct str path, struct arena *arena,
		       struct diag_sink *sink)
{
	struct str *names;
	size_t n;
	size_t i;

	if (file_is_folder(path) && file_list(path, arena, sink, &names, &n))
		for (i = 0; i < n; i++)
			remove_all(file_join(path, names[i], arena), arena,
				   sink);
	remove(str_cstr(path, arena));
}

void folder_test_close(struct folder_test *test)
{
	struct arena *arena = test->arena;

	remove_all(test->path, arena, diag_open(arena));
	arena_close(arena);
}

void folder_test_put(struct folder_test *test, const char *name,
		     struct str bytes)
{
	assert_true(
	    file_write(file_join(test->path, str_from(name), test->arena),
		       bytes, test->sink));
}

bool folder_test_read(struct folder_test *test, const char *name)
{
	struct str path =
	    name == NULL ? test->path
			 : file_join(test->path, str_from(name), test->arena);

	return read_input(&test->sheets, path, test->sink);
}

size_t folder_test_count(const struct folder_test *test, const char *id)
{
	size_t n = 0;
	size_t i;

	for (i = 0; i < test->sink->n; i++)
		n +=
		    id == NULL || strcmp(test->sink->list[i].kind->id, id) == 0;
	return n;
}

struct str folder_test_message(const struct folder_test *test, const char *id)
{
	size_t i;

	for (i = 0; i < test->sink->n; i++)
		if (strcmp(test->sink->list[i].kind->id, id) == 0)
			return diag_text(&test->sink->list[i], DIAG_ZH,
					 test->arena);
	return STR_NONE;
}

struct str folder_test_cell(const struct folder_test *test, const char *sheet,
			    size_t row, size_t column)
{
	const struct sheet *found = sheets_find(&test->sheets, str_from(sheet));

	assert_non_null(found);
	assert_true(row < found->n_rows && column < found->n_columns);
	return found->rows[row].cells[column].text;
}
