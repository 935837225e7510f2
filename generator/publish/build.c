/* SPDX-License-Identifier: MIT */
#include "publish/build.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/map.h"
#include "budget/budget.h"
#include "publish/county.h"
#include "publish/faults.h"
#include "publish/messages.h"
#include "publish/name.h"
#include "read/read.h"
#include "read/sources.h"
#include "tables/sheets.h"
#include "template/template.h"

/* A template that some unit uses; template is NULL if it cannot be used. */
struct used_template {
	struct str id;
	struct template *template;
	struct edition *edition;
};

struct used_templates {
	struct used_template *list;
	size_t n;
	size_t room;
};

/* What templates add to the tables of the input. */
struct declared {
	const struct schema **tables;
	size_t n_tables, room_tables;
	struct str *texts; /* 栏目 */
	size_t n_texts, room_texts;
};

static struct used_template *find_used(const struct used_templates *used,
				       struct str id)
{
	size_t i;

	for (i = 0; i < used->n; i++)
		if (str_equal(used->list[i].id, id))
			return &used->list[i];
	return NULL;
}

static void use_template(struct build *build, struct used_templates *used,
			 struct str id, struct diag_sink *sink)
{
	struct str folder =
	    file_join(build->task->data, STR("templates"), build->arena);
	struct used_template entry = {.id = id};

	if (id.n == 0 || find_used(used, id) != NULL)
		return;
	entry.template = template_load(folder, id, build->arena, sink);
	used->list = arena_grow(build->arena, used->list, used->n, &used->room,
				sizeof(*used->list));
	used->list[used->n++] = entry;
}

/* Index of the column of that name, -1: none. */
static int column_of(const struct sheet *sheet, struct str heading)
{
	size_t i;

	for (i = 0; i < sheet->n_columns; i++)
		if (str_equal(str_trim(sheet->columns[i].heading), heading))
			return (int)i;
	return -1;
}

static void load_templates_of(struct build *build, struct used_templates *used,
			      const struct sheet *units, struct diag_sink *sink)
{
	int column = column_of(units, STR("模板"));
	size_t i;

	for (i = 0; column >= 0 && i < units->n_rows; i++)
		use_template(build, used,
			     str_trim(units->rows[i].cells[column].text), sink);
}

/* Templates are loaded before the budget is read, since they may declare
 * tables of their own: so 单位 is looked at here first. */
static void load_templates(struct build *build, struct used_templates *used,
			   const struct sheets *sheets, struct diag_sink *sink)
{
	size_t i;

	if (build->task->template_id.n > 0) {
		use_template(build, used, build->task->template_id, sink);
		return;
	}
	for (i = 0; i < sheets->n; i++)
		if (str_is(sheets->list[i].name, "单位"))
			load_templates_of(build, used, &sheets->list[i], sink);
}

/* Tables and texts that a template declares, for the reading. */
static void add_declared(struct build *build, const struct template *template,
			 struct declared *declared)
{
	size_t n;
	size_t i;
	const struct schema *const *tables = template_tables(template, &n);
	const struct template_text *texts;

	for (i = 0; i < n; i++) {
		declared->tables = arena_grow(
		    build->arena, declared->tables, declared->n_tables,
		    &declared->room_tables, sizeof(*declared->tables));
		declared->tables[declared->n_tables++] = tables[i];
	}
	texts = template_texts(template, &n);
	for (i = 0; i < n; i++) {
		declared->texts =
		    arena_grow(build->arena, declared->texts, declared->n_texts,
			       &declared->room_texts, sizeof(*declared->texts));
		declared->texts[declared->n_texts++] = texts[i].name;
	}
}

static struct budget *read_budget(struct build *build,
				  const struct used_templates *used,
				  const struct sheets *sheets,
				  struct diag_sink *sink)
{
	struct sheets *subjects = ARENA_NEW(build->arena, struct sheets);
	struct declared declared = {.n_tables = 0};
	size_t i;

