/* SPDX-License-Identifier: MIT */
/* cmocka with the headers that it wants before it. */
#ifndef TESTS_CMOCKA_ALL_H
#define TESTS_CMOCKA_ALL_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"

/* Fails with both texts shown. */
#define assert_str(text, expected)                                             \
	do {                                                                   \
		struct str assert_str_text = (text);                           \
		struct str assert_str_expected = str_from(expected);           \
		if (!str_equal(assert_str_text, assert_str_expected))          \
			fail_msg("\"%.*s\" is not \"%.*s\"",                   \
				 STR_ARG(assert_str_text),                     \
				 STR_ARG(assert_str_expected));                \
	} while (0)

#endif
