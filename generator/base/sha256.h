/* SPDX-License-Identifier: MIT */
/* SHA-256 (FIPS 180-4): tells whether bytes are the same as before. */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

#define SHA256_BYTES	32u
#define SHA256_HEX_MOST ((size_t)2 * SHA256_BYTES)

struct sha256;

struct sha256_digest {
	uint8_t bytes[SHA256_BYTES];
};

/* The sum over nothing so far; owned by the arena. */
struct sha256 *sha256_open(struct arena *arena);
void sha256_add(struct sha256 *sha, const void *bytes, size_t n);
/* The sum over all that was added; the next one begins. */
struct sha256_digest sha256_end(struct sha256 *sha);

/* Adds the length, then the text: "ab", "c" is not "a", "bc". */
void sha256_add_str(struct sha256 *sha, struct str text);
void sha256_add_number(struct sha256 *sha, int64_t number);

struct sha256_digest sha256_of(struct str bytes);

/* 64 small hexadecimal digits; owned by the arena. */
struct str sha256_hex(const struct sha256_digest *digest, struct arena *arena);

#endif
