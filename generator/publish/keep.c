/* SPDX-License-Identifier: MIT */
#include "publish/keep.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/map.h"
#include "budget/budget.h"
#include "publish/build.h"
#include "publish/manifest.h"
#include "publish/messages.h"
#include "publish/overview.h"
#include "publish/placing.h"

/* Have all documents of the input been looked at? */
static bool is_whole(const struct build *build)
{
	return build->task->n_units == 0 && build->task->template_id.n == 0;
}

static bool has_unit(const struct build *build, struct str code)
{
	size_t i;

	for (i = 0; i < build->n_jobs; i++)
		if (str_equal(build->jobs[i].code, code))
			return true;
	return false;
}

/* Is it of a unit of the input whose 公开 is 否? */
static bool is_hidden(const struct budget *budget,
		      const struct outcome *outcome)
{
	int unit = budget_unit(budget, outcome->code);

	return unit >= 0 && !budget->units[unit].is_public;
}

/* Removes the folder if it is empty. */
static void remove_folder(const struct keeping *keeping, struct str folder)
{
	file_remove_empty(
	    manifest_path(keeping->manifest, folder, keeping->build->arena));
}

/* The folders that its files lay in, now or before it was rejected, bear its
 * name. */
static void remove_folders(const struct keeping *keeping,
			   const struct outcome *outcome)
{
	size_t i;

	for (i = 0; i < outcome->n_files; i++) {
		struct str folder = file_folder(outcome->files[i].path);

		remove_folder(keeping, folder);
		if (str_starts(folder, STR(REJECTED_FOLDER "/")))
			remove_folder(keeping,
				      str_slice(folder,
						sizeof(REJECTED_FOLDER "/") - 1,
						folder.n));
	}
}

/* Takes the files of a document that must not be published out of the folder;
 * what was released stays in 历史, which is said. */
static void withdraw(const struct keeping *keeping,
		     const struct outcome *outcome, struct diag_sink *sink)
{
	struct arena *arena = keeping->build->arena;
	const struct outcome *release =
	    manifest_released(keeping->manifest, outcome->key);
	struct placing placing = {.manifest = keeping->manifest,
				  .outcome = outcome_open(outcome->key, arena),
				  .arena = arena,
				  .sink = sink};

	placing_remove(&placing, outcome);
	remove_folders(keeping, outcome);
	if (release != NULL)
		DIAG(sink, &BUILD_HIDDEN_RELEASED, PLACE_NONE, outcome->code,
		     outcome->name, release->released);
	else
		DIAG(sink, &BUILD_HIDDEN, PLACE_NONE, outcome->code,
		     outcome->name);
}

static void report_gone(const struct keeping *keeping,
			const struct outcome *outcome, struct diag_sink *sink)
{
	const struct outcome *release =
	    manifest_released(keeping->manifest, outcome->key);

	if (release != NULL)
		DIAG(sink, &BUILD_GONE_RELEASED, PLACE_NONE, outcome->code,
		     outcome->name, release->released);
	else if (outcome->n_files > 0)
		DIAG(sink, &BUILD_GONE, PLACE_NONE, outcome->code,
		     outcome->name, outcome_place(&outcome->files[0]));
}

/* The documents of this build, by key. */
static struct map keys_of(const struct build *build)
{
	struct map keys = {.arena = build->arena};
	size_t i;

	for (i = 0; i < build->n_jobs; i++)
		map_put(&keys, build->jobs[i].key, 1);
	return keys;
}

/* Documents that the input has no more. One that has another template now is
 * forgotten: its files are the new one's; and so is one that must not be
 * published any more. True: something is new. */
static bool find_gone(const struct keeping *keeping, struct diag_sink *sink)
{
	struct manifest *manifest = keeping->manifest;
	const struct build *build = keeping->build;
	struct map now = keys_of(build);
	struct str *forgotten =
	    ARENA_ARRAY(build->arena, manifest->n, struct str);
	size_t n_forgotten = 0;
	bool news = false;
	size_t i;

	for (i = 0; i < manifest->n; i++) {
		struct outcome *outcome = manifest->documents[i];
		bool hidden = is_hidden(build->budget, outcome);

		if (map_find(&now, outcome->key) != MAP_NONE ||
		    (!hidden && !is_whole(build)))
			continue;
		news = news || !outcome->gone;
		outcome->gone = true;
		if (hidden)
			withdraw(keeping, outcome, sink);
		else if (!has_unit(build, outcome->code))
			report_gone(keeping, outcome, sink);
		if (hidden || has_unit(build, outcome->code))
			forgotten[n_forgotten++] = outcome->key;
	}
	for (i = 0; i < n_forgotten; i++)
		manifest_drop(manifest, forgotten[i]);
	return news;
}

