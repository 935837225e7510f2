/* SPDX-License-Identifier: MIT */
#include "check/passages.h"

#include "base/arena.h"
#include "base/map.h"
#include "check/view.h"

#define SHORTEST 6 /* [bytes] Two characters: less is no word */

static size_t most_passages(const struct view *view)
{
	size_t n = view->n_lines + 1;
	size_t i;

	for (i = 0; i < view->n_grids; i++)
		n += view->grids[i].n_rows * view->grids[i].n_columns;
	return n;
}

static void add_cells(struct passages *passages, const struct grid *grid,
		      struct map *seen)
{
	size_t row;
	size_t column;

	for (column = 0; column < grid->n_columns; column++) {
		if (grid_is_amount(grid, column))
			continue;
		for (row = 0; row < grid->n_rows; row++) {
			struct str text = grid_text(grid, row, column);

			if (text.n < SHORTEST ||
			    map_put(seen, text, 1) != MAP_NONE)
				continue;
			passages->list[passages->n++] =
			    (struct passage){.text = text,
					     .grid = grid,
					     .row = row,
					     .column = column};
		}
	}
}

struct passages passages_open(const struct view *view, struct arena *arena)
{
	struct passages passages = {
	    .list = ARENA_ARRAY(arena, most_passages(view), struct passage)};
	struct map seen = {.arena = arena};
	size_t i;

	for (i = 0; i < view->n_lines; i++)
		passages.list[passages.n++] = (struct passage){
		    .text = view->lines[i].text, .line = &view->lines[i]};
	for (i = 0; i < view->n_grids; i++)
		add_cells(&passages, &view->grids[i], &seen);
	return passages;
}
