/* SPDX-License-Identifier: MIT */
/* How a note below a table begins: 注：1．… hangs below its label and number.
 */
#ifndef DOC_NOTE_H
#define DOC_NOTE_H

#include <stddef.h>

#include "base/str.h"

/* [bytes] of 注： or the like at the beginning, 0: none. */
size_t note_label(struct str text);

/* [bytes] of a number and its mark at the beginning: 1．  2、  3. */
size_t note_number(struct str text);

#endif
