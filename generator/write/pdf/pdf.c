/* SPDX-License-Identifier: MIT */
/* The whole on one page: pages, what leads to them, what they say about
 * themselves, the fonts that were used, the file. */
#include "write/pdf/pdf.h"

#include <libdeflate.h>

#include "base/arena.h"
#include "base/diag.h"
#include "write/pdf/content.h"
#include "write/pdf/file.h"
#include "write/pdf/font.h"
#include "write/pdf/messages.h"
#include "write/pdf/meta.h"
#include "write/pdf/navigate.h"
#include "write/pdf/object.h"
#include "write/pdf/tags.h"

/* libdeflate's levels. Higher ones make TrueType outlines hardly any smaller
 * (docs/pdf.md). */
#define FAST_LEVEL  1
#define SMALL_LEVEL 5

static bool add_pages(struct pdf *pdf)
{
	const struct pages *pages = pdf->pages;
	size_t i;

	pdf->page_objects = ARENA_ARRAY(pdf->arena, pages->n_pages, HPDF_Page);
	for (i = 0; i < pages->n_pages; i++) {
		const struct page *page = &pages->pages[i];
		HPDF_Page object = HPDF_AddPage(pdf->doc);

		if (object == NULL)
			return false;
		HPDF_Page_SetWidth(object,
				   (HPDF_REAL)centipoints(page->width) / 100);
		HPDF_Page_SetHeight(object,
				    (HPDF_REAL)centipoints(page->height) / 100);
		pdf->page_objects[i] = object;
	}
	return true;
}

static bool add_all(struct pdf *pdf)
{
	size_t i;

	if (!add_pages(pdf))
		return true; /* libharu knows why */
	if (pdf->options.tagged)
		tags_begin(pdf);
	pdf->embedded = pdf_fonts_new(pdf);
	for (i = 0; i < pdf->pages->n_pages; i++)
		content_write(pdf, i);
	navigate_links(pdf);
	navigate_outline(pdf);
	navigate_labels(pdf);
	meta_write(pdf);
	if (!pdf_fonts_embed(pdf))
		return false;
	if (pdf->options.tagged)
		tags_end(pdf);
	return true;
}

/* Reports what libharu kept to itself until now. */
static bool check_library(struct pdf *pdf)
{
	HPDF_STATUS code = HPDF_GetError(pdf->doc);

	if (code == HPDF_OK)
		return true;
	DIAG(pdf->sink, &PDF_LIBRARY, PLACE_NONE,
	     str_format(pdf->arena, "0x%04lX", (unsigned long)code));
	return false;
}

bool pdf_write(const struct pages *pages, struct fonts *fonts,
	       struct pdf_options options, struct arena *arena,
	       struct diag_sink *sink, struct str *bytes)
{
	struct pdf pdf = {.pages = pages,
			  .fonts = fonts,
			  .options = options,
			  .arena = arena,
			  .sink = sink};
	bool done = false;

	if (pages->n_pages == 0) {
		DIAG0(sink, &PDF_PAGES, PLACE_NONE);
		return false;
	}
	pdf.doc = HPDF_New(NULL, NULL);
	pdf.deflate[PACKING_FAST] = libdeflate_alloc_compressor(FAST_LEVEL);
	pdf.deflate[PACKING_SMALL] = libdeflate_alloc_compressor(SMALL_LEVEL);
	if (pdf.doc == NULL || pdf.deflate[PACKING_FAST] == NULL ||
	    pdf.deflate[PACKING_SMALL] == NULL)
		DIAG(sink, &PDF_LIBRARY, PLACE_NONE, STR("0x1015"));
	else
		done = add_all(&pdf) && check_library(&pdf);
	if (done) {
		*bytes = file_make(&pdf);
		done = check_library(&pdf);
	}
	libdeflate_free_compressor(pdf.deflate[PACKING_FAST]);
	libdeflate_free_compressor(pdf.deflate[PACKING_SMALL]);
	if (pdf.doc != NULL)
		HPDF_Free(pdf.doc);
	return done;
}
