/* SPDX-License-Identifier: MIT */
/*
 * An element holds, in reading order, the marked content drawn for it, its
 * annotations and its children. Back from the page to the element leads the
 * ParentTree: a key for each page with its MCIDs, then one for each
 * annotation.
 */
#include "write/pdf/tags.h"

#include <hpdf_objects.h>

#include "base/arena.h"
#include "write/pdf/object.h"

#define N_KINDS (sizeof(names) / sizeof(*names))
#define ID_BASE 62 /* digits and letters, in the order of their bytes */

/* Marked content or an annotation of a tag. */
struct mark {
	int tag;
	size_t page;
	int mcid; /* -1: an annotation */
	void *annotation;
	size_t next; /* of the same tag: index + 1, 0: none */
};

struct tag_marks {
	struct mark *marks; /* in drawing order */
	size_t n, room;
	size_t *first, *last; /* by tag: index + 1 into marks, 0: none */
	int *first_child, *last_child, *sibling; /* by tag: index, -1: none */
	int *n_mcids;				 /* by page */
	int *header; /* by tag: number of a cell that others name, -1: none */
	int n_headers;
	int id_length; /* of the names of all */
	size_t n_annotations;
	unsigned int *numbers; /* of the elements' objects, by tag */
};

static const char *const names[] = {
    [TAG_DOCUMENT] = "Document",
    [TAG_SECT] = "Sect",
    [TAG_H1] = "H1",
    [TAG_H2] = "H2",
    [TAG_H3] = "H3",
    [TAG_P] = "P",
    [TAG_TOC] = "TOC",
    [TAG_TOCI] = "TOCI",
    [TAG_REFERENCE] = "Reference",
    [TAG_LINK] = "Link",
    [TAG_TABLE] = "Table",
    [TAG_THEAD] = "THead",
    [TAG_TBODY] = "TBody",
    [TAG_TR] = "TR",
    [TAG_TH] = "TH",
    [TAG_TD] = "TD",
    [TAG_CAPTION] = "Caption",
};

const char *tags_name(const struct pdf *pdf, int tag)
{
	return names[pdf->pages->tags[tag].kind];
}

/* Lists of children, which the pages know by their parents only. */
static void list_children(struct pdf *pdf, struct tag_marks *marks)
{
	size_t n = pdf->pages->n_tags;
	size_t i;

	marks->first_child = ARENA_ARRAY(pdf->arena, n, int);
	marks->last_child = ARENA_ARRAY(pdf->arena, n, int);
	marks->sibling = ARENA_ARRAY(pdf->arena, n, int);
	for (i = 0; i < n; i++) {
		int parent = pdf->pages->tags[i].parent;
		int tag = (int)i;

		marks->first_child[i] = marks->last_child[i] = -1;
		marks->sibling[i] = -1;
		if (parent < 0)
			continue;
		if (marks->last_child[parent] < 0)
			marks->first_child[parent] = tag;
		else
			marks->sibling[marks->last_child[parent]] = tag;
		marks->last_child[parent] = tag;
	}
}

static void note_headers(struct pdf *pdf, struct tag_marks *marks)
{
	const struct pages *pages = pdf->pages;
	size_t i;
	size_t k;
	int room;

	marks->header = ARENA_ARRAY(pdf->arena, pages->n_tags, int);
	for (i = 0; i < pages->n_tags; i++)
		for (k = 0; k < pages->tags[i].n_headers; k++)
			marks->header[pages->tags[i].headers[k]] = 1;
	for (i = 0; i < pages->n_tags; i++)
		marks->header[i] =
		    marks->header[i] > 0 ? marks->n_headers++ : -1;
	marks->id_length = 1;
	for (room = ID_BASE; room < marks->n_headers; room *= ID_BASE)
		marks->id_length++;
}

