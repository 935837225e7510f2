/* SPDX-License-Identifier: MIT */
/* Names of the files that are published. */
#ifndef PUBLISH_NAME_H
#define PUBLISH_NAME_H

#include "base/str.h"

struct arena;

/* Of a whole file name; suffixes (.pages.txt is the longest) count. */
#define NAME_MOST_BYTES	  180u
#define NAME_SUFFIX_BYTES 10u

/*
 * {code}{name}{rest}, without what a file name may not hold on any system: in
 * NFC, no \ / : * ? " < > |, no control characters, no blanks or dots at the
 * end, no name that Windows reserves. With a suffix it is at most
 * NAME_MOST_BYTES: the unit's name is shortened, never its code. Owned by the
 * arena.
 */
struct str name_of_document(struct str code, struct str name, struct str rest,
			    struct arena *arena);

/* The same for the folder of a department: {code}{name}. */
struct str name_of_folder(struct str code, struct str name,
			  struct arena *arena);

#endif
