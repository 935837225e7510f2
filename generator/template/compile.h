/* SPDX-License-Identifier: MIT */
/* What the parts of compile*.c share. For these files only. */
#ifndef TEMPLATE_COMPILE_H
#define TEMPLATE_COMPILE_H

#include "base/arena.h"
#include "base/diag.h"
#include "template/messages.h"
#include "template/tree.h"

/* A set that one stands in: which names it gives. */
enum env_kind { ENV_RECORD, ENV_MEMBER, ENV_GROUP, ENV_LINES, ENV_CHANGE };

struct env {
	const struct env *up;
	enum env_kind kind;
	const struct schema *schema;
	struct str column;	     /* of a member, a group */
	const struct schema *record; /* of units and projects: theirs */
	bool of_codes;		     /* groups: their column holds codes */
};

/* column = values, or !=. */
struct filter {
	struct spot column;
	struct spot values;
	bool exclude;
};

struct filters {
	const struct filter *list;
	size_t n;
};

/* A selection as written. */
struct reference {
	struct spot spot;
	const struct schema *schema;
	struct filters filters;
	struct spot column; /* empty: the default */
};

struct compiler {
	const struct template *template;
	struct template *build; /* the same; NULL: a text of a unit */
	struct arena *arena;
	struct diag_sink *sink;
	bool ok;
	const struct env *env;
	struct filters extra;	  /* put to each selection */
	const struct spot *facts; /* of the table one stands in */
	bool below_members;	  /* selections keep to the codes around them */
	bool in_table;		  /* 空 is known, format 表 the default */
	size_t figure_depth;	  /* figures within figures */
	const struct figure *figure; /* whose value it is */
	const struct expr *object;   /* what $对象 is, in a figure */
	const struct spot *own; /* what 本格 stands for, in a cell's value */
};

/* compile_node.c: what elements and attributes are there. */

/* Reports: the kind's arguments begin with the given ones. */
void fault(struct compiler *compiler, const struct diag_kind *kind,
	   struct place place, struct str a, struct str b);

/* Reports attributes that are not among names (separated by blanks). */
void check_attributes(struct compiler *compiler, const struct node *node,
		      const char *names);
/* Reports the child as not allowed here; names: what is. */
void unexpected(struct compiler *compiler, const struct node *child,
		const char *names);
/* Reports children other than white space. */
void check_no_children(struct compiler *compiler, const struct node *node);

/* The attribute; NULL (reported) if it is not there. */
const struct spot *needed(struct compiler *compiler, const struct node *node,
			  const char *name);
struct str attribute_str(const struct node *node, const char *name);
bool attribute_yes(struct compiler *compiler, const struct node *node,
		   const char *name, bool fallback);
int attribute_int(struct compiler *compiler, const struct node *node,
		  const char *name, int least, int most, int fallback);
emu attribute_mm(struct compiler *compiler, const struct node *node,
		 const char *name);
/* Index of the attribute's value among words separated by blanks. */
int attribute_word(struct compiler *compiler, const struct node *node,
		   const char *name, const char *words, int fallback);
/* Is word among the words that blanks (or marks) separate? */
int word_index(const char *words, struct str word);

/* reference.c: selections. */
const struct schema *find_schema(const struct template *template,
				 struct str name);
/* Does it name the facts of the cell whose value is at hand? */
bool is_own_facts(const struct compiler *compiler, struct str name);
/* The field of a column, 项目代码.项目类别 too; NULL: there is none. */
const struct field *find_column(const struct schema *schema, struct str name);
/* The same; reported. */
const struct field *needed_column(struct compiler *compiler,
				  const struct schema *schema,
				  const struct spot *name);
/* Takes a value off the list: at commas that are not quoted. */
bool split_value(struct str *rest, struct str *value);
bool filters_parse(struct compiler *compiler, const struct spot *spot,
		   struct filters *filters);
struct filters filters_join(struct compiler *compiler, struct filters a,
			    struct filters b);
/* Offset of the first ] that is not in a quoted value; -1: there is none. */
ptrdiff_t reference_close(struct str text);
bool reference_parse(struct compiler *compiler, const struct spot *spot,
		     struct reference *reference);
