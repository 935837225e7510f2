/* SPDX-License-Identifier: MIT */
/* The colour space sRGB as an ICC profile. Internal to write/pdf/. */
#ifndef WRITE_PDF_ICC_H
#define WRITE_PDF_ICC_H

#include "base/str.h"

struct arena;

/* A display profile of version 2, owned by the arena. */
struct str icc_srgb(struct arena *arena);

#endif
