/* SPDX-License-Identifier: MIT */
/* SHA-256 (FIPS 180-4): tells whether bytes are the same as before. */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

#define SHA256_BYTES	32u
#define SHA256_HEX_MOST (2 * SHA256_BYTES)

struct sha256 {
	uint32_t state[8];
	uint64_t n_bytes;
	uint8_t block[64];
	size_t n_block; /* [bytes] waiting in block */
};

struct sha256_digest {
	uint8_t bytes[SHA256_BYTES];
};

void sha256_start(struct sha256 *sha);
void sha256_add(struct sha256 *sha, const void *bytes, size_t n);
struct sha256_digest sha256_end(struct sha256 *sha);

/* Adds the length, then the text: "ab", "c" is not "a", "bc". */
void sha256_add_str(struct sha256 *sha, struct str text);
void sha256_add_number(struct sha256 *sha, int64_t number);

struct sha256_digest sha256_of(struct str bytes);

/* 64 small hexadecimal digits; owned by the arena. */
struct str sha256_hex(const struct sha256_digest *digest, struct arena *arena);

#endif
