/* SPDX-License-Identifier: MIT */
/*
 * What must be true of tables on pages: each cell's text is there once and
 * whole, rows in order; heads stand on each page, and not without rows; glyphs
 * stay inside their cells; rules have no gaps and no doubles. Absurd tables
 * need only be there.
 */
#include "random_docs.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/utf8.h"
#include "layout/letters.h"
#include "layout/messages.h"

/* What rounding may make of a place [emu]. */
#define TOLERANCE EMU_PT(0.2)

/* A cell of the doc and what is shown of it. */
struct shown {
	const struct cell *cell;
	struct buf text;  /* as part of the structure */
	size_t pages;	  /* on which it is shown at all */
	size_t last_page; /* + 1 */
	bool repeated;	  /* a head: on each page */
	size_t first;	  /* order of its first appearance */
};

struct checking {
	struct subject *s;
	const struct block *block;
	const struct table *table;
	const struct plan_table *plan;
	struct shown *shown; /* n_rows * n_columns */
	emu *x;		     /* n_columns + 1, from the table's left edge */
	size_t pages;	     /* on which rows of it stand */
	size_t order;
};

static void fault(struct checking *c, const char *what, size_t row,
		  size_t column)
{
	subject_fault(c->s, what,
		      str_format(c->s->arena, STR_FMT "/%zu/%zu",
				 STR_ARG(c->block->id), row + 1, column + 1));
}

/* Row and column of id/row/column; false: the node is no cell of it. */
static bool parse_node(const struct checking *c, struct str node, size_t *row,
		       size_t *column)
{
	struct str rest = node;
	struct str id;
	struct str number;
	bool ok = str_split(&rest, '/', &id) && str_equal(id, c->block->id) &&
		  str_split(&rest, '/', &number) && rest.n > 0;

	if (!ok)
		return false;
	*row = strtoul(str_cstr(number, c->s->arena), NULL, 10) - 1;
	*column = strtoul(str_cstr(rest, c->s->arena), NULL, 10) - 1;
	return *row < c->table->n_rows && *column < c->table->n_columns;
}

static struct shown *shown_at(const struct checking *c, size_t row,
			      size_t column)
{
	return &c->shown[row * c->table->n_columns + column];
}

static bool is_head(const struct checking *c, size_t row)
{
	enum row_kind kind = c->table->rows[row].kind;

	return kind == ROW_HEAD || kind == ROW_INDEX;
}

static void open_shown(struct checking *c)
{
	size_t row;
	size_t i;

	c->shown = ARENA_ARRAY(
	    c->s->arena, c->table->n_rows * c->table->n_columns, struct shown);
	for (row = 0; row < c->table->n_rows; row++) {
		for (i = 0; i < c->table->rows[row].n_cells; i++) {
			const struct cell *cell = &c->table->rows[row].cells[i];
			struct shown *shown =
			    shown_at(c, row, (size_t)cell->column);

			shown->cell = cell;
			shown->text.arena = c->s->arena;
			shown->repeated = is_head(c, row);
		}
	}
}

/* The rules of the table on a page. */
struct ruled {
	const struct item_rule **list;
	size_t n;
};

static struct ruled rules_of(const struct checking *c, const struct page *page)
{
	struct ruled r = {.list = ARENA_ARRAY(c->s->arena, page->n_items,
					      const struct item_rule *)};
	size_t i;

	for (i = 0; i < page->n_items; i++)
		if (page->items[i].kind == ITEM_RULE &&
		    str_equal(page->items[i].node, c->block->id))
			r.list[r.n++] = &page->items[i].rule;
	return r;
}

static bool level(const struct item_rule *rule)
{
	return rule->y0 == rule->y1;
}

/* Whether the rule runs through the place, its ends counted. */
static bool passes(const struct item_rule *rule, emu x, emu y)
{
	emu half = rule->weight / 2;

	return x >= rule->x0 - half && x <= rule->x1 + half &&
	       y >= rule->y0 - half && y <= rule->y1 + half;
}

/* Whether a rule across joins this end. */
static bool joined(const struct ruled *r, const struct item_rule *rule, emu x,
		   emu y)
{
	size_t i;

	for (i = 0; i < r->n; i++)
		if (level(r->list[i]) != level(rule) &&
		    passes(r->list[i], x, y))
			return true;
	return false;
}

