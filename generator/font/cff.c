/* SPDX-License-Identifier: MIT */
/*
 * Compact Font Format (Adobe Technical Note 5176). Only the glyphs asked for
 * are touched, so that the cost is theirs and not the face's: a subsetter
 * that knows the whole face needs some 20 ms for one of 65,535 glyphs. CIDs
 * are ours, so one glyph may have several (characters that share it).
 */
#include "font/cff.h"

#include "base/arena.h"
#include "font/charstring.h"

enum key {
	KEY_BBOX = 5,
	KEY_CHARSET = 15,
	KEY_CHARSTRINGS = 17,
	KEY_PRIVATE = 18,
	KEY_SUBRS = 19,
	KEY_DEFAULT_WIDTH = 20,
	KEY_NOMINAL_WIDTH = 21,
	KEY_ESCAPE = 12,
	KEY_MATRIX = 0xC00 | 7,
	KEY_ROS = 0xC00 | 30,
	KEY_CID_COUNT = 0xC00 | 34,
	KEY_FD_ARRAY = 0xC00 | 36,
	KEY_FD_SELECT = 0xC00 | 37
};

#define FIRST_SID 391 /* of strings that are not standard ones */

/* One font DICT of the face with its Private DICT. */
struct font_dict {
	struct str dict;    /* font DICT, empty for a font that has no CIDs */
	struct str private; /* its Private DICT */
	struct cff_index subrs;
	int number; /* in the subset, -1: not used there */
};

struct cff {
	struct str table;
	struct str top; /* Top DICT */
	struct cff_index global_subrs, charstrings;
	struct font_dict *dicts;
	size_t n_dicts;
	size_t select; /* offset of FDSelect, 0: there is one dict */
	struct arena *arena;
	struct str *outlines;	/* by glyph, flattened; empty: not yet */
	unsigned char *scratch; /* CHARSTRING_MOST */
};

/* ---- reading ---- */

static size_t read_number(struct str table, size_t at, size_t n)
{
	size_t value = 0;

	while (n-- > 0) {
		value = value << 8;
		if (at < table.n)
			value |= (unsigned char)table.s[at];
		at++;
	}
	return value;
}

/* The INDEX at *at; moves behind it. */
static bool read_index(struct str table, size_t *at, struct cff_index *index)
{
	size_t n = read_number(table, *at, 2);
	size_t size = read_number(table, *at + 2, 1);
	size_t data = *at + 3 + (n + 1) * size;

	*index = (struct cff_index){.n = n, .offset_size = (int)size};
	if (n == 0) {
		*at += 2;
		return *at <= table.n;
	}
	if (size < 1 || size > 4 || data > table.n)
		return false;
	index->offsets = (const unsigned char *)table.s + *at + 3;
	index->data = (const unsigned char *)table.s + data;
	index->room = table.n - data;
	*at = data + read_number(table, data - size, size) - 1;
	return *at <= table.n;
}

/* Bytes of the operand at the beginning of a DICT's rest. */
static size_t operand_length(struct str rest)
{
	int b = (unsigned char)rest.s[0];
	size_t n = 1;

	if (b == 28)
		return 3;
	if (b == 29)
		return 5;
	if (b >= 247 && b <= 254)
		return 2;
	if (b == 30)
		while (n < rest.n && (rest.s[n] & 0xF) != 0xF)
			n++;
	return b == 30 ? n + 1 : 1;
}

/* The operands of a key, as they stand; empty if it is not there. */
static struct str dict_find(struct str dict, int wanted)
{
	size_t from = 0;
	size_t at = 0;

	while (at < dict.n) {
		int b = (unsigned char)dict.s[at];
		size_t end = at;

		if (b > 21) {
			at += operand_length(str_slice(dict, at, dict.n));
			continue;
		}
		at++;
		if (b == KEY_ESCAPE)
			b = 0xC00 | (int)read_number(dict, at++, 1);
		if (b == wanted)
			return str_slice(dict, from, end - from);
		from = at;
	}
	return STR_NONE;
}

/* The integer at the front of *operands, which is taken off. */
static int take_integer(struct str *operands)
{
	struct str rest = *operands;
	size_t n = rest.n > 0 ? operand_length(rest) : 0;
	int b = rest.n > 0 ? (unsigned char)rest.s[0] : 139;
	int next = (int)read_number(rest, 1, 1);

	*operands = str_slice(rest, n, rest.n);
	if (b == 28)
		return (int16_t)read_number(rest, 1, 2);
	if (b == 29)
		return (int32_t)read_number(rest, 1, 4);
	if (b >= 251)
		return -(b - 251) * 256 - next - 108;
	return b >= 247 ? (b - 247) * 256 + next + 108 : b - 139;
}