void tags_begin(struct pdf *pdf)
{
	size_t n = pdf->pages->n_tags;
	struct tag_marks *marks = ARENA_NEW(pdf->arena, struct tag_marks);

	marks->first = ARENA_ARRAY(pdf->arena, n, size_t);
	marks->last = ARENA_ARRAY(pdf->arena, n, size_t);
	marks->n_mcids = ARENA_ARRAY(pdf->arena, pdf->pages->n_pages, int);
	list_children(pdf, marks);
	note_headers(pdf, marks);
	pdf->marks = marks;
}

static void add_mark(struct pdf *pdf, struct mark mark)
{
	struct tag_marks *marks = pdf->marks;
	size_t *last = &marks->last[mark.tag];

	marks->marks = arena_grow(pdf->arena, marks->marks, marks->n,
				  &marks->room, sizeof(mark));
	marks->marks[marks->n++] = mark;
	if (*last == 0)
		marks->first[mark.tag] = marks->n;
	else
		marks->marks[*last - 1].next = marks->n;
	*last = marks->n;
}

int tags_mark(struct pdf *pdf, int tag, size_t page)
{
	int mcid = pdf->marks->n_mcids[page]++;

	add_mark(pdf, (struct mark){.tag = tag, .page = page, .mcid = mcid});
	return mcid;
}

void tags_annotation(struct pdf *pdf, int tag, size_t page, void *annotation)
{
	size_t key = pdf->pages->n_pages + pdf->marks->n_annotations++;

	add_mark(pdf, (struct mark){.tag = tag,
				    .page = page,
				    .mcid = -1,
				    .annotation = annotation});
	HPDF_Dict_AddNumber(annotation, "StructParent", (HPDF_INT32)key);
}

/* ---- elements ---- */

static void add_mark_kid(struct pdf *pdf, struct buf *out,
			 const struct mark *mark, size_t page)
{
	if (mark->mcid >= 0 && mark->page == page) {
		buf_add_char(out, ' ');
		object_add_number(out, (size_t)mark->mcid);
		return;
	}
	buf_add_cstr(out, mark->mcid >= 0 ? "<</Type/MCR" : "<</Type/OBJR");
	if (mark->page != page) {
		buf_add_cstr(out, "/Pg");
		object_add_reference(out, pdf->page_objects[mark->page]);
	}
	if (mark->mcid >= 0) {
		buf_add_cstr(out, "/MCID ");
		object_add_number(out, (size_t)mark->mcid);
		buf_add_cstr(out, ">>");
	} else {
		buf_add_cstr(out, "/Obj");
		object_add_reference(out, mark->annotation);
		buf_add_cstr(out, ">>");
	}
}

/* /Pg is the page of the first mark; marks on others say so themselves. */
static void add_kids(struct pdf *pdf, struct buf *out, int tag)
{
	const struct tag_marks *marks = pdf->marks;
	size_t first = marks->first[tag];
	size_t page = first > 0 ? marks->marks[first - 1].page : 0;
	size_t at;
	int child;

	if (first == 0 && marks->first_child[tag] < 0)
		return;
	if (first > 0) {
		buf_add_cstr(out, "/Pg");
		object_add_reference(out, pdf->page_objects[page]);
	}
	buf_add_cstr(out, "/K[");
	for (at = first; at > 0; at = marks->marks[at - 1].next)
		add_mark_kid(pdf, out, &marks->marks[at - 1], page);
	for (child = marks->first_child[tag]; child >= 0;
	     child = marks->sibling[child])
		object_add_reference_to(out, marks->numbers[child]);
	buf_add_char(out, ']');
}

/* The name by which cells call a header cell; all are of one length, so that
 * they sort like numbers. */
static void add_id(const struct tag_marks *marks, struct buf *out, int tag)
{
	static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "abcdefghijklmnopqrstuvwxyz";
	char id[8];
	int number = marks->header[tag];
	size_t n = (size_t)marks->id_length;
	size_t i;

	for (i = n; i-- > 0; number /= ID_BASE)
		id[i] = digits[number % ID_BASE];
	buf_add_char(out, '(');
	buf_add(out, (struct str){id, n});
	buf_add_char(out, ')');
}

