/* SPDX-License-Identifier: MIT */
#include "base/cause.h"

#include <errno.h>
#include <signal.h>

#include "base/arena.h"
#include "base/diag.h"
#include "cmocka_all.h"

static const struct diag_kind unwritable = {"UNWRITABLE", "T-UNWRITABLE",
					    DIAG_FATAL, "{0}无法写入（{!1}）",
					    "{0} cannot be written ({!1})"};

static struct str message(int error, enum diag_lang lang, struct arena *arena)
{
	struct diag_sink *sink = diag_open(arena);

	DIAG(sink, &unwritable, PLACE_NONE, STR("甲.pdf"), cause_of(error));
	return diag_message(&sink->list[0], lang, arena);
}

static void a_message_says_it_in_its_language(void **state)
{
	struct arena *arena = arena_open();

	(void)state;
	assert_str(message(ENOSPC, DIAG_ZH, arena),
		   "甲.pdf无法写入（磁盘已满）");
	assert_str(message(ENOSPC, DIAG_EN, arena),
		   "甲.pdf cannot be written (No space left on device)");
	arena_close(arena);
}

static bool has_ascii_letters(struct str text)
{
	size_t i;

	for (i = 0; i < text.n; i++)
		if ((text.s[i] | 0x20) >= 'a' && (text.s[i] | 0x20) <= 'z')
			return true;
	return false;
}

static void the_common_ones_are_chinese(void **state)
{
	static const int errors[] = {
	    ENOENT, ENOTDIR, EACCES,	   ENOSPC, EROFS, EISDIR,  EEXIST,
	    EMFILE, EPERM,   ENAMETOOLONG, EIO,	   EXDEV, ETXTBSY, ENOTEMPTY,
	    ELOOP,  ENFILE,  EDQUOT,	   ENOMEM, EBUSY, ESTALE,  EAGAIN};
	static const int signals[] = {SIGKILL, SIGSEGV, SIGABRT, SIGBUS,
				      SIGTERM, SIGFPE,	SIGILL};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(errors) / sizeof(errors[0]); i++)
		assert_false(
		    has_ascii_letters(cause_in_chinese(cause_of(errors[i]))));
	for (i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
		assert_false(has_ascii_letters(
		    cause_in_chinese(cause_of_signal(signals[i]))));
}

static void others_keep_the_words_of_the_system(void **state)
{
	(void)state;
	assert_true(
	    str_equal(cause_in_chinese(cause_of(EDOM)), cause_of(EDOM)));
	assert_str(cause_in_chinese(STR("workbook_new")), "workbook_new");
	assert_str(cause_in_chinese(STR_NONE), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_message_says_it_in_its_language),
	    cmocka_unit_test(the_common_ones_are_chinese),
	    cmocka_unit_test(others_keep_the_words_of_the_system),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
