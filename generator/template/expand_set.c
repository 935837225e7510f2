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
		frame->rows = &rows[i];
		frame->n_rows = 1;
	}
}

/* The rows that a set is made of. */
struct row_list {
	int relation;
	const uint32_t *rows;
	size_t n;
};

static struct row_list selected_rows(struct expansion *x,
				     const struct plan_select *select)
{
	struct selection *selection = selection_of(x, select);
	struct row_list list = {.relation = -1};

	if (selection == NULL)
		return list;
	list.relation = select_relation(selection);
	list.rows = select_rows(selection, &x->scope,
				bindings_of(x, select->binds, select->n_binds),
				select->n_binds, x->arena, &list.n);
	return list;
}

static struct row_list rows_of(struct expansion *x, const struct plan_set *set)
{
	const struct frame *around = x->frame;

	if (!set->inner)
		return selected_rows(x, set->from);
	if (around->member != NULL)
		return selected_rows(x, around->set->item);
	return (struct row_list){around->relation, around->rows,
				 around->n_rows};
}

static bool has_level(const struct plan_set *set, const struct member *member)
{
	return set->levels == 0 ||
	       (member->level < 32 && (set->levels & 1u << member->level) != 0);
}

/* Where the records of projects and units stand. */
static int record_relation(const struct budget *budget,
			   enum dimension_kind kind)
{
	if (kind == DIM_PROJECT)
		return budget_relation(budget, STR("项目"));
	return kind == DIM_UNIT ? budget_relation(budget, STR("单位")) : -1;
}

static void add_member(struct frames *frames, const struct member *member,
		       int relation)
{
	struct frame *frame = add_frame(frames);

	frame->member = member;
	frame->relation = member->row == ROW_NONE ? -1 : relation;
	frame->row = member->row;
}

static void add_members(struct frames *frames, struct selection *selection,
			const struct binding *bindings,
			struct column_ref column, enum dimension_kind kind)
{
	struct expansion *x = frames->x;
	const struct dimension *dimension = &x->budget->dimensions[kind];
	size_t n;
	size_t i;
	int *members =
	    select_members(selection, &x->scope, bindings,
			   frames->set->from->n_binds, column, x->arena, &n);

	int relation = record_relation(x->budget, kind);

	frames->list = ARENA_ARRAY(x->arena, n, struct frame);
	for (i = 0; i < n; i++) {
		const struct member *member = &dimension->members[members[i]];

		if (has_level(frames->set, member))
			add_member(frames, member, relation);
	}
}

/* A group for each value, in order of appearance; rows without a value stand
 * alone. */
static void add_groups(struct frames *frames, const struct row_list *list,
		       struct column_ref column)
{
	struct expansion *x = frames->x;
	struct map index = {.arena = x->arena};
	uint32_t **rows = ARENA_ARRAY(x->arena, list->n, uint32_t *);
	size_t i;

	frames->list = ARENA_ARRAY(x->arena, list->n, struct frame);
	for (i = 0; i < list->n; i++) {
		struct str value =
		    record_text(x->budget, column, list->rows[i]);
		uint32_t at = map_find(&index, value);
		struct frame *frame;

		if (at == MAP_NONE || value.n == 0) {
			at = (uint32_t)frames->n;
			(void)map_put(&index, value, at);
			rows[at] = ARENA_ARRAY(x->arena, list->n - i, uint32_t);
			frame = add_frame(frames);
			frame->relation = list->relation;
			frame->row = list->rows[i];
			frame->rows = rows[at];
		}
		frame = &frames->list[at];
		rows[at][frame->n_rows++] = list->rows[i];
	}
}

/* The codes that groups stand for. */
static void name_groups(struct frames *frames, struct column_ref column,
			enum dimension_kind kind)
{
	const struct budget *budget = frames->x->budget;
	size_t i;

	for (i = 0; i < frames->n; i++) {
		int member = record_member(budget, column, frames->list[i].row);

		if (member >= 0)
			frames->list[i].value =
			    &budget->dimensions[kind].members[member];
	}
}

/* Groups of a column of codes stand in the order of the codes. */
static void sort_groups(struct frames *frames, struct column_ref column)
{
	const struct budget *budget = frames->x->budget;
	size_t i;
	size_t j;

	for (i = 1; i < frames->n; i++) {
		for (j = i; j > 0; j--) {
			struct frame *a = &frames->list[j - 1];
			struct frame *b = &frames->list[j];
			struct frame swapped = *a;

			if (record_member(budget, column, a->row) <=
			    record_member(budget, column, b->row))
				break;
			*a = *b;
			*b = swapped;
		}
	}
}

static void selected(struct frames *frames)
{
	struct expansion *x = frames->x;
	const struct plan_set *set = frames->set;
	struct row_list list = rows_of(x, set);
	struct column_ref column;

	if (list.relation < 0)
		return;
	if (set->kind == SET_RECORDS) {
		add_records(frames, list.relation, list.rows, list.n);
		return;
	}
	if (!select_column(set->column, x->budget, list.relation,
			   spot_place(&set->spot, 0), x->sink, &column))
		return;
	add_groups(frames, &list, column);
	if (set->dimension == DIM_NONE)
		return;
	name_groups(frames, column, set->dimension);
	sort_groups(frames, column);
}

static void selected_members(struct frames *frames)
{
	struct expansion *x = frames->x;
	const struct plan_set *set = frames->set;
	struct selection *selection = selection_of(x, set->from);
	struct column_ref column;

	if (selection != NULL &&
	    select_column(set->column, x->budget, select_relation(selection),
			  spot_place(&set->spot, 0), x->sink, &column))
		add_members(
		    frames, selection,
		    bindings_of(x, set->from->binds, set->from->n_binds),
		    column, set->dimension);
}

static void add_lines(struct frames *frames)
{
	struct expansion *x = frames->x;
	const struct expr *field = frames->set->lines;
	const struct frame *frame = frame_at(x, field->depth);
	struct column_ref column = frame_field(field, frame);
	struct str *lines;
	size_t n;
	size_t i;

	if (record_kept_back(x->budget, column, frame->row))
		return;
	lines = record_lines(x->budget, column, frame->row, x->arena, &n);
	frames->list = ARENA_ARRAY(x->arena, n, struct frame);
	for (i = 0; i < n; i++)
		add_frame(frames)->line =
		    field_words(x, column, frame->row, lines[i]);
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
	else if (set->kind == SET_MEMBERS)
		selected_members(&frames);
	else
		selected(&frames);
	keep_wanted(&frames);
	*n = frames.n;
	return frames.list;
}
