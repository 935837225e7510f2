/* SPDX-License-Identifier: MIT */
#include "check/messages.h"

#define X DIAG_DEFINE
#include "check/messages.inc"
#undef X

const struct diag_kind *const check_messages[] = {
#define X DIAG_LIST
#include "check/messages.inc"
#undef X
    NULL};
