/* SPDX-License-Identifier: MIT */
/*
 * Faces: which face serves a role on this machine, how wide text is in it,
 * which glyphs show it, and a subset of it to be embedded. Fonts are opened
 * once and shared by all documents (read only after fonts_open, apart from
 * lazily loaded faces; one process, one thread). Lengths are emu.
 */
#ifndef FONT_FONT_H
#define FONT_FONT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/emu.h"
#include "base/role.h"
#include "base/str.h"

struct arena;
struct diag_sink;
struct fonts;

/* Where faces are looked for, beside fontconfig's folders. */
struct font_options {
	const struct str *folders; /* searched first, with their subfolders */
	size_t n_folders;
};

/* What is known of an opened face. Texts live as long as the fonts. */
struct face_info {
	struct str family;     /* as the file names it */
	struct str postscript; /* name without blanks, for PDF */
	struct str path;
	struct str licence;  /* as the file states it, or empty */
	int index;	     /* in a collection */
	bool cff;	     /* CFF outlines, else glyf */
	bool embeddable;     /* OS/2 fsType allows subsetting and embedding */
	int upem;	     /* [font units] per em */
	int ascent, descent; /* [1/1000 em] descent negative */
	int bbox[4];	     /* [1/1000 em] */
	int cap_height;	     /* [1/1000 em] */
	int italic_angle;    /* [degrees] */
	int weight;	     /* 400, 700 */
	int han_middle;	     /* [1/1000 em] middle of 中 above the baseline */
};

/* A glyph of shaped text. */
struct glyph {
	uint32_t id;	  /* glyph id in its face */
	int face;	  /* face number, for face_info() */
	emu advance;	  /* [emu] */
	emu x, y;	  /* [emu] shift from the pen; y upwards; fallback faces
			     are shifted so that Han glyphs stand level */
	uint32_t cluster; /* byte offset of its text in the shaped str */
	uint32_t code;	  /* first code point of its cluster */
	bool missing;	  /* no face has it: a visible mark stands for it */
};

/*
 * Opens the fonts: finds the faces of all roles (official families first, then
 * open ones, fonts/README.md). A role without any face is reported.
 * NULL: no usable face at all.
 */
struct fonts *fonts_open(const struct font_options *options,
			 struct diag_sink *sink);
void fonts_close(struct fonts *fonts);

/* Properties of a face; borrowed. */
const struct face_info *fonts_face(const struct fonts *fonts, int face);

/* The first face of a role (bold: its bold face if it has one), -1: none. */
int fonts_role_face(const struct fonts *fonts, enum role role, bool bold);

/* Whether the role has a bold face of its own on this machine. */
bool fonts_has_bold(const struct fonts *fonts, enum role role);

/* How a role was resolved, for `gongkai fonts`: candidates tried, the face
 * taken and its fallbacks; owned by the arena. */
struct str fonts_explain(const struct fonts *fonts, enum role role, bool en,
			 struct arena *arena);

/* Font files in the folders of options that serve no role, a line each behind
 * a heading; empty if there are none. Owned by the arena. */
struct str fonts_explain_unused(const struct fonts *fonts, bool en,
				struct arena *arena);

/* How text is to be set. */
struct font_want {
	enum role role;
	bool bold;
	bool own_latin; /* Latin letters and digits from the role's face */
	emu size;	/* [emu] of the em */
};

/*
 * Glyphs of the text, in order; owned by the arena. Han characters,
 * full-width punctuation, “ ” ‘ ’ · — … in a Han run are one em wide; digits,
 * Latin letters and their marks come from ROLE_LATIN unless own_latin.
 * Fallback is per character. Never fails: what no face has is `missing`.
 */
struct glyph *fonts_shape(struct fonts *fonts, struct font_want want,
			  struct str text, struct arena *arena, size_t *n);

/* Whether the character is shown as itself in whatever role: nothing of it is
 * `missing`. Asked again, it is known. */
bool fonts_have(struct fonts *fonts, uint32_t code);

/* Whether the character is set from a Han face, one em wide, without
 * own_latin; which of the two it is, Unicode leaves open for many marks. */
bool font_sets_han(uint32_t code);

/* Sum of the advances [emu]. */
int64_t fonts_width(struct fonts *fonts, struct font_want want, struct str text,
		    struct arena *arena);

/*
 * The advance of a glyph as its face has it, in 1/1000 em (fonts_shape may
 * have padded it): what a PDF says in W.
 */
int fonts_advance(const struct fonts *fonts, int face, uint32_t glyph);

/* The bytes that go into a PDF for a set of glyphs. */
struct font_subset {
	struct str data;      /* bare CFF (CIDFontType0C) or TrueType */
	bool cff;	      /* code = CID of the data; else see gids */
	const uint16_t *gids; /* TrueType: glyph of the data for each code from
				 0 to n (CIDToGIDMap); NULL for CFF */
};

/* The glyphs that a subset is to show: code i + 1 shows ids[i]. */
struct font_glyphs {
	const uint32_t *ids; /* in any order, one may come twice */
	size_t n;	     /* 65,534 at most */
};

/*
 * A subset of the face for these codes; code 0 is .notdef. Composites of
 * TrueType bring their parts. Deterministic; owned by the arena.
 * False: reported.
 */
bool fonts_subset(struct fonts *fonts, int face, struct font_glyphs glyphs,
		  struct arena *arena, struct diag_sink *sink,
		  struct font_subset *subset);

#endif
