/* SPDX-License-Identifier: MIT */
/* Which characters are set as Han, which as Latin. Internal to font/. */
#ifndef FONT_SCRIPT_H
#define FONT_SCRIPT_H

#include <stdbool.h>
#include <stdint.h>

enum script {
	SCRIPT_HAN,	 /* from a Han face, one em wide */
	SCRIPT_HALF,	 /* from a Han face, as wide as it is there */
	SCRIPT_FIGURE,	 /* digits and ASCII marks: Latin face, never kerned,
			    so that digits keep one width */
	SCRIPT_LETTER,	 /* letters: Latin face, shaped */
	SCRIPT_MARK,	 /* combining: goes with what stands before it */
	SCRIPT_SELECTOR, /* variation selector: chooses a form of the same */
	SCRIPT_NOTHING	 /* invisible */
};

enum script script_of(uint32_t code);

/* A quotation mark or apostrophe that Latin text has too. */
bool script_is_quote(uint32_t code);

/* Dashes, dots: stand at the middle of Han characters. */
bool script_is_middle(uint32_t code);

#endif
