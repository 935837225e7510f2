/* SPDX-License-Identifier: MIT */
#include "read/messages.h"

#define X DIAG_DEFINE
#include "read/messages.inc"
#undef X

const struct diag_kind *const read_messages[] = {
#define X DIAG_LIST
#include "read/messages.inc"
#undef X
    NULL};
