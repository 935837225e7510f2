/* SPDX-License-Identifier: MIT */
#include "base/file.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/messages.h"
#include "cmocka_all.h"

struct fixture {
	struct arena *arena;
	struct diag_sink *sink;
	struct str folder;
};

static int open_fixture(void **state)
{
	struct arena *arena = arena_open();
	struct fixture *fixture = ARENA_NEW(arena, struct fixture);
	char name[] = "/tmp/gongkai-test-XXXXXX";

	fixture->arena = arena;
	fixture->sink = diag_open(arena);
	fixture->folder = str_copy(str_from(mkdtemp(name)), arena);
	*state = fixture;
	return 0;
}

static int close_fixture(void **state)
{
	struct fixture *fixture = *state;
	struct str command = str_format(fixture->arena, "rm -rf " STR_FMT,
					STR_ARG(fixture->folder));
	int status = system(command.s);

	arena_close(fixture->arena);
	return status;
}

static void reads_what_was_written(void **state)
{
	struct fixture *f = *state;
	struct str path = file_join(f->folder, STR("甲/乙/丙.txt"), f->arena);
	struct str bytes;

	assert_true(file_write(path, STR("公开\0文本"), f->sink));
	assert_true(file_read(path, 100, f->arena, f->sink, &bytes));
	assert_int_equal(bytes.n, sizeof("公开\0文本") - 1);
	assert_true(file_write(path, STR(""), f->sink));
	assert_true(file_read(path, 100, f->arena, f->sink, &bytes));
	assert_int_equal(bytes.n, 0);
	assert_int_equal(f->sink->n, 0);
	assert_str(file_name(path), "丙.txt");
}

static void removes_an_empty_folder_only(void **state)
{
	struct fixture *f = *state;
	struct str path = file_join(f->folder, STR("甲/乙.txt"), f->arena);
	struct str folder = file_folder(path);

	assert_true(file_write(path, STR("x"), f->sink));
	file_remove_empty(folder);
	assert_true(file_exists(path));
	file_remove(path);
	file_remove_empty(folder);
	assert_false(file_exists(folder));
	assert_int_equal(file_folder(STR("乙.txt")).n, 0);
}

static void refuses_what_is_too_large(void **state)
{
	struct fixture *f = *state;
	struct str path = file_join(f->folder, STR("a"), f->arena);
	struct str bytes;

	assert_true(file_write(path, STR("12345"), f->sink));
	assert_true(file_read(path, 5, f->arena, f->sink, &bytes));
	assert_false(file_read(path, 4, f->arena, f->sink, &bytes));
	assert_ptr_equal(f->sink->list[0].kind, &FILE_SIZE);
}

static void a_failed_write_leaves_what_was_there(void **state)
{
	struct fixture *f = *state;
	struct str folder = file_join(f->folder, STR("target"), f->arena);
	struct str *names;
	size_t n;

	/* A folder of that name cannot be replaced by a file. */
	assert_true(file_make_folder(folder, f->sink));
	assert_false(file_write(folder, STR("x"), f->sink));
	assert_ptr_equal(f->sink->list[0].kind, &FILE_WRITE);
	assert_true(file_is_folder(folder));
	assert_true(file_list(f->folder, f->arena, f->sink, &names, &n));
	assert_int_equal(n, 1);
}

static void lists_names_in_order(void **state)
{
	struct fixture *f = *state;
	struct str *names;
	size_t n;

	file_write(file_join(f->folder, STR("b"), f->arena), STR(""), f->sink);
	file_write(file_join(f->folder, STR("a"), f->arena), STR(""), f->sink);
	file_write(file_join(f->folder, STR(".c"), f->arena), STR(""), f->sink);
	assert_true(file_list(f->folder, f->arena, f->sink, &names, &n));
	assert_int_equal(n, 2);
	assert_str(names[0], "a");
	assert_str(names[1], "b");
	assert_false(
	    file_list(STR("/no/such/folder"), f->arena, f->sink, &names, &n));
	assert_ptr_equal(f->sink->list[0].kind, &FILE_FOLDER);
}

