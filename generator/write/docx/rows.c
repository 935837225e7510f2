/* SPDX-License-Identifier: MIT */
/*
 * Rows and cells. A cell's look is a paragraph style; only what differs from
 * cell to cell is said of it. A place that a cell above spans is a cell that
 * continues it (w:vMerge).
 */
#include "base/arena.h"
#include "doc/cell.h"
#include "write/docx/body.h"
#include "write/docx/cells.h"
#include "write/docx/paragraph.h"
#include "write/docx/parts_of_table.h"
#include "write/docx/run.h"

/* White left of a figure [emu], as in layout. */
#define FIGURE_LEFT EMU_MM(0.5)

/* Word may need less room for the rows of a page than layout, by so much
 * [twips]: rules, rounding. */
#define DOUBT 120

/* Rows that are moved to the next page are kept with as many as surely do not
 * fit: so much [twips] beyond the page. */
#define KEEP_BEYOND 1500

/* Room [twips] that a page with a form keeps for a line more than in the PDF,
 * and for its rules. */
#define LINE_SPARE 400

/* A cell that reaches down from a row above. */
struct reach {
	const struct cell *cell;
	size_t from;  /* its column */
	size_t span;  /* columns, within the grid */
	int64_t rows; /* left */
};

struct rows {
	struct body *body;
	const struct block *block;
	const struct table *table;
	const struct table_style *style;
	const struct plan_table *plan; /* or NULL */
	const struct cell_set *set;
	const int *widths;   /* [twips] */
	emu size;	     /* [emu] of the type */
	emu pad;	     /* [emu] */
	size_t n_head;	     /* rows repeated on each page */
	size_t part;	     /* first row of the present w:tbl */
	size_t n_part_head;  /* its rows that are repeated */
	struct reach *reach; /* by column */
	size_t drawn;	     /* next of the plan's drawn lines */
	bool whole;	     /* all rows are kept on one page */
	size_t kept;	     /* rows before it are kept with the next */
	int64_t y;	     /* [twips] used on the page */
	int64_t room;	     /* [twips] of a page */
	int64_t again;	     /* [twips] of what is repeated */
	int lower;	     /* [twips] that rows are lower than in the PDF */
};

static size_t count_head(const struct table *table)
{
	size_t n = 0;

	while (n < table->n_rows && (table->rows[n].kind == ROW_HEAD ||
				     table->rows[n].kind == ROW_INDEX))
		n++;
	return n;
}

static int row_height(const struct rows *rows, size_t row)
{
	if (rows->plan == NULL || row >= rows->plan->n_rows)
		return 0;
	return twips(rows->plan->rows[row]) -
	       (row < rows->n_head ? 0 : rows->lower);
}

/* Whether layout began a page with a row that is not the first. */
static bool is_divided(const struct table *table, const struct plan_table *plan)
{
	for (size_t i = count_head(table) + 1; plan != NULL && i < plan->n_rows;
	     i++)
		if (plan->breaks != NULL && plan->breaks[i])
			return true;
	return false;
}

int rows_form_gives(const struct body *body, const struct block *form)
{
	const struct table *table = &form->table;
	const struct table_style *style =
	    job_table_style(body->job, table->style);
	const struct plan_table *plan = job_plan_table(body->job, form->id);
	struct paper paper = job_paper(body->job, body->section);
	int64_t spare = paper.height - paper.top - paper.bottom;

	if (plan == NULL || !style->whole || style->grid ||
	    is_divided(table, plan))
		return 0;
	spare -= twips(plan->top);
	if (table->has_unit_line)
		spare -= twips(plan->unit_line);
	for (size_t i = 0; i < plan->n_rows; i++)
		spare -= twips(plan->rows[i]);
	if (spare >= LINE_SPARE || spare < -LINE_SPARE)
		return 0;
	return (int)(LINE_SPARE - spare);
}