/* Whether two rules lie on each other for more than a point's length. */
static bool doubled(const struct item_rule *a, const struct item_rule *b)
{
	emu from;
	emu to;

	if (level(a) != level(b))
		return false;
	if (level(a)) {
		from = a->x0 > b->x0 ? a->x0 : b->x0;
		to = a->x1 < b->x1 ? a->x1 : b->x1;
		return a->y0 == b->y0 && to > from;
	}
	from = a->y0 > b->y0 ? a->y0 : b->y0;
	to = a->y1 < b->y1 ? a->y1 : b->y1;
	return a->x0 == b->x0 && to > from;
}

static void check_rules(struct checking *c, const struct ruled *r)
{
	size_t i;
	size_t k;

	for (i = 0; i < r->n; i++) {
		const struct item_rule *rule = r->list[i];

		if (!joined(r, rule, rule->x0, rule->y0) ||
		    !joined(r, rule, rule->x1, rule->y1))
			fault(c, "a rule ends in the open", 0, 0);
		for (k = 0; k < i; k++)
			if (doubled(rule, r->list[k]))
				fault(c, "a rule is drawn twice", 0, 0);
	}
}

/* Nearest level rules above and below the place; false: there are none. */
static bool rules_around(const struct ruled *r, emu x, emu y, emu *above,
			 emu *below)
{
	size_t i;

	*above = INT32_MIN;
	*below = INT32_MAX;
	for (i = 0; i < r->n; i++) {
		const struct item_rule *rule = r->list[i];

		if (!level(rule) || x < rule->x0 || x > rule->x1)
			continue;
		if (rule->y0 <= y && rule->y0 > *above)
			*above = rule->y0;
		if (rule->y0 > y && rule->y0 < *below)
			*below = rule->y0;
	}
	return *above != INT32_MIN && *below != INT32_MAX;
}

/* Left edge of the frame: where its level rules begin. */
static emu frame_left(const struct ruled *r)
{
	emu left = INT32_MAX;
	size_t i;

	for (i = 0; i < r->n; i++)
		if (!level(r->list[i]) && r->list[i]->x0 < left)
			left = r->list[i]->x0;
	return left;
}

/* Left and right edge of a glyph's ink: a mark is blank in one half. */
static void ink_of(const struct item_text *text, const struct glyph_at *glyph,
		   emu *from, emu *to)
{
	size_t at = glyph->from;
	enum letter letter = letter_of(utf8_next(text->text, &at));

	*from = text->x + glyph->x;
	*to = *from + glyph->advance;
	if (letter == LETTER_OPEN)
		*from += text->size / 2;
	else if (letter_blank_after(letter))
		*to -= text->size / 2;
}

static void check_place(struct checking *c, const struct ruled *r,
			const struct item_text *text, size_t row, size_t column)
{
	const struct cell *cell = shown_at(c, row, column)->cell;
	emu frame = frame_left(r);
	emu left = frame + c->x[column];
	emu right = frame + c->x[column + (size_t)cell->colspan];
	emu above;
	emu below;
	size_t i;

	for (i = 0; i < text->n_glyphs; i++) {
		emu from;
		emu to;

		ink_of(text, &text->glyphs[i], &from, &to);
		if (from < left - TOLERANCE || to > right + TOLERANCE) {
			fault(c, "a glyph beside its cell", row, column);
			break;
		}
	}
	if (!rules_around(r, (left + right) / 2,
			  text->y - text->size * 38 / 100, &above, &below))
		fault(c, "text without a cell around it", row, column);
	else if (text->y - text->size * 88 / 100 < above - TOLERANCE ||
		 text->y + text->size * 12 / 100 > below + TOLERANCE)
		fault(c, "a line above or below its cell", row, column);
}

static void note_item(struct checking *c, const struct ruled *r, size_t page,
		      const struct item *item)
{
	size_t row;
	size_t column;
	struct shown *shown;

	if (item->kind != ITEM_TEXT ||
	    !parse_node(c, item->node, &row, &column))
		return;
	shown = shown_at(c, row, column);
	if (shown->cell == NULL) {
		fault(c, "text of a cell that is none", row, column);
		return;
	}
	if (shown->first == 0)
		shown->first = ++c->order;
	if (shown->last_page != page + 1)
		shown->pages++;
	shown->last_page = page + 1;
	if (item->tag != TAG_ARTIFACT)
		buf_add(&shown->text, item->text.text);
	check_place(c, r, &item->text, row, column);
}

