/* SPDX-License-Identifier: MIT */
/* Parts into a zip archive that is the same for the same parts: no clock, no
 * names of the machine. Internal to write/docx. */
#ifndef WRITE_DOCX_PACKAGE_H
#define WRITE_DOCX_PACKAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct diag_sink;

struct part {
	struct str name; /* word/document.xml; ended by NUL */
	struct str content;
};

/* In the order given, deflated; *bytes is owned by the arena. False:
 * reported. */
bool package_zip(const struct part *parts, size_t n, struct arena *arena,
		 struct diag_sink *sink, struct str *bytes);

#endif
