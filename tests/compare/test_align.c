/* SPDX-License-Identifier: MIT */
#include "compare/align.h"

#include "base/arena.h"
#include "cmocka_all.h"

/* Items are the letters of a word. */
static size_t letters(const char *word, struct str *items)
{
	size_t n = 0;

	for (; word[n] != '\0'; n++)
		items[n] = (struct str){word + n, 1};
	return n;
}

/* "x>y -z +w": what became what, what went, what came. */
static struct str compare(const char *a, const char *b, struct arena *arena)
{
	struct str in_a[64];
	struct str in_b[64];
	struct buf buf = {.arena = arena};
	struct differences found =
	    align(in_a, letters(a, in_a), in_b, letters(b, in_b), 20, arena);
	size_t i;

	if (found.too_many)
		return STR("too many");
	for (i = 0; i < found.n; i++) {
		const struct difference *one = &found.list[i];

		if (i > 0)
			buf_add_char(&buf, ' ');
		if (one->b == ALIGN_NONE)
			buf_format(&buf, "-%c", a[one->a]);
		else if (one->a == ALIGN_NONE)
			buf_format(&buf, "+%c", b[one->b]);
		else
			buf_format(&buf, "%c>%c", a[one->a], b[one->b]);
	}
	return buf_str(&buf);
}

static void finds_what_differs(void **state)
{
	static const char *const cases[][3] = {
	    {"", "", ""},
	    {"abc", "abc", ""},
	    {"abc", "axc", "b>x"},
	    {"abc", "ac", "-b"},
	    {"ac", "abc", "+b"},
	    {"abc", "xyz", "a>x b>y c>z"},
	    {"", "ab", "+a +b"},
	    {"ab", "", "-a -b"},
	    {"abcdef", "xbcyzef", "a>x d>y +z"},
	    {"aab", "aaab", "+a"},
	    {"abcdefghijklmnopqrstuvwxyz", "0123456789", "too many"},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct arena *arena = arena_open();

		assert_str(compare(cases[i][0], cases[i][1], arena),
			   cases[i][2]);
		arena_close(arena);
	}
}

/* Whatever the lists: taking away and adding what was found turns one into
 * the other. */
static void differences_turn_one_into_the_other(void **state)
{
	unsigned seed = 1;
	int trial;

	(void)state;
	for (trial = 0; trial < 500; trial++) {
		struct arena *arena = arena_open();
		struct str a[12];
		struct str b[12];
		size_t n[2];
		size_t i;
		size_t x = 0;
		size_t y = 0;
		struct differences found;

		for (i = 0; i < 26; i++) {
			seed = seed * 1103515245u + 12345u;
			if (i < 2)
				n[i] = (seed >> 16) % 13;
			else
				(i % 2 ? a : b)[(i - 2) / 2] =
				    str_slice(STR("xyz"), (seed >> 16) % 3, 1);
		}
		found = align(a, n[0], b, n[1], 24, arena);
		assert_false(found.too_many);
		for (i = 0; i <= found.n; i++) {
			size_t to_a = n[0];
			size_t to_b = n[1];

			if (i < found.n) {
				to_a = found.list[i].a;
				to_b = found.list[i].b;
			}
			/* Up to the difference both are the same. */
			while (to_a != ALIGN_NONE ? x < to_a : y < to_b) {
				assert_true(str_equal(a[x], b[y]));
				x++;
				y++;
			}
			if (i < found.n) {
				x += to_a != ALIGN_NONE;
				y += to_b != ALIGN_NONE;
			}
		}
		assert_int_equal(x, n[0]);
		assert_int_equal(y, n[1]);
		arena_close(arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_what_differs),
	    cmocka_unit_test(differences_turn_one_into_the_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
