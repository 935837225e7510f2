/* SPDX-License-Identifier: MIT */
/*
 * One DOCX while it is made: the doc and its plan, and what all parts must
 * agree upon: names of styles, bookmarks, footers. Internal to write/docx.
 */
#ifndef WRITE_DOCX_JOB_H
#define WRITE_DOCX_JOB_H

#include <stdbool.h>
#include <stddef.h>

#include "base/emu.h"
#include "base/map.h"
#include "base/str.h"
#include "doc/doc.h"
#include "pages/plan.h"

struct arena;
struct diag_sink;

/*
 * A paragraph style of Word. The doc's styles say how a paragraph looks; 目录
 * of Word lists paragraphs by style. So a doc style whose paragraphs are in
 * different groups of 目录 (or some in none) makes several styles of Word.
 */
struct word_style {
	int style;	  /* index into doc->para_styles */
	int group, level; /* of its paragraphs in 目录; group -1: none */
	int outline;	  /* of the first of its paragraphs */
	size_t n;	  /* paragraphs */
	bool main;	  /* has the doc style's own name */
	struct str id;	  /* w:styleId */
	struct str name;  /* w:name */
};

/* The kinds of cells; each has a paragraph style in a cell set. */
enum cell_kind {
	CELL_KIND_TEXT,
	CELL_KIND_AMOUNT,
	CELL_KIND_CENTER,
	CELL_KIND_HEAD,
	CELL_KIND_INDEX,
	CELL_KIND_UNIT,
	CELL_KIND_TOTAL_TEXT,
	CELL_KIND_TOTAL_AMOUNT,
	CELL_KIND_TOTAL_CENTER,
	N_CELL_KINDS
};

/* Paragraph styles of cells, for one table style in one type size. */
struct cell_set {
	int style;		      /* index into doc->table_styles */
	emu size;		      /* [emu] */
	struct str ids[N_CELL_KINDS]; /* of the styles */
	struct str name;	      /* what their names begin with */
};

/* A footer part: the page number of a page style, on pages of one side. */
struct footer {
	int page_style; /* -1: without number */
	bool even;
	struct str rel;	 /* rId5 */
	struct str part; /* footer5.xml */
};

struct job {
	const struct doc *doc;
	const struct plan *plan;
	struct arena *arena;
	struct diag_sink *sink;
	struct word_style *styles;
	size_t n_styles;
	size_t room_styles;
	struct cell_set *cell_sets;
	size_t n_cell_sets;
	size_t room_cell_sets;
	struct footer *footers;
	size_t n_footers;
	size_t room_footers;
	bool odd_even;	       /* numbers stand on the outer side */
	struct map paragraphs; /* block id -> index into plan->paragraphs */
	struct map tables;     /* the same into plan->tables */
	struct map bookmarks;  /* block id -> number, of entries of 目录 */
	const struct plan_contents *contents; /* of the doc's 目录, or NULL */
};

/* Settles all names. */
struct job job_open(const struct doc *doc, const struct plan *plan,
		    struct arena *arena, struct diag_sink *sink);

/* Styles by index; the first or a plain one for an index that does not
 * exist. */
const struct para_style *job_para_style(const struct job *job, int style);
const struct table_style *job_table_style(const struct job *job, int style);
const struct page_style *job_page_style(const struct job *job, int style);

/* What the plan says of a block, NULL if nothing. */
const struct plan_paragraph *job_plan_paragraph(const struct job *job,
						struct str block);
const struct plan_table *job_plan_table(const struct job *job,
					struct str block);

/* The paragraph style of the paragraph; never NULL. */
const struct word_style *job_style(const struct job *job,
				   const struct paragraph *paragraph);
/* Of one that is in no group: a note, an entry of 目录. Never NULL. */
const struct word_style *job_plain_style(const struct job *job, int style);

/* The cell styles of a table; never NULL. */
const struct cell_set *job_cell_set(const struct job *job,
				    const struct block *table);
/* Type size [emu] of its cells. */
emu job_table_size(const struct job *job, const struct block *table);

/* Id of the cell style of that kind in the n-th set; its name. Owned by the
 * arena. */
struct str cell_style_id(size_t n, enum cell_kind kind, struct arena *arena);
struct str cell_style_name(const struct cell_set *set, enum cell_kind kind,
			   struct arena *arena);
/* Id and name of the table style. */
struct str table_style_id(const struct job *job, int style);
struct str table_style_name(const struct job *job, int style);

/* Number of the bookmark of a heading; MAP_NONE if it has none. */
uint32_t job_bookmark(const struct job *job, struct str block);
struct str bookmark_name(uint32_t number, struct arena *arena);

/* Relation of the footer of a section; even pages or the others. */
struct str job_footer(const struct job *job, const struct section *section,
		      bool even);

/* Room [emu] that Word may need beyond ours on a page of tables: rules,
 * rounding, the paragraph that a section ends with. Less than a row. */
#define JOB_SLACK EMU_MM(2)

/* Type area [twips] of a section: paper less margins, as Word has it. */
struct paper {
	int width, height;	      /* [twips] as read */
	int top, bottom, left, right; /* [twips] margins */
	int measure;		      /* [twips] */
	bool landscape;
};
struct paper job_paper(const struct job *job, size_t section);

/* emu to twips, rounded. */
int twips(int64_t length);

/* Style ids that are not the doc's. A doc's style of such a name is told
 * apart by job_open(). */
#define ID_NORMAL    "w-normal"
#define ID_DEFAULT   "w-default"
#define ID_TABLE     "w-table"
#define ID_NO_LIST   "w-no-list"
#define ID_HEADER    "w-header"
#define ID_FOOTER    "w-footer"
#define ID_HYPERLINK "w-hyperlink"
#define ID_SEPARATOR "w-separator"
#define ID_PART	     "w-part"

/* Of the paragraph behind or between tables that takes no room. [twips] */
#define SEPARATOR_HEIGHT 20

#endif
