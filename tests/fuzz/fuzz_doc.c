/* SPDX-License-Identifier: MIT */
/* Any bytes as a doc file, laid out and written in both formats: the whole
 * way behind the data. */
#include "fuzz/fuzz.h"

#include "base/arena.h"
#include "base/diag.h"
#include "doc/doc.h"
#include "doc/dump.h"
#include "font/font.h"
#include "layout/layout.h"
#include "write/docx/docx.h"
#include "write/pdf/pdf.h"

/* Opened once: faces are the same for all inputs. */
static struct fonts *shared_fonts(void)
{
	static struct arena *arena; /* of messages about the fonts */
	static struct fonts *fonts;
	static const struct str folder = STR_INIT("fonts");

	if (fonts != NULL)
		return fonts;
	arena = arena_open();
	fonts =
	    fonts_open(&(struct font_options){&folder, 1}, diag_open(arena));
	return fonts;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct str xml = {(const char *)bytes, n};
	const struct doc *doc =
	    doc_read(xml, STR("tests/golden/report/doc.xml"), arena, sink);
	struct layout_result result;
	struct str written;

	if (doc != NULL &&
	    layout_doc(doc, shared_fonts(), arena, sink, &result)) {
		pdf_write(result.pages, shared_fonts(),
			  (struct pdf_options){true, true}, arena, sink,
			  &written);
		docx_write(doc, result.plan, arena, sink, &written);
	}
	arena_close(arena);
	return 0;
}
