/* SPDX-License-Identifier: MIT */
/* Files that lie in a folder of tables and are none: each kind is named once,
 * with what to do about it. Internal to read/. */
#ifndef READ_FOREIGN_H
#define READ_FOREIGN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"

/* Names of files, for one message. */
struct names {
	struct str *list;
	size_t n, room;
};

/* Zero-initialise it with an arena. */
struct foreign {
	struct arena *arena;
	struct names books;	  /* workbooks that nobody asked for */
	struct names book_tables; /* those called as one of our tables */
	struct names xml;	  /* each a set of its own */
	struct names tables;	  /* others called as one of our tables */
	struct names others;	  /* data and words that are not read here */
};

void names_add(struct names *names, struct str name, struct arena *arena);

/* A workbook, .xlsx as well as what spreadsheets save beside it. */
bool foreign_is_book(struct str name);

/* Takes note of a file that is no table; names that say nothing of data or
 * words are passed over. */
void foreign_add(struct foreign *foreign, struct str name);

/* Tells of them; of workbooks only if there were tables beside them. */
void foreign_report(const struct foreign *foreign, bool with_books,
		    struct place folder, struct diag_sink *sink);

#endif
