/* SPDX-License-Identifier: MIT */
/* Paragraphs: a case for each rule of justification, from the placed glyphs. */
#include "cmocka_all.h"

#include <string.h>

#include "base/utf8.h"
#include "layout/boxes.h"
#include "layout_case.h"

static int set_up(void **state)
{
	static struct layout layout;
	struct arena *arena = arena_open();
	static struct fonts *fonts;

	fonts = case_fonts(diag_open(arena));
	arena_close(arena);
	if (fonts == NULL)
		return -1;
	layout = case_layout(fonts);
	*state = &layout;
	return 0;
}

static int tear_down(void **state)
{
	struct layout *layout = *state;
	struct fonts *fonts = layout->fonts;

	case_close(layout);
	fonts_close(fonts);
	return 0;
}

/* What a line shows, glyph by glyph. */
static struct str line_text(const struct para_line *line, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t i;

	for (i = 0; i < line->n_runs; i++)
		buf_add(&buf, line->runs[i].text);
	return buf_str(&buf);
}

/* Left edge [emu] of the character that begins at the byte offset of what the
 * line shows. */
static emu edge(const struct para_line *line, size_t at)
{
	size_t i;
	size_t k;

	for (i = 0; i < line->n_runs; i++) {
		const struct item_text *run = &line->runs[i];

		for (k = 0; k < run->n_glyphs; k++)
			if (run->glyphs[k].from == at)
				return run->x + run->glyphs[k].x;
		if (at < run->text.n)
			break;
		at -= run->text.n;
	}
	fail_msg("no glyph begins there");
	return 0;
}

static emu han_edge(const struct para_line *line, size_t character)
{
	return edge(line, character * 3);
}

static const struct para *set(struct layout *layout, const char *text,
			      struct para_want want)
{
	return para_set(layout, case_text(layout, text), &want);
}

/* 28 ems: 26 characters beside the indent, then 28; nothing is stretched. */
static void test_whole_ems(void **state)
{
	struct layout *layout = *state;
	struct buf buf = {.arena = layout->arena};
	const struct para *para;
	int i;

	for (i = 0; i < 70; i++)
		buf_add_cstr(&buf, "预");
	buf_add_char(&buf, '\0');
	para = set(layout, buf_str(&buf).s, case_body());
	assert_int_equal(para->n_lines, 3);
	assert_int_equal(para->lines[0].n, 26 * 3);
	assert_int_equal(para->lines[1].n, 28 * 3);
	assert_int_equal(para->lines[2].n, 16 * 3);
	assert_int_equal(han_edge(&para->lines[0], 0), EMU_PT(32));
	for (i = 0; i < 28; i++)
		assert_int_equal(han_edge(&para->lines[1], (size_t)i),
				 i * EMU_PT(16));
	assert_int_equal(para->lines[1].slack, 0);
	assert_int_equal(para->lines[2].slack, EMU_PT(192));
}

/* Han ink in the middle of its line: FandolFang has it 0.30 em above the
 * baseline, so the baseline is 14 + 4.8 pt below the top. */
static void test_ascent(void **state)
{
	const struct para *para = set(*state, "预算", case_body());

	assert_in_range(para->ascent, EMU_PT(18.5), EMU_PT(19.1));
	assert_int_equal(para_height(para), EMU_PT(28));
}

static void test_empty(void **state)
{
	const struct para *para = set(*state, "", case_body());

	assert_int_equal(para->n_lines, 1);
	assert_int_equal(para->lines[0].n_runs, 0);
	assert_int_equal(para->lines[0].n, 0);
}

/* 》、《 between Han: each pair loses half an em. */
static void test_adjacent_marks(void **state)
{
	const struct para *para = set(*state, "法》、《规", case_body());
	const struct para_line *line = &para->lines[0];

	assert_int_equal(han_edge(line, 2) - han_edge(line, 1), EMU_PT(8));
	assert_int_equal(han_edge(line, 3) - han_edge(line, 2), EMU_PT(8));
	assert_int_equal(han_edge(line, 4) - han_edge(line, 3), EMU_PT(16));
}

