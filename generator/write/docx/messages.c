/* SPDX-License-Identifier: MIT */
#include "write/docx/messages.h"

#define X DIAG_DEFINE
#include "write/docx/messages.inc"
#undef X

const struct diag_kind *const docx_messages[] = {
#define X DIAG_LIST
#include "write/docx/messages.inc"
#undef X
    NULL};
