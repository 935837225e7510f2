/* SPDX-License-Identifier: MIT */
/* Blocks of the document. */
#include <string.h>

#include "template/expand.h"

static void expand_block(struct expansion *x, const struct plan_block *plan);

struct str block_id(struct expansion *x, const struct plan_block *plan)
{
	if (plan->named)
		return x->prefix.n == 0
			   ? plan->id
			   : str_format(x->arena, STR_FMT "." STR_FMT,
					STR_ARG(x->prefix), STR_ARG(plan->id));
	return str_format(x->arena, STR_FMT "." STR_FMT, STR_ARG(x->parent),
			  STR_ARG(plan->id));
}

struct block *add_block(struct expansion *x, const struct plan_block *plan,
			struct str id)
{
	struct block_list *blocks = &x->blocks;
	struct block *block;

	blocks->list = arena_grow(x->arena, blocks->list, blocks->n,
				  &blocks->room, sizeof(*blocks->list));
	block = &blocks->list[blocks->n++];
	*block = (struct block){
	    .id = id, .start = x->start, .keep_next = plan->keep};
	block->origin.place = spot_place(&plan->spot, 0);
	x->start = START_RUNNING;
	return block;
}

/* Counts a heading among those of its level; begins those below anew. */
static struct str heading_number(struct expansion *x,
				 const struct plan_block *plan)
{
	size_t level;

	if (plan->level == 0)
		return STR_NONE;
	for (level = (size_t)plan->level + 1;
	     level < sizeof(x->counts) / sizeof(*x->counts); level++)
		x->counts[level] = 0;
	if (!plan->number.there)
		return STR_NONE;
	return number_text(x, &plan->number, ++x->counts[plan->level]);
}

static void expand_paragraph(struct expansion *x, const struct plan_block *plan)
{
	struct slot_text given = {.there = false};
	struct text text;
	struct block *block;

	if (plan->slot != NULL)
		given = find_text(x, plan->slot);
	if (given.there) {
		expand_unit_text(x, plan, given);
		return;
	}
	text = expand_after(x, heading_number(x, plan), &plan->text);
	if (text.n_runs == 0)
		return;
	block = add_block(x, plan, block_id(x, plan));
	block->kind = BLOCK_PARAGRAPH;
	block->paragraph =
	    (struct paragraph){.style = plan->style,
			       .text = text,
			       .outline = plan->outline,
			       .contents_group = plan->contents_group,
			       .contents_level = plan->contents_level};
	if (plan->slot != NULL)
		block->origin.slot = plan->slot->name;
}

/* 无 for a text that must be there. */
static void expand_missing(struct expansion *x, const struct plan_block *plan)
{
	struct run *run = ARENA_NEW(x->arena, struct run);
	struct block *block;

	report_no_text(x, plan->slot);
	run->text = STR("无");
	block = add_block(x, plan, block_id(x, plan));
	block->kind = BLOCK_PARAGRAPH;
	block->paragraph = (struct paragraph){
	    .style = plan->style, .text = {run, 1}, .contents_group = -1};
}

/* The unit's text, the default blocks, or 无. */
static void expand_part(struct expansion *x, const struct plan_block *plan)
{
	struct str parent = x->parent;
	struct slot_text given = {.there = false};

	if (plan->slot != NULL)
		given = find_text(x, plan->slot);
	if (given.there) {
		expand_unit_text(x, plan, given);
		return;
	}
	if (plan->slot != NULL && plan->slot->required &&
	    plan->content.n == 0) {
		expand_missing(x, plan);
		return;
	}
	x->parent = block_id(x, plan);
	expand_blocks(x, plan->content);
	x->parent = parent;
}

static void expand_choice(struct expansion *x, const struct plan_block *plan)
{
	size_t i;

	for (i = 0; i < plan->n_cases; i++) {
		struct str parent = x->parent;
		struct str id = block_id(x, plan);

		if (!eval_when(x, plan->whens[i]))
			continue;
		x->parent =
		    str_format(x->arena, STR_FMT ".%zu", STR_ARG(id), i + 1);
		expand_blocks(x, plan->cases[i]);
		x->parent = parent;
		return;
	}
}

/* What an item is known by in ids: its key, else its number. */
static struct str item_key(struct expansion *x, const struct plan_block *plan,
			   const struct frame *frame)
{
	struct str key = expand_plain(x, &plan->key);
	struct buf id = {.arena = x->arena};
	size_t i;

	if (key.n == 0 && frame->member != NULL)
		key = frame->member->key;
	if (key.n == 0)
		return str_format(x->arena, "%zu", frame->number);
	for (i = 0; i < key.n; i++)
		buf_add_char(
		    &id, strchr("/ \t\n.", key.s[i]) != NULL ? '_' : key.s[i]);
	return buf_str(&id);
}

static void expand_each(struct expansion *x, const struct plan_block *plan)
{
	const struct frame *around = x->frame;
	struct str parent = x->parent;
	struct str prefix = x->prefix;
	struct str id = block_id(x, plan);
	enum page_start start = x->start;
	size_t n;
	size_t i;
	struct frame *frames = set_frames(x, plan->set, &n);

	for (i = 0; i < n; i++) {
		struct str key;

		x->frame = &frames[i];
		key = item_key(x, plan, &frames[i]);
		x->prefix = str_format(x->arena, STR_FMT "." STR_FMT,
				       STR_ARG(id), STR_ARG(key));
		x->parent = x->prefix;
		if (plan->start != START_RUNNING || i == 0)
			x->start =
			    plan->start != START_RUNNING ? plan->start : start;
		expand_blocks(x, plan->content);
	}
	x->frame = around;
	x->parent = parent;
	x->prefix = prefix;
}

static void expand_contents(struct expansion *x, const struct plan_block *plan)
{
	const struct plan_contents *contents = plan->contents;
	struct contents_group *groups =
	    ARENA_ARRAY(x->arena, contents->n_groups, struct contents_group);
	struct block *block = add_block(x, plan, block_id(x, plan));
	size_t i;

	for (i = 0; i < contents->n_groups; i++) {
		groups[i] = contents->groups[i];
		groups[i].title = expand_text(x, &contents->titles[i]);
	}
	block->kind = BLOCK_CONTENTS;
	block->contents.groups = groups;
	block->contents.n_groups = contents->n_groups;
}

static void expand_table_block(struct expansion *x,
			       const struct plan_block *plan)
{
	struct table table = {.n_rows = 0};
	struct block *block;

	if (plan->kind == PLAN_TABLE)
		expand_table(x, plan->table, &table);
	else
		expand_form(x, plan->form, &table);
	block = add_block(x, plan, block_id(x, plan));
	block->kind = BLOCK_TABLE;
	block->table = table;
}

static void expand_block(struct expansion *x, const struct plan_block *plan)
{
	if (!eval_when(x, plan->when))
		return;
	if (plan->start != START_RUNNING && plan->kind != PLAN_EACH)
		x->start = plan->start;
	switch (plan->kind) {
	case PLAN_PARAGRAPH: expand_paragraph(x, plan); break;
	case PLAN_PART:
	case PLAN_SLOT: expand_part(x, plan); break;
	case PLAN_CHOICE: expand_choice(x, plan); break;
	case PLAN_EACH: expand_each(x, plan); break;
	case PLAN_TABLE:
	case PLAN_FORM: expand_table_block(x, plan); break;
	case PLAN_CONTENTS: expand_contents(x, plan); break;
	}
}

void expand_blocks(struct expansion *x, struct plan_blocks blocks)
{
	size_t i;

	for (i = 0; i < blocks.n; i++)
		expand_block(x, blocks.list[i]);
}