static void test_stop_and_quote(void **state)
{
	const struct para *para = set(*state, "的。”（", case_body());
	const struct para_line *line = &para->lines[0];

	assert_int_equal(han_edge(line, 2) - han_edge(line, 1), EMU_PT(8));
	assert_int_equal(han_edge(line, 3) - han_edge(line, 2), EMU_PT(8));
}

/* After the indent an opening mark keeps its em; elsewhere it is flush. */
static void test_opening_mark(void **state)
{
	struct para_want want = case_body();
	const struct para *para = set(*state, "《预算", want);

	assert_int_equal(han_edge(&para->lines[0], 0), EMU_PT(32));
	want.indent_first = 0;
	para = set(*state, "《预算", want);
	assert_int_equal(han_edge(&para->lines[0], 0), -EMU_PT(8));
	assert_int_equal(para->lines[0].width, EMU_PT(40));
}

static void test_han_latin_gap(void **state)
{
	struct para_want want = case_body();
	const struct para *para = set(*state, "年2024年", want);
	const struct para_line *line = &para->lines[0];

	assert_int_equal(edge(line, 3) - edge(line, 0), EMU_PT(20));
	assert_int_equal(edge(line, 7) - edge(line, 3), EMU_PT(36));
	want.gap = 0;
	para = set(*state, "年2024年", want);
	line = &para->lines[0];
	assert_int_equal(edge(line, 3) - edge(line, 0), EMU_PT(16));
}

/* Blanks typed between Han and digits give way to the gap; those between
 * words stay. */
static void test_blanks_dropped(void **state)
{
	struct layout *layout = *state;
	const struct para *para = set(layout, "年 2024 年，  共", case_body());

	assert_str(line_text(&para->lines[0], layout->arena), "年2024年，共");
	para = set(layout, "9 辆 ，（ 含", case_body());
	assert_str(line_text(&para->lines[0], layout->arena), "9辆，（含");
	para = set(layout, "use of 预算", case_body());
	assert_str(line_text(&para->lines[0], layout->arena), "use of预算");
}

static void test_blanks_stay_without_gap(void **state)
{
	struct layout *layout = *state;
	struct para_want want = case_body();
	const struct para *para;

	want.gap = 0;
	para = set(layout, "201 区委", want);
	assert_str(line_text(&para->lines[0], layout->arena), "201 区委");
}

/* A line that is one em short: all gaps grow alike, the edge is met. */
static void test_even_stretch(void **state)
{
	struct para_want want = case_body();
	const struct para *para;
	const struct para_line *line;
	emu first;
	size_t i;

	want.indent_first = 0;
	want.width = EMU_PT(16 * 10 + 8);
	para = set(*state, "部门预算公开情况说明及其他事项部门预算公开", want);
	line = &para->lines[0];
	assert_int_equal(line->n, 30);
	assert_int_equal(line->slack, 0);
	first = han_edge(line, 1) - EMU_PT(16);
	assert_true(first > 0);
	for (i = 1; i < 10; i++)
		assert_in_range(han_edge(line, i) - han_edge(line, i - 1) -
				    EMU_PT(16),
				first - 1, first + 1);
	assert_int_equal(han_edge(line, 9) + EMU_PT(16), want.width);
}

/* The mark at the end takes half an em where that fits better. */
static void test_half_mark_at_end(void **state)
{
	struct para_want want = case_body();
	const struct para *para;

	want.indent_first = 0;
	want.width = EMU_PT(16 * 10 + 8);
	para =
	    set(*state, "部门预算公开情况说明，及其他事项部门预算公开", want);
	assert_int_equal(para->lines[0].n, 33);
	assert_int_equal(para->lines[0].slack, 0);
	assert_int_equal(han_edge(&para->lines[0], 9), 9 * EMU_PT(16));
}

