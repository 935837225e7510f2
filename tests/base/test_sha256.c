/* SPDX-License-Identifier: MIT */
/* Vectors: FIPS 180-4 examples (NIST), and lengths about the block's end. */
#include "base/sha256.h"

#include <string.h>

#include "base/arena.h"
#include "cmocka_all.h"

static void assert_digest(struct sha256_digest digest, const char *hex)
{
	struct arena *arena = arena_open();

	assert_str(sha256_hex(&digest, arena), hex);
	arena_close(arena);
}

static void gives_the_published_digests(void **state)
{
	(void)state;
	assert_digest(sha256_of(STR_NONE), "e3b0c44298fc1c149afbf4c8996fb924"
					   "27ae41e4649b934ca495991b7852b855");
	assert_digest(sha256_of(STR("abc")),
		      "ba7816bf8f01cfea414140de5dae2223"
		      "b00361a396177a9cb410ff61f20015ad");
	assert_digest(
	    sha256_of(STR(
		"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
	    "248d6a61d20638b8e5c026930c3e6039"
	    "a33ce45964ff2167f6ecedd419db06c1");
}

static void takes_a_million_letters_in_odd_parts(void **state)
{
	char part[997];
	size_t left = 1000000;
	struct arena *arena = arena_open();
	struct sha256 *sha = sha256_open(arena);

	(void)state;
	memset(part, 'a', sizeof(part));
	while (left > 0) {
		size_t n = left < sizeof(part) ? left : sizeof(part);

		sha256_add(sha, part, n);
		left -= n;
	}
	assert_digest(sha256_end(sha), "cdc76e5c9914fb9281a1c7e284d73e67"
				       "f1809a48a497200e046d39ccc7112cd0");
	arena_close(arena);
}

static void parts_do_not_matter_at_any_length(void **state)
{
	char text[200];
	struct arena *arena = arena_open();
	struct sha256 *sha = sha256_open(arena);
	size_t n;

	(void)state;
	memset(text, 'x', sizeof(text));
	for (n = 0; n <= sizeof(text); n++) {
		struct sha256_digest whole = sha256_of((struct str){text, n});
		struct sha256_digest parts;

		sha256_add(sha, text, n / 3);
		sha256_add(sha, text + n / 3, n - n / 3);
		parts = sha256_end(sha);
		assert_memory_equal(&whole, &parts, sizeof(whole));
	}
	arena_close(arena);
}

static void one_sum_does_not_go_into_the_next(void **state)
{
	struct arena *arena = arena_open();
	struct sha256 *sha = sha256_open(arena);
	struct sha256_digest first;
	struct sha256_digest second;

	(void)state;
	sha256_add(sha, "abc", 3);
	first = sha256_end(sha);
	sha256_add(sha, "abc", 3);
	second = sha256_end(sha);
	assert_memory_equal(&first, &second, sizeof(first));
	arena_close(arena);
}

static void texts_are_told_apart_by_where_they_end(void **state)
{
	struct arena *arena = arena_open();
	struct sha256 *sha = sha256_open(arena);
	struct sha256_digest first;
	struct sha256_digest second;

	(void)state;
	sha256_add_str(sha, STR("ab"));
	sha256_add_str(sha, STR("c"));
	first = sha256_end(sha);
	sha256_add_str(sha, STR("a"));
	sha256_add_str(sha, STR("bc"));
	second = sha256_end(sha);
	assert_memory_not_equal(&first, &second, sizeof(first));
	arena_close(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(gives_the_published_digests),
	    cmocka_unit_test(takes_a_million_letters_in_odd_parts),
	    cmocka_unit_test(parts_do_not_matter_at_any_length),
	    cmocka_unit_test(one_sum_does_not_go_into_the_next),
	    cmocka_unit_test(texts_are_told_apart_by_where_they_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
