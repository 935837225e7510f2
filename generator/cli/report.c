/* SPDX-License-Identifier: MIT */
#include "cli/report.h"

#include <stdio.h>

#include "base/arena.h"
#include "publish/listing.h"

/* The lowest level that is shown: errors (-q), warnings, notes (-v). */
static enum diag_level least_level(const struct session *session)
{
	if (session->options.verbosity < 0)
		return DIAG_ERROR;
	return session->options.verbosity > 0 ? DIAG_NOTE : DIAG_WARNING;
}

/* Of a cell, table and row: 收入总表/4 of "收入总表/4/12 《收入总表》第4行 …".
 * Empty: it is of no cell. */
static struct str row_of(const struct diag *diag)
{
	ptrdiff_t end = str_find(diag->node, STR(" "));
	struct str id =
	    str_slice(diag->node, 0, end < 0 ? diag->node.n : (size_t)end);
	size_t slashes = 0;
	size_t at = id.n;

	while (at > 0 && slashes < 2)
		slashes += id.s[--at] == '/';
	if (slashes < 2)
		return STR_NONE;
	for (at = id.n; id.s[at - 1] != '/';)
		at--;
	return str_slice(id, 0, at - 1);
}

/* Is it one cause: the same fault in several cells of one row? */
static bool is_one_cause(const struct diag *a, const struct diag *b)
{
	struct str row = row_of(a);

	return row.n > 0 && a->kind == b->kind && a->level == b->level &&
	       a->accepted == b->accepted && str_equal(a->unit, b->unit) &&
	       str_equal(row, row_of(b));
}

/* How many messages from the ith on, one after the other, have one cause;
 * with -v each is shown by itself. */
static size_t count_cause(const struct session *session,
			  const struct diag_sink *sink, size_t i)
{
	size_t n = 1;

	while (session->options.verbosity <= 0 && i + n < sink->n &&
	       is_one_cause(&sink->list[i], &sink->list[i + n]))
		n++;
	return n;
}

static void print_cause(const struct session *session, const struct diag *diag,
			size_t n)
{
	bool zh = session->options.lang == DIAG_ZH;
	struct str text =
	    diag_text(diag, session->options.lang, session->arena);

	fwrite(text.s, 1, text.n, stderr);
	if (n > 1)
		fprintf(stderr,
			zh ? "（同一行共 %zu 处，-v 逐处列出）"
			   : " (%zu in this row, each with -v)",
			n);
	fputc('\n', stderr);
}

static void report_level(const struct session *session,
			 const struct diag_sink *sink, enum diag_level level)
{
	size_t n;
	size_t i;

	for (i = 0; i < sink->n; i += n) {
		struct arena_mark mark = arena_mark(session->arena);

		n = count_cause(session, sink, i);
		if (sink->list[i].level == level)
			print_cause(session, &sink->list[i], n);
		arena_release(session->arena, mark);
	}
}

/* Says how many messages of a kind were not shown singly. */
static void report_dropped(const struct session *session,
			   const struct diag_sink *sink)
{
	bool zh = session->options.lang == DIAG_ZH;
	size_t i;

	for (i = 0; i < sink->n_counts; i++) {
		const struct diag_count *count = &sink->counts[i];

		if (count->n <= sink->most_per_kind ||
		    count->kind->level < least_level(session))
			continue;
		fprintf(stderr,
			zh ? "  [%s] 同类问题共 %zu 处，只列出前 %zu 处\n"
			   : "  [%s] %zu of this kind, the first %zu shown\n",
			count->kind->id, count->n, sink->most_per_kind);
	}
}

void report_sink(const struct session *session, const struct diag_sink *sink)
{
	int level;

	for (level = DIAG_FATAL; level >= (int)least_level(session); level--)
		report_level(session, sink, (enum diag_level)level);
	report_dropped(session, sink);
}

void report_since(const struct session *session, size_t n)
{
	struct diag_sink rest = *session->sink;

	rest.list += n;
	rest.n -= n;
	rest.n_counts = 0;
	report_sink(session, &rest);
}

void report_all(const struct session *session)
{
	report_sink(session, session->sink);
}

void report_failure(const struct session *session)
{
	struct buf buf = {.arena = session->arena};

	if (!session->options.json) {
		report_all(session);
		return;
	}
	buf_add_cstr(&buf, "{\"messages\":");
	listing_add_messages(&buf, session->sink, session->options.lang);
	buf_add_cstr(&buf, "}\n");
	fwrite(buf.s, 1, buf.n, stdout);
}
