/* SPDX-License-Identifier: MIT */
/* The messages of font/: faces that are missing or cannot be used. */
#ifndef FONT_MESSAGES_H
#define FONT_MESSAGES_H

#include "base/diag.h"

#define X DIAG_DECLARE
#include "font/messages.inc"
#undef X

/* All of them, ended by NULL. */
extern const struct diag_kind *const font_messages[];

#endif
