/* SPDX-License-Identifier: MIT */
/*
 * The bytes are cut into blocks, each with a code of its own, or stored where
 * that is shorter (RFC 1951, 3.2.4 and 3.2.7). Lengths of codes are found in
 * place by Moffat and Katajainen's algorithm.
 */
#include "write/pdf/huffman.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

/* Of uncompressed bytes; a stored block holds no more. */
#define BLOCK_MOST 65535

#define N_LITERALS 257 /* bytes and the end of the block */
#define END	   256
#define N_LENGTHS  19		    /* codes for lengths of codes */
#define N_CODES	   (N_LITERALS + 2) /* and two for distances */

/* Four codes fit into what a register has left behind seven bits; 15 is what
 * the format allows, and saves nothing here. */
#define BITS_MOST	 14
#define LENGTH_BITS_MOST 7

#define STORED_HEAD 5 /* [bytes] with the bits before it */

/* A code, its first bit lowest, as deflate wants it. */
struct code {
	uint16_t bits;
	uint16_t n; /* [bits] 0: it does not occur */
};

/* Bits on their way out. */
struct bits {
	unsigned char *at;
	uint64_t held;
	unsigned int n; /* of those held; fewer than 8 after each flush */
};

static void put(struct bits *bits, unsigned int value, unsigned int n)
{
	bits->held |= (uint64_t)value << bits->n;
	bits->n += n;
}

/* Writes all whole bytes, and what is beyond them for the next to overwrite.
 * Compilers know eight such lines, but no loop of them, for one store. */
static inline void flush(struct bits *bits)
{
	bits->at[0] = (unsigned char)bits->held;
	bits->at[1] = (unsigned char)(bits->held >> 8);
	bits->at[2] = (unsigned char)(bits->held >> 16);
	bits->at[3] = (unsigned char)(bits->held >> 24);
	bits->at[4] = (unsigned char)(bits->held >> 32);
	bits->at[5] = (unsigned char)(bits->held >> 40);
	bits->at[6] = (unsigned char)(bits->held >> 48);
	bits->at[7] = (unsigned char)(bits->held >> 56);
	bits->at += bits->n / 8;
	bits->held >>= bits->n & ~7u;
	bits->n &= 7;
}

/* ---- codes ---- */

/* Huffman's tree: leaves by ascending weight, then inner nodes as they are
 * made, the root last; so parents stand behind their children. */
struct tree {
	uint32_t weights[2 * N_LITERALS];
	uint16_t parents[2 * N_LITERALS];
	uint16_t depths[2 * N_LITERALS];
	size_t n; /* leaves, 2 at least */
};

static void make_tree(struct tree *tree)
{
	size_t n = tree->n;
	size_t leaf = 0;
	size_t inner = n;
	size_t made;
	int i;

	for (made = n; made < 2 * n - 1; made++) {
		tree->weights[made] = 0;
		for (i = 0; i < 2; i++) {
			bool is_leaf = inner == made ||
				       (leaf < n && tree->weights[leaf] <=
							tree->weights[inner]);
			size_t least = is_leaf ? leaf++ : inner++;

			tree->parents[least] = (uint16_t)made;
			tree->weights[made] += tree->weights[least];
		}
	}
	tree->depths[2 * n - 2] = 0;
	for (made = 2 * n - 2; made-- > 0;)
		tree->depths[made] = tree->depths[tree->parents[made]] + 1;
}

static int compare_keys(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a;
	uint32_t y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

/* Lengths of the codes of n symbols. Weights are halved until none is longer
 * than most: rare symbols then count as less rare than they are. */
static void find_lengths(const uint32_t *weights, size_t n, unsigned int most,
			 struct code *codes)
{
	uint32_t keys[N_LITERALS]; /* weight, then symbol, to be sorted */
	struct tree tree = {.n = 0};
	unsigned int halved = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		codes[i].n = 0;
		if (weights[i] > 0)
			keys[tree.n++] = weights[i] << 9 | (uint32_t)i;
	}
	qsort(keys, tree.n, sizeof(*keys), compare_keys);
	do {
		for (i = 0; i < tree.n; i++)
			tree.weights[i] = (((keys[i] >> 9) - 1) >> halved) + 1;
		make_tree(&tree);
		halved++;
	} while (tree.depths[0] > most);
	for (i = 0; i < tree.n; i++)
		codes[keys[i] & 0x1FF].n = tree.depths[i];
}

