/* SPDX-License-Identifier: MIT */
#include "publish/correction.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "budget/budget.h"
#include "check/words.h"
#include "doc/doc.h"
#include "publish/messages.h"
#include "publish/rows.h"
#include "read/read.h"
#include "tables/sheets.h"
#include "template/template.h"

/* Of a comparison of several documents: that of no unit of the input. */
#define NO_UNIT "0"

void reasons_add(struct reasons *reasons, struct str where, struct str text,
		 struct arena *arena)
{
	reasons->list = arena_grow(arena, reasons->list, reasons->n,
				   &reasons->room, sizeof(*reasons->list));
	reasons->list[reasons->n++] = (struct reason){where, text};
}

struct str reason_for(const struct reasons *reasons,
		      const struct change *change)
{
	struct str common = STR_NONE;
	size_t i;

	for (i = 0; i < reasons->n; i++) {
		const struct reason *reason = &reasons->list[i];

		if (reason->where.n == 0 && common.n == 0)
			common = reason->text;
		if (reason->where.n > 0 &&
		    str_find(change->where, reason->where) >= 0)
			return reason->text;
	}
	return common;
}

bool reasons_cover(const struct reasons *reasons, const struct changes *changes)
{
	size_t i;

	for (i = 0; i < changes->n; i++)
		if (reason_for(reasons, &changes->list[i]).n == 0)
			return false;
	return true;
}

/* The one reason of all changes, empty: they have several. */
static struct str common_reason(const struct correction *correction)
{
	const struct changes *changes = correction->changes;
	struct str first = STR_NONE;
	size_t i;

	for (i = 0; i < changes->n; i++) {
		struct str reason =
		    reason_for(correction->reasons, &changes->list[i]);

		if (i > 0 && !str_equal(reason, first))
			return STR_NONE;
		first = reason;
	}
	return first;
}

static struct str class_of(const struct change *change)
{
	if (change->part == PART_DOCUMENT)
		return STR("文本");
	return change_in_table(change) ? STR("表格") : STR("文字");
}

/* A figure that stands where none stood came; one in whose place nothing
 * stands went. */
static enum change_kind seen_kind(const struct change *change)
{
	if (change->kind == CHANGE_VALUE && change->before.n == 0)
		return CHANGE_ADDED;
	if (change->kind == CHANGE_VALUE && change->after.n == 0)
		return CHANGE_REMOVED;
	return change->kind;
}

/* Whose text it is in. Changes of an input are in none, and are all listed
 * under one heading. */
static struct str text_of(const struct change *change, struct arena *arena)
{
	if (change->unit.n + change->name.n == 0)
		return STR("输入数据");
	return str_trim(str_format(arena, STR_FMT " " STR_FMT,
				   STR_ARG(change->unit),
				   STR_ARG(change->name)));
}

/* A value of a form stands in no column of its own; a row that came or went is
 * in all. */
static struct str column_of(const struct change *change)
{
	return change->part == PART_CELL && change->column.n == 0
		   ? STR("内容")
		   : change->column;
}

/* Changes from here on are of one table. */
static size_t same_table(const struct changes *changes, size_t from)
{
	const struct change *first = &changes->list[from];
	size_t i = from + 1;

	while (i < changes->n && change_in_table(&changes->list[i]) &&
	       str_equal(changes->list[i].where, first->where) &&
	       str_equal(changes->list[i].unit, first->unit))
		i++;
	return i;
}

/* 单位：万元 of a line above a table, whatever else stands in it. */
static struct str unit_in(struct str line)
{
	const struct str word = STR("单位：");
	struct str rest = line;
	ptrdiff_t at;

	for (line = STR_NONE; (at = str_find(rest, word)) >= 0;
	     rest = str_slice(rest, (size_t)at + word.n, rest.n))
		line = str_slice(rest, (size_t)at, rest.n);
	return line;
}

/* In what the figures among changes from..to are: 单位：万元. */
static struct str unit_of(const struct changes *changes, size_t from, size_t to)
{
	struct str unit = STR_NONE;
	size_t i;

	for (i = from; i < to && unit.n == 0; i++)
		unit = unit_in(changes->list[i].unit_line);
	return unit;
}

static void add_changes(struct rows *rows, struct str unit,
			const struct changes *changes,
			const struct reasons *reasons, struct str common)
{
	struct str money = STR_NONE;
	size_t table_end = 0;
	size_t i;

	for (i = 0; i < changes->n; i++) {
		const struct change *change = &changes->list[i];
		struct str reason =
		    reasons == NULL ? STR_NONE : reason_for(reasons, change);

		if (i >= table_end) {
			table_end = same_table(changes, i);
			money = unit_of(changes, i, table_end);
		}
		rows_add(rows, unit);
		rows_set(rows, text_of(change, rows->arena));
		rows_set(rows, class_of(change));
		rows_set(rows, change_kind_name(seen_kind(change), DIAG_ZH));
		rows_set(rows, words_label(change->where));
		rows_set(rows, change->row);
		rows_set(rows, column_of(change));
		rows_set(rows, change->before);
		rows_set(rows, change->after);
		rows_set(rows, common.n > 0 ? STR_NONE : reason);
		rows_set(rows, money);
		rows_set(rows, change->figure ? STR("是") : STR_NONE);
	}
}

