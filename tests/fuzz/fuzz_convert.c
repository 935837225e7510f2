/* SPDX-License-Identifier: MIT */
/* Any bytes as a set of data, which, if nothing in it is reported, goes from
 * carrier to carrier: what the first XML holds, the workbook, the folder and
 * the last XML hold too. A folder comes first, which puts its files in order.
 */
#include "fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "fuzz/files.h"
#include "read/read.h"
#include "tables/sheets.h"
#include "write/tables/dataset.h"
#include "write/tables/tables.h"

struct carrying {
	struct arena *arena;
	struct diag_sink *sink;
	struct str folder; /* of all carriers of one input */
};

static bool read_carrier(struct carrying *carrying, struct str path,
			 struct dataset *dataset)
{
	struct sheets *sheets = ARENA_NEW(carrying->arena, struct sheets);

	sheets->arena = carrying->arena;
	return read_input(sheets, path, carrying->sink) &&
	       dataset_of(dataset, sheets, carrying->arena, carrying->sink);
}

/* The set as XML, also in a file, which is read as the set from then on. */
static bool carry_by_xml(struct carrying *carrying, struct dataset *dataset,
			 struct str *xml)
{
	struct str path =
	    file_join(carrying->folder, STR("x.xml"), carrying->arena);
	bool ok = tables_xml(dataset, carrying->arena, carrying->sink, xml) &&
		  file_write(path, *xml, carrying->sink) &&
		  read_carrier(carrying, path, dataset);

	file_remove(path);
	return ok;
}

static bool carry_by_workbook(struct carrying *carrying,
			      struct dataset *dataset)
{
	struct str path =
	    file_join(carrying->folder, STR("x.xlsx"), carrying->arena);
	struct str bytes;
	bool ok =
	    tables_workbook(dataset, carrying->arena, carrying->sink, &bytes) &&
	    file_write(path, bytes, carrying->sink) &&
	    read_carrier(carrying, path, dataset);

	file_remove(path);
	return ok;
}

/* A folder in folders at most: 说明/201. */
static void remove_folder(struct str path, struct arena *arena)
{
	struct diag_sink *sink = diag_open(arena);
	struct str *names;
	size_t n;
	size_t i;

	if (!file_list(path, arena, sink, &names, &n))
		return;
	for (i = 0; i < n; i++) {
		struct str name = file_join(path, names[i], arena);

		if (file_is_folder(name))
			remove_folder(name, arena);
		else
			file_remove(name);
	}
	file_remove_empty(path);
}

static bool carry_by_folder(struct carrying *carrying, struct dataset *dataset)
{
	struct str path =
	    file_join(carrying->folder, STR("set"), carrying->arena);
	bool ok =
	    tables_folder(dataset, path, carrying->arena, carrying->sink) &&
	    read_carrier(carrying, path, dataset);

	remove_folder(path, carrying->arena);
	return ok;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *arena = arena_open();
	struct carrying carrying = {.arena = arena, .sink = diag_open(arena)};
	struct fuzz_files files = fuzz_files_put(
	    (struct str){(const char *)bytes, n}, arena, carrying.sink);
	struct dataset dataset;
	struct str first;
	struct str last;

	carrying.folder = files.folder;
	if (read_carrier(&carrying, files.input, &dataset) &&
	    carrying.sink->n == 0 && carry_by_folder(&carrying, &dataset) &&
	    carry_by_xml(&carrying, &dataset, &first) &&
	    carry_by_workbook(&carrying, &dataset) &&
	    carry_by_folder(&carrying, &dataset) &&
	    carry_by_xml(&carrying, &dataset, &last) && !str_equal(first, last))
		abort();
	fuzz_files_remove(&files);
	arena_close(arena);
	return 0;
}