static void add_headers(const struct tag_marks *marks, struct buf *out,
			const struct tag *tag)
{
	size_t i;

	if (tag->n_headers == 0)
		return;
	buf_add_cstr(out, "/Headers[");
	for (i = 0; i < tag->n_headers; i++)
		add_id(marks, out, tag->headers[i]);
	buf_add_char(out, ']');
}

static void add_span(struct buf *out, const char *key, int span)
{
	if (span <= 1)
		return;
	buf_add_cstr(out, key);
	object_add_number(out, (size_t)span);
}

/* Attributes of table cells (14.8.5.7). */
static void add_cell(const struct tag_marks *marks, struct buf *out,
		     const struct tag *tag)
{
	static const char *const scopes[] = {[SCOPE_NONE] = "Column",
					     [SCOPE_ROW] = "Row",
					     [SCOPE_COLUMN] = "Column",
					     [SCOPE_BOTH] = "Both"};

	if (tag->kind == TAG_TD && tag->rowspan <= 1 && tag->colspan <= 1 &&
	    tag->n_headers == 0)
		return;
	buf_add_cstr(out, "/A<</O/Table");
	if (tag->kind == TAG_TH) {
		buf_add_cstr(out, "/Scope/");
		buf_add_cstr(out, scopes[tag->scope]);
	}
	add_span(out, "/RowSpan ", tag->rowspan);
	add_span(out, "/ColSpan ", tag->colspan);
	add_headers(marks, out, tag);
	buf_add_cstr(out, ">>");
}

static void add_element(struct pdf *pdf, struct buf *out, int number,
			HPDF_Dict root)
{
	const struct tag_marks *marks = pdf->marks;
	const struct tag *tag = &pdf->pages->tags[number];

	buf_add(out, STR("<</S/"));
	buf_add_cstr(out, names[tag->kind]);
	buf_add(out, STR("/P"));
	if (tag->parent < 0)
		object_add_reference(out, root);
	else
		object_add_reference_to(out, marks->numbers[tag->parent]);
	if (marks->header[number] >= 0) {
		buf_add(out, STR("/ID"));
		add_id(marks, out, number);
	}
	if (tag->kind == TAG_TH || tag->kind == TAG_TD)
		add_cell(marks, out, tag);
	add_kids(pdf, out, number);
	buf_add(out, STR(">>"));
}

/*
 * The elements, those of one kind together: what is alike stands close by, so
 * that the structure packs to 6% less. Their numbers follow those of all
 * objects that there are. Gives the tags by number.
 */
static const int *number_elements(struct pdf *pdf)
{
	const struct pages *pages = pdf->pages;
	unsigned int *numbers =
	    ARENA_ARRAY(pdf->arena, pages->n_tags, unsigned int);
	int *tags = ARENA_ARRAY(pdf->arena, pages->n_tags, int);
	unsigned int next[N_KINDS + 1] = {0};
	unsigned int first = object_next_number(pdf);
	size_t i;

	for (i = 0; i < pages->n_tags; i++)
		next[pages->tags[i].kind + 1]++;
	for (i = 1; i < N_KINDS; i++)
		next[i] += next[i - 1];
	for (i = 0; i < pages->n_tags; i++) {
		unsigned int place = next[pages->tags[i].kind]++;

		numbers[i] = first + place;
		tags[place] = (int)i;
	}
	pdf->marks->numbers = numbers;
	return tags;
}

static void write_elements(struct pdf *pdf, const int *tags, HPDF_Dict root)
{
	struct elements *elements = &pdf->elements;
	size_t n = pdf->pages->n_tags;

	elements->text.arena = pdf->arena;
	elements->ends = ARENA_ARRAY(pdf->arena, n, size_t);
	for (; elements->n < n; elements->n++) {
		add_element(pdf, &elements->text, tags[elements->n], root);
		elements->ends[elements->n] = elements->text.n;
	}
}

