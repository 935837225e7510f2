/* SPDX-License-Identifier: MIT */
/* Tables on pages, from doc files: a case for each rule. */
#include "page_case.h"

#include "layout/messages.h"

/* A document while it is written. */
static struct buf begin(const struct page_case *c, const char *page)
{
	struct buf buf = {.arena = c->arena};

	buf_format(&buf,
		   "<section id='s' page-style='%s' counted='yes' "
		   "shown='yes'>",
		   page);
	return buf;
}

static struct page_case *finish(void **state, struct buf *buf)
{
	buf_add_cstr(buf, "</section>");
	return lay_out(state, buf_str(buf));
}

/* 序号, name, amount; a head of two rows and 栏次. */
static void add_head(struct buf *buf, const char *id)
{
	buf_format(buf,
		   "<table id='%s' style='public' note-style='table-note'>"
		   "<unit-line><left>201 区委部门</left>"
		   "<right>单位：万元</right></unit-line>"
		   "<column kind='seq'/><column kind='name'/>"
		   "<column kind='amount'/>"
		   "<row kind='head'><cell role='column-head' rowspan='2'>"
		   "序号</cell><cell role='column-head' colspan='2'>支出"
		   "</cell></row><row kind='head'>"
		   "<cell role='column-head'>科目</cell>"
		   "<cell role='column-head'>预算数</cell></row>"
		   "<row kind='index'><cell>栏次</cell><cell>1</cell>"
		   "<cell>2</cell></row>",
		   id);
}

static void add_rows(struct buf *buf, int n)
{
	int i;

	for (i = 1; i <= n; i++)
		buf_format(buf,
			   "<row><cell>%d</cell><cell role='row-head'>第%d项"
			   "</cell><cell>%d.00</cell></row>",
			   i, i, i);
}

/* A section of its own: title and a table of n rows. */
static struct page_case *plain(void **state, int n)
{
	struct buf buf = begin(*state, "tables");

	buf_add_cstr(&buf, "<p id='t' style='table-title'>表题</p>");
	add_head(&buf, "a");
	add_rows(&buf, n);
	buf_add_cstr(&buf, "</table>");
	return finish(state, &buf);
}

static size_t count_tags(const struct page_case *c, enum tag_kind kind)
{
	size_t n = 0;
	size_t i;

	for (i = 0; i < c->pages->n_tags; i++)
		n += c->pages->tags[i].kind == kind ? 1 : 0;
	return n;
}

/* How often the node's text is shown: as content, or as artifact. */
static size_t count_shown(const struct page_case *c, const char *node,
			  bool artifact)
{
	size_t n = 0;
	size_t i;
	size_t k;

	for (i = 0; i < c->pages->n_pages; i++) {
		for (k = 0; k < c->pages->pages[i].n_items; k++) {
			const struct item *item = &c->pages->pages[i].items[k];

			n += item->kind == ITEM_TEXT &&
				     str_is(item->node, node) &&
				     (item->tag == TAG_ARTIFACT) == artifact
				 ? 1
				 : 0;
		}
	}
	return n;
}

static void heads_are_repeated_and_titles_not(void **state)
{
	struct page_case *c = plain(state, 60);

	assert_int_equal(c->pages->n_pages, 2);
	assert_true(page_shows(c, 0, "表题"));
	assert_false(page_shows(c, 1, "表题"));
	assert_true(page_shows(c, 1, "单位：万元"));
	assert_true(page_shows(c, 1, "科目"));
	assert_true(page_shows(c, 1, "栏次"));
	/* One table, each row and cell once, what is repeated an artifact. */
	assert_int_equal(count_tags(c, TAG_TABLE), 1);
	assert_int_equal(count_tags(c, TAG_THEAD), 1);
	assert_int_equal(count_tags(c, TAG_TBODY), 1);
	assert_int_equal(count_tags(c, TAG_TR), 63);
	assert_int_equal(count_shown(c, "a/2/2", false), 1);
	assert_int_equal(count_shown(c, "a/2/2", true), 1);
	assert_int_equal(count_shown(c, "a/40/2", true), 0);
}