static unsigned int reversed(unsigned int value, unsigned int n)
{
	unsigned int out = 0;

	while (n-- > 0) {
		out = out << 1 | (value & 1);
		value >>= 1;
	}
	return out;
}

/* Codes of one length follow each other, and shorter ones go before longer
 * ones (3.2.2). */
static void make_codes(const uint32_t *weights, size_t n, unsigned int most,
		       struct code *codes)
{
	unsigned int value = 0;
	unsigned int length;
	size_t i;

	find_lengths(weights, n, most, codes);
	for (length = 1; length <= most; length++) {
		value <<= 1;
		for (i = 0; i < n; i++)
			if (codes[i].n == length)
				codes[i].bits =
				    (uint16_t)reversed(value++, length);
	}
}

/* ---- the head of a block: the lengths of its codes ---- */

/* A length, or a stretch of equal ones (3.2.7). */
struct step {
	unsigned char symbol; /* 16: repeats; 17, 18: zeros; else the length */
	unsigned char more;   /* how many, less the least that it stands for */
};

static const unsigned char more_bits[N_LENGTHS] = {
    [16] = 2, [17] = 3, [18] = 7};

struct head {
	unsigned char lengths[N_CODES];
	struct step steps[N_CODES];
	size_t n_steps;
	uint32_t weights[N_LENGTHS];
};

static void add_step(struct head *head, unsigned int symbol, size_t more)
{
	head->steps[head->n_steps++] =
	    (struct step){(unsigned char)symbol, (unsigned char)more};
	head->weights[symbol]++;
}

/* How many lengths from i on are equal, most at most. */
static size_t count_equal(const struct head *head, size_t i, size_t most)
{
	size_t n = 1;

	while (n < most && i + n < N_CODES &&
	       head->lengths[i + n] == head->lengths[i])
		n++;
	return n;
}

static void make_steps(struct head *head)
{
	size_t i = 0;

	while (i < N_CODES) {
		unsigned int length = head->lengths[i];
		size_t n = count_equal(head, i, length == 0 ? 138 : 7);

		if (length == 0 && n >= 3) {
			add_step(head, n > 10 ? 18 : 17,
				 n > 10 ? n - 11 : n - 3);
			i += n;
			continue;
		}
		add_step(head, length, 0);
		if (length > 0 && n > 3)
			add_step(head, 16, n - 4);
		i += length > 0 && n > 3 ? n : 1;
	}
}

