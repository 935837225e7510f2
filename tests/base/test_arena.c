/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <string.h>

#include "cmocka_all.h"

static void gives_zeroed_aligned_memory(void **state)
{
	struct arena *arena = arena_open();
	size_t size;

	(void)state;
	for (size = 1; size < 200000; size = size * 3 + 1) {
		unsigned char *p = arena_alloc(arena, size);
		size_t i;

		assert_int_equal((uintptr_t)p % sizeof(void *), 0);
		for (i = 0; i < size; i++)
			assert_int_equal(p[i], 0);
		memset(p, 0xAB, size);
	}
	arena_close(arena);
}

static void gives_back_what_came_after_a_mark(void **state)
{
	struct arena *arena = arena_open();
	char *kept = arena_alloc(arena, 10);
	struct arena_mark mark;
	size_t held;
	void *first;

	(void)state;
	memcpy(kept, "kept", 5);
	mark = arena_mark(arena);
	held = arena_held(arena);
	first = arena_alloc(arena, 100);
	arena_alloc(arena, 10000000);
	assert_true(arena_held(arena) > held);
	arena_release(arena, mark);
	assert_int_equal(arena_held(arena), held);
	assert_ptr_equal(arena_alloc(arena, 100), first);
	assert_string_equal(kept, "kept");
	arena_close(arena);
}

static void arrays_grow_with_their_items(void **state)
{
	struct arena *arena = arena_open();
	int *items = NULL;
	size_t room = 0;
	int i;

	(void)state;
	for (i = 0; i < 1000; i++) {
		items =
		    arena_grow(arena, items, (size_t)i, &room, sizeof(*items));
		items[i] = i;
	}
	for (i = 0; i < 1000; i++)
		assert_int_equal(items[i], i);
	arena_close(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(gives_zeroed_aligned_memory),
	    cmocka_unit_test(gives_back_what_came_after_a_mark),
	    cmocka_unit_test(arrays_grow_with_their_items),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
