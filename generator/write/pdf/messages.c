/* SPDX-License-Identifier: MIT */
#include "write/pdf/messages.h"

#define X DIAG_DEFINE
#include "write/pdf/messages.inc"
#undef X

const struct diag_kind *const pdf_messages[] = {
#define X DIAG_LIST
#include "write/pdf/messages.inc"
#undef X
    NULL};
