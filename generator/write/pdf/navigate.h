/* SPDX-License-Identifier: MIT */
/* Links, outline, page labels. Internal to write/pdf/. */
#ifndef WRITE_PDF_NAVIGATE_H
#define WRITE_PDF_NAVIGATE_H

struct pdf;

void navigate_links(struct pdf *pdf);
void navigate_outline(struct pdf *pdf);
void navigate_labels(struct pdf *pdf);

#endif
