/* SPDX-License-Identifier: MIT */
#include "budget/messages.h"

#define X DIAG_DEFINE
#include "budget/messages.inc"
#undef X

const struct diag_kind *const budget_messages[] = {
#define X DIAG_LIST
#include "budget/messages.inc"
#undef X
    NULL};
