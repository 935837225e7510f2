/* SPDX-License-Identifier: MIT */
/* Characters that XML cannot hold, as workbooks write them: _x000D_ (ECMA-376
 * part 1, 22.9.2.19, ST_Xstring). Internal to read/. */
#ifndef READ_XSTRING_H
#define READ_XSTRING_H

#include <stddef.h>

#include "base/str.h"

struct arena;

/* The text with these characters; line ends are \n alone, other control
 * characters are left out and added to *n_control. The text itself if there are
 * none, else owned by the arena. */
struct str xstring_decode(struct str text, struct arena *arena,
			  size_t *n_control);

#endif
