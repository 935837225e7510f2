/* SPDX-License-Identifier: MIT */
/*
 * An object of ours is a dictionary of libharu's, so that it has a number and
 * can stand in libharu's dictionaries and arrays; but what it says is text,
 * which costs one object where dictionaries, arrays and names of libharu's
 * would cost twenty, and its stream is not copied byte by byte.
 */
#include "write/pdf/object.h"

#include <hpdf_objects.h>
#include <libdeflate.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "write/pdf/huffman.h"

unsigned int object_number(const void *object)
{
	const HPDF_Obj_Header *header = object;

	return header->obj_id & 0x00FFFFFF;
}

unsigned int object_next_number(const struct pdf *pdf)
{
	return pdf->doc->xref->entries->count;
}

/* libharu calls this before it closes the dictionary; it also tells our
 * objects from libharu's. */
static HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream stream)
{
	const struct body *body = dict->attr;

	return HPDF_Stream_Write(stream, (const HPDF_BYTE *)body->entries.s,
				 (HPDF_UINT)body->entries.n);
}

HPDF_Dict object_new(struct pdf *pdf)
{
	HPDF_Dict object = HPDF_Dict_New(pdf->doc->mmgr);

	if (object == NULL || HPDF_Xref_Add(pdf->doc->xref, object) != HPDF_OK)
		return NULL;
	object->attr = ARENA_NEW(pdf->arena, struct body);
	object->write_fn = write_entries;
	return object;
}

void object_set(HPDF_Dict object, struct str entries)
{
	if (object != NULL)
		((struct body *)object->attr)->entries = entries;
}

const struct body *object_body(const void *object)
{
	const HPDF_Dict_Rec *dict = object;

	if ((dict->header.obj_class & HPDF_OCLASS_ANY) != HPDF_OCLASS_DICT ||
	    dict->write_fn != write_entries)
		return NULL;
	return dict->attr;
}

/* Where n bytes can be written to, until the next call. */
static char *make_room(struct pdf *pdf, size_t n)
{
	if (n > pdf->packed_room) {
		pdf->packed_room = n;
		pdf->packed = arena_bytes(pdf->arena, n);
	}
	return pdf->packed;
}

struct str object_deflate(struct pdf *pdf, struct str bytes,
			  enum packing packing)
{
	struct libdeflate_compressor *deflate;
	char *out;
	size_t room;
	size_t n;

	if (packing == PACKING_CODES) {
		out = make_room(pdf, huffman_room(bytes.n));
		n = huffman_pack(bytes, out);
	} else {
		deflate = pdf->deflate[packing];
		room = libdeflate_zlib_compress_bound(deflate, bytes.n);
		out = make_room(pdf, room);
		n = libdeflate_zlib_compress(deflate, bytes.s, bytes.n, out,
					     room);
	}
	return str_copy((struct str){out, n}, pdf->arena);
}

struct str object_deflate_headed(struct pdf *pdf, struct str head,
				 struct str bytes)
{
	struct libdeflate_compressor *deflate = pdf->deflate[PACKING_SMALL];
	size_t bound = libdeflate_deflate_compress_bound(deflate, bytes.n);
	char *out = make_room(pdf, huffman_room(head.n) + bound + HUFFMAN_SUM);
	size_t n = huffman_begin(head, out);
	uint32_t sum = libdeflate_adler32(1, head.s, head.n);

	n += libdeflate_deflate_compress(deflate, bytes.s, bytes.n, out + n,
					 bound);
	n += huffman_end(libdeflate_adler32(sum, bytes.s, bytes.n), out + n);
	return str_copy((struct str){out, n}, pdf->arena);
}

HPDF_Dict object_stream(struct pdf *pdf, struct str entries, struct str bytes,
			enum packing packing)
{
	HPDF_Dict object = object_new(pdf);
	bool plain = packing == PACKING_NONE;
	struct str packed = plain ? bytes : object_deflate(pdf, bytes, packing);

	if (object == NULL)
		return NULL;
	*(struct body *)object->attr = (struct body){
	    .entries = str_format(pdf->arena, STR_FMT "%s/Length %zu",
				  STR_ARG(entries),
				  plain ? "" : "/Filter/FlateDecode", packed.n),
	    .bytes = packed,
	    .stream = true};
	return object;
}

static void add_unit(struct buf *buf, uint32_t unit)
{
	static const char digits[] = "0123456789ABCDEF";
	const char hex[4] = {digits[unit >> 12 & 15], digits[unit >> 8 & 15],
			     digits[unit >> 4 & 15], digits[unit & 15]};

	buf_add(buf, (struct str){hex, sizeof(hex)});
}

