/* SPDX-License-Identifier: MIT */
/*
 * The tables are read as OpenType 1.9 has them; offsets are given as in its
 * tables. Line height is never taken from a face: Fandol's is wrong.
 */
#include "font/face.h"

#include <hb-ot.h>
#include <string.h>

#include "base/arena.h"

#define N_PAGES (0x110000 >> 8)

static int table_u16(hb_blob_t *table, unsigned int offset)
{
	unsigned int n;
	const char *data = hb_blob_get_data(table, &n);

	if (offset + 2 > n)
		return 0;
	return (unsigned char)data[offset] << 8 |
	       (unsigned char)data[offset + 1];
}

static int table_s16(hb_blob_t *table, unsigned int offset)
{
	return (int16_t)table_u16(table, offset);
}

static int per_mille(const struct face *face, int units)
{
	int upem = face->info.upem;
	int half = units < 0 ? -upem / 2 : upem / 2;

	return (units * 1000 + half) / upem;
}

static struct str read_name(const struct face *face, hb_ot_name_id_t id)
{
	char text[512];
	unsigned int n = sizeof(text);

	hb_ot_name_get_utf8(face->face, id, hb_language_from_string("en", -1),
			    &n, text);
	return str_copy((struct str){text, n}, face->arena);
}

/* A PostScript name has no blanks, brackets or bytes beyond ASCII (PDF
 * 32000-1, 7.3.5); old Chinese fonts have names in GBK there. */
static struct str clean_name(struct str name, enum typeface typeface,
			     struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t i;

	for (i = 0; i < name.n; i++) {
		char c = name.s[i];

		if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
		    (c >= 'a' && c <= 'z') || c == '-' || c == '_')
			buf_add_char(&buf, c);
	}
	if (buf.n == 0)
		buf_format(&buf, "Face%d", (int)typeface);
	return buf_str(&buf);
}

/* fsType (OS/2): restricted, no subsetting, bitmaps only. Of the first four
 * bits the least strict one that is set counts. */
static bool is_embeddable(int fs_type)
{
	bool restricted = (fs_type & 0xE) == 0x2;

	return !restricted && (fs_type & 0x300) == 0;
}

static void read_os2(struct face *face, enum typeface typeface)
{
	hb_blob_t *os2 =
	    hb_face_reference_table(face->face, HB_TAG('O', 'S', '/', '2'));
	struct face_info *info = &face->info;

	info->weight = table_u16(os2, 4);
	info->embeddable = is_embeddable(table_u16(os2, 8));
	if (table_u16(os2, 0) >= 2)
		info->cap_height = per_mille(face, table_s16(os2, 88));
	if (info->cap_height <= 0)
		info->cap_height = 700;
	if (typefaces[typeface].heavy && info->weight < 700)
		info->weight = 700;
	hb_blob_destroy(os2);
}

static void read_metrics(struct face *face)
{
	hb_blob_t *head =
	    hb_face_reference_table(face->face, HB_TAG('h', 'e', 'a', 'd'));
	hb_blob_t *hhea =
	    hb_face_reference_table(face->face, HB_TAG('h', 'h', 'e', 'a'));
	hb_blob_t *post =
	    hb_face_reference_table(face->face, HB_TAG('p', 'o', 's', 't'));
	struct face_info *info = &face->info;
	unsigned int i;

	for (i = 0; i < 4; i++)
		info->bbox[i] = per_mille(face, table_s16(head, 36 + 2 * i));
	info->ascent = per_mille(face, table_s16(hhea, 4));
	info->descent = per_mille(face, table_s16(hhea, 6));
	if (info->descent > 0)
		info->descent = -info->descent;
	info->italic_angle = table_s16(post, 4);
	hb_blob_destroy(head);
	hb_blob_destroy(hhea);
	hb_blob_destroy(post);
}

static bool has_table(const struct face *face, hb_tag_t tag)
{
	hb_blob_t *table = hb_face_reference_table(face->face, tag);
	bool has = hb_blob_get_length(table) > 0;

	hb_blob_destroy(table);
	return has;
}