static void rows_are_even_and_equally_high(void **state)
{
	struct page_case *c = plain(state, 61);
	const struct plan_table *plan = plan_table(c->plan, STR("a"));
	size_t last = 0;
	size_t i;

	assert_int_equal(c->pages->n_pages, 2);
	for (i = 3; i < plan->n_rows; i++) {
		assert_int_equal(plan->rows[i], plan->rows[3]);
		if (plan->breaks[i])
			last = plan->n_rows - i;
	}
	assert_in_range(last, 30, 31);
	assert_in_range(plan->rows[3], EMU_MM(6), EMU_MM(7.2));
	/* With few rows they are as high as they may be. */
	c = plain(state, 5);
	plan = plan_table(c->plan, STR("a"));
	assert_in_range(plan->rows[3], EMU_MM(7.2) - EMU_PER_TWIP, EMU_MM(7.2));
}

/* 247 mm less title, unit line and head hold 35 rows of 6 mm; 37 rows go on
 * one page when each gives 0.4 mm. */
static void rows_are_tightened_where_that_saves_a_page(void **state)
{
	struct page_case *c = plain(state, 36);
	const struct plan_table *plan = plan_table(c->plan, STR("a"));

	assert_int_equal(c->pages->n_pages, 1);
	assert_in_range(plan->rows[3], EMU_MM(5.55), EMU_MM(6));
	c = plain(state, 45);
	assert_int_equal(c->pages->n_pages, 2);
	assert_true(plan_table(c->plan, STR("a"))->rows[3] >= EMU_MM(6));
}

static void totals_at_the_end_stay_together(void **state)
{
	struct buf buf = begin(*state, "tables");
	struct page_case *c;
	const struct plan_table *plan;
	size_t i;

	add_head(&buf, "a");
	add_rows(&buf, 38);
	for (i = 0; i < 6; i++)
		buf_format(&buf,
			   "<row kind='%s'><cell>9</cell><cell>合计</cell>"
			   "<cell>1.00</cell></row>",
			   i == 0 || i == 5 ? "total" : "body");
	buf_add_cstr(&buf, "</table>");
	c = finish(state, &buf);
	plan = plan_table(c->plan, STR("a"));
	assert_int_equal(c->pages->n_pages, 2);
	for (i = plan->n_rows - 5; i < plan->n_rows; i++)
		assert_false(plan->breaks[i]);
}

/* A form longer than a page: its head in the body is repeated; the merged
 * cell is closed and opened again with its text. */
static void form_goes_on(void **state)
{
	struct buf buf = begin(*state, "tables");
	struct page_case *c;
	int i;

	buf_add_cstr(&buf,
		     "<table id='f' style='form' note-style='table-note'>"
		     "<column kind='word' width='30mm'/>"
		     "<column kind='word' width='70mm'/>"
		     "<column kind='word' width='70mm'/>"
		     "<row><cell label='yes' role='row-head'>项目编码</cell>"
		     "<cell colspan='2'>13030324P00397010048U</cell></row>"
		     "<row kind='subhead'><cell label='yes' "
		     "role='column-head'>一级指标</cell>"
		     "<cell label='yes' role='column-head'>三级指标</cell>"
		     "<cell label='yes' role='column-head'>指标值</cell>"
		     "</row><row><cell rowspan='60' role='row-head'>产出指标"
		     "</cell><cell>甲</cell><cell>乙</cell></row>");
	for (i = 1; i < 60; i++)
		buf_add_cstr(&buf, "<row><cell>甲</cell><cell>乙</cell></row>");
	buf_add_cstr(&buf, "</table>");
	c = finish(state, &buf);
	assert_int_equal(c->pages->n_pages, 2);
	assert_false(page_shows(c, 1, "项目编码"));
	assert_true(page_shows(c, 1, "一级指标"));
	assert_int_equal(count_shown(c, "f/2/1", true), 1);
	/* The label once as content, and shown again. */
	assert_int_equal(count_shown(c, "f/3/1", false), 1);
	assert_int_equal(count_shown(c, "f/3/1", true), 1);
	assert_int_equal(count_tags(c, TAG_TR), 62);
}

