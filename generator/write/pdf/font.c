/* SPDX-License-Identifier: MIT */
/*
 * Composite fonts (ISO 32000-1, 9.7) with Identity-H: the bytes of a string
 * are CIDs. Since a CID belongs to a glyph and a text, ToUnicode is exact even
 * where one glyph serves several characters, or a mark stands for a character
 * that no face has.
 */
#include "write/pdf/font.h"

#include "base/arena.h"
#include "base/map.h"
#include "write/pdf/object.h"

#define N_PAGES	   256
#define CODES_MOST 65534 /* CIDs of two bytes, without 0 and 65535 */

struct pdf_fonts *pdf_fonts_new(struct pdf *pdf)
{
	struct pdf_fonts *fonts = ARENA_NEW(pdf->arena, struct pdf_fonts);

	fonts->last = &fonts->first;
	return fonts;
}

struct pdf_font *pdf_font_use(struct pdf *pdf, int face)
{
	struct pdf_fonts *fonts = pdf->embedded;
	struct pdf_font *font;

	for (font = fonts->first; font != NULL; font = font->next)
		if (font->face == face)
			return font;
	font = ARENA_NEW(pdf->arena, struct pdf_font);
	font->face = face;
	font->number = fonts->n++;
	*fonts->last = font;
	fonts->last = &font->next;
	return font;
}

/* Where the code of the glyph and text stands in the table, or is to stand.
 * Nearly always a glyph has one text, so the glyph alone is hashed. */
static uint32_t *find_code(const struct pdf_font *font, uint32_t glyph,
			   struct str text)
{
	size_t at = (size_t)glyph * 2654435761u;

	for (;; at++) {
		uint32_t *place = &font->table[at & (font->n_table - 1)];

		if (*place == 0 || (font->glyphs[*place - 1] == glyph &&
				    str_equal(font->texts[*place - 1], text)))
			return place;
	}
}

static void grow_table(struct pdf *pdf, struct pdf_font *font)
{
	size_t i;

	font->n_table = font->n_table == 0 ? 256 : font->n_table * 2;
	font->table = ARENA_ARRAY(pdf->arena, font->n_table, uint32_t);
	for (i = 0; i < font->n; i++)
		*find_code(font, font->glyphs[i], font->texts[i]) =
		    (uint32_t)i + 1;
}

static void grow(struct pdf *pdf, struct pdf_font *font)
{
	size_t room[3] = {font->room, font->room, font->room};

	font->glyphs = arena_grow(pdf->arena, font->glyphs, font->n, &room[0],
				  sizeof(*font->glyphs));
	font->texts = arena_grow(pdf->arena, font->texts, font->n, &room[1],
				 sizeof(*font->texts));
	font->advances = arena_grow(pdf->arena, font->advances, font->n,
				    &room[2], sizeof(*font->advances));
	font->room = room[0];
}

uint32_t pdf_font_code(struct pdf *pdf, struct pdf_font *font, uint32_t glyph,
		       struct str text)
{
	uint32_t *place;

	if (font->n * 2 >= font->n_table)
		grow_table(pdf, font);
	place = find_code(font, glyph, text);
	if (*place != 0 || font->n == CODES_MOST)
		return *place;
	grow(pdf, font);
	font->glyphs[font->n] = glyph;
	font->texts[font->n] = text;
	font->advances[font->n] = fonts_advance(pdf->fonts, font->face, glyph);
	*place = (uint32_t)++font->n;
	return *place;
}

int pdf_font_advance(const struct pdf_font *font, uint32_t code)
{
	return code == 0 ? 1000 : font->advances[code - 1];
}

/* W (9.7.4.3): stretches of codes whose width is not that of an em. */
static void add_widths(struct buf *out, const struct pdf_font *font)
{
	size_t i;

	buf_add_cstr(out, "/DW 1000/W[");
	for (i = 0; i < font->n; i++) {
		if (font->advances[i] == 1000)
			continue;
		buf_format(out, "%zu[", i + 1);
		for (; i < font->n && font->advances[i] != 1000; i++)
			buf_format(out, "%d ", font->advances[i]);
		buf_add_char(out, ']');
	}
	buf_add_char(out, ']');
}

