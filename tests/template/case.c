/* SPDX-License-Identifier: MIT */
#include "template/case.h"

#include "base/arena.h"
#include "base/diag.h"
#include "budget/budget.h"
#include "doc/doc.h"
#include "tables/sheets.h"
#include "template/doc_text.h"
#include "template/template.h"

struct test_case case_parse(struct str bytes, struct arena *arena)
{
	struct test_case test = {.n_parts = 0};
	const char *end = bytes.s + bytes.n;
	struct str line;

	test.parts = ARENA_ARRAY(arena, CASE_PARTS_MOST, struct case_part);
	while (str_split(&bytes, '\n', &line)) {
		const char *next = bytes.s == NULL ? end : bytes.s;

		if (str_starts(line, STR("== "))) {
			if (test.n_parts == CASE_PARTS_MOST)
				break;
			test.parts[test.n_parts++] = (struct case_part){
			    str_trim(str_slice(line, 3, line.n)), {next, 0}};
		} else if (test.n_parts > 0) {
			struct str *text = &test.parts[test.n_parts - 1].text;

			text->n = (size_t)(next - text->s);
		}
	}
	return test;
}

struct str case_part(const struct test_case *test, const char *name)
{
	size_t i;

	for (i = 0; i < test->n_parts; i++)
		if (str_is(test->parts[i].name, name))
			return test->parts[i].text;
	return STR_NONE;
}

/* \n in a cell is a line end. */
static struct str unescaped(struct str cell, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t i;

	for (i = 0; i < cell.n; i++) {
		if (cell.s[i] == '\\' && i + 1 < cell.n &&
		    cell.s[i + 1] == 'n') {
			buf_add_char(&buf, '\n');
			i++;
		} else {
			buf_add_char(&buf, cell.s[i]);
		}
	}
	return buf_str(&buf);
}

static size_t split_cells(struct str line, struct str *cells, size_t most)
{
	size_t n = 0;

	for (; n < most && str_split(&line, ',', &cells[n]); n++)
		;
	return n;
}

#define MOST_CELLS 24

static struct sheet_row table_row(struct str line, size_t n_columns,
				  int32_t record, struct arena *arena)
{
	struct sheet_cell *cells =
	    ARENA_ARRAY(arena, n_columns, struct sheet_cell);
	struct str texts[MOST_CELLS] = {STR_NONE};
	size_t n = split_cells(line, texts, MOST_CELLS);
	size_t i;

	for (i = 0; i < n_columns && i < n; i++)
		cells[i].text = unescaped(texts[i], arena);
	return (struct sheet_row){
	    .cells = cells, .line = record, .record = record};
}

static struct sheet table_of(struct str name, struct str text,
			     struct arena *arena)
{
	struct sheet sheet = {.name = name};
	struct sheet_column *columns =
	    ARENA_ARRAY(arena, MOST_CELLS, struct sheet_column);
	struct sheet_row *rows = ARENA_ARRAY(arena, text.n, struct sheet_row);
	struct str headings[MOST_CELLS];
	struct str line = STR_NONE;
	size_t i;

	sheet.place.file = str_format(arena, STR_FMT ".csv", STR_ARG(name));
	str_split(&text, '\n', &line);
	sheet.n_columns = split_cells(line, headings, MOST_CELLS);
	for (i = 0; i < sheet.n_columns; i++)
		columns[i] = (struct sheet_column){headings[i], (int)i + 1};
	while (str_split(&text, '\n', &line)) {
		if (line.n > 0) {
			rows[sheet.n_rows] =
			    table_row(line, sheet.n_columns,
				      (int32_t)sheet.n_rows + 2, arena);
			sheet.n_rows++;
		}
	}
	sheet.columns = columns;
	sheet.rows = rows;
	return sheet;
}