	subjects->arena = build->arena;
	read_input(subjects,
		   file_join(build->task->data, STR("templates/subjects"),
			     build->arena),
		   sink);
	for (i = 0; i < used->n; i++)
		if (used->list[i].template != NULL)
			add_declared(build, used->list[i].template, &declared);
	return budget_read(
	    sheets,
	    &(struct budget_options){.subjects = subjects,
				     .further = declared.tables,
				     .n_further = declared.n_tables,
				     .texts = declared.texts,
				     .n_texts = declared.n_texts},
	    build->arena, sink);
}

static void bind_templates(struct build *build, struct used_templates *used,
			   struct diag_sink *sink)
{
	const struct template **loaded =
	    ARENA_ARRAY(build->arena, used->n + 1, const struct template *);
	size_t n = 0;
	size_t i;

	for (i = 0; i < used->n; i++) {
		struct used_template *entry = &used->list[i];

		if (entry->template == NULL)
			continue;
		loaded[n++] = entry->template;
		entry->edition = template_bind(entry->template, build->budget,
					       build->arena, sink);
	}
	/* What no template understands can be told only if all could be read.
	 */
	if (n == used->n)
		template_check_input(loaded, n, build->budget, sink);
}

static bool is_wanted(const struct build_task *task, struct str code)
{
	size_t i;

	for (i = 0; i < task->n_units; i++)
		if (str_equal(task->units[i], code))
			return true;
	return task->n_units == 0;
}

/* Documents of a department and its units stand in one folder. */
static struct str folder_of(const struct build *build, const struct unit *unit)
{
	while (unit->parent >= 0)
		unit = &build->budget->units[unit->parent];
	return name_of_folder(unit->code, unit->name, build->arena);
}

static void add_job(struct build *build, const struct unit *unit,
		    const struct used_template *entry)
{
	build->jobs[build->n_jobs++] = (struct build_job){
	    .unit = (int)(unit - build->budget->units),
	    .code = unit->code,
	    .name = unit->name,
	    .key =
		str_format(build->arena, STR_FMT "/%d/" STR_FMT,
			   STR_ARG(unit->code), unit->year, STR_ARG(entry->id)),
	    .template_id = entry->id,
	    .edition = entry->edition,
	    .folder = folder_of(build, unit),
	};
}

/* Would its files bear the names of another unit's? Codes may differ by no
 * more than what a file name cannot hold. */
static bool is_name_taken(struct build *build, struct map *names,
			  const struct unit *unit, struct diag_sink *sink)
{
	struct str name = name_of_folder(unit->code, unit->name, build->arena);

	if (map_put(names,
		    file_join(folder_of(build, unit), name, build->arena),
		    1) == MAP_NONE)
		return false;
	DIAG(sink, &BUILD_SAME_NAME,
	     budget_place(build->budget,
			  budget_relation(build->budget, STR("单位")),
			  unit->row, -1),
	     name);
	return true;
}

static void add_jobs(struct build *build, const struct used_templates *used,
		     struct diag_sink *sink)
{
	const struct budget *budget = build->budget;
	struct map names = {.arena = build->arena};
	size_t i;

	build->jobs =
	    ARENA_ARRAY(build->arena, budget->n_units, struct build_job);
	for (i = 0; i < budget->n_units; i++) {
		const struct unit *unit = &budget->units[i];
		struct str id = build->task->template_id.n > 0
				    ? build->task->template_id
				    : unit->template_id;
		const struct used_template *entry = find_used(used, id);

		if (unit->template_id.n == 0 && build->task->n_units == 0)
			continue;
		if (entry != NULL && unit->is_public &&
		    is_wanted(build->task, unit->code) &&
		    !is_name_taken(build, &names, unit, sink))
			add_job(build, unit, entry);
	}
}

/* Says once of each template that cannot be used how many units that stops. */
static void report_unusable(const struct build *build,
			    const struct used_templates *used,
			    struct diag_sink *sink)
{
	size_t i;
	size_t k;

