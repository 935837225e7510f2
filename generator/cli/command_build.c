/* SPDX-License-Identifier: MIT */
/* gongkai build: the documents of all units of an input, or of some.
 * gongkai check: the same work, but only what was found is told. */
#include <stdio.h>

#include "base/arena.h"
#include "check/check.h"
#include "cli/commands.h"
#include "cli/data.h"
#include "cli/messages.h"
#include "cli/program.h"
#include "cli/progress.h"
#include "cli/report.h"
#include "font/font.h"
#include "publish/build.h"
#include "publish/listing.h"
#include "publish/run.h"
#include "publish/unnamed.h"

/* With so few units there is a line for each on a terminal, too. */
#define FEW_UNITS 10

/* What a person, or a program, sees while units are made. */
struct view {
	const struct session *session;
	struct progress progress;
	bool lines; /* a line per unit */
	bool checking;
	struct buf json; /* units, for --json */
};

static void print_files(const struct session *session,
			const struct outcome *outcome)
{
	struct str out =
	    session->options.out.n > 0 ? session->options.out : STR("out");
	size_t i;

	for (i = 0; i < outcome->n_files; i++)
		printf("  " STR_FMT "/" STR_FMT "\n", STR_ARG(out),
		       STR_ARG(outcome_place(&outcome->files[i])));
}

/* Of a document that was only verified the findings are all that there is. */
static void print_state(const struct view *view, const struct outcome *outcome,
			bool same)
{
	bool zh = view->session->options.lang == DIAG_ZH;

	if (view->checking && outcome->made)
		return;
	if (outcome->held_back)
		fputs(zh ? "未生成（--strict）" : "held back", stdout);
	else if (!outcome->made)
		fputs(zh ? "未生成" : "not made", stdout);
	else
		printf(zh ? "%zu 页" : "%zu pages", outcome->n_pages);
	if (same)
		fputs(zh ? "，无变化" : ", unchanged", stdout);
	if (outcome->rejected)
		fputs(zh ? "，未通过核对" : ", rejected", stdout);
	if (outcome->n_changes > 0)
		printf(zh ? "，与已公开的有 %zu 处不同"
			  : ", %zu changes to what was released",
		       outcome->n_changes);
	fputs(zh ? "，" : ", ", stdout);
}

/* A line per unit: name, pages, findings; its files below it. */
static void print_unit(const struct view *view, const struct build_job *job,
		       const struct outcome *outcome, bool same)
{
	bool zh = view->session->options.lang == DIAG_ZH;
	size_t errors = diag_count_level(outcome->sink, DIAG_ERROR) +
			diag_count_level(outcome->sink, DIAG_FATAL);
	size_t warnings = diag_count_level(outcome->sink, DIAG_WARNING);

	printf(STR_FMT " " STR_FMT "  ", STR_ARG(job->code),
	       STR_ARG(job->name));
	print_state(view, outcome, same);
	printf(zh ? "错误 %zu，警告 %zu\n" : "%zu errors, %zu warnings\n",
	       errors, warnings);
	if (outcome->made && !same && !view->checking)
		print_files(view->session, outcome);
	fflush(stdout);
}

static void see_unit(void *context, const struct build_job *job,
		     const struct outcome *outcome, bool same)
{
	struct view *view = context;
	const struct session *session = view->session;

	if (session->options.json) {
		buf_add_cstr(&view->json, view->json.n == 0 ? "\n" : ",\n");
		listing_add_unit(&view->json, outcome, same,
				 session->options.lang);
		return;
	}
	if (view->lines || outcome->sink->n > 0)
		progress_clear(&view->progress);
	if (view->lines)
		print_unit(view, job, outcome, same);
	/* That its template cannot be used was told once for all its units. */
	if (job->edition != NULL)
		report_sink(session, outcome->sink);
}

static void see_progress(void *context, size_t done, size_t all)
{
	struct view *view = context;

	progress_draw(&view->progress, done, all);
}

static struct view open_view(const struct session *session,
			     const struct build *build)
{
	const struct options *options = &session->options;
	bool shown = options->verbosity >= 0 && !options->json;
	bool few = build->n_jobs <= FEW_UNITS;
	struct view view = {.session = session,
			    .checking = build->task->verify_only,
			    .json = {.arena = session->arena}};

	view.progress = progress_start(shown && !few, options->lang);
	view.lines = shown && (!view.progress.shown || options->verbosity > 0);
	return view;
}

