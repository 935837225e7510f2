/* SPDX-License-Identifier: MIT */
/* The messages of doc/: reading a doc file. */
#ifndef DOC_MESSAGES_H
#define DOC_MESSAGES_H

#include "base/diag.h"

#define X DIAG_DECLARE
#include "doc/messages.inc"
#undef X

/* All of them, ended by NULL. */
extern const struct diag_kind *const doc_messages[];

#endif
