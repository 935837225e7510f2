/* SPDX-License-Identifier: MIT */
#include "base/sha256.h"

#include <string.h>

#include "base/arena.h"

/* FIPS 180-4, 4.2.2. */
static const uint32_t constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
    0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
    0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
    0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
    0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
    0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
    0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
    0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
    0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t rotate(uint32_t x, int n)
{
	return x >> n | x << (32 - n);
}

static uint32_t big_endian(const uint8_t *bytes)
{
	return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 |
	       (uint32_t)bytes[2] << 8 | bytes[3];
}

/* The message schedule of a block (6.2.2, step 1). */
static void schedule(uint32_t w[64], const uint8_t *block)
{
	int t;

	for (t = 0; t < 16; t++)
		w[t] = big_endian(block + 4 * t);
	for (t = 16; t < 64; t++) {
		uint32_t a = rotate(w[t - 15], 7) ^ rotate(w[t - 15], 18) ^
			     w[t - 15] >> 3;
		uint32_t b = rotate(w[t - 2], 17) ^ rotate(w[t - 2], 19) ^
			     w[t - 2] >> 10;

		w[t] = w[t - 16] + a + w[t - 7] + b;
	}
}

/* One round. The caller turns the names of the variables instead of moving
 * their values: three times as fast. */
#define ROUND(a, b, c, d, e, f, g, h, t)                                       \
	do {                                                                   \
		h += (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +          \
		     (g ^ (e & (f ^ g))) + constants[t] + w[t];                \
		d += h;                                                        \
		h += (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) +          \
		     ((a & b) | (c & (a | b)));                                \
	} while (0)

static void compress(uint32_t state[8], const uint8_t *block)
{
	uint32_t w[64];
	uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
	uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
	int t;

	schedule(w, block);
	for (t = 0; t < 64; t += 8) {
		ROUND(a, b, c, d, e, f, g, h, t);
		ROUND(h, a, b, c, d, e, f, g, t + 1);
		ROUND(g, h, a, b, c, d, e, f, t + 2);
		ROUND(f, g, h, a, b, c, d, e, t + 3);
		ROUND(e, f, g, h, a, b, c, d, t + 4);
		ROUND(d, e, f, g, h, a, b, c, t + 5);
		ROUND(c, d, e, f, g, h, a, b, t + 6);
		ROUND(b, c, d, e, f, g, h, a, t + 7);
	}
	state[0] += a, state[1] += b, state[2] += c, state[3] += d;
	state[4] += e, state[5] += f, state[6] += g, state[7] += h;
}

void sha256_start(struct sha256 *sha)
{
	static const uint32_t start[8] = {
	    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
	    0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
	};

	memcpy(sha->state, start, sizeof(start));
	sha->n_bytes = 0;
	sha->n_block = 0;
}

void sha256_add(struct sha256 *sha, const void *bytes, size_t n)
{
	const uint8_t *from = bytes;

	sha->n_bytes += n;
	while (n > 0) {
		size_t room = sizeof(sha->block) - sha->n_block;
		size_t part = n < room ? n : room;

		if (sha->n_block == 0 && n >= sizeof(sha->block)) {
			compress(sha->state, from);
			part = sizeof(sha->block);
		} else {
			memcpy(sha->block + sha->n_block, from, part);
			sha->n_block += part;
		}
		if (sha->n_block == sizeof(sha->block)) {
			compress(sha->state, sha->block);
			sha->n_block = 0;
		}
		from += part;
		n -= part;
	}
}

struct sha256_digest sha256_end(struct sha256 *sha)
{
	static const uint8_t padding[64] = {0x80};
	uint64_t n_bits = sha->n_bytes * 8;
	size_t n_pad = (sha->n_block < 56 ? 56 : 120) - sha->n_block;
	uint8_t length[8];
	struct sha256_digest digest;
	size_t i;

	for (i = 0; i < 8; i++)
		length[i] = (uint8_t)(n_bits >> (56 - 8 * i));
	sha256_add(sha, padding, n_pad);
	sha256_add(sha, length, sizeof(length));
	for (i = 0; i < SHA256_BYTES; i++)
		digest.bytes[i] =
		    (uint8_t)(sha->state[i / 4] >> (24 - 8 * (i % 4)));
	return digest;
}

void sha256_add_number(struct sha256 *sha, int64_t number)
{
	uint8_t bytes[8];
	size_t i;

	for (i = 0; i < sizeof(bytes); i++)
		bytes[i] = (uint8_t)((uint64_t)number >> (8 * i));
	sha256_add(sha, bytes, sizeof(bytes));
}

void sha256_add_str(struct sha256 *sha, struct str text)
{
	sha256_add_number(sha, (int64_t)text.n);
	sha256_add(sha, text.s, text.n);
}

struct sha256_digest sha256_of(struct str bytes)
{
	struct sha256 sha;

	sha256_start(&sha);
	sha256_add(&sha, bytes.s, bytes.n);
	return sha256_end(&sha);
}

struct str sha256_hex(const struct sha256_digest *digest, struct arena *arena)
{
	static const char digits[] = "0123456789abcdef";
	char *hex = arena_alloc(arena, SHA256_HEX_MOST);
	size_t i;

	for (i = 0; i < SHA256_BYTES; i++) {
		hex[2 * i] = digits[digest->bytes[i] >> 4];
		hex[2 * i + 1] = digits[digest->bytes[i] & 15];
	}
	return (struct str){hex, SHA256_HEX_MOST};
}