static void a_missing_file_is_reported(void **state)
{
	struct fixture *f = *state;
	struct str bytes;

	assert_false(file_exists(STR("/no/such/file")));
	assert_false(
	    file_read(STR("/no/such/file"), 10, f->arena, f->sink, &bytes));
	assert_ptr_equal(f->sink->list[0].kind, &FILE_READ);
	assert_false(file_read(f->folder, 10, f->arena, f->sink, &bytes));
}

static void sees_that_a_file_was_changed(void **state)
{
	struct fixture *f = *state;
	struct str path = file_join(f->folder, STR("a.txt"), f->arena);
	struct file_look before;
	struct file_look after;

	assert_false(file_look(path, &before));
	assert_false(file_look(f->folder, &before));
	assert_true(file_write(path, STR("公开"), f->sink));
	assert_true(file_look(path, &before));
	assert_int_equal(before.n_bytes, 6);
	assert_true(file_write(path, STR("文本"), f->sink));
	assert_true(file_look(path, &after));
	assert_true(after.changed >= before.changed);
	file_remove(path);
	file_remove(path);
	assert_false(file_exists(path));
}

static void sweeps_only_what_it_left_itself(void **state)
{
	struct fixture *f = *state;
	static const char *const names[] = {".gongkai-aB3xYz", ".gongkai-",
					    ".gongkai-aB3xYz.pdf", "a.pdf"};
	size_t i;

	for (i = 0; i < 4; i++)
		file_write(file_join(f->folder, str_from(names[i]), f->arena),
			   STR("x"), f->sink);
	file_sweep(f->folder);
	for (i = 0; i < 4; i++)
		assert_int_equal(file_exists(file_join(
				     f->folder, str_from(names[i]), f->arena)),
				 i > 0);
	file_sweep(STR("/nowhere/at/all"));
}

static void a_folder_is_whole_or_not_there(void **state)
{
	struct fixture *f = *state;
	struct str path = file_join(f->folder, STR("套"), f->arena);
	struct str text = file_join(path, STR("说明/一.md"), f->arena);
	struct str *names;
	struct str draft;
	size_t n;

	assert_true(file_open_folder(path, f->arena, f->sink, &draft));
	assert_true(file_put(file_join(draft, STR("说明/一.md"), f->arena),
			     STR("一"), f->sink));
	assert_false(file_exists(path));
	assert_true(file_close_folder(draft, path, false, f->sink));
	assert_false(file_exists(draft));
	assert_false(file_exists(path));

	assert_true(file_open_folder(path, f->arena, f->sink, &draft));
	assert_true(file_put(file_join(draft, STR("说明/一.md"), f->arena),
			     STR("一"), f->sink));
	assert_true(file_close_folder(draft, path, true, f->sink));
	assert_false(file_exists(draft));
	assert_true(file_exists(text));
	assert_int_equal(f->sink->n, 0);

	/* One that has something in it stays as it is. */
	assert_true(file_open_folder(path, f->arena, f->sink, &draft));
	assert_false(file_close_folder(draft, path, true, f->sink));
	assert_false(file_exists(draft));
	assert_true(file_exists(text));
	assert_true(f->sink->list[0].kind == &FILE_FOLDER);
	assert_true(file_list(f->folder, f->arena, f->sink, &names, &n));
	assert_int_equal(n, 1);
}

#define WITH_FOLDER(test)                                                      \
	cmocka_unit_test_setup_teardown(test, open_fixture, close_fixture)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH_FOLDER(reads_what_was_written),
	    WITH_FOLDER(removes_an_empty_folder_only),
	    WITH_FOLDER(refuses_what_is_too_large),
	    WITH_FOLDER(a_failed_write_leaves_what_was_there),
	    WITH_FOLDER(lists_names_in_order),
	    WITH_FOLDER(a_missing_file_is_reported),
	    WITH_FOLDER(sees_that_a_file_was_changed),
	    WITH_FOLDER(sweeps_only_what_it_left_itself),
	    WITH_FOLDER(a_folder_is_whole_or_not_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
