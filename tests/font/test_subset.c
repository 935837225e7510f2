/* SPDX-License-Identifier: MIT */
/* Subsets are read back by HarfBuzz, which knows nothing of our writer: each
 * outline has the box that it has in the whole face. */
#include "font/font.h"

#include <hb-ot.h>
#include <hb.h>
#include <string.h>

#include "cmocka_all.h"
#include "font_case.h"

#define SIZE EMU_PT(16)

/* Tables that a face must have beside its outlines, so that HarfBuzz takes
 * bare CFF for a font. */
struct bare {
	struct str cff;
	char maxp[6];
};

static hb_blob_t *table_of(hb_face_t *face, hb_tag_t tag, void *data)
{
	static const char head[54] = {[18] = 0x03, [19] = (char)0xE8};
	const struct bare *bare = data;

	(void)face;
	if (tag == HB_TAG('C', 'F', 'F', ' '))
		return hb_blob_create(bare->cff.s, (unsigned int)bare->cff.n,
				      HB_MEMORY_MODE_READONLY, NULL, NULL);
	if (tag == HB_TAG('h', 'e', 'a', 'd'))
		return hb_blob_create(head, sizeof(head),
				      HB_MEMORY_MODE_READONLY, NULL, NULL);
	if (tag == HB_TAG('m', 'a', 'x', 'p'))
		return hb_blob_create(bare->maxp, sizeof(bare->maxp),
				      HB_MEMORY_MODE_READONLY, NULL, NULL);
	return NULL;
}

static hb_font_t *open_subset(const struct font_subset *subset, size_t n,
			      struct arena *arena)
{
	struct bare *bare = ARENA_NEW(arena, struct bare);
	hb_blob_t *blob;
	hb_face_t *face;
	hb_font_t *font;

	if (subset->cff) {
		*bare = (struct bare){subset->data,
				      {0, 0, 0x50, 0, 0, (char)(n + 1)}};
		face = hb_face_create_for_tables(table_of, bare, NULL);
	} else {
		blob =
		    hb_blob_create(subset->data.s, (unsigned int)subset->data.n,
				   HB_MEMORY_MODE_READONLY, NULL, NULL);
		face = hb_face_create(blob, 0);
		hb_blob_destroy(blob);
	}
	font = hb_font_create(face);
	hb_face_destroy(face);
	return font;
}

static hb_font_t *open_whole(struct font_case *state, int number)
{
	const struct face_info *info = fonts_face(state->fonts, number);
	hb_blob_t *blob =
	    hb_blob_create_from_file(str_cstr(info->path, state->arena));
	hb_face_t *face = hb_face_create(blob, (unsigned int)info->index);
	hb_font_t *font = hb_font_create(face);

	hb_blob_destroy(blob);
	hb_face_destroy(face);
	return font;
}

static void compare(struct font_case *state, int face, const uint32_t *glyphs,
		    size_t n)
{
	struct font_subset subset;
	hb_font_t *whole = open_whole(state, face);
	hb_font_t *part;
	size_t i;

	assert_true(fonts_subset(state->fonts, face,
				 (struct font_glyphs){glyphs, n}, state->arena,
				 state->sink, &subset));
	part = open_subset(&subset, n, state->arena);
	for (i = 0; i < n; i++) {
		uint32_t code = (uint32_t)i + 1;
		hb_glyph_extents_t one;
		hb_glyph_extents_t two;

		assert_true(hb_font_get_glyph_extents(whole, glyphs[i], &one));
		assert_true(hb_font_get_glyph_extents(
		    part, subset.cff ? code : subset.gids[code], &two));
		assert_memory_equal(&one, &two, sizeof(one));
		assert_true(one.width > 0);
	}
	hb_font_destroy(whole);
	hb_font_destroy(part);
}

static void test_subsets(void **in)
{
	struct font_case *state = *in;
	static const char text[] = "预算公开鹬龘镕䶮年度";
	static const char latin[] = "Qgé8";
	uint32_t glyphs[32] = {0};
	int role;

	for (role = 0; role < N_ROLES; role++) {
		struct font_want want = {.role = (enum role)role, .size = SIZE};
		int face = fonts_role_face(state->fonts, want.role, false);
		size_t used = 0;
		size_t n;
		size_t i;
		const struct glyph *shaped = fonts_shape(
		    state->fonts, want,
		    role == ROLE_LATIN ? str_from(latin) : str_from(text),
		    state->arena, &n);

		for (i = 0; i < n; i++)
			if (shaped[i].face == face)
				glyphs[used++] = shaped[i].id;
		assert_true(used >= 4);
		glyphs[used++] = glyphs[0]; /* a glyph may come twice */
		compare(state, face, glyphs, used);
	}
}

/* The rare characters' face, TrueType with a large glyf table. */
static void test_subset_of_fallback(void **in)
{
	struct font_case *state = *in;
	struct font_want want = {.role = ROLE_FANG, .size = SIZE};
	uint32_t glyphs[2];
	size_t n;
	const struct glyph *shaped =
	    fonts_shape(state->fonts, want, STR("镕㎡"), state->arena, &n);

	glyphs[0] = shaped[0].id;
	glyphs[1] = shaped[1].id;
	compare(state, shaped[0].face, glyphs, 2);
}

static void test_same_bytes(void **in)
{
	struct font_case *state = *in;
	int face = fonts_role_face(state->fonts, ROLE_SONG, false);
	static const uint32_t glyphs[] = {13165, 9564, 20000};
	struct font_subset one;
	struct font_subset two;

	assert_true(fonts_subset(state->fonts, face,
				 (struct font_glyphs){glyphs, 3}, state->arena,
				 state->sink, &one));
	assert_true(fonts_subset(state->fonts, face,
				 (struct font_glyphs){glyphs, 3}, state->arena,
				 state->sink, &two));
	assert_true(str_equal(one.data, two.data));
}

static void test_glyph_that_is_not_there(void **in)
{
	struct font_case *state = *in;
	struct diag_sink *sink = diag_open(state->arena);
	int face = fonts_role_face(state->fonts, ROLE_FANG, false);
	static const uint32_t glyphs[] = {65535};
	struct font_subset subset;

	assert_false(fonts_subset(state->fonts, face,
				  (struct font_glyphs){glyphs, 1}, state->arena,
				  sink, &subset));
	assert_int_equal(sink->n, 1);
	assert_string_equal(sink->list[0].kind->id, "FONT-SUBSET");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_subsets),
	    cmocka_unit_test(test_subset_of_fallback),
	    cmocka_unit_test(test_same_bytes),
	    cmocka_unit_test(test_glyph_that_is_not_there),
	};

	return cmocka_run_group_tests(tests, font_case_open, font_case_close);
}
