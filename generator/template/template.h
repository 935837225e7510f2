/* SPDX-License-Identifier: MIT */
/*
 * Templates: from a budget to a doc. A template is the folder templates/ID/
 * with template.xml (templates/README.md is the language) and, if it changes
 * styles, styles.xml. It is loaded and checked once, bound to a budget once,
 * and then expanded for each unit; nothing in generator/ knows a province.
 *
 * Template and edition live in the arenas they were made in and are shared
 * by all units; an edition keeps the selections it has parsed, so one
 * process (not two threads) uses it at a time.
 */
#ifndef TEMPLATE_TEMPLATE_H
#define TEMPLATE_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "budget/schema.h"

struct arena;
struct budget;
struct diag_sink;
struct doc;
struct edition;
struct template;

/* What a template says of itself. */
struct template_info {
	struct str id;	    /* name of its folder */
	struct str title;   /* for people: 河北省部门预算（2024） */
	struct str family;  /* 河北 */
	struct str year;    /* 2024; empty: any */
	struct str extends; /* id, or empty */
	bool departments;   /* makes documents of 部门 */
	bool units;	    /* … of 单位 */
	bool abstract;	    /* only to be extended */
	bool internal;	    /* chosen by the program, not for a unit */
};

/* A choice that it offers: 选项. */
struct template_option {
	struct str name;
	const struct str *values; /* allowed ones, the default among them */
	size_t n_values;
	struct str fallback; /* the default */
	struct str help;
};

/* A figure that the table 指标 may hold. */
struct template_figure {
	struct str name;
	struct str unit; /* 万元, 元, 人 …; what 计量单位 must be like */
	struct str objects; /* what 对象 may be: a dimension's name, or words
			       separated by blanks; empty: no 对象 */
	bool computed;	    /* 指标 serves only where tables have no rows */
	bool required;	    /* absent: reported */
	struct str help;
};

/* A text that 说明 may hold: 栏目. */
struct template_text {
	struct str name;
	struct str objects; /* what 对象 may be, separated by blanks; {…} for
			       what a set runs over; empty: none */
	bool required;	    /* absent: reported, and set as 无 */
	bool has_default;   /* the template's own words stand otherwise */
	struct str help;
};

/* The templates in the folder, by id; those that cannot be read are reported
 * and left out. Owned by the arena. */
bool template_list(struct str folder, struct arena *arena,
		   struct diag_sink *sink, struct template_info **list,
		   size_t *n);

/*
 * Reads folder/id/template.xml and what it extends, checks all that can be
 * checked without data (elements, attributes, tables, columns, names, styles,
 * expressions). NULL: reported, each fault with file, line and column.
 */
struct template *template_load(struct str folder, struct str id,
			       struct arena *arena, struct diag_sink *sink);

/* The same of a text that stands for folder/id/template.xml. */
struct template *template_from(struct str folder, struct str id,
			       struct str bytes, struct arena *arena,
			       struct diag_sink *sink);

/* What it is and what it declares. All owned by the template. */
const struct template_info *template_about(const struct template *template);
const struct template_option *template_options(const struct template *template,
					       size_t *n);
const struct template_figure *template_figures(const struct template *template,
					       size_t *n);
const struct template_text *template_texts(const struct template *template,
					   size_t *n);
/* Further tables, for budget_read() and `gongkai new`. */
const struct schema *const *template_tables(const struct template *template,
					    size_t *n);

/* Names of all built-in tables that it refers to; for `gongkai new`. */
const struct str *template_needs(const struct template *template, size_t *n);

/*
 * Reports what the input says that no template in use understands: options
 * and their values, 栏目 of 说明, names of 指标. False if anything was.
 */
bool template_check_input(const struct template *const *templates, size_t n,
			  const struct budget *budget, struct diag_sink *sink);

/* The template on a budget: its selections are parsed, values of dimensions
 * are checked. NULL: reported. */
struct edition *template_bind(const struct template *template,
			      const struct budget *budget, struct arena *arena,
			      struct diag_sink *sink);

/* The template that was bound. */
const struct template *template_of(const struct edition *edition);

/*
 * The document of a unit (index into budget->units); owned by the arena.
 * Problems of the data are reported, and what can be made is made: a missing
 * text is set as 无, a missing figure as the format shows nothing. NULL only
 * if the unit's level is none of the template's (reported).
 */
struct doc *template_expand(struct edition *edition, int unit,
			    struct arena *arena, struct diag_sink *sink);

/* A value, and what makes it up. */
struct template_value {
	struct str text;	      /* as the document writes it */
	const struct str *selections; /* for select_parse() */
	size_t n;
};

/* The value of a reference as `gongkai why` takes it (an expression as in
 * templates) in the unit's document. False: reported. */
bool template_refer(struct edition *edition, int unit, struct str reference,
		    struct arena *arena, struct diag_sink *sink,
		    struct template_value *value);

#endif