/* Its rows give up some of the white above and below their lines. */
static int lower_by(const struct rows *rows)
{
	int64_t n = (int64_t)(rows->table->n_rows - rows->n_head);
	int64_t most = rows->plan == NULL ? 0 : 2 * twips(rows->plan->inset);
	int64_t gives = rows_form_gives(rows->body, rows->block);
	int64_t each = n == 0 ? 0 : (gives + n - 1) / n;

	return (int)(each < most ? each : most);
}

static struct rows rows_open(struct body *body, const struct block *block,
			     const int *widths)
{
	const struct job *job = body->job;
	struct paper paper = job_paper(job, body->section);
	struct rows rows = {
	    .body = body,
	    .block = block,
	    .table = &block->table,
	    .style = job_table_style(job, block->table.style),
	    .plan = job_plan_table(job, block->id),
	    .set = job_cell_set(job, block),
	    .widths = widths,
	    .size = job_table_size(job, block),
	    .n_head = count_head(&block->table),
	    .reach =
		ARENA_ARRAY(job->arena, block->table.n_columns, struct reach),
	    .room = paper.height - paper.top - paper.bottom,
	};

	/* a form may begin with a head of its body */
	rows.n_part_head =
	    rows.n_head > 0 ? rows.n_head : parts_head(rows.table, 0);
	rows.whole = rows.style->whole && !is_divided(rows.table, rows.plan);
	rows.pad = rows.plan == NULL ? rows.style->pad : rows.plan->pad;
	if (rows.plan != NULL && rows.table->has_unit_line)
		rows.again = twips(rows.plan->unit_line);
	for (size_t i = 0; i < rows.n_part_head; i++)
		rows.again += row_height(&rows, i);
	rows.y = rows.plan == NULL ? (body->y + body->white) / EMU_PER_TWIP
				   : twips(rows.plan->top);
	if (rows.table->has_unit_line && rows.plan != NULL)
		rows.y += twips(rows.plan->unit_line);
	rows.lower = lower_by(&rows);
	return rows;
}

/* A cell in its row, as it is written. */
struct spot {
	struct cell_place place;
	size_t row;
	size_t column, span; /* within the grid */
	bool continued;	     /* of a cell in a row above */
	bool goes_on;	     /* in the row below */
	int width;	     /* [twips] */
};

/* The heavier rule: below the head, around the head of a form, and where the
 * template asks; as in layout. */
static bool heavy_above(const struct rows *rows, size_t row)
{
	const struct table_row *list = rows->table->rows;

	if (row == 0)
		return false;
	return list[row].heavy_above || row == rows->n_head ||
	       (list[row].kind == ROW_SUBHEAD) !=
		   (list[row - 1].kind == ROW_SUBHEAD);
}

static void cell_borders(const struct rows *rows, const struct spot *spot)
{
	struct xml *xml = &rows->body->xml;
	bool left =
	    spot->column > 0 && rows->table->columns[spot->column].heavy_left;
	bool frame = spot->row == 0 && rows->table->has_unit_line;
	bool heavy = !spot->continued && heavy_above(rows, spot->row);

	if (!left && !frame && !heavy)
		return;
	xml_start(xml, "w:tcBorders");
	if (frame || heavy)
		cells_border(xml, "w:top",
			     frame ? rows->style->frame : rows->style->heavy);
	if (left)
		cells_border(xml, "w:left", rows->style->heavy);
	xml_end(xml);
}

static void cell_properties(const struct rows *rows, const struct spot *spot)
{
	struct xml *xml = &rows->body->xml;

	xml_start(xml, "w:tcPr");
	cells_width(xml, spot->width, spot->span);
	if (spot->continued)
		xml_empty(xml, "w:vMerge", NULL, NULL);
	else if (spot->goes_on)
		xml_empty(xml, "w:vMerge", "w:val", "restart");
	cell_borders(rows, spot);
	if (cell_is_head(&spot->place) || spot->place.row->kind == ROW_INDEX)
		cells_margins(xml, "w:tcMar", 0,
			      cells_pad(rows->style->pad_head));
	xml_empty(xml, "w:vAlign", "w:val", "center");
	xml_end(xml);
}

