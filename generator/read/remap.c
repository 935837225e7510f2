/* SPDX-License-Identifier: MIT */
#include "read/remap.h"

#include "base/arena.h"
#include "read/messages.h"
#include "read/remapping.h"

static const struct str *file_headings(const struct remap *remap)
{
	const struct block *block = &remap->plan->block;
	struct str *headings =
	    ARENA_ARRAY(remap->arena, block->n_columns, struct str);
	size_t c;

	for (c = 0; c < block->n_columns; c++)
		headings[c] = block_path(block, (int32_t)c + 1, remap->arena);
	return headings;
}

static struct sheet sheet_of(const struct remap *remap)
{
	const struct plan *plan = remap->plan;
	struct sheet_column *columns =
	    ARENA_ARRAY(remap->arena, plan->n_columns, struct sheet_column);
	size_t c;

	for (c = 0; c < plan->n_columns; c++)
		columns[c] = (struct sheet_column){plan->columns[c].heading,
						   plan->columns[c].column};
	return (struct sheet){
	    .name = plan->table,
	    .place = plan->raw->place,
	    .heading_line = plan->raw->rows[plan->block.bottom].line,
	    .file_headings = file_headings(remap),
	    .n_file_headings = plan->block.n_columns,
	    .columns = columns,
	    .n_columns = plan->n_columns,
	    .rows = remap->rows,
	    .n_rows = remap->n_rows,
	};
}

static void report_left_out(const struct remap *remap,
			    const struct left_out *left,
			    const struct diag_kind *kind)
{
	if (left->n > 0)
		DIAG(remap->sink, kind, left->first,
		     str_format(remap->sink->arena, "%zu", left->n),
		     remap->plan->table);
}

static void report_no_level(const struct remap *remap)
{
	if (remap->no_level.n > 0)
		DIAG(remap->sink, &READ_MAP_LEVEL, remap->no_level.first,
		     str_format(remap->sink->arena, "%zu", remap->no_level.n),
		     remap->first_no_level, remap->plan->table);
}

static bool remap_table(struct mapping *mapping, const struct raw_sheet *raw,
			struct plan *plan, struct sheets *sheets)
{
	struct remap remap = {
	    .plan = plan,
	    .arena = mapping->arena,
	    .sink = mapping->sink,
	    .made =
		ARENA_ARRAY(mapping->arena, plan->n_columns, struct sheet_cell),
	    .own =
		ARENA_ARRAY(mapping->arena, plan->n_columns, struct sheet_cell),
	    .above = ARENA_ARRAY(mapping->arena, plan->n_columns, struct str),
	    .known = ARENA_ARRAY(mapping->arena, plan->n_columns, struct str),
	    .seen = {.arena = mapping->arena},
	};
	struct sheet sheet;

	remap_rows(&remap);
	sheet = sheet_of(&remap);
	sheets_add(sheets, &sheet);
	DIAG(remap.sink, &READ_MAP_READ, raw->place,
	     str_format(remap.sink->arena, "%zu", remap.n_rows), plan->table);
	report_left_out(&remap, &remap.no_amount, &READ_MAP_NO_AMOUNT);
	report_left_out(&remap, &remap.filtered, &READ_MAP_FILTERED);
	report_left_out(&remap, &remap.sums, &READ_MAP_SUMS);
	report_left_out(&remap, &remap.no_key, &READ_MAP_NO_KEY);
	report_left_out(&remap, &remap.headings, &READ_HEADINGS_AGAIN);
	report_no_level(&remap);
	return true;
}

/* Does the rule give a column of that sheet to a table (empty: any)? */
static bool makes(const struct map_rule *rule, struct str table,
		  const struct raw_sheet *raw, struct str file, bool alone,
		  struct arena *arena)
{
	return map_rule_reads(rule) &&
	       (table.n == 0 || str_equal(rule->table, table)) &&
	       map_rule_fits(rule, raw->name, file, alone, arena);
}

/* Is the rule the first that makes its table of this sheet? */
static bool begins_table(const struct mapping *mapping, size_t rule,
			 const struct raw_sheet *raw, struct str file,
			 bool alone)
{
	const struct map_rule *rules = mapping->rules;
	struct arena *arena = mapping->arena;
	size_t i;

	if (!makes(&rules[rule], STR_NONE, raw, file, alone, arena))
		return false;
	for (i = 0; i < rule; i++)
		if (makes(&rules[i], rules[rule].table, raw, file, alone,
			  arena))
			return false;
	return true;
}

bool remap_sheet(struct mapping *mapping, const struct raw_sheet *raw,
		 struct str file, bool alone, struct sheets *sheets)
{
	bool any = false;
	struct plan plan;
	size_t i;

	for (i = 0; raw->n_rows > 0 && i < mapping->n_rules; i++)
		if (begins_table(mapping, i, raw, file, alone) &&
		    plan_make(&plan, mapping, raw, mapping->rules[i].table,
			      file, alone))
			any = remap_table(mapping, raw, &plan, sheets) || any;
	return any;
}
