/* SPDX-License-Identifier: MIT */
#include "layout/memory.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/map.h"
#include "layout/layout.h"
#include "layout/linebreak.h"

/* More than this is forgotten between two documents [bytes]. */
#define LASTING_MOST ((size_t)8 * 1024 * 1024)

/* Marks of keys that documents before had. Where another key's mark has come
 * in a mark's place, the value only lasts from a later document on. */
#define N_MARKS ((size_t)16 * 1024)

struct kept {
	void *value;
	uint64_t hash;
};

struct store {
	struct arena *arena;
	struct map numbers; /* key -> index in list */
	struct kept *list;
	size_t n, room;
};

struct layout_memory {
	struct fonts *fonts;
	struct linebreak *linebreak;
	struct store kept;
	uint32_t *marks; /* N_MARKS */
	struct arena *arena;
};

struct memory {
	struct layout_memory *lasting;
	struct store own;
};

static struct store store_open(struct arena *arena)
{
	return (struct store){.arena = arena, .numbers = {.arena = arena}};
}

static void *store_find(const struct store *store, const struct memory_key *key)
{
	uint32_t number =
	    map_find_hashed(&store->numbers, key->bytes, key->hash);

	return number == MAP_NONE ? NULL : store->list[number].value;
}

static void store_keep(struct store *store, const struct memory_key *key,
		       void *value)
{
	store->list = arena_grow(store->arena, store->list, store->n,
				 &store->room, sizeof(*store->list));
	store->list[store->n] = (struct kept){value, key->hash};
	map_put(&store->numbers, str_copy(key->bytes, store->arena),
		(uint32_t)store->n++);
}

struct layout_memory *layout_memory_open(struct fonts *fonts)
{
	struct arena *arena = arena_open();
	struct layout_memory *lasting = ARENA_NEW(arena, struct layout_memory);

	lasting->arena = arena;
	lasting->fonts = fonts;
	lasting->linebreak = linebreak_open();
	lasting->marks = ARENA_ARRAY(arena, N_MARKS, uint32_t);
	lasting->kept = store_open(arena_open());
	return lasting;
}

void layout_memory_close(struct layout_memory *lasting)
{
	if (lasting == NULL)
		return;
	linebreak_close(lasting->linebreak);
	arena_close(lasting->kept.arena);
	arena_close(lasting->arena);
}

void layout_memory_trim(struct layout_memory *lasting)
{
	if (arena_held(lasting->kept.arena) <= LASTING_MOST)
		return;
	arena_close(lasting->kept.arena);
	lasting->kept = store_open(arena_open());
}

struct memory *memory_begin(struct layout_memory *lasting, struct arena *arena)
{
	struct memory *memory = ARENA_NEW(arena, struct memory);

	memory->lasting = lasting;
	memory->own = store_open(arena);
	return memory;
}

/* Where the mark of a key stands; 0 is no mark. */
static uint32_t *mark_of(const struct layout_memory *lasting, uint64_t hash)
{
	return &lasting->marks[hash % N_MARKS];
}

static uint32_t mark(uint64_t hash)
{
	return (uint32_t)(hash >> 32) | 1;
}

void memory_end(struct memory *memory)
{
	size_t i;

	for (i = 0; i < memory->own.n; i++) {
		uint64_t hash = memory->own.list[i].hash;

		*mark_of(memory->lasting, hash) = mark(hash);
	}
}

static void add_number(struct buf *bytes, int32_t number)
{
	buf_add(bytes, (struct str){(const char *)&number, sizeof(number)});
}

struct memory_key memory_key_of(const int32_t *numbers, size_t n,
				struct text text, struct arena *arena)
{
	struct buf bytes = {.arena = arena};
	struct memory_key key;
	size_t i;

	buf_add(&bytes,
		(struct str){(const char *)numbers, n * sizeof(*numbers)});
	add_number(&bytes, (int32_t)text.n_runs);
	for (i = 0; i < text.n_runs; i++) {
		const struct run *run = &text.runs[i];

		add_number(&bytes, (int32_t)run->text.n);
		add_number(&bytes, run->strong);
		buf_add(&bytes, run->text);
	}
	key.bytes = buf_str(&bytes);
	key.hash = map_key_hash(key.bytes);
	return key;
}

void *memory_find(const struct memory *memory, const struct memory_key *key)
{
	void *value = store_find(&memory->lasting->kept, key);

	return value != NULL ? value : store_find(&memory->own, key);
}

static bool came_before(const struct memory *memory,
			const struct memory_key *key)
{
	return *mark_of(memory->lasting, key->hash) == mark(key->hash);
}

struct arena *memory_home(const struct memory *memory,
			  const struct memory_key *key)
{
	return came_before(memory, key) ? memory->lasting->kept.arena
					: memory->own.arena;
}

void memory_keep(struct memory *memory, const struct memory_key *key,
		 void *value)
{
	store_keep(came_before(memory, key) ? &memory->lasting->kept
					    : &memory->own,
		   key, value);
}

int32_t memory_face(const struct type *type)
{
	return (int32_t)type->role * 4 + type->bold * 2 + type->own_latin;
}

struct layout_memory *memory_lasting(const struct memory *memory)
{
	return memory->lasting;
}

struct linebreak *memory_linebreak(const struct layout_memory *lasting)
{
	return lasting->linebreak;
}

struct fonts *memory_fonts(const struct layout_memory *lasting)
{
	return lasting->fonts;
}