struct ranked {
	struct outcome *outcome;
	size_t rank;
};

static int compare_ranked(const void *a, const void *b)
{
	const struct ranked *left = a;
	const struct ranked *right = b;

	if (left->rank != right->rank)
		return left->rank > right->rank ? 1 : -1;
	return str_compare(left->outcome->key, right->outcome->key);
}

/* Puts the documents in the order of the input, those that it does not have
 * behind them: an interrupted build leaves the same as an undisturbed one. */
static void sort_documents(const struct keeping *keeping)
{
	struct manifest *manifest = keeping->manifest;
	size_t n = manifest->n;
	struct ranked *list =
	    ARENA_ARRAY(keeping->build->arena, n, struct ranked);
	size_t i;

	for (i = 0; i < n; i++) {
		int unit = budget_unit(keeping->build->budget,
				       manifest->documents[i]->code);

		list[i] = (struct ranked){
		    manifest->documents[i],
		    unit >= 0 ? (size_t)unit
			      : keeping->build->budget->n_units + i};
	}
	qsort(list, n, sizeof(*list), compare_ranked);
	manifest->n = 0;
	manifest->by_key = (struct map){.arena = manifest->arena};
	for (i = 0; i < n; i++)
		manifest_put(manifest, list[i].outcome);
}

/* Which units have a document, made now or before. */
static bool *with_documents(const struct keeping *keeping)
{
	const struct build *build = keeping->build;
	const struct budget *budget = build->budget;
	bool *has = ARENA_ARRAY(build->arena, budget->n_units + 1, bool);
	size_t i;

	for (i = 0; i < build->n_jobs; i++)
		has[build->jobs[i].unit] = true;
	for (i = 0; i < keeping->manifest->n; i++) {
		const struct outcome *outcome = keeping->manifest->documents[i];
		int unit = budget_unit(budget, outcome->code);
		struct str year;

		if (unit < 0 || outcome->gone)
			continue;
		year = str_format(build->arena, STR_FMT "/%d/",
				  STR_ARG(outcome->code),
				  budget->units[unit].year);
		has[unit] = has[unit] || str_starts(outcome->key, year);
	}
	return has;
}

/* Notes what the documents were made from, what the input as a whole adds up
 * to, and who of it has no document. True: that is new. */
static bool note_built(const struct keeping *keeping)
{
	const struct build *build = keeping->build;
	const struct build_task *task = build->task;
	struct built built = {.template_id = task->template_id,
			      .source = task->source,
			      .pdfa = task->pdfa};
	bool news;

	built_set_inputs(&built, task->out, task->inputs, task->n_inputs,
			 build->arena);
	built.sums = county_all(build->county, build->arena);
	built.left_out = county_left_out(build->county, with_documents(keeping),
					 build->arena, &built.n_left_out);
	news = !built_equal(&built, &keeping->manifest->built);
	keeping->manifest->built = built;
	return news;
}

/* The documents of this run, by key. */
static struct map made_now(const struct keeping *keeping)
{
	const struct build *build = keeping->build;
	struct map map = {.arena = build->arena};
	size_t i;

	for (i = 0; i < keeping->n_stale; i++)
		map_put(&map, build->jobs[keeping->stale[i]].key, 1);
	return map;
}

static void settle_below(const struct keeping *keeping, struct str folder)
{
	struct arena *arena = arena_open();
	struct str last = STR_NONE;
	size_t i;

	file_settle(file_join(folder, STR("数据"), arena));
	for (i = 0; i < keeping->n_stale; i++) {
		struct str of = keeping->build->jobs[keeping->stale[i]].folder;

		if (!str_equal(of, last))
			file_settle(file_join(folder, of, arena));
		last = of;
	}
	arena_close(arena);
}

/* What the workers put in place is on the disk before the manifest says so:
 * a department's folder once, not for each file. */
static void settle(const struct keeping *keeping)
{
	struct str out = keeping->build->task->out;

	if (keeping->n_stale == 0)
		return;
	settle_below(keeping, out);
	settle_below(keeping, file_join(out, STR(REJECTED_FOLDER),
					keeping->build->arena));
}

bool keep_whole(const struct keeping *keeping, struct diag_sink *sink)
{
	struct manifest *manifest = keeping->manifest;
	struct map now = made_now(keeping);
	bool news = find_gone(keeping, sink);

	sort_documents(keeping);
	news = note_built(keeping) || news;
	if (keeping->n_stale == 0 && !manifest->doubtful &&
	    !manifest->interrupted && !news && overview_stands(manifest, sink))
		return true;
	settle(keeping);
	return overview_write(manifest, keeping->build->input, &now,
			      keeping->build->arena, sink) &&
	       manifest_write(manifest, !keeping->torn, sink);
}
