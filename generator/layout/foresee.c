/* SPDX-License-Identifier: MIT */
/*
 * Characters without a face, cells without a place and columns too narrow are
 * found as layout finds them. Lines that stand out and rows higher than a page
 * are bounded from above first, by counts of characters; only where the bound
 * does not do is the paragraph or the section really set. So bounds may be
 * coarse, but never too low (layout/random_docs holds them against layout).
 */
#include "layout/foresee.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/utf8.h"
#include "font/font.h"
#include "layout/book.h"
#include "layout/flow.h"
#include "layout/foresee_rows.h"
#include "layout/letters.h"
#include "layout/sizing.h"
#include "layout/strips.h"

/* Quarters of an em that a character takes at most, with a gap before it:
 * Han and full-width marks; all others. */
#define WIDE   4
#define NARROW 5
#define IN_EM  4

/* A piece goes on over breaks that look free by so much: the unit behind a
 * number, a word that titles keep whole [1/4 em]. */
#define GOES_ON (10 * IN_EM)

struct foreseeing {
	struct book *book;
	struct layout *layout;
	struct frame frames[2]; /* of the section */
	bool alone;		/* its table turns the page */
};

static bool lacks(struct fonts *fonts, struct str text)
{
	size_t at = 0;

	while (at < text.n)
		if (!fonts_have(fonts, utf8_next(text, &at)))
			return true;
	return false;
}

static bool text_lacks(struct fonts *fonts, struct text text)
{
	size_t i;

	for (i = 0; i < text.n_runs; i++)
		if (lacks(fonts, text.runs[i].text))
			return true;
	return false;
}

static bool texts_lack(struct fonts *fonts, const struct text *texts, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (text_lacks(fonts, texts[i]))
			return true;
	return false;
}

static bool table_lacks(struct fonts *fonts, const struct table *table)
{
	size_t i;
	size_t k;

	if (texts_lack(fonts, table->unit_line, 3) ||
	    texts_lack(fonts, table->notes, table->n_notes))
		return true;
	for (i = 0; i < table->n_rows; i++)
		for (k = 0; k < table->rows[i].n_cells; k++)
			if (texts_lack(fonts, table->rows[i].cells[k].paras,
				       table->rows[i].cells[k].n_paras))
				return true;
	return false;
}

static bool block_lacks(struct fonts *fonts, const struct block *block)
{
	size_t i;

	switch (block->kind) {
	case BLOCK_PARAGRAPH: return text_lacks(fonts, block->paragraph.text);
	case BLOCK_TABLE: return table_lacks(fonts, &block->table);
	case BLOCK_CONTENTS: break; /* its entries are headings */
	}
	for (i = 0; i < block->contents.n_groups; i++)
		if (text_lacks(fonts, block->contents.groups[i].title))
			return true;
	return false;
}

/* Between two of these a line may always break: ideographs that are in no
 * pattern of numbers. */
static bool is_plain(uint32_t code)
{
	return code >= 0x4E00 && code <= 0x9FFF && !letter_han_numeral(code) &&
	       code != 0x4EBF && code != 0x4F59 && code != 0x591A &&
	       code != 0x7B2C; /* 亿余多第 */
}

/* The longest stretch without a break that is surely free [1/4 em]. */
static int64_t longest_piece(struct text text)
{
	int64_t longest = 0;
	int64_t piece = 0;
	bool before = false;
	size_t i;

	for (i = 0; i < text.n_runs; i++) {
		struct str s = text.runs[i].text;
		size_t at = 0;

		while (at < s.n) {
			uint32_t code = utf8_next(s, &at);
			bool plain = is_plain(code);

			if (plain && before)
				piece = 0;
			before = plain;
			piece += letter_wide(letter_of(code)) ? WIDE : NARROW;
			longest = piece > longest ? piece : longest;
		}
	}
	return longest;
}

static emu larger_type(const struct para_want *want)
{
	return want->type.size > want->strong.size ? want->type.size
						   : want->strong.size;
}

/* For the text of its first line [emu]. */
static int64_t room_of(const struct para_want *want)
{
	int64_t room =
	    (int64_t)want->width - want->indent_left - want->indent_right;

	return want->indent_first > 0 ? room - want->indent_first : room;
}

