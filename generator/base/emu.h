/* SPDX-License-Identifier: MIT */
/*
 * Lengths on a page. An emu is 1/360000 cm, so that millimetres, points and
 * twips are all whole numbers of it (ECMA-376 part 1, 20.1.10.16). The range
 * is 59 m: enough for any place on a page; sums over long runs use int64_t.
 */
#ifndef BASE_EMU_H
#define BASE_EMU_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

typedef int32_t emu;

#define EMU_PER_MM   36000
#define EMU_PER_PT   12700
#define EMU_PER_TWIP 635

/* From points and millimetres as written in tables: EMU_PT(10.5). Constant
 * expressions only; the value is exact for multiples of 1/100. */
#define EMU_PT(pt) ((emu)((pt)*EMU_PER_PT + 0.5))
#define EMU_MM(mm) ((emu)((mm)*EMU_PER_MM + 0.5))

/*
 * A length as people write it: 10.5pt, 7mm, 1.2cm, 635emu, 0. A sign may stand
 * before it. What is finer than an emu is rounded. False: it is none, or is
 * beyond the range; *length is then unchanged.
 */
bool emu_parse(struct str text, emu *length);

/* The length in pt, mm or emu, whichever says it exactly and first;
 * emu_parse() reads it back. Owned by the arena. */
struct str emu_text(emu length, struct arena *arena);

#endif
