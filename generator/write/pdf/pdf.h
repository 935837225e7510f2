/* SPDX-License-Identifier: MIT */
/* Pages as PDF, on libharu's objects (docs/pdf.md). */
#ifndef WRITE_PDF_PDF_H
#define WRITE_PDF_PDF_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct diag_sink;
struct fonts;
struct pages;

struct pdf_options {
	bool tagged; /* write the structure tree */
	bool pdfa;   /* claim and meet PDF/A-2a */
};

/* The file's bytes, owned by the arena; the same pages give the same bytes.
 * False: reported. */
bool pdf_write(const struct pages *pages, struct fonts *fonts,
	       struct pdf_options options, struct arena *arena,
	       struct diag_sink *sink, struct str *bytes);

#endif
