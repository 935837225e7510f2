/* SPDX-License-Identifier: MIT */
/*
 * A template understood: what compile*.c makes of the XML and expand*.c
 * follows. All names are resolved, all selections put together (a cell's is
 * what stands at its table, side, group, column, rows and row). Const once
 * it is made.
 */
#ifndef TEMPLATE_TREE_H
#define TEMPLATE_TREE_H

#include <stdbool.h>
#include <stddef.h>

#include "template/template.h"
#include "template/tree_block.h"
#include "template/tree_expr.h"
#include "template/tree_table.h"

struct plan_section {
	struct str id;
	struct spot spot;
	const struct expr *when;
	int page_style;
	bool counted, shown;
	int restart;
	struct plan_blocks content;
};

struct figure {
	struct template_figure about;
	const struct spot *value;  /* NULL: given only */
	const struct spot *object; /* NULL: none */
	struct str object_field;   /* 三公.项目: 项目; empty: words */
	const struct schema *object_schema;
	bool none_is_zero;
	struct str words;
	struct spot spot;
};

/* What sentences call a value: for check/. */
struct plan_term {
	struct str word;
	const struct expr *value; /* NULL: only a word of 名词解释 */
	struct str glossary;	  /* must, may; empty: not told */
};

struct word {
	struct str name, department, unit;
};

struct change {
	struct str name;
	struct plan_text more, less, same, none, zero;
	bool has_none, has_zero;
	const struct format *format; /* in which it is judged */
	struct spot spot;
};

struct rowset {
	struct str name;
	const struct node *node;
};

/* How units' texts are set. */
struct text_styles {
	int body;
	int heading[3];
	int outline[3];
};

struct template
{
	struct arena *arena;
	struct template_info info;
	struct str folder;
	struct plan_text title, subject, keywords;
	struct template_option *options;
	size_t n_options, room_options;
	struct figure *figures;
	size_t n_figures;
	struct template_figure *figure_list; /* the same for readers */
	struct plan_term *terms;
	size_t n_terms, room_terms;
	struct word *words;
	size_t n_words, room_words;
	struct format *formats;
	size_t n_formats, room_formats;
	struct change *changes;
	size_t n_changes;
	struct rowset *rowsets;
	size_t n_rowsets, room_rowsets;
	struct template_text *texts;
	size_t n_texts, room_texts;
	const struct schema **tables; /* further ones */
	size_t n_tables, room_tables;
	struct str *needs;
	size_t n_needs, room_needs;
	struct plan_select **selects;
	size_t n_selects, room_selects;
	struct str *groups; /* ids of the contents' groups */
	size_t n_groups, room_groups;
	struct text_styles text_styles;
	int note_style;
	const struct doc *styles; /* its styles only */
	const struct plan_section *sections;
	size_t n_sections;
	const struct format *text_format, *table_format, *percent_format;
};

#endif
