/* SPDX-License-Identifier: MIT */
/* Of a template understood: blocks. */
#ifndef TEMPLATE_TREE_BLOCK_H
#define TEMPLATE_TREE_BLOCK_H

#include "doc/doc.h"
#include "template/tree_expr.h"

enum plan_kind {
	PLAN_PARAGRAPH,
	PLAN_PART,
	PLAN_CHOICE,
	PLAN_EACH,
	PLAN_SLOT,
	PLAN_TABLE,
	PLAN_FORM,
	PLAN_CONTENTS
};

struct plan_blocks {
	const struct plan_block *const *list;
	size_t n;
};

struct plan_block {
	enum plan_kind kind;
	struct str id; /* of its own, or the ordinal within what holds it */
	bool named;    /* an id of its own */
	struct spot spot;
	const struct expr *when;
	enum page_start start;
	bool keep;
	int style;
	/* paragraph */
	struct plan_text text;
	const struct plan_slot *slot; /* named sentence, text, part */
	int level;		      /* of counting, 0: not counted */
	struct plan_number number;
	int outline, contents_group, contents_level;
	/* part, each, slot's default */
	struct plan_blocks content;
	const struct plan_blocks *cases; /* PLAN_CHOICE, with whens */
	const struct expr *const *whens;
	size_t n_cases;
	const struct plan_set *set;
	struct plan_text key;
	const struct plan_table *table;
	const struct plan_form *form;
	const struct plan_contents *contents;
};

struct plan_contents {
	struct plan_text *titles;
	struct contents_group *groups; /* without titles */
	size_t n_groups;
};

#endif
