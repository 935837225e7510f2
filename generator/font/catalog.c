/* SPDX-License-Identifier: MIT */
/*
 * fontconfig lists the files and their names; it is never asked to match,
 * since it answers every question with some font. Only an exact name counts
 * (ASCII letters of either case): a full or PostScript name, or a family name
 * of an upright face of normal weight, or the name of the file.
 */
#include "font/catalog.h"

#include <fontconfig/fontconfig.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/map.h"
#include "font/font.h"
#include "font/unread.h"

/* Where TeX Live keeps the Fandol fonts: fontconfig does not look there. */
#define TEX_FANDOL "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"

/* How surely a name tells the typeface. */
enum {
	SCORE_NONE,
	SCORE_OTHER_WEIGHT, /* family of an official font, odd weight */
	SCORE_FILE,
	SCORE_FAMILY,
	SCORE_FACE,	     /* full or PostScript name */
	SCORE_OWN_FOLDER = 8 /* added: from a folder given by the user */
};

struct search {
	struct map names; /* -> typeface */
	struct arena *arena;
	struct found *found;
	struct unread_fonts unread;
	int bonus;
};

static struct str lower_case(struct str name, struct arena *arena)
{
	char *copy = arena_alloc(arena, name.n + 1);
	size_t i;

	for (i = 0; i < name.n; i++) {
		char c = name.s[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		copy[i] = c;
	}
	return (struct str){copy, name.n};
}

static void list_names(struct search *search)
{
	struct str rest;
	struct str name;
	uint32_t face;

	for (face = 0; face < N_TYPEFACES; face++) {
		rest = str_from(typefaces[face].names);
		while (str_split(&rest, '|', &name))
			map_put(&search->names, lower_case(name, search->arena),
				face);
	}
}

static void offer(struct search *search, struct str name, int score,
		  struct str path, int index)
{
	struct arena_mark mark = arena_mark(search->arena);
	uint32_t face =
	    map_find(&search->names, lower_case(name, search->arena));
	struct found *found;

	arena_release(search->arena, mark);
	if (face == MAP_NONE)
		return;
	if (score == SCORE_OTHER_WEIGHT && !typefaces[face].official)
		return;
	found = &search->found[face];
	score += search->bonus;
	if (score < found->score ||
	    (score == found->score && str_compare(path, found->path) >= 0))
		return;
	*found = (struct found){str_copy(path, search->arena), index, score};
}

static void offer_all(struct search *search, FcPattern *font,
		      const char *property, int score, struct str path,
		      int index)
{
	FcChar8 *name;
	int i;

	for (i = 0;
	     FcPatternGetString(font, property, i, &name) == FcResultMatch; i++)
		offer(search, str_from((const char *)name), score, path, index);
}

/* Whether the face is upright and of normal weight. */
static bool is_plain(FcPattern *font)
{
	int weight = FC_WEIGHT_REGULAR;
	int slant = FC_SLANT_ROMAN;

	FcPatternGetInteger(font, FC_WEIGHT, 0, &weight);
	FcPatternGetInteger(font, FC_SLANT, 0, &slant);
	return slant == FC_SLANT_ROMAN && weight >= FC_WEIGHT_BOOK &&
	       weight <= FC_WEIGHT_MEDIUM;
}

static struct str stem(struct str path)
{
	struct str name = file_name(path);
	size_t n = name.n;

