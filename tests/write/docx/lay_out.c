/* SPDX-License-Identifier: MIT */
/* lay_out FILE.doc.xml OUT.docx: for compare.py. */
#include <stdio.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "doc/doc.h"
#include "doc/dump.h"
#include "font_case.h"
#include "layout/layout.h"
#include "write/docx/docx.h"

#define LARGEST ((size_t)64 << 20)

static bool convert(struct str from, struct str to, struct fonts *fonts,
		    struct arena *arena, struct diag_sink *sink)
{
	struct layout_result laid;
	struct str bytes;
	struct doc *doc;

	if (!file_read(from, LARGEST, arena, sink, &bytes))
		return false;
	doc = doc_read(bytes, from, arena, sink);
	return doc != NULL && layout_doc(doc, fonts, arena, sink, &laid) &&
	       docx_write(doc, laid.plan, arena, sink, &bytes) &&
	       file_write(to, bytes, sink);
}

int main(int argc, char **argv)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct fonts *fonts = case_fonts(sink);
	bool good =
	    argc == 3 && fonts != NULL &&
	    convert(str_from(argv[1]), str_from(argv[2]), fonts, arena, sink);

	for (size_t i = 0; i < sink->n; i++)
		fprintf(stderr, STR_FMT "\n",
			STR_ARG(diag_text(&sink->list[i], DIAG_EN, arena)));
	fonts_close(fonts);
	arena_close(arena);
	return good ? 0 : 1;
}
