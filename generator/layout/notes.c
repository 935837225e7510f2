/* SPDX-License-Identifier: MIT */
/*
 * The unit line has three parts: flush left, in the table's middle, flush
 * right. Notes hang: 注： stands alone at the left, numbers under each other,
 * text under text.
 */
#include "layout/notes.h"

#include "base/arena.h"
#include "doc/note.h"
#include "layout/table_set.h"

/* White between the parts of a unit line, at least [1/1000 em]. */
#define UNIT_BETWEEN 1000

/* Advance of the lines of unit line and notes, where there are several. */
#define LINE_ADVANCE 1300

/* Of a page that the last row and the notes may take together [1/1000]. */
#define NOTES_SHARE 800

static emu scale(emu length, int thousandths)
{
	return (emu)((int64_t)length * thousandths / 1000);
}

static emu table_width(const struct table_set *set)
{
	return set->x[set->table->n_columns] > 0 ? set->x[set->table->n_columns]
						 : set->frame.width;
}

static struct para_want plain_want(const struct table_set *set,
				   struct type type, struct type strong)
{
	struct para_want want = {
	    .type = type, .strong = strong, .align = ALIGN_LEFT};

	want.type.size = set->size.size;
	want.strong.size = set->size.size;
	want.width = table_width(set);
	want.advance = scale(set->size.size, LINE_ADVANCE);
	return want;
}

/* Sets a part of the unit line in at most width. */
static const struct para *set_part(struct table_set *set, int part,
				   enum align align, emu width)
{
	struct para_want want =
	    plain_want(set, set->style->body, set->style->total);

	want.align = align;
	want.width = width > want.type.size ? width : want.type.size;
	return para_set(set->layout, set->table->unit_line[part], &want);
}

static emu part_width(const struct table_set *set, int part)
{
	struct para_want want =
	    plain_want(set, set->style->body, set->style->total);

	if (set->table->unit_line[part].n_runs == 0)
		return 0;
	return para_most_width(set->layout, set->table->unit_line[part],
			       &want) +
	       scale(set->size.size, UNIT_BETWEEN);
}

/* The middle part gives way to a long name, if that keeps to one line then:
 * it goes into the middle of what is left. */
static void make_way(struct table_set *set, emu width[3])
{
	emu name = part_width(set, 0);
	int64_t spare = (int64_t)table_width(set) - width[2] - name - width[1];

	if (width[1] <= 0 || name <= width[0] || spare < 0)
		return;
	width[0] = name;
	set->unit_left[1] = name + (emu)(spare / 2);
}

/* Middle and right part keep to one line; the left one, a unit's name, gets
 * what is left and may take more. */
static void set_unit(struct table_set *set)
{
	static const enum align aligns[] = {ALIGN_LEFT, ALIGN_CENTER,
					    ALIGN_RIGHT};
	emu all = table_width(set);
	emu width[3];
	size_t lines = 1;
	int i;

	width[1] = part_width(set, 1);
	width[2] = part_width(set, 2);
	if (width[2] > all / 2)
		width[2] = all / 2;
	if (width[1] > all - 2 * width[2])
		width[1] = all - 2 * width[2];
	set->unit_left[0] = 0;
	set->unit_left[1] = (all - width[1]) / 2;
	set->unit_left[2] = all - width[2];
	width[0] = width[1] > 0 ? (all - width[1]) / 2 : all - width[2];
	make_way(set, width);
	for (i = 0; i < 3; i++) {
		set->unit[i] = NULL;
		if (set->table->unit_line[i].n_runs == 0)
			continue;
		set->unit[i] = set_part(set, i, aligns[i], width[i]);
		if (set->unit[i]->n_lines > lines)
			lines = set->unit[i]->n_lines;
	}
	set->unit_height =
	    scale(set->size.size, LINE_ADVANCE) * (emu)(lines - 1) +
	    set->size.size + set->style->unit_gap;
}

/* Width of a beginning: what it takes off the text behind it. A mark at its
 * end has its full width, as it is not at the end of a line. */
static emu width_of(const struct table_set *set, struct str text,
		    const struct para_want *want)
{
	struct run runs[] = {{.text = text}, {.text = STR("文")}};

	if (text.n == 0)
		return 0;
	return para_most_width(set->layout, (struct text){runs, 2}, want) -
	       para_most_width(set->layout, (struct text){&runs[1], 1}, want);
}

/* How far a note's text hangs: below its label and number; without a label it
 * begins where the first note's label ends. */
static void hang(const struct table_set *set, struct str text, emu *label,
		 struct para_want *want)
{
	size_t n = note_label(text);
	size_t number = note_number(str_slice(text, n, text.n - n));
	emu begin = *label;

