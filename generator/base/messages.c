/* SPDX-License-Identifier: MIT */
#include "base/messages.h"

#define X DIAG_DEFINE
#include "base/messages.inc"
#undef X

const struct diag_kind *const base_messages[] = {
#define X DIAG_LIST
#include "base/messages.inc"
#undef X
    NULL};