/* A text that a CMap may hold: no control characters, and of what may not be
 * longer than a string of 512 bytes the beginning. */
static struct str mapped_text(struct str text)
{
	if (text.n == 0 || (unsigned char)text.s[0] < 0x20)
		return STR(" ");
	return str_slice(text, 0, 120);
}

/* Texts of the codes that have their first byte in common with code, which is
 * what a range may hold; the code behind them. */
static size_t add_unicode_range(struct buf *out, const struct pdf_font *font,
				size_t code)
{
	size_t last = code | 0xFF;

	if (last > font->n)
		last = font->n;
	buf_format(out, "1 beginbfrange\n<%04zX><%04zX>[", code, last);
	for (; code <= last; code++) {
		buf_add_char(out, '<');
		object_add_utf16(out, mapped_text(font->texts[code - 1]));
		buf_add_char(out, '>');
	}
	buf_add_cstr(out, "]\nendbfrange\n");
	return code;
}

/* ToUnicode (9.10.3). Ranges are two thirds of the size of single codes. */
static HPDF_Dict add_unicode_map(struct pdf *pdf, const struct pdf_font *font)
{
	struct buf out = {.arena = pdf->arena};
	size_t code = 1;

	buf_add_cstr(&out, "/CIDInit/ProcSet findresource begin\n"
			   "12 dict begin\nbegincmap\n"
			   "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)"
			   "/Supplement 0>>def\n"
			   "/CMapName/Adobe-Identity-UCS def\n"
			   "/CMapType 2 def\n"
			   "1 begincodespacerange\n<0000><FFFF>\n"
			   "endcodespacerange\n");
	while (code <= font->n)
		code = add_unicode_range(&out, font, code);
	buf_add_cstr(&out, "endcmap\n"
			   "CMapName currentdict/CMap defineresource pop\n"
			   "end\nend\n");
	return object_stream(pdf, STR_NONE, buf_str(&out), PACKING_FAST);
}

/* Six letters and the name (9.6.4): the letters tell subsets apart. */
static struct str subset_name(struct pdf *pdf, const struct pdf_font *font,
			      struct str data)
{
	struct str name = fonts_face(pdf->fonts, font->face)->postscript;
	uint64_t hash = map_hash(str_slice(data, 0, 4096)) + data.n;
	char letters[6];
	size_t i;

	for (i = 0; i < sizeof(letters); i++) {
		letters[i] = (char)('A' + hash % 26);
		hash /= 26;
	}
	return str_format(pdf->arena, "%.6s+" STR_FMT, letters, STR_ARG(name));
}

/* CIDSet: a bit for each code from 0, all of them set. (PDF/A-1 demands it;
 * in PDF/A-2 it may be left out, but some readers ask for it.) */
static HPDF_Dict add_code_set(struct pdf *pdf, const struct pdf_font *font)
{
	struct buf out = {.arena = pdf->arena};
	size_t left;

	for (left = font->n + 1; left >= 8; left -= 8)
		buf_add_char(&out, (char)0xFF);
	if (left > 0)
		buf_add_char(&out, (char)(0xFF00 >> left & 0xFF));
	return object_stream(pdf, STR_NONE, buf_str(&out), PACKING_SMALL);
}

static HPDF_Dict add_descriptor(struct pdf *pdf, const struct pdf_font *font,
				const struct font_subset *subset,
				struct str name)
{
	const struct face_info *face = fonts_face(pdf->fonts, font->face);
	struct str entries =
	    subset->cff
		? STR("/Subtype/CIDFontType0C")
		: str_format(pdf->arena, "/Length1 %zu", subset->data.n);
	HPDF_Dict file =
	    object_stream(pdf, entries, subset->data,
			  subset->cff ? PACKING_CODES : PACKING_FAST);
	HPDF_Dict codes = add_code_set(pdf, font);
	HPDF_Dict descriptor = object_new(pdf);

