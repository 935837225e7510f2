/* SPDX-License-Identifier: MIT */
#include "publish/run.h"

#include <errno.h>
#include <sys/wait.h>

#include "base/arena.h"
#include "base/cause.h"
#include "base/diag.h"
#include "base/file.h"
#include "budget/budget.h"
#include "layout/layout.h"
#include "publish/findings.h"
#include "publish/fingerprint.h"
#include "publish/keep.h"
#include "publish/manifest.h"
#include "publish/messages.h"
#include "publish/pool.h"
#include "publish/unit.h"

struct run {
	const struct build *build;
	struct fonts *fonts;
	struct layout_memory *memory; /* of each worker, from the fork on */
	const struct run_listener *listener;
	struct manifest *manifest;
	struct fingerprint *fingerprints; /* by job */
	size_t *stale;			  /* jobs to be done, in order */
	size_t n_stale;
	size_t next; /* the first job that the listener has not heard of */
	struct outcome **heard; /* by job */
	bool lost;		/* a worker died, perhaps at a file */
	bool torn; /* some unit may have left files half put in place */
	struct run_result *result;
};

/* Is the file of that format as it would come out now? One that stands beside
 * an edited one: only while that one is still there. */
static bool is_file_fresh(const struct run *run,
			  const struct outcome_file *file, struct str inputs)
{
	struct manifest *manifest = run->manifest;

	return str_equal(file->inputs, inputs) &&
	       manifest_has(manifest, outcome_place(file), file->hash,
			    file->n_bytes) &&
	       (file->beside.n == 0 ||
		manifest_holder(manifest, file->path) == HOLDER_PERSON);
}

/* Does a format's file, or do its files, stand there fresh? */
static bool is_format_fresh(const struct run *run,
			    const struct outcome *outcome, const char *format,
			    struct str inputs)
{
	struct str name = str_from(format);
	bool any = false;
	size_t i;

	for (i = 0; i < outcome->n_files; i++) {
		const struct outcome_file *file = &outcome->files[i];
		bool mine =
		    str_starts(file->format, name) &&
		    (file->format.n == name.n || file->format.s[name.n] == ':');

		if (mine && !is_file_fresh(run, file, inputs))
			return false;
		any = any || mine;
	}
	return any;
}

/* Is the place in the input? Those in templates do not move. */
static bool is_in_input(const struct build_task *task, struct place place)
{
	size_t i;

	for (i = 0; i < task->n_inputs; i++)
		if (str_starts(place.file, task->inputs[i]))
			return place.line > 0;
	return false;
}

static bool names_places(const struct build_task *task,
			 const struct outcome *outcome)
{
	size_t i;

	for (i = 0; i < outcome->sink->n; i++)
		if (is_in_input(task, outcome->sink->list[i].place))
			return true;
	return false;
}

/* Is what was found against the last release still all that there is to say?
 * Nothing is, where another reason is given now. */
static bool is_release_fresh(const struct run *run,
			     const struct outcome *outcome)
{
	const struct outcome *release =
	    manifest_released(run->manifest, outcome->key);
	struct str reason = run->build->task->reason;
	size_t i;

	if (!str_equal(outcome->against,
		       release == NULL ? STR_NONE : release->released))
		return false;
	if (reason.n > 0 && outcome->n_changes > 0 &&
	    !str_equal(reason, outcome->reason))
		return false;
	for (i = 0; i < outcome->n_files; i++)
		if (outcome_is_correction(&outcome->files[i]) &&
		    !is_file_fresh(run, &outcome->files[i], outcome->inputs))
			return false;
	return true;
}

/* Was the document made, and would it and all that was said about it come out
 * the same? */
static bool is_fresh(const struct run *run, size_t job)
{
	const struct fingerprint *now = &run->fingerprints[job];
	const struct outcome *outcome =
	    manifest_find(run->manifest, run->build->jobs[job].key);
	const struct format_list *formats = run->build->task->formats;
	size_t i;

	if (run->build->task->force || outcome == NULL || !outcome->made ||
	    outcome->gone || !str_equal(outcome->inputs, now->inputs))
		return false;
	if (run->build->task->strict &&
	    outcome_reaches(outcome, run->build->task->strict_level))
		return false;
	if (!is_release_fresh(run, outcome))
		return false;
	if (names_places(run->build->task, outcome) &&
	    !str_equal(outcome->places, now->places))
		return false;
	for (i = 0; i < formats->n; i++)
		if (!is_format_fresh(run, outcome, formats->list[i]->name,
				     now->inputs))
			return false;
	return true;
}

