/* SPDX-License-Identifier: MIT */
/* gongkai why: the rows of the input that make up a figure. */
#include <stdio.h>

#include "base/arena.h"
#include "base/diag.h"
#include "cli/commands.h"
#include "cli/data.h"
#include "cli/messages.h"
#include "cli/report.h"
#include "publish/build.h"
#include "publish/listing.h"
#include "publish/why.h"

static void print(struct str text)
{
	if (text.n > 0)
		fwrite(text.s, 1, text.n, stdout);
}

static void print_row(const struct session *session, const struct why_row *row)
{
	bool zh = session->options.lang == DIAG_ZH;

	fputs("    ", stdout);
	print(
	    diag_place_text(row->place, session->options.lang, session->arena));
	fputs(zh ? "：" : ": ", stdout);
	print(row->words);
	if (row->value.n > 0)
		fputs("  ", stdout);
	print(row->value);
	if (row->from.n > 0)
		printf(zh ? "（由“" STR_FMT "”表得出）"
			  : " (worked out from " STR_FMT ")",
		       STR_ARG(row->from));
	putchar('\n');
}

static void print_sum(const struct session *session, const struct why_sum *sum)
{
	bool zh = session->options.lang == DIAG_ZH;
	size_t i;

	fputs("  ", stdout);
	print(sum->selection);
	putchar('\n');
	for (i = 0; i < sum->n; i++)
		print_row(session, &sum->rows[i]);
	printf(zh ? "    共 %zu 行" : "    %zu rows", sum->n);
	if (sum->total.n > 0)
		printf(zh ? "，合计 " STR_FMT : ", in all " STR_FMT,
		       STR_ARG(sum->total));
	putchar('\n');
}

static void print_why(const struct session *session, const struct why *why)
{
	size_t i;

	print(why->where);
	fputs(session->options.lang == DIAG_ZH ? "：" : ": ", stdout);
	print(why->text);
	putchar('\n');
	for (i = 0; i < why->n; i++)
		print_sum(session, &why->sums[i]);
}

/* ,"name":"text" */
static void add_member(struct buf *buf, const char *name, struct str text,
		       bool first)
{
	buf_format(buf, "%s\"%s\":", first ? "" : ",", name);
	listing_add_text(buf, text);
}

static void add_sum(struct buf *buf, const struct why_sum *sum,
		    enum diag_lang lang)
{
	size_t i;

	buf_add_char(buf, '{');
	add_member(buf, "selection", sum->selection, true);
	add_member(buf, "total", sum->total, false);
	buf_add_cstr(buf, ",\"rows\":[");
	for (i = 0; i < sum->n; i++) {
		const struct why_row *row = &sum->rows[i];

		buf_add_cstr(buf, i == 0 ? "\n{" : ",\n{");
		add_member(buf, "place",
			   diag_place_text(row->place, lang, buf->arena), true);
		add_member(buf, "row", row->words, false);
		add_member(buf, "value", row->value, false);
		if (row->from.n > 0)
			add_member(buf, "from", row->from, false);
		buf_add_char(buf, '}');
	}
	buf_add_cstr(buf, "]}");
}

static void print_json(const struct session *session,
		       const struct why_list *found)
{
	struct buf buf = {.arena = session->arena};
	size_t i;
	size_t k;

	buf_add_cstr(&buf, "{\"figures\":[");
	for (i = 0; i < found->n; i++) {
		const struct why *why = &found->list[i];

		buf_add_cstr(&buf, i == 0 ? "{" : ",{");
		add_member(&buf, "where", why->where, true);
		add_member(&buf, "text", why->text, false);
		buf_add_cstr(&buf, ",\"sums\":[");
		for (k = 0; k < why->n; k++) {
			buf_add_cstr(&buf, k == 0 ? "" : ",");
			add_sum(&buf, &why->sums[k], session->options.lang);
		}
		buf_add_cstr(&buf, "]}");
	}
	buf_add_cstr(&buf, "]}\n");
	print(buf_str(&buf));
}

static void take_messages(const struct session *session,
			  const struct diag_sink *input)
{
	size_t i;

	for (i = 0; i < input->n; i++)
		diag_add(session->sink, &input->list[i]);
}

int command_why(struct session *session)
{
	const struct option_values *args = &session->options.args;
	struct build_task task = {.n_inputs = 1,
				  .n_units = 1,
				  .source = session->options.source,
				  .template_id = session->options.template_id};
	struct diag_sink *input = diag_open(session->arena);
	struct build build;
	struct why_list found;
	size_t i;

	if (args->n != 3) {
		DIAG(session->sink, &CLI_NEEDS, PLACE_NONE, STR("why"),
		     STR("INPUT UNIT REFERENCE"));
		report_failure(session);
		return EXIT_WRONG_USE;
	}
	task.inputs = &args->list[0];
	task.units = &args->list[1];
	if (!data_folder(&task.data, session->arena, session->sink) ||
	    !build_open(&build, &task, session->arena, input)) {
		take_messages(session, input);
		report_failure(session);
		return EXIT_WRONG_USE;
	}
	/* What else is wrong with the input was not asked. */
	if (build.n_jobs == 0 || build.jobs[0].edition == NULL)
		take_messages(session, input);
	if (!why_find(&found, &build, args->list[2], session->arena,
		      session->sink)) {
		report_failure(session);
		return EXIT_WRONG_USE;
	}
	if (session->options.json)
		print_json(session, &found);
	else
		for (i = 0; i < found.n; i++)
			print_why(session, &found.list[i]);
	report_all(session);
	return EXIT_WELL;
}
