/* SPDX-License-Identifier: MIT */
/* The tables of shape.h: docs/doc-xml.md describes what they mean. */
#include "doc/shape.h"

#include "base/role.h"
#include "doc/doc.h"

_Static_assert(sizeof(enum align) == sizeof(int), "enums are stored as int");

/* Rows of the tables below. */
#define FIELD(attribute, of, type, member)                                     \
	.name = (attribute), .kind = (of), .offset = offsetof(type, member)
#define TEXT(name, type, member)                                               \
	{                                                                      \
		FIELD(name, FIELD_TEXT, type, member)                          \
	}
#define NEEDED(name, type, member)                                             \
	{                                                                      \
		FIELD(name, FIELD_TEXT, type, member), .needed = true          \
	}
#define INT(name, type, member, otherwise)                                     \
	{                                                                      \
		FIELD(name, FIELD_INT, type, member), .fallback = (otherwise)  \
	}
#define INTS(name, type, member, count)                                        \
	{                                                                      \
		FIELD(name, FIELD_INT, type, member), .n = (count)             \
	}
#define WIDE(name, type, member)                                               \
	{                                                                      \
		FIELD(name, FIELD_INT, type, member), .wide = true             \
	}
#define ORDINAL(name, type, member, otherwise)                                 \
	{                                                                      \
		FIELD(name, FIELD_ORDINAL, type, member),                      \
		    .fallback = (otherwise)                                    \
	}
#define BOOL(name, type, member)                                               \
	{                                                                      \
		FIELD(name, FIELD_BOOL, type, member)                          \
	}
#define LENGTH(name, type, member)                                             \
	{                                                                      \
		FIELD(name, FIELD_LENGTH, type, member)                        \
	}
#define LENGTHS(name, type, member, count)                                     \
	{                                                                      \
		FIELD(name, FIELD_LENGTH, type, member), .n = (count)          \
	}
#define CHOICE(name, type, member, words, otherwise)                           \
	{                                                                      \
		FIELD(name, FIELD_CHOICE, type, member),                       \
		    .choices = (words), .fallback = (otherwise)                \
	}
#define STYLE(name, kind, type, member)                                        \
	{                                                                      \
		FIELD(name, kind, type, member)                                \
	}
#define END                                                                    \
	{                                                                      \
		.name = NULL                                                   \
	}

static const char *const roles[] = {"title", "hei",   "kai", "fang",
				    "song",  "latin", NULL};
_Static_assert(sizeof(roles) / sizeof(roles[0]) == N_ROLES + 1, "all roles");
static const char *const aligns[] = {"auto",  "left",	 "center",
				     "right", "justify", NULL};
static const char *const number_places[] = {"none", "outer", "center", NULL};
static const char *const starts[] = {"running", "page", "odd", NULL};
static const char *const column_kinds[] = {"seq",   "code", "name", "amount",
					   "count", "word", "text", NULL};
static const char *const cell_roles[] = {"data", "column-head", "row-head",
					 NULL};
static const char *const row_kinds[] = {"head",	 "index",   "body", "total",
					"blank", "subhead", NULL};
static const char *const orientations[] = {"auto", "portrait", "landscape",
					   NULL};

static const struct field doc_fields[] = {
    TEXT("title", struct doc, title),
    TEXT("author", struct doc, author),
    TEXT("subject", struct doc, subject),
    TEXT("keywords", struct doc, keywords),
    TEXT("lang", struct doc, lang),
    TEXT("date", struct doc, date),
    TEXT("template", struct doc, template_id),
    TEXT("unit", struct doc, unit),
    TEXT("year", struct doc, year),
    END,
};
const struct shape shape_doc = {doc_fields, NULL};

static const struct field term_fields[] = {
    TEXT("word", struct term, word),
    TEXT("select", struct term, select),
    TEXT("glossary", struct term, glossary),
    END,
};
const struct shape shape_term = {term_fields, NULL};

static const struct field section_fields[] = {
    NEEDED("id", struct section, id),
    STYLE("page-style", FIELD_PAGE_STYLE, struct section, page_style),
    BOOL("counted", struct section, counted),
    BOOL("shown", struct section, shown),
    INT("restart", struct section, restart, 0),
    END,
};
const struct shape shape_section = {section_fields, NULL};

