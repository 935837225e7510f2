/* SPDX-License-Identifier: MIT */
/*
 * CPU time and memory of each stage, as a worker goes through them:
 * bench_document INPUT [ROUNDS]. Every document of the input is made in every
 * round, in one process and into memory; the first round is what a cold
 * process pays. Run it in the project's root. No test asks for these figures.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/sha256.h"
#include "budget/budget.h"
#include "budget/select.h"
#include "check/check.h"
#include "font/font.h"
#include "pages/pages.h"
#include "publish/build.h"
#include "template/template.h"

enum stage {
	STAGE_TEMPLATE,
	STAGE_FORESEE, /* check alone asks whether layout is needed */
	STAGE_LAYOUT,
	STAGE_CHECK,
	STAGE_PDF,
	STAGE_DOCX,
	STAGE_JSON,
	STAGE_HASH,
	N_STAGES
};

static const char *const stage_names[N_STAGES] = {
    "template", "foresee", "layout", "check", "pdf", "docx", "json", "hash"};

/* What a round took, of all documents together. */
struct round {
	double ms[N_STAGES];
	size_t n_pages;
	size_t n_bytes; /* of the files */
	size_t held;	/* [bytes] by the arena of the largest document */
};

static double milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* The largest that this process has been [MiB]. */
static long peak(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return usage.ru_maxrss / 1024;
}

/* Adds what has passed since *at. */
static void lap(struct round *round, enum stage stage, double *at)
{
	double now = milliseconds();

	round->ms[stage] += now - *at;
	*at = now;
}

static const struct plan *plan_of(void *context)
{
	const struct laid_out *laid_out = context;

	return laid_out->result.plan;
}

static void verify(const struct build *build, const struct build_job *job,
		   struct laid_out *laid_out, struct arena *arena,
		   struct diag_sink *sink)
{
	struct scope scope = scope_of(build->budget, job->unit, arena);
	struct check_task task = {.doc = laid_out->doc,
				  .scope = &scope,
				  .plan = plan_of,
				  .context = laid_out};

	task.exceptions = check_exceptions(&scope, arena, &task.n_exceptions);
	check_document(&task, arena, sink);
}

static enum stage stage_of(const struct format *format)
{
	struct str name = str_from(format->name);

	if (str_is(name, "pdf"))
		return STAGE_PDF;
	return str_is(name, "docx") ? STAGE_DOCX : STAGE_JSON;
}

static void make(const struct build *build, const struct build_job *job,
		 struct fonts *fonts, struct layout_memory *memory,
		 struct round *round)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct laid_out laid_out = {.fonts = fonts, .pdfa = true};
	struct written_list written = {.n = 0};
	double at = milliseconds();
	size_t i;

	laid_out.doc = template_expand(job->edition, job->unit, arena, sink);
	lap(round, STAGE_TEMPLATE, &at);
	if (laid_out.doc == NULL)
		exit(2);
	layout_may_report(laid_out.doc, memory);
	lap(round, STAGE_FORESEE, &at);
	if (!layout_doc_with(laid_out.doc, memory, arena, sink,
			     &laid_out.result))
		exit(2);
	lap(round, STAGE_LAYOUT, &at);
	verify(build, job, &laid_out, arena, sink);
	lap(round, STAGE_CHECK, &at);
	for (i = 0; i < build->task->formats->n; i++) {
		const struct format *format = build->task->formats->list[i];

		if (!format->write(&laid_out, arena, sink, &written))
			exit(2);
		lap(round, stage_of(format), &at);
	}
	for (i = 0; i < written.n; i++) {
		sha256_of(written.list[i].bytes);
		round->n_bytes += written.list[i].bytes.n;
	}
	lap(round, STAGE_HASH, &at);
	round->n_pages += laid_out.result.pages->n_pages;
	if (arena_held(arena) > round->held)
		round->held = arena_held(arena);
	arena_close(arena);
	layout_memory_trim(memory);
}

static void print_round(int number, const struct round *round, size_t n)
{
	double all = 0;
	int s;

	printf("| %d |", number);
	for (s = 0; s < N_STAGES; s++) {
		printf(" %.2f |", round->ms[s] / (double)n);
		all += round->ms[s] / (double)n;
	}
	printf(" %.2f | %.1f | %zu | %zu | %ld |\n", all,
	       (double)round->n_pages / (double)n, round->n_bytes / n / 1024,
	       round->held >> 20, peak());
	fflush(stdout);
}

static void run_rounds(const struct build *build, struct fonts *fonts, int n)
{
	struct layout_memory *memory = layout_memory_open(fonts);
	int number;
	int s;
	size_t i;

	printf("\nCPU ms a document\n\n| round |");
	for (s = 0; s < N_STAGES; s++)
		printf(" %s |", stage_names[s]);
	puts(" all | pages | KiB | arena MiB | peak MiB |");
	for (number = 1; number <= n; number++) {
		struct round round = {.n_pages = 0};

		for (i = 0; i < build->n_jobs; i++)
			if (build->jobs[i].edition != NULL)
				make(build, &build->jobs[i], fonts, memory,
				     &round);
		print_round(number, &round, build->n_jobs);
	}
	layout_memory_close(memory);
}

int main(int argc, char **argv)
{
	struct str input =
	    str_from(argc > 1 ? argv[1] : "samples/201-hebei-2024");
	long rounds = argc > 2 ? strtol(argv[2], NULL, 10) : 5;
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct str folder = STR("fonts");
	struct format_list formats;
	struct build_task task = {.inputs = &input,
				  .n_inputs = 1,
				  .data = STR("."),
				  .formats = &formats,
				  .pdfa = true};
	struct build build;
	struct fonts *fonts;
	double begin = milliseconds();
	double read;

	arena_keep_memory(); /* as a worker does */
	if (!formats_choose(STR_NONE, &formats, sink) ||
	    !build_open(&build, &task, arena, sink) || build.n_jobs == 0)
		return 2;
	read = milliseconds();
	fonts = fonts_open(&(struct font_options){&folder, 1}, sink);
	printf("%zu documents; start %.1f ms, templates and budget %.1f ms, "
	       "fonts %.1f ms, %ld MiB\n",
	       build.n_jobs, begin, read - begin, milliseconds() - read,
	       peak());
	run_rounds(&build, fonts, (int)rounds);
	fonts_close(fonts);
	arena_close(arena);
	return 0;
}
