/* SPDX-License-Identifier: MIT */
/*
 * The pages while they are made: the one place that adds items, tags and
 * anchors. Internal to layout/.
 */
#ifndef LAYOUT_CANVAS_H
#define LAYOUT_CANVAS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/emu.h"
#include "base/str.h"
#include "doc/doc.h"
#include "pages/pages.h"

struct arena;
struct diag_sink;
struct linebreak;
struct memory;

/* What all stages of one layout share. */
struct layout {
	const struct doc *doc;
	struct fonts *fonts;
	struct arena *arena;   /* of the result */
	struct arena *scratch; /* of a stage: mark and release */
	struct diag_sink *sink;
	struct canvas *canvas;
	struct linebreak *linebreak;
	struct memory *memory;
};

/* The type area of a page: where blocks go. */
struct frame {
	emu x, y;	   /* [emu] of its upper left corner on the page */
	emu width, height; /* [emu] */
	emu grid;	   /* [emu] pitch of its line grid, 0: none */
};

/* Without pages; owned by the arena. */
struct canvas *canvas_open(struct arena *arena);

/* Begins a page; all further items go to it. Returns its index. */
size_t canvas_page(struct canvas *canvas, emu width, emu height,
		   size_t section);
size_t canvas_current(const struct canvas *canvas); /* index of the page */

/* Makes that page the current one again: for what is known at the end only. */
void canvas_go(struct canvas *canvas, size_t page);

/* Adds an item to the current page. Items are copied, what they point to is
 * not. */
void canvas_add(struct canvas *canvas, const struct item *item);

/* A new structure element; its number. Children after their parents. */
int canvas_tag(struct canvas *canvas, const struct tag *tag);

/* The block begins at y of the current page. */
void canvas_anchor(struct canvas *canvas, struct str block, emu y);

/* Pages begun so far; one of them, to be changed (number, label). */
size_t canvas_count(const struct canvas *canvas);
struct page *canvas_at(struct canvas *canvas, size_t page);

/* The anchor of a block, NULL: none yet. */
const struct anchor *canvas_find(const struct canvas *canvas, struct str block);

/* Fills in pages, tags and anchors of the result; they live in the arena. */
void canvas_close(struct canvas *canvas, struct pages *pages);

#endif
