/* SPDX-License-Identifier: MIT */
#include "publish/blank.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "budget/budget.h"
#include "publish/blank_maker.h"
#include "publish/build.h"
#include "publish/messages.h"

struct str blank_successor(const struct blank_maker *maker, struct str id)
{
	const struct template_info *own = NULL;
	struct str year = str_format(maker->arena, "%d", maker->year);
	size_t i;

	if (id.n == 0 || maker->task->template_id.n > 0)
		return id.n == 0 ? id : maker->task->template_id;
	for (i = 0; i < maker->n_infos; i++)
		if (str_equal(maker->infos[i].id, id))
			own = &maker->infos[i];
	for (i = 0; own != NULL && i < maker->n_infos; i++) {
		const struct template_info *info = &maker->infos[i];

		if (!info->abstract && str_equal(info->family, own->family) &&
		    str_equal(info->year, year) &&
		    info->departments >= own->departments &&
		    info->units >= own->units)
			return info->id;
	}
	return id;
}

/* Loads a template once; false: reported. */
static bool use_template(struct blank_maker *maker, struct str id)
{
	const struct template *template;
	size_t i;

	for (i = 0; i < maker->n_templates; i++)
		if (str_equal(template_about(maker->templates[i])->id, id))
			return true;
	template = template_load(maker->folder, id, maker->arena, maker->sink);
	if (template == NULL)
		return false;
	maker->templates[maker->n_templates++] = template;
	return true;
}

static void find_year(struct blank_maker *maker)
{
	struct str year = maker->n_templates == 0
			      ? STR_NONE
			      : template_about(maker->templates[0])->year;
	size_t u;
	size_t i;

	if (maker->last == NULL)
		for (i = 0; i < year.n; i++)
			maker->year = maker->year * 10 + (year.s[i] - '0');
	for (u = 0; maker->last != NULL && u < maker->last->n_units; u++)
		if (maker->wanted[u] &&
		    maker->last->units[u].year + 1 > maker->year)
			maker->year = maker->last->units[u].year + 1;
}

/* The template that was asked for, else those of last year's units. */
static bool use_templates(struct blank_maker *maker)
{
	bool ok = true;
	size_t u;

	if (!template_list(maker->folder, maker->arena, maker->sink,
			   &maker->infos, &maker->n_infos))
		return false;
	maker->templates = ARENA_ARRAY(maker->arena, maker->n_infos + 1,
				       const struct template *);
	if (maker->task->template_id.n > 0)
		return use_template(maker, maker->task->template_id);
	for (u = 0; maker->last != NULL && u < maker->last->n_units; u++) {
		struct str id = maker->last->units[u].template_id;

		if (maker->wanted[u] && id.n > 0)
			ok = use_template(maker, blank_successor(maker, id)) &&
			     ok;
	}
	return ok;
}

/* Is the unit, or one above it, among those asked for? */
static bool is_asked_for(const struct blank_maker *maker, int unit)
{
	const struct blank_task *task = maker->task;
	size_t i;

	for (; unit >= 0; unit = maker->last->units[unit].parent)
		for (i = 0; i < task->n_units; i++)
			if (str_equal(task->units[i],
				      maker->last->units[unit].code))
				return true;
	return task->n_units == 0;
}

static bool choose_units(struct blank_maker *maker)
{
	const struct blank_task *task = maker->task;
	bool ok = true;
	size_t i;

	maker->wanted = ARENA_ARRAY(maker->arena, maker->last->n_units, bool);
	for (i = 0; i < maker->last->n_units; i++)
		maker->wanted[i] = is_asked_for(maker, (int)i);
	for (i = 0; i < task->n_units; i++) {
		if (budget_unit(maker->last, task->units[i]) >= 0)
			continue;
		DIAG(maker->sink, &BLANK_NO_UNIT, PLACE_NONE, task->units[i]);
		ok = false;
	}
	return ok;
}

/* Last year's set, read as for a build. */
static bool read_last(struct blank_maker *maker)
{
	struct build_task task = {
	    .inputs = &maker->task->from,
	    .n_inputs = 1,
	    .source = maker->task->source,
	    .data = maker->task->data,
	};
	struct build build;

	if (maker->task->from.n == 0)
		return true;
	if (!build_open(&build, &task, maker->arena, maker->sink))
		return false;
	maker->last = build.budget;
	return choose_units(maker);
}

static bool refers_to(const struct template *template, const char *table)
{
	size_t n;
	const struct str *needs = template_needs(template, &n);
	size_t i;

	for (i = 0; i < n; i++)
		if (str_is(needs[i], table))
			return true;
	return false;
}

/* Does the template declare what the table holds? */
static bool declares(const struct template *template, const char *table)
{
	size_t n = 0;

	if (str_is(str_from(table), "选项"))
		(void)template_options(template, &n);
	else if (str_is(str_from(table), "指标"))
		(void)template_figures(template, &n);
	else if (str_is(str_from(table), "说明"))
		(void)template_texts(template, &n);
	return n > 0;
}