/* An offset in the table, 0 if the key is not there or points outside. */
static size_t dict_offset(const struct cff *cff, int key)
{
	struct str operands = dict_find(cff->top, key);
	int offset = operands.n > 0 ? take_integer(&operands) : 0;

	return offset > 0 && (size_t)offset < cff->table.n ? (size_t)offset : 0;
}

static bool read_private(const struct cff *cff, struct str dict,
			 struct font_dict *font)
{
	struct str operands = dict_find(dict, KEY_PRIVATE);
	int size = take_integer(&operands);
	int offset = take_integer(&operands);
	struct str subrs;
	size_t at;

	if (size < 0 || offset < 0 ||
	    (size_t)offset + (size_t)size > cff->table.n)
		return false;
	font->private = str_slice(cff->table, (size_t)offset, (size_t)size);
	subrs = dict_find(font->private, KEY_SUBRS);
	if (subrs.n == 0)
		return true;
	at = (size_t)offset + (size_t)take_integer(&subrs);
	return at < cff->table.n && read_index(cff->table, &at, &font->subrs);
}

static bool read_dicts(struct cff *cff, struct arena *arena)
{
	struct cff_index index = {.n = 0};
	size_t at = dict_offset(cff, KEY_FD_ARRAY);
	size_t i;

	if (dict_find(cff->top, KEY_ROS).n == 0) {
		cff->n_dicts = 1;
		cff->dicts = ARENA_NEW(arena, struct font_dict);
		return read_private(cff, cff->top, cff->dicts);
	}
	cff->select = dict_offset(cff, KEY_FD_SELECT);
	if (at == 0 || cff->select == 0 || !read_index(cff->table, &at, &index))
		return false;
	cff->n_dicts = index.n;
	cff->dicts = ARENA_ARRAY(arena, index.n, struct font_dict);
	for (i = 0; i < index.n; i++) {
		cff->dicts[i].dict = cff_index_at(&index, i);
		if (!read_private(cff, cff->dicts[i].dict, &cff->dicts[i]))
			return false;
	}
	return index.n > 0;
}

static bool read_cff(struct cff *cff)
{
	struct str table = cff->table;
	struct cff_index index;
	size_t at = read_number(table, 2, 1);

	if (table.n < 4 || table.s[0] != 1 || !read_index(table, &at, &index) ||
	    !read_index(table, &at, &index))
		return false;
	cff->top = cff_index_at(&index, 0);
	if (!read_index(table, &at, &index) ||
	    !read_index(table, &at, &cff->global_subrs))
		return false;
	at = dict_offset(cff, KEY_CHARSTRINGS);
	return at > 0 && read_index(table, &at, &cff->charstrings) &&
	       read_dicts(cff, cff->arena);
}

struct cff *cff_open(struct str table, struct arena *arena)
{
	struct cff *cff = ARENA_NEW(arena, struct cff);

	cff->table = table;
	cff->arena = arena;
	if (!read_cff(cff))
		return NULL;
	cff->outlines = ARENA_ARRAY(arena, cff->charstrings.n, struct str);
	cff->scratch = arena_alloc(arena, CHARSTRING_MOST);
	return cff;
}

/* Which dict a glyph belongs to (FDSelect, formats 0 and 3). */
static struct font_dict *dict_of(const struct cff *cff, uint32_t glyph)
{
	struct str table = cff->table;
	size_t low = 0;
	size_t high;
	size_t number = 0;

	if (cff->select == 0)
		return &cff->dicts[0];
	if (table.s[cff->select] == 0)
		number = read_number(table, cff->select + 1 + glyph, 1);
	high = read_number(table, cff->select + 1, 2);
	while (table.s[cff->select] == 3 && low + 1 < high) {
		size_t middle = low + (high - low) / 2;

		if (glyph < read_number(table, cff->select + 3 + 3 * middle, 2))
			high = middle;
		else
			low = middle;
	}
	if (table.s[cff->select] == 3)
		number = read_number(table, cff->select + 5 + 3 * low, 1);
	return &cff->dicts[number < cff->n_dicts ? number : 0];
}

/* ---- writing ---- */

static void add_number(struct buf *out, size_t value, int n)
{
	while (n-- > 0)
		buf_add_char(out, (char)(value >> (8 * n) & 0xFF));
}

