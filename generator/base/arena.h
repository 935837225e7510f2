/* SPDX-License-Identifier: MIT */
/*
 * Memory of one job. Everything that belongs to a document lives in one arena
 * and is freed with it; nothing in it is freed singly. Running out of memory
 * ends the process with a message (inputs are bounded before they get here).
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

/* Exit status of a process that ran out of memory. */
#define ARENA_EXIT 3

struct arena;

/* A place in an arena to go back to; see arena_mark(). */
struct arena_mark {
	void *block;
	size_t used; /* [bytes] */
};

/* A new, empty arena; close it with arena_close(). Never NULL. */
struct arena *arena_open(void);

/* Frees the arena and all that was allocated from it. NULL is allowed. */
void arena_close(struct arena *arena);

/* size bytes, zeroed, aligned for any type; owned by the arena. Never NULL. */
void *arena_alloc(struct arena *arena, size_t size);

/* The same, not zeroed: for bytes that are written at once. */
char *arena_bytes(struct arena *arena, size_t size);

/* n items of size bytes, zeroed; the product is checked. Never NULL. */
void *arena_array(struct arena *arena, size_t n, size_t size);

/*
 * Room for one more item in a growing array: if *room == n, a larger copy of
 * items is made in the arena and *room is raised. Returns the array to use.
 */
void *arena_grow(struct arena *arena, void *items, size_t n, size_t *room,
		 size_t size);

/* Where the arena stands now. */
struct arena_mark arena_mark(const struct arena *arena);

/* Gives back all that was allocated after mark was taken. */
void arena_release(struct arena *arena, struct arena_mark mark);

/*
 * From now on what closed arenas give back stays with the process, up to what
 * a large document takes: for one that makes many documents one after another.
 */
void arena_keep_memory(void);

/* Bytes that the arena holds from the system. */
size_t arena_held(const struct arena *arena);

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, n, type)                                            \
	((type *)arena_array((arena), (n), sizeof(type)))

#endif
