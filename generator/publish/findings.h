/* SPDX-License-Identifier: MIT */
/*
 * 核对结果.xlsx: all that was found, of the input and of every document, a row
 * each: unit, level, rule, place in the input, place in the document with its
 * page, what stands there, what was expected, what to do.
 */
#ifndef PUBLISH_FINDINGS_H
#define PUBLISH_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct diag_sink;
struct outcome;

/* The bytes of the workbook; input: messages about the input as a whole (may
 * be NULL). Owned by the arena. False: reported. */
bool findings_workbook(const struct diag_sink *input,
		       struct outcome *const *outcomes, size_t n,
		       struct arena *arena, struct diag_sink *sink,
		       struct str *bytes);

#endif
