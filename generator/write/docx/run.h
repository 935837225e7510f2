/* SPDX-License-Identifier: MIT */
/* Runs of text and their properties (ECMA-376 part 1, 17.3.2). Internal to
 * write/docx. */
#ifndef WRITE_DOCX_RUN_H
#define WRITE_DOCX_RUN_H

#include "base/xml.h"
#include "doc/doc.h"
#include "pages/plan.h"

struct arena;

/* Fonts, weight, size of the type as the content of w:rPr. */
void run_properties(struct xml *xml, const struct type *type, emu size);

/* How the runs of a paragraph are written. */
struct run_manner {
	const struct type *type;   /* the style's: nothing is said of it */
	const struct type *strong; /* of strong runs */
	emu size;		   /* [emu] said of each run, 0: the style's */
	emu em; /* [emu] size of the type where lines are to be drawn in */
	bool squeeze; /* blanks between Han and digits give way to the white
			 that Word puts there; not with breaks */
	int spread;   /* [twips] between the two characters of a heading */
	const struct plan_break *breaks; /* where lines are to be broken */
	size_t n_breaks;
	const struct plan_drawn *drawn; /* lines to be drawn in */
	size_t n_drawn;
	size_t skip; /* [bytes] at the beginning that are not written */
};

/* The text as w:r elements. */
void run_text(struct xml *xml, struct text text,
	      const struct run_manner *manner);

/* One run of plain text in the style's type. */
void run_plain(struct xml *xml, struct str text);

/* The parts of a field: w:fldChar of that type; the instruction. */
void run_field(struct xml *xml, const char *type);
void run_instruction(struct xml *xml, struct str instruction);

void run_tab(struct xml *xml);

/* Blanks of a Han character's width that the text begins with. */
size_t run_blanks(struct text text);

/* Width [1/1000 em] of the text about: ASCII is half as wide as Han. */
int64_t run_ems(struct str text);

#endif
