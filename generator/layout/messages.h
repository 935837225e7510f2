/* SPDX-License-Identifier: MIT */
/* The messages of layout/: what could not be set well. */
#ifndef LAYOUT_MESSAGES_H
#define LAYOUT_MESSAGES_H

#include "base/diag.h"

#define X DIAG_DECLARE
#include "layout/messages.inc"
#undef X

/* All of them, ended by NULL. */
extern const struct diag_kind *const layout_messages[];

#endif