/* Always three bytes: readers disagree about negative ones in five. */
static void add_short(struct buf *out, int value)
{
	buf_add_char(out, 28);
	add_number(out, (size_t)(value & 0xFFFF), 2);
}

static void add_key(struct buf *out, int key)
{
	if (key >= 0xC00)
		buf_add_char(out, KEY_ESCAPE);
	buf_add_char(out, (char)(key & 0xFF));
}

/* An offset that is not known yet, always in five bytes; its place. */
static size_t add_offset(struct buf *out, int key)
{
	size_t place = out->n + 1;

	buf_add_char(out, 29);
	add_number(out, 0, 4);
	add_key(out, key);
	return place;
}

static void set_offset(struct buf *out, size_t place, size_t offset)
{
	int i;

	for (i = 0; i < 4; i++)
		out->s[place + (size_t)i] = (char)(offset >> (24 - 8 * i));
}

/* An INDEX of n objects. */
static void add_index(struct buf *out, const struct str *objects, size_t n)
{
	size_t end = 1;
	size_t i;
	int size;

	for (i = 0; i < n; i++)
		end += objects[i].n;
	size = end <= 0xFF ? 1 : end <= 0xFFFF ? 2 : end <= 0xFFFFFF ? 3 : 4;
	add_number(out, n, 2);
	if (n == 0)
		return;
	add_number(out, (size_t)size, 1);
	add_number(out, 1, size);
	for (i = 0, end = 1; i < n; i++) {
		end += objects[i].n;
		add_number(out, end, size);
	}
	for (i = 0; i < n; i++)
		buf_add(out, objects[i]);
}

static void add_operands(struct buf *out, struct str dict, int key)
{
	struct str operands = dict_find(dict, key);

	if (operands.n == 0)
		return;
	buf_add(out, operands);
	add_key(out, key);
}

/* Places in the Top DICT that are filled in when the offsets are known. */
struct places {
	size_t charset, select, charstrings, dicts;
};

static struct places add_top(struct buf *out, const struct cff *cff, size_t n)
{
	struct buf top = {.arena = out->arena};
	struct str box = dict_find(cff->top, KEY_BBOX);
	struct places places;
	struct str object;
	size_t begin;
	int i;

	add_short(&top, FIRST_SID);
	add_short(&top, FIRST_SID + 1);
	add_short(&top, 0);
	add_key(&top, KEY_ROS);
	for (i = 0; i < 4 && box.n > 0; i++)
		add_short(&top, take_integer(&box));
	if (i == 4)
		add_key(&top, KEY_BBOX);
	add_operands(&top, cff->top, KEY_MATRIX);
	buf_add_char(&top, 29);
	add_number(&top, n + 1, 4);
	add_key(&top, KEY_CID_COUNT);
	places.charset = add_offset(&top, KEY_CHARSET);
	places.select = add_offset(&top, KEY_FD_SELECT);
	places.charstrings = add_offset(&top, KEY_CHARSTRINGS);
	places.dicts = add_offset(&top, KEY_FD_ARRAY);
	object = buf_str(&top);
	add_index(out, &object, 1);
	begin = out->n - top.n;
	places.charset += begin;
	places.select += begin;
	places.charstrings += begin;
	places.dicts += begin;
	return places;
}

/* FDSelect: a range for each stretch of glyphs of one dict, or a byte for
 * each glyph, whichever is shorter. */
static void add_select(struct buf *out, const unsigned char *dicts, size_t n)
{
	size_t n_ranges = 0;
	size_t i;

	for (i = 0; i < n; i++)
		n_ranges += i == 0 || dicts[i] != dicts[i - 1];
	if (5 + 3 * n_ranges > 1 + n) {
		buf_add_char(out, 0);
		buf_add(out, (struct str){(const char *)dicts, n});
		return;
	}
	buf_add_char(out, 3);
	add_number(out, n_ranges, 2);
	for (i = 0; i < n; i++) {
		if (i > 0 && dicts[i] == dicts[i - 1])
			continue;
		add_number(out, i, 2);
		add_number(out, dicts[i], 1);
	}
	add_number(out, n, 2);
}

/* The glyph's outline, flattened at its first use; empty: it is damaged. */
static struct str outline_of(struct cff *cff, uint32_t glyph)
{
	struct str charstring = cff_index_at(&cff->charstrings, glyph);
	struct str *outline;
	size_t n;

