/* SPDX-License-Identifier: MIT */
/*
 * Lengths on a page. An emu is 1/360000 cm, so that millimetres, points and
 * twips are all whole numbers of it (ECMA-376 part 1, 20.1.10.16). The range
 * is 59 m: enough for any place on a page; sums over long runs use int64_t.
 */
#ifndef BASE_EMU_H
#define BASE_EMU_H

#include <stdint.h>

typedef int32_t emu;

#define EMU_PER_MM   36000
#define EMU_PER_PT   12700
#define EMU_PER_TWIP 635

/* From points and millimetres as written in tables: EMU_PT(10.5). Constant
 * expressions only; the value is exact for multiples of 1/100. */
#define EMU_PT(pt) ((emu)((pt)*EMU_PER_PT + 0.5))
#define EMU_MM(mm) ((emu)((mm)*EMU_PER_MM + 0.5))

#endif