/* One character and its stop are drawn into the line before, at the cost of
 * its commas. */
static void test_last_line_drawn_in(void **state)
{
	struct para_want want = case_body();
	const struct para *para;

	want.indent_first = 0;
	want.width = EMU_PT(16 * 15);
	para = set(*state, "部门，预算，公开，情况，说明项目。", want);
	assert_int_equal(para->n_lines, 1);
	assert_true(para->lines[0].slack >= 0);
}

/* One character with several marks is as lone. */
static void test_last_line_of_marks(void **state)
{
	struct para_want want = case_body();
	const struct para *para;

	want.indent_first = 0;
	want.width = EMU_PT(16 * 20);
	para = set(*state, "部门预算公开情况说明及其他事项（部门预算公开）。",
		   want);
	assert_int_equal(para->n_lines, 2);
	assert_true(para->lines[1].n >= 12);
}

/* Where that cannot be, the lines before give something to the last one. */
static void test_last_line_filled(void **state)
{
	struct para_want want = case_body();
	const struct para *para;

	want.indent_first = 0;
	want.width = EMU_PT(16 * 20);
	para =
	    set(*state, "部门预算公开情况说明及其他事项部门预算公开。", want);
	assert_int_equal(para->n_lines, 2);
	assert_true(para->lines[1].n >= 9);
}

/* A number stays with its unit, whatever the line suffers: here its gaps grow
 * by 1 pt, below by 3 pt. */
static void test_number_with_unit(void **state)
{
	struct para_want want = case_body();
	const struct para *para;

	want.indent_first = 0;
	want.width = EMU_PT(16 * 20);
	para = set(*state,
		   "本年度部门预算支出情况安排的是其他项目5万元，其他的没有",
		   want);
	assert_int_equal(para->lines[0].n, 19 * 3);
	para = set(*state,
		   "本年度部门预算支出情况安排的是项目496.13万元，其他的没有",
		   want);
	assert_int_equal(para->lines[0].n, 17 * 3);
	assert_int_equal(para->lines[0].slack, 0);
}

/* What is wider than the line by itself is torn, and before its unit. */
static void test_number_wider_than_the_line(void **state)
{
	struct layout *layout = *state;
	struct para_want want = case_body();
	const struct para *para;

	want.indent_first = 0;
	want.width = EMU_PT(16 * 4);
	para = set(layout, "安排1496.13万元", want);
	assert_int_equal(para->n_lines, 3);
	assert_str(line_text(&para->lines[1], layout->arena), "1496.13");
	assert_str(line_text(&para->lines[2], layout->arena), "万元");
}

/* A code that is longer than the line fills it; a shorter one moves. */
static void test_long_word(void **state)
{
	struct layout *layout = *state;
	struct para_want want = case_body();
	const struct para *para;

	want.indent_first = 0;
	want.width = EMU_PT(64); /* 8 digits */
	para = set(layout, "编码13030324P00462310002Y", want);
	assert_true(para->n_lines >= 3);
	para = set(layout, "编码号1303032", want);
	assert_str(line_text(&para->lines[1], layout->arena), "1303032");
}

/* Nothing stretches beyond the bound: what is left stays white. */
static void test_bounded_stretch(void **state)
{
	struct para_want want = case_body();
	const struct para *para;
	const struct para_line *line;
	size_t i;

	want.indent_first = 0;
	want.width = EMU_PT(16 * 8);
	para = set(*state, "部门13030324P00462", want);
	line = &para->lines[0];
	assert_int_equal(line->n, 6);
	assert_true(line->slack > 0);
	for (i = 1; i < 2; i++)
		assert_true(han_edge(line, i) - han_edge(line, i - 1) <=
			    EMU_PT(16) * (1000 + STRETCH_HAN_MOST) / 1000);
}

/* At the bound a line is full; one that stays short beside it is not taken,
 * however well the next ones would come out. */