static void read_pages(struct checking *c)
{
	size_t i;
	size_t k;

	for (i = 0; i < c->s->pages->n_pages; i++) {
		const struct page *page = &c->s->pages->pages[i];
		struct ruled r = rules_of(c, page);

		if (r.n == 0)
			continue;
		c->pages++;
		check_rules(c, &r);
		for (k = 0; k < page->n_items; k++)
			note_item(c, &r, i, &page->items[k]);
	}
}

/* Without blanks: they may go at the ends of lines. */
static struct str dense(struct str text, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t at = 0;

	while (at < text.n) {
		uint32_t code = utf8_next(text, &at);

		if (code != ' ' && code != 0xA0 && code != 0x3000)
			buf_add_code(&buf, code);
	}
	return buf_str(&buf);
}

/* All paragraphs of a cell. */
static struct str cell_text(const struct checking *c, const struct cell *cell)
{
	struct buf buf = {.arena = c->s->arena};
	size_t i;

	for (i = 0; i < cell->n_paras; i++)
		buf_add(&buf, text_plain(cell->paras[i], c->s->arena));
	return buf_str(&buf);
}

static void check_cell(struct checking *c, size_t row, size_t column)
{
	struct shown *shown = shown_at(c, row, column);
	struct str want;

	if (shown->cell == NULL || shown->cell->n_paras == 0)
		return;
	want = dense(cell_text(c, shown->cell), c->s->arena);
	if (!str_equal(dense(buf_str(&shown->text), c->s->arena), want))
		fault(c, "a cell is not shown once and whole", row, column);
	if (shown->repeated && want.n > 0 && shown->pages != c->pages)
		fault(c, "a head is not on each page", row, column);
}

/* Cells of one row stand before those of the next. */
static void check_order(struct checking *c)
{
	size_t before = 0;
	size_t row;
	size_t i;

	for (row = 0; row < c->table->n_rows; row++) {
		size_t last = before;

		for (i = 0; i < c->table->rows[row].n_cells; i++) {
			const struct cell *cell = &c->table->rows[row].cells[i];
			size_t first =
			    shown_at(c, row, (size_t)cell->column)->first;

			if (cell->rowspan > 1 || first == 0)
				continue;
			if (first < before)
				fault(c, "rows are out of order", row, i);
			last = first > last ? first : last;
		}
		before = last;
	}
}

/* No page ends with a header row of the body whose rows are on the next. */
static void check_subheads(struct checking *c)
{
	size_t row;

	for (row = 1; row < c->plan->n_rows; row++)
		if (c->plan->breaks[row] &&
		    c->table->rows[row - 1].kind == ROW_SUBHEAD)
			fault(c, "a header row ends a page", row - 1, 0);
}

/* Whether layout said that its columns do not fit. */
static bool reported(const struct subject *s, const struct block *block)
{
	size_t i;

	for (i = 0; i < s->sink->n; i++)
		if (s->sink->list[i].kind == &LAYOUT_COLUMNS &&
		    str_equal(s->sink->list[i].node, block->id))
			return true;
	return false;
}

static void check_table(struct subject *s, const struct block *block)
{
	struct checking c = {.s = s,
			     .block = block,
			     .table = &block->table,
			     .plan = plan_table(s->plan, block->id)};
	size_t row;
	size_t i;

	if (c.plan == NULL) {
		subject_fault(s, "a table without a plan", block->id);
		return;
	}
	if (s->absurd || reported(s, block))
		return;
	c.x = ARENA_ARRAY(s->arena, c.table->n_columns + 1, emu);
	for (i = 0; i < c.table->n_columns; i++)
		c.x[i + 1] = c.x[i] + c.plan->columns[i];
	open_shown(&c);
	read_pages(&c);
	for (row = 0; row < c.table->n_rows; row++)
		for (i = 0; i < c.table->n_columns; i++)
			check_cell(&c, row, i);
	check_order(&c);
	check_subheads(&c);
}

void check_tables(struct subject *s)
{
	size_t i;
	size_t k;

	for (i = 0; i < s->doc->n_sections; i++)
		for (k = 0; k < s->doc->sections[i].n_blocks; k++)
			if (s->doc->sections[i].blocks[k].kind == BLOCK_TABLE)
				check_table(s, &s->doc->sections[i].blocks[k]);
}
