/* SPDX-License-Identifier: MIT */
#include "base/map.h"

#include "base/arena.h"
#include "cmocka_all.h"

static void finds_what_was_put(void **state)
{
	struct arena *arena = arena_open();
	struct map map = {.arena = arena};
	uint32_t i;

	(void)state;
	assert_int_equal(map_find(&map, STR("x")), MAP_NONE);
	for (i = 0; i < 5000; i++)
		assert_int_equal(
		    map_put(&map, str_format(arena, "key %u", i), i), MAP_NONE);
	for (i = 0; i < 5000; i++)
		assert_int_equal(map_find(&map, str_format(arena, "key %u", i)),
				 i);
	assert_int_equal(map_find(&map, STR("key 5000")), MAP_NONE);
	assert_int_equal(map_put(&map, STR("key 7"), 99), 7);
	assert_int_equal(map_find(&map, STR("key 7")), 99);
	assert_int_equal(map.n_used, 5000);
	arena_close(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_what_was_put),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
