/* SPDX-License-Identifier: MIT */
#include "read/levels.h"

#include <stdbool.h>

#include "base/arena.h"
#include "budget/codename.h"
#include "read/mapping.h"

static struct level *level_of(struct levels *levels, struct str pattern,
			      struct arena *arena)
{
	size_t depth = 0;
	size_t i;

	for (i = 0; i < levels->n; i++)
		if (str_equal(levels->list[i].pattern, pattern))
			return &levels->list[i];
	for (i = 0; i < levels->n; i++)
		if (levels->list[i].depth >= depth)
			depth = levels->list[i].depth + 1;
	levels->list = arena_grow(arena, levels->list, levels->n, &levels->room,
				  sizeof(*levels->list));
	levels->list[levels->n] =
	    (struct level){.pattern = pattern, .depth = depth};
	return &levels->list[levels->n++];
}

static bool fills(const struct level *level, size_t column)
{
	size_t i;

	for (i = 0; i < level->n_fills; i++)
		if (level->fills[i].column == column)
			return true;
	return false;
}

void levels_add(struct levels *levels, struct str pattern,
		struct level_fill fill, struct arena *arena)
{
	struct level *level = level_of(levels, pattern, arena);
	size_t i;

	for (i = 0; i < levels->n; i++)
		if (fills(&levels->list[i], fill.column)) {
			level->depth = levels->list[i].depth;
			break;
		}
	level->fills = arena_grow(arena, level->fills, level->n_fills,
				  &level->room_fills, sizeof(*level->fills));
	level->fills[level->n_fills++] = fill;
}

const struct level *levels_find(const struct levels *levels, struct str cell,
				struct arena *arena)
{
	struct str code = codename_code(cell);
	size_t i;

	for (i = 0; i < levels->n; i++)
		if (map_pattern_fits(levels->list[i].pattern, code, arena))
			return &levels->list[i];
	return NULL;
}

static struct str said(const struct level_fill *fill, struct str cell)
{
	if (fill->value.n > 0)
		return fill->value;
	if (fill->treatment & MAP_CODE)
		return codename_code(cell);
	return fill->treatment & MAP_NAME ? codename_name(cell) : cell;
}

void levels_enter(const struct levels *levels, const struct level *level,
		  struct str cell, struct str *known)
{
	size_t i;
	size_t k;

	for (i = 0; i < levels->n; i++)
		for (k = 0; levels->list[i].depth >= level->depth &&
			    k < levels->list[i].n_fills;
		     k++)
			known[levels->list[i].fills[k].column] = STR_NONE;
	for (k = 0; k < level->n_fills; k++)
		known[level->fills[k].column] = said(&level->fills[k], cell);
}