	if (charstring.n == 0)
		return STR_NONE;
	outline = &cff->outlines[glyph];
	if (outline->n > 0)
		return *outline;
	n = charstring_flatten(charstring, &cff->global_subrs,
			       &dict_of(cff, glyph)->subrs, cff->scratch);
	*outline =
	    str_copy((struct str){(const char *)cff->scratch, n}, cff->arena);
	return *outline;
}

/* .notdef and the glyphs, and to which of the used dicts each belongs. */
struct outlines {
	struct str *charstrings;
	unsigned char *dicts;
	struct font_dict **used;
	size_t n_used;
	size_t n;     /* with .notdef */
	size_t bytes; /* of all charstrings */
};

static bool add_outline(struct cff *cff, uint32_t glyph,
			struct outlines *outlines)
{
	struct str outline = outline_of(cff, glyph);
	struct font_dict *dict = dict_of(cff, glyph);

	if (outline.n == 0)
		return false;
	if (dict->number < 0) {
		dict->number = (int)outlines->n_used;
		outlines->used[outlines->n_used++] = dict;
	}
	outlines->dicts[outlines->n] = (unsigned char)dict->number;
	outlines->charstrings[outlines->n++] = outline;
	outlines->bytes += outline.n;
	return true;
}

static bool collect(struct cff *cff, struct font_glyphs glyphs,
		    struct arena *arena, struct outlines *outlines)
{
	size_t i;

	*outlines = (struct outlines){
	    .charstrings = ARENA_ARRAY(arena, glyphs.n + 1, struct str),
	    .dicts = ARENA_ARRAY(arena, glyphs.n + 1, unsigned char),
	    .used = ARENA_ARRAY(arena, cff->n_dicts, struct font_dict *),
	};
	for (i = 0; i < cff->n_dicts; i++)
		cff->dicts[i].number = -1;
	if (!add_outline(cff, 0, outlines))
		return false;
	for (i = 0; i < glyphs.n; i++)
		if (!add_outline(cff, glyphs.ids[i], outlines))
			return false;
	return outlines->n_used <= 256;
}

/* The Private DICTs of the used dicts (of which only the widths are needed
 * without hints), then the font DICTs that point to them. */
static void add_dicts(struct buf *out, const struct outlines *outlines,
		      size_t place)
{
	struct str *fonts =
	    ARENA_ARRAY(out->arena, outlines->n_used, struct str);
	size_t i;

	for (i = 0; i < outlines->n_used; i++) {
		const struct font_dict *dict = outlines->used[i];
		struct buf font = {.arena = out->arena};
		size_t begin = out->n;

		add_operands(out, dict->private, KEY_DEFAULT_WIDTH);
		add_operands(out, dict->private, KEY_NOMINAL_WIDTH);
		add_operands(&font, dict->dict, KEY_MATRIX);
		add_short(&font, (int)(out->n - begin));
		buf_add_char(&font, 29);
		add_number(&font, begin, 4);
		add_key(&font, KEY_PRIVATE);
		fonts[i] = buf_str(&font);
	}
	set_offset(out, place, out->n);
	add_index(out, fonts, outlines->n_used);
}

static void write_cff(const struct cff *cff, struct str name,
		      const struct outlines *outlines, struct buf *out)
{
	static const struct str strings[] = {STR_INIT("Adobe"),
					     STR_INIT("Identity")};
	struct places places;

	buf_add(out, (struct str){"\1\0\4\4", 4});
	add_index(out, &name, 1);
	places = add_top(out, cff, outlines->n - 1);
	add_index(out, strings, 2);
	add_index(out, NULL, 0); /* global subroutines */
	set_offset(out, places.charset, out->n);
	buf_add_char(out, 2); /* charset: CIDs 1 to n */
	add_number(out, 1, 2);
	add_number(out, outlines->n - 2, 2);
	set_offset(out, places.select, out->n);
	add_select(out, outlines->dicts, outlines->n);
	set_offset(out, places.charstrings, out->n);
	add_index(out, outlines->charstrings, outlines->n);
	add_dicts(out, outlines, places.dicts);
}

bool cff_subset(struct cff *cff, struct str name, struct font_glyphs glyphs,
		struct arena *arena, struct str *data)
{
	struct buf out = {.arena = arena};
	struct outlines outlines;

	if (glyphs.n == 0 || !collect(cff, glyphs, arena, &outlines))
		return false;
	out.room = outlines.bytes + 5 * glyphs.n + 1024;
	out.s = arena_alloc(arena, out.room);
	write_cff(cff, name, &outlines, &out);
	*data = buf_str(&out);
	return true;
}