static bool was_used(const struct blank_maker *maker, const char *table)
{
	int number = maker->last == NULL
			 ? -1
			 : budget_relation(maker->last, str_from(table));
	uint32_t row;

	for (row = 0;
	     number >= 0 && row < maker->last->relations[number].n_rows; row++)
		if (maker->last->relations[number].origins[row].derived_from <
		    0)
			return true;
	return false;
}

/* Every set has the first three; 核对例外 waits for the findings. */
static bool is_needed(const struct blank_maker *maker, const char *table)
{
	static const char *const always[] = {"单位", "支出", "科目",
					     "核对例外"};
	size_t i;

	for (i = 0; i < sizeof(always) / sizeof(always[0]); i++)
		if (str_is(str_from(table), always[i]))
			return true;
	for (i = 0; i < maker->n_templates; i++)
		if (refers_to(maker->templates[i], table) ||
		    declares(maker->templates[i], table))
			return true;
	if (str_is(str_from(table), "更正"))
		return false; /* of what is published already */
	return maker->n_templates == 0 || was_used(maker, table);
}

static bool has_required_texts(const struct blank_maker *maker)
{
	size_t n;
	size_t i;
	size_t k;

	for (i = 0; i < maker->n_templates; i++) {
		const struct template_text *texts =
		    template_texts(maker->templates[i], &n);

		for (k = 0; k < n; k++)
			if (texts[k].required && !texts[k].has_default)
				return true;
	}
	return false;
}

static void add_sheet(struct blank_maker *maker, struct blank_table *tables,
		      const struct schema *schema)
{
	size_t n = maker->blank->n_tables++;
	struct str name = str_from(schema->name);

	tables[n] = (struct blank_table){
	    .data = {.name = name, .schema = schema},
	    .help = str_from(schema->help),
	    .required = schema->required || str_is(name, "支出") ||
			(str_is(name, "说明") && has_required_texts(maker)),
	};
	maker->sheets[n] =
	    (struct blank_sheet){.table = &tables[n], .schema = schema};
	blank_columns(maker, &maker->sheets[n]);
}

static bool is_added(const struct blank_maker *maker, const char *table)
{
	size_t i;

	for (i = 0; i < maker->blank->n_tables; i++)
		if (str_is(maker->blank->tables[i].data.name, table))
			return true;
	return false;
}

static size_t count_further(const struct blank_maker *maker)
{
	size_t all = 0;
	size_t n;
	size_t i;

	for (i = 0; i < maker->n_templates; i++) {
		(void)template_tables(maker->templates[i], &n);
		all += n;
	}
	return all;
}

/* The built-in tables in their order, then those that templates declare. */
static void add_sheets(struct blank_maker *maker)
{
	size_t most = budget_n_schemas + count_further(maker);
	struct blank_table *tables =
	    ARENA_ARRAY(maker->arena, most, struct blank_table);
	size_t n;
	size_t i;
	size_t k;

	maker->sheets = ARENA_ARRAY(maker->arena, most, struct blank_sheet);
	maker->blank->tables = tables;
	for (i = 0; i < budget_n_schemas; i++)
		if (is_needed(maker, budget_schemas[i].name))
			add_sheet(maker, tables, &budget_schemas[i]);
	for (i = 0; i < maker->n_templates; i++) {
		const struct schema *const *further =
		    template_tables(maker->templates[i], &n);

		for (k = 0; k < n; k++)
			if (!is_added(maker, further[k]->name))
				add_sheet(maker, tables, further[k]);
	}
	for (i = 0; i < maker->blank->n_tables; i++) {
		if (maker->last != NULL)
			blank_roll(maker, &maker->sheets[i]);
		blank_prepare(maker, &maker->sheets[i]);
	}
}

bool blank_make(const struct blank_task *task, struct arena *arena,
		struct diag_sink *sink)
{
	struct blank blank = {.n_tables = 0};
	struct blank_maker maker = {
	    .task = task,
	    .arena = arena,
	    .sink = sink,
	    .folder = file_join(task->data, STR("templates"), arena),
	    .blank = &blank,
	};
	struct str bytes;
	bool workbook = str_ends(task->out, STR(".xlsx")) ||
			str_ends(task->out, STR(".XLSX"));

	if (file_exists(task->out) || file_is_folder(task->out)) {
		DIAG0(sink, &BLANK_THERE, (struct place){.file = task->out});
		return false;
	}
	if (!read_last(&maker))
		return false;
	if (maker.last != NULL)
		find_year(&maker);
	if (!use_templates(&maker) || !blank_guide(&maker))
		return false;
	if (maker.last == NULL)
		find_year(&maker);
	blank_lists(&maker);
	add_sheets(&maker);
	if (!workbook)
		return blank_write_folder(&blank, task->out, sink);
	return blank_workbook(&blank, arena, sink, &bytes) &&
	       file_write(task->out, bytes, sink);
}