static void all_are_stale(struct run *run)
{
	size_t n = run->build->n_jobs;

	run->fingerprints =
	    ARENA_ARRAY(run->build->arena, n, struct fingerprint);
	run->stale = ARENA_ARRAY(run->build->arena, n, size_t);
	for (; run->n_stale < n; run->n_stale++)
		run->stale[run->n_stale] = run->n_stale;
}

/* Was the document made by another program, or with other templates or fonts
 * than there are now? */
static bool is_of_other_surroundings(const struct run *run, size_t job)
{
	const struct outcome *before =
	    manifest_find(run->manifest, run->build->jobs[job].key);

	return before != NULL && before->around.n > 0 &&
	       !str_equal(before->around, run->fingerprints[job].around);
}

static void find_stale(struct run *run)
{
	const struct build *build = run->build;
	const struct build_task *task = build->task;
	struct surroundings around = {
	    .program = task->program,
	    .templates = file_join(task->data, STR("templates"), build->arena),
	    .fonts = run->fonts,
	    .pdfa = task->pdfa,
	};
	struct fingerprints *all =
	    fingerprints_open(build->budget, &around, build->arena);
	size_t i;

	run->fingerprints =
	    ARENA_ARRAY(build->arena, build->n_jobs, struct fingerprint);
	run->stale = ARENA_ARRAY(build->arena, build->n_jobs, size_t);
	for (i = 0; i < build->n_jobs; i++) {
		const struct build_job *job = &build->jobs[i];

		run->fingerprints[i] =
		    fingerprint_of(all, job->unit, job->template_id,
				   job->n_faults, build->arena);
		if (is_fresh(run, i))
			continue;
		run->stale[run->n_stale++] = i;
		run->result->n_renewed += is_of_other_surroundings(run, i);
	}
}

static struct outcome *new_outcome(const struct run *run, size_t job,
				   struct arena *arena)
{
	const struct build_job *of = &run->build->jobs[job];
	struct outcome *outcome = outcome_open(of->key, arena);

	outcome->code = of->code;
	outcome->name = of->name;
	outcome->inputs = run->fingerprints[job].inputs;
	outcome->places = run->fingerprints[job].places;
	outcome->around = run->fingerprints[job].around;
	return outcome;
}

/* In a worker. */
static void work(void *context, size_t task, struct buf *record)
{
	const struct run *run = context;
	size_t job = run->stale[task];
	struct outcome *outcome = new_outcome(run, job, record->arena);

	unit_make(run->build, &run->build->jobs[job], run->fonts, run->memory,
		  run->manifest, outcome);
	outcome_write(outcome, record);
	layout_memory_trim(run->memory);
}

static void hear(struct run *run, size_t job, const struct outcome *outcome,
		 bool same)
{
	struct run_result *result = run->result;

	result->n_same += same;
	result->n_made += !same && outcome->made;
	result->n_failed += !outcome->made;
	result->n_with_errors += diag_worst(outcome->sink) >= DIAG_ERROR;
	run->listener->unit(run->listener->context, &run->build->jobs[job],
			    outcome, same);
}

/* Tells of the jobs before job that need not be done. */
static void hear_of_same(struct run *run, size_t job)
{
	for (; run->next < job; run->next++)
		hear(run, run->next,
		     manifest_find(run->manifest,
				   run->build->jobs[run->next].key),
		     true);
	run->next++;
}

static void take(struct run *run, size_t job, struct outcome *outcome)
{
	hear_of_same(run, job);
	run->heard[job] = outcome;
	run->torn = run->torn || outcome->torn;
	if (run->manifest != NULL)
		manifest_put(run->manifest, outcome);
	hear(run, job, outcome, false);
}

static struct str cause_text(int status, struct arena *arena)
{
	if (WIFSIGNALED(status))
		return cause_of_signal(WTERMSIG(status));
	if (WEXITSTATUS(status) == ARENA_EXIT)
		return cause_of(ENOMEM);
	return str_format(arena, "exit %d", WEXITSTATUS(status));
}

