/* SPDX-License-Identifier: MIT */
/* Any bytes as an XML file; what is read is written, and read as the same. */
#include "fuzz/fuzz.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "read/xmlfile.h"
#include "read/xmlshape.h"
#include "tables/sheets.h"
#include "write/tables/dataset.h"
#include "write/tables/tables.h"

/* Made ready once; lives as long as the program. */
static xmlSchemaPtr schema(void)
{
	static xmlSchemaPtr ready;

	if (ready == NULL)
		ready = xmlshape_schema();
	return ready;
}

/* The bytes as XML again; false: they are none, or XML cannot hold it. */
static bool carried(struct str bytes, struct str *again, struct arena *arena)
{
	struct diag_sink *sink = diag_open(arena);
	struct place place = {.file = STR("x.xml")};
	struct sheets sheets = {.arena = arena};
	struct dataset dataset;

	sink->most_per_kind = 10;
	return xmlfile_parse(&sheets, bytes, place, schema(), sink) &&
	       dataset_of(&dataset, &sheets, arena, sink) && dataset.n > 0 &&
	       tables_xml(&dataset, arena, sink, again);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *arena = arena_open();
	struct str first;
	struct str second;

	if (carried((struct str){(const char *)bytes, n}, &first, arena) &&
	    (!carried(first, &second, arena) || !str_equal(first, second)))
		abort();
	arena_close(arena);
	return 0;
}
