/* SPDX-License-Identifier: MIT */
#include "layout/canvas.h"

#include <assert.h>

#include "base/arena.h"
#include "base/map.h"

/* A page's items while it grows. */
struct sheet {
	struct page page;
	struct item *items;
	size_t n, room;
};

struct canvas {
	struct arena *arena;
	struct sheet *sheets;
	size_t n_sheets, room_sheets;
	size_t current;
	struct tag *tags;
	size_t n_tags, room_tags;
	struct anchor *anchors;
	size_t n_anchors, room_anchors;
	struct map by_block; /* index of the anchor */
};

struct canvas *canvas_open(struct arena *arena)
{
	struct canvas *canvas = ARENA_NEW(arena, struct canvas);

	canvas->arena = arena;
	canvas->by_block.arena = arena;
	return canvas;
}

size_t canvas_page(struct canvas *canvas, emu width, emu height, size_t section)
{
	struct sheet *sheet;

	canvas->sheets =
	    arena_grow(canvas->arena, canvas->sheets, canvas->n_sheets,
		       &canvas->room_sheets, sizeof(*sheet));
	sheet = &canvas->sheets[canvas->n_sheets++];
	*sheet = (struct sheet){
	    .page = {.width = width, .height = height, .section = section}};
	canvas->current = canvas->n_sheets - 1;
	return canvas->current;
}

size_t canvas_current(const struct canvas *canvas)
{
	assert(canvas->n_sheets > 0);
	return canvas->current;
}

void canvas_go(struct canvas *canvas, size_t page)
{
	assert(page < canvas->n_sheets);
	canvas->current = page;
}

void canvas_add(struct canvas *canvas, const struct item *item)
{
	struct sheet *sheet = &canvas->sheets[canvas_current(canvas)];

	sheet->items = arena_grow(canvas->arena, sheet->items, sheet->n,
				  &sheet->room, sizeof(*item));
	sheet->items[sheet->n++] = *item;
}

int canvas_tag(struct canvas *canvas, const struct tag *tag)
{
	canvas->tags = arena_grow(canvas->arena, canvas->tags, canvas->n_tags,
				  &canvas->room_tags, sizeof(*tag));
	canvas->tags[canvas->n_tags] = *tag;
	return (int)canvas->n_tags++;
}

void canvas_anchor(struct canvas *canvas, struct str block, emu y)
{
	if (block.n == 0 || map_find(&canvas->by_block, block) != MAP_NONE)
		return;
	canvas->anchors =
	    arena_grow(canvas->arena, canvas->anchors, canvas->n_anchors,
		       &canvas->room_anchors, sizeof(*canvas->anchors));
	canvas->anchors[canvas->n_anchors] =
	    (struct anchor){block, canvas_current(canvas), y};
	map_put(&canvas->by_block, block, (uint32_t)canvas->n_anchors++);
}

size_t canvas_count(const struct canvas *canvas)
{
	return canvas->n_sheets;
}

struct page *canvas_at(struct canvas *canvas, size_t page)
{
	return &canvas->sheets[page].page;
}

const struct anchor *canvas_find(const struct canvas *canvas, struct str block)
{
	uint32_t at = map_find(&canvas->by_block, block);

	return at == MAP_NONE ? NULL : &canvas->anchors[at];
}

void canvas_close(struct canvas *canvas, struct pages *pages)
{
	struct page *list =
	    ARENA_ARRAY(canvas->arena, canvas->n_sheets, struct page);
	size_t i;

	for (i = 0; i < canvas->n_sheets; i++) {
		list[i] = canvas->sheets[i].page;
		list[i].items = canvas->sheets[i].items;
		list[i].n_items = canvas->sheets[i].n;
	}
	pages->pages = list;
	pages->n_pages = canvas->n_sheets;
	pages->tags = canvas->tags;
	pages->n_tags = canvas->n_tags;
	pages->anchors = canvas->anchors;
	pages->n_anchors = canvas->n_anchors;
}