static const struct field type_fields[] = {
    CHOICE("role", struct type, role, roles, 0),
    LENGTH("size", struct type, size),
    BOOL("bold", struct type, bold),
    LENGTH("stroke", struct type, stroke),
    BOOL("own-latin", struct type, own_latin),
    END,
};
const struct shape shape_type = {type_fields, NULL};

static const struct field para_style_fields[] = {
    NEEDED("name", struct para_style, name),
    TEXT("word", struct para_style, word_name),
    LENGTH("pitch", struct para_style, pitch),
    CHOICE("align", struct para_style, align, aligns, 0),
    LENGTH("indent-first", struct para_style, indent_first),
    LENGTH("indent-left", struct para_style, indent_left),
    LENGTH("indent-right", struct para_style, indent_right),
    LENGTH("space-before", struct para_style, space_before),
    LENGTH("space-after", struct para_style, space_after),
    BOOL("keep-next", struct para_style, keep_next),
    BOOL("keep-lines", struct para_style, keep_lines),
    BOOL("grid", struct para_style, grid),
    LENGTH("gap", struct para_style, han_latin_gap),
    LENGTH("gap-least", struct para_style, han_latin_least),
    LENGTH("leader-dot", struct para_style, leader_dot),
    LENGTH("leader-step", struct para_style, leader_step),
    END,
};
static const struct shape_part para_style_parts[] = {
    {"type", offsetof(struct para_style, type)},
    {"strong", offsetof(struct para_style, strong)},
    {NULL, 0},
};
const struct shape shape_para_style = {para_style_fields, para_style_parts};

static const struct field page_style_fields[] = {
    NEEDED("name", struct page_style, name),
    LENGTH("width", struct page_style, width),
    LENGTH("height", struct page_style, height),
    LENGTH("top", struct page_style, top),
    LENGTH("bottom", struct page_style, bottom),
    LENGTH("left", struct page_style, left),
    LENGTH("right", struct page_style, right),
    LENGTH("grid", struct page_style, grid),
    CHOICE("number-place", struct page_style, number_place, number_places, 0),
    LENGTH("number-foot", struct page_style, number_foot),
    LENGTH("number-inset", struct page_style, number_inset),
    TEXT("number-format", struct page_style, number_format),
    END,
};
static const struct shape_part page_style_parts[] = {
    {"number", offsetof(struct page_style, number_type)},
    {NULL, 0},
};
const struct shape shape_page_style = {page_style_fields, page_style_parts};

static const struct field table_style_fields[] = {
    NEEDED("name", struct table_style, name),
    TEXT("word", struct table_style, word_name),
    INT("index-scale", struct table_style, index_scale, 0),
    LENGTH("size-portrait", struct table_style, size_portrait),
    LENGTH("size-landscape", struct table_style, size_landscape),
    LENGTH("size-least", struct table_style, size_least),
    LENGTH("size-step", struct table_style, size_step),
    INT("wide-columns", struct table_style, wide_columns, 0),
    LENGTH("size-least-wide", struct table_style, size_least_wide),
    INT("line-advance", struct table_style, line_advance, 0),
    INT("head-advance", struct table_style, head_advance, 0),
    LENGTH("row-least", struct table_style, row_least),
    INT("row-floor", struct table_style, row_floor, 0),
    LENGTH("row-most", struct table_style, row_most),
    LENGTHS("head-row", struct table_style, head_row, 3),
    LENGTH("head-most", struct table_style, head_most),
    LENGTH("index-row", struct table_style, index_row),
    LENGTH("blank-row", struct table_style, blank_row),
    LENGTH("inset", struct table_style, inset),
    LENGTH("pad", struct table_style, pad),
    LENGTH("pad-many", struct table_style, pad_many),
    LENGTH("pad-head", struct table_style, pad_head),
    LENGTH("frame", struct table_style, frame),
    LENGTH("inside", struct table_style, inside),
    LENGTH("heavy", struct table_style, heavy),
    LENGTH("unit-gap", struct table_style, unit_gap),
    LENGTH("note-gap", struct table_style, note_gap),
    LENGTH("note-step", struct table_style, note_step),
    LENGTH("amount-least", struct table_style, amount_least),
    INTS("level-indent", struct table_style, level_indent, 4),
    BOOL("center-amounts", struct table_style, center_amounts),
    BOOL("spread-heads", struct table_style, spread_heads),
    BOOL("fixed", struct table_style, fixed),
    BOOL("grid", struct table_style, grid),
    BOOL("whole", struct table_style, whole),
    LENGTH("between", struct table_style, between),
    END,
};
static const struct shape_part table_style_parts[] = {
    {"body", offsetof(struct table_style, body)},
    {"head", offsetof(struct table_style, head)},
    {"total", offsetof(struct table_style, total)},
    {NULL, 0},
};
const struct shape shape_table_style = {table_style_fields, table_style_parts};

