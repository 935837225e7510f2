/* SPDX-License-Identifier: MIT */
/*
 * A list of blocks, the newest first. A block is at least BLOCK_LEAST bytes;
 * a larger request gets a block of its own size.
 */
#include "base/arena.h"

#include <malloc.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_LEAST ((size_t)64 * 1024)
#define BLOCK_MOST  ((size_t)1024 * 1024)
#define KEPT_MOST   (32 * 1024 * 1024) /* the most that malloc accepts */

struct block {
	struct block *older;
	size_t size; /* of data [bytes] */
	size_t used; /* of data [bytes] */
	alignas(max_align_t) unsigned char data[];
};

struct arena {
	struct block *newest;
};

static void out_of_memory(void)
{
	(void)fputs("gongkai: 内存不足 (out of memory)\n", stderr);
	exit(ARENA_EXIT);
}

static struct block *block_open(size_t size, struct block *older)
{
	struct block *block;

	if (size > SIZE_MAX - sizeof(*block))
		out_of_memory();
	block = malloc(sizeof(*block) + size);
	if (block == NULL)
		out_of_memory();
	block->older = older;
	block->size = size;
	block->used = 0;
	return block;
}

struct arena *arena_open(void)
{
	struct arena *arena = malloc(sizeof(*arena));

	if (arena == NULL)
		out_of_memory();
	arena->newest = block_open(BLOCK_LEAST, NULL);
	return arena;
}

void arena_close(struct arena *arena)
{
	if (arena == NULL)
		return;
	while (arena->newest != NULL) {
		struct block *older = arena->newest->older;

		free(arena->newest);
		arena->newest = older;
	}
	free(arena);
}

/* Each block doubles the one before, so that large jobs need few of them. */
static size_t next_size(const struct block *newest, size_t need)
{
	size_t size = newest->size < BLOCK_MOST ? newest->size * 2 : BLOCK_MOST;

	return need > size ? need : size;
}

char *arena_bytes(struct arena *arena, size_t size)
{
	const size_t align = alignof(max_align_t);
	struct block *block = arena->newest;
	unsigned char *bytes;

	if (size > SIZE_MAX - align)
		out_of_memory();
	size = (size + align - 1) / align * align;
	if (block->size - block->used < size) {
		block = block_open(next_size(block, size), block);
		arena->newest = block;
	}
	bytes = block->data + block->used;
	block->used += size;
	return (char *)bytes;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	return memset(arena_bytes(arena, size), 0, size);
}

void *arena_array(struct arena *arena, size_t n, size_t size)
{
	if (size != 0 && n > SIZE_MAX / size)
		out_of_memory();
	return arena_alloc(arena, n * size);
}

void *arena_grow(struct arena *arena, void *items, size_t n, size_t *room,
		 size_t size)
{
	char *grown;

	if (n < *room)
		return items;
	if (*room > SIZE_MAX / 2)
		out_of_memory();
	*room = *room == 0 ? 8 : *room * 2;
	if (size != 0 && *room > SIZE_MAX / size)
		out_of_memory();
	grown = arena_bytes(arena, *room * size);
	if (n > 0)
		memcpy(grown, items, n * size);
	memset(grown + n * size, 0, (*room - n) * size);
	return grown;
}

struct arena_mark arena_mark(const struct arena *arena)
{
	return (struct arena_mark){arena->newest, arena->newest->used};
}

void arena_release(struct arena *arena, struct arena_mark mark)
{
	while (arena->newest != mark.block) {
		struct block *older = arena->newest->older;

		free(arena->newest);
		arena->newest = older;
	}
	arena->newest->used = mark.used;
}

void arena_keep_memory(void)
{
	mallopt(M_MMAP_THRESHOLD, KEPT_MOST);
	mallopt(M_TRIM_THRESHOLD, KEPT_MOST);
}

size_t arena_held(const struct arena *arena)
{
	size_t held = 0;
	const struct block *block;

	for (block = arena->newest; block != NULL; block = block->older)
		held += sizeof(*block) + block->size;
	return held;
}
