/* SPDX-License-Identifier: MIT */
/* The messages of cli/: wrong use. */
#ifndef CLI_MESSAGES_H
#define CLI_MESSAGES_H

#include "base/diag.h"

#define X DIAG_DECLARE
#include "cli/messages.inc"
#undef X

/* All of them, ended by NULL. */
extern const struct diag_kind *const cli_messages[];

#endif