static void print_json(const struct view *view, const struct run_result *result)
{
	struct buf buf = {.arena = view->session->arena};

	buf_add_cstr(&buf, "{\"units\":[");
	buf_add(&buf, buf_str(&view->json));
	buf_add_cstr(&buf, "\n],\"messages\":");
	listing_add_messages(&buf, view->session->sink,
			     view->session->options.lang);
	buf_format(&buf,
		   ",\"made\":%zu,\"same\":%zu,\"failed\":%zu,\"left\":%zu,"
		   "\"renewed\":%zu}\n",
		   result->n_made, result->n_same, result->n_failed,
		   result->n_left, result->n_renewed);
	fwrite(buf.s, 1, buf.n, stdout);
}

static void print_summary(const struct view *view,
			  const struct run_result *result)
{
	bool zh = view->session->options.lang == DIAG_ZH;

	if (view->session->options.verbosity < 0)
		return;
	if (view->checking)
		printf(zh ? "核对 %zu 个单位，有错误的 %zu 个\n"
			  : "%zu units checked, %zu with errors\n",
		       result->n_made + result->n_failed,
		       result->n_with_errors);
	else
		printf(zh ? "生成 %zu 个，无变化 %zu 个，未生成 %zu 个\n"
			  : "%zu made, %zu unchanged, %zu not made\n",
		       result->n_made, result->n_same, result->n_failed);
	if (result->n_renewed > 0)
		printf(zh ? "其中 %zu 个是因为上次生成以后程序、模板或字体变了"
			    "才重新生成的\n"
			  : "%zu of them since program, templates or fonts "
			    "are not those of the last time\n",
		       result->n_renewed);
	if (result->stopped)
		printf(zh ? "已停止，还有 %zu 个单位没有做。再次运行同一命令即"
			    "可接着做完。\n"
			  : "stopped, %zu units not begun; run the same "
			    "command again to go on\n",
		       result->n_left);
	fflush(stdout);
}

/* Makes or verifies all; false: something is wrong with some unit. */
static bool make_all(struct session *session, const struct build *build)
{
	struct view view = open_view(session, build);
	struct run_listener listener = {&view, see_unit, see_progress};
	struct fonts *fonts = program_fonts(session);
	size_t n_reported = session->sink->n;
	struct run_result result;
	bool ok;

	if (fonts == NULL)
		return false;
	ok = run_build(build, fonts, &listener, session->sink, &result);
	progress_clear(&view.progress);
	fonts_close(fonts);
	if (session->options.json)
		print_json(&view, &result);
	else
		print_summary(&view, &result);
	report_since(session, n_reported);
	return ok && !result.stopped && result.n_failed == 0 &&
	       result.n_with_errors == 0;
}

static bool read_task(struct session *session, struct build_task *task,
		      struct format_list *formats)
{
	const struct options *options = &session->options;

	if (options->args.n == 0) {
		DIAG(session->sink, &CLI_NO_INPUT, PLACE_NONE,
		     options->command);
		return false;
	}
	*task = (struct build_task){
	    .inputs = options->args.list,
	    .n_inputs = options->args.n,
	    .source = options->source,
	    .program = data_program(session->arena),
	    .out = options->out.n > 0 ? options->out : STR("out"),
	    .template_id = options->template_id,
	    .units = options->units.list,
	    .n_units = options->units.n,
	    .formats = formats,
	    .pdfa = options->pdfa,
	    .verify_only = str_is(options->command, "check"),
	    .list = options->out.n > 0,
	    .strict = options->strict,
	    .strict_level = options->strict_level,
	    .force = options->force,
	    .reason = options->reason,
	    .n_workers = options->jobs,
	};
	return formats_choose(options->formats, formats, session->sink) &&
	       data_folder(&task->data, session->arena, session->sink);
}

int command_build(struct session *session)
{
	struct build_task task;
	struct format_list formats;
	struct build build;
	bool ok;

	if (!read_task(session, &task, &formats)) {
		report_failure(session);
		return EXIT_WRONG_USE;
	}
	ok = build_open(&build, &task, session->arena, session->sink);
	if (ok && !task.verify_only)
		unnamed_write(&build, session->sink);
	if (!ok) {
		report_failure(session);
		return EXIT_WRONG_USE;
	}
	if (!session->options.json)
		report_all(session);
	ok = make_all(session, &build);
	return ok && diag_worst(session->sink) < DIAG_ERROR ? EXIT_WELL
							    : EXIT_FINDINGS;
}

static int list_rules(const struct session *session)
{
	enum diag_lang lang = session->options.lang;
	size_t i;

	for (i = 0; i < check_n_rules; i++) {
		const struct check_rule *rule = &check_rules[i];
		struct str level = diag_level_name(rule->level, lang);

		printf("%-20s " STR_FMT "  %s\n", rule->id, STR_ARG(level),
		       lang == DIAG_ZH ? rule->zh : rule->en);
	}
	return EXIT_WELL;
}

int command_check(struct session *session)
{
	if (session->options.list_rules)
		return list_rules(session);
	return command_build(session);
}
