/* SPDX-License-Identifier: MIT */
#include "doc/messages.h"

#define X DIAG_DEFINE
#include "doc/messages.inc"
#undef X

const struct diag_kind *const doc_messages[] = {
#define X DIAG_LIST
#include "doc/messages.inc"
#undef X
    NULL};
