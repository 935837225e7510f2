/* SPDX-License-Identifier: MIT */
/*
 * libharu's own writer knows neither object streams nor cross-reference
 * streams (ISO 32000-1, 7.5.7 and 7.5.8), without which the structure tree of
 * a document is as large as all the rest. Streams are written as they are, all
 * other objects are packed, PACK_MOST at a time, and what nothing uses is left
 * out (a free entry).
 */
#include "write/pdf/file.h"

#include <hpdf_objects.h>
#include <libdeflate.h>

#include "base/arena.h"
#include "base/map.h"
#include "write/pdf/object.h"

/* More in a pack make a smaller file; but to read one, all are unpacked. */
#define PACK_MOST 1000

/* Where an object is: at an offset, or packed. */
struct entry {
	unsigned int kind;  /* 0 free, 1 at an offset, 2 packed */
	size_t where;	    /* offset, or number of the pack */
	unsigned int index; /* in the pack */
};

struct writer {
	struct pdf *pdf;
	struct buf file;
	struct entry *entries;
	size_t n;	 /* entries in use */
	struct buf pack; /* values of the objects of the open pack */
	struct buf head; /* their numbers and offsets */
	unsigned int n_packed;
	size_t pack_number;
};

static HPDF_STATUS append(HPDF_Stream stream, const HPDF_BYTE *bytes,
			  HPDF_UINT n)
{
	buf_add(stream->attr, (struct str){(const char *)bytes, n});
	return HPDF_OK;
}

/* Lets libharu write the value of an object to the end of buf. */
static void write_value(struct pdf *pdf, void *object, struct buf *buf)
{
	HPDF_Stream stream =
	    HPDF_CallbackWriter_New(pdf->doc->mmgr, append, buf);

	if (stream == NULL)
		return;
	HPDF_Obj_WriteValue(object, stream, NULL);
	HPDF_Stream_Free(stream);
}

/* libharu makes a stream for each page, and for each stream a number object
 * with its length: both empty, since we have streams of our own. */
static bool is_unused(const void *object)
{
	const HPDF_Obj_Header *header = object;
	unsigned int class = header->obj_class & HPDF_OCLASS_ANY;

	return class == HPDF_OCLASS_NUMBER ||
	       (class == HPDF_OCLASS_DICT &&
		((const HPDF_Dict_Rec *)object)->stream != NULL);
}

static void begin_object(struct writer *writer, size_t number)
{
	writer->entries[number] = (struct entry){1, writer->file.n, 0};
	buf_format(&writer->file, "%zu 0 obj\n", number);
}

static void add_stream(struct writer *writer, size_t number,
		       const struct body *body)
{
	begin_object(writer, number);
	buf_add_cstr(&writer->file, "<<");
	buf_add(&writer->file, body->entries);
	buf_add_cstr(&writer->file, ">>stream\n");
	buf_add(&writer->file, body->bytes);
	buf_add_cstr(&writer->file, "\nendstream\nendobj\n");
}

/* A stream of the file's own, packed. */
static void write_stream(struct writer *writer, size_t number,
			 struct str entries, struct str packed)
{
	struct arena *arena = writer->pdf->arena;
	struct body body = {.bytes = packed};

	body.entries =
	    str_format(arena, STR_FMT "/Filter/FlateDecode/Length %zu",
		       STR_ARG(entries), packed.n);
	add_stream(writer, number, &body);
}

static void end_pack(struct writer *writer)
{
	struct pdf *pdf = writer->pdf;

	if (writer->n_packed == 0)
		return;
	write_stream(writer, writer->pack_number,
		     str_format(pdf->arena, "/Type/ObjStm/N %u/First %zu",
				writer->n_packed, writer->head.n),
		     object_deflate_headed(pdf, buf_str(&writer->head),
					   buf_str(&writer->pack)));
	writer->n_packed = 0;
	writer->pack.n = writer->head.n = 0;
}

/* Begins the value of an object in the open pack, whose text follows. */
static struct buf *begin_packed(struct writer *writer, size_t number)
{
	if (writer->n_packed == PACK_MOST)
		end_pack(writer);
	if (writer->n_packed == 0)
		writer->pack_number = writer->n++;
	writer->entries[number] =
	    (struct entry){2, writer->pack_number, writer->n_packed++};
	object_add_number(&writer->head, number);
	buf_add_char(&writer->head, ' ');
	object_add_number(&writer->head, writer->pack.n);
	buf_add_char(&writer->head, ' ');
	return &writer->pack;
}

static void add_packed(struct writer *writer, size_t number, void *object)
{
	const struct body *body = object_body(object);
	struct buf *pack = begin_packed(writer, number);

	if (body == NULL) {
		write_value(writer->pdf, object, pack);
	} else {
		buf_add_cstr(pack, "<<");
		buf_add(pack, body->entries);
		buf_add_cstr(pack, ">>");
	}
	buf_add_char(pack, '\n');
}

