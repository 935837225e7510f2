/* SPDX-License-Identifier: MIT */
/* The messages of write/tables/: what a carrier cannot hold. */
#ifndef WRITE_TABLES_MESSAGES_H
#define WRITE_TABLES_MESSAGES_H

#include "base/diag.h"

#define X DIAG_DECLARE
#include "write/tables/messages.inc"
#undef X

/* All of them, ended by NULL. */
extern const struct diag_kind *const tables_messages[];

#endif
