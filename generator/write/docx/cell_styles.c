/* SPDX-License-Identifier: MIT */
#include "write/docx/cells.h"

#include "write/docx/paragraph.h"
#include "write/docx/run.h"

/* [1/1000 em] of unit lines. */
#define UNIT_ADVANCE 1000

int cells_pad(emu pad)
{
	const int slack = 8;
	int whole = twips(pad);

	return whole > slack ? whole - slack : 0;
}

void cells_margins(struct xml *xml, const char *element, int vertical,
		   int horizontal)
{
	static const char *const sides[] = {"w:top", "w:left", "w:bottom",
					    "w:right"};

	xml_start(xml, element);
	for (int i = 0; i < 4; i++) {
		xml_start(xml, sides[i]);
		xml_attr_int(xml, "w:w", i % 2 == 0 ? vertical : horizontal);
		xml_attr_cstr(xml, "w:type", "dxa");
		xml_end(xml);
	}
	xml_end(xml);
}

void cells_border(struct xml *xml, const char *side, emu weight)
{
	int eighths =
	    (int)(((int64_t)weight * 8 + EMU_PER_PT / 2) / EMU_PER_PT);

	xml_start(xml, side);
	if (weight <= 0) {
		xml_attr_cstr(xml, "w:val", "nil");
	} else {
		xml_attr_cstr(xml, "w:val", "single");
		/* ST_EighthPointMeasure: a quarter to twelve points. */
		xml_attr_int(xml, "w:sz",
			     eighths < 2    ? 2
			     : eighths > 96 ? 96
					    : eighths);
		xml_attr_cstr(xml, "w:space", "0");
		xml_attr_cstr(xml, "w:color", "auto");
	}
	xml_end(xml);
}

void cells_row(struct xml *xml, int height, bool header)
{
	xml_start(xml, "w:trPr");
	xml_empty(xml, "w:cantSplit", NULL, NULL);
	if (height > 0) {
		xml_start(xml, "w:trHeight");
		xml_attr_int(xml, "w:val", height);
		xml_attr_cstr(xml, "w:hRule", "atLeast");
		xml_end(xml);
	}
	if (header)
		xml_empty(xml, "w:tblHeader", NULL, NULL);
	xml_end(xml);
}

void cells_width(struct xml *xml, int width, size_t span)
{
	xml_start(xml, "w:tcW");
	xml_attr_int(xml, "w:w", width);
	xml_attr_cstr(xml, "w:type", "dxa");
	xml_end(xml);
	if (span > 1)
		xml_empty_int(xml, "w:gridSpan", "w:val", (int64_t)span);
}

const struct type *cells_type(const struct table_style *style,
			      enum cell_kind kind)
{
	switch (kind) {
	case CELL_KIND_HEAD: return &style->head;
	case CELL_KIND_TOTAL_TEXT:
	case CELL_KIND_TOTAL_AMOUNT:
	case CELL_KIND_TOTAL_CENTER: return &style->total;
	case CELL_KIND_TEXT:
	case CELL_KIND_AMOUNT:
	case CELL_KIND_CENTER:
	case CELL_KIND_INDEX:
	case CELL_KIND_UNIT:
	case N_CELL_KINDS: break;
	}
	return &style->body;
}

static enum align align_of(enum cell_kind kind)
{
	switch (kind) {
	case CELL_KIND_TEXT:
	case CELL_KIND_UNIT:
	case CELL_KIND_TOTAL_TEXT: return ALIGN_LEFT;
	case CELL_KIND_AMOUNT:
	case CELL_KIND_TOTAL_AMOUNT: return ALIGN_RIGHT;
	case CELL_KIND_CENTER:
	case CELL_KIND_HEAD:
	case CELL_KIND_INDEX:
	case CELL_KIND_TOTAL_CENTER:
	case N_CELL_KINDS: break;
	}
	return ALIGN_CENTER;
}

static int64_t part(int64_t length, int thousandths)
{
	return length * thousandths / 1000;
}

/* [emu] from line to line. */
static int64_t advance_of(const struct table_style *style, enum cell_kind kind,
			  int64_t size)
{
	if (kind == CELL_KIND_HEAD)
		return part(size, style->head_advance);
	if (kind == CELL_KIND_UNIT)
		return part(size, UNIT_ADVANCE);
	return part(size, style->line_advance);
}

static void cell_style(struct xml *xml, const struct job *job,
		       const struct cell_set *set, enum cell_kind kind)
{
	const struct table_style *style = job_table_style(job, set->style);
	int64_t size = kind == CELL_KIND_INDEX
			   ? part(set->size, style->index_scale)
			   : set->size;
	struct paragraph_look look = {
	    .line = twips(advance_of(style, kind, size)),
	    .align = align_of(kind),
	};

	xml_start(xml, "w:style");
	xml_attr_cstr(xml, "w:type", "paragraph");
	xml_attr_cstr(xml, "w:customStyle", "1");
	xml_attr(xml, "w:styleId", set->ids[kind]);
	xml_start(xml, "w:name");
	xml_attr(xml, "w:val", cell_style_name(set, kind, job->arena));
	xml_end(xml);
	xml_empty(xml, "w:uiPriority", "w:val", "50");
	xml_start(xml, "w:pPr");
	paragraph_properties(xml, &look);
	xml_end(xml);
	xml_start(xml, "w:rPr");
	run_properties(xml, cells_type(style, kind), (emu)size);
	xml_end(xml);
	xml_end(xml);
}

static void borders(struct xml *xml, const struct table_style *style)
{
	xml_start(xml, "w:tblBorders");
	cells_border(xml, "w:top", style->frame);
	cells_border(xml, "w:left", style->frame);
	cells_border(xml, "w:bottom", style->frame);
	cells_border(xml, "w:right", style->frame);
	cells_border(xml, "w:insideH", style->inside);
	cells_border(xml, "w:insideV", style->inside);
	xml_end(xml);
}

static void table_style(struct xml *xml, const struct job *job, int index)
{
	const struct table_style *style = job_table_style(job, index);

	xml_start(xml, "w:style");
	xml_attr_cstr(xml, "w:type", "table");
	xml_attr_cstr(xml, "w:customStyle", "1");
	xml_attr(xml, "w:styleId", table_style_id(job, index));
	xml_start(xml, "w:name");
	xml_attr(xml, "w:val", table_style_name(job, index));
	xml_end(xml);
	xml_empty(xml, "w:basedOn", "w:val", ID_TABLE);
	xml_empty(xml, "w:uiPriority", "w:val", "50");
	xml_start(xml, "w:tblPr");
	borders(xml, style);
	cells_margins(xml, "w:tblCellMar", 0, cells_pad(style->pad));
	xml_end(xml);
	xml_end(xml);
}

void cells_styles(struct xml *xml, const struct job *job)
{
	size_t i;
	int kind;

	for (i = 0; i < job->doc->n_table_styles; i++)
		table_style(xml, job, (int)i);
	for (i = 0; i < job->n_cell_sets; i++)
		for (kind = 0; kind < N_CELL_KINDS; kind++)
			cell_style(xml, job, &job->cell_sets[i],
				   (enum cell_kind)kind);
}
