/* SPDX-License-Identifier: MIT */
/*
 * Text -> glyphs. Han characters and digits need no shaping: one character is
 * one glyph, found in the face's own map, and that is nearly all of a
 * document. Only runs of letters go through HarfBuzz (kerning, marks). Widths
 * and heights of Chinese marks follow CLREQ 3.1: one em, dashes unbroken, at
 * the middle of the characters.
 */
#include <hb.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "font/fonts.h"
#include "font/script.h"

/* Dashes and dots further than this from the middle of the Han characters are
 * shifted to it [1/1000 em]. */
#define MIDDLE_SLACK 60

struct shaper {
	struct fonts *fonts;
	struct font_want want;
	const struct chain *han, *latin;
	struct str text;
	size_t at; /* [bytes] of text */
	struct arena *arena;
	struct glyph *glyphs;
	size_t n, room;
};

/* A face together with a character's glyph in it. */
struct choice {
	struct face *face;
	int number;
	struct face_char glyph;
};

static uint32_t code_at(const struct shaper *shaper, size_t at)
{
	return at < shaper->text.n ? utf8_next(shaper->text, &at) : 0;
}

static emu scaled(const struct shaper *shaper, const struct face *face,
		  int units)
{
	int64_t product = (int64_t)units * shaper->want.size;
	int64_t half = face->info.upem / 2;

	return (emu)((product + (product < 0 ? -half : half)) /
		     face->info.upem);
}

static bool search(const struct shaper *shaper, const struct chain *chain,
		   uint32_t code, struct choice *choice)
{
	size_t i;

	for (i = 0; i < chain->n; i++) {
		struct face *face =
		    fonts_open_face(shaper->fonts, chain->faces[i]);
		const struct face_char *glyph;

		if (face == NULL)
			continue;
		glyph = face_char(face, code);
		if (glyph->glyph != 0) {
			*choice =
			    (struct choice){face, chain->faces[i], *glyph};
			return true;
		}
	}
	return false;
}

/* The first face of both chains that has the character; else a visible mark,
 * □ or 〓. False: the mark it is. */
static bool choose(const struct shaper *shaper, const struct chain *first,
		   const struct chain *second, uint32_t code,
		   struct choice *choice)
{
	static const uint32_t marks[] = {0x25A1, 0x3013, 0x25A0, '?'};
	size_t i;

	if (search(shaper, first, code, choice) ||
	    search(shaper, second, code, choice))
		return true;
	for (i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (search(shaper, first, marks[i], choice) ||
		    search(shaper, second, marks[i], choice))
			return false;
	*choice = (struct choice){&shaper->fonts->faces[first->faces[0]],
				  first->faces[0],
				  {.advance = 0}};
	return false;
}

static struct glyph *add(struct shaper *shaper, const struct choice *choice,
			 uint32_t code, size_t cluster)
{
	struct glyph *glyph;

	shaper->glyphs = arena_grow(shaper->arena, shaper->glyphs, shaper->n,
				    &shaper->room, sizeof(*shaper->glyphs));
	glyph = &shaper->glyphs[shaper->n++];
	*glyph = (struct glyph){
	    .id = choice->glyph.glyph,
	    .face = choice->number,
	    .advance = scaled(shaper, choice->face, choice->glyph.advance),
	    .cluster = (uint32_t)cluster,
	    .code = code,
	};
	return glyph;
}

/* How far the glyphs of a stand-in move up, so that its Han characters stand
 * level with those of the role's own face [1/1000 em]. */
static int level(const struct shaper *shaper, const struct choice *choice)
{
	int own = shaper->fonts->faces[shaper->han->faces[0]].info.han_middle;
	int other = choice->face->info.han_middle;

	return own == 0 || other == 0 ? 0 : own - other;
}

/* Narrow opening quotes stand at the right of their em, closing ones at the
 * left, as in a full-width face; other narrow marks in the middle. */
static emu pad_before(uint32_t code, emu room)
{
	if (code == 0x2018 || code == 0x201C)
		return room;
	if (code == 0x2019 || code == 0x201D)
		return 0;
	return room / 2;
}

static void widen(const struct shaper *shaper, struct glyph *glyph)
{
	emu room = shaper->want.size - glyph->advance;

	if (room <= 0)
		return;
	glyph->x += pad_before(glyph->code, room);
	glyph->advance = shaper->want.size;
}

/* Moves a dash or dot to the middle of the role's Han characters. */
static void centre(const struct shaper *shaper, const struct choice *choice,
		   struct glyph *glyph)
{
	const struct face *face = choice->face;
	int target =
	    shaper->fonts->faces[shaper->han->faces[0]].info.han_middle;
	int middle = face_ink(face, glyph->id).middle * 1000 / face->info.upem;
	int move = target - middle;

