/* SPDX-License-Identifier: MIT */
/*
 * Picks the carrier by what stands there. A further one is a file beside this
 * one and a row in the table. Mappings of other systems' exports (对照) will be
 * applied here, to the sheets that a carrier has added.
 */
#include "read/read.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "read/examples.h"
#include "read/folder.h"
#include "read/messages.h"
#include "read/xlsx.h"
#include "tables/sheets.h"

/* Files of which nothing else is known are taken for tables only by name. */
static bool is_csv_file(struct str path)
{
	static const char *const suffixes[] = {".csv", ".CSV", ".tsv", ".TSV"};
	size_t i;

	for (i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++)
		if (str_ends(path, str_from(suffixes[i])))
			return file_exists(path);
	return false;
}

static const struct carrier {
	bool (*matches)(struct str path);
	bool (*read)(struct sheets *sheets, struct str path,
		     struct diag_sink *sink);
} carriers[] = {
    {file_is_folder, folder_read},
    {xlsx_matches, xlsx_read},
    {is_csv_file, folder_read_csv},
};

bool read_input(struct sheets *sheets, struct str path, struct diag_sink *sink)
{
	size_t first = sheets->n;
	bool any = false;
	size_t i;

	while (path.n > 1 && path.s[path.n - 1] == '/')
		path.n--;
	path = str_copy(path, sheets->arena);
	for (i = 0; i < sizeof(carriers) / sizeof(carriers[0]); i++) {
		if (!carriers[i].matches(path))
			continue;
		any = carriers[i].read(sheets, path, sink);
		examples_refuse(sheets, first, sink);
		return any;
	}
	DIAG0(sink, &READ_CARRIER, (struct place){.file = path});
	return false;
}
