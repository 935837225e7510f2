/* SPDX-License-Identifier: MIT */
/* Outlines of CFF glyphs without subroutines and hints. Internal to font/. */
#ifndef FONT_CHARSTRING_H
#define FONT_CHARSTRING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* An INDEX of a CFF table: n objects in bytes that are not owned. */
struct cff_index {
	const unsigned char *offsets; /* n + 1 of them */
	const unsigned char *data;    /* offsets count from 1 */
	size_t room;		      /* [bytes] of data that are there */
	size_t n;
	int offset_size; /* [bytes] */
};

/* The object of that number; empty if it is not there. */
struct str cff_index_at(const struct cff_index *index, size_t number);

/* The longest outline that is written [bytes] (5177, appendix B). */
#define CHARSTRING_MOST 65535

/*
 * Writes the charstring to out, calls replaced by what they call, hints left
 * out; the width stays. Returns its length; 0: it is damaged, or does
 * arithmetic.
 */
size_t charstring_flatten(struct str charstring,
			  const struct cff_index *global_subrs,
			  const struct cff_index *local_subrs,
			  unsigned char out[CHARSTRING_MOST]);

#endif
