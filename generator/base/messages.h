/* SPDX-License-Identifier: MIT */
/* The messages of base/: files and folders. */
#ifndef BASE_MESSAGES_H
#define BASE_MESSAGES_H

#include "base/diag.h"

#define X DIAG_DECLARE
#include "base/messages.inc"
#undef X

/* All of them, ended by NULL. */
extern const struct diag_kind *const base_messages[];

#endif