static bool is_table(struct str name)
{
	static const char *const others[] = {"template", "unit",     "options",
					     "doc",	 "findings", "about"};
	size_t i;

	for (i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (str_is(name, others[i]))
			return false;
	return true;
}

#define DEFAULT_UNITS                                                                                         \
	"单位代码,单位名称,层级,上级单位代码,单位性质,单位规格,预算年度,模板\n" \
	"101,甲局,部门,,行政,正科级,2024,x\n"
#define DEFAULT_SPENDING                                                                    \
	"单位代码,支出功能分类科目,支出类型,资金性质,金额（元）\n" \
	"101,2010101,基本支出,一般公共预算,10000\n"

static struct sheets *sheets_of(const struct test_case *test,
				struct arena *arena)
{
	struct sheets *sheets = ARENA_NEW(arena, struct sheets);
	struct sheet sheet;
	size_t i;

	sheets->arena = arena;
	if (case_part(test, "单位").n == 0) {
		sheet = table_of(STR("单位"), STR(DEFAULT_UNITS), arena);
		sheets_add(sheets, &sheet);
	}
	if (case_part(test, "支出").n == 0) {
		sheet = table_of(STR("支出"), STR(DEFAULT_SPENDING), arena);
		sheets_add(sheets, &sheet);
	}
	for (i = 0; i < test->n_parts; i++) {
		if (is_table(test->parts[i].name)) {
			sheet = table_of(test->parts[i].name,
					 test->parts[i].text, arena);
			sheets_add(sheets, &sheet);
		}
	}
	return sheets;
}

static struct str template_text(const struct test_case *test,
				struct arena *arena)
{
	struct str text = case_part(test, "template");
	ptrdiff_t line = str_find(text, STR("\n--\n"));
	struct str declared = str_slice(text, 0, line < 0 ? 0 : (size_t)line);
	struct str body =
	    line < 0 ? text : str_slice(text, (size_t)line + 4, text.n);

	if (str_starts(str_trim(text), STR("<")) &&
	    (str_starts(str_trim(text), STR("<template")) ||
	     str_starts(str_trim(text), STR("<!"))))
		return text;
	return str_format(arena,
			  "<template title=\"例\" levels=\"部门 单位\" "
			  "extends=\"base\">" STR_FMT
			  "\n<section id=\"s\">\n" STR_FMT
			  "</section></template>",
			  STR_ARG(declared), STR_ARG(body));
}

/* Subjects as the cases use them. */
static struct sheet subjects(struct arena *arena)
{
	return table_of(STR("科目"),
			STR("类别,代码,名称\n"
			    "功能,201,一般公共服务支出\n"
			    "功能,20101,人大事务\n"
			    "功能,2010101,行政运行\n"
			    "功能,2010102,一般行政管理事务\n"
			    "功能,205,教育支出\n功能,20502,普通教育\n"
			    "功能,2050201,学前教育\n"
			    "部门经济,301,工资福利支出\n"
			    "部门经济,30101,基本工资\n"
			    "部门经济,30102,津贴补贴\n"
			    "部门经济,302,商品和服务支出\n"
			    "部门经济,30201,办公费\n"),
			arena);
}

static struct budget *budget_of(const struct test_case *test,
				const struct template *template,
				struct arena *arena, struct diag_sink *sink)
{
	struct sheets *names = ARENA_NEW(arena, struct sheets);
	struct budget_options options = {.subjects = names};
	struct sheet sheet = subjects(arena);
	size_t n_texts;
	size_t i;
	const struct template_text *texts = template_texts(template, &n_texts);
	struct str *slots = ARENA_ARRAY(arena, n_texts, struct str);

	names->arena = arena;
	sheets_add(names, &sheet);
	for (i = 0; i < n_texts; i++)
		slots[i] = texts[i].name;
	options.texts = slots;
	options.n_texts = n_texts;
	options.further = template_tables(template, &options.n_further);
	return budget_read(sheets_of(test, arena), &options, arena, sink);
}

/* The unit to expand; -1: the tables have none such. */
static int unit_of(const struct test_case *test, const struct budget *budget)
{
	struct str unit = str_trim(case_part(test, "unit"));

	return budget_unit(budget, unit.n > 0 ? unit : STR("101"));
}

static struct str expanded(const struct test_case *test, struct arena *arena,
			   struct diag_sink *sink)
{
	const struct template *template =
	    template_from(STR("templates"), STR("x"),
			  template_text(test, arena), arena, sink);
	bool selects =
	    str_find(case_part(test, "options"), STR("selects")) >= 0;
	struct edition *edition;
	struct budget *budget;
	struct doc *doc;

	if (template == NULL)
		return STR_NONE;
	budget = budget_of(test, template, arena, sink);
	if (budget == NULL)
		return STR_NONE;
	(void)template_check_input(&template, 1, budget, sink);
	edition = template_bind(template, budget, arena, sink);
	if (edition == NULL || unit_of(test, budget) < 0)
		return STR_NONE;
	doc = template_expand(edition, unit_of(test, budget), arena, sink);
	return doc == NULL ? STR_NONE : doc_text(doc, selects, arena);
}

static struct str findings_text(const struct diag_sink *sink,
				struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t i;
	size_t j;

	for (i = 0; i < sink->n; i++) {
		const struct diag *diag = &sink->list[i];

		buf_format(&buf, "%s %d:%d", diag->kind->id, diag->place.line,
			   diag->place.column_no);
		for (j = 0; j < diag->n_args; j++)
			buf_format(&buf, " | " STR_FMT, STR_ARG(diag->args[j]));
		buf_add_char(&buf, '\n');
	}
	return buf_str(&buf);
}

struct case_result case_run(const struct test_case *test, struct arena *arena)
{
	struct diag_sink *sink = diag_open(arena);
	struct case_result result;

	result.doc = expanded(test, arena, sink);
	result.findings = findings_text(sink, arena);
	return result;
}
