/* SPDX-License-Identifier: MIT */
#include "read/cellstyles.h"

#include <stdlib.h>

#include "base/arena.h"
#include "read/decimals.h"
#include "read/xmlpart.h"

/* An own number format. */
struct own_format {
	int id;
	struct str code;
};

/* styles.xml while it is read. The lists that styles refer to stand before
 * them. */
struct styles {
	struct arena *arena;
	struct own_format *formats;
	size_t n_formats, room_formats;
	bool *bold; /* by font */
	size_t n_fonts, room_fonts;
	struct cell_style *list;
	size_t n, room;
	bool in_fonts, in_list;
};

static int to_int(struct str text, struct arena *arena)
{
	return (int)strtol(str_cstr(text, arena), NULL, 10);
}

static struct str code_of(const struct styles *styles, int id)
{
	size_t i;

	for (i = 0; i < styles->n_formats; i++)
		if (styles->formats[i].id == id)
			return styles->formats[i].code;
	return STR_NONE;
}

static void add_format(struct styles *styles, const struct xmlpart *part)
{
	styles->formats =
	    arena_grow(styles->arena, styles->formats, styles->n_formats,
		       &styles->room_formats, sizeof(*styles->formats));
	styles->formats[styles->n_formats++] = (struct own_format){
	    to_int(xmlpart_attr(part, "numFmtId"), styles->arena),
	    xmlpart_attr(part, "formatCode")};
}

static void add_font(struct styles *styles)
{
	styles->bold = arena_grow(styles->arena, styles->bold, styles->n_fonts,
				  &styles->room_fonts, sizeof(*styles->bold));
	styles->bold[styles->n_fonts++] = false;
}

static void add_style(struct styles *styles, const struct xmlpart *part)
{
	int format = to_int(xmlpart_attr(part, "numFmtId"), styles->arena);
	int font = to_int(xmlpart_attr(part, "fontId"), styles->arena);

	styles->list = arena_grow(styles->arena, styles->list, styles->n,
				  &styles->room, sizeof(*styles->list));
	styles->list[styles->n++] = (struct cell_style){
	    .form = decimal_form(format, code_of(styles, format)),
	    .bold = font >= 0 && (size_t)font < styles->n_fonts &&
		    styles->bold[font]};
}

/* Fonts and the like stand elsewhere, too: only those of these lists count. */
static void start(struct styles *styles, const struct xmlpart *part)
{
	struct str value;

	if (xmlpart_is(part, "fonts")) {
		styles->in_fonts = true;
	} else if (xmlpart_is(part, "cellXfs")) {
		styles->in_list = true;
	} else if (xmlpart_is(part, "numFmt")) {
		add_format(styles, part);
	} else if (styles->in_fonts && xmlpart_is(part, "font")) {
		add_font(styles);
	} else if (styles->in_fonts && xmlpart_is(part, "b")) {
		value = xmlpart_attr(part, "val");
		if (styles->n_fonts > 0)
			styles->bold[styles->n_fonts - 1] =
			    value.n == 0 || xmlpart_is_true(value);
	} else if (styles->in_list && xmlpart_is(part, "xf")) {
		add_style(styles, part);
	}
}

const struct cell_style *cellstyles_read(struct xmlpart *part,
					 struct arena *arena, size_t *n)
{
	struct styles styles = {.arena = arena};
	enum xml_event event;

	while ((event = xmlpart_next(part)) != XML_OVER) {
		if (event == XML_START)
			start(&styles, part);
		else if (event == XML_END && xmlpart_is(part, "fonts"))
			styles.in_fonts = false;
		else if (event == XML_END && xmlpart_is(part, "cellXfs"))
			styles.in_list = false;
	}
	*n = styles.n;
	return styles.list;
}
