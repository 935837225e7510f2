/* SPDX-License-Identifier: MIT */
/* Files of the user's font folders from which no face can be taken. Internal
 * to font/. */
#ifndef FONT_UNREAD_H
#define FONT_UNREAD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct diag_sink;
struct font_options;

struct unread_fonts {
	struct str *paths;
	size_t n, room;
};

/*
 * Looks through the folders of options and those below for files that are
 * named like fonts and that are none: cut off, a web page, a web font. Each is
 * reported with its path and returned; read: the n paths that fontconfig
 * could read. Owned by the arena.
 */
struct unread_fonts unread_find(const struct font_options *options,
				const struct str *read, size_t n,
				struct arena *arena, struct diag_sink *sink);

/* Whether the path, as fontconfig gives it, is one of them. */
bool unread_has(const struct unread_fonts *unread, struct str path);

#endif
