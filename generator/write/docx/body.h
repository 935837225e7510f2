/* SPDX-License-Identifier: MIT */
/*
 * word/document.xml while it is written: where the pen is, and what the
 * elements of the body share. Internal to write/docx.
 */
#ifndef WRITE_DOCX_BODY_H
#define WRITE_DOCX_BODY_H

#include <stdbool.h>

#include "base/xml.h"
#include "write/docx/job.h"

struct body {
	const struct job *job;
	struct xml xml;
	size_t section;	  /* index */
	bool last;	  /* the section is the document's last */
	bool begun;	  /* something stands in the section */
	emu said;	  /* [emu] white below the block before, said there */
	emu white;	  /* [emu] white that it asks for; the larger counts */
	emu below;	  /* [emu] white that it asks for besides */
	int64_t y;	  /* [emu] height used on the page, as far as known */
	bool after_table; /* the block before is a table without notes */
	int next_number;  /* that the next page has by itself, 0: unknown */
};

/* What one paragraph says beside its style. */
struct paragraph_say {
	bool page_break;
	bool keep_next;
	bool spacing; /* before, after and line are to be said */
	emu before, after;
	emu line;
	bool indent; /* left and first are to be said */
	emu left, first;
	int outline; /* -1: nothing; 0: text; 1 … */
	bool ends_section;
};

/* <w:p> and its properties; the caller writes the runs and ends it. */
void body_start_paragraph(struct body *body, struct str style_id,
			  const struct paragraph_say *say);

/* The white above and below a paragraph of that style; plan: what layout
 * decided of it, or NULL. */
void body_space(struct body *body, const struct para_style *style,
		const struct plan_paragraph *plan, bool at_top,
		struct paragraph_say *say);

/* A paragraph without text that takes no room. */
void body_separator(struct body *body, bool ends_section);

void body_contents(struct body *body, const struct block *block,
		   bool ends_section);
void body_table(struct body *body, const struct block *block,
		bool ends_section);

/* Ends the w:tbl and begins another one for the rows from here on. */
void table_next_part(struct body *body, const struct block *block,
		     const int *widths, size_t row);

/* The notes of a table. */
void body_notes(struct body *body, const struct block *block,
		bool ends_section);

/* w:sectPr of the present section. */
void body_section(struct body *body);

/* Rows of a table: its unit line, and all others. */
void rows_unit_line(struct body *body, const struct block *block,
		    const int *widths);
/* A form that ends near its page's end and is kept whole would go on to the
 * next page for a single line that is broken otherwise here: so much white
 * [twips], above it and in its rows, it gives up where it has any; 0: there is
 * room for a line more, or layout says nothing of it. */
int rows_form_gives(const struct body *body, const struct block *form);
void rows_all(struct body *body, const struct block *block, const int *widths);

#endif
