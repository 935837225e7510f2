/* SPDX-License-Identifier: MIT */
/*
 * Third stage of a table: pieces (rows, or lines of a row taller than a page)
 * -> pages and the height of rows. As few pages as possible, no page beginning
 * where it should not, pieces spread evenly over the pages or filling them.
 * Lengths only, no text. Internal to layout/.
 */
#ifndef LAYOUT_ROWS_H
#define LAYOUT_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/emu.h"

struct arena;

struct rows_want {
	const emu *heights;  /* [emu] n: of each piece, > 0 */
	const emu *again;    /* [emu] n: of what is repeated above the piece
				when it begins a page */
	const uint8_t *keep; /* n: how bad it is that a page begins with it,
				0: not at all */
	const bool *rigid;   /* n: is not raised */
	size_t n;
	emu first; /* [emu] room on the first page */
	emu next;  /* [emu] room on each further page */
	emu tail;  /* [emu] below the last piece, on its page */
	bool fill; /* pages are filled one by one, not evenly */
};

/* Pages in order. */
struct rows_pages {
	const size_t *ends; /* of each page: the piece after its last */
	size_t n;	    /* pages; 0 if there are no pieces */
	size_t broken;	    /* sum of keep of the pieces that begin a page
			       because it could not be helped */
};

/*
 * The best division: least broken keeps, then fewest pages, then rows spread
 * most evenly, the fuller page first; or, to fill, each page as full as can be,
 * but for a last one that would have a row or two. A piece that is higher than
 * its page stands alone on it. Owned by the arena.
 */
struct rows_pages rows_divide(const struct rows_want *want,
			      struct arena *arena);

/*
 * The greatest height up to most [emu] to which all rows can be raised
 * without a page running over; the least height of an unrigid piece if none
 * can. A multiple of a twip, so that Word gets the same.
 */
emu rows_raise(const struct rows_want *want, const struct rows_pages *pages,
	       emu most);

/* Room [emu] that the fullest page has left; < 0: it runs over. */
int64_t rows_spare(const struct rows_want *want,
		   const struct rows_pages *pages);

/* Share [1/1000] of its room that the last page uses when the pages before
 * are filled up. */
int rows_last_share(const struct rows_want *want);

#endif
