/* SPDX-License-Identifier: MIT */
/* The items of sets. */
#include "template/expand.h"

/* Frames in the making; all stand on what was around. */
struct frames {
	struct expansion *x;
	const struct plan_set *set;
	struct frame *list;
	size_t n;
};

static struct frame *add_frame(struct frames *frames)
{
	struct frame *frame = &frames->list[frames->n++];

	*frame = (struct frame){.up = frames->x->frame, .set = frames->set};
	return frame;
}

static void add_records(struct frames *frames, int relation,
			const uint32_t *rows, size_t n)
{
	size_t i;

	frames->list = ARENA_ARRAY(frames->x->arena, n, struct frame);
	for (i = 0; i < n; i++) {
		struct frame *frame = add_frame(frames);

		frame->relation = relation;
		frame->row = rows[i];
	}
}

static void inner_records(struct frames *frames)
{
	struct expansion *x = frames->x;
	const struct frame *around = x->frame;

	if (around->member == NULL) {
		add_records(frames, around->relation, around->rows,
			    around->n_rows);
		return;
	}
	{
		const struct plan_select *item = around->set->item;
		struct selection *selection = selection_of(x, item);
		size_t n;
		uint32_t *rows =
		    select_rows(selection, &x->scope,
				bindings_of(x, item->binds, item->n_binds),
				item->n_binds, x->arena, &n);

		add_records(frames, select_relation(selection), rows, n);
	}
}

static bool has_level(const struct plan_set *set, const struct member *member)
{
	return set->levels == 0 ||
	       (member->level < 32 && (set->levels & 1u << member->level) != 0);
}

static void add_members(struct frames *frames, struct selection *selection,
			const struct binding *bindings,
			struct column_ref column, enum dimension_kind kind)
{
	struct expansion *x = frames->x;
	const struct dimension *dimension = &x->budget->dimensions[kind];
	size_t n, i;
	int *members =
	    select_members(selection, &x->scope, bindings,
			   frames->set->from->n_binds, column, x->arena, &n);

	frames->list = ARENA_ARRAY(x->arena, n, struct frame);
	for (i = 0; i < n; i++) {
		const struct member *member = &dimension->members[members[i]];

		if (has_level(frames->set, member))
			add_frame(frames)->member = member;
	}
}

static struct str column_text(const struct expansion *x,
			      struct column_ref column, uint32_t row)
{
	return record_text(x->budget, column, row);
}

/* One frame for each value, in order of appearance, with its rows. */
static void add_groups(struct frames *frames, int relation,
		       const uint32_t *rows, size_t n, struct column_ref column)
{
	struct expansion *x = frames->x;
	struct map index = {.arena = x->arena};
	size_t *counts = ARENA_ARRAY(x->arena, n, size_t);
	uint32_t **lists = ARENA_ARRAY(x->arena, n, uint32_t *);
	size_t i;

	frames->list = ARENA_ARRAY(x->arena, n, struct frame);
	for (i = 0; i < n; i++) {
		struct str value = column_text(x, column, rows[i]);
		uint32_t at = map_find(&index, value);

		if (at == MAP_NONE) {
			at = (uint32_t)frames->n;
			(void)map_put(&index, value, at);
			lists[at] = ARENA_ARRAY(x->arena, n - i, uint32_t);
			*add_frame(frames) =
			    (struct frame){.up = x->frame,
					   .set = frames->set,
					   .relation = relation,
					   .group = value,
					   .rows = lists[at]};
		}
		lists[at][counts[at]++] = rows[i];
		frames->list[at].n_rows = counts[at];
	}
}

static void selected(struct frames *frames)
{
	struct expansion *x = frames->x;
	const struct plan_set *set = frames->set;
	struct selection *selection = selection_of(x, set->from);
	struct binding *bindings =
	    bindings_of(x, set->from->binds, set->from->n_binds);
	struct column_ref column = {-1, -1, -1};
	int relation;
	uint32_t *rows;
	size_t n;

	if (selection == NULL)
		return;
	relation = select_relation(selection);
	if (set->kind != SET_RECORDS &&
	    !select_column(set->column, x->budget, relation,
			   spot_place(&set->spot, 0), x->sink, &column))
		return;
	if (set->kind == SET_MEMBERS) {
		add_members(frames, selection, bindings, column,
			    set->dimension);
		return;
	}
	rows = select_rows(selection, &x->scope, bindings, set->from->n_binds,
			   x->arena, &n);
	if (set->kind == SET_GROUPS)
		add_groups(frames, relation, rows, n, column);
	else
		add_records(frames, relation, rows, n);
}

static void add_lines(struct frames *frames)
{
	struct expansion *x = frames->x;
	const struct expr *field = frames->set->lines;
	const struct frame *frame = frame_at(x, field->depth);
	size_t n, i;
	struct str *lines = record_lines(x->budget, field_of(field, frame),
					 frame->row, x->arena, &n);

	frames->list = ARENA_ARRAY(x->arena, n, struct frame);
	for (i = 0; i < n; i++)
		add_frame(frames)->line = lines[i];
}

/* Leaves out what the set's when does; numbers the rest. */
static void keep_wanted(struct frames *frames)
{
	struct expansion *x = frames->x;
	const struct frame *around = x->frame;
	size_t n = 0;
	size_t i;

	for (i = 0; i < frames->n; i++) {
		x->frame = &frames->list[i];
		if (eval_when(x, frames->set->when))
			frames->list[n++] = frames->list[i];
	}
	x->frame = around;
	frames->n = n;
	for (i = 0; i < n; i++) {
		frames->list[i].number = i + 1;
		frames->list[i].total = n;
	}
}

struct frame *set_frames(struct expansion *x, const struct plan_set *set,
			 size_t *n)
{
	struct frames frames = {.x = x, .set = set};

	if (set->kind == SET_LINES)
		add_lines(&frames);
	else if (set->kind == SET_INNER)
		inner_records(&frames);
	else
		selected(&frames);
	keep_wanted(&frames);
	*n = frames.n;
	return frames.list;
}
