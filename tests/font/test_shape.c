/* SPDX-License-Identifier: MIT */
/* On the fonts of font_case.h. */
#include "font/font.h"

#include "cmocka_all.h"
#include "font_case.h"

#define SIZE EMU_PT(16)

static struct font_want want(enum role role)
{
	return (struct font_want){.role = role, .size = SIZE};
}

static const struct glyph *shape(struct font_case *state, struct font_want how,
				 const char *text, size_t expected)
{
	size_t n;
	const struct glyph *glyphs =
	    fonts_shape(state->fonts, how, str_from(text), state->arena, &n);

	assert_int_equal(n, expected);
	return glyphs;
}

static struct str face_name(const struct font_case *state, int face)
{
	return fonts_face(state->fonts, face)->postscript;
}

/* As in the sets of GB 2312; letters and what goes with numbers are Latin. */
static void test_sets_han(void **in)
{
	(void)in;
	assert_true(font_sets_han(0x4E2D)); /* 中 */
	assert_true(font_sets_han(0x201C)); /* “ */
	assert_true(font_sets_han(0xD7));   /* × */
	assert_false(font_sets_han('5'));
	assert_false(font_sets_han(0xE9));   /* é */
	assert_false(font_sets_han(0x2265)); /* ≥ */
	assert_false(font_sets_han(0x2212)); /* − */
}

static void test_roles(void **in)
{
	static const char *const names[N_ROLES][2] = {
	    [ROLE_TITLE] = {"NotoSerifCJKsc-Bold", "NotoSerifCJKsc-Bold"},
	    [ROLE_HEI] = {"NotoSansCJKsc-Regular", "NotoSansCJKsc-Bold"},
	    [ROLE_KAI] = {"FandolKai-Regular", "FandolKai-Regular"},
	    [ROLE_FANG] = {"FandolFang-Regular", "FandolFang-Regular"},
	    [ROLE_SONG] = {"NotoSerifCJKsc-Regular", "NotoSerifCJKsc-Bold"},
	    [ROLE_LATIN] = {"LiberationSerif", "LiberationSerif-Bold"},
	};
	struct font_case *state = *in;
	enum role role;

	assert_int_equal(state->sink->n, 0);
	for (role = 0; role < N_ROLES; role++) {
		assert_str(face_name(state, fonts_role_face(state->fonts, role,
							    false)),
			   names[role][false]);
		assert_str(
		    face_name(state, fonts_role_face(state->fonts, role, true)),
		    names[role][true]);
		assert_int_equal(fonts_has_bold(state->fonts, role),
				 role != ROLE_KAI && role != ROLE_FANG);
	}
}

/* The SC face of the collection; what the face says of itself. */
static void test_face_info(void **in)
{
	struct font_case *state = *in;
	const struct face_info *song = fonts_face(
	    state->fonts, fonts_role_face(state->fonts, ROLE_SONG, false));
	const struct face_info *fang = fonts_face(
	    state->fonts, fonts_role_face(state->fonts, ROLE_FANG, false));
	const struct face_info *latin = fonts_face(
	    state->fonts, fonts_role_face(state->fonts, ROLE_LATIN, true));

	assert_int_equal(song->index, 2);
	assert_true(song->cff && song->embeddable);
	assert_int_equal(song->han_middle, 380);
	assert_true(str_find(song->licence, STR("Open Font License")) >= 0);
	assert_in_range(fang->han_middle, 300, 315);
	assert_false(latin->cff);
	assert_int_equal(latin->upem, 2048);
	assert_int_equal(latin->weight, 700);
	assert_int_equal(latin->han_middle, 0);
}

