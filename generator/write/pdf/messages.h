/* SPDX-License-Identifier: MIT */
/* The messages of write/pdf/. */
#ifndef WRITE_PDF_MESSAGES_H
#define WRITE_PDF_MESSAGES_H

#include "base/diag.h"

#define X DIAG_DECLARE
#include "write/pdf/messages.inc"
#undef X

/* All of them, ended by NULL. */
extern const struct diag_kind *const pdf_messages[];

#endif
