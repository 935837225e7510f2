/* SPDX-License-Identifier: MIT */
/* A map from text to a number, in an arena; keys are not copied. */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

/* Small, since the texts of a large input are some million of them. */
struct map_entry {
	struct str key;
	uint32_t hash;	 /* its last 32 bits */
	uint32_t number; /* value + 1; 0: free */
};

/* Zero-initialise it with an arena. */
struct map {
	struct arena *arena;
	struct map_entry *entries; /* open addressing, n_entries a power of 2 */
	size_t n_entries;
	size_t n_used;
};

#define MAP_NONE UINT32_MAX

/* The value of key, MAP_NONE if it has none. */
uint32_t map_find(const struct map *map, struct str key);

/* The hash by which a map finds key: quick, and another one on a machine of
 * another byte order. For one that is looked up in several maps. */
uint64_t map_key_hash(struct str key);
uint32_t map_find_hashed(const struct map *map, struct str key, uint64_t hash);

/* Sets the value of key (its bytes must outlive the map); value is not
 * MAP_NONE. Returns the value that key had before, MAP_NONE if none. */
uint32_t map_put(struct map *map, struct str key, uint32_t value);

/* FNV-1a, 64 bits: for hashes that come to stand in an output. */
uint64_t map_hash(struct str key);

#endif
