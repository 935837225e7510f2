/* SPDX-License-Identifier: MIT */
/* What the parts of expand*.c and eval.c share. For these files only. */
#ifndef TEMPLATE_EXPAND_H
#define TEMPLATE_EXPAND_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "budget/budget.h"
#include "budget/record.h"
#include "budget/select.h"
#include "template/messages.h"
#include "template/tree.h"
#include "template/value.h"

/* Does any unit have rows of a selection? Asked once a year, for figures. */
struct year_known {
	int year; /* 预算年度 that it was asked for; 0: never */
	bool known;
};

/* A template on a budget. */
struct edition {
	const struct template *template;
	const struct budget *budget;
	struct arena *arena;
	struct selection **selections; /* by plan_select.index */
	struct year_known *years;      /* by plan_select.index */
};

/* An item of a set, while what is in the set is expanded. */
struct frame {
	const struct frame *up;
	const struct plan_set *set;
	size_t number, total; /* 序号, 个数 */
	int relation;	      /* records, groups: of the first row */
	uint32_t row;
	const struct member *member; /* codes */
	const struct member *value;  /* groups by a column of codes: theirs */
	const uint32_t *rows;	     /* records, groups: theirs */
	size_t n_rows;
	struct str line;
	struct value difference, growth; /* within a change */
};

/* Numbers that rows of a group count. */
struct row_count {
	const struct plan_number *number;
	int64_t n;
};

/* Blocks of a section in the making. */
struct block_list {
	struct block *list;
	size_t n, room;
};

/* The expansion for one unit. */
struct expansion {
	struct edition *edition;
	const struct template *template;
	const struct budget *budget;
	struct scope scope;
	const struct unit *unit;
	struct arena *arena;
	struct diag_sink *sink;
	const struct frame *frame;
	struct doc *doc;
	bool empty;	       /* 空: the table's rows are left out */
	bool tracing;	       /* figures note where they come from */
	int64_t counts[7];     /* of headings by level */
	struct str parent;     /* id of what the blocks stand in */
	struct str prefix;     /* of ids within an each */
	enum page_start start; /* of the next block */
	struct block_list blocks;
	struct row_count row_count;
	struct map told; /* what was reported once for the document */
};

/* expand.c: was that of this kind reported for the document before? From now
 * on it was. */
bool was_told(struct expansion *x, const struct diag_kind *kind,
	      struct str what);

/* eval.c */
struct value eval(struct expansion *x, const struct expr *expr);
bool eval_when(struct expansion *x, const struct expr *when); /* NULL: true */
struct selection *selection_of(struct expansion *x,
			       const struct plan_select *select);
/* Values of the $names; owned by the arena. */
struct binding *bindings_of(struct expansion *x, const struct plan_bind *binds,
			    size_t n);
/* The code of an item of a set as selections name it, or a text. */
struct str bind_text(struct expansion *x, const struct expr *expr);
const struct frame *frame_at(const struct expansion *x, size_t depth);
struct column_ref frame_field(const struct expr *expr,
			      const struct frame *frame);

/* eval_figure.c */
struct value eval_figure(struct expansion *x, const struct expr *expr);
/* Reported if the figure is asked for and is nowhere; returns what then stands
 * in its place in a sentence, so that the gap is seen where it is: 〔缺2023年
 * 公用经费〕. Empty: it is not missing. */
struct str report_missing(struct expansion *x, const struct expr *expr);
/* Where the value comes from, as a reference; empty: from no selection. */
struct str reference_text(struct expansion *x, const struct expr *expr);

/* expand_set.c: the items of a set, as frames on top of x->frame. */
struct frame *set_frames(struct expansion *x, const struct plan_set *set,
			 size_t *n);

/* expand_text.c */
struct text expand_text(struct expansion *x, const struct plan_text *text);
/* The same with something before it. */
struct text expand_after(struct expansion *x, struct str before,
			 const struct plan_text *text);
/* Without figures' places, as plain text. */
struct str expand_plain(struct expansion *x, const struct plan_text *text);
/* A value as the format, or the default of its kind, writes it. */
struct str write_value(struct expansion *x, const struct expr *expr,
		       const struct value *value, const struct format *format,
		       bool in_table);
struct str number_text(struct expansion *x, const struct plan_number *number,
		       int64_t n);

/* Runs in the making. */
struct run_list {
	struct expansion *x;
	struct run *list;
	size_t n, room;
	struct buf words;
	bool strong;
};
void runs_words(struct run_list *runs, struct str words);
void runs_value(struct run_list *runs, const struct expr *expr,
		const struct format *format);
struct text runs_end(struct run_list *runs);

/* unit_text.c: texts of units. */
/* Without the 。 or ； at its end: the sentence it stands in has its own. */
struct str text_without_end(struct str text);
struct slot_text find_text(struct expansion *x, const struct plan_slot *slot);
/* Within a sentence: its paragraphs as one, without a final 。；; */
void runs_unit_text(struct run_list *runs, const struct plan_slot *slot,
		    struct slot_text text);
/* The text of a field, or a line of it. Columns of words of 项目 are texts of
 * units, too: what stands in {…} of them is a reference. */
struct str field_words(struct expansion *x, struct column_ref column,
		       uint32_t row, struct str text);
/* As blocks of their own. */
void expand_unit_text(struct expansion *x, const struct plan_block *block,
		      struct slot_text text);
void report_no_text(struct expansion *x, const struct plan_slot *slot);

/* expand_block.c */
void expand_blocks(struct expansion *x, struct plan_blocks blocks);
struct str block_id(struct expansion *x, const struct plan_block *block);
struct block *add_block(struct expansion *x, const struct plan_block *plan,
			struct str id);
void add_paragraph(struct expansion *x, const struct plan_block *plan,
		   struct str id, struct text text);

/* expand_table.c, expand_rows.c, expand_form.c */
void expand_table(struct expansion *x, const struct plan_table *plan,
		  struct table *table);
void expand_form(struct expansion *x, const struct plan_form *plan,
		 struct table *table);
void expand_notes(struct expansion *x, const struct plan_note *notes, size_t n,
		  struct table *table);
void expand_unit_line(struct expansion *x, const struct plan_text line[3],
		      bool has_unit_line, struct table *table);

#endif
