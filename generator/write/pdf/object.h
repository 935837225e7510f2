/* SPDX-License-Identifier: MIT */
/*
 * PDF objects on libharu's: what its own interface has no call for. Nothing
 * here fails by itself: libharu's errors stick to the document, which is
 * asked once, before the file is written. Internal to write/pdf/.
 */
#ifndef WRITE_PDF_OBJECT_H
#define WRITE_PDF_OBJECT_H

#include <hpdf.h>
#include <hpdf_doc.h>
#include <stdbool.h>

#include "base/emu.h"
#include "base/str.h"
#include "font/font.h"
#include "pages/pages.h"
#include "write/pdf/pdf.h"

struct libdeflate_compressor;
struct pdf_fonts;
struct tag_marks;

/* How the bytes of a stream stand in the file. */
enum packing {
	PACKING_FAST,  /* TrueType outlines, which shrink little */
	PACKING_SMALL, /* all else */
	PACKING_CODES, /* CFF outlines, in which hardly anything comes twice */
	PACKING_NONE
};

/* Objects that are never libharu's: nothing but their text, in the order of
 * their numbers, which follow all others. One of libharu's costs more to make
 * than most elements of the structure cost to write. */
struct elements {
	struct buf text; /* of all */
	size_t *ends;	 /* where that of each ends */
	size_t n;
};

/* One document while it is written. */
struct pdf {
	HPDF_Doc doc;
	struct libdeflate_compressor *deflate[2]; /* FAST and SMALL */
	char *packed;				  /* where they write to */
	size_t packed_room;
	const struct pages *pages;
	struct fonts *fonts;
	struct pdf_options options;
	struct arena *arena;
	struct diag_sink *sink;
	HPDF_Page *page_objects; /* one per page */
	struct elements elements;
	struct pdf_fonts *embedded;
	struct tag_marks *marks;
};

/* What follows the number of an indirect object in a reference. */
unsigned int object_number(const void *object);

/* The number that the next new object gets. */
unsigned int object_next_number(const struct pdf *pdf);

/* What an object of ours is: a dictionary whose entries are given as PDF
 * text, "/S/P/K 3", and perhaps a stream's bytes as they go into the file. */
struct body {
	struct str entries;
	struct str bytes;
	bool stream;
};

/*
 * A new indirect dictionary, empty. Its entries may be set later, when all
 * numbers are known; the text must outlive the document.
 */
HPDF_Dict object_new(struct pdf *pdf);
void object_set(HPDF_Dict object, struct str entries);

/* An indirect stream; entries as above, without /Length and /Filter. */
HPDF_Dict object_stream(struct pdf *pdf, struct str entries, struct str bytes,
			enum packing packing);

/* The body of an object made here, NULL if it is one of libharu's. */
const struct body *object_body(const void *object);

/* Deflated by zlib's format (RFC 1950); owned by the arena. */
struct str object_deflate(struct pdf *pdf, struct str bytes,
			  enum packing packing);

/* The same of a head and what follows it, the head by codes alone: numbers,
 * among which stretches are not worth looking for. */
struct str object_deflate_headed(struct pdf *pdf, struct str head,
				 struct str bytes);

/* Adds text as a string object of PDF: ASCII as it is, else UTF-16 with a
 * byte order mark, in hexadecimal digits (ISO 32000-1, 7.9.2.2). */
void object_add_text(struct buf *buf, struct str text);

/* UTF-16BE in hexadecimal digits. */
void object_add_utf16(struct buf *buf, struct str text);

/* A number, as printf would write it, but this is half of the work. */
void object_add_number(struct buf *buf, size_t number);
void object_add_signed(struct buf *buf, int64_t number);

/* " 12 0 R": to an object, or to the one of that number. */
void object_add_reference(struct buf *buf, const void *object);
void object_add_reference_to(struct buf *buf, unsigned int number);

/* Sets an entry of a dictionary of libharu's to a text. */
void object_put_text(struct pdf *pdf, HPDF_Dict dict, const char *key,
		     struct str text);

/* A length in 1/100 pt, rounded; and such a length as a number in points. */
int centipoints(emu length);
void object_add_points(struct buf *buf, int centi);

#endif
