/* SPDX-License-Identifier: MIT */
/*
 * The members of closed dimensions are the values of input.md; the treasury's
 * three funds make up 财政拨款 and five kinds of income 单位资金
 * (预算管理一体化 规范, names of FUND_TYPE). Codes stand below the longest
 * known code that they begin with; 类 and 款 are there even if no row names
 * them.
 */
#include "budget/dimension.h"

#include <assert.h>
#include <stdlib.h>

#include "base/arena.h"
#include "budget/messages.h"
#include "budget/subjects.h"

/* A value of a closed dimension; depth 0 stands at the top. */
struct built_in_member {
	const char *key;
	int depth;
	bool group; /* no row can have it */
	const char *alias[4];
};

static const struct built_in_member funds[] = {
    {"财政拨款", 0, true, {NULL}},
    {"一般公共预算",
     1,
     false,
     {"一般公共预算资金", "一般公共预算拨款", "一般公共预算财政拨款"}},
    {"政府性基金预算",
     1,
     false,
     {"政府性基金预算资金", "政府性基金预算拨款", "政府性基金预算财政拨款",
      "政府性基金"}},
    {"国有资本经营预算",
     1,
     false,
     {"国有资本经营预算资金", "国有资本经营预算拨款",
      "国有资本经营预算财政拨款", "国有资本经营"}},
    {"财政专户管理资金", 0, false, {NULL}},
    {"单位资金", 0, false, {NULL}},
    {"事业收入", 1, false, {"事业收入资金"}},
    {"事业单位经营收入", 1, false, {"事业单位经营收入资金", "经营收入"}},
    {"上级补助收入", 1, false, {"上级补助收入资金"}},
    {"附属单位上缴收入", 1, false, {"附属单位上缴收入资金"}},
    {"其他收入", 1, false, {"其他收入资金"}},
    {NULL, 0, false, {NULL}},
};

static const struct built_in_member sources[] = {
    {"本年", 0, false, {"当年"}},
    {"上年结转", 0, false, {"上年结转结余"}},
    {"使用非财政拨款结余", 0, false, {NULL}},
    {NULL, 0, false, {NULL}},
};

static const struct built_in_member kinds[] = {
    {"基本支出", 0, false, {NULL}},
    {"人员经费", 1, false, {NULL}},
    {"公用经费", 1, false, {NULL}},
    {"项目支出", 0, false, {NULL}},
    {"经营支出", 0, false, {"事业单位经营支出"}},
    {"上缴上级支出", 0, false, {"上解上级支出"}},
    {"对附属单位补助支出", 0, false, {NULL}},
    {"结余分配", 0, false, {NULL}},
    {"年终结转结余", 0, false, {NULL}},
    {NULL, 0, false, {NULL}},
};

static const struct built_in_member sangong_items[] = {
    {"因公出国", 0, true, {NULL}},	{"因公出国教学科研", 1, false, {NULL}},
    {"因公出国其他", 1, false, {NULL}}, {"公务用车", 0, true, {NULL}},
    {"公务用车购置", 1, false, {NULL}}, {"公务用车运行维护", 1, false, {NULL}},
    {"公务接待", 0, false, {NULL}},	{"会议", 0, true, {NULL}},
    {"会议高校业务", 1, false, {NULL}}, {"会议其他", 1, false, {NULL}},
    {"培训", 0, false, {NULL}},		{NULL, 0, false, {NULL}},
};

static const struct built_in_member bases[] = {
    {"预算", 0, false, {NULL}}, {"调整预算", 0, false, {NULL}},
    {"执行", 0, false, {NULL}}, {"决算", 0, false, {NULL}},
    {NULL, 0, false, {NULL}},
};

static const struct built_in_member project_kinds[] = {
    {"1", 0, false, {NULL}},  {"2", 0, false, {NULL}}, {"21", 1, false, {NULL}},
    {"22", 1, false, {NULL}}, {"3", 0, false, {NULL}}, {NULL, 0, false, {NULL}},
};