/* The elements, from that number on. */
static void add_elements(struct writer *writer, size_t number)
{
	const struct elements *elements = &writer->pdf->elements;
	size_t from = 0;
	size_t i;

	for (i = 0; i < elements->n; i++) {
		struct buf *pack = begin_packed(writer, number + i);

		buf_add(pack, str_slice(buf_str(&elements->text), from,
					elements->ends[i] - from));
		buf_add_char(pack, '\n');
		from = elements->ends[i];
	}
}

/* A row of the cross-reference stream: kind, place, index, in 1, 4, 2 bytes,
 * less the row above it (PNG's predictor Up): nearly all zeros. */
#define ROW 7

static void put_row(const struct entry *entry, unsigned char row[ROW])
{
	int i;

	row[0] = (unsigned char)entry->kind;
	for (i = 0; i < 4; i++)
		row[1 + i] = (unsigned char)(entry->where >> (24 - 8 * i));
	row[5] = (unsigned char)(entry->index >> 8);
	row[6] = (unsigned char)entry->index;
}

static struct str make_rows(const struct writer *writer)
{
	size_t n = writer->n * (ROW + 1);
	char *rows = arena_bytes(writer->pdf->arena, n);
	char *out = rows;
	unsigned char above[ROW] = {0};
	unsigned char row[ROW];
	size_t i;
	int k;

	for (i = 0; i < writer->n; i++) {
		put_row(&writer->entries[i], row);
		*out++ = 2;
		for (k = 0; k < ROW; k++) {
			*out++ = (char)(row[k] - above[k]);
			above[k] = row[k];
		}
	}
	return (struct str){rows, n};
}

/* An identifier from the content: two sums of all bytes, a hash of where all
 * objects are; 32 hexadecimal digits. */
static struct str make_id(const struct writer *writer, struct str rows)
{
	const struct buf *file = &writer->file;

	return str_format(writer->pdf->arena, "%08X%08X%016llX",
			  (unsigned int)libdeflate_crc32(0, file->s, file->n),
			  (unsigned int)libdeflate_adler32(1, file->s, file->n),
			  (unsigned long long)map_hash(rows));
}

static void end_file(struct writer *writer)
{
	struct pdf *pdf = writer->pdf;
	size_t number = writer->n++;
	size_t offset = writer->file.n;
	struct str rows;
	struct str entries;
	struct str id;

	writer->entries[number] = (struct entry){1, offset, 0};
	rows = make_rows(writer);
	id = make_id(writer, rows);
	entries =
	    str_format(pdf->arena,
		       "/Type/XRef/Size %zu/W[1 4 2]/DecodeParms<</Predictor 12"
		       "/Columns %d>>/Root %u 0 R/Info %u 0 R"
		       "/ID[<" STR_FMT "><" STR_FMT ">]",
		       writer->n, ROW, object_number(pdf->doc->catalog),
		       object_number(pdf->doc->info), STR_ARG(id), STR_ARG(id));
	write_stream(writer, number, entries,
		     object_deflate(pdf, rows, PACKING_FAST));
	buf_format(&writer->file, "startxref\n%zu\n%%%%EOF\n", offset);
}

/* Bytes of all streams, and some for the rest. */
static size_t estimate(HPDF_List list)
{
	size_t size = 65536;
	HPDF_UINT i;

	for (i = 1; i < list->count; i++) {
		HPDF_XrefEntry entry = HPDF_List_ItemAt(list, i);
		const struct body *body = object_body(entry->obj);

		if (body != NULL && body->stream)
			size += body->bytes.n + body->entries.n + 64;
	}
	return size;
}

static void add_object(struct writer *writer, size_t number, void *object)
{
	const struct body *body = object_body(object);

	if (body != NULL && body->stream)
		add_stream(writer, number, body);
	else if (body != NULL || !is_unused(object))
		add_packed(writer, number, object);
}

struct str file_make(struct pdf *pdf)
{
	HPDF_List list = pdf->doc->xref->entries;
	size_t n = list->count + pdf->elements.n;
	struct arena *arena = pdf->arena;
	struct writer writer = {
	    .pdf = pdf,
	    .file = {.arena = arena},
	    .pack = {.arena = arena},
	    .head = {.arena = arena},
	    .entries = ARENA_ARRAY(arena, n + n / PACK_MOST + 3, struct entry),
	    .n = n,
	};
	size_t i;

	writer.file.room = estimate(list);
	writer.file.s = arena_bytes(arena, writer.file.room);
	/* The bytes beyond ASCII tell that the file is binary (7.5.2). */
	buf_add_cstr(&writer.file, "%PDF-1.7\n%\xE5\x85\xAC\xE5\xBC\x80\n");
	for (i = 1; i < list->count; i++) {
		HPDF_XrefEntry entry = HPDF_List_ItemAt(list, (HPDF_UINT)i);

		add_object(&writer, i, entry->obj);
	}
	add_elements(&writer, list->count);
	end_pack(&writer);
	end_file(&writer);
	return buf_str(&writer.file);
}
