/* SPDX-License-Identifier: MIT */
/*
 * What is wrong, where, and what to do: the one way in which problems are
 * reported. Nothing stops at the first one: whoever finds it reports it into
 * the sink that was passed down and goes on. A function that returns false
 * (or NULL) has reported already.
 *
 * Each folder keeps its messages as a list of its own: folder/messages.inc
 * with lines X(NAME, "ID", LEVEL, "中文", "English"), and makes them with
 * DIAG_DECLARE and DIAG_DEFINE. {0}, {1} … in a message are its arguments; {!0}
 * is one that is the system's words for a cause (cause.h). The Chinese says
 * what is wrong and what to do, in a clerk's words.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

enum diag_level {
	DIAG_NOTE,    /* 提示: wording, plausibility; what was done */
	DIAG_WARNING, /* 警告: a person must judge */
	DIAG_ERROR,   /* 错误: cannot be right */
	DIAG_FATAL    /* 错误 that ends the work on this input or unit */
};

/* One kind of message. */
struct diag_kind {
	const char *name; /* of the C constant, for the list of messages */
	const char *id;	  /* stays the same in all languages: READ-AMOUNT */
	enum diag_level level;
	const char *zh;
	const char *en;
};

/*
 * A place in the input (a file, sheet, row, column) or in a text. What is not
 * known is 0 or empty. The texts live as long as the input's arena.
 */
struct place {
	struct str file;     /* path as the user gave it */
	struct str sheet;    /* of a workbook; table of an XML file */
	struct str column;   /* heading of the column */
	int32_t line;	     /* in the file, from 1 */
	int32_t record;	     /* row of the table, the headings being 1 */
	int32_t column_no;   /* from 1 */
	bool column_is_char; /* XML: line is the file's whatever the sheet,
				column_no counts characters in it */
};

#define PLACE_NONE ((struct place){.line = 0})

/* Adds the letters of a spreadsheet's column: AB for 28; none for 0. */
void place_add_letters(struct buf *buf, int32_t column);

/* One message, as found. Texts are owned by the sink's arena. */
struct diag {
	const struct diag_kind *kind;
	enum diag_level level; /* the kind's, unless it was changed */
	struct place place;    /* in the input */
	struct str unit;       /* code of the unit it is about, or empty */
	struct str node;       /* place in the document: id of a doc node and
				  what a reader calls it, or empty */
	const struct str *args;
	size_t n_args;
	bool accepted; /* listed in 核对例外 */
};

/* Where messages go. Make it with diag_open(). */
struct diag_sink {
	struct arena *arena; /* owns the messages' texts */
	struct diag *list;
	size_t n;
	size_t room;
	size_t most_per_kind; /* further ones are only counted */
	struct diag_count {
		const struct diag_kind *kind;
		size_t n;
	} * counts; /* per kind, in order of first appearance */
	size_t n_counts;
	size_t room_counts;
	struct str unit; /* set on each message from now on */
};

/* An empty sink in the arena. */
struct diag_sink *diag_open(struct arena *arena);

/* Reports; args and place are copied. Use the macro DIAG. */
void diag_report(struct diag_sink *sink, const struct diag_kind *kind,
		 struct place place, const struct str *args, size_t n_args);

/* The same with the level and the place in the document stated. */
void diag_add(struct diag_sink *sink, const struct diag *diag);

/* DIAG(sink, &READ_AMOUNT, place, text, name): arguments are struct str. */
#define DIAG(sink, kind, place, ...)                                           \
	diag_report(                                                           \
	    (sink), (kind), (place), (const struct str[]){__VA_ARGS__},        \
	    sizeof((const struct str[]){__VA_ARGS__}) / sizeof(struct str))
/* A message without arguments. */
#define DIAG0(sink, kind, place) diag_report((sink), (kind), (place), NULL, 0)

/* The worst level so far; DIAG_NOTE if there is nothing. Accepted ones do not
 * count. */
enum diag_level diag_worst(const struct diag_sink *sink);

/* How many messages have this level (those beyond most_per_kind too). */
size_t diag_count_level(const struct diag_sink *sink, enum diag_level level);

enum diag_lang { DIAG_ZH, DIAG_EN };

/* The text of a message: "{文件} 第 5 行 金额（元）: …"; owned by the arena. */
struct str diag_text(const struct diag *diag, enum diag_lang lang,
		     struct arena *arena);

/* Only its place, only its message: for lists and JSON. */
struct str diag_place_text(struct place place, enum diag_lang lang,
			   struct arena *arena);
struct str diag_message(const struct diag *diag, enum diag_lang lang,
			struct arena *arena);

/* 提示 | 警告 | 错误, note | warning | error. */
struct str diag_level_name(enum diag_level level, enum diag_lang lang);

/* For a folder's messages.h, with X-macros; see above. */
#define DIAG_DECLARE(name, id, level, zh, en)                                  \
	extern const struct diag_kind name;
#define DIAG_DEFINE(name, id, level, zh, en)                                   \
	const struct diag_kind name = {#name, id, level, zh, en};
#define DIAG_LIST(name, id, level, zh, en) &(name),

#endif