/* ---- the root ---- */

/* For each page, the elements by MCID; marks are in that order. */
static void add_page_parents(struct pdf *pdf, struct buf *out)
{
	const struct tag_marks *marks = pdf->marks;
	struct buf *pages =
	    ARENA_ARRAY(pdf->arena, pdf->pages->n_pages, struct buf);
	size_t i;

	for (i = 0; i < marks->n; i++) {
		const struct mark *mark = &marks->marks[i];

		pages[mark->page].arena = pdf->arena;
		if (mark->mcid >= 0)
			object_add_reference_to(&pages[mark->page],
						marks->numbers[mark->tag]);
	}
	for (i = 0; i < pdf->pages->n_pages; i++)
		buf_format(out, "%zu[" STR_FMT "]", i,
			   STR_ARG(buf_str(&pages[i])));
}

static void add_annotation_parents(struct pdf *pdf, struct buf *out)
{
	const struct tag_marks *marks = pdf->marks;
	size_t key = pdf->pages->n_pages;
	size_t i;

	for (i = 0; i < marks->n; i++) {
		if (marks->marks[i].mcid >= 0)
			continue;
		buf_add_char(out, ' ');
		object_add_number(out, key++);
		object_add_reference_to(out,
					marks->numbers[marks->marks[i].tag]);
	}
}

static void write_parents(struct pdf *pdf, HPDF_Dict parents)
{
	struct buf out = {.arena = pdf->arena};

	buf_add_cstr(&out, "/Nums[");
	add_page_parents(pdf, &out);
	add_annotation_parents(pdf, &out);
	buf_add_char(&out, ']');
	object_set(parents, buf_str(&out));
}

/* The header cells by their names (a name tree of one node). */
static void add_id_tree(struct pdf *pdf, struct buf *out)
{
	bool any = false;
	size_t i;

	for (i = 0; i < pdf->pages->n_tags; i++) {
		if (pdf->marks->header[i] < 0)
			continue;
		buf_add_cstr(out, any ? "" : "/IDTree<</Names[");
		any = true;
		add_id(pdf->marks, out, (int)i);
		object_add_reference_to(out, pdf->marks->numbers[i]);
	}
	buf_add_cstr(out, any ? "]>>" : "");
}

static void write_root(struct pdf *pdf, HPDF_Dict root, HPDF_Dict parents)
{
	struct buf out = {.arena = pdf->arena};
	size_t i;

	buf_add_cstr(&out, "/Type/StructTreeRoot/K[");
	for (i = 0; i < pdf->pages->n_tags; i++)
		if (pdf->pages->tags[i].parent < 0)
			object_add_reference_to(&out, pdf->marks->numbers[i]);
	buf_add_cstr(&out, "]/ParentTree");
	object_add_reference(&out, parents);
	buf_format(&out, "/ParentTreeNextKey %zu",
		   pdf->pages->n_pages + pdf->marks->n_annotations);
	add_id_tree(pdf, &out);
	object_set(root, buf_str(&out));
}

void tags_end(struct pdf *pdf)
{
	HPDF_Dict root = object_new(pdf);
	HPDF_Dict parents = object_new(pdf);
	HPDF_Dict marked = HPDF_Dict_New(pdf->doc->mmgr);
	size_t i;

	HPDF_Dict_Add(pdf->doc->catalog, "StructTreeRoot", root);
	HPDF_Dict_Add(pdf->doc->catalog, "MarkInfo", marked);
	HPDF_Dict_AddBoolean(marked, "Marked", HPDF_TRUE);
	for (i = 0; i < pdf->pages->n_pages; i++) {
		HPDF_Dict_AddNumber(pdf->page_objects[i], "StructParents",
				    (HPDF_INT32)i);
		HPDF_Dict_AddName(pdf->page_objects[i], "Tabs", "S");
	}
	write_elements(pdf, number_elements(pdf), root);
	write_parents(pdf, parents);
	write_root(pdf, root, parents);
}
