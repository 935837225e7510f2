/* SPDX-License-Identifier: MIT */
/* The fonts of the machine, by role. Internal to font/. */
#ifndef FONT_FONTS_H
#define FONT_FONTS_H

#include <hb.h>
#include <stdint.h>

#include "font/face.h"

/* Faces to be tried for a character, in order. */
struct chain {
	uint8_t faces[N_TYPEFACES];
	size_t n;
};

/* What is known of a character: whether a face of every role has it. */
enum had { HAD_UNKNOWN, HAD_ALL, HAD_NOT };

struct fonts {
	struct arena *arena;
	struct face *faces;		 /* N_TYPEFACES */
	struct chain chains[N_ROLES][2]; /* [bold]: own faces, then others */
	bool own[N_ROLES]; /* the first face is one of the role's own */
	bool has_bold[N_ROLES];
	struct unused_fonts unused;
	hb_buffer_t *buffer; /* for runs of letters */
	uint8_t **had;	     /* pages of 256 characters: enum had, lazily */
};

/* The opened face of that number; NULL if it cannot be used. */
struct face *fonts_open_face(const struct fonts *fonts, int number);

#endif
