/* SPDX-License-Identifier: MIT */
#include "publish/outcome.h"

#include "base/arena.h"
#include "base/messages.h"
#include "cmocka_all.h"
#include "publish/messages.h"

static struct str json_of(const struct outcome *outcome, struct arena *arena)
{
	struct buf buf = {.arena = arena};

	outcome_write(outcome, &buf);
	return buf_str(&buf);
}

static struct outcome *sample(struct arena *arena)
{
	struct outcome *outcome = outcome_open(STR("201/2024/x"), arena);

	outcome->code = STR("201");
	outcome->name = STR("㙍河镇“人民”政府\n");
	outcome->made = true;
	outcome->inputs = STR("ab");
	outcome->places = STR("cd");
	outcome->around = STR("ef");
	outcome->n_pages = 31;
	outcome->sink->unit = STR("201");
	outcome_add(outcome,
		    &(struct outcome_file){STR("pdf"), STR("a/b.pdf"), STR_NONE,
					   STR("01"), STR("ab"), 500000});
	outcome_add(outcome,
		    &(struct outcome_file){STR("docx"), STR("a/b.docx"),
					   STR("a/b（新）.docx"), STR("02"),
					   STR("ab"), 9});
	return outcome;
}

static void comes_back_as_it_was(void **state)
{
	struct arena *arena = arena_open();
	struct outcome *outcome = sample(arena);
	struct outcome *back;
	struct place place = {.file = STR("支出.csv"),
			      .sheet = STR("支出"),
			      .column = STR("金额（元）"),
			      .line = 7,
			      .record = 6,
			      .column_no = 3};

	(void)state;
	DIAG(outcome->sink, &FILE_READ, place, STR("why"));
	DIAG(outcome->sink, &BUILD_NOTHING, PLACE_NONE, STR_NONE);
	back = outcome_read(json_of(outcome, arena), arena);
	assert_non_null(back);
	assert_str(back->name, "㙍河镇“人民”政府\n");
	assert_str(back->around, "ef");
	assert_int_equal(back->n_pages, 31);
	assert_int_equal(back->n_files, 2);
	assert_str(outcome_place(&back->files[0]), "a/b.pdf");
	assert_str(outcome_place(&back->files[1]), "a/b（新）.docx");
	assert_int_equal(back->files[0].n_bytes, 500000);
	assert_int_equal(back->sink->n, 2);
	assert_ptr_equal(back->sink->list[0].kind, &FILE_READ);
	assert_int_equal(back->sink->list[0].place.line, 7);
	assert_true(
	    str_equal(diag_text(&back->sink->list[0], DIAG_ZH, arena),
		      diag_text(&outcome->sink->list[0], DIAG_ZH, arena)));
	assert_true(str_equal(json_of(back, arena), json_of(outcome, arena)));
	arena_close(arena);
}

static void messages_beyond_the_most_are_still_counted(void **state)
{
	struct arena *arena = arena_open();
	struct outcome *outcome = sample(arena);
	struct outcome *back;
	size_t i;

	(void)state;
	for (i = 0; i < 120; i++)
		DIAG(outcome->sink, &FILE_READ, PLACE_NONE, STR("why"));
	back = outcome_read(json_of(outcome, arena), arena);
	assert_int_equal(diag_count_level(back->sink, DIAG_FATAL), 120);
	arena_close(arena);
}

static void a_file_of_a_format_takes_the_place_of_the_former(void **state)
{
	struct arena *arena = arena_open();
	struct outcome *outcome = sample(arena);

	(void)state;
	outcome_add(outcome, &(struct outcome_file){.format = STR("pdf"),
						    .path = STR("c.pdf")});
	assert_int_equal(outcome->n_files, 2);
	assert_str(outcome_file(outcome, STR("pdf"))->path, "c.pdf");
	assert_null(outcome_file(outcome, STR("csv")));
	arena_close(arena);
}

static void what_is_none_is_refused(void **state)
{
	static const char *const texts[] = {
	    "",
	    "{",
	    "[]",
	    "{\"key\":1}",
	    "{\"code\":\"201\"}",
	    "{\"key\":\"a\"",
	};
	struct arena *arena = arena_open();
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		assert_null(outcome_read(str_from(texts[i]), arena));
	assert_non_null(outcome_read(
	    STR("{\"key\":\"a\",\"pages\":-3,\"files\":7,\"messages\":"
		"[{\"kind\":\"GONE\"},{\"kind\":\"FILE_READ\",\"level\":99,"
		"\"args\":[1,\"x\"]}]}"),
	    arena));
	arena_close(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(comes_back_as_it_was),
	    cmocka_unit_test(messages_beyond_the_most_are_still_counted),
	    cmocka_unit_test(a_file_of_a_format_takes_the_place_of_the_former),
	    cmocka_unit_test(what_is_none_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
