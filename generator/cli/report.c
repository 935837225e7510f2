/* SPDX-License-Identifier: MIT */
#include "cli/report.h"

#include <stdio.h>

#include "base/arena.h"

/* The lowest level that is shown: errors (-q), warnings, notes (-v). */
static enum diag_level least_level(const struct session *session)
{
	if (session->options.verbosity < 0)
		return DIAG_ERROR;
	return session->options.verbosity > 0 ? DIAG_NOTE : DIAG_WARNING;
}

static void print(struct str text)
{
	fwrite(text.s, 1, text.n, stderr);
	fputc('\n', stderr);
}

static void report_level(const struct session *session,
			 const struct diag_sink *sink, enum diag_level level)
{
	struct arena *arena = session->arena;
	size_t i;

	for (i = 0; i < sink->n; i++) {
		struct arena_mark mark = arena_mark(arena);

		if (sink->list[i].level == level)
			print(diag_text(&sink->list[i], session->options.lang,
					arena));
		arena_release(arena, mark);
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
