/* SPDX-License-Identifier: MIT */
/* What layouts know of each other changes no page: documents that share texts,
 * in one manner and in several, are as each is alone. */
#include "page_case.h"

#define N_DOCUMENTS 4

/* A paragraph of the text in a style. */
#define P(id, style, text) "<p id='" id "' style='" style "'>" text "</p>"

/* A form's row: the text as a head, as a name and beside figures. */
#define TABLE(id, text, amount)                                                \
	"<table id='" id "' style='public'><column kind='name'/>"              \
	"<column kind='text'/><column kind='amount'/><row kind='head'>"        \
	"<cell role='column-head'>" text "</cell>"                             \
	"<cell role='column-head'>合计</cell>"                               \
	"<cell role='column-head'>预算数</cell></row>"                      \
	"<row><cell>" text "</cell><cell>" text "</cell><cell>" amount         \
	"</cell></row><row kind='total'><cell>合计</cell><cell>" text          \
	"</cell><cell>" amount "</cell></row></table>"

#define TEXT(blocks)                                                           \
	"<section id='s' page-style='text' counted='yes' shown='yes'>" blocks  \
	"</section>"

#define NAME "一般公共预算财政拨款“三公”经费支出（含𠮷字和\xEE\x80\x80）"

static const char *const documents[N_DOCUMENTS] = {
    TEXT(P("a", "body", NAME) P("b", "heading1", NAME)
	     P("c", "table-title", NAME)
		 P("d", "body", "<r strong='yes'>三公</r>经费2.80万元")
		     TABLE("t", NAME, "1234.50")),
    TEXT(P("x", "heading1", NAME)
	     P("y", "body", "三公经费<r strong='yes'>2.80</r>万元")
		 TABLE("u", NAME, "0.00") TABLE("t", "三公经费", "1234.50")),
    TEXT(P("a", "body", NAME NAME NAME) P("b", "body", "三公经费2.80万元")),
    TEXT(P("d", "body", "<r strong='yes'>三公</r>经费2.80万元")
	     TABLE("u", NAME, "0.00")),
};

static struct str shown(const struct page_case *c,
			const struct layout_result *result)
{
	struct str parts[] = {pages_dump(result->pages, c->fonts, c->arena),
			      plan_dump(result->plan, c->arena)};

	return str_join(parts, 2, STR("\n"), c->arena);
}

/* Twice, so that the second time all of it has come before. */
static void documents_are_as_each_is_alone(void **state)
{
	struct page_case *c = *state;
	struct layout_memory *memory = layout_memory_open(c->fonts);
	struct layout_result results[2 * N_DOCUMENTS];
	size_t i;

	for (i = 0; i < 2 * N_DOCUMENTS; i++) {
		lay_out(state, str_from(documents[i % N_DOCUMENTS]));
		assert_true(layout_doc_with(c->doc, memory, c->arena, c->sink,
					    &results[i]));
	}
	for (i = 0; i < 2 * N_DOCUMENTS; i++) {
		struct layout_result alone = {NULL, NULL};
		struct str with = shown(c, &results[i]);

		lay_out(state, str_from(documents[i % N_DOCUMENTS]));
		alone.pages = c->pages;
		alone.plan = c->plan;
		assert_true(str_equal(with, shown(c, &alone)));
	}
	layout_memory_close(memory);
}

/* A character that no face has is reported in every document that has it. */
static void missing_characters_are_reported_each_time(void **state)
{
	struct page_case *c = *state;
	struct layout_memory *memory = layout_memory_open(c->fonts);
	struct layout_result result;
	int i;

	lay_out(state, str_from(documents[0]));
	for (i = 0; i < 3; i++) {
		struct diag_sink *sink = diag_open(c->arena);

		assert_true(
		    layout_doc_with(c->doc, memory, c->arena, sink, &result));
		assert_int_equal(diag_worst(sink), DIAG_WARNING);
		layout_memory_trim(memory);
	}
	layout_memory_close(memory);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(documents_are_as_each_is_alone),
	    cmocka_unit_test(missing_characters_are_reported_each_time),
	};

	return cmocka_run_group_tests(tests, page_case_open, page_case_close);
}