static void test_full_at_the_bound(void **state)
{
	struct layout *layout = *state;
	const struct para *para = set(
	    layout,
	    "望川县发展和改革局本级上年末固定资产金额为2287.56万元（详见下表）"
	    "。本年度拟购置固定资产总额为156.00万元，已按要求列入政府采购预算，"
	    "详见政府采购预算表。",
	    case_body());

	assert_str(line_text(&para->lines[0], layout->arena),
		   "望川县发展和改革局本级上年末固定资产金额为");
}

static void test_narrower_than_a_glyph(void **state)
{
	struct para_want want = case_body();
	const struct para *para;

	want.indent_first = 0;
	want.width = EMU_PT(5);
	para = set(*state, "部门预算", want);
	assert_int_equal(para->n_lines, 4);
	assert_true(para->lines[0].slack < 0);
	want.width = -EMU_PT(5);
	assert_int_equal(set(*state, "部门预算", want)->n_lines, 4);
}

static void test_ten_thousand(void **state)
{
	struct layout *layout = *state;
	struct buf buf = {.arena = layout->arena};
	const struct para *para;
	int i;

	for (i = 0; i < 5000; i++)
		buf_add_cstr(&buf, i % 7 == 0 ? "。" : "8");
	buf_add_char(&buf, '\0');
	para = set(layout, buf_str(&buf).s, case_body());
	assert_in_range(para->n_lines, 80, 400);
	assert_int_equal(para->lines[0].slack, 0);
}

/* Two lines of a title: the unit, then what begins with the year. */
static void test_balanced_title(void **state)
{
	struct layout *layout = *state;
	struct para_want want = case_body();
	const struct para *para;

	want.indent_first = 0;
	want.gap = 0;
	want.align = ALIGN_CENTER;
	want.balance = true;
	para = set(layout,
		   "中共某某市某某区委员会办公室2024年部门预算信息公开情况说明",
		   want);
	assert_int_equal(para->n_lines, 2);
	assert_str(line_text(&para->lines[1], layout->arena),
		   "2024年部门预算信息公开情况说明");
	assert_int_equal(para->lines[0].left * 2 + para->lines[0].width,
			 want.width);
}

static void test_balanced_heading(void **state)
{
	struct layout *layout = *state;
	struct para_want want = case_body();
	const struct para *para;

	want.indent_first = 0;
	want.gap = 0;
	want.balance = true;
	want.width = EMU_PT(16 * 8);
	para = set(layout, "国有资本经营预算财政拨款", want);
	assert_int_equal(para->n_lines, 2);
	assert_str(line_text(&para->lines[1], layout->arena), "财政拨款");
}

/* A line more rather than a torn word: not 经费拨|款补助. */
static void test_balanced_between_words(void **state)
{
	struct layout *layout = *state;
	struct para_want want = case_body();
	const struct para *para;

	want.indent_first = 0;
	want.gap = 0;
	want.balance = true;
	want.width = EMU_PT(16 * 3);
	para = set(layout, "经费拨款补助", want);
	assert_int_equal(para->n_lines, 3);
	assert_str(line_text(&para->lines[1], layout->arena), "拨款");
}

static void test_right(void **state)
{
	struct para_want want = case_body();
	const struct para *para;

	want.indent_first = 0;
	want.align = ALIGN_RIGHT;
	para = set(*state, "预算", want);
	assert_int_equal(han_edge(&para->lines[0], 0), EMU_PT(448 - 32));
}

static void test_never_break(void **state)
{
	struct para_want want = case_body();
	const struct para *para;

	want.never_break = true;
	want.width = EMU_PT(40);
	para = set(*state, "1234567890.00", want);
	assert_int_equal(para->n_lines, 1);
	assert_true(para->lines[0].slack < 0);
}

