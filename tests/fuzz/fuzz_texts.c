/* SPDX-License-Identifier: MIT */
/* Any bytes as a unit's text: encoding, lines, marks, references, document. */
#include "fuzz/fuzz.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "budget/budget.h"
#include "read/decode.h"
#include "read/xmlfile.h"
#include "read/xmlshape.h"
#include "tables/sheets.h"
#include "template/template.h"

static const char form[] =
    "<template title='例' levels='部门 单位' extends='base'>"
    "<section id='s'><text name='职责'/>"
    "</section></template>";

static const char tables[] =
    "<公开数据><单位><行><单位代码>101</单位代码><单位名称>甲局</单位名称>"
    "<层级>部门</层级><预算年度>2024</预算年度><模板>x</模板></行></单位>"
    "<支出><行><单位代码>101</单位代码>"
    "<支出功能分类科目>2010101</支出功能分类科目>"
    "<支出类型>基本支出</支出类型><资金性质>一般公共预算</资金性质>"
    "<金额 单位='元'>10000</金额></行></支出></公开数据>";

/* Loaded once; lives as long as the program. */
static const struct template *form_template(void)
{
	static const struct template *template;
	static struct arena *arena;

	if (template != NULL)
		return template;
	arena = arena_open();
	template = template_from(STR("templates"), STR("x"), str_from(form),
				 arena, diag_open(arena));
	if (template == NULL)
		abort();
	return template;
}

static void add_text(struct sheets *sheets, struct str text)
{
	static const struct sheet_column columns[] = {{STR_INIT("单位代码"), 1},
						      {STR_INIT("栏目"), 2},
						      {STR_INIT("内容"), 3}};
	struct sheet_cell *cells =
	    ARENA_ARRAY(sheets->arena, 3, struct sheet_cell);
	struct sheet_row *row = ARENA_NEW(sheets->arena, struct sheet_row);

	cells[0].text = STR("101");
	cells[1].text = STR("职责");
	cells[2].text = text;
	*row = (struct sheet_row){.cells = cells, .line = 1};
	sheets_add(sheets, &(struct sheet){.name = STR("说明"),
					   .columns = columns,
					   .n_columns = 3,
					   .rows = row,
					   .n_rows = 1});
}

/* Made ready once; lives as long as the program. */
static xmlSchemaPtr schema(void)
{
	static xmlSchemaPtr ready;

	if (ready == NULL)
		ready = xmlshape_schema();
	return ready;
}

static void expand(struct str text, struct arena *arena, struct diag_sink *sink)
{
	const struct template *template = form_template();
	struct place place = {.file = STR("x.xml")};
	struct sheets sheets = {.arena = arena};
	struct budget_options options = {.n_further = 0};
	const struct budget *budget;
	struct edition *edition;

	if (!xmlfile_parse(&sheets, str_from(tables), place, schema(), sink))
		abort();
	add_text(&sheets, text);
	budget = budget_read(&sheets, &options, arena, sink);
	edition = budget == NULL ? NULL
				 : template_bind(template, budget, arena, sink);
	if (edition == NULL || template_expand(edition, 0, arena, sink) == NULL)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct place place = {.file = STR("x.md")};
	struct str text = {(const char *)bytes, n};

	if (decode_text(text, place, arena, sink, &text))
		expand(text, arena, sink);
	arena_close(arena);
	return 0;
}
