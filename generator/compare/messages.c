/* SPDX-License-Identifier: MIT */
#include "compare/messages.h"

#define X DIAG_DEFINE
#include "compare/messages.inc"
#undef X

const struct diag_kind *const compare_messages[] = {
#define X DIAG_LIST
#include "compare/messages.inc"
#undef X
    NULL};