static enum cell_kind kind_of(const struct cell_place *place, enum align align)
{
	bool total = place->row->kind == ROW_TOTAL;

	if (cell_is_head(place))
		return CELL_KIND_HEAD;
	if (place->row->kind == ROW_INDEX)
		return CELL_KIND_INDEX;
	if (align == ALIGN_CENTER)
		return total ? CELL_KIND_TOTAL_CENTER : CELL_KIND_CENTER;
	if (align == ALIGN_RIGHT)
		return total ? CELL_KIND_TOTAL_AMOUNT : CELL_KIND_AMOUNT;
	return total ? CELL_KIND_TOTAL_TEXT : CELL_KIND_TEXT;
}

static bool says_align(enum cell_kind kind, enum align align)
{
	if (kind == CELL_KIND_HEAD || kind == CELL_KIND_INDEX)
		return align != ALIGN_CENTER;
	return align == ALIGN_JUSTIFY;
}

/* White [emu] right of the figures of a column. */
static emu figure_pad(const struct rows *rows, size_t column)
{
	if (rows->plan->figure_pads != NULL && column < rows->plan->n_columns)
		return rows->plan->figure_pads[column];
	return rows->plan->amount_pad;
}

/* Figures keep their distance from the right rule; names step in, and blanks
 * that a name begins with are an indent: a screen reader would tell them. */
static void cell_indents(const struct rows *rows, const struct spot *spot,
			 enum align align, size_t blanks)
{
	struct xml *xml = &rows->body->xml;
	int indent = cell_indent(&spot->place, rows->style);

	if (align == ALIGN_RIGHT && rows->plan != NULL &&
	    cell_is_figure(&spot->place))
		paragraph_indent(
		    xml, twips(FIGURE_LEFT - rows->pad),
		    twips(figure_pad(rows, spot->column) - rows->pad), 0);
	else if (align == ALIGN_LEFT && (indent > 0 || blanks > 0))
		paragraph_indent(xml,
				 twips((int64_t)rows->size * indent / 1000), 0,
				 twips((int64_t)rows->size * (int64_t)blanks));
}

static bool is_repeated(const struct rows *rows, size_t row)
{
	return row >= rows->part && row - rows->part < rows->n_part_head;
}

static bool keeps_next(const struct rows *rows, size_t row)
{
	if (row + 1 >= rows->table->n_rows || row < rows->n_head)
		return false;
	if (is_repeated(rows, row))
		return true;
	return rows->whole || row < rows->kept ||
	       rows->table->rows[row].keep_next;
}

/* Between the two characters of a heading. [twips] */
static int spread_of(const struct rows *rows, const struct spot *spot)
{
	int64_t width = (int64_t)spot->width * EMU_PER_TWIP;

	return twips(
	    cell_spread(&spot->place, rows->style, rows->size, (emu)width));
}

/* Lines of a heading end where layout ended them. */
static void find_breaks(const struct rows *rows, const struct spot *spot,
			size_t para, struct run_manner *manner)
{
	const struct plan_table *plan = rows->plan;

	for (size_t i = 0; plan != NULL && i < plan->n_head_breaks; i++) {
		const struct plan_break *b = &plan->head_breaks[i];

		if ((size_t)b->row != spot->row ||
		    (size_t)b->column != spot->column ||
		    (size_t)b->para != para)
			continue;
		if (manner->n_breaks == 0)
			manner->breaks = b;
		manner->n_breaks++;
	}
}

/* Lines that layout drew in: the plan lists them in reading order, in which
 * cells are written. */
static void find_drawn(struct rows *rows, const struct spot *spot, size_t para,
		       struct run_manner *manner)
{
	const struct plan_table *plan = rows->plan;
	size_t n = plan == NULL ? 0 : plan->n_drawn;
	struct plan_drawn *lines;
	size_t end;