	if (target == 0)
		return;
	glyph->y = 0;
	if (move > MIDDLE_SLACK || move < -MIDDLE_SLACK)
		glyph->y = (emu)((int64_t)move * shaper->want.size / 1000);
}

static bool is_wide(const struct choice *choice)
{
	return choice->glyph.advance * 20 >= choice->face->info.upem * 19;
}

/* The same mark at full width under another code, as pan-CJK faces have it. */
static bool wide_double(uint32_t code, struct choice *choice)
{
	static const uint32_t doubles[][3] = {
	    {0xB7, 0x2027, 0x30FB},   /* · */
	    {0x2014, 0x2015, 0x2500}, /* — */
	    {0x2022, 0x2027, 0x30FB},
	    {0x2026, 0x22EF, 0}, /* … */
	};
	size_t i;
	size_t k;

	for (i = 0; i < sizeof(doubles) / sizeof(*doubles); i++) {
		for (k = 1; doubles[i][0] == code && k < 3; k++) {
			struct choice other = *choice;

			other.glyph = *face_char(choice->face, doubles[i][k]);
			if (other.glyph.glyph != 0 && is_wide(&other)) {
				*choice = other;
				return true;
			}
		}
	}
	return false;
}

/*
 * Instead of a mark of Latin width, one of full width: the face's own double
 * of it, else another Han face's. (A narrow glyph set in the middle of an em
 * leaves gaps that programs take for blanks when text is copied.)
 */
static void prefer_wide(const struct shaper *shaper, uint32_t code,
			struct choice *choice)
{
	size_t i;