/* The middle of 中, or of another character that fills its height. */
static int han_middle(struct face *face)
{
	static const uint32_t codes[] = {0x4E2D, 0x56FD, 0x3405, 0x20000,
					 0x20164};
	const struct face_char *glyph;
	size_t i;

	for (i = 0; i < sizeof(codes) / sizeof(*codes); i++) {
		glyph = face_char(face, codes[i]);
		if (glyph->glyph != 0)
			return per_mille(face,
					 face_ink(face, glyph->glyph).middle);
	}
	return 0;
}

static void read_info(struct face *face, enum typeface typeface)
{
	struct face_info *info = &face->info;

	info->path = face->found.path;
	info->index = face->found.index;
	info->upem = (int)hb_face_get_upem(face->face);
	info->family = read_name(face, HB_OT_NAME_ID_FONT_FAMILY);
	info->postscript =
	    clean_name(read_name(face, HB_OT_NAME_ID_POSTSCRIPT_NAME), typeface,
		       face->arena);
	info->licence = read_name(face, HB_OT_NAME_ID_LICENSE);
	info->cff = has_table(face, HB_TAG('C', 'F', 'F', ' '));
	read_metrics(face);
	read_os2(face, typeface);
	info->han_middle = han_middle(face);
}

static bool map_file(struct face *face)
{
	struct found *found = &face->found;
	unsigned int count;

	face->blob = hb_blob_create_from_file_or_fail(
	    str_cstr(found->path, face->arena));
	if (face->blob == NULL)
		return false;
	count = hb_face_count(face->blob);
	if ((unsigned int)found->index >= count)
		return false;
	face->face = hb_face_create(face->blob, (unsigned int)found->index);
	return hb_face_get_glyph_count(face->face) > 0 &&
	       (has_table(face, HB_TAG('C', 'F', 'F', ' ')) ||
		has_table(face, HB_TAG('g', 'l', 'y', 'f')));
}

bool face_is_font(struct str path, struct arena *arena)
{
	struct face face = {.arena = arena, .found = {.path = path}};
	bool is_font = map_file(&face);

	hb_face_destroy(face.face);
	hb_blob_destroy(face.blob);
	return is_font;
}

bool face_open(struct face *face, enum typeface typeface)
{
	if (face->opened)
		return face->usable;
	face->opened = true;
	if (face->found.path.n == 0 || !map_file(face))
		return false;
	face->font = hb_font_create(face->face);
	face->chars = ARENA_ARRAY(face->arena, N_PAGES, struct face_char *);
	read_info(face, typeface);
	face->usable = face->info.embeddable;
	return face->usable;
}

void face_close(struct face *face)
{
	hb_font_destroy(face->font);
	hb_face_destroy(face->face);
	hb_blob_destroy(face->blob);
}

static bool is_blank(uint32_t code)
{
	return code == 0x20 || code == 0xA0 || code == 0x3000 ||
	       (code >= 0x2000 && code <= 0x200A) || code == 0x202F ||
	       code == 0x205F;
}

static void look_up(struct face *face, uint32_t code, struct face_char *glyph)
{
	hb_codepoint_t id;

	glyph->known = true;
	if (!hb_font_get_nominal_glyph(face->font, code, &id))
		return;
	if (!is_blank(code) && face_ink(face, id).width == 0)
		return;
	glyph->glyph = id;
	glyph->advance = hb_font_get_glyph_h_advance(face->font, id);
}

const struct face_char *face_char(struct face *face, uint32_t code)
{
	static const struct face_char none = {.known = true};
	struct face_char **page;
	struct face_char *glyph;

	if (code >= 0x110000)
		return &none;
	page = &face->chars[code >> 8];
	if (*page == NULL)
		*page = ARENA_ARRAY(face->arena, 256, struct face_char);
	glyph = &(*page)[code & 0xFF];
	if (!glyph->known)
		look_up(face, code, glyph);
	return glyph;
}

struct face_ink face_ink(const struct face *face, uint32_t glyph)
{
	hb_glyph_extents_t ink = {0, 0, 0, 0};

	hb_font_get_glyph_extents(face->font, glyph, &ink);
	return (struct face_ink){ink.x_bearing, ink.width,
				 ink.y_bearing + ink.height / 2};
}
