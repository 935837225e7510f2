/* SPDX-License-Identifier: MIT */
#include "font/messages.h"

#define X DIAG_DEFINE
#include "font/messages.inc"
#undef X

const struct diag_kind *const font_messages[] = {
#define X DIAG_LIST
#include "font/messages.inc"
#undef X
    NULL};
