/* SPDX-License-Identifier: MIT */
/* The messages of read/: files, encodings, the shape of tables and texts. */
#ifndef READ_MESSAGES_H
#define READ_MESSAGES_H

#include "base/diag.h"

#define X DIAG_DECLARE
#include "read/messages.inc"
#undef X

/* All of them, ended by NULL. */
extern const struct diag_kind *const read_messages[];

#endif
