/* SPDX-License-Identifier: MIT */
/*
 * A prepared table over pages: rows.c finds the division, this says what it
 * works on, and keeps to it while the flow asks page by page.
 */
#include "layout/division.h"

#include "base/arena.h"
#include "layout/rows.h"
#include "layout/table_set.h"

/*
 * A table that is to stay whole but is longer than a page begins below others
 * on their page if it takes no more pages so, or if moving it would leave so
 * much of that page empty [1/1000]; and with so many rows at least.
 */
#define FOOT_SHARE 333
#define FOOT_ROWS  3

/* What rows_divide() needs for the pieces from one on. */
static struct rows_want rows_want(const struct table_set *set, size_t from,
				  emu first)
{
	struct arena *scratch = set->layout->scratch;
	size_t n = set->n_pieces - from;
	emu *heights = ARENA_ARRAY(scratch, n, emu);
	emu *again = ARENA_ARRAY(scratch, n, emu);
	uint8_t *keep = ARENA_ARRAY(scratch, n, uint8_t);
	bool *rigid = ARENA_ARRAY(scratch, n, bool);
	size_t i;

	for (i = 0; i < n; i++) {
		const struct piece *piece = &set->pieces[from + i];
		enum row_kind kind = set->table->rows[piece->row].kind;

		heights[i] = table_piece_height(set, from + i);
		again[i] = table_again(set, from + i);
		keep[i] = piece->line == 0 ? set->grid->keep[piece->row] : 0;
		rigid[i] = piece->split || kind == ROW_BLANK ||
			   kind == ROW_SUBHEAD || kind == ROW_HEAD;
	}
	return (struct rows_want){.heights = heights,
				  .again = again,
				  .keep = keep,
				  .rigid = rigid,
				  .n = n,
				  .first = first,
				  .next = set->frame.height,
				  .tail = set->notes_height,
				  .fill = set->style->whole};
}

size_t division_pages(const struct table_set *set, emu first)
{
	struct arena_mark mark = arena_mark(set->layout->scratch);
	struct rows_want want = rows_want(set, 0, first);
	size_t n = rows_divide(&want, set->layout->scratch).n;

	arena_release(set->layout->scratch, mark);
	return n;
}

int division_last_share(const struct table_set *set, emu first)
{
	struct arena_mark mark = arena_mark(set->layout->scratch);
	struct rows_want want = rows_want(set, 0, first);
	int share = rows_last_share(&want);

	arena_release(set->layout->scratch, mark);
	return share;
}

/* Whether a row of the head has one line and the height that its style gives
 * such a row. */
static bool is_low_head(const struct table_set *set, int row)
{
	return set->table->rows[row].kind == ROW_HEAD &&
	       set->heights[row] <= set->style->head_row[0] + EMU_PER_TWIP;
}

/* Raises the low rows of the head, if each page has room for that. */
static void raise_heads(struct table_set *set, const struct rows_want *want,
			const struct rows_pages *pages)
{
	emu most = set->style->head_most / EMU_PER_TWIP * EMU_PER_TWIP;
	emu extra = 0;
	int row;

	for (row = 0; row < set->n_head; row++)
		if (is_low_head(set, row) && most > set->heights[row])
			extra += most - set->heights[row];
	if (extra == 0 || rows_spare(want, pages) < extra)
		return;
	for (row = 0; row < set->n_head; row++)
		if (is_low_head(set, row))
			set->heights[row] = most;
}

void division_raise(struct table_set *set, emu first)
{
	struct arena_mark mark = arena_mark(set->layout->scratch);
	struct rows_want want = rows_want(set, 0, first);
	struct rows_pages pages = rows_divide(&want, set->layout->scratch);
	emu most = set->style->row_most / EMU_PER_TWIP * EMU_PER_TWIP;
	emu height = rows_raise(&want, &pages, most);
	size_t i;

	for (i = 0; i < set->n_pieces; i++) {
		emu *of = &set->heights[set->pieces[i].row];

		if (!want.rigid[i] && *of < height)
			*of = height;
	}
	if (height >= most) {
		want = rows_want(set, 0, first);
		raise_heads(set, &want, &pages);
	}
	arena_release(set->layout->scratch, mark);
}

/* Whether the part with its enlarged rows goes into the room. */
static bool part_fits(const struct table_set *set, size_t from, size_t to,
		      emu room)
{
	struct arena_mark mark = arena_mark(set->layout->scratch);
	int64_t height = set->unit_height + (from == 0 ? set->above : 0);
	size_t n;
	size_t i;
	const struct part_row *rows = part_rows(set, from, to, &n);

	for (i = 0; i < n; i++)
		height += rows[i].height;
	if (to == set->n_pieces)
		height += set->notes_height;
	arena_release(set->layout->scratch, mark);
	return height <= room;
}