static void long_merged_cell_enlarges_its_rows_alike(void **state)
{
	struct buf buf = begin(*state, "tables");
	const struct plan_table *plan;
	int i;

	buf_add_cstr(&buf, "<table id='f' style='form' note-style='table-note'>"
			   "<column kind='word' width='20mm'/>"
			   "<column kind='word' width='150mm'/>"
			   "<row><cell rowspan='3'>");
	for (i = 0; i < 20; i++)
		buf_add_cstr(&buf, "绩效目标");
	buf_add_cstr(&buf, "</cell><cell>甲</cell></row><row><cell>乙</cell>"
			   "</row><row><cell>丙</cell></row></table>");
	plan = plan_table(finish(state, &buf)->plan, STR("f"));
	assert_int_equal(plan->rows[0], plan->rows[1]);
	assert_true(plan->rows[2] >= plan->rows[1]);
	assert_true(plan->rows[2] < plan->rows[1] + 3 * EMU_PER_TWIP);
	/* 80 characters, 4 a line */
	assert_true(3 * (int64_t)plan->rows[0] > 20 * (int64_t)EMU_PT(10));
}

/* All text of a node, over all pages. */
static struct str shown_text(const struct page_case *c, const char *node)
{
	struct buf buf = {.arena = c->arena};
	size_t i;
	size_t k;

	for (i = 0; i < c->pages->n_pages; i++) {
		for (k = 0; k < c->pages->pages[i].n_items; k++) {
			const struct item *item = &c->pages->pages[i].items[k];

			if (item->kind == ITEM_TEXT &&
			    str_is(item->node, node) &&
			    item->tag != TAG_ARTIFACT)
				buf_add(&buf, item->text.text);
		}
	}
	return buf_str(&buf);
}

/* Text of a merged cell that does not go into its part of the page goes on in
 * the next part; none is lost, none is repeated. */
static void long_merged_cell_goes_on_line_by_line(void **state)
{
	struct page_case *c = *state;
	struct buf buf = begin(c, "tables");
	struct buf text = {.arena = c->arena};
	int i;

	for (i = 0; i < 150; i++)
		buf_format(&text, "第%d目", i);
	buf_format(&buf,
		   "<table id='f' style='form' note-style='table-note'>"
		   "<column kind='word' width='20mm'/>"
		   "<column kind='word' width='150mm'/>"
		   "<row><cell rowspan='60'>" STR_FMT
		   "</cell><cell>甲</cell></row>",
		   STR_ARG(buf_str(&text)));
	for (i = 1; i < 60; i++)
		buf_add_cstr(&buf, "<row><cell>乙</cell></row>");
	buf_add_cstr(&buf, "</table>");
	c = finish(state, &buf);
	assert_true(c->pages->n_pages > 1);
	assert_true(str_equal(shown_text(c, "f/1/1"), buf_str(&text)));
	assert_int_equal(count_shown(c, "f/1/1", true), 0);
}

static void row_taller_than_a_page_breaks_between_lines(void **state)
{
	struct page_case *c = *state;
	struct buf buf = begin(c, "tables");
	struct buf text = {.arena = c->arena};
	size_t before = c->sink->n;
	int i;

	for (i = 0; i < 3000; i++)
		buf_format(&text, "第%d目", i);
	add_head(&buf, "a");
	add_rows(&buf, 2);
	buf_format(&buf,
		   "<row><cell>3</cell><cell>" STR_FMT
		   "</cell><cell>1.00</cell></row>",
		   STR_ARG(buf_str(&text)));
	buf_add_cstr(&buf, "</table>");
	c = finish(state, &buf);
	assert_true(c->pages->n_pages > 2);
	assert_true(str_equal(shown_text(c, "a/6/2"), buf_str(&text)));
	assert_str(shown_text(c, "a/6/3"), "1.00");
	assert_int_equal(count_tags(c, TAG_TR), 6);
	assert_int_equal(c->sink->n, before + 1);
	assert_ptr_equal(c->sink->list[before].kind, &LAYOUT_ROW_SPLIT);
}

