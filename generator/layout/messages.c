/* SPDX-License-Identifier: MIT */
#include "layout/messages.h"

#define X DIAG_DEFINE
#include "layout/messages.inc"
#undef X

const struct diag_kind *const layout_messages[] = {
#define X DIAG_LIST
#include "layout/messages.inc"
#undef X
    NULL};
