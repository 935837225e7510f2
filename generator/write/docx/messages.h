/* SPDX-License-Identifier: MIT */
/* The messages of write/docx/: writing a DOCX. */
#ifndef WRITE_DOCX_MESSAGES_H
#define WRITE_DOCX_MESSAGES_H

#include "base/diag.h"

#define X DIAG_DECLARE
#include "write/docx/messages.inc"
#undef X

/* All of them, ended by NULL. */
extern const struct diag_kind *const docx_messages[];

#endif