/* The division of what is left on whole pages is the rest of the division
 * before; so it is found once. */
static void keep_division(struct table_set *set, size_t piece,
			  const struct rows_pages *pages)
{
	size_t i;

	set->ends = ARENA_ARRAY(set->layout->arena, pages->n, size_t);
	set->n_ends = pages->n;
	for (i = 0; i < pages->n; i++)
		set->ends[i] = piece + pages->ends[i];
}

/* The end of the page that begins with the piece; 0: not known. */
static size_t known_end(const struct table_set *set, size_t piece)
{
	size_t i;

	for (i = 0; i + 1 < set->n_ends; i++)
		if (set->ends[i] == piece)
			return set->ends[i + 1];
	return 0;
}

/* Room [emu] on a new page, under the headings that go there with the table;
 * more of them than half a page are no headings. */
static emu room_on_new(const struct table_set *set, size_t piece)
{
	if (piece > 0 || set->title > set->frame.height / 2)
		return set->frame.height;
	return set->frame.height - set->title;
}

/* Whether the table is better off on a new page than divided like this. */
static bool better_on_new(const struct table_set *set,
			  const struct rows_want *here,
			  const struct rows_pages *pages, size_t piece)
{
	struct rows_want next = *here;
	struct rows_pages later;

	next.first = room_on_new(set, piece);
	later = rows_divide(&next, set->layout->scratch);
	if (later.broken != pages->broken || !set->style->whole)
		return later.broken < pages->broken;
	if (later.n == 1 || pages->n == 1)
		return later.n < pages->n;
	if (pages->ends[0] < FOOT_ROWS)
		return true;
	return later.n < pages->n &&
	       here->first < (int64_t)set->frame.height * FOOT_SHARE / 1000;
}

/* The end of the first page's part, by the best division. */
static size_t first_end(struct table_set *set, size_t piece, emu room,
			bool fresh)
{
	struct arena_mark mark = arena_mark(set->layout->scratch);
	struct rows_want here = rows_want(set, piece, room);
	struct rows_pages pages = rows_divide(&here, set->layout->scratch);
	size_t end = piece + pages.ends[0];
	bool move = here.heights[0] + here.again[0] > room;

	if (!fresh)
		move = move || better_on_new(set, &here, &pages, piece);
	keep_division(set, piece, &pages);
	arena_release(set->layout->scratch, mark);
	return move && !fresh ? piece : end;
}

static bool kept(const struct table_set *set, size_t piece)
{
	return set->pieces[piece].line == 0 &&
	       set->grid->keep[set->pieces[piece].row] > 0;
}

/* The end of a part that has turned out too high for the room; no earlier than
 * behind its first piece. */
static size_t shorten(const struct table_set *set, size_t piece, size_t end,
		      emu room)
{
	size_t parting;

	while (end > piece + 1 && !part_fits(set, piece, end, room))
		end--;
	parting = end;
	while (parting > piece + 1 && kept(set, parting))
		parting--;
	return kept(set, parting) ? end : parting;
}

size_t table_fit(struct table_set *set, size_t piece, emu room, bool fresh)
{
	size_t end;

	if (set->n_pieces == 0)
		return fresh || table_height(set) - set->below <= room ? 1 : 0;
	end = fresh && room == set->frame.height ? known_end(set, piece) : 0;
	if (end == 0)
		end = first_end(set, piece, room, fresh);
	if (end > piece + 1 && !part_fits(set, piece, end, room))
		end = shorten(set, piece, end, room);
	if (end == piece + 1 && !fresh && !part_fits(set, piece, end, room))
		end = piece;
	return end;
}

bool table_begins_in(const struct table_set *set, emu room)
{
	if (set->n_pieces == 0)
		return table_height(set) - set->below <= room;
	return part_fits(set, 0, 1, room);
}

size_t table_span(const struct table_set *set, emu room, emu *last)
{
	struct arena_mark mark = arena_mark(set->layout->scratch);
	struct rows_want want = rows_want(set, 0, room);
	struct rows_pages pages = rows_divide(&want, set->layout->scratch);
	size_t i = pages.n > 1 ? pages.ends[pages.n - 2] : 0;
	int64_t height = want.tail;

	if (i < want.n)
		height += want.again[i];
	for (; i < want.n; i++)
		height += want.heights[i];
	arena_release(set->layout->scratch, mark);
	*last = height > INT32_MAX / 4 ? INT32_MAX / 4 : (emu)height;
	return pages.n;
}
