/* SPDX-License-Identifier: MIT */
/* The messages of compare/. */
#ifndef COMPARE_MESSAGES_H
#define COMPARE_MESSAGES_H

#include "base/diag.h"

#define X DIAG_DECLARE
#include "compare/messages.inc"
#undef X

/* All of them, ended by NULL. */
extern const struct diag_kind *const compare_messages[];

#endif
