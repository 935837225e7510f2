/* SPDX-License-Identifier: MIT */
/*
 * Which face serves a role: the first of its list that is here, can be read
 * and may be embedded. The others of the list, then the faces of last resort,
 * stand in for the characters that it lacks.
 */
#include "font/fonts.h"

#include "base/arena.h"
#include "base/diag.h"
#include "font/messages.h"

struct face *fonts_open_face(const struct fonts *fonts, int number)
{
	struct face *face = &fonts->faces[number];

	return face_open(face, (enum typeface)number) ? face : NULL;
}

/* Says why a face that is here cannot be used; false if it can. */
static bool reject(const struct fonts *fonts, enum typeface number,
		   struct diag_sink *sink)
{
	const struct face *face = &fonts->faces[number];
	struct place place = {.file = face->found.path};
	bool tried = face->opened;

	if (fonts_open_face(fonts, (int)number) != NULL)
		return false;
	if (tried)
		return true; /* and reported then */
	if (face->info.upem > 0)
		DIAG(sink, &FONT_EMBED, place, face->info.family);
	else
		DIAG0(sink, &FONT_UNREADABLE, place);
	return true;
}

static void chain_add(struct chain *chain, const struct fonts *fonts,
		      enum typeface number)
{
	size_t i;

	if (number == FACE_NONE || fonts->faces[number].found.path.n == 0)
		return;
	for (i = 0; i < chain->n; i++)
		if (chain->faces[i] == number)
			return;
	chain->faces[chain->n++] = (uint8_t)number;
}

static void chain_add_row(struct chain *chain, const struct fonts *fonts,
			  const struct role_row *row, bool bold)
{
	size_t i;

	for (i = 0; i < row->n; i++)
		chain_add(chain, fonts,
			  bold ? typefaces[row->faces[i]].bold : row->faces[i]);
}

/* Takes the faces off the front of the chain that cannot be used. */
static void chain_open(struct chain *chain, const struct fonts *fonts,
		       struct diag_sink *sink)
{
	size_t first = 0;
	size_t i;

	while (first < chain->n &&
	       reject(fonts, (enum typeface)chain->faces[first], sink))
		first++;
	for (i = first; i < chain->n; i++)
		chain->faces[i - first] = chain->faces[i];
	chain->n -= first;
}

static bool is_own(enum role role, const struct chain *chain)
{
	size_t i;

	for (i = 0; chain->n > 0 && i < role_rows[role].n; i++)
		if (chain->faces[0] == role_rows[role].faces[i])
			return true;
	return false;
}

/* The bold chain: the bold face of the face taken, if that family has one;
 * else the face taken (which is then thickened by a stroke). */
static void resolve_bold(struct fonts *fonts, enum role role,
			 struct diag_sink *sink)
{
	const struct chain *plain = &fonts->chains[role][false];
	struct chain *chain = &fonts->chains[role][true];
	enum typeface taken = (enum typeface)plain->faces[0];
	enum typeface bold = typefaces[taken].bold;
	size_t i;

	fonts->has_bold[role] = typefaces[taken].heavy;
	if (bold != FACE_NONE && fonts->faces[bold].found.path.n > 0 &&
	    !reject(fonts, bold, sink)) {
		chain_add(chain, fonts, bold);
		fonts->has_bold[role] = true;
	} else {
		chain_add(chain, fonts, taken);
	}
	if (fonts->has_bold[role])
		chain_add_row(chain, fonts, &role_rows[role], true);
	if (fonts->has_bold[role])
		chain_add_row(chain, fonts, &last_resort, true);
	for (i = 0; i < plain->n; i++)
		chain_add(chain, fonts, (enum typeface)plain->faces[i]);
}

/* What people call the role. */
static struct str role_title(enum role role)
{
	static const struct str titles[N_ROLES] = {
	    [ROLE_TITLE] = STR_INIT("小标宋"),
	    [ROLE_HEI] = STR_INIT("黑体"),
	    [ROLE_KAI] = STR_INIT("楷体"),
	    [ROLE_FANG] = STR_INIT("仿宋"),
	    [ROLE_SONG] = STR_INIT("宋体"),
	    [ROLE_LATIN] = STR_INIT("Times New Roman"),
	};

	return titles[role];
}

static bool resolve(struct fonts *fonts, enum role role, struct diag_sink *sink)
{
	struct chain *chain = &fonts->chains[role][false];

	chain_add_row(chain, fonts, &role_rows[role], false);
	if (role == ROLE_TITLE)
		chain_add_row(chain, fonts, &last_resort, true);
	chain_add_row(chain, fonts, &last_resort, false);
	chain_open(chain, fonts, sink);
	if (chain->n == 0)
		return false;
	fonts->own[role] = is_own(role, chain);
	if (!fonts->own[role])
		DIAG(sink, &FONT_ROLE, PLACE_NONE, role_title(role),
		     fonts_face(fonts, chain->faces[0])->family);
	resolve_bold(fonts, role, sink);
	return true;
}

static struct fonts *fonts_new(const struct font_options *options,
			       struct diag_sink *sink)
{
	struct arena *arena = arena_open();
	struct fonts *fonts = ARENA_NEW(arena, struct fonts);
	struct found *found = ARENA_ARRAY(arena, N_TYPEFACES, struct found);
	size_t i;

	fonts->arena = arena;
	fonts->faces = ARENA_ARRAY(arena, N_TYPEFACES, struct face);
	fonts->buffer = hb_buffer_create();
	fonts->had = ARENA_ARRAY(arena, 0x110000 >> 8, uint8_t *);
	catalog_find(options, arena, sink, found, &fonts->unused);
	for (i = 0; i < N_TYPEFACES; i++) {
		fonts->faces[i].found = found[i];
		fonts->faces[i].arena = arena;
	}
	return fonts;
}

struct fonts *fonts_open(const struct font_options *options,
			 struct diag_sink *sink)
{
	struct fonts *fonts = fonts_new(options, sink);
	int role;

	for (role = 0; role < N_ROLES; role++) {
		if (!resolve(fonts, (enum role)role, sink)) {
			DIAG0(sink, &FONT_NONE, PLACE_NONE);
			fonts_close(fonts);
			return NULL;
		}
	}
	return fonts;
}

void fonts_close(struct fonts *fonts)
{
	size_t i;

	if (fonts == NULL)
		return;
	for (i = 0; i < N_TYPEFACES; i++)
		face_close(&fonts->faces[i]);
	hb_buffer_destroy(fonts->buffer);
	arena_close(fonts->arena);
}

const struct face_info *fonts_face(const struct fonts *fonts, int face)
{
	fonts_open_face(fonts, face);
	return &fonts->faces[face].info;
}

int fonts_role_face(const struct fonts *fonts, enum role role, bool bold)
{
	const struct chain *chain = &fonts->chains[role][bold];

	return chain->n > 0 ? chain->faces[0] : -1;
}

bool fonts_has_bold(const struct fonts *fonts, enum role role)
{
	return fonts->has_bold[role];
}

int fonts_advance(const struct fonts *fonts, int face, uint32_t glyph)
{
	const struct face *opened = fonts_open_face(fonts, face);
	int upem = opened == NULL ? 1000 : opened->info.upem;
	int advance = opened == NULL
			  ? 1000
			  : hb_font_get_glyph_h_advance(opened->font, glyph);

	return (advance * 1000 + upem / 2) / upem;
}