	if (is_wide(choice) || wide_double(code, choice))
		return;
	for (i = 0; i < shaper->han->n; i++) {
		int number = shaper->han->faces[i];
		struct choice other = {
		    .face = fonts_open_face(shaper->fonts, number),
		    .number = number};

		if (other.face == NULL)
			continue;
		other.glyph = *face_char(other.face, code);
		if (other.glyph.glyph != 0 && is_wide(&other)) {
			*choice = other;
			return;
		}
	}
}

static void add_han(struct shaper *shaper, uint32_t code, bool full,
		    size_t cluster)
{
	struct choice choice;
	struct glyph *glyph;
	bool found = choose(shaper, shaper->han, shaper->latin, code, &choice);

	if (found && full)
		prefer_wide(shaper, code, &choice);
	glyph = add(shaper, &choice, code, cluster);
	glyph->missing = !found;
	if (choice.number != shaper->han->faces[0])
		glyph->y = (emu)((int64_t)level(shaper, &choice) *
				 shaper->want.size / 1000);
	if (full)
		widen(shaper, glyph);
	if (script_is_middle(code))
		centre(shaper, &choice, glyph);
}

/*
 * n dashes in a row, each one em: their ink is set end to end, the whole
 * stroke in the middle of the n ems, so that it is unbroken in any face.
 */
static void join_dashes(struct shaper *shaper, struct glyph *dashes, size_t n)
{
	const struct face *face = &shaper->fonts->faces[dashes[0].face];
	struct face_ink ink = face_ink(face, dashes[0].id);
	int lap = face->info.upem / 100;
	int step = ink.width - lap;
	int start = ((int)(n - 1) * (face->info.upem - step) + face->info.upem -
		     ink.width) /
		    2;
	size_t i;

	if (n < 2 || dashes[0].missing || ink.x <= 0 || step <= 0 ||
	    dashes[0].advance != shaper->want.size)
		return;
	for (i = 0; i < n; i++)
		dashes[i].x =
		    scaled(shaper, face,
			   start - ink.x - (int)i * (face->info.upem - step));
}

static void add_dashes(struct shaper *shaper, uint32_t code)
{
	size_t first = shaper->n;

	while (code_at(shaper, shaper->at) == code) {
		size_t cluster = shaper->at;

		utf8_next(shaper->text, &shaper->at);
		add_han(shaper, code, true, cluster);
	}
	join_dashes(shaper, &shaper->glyphs[first], shaper->n - first);
}

/* The form of the last character that the selector asks for, if its face has
 * it; the selector's bytes belong to that character. */
static void select_form(struct shaper *shaper, uint32_t selector)
{
	struct glyph *glyph;
	hb_codepoint_t id;

	if (shaper->n == 0)
		return;
	glyph = &shaper->glyphs[shaper->n - 1];
	if (hb_font_get_variation_glyph(shaper->fonts->faces[glyph->face].font,
					glyph->code, selector, &id) &&
	    !glyph->missing)
		glyph->id = id;
}

static void add_figure(struct shaper *shaper, uint32_t code, size_t cluster)
{
	struct choice choice;
	uint32_t shown = code < 0x20 ? 0x20 : code;
	bool found = choose(shaper, shaper->latin, shaper->han, shown, &choice);

	add(shaper, &choice, code, cluster)->missing = !found;
}

/* Shapes text from..to, which is in one face throughout. */
static void shape_letters(struct shaper *shaper, const struct choice *choice,
			  size_t from, size_t to)
{
	static const hb_feature_t plain[] = {
	    {HB_TAG('l', 'i', 'g', 'a'), 0, 0, (unsigned int)-1},
	    {HB_TAG('c', 'l', 'i', 'g'), 0, 0, (unsigned int)-1},
	};
	hb_buffer_t *buffer = shaper->fonts->buffer;
	const hb_glyph_info_t *infos;
	const hb_glyph_position_t *places;
	unsigned int n;
	unsigned int i;

	hb_buffer_clear_contents(buffer);
	hb_buffer_add_utf8(buffer, shaper->text.s, (int)shaper->text.n,
			   (unsigned int)from, (int)(to - from));
	hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
	hb_buffer_set_language(buffer, hb_language_from_string("zh-Hans", -1));
	hb_buffer_guess_segment_properties(buffer);
	hb_shape(choice->face->font, buffer, plain, 2);
	infos = hb_buffer_get_glyph_infos(buffer, &n);
	places = hb_buffer_get_glyph_positions(buffer, &n);
	for (i = 0; i < n; i++) {
		struct choice one = *choice;
		struct glyph *glyph;

		one.glyph.glyph = infos[i].codepoint;
		one.glyph.advance = places[i].x_advance;
		glyph = add(shaper, &one, code_at(shaper, infos[i].cluster),
			    infos[i].cluster);
		glyph->x = scaled(shaper, one.face, places[i].x_offset);
		glyph->y = scaled(shaper, one.face, places[i].y_offset);
	}
}

/* Whether the character at that place is part of a run of letters; moves
 * behind it. */
static bool take_letter(const struct shaper *shaper, size_t *at)
{
	size_t next = *at;
	enum script script;

	if (*at >= shaper->text.n)
		return false;
	script = script_of(utf8_next(shaper->text, &next));
	if (script != SCRIPT_LETTER && script != SCRIPT_MARK)
		return false;
	*at = next;
	return true;
}

/* A run of letters, face by face; a mark stays with its letter. */
static void add_letters(struct shaper *shaper)
{
	struct choice choice;
	struct choice next;
	size_t from = shaper->at;
	bool found = choose(shaper, shaper->latin, shaper->han,
			    code_at(shaper, from), &choice);

	while (take_letter(shaper, &shaper->at)) {
		size_t here = shaper->at;
		bool next_found;

		if (script_of(code_at(shaper, here)) != SCRIPT_LETTER)
			continue;
		next_found = choose(shaper, shaper->latin, shaper->han,
				    code_at(shaper, here), &next);
		if (!found || !next_found || next.number != choice.number)
			break;
	}
	if (found)
		shape_letters(shaper, &choice, from, shaper->at);
	else
		add(shaper, &choice, code_at(shaper, from), from)->missing =
		    true;
}

static bool is_letter(uint32_t code)
{
	return code != 0 && script_of(code) == SCRIPT_LETTER;
}

/* Latin letters on both sides, as in don’t. */
static bool between_letters(const struct shaper *shaper, size_t from, size_t to)
{
	return shaper->n > 0 && from > 0 &&
	       is_letter(shaper->glyphs[shaper->n - 1].code) &&
	       is_letter(code_at(shaper, to));
}

static void shape_next(struct shaper *shaper)
{
	size_t from = shaper->at;
	size_t to = from;
	uint32_t code = utf8_next(shaper->text, &to);
	enum script script = script_of(code);

	if (script == SCRIPT_LETTER) {
		add_letters(shaper);
		return;
	}
	if (code == 0x2014 || code == 0x2015) {
		add_dashes(shaper, code);
		return;
	}
	shaper->at = to;
	if (script == SCRIPT_SELECTOR)
		select_form(shaper, code);
	else if (script == SCRIPT_FIGURE ||
		 (script_is_quote(code) && between_letters(shaper, from, to)))
		add_figure(shaper, code, from);
	else if (script != SCRIPT_NOTHING)
		add_han(shaper, code, script == SCRIPT_HAN, from);
}

/* Beside a bold face Latin letters are bold too, also if the role is bold by
 * itself (titles). */
static const struct chain *latin_chain(const struct fonts *fonts,
				       struct font_want want)
{
	int own = fonts_role_face(fonts, want.role, want.bold);
	bool bold = want.bold || fonts->faces[own].info.weight >= 600;

