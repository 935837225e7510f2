/* SPDX-License-Identifier: MIT */
/* Cells that hold a code with its name: 201001-某局, [201001]某局, 201001 某局.
 * */
#ifndef BUDGET_CODENAME_H
#define BUDGET_CODENAME_H

#include "base/str.h"

/* The code, or the name; views of the text. A text without a code has only a
 * name: it is given for both, so that a code that is none gets reported. */
struct str codename_code(struct str text);
struct str codename_name(struct str text);

#endif