static void one_type_has_one_set_of_widths(void **state)
{
	struct buf buf = begin(*state, "tables");
	struct page_case *c;
	const struct plan_table *a;
	const struct plan_table *b;
	int i;

	for (i = 0; i < 2; i++) {
		buf_format(&buf,
			   "<table id='%s' type='one' style='public'>"
			   "<column kind='name'/><column kind='amount'/>"
			   "<row><cell>%s</cell><cell>%s</cell></row></table>",
			   i == 0 ? "a" : "b",
			   i == 0 ? "短" : "一个长得多的名称",
			   i == 0 ? "123456789012.00" : "1.00");
	}
	c = finish(state, &buf);
	a = plan_table(c->plan, STR("a"));
	b = plan_table(c->plan, STR("b"));
	assert_int_equal(a->columns[0], b->columns[0]);
	assert_int_equal(a->columns[1], b->columns[1]);
	assert_int_equal(a->size, b->size);
}

/* A table of n amounts, each with so many digits. */
static struct page_case *wide(void **state, int n, const char *amount)
{
	struct buf buf = begin(*state, "tables");
	int i;

	buf_add_cstr(&buf, "<p id='t' style='table-title'>表题</p>"
			   "<table id='w' style='public'>"
			   "<column kind='name' name='名称'/>");
	for (i = 0; i < n; i++)
		buf_format(&buf, "<column kind='amount' name='列%d'/>", i);
	buf_add_cstr(&buf, "<row><cell>机关事业单位基本养老保险缴费支出"
			   "</cell>");
	for (i = 0; i < n; i++)
		buf_format(&buf, "<cell>%s</cell>", amount);
	buf_add_cstr(&buf, "</row></table>");
	return finish(state, &buf);
}

static void size_and_orientation_by_need(void **state)
{
	struct page_case *c = wide(state, 4, "123.00");

	assert_true(c->pages->pages[0].width < c->pages->pages[0].height);
	assert_int_equal(plan_table(c->plan, STR("w"))->size, EMU_PT(10.5));
	c = wide(state, 7, "123.00");
	assert_true(c->pages->pages[0].width < c->pages->pages[0].height);
	assert_true(plan_table(c->plan, STR("w"))->size < EMU_PT(10.5));
	c = wide(state, 9, "123.00");
	assert_true(c->pages->pages[0].width > c->pages->pages[0].height);
	/* The smallest type is for many columns. */
	c = wide(state, 13, "123456.00");
	assert_in_range(plan_table(c->plan, STR("w"))->size, EMU_PT(8),
			EMU_PT(9));
}

/* A text that is short enough gets one line, at the cost of its neighbours'
 * white. */
static void short_texts_stay_on_one_line(void **state)
{
	struct buf buf = begin(*state, "text");
	struct page_case *c;

	buf_add_cstr(&buf,
		     "<p id='x' style='body'>上文。</p><table id='i' "
		     "style='inline'><column kind='text'/><column kind='word'/>"
		     "<column kind='word'/><column kind='word'/>"
		     "<row kind='head'><cell>单位名称</cell><cell>单位性质"
		     "</cell><cell>单位规格</cell><cell>经费保障形式</cell>"
		     "</row><row><cell>区委部门中共某某市某某区委员会办公室本级"
		     "</cell><cell>行政</cell><cell>正科级</cell>"
		     "<cell>财政拨款</cell></row></table>");
	c = finish(state, &buf);
	assert_int_equal(plan_table(c->plan, STR("i"))->lines[1], 1);
}

static void what_does_not_fit_is_reported_with_its_column(void **state)
{
	struct page_case *c = *state;
	size_t before = c->sink->n;
	const struct plan_table *plan;
	int64_t sum = 0;
	size_t i;

	c = wide(state, 40, "123456789.00");
	assert_int_equal(c->sink->n, before + 1);
	assert_ptr_equal(c->sink->list[before].kind, &LAYOUT_COLUMNS);
	assert_true(str_starts(c->sink->list[before].args[0], STR("列")));
	plan = plan_table(c->plan, STR("w"));
	for (i = 0; i < plan->n_columns; i++)
		sum += plan->columns[i];
	assert_int_equal(sum, EMU_MM(257));
}

