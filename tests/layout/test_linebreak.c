/* SPDX-License-Identifier: MIT */
/* Where a line may end: a text with the levels of its places, N never, W word,
 * T tight, P poor, F free, between the characters. */
#include "cmocka_all.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "layout/linebreak.h"

struct fixture {
	struct arena *arena;
	struct linebreak *linebreak;
};

static int set_up(void **state)
{
	static struct fixture fixture;

	fixture.arena = arena_open();
	fixture.linebreak = linebreak_open();
	*state = &fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	linebreak_close(f->linebreak);
	arena_close(f->arena);
	return 0;
}

/* One letter for each place between two characters. */
static const char *shown(const uint8_t *levels, struct str text,
			 const char *letters, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t at = 0;

	while (at < text.n) {
		utf8_next(text, &at);
		if (at < text.n)
			buf_add_char(&buf, letters[levels[at]]);
	}
	return str_cstr(buf_str(&buf), arena);
}

static const char *levels(struct fixture *f, const char *text)
{
	struct str s = str_from(text);

	return shown(linebreak_find(f->linebreak, s, f->arena), s, "NWTPF",
		     f->arena);
}

static const char *senses(struct fixture *f, const char *text)
{
	struct str s = str_from(text);

	return shown(linebreak_sense(f->linebreak, s, f->arena), s, "nwhp",
		     f->arena);
}

static void test_han(void **state)
{
	assert_string_equal(levels(*state, "部门预算"), "FFF");
	assert_string_equal(levels(*state, ""), "");
	assert_string_equal(levels(*state, "部"), "");
}

/* GB/T 15834-2011, 5.1: closing marks, stops and commas begin no line. */
static void test_no_start(void **state)
{
	assert_string_equal(levels(*state, "部，部。部、部；部"), "NFNFNFNF");
	assert_string_equal(levels(*state, "部：部！部？部）"), "NFNFNFN");
	assert_string_equal(levels(*state, "算》算】算”算’算"), "NFNFNFNF");
	assert_string_equal(levels(*state, "张·李"), "NF");
	assert_string_equal(levels(*state, "了……他"), "NNF");
}

/* 5.1.6: opening marks end no line. */
static void test_no_end(void **state)
{
	assert_string_equal(levels(*state, "《预算"), "NF");
	assert_string_equal(levels(*state, "的“三公”经费"), "FNFNFF");
	assert_string_equal(levels(*state, "（一）负"), "NNF");
	assert_string_equal(levels(*state, "》、《法"), "NFN");
}

/* 5.1.4, 5.1.5: the two halves of —— and …… are not torn. */
static void test_dashes(void **state)
{
	assert_string_equal(levels(*state, "部——算"), "FNF");
	assert_string_equal(levels(*state, "。……部"), "NNF");
}

static void test_signs(void **state)
{
	assert_string_equal(levels(*state, "率≥95%以"), "FNNNF");
	assert_string_equal(levels(*state, "≤10.5"), "NNNN");
	assert_string_equal(levels(*state, "−3.2"), "NNN");
	assert_string_equal(levels(*state, "￥20"), "NN");
	assert_string_equal(levels(*state, "36℃"), "NN");
}

/* A number parts from its unit only where both fill a line. */
static void test_units(void **state)
{
	assert_string_equal(levels(*state, "2.80万元的"), "NNNPTF");
	assert_string_equal(levels(*state, "3000平方米，"), "NNNPTTN");
	assert_string_equal(levels(*state, "2个月内"), "PTF");
	assert_string_equal(levels(*state, "5个人"), "PF");
	assert_string_equal(levels(*state, "20万字以"), "NPTF");
	assert_string_equal(levels(*state, "20余万元的"), "NPTTF");
	assert_string_equal(levels(*state, "3千多名人"), "PTTF");
	assert_string_equal(levels(*state, "20万，"), "NPN");
}

static void test_words(void **state)
{
	assert_string_equal(levels(*state, "PM2.5值"), "NNNNP");
	assert_string_equal(levels(*state, "13030324P0046"), "NNNNNNNNNNNN");
	assert_string_equal(levels(*state, "use of"), "NNNFN");
	assert_string_equal(levels(*state, "GB/T 97"), "NNPNPN");
}

static void test_ordinals(void **state)
{
	assert_string_equal(levels(*state, "第十九届中"), "TTTF");
	assert_string_equal(levels(*state, "第3季度"), "TTT");
	assert_string_equal(levels(*state, "第二"), "T");
	assert_string_equal(levels(*state, "第部"), "F");
}

static void test_dates(void **state)
{
	assert_string_equal(levels(*state, "2024年9月30日前"), "NNNTPTPNTF");
}

static void test_ranges(void **state)
{
	assert_string_equal(levels(*state, "10—20"), "NTTN");
	assert_string_equal(levels(*state, "10～20"), "NNTN");
}

static void test_without_an_iterator(void **state)
{
	struct fixture *f = *state;
	struct str text = STR("部门，预算");

	assert_string_equal(shown(linebreak_find(NULL, text, f->arena), text,
				  "NWTPF", f->arena),
			    "FNFF");
}

static void test_sense(void **state)
{
	assert_string_equal(senses(*state, "公共预算财政拨款"), "nwnhnnn");
	assert_string_equal(senses(*state, "机关2024年"), "npnnnn");
	assert_string_equal(senses(*state, "《预算法》规定"), "wnnwpn");
}

/* What the dictionary leaves alone is joined: to the word before it, or two
 * and two. */
static void test_joined_words(void **state)
{
	assert_string_equal(senses(*state, "政府性基金"), "nnwn");
	assert_string_equal(senses(*state, "可持续影响"), "nnwn");
	assert_string_equal(senses(*state, "上年结转结余"), "nwnwn");
	assert_string_equal(senses(*state, "2024年预留"), "nnnnwn");
	assert_string_equal(senses(*state, "运行维护费"), "nwnn");
	assert_string_equal(senses(*state, "中小微企业份额"), "nnnnwn");
	assert_string_equal(senses(*state, "面向中小企业"), "nwnnn");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_han),
	    cmocka_unit_test(test_no_start),
	    cmocka_unit_test(test_no_end),
	    cmocka_unit_test(test_dashes),
	    cmocka_unit_test(test_signs),
	    cmocka_unit_test(test_units),
	    cmocka_unit_test(test_words),
	    cmocka_unit_test(test_ordinals),
	    cmocka_unit_test(test_dates),
	    cmocka_unit_test(test_ranges),
	    cmocka_unit_test(test_sense),
	    cmocka_unit_test(test_joined_words),
	    cmocka_unit_test(test_without_an_iterator),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
