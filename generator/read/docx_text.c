/* SPDX-License-Identifier: MIT */
#include "read/docx_text.h"

#include "base/arena.h"
#include "base/diag.h"
#include "read/archive.h"
#include "read/xmlpart.h"

#define DOCUMENT STR("word/document.xml")

/* Of the paragraph between two parts of one table, as write/docx has it. */
#define PART_STYLE "w-part"

/* Where the reading stands. A table in a cell counts as text of the cell. */
struct walk {
	struct docx_text *text;
	struct arena *arena;
	struct buf buf; /* of the paragraph or cell */
	int table, row, column;
	bool parted;  /* the next table goes on with the last one's rows */
	int depth;    /* of tables */
	int moved;    /* inside w:moveFrom: words that stand elsewhere now */
	bool in_text; /* inside w:t */
};

static void add_piece(struct walk *walk, bool cell)
{
	struct docx_text *text = walk->text;
	struct docx_piece piece = {
	    .text = str_copy(str_trim(buf_str(&walk->buf)), walk->arena)};

	if (cell) {
		piece.table = walk->table;
		piece.row = walk->row;
		piece.column = walk->column;
	}
	walk->buf.n = 0;
	if (piece.text.n == 0 && !cell)
		return;
	text->pieces = arena_grow(walk->arena, text->pieces, text->n,
				  &text->room, sizeof(*text->pieces));
	text->pieces[text->n++] = piece;
}

void docx_add_words(struct buf *buf, struct str words)
{
	const struct str mark = STR("\xE2\x80\x8B");
	ptrdiff_t at;

	while ((at = str_find(words, mark)) >= 0) {
		buf_add(buf, str_slice(words, 0, (size_t)at));
		words = str_slice(words, (size_t)at + mark.n, words.n);
	}
	buf_add(buf, words);
}

static void start(struct walk *walk, const struct xmlpart *part)
{
	if (xmlpart_is(part, "tbl") && walk->depth++ == 0) {
		walk->table += !walk->parted;
		walk->row = walk->parted ? walk->row : 0;
		walk->parted = false;
	} else if (xmlpart_is(part, "pStyle") && walk->depth == 0) {
		walk->parted = str_is(xmlpart_attr(part, "val"), PART_STYLE);
	} else if (xmlpart_is(part, "tr") && walk->depth == 1) {
		walk->row++;
		walk->column = 0;
	} else if (xmlpart_is(part, "tc") && walk->depth == 1) {
		walk->column++;
		walk->buf.n = 0;
	} else if (xmlpart_is(part, "t")) {
		walk->in_text = true;
	} else if (xmlpart_is(part, "moveFrom")) {
		walk->moved++;
	} else if (xmlpart_is(part, "tab") || xmlpart_is(part, "br")) {
		buf_add_char(&walk->buf, ' ');
	}
}

static void end(struct walk *walk, const struct xmlpart *part)
{
	if (xmlpart_is(part, "tbl"))
		walk->depth--;
	else if (xmlpart_is(part, "tc") && walk->depth == 1)
		add_piece(walk, true);
	else if (xmlpart_is(part, "p") && walk->depth == 0)
		add_piece(walk, false);
	else if (xmlpart_is(part, "p"))
		buf_add_char(&walk->buf, '\n');
	else if (xmlpart_is(part, "t"))
		walk->in_text = false;
	else if (xmlpart_is(part, "moveFrom"))
		walk->moved--;
}

static bool read_document(struct walk *walk, struct xmlpart *part)
{
	for (;;) {
		switch (xmlpart_next(part)) {
		case XML_START: start(walk, part); break;
		case XML_END: end(walk, part); break;
		case XML_TEXT:
			if (walk->in_text && walk->moved == 0)
				docx_add_words(&walk->buf, xmlpart_text(part));
			break;
		case XML_OVER: return !xmlpart_failed(part);
		}
	}
}

bool docx_text_read(struct docx_text *text, struct str path,
		    struct arena *arena, struct diag_sink *sink)
{
	struct place place = {.file = path};
	struct archive *archive = archive_open(path, place, arena, sink);
	struct walk walk = {
	    .text = text, .arena = arena, .buf = {.arena = arena}};
	struct xmlpart *part = NULL;
	struct str bytes;
	bool ok;

	*text = (struct docx_text){.n = 0};
	if (archive == NULL)
		return false;
	ok = archive_read(archive, DOCUMENT, &bytes) &&
	     (part = xmlpart_open(bytes, place, arena, sink)) != NULL &&
	     read_document(&walk, part);
	if (part != NULL)
		xmlpart_close(part);
	archive_close(archive);
	return ok;
}