/* Right edge of the last glyph, or of the one before the point. */
static emu edge_of(const struct item *item, bool point)
{
	const struct item_text *text = &item->text;
	size_t i;

	for (i = 0; i + 1 < text->n_glyphs; i++)
		if (point && text->text.s[text->glyphs[i + 1].from] == '.')
			break;
	return text->x + text->glyphs[i].x + text->glyphs[i].advance;
}

static void amounts_stand_on_one_axis(void **state)
{
	struct buf buf = begin(*state, "tables");
	struct page_case *c;

	add_head(&buf, "a");
	buf_add_cstr(&buf,
		     "<row><cell>1</cell><cell>甲</cell><cell>1234.56</cell>"
		     "</row><row><cell>2</cell><cell>乙</cell><cell>7.8</cell>"
		     "</row><row><cell>3</cell><cell>丙</cell><cell>−9.10"
		     "</cell></row><row kind='total'><cell>4</cell><cell>合计"
		     "</cell><cell>1000</cell></row></table>");
	c = finish(state, &buf);
	assert_int_equal(edge_of(first_item(c, "a/4/3"), true),
			 edge_of(first_item(c, "a/5/3"), true));
	assert_int_equal(edge_of(first_item(c, "a/4/3"), false),
			 edge_of(first_item(c, "a/6/3"), false));
	assert_str(first_item(c, "a/6/3")->text.text, "−9.10");
	assert_in_range(edge_of(first_item(c, "a/7/3"), false),
			edge_of(first_item(c, "a/4/3"), true) - 1000,
			edge_of(first_item(c, "a/4/3"), true) + 1000);
}

static void total_names_stand_in_the_middle(void **state)
{
	struct buf buf = begin(*state, "tables");
	struct page_case *c;

	add_head(&buf, "a");
	buf_add_cstr(&buf,
		     "<row kind='total'><cell>1</cell><cell>收入合计</cell>"
		     "<cell/></row><row kind='total'><cell>1</cell>"
		     "<cell>资产总额</cell><cell/></row></table>");
	c = finish(state, &buf);
	assert_true(first_item(c, "a/4/2")->text.x >
		    first_item(c, "a/5/2")->text.x + EMU_MM(5));
}

static const struct tag *tag_of(const struct page_case *c, const char *node)
{
	size_t i;

	for (i = 0; i < c->pages->n_tags; i++)
		if (str_is(c->pages->tags[i].node, node))
			return &c->pages->tags[i];
	fail_msg("no tag of %s", node);
	return NULL;
}

static void cells_name_their_heads_where_these_are_merged(void **state)
{
	struct page_case *c = plain(state, 3);
	const struct tag *amount = tag_of(c, "a/4/3");

	assert_int_equal(tag_of(c, "a/1/1")->kind, TAG_TH);
	assert_int_equal(tag_of(c, "a/1/1")->rowspan, 2);
	assert_int_equal(tag_of(c, "a/1/2")->colspan, 2);
	assert_int_equal(tag_of(c, "a/1/2")->scope, SCOPE_COLUMN);
	assert_int_equal(tag_of(c, "a/4/2")->kind, TAG_TH);
	assert_int_equal(tag_of(c, "a/4/2")->scope, SCOPE_ROW);
	assert_int_equal(amount->kind, TAG_TD);
	assert_int_equal(amount->n_headers, 3);
	assert_str(c->pages->tags[amount->headers[0]].node, "a/1/2");
	assert_str(c->pages->tags[amount->headers[1]].node, "a/2/3");
	assert_str(c->pages->tags[amount->headers[2]].node, "a/4/2");
}

static bool shows(const struct item *item, struct str beginning)
{
	return item->kind == ITEM_TEXT &&
	       str_starts(item->text.text, beginning);
}