static void test_han_and_latin(void **in)
{
	struct font_case *state = *in;
	const struct glyph *glyphs = shape(state, want(ROLE_FANG), "年2a，", 4);

	assert_str(face_name(state, glyphs[0].face), "FandolFang-Regular");
	assert_int_equal(glyphs[0].advance, SIZE);
	assert_int_equal(glyphs[0].code, 0x5E74);
	assert_str(face_name(state, glyphs[1].face), "LiberationSerif");
	assert_int_equal(glyphs[1].advance, SIZE / 2);
	assert_int_equal(glyphs[1].cluster, 3);
	assert_str(face_name(state, glyphs[2].face), "LiberationSerif");
	assert_str(face_name(state, glyphs[3].face), "FandolFang-Regular");
	assert_int_equal(glyphs[3].advance, SIZE);
	assert_int_equal(glyphs[3].cluster, 5);
}

static void test_own_latin(void **in)
{
	struct font_case *state = *in;
	struct font_want how = want(ROLE_TITLE);
	const struct glyph *glyphs;

	glyphs = shape(state, how, "2024", 4);
	assert_str(face_name(state, glyphs[0].face), "LiberationSerif-Bold");
	how.own_latin = true;
	glyphs = shape(state, how, "2024", 4);
	assert_str(face_name(state, glyphs[0].face), "NotoSerifCJKsc-Bold");
}

/* Digits are never kerned: columns of amounts stand or fall with it. */
static void test_digits_have_one_width(void **in)
{
	struct font_case *state = *in;
	static const char *const amounts[] = {"111,111.11", "740,747.71"};
	int64_t width = fonts_width(state->fonts, want(ROLE_SONG),
				    STR("888,888.88"), state->arena);
	size_t i;

	for (i = 0; i < 2; i++)
		assert_int_equal(fonts_width(state->fonts, want(ROLE_SONG),
					     str_from(amounts[i]),
					     state->arena),
				 width);
}

static void test_letters_are_kerned(void **in)
{
	struct font_case *state = *in;
	const struct glyph *glyphs = shape(state, want(ROLE_LATIN), "AVA", 3);
	int64_t apart =
	    fonts_width(state->fonts, want(ROLE_LATIN), STR("A"), state->arena);

	assert_true(glyphs[0].advance < apart);
}

/* Chinese marks are one em wide in every role. */
static void test_full_width_marks(void **in)
{
	static const char marks[] = "“‘’”·—…：×÷±℃①Ⅳ※→■";
	struct font_case *state = *in;
	int role;

	for (role = 0; role < ROLE_LATIN; role++) {
		size_t n;
		const struct glyph *glyphs =
		    fonts_shape(state->fonts, want((enum role)role),
				str_from(marks), state->arena, &n);
		size_t i;

		assert_int_equal(n, 17);
		for (i = 0; i < n; i++) {
			if (glyphs[i].advance < SIZE)
				fail_msg("U+%04X in role %s is %d wide",
					 (unsigned int)glyphs[i].code,
					 role_name((enum role)role),
					 (int)glyphs[i].advance);
			assert_false(glyphs[i].missing);
		}
	}
}

static void test_apostrophe_is_latin(void **in)
{
	struct font_case *state = *in;
	const struct glyph *glyphs = shape(state, want(ROLE_FANG), "don’t’", 6);

	assert_str(face_name(state, glyphs[3].face), "LiberationSerif");
	assert_str(face_name(state, glyphs[5].face), "FandolFang-Regular");
}

/* The ink of a dash of two ems: no gap between the glyphs, and in the middle
 * of the Han characters. Noto's own dash is 0.89 em wide and low. */
static void test_dash_is_unbroken(void **in)
{
	struct font_case *state = *in;
	const struct glyph *dash = shape(state, want(ROLE_SONG), "——", 2);

	assert_int_equal(dash[0].advance, SIZE);
	assert_int_equal(dash[1].advance, SIZE);
	assert_true(dash[0].x > 0);
	assert_int_equal(dash[0].x - dash[1].x > SIZE / 10, true);
	dash = shape(state, want(ROLE_FANG), "——", 2);
	assert_int_equal(dash[0].x, 0);
	assert_int_equal(dash[1].x, 0);
}

