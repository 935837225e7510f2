/* SPDX-License-Identifier: MIT */
#include "cli/messages.h"

#define X DIAG_DEFINE
#include "cli/messages.inc"
#undef X

const struct diag_kind *const cli_messages[] = {
#define X DIAG_LIST
#include "cli/messages.inc"
#undef X
    NULL};
