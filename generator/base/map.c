/* SPDX-License-Identifier: MIT */
/* Open addressing with linear probing; grows at two thirds. */
#include "base/map.h"

#include <string.h>

#include "base/arena.h"

uint64_t map_hash(struct str key)
{
	uint64_t hash = 14695981039346656037u;
	size_t i;

	for (i = 0; i < key.n; i++)
		hash = (hash ^ (unsigned char)key.s[i]) * 1099511628211u;
	return hash;
}

static uint64_t mix(uint64_t hash, uint64_t word)
{
	hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
	return hash ^ hash >> 32;
}

uint64_t map_key_hash(struct str key)
{
	uint64_t hash = mix(0, key.n);
	uint64_t word;
	size_t i;

	for (i = 0; i + sizeof(word) <= key.n; i += sizeof(word)) {
		memcpy(&word, key.s + i, sizeof(word));
		hash = mix(hash, word);
	}
	for (word = 0; i < key.n; i++)
		word = word << 8 | (unsigned char)key.s[i];
	return mix(hash, word);
}

/* The entry of key, or the free one where it would stand. */
static struct map_entry *entry_of(const struct map *map, struct str key,
				  uint64_t hash)
{
	uint32_t last = (uint32_t)hash;
	size_t i = last & (map->n_entries - 1);

	while (map->entries[i].number != 0 &&
	       (map->entries[i].hash != last ||
		!str_equal(map->entries[i].key, key)))
		i = (i + 1) & (map->n_entries - 1);
	return &map->entries[i];
}

/* A free one's number, 0, becomes MAP_NONE. */
static uint32_t value_of(const struct map_entry *entry)
{
	return entry->number - 1;
}

uint32_t map_find_hashed(const struct map *map, struct str key, uint64_t hash)
{
	return map->n_entries == 0 ? MAP_NONE
				   : value_of(entry_of(map, key, hash));
}

uint32_t map_find(const struct map *map, struct str key)
{
	return map->n_entries == 0
		   ? MAP_NONE
		   : map_find_hashed(map, key, map_key_hash(key));
}

static void grow(struct map *map)
{
	struct map old = *map;
	size_t i;

	map->n_entries = old.n_entries == 0 ? 16 : old.n_entries * 2;
	map->entries =
	    ARENA_ARRAY(map->arena, map->n_entries, struct map_entry);
	for (i = 0; i < old.n_entries; i++)
		if (old.entries[i].number != 0)
			*entry_of(map, old.entries[i].key,
				  old.entries[i].hash) = old.entries[i];
}

uint32_t map_put(struct map *map, struct str key, uint32_t value)
{
	uint64_t hash = map_key_hash(key);
	struct map_entry *entry;
	uint32_t before;

	if (map->n_entries == 0 || map->n_used * 3 >= map->n_entries * 2)
		grow(map);
	entry = entry_of(map, key, hash);
	before = value_of(entry);
	map->n_used += entry->number == 0;
	*entry = (struct map_entry){key, (uint32_t)hash, value + 1};
	return before;
}
