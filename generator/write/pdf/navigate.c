/* SPDX-License-Identifier: MIT */
/* Where one can go in the document (ISO 32000-1, 12.3, 12.4.2, 12.5.6.5). */
#include "write/pdf/navigate.h"

#include <hpdf_objects.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/diag.h"
#include "write/pdf/messages.h"
#include "write/pdf/object.h"
#include "write/pdf/tags.h"

#define OUTLINE_DEPTH 8

static HPDF_REAL points(emu length)
{
	return (HPDF_REAL)centipoints(length) / 100;
}

/* The anchor's place on its page, as a direct array (PDFBox does not follow a
 * reference there); NULL if the block has none. It belongs to the dictionary
 * that it is put into. */
static HPDF_Destination destination(struct pdf *pdf, struct str block)
{
	const struct pages *pages = pdf->pages;
	const struct anchor *anchor = pages_anchor(pages, block);
	HPDF_Array place;

	if (anchor == NULL)
		return NULL;
	place = HPDF_Array_New(pdf->doc->mmgr);
	if (place == NULL)
		return NULL;
	place->header.obj_class |= HPDF_OSUBCLASS_DESTINATION;
	HPDF_Array_Add(place, pdf->page_objects[anchor->page]);
	HPDF_Array_AddName(place, "XYZ");
	HPDF_Array_AddNumber(place, 0);
	HPDF_Array_AddReal(
	    place, points(pages->pages[anchor->page].height - anchor->y));
	HPDF_Array_AddNumber(place, 0); /* the zoom stays as it is */
	return place;
}

/* ---- links ---- */

static void add_link(struct pdf *pdf, size_t page, const struct item *item)
{
	const struct item_link *link = &item->link;
	emu height = pdf->pages->pages[page].height;
	HPDF_Rect box = {
	    points(link->x), points(height - link->y - link->height),
	    points(link->x + link->width), points(height - link->y)};
	HPDF_Destination target = destination(pdf, link->target);
	HPDF_Annotation annotation;

	if (target == NULL) {
		DIAG(pdf->sink, &PDF_LINK, PLACE_NONE, link->text,
		     link->target);
		return;
	}
	annotation =
	    HPDF_Page_CreateLinkAnnot(pdf->page_objects[page], box, target);
	if (annotation == NULL)
		return;
	HPDF_LinkAnnot_SetBorderStyle(annotation, 0, 0, 0);
	HPDF_Dict_AddNumber(annotation, "F", 4); /* it prints */
	object_put_text(pdf, annotation, "Contents", link->text);
	if (pdf->options.tagged && item->tag != TAG_ARTIFACT)
		tags_annotation(pdf, item->tag, page, annotation);
}

void navigate_links(struct pdf *pdf)
{
	const struct pages *pages = pdf->pages;
	size_t page;
	size_t i;

	for (page = 0; page < pages->n_pages; page++)
		for (i = 0; i < pages->pages[page].n_items; i++)
			if (pages->pages[page].items[i].kind == ITEM_LINK)
				add_link(pdf, page,
					 &pages->pages[page].items[i]);
}

/* ---- outline ---- */

void navigate_outline(struct pdf *pdf)
{
	HPDF_Outline open[OUTLINE_DEPTH + 1] = {NULL};
	size_t i;
	int level;

	for (i = 0; i < pdf->pages->n_outline; i++) {
		const struct outline_entry *entry = &pdf->pages->outline[i];
		HPDF_Destination target = destination(pdf, entry->block);
		HPDF_Outline outline;

		if (target == NULL)
			continue;
		level = entry->level < 1	       ? 1
			: entry->level > OUTLINE_DEPTH ? OUTLINE_DEPTH
						       : entry->level;
		while (level > 1 && open[level - 1] == NULL)
			level--;
		outline =
		    HPDF_CreateOutline(pdf->doc, open[level - 1], "-", NULL);
		if (outline == NULL)
			return;
		object_put_text(pdf, outline, "Title", entry->text);
		HPDF_Outline_SetDestination(outline, target);
		open[level] = outline;
		while (level < OUTLINE_DEPTH)
			open[++level] = NULL;
	}
	if (i > 0)
		HPDF_SetPageMode(pdf->doc, HPDF_PAGE_MODE_USE_OUTLINE);
}

/* ---- page labels ---- */

static bool is_number(const struct page *page)
{
	char digits[16];
	int n = snprintf(digits, sizeof(digits), "%d", page->number);

	return page->number > 0 &&
	       str_equal(page->label, (struct str){digits, (size_t)n});
}

/* A range of page labels from this page on: its number, its label as it is,
 * or, for pages that are not counted, small Roman numbers. */
static void add_label(struct buf *out, size_t index, const struct page *page,
		      size_t n_uncounted)
{
	buf_format(out, "%zu<<", index);
	if (is_number(page) || (page->number > 0 && page->label.n == 0)) {
		buf_format(out, "/S/D/St %d", page->number);
	} else if (page->label.n > 0) {
		buf_add_cstr(out, "/P");
		object_add_text(out, page->label);
	} else {
		buf_format(out, "/S/r/St %zu", n_uncounted);
	}
	buf_add_cstr(out, ">>");
}

/* Whether the label follows from the page before. */
static bool goes_on(const struct page *before, const struct page *page)
{
	if (page->number > 0)
		return page->number == before->number + 1 && is_number(page) &&
		       is_number(before);
	return page->label.n == 0 && before->number <= 0 &&
	       before->label.n == 0;
}

void navigate_labels(struct pdf *pdf)
{
	const struct page *pages = pdf->pages->pages;
	struct buf out = {.arena = pdf->arena};
	HPDF_Dict labels = object_new(pdf);
	size_t n_uncounted = 0;
	size_t i;

	buf_add_cstr(&out, "/Nums[");
	for (i = 0; i < pdf->pages->n_pages; i++) {
		n_uncounted += pages[i].number <= 0 && pages[i].label.n == 0;
		if (i == 0 || !goes_on(&pages[i - 1], &pages[i]))
			add_label(&out, i, &pages[i], n_uncounted);
	}
	buf_add_char(&out, ']');
	object_set(labels, buf_str(&out));
	HPDF_Dict_Add(pdf->doc->catalog, "PageLabels", labels);
}
