/* SPDX-License-Identifier: MIT */
/*
 * fontconfig passes over in silence what it cannot read, and takes web fonts,
 * which HarfBuzz does not: a file that was put into the folder and does
 * nothing is to be named.
 */
#include "font/unread.h"

#include <fontconfig/fontconfig.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "font/face.h"
#include "font/font.h"
#include "font/messages.h"

/* Folders below one another; a link may lead back up. */
#define DEPTH_MOST 8

struct walk {
	const struct str *read;
	size_t n_read;
	struct arena *arena;
	struct diag_sink *sink;
	struct unread_fonts unread;
};

static char small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool ends_like(struct str name, struct str ending)
{
	size_t from = name.n - ending.n;

	if (name.n <= ending.n)
		return false;
	for (size_t i = 0; i < ending.n; i++)
		if (small(name.s[from + i]) != ending.s[i])
			return false;
	return true;
}

static bool is_named_like_font(struct str name)
{
	static const char *const endings[] = {".ttf", ".otf",  ".ttc",
					      ".otc", ".woff", ".woff2"};

	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
		if (ends_like(name, str_from(endings[i])))
			return true;
	return false;
}

/* Whether two paths end alike from the folder on: fontconfig gives whole
 * ones. */
static bool is_same(struct str whole, struct str path)
{
	return str_equal(whole, path) ||
	       (str_ends(whole, path) && whole.s[whole.n - path.n - 1] == '/');
}

/* Whether fontconfig can read it: it listed it, or would, were it not told to
 * pass over it. */
static bool is_known(const struct walk *walk, struct str path)
{
	FcPattern *pattern;
	int count;

	for (size_t i = 0; i < walk->n_read; i++)
		if (is_same(walk->read[i], path))
			return true;
	pattern = FcFreeTypeQuery((const FcChar8 *)str_cstr(path, walk->arena),
				  0, NULL, &count);
	if (pattern == NULL)
		return false;
	FcPatternDestroy(pattern);
	return true;
}

static void look_at(struct walk *walk, struct str path)
{
	struct unread_fonts *unread = &walk->unread;

	if (!is_named_like_font(path) ||
	    (face_is_font(path, walk->arena) && is_known(walk, path)))
		return;
	unread->paths = arena_grow(walk->arena, unread->paths, unread->n,
				   &unread->room, sizeof(*unread->paths));
	unread->paths[unread->n++] = path;
	DIAG0(walk->sink, &FONT_UNREADABLE, (struct place){.file = path});
}

static void look_through(struct walk *walk, struct str folder, int depth)
{
	struct str *names;
	size_t n;

	if (!file_list(folder, walk->arena, walk->sink, &names, &n))
		return;
	for (size_t i = 0; i < n; i++) {
		struct str path = file_join(folder, names[i], walk->arena);

		if (!file_is_folder(path))
			look_at(walk, path);
		else if (depth < DEPTH_MOST)
			look_through(walk, path, depth + 1);
	}
}

struct unread_fonts unread_find(const struct font_options *options,
				const struct str *read, size_t n,
				struct arena *arena, struct diag_sink *sink)
{
	struct walk walk = {
	    .read = read, .n_read = n, .arena = arena, .sink = sink};

	for (size_t i = 0; i < options->n_folders; i++)
		if (file_is_folder(options->folders[i]))
			look_through(&walk, options->folders[i], 0);
	return walk.unread;
}

bool unread_has(const struct unread_fonts *unread, struct str path)
{
	for (size_t i = 0; i < unread->n; i++)
		if (is_same(path, unread->paths[i]))
			return true;
	return false;
}
