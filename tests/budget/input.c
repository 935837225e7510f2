/* SPDX-License-Identifier: MIT */
#include "budget/input.h"

#include <string.h>

#include "cmocka_all.h"

#define CELLS_MOST 40

struct input *input_open(void)
{
	struct arena *arena = arena_open();
	struct input *input = ARENA_NEW(arena, struct input);

	input->arena = arena;
	input->sink = diag_open(arena);
	input->sheets.arena = arena;
	input->subjects.arena = arena;
	input->options.subjects = &input->subjects;
	return input;
}

void input_close(struct input *input)
{
	arena_close(input->arena);
}

static struct sheet_cell cell_of(struct str text, struct arena *arena)
{
	struct sheet_cell cell = {.form = FORM_TEXT};
	char *copy;
	size_t i;

	if (str_starts(text, STR("~")))
		cell.form = FORM_NUMBER;
	else if (text.n > 1 && text.s[0] == '%')
		cell.form = FORM_PERCENT;
	if (cell.form != FORM_TEXT)
		text = str_slice(text, 1, text.n);
	copy = arena_alloc(arena, text.n + 1);
	for (i = 0; i < text.n; i++)
		copy[i] = text.s[i];
	for (i = 0; i < text.n; i++)
		if (copy[i] == '|')
			copy[i] = '\n';
	cell.text = (struct str){copy, text.n};
	return cell;
}

static struct sheet_cell *cells_of(struct str line, size_t *n,
				   struct arena *arena)
{
	struct sheet_cell *cells =
	    ARENA_ARRAY(arena, CELLS_MOST, struct sheet_cell);
	struct str rest = line;
	struct str part;

	for (*n = 0; *n < CELLS_MOST && str_split(&rest, ',', &part); (*n)++)
		cells[*n] = cell_of(part, arena);
	return cells;
}

static void add_table(struct sheets *sheets, const char *name,
		      const char *lines)
{
	struct arena *arena = sheets->arena;
	struct sheet sheet = {
	    .name = str_from(name),
	    .place = {.file = str_format(arena, "%s.csv", name)},
	    .heading_line = 1};
	struct str rest = str_from(lines);
	struct sheet_column *columns;
	struct sheet_row *rows = NULL;
	struct sheet_cell *cells;
	struct str line;
	size_t room = 0;
	size_t n;
	size_t i;

	str_split(&rest, '\n', &line);
	cells = cells_of(line, &n, arena);
	columns = ARENA_ARRAY(arena, n, struct sheet_column);
	for (i = 0; i < n; i++)
		columns[i] =
		    (struct sheet_column){cells[i].text, (int32_t)i + 1};
	sheet.columns = columns;
	sheet.n_columns = n;
	for (i = 2; str_split(&rest, '\n', &line); i++) {
		rows =
		    arena_grow(arena, rows, sheet.n_rows, &room, sizeof(*rows));
		rows[sheet.n_rows++] = (struct sheet_row){
		    cells_of(line, &n, arena), (int32_t)i, (int32_t)i};
	}
	sheet.rows = rows;
	sheets_add(sheets, &sheet);
}

void input_table(struct input *input, const char *name, const char *lines)
{
	add_table(&input->sheets, name, lines);
}

void input_subjects(struct input *input, const char *lines)
{
	add_table(&input->subjects, "科目", lines);
}

void input_units(struct input *input)
{
	input_table(input, "单位",
		    "单位代码,单位名称,层级,上级单位代码,预算年度\n"
		    "201,办公室,部门,,2024\n"
		    "201001,办公室本级,单位,201,2024\n"
		    "201002,服务中心,单位,201,2024\n"
		    "302,统计局,单位,,2024\n");
	add_table(&input->subjects, "科目",
		  "类别,代码,名称\n功能,201,一般公共服务支出\n"
		  "功能,20101,人大事务\n功能,2010101,行政运行\n"
		  "功能,2010102,一般行政管理事务\n"
		  "功能,208,社会保障和就业支出\n"
		  "功能,20805,行政事业单位养老支出\n"
		  "功能,2080505,养老保险缴费\n"
		  "部门经济,301,工资福利支出\n部门经济,30101,基本工资\n"
		  "部门经济,302,商品和服务支出\n部门经济,30201,办公费\n"
		  "部门经济,30212,因公出国（境）费用\n"
		  "部门经济,30217,公务接待费\n部门经济,30216,培训费\n"
		  "部门经济,30231,公务用车运行维护费\n"
		  "项目类别,1,人员类\n项目类别,2,运转类\n"
		  "项目类别,21,公用经费\n项目类别,22,其他运转类\n"
		  "项目类别,3,特定目标类\n");
}

void input_read(struct input *input)
{
	input->budget = budget_read(&input->sheets, &input->options,
				    input->arena, input->sink);
	assert_non_null(input->budget);
}

size_t input_count(const struct input *input, const char *id)
{
	size_t n = 0;
	size_t i;

	for (i = 0; i < input->sink->n; i++)
		n += id == NULL ||
		     strcmp(input->sink->list[i].kind->id, id) == 0;
	return n;
}

struct str input_message(const struct input *input, const char *id)
{
	size_t i;

	for (i = 0; i < input->sink->n; i++)
		if (id == NULL ||
		    strcmp(input->sink->list[i].kind->id, id) == 0)
			return diag_text(&input->sink->list[i], DIAG_ZH,
					 input->arena);
	return STR_NONE;
}

struct scope input_scope(struct input *input, const char *unit)
{
	int u = budget_unit(input->budget, str_from(unit));

	assert_true(u >= 0);
	return scope_of(input->budget, u, input->arena);
}

static const struct selection *parsed(struct input *input, const char *text)
{
	const struct selection *selection =
	    select_parse(str_from(text), input->budget, PLACE_NONE,
			 input->arena, input->sink);

	if (selection == NULL)
		fail_msg("%s", text);
	return selection;
}

int64_t input_sum(struct input *input, const char *unit, const char *selection)
{
	struct scope scope = input_scope(input, unit);
	struct amount sum =
	    select_sum(parsed(input, selection), &scope, NULL, 0);

	if (!sum.there)
		fail_msg("nothing in %s", selection);
	return sum.money.fen;
}

size_t input_rows(struct input *input, const char *unit, const char *selection)
{
	struct scope scope = input_scope(input, unit);
	size_t n;

	select_rows(parsed(input, selection), &scope, NULL, 0, input->arena,
		    &n);
	return n;
}