	for (i = 0; i < used->n; i++) {
		size_t n = 0;

		for (k = 0; k < build->n_jobs; k++)
			n += build->jobs[k].edition == NULL &&
			     str_equal(build->jobs[k].template_id,
				       used->list[i].id);
		if (n > 0)
			DIAG(sink, &BUILD_TEMPLATE, PLACE_NONE,
			     used->list[i].id,
			     str_format(build->arena, "%zu", n));
	}
}

static bool has_job(const struct build *build, struct str code)
{
	size_t i;

	for (i = 0; i < build->n_jobs; i++)
		if (str_equal(build->jobs[i].code, code))
			return true;
	return false;
}

/* Reports units that were asked for and have no document. */
static bool check_wanted(const struct build *build, struct diag_sink *sink)
{
	const struct build_task *task = build->task;
	bool ok = true;
	size_t i;

	for (i = 0; i < task->n_units; i++) {
		if (has_job(build, task->units[i]))
			continue;
		DIAG(sink, &BUILD_NO_UNIT, PLACE_NONE, task->units[i]);
		ok = false;
	}
	if (task->n_units > 0 || build->n_jobs > 0)
		return ok;
	if (task->template_id.n > 0)
		DIAG(sink, &BUILD_NOTHING_OF, PLACE_NONE, task->template_id);
	else
		DIAG0(sink, &BUILD_NOTHING, PLACE_NONE);
	return ok;
}

static bool read_data(struct sheets *sheets, const struct build_task *task,
		      struct diag_sink *sink)
{
	struct arena *arena = sheets->arena;
	struct str folder =
	    file_join(task->data, STR("templates/sources"), arena);
	struct str source = STR_NONE;

	if (task->source.n > 0 &&
	    !sources_find(folder, task->source, arena, sink, &source))
		return false;
	return read_inputs(sheets, task->inputs, task->n_inputs, source, sink);
}

/* Errors of the input that each document must answer for. */
static void count_faults(const struct build *build, const struct sheets *sheets,
			 const struct diag_sink *messages)
{
	struct fault_input input = {
	    .sheets = sheets,
	    .budget = build->budget,
	    .paths = build->task->inputs,
	    .n_paths = build->task->n_inputs,
	    .templates =
		file_join(build->task->data, STR("templates"), build->arena)};
	struct faults faults = faults_of(messages, &input, build->arena);
	size_t i;

	for (i = 0; i < build->n_jobs; i++)
		build->jobs[i].n_faults =
		    faults.of_all + faults.of_unit[build->jobs[i].unit];
}

static bool read_and_bind(struct build *build, struct sheets *sheets,
			  struct diag_sink *sink)
{
	struct used_templates used = {.n = 0};

	if (!read_data(sheets, build->task, sink))
		return false;
	load_templates(build, &used, sheets, sink);
	build->budget = read_budget(build, &used, sheets, sink);
	if (build->budget == NULL)
		return false;
	build->county = county_open(build->budget, build->arena);
	bind_templates(build, &used, sink);
	add_jobs(build, &used, sink);
	report_unusable(build, &used, sink);
	return check_wanted(build, sink);
}

bool build_open(struct build *build, const struct build_task *task,
		struct arena *arena, struct diag_sink *sink)
{
	struct sheets *sheets = ARENA_NEW(arena, struct sheets);
	struct diag_sink *found = diag_open(arena);
	bool ok;
	size_t i;

	/* Every error counts, though not all are told. */
	found->most_per_kind = SIZE_MAX;
	/* Cells are wanted until the budget stands: half of what was read. */
	sheets->arena = arena;
	sheets->cells = arena_open();
	*build = (struct build){.arena = arena, .task = task, .input = found};
	ok = read_and_bind(build, sheets, found);
	for (i = 0; i < found->n; i++)
		diag_add(sink, &found->list[i]);
	if (ok)
		count_faults(build, sheets, found);
	arena_close(sheets->cells);
	sheets->cells = NULL;
	return ok;
}
