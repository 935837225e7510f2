/* SPDX-License-Identifier: MIT */
#include "base/diag.h"

#include "base/arena.h"
#include "base/cause.h"

#define MOST_PER_KIND 50

struct diag_sink *diag_open(struct arena *arena)
{
	struct diag_sink *sink = ARENA_NEW(arena, struct diag_sink);

	sink->arena = arena;
	sink->most_per_kind = MOST_PER_KIND;
	return sink;
}

/* Counts one more of the kind; returns how many there are now. */
static size_t count(struct diag_sink *sink, const struct diag_kind *kind)
{
	size_t i;

	for (i = 0; i < sink->n_counts; i++)
		if (sink->counts[i].kind == kind)
			return ++sink->counts[i].n;
	sink->counts = arena_grow(sink->arena, sink->counts, sink->n_counts,
				  &sink->room_counts, sizeof(*sink->counts));
	sink->counts[sink->n_counts++] = (struct diag_count){kind, 1};
	return 1;
}

static struct place place_copy(struct place place, struct arena *arena)
{
	place.file = str_copy(place.file, arena);
	place.sheet = str_copy(place.sheet, arena);
	place.column = str_copy(place.column, arena);
	return place;
}

static const struct str *args_copy(const struct str *args, size_t n,
				   struct arena *arena)
{
	struct str *copy = ARENA_ARRAY(arena, n, struct str);
	size_t i;

	for (i = 0; i < n; i++)
		copy[i] = str_copy(args[i], arena);
	return copy;
}

void diag_add(struct diag_sink *sink, const struct diag *diag)
{
	struct diag copy = *diag;

	if (count(sink, diag->kind) > sink->most_per_kind)
		return;
	if (copy.unit.n == 0)
		copy.unit = sink->unit;
	copy.place = place_copy(copy.place, sink->arena);
	copy.unit = str_copy(copy.unit, sink->arena);
	copy.node = str_copy(copy.node, sink->arena);
	copy.args = args_copy(diag->args, diag->n_args, sink->arena);
	sink->list = arena_grow(sink->arena, sink->list, sink->n, &sink->room,
				sizeof(*sink->list));
	sink->list[sink->n++] = copy;
}

void diag_report(struct diag_sink *sink, const struct diag_kind *kind,
		 struct place place, const struct str *args, size_t n_args)
{
	diag_add(sink, &(struct diag){.kind = kind,
				      .level = kind->level,
				      .place = place,
				      .args = args,
				      .n_args = n_args});
}

enum diag_level diag_worst(const struct diag_sink *sink)
{
	enum diag_level worst = DIAG_NOTE;
	size_t i;

	for (i = 0; i < sink->n; i++)
		if (!sink->list[i].accepted && sink->list[i].level > worst)
			worst = sink->list[i].level;
	return worst;
}

/* Messages of a kind that were counted but not kept. */
static size_t dropped(const struct diag_sink *sink,
		      const struct diag_count *count)
{
	return count->n > sink->most_per_kind ? count->n - sink->most_per_kind
					      : 0;
}

size_t diag_count_level(const struct diag_sink *sink, enum diag_level level)
{
	size_t n = 0;
	size_t i;

	for (i = 0; i < sink->n; i++)
		n += sink->list[i].level == level && !sink->list[i].accepted;
	for (i = 0; i < sink->n_counts; i++)
		if (sink->counts[i].kind->level == level)
			n += dropped(sink, &sink->counts[i]);
	return n;
}

static void add_argument(struct buf *buf, const struct diag *diag,
			 size_t number, bool chinese_cause)
{
	struct str text;
	size_t i;

	if (number >= diag->n_args)
		return;
	text = chinese_cause ? cause_in_chinese(diag->args[number])
			     : diag->args[number];
	/* A message is one line, whatever a cell holds. */
	for (i = 0; i < text.n; i++)
		buf_add_char(buf, text.s[i] == '\n' ? ' ' : text.s[i]);
}

/* A message with {0}, {1} … replaced by the arguments, {!0} by what it says in
 * the language. */
static void add_filled(struct buf *buf, const struct diag *diag,
		       enum diag_lang lang)
{
	struct str pattern =
	    str_from(lang == DIAG_ZH ? diag->kind->zh : diag->kind->en);
	size_t i;