static const struct field block_fields[] = {
    NEEDED("id", struct block, id),
    CHOICE("start", struct block, start, starts, 0),
    BOOL("keep-next", struct block, keep_next),
    TEXT("slot", struct block, origin.slot),
    TEXT("from-file", struct block, origin.place.file),
    TEXT("from-sheet", struct block, origin.place.sheet),
    TEXT("from-column", struct block, origin.place.column),
    WIDE("from-line", struct block, origin.place.line),
    WIDE("from-record", struct block, origin.place.record),
    WIDE("from-column-no", struct block, origin.place.column_no),
    BOOL("from-character", struct block, origin.place.column_is_char),
    END,
};
const struct shape shape_block = {block_fields, NULL};

static const struct field paragraph_fields[] = {
    STYLE("style", FIELD_PARA_STYLE, struct paragraph, style),
    INT("outline", struct paragraph, outline, 0),
    ORDINAL("group", struct paragraph, contents_group, -1),
    INT("level", struct paragraph, contents_level, 0),
    END,
};
const struct shape shape_paragraph = {paragraph_fields, NULL};

static const struct field run_fields[] = {
    BOOL("strong", struct run, strong),
    TEXT("select", struct run, select),
    END,
};
const struct shape shape_run = {run_fields, NULL};

static const struct field group_fields[] = {
    STYLE("title-style", FIELD_PARA_STYLE, struct contents_group, title_style),
    STYLE("entry-1", FIELD_PARA_STYLE, struct contents_group, entry_style[0]),
    STYLE("entry-2", FIELD_PARA_STYLE, struct contents_group, entry_style[1]),
    END,
};
const struct shape shape_group = {group_fields, NULL};

static const struct field table_fields[] = {
    TEXT("type", struct table, type),
    STYLE("style", FIELD_TABLE_STYLE, struct table, style),
    INT("levels", struct table, levels, 0),
    CHOICE("orientation", struct table, orientation, orientations, 0),
    STYLE("note-style", FIELD_PARA_STYLE, struct table, note_style),
    END,
};
const struct shape shape_table = {table_fields, NULL};

static const struct field column_fields[] = {
    TEXT("name", struct table_column, name),
    CHOICE("kind", struct table_column, kind, column_kinds, 0),
    INT("siblings", struct table_column, siblings, 0),
    LENGTH("width", struct table_column, width),
    LENGTH("least", struct table_column, least),
    LENGTH("most", struct table_column, most),
    INT("weight", struct table_column, weight, 0),
    BOOL("heavy-left", struct table_column, heavy_left),
    TEXT("select", struct table_column, select),
    END,
};
const struct shape shape_column = {column_fields, NULL};

static const struct field row_fields[] = {
    CHOICE("kind", struct table_row, kind, row_kinds, ROW_BODY),
    BOOL("keep-next", struct table_row, keep_next),
    BOOL("heavy-above", struct table_row, heavy_above),
    INT("levels", struct table_row, levels, 0),
    TEXT("select", struct table_row, select),
    END,
};
const struct shape shape_row = {row_fields, NULL};

/* "column" is written only where the cell is not at the next free place. */
static const struct field cell_fields[] = {
    ORDINAL("column", struct cell, column, 0),
    INT("colspan", struct cell, colspan, 1),
    INT("rowspan", struct cell, rowspan, 1),
    CHOICE("role", struct cell, role, cell_roles, 0),
    CHOICE("align", struct cell, align, aligns, 0),
    BOOL("label", struct cell, label),
    INT("level", struct cell, level, 0),
    TEXT("select", struct cell, select),
    END,
};
const struct shape shape_cell = {cell_fields, NULL};
