/* SPDX-License-Identifier: MIT */
/* Forms on pages: which of them share one, where a long one is cut. */
#include "page_case.h"

/* A document while it is written. */
static struct buf begin(const struct page_case *c)
{
	struct buf buf = {.arena = c->arena};

	buf_add_cstr(&buf, "<section id='s' page-style='tables' counted='yes' "
			   "shown='yes'>");
	return buf;
}

static struct page_case *finish(void **state, struct buf *buf)
{
	buf_add_cstr(buf, "</section>");
	return lay_out(state, buf_str(buf));
}

/* Forms of n rows, each with its title. */
static void add_form(struct buf *buf, int i, int n_rows)
{
	int k;

	buf_format(buf,
		   "<p id='t%d' style='form-title'>表</p>"
		   "<table id='f%d' style='form'>"
		   "<column kind='word' width='170mm'/>",
		   i, i);
	for (k = 0; k < n_rows; k++)
		buf_add_cstr(buf, "<row><cell>甲</cell></row>");
	buf_add_cstr(buf, "</table>");
}

static struct page_case *forms(void **state, int n_forms, int n)
{
	struct buf buf = begin(*state);
	int i;

	for (i = 0; i < n_forms; i++)
		add_form(&buf, i, n);
	return finish(state, &buf);
}

/* 17 rows each go on one page together when rows are 6.4 mm instead of 6.8;
 * 18 rows do not, and stay as they are. */
static void two_forms_share_a_page_where_both_fit(void **state)
{
	struct page_case *c = forms(state, 2, 10);

	assert_int_equal(c->pages->n_pages, 1);
	assert_true(plan_table(c->plan, STR("f0"))->rows[0] >= EMU_MM(6.8));
	c = forms(state, 2, 17);
	assert_int_equal(c->pages->n_pages, 1);
	assert_true(plan_table(c->plan, STR("f0"))->rows[0] < EMU_MM(6.8));
	c = forms(state, 2, 18);
	assert_int_equal(c->pages->n_pages, 2);
	assert_true(plan_table(c->plan, STR("f0"))->rows[0] >= EMU_MM(6.8));
	/* A form stays whole as long as a page holds it. */
	c = forms(state, 4, 30);
	assert_int_equal(c->pages->n_pages, 4);
}

/* Rows of the form on the pages that it takes: "34 6 ". */
static struct str rows_on_pages(const struct page_case *c, const char *form)
{
	const struct plan_table *plan = plan_table(c->plan, str_from(form));
	struct buf buf = {.arena = c->arena};
	size_t from = 0;
	size_t i;

	for (i = 1; i <= plan->n_rows; i++) {
		if (i < plan->n_rows && !plan->breaks[i])
			continue;
		buf_format(&buf, "%zu ", i - from);
		from = i;
	}
	return buf_str(&buf);
}

/* Forms of so many rows each, on pages one behind the other. */
static struct page_case *two_forms(void **state, int first, int second)
{
	struct buf buf = begin(*state);

	add_form(&buf, 0, first);
	add_form(&buf, 1, second);
	return finish(state, &buf);
}

/* A page holds 34 rows of 6.8 mm below the title, or 38 without it. */
static void form_longer_than_a_page_fills_its_pages(void **state)
{
	struct page_case *c = two_forms(state, 36, 1);

	/* A little too long: its rows are lower, and it stays whole. */
	assert_str(rows_on_pages(c, "f0"), "36 ");
	assert_int_equal(page_of(c, "f1"), 1);
	/* Cut, it fills its first page, and the next one follows it. */
	c = two_forms(state, 50, 10);
	assert_str(rows_on_pages(c, "f0"), "34 16 ");
	assert_int_equal(page_of(c, "f1"), 1);
	/* It begins on a page that has room … */
	c = two_forms(state, 20, 45);
	assert_str(rows_on_pages(c, "f1"), "12 33 ");
	assert_int_equal(page_of(c, "f1"), 0);
	/* … but is not cut once more for a few rows at the foot. */
	c = two_forms(state, 29, 66);
	assert_str(rows_on_pages(c, "f1"), "34 32 ");
	assert_int_equal(page_of(c, "f1"), 1);
}

/* A form whose first cell goes on over the page's end and so enlarges its last
 * row there; then n rows, and a header row with its rows. */
static struct page_case *form_with_late_head(void **state, int n)
{
	struct buf buf = begin(*state);
	int i;

	buf_add_cstr(&buf, "<table id='f' style='form' note-style='table-note'>"
			   "<column kind='word' width='20mm'/>"
			   "<column kind='word' width='150mm'/>"
			   "<row><cell rowspan='38'>");
	for (i = 0; i < 100; i++)
		buf_add_cstr(&buf, "绩效目标");
	buf_add_cstr(&buf, "</cell><cell>甲</cell></row>");
	for (i = 1; i < 38; i++)
		buf_add_cstr(&buf, "<row><cell>乙</cell></row>");
	for (i = 0; i < n; i++)
		buf_add_cstr(&buf, "<row><cell>丙</cell><cell>丁</cell></row>");
	buf_add_cstr(&buf, "<row kind='subhead'><cell>一级指标</cell>"
			   "<cell>三级指标</cell></row>");
	for (i = 0; i < 6; i++)
		buf_add_cstr(&buf, "<row><cell>戊</cell><cell>己</cell></row>");
	buf_add_cstr(&buf, "</table>");
	return finish(state, &buf);
}

static void head_of_a_form_is_not_left_at_the_foot(void **state)
{
	int n;

	for (n = 0; n < 12; n++) {
		struct page_case *c = form_with_late_head(state, n);
		const struct plan_table *plan = plan_table(c->plan, STR("f"));

		assert_int_equal(plan->n_rows, 38 + n + 7);
		assert_false(plan->breaks[38 + n + 1]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(two_forms_share_a_page_where_both_fit),
	    cmocka_unit_test(form_longer_than_a_page_fills_its_pages),
	    cmocka_unit_test(head_of_a_form_is_not_left_at_the_foot),
	};

	return cmocka_run_group_tests(tests, page_case_open, page_case_close);
}
