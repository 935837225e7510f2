/* SPDX-License-Identifier: MIT */
#include "template/messages.h"

#define X DIAG_DEFINE
#include "template/messages.inc"
#undef X

const struct diag_kind *const template_messages[] = {
#define X DIAG_LIST
#include "template/messages.inc"
#undef X
    NULL};