static void empty_table_has_one_high_row_and_its_notes(void **state)
{
	struct buf buf = begin(*state, "tables");
	struct page_case *c;
	const struct item *first;
	const struct item *second;

	add_head(&buf, "a");
	buf_add_cstr(&buf, "<row kind='blank'/>"
			   "<note>注：1．甲乙丙。</note>"
			   "<note>2．空表列示。</note></table>");
	c = finish(state, &buf);
	assert_int_equal(plan_table(c->plan, STR("a"))->rows[3],
			 (EMU_MM(9) + EMU_PER_TWIP - 1) / EMU_PER_TWIP *
			     EMU_PER_TWIP);
	assert_true(page_shows(c, 0, "注："));
	/* The second number stands below the first. */
	for (first = first_item(c, "a"); !shows(first, STR("注：")); first++)
		continue;
	for (second = first; !shows(second, STR("2")); second++)
		continue;
	assert_int_equal(second->text.x - first->text.x, EMU_PT(21));
}

/* Heights [emu] of the rows of the head of a table with n rows. */
static emu head_height(void **state, int n)
{
	return plan_table(plain(state, n)->plan, STR("a"))->rows[0];
}

/* 7 mm; 7.5 where the rows below have all that they may have and there is
 * still room: 28 rows of 7.2 mm leave some, 29 do not. */
static void heads_are_higher_where_there_is_room(void **state)
{
	assert_in_range(head_height(state, 5), EMU_MM(7.5) - EMU_PER_TWIP,
			EMU_MM(7.5));
	assert_in_range(head_height(state, 33), EMU_MM(7),
			EMU_MM(7) + EMU_PER_TWIP);
}

/* Notes of that many characters. */
static void add_note(struct buf *buf, int characters)
{
	int i;

	buf_add_cstr(buf, "<note>注：");
	for (i = 0; i < characters; i++)
		buf_add_cstr(buf, "文");
	buf_add_cstr(buf, "。</note></table>");
}

/* No item of the page is below its type area, page numbers aside. */
static void assert_inside(const struct page_case *c)
{
	size_t i;
	size_t k;

	for (i = 0; i < c->pages->n_pages; i++) {
		const struct page *page = &c->pages->pages[i];

		for (k = 0; k < page->n_items; k++)
			if (page->items[k].kind == ITEM_TEXT &&
			    page->items[k].node.n > 0)
				assert_true(page->items[k].text.y <
					    page->height - EMU_MM(25));
	}
}

/* Notes of two pages go on from page to page; they are one paragraph. */
static void notes_taller_than_a_page_go_on(void **state)
{
	struct buf buf = begin(*state, "tables");
	struct page_case *c;

	add_head(&buf, "a");
	add_rows(&buf, 3);
	add_note(&buf, 4000);
	c = finish(state, &buf);
	assert_int_equal(c->pages->n_pages, 3);
	/* Two parts of the unit line, the note. */
	assert_int_equal(count_tags(c, TAG_P), 3);
	assert_inside(c);
}

/* Notes that go on a page, but not below so high a row. */
static void notes_below_a_high_row_go_on(void **state)
{
	struct buf buf = begin(*state, "tables");
	struct page_case *c;
	int i;

	add_head(&buf, "a");
	buf_add_cstr(&buf, "<row><cell>1</cell><cell>");
	for (i = 0; i < 1000; i++)
		buf_add_cstr(&buf, "文");
	buf_add_cstr(&buf, "</cell><cell>1.00</cell></row>");
	add_note(&buf, 900);
	c = finish(state, &buf);
	assert_int_equal(c->pages->n_pages, 2);
	assert_inside(c);
}

/* Baselines and left edges of a unit line with this name. */
static void unit_line_of(void **state, const char *name,
			 const struct item *items[3])
{
	struct buf buf = begin(*state, "tables");
	struct page_case *c;
	const struct item *item;
	size_t n = 0;

	buf_format(&buf,
		   "<table id='a' style='public'><unit-line><left>%s</left>"
		   "<middle>年度</middle><right>单位</right></unit-line>"
		   "<column kind='name'/><column kind='amount'/>"
		   "<row><cell>甲</cell><cell>1.00</cell></row></table>",
		   name);
	c = finish(state, &buf);
	for (item = first_item(c, "a"); n < 3; item++)
		if (item->kind == ITEM_TEXT)
			items[n++] = item;
}

/* The middle part stands in the middle; beside a long name, which keeps to
 * one line, in the middle of what is left. */
