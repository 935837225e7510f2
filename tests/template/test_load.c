/* SPDX-License-Identifier: MIT */
/* The shipped templates load without a word; what they declare is told.
 * Abstract ones may leave to others what they refer to. */
#include "template/template.h"

#include "base/arena.h"
#include "base/diag.h"
#include "cmocka_all.h"

static void shipped_templates_load(void **state)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct template_info *list;
	size_t n;
	size_t i;

	(void)state;
	assert_true(template_list(STR("templates"), arena, sink, &list, &n));
	assert_true(n >= 2);
	for (i = 0; i < n; i++) {
		if (!list[i].abstract &&
		    (template_load(STR("templates"), list[i].id, arena, sink) ==
			 NULL ||
		     sink->n > 0))
			fail_msg(STR_FMT, STR_ARG(diag_text(&sink->list[0],
							    DIAG_EN, arena)));
	}
	arena_close(arena);
}

static void what_it_declares(void **state)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct str text =
	    STR("<template title='例' family='某省' year='2025' levels='部门'"
		" extends='base'><option name='甲' values='是|否' default='否'"
		" help='助'/><figure name='人数' given='人' required='yes'/>"
		"<records name='车辆表'><field name='车牌' key='yes'/>"
		"<field name='价格' type='amount'/></records>"
		"<section id='s'><text name='职责' required='yes'/>"
		"<p name='开头'>一</p></section></template>");
	const struct template *template =
	    template_from(STR("templates"), STR("x"), text, arena, sink);
	size_t n;

	(void)state;
	assert_non_null(template);
	assert_str(template_about(template)->family, "某省");
	assert_true(template_about(template)->departments);
	assert_false(template_about(template)->units);
	assert_str(template_options(template, &n)[0].fallback, "否");
	assert_int_equal(n, 1);
	assert_str(template_figures(template, &n)[0].unit, "人");
	assert_int_equal(n, 1);
	assert_str(template_texts(template, &n)[0].name, "职责");
	assert_int_equal(n, 2);
	assert_true(template_texts(template, &n)[1].has_default);
	assert_string_equal(template_tables(template, &n)[0]->fields[1].name,
			    "价格");
	assert_int_equal(n, 1);
	arena_close(arena);
}

static void missing_template(void **state)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);

	(void)state;
	assert_null(template_load(STR("templates"), STR("没有"), arena, sink));
	assert_null(template_load(STR("templates"), STR("../x"), arena, sink));
	assert_null(template_load(STR("templates"), STR_NONE, arena, sink));
	assert_int_equal(sink->n, 3);
	arena_close(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(shipped_templates_load),
	    cmocka_unit_test(what_it_declares),
	    cmocka_unit_test(missing_template),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
