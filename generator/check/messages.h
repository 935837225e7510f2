/* SPDX-License-Identifier: MIT */
/* The findings of check/: {0} is what stands there, {1} what was expected. */
#ifndef CHECK_MESSAGES_H
#define CHECK_MESSAGES_H

#include "base/diag.h"

#define X DIAG_DECLARE
#include "check/messages.inc"
#undef X

/* All of them, ended by NULL. */
extern const struct diag_kind *const check_messages[];

#endif
