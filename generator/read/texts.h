/* SPDX-License-Identifier: MIT */
/* Long texts as files: 说明/{单位代码}/{栏目}.md,
 * 说明/{单位代码}/{对象}/{栏目}.md; .txt and .docx as well. Each becomes a
 * sheet 说明 of one row, so that its lines keep their places. */
#ifndef READ_TEXTS_H
#define READ_TEXTS_H

#include <stdbool.h>

#include "base/str.h"

struct diag_sink;
struct sheets;

/* A text file's greatest size [bytes]. */
#define TEXT_BYTES_MOST ((size_t)4 << 20)

/* Adds the texts under the folder 说明; false: there was none. */
bool texts_read(struct sheets *sheets, struct str folder,
		struct diag_sink *sink);

#endif
