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
	struct sha256 sha;

	(void)state;
	memset(part, 'a', sizeof(part));
	sha256_start(&sha);
	while (left > 0) {
		size_t n = left < sizeof(part) ? left : sizeof(part);

		sha256_add(&sha, part, n);
		left -= n;
	}
	assert_digest(sha256_end(&sha), "cdc76e5c9914fb9281a1c7e284d73e67"
					"f1809a48a497200e046d39ccc7112cd0");
}

static void parts_do_not_matter_at_any_length(void **state)
{
	char text[200];
	size_t n;

	(void)state;
	memset(text, 'x', sizeof(text));
	for (n = 0; n <= sizeof(text); n++) {
		struct sha256_digest whole = sha256_of((struct str){text, n});
		struct sha256_digest parts;
		struct sha256 sha;

		sha256_start(&sha);
		sha256_add(&sha, text, n / 3);
		sha256_add(&sha, text + n / 3, n - n / 3);
		parts = sha256_end(&sha);
		assert_memory_equal(&whole, &parts, sizeof(whole));
	}
}

static void texts_are_told_apart_by_where_they_end(void **state)
{
	struct sha256 a;
	struct sha256 b;
	struct sha256_digest of_a;
	struct sha256_digest of_b;

	(void)state;
	sha256_start(&a);
	sha256_add_str(&a, STR("ab"));
	sha256_add_str(&a, STR("c"));
	sha256_start(&b);
	sha256_add_str(&b, STR("a"));
	sha256_add_str(&b, STR("bc"));
	of_a = sha256_end(&a);
	of_b = sha256_end(&b);
	assert_memory_not_equal(&of_a, &of_b, sizeof(of_a));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(gives_the_published_digests),
	    cmocka_unit_test(takes_a_million_letters_in_odd_parts),
	    cmocka_unit_test(parts_do_not_matter_at_any_length),
	    cmocka_unit_test(texts_are_told_apart_by_where_they_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