/* A stand-in is moved so that its characters stand level with the others. */
static void test_fallback_is_level(void **in)
{
	struct font_case *state = *in;
	const struct glyph *glyphs = shape(state, want(ROLE_FANG), "张镕㎡", 3);
	int own = fonts_face(state->fonts, glyphs[0].face)->han_middle;
	int other = fonts_face(state->fonts, glyphs[1].face)->han_middle;

	assert_str(face_name(state, glyphs[1].face), "LXGWWenKai-Light");
	assert_str(face_name(state, glyphs[2].face), "LXGWWenKai-Light");
	assert_int_equal(glyphs[0].y, 0);
	assert_int_equal(glyphs[1].y, (own - other) * SIZE / 1000);
	assert_true(glyphs[1].y < 0);
	assert_false(glyphs[1].missing);
}

static void test_rare_characters(void **in)
{
	struct font_case *state = *in;
	static const uint32_t codes[] = {0x20164, 0x4DAE, 0x36C3, 0x2CB4E,
					 0x28C47};
	const struct glyph *glyphs;
	int role;
	size_t i;

	for (role = 0; role < ROLE_LATIN; role++) {
		glyphs = shape(state, want((enum role)role),
			       "𠅤䶮㛃𬭎𨱇", 5);
		for (i = 0; i < 5; i++) {
			assert_int_equal(glyphs[i].code, codes[i]);
			assert_int_equal(glyphs[i].advance, SIZE);
			assert_false(glyphs[i].missing);
		}
	}
}

static void test_missing_shows_a_mark(void **in)
{
	struct font_case *state = *in;
	const struct glyph *glyphs =
	    shape(state, want(ROLE_FANG), "甲\xF4\x80\x80\x80乙", 3);

	assert_true(glyphs[1].missing);
	assert_true(glyphs[1].id != 0);
	assert_int_equal(glyphs[1].code, 0x100000);
	assert_false(glyphs[2].missing);
}

/* Bytes without a glyph belong to the character before them. */
static void test_invisible(void **in)
{
	struct font_case *state = *in;
	const struct glyph *glyphs = shape(
	    state, want(ROLE_FANG), "甲\xE2\x80\x8B乙\xF3\xA0\x84\x80丙", 3);

	assert_int_equal(glyphs[1].cluster, 6);
	assert_int_equal(glyphs[2].cluster, 13);
	shape(state, want(ROLE_FANG), "", 0);
}

static void test_bad_bytes(void **in)
{
	shape(*in, want(ROLE_FANG), "\xFF\xE4\xB8", 3);
}

static void test_explain(void **in)
{
	struct font_case *state = *in;
	struct str text =
	    fonts_explain(state->fonts, ROLE_FANG, true, state->arena);

	assert_true(str_starts(text, STR("fang  text\n  taken: FandolFang")));
	assert_true(str_find(text, STR("no official font")) > 0);
	assert_true(str_find(text, STR("– 仿宋_GB2312\n")) > 0);
	assert_true(str_find(text, STR("✓ LXGW WenKai Light\n")) > 0);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_sets_han),
	    cmocka_unit_test(test_roles),
	    cmocka_unit_test(test_face_info),
	    cmocka_unit_test(test_han_and_latin),
	    cmocka_unit_test(test_own_latin),
	    cmocka_unit_test(test_digits_have_one_width),
	    cmocka_unit_test(test_letters_are_kerned),
	    cmocka_unit_test(test_full_width_marks),
	    cmocka_unit_test(test_apostrophe_is_latin),
	    cmocka_unit_test(test_dash_is_unbroken),
	    cmocka_unit_test(test_fallback_is_level),
	    cmocka_unit_test(test_rare_characters),
	    cmocka_unit_test(test_missing_shows_a_mark),
	    cmocka_unit_test(test_invisible),
	    cmocka_unit_test(test_bad_bytes),
	    cmocka_unit_test(test_explain),
	};

	return cmocka_run_group_tests(tests, font_case_open, font_case_close);
}
