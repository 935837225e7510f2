/* SPDX-License-Identifier: MIT */
/*
 * The document's fonts: a code of its own for each glyph that shows a certain
 * text, and their embedding. Internal to write/pdf/.
 */
#ifndef WRITE_PDF_FONT_H
#define WRITE_PDF_FONT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct pdf;

/* A face in use. Its name in page resources is F and its number. */
struct pdf_font {
	int face;
	size_t number;
	uint32_t *glyphs;  /* by code - 1 */
	struct str *texts; /* what the code shows */
	int *advances;	   /* [1/1000 em] */
	size_t n;	   /* codes in use; the first is 1 */
	size_t room;
	uint32_t *table; /* codes, by hash of glyph and text; 0: free */
	size_t n_table;	 /* a power of 2, more than twice n */
	struct pdf_font *next;
};

struct pdf_fonts {
	struct pdf_font *first;
	struct pdf_font **last; /* where the next one is to be hung */
	size_t n;
};

struct pdf_fonts *pdf_fonts_new(struct pdf *pdf);

/* The font of that face, begun at its first use. */
struct pdf_font *pdf_font_use(struct pdf *pdf, int face);

/* The code (CID) that shows the glyph and copies as text; codes are given out
 * in order of first use. */
uint32_t pdf_font_code(struct pdf *pdf, struct pdf_font *font, uint32_t glyph,
		       struct str text);

/* The code's advance [1/1000 em]. */
int pdf_font_advance(const struct pdf_font *font, uint32_t code);

/* Embeds what was used and gives all pages their resources. */
bool pdf_fonts_embed(struct pdf *pdf);

#endif
