/* SPDX-License-Identifier: MIT */
/* The messages of publish/. */
#ifndef PUBLISH_MESSAGES_H
#define PUBLISH_MESSAGES_H

#include "base/diag.h"

#define X DIAG_DECLARE
#include "publish/messages.inc"
#undef X

/* All of them, ended by NULL. */
extern const struct diag_kind *const publish_messages[];

#endif
