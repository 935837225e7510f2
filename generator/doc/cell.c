/* SPDX-License-Identifier: MIT */
#include "doc/cell.h"

#include "base/utf8.h"

/* A heading of two characters is spread if its cell has so many ems. */
#define SPREAD_EMS_10 43 /* [1/10 em] */

/* Deeper than any classification; an absurd level stays in the column. */
#define LEVEL_MOST 8

static enum column_kind kind_of(const struct cell_place *place)
{
	const struct table *table = place->table;

	if (place->column < 0 || (size_t)place->column >= table->n_columns)
		return COLUMN_TEXT;
	return table->columns[place->column].kind;
}

bool cell_is_head(const struct cell_place *place)
{
	return place->row->kind == ROW_HEAD ||
	       place->row->kind == ROW_SUBHEAD ||
	       (place->cell != NULL && place->cell->label);
}

bool cell_is_figure(const struct cell_place *place)
{
	enum column_kind kind = kind_of(place);

	return (kind == COLUMN_AMOUNT || kind == COLUMN_COUNT) &&
	       (place->cell == NULL || place->cell->colspan <= 1) &&
	       place->row->kind != ROW_INDEX && !cell_is_head(place);
}

static bool run_ends(const struct cell *cell, struct str end)
{
	const struct text *text;
	struct str last;

	if (cell == NULL || cell->n_paras == 0 || cell->paras[0].n_runs == 0)
		return false;
	text = &cell->paras[0];
	last = text->runs[text->n_runs - 1].text;
	return str_ends(str_trim(last), end);
}

/* 合计, 总计: names of total rows that stand in the middle. */
static bool is_total_name(const struct cell *cell)
{
	return run_ends(cell, STR("合计")) || run_ends(cell, STR("总计")) ||
	       run_ends(cell, STR("合　计")) || run_ends(cell, STR("总　计"));
}

enum align cell_align(const struct cell_place *place)
{
	const struct cell *cell = place->cell;

	if (cell != NULL && cell->align != ALIGN_AUTO)
		return cell->align;
	if (cell_is_head(place) || place->row->kind == ROW_INDEX)
		return ALIGN_CENTER;
	switch (kind_of(place)) {
	case COLUMN_SEQ:
	case COLUMN_WORD: return ALIGN_CENTER;
	case COLUMN_AMOUNT:
	case COLUMN_COUNT:
		return cell != NULL && cell->colspan > 1 ? ALIGN_CENTER
							 : ALIGN_RIGHT;
	case COLUMN_CODE:
	case COLUMN_NAME:
	case COLUMN_TEXT: break;
	}
	if (place->row->kind == ROW_TOTAL && is_total_name(cell))
		return ALIGN_CENTER;
	return ALIGN_LEFT;
}

int cell_indent(const struct cell_place *place, const struct table_style *style)
{
	int levels =
	    place->row->levels > 0 ? place->row->levels : place->table->levels;
	int level = place->cell == NULL ? 0 : place->cell->level;

	if (level <= 0)
		return 0;
	levels = levels < 0 ? 0 : levels > 3 ? 3 : levels;
	return style->level_indent[levels] *
	       (level > LEVEL_MOST ? LEVEL_MOST : level);
}

/* Two Han characters, in one run of one paragraph. */
static bool is_two_han(const struct cell *cell)
{
	struct str text;
	size_t at = 0;
	int n = 0;

	if (cell == NULL || cell->n_paras != 1 || cell->paras[0].n_runs != 1)
		return false;
	text = cell->paras[0].runs[0].text;
	while (at < text.n && n < 3) {
		uint32_t code = utf8_next(text, &at);

		if (code < 0x4E00 || code > 0x9FFF)
			return false;
		n++;
	}
	return n == 2 && at == text.n;
}

emu cell_spread(const struct cell_place *place, const struct table_style *style,
		emu size, emu width)
{
	if (!style->spread_heads || place->row->kind != ROW_HEAD ||
	    kind_of(place) == COLUMN_SEQ ||
	    (int64_t)width * 10 < (int64_t)size * SPREAD_EMS_10 ||
	    !is_two_han(place->cell))
		return 0;
	return place->cell->colspan > 1 ? 2 * size : size;
}
