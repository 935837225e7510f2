/* SPDX-License-Identifier: MIT */
/* gongkai build: the documents of all units of an input, or of some. */
#include <stdio.h>

#include "base/arena.h"
#include "cli/commands.h"
#include "cli/data.h"
#include "cli/messages.h"
#include "cli/program.h"
#include "cli/report.h"
#include "font/font.h"
#include "publish/build.h"

/* What became of the units. */
struct tally {
	size_t made, failed, errors, warnings;
};

static void print_files(const struct document_result *result)
{
	size_t i;

	for (i = 0; i < result->n_files; i++)
		printf("  " STR_FMT "\n", STR_ARG(result->files[i].path));
}

/* A line per unit: name, pages, findings; its files below it. */
static void print_unit(const struct session *session,
		       const struct build_job *job, bool made,
		       const struct document_result *result,
		       const struct diag_sink *sink)
{
	bool zh = session->options.lang == DIAG_ZH;
	size_t errors = diag_count_level(sink, DIAG_ERROR) +
			diag_count_level(sink, DIAG_FATAL);
	size_t warnings = diag_count_level(sink, DIAG_WARNING);

	printf(STR_FMT " " STR_FMT "  ", STR_ARG(job->code),
	       STR_ARG(job->name));
	if (made)
		printf(zh ? "%zu 页" : "%zu pages", result->n_pages);
	else
		fputs(zh ? "未生成" : "not made", stdout);
	printf(zh ? "，错误 %zu，警告 %zu\n" : ", %zu errors, %zu warnings\n",
	       errors, warnings);
	print_files(result);
	fflush(stdout);
}

static void make_unit(struct session *session, const struct build *build,
		      const struct build_job *job, struct fonts *fonts,
		      struct tally *tally)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct document_result result;
	bool made = build_make(build, job, fonts, arena, sink, &result);

	if (session->options.verbosity >= 0)
		print_unit(session, job, made, &result, sink);
	report_sink(session, sink);
	tally->made += made;
	tally->failed += !made;
	tally->errors += diag_worst(sink) >= DIAG_ERROR;
	arena_close(arena);
}

static bool make_all(struct session *session, const struct build *build)
{
	struct tally tally = {.made = 0};
	struct fonts *fonts = program_fonts(session);
	size_t i;

	if (fonts == NULL)
		return false;
	for (i = 0; i < build->n_jobs; i++)
		make_unit(session, build, &build->jobs[i], fonts, &tally);
	fonts_close(fonts);
	return tally.failed == 0 && tally.errors == 0;
}

static bool read_task(struct session *session, struct build_task *task,
		      struct format_list *formats)
{
	const struct options *options = &session->options;

	if (options->args.n == 0) {
		DIAG(session->sink, &CLI_NO_INPUT, PLACE_NONE, STR("build"));
		return false;
	}
	*task = (struct build_task){
	    .inputs = options->args.list,
	    .n_inputs = options->args.n,
	    .out = options->out.n > 0 ? options->out : STR("out"),
	    .template_id = options->template_id,
	    .units = options->units.list,
	    .n_units = options->units.n,
	    .formats = formats,
	    .pdfa = options->pdfa,
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
		report_all(session);
		return EXIT_WRONG_USE;
	}
	ok = build_open(&build, &task, session->arena, session->sink);
	report_all(session);
	if (!ok)
		return EXIT_WRONG_USE;
	ok = make_all(session, &build);
	return ok && diag_worst(session->sink) < DIAG_ERROR ? EXIT_WELL
							    : EXIT_FINDINGS;
}