static const struct built_in_member catalogue[] = {
    {"A", 0, false, {NULL}},
    {"B", 0, false, {NULL}},
    {"C", 0, false, {NULL}},
    {NULL, 0, false, {NULL}},
};

static const struct built_in_member *const built_in[N_DIMENSIONS] = {
    [DIM_FUND] = funds,		 [DIM_SOURCE] = sources,
    [DIM_KIND] = kinds,		 [DIM_SANGONG] = sangong_items,
    [DIM_BASIS] = bases,	 [DIM_PROJECT_KIND] = project_kinds,
    [DIM_CATALOGUE] = catalogue,
};

bool dimension_is_coded(enum dimension_kind kind)
{
	return kind == DIM_FUNCTION || kind == DIM_DEP_ECONOMIC ||
	       kind == DIM_GOV_ECONOMIC || kind == DIM_PROJECT_KIND ||
	       kind == DIM_CATALOGUE;
}

const char *dimension_value(enum dimension_kind kind, size_t n)
{
	const struct built_in_member *value = built_in[kind];

	if (value == NULL || dimension_is_coded(kind))
		return NULL;
	for (; value->key != NULL; value++)
		if (!value->group && n-- == 0)
			return value->key;
	return NULL;
}

size_t dimension_leaf(enum dimension_kind kind)
{
	if (kind == DIM_FUNCTION)
		return 7;
	if (kind == DIM_DEP_ECONOMIC || kind == DIM_GOV_ECONOMIC)
		return 5;
	return 0;
}

int dimension_find(const struct dimension *dimension, struct str key)
{
	uint32_t found = map_find(&dimension->by_key, key);

	return found == MAP_NONE ? -1 : (int)found;
}

void dimension_alias(struct dimension *dimension, struct str key, int member)
{
	map_put(&dimension->by_key, key, (uint32_t)member);
}

int dimension_add(struct reading *reading, enum dimension_kind kind,
		  struct str key)
{
	struct budget *budget = reading->budget;
	struct dimension *dimension = &budget->dimensions[kind];
	int found = dimension_find(dimension, key);

	if (found >= 0)
		return found;
	dimension->members =
	    arena_grow(reading->arena, dimension->members, dimension->n,
		       &dimension->room, sizeof(*dimension->members));
	dimension->members[dimension->n] = (struct member){
	    .code = symbol_of(budget, key),
	    .key = key,
	    .parent = -1,
	    .level = 1,
	    .row = ROW_NONE,
	    .unit = UNIT_ALL,
	};
	dimension_alias(dimension, key, (int)dimension->n);
	return (int)dimension->n++;
}

static void add_built_in(struct reading *reading, enum dimension_kind kind)
{
	struct dimension *dimension = &reading->budget->dimensions[kind];
	const struct built_in_member *value = built_in[kind];
	int above = -1;

	for (; value != NULL && value->key != NULL; value++) {
		int m = dimension_add(reading, kind, str_from(value->key));
		size_t i;

		if (!dimension_is_coded(kind))
			dimension->members[m].name = str_from(value->key);
		dimension->members[m].parent = value->depth > 0 ? above : -1;
		dimension->members[m].group = value->group;
		above = value->depth == 0 ? m : above;
		for (i = 0; i < 3 && value->alias[i] != NULL; i++)
			dimension_alias(dimension, str_from(value->alias[i]),
					m);
	}
}

void dimensions_open(struct reading *reading)
{
	int kind;

	for (kind = 0; kind < N_DIMENSIONS; kind++) {
		struct dimension *dimension =
		    &reading->budget->dimensions[kind];

		dimension->kind = (enum dimension_kind)kind;
		dimension->by_key.arena = reading->arena;
		add_built_in(reading, dimension->kind);
	}
}

