/* SPDX-License-Identifier: MIT */
/*
 * Subsets for embedding. CFF is written by cff.c; TrueType is left to
 * HarfBuzz, which knows composites, without hints and without all tables that
 * a PDF has no use for (PDF 32000-1, 9.9, table 126).
 */
#include <hb-subset.h>

#include "base/arena.h"
#include "base/diag.h"
#include "font/cff.h"
#include "font/fonts.h"
#include "font/messages.h"

/* A table of the face as text; valid as long as the face. */
static struct str table_bytes(const struct face *face, hb_tag_t tag)
{
	hb_blob_t *table = hb_face_reference_table(face->face, tag);
	unsigned int n;
	const char *data = hb_blob_get_data(table, &n);

	hb_blob_destroy(table); /* a part of the mapped file */
	return (struct str){data, n};
}

static void keep_tables(hb_subset_input_t *input, const struct face *face)
{
	static const hb_tag_t kept[] = {
	    HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'),
	    HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'),
	    HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p')};
	hb_set_t *dropped =
	    hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
	hb_tag_t tags[64];
	unsigned int n = sizeof(tags) / sizeof(*tags);
	unsigned int i;

	hb_face_get_table_tags(face->face, 0, &n, tags);
	for (i = 0; i < n; i++)
		hb_set_add(dropped, tags[i]);
	for (i = 0; i < sizeof(kept) / sizeof(*kept); i++)
		hb_set_del(dropped, kept[i]);
}

static hb_subset_input_t *subset_input(const struct face *face,
				       struct font_glyphs glyphs)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_set_t *wanted;
	size_t i;

	if (input == NULL)
		return NULL;
	keep_tables(input, face);
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING |
					     HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
	wanted = hb_subset_input_glyph_set(input);
	for (i = 0; i < glyphs.n; i++)
		hb_set_add(wanted, glyphs.ids[i]);
	return input;
}

static bool take_result(hb_subset_plan_t *plan, struct font_glyphs glyphs,
			struct arena *arena, struct font_subset *subset)
{
	hb_face_t *result = hb_subset_plan_execute_or_fail(plan);
	const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);
	uint16_t *gids = ARENA_ARRAY(arena, glyphs.n + 1, uint16_t);
	hb_blob_t *blob;
	unsigned int length;
	const char *data;
	size_t i;

	if (result == NULL)
		return false;
	for (i = 0; i < glyphs.n; i++)
		gids[i + 1] = (uint16_t)hb_map_get(map, glyphs.ids[i]);
	blob = hb_face_reference_blob(result);
	data = hb_blob_get_data(blob, &length);
	subset->data = str_copy((struct str){data, length}, arena);
	subset->cff = false;
	subset->gids = gids;
	hb_blob_destroy(blob);
	hb_face_destroy(result);
	return length > 0;
}

static bool subset_glyf(const struct face *face, struct font_glyphs glyphs,
			struct arena *arena, struct font_subset *subset)
{
	hb_subset_input_t *input = subset_input(face, glyphs);
	hb_subset_plan_t *plan;
	bool done;

	if (input == NULL)
		return false;
	plan = hb_subset_plan_create_or_fail(face->face, input);
	done = plan != NULL && take_result(plan, glyphs, arena, subset);
	hb_subset_plan_destroy(plan);
	hb_subset_input_destroy(input);
	return done;
}

static bool subset_cff(struct face *face, struct font_glyphs glyphs,
		       struct arena *arena, struct font_subset *subset)
{
	subset->cff = true;
	subset->gids = NULL;
	if (face->cff == NULL)
		face->cff = cff_open(
		    table_bytes(face, HB_TAG('C', 'F', 'F', ' ')), face->arena);
	return face->cff != NULL && cff_subset(face->cff, face->info.postscript,
					       glyphs, arena, &subset->data);
}

bool fonts_subset(struct fonts *fonts, int face, struct font_glyphs glyphs,
		  struct arena *arena, struct diag_sink *sink,
		  struct font_subset *subset)
{
	struct face *opened = fonts_open_face(fonts, face);
	struct place place = {.file = fonts->faces[face].found.path};

	if (opened != NULL && glyphs.n < 0xFFFF &&
	    (opened->info.cff ? subset_cff(opened, glyphs, arena, subset)
			      : subset_glyf(opened, glyphs, arena, subset)))
		return true;
	DIAG(sink, &FONT_SUBSET, place, fonts->faces[face].info.family);
	return false;
}