	while (n > 0 && name.s[n - 1] != '.')
		n--;
	return n > 0 ? str_slice(name, 0, n - 1) : name;
}

/* An outline font of one shape: no bitmaps, no variable font. */
static bool is_usable(FcPattern *font)
{
	FcBool outline = FcTrue;
	FcBool variable = FcFalse;
	int index = 0;

	FcPatternGetBool(font, FC_OUTLINE, 0, &outline);
	FcPatternGetBool(font, FC_VARIABLE, 0, &variable);
	FcPatternGetInteger(font, FC_INDEX, 0, &index);
	return outline && !variable && index >= 0 && index < 0x10000;
}

static void look_at(struct search *search, FcPattern *font)
{
	FcChar8 *file;
	struct str path;
	int index = 0;

	if (FcPatternGetString(font, FC_FILE, 0, &file) != FcResultMatch ||
	    !is_usable(font))
		return;
	path = str_from((const char *)file);
	if (unread_has(&search->unread, path))
		return;
	FcPatternGetInteger(font, FC_INDEX, 0, &index);
	offer_all(search, font, FC_FULLNAME, SCORE_FACE, path, index);
	offer_all(search, font, FC_POSTSCRIPT_NAME, SCORE_FACE, path, index);
	offer_all(search, font, FC_FAMILY,
		  is_plain(font) ? SCORE_FAMILY : SCORE_OTHER_WEIGHT, path,
		  index);
	if (index == 0)
		offer(search, stem(path), SCORE_FILE, path, index);
}

static void look_through(struct search *search, FcConfig *config,
			 FcSetName which, int bonus)
{
	const FcFontSet *set = FcConfigGetFonts(config, which);
	int i;

	search->bonus = bonus;
	for (i = 0; set != NULL && i < set->nfont; i++)
		look_at(search, set->fonts[i]);
}

static void add_folder(FcConfig *config, struct str folder, struct arena *arena)
{
	if (file_is_folder(folder))
		FcConfigAppFontAddDir(config,
				      (const FcChar8 *)str_cstr(folder, arena));
}

static bool is_found(const struct search *search, struct str path)
{
	size_t i;

	for (i = 0; i < N_TYPEFACES; i++)
		if (str_equal(search->found[i].path, path))
			return true;
	return false;
}

/* A file counts once, however many faces it holds. */
static void list_unused(const struct search *search, FcConfig *config,
			struct unused_fonts *unused)
{
	const FcFontSet *set = FcConfigGetFonts(config, FcSetApplication);
	int n = set == NULL ? 0 : set->nfont;
	int i;

	unused->fonts =
	    ARENA_ARRAY(search->arena, (size_t)n + 1, struct unused_font);
	for (i = 0; i < n; i++) {
		FcPattern *font = set->fonts[i];
		FcChar8 *file;
		FcChar8 *family = NULL;
		struct str path;

		if (FcPatternGetString(font, FC_FILE, 0, &file) !=
		    FcResultMatch)
			continue;
		path = str_from((const char *)file);
		if (str_starts(path, STR(TEX_FANDOL)) ||
		    unread_has(&search->unread, path) ||
		    is_found(search, path) ||
		    (unused->n > 0 &&
		     str_equal(unused->fonts[unused->n - 1].path, path)))
			continue;
		FcPatternGetString(font, FC_FAMILY, 0, &family);
		unused->fonts[unused->n++] = (struct unused_font){
		    str_copy(path, search->arena),
		    str_copy(
			str_from(family == NULL ? "" : (const char *)family),
			search->arena)};
	}
}

/* The files in the folders that were added. */
static struct str *list_added(FcConfig *config, struct arena *arena, size_t *n)
{
	const FcFontSet *set = FcConfigGetFonts(config, FcSetApplication);
	int n_fonts = set == NULL ? 0 : set->nfont;
	struct str *paths = ARENA_ARRAY(arena, (size_t)n_fonts + 1, struct str);
	FcChar8 *file;

	*n = 0;
	for (int i = 0; i < n_fonts; i++)
		if (FcPatternGetString(set->fonts[i], FC_FILE, 0, &file) ==
		    FcResultMatch)
			paths[(*n)++] =
			    str_copy(str_from((const char *)file), arena);
	return paths;
}

void catalog_find(const struct font_options *options, struct arena *arena,
		  struct diag_sink *sink, struct found found[N_TYPEFACES],
		  struct unused_fonts *unused)
{
	struct search search = {
	    .names = {.arena = arena}, .arena = arena, .found = found};
	FcConfig *config = FcInitLoadConfigAndFonts();
	struct str *added;
	size_t n_added;
	size_t i;

	memset(found, 0, N_TYPEFACES * sizeof(*found));
	*unused = (struct unused_fonts){0};
	if (config == NULL)
		return;
	list_names(&search);
	for (i = 0; i < options->n_folders; i++)
		add_folder(config, options->folders[i], arena);
	add_folder(config, STR(TEX_FANDOL), arena);
	added = list_added(config, arena, &n_added);
	search.unread = unread_find(options, added, n_added, arena, sink);
	look_through(&search, config, FcSetApplication, SCORE_OWN_FOLDER);
	look_through(&search, config, FcSetSystem, 0);
	list_unused(&search, config, unused);
	FcConfigDestroy(config);
}
