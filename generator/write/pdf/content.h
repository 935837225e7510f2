/* SPDX-License-Identifier: MIT */
/* What stands on the pages. Internal to write/pdf/. */
#ifndef WRITE_PDF_CONTENT_H
#define WRITE_PDF_CONTENT_H

#include <stddef.h>

struct pdf;

/* Writes the content stream of the page of that index; its links are left to
 * navigate.h. */
void content_write(struct pdf *pdf, size_t page);

#endif