static void unit_line_makes_way_for_a_long_name(void **state)
{
	const struct item *items[3];

	unit_line_of(state, "望川县", items);
	assert_int_equal(items[1]->text.x, EMU_MM(105) - EMU_PT(10.5));
	unit_line_of(state,
		     "望川县文化广电和旅游局第二不动产登记和国土空间规划中心",
		     items);
	assert_int_equal(items[1]->text.y, items[0]->text.y);
	assert_int_equal(items[2]->text.y, items[0]->text.y);
	assert_true(items[1]->text.x > EMU_MM(115));
}

static void short_heads_are_spread_and_long_ones_broken_by_sense(void **state)
{
	struct buf buf = begin(*state, "tables");
	struct page_case *c;
	const struct item *head;
	int i;

	buf_add_cstr(&buf, "<p id='t' style='table-title'>表</p>"
			   "<table id='a' style='public'>"
			   "<column kind='name'/><column kind='amount'/>"
			   "<column kind='amount'/><column kind='amount'/>"
			   "<column kind='amount'/><row kind='head'>"
			   "<cell>项目</cell>");
	for (i = 0; i < 4; i++)
		buf_add_cstr(&buf, "<cell>一般公共预算财政拨款</cell>");
	buf_add_cstr(&buf, "</row><row><cell>一个名称一个名称</cell></row>"
			   "</table>");
	c = finish(state, &buf);
	head = first_item(c, "a/1/1");
	assert_true(edge_of(&head[0], false) - head->text.x > EMU_PT(31) ||
		    head[1].text.x - head[0].text.x > EMU_PT(20));
	assert_str(first_item(c, "a/1/2")->text.text, "一般公共预算");
}

static void table_in_text_takes_whole_lines_of_the_grid(void **state)
{
	struct buf buf = begin(*state, "text");
	struct page_case *c;
	const struct item *before;
	const struct item *after;

	buf_add_cstr(&buf,
		     "<p id='x' style='body'>上文。</p>"
		     "<table id='i' style='inline'><column kind='name'/>"
		     "<column kind='count'/><row kind='head'><cell>项目</cell>"
		     "<cell>数量</cell></row><row><cell>甲</cell><cell>3</cell>"
		     "</row></table><p id='y' style='body'>下文。</p>");
	c = finish(state, &buf);
	before = first_item(c, "x");
	after = first_item(c, "y");
	assert_int_equal((after->text.y - before->text.y) % EMU_PT(28), 0);
	assert_in_range(after->text.y - before->text.y, EMU_PT(28 * 3),
			EMU_PT(28 * 5));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(heads_are_repeated_and_titles_not),
	    cmocka_unit_test(rows_are_even_and_equally_high),
	    cmocka_unit_test(rows_are_tightened_where_that_saves_a_page),
	    cmocka_unit_test(totals_at_the_end_stay_together),
	    cmocka_unit_test(form_goes_on),
	    cmocka_unit_test(long_merged_cell_enlarges_its_rows_alike),
	    cmocka_unit_test(long_merged_cell_goes_on_line_by_line),
	    cmocka_unit_test(row_taller_than_a_page_breaks_between_lines),
	    cmocka_unit_test(one_type_has_one_set_of_widths),
	    cmocka_unit_test(size_and_orientation_by_need),
	    cmocka_unit_test(short_texts_stay_on_one_line),
	    cmocka_unit_test(what_does_not_fit_is_reported_with_its_column),
	    cmocka_unit_test(amounts_stand_on_one_axis),
	    cmocka_unit_test(total_names_stand_in_the_middle),
	    cmocka_unit_test(cells_name_their_heads_where_these_are_merged),
	    cmocka_unit_test(empty_table_has_one_high_row_and_its_notes),
	    cmocka_unit_test(unit_line_makes_way_for_a_long_name),
	    cmocka_unit_test(heads_are_higher_where_there_is_room),
	    cmocka_unit_test(notes_taller_than_a_page_go_on),
	    cmocka_unit_test(notes_below_a_high_row_go_on),
	    cmocka_unit_test(
		short_heads_are_spread_and_long_ones_broken_by_sense),
	    cmocka_unit_test(table_in_text_takes_whole_lines_of_the_grid),
	};

	return cmocka_run_group_tests(tests, page_case_open, page_case_close);
}