	if (n > 0) {
		*label = width_of(set, str_slice(text, 0, n), want);
		begin = 0;
	}
	want->indent_left =
	    *label + width_of(set, str_slice(text, n, number), want);
	want->indent_first = begin - want->indent_left;
}

static struct type note_type(const struct table_set *set, bool strong)
{
	int style = set->table->note_style;
	const struct doc *doc = set->layout->doc;

	if (style < 0 || (size_t)style >= doc->n_para_styles)
		return strong ? set->style->total : set->style->body;
	return strong ? doc->para_styles[style].strong
		      : doc->para_styles[style].type;
}

static void set_notes(struct table_set *set)
{
	size_t n = set->table->n_notes;
	struct note *notes = ARENA_ARRAY(set->layout->arena, n, struct note);
	int64_t height = n > 0 ? set->style->note_gap : 0;
	emu label = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		struct para_want want = plain_want(set, note_type(set, false),
						   note_type(set, true));
		struct str text =
		    text_plain(set->table->notes[i], set->layout->scratch);

		hang(set, text, &label, &want);
		notes[i].para =
		    para_set(set->layout, set->table->notes[i], &want);
		/* The last line is as high as its type. */
		notes[i].height =
		    para_height(notes[i].para) - want.advance + want.type.size;
		height += notes[i].height;
		notes[i].tag = -1;
		height += i + 1 < n ? set->style->note_step : 0;
	}
	set->notes = notes;
	set->notes_apart = false;
	set->notes_height =
	    height > INT32_MAX / 4 ? INT32_MAX / 4 : (emu)height;
}

void notes_settle(struct table_set *set)
{
	size_t n = set->n_pieces;
	int64_t height = (int64_t)set->unit_height + set->notes_height;

	if (n > 0)
		height = (int64_t)table_again(set, n - 1) +
			 table_piece_height(set, n - 1) + set->notes_height;
	if (set->notes_height == 0 ||
	    height <= scale(set->frame.height, NOTES_SHARE))
		return;
	set->notes_apart = true;
	set->notes_height = 0;
}

void notes_set(struct table_set *set)
{
	set->unit_height = 0;
	if (set->table->has_unit_line)
		set_unit(set);
	set_notes(set);
}

/* A line box of this advance sits with its middle in the middle of one that
 * is as high as the type. */
static emu line_top(const struct table_set *set, emu y)
{
	return y - (scale(set->size.size, LINE_ADVANCE) - set->size.size) / 2;
}

void notes_place_unit(struct table_set *set, emu x, emu y, bool again,
		      int parent_tag)
{
	struct tag tag = {.kind = TAG_P,
			  .parent = parent_tag,
			  .rowspan = 1,
			  .colspan = 1,
			  .node = set->block->id};
	int i;

	if (!set->table->has_unit_line)
		return;
	for (i = 0; i < 3; i++) {
		int number = TAG_ARTIFACT;

		if (set->unit[i] == NULL)
			continue;
		/* Each part is read by itself. */
		if (!again)
			number = canvas_tag(set->layout->canvas, &tag);
		para_place(set->layout, set->unit[i], 0, set->unit[i]->n_lines,
			   x + set->unit_left[i], line_top(set, y), number,
			   set->block->id);
	}
}

static int note_tag(const struct table_set *set, int parent_tag)
{
	struct tag tag = {.kind = TAG_P,
			  .parent = parent_tag,
			  .rowspan = 1,
			  .colspan = 1,
			  .node = set->block->id};

	return canvas_tag(set->layout->canvas, &tag);
}

void notes_place(struct table_set *set, emu x, emu y, int parent_tag)
{
	size_t i;

	if (set->notes_apart)
		return;
	y += set->style->note_gap;
	for (i = 0; i < set->table->n_notes; i++) {
		struct note *note = &set->notes[i];

		note->tag = note_tag(set, parent_tag);
		para_place(set->layout, note->para, 0, note->para->n_lines, x,
			   line_top(set, y), note->tag, set->block->id);
		y += note->height + set->style->note_step;
	}
}

size_t table_notes_apart(const struct table_set *set)
{
	return set->notes_apart ? set->table->n_notes : 0;
}

const struct para *table_note(const struct table_set *set, size_t note)
{
	return set->notes[note].para;
}

// NOLINTNEXTLINE(readability-function-size): a place has these parts
void table_place_note(struct table_set *set, size_t note, size_t line, emu x,
		      emu y, int parent_tag)
{
	struct note *of = &set->notes[note];

	if (of->tag < 0)
		of->tag = note_tag(set, parent_tag);
	para_place(set->layout, of->para, line, line + 1, x, y, of->tag,
		   set->block->id);
}