	for (i = 0; i < pattern.n; i++) {
		struct str rest = str_slice(pattern, i, pattern.n);
		bool cause = str_starts(rest, STR("{!"));
		size_t at = cause ? 2 : 1; /* of the number */

		if (rest.s[0] != '{' || at + 1 >= rest.n ||
		    rest.s[at + 1] != '}' || rest.s[at] < '0' ||
		    rest.s[at] > '9') {
			buf_add_char(buf, rest.s[0]);
			continue;
		}
		add_argument(buf, diag, (size_t)(rest.s[at] - '0'),
			     cause && lang == DIAG_ZH);
		i += at + 1;
	}
}

struct str diag_message(const struct diag *diag, enum diag_lang lang,
			struct arena *arena)
{
	struct buf buf = {.arena = arena};

	add_filled(&buf, diag, lang);
	return buf_str(&buf);
}

void place_add_letters(struct buf *buf, int32_t column)
{
	char letters[8];
	size_t n = 0;

	for (; column > 0; column = (column - 1) / 26)
		letters[n++] = (char)('A' + (column - 1) % 26);
	while (n > 0)
		buf_add_char(buf, letters[--n]);
}

static void add_position(struct buf *buf, struct place place,
			 enum diag_lang lang)
{
	bool zh = lang == DIAG_ZH;

	if (place.line > 0)
		buf_format(buf, zh ? " 第%d行" : " line %d", place.line);
	if (place.record > 0 && place.record != place.line &&
	    !place.column_is_char)
		buf_format(buf, zh ? "（第%d条记录）" : " (record %d)",
			   place.record);
	if (place.sheet.n > 0)
		buf_format(buf,
			   zh ? "“" STR_FMT "”表" : " table \"" STR_FMT "\"",
			   STR_ARG(place.sheet));
	if (place.column.n > 0)
		buf_format(buf,
			   zh ? "“" STR_FMT "”列" : " column \"" STR_FMT "\"",
			   STR_ARG(place.column));
	else if (place.column_no > 0 && place.column_is_char)
		buf_format(buf, zh ? "第%d个字符" : " character %d",
			   place.column_no);
	else if (place.column_no > 0)
		buf_format(buf, zh ? "第%d列" : " column %d", place.column_no);
}

struct str diag_place_text(struct place place, enum diag_lang lang,
			   struct arena *arena)
{
	struct buf buf = {.arena = arena};

	buf_add(&buf, place.file);
	if (place.sheet.n == 0 || place.column_is_char) {
		add_position(&buf, place, lang);
		return buf_str(&buf);
	}
	buf_add_char(&buf, ' ');
	buf_add(&buf, place.sheet);
	if (place.line > 0) {
		buf_add_char(&buf, '!');
		place_add_letters(&buf, place.column_no);
		buf_format(&buf, "%d", place.line);
	}
	if (place.column.n > 0)
		buf_format(&buf,
			   lang == DIAG_ZH ? "（" STR_FMT "）"
					   : " (" STR_FMT ")",
			   STR_ARG(place.column));
	return buf_str(&buf);
}

struct str diag_text(const struct diag *diag, enum diag_lang lang,
		     struct arena *arena)
{
	struct str place = diag_place_text(diag->place, lang, arena);
	struct buf buf = {.arena = arena};

	if (diag->accepted)
		buf_add_cstr(&buf, lang == DIAG_ZH ? "已接受" : "accepted");
	else
		buf_add(&buf, diag_level_name(diag->level, lang));
	buf_format(&buf, " [%s] ", diag->kind->id);
	if (diag->unit.n > 0)
		buf_format(&buf, STR_FMT " ", STR_ARG(diag->unit));
	if (place.n > 0) {
		buf_add(&buf, place);
		buf_add_cstr(&buf, lang == DIAG_ZH ? "：" : ": ");
	}
	if (diag->node.n > 0) {
		buf_add(&buf, diag->node);
		buf_add_cstr(&buf, lang == DIAG_ZH ? "：" : ": ");
	}
	buf_add(&buf, diag_message(diag, lang, arena));
	return buf_str(&buf);
}

struct str diag_level_name(enum diag_level level, enum diag_lang lang)
{
	static const char *const names[2][4] = {
	    {"提示", "警告", "错误", "错误"},
	    {"note", "warning", "error", "error"},
	};

	return str_from(names[lang == DIAG_EN][level]);
}
