/* SPDX-License-Identifier: MIT */
/* What the file says about itself. Internal to write/pdf/. */
#ifndef WRITE_PDF_META_H
#define WRITE_PDF_META_H

struct pdf;

/* Info, XMP, colour, language, title bar. */
void meta_write(struct pdf *pdf);

#endif