static void put_steps(struct bits *bits, const struct head *head)
{
	static const unsigned char order[N_LENGTHS] = {
	    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
	struct code codes[N_LENGTHS];
	size_t n = N_LENGTHS;
	size_t i;

	make_codes(head->weights, N_LENGTHS, LENGTH_BITS_MOST, codes);
	while (codes[order[n - 1]].n == 0)
		n--;
	put(bits, (unsigned int)n - 4, 4);
	for (i = 0; i < n; i++) {
		put(bits, codes[order[i]].n, 3);
		flush(bits);
	}
	for (i = 0; i < head->n_steps; i++) {
		const struct step *step = &head->steps[i];

		put(bits, codes[step->symbol].bits, codes[step->symbol].n);
		put(bits, step->more, more_bits[step->symbol]);
		flush(bits);
	}
}

/* Two codes for distances stand there though none is used, as zlib does it:
 * some readers want a code that is whole. */
static void put_head(struct bits *bits, const struct code *literals, bool last)
{
	struct head head = {.n_steps = 0};
	size_t i;

	for (i = 0; i < N_LITERALS; i++)
		head.lengths[i] = (unsigned char)literals[i].n;
	head.lengths[N_LITERALS] = head.lengths[N_LITERALS + 1] = 1;
	make_steps(&head);
	put(bits, last, 1);
	put(bits, 2, 2);
	put(bits, N_LITERALS - 257, 5);
	put(bits, N_CODES - N_LITERALS - 1, 5);
	put_steps(bits, &head);
}

/* ---- blocks ---- */

/* Four tables, since equal bytes in a row would wait for each other. */
static void weigh(struct str bytes, uint32_t weights[N_LITERALS])
{
	uint32_t counts[4][256] = {{0}};
	const unsigned char *s = (const unsigned char *)bytes.s;
	size_t i;

	for (i = 0; i + 4 <= bytes.n; i += 4) {
		counts[0][s[i]]++;
		counts[1][s[i + 1]]++;
		counts[2][s[i + 2]]++;
		counts[3][s[i + 3]]++;
	}
	for (; i < bytes.n; i++)
		counts[0][s[i]]++;
	for (i = 0; i < 256; i++)
		weights[i] =
		    counts[0][i] + counts[1][i] + counts[2][i] + counts[3][i];
	weights[END] = 1;
}

static void put_code(struct bits *bits, const struct code *code)
{
	put(bits, code->bits, code->n);
}

static void put_literals(struct bits *bits, const struct code *codes,
			 struct str bytes)
{
	const unsigned char *s = (const unsigned char *)bytes.s;
	struct bits local = *bits; /* stays in registers */
	size_t i;

	for (i = 0; i + 4 <= bytes.n; i += 4) {
		put_code(&local, &codes[s[i]]);
		put_code(&local, &codes[s[i + 1]]);
		put_code(&local, &codes[s[i + 2]]);
		put_code(&local, &codes[s[i + 3]]);
		flush(&local);
	}
	for (; i < bytes.n; i++) {
		put_code(&local, &codes[s[i]]);
		flush(&local);
	}
	put_code(&local, &codes[END]);
	flush(&local);
	*bits = local;
}

static void put_stored(struct bits *bits, struct str bytes, bool last)
{
	put(bits, last, 1);
	put(bits, 0, 2);
	bits->n = (bits->n + 7) & ~7u;
	put(bits, (unsigned int)bytes.n, 16);
	put(bits, (unsigned int)bytes.n ^ 0xFFFF, 16);
	flush(bits);
	if (bytes.n > 0)
		memcpy(bits->at, bytes.s, bytes.n);
	bits->at += bytes.n;
}

static void put_block(struct bits *bits, struct str bytes, bool last)
{
	struct bits begin = *bits;
	uint32_t weights[N_LITERALS];
	struct code codes[N_LITERALS];

	if (bytes.n > 0) {
		weigh(bytes, weights);
		make_codes(weights, N_LITERALS, BITS_MOST, codes);
		put_head(bits, codes, last);
		put_literals(bits, codes, bytes);
		if ((size_t)(bits->at - begin.at) <= bytes.n + STORED_HEAD)
			return;
	}
	*bits = begin;
	put_stored(bits, bytes, last);
}

static void put_blocks(struct bits *bits, struct str bytes, bool last)
{
	size_t at = 0;

	do {
		struct str block = str_slice(bytes, at, BLOCK_MOST);

		at += block.n;
		put_block(bits, block, last && at == bytes.n);
	} while (at < bytes.n);
}

/* Deflate, the fastest way (RFC 1950, 2.2). */
static struct bits begin_stream(char *out)
{
	struct bits bits = {.at = (unsigned char *)out};

	put(&bits, 0x0178, 16);
	return bits;
}

size_t huffman_room(size_t n)
{
	/* One block may become longer before it is stored after all. */
	return n + (n / BLOCK_MOST + 1) * STORED_HEAD + BLOCK_MOST + 1024;
}

size_t huffman_begin(struct str bytes, char *out)
{
	struct bits bits = begin_stream(out);

	put_blocks(&bits, bytes, false);
	put_stored(&bits, STR_NONE, false); /* to the end of a byte */
	return (size_t)(bits.at - (unsigned char *)out);
}

size_t huffman_end(uint32_t sum, char *out)
{
	size_t i;

	for (i = 0; i < HUFFMAN_SUM; i++)
		out[i] = (char)(sum >> (24 - 8 * i));
	return HUFFMAN_SUM;
}

size_t huffman_pack(struct str bytes, char *out)
{
	struct bits bits = begin_stream(out);
	size_t n;

	put_blocks(&bits, bytes, true);
	bits.n = (bits.n + 7) & ~7u;
	flush(&bits);
	n = (size_t)(bits.at - (unsigned char *)out);
	return n +
	       huffman_end(libdeflate_adler32(1, bytes.s, bytes.n), out + n);
}