/* The process that was at the unit is gone. */
static void lost(void *context, size_t task, int status)
{
	struct run *run = context;
	size_t job = run->stale[task];
	struct arena *arena = run->build->arena;
	struct outcome *outcome = new_outcome(run, job, arena);
	const struct outcome *old =
	    run->manifest == NULL ? NULL
				  : manifest_find(run->manifest, outcome->key);
	size_t i;

	for (i = 0; old != NULL && i < old->n_files; i++)
		outcome_add(outcome, &old->files[i]);
	run->lost = true;
	outcome->torn = true;
	outcome->sink->unit = outcome->code;
	DIAG(outcome->sink, &BUILD_LOST, PLACE_NONE, cause_text(status, arena));
	take(run, job, outcome);
}

static void done(void *context, size_t task, struct str record)
{
	struct run *run = context;
	struct outcome *outcome = outcome_read(record, run->build->arena);

	if (outcome == NULL)
		lost(context, task, 0);
	else
		take(run, run->stale[task], outcome);
}

static void tick(void *context, size_t n_done)
{
	const struct run *run = context;

	run->listener->progress(run->listener->context, n_done, run->n_stale);
}

static void sweep_below(struct str folder, const struct build *build)
{
	size_t i;

	file_sweep(file_join(folder, STR("数据"), build->arena));
	for (i = 0; i < build->n_jobs; i++)
		file_sweep(
		    file_join(folder, build->jobs[i].folder, build->arena));
}

/* What a killed run, or a lost worker, left half-written. */
static void sweep(const struct run *run)
{
	const struct build *build = run->build;

	file_sweep(build->task->out);
	sweep_below(build->task->out, build);
	sweep_below(
	    file_join(build->task->out, STR(REJECTED_FOLDER), build->arena),
	    build);
}

static enum pool_end make_stale(struct run *run)
{
	struct pool_task task = {
	    .n_jobs = run->n_stale,
	    .n_workers = run->build->task->n_workers,
	    .context = run,
	    .work = work,
	    .done = done,
	    .lost = lost,
	    .tick = tick,
	};
	enum pool_end end;

	run->memory = layout_memory_open(run->fonts);
	end = pool_run(&task);
	layout_memory_close(run->memory);
	return end;
}

static bool finish(struct run *run, enum pool_end end, struct diag_sink *sink)
{
	struct run_result *result = run->result;
	struct str why = cause_of(errno);

	if (end == POOL_DONE)
		hear_of_same(run, run->build->n_jobs);
	result->stopped = end == POOL_STOPPED;
	result->n_left = run->build->n_jobs - result->n_made - result->n_same -
			 result->n_failed;
	if (end == POOL_FAILED)
		DIAG(sink, &BUILD_NO_WORKER, PLACE_NONE, why);
	return end != POOL_FAILED;
}

/* What check found, for who wants it as a list. */
static bool list_findings(const struct run *run, struct diag_sink *sink)
{
	const struct build *build = run->build;
	struct str bytes;

	return findings_workbook(build->input, run->heard, build->n_jobs,
				 build->arena, sink, &bytes) &&
	       file_write(file_join(build->task->out, STR("核对结果.xlsx"),
				    build->arena),
			  bytes, sink);
}

static bool run_verify(struct run *run, struct diag_sink *sink)
{
	bool ok;

	all_are_stale(run);
	ok = finish(run, make_stale(run), sink);
	return (!run->build->task->list || list_findings(run, sink)) && ok;
}

bool run_build(const struct build *build, struct fonts *fonts,
	       const struct run_listener *listener, struct diag_sink *sink,
	       struct run_result *result)
{
	struct run run = {.build = build,
			  .fonts = fonts,
			  .listener = listener,
			  .result = result};
	bool ok;

	*result = (struct run_result){.stopped = false};
	run.heard =
	    ARENA_ARRAY(build->arena, build->n_jobs + 1, struct outcome *);
	if (build->task->verify_only)
		return run_verify(&run, sink);
	run.manifest = manifest_open(build->task->out, build->arena, sink);
	if (run.manifest == NULL)
		return false;
	if (run.manifest->interrupted)
		sweep(&run);
	find_stale(&run);
	ok = finish(&run, make_stale(&run), sink);
	if (run.lost)
		sweep(&run);
	ok = keep_whole(&(struct keeping){.build = build,
					  .manifest = run.manifest,
					  .stale = run.stale,
					  .n_stale = run.n_stale,
					  .torn = run.torn},
			sink) &&
	     ok;
	manifest_close(run.manifest);
	return ok;
}
