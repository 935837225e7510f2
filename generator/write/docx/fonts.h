/* SPDX-License-Identifier: MIT */
/* The official names of the roles' fonts, as Word knows them. Internal to
 * write/docx. */
#ifndef WRITE_DOCX_FONTS_H
#define WRITE_DOCX_FONTS_H

#include <stdbool.h>

#include "base/role.h"

struct word_font {
	const char *name;
	const char *other;  /* other names of it, by commas */
	const char *panose; /* 10 bytes in hexadecimal */
	bool serif;	    /* w:family: roman or modern */
	bool han;	    /* its charset is GB 2312 */
};

/* By role. */
extern const struct word_font word_fonts[N_ROLES];

#endif
