/* SPDX-License-Identifier: MIT */
#include "base/sha256.h"

#include <nettle/sha2.h>

#include "base/arena.h"

/* nettle's names for its functions, which are ours for other things. */
#undef sha256_digest

struct sha256 {
	struct sha256_ctx context;
};

struct sha256 *sha256_open(struct arena *arena)
{
	struct sha256 *sha = ARENA_NEW(arena, struct sha256);

	nettle_sha256_init(&sha->context);
	return sha;
}

void sha256_add(struct sha256 *sha, const void *bytes, size_t n)
{
	if (n > 0)
		nettle_sha256_update(&sha->context, n, bytes);
}

struct sha256_digest sha256_end(struct sha256 *sha)
{
	struct sha256_digest digest;

	/* This also begins anew. */
	nettle_sha256_digest(&sha->context, SHA256_BYTES, digest.bytes);
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

	nettle_sha256_init(&sha.context);
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
