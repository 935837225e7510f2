/* SPDX-License-Identifier: MIT */
/* The streams as zlib's own inflate and libdeflate's read them. */
#include "cmocka_all.h"

#include <libdeflate.h>
#include <string.h>
#include <zlib.h>

#include "base/arena.h"
#include "write/pdf/huffman.h"

static int set_up(void **state)
{
	*state = arena_open();
	return 0;
}

static int tear_down(void **state)
{
	arena_close(*state);
	return 0;
}

/* Both readers find the bytes in the stream. */
static void assert_reads(struct str packed, struct str bytes,
			 struct arena *arena)
{
	unsigned char *back = (unsigned char *)arena_bytes(arena, bytes.n + 1);
	uLongf n_back = bytes.n + 1;
	struct libdeflate_decompressor *inflate =
	    libdeflate_alloc_decompressor();

	assert_int_equal(
	    uncompress(back, &n_back, (const Bytef *)packed.s, packed.n), Z_OK);
	assert_int_equal(n_back, bytes.n);
	if (bytes.n > 0)
		assert_memory_equal(back, bytes.s, bytes.n);
	memset(back, 0, bytes.n + 1);
	assert_int_equal(libdeflate_zlib_decompress(inflate, packed.s, packed.n,
						    back, bytes.n, NULL),
			 LIBDEFLATE_SUCCESS);
	if (bytes.n > 0)
		assert_memory_equal(back, bytes.s, bytes.n);
	libdeflate_free_decompressor(inflate);
}

/* Packs, unpacks twice, compares; the length of the stream. */
static size_t round_trip(struct str bytes, struct arena *arena)
{
	size_t room = huffman_room(bytes.n);
	char *packed = arena_bytes(arena, room);
	size_t n = huffman_pack(bytes, packed);

	assert_true(n <= room);
	assert_reads((struct str){packed, n}, bytes, arena);
	return n;
}

/* The next number of a sequence that is the same each time. */
static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* n bytes, each one of the first n_symbols. */
static struct str random_bytes(size_t n, unsigned int n_symbols,
			       struct arena *arena)
{
	char *s = arena_bytes(arena, n);
	uint32_t seed = n_symbols;
	size_t i;

	for (i = 0; i < n; i++)
		s[i] = (char)(next_random(&seed) % n_symbols);
	return (struct str){s, n};
}

static void nothing_is_packed(void **state)
{
	assert_int_equal(round_trip(STR_NONE, *state), 2 + 5 + 4);
}

static void one_symbol_takes_one_bit(void **state)
{
	struct arena *arena = *state;
	char *s = arena_bytes(arena, 8000);
	int i;

	for (i = 0; i < 256; i += 15) {
		memset(s, i, 8000);
		assert_true(round_trip((struct str){s, 8000}, arena) < 1050);
		round_trip((struct str){s, 1}, arena);
	}
}

static void every_number_of_symbols(void **state)
{
	struct arena *arena = *state;
	unsigned int n;

	for (n = 1; n <= 256; n++) {
		round_trip(random_bytes(3000, n, arena), arena);
		round_trip(random_bytes(n, n, arena), arena);
	}
}

static void symbols_far_apart(void **state)
{
	char s[1024];
	size_t i;
	size_t step;

	for (step = 1; step < 256; step++) {
		for (i = 0; i < sizeof(s); i++)
			s[i] = (char)(i / 3 * step);
		round_trip((struct str){s, sizeof(s)}, *state);
	}
}

/* Weights like Fibonacci's numbers make a code as long as there are symbols:
 * 22 bits, where deflate allows 15. */
static void long_codes_are_cut(void **state)
{
	struct arena *arena = *state;
	struct buf buf = {.arena = arena};
	size_t weight = 1;
	size_t before = 1;
	size_t n;
	size_t i;
	int symbol;

	for (symbol = 0; symbol < 23 && buf.n + weight < 65535; symbol++) {
		size_t sum = weight + before;

		for (i = 0; i < weight; i++)
			buf_add_char(&buf, (char)(symbol * 7));
		before = weight;
		weight = sum;
	}
	assert_true(symbol > 20);
	n = round_trip(buf_str(&buf), arena);
	/* Such weights need 2.6 bits a symbol. */
	assert_true(n < buf.n * 27 / 80);
}

/* Of bytes without any order a stream is no longer than if they were stored. */
static void random_bytes_are_stored(void **state)
{
	struct arena *arena = *state;
	size_t n;

	for (n = 1; n < 400000; n = n * 3 + 1)
		assert_true(round_trip(random_bytes(n, 256, arena), arena) <=
			    n + 2 + 5 * (n / 65535 + 1) + 4);
}

/* Codes, then bytes stored, then codes: blocks begin within a byte. */
static void blocks_of_both_kinds(void **state)
{
	struct arena *arena = *state;
	struct buf buf = {.arena = arena};
	int i;

	for (i = 0; i < 5; i++) {
		buf_add(&buf, random_bytes(65535, 3 + (unsigned int)i, arena));
		buf_add(&buf, random_bytes(65535, 256, arena));
	}
	assert_true(round_trip(buf_str(&buf), arena) < buf.n * 7 / 10);
}

static void lengths_around_a_block(void **state)
{
	struct arena *arena = *state;
	size_t n;

	for (n = 65533; n < 65540; n++) {
		round_trip(random_bytes(n, 9, arena), arena);
		round_trip(random_bytes(2 * n, 256, arena), arena);
	}
}

/* A head by codes alone, the rest as libdeflate packs it. */
static void a_head_of_its_own(void **state)
{
	struct arena *arena = *state;
	struct libdeflate_compressor *deflate = libdeflate_alloc_compressor(5);
	size_t n;

	for (n = 0; n < 200000; n = n * 3 + 1) {
		struct str all = random_bytes(n + 3000, 7, arena);
		struct str rest = str_slice(all, n, all.n - n);
		size_t bound =
		    libdeflate_deflate_compress_bound(deflate, rest.n);
		char *out =
		    arena_bytes(arena, huffman_room(n) + bound + HUFFMAN_SUM);
		size_t n_out = huffman_begin(str_slice(all, 0, n), out);

		assert_true(n_out <= huffman_room(n));
		n_out += libdeflate_deflate_compress(deflate, rest.s, rest.n,
						     out + n_out, bound);
		n_out += huffman_end(libdeflate_adler32(1, all.s, all.n),
				     out + n_out);
		assert_reads((struct str){out, n_out}, all, arena);
	}
	libdeflate_free_compressor(deflate);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(nothing_is_packed),
	    cmocka_unit_test(one_symbol_takes_one_bit),
	    cmocka_unit_test(every_number_of_symbols),
	    cmocka_unit_test(symbols_far_apart),
	    cmocka_unit_test(long_codes_are_cut),
	    cmocka_unit_test(random_bytes_are_stored),
	    cmocka_unit_test(blocks_of_both_kinds),
	    cmocka_unit_test(lengths_around_a_block),
	    cmocka_unit_test(a_head_of_its_own),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
