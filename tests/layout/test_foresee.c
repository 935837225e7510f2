/* SPDX-License-Identifier: MIT */
/*
 * What layout reports is foreseen without laying out, and nothing is where it
 * has nothing to report. Documents by chance are held against this too
 * (random_docs.c).
 */
#include "layout/messages.h"
#include "page_case.h"

#define STYLES "<styles href='templates/base/styles.xml'/>"

#define TABLES(blocks)                                                         \
	STYLES "<section id='s' page-style='tables' counted='yes' "            \
	       "shown='yes'>" blocks "</section>"

#define TEXT(blocks)                                                           \
	STYLES "<section id='s' page-style='text' counted='yes' "              \
	       "shown='yes'>" blocks "</section>"

/* A form of one cell, and a table of one row. */
#define FORM(id, text)                                                         \
	"<p id='p" id "' style='form-title'>表</p>"                           \
	"<table id='" id "' style='form'><column kind='text' width='85mm'/>"   \
	"<column kind='word' width='85mm'/><row><cell>" text                   \
	"</cell><cell>乙</cell></row></table>"
#define ALONE(text)                                                            \
	"<p id='p' style='table-title'>表</p><table id='t' style='public'>"   \
	"<column kind='name'/><column kind='amount'/><row kind='head'>"        \
	"<cell role='column-head'>项目</cell>"                               \
	"<cell role='column-head'>预算数</cell></row><row><cell>" text         \
	"</cell><cell>1234.50</cell></row></table>"

#define TEN(s) s s s s s s s s s s

struct seen {
	bool foreseen;
	size_t n_reports;
	const struct diag_kind *kind; /* of the first */
};

/* @ stands for 3,000 characters. */
static void add_body(struct buf *buf, const char *body)
{
	int i;

	for (; *body != '\0'; body++) {
		for (i = 0; *body == '@' && i < 1000; i++)
			buf_add_cstr(buf, "长文字");
		if (*body != '@')
			buf_add_char(buf, *body);
	}
}

static struct seen look(struct page_case *c, const char *body)
{
	struct diag_sink *sink = diag_open(c->arena);
	struct layout_memory *memory = layout_memory_open(c->fonts);
	struct buf buf = {.arena = c->arena};
	struct layout_result result;
	struct seen seen = {.kind = NULL};

	buf_add_cstr(&buf, "<doc title='题' lang='zh-CN'>");
	add_body(&buf, body);
	buf_add_cstr(&buf, "</doc>");
	c->doc = doc_read(buf_str(&buf), STR("case"), c->arena, c->sink);
	assert_non_null(c->doc);
	seen.foreseen = layout_may_report(c->doc, memory);
	assert_true(layout_doc_with(c->doc, memory, c->arena, sink, &result));
	seen.n_reports = sink->n;
	if (sink->n > 0)
		seen.kind = sink->list[0].kind;
	layout_memory_close(memory);
	return seen;
}

static void each_report_is_foreseen(void **state)
{
	static const struct {
		const struct diag_kind *kind;
		const char *body;
	} cases[] = {
	    {&LAYOUT_GLYPH, TEXT("<p id='a' style='body'>\xEE\x80\x80</p>")},
	    {&LAYOUT_GLYPH, TABLES(ALONE("\xEE\x80\x80"))},
	    {&LAYOUT_GLYPH,
	     TABLES("<table id='t' style='public'><unit-line><right>"
		    "\xEE\x80\x80</right></unit-line><column kind='name'/>"
		    "<row><cell>甲</cell></row></table>")},
	    {&LAYOUT_GLYPH,
	     TABLES("<table id='t' style='public'><column kind='name'/>"
		    "<row><cell>甲</cell></row><note>\xEE\x80\x80</note>"
		    "</table>")},
	    {&LAYOUT_WIDE,
	     "<styles><para name='huge' pitch='600pt'><type role='song' "
	     "size='600pt'/></para><page name='text'/></styles><section "
	     "id='s' page-style='text'><p id='p' style='huge'>宽</p>"
	     "</section>"},
	    {&LAYOUT_SPAN,
	     TABLES("<table id='t' style='public'><column kind='name'/>"
		    "<row><cell colspan='9'>甲</cell></row></table>")},
	    {&LAYOUT_SPAN,
	     TEXT("<table id='t' style='inline'><column kind='name'/>"
		  "<row><cell rowspan='9'>甲</cell></row></table>")},
	    {&LAYOUT_CELL_LOST,
	     TABLES("<table id='t' style='public'><column kind='name'/>"
		    "<row><cell>甲</cell><cell>乙</cell></row></table>")},
	    {&LAYOUT_ROW_SPLIT, TABLES(ALONE("@"))},
	    {&LAYOUT_ROW_SPLIT, TABLES(FORM("f", "@"))},
	};
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct seen seen = look(*state, cases[i].body);

		assert_ptr_equal(seen.kind, cases[i].kind);
		assert_true(seen.foreseen);
	}
}

static void too_many_columns_are_foreseen(void **state)
{
	struct page_case *c = *state;
	struct buf buf = {.arena = c->arena};
	struct seen seen;
	int i;

	buf_add_cstr(&buf, STYLES "<section id='s' page-style='tables'>"
				  "<table id='t' style='public'>");
	for (i = 0; i < 60; i++)
		buf_add_cstr(&buf, "<column kind='amount'/>");
	buf_add_cstr(&buf, "<row>");
	for (i = 0; i < 60; i++)
		buf_add_cstr(&buf, "<cell>123456.78</cell>");
	buf_add_cstr(&buf, "</row></table></section>");
	seen = look(c, str_cstr(buf_str(&buf), c->arena));
	assert_ptr_equal(seen.kind, &LAYOUT_COLUMNS);
	assert_true(seen.foreseen);
}

static void ordinary_documents_foresee_nothing(void **state)
{
	static const char *const bodies[] = {
	    TEXT("<p id='a' style='title'>2024年部门预算公开</p>"
		 "<p id='b' style='body'>" TEN(
		     "一般公共预算2024年安排1234.50万元，") "</p>"),
	    TEXT("<p id='b' style='body'>13030324P00397010048U</p>"),
	    TABLES(ALONE("一个名称" TEN("很长的"))),
	    TABLES(FORM("f", TEN("项目的绩效目标")) FORM("g", "短")),
	};
	size_t i;

	for (i = 0; i < sizeof(bodies) / sizeof(*bodies); i++) {
		struct seen seen = look(*state, bodies[i]);

		assert_int_equal(seen.n_reports, 0);
		assert_false(seen.foreseen);
	}
}

/* Of a form heights are tried several times. */
static void row_that_is_split_is_told_once(void **state)
{
	struct seen seen = look(
	    *state, TABLES(FORM("f", "@") FORM("g", "短") FORM("h", "短")));

	assert_ptr_equal(seen.kind, &LAYOUT_ROW_SPLIT);
	assert_int_equal(seen.n_reports, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_report_is_foreseen),
	    cmocka_unit_test(too_many_columns_are_foreseen),
	    cmocka_unit_test(ordinary_documents_foresee_nothing),
	    cmocka_unit_test(row_that_is_split_is_told_once),
	};

	return cmocka_run_group_tests(tests, page_case_open, page_case_close);
}