/* 类 and 款 of all codes that rows have. */
static void add_implied(struct reading *reading, enum dimension_kind kind)
{
	struct dimension *dimension = &reading->budget->dimensions[kind];
	size_t leaf = dimension_leaf(kind);
	size_t length;
	size_t i;

	for (i = 0; i < dimension->n && dimension_is_coded(kind); i++) {
		struct str above = subject_parent(reading->names, kind,
						  dimension->members[i].key);

		if (above.n > 0)
			dimension_add(reading, kind, above);
	}
	for (length = 3; length < leaf; length += 2) {
		for (i = 0; i < dimension->n; i++) {
			struct str key = dimension->members[i].key;

			if (key.n > length)
				dimension_add(reading, kind,
					      str_slice(key, 0, length));
		}
	}
}

/* The longest known code that the key begins with. */
static int parent_by_prefix(const struct dimension *dimension, struct str key)
{
	while (key.n > 1) {
		int found;

		key.n--;
		found = dimension_find(dimension, key);
		if (found >= 0)
			return found;
	}
	return -1;
}

static int parent_of(struct reading *reading, enum dimension_kind kind, int m)
{
	struct dimension *dimension = &reading->budget->dimensions[kind];
	struct str stated =
	    subject_parent(reading->names, kind, dimension->members[m].key);

	if (stated.n > 0)
		return dimension_find(dimension, stated);
	if (dimension_is_coded(kind))
		return parent_by_prefix(dimension, dimension->members[m].key);
	return dimension->members[m].parent;
}

/* Would a walk from m upwards never end? */
static bool is_in_circle(const struct dimension *dimension, int m)
{
	size_t steps = 0;
	int above = m;

	while (above >= 0 && steps++ <= dimension->n)
		above = dimension->members[above].parent;
	return above >= 0;
}

static void find_parents(struct reading *reading, enum dimension_kind kind)
{
	struct dimension *dimension = &reading->budget->dimensions[kind];
	size_t i;

	for (i = 0; i < dimension->n; i++)
		dimension->members[i].parent = parent_of(reading, kind, (int)i);
	for (i = 0; i < dimension->n; i++) {
		if (!is_in_circle(dimension, (int)i))
			continue;
		DIAG(reading->sink, &BUDGET_CIRCLE, PLACE_NONE,
		     str_from(dimension_name(kind)), dimension->members[i].key);
		dimension->members[i].parent = -1;
	}
}

struct order_key {
	struct str key;
	size_t index;
};

static int compare_codes(const void *a, const void *b)
{
	const struct order_key *x = a;
	const struct order_key *y = b;
	int order = str_compare(x->key, y->key);

	if (order != 0)
		return order;
	return x->index < y->index ? -1 : x->index > y->index;
}

/* Links of a forest by index; -1: none. */
struct forest {
	int *first, *last, *next;
	int first_root, last_root;
};

static void forest_link(struct forest *forest, int m, int parent)
{
	int *first = parent < 0 ? &forest->first_root : &forest->first[parent];
	int *last = parent < 0 ? &forest->last_root : &forest->last[parent];

	if (*last < 0)
		*first = m;
	else
		forest->next[*last] = m;
	*last = m;
}

/* Siblings in order: codes sorted, others as they came. */
static struct forest forest_of(const struct dimension *dimension,
			       struct arena *arena)
{
	size_t n = dimension->n;
	struct order_key *order = ARENA_ARRAY(arena, n, struct order_key);
	struct forest forest = {ARENA_ARRAY(arena, n, int),
				ARENA_ARRAY(arena, n, int),
				ARENA_ARRAY(arena, n, int), -1, -1};
	size_t i;

	for (i = 0; i < n; i++) {
		order[i] = (struct order_key){dimension->members[i].key, i};
		forest.first[i] = forest.last[i] = forest.next[i] = -1;
	}
	if (dimension_is_coded(dimension->kind) && n > 0)
		qsort(order, n, sizeof(*order), compare_codes);
	for (i = 0; i < n; i++)
		forest_link(&forest, (int)order[i].index,
			    dimension->members[order[i].index].parent);
	return forest;
}

