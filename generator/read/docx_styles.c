/* SPDX-License-Identifier: MIT */
#include "read/docx_styles.h"

#include "base/arena.h"
#include "base/map.h"
#include "read/xmlpart.h"

#define BASES_MOST 20 /* a style on a style on a style; rings end here */

struct style {
	struct str base; /* id of the style it is based on */
	struct docx_look look;
};

struct docx_styles {
	struct arena *arena;
	struct style *list;
	size_t n, room;
	struct map by_id;
	struct docx_look defaults; /* w:docDefaults */
	struct str normal;	   /* id of the paragraphs' default style */
};

static enum docx_toggle toggle_of(const struct xmlpart *part)
{
	struct str value = xmlpart_attr(part, "val");

	return value.n == 0 || xmlpart_is_true(value) || str_is(value, "on")
		   ? DOCX_YES
		   : DOCX_NO;
}

int docx_level(struct str text, int most)
{
	return text.n == 1 && text.s[0] >= '0' && text.s[0] <= '0' + most
		   ? text.s[0] - '0'
		   : -1;
}

/* What is no level counts as the deepest. */
static int level_of(const struct xmlpart *part, int most)
{
	int level = docx_level(xmlpart_attr_now(part, "val"), most);

	return level < 0 ? most : level;
}

void docx_look_take(struct docx_look *look, const struct xmlpart *part)
{
	if (xmlpart_is(part, "b")) {
		look->bold = toggle_of(part);
	} else if (xmlpart_is(part, "vanish")) {
		look->hidden = toggle_of(part);
	} else if (xmlpart_is(part, "outlineLvl")) {
		look->has_outline = true;
		look->outline = level_of(part, DOCX_NO_HEADING);
	} else if (xmlpart_is(part, "numId")) {
		look->has_list = true;
		look->list = xmlpart_attr(part, "val");
	} else if (xmlpart_is(part, "ilvl")) {
		look->has_level = true;
		look->level = level_of(part, DOCX_LEVELS - 1);
	}
}

struct docx_look docx_look_over(struct docx_look over, struct docx_look under)
{
	if (over.bold == DOCX_UNSAID)
		over.bold = under.bold;
	if (over.hidden == DOCX_UNSAID)
		over.hidden = under.hidden;
	if (!over.has_outline) {
		over.has_outline = under.has_outline;
		over.outline = under.outline;
	}
	if (!over.has_list) {
		over.has_list = under.has_list;
		over.list = under.list;
	}
	if (!over.has_level) {
		over.has_level = under.has_level;
		over.level = under.level;
	}
	return over;
}

static void add_style(struct docx_styles *styles, const struct xmlpart *part)
{
	struct str id = xmlpart_attr(part, "styleId");

	styles->list = arena_grow(styles->arena, styles->list, styles->n,
				  &styles->room, sizeof(*styles->list));
	styles->list[styles->n] = (struct style){.base = STR_NONE};
	if (map_find(&styles->by_id, id) == MAP_NONE)
		map_put(&styles->by_id, id, (uint32_t)styles->n);
	styles->n++;
	if (str_is(xmlpart_attr(part, "type"), "paragraph") &&
	    xmlpart_is_true(xmlpart_attr(part, "default")))
		styles->normal = id;
}

/* The headings that every Word has are called so in each of its languages, and
 * are headings even if a program left their level out. */
static void take_name(struct docx_look *look, struct str name)
{
	const size_t digit = 8;

	if (name.n == digit + 1 && (name.s[0] == 'h' || name.s[0] == 'H') &&
	    str_starts(str_slice(name, 1, name.n), STR("eading ")) &&
	    name.s[digit] >= '1' && name.s[digit] <= '9') {
		look->has_outline = true;
		look->outline = name.s[digit] - '1';
	}
}

/* Conditional looks of table styles, and what a style was before a change. */
static bool is_aside(const struct xmlpart *part)
{
	return xmlpart_is(part, "tblStylePr") ||
	       xmlpart_is(part, "pPrChange") || xmlpart_is(part, "rPrChange");
}

static void read_styles(struct docx_styles *styles, struct xmlpart *part)
{
	struct docx_look *look = NULL; /* of the style, or the defaults */
	enum xml_event event;
	int aside = 0;

	while ((event = xmlpart_next(part)) != XML_OVER) {
		if (event == XML_TEXT)
			continue;
		if (is_aside(part))
			aside += event == XML_START ? 1 : -1;
		else if (event == XML_END || aside > 0)
			continue;
		else if (xmlpart_is(part, "docDefaults"))
			look = &styles->defaults;
		else if (xmlpart_is(part, "style")) {
			add_style(styles, part);
			look = &styles->list[styles->n - 1].look;
		} else if (xmlpart_is(part, "basedOn") && styles->n > 0)
			styles->list[styles->n - 1].base =
			    xmlpart_attr(part, "val");
		else if (look != NULL && xmlpart_is(part, "name"))
			take_name(look, xmlpart_attr(part, "val"));
		else if (look != NULL)
			docx_look_take(look, part);
	}
}

struct docx_styles *docx_styles_read(struct str bytes, struct place place,
				     struct arena *arena,
				     struct diag_sink *sink)
{
	struct docx_styles *styles = ARENA_NEW(arena, struct docx_styles);
	struct xmlpart *part =
	    bytes.n == 0 ? NULL : xmlpart_open(bytes, place, arena, sink);

	*styles =
	    (struct docx_styles){.arena = arena, .by_id = {.arena = arena}};
	if (part != NULL) {
		read_styles(styles, part);
		xmlpart_close(part);
	}
	return styles;
}

struct docx_look docx_styles_words(const struct docx_styles *styles,
				   struct str id)
{
	struct docx_look look = {.bold = DOCX_UNSAID};
	int i;

	for (i = 0; i < BASES_MOST && id.n > 0; i++) {
		uint32_t at = map_find(&styles->by_id, id);

		if (at == MAP_NONE)
			break;
		look = docx_look_over(look, styles->list[at].look);
		id = styles->list[at].base;
	}
	return look;
}

struct docx_look docx_styles_paragraph(const struct docx_styles *styles,
				       struct str id)
{
	if (map_find(&styles->by_id, id) == MAP_NONE)
		id = styles->normal;
	return docx_look_over(docx_styles_words(styles, id), styles->defaults);
}