	object_set(
	    descriptor,
	    str_format(
		pdf->arena,
		"/Type/FontDescriptor/FontName/" STR_FMT
		"/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle %d"
		"/Ascent %d/Descent %d/CapHeight %d/StemV %d/CIDSet %u 0 R"
		"/%s %u 0 R",
		STR_ARG(name), face->italic_angle != 0 ? 68 : 4, face->bbox[0],
		face->bbox[1], face->bbox[2], face->bbox[3], face->italic_angle,
		face->ascent, face->descent, face->cap_height,
		face->weight >= 600 ? 140 : 80,
		codes == NULL ? 0 : object_number(codes),
		subset->cff ? "FontFile3" : "FontFile2",
		file == NULL ? 0 : object_number(file)));
	return descriptor;
}

/* CIDToGIDMap: two bytes for each code from 0. */
static HPDF_Dict add_glyph_map(struct pdf *pdf, const struct pdf_font *font,
			       const struct font_subset *subset)
{
	struct buf out = {.arena = pdf->arena};
	size_t i;

	for (i = 0; i <= font->n; i++) {
		buf_add_char(&out, (char)(subset->gids[i] >> 8));
		buf_add_char(&out, (char)(subset->gids[i] & 0xFF));
	}
	return object_stream(pdf, STR_NONE, buf_str(&out), PACKING_SMALL);
}

static HPDF_Dict add_descendant(struct pdf *pdf, const struct pdf_font *font,
				const struct font_subset *subset,
				struct str name)
{
	struct buf out = {.arena = pdf->arena};
	HPDF_Dict object = object_new(pdf);

	buf_format(&out,
		   "/Type/Font/Subtype/CIDFontType%d/BaseFont/" STR_FMT
		   "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
		   "/Supplement 0>>/FontDescriptor",
		   subset->cff ? 0 : 2, STR_ARG(name));
	object_add_reference(&out, add_descriptor(pdf, font, subset, name));
	add_widths(&out, font);
	if (!subset->cff) {
		buf_add_cstr(&out, "/CIDToGIDMap");
		object_add_reference(&out, add_glyph_map(pdf, font, subset));
	}
	object_set(object, buf_str(&out));
	return object;
}

static bool embed(struct pdf *pdf, const struct pdf_font *font,
		  HPDF_Dict object)
{
	struct buf out = {.arena = pdf->arena};
	struct font_subset subset;
	struct str name;

	if (!fonts_subset(pdf->fonts, font->face,
			  (struct font_glyphs){font->glyphs, font->n},
			  pdf->arena, pdf->sink, &subset))
		return false;
	name = subset_name(pdf, font, subset.data);
	buf_format(&out,
		   "/Type/Font/Subtype/Type0/BaseFont/" STR_FMT
		   "/Encoding/Identity-H/DescendantFonts[",
		   STR_ARG(name));
	object_add_reference(&out, add_descendant(pdf, font, &subset, name));
	buf_add_cstr(&out, "]/ToUnicode");
	object_add_reference(&out, add_unicode_map(pdf, font));
	object_set(object, buf_str(&out));
	return true;
}

bool pdf_fonts_embed(struct pdf *pdf)
{
	struct buf out = {.arena = pdf->arena};
	HPDF_Dict all = object_new(pdf);
	const struct pdf_font *font;
	size_t i;

	for (font = pdf->embedded->first; font != NULL; font = font->next) {
		HPDF_Dict object = object_new(pdf);

		if (!embed(pdf, font, object))
			return false;
		buf_format(&out, "/F%zu", font->number);
		object_add_reference(&out, object);
	}
	object_set(all, buf_str(&out));
	for (i = 0; i < pdf->pages->n_pages; i++) {
		HPDF_Dict resources = HPDF_Dict_GetItem(
		    pdf->page_objects[i], "Resources", HPDF_OCLASS_DICT);

		HPDF_Dict_Add(resources, "Font", all);
	}
	return true;
}
