/* SPDX-License-Identifier: MIT */
#include "read/csv_text.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "read/csv.h"
#include "read/decode.h"
#include "read/raw.h"

static struct csv_row row_of(const struct raw_row *raw, struct arena *arena)
{
	size_t n =
	    raw->n_cells == 0 ? 0 : (size_t)raw->cells[raw->n_cells - 1].column;
	struct str *cells = ARENA_ARRAY(arena, n, struct str);
	size_t i;

	for (i = 0; i < raw->n_cells; i++)
		cells[raw->cells[i].column - 1] = str_trim(raw->cells[i].text);
	return (struct csv_row){
	    .number = (int)raw->record, .cells = cells, .n = n};
}

bool csv_text_read(struct csv_text *text, struct str path, struct arena *arena,
		   struct diag_sink *sink)
{
	struct place place = {.file = path};
	struct raw_sheet raw;
	struct csv_row *rows;
	struct str bytes;
	struct str words;
	size_t i;

	if (!file_read(path, CSV_BYTES_MOST, arena, sink, &bytes) ||
	    !decode_text(bytes, place, arena, sink, &words))
		return false;
	csv_parse_raw(words, path, place, arena, sink, &raw);
	rows = ARENA_ARRAY(arena, raw.n_rows, struct csv_row);
	for (i = 0; i < raw.n_rows; i++)
		rows[i] = row_of(&raw.rows[i], arena);
	*text = (struct csv_text){rows, raw.n_rows};
	return true;
}
