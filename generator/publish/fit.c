/* SPDX-License-Identifier: MIT */
#include "publish/fit.h"

#include "base/arena.h"
#include "base/file.h"
#include "publish/build.h"
#include "publish/date.h"
#include "publish/fingerprint.h"
#include "publish/manifest.h"
#include "publish/messages.h"
#include "publish/release.h"

/* The input that was built from, as paths to open. */
static struct str *input_paths(const struct fit *fit)
{
	const struct built *built = &fit->manifest->built;
	struct str *paths =
	    ARENA_ARRAY(fit->arena, built->n_inputs, struct str);
	size_t i;

	for (i = 0; i < built->n_inputs; i++)
		paths[i] = str_starts(built->inputs[i], STR("/"))
			       ? built->inputs[i]
			       : file_join(fit->task->out, built->inputs[i],
					   fit->arena);
	return paths;
}

/* Hashes of what each document would be made from now. */
static void find_inputs(struct fit *fit, const struct build *build)
{
	struct surroundings around = {
	    .program = fit->task->program,
	    .templates =
		file_join(fit->task->data, STR("templates"), fit->arena),
	    .fonts = fit->task->fonts,
	    .pdfa = fit->manifest->built.pdfa,
	};
	struct fingerprints *all =
	    fingerprints_open(build->budget, &around, fit->arena);
	size_t i;

	fit->input = build->input;
	fit->inputs.arena = fit->arena;
	fit->fingerprints =
	    ARENA_ARRAY(fit->arena, build->n_jobs, struct fingerprint);
	for (i = 0; i < build->n_jobs; i++) {
		const struct build_job *job = &build->jobs[i];

		fit->fingerprints[i] =
		    fingerprint_of(all, job->unit, job->template_id,
				   job->n_faults, fit->arena);
		map_put(&fit->inputs, job->key, (uint32_t)i);
	}
}

void fit_read_input(struct fit *fit)
{
	const struct built *built = &fit->manifest->built;
	struct build_task task = {.inputs = input_paths(fit),
				  .n_inputs = built->n_inputs,
				  .data = fit->task->data,
				  .source = built->source,
				  .template_id = built->template_id};
	struct build build;

	if (built->n_inputs > 0 &&
	    build_open(&build, &task, fit->arena, diag_open(fit->arena)))
		find_inputs(fit, &build);
	else
		DIAG(fit->sink, &RELEASE_INPUT, PLACE_NONE,
		     str_join(task.inputs, task.n_inputs, STR("、"),
			      fit->arena));
}

static struct str number(size_t n, struct arena *arena)
{
	return str_format(arena, "%zu", n);
}

/* Is it as the data would make it now? */
static bool check_fresh(const struct fit *fit, const struct outcome *document)
{
	uint32_t at;

	if (!document->made)
		return REFUSE0(fit->sink, &RELEASE_NOT_MADE);
	if (fit->input == NULL)
		return document->gone ? REFUSE0(fit->sink, &RELEASE_GONE)
				      : true;
	at = map_find(&fit->inputs, document->key);
	if (at == MAP_NONE)
		return REFUSE0(fit->sink, &RELEASE_GONE);
	if (!str_equal(fit->fingerprints[at].inputs, document->inputs))
		return REFUSE0(fit->sink, &RELEASE_STALE);
	return true;
}

static bool check_findings(const struct fit *fit,
			   const struct outcome *document)
{
	const struct diag *first = NULL;
	size_t i;

	for (i = 0; i < document->sink->n && first == NULL; i++)
		if (document->sink->list[i].level >= DIAG_ERROR &&
		    !document->sink->list[i].accepted)
			first = &document->sink->list[i];
	if (first == NULL)
		return true;
	return REFUSE(
	    fit->sink, &RELEASE_ERRORS,
	    number(diag_count_level(document->sink, DIAG_ERROR) +
		       diag_count_level(document->sink, DIAG_FATAL),
		   fit->arena),
	    str_format(fit->arena, "[%s] " STR_FMT, first->kind->id,
		       STR_ARG(diag_message(first, DIAG_ZH, fit->arena))));
}

/* csv of csv:3, as -f takes it. */
static struct str format_of(const struct outcome_file *file)
{
	struct str rest = file->format;
	struct str format = file->format;

	str_split(&rest, ':', &format);
	return format;
}

static bool check_file(const struct fit *fit, const struct outcome *document,
		       const struct outcome_file *file)
{
	/* build -f left it out when it made the others. */
	if (!str_equal(file->inputs, document->inputs))
		return REFUSE(fit->sink, &RELEASE_OLD_FILE, file->path,
			      format_of(file));
	if (file->beside.n > 0)
		return REFUSE(fit->sink, &RELEASE_EDITED, file->path);
	if (manifest_has(fit->manifest, file->path, file->hash, file->n_bytes))
		return true;
	if (manifest_holder(fit->manifest, file->path) == HOLDER_NOBODY)
		return REFUSE(fit->sink, &RELEASE_MISSING, file->path);
	return REFUSE(fit->sink, &RELEASE_EDITED, file->path);
}

static bool check_files(const struct fit *fit, const struct outcome *document)
{
	bool ok = true;
	size_t i;

	if (outcome_file(document, STR("pdf")) == NULL &&
	    outcome_file(document, STR("docx")) == NULL)
		ok = REFUSE(fit->sink, &RELEASE_FORMAT, STR("PDF、DOCX"));
	if (outcome_file(document, STR("json")) == NULL)
		ok = REFUSE(fit->sink, &RELEASE_FORMAT, STR("JSON"));
	for (i = 0; i < document->n_files; i++)
		ok = check_file(fit, document, &document->files[i]) && ok;
	return ok;
}

/* code/2024/template -> 2024. */
static struct str year_of(const struct outcome *document)
{
	struct str rest = document->key;
	struct str year = STR_NONE;

	str_split(&rest, '/', &year);
	str_split(&rest, '/', &year);
	return year;
}

/* Budgets are released up to a year before it begins to count, final accounts
 * up to two years behind it; else the date is a slip. */
static bool check_date(const struct fit *fit, const struct outcome *document,
		       const struct outcome *last)
{
	struct str date = fit->task->date;
	struct str year = year_of(document);
	int away = year.n == 4 ? date_year(date) - date_year(year) : 0;

	if (away < -1 || away > 2)
		return REFUSE(fit->sink, &RELEASE_YEAR, date, year);
	if (last != NULL && str_compare(date, last->released) <= 0)
		return REFUSE(fit->sink, &RELEASE_EARLIER, date,
			      last->released);
	return true;
}

bool fit_is_same(const struct outcome *document, const struct outcome *last)
{
	size_t i;

	for (i = 0; i < document->n_files; i++) {
		const struct outcome_file *file = &document->files[i];
		const struct outcome_file *old =
		    outcome_file(last, file->format);

		if (old == NULL || !str_equal(old->hash, file->hash))
			return false;
	}
	return true;
}

bool fit_is(const struct fit *fit, const struct outcome *document,
	    const struct outcome *last)
{
	bool ok = check_fresh(fit, document);

	/* What could not be made has nothing to look at. */
	if (!document->made)
		return false;
	ok = check_findings(fit, document) && ok;
	ok = check_files(fit, document) && ok;
	if (ok && last != NULL && fit_is_same(document, last))
		return true;
	return check_date(fit, document, last) && ok;
}
