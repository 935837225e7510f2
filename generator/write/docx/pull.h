/* SPDX-License-Identifier: MIT */
/* Marks and signs of which Word and LibreOffice do not know by themselves
 * whether they are Han's or Latin's. Internal to write/docx. */
#ifndef WRITE_DOCX_PULL_H
#define WRITE_DOCX_PULL_H

#include <stddef.h>

#include "base/str.h"

/* What a run needs beside its style to get the fonts that the PDF has. */
enum pull {
	PULL_NONE,
	PULL_HAN,  /* marks that Word takes from the Latin font unless it is
		      told: “ ” ‘ ’ … — · × ① */
	PULL_LATIN /* signs and letters that LibreOffice takes from the Han font
		      behind Han, where they are wider: ≥ ≤ − ‰ é */
};

/* A place of no width where a line may end. */
#define CODE_MAY_BREAK 0x200B

/* Length [bytes] of what one run can take from the beginning of the text, and
 * what it needs. Digits behind a sign stand in its run. */
size_t pull_of(struct str text, enum pull *pull);

#endif
