/* SPDX-License-Identifier: MIT */
#include "publish/messages.h"

#define X DIAG_DEFINE
#include "publish/messages.inc"
#undef X

const struct diag_kind *const publish_messages[] = {
#define X DIAG_LIST
#include "publish/messages.inc"
#undef X
    NULL};
