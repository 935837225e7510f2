/* SPDX-License-Identifier: MIT */
/* The file around the objects. Internal to write/pdf/. */
#ifndef WRITE_PDF_FILE_H
#define WRITE_PDF_FILE_H

#include "base/str.h"

struct pdf;

/* All objects as a file, owned by the arena. */
struct str file_make(struct pdf *pdf);

#endif