/* Numbers of the members in pre-order: new_index[old]. */
static int *pre_order(const struct dimension *dimension, struct arena *arena)
{
	struct forest forest = forest_of(dimension, arena);
	int *new_index = ARENA_ARRAY(arena, dimension->n + 1, int);
	int m = forest.first_root;
	int n = 0;

	while (m >= 0) {
		new_index[m] = n++;
		if (forest.first[m] >= 0) {
			m = forest.first[m];
			continue;
		}
		while (m >= 0 && forest.next[m] < 0)
			m = dimension->members[m].parent;
		if (m >= 0)
			m = forest.next[m];
	}
	assert((size_t)n == dimension->n);
	return new_index;
}

static void move_members(struct dimension *dimension, const int *new_index,
			 struct arena *arena)
{
	struct member *moved = ARENA_ARRAY(arena, dimension->n, struct member);
	size_t i;

	for (i = 0; i < dimension->n; i++) {
		struct member member = dimension->members[i];

		if (member.parent >= 0)
			member.parent = new_index[member.parent];
		moved[new_index[i]] = member;
	}
	dimension->members = moved;
	dimension->room = dimension->n;
	for (i = 0; i < dimension->n; i++) {
		struct member *member = &moved[i];

		member->last = (int)i;
		if (member->parent >= 0)
			member->level = moved[member->parent].level + 1;
	}
	for (i = dimension->n; i-- > 0;)
		if (moved[i].parent >= 0 &&
		    moved[moved[i].parent].last < moved[i].last)
			moved[moved[i].parent].last = moved[i].last;
	for (i = 0; i < dimension->by_key.n_entries; i++) {
		struct map_entry *entry = &dimension->by_key.entries[i];

		if (entry->number != 0)
			entry->number =
			    (uint32_t)new_index[entry->number - 1] + 1;
	}
}

/* The columns of all relations say the new numbers; members with rows, and
 * those above them, are in use. */
static void renumber(struct reading *reading, enum dimension_kind kind,
		     const int *new_index)
{
	struct budget *budget = reading->budget;
	struct member *members = budget->dimensions[kind].members;
	size_t r;
	size_t f;
	size_t row;

	for (r = 0; r < budget->n_relations; r++) {
		const struct relation *relation = &budget->relations[r];

		for (f = 0; f < relation->schema->n_fields; f++) {
			int32_t *column = relation->columns[f].members;

			if (relation->schema->fields[f].dimension != kind)
				continue;
			for (row = 0; row < relation->n_rows; row++) {
				if (column[row] < 0)
					continue;
				column[row] = new_index[column[row]];
				members[column[row]].used = true;
			}
		}
	}
}

static void mark_used_above(struct dimension *dimension)
{
	size_t i;

	for (i = dimension->n; i-- > 0;) {
		const struct member *member = &dimension->members[i];

		if (member->used && member->parent >= 0)
			dimension->members[member->parent].used = true;
	}
}

static void dimension_settle(struct reading *reading, enum dimension_kind kind)
{
	struct dimension *dimension = &reading->budget->dimensions[kind];
	const int *new_index;
	size_t i;

	add_implied(reading, kind);
	find_parents(reading, kind);
	new_index = pre_order(dimension, reading->arena);
	/* What name columns said is kept by member. */
	noted_names_take(reading, kind);
	move_members(dimension, new_index, reading->arena);
	renumber(reading, kind, new_index);
	mark_used_above(dimension);
	for (i = 0; kind == DIM_UNIT && i < reading->budget->n_units; i++)
		reading->budget->units[i].member =
		    new_index[reading->budget->units[i].member];
}

void dimensions_settle(struct reading *reading)
{
	int kind;

	for (kind = DIM_NONE + 1; kind < N_DIMENSIONS; kind++)
		dimension_settle(reading, (enum dimension_kind)kind);
}

bool member_is_below(const struct dimension *dimension, int m, int parent)
{
	return m >= parent && m <= dimension->members[parent].last;
}
