/* SPDX-License-Identifier: MIT */
#include "write/tables/messages.h"

#define X DIAG_DEFINE
#include "write/tables/messages.inc"
#undef X

const struct diag_kind *const tables_messages[] = {
#define X DIAG_LIST
#include "write/tables/messages.inc"
#undef X
    NULL};