void object_add_utf16(struct buf *buf, struct str text)
{
	size_t at = 0;

	while (at < text.n) {
		uint32_t code = utf8_next(text, &at);

		if (code >= 0x10000) {
			code -= 0x10000;
			add_unit(buf, 0xD800 + (code >> 10));
			code = 0xDC00 + (code & 0x3FF);
		}
		add_unit(buf, code);
	}
}

static bool is_plain_text(struct str text)
{
	size_t i;

	for (i = 0; i < text.n; i++)
		if (text.s[i] < 0x20 || text.s[i] > 0x7E)
			return false;
	return true;
}

void object_add_text(struct buf *buf, struct str text)
{
	size_t i;

	if (!is_plain_text(text)) {
		buf_add_cstr(buf, "<FEFF");
		object_add_utf16(buf, text);
		buf_add_char(buf, '>');
		return;
	}
	buf_add_char(buf, '(');
	for (i = 0; i < text.n; i++) {
		if (text.s[i] == '(' || text.s[i] == ')' || text.s[i] == '\\')
			buf_add_char(buf, '\\');
		buf_add_char(buf, text.s[i]);
	}
	buf_add_char(buf, ')');
}

void object_add_number(struct buf *buf, size_t number)
{
	char digits[20];
	size_t n = sizeof(digits);

	do {
		digits[--n] = (char)('0' + number % 10);
		number /= 10;
	} while (number > 0);
	buf_add(buf, (struct str){digits + n, sizeof(digits) - n});
}

void object_add_signed(struct buf *buf, int64_t number)
{
	if (number < 0)
		buf_add_char(buf, '-');
	object_add_number(buf,
			  number < 0 ? 0 - (size_t)number : (size_t)number);
}

void object_add_reference(struct buf *buf, const void *object)
{
	object_add_reference_to(buf,
				object == NULL ? 0 : object_number(object));
}

void object_add_reference_to(struct buf *buf, unsigned int number)
{
	buf_add_char(buf, ' ');
	object_add_number(buf, number);
	buf_add(buf, STR(" 0 R"));
}

/* UTF-16BE as bytes, with the byte order mark. */
static struct str utf16_bytes(struct str text, struct arena *arena)
{
	struct buf bytes = {.arena = arena};
	size_t at = 0;

	buf_add(&bytes, STR("\xFE\xFF"));
	while (at < text.n) {
		uint32_t code = utf8_next(text, &at);
		uint32_t low = code;

		if (code >= 0x10000) {
			uint32_t high = 0xD800 + ((code - 0x10000) >> 10);

			low = 0xDC00 + ((code - 0x10000) & 0x3FF);
			buf_add_char(&bytes, (char)(high >> 8));
			buf_add_char(&bytes, (char)(high & 0xFF));
		}
		buf_add_char(&bytes, (char)(low >> 8));
		buf_add_char(&bytes, (char)(low & 0xFF));
	}
	return buf_str(&bytes);
}

void object_put_text(struct pdf *pdf, HPDF_Dict dict, const char *key,
		     struct str text)
{
	struct str bytes = is_plain_text(text) ? str_copy(text, pdf->arena)
					       : utf16_bytes(text, pdf->arena);
	union {
		const char *from;
		HPDF_BYTE *to;
	} value = {.from = bytes.s}; /* libharu copies it all the same */

	HPDF_Dict_Add(
	    dict, key,
	    HPDF_Binary_New(pdf->doc->mmgr, value.to, (HPDF_UINT)bytes.n));
}

int centipoints(emu length)
{
	int half = EMU_PER_PT / 200;

	return (length + (length < 0 ? -half : half)) / (EMU_PER_PT / 100);
}

void object_add_points(struct buf *buf, int centi)
{
	unsigned int size =
	    centi < 0 ? 0u - (unsigned int)centi : (unsigned int)centi;
	char digits[16];
	size_t n = sizeof(digits);
	unsigned int whole = size / 100;

	if (size % 10 != 0)
		digits[--n] = (char)('0' + size % 10);
	if (size % 100 != 0) {
		digits[--n] = (char)('0' + size / 10 % 10);
		digits[--n] = '.';
	}
	do {
		digits[--n] = (char)('0' + whole % 10);
		whole /= 10;
	} while (whole > 0);
	if (centi < 0)
		digits[--n] = '-';
	buf_add(buf, (struct str){digits + n, sizeof(digits) - n});
}
