/* SPDX-License-Identifier: MIT */
/* Sentences of a text: they end with 。！？； or with the line. */
#ifndef COMPARE_SENTENCE_H
#define COMPARE_SENTENCE_H

#include <stdbool.h>

#include "base/str.h"

/* Takes the next sentence, trimmed and not empty, off the front of *rest.
 * False: there is none. */
bool sentence_next(struct str *rest, struct str *sentence);

#endif