	while (rows->drawn < n &&
	       ((size_t)plan->drawn[rows->drawn].row < spot->row ||
		((size_t)plan->drawn[rows->drawn].row == spot->row &&
		 (size_t)plan->drawn[rows->drawn].column < spot->column)))
		rows->drawn++;
	end = rows->drawn;
	while (end < n && (size_t)plan->drawn[end].row == spot->row &&
	       (size_t)plan->drawn[end].column == spot->column &&
	       (size_t)plan->drawn[end].para == para)
		end++;
	if (end == rows->drawn)
		return;
	lines = ARENA_ARRAY(rows->body->job->arena, end - rows->drawn,
			    struct plan_drawn);
	manner->drawn = lines;
	while (rows->drawn < end)
		lines[manner->n_drawn++] = plan->drawn[rows->drawn++].line;
}

static void cell_paragraph(struct rows *rows, const struct spot *spot,
			   size_t para, bool page_break)
{
	const struct cell *cell = spot->place.cell;
	struct text text = {NULL, 0};
	struct xml *xml = &rows->body->xml;
	enum align align = cell_align(&spot->place);
	enum cell_kind kind = kind_of(&spot->place, align);
	struct run_manner manner = {.type = cells_type(rows->style, kind),
				    .strong = &rows->style->total,
				    .em = rows->size};
	size_t blanks = 0;

	if (cell != NULL && !spot->continued && para < cell->n_paras) {
		text = cell->paras[para];
		manner.spread = spread_of(rows, spot);
		if (kind == CELL_KIND_HEAD)
			find_breaks(rows, spot, para, &manner);
		find_drawn(rows, spot, para, &manner);
		if (align == ALIGN_LEFT)
			blanks = run_blanks(text);
		manner.skip = blanks * STR("　").n;
	}
	xml_start(xml, "w:p");
	xml_start(xml, "w:pPr");
	xml_start(xml, "w:pStyle");
	xml_attr(xml, "w:val", rows->set->ids[kind]);
	xml_end(xml);
	if (keeps_next(rows, spot->row))
		xml_empty(xml, "w:keepNext", NULL, NULL);
	if (page_break)
		xml_empty(xml, "w:pageBreakBefore", NULL, NULL);
	cell_indents(rows, spot, align, blanks);
	if (says_align(kind, align))
		paragraph_align(xml, align);
	xml_end(xml);
	run_text(xml, text, &manner);
	xml_end(xml);
}

static void write_cell(struct rows *rows, const struct spot *spot,
		       bool page_break)
{
	const struct cell *cell = spot->place.cell;
	size_t n = cell == NULL || spot->continued ? 0 : cell->n_paras;

	xml_start(&rows->body->xml, "w:tc");
	cell_properties(rows, spot);
	for (size_t i = 0; i < (n > 0 ? n : 1); i++)
		cell_paragraph(rows, spot, i, page_break && i == 0);
	xml_end(&rows->body->xml);
}

/* Columns from column on that the cell may span: no further than the grid,
 * and than the next place that is taken. */
static size_t free_span(const struct rows *rows, size_t column, int span)
{
	size_t n = 1;

	while (n < (size_t)(span < 1 ? 1 : span) &&
	       column + n < rows->table->n_columns &&
	       rows->reach[column + n].rows == 0)
		n++;
	return n;
}

/* The cell of the row that begins at the column, NULL if none. */
static const struct cell *cell_from(const struct table_row *row, size_t column)
{
	for (size_t i = 0; i < row->n_cells; i++)
		if (row->cells[i].column >= 0 &&
		    (size_t)row->cells[i].column == column)
			return &row->cells[i];
	return NULL;
}

static int span_width(const struct rows *rows, size_t column, size_t span)
{
	int width = 0;

	for (size_t i = column; i < column + span; i++)
		width += rows->widths[i];
	return width;
}