static bool stands_out(const struct foreseeing *f, const struct block *block,
		       const struct frame *frame)
{
	const struct para_style *style =
	    book_para_style(f->layout, block->paragraph.style);
	struct para_want want = strips_want(style, frame);
	int64_t piece = longest_piece(block->paragraph.text) + GOES_ON;

	if (piece * larger_type(&want) <= room_of(&want) * IN_EM)
		return false;
	return para_stands_out(
	    para_set(f->layout, block->paragraph.text, &want));
}

/* What the paragraphs above block i take of a page at most [emu]; titles that
 * take more than half of it are not counted (heights.c). */
static int64_t title_bound(const struct foreseeing *f,
			   const struct section *section, size_t i,
			   const struct frame *frame)
{
	int64_t most = frame->height / 2;
	int64_t sum = 0;

	while (i-- > 0 && section->blocks[i].kind == BLOCK_PARAGRAPH &&
	       sum < most) {
		struct text text = section->blocks[i].paragraph.text;
		const struct para_style *style = book_para_style(
		    f->layout, section->blocks[i].paragraph.style);
		struct para_want want = strips_want(style, &f->frames[0]);
		emu em = larger_type(&want);

		sum += foresee_lines(text, em, room_of(&want)) * want.advance +
		       style->space_before + style->space_after;
		if (style->grid && frame->grid > 0)
			sum += frame->grid;
	}
	return sum < most ? sum : most;
}

/* A table as the section would have it: without a place for a cell, with
 * columns too narrow, or perhaps with a row higher than a page. */
static bool table_reports(const struct foreseeing *f,
			  const struct section *section, size_t i)
{
	const struct block *block = &section->blocks[i];
	const struct table *table = &block->table;
	struct sizing_room room = f->alone ? sizing_room_alone(table, f->frames)
					   : sizing_room_within(&f->frames[0]);
	const struct grid *grid =
	    grid_resolve(table, block->id, f->layout->arena, f->layout->sink);
	struct table_size size =
	    sizing_choose(f->layout, f->book->types, block, grid, &room);
	const struct frame *frame = &f->frames[f->alone && size.landscape];

	return f->layout->sink->n > 0 || (!size.fits && table->n_columns > 0) ||
	       !foresee_rows_fit(f->layout, grid, &size, frame,
				 title_bound(f, section, i, frame));
}

/* Sets the section, all but its pages. */
static bool really_reports(const struct foreseeing *f,
			   const struct section *section)
{
	bool landscape;
	struct strips strips =
	    strips_make(f->book, section, f->frames, &landscape);
	size_t i;

	for (i = 0; i < strips.n; i++)
		if (strips.strips[i].kind == STRIP_TABLE &&
		    table_splits_row(strips.strips[i].table))
			return true;
	return f->layout->sink->n > 0;
}

static bool section_reports(struct foreseeing *f, const struct section *section)
{
	const struct page_style *style =
	    book_page_style(f->layout, section->page_style);
	bool tables = false;
	size_t i;

	f->frames[0] = flow_frame(style, false);
	f->frames[1] = flow_frame(style, true);
	f->alone = strips_alone(f->layout, section);
	if (lacks(f->layout->fonts, style->number_format))
		return true;
	for (i = 0; i < section->n_blocks; i++) {
		const struct block *block = &section->blocks[i];

		if (block_lacks(f->layout->fonts, block))
			return true;
		if (block->kind == BLOCK_PARAGRAPH &&
		    (stands_out(f, block, &f->frames[0]) ||
		     (f->alone && stands_out(f, block, &f->frames[1]))))
			return true;
		if (block->kind == BLOCK_TABLE && table_reports(f, section, i))
			tables = true;
	}
	return tables && really_reports(f, section);
}

bool foresee_reports(struct book *book)
{
	struct foreseeing f = {.book = book, .layout = book->layout};
	const struct doc *doc = book->layout->doc;
	size_t i;

	for (i = 0; i < doc->n_sections; i++)
		if (section_reports(&f, &doc->sections[i]))
			return true;
	return false;
}
