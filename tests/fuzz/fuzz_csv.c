/* SPDX-License-Identifier: MIT */
/* Any bytes as a CSV file: encoding, then cells. */
#include "fuzz/fuzz.h"

#include "base/arena.h"
#include "base/diag.h"
#include "read/csv.h"
#include "read/decode.h"
#include "tables/sheets.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct place place = {.file = STR("x.csv")};
	struct str text = {(const char *)bytes, n};
	struct sheet sheet;

	if (decode_text(text, place, arena, sink, &text))
		csv_parse(text, STR("支出"), place, arena, arena, sink, &sheet);
	arena_close(arena);
	return 0;
}