/* What stands at the column; marks what it spans. */
static struct spot find_spot(struct rows *rows, size_t row, size_t column)
{
	const struct table_row *here = &rows->table->rows[row];
	struct reach *reach = &rows->reach[column];
	struct spot spot = {
	    .place = {.table = rows->table, .row = here, .column = (int)column},
	    .row = row,
	    .column = column};

	if (reach->rows > 0) {
		spot.place.cell = reach->cell;
		spot.span = reach->span;
		spot.continued = true;
	} else {
		spot.place.cell = cell_from(here, column);
		spot.span = free_span(
		    rows, column,
		    spot.place.cell == NULL ? 1 : spot.place.cell->colspan);
		*reach = (struct reach){spot.place.cell, column, spot.span, 1};
		if (spot.place.cell != NULL && spot.place.cell->rowspan > 1)
			reach->rows = spot.place.cell->rowspan;
		for (size_t i = 1; i < spot.span; i++)
			rows->reach[column + i] = *reach;
	}
	spot.goes_on = reach->rows > 1 && row + 1 < rows->table->n_rows;
	spot.width = span_width(rows, column, spot.span);
	return spot;
}

/* The first row from here on that ends further down than the page's room and
 * so much more [twips]; n_rows if none does. */
static size_t first_beyond(const struct rows *rows, size_t row, int more)
{
	int64_t y = rows->y;

	while (row < rows->table->n_rows) {
		y += row_height(rows, row);
		if (y > rows->room + more)
			return row;
		row++;
	}
	return row;
}

/*
 * Whether the page must be broken by hand before the row: layout begins a page
 * with it although more would fit, to spread rows evenly. Where Word surely
 * breaks by itself nothing is said, so that a clerk can add rows. Rows that
 * would fit are kept with those that do not, which LibreOffice understands
 * too; only where all of them fit, the break is said.
 */
static bool breaks_by_hand(struct rows *rows, size_t row)
{
	bool wanted = rows->plan != NULL && rows->plan->breaks != NULL &&
		      row < rows->plan->n_rows && rows->plan->breaks[row] &&
		      row > rows->n_head;
	bool all_fit = first_beyond(rows, row, 0) == rows->table->n_rows;
	bool by_itself = first_beyond(rows, row, DOUBT) == row;

	if (wanted && !by_itself && !all_fit)
		rows->kept = first_beyond(rows, row, KEEP_BEYOND);
	if (wanted || by_itself)
		rows->y = rows->again;
	rows->y += row_height(rows, row);
	return wanted && all_fit;
}

static void write_row(struct rows *rows, size_t row)
{
	struct xml *xml = &rows->body->xml;
	bool page_break = breaks_by_hand(rows, row);
	size_t column = 0;

	xml_start(xml, "w:tr");
	cells_row(xml, row_height(rows, row), is_repeated(rows, row));
	while (column < rows->table->n_columns) {
		struct spot spot = find_spot(rows, row, column);

		write_cell(rows, &spot, page_break && column == 0);
		column += spot.span;
	}
	xml_end(xml);
	for (column = 0; column < rows->table->n_columns; column++)
		if (rows->reach[column].rows > 0)
			rows->reach[column].rows--;
}

/* The rows from here on are a w:tbl of their own, whose head is repeated. */
static void begin_part(struct rows *rows, size_t row)
{
	rows->part = row;
	rows->n_part_head = parts_head(rows->table, row);
	rows->again = 0;
	for (size_t i = row; i < row + rows->n_part_head; i++)
		rows->again += row_height(rows, i);
	rows->y += SEPARATOR_HEIGHT;
}

void rows_all(struct body *body, const struct block *block, const int *widths)
{
	struct rows rows = rows_open(body, block, widths);
	size_t next = parts_next(rows.table, rows.plan, 0);

	for (size_t row = 0; row < rows.table->n_rows; row++) {
		if (row == next) {
			table_next_part(body, block, widths, row);
			begin_part(&rows, row);
			next = parts_next(rows.table, rows.plan, row);
		}
		write_row(&rows, row);
	}
	body->y = rows.y * EMU_PER_TWIP;
}