static void test_widths(void **state)
{
	struct layout *layout = *state;
	struct para_want want = case_body();
	struct text text = case_text(layout, "预算496.13万元");

	want.indent_first = 0;
	want.gap = 0;
	assert_int_equal(para_most_width(layout, text, &want),
			 EMU_PT(32 + 44 + 32));
	assert_int_equal(para_least_width(layout, text, &want),
			 EMU_PT(44 + 32));
	want.never_break = true;
	assert_int_equal(para_least_width(layout, text, &want),
			 EMU_PT(32 + 44 + 32));
}

/* A term in another type: a run of its own with its stroke. */
static void test_strong(void **state)
{
	struct layout *layout = *state;
	struct para_want want = case_body();
	struct run runs[] = {{.text = STR("收入："), .strong = true},
			     {.text = STR("指资金")}};
	const struct para *para;

	want.strong.role = ROLE_KAI;
	want.strong.stroke = EMU_PT(0.3);
	para = para_set(layout, (struct text){runs, 2}, &want);
	assert_int_equal(para->lines[0].n_runs, 2);
	assert_int_equal(para->lines[0].runs[0].stroke, EMU_PT(0.3));
	assert_int_equal(para->lines[0].runs[1].stroke, 0);
	assert_int_not_equal(para->lines[0].runs[0].face,
			     para->lines[0].runs[1].face);
}

/* Text that no face has is reported once, where it is placed. */
static void test_missing(void **state)
{
	struct layout *layout = *state;
	const struct para *para =
	    set(layout, "\xF3\xB0\x80\x80预\xF3\xB0\x80\x80", case_body());
	size_t before = layout->sink->n;

	assert_int_equal(para->n_missing, 1);
	canvas_page(layout->canvas, EMU_MM(210), EMU_MM(297), 0);
	para_place(layout, para, 0, 1, 0, 0, TAG_ARTIFACT, STR("p"));
	assert_int_equal(layout->sink->n, before + 1);
	assert_string_equal(layout->sink->list[before].kind->id,
			    "LAYOUT-GLYPH");
	assert_str(layout->sink->list[before].node, "p");
}

/* A line's bytes are those of the plain text, dropped blanks and all. */
static void test_line_bytes(void **state)
{
	const struct para *para = set(*state, "年 2024 年", case_body());

	assert_int_equal(para->lines[0].from, 0);
	assert_int_equal(para->lines[0].n, 12);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_whole_ems),
	    cmocka_unit_test(test_ascent),
	    cmocka_unit_test(test_empty),
	    cmocka_unit_test(test_adjacent_marks),
	    cmocka_unit_test(test_stop_and_quote),
	    cmocka_unit_test(test_opening_mark),
	    cmocka_unit_test(test_han_latin_gap),
	    cmocka_unit_test(test_blanks_dropped),
	    cmocka_unit_test(test_blanks_stay_without_gap),
	    cmocka_unit_test(test_even_stretch),
	    cmocka_unit_test(test_half_mark_at_end),
	    cmocka_unit_test(test_last_line_drawn_in),
	    cmocka_unit_test(test_last_line_of_marks),
	    cmocka_unit_test(test_last_line_filled),
	    cmocka_unit_test(test_number_with_unit),
	    cmocka_unit_test(test_number_wider_than_the_line),
	    cmocka_unit_test(test_long_word),
	    cmocka_unit_test(test_bounded_stretch),
	    cmocka_unit_test(test_full_at_the_bound),
	    cmocka_unit_test(test_narrower_than_a_glyph),
	    cmocka_unit_test(test_ten_thousand),
	    cmocka_unit_test(test_balanced_title),
	    cmocka_unit_test(test_balanced_heading),
	    cmocka_unit_test(test_balanced_between_words),
	    cmocka_unit_test(test_right),
	    cmocka_unit_test(test_never_break),
	    cmocka_unit_test(test_widths),
	    cmocka_unit_test(test_strong),
	    cmocka_unit_test(test_missing),
	    cmocka_unit_test(test_line_bytes),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
