/* SPDX-License-Identifier: MIT */
/* extends: a template as another one with parts put in, out and in place of
 * others, before anything of it is understood. */
#ifndef TEMPLATE_MERGE_H
#define TEMPLATE_MERGE_H

struct arena;
struct diag_sink;
struct node;

/* base with what changes says; both stay as they are. NULL: reported (an id
 * that does not occur, or occurs twice). */
const struct node *node_extend(const struct node *base,
			       const struct node *changes, struct arena *arena,
			       struct diag_sink *sink);

#endif
