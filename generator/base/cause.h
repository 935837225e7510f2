/* SPDX-License-Identifier: MIT */
/*
 * Why the system would not do something, in its own words and in Chinese. A
 * message carries the system's words, so that it can be told in either
 * language later; where its text says {!0}, they are put into that language.
 */
#ifndef BASE_CAUSE_H
#define BASE_CAUSE_H

#include "base/str.h"

/* The system's words for a value of errno; not owned by anybody. */
struct str cause_of(int error);

/* The system's words for how a signal ends a process. */
struct str cause_of_signal(int number);

/* What those words say in Chinese; rare ones stay as they are. */
struct str cause_in_chinese(struct str words);

#endif