	return want.own_latin ? &fonts->chains[want.role][want.bold]
			      : &fonts->chains[ROLE_LATIN][bold];
}

struct glyph *fonts_shape(struct fonts *fonts, struct font_want want,
			  struct str text, struct arena *arena, size_t *n)
{
	struct shaper shaper = {
	    .fonts = fonts,
	    .want = want,
	    .han = &fonts->chains[want.role][want.bold],
	    .latin = latin_chain(fonts, want),
	    .text = text,
	    .arena = arena,
	};

	/* Nearly always a glyph a character, which has one to three bytes. */
	shaper.room = text.n / 2 + 8;
	shaper.glyphs = ARENA_ARRAY(arena, shaper.room, struct glyph);
	while (shaper.at < text.n)
		shape_next(&shaper);
	*n = shaper.n;
	return shaper.glyphs;
}

/* Whether a face of the chain has the character. */
static bool chain_has(const struct fonts *fonts, const struct chain *chain,
		      uint32_t code)
{
	size_t i;

	for (i = 0; i < chain->n; i++) {
		struct face *face = fonts_open_face(fonts, chain->faces[i]);

		if (face != NULL && face_char(face, code)->glyph != 0)
			return true;
	}
	return false;
}

/* A role's bold faces come before its others, and letters look for faces of
 * ROLE_LATIN first: what they add is not asked for here. */
static bool all_roles_have(const struct fonts *fonts, uint32_t code)
{
	enum script script = script_of(code);
	int role;

	if (code < 0x20 || script == SCRIPT_NOTHING ||
	    script == SCRIPT_SELECTOR)
		return true;
	for (role = 0; role < N_ROLES; role++)
		if (!chain_has(fonts, &fonts->chains[role][false], code) &&
		    !chain_has(fonts, &fonts->chains[ROLE_LATIN][false], code))
			return false;
	return true;
}

bool fonts_have(struct fonts *fonts, uint32_t code)
{
	uint8_t **page;
	uint8_t *had;

	if (code >= 0x110000)
		return false;
	page = &fonts->had[code >> 8];
	if (*page == NULL)
		*page = ARENA_ARRAY(fonts->arena, 256, uint8_t);
	had = &(*page)[code & 0xFF];
	if (*had == HAD_UNKNOWN)
		*had = all_roles_have(fonts, code) ? HAD_ALL : HAD_NOT;
	return *had == HAD_ALL;
}

int64_t fonts_width(struct fonts *fonts, struct font_want want, struct str text,
		    struct arena *arena)
{
	struct arena_mark mark = arena_mark(arena);
	int64_t width = 0;
	size_t n;
	size_t i;
	const struct glyph *glyphs = fonts_shape(fonts, want, text, arena, &n);

	for (i = 0; i < n; i++)
		width += glyphs[i].advance;
	arena_release(arena, mark);
	return width;
}
