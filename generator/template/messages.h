/* SPDX-License-Identifier: MIT */
/* The messages of template/: faults of templates, and what data and texts
 * lack for them. */
#ifndef TEMPLATE_MESSAGES_H
#define TEMPLATE_MESSAGES_H

#include "base/diag.h"

#define X DIAG_DECLARE
#include "template/messages.inc"
#undef X

/* All of them, ended by NULL. */
extern const struct diag_kind *const template_messages[];

#endif
