/* SPDX-License-Identifier: MIT */
/* The messages of budget/: what is wrong with the data of the tables. */
#ifndef BUDGET_MESSAGES_H
#define BUDGET_MESSAGES_H

#include "base/diag.h"

#define X DIAG_DECLARE
#include "budget/messages.inc"
#undef X

/* All of them, ended by NULL. */
extern const struct diag_kind *const budget_messages[];

#endif