static const char *const unit_columns[] = {"单位代码", "单位名称", "层级",
					   "预算年度", "公开日期", NULL};
static const char *const about_columns[] = {"单位代码", "文本", "原公开日期",
					    "更正日期", "理由", NULL};
static const char *const change_columns[] = {
    "单位代码", "文本",	  "类别", "变动",     "位置", "行", "列",
    "原公布",	"更正为", "理由", "表头单位", "数值", NULL};
static const char *const compared_columns[] = {"单位代码", "原件", "现件",
					       NULL};

static void add_unit(struct sheets *sheets, const struct correction *correction)
{
	struct rows rows = rows_open("单位", unit_columns, sheets->arena);

	rows_add(&rows, correction->unit);
	rows_set(&rows, correction->name);
	rows_set(&rows, STR("部门"));
	rows_set(&rows, correction->year);
	rows_set(&rows, correction->corrected);
	rows_close(&rows, sheets);
}

static void add_about(struct sheets *sheets,
		      const struct correction *correction, struct str common)
{
	struct rows rows = rows_open("更正情况", about_columns, sheets->arena);

	rows_add(&rows, correction->unit);
	rows_set(&rows, correction->title);
	rows_set(&rows, correction->published);
	rows_set(&rows, correction->corrected);
	rows_set(&rows, common);
	rows_close(&rows, sheets);
}

/* The document of the only unit of these sheets. NULL: reported. */
static struct doc *expand(const struct correction_maker *maker,
			  struct str template_id, const struct sheets *sheets,
			  struct arena *arena, struct diag_sink *sink)
{
	struct str folder = file_join(maker->data, STR("templates"), arena);
	struct template *template =
	    template_load(folder, template_id, arena, sink);
	struct sheets *none = ARENA_NEW(arena, struct sheets);
	struct budget_options options = {.subjects = none};
	struct budget *budget;
	struct edition *edition;

	if (template == NULL)
		return NULL;
	none->arena = arena;
	options.further = template_tables(template, &options.n_further);
	budget = budget_read(sheets, &options, arena, sink);
	if (budget == NULL)
		return NULL;
	edition = template_bind(template, budget, arena, sink);
	return edition == NULL ? NULL
			       : template_expand(edition, 0, arena, sink);
}

static bool make(const struct correction_maker *maker, struct str template_id,
		 const struct sheets *sheets,
		 const struct document_names *names, struct arena *arena,
		 struct diag_sink *sink, struct document_parts *parts)
{
	struct laid_out laid_out = {.fonts = maker->fonts, .pdfa = maker->pdfa};

	laid_out.doc = expand(maker, template_id, sheets, arena, sink);
	return laid_out.doc != NULL &&
	       layout_doc(laid_out.doc, maker->fonts, arena, sink,
			  &laid_out.result) &&
	       document_make(&laid_out, maker->formats, names, arena, sink,
			     parts);
}

/* A family may word its corrections itself. */
static struct str template_for(const struct correction_maker *maker,
			       const struct correction *correction,
			       struct arena *arena)
{
	struct str own = str_format(arena, STR_FMT "-correction",
				    STR_ARG(correction->template_id));
	struct str folder = file_join(
	    file_join(maker->data, STR("templates"), arena), own, arena);

	return correction->template_id.n > 0 && file_is_folder(folder)
		   ? own
		   : STR("correction");
}

bool correction_make(const struct correction_maker *maker,
		     const struct correction *correction,
		     const struct document_names *names, struct arena *arena,
		     struct diag_sink *sink, struct document_parts *parts)
{
	struct sheets sheets = {.arena = arena};
	struct rows rows = rows_open("更正事项", change_columns, arena);
	struct str common = common_reason(correction);

	add_unit(&sheets, correction);
	add_about(&sheets, correction, common);
	add_changes(&rows, correction->unit, correction->changes,
		    correction->reasons, common);
	rows_close(&rows, &sheets);
	return make(maker, template_for(maker, correction, arena), &sheets,
		    names, arena, sink, parts);
}

bool comparison_make(const struct correction_maker *maker,
		     const struct comparison_document *comparison,
		     const struct document_names *names, struct arena *arena,
		     struct diag_sink *sink, struct document_parts *parts)
{
	struct sheets sheets = {.arena = arena};
	struct correction unit = {
	    .unit = STR(NO_UNIT), .name = STR(NO_UNIT), .year = STR("2000")};
	struct rows rows = rows_open("更正事项", change_columns, arena);
	struct rows about = rows_open("对照情况", compared_columns, arena);

	add_unit(&sheets, &unit);
	rows_add(&about, unit.unit);
	rows_set(&about, comparison->before);
	rows_set(&about, comparison->after);
	rows_close(&about, &sheets);
	add_changes(&rows, unit.unit, comparison->changes, NULL, STR_NONE);
	rows_close(&rows, &sheets);
	return make(maker,
		    comparison->template_id.n > 0 ? comparison->template_id
						  : STR("comparison"),
		    &sheets, names, arena, sink, parts);
}