/* With compiler->extra and the codes around; NULL: reported. */
const struct plan_select *reference_compose(struct compiler *compiler,
					    const struct reference *reference);
/* The filters alone as "[a=b; …]", with the names in them. */
bool filters_text(struct compiler *compiler, const struct schema *schema,
		  struct filters filters, struct str *text,
		  const struct plan_bind **binds, size_t *n_binds);

/* compile_expr.c */
const struct expr *compile_expr(struct compiler *compiler,
				const struct spot *spot);
/* 有, 比 …: names that no figure and no change may have. */
bool is_function(struct str name);
/* The attribute as an expression; NULL if it is not there. */
const struct expr *compile_when(struct compiler *compiler,
				const struct node *node, const char *name);

/* compile_name.c: what a name means where it stands; NULL: reported. */
const struct expr *compile_name(struct compiler *compiler,
				const struct spot *name);
/* A field of the set one stands in, by table column; NULL if none. */
const struct expr *find_field(struct compiler *compiler,
			      const struct spot *name);
/* The columns that the sets around this place have, for messages; — if there
 * are none. Owned by the compiler's arena. */
struct str columns_around(const struct compiler *compiler);
/* What is asked of a figure. */
struct figure_ask {
	struct spot spot;
	const struct figure *figure; /* whose value it is */
	const struct expr *object;   /* NULL: the whole */
	int years_back;
	struct str basis; /* empty: 预算 */
};
/* What stands in the brackets; what stands behind @. False: reported. */
bool figure_object(struct compiler *compiler, const struct figure *figure,
		   const struct spot *inside, struct figure_ask *ask);
bool figure_at(struct compiler *compiler, const struct spot *at,
	       struct figure_ask *ask);
const struct expr *compile_figure(struct compiler *compiler,
				  const struct figure *figure,
				  const struct figure_ask *ask);
const struct figure *find_figure(const struct template *template,
				 struct str name);
const struct change *find_change(const struct template *template,
				 struct str name);
struct expr *expr_new(struct compiler *compiler, enum expr_kind kind,
		      const struct spot *spot);

/* compile_text.c */
struct plan_text compile_text(struct compiler *compiler,
			      const struct spot *spot);
struct plan_text compile_attribute_text(struct compiler *compiler,
					const struct node *node,
					const char *name);
/* What stands in the element: words, {…} and elements of a text. */
struct plan_text compile_content(struct compiler *compiler,
				 const struct node *node);
const struct format *find_format(struct compiler *compiler,
				 const struct spot *name);
const struct format *attribute_format(struct compiler *compiler,
				      const struct node *node);
struct plan_number compile_number(struct compiler *compiler,
				  const struct node *node);

/* compile_set.c */
/* The set that an element runs over; NULL if it has none of the attributes, or
 * (reported) is wrong. The items' names are known once set_enter() is called;
 * compiler->env is to be put back by the caller. */
struct plan_set *compile_set(struct compiler *compiler,
			     const struct node *node);
/* The rows of a selection one by one; their columns are known from now on, as
 * in a set. Never NULL. */
struct plan_set *record_set(struct compiler *compiler,
			    const struct plan_select *from,
			    const struct schema *schema,
			    const struct spot *spot);
bool has_set(const struct node *node);
#define SET_ATTRIBUTES " from by group lines levels"

/* compile_slot.c */
const struct plan_slot *compile_slot(struct compiler *compiler,
				     const struct node *node, bool has_default);

/* compile_block.c */
struct plan_blocks compile_blocks(struct compiler *compiler,
				  const struct node *node, const char *allowed);
void compile_unit_line(struct compiler *compiler, const struct node *node,
		       struct plan_text line[3]);

/* compile_table.c, compile_rows.c, compile_form.c */
const struct plan_table *compile_table(struct compiler *compiler,
				       const struct node *node);
const struct plan_form *compile_form(struct compiler *compiler,
				     const struct node *node);

/* compile_declare.c: all that is not a section. */
bool compile_declarations(struct compiler *compiler, const struct node *root);

/* Indexes of styles by name; -1 (reported). */
int find_para_style(struct compiler *compiler, const struct node *node,
		    const char *attribute, const char *fallback);
int find_table_style(struct compiler *compiler, const struct node *node);
int find_page_style(struct compiler *compiler, const struct node *node);

#endif
