/* SPDX-License-Identifier: MIT */
#include "publish/unit.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "budget/budget.h"
#include "budget/select.h"
#include "check/check.h"
#include "doc/doc.h"
#include "pages/pages.h"
#include "publish/corrected.h"
#include "publish/county.h"
#include "publish/document.h"
#include "publish/edited.h"
#include "publish/edited_base.h"
#include "publish/figures.h"
#include "publish/manifest.h"
#include "publish/messages.h"
#include "publish/name.h"
#include "publish/placing.h"
#include "template/template.h"

/* What is made into what. */
struct making {
	const struct build *build;
	const struct build_job *job;
	struct layout_memory *memory;
	struct manifest *manifest;
	struct arena *arena;
	struct diag_sink *sink;
	struct outcome *outcome;
};

/* What follows code and name in the file's name: the rest of the title, so
 * that budgets and final accounts are told apart. The title may call the unit
 * by any of its names; the longest that fits is taken off. */
static struct str rest_of_name(const struct doc *doc, const struct unit *unit)
{
	const struct str names[] = {unit->name, unit->public_name,
				    unit->short_name};
	size_t longest = 0;
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (str_starts(doc->title, names[i]) && names[i].n > longest)
			longest = names[i].n;
	return str_trim(str_slice(doc->title, longest, doc->title.n));
}

/* A document that is laid out when somebody asks for its pages. */
struct sheet {
	const struct making *making;
	struct laid_out *laid_out;
	enum { SHEET_OPEN, SHEET_LAID_OUT, SHEET_FAILED } state;
};

static bool lay_out(struct sheet *sheet)
{
	const struct making *making = sheet->making;
	struct laid_out *laid_out = sheet->laid_out;

	if (sheet->state == SHEET_OPEN)
		sheet->state = layout_doc_with(laid_out->doc, making->memory,
					       making->arena, making->sink,
					       &laid_out->result)
				   ? SHEET_LAID_OUT
				   : SHEET_FAILED;
	return sheet->state == SHEET_LAID_OUT;
}

static const struct plan *plan_of(void *context)
{
	struct sheet *sheet = context;

	return lay_out(sheet) ? sheet->laid_out->result.plan : NULL;
}

/* Does a document of the template show what is told of projects? */
static bool shows_goals(const struct edition *edition)
{
	size_t n;
	size_t i;
	const struct str *needs = template_needs(template_of(edition), &n);

	for (i = 0; i < n; i++)
		if (str_is(needs[i], "绩效指标"))
			return true;
	return false;
}

static void verify(struct sheet *sheet)
{
	const struct making *making = sheet->making;
	struct arena *scratch = arena_open();
	struct scope scope =
	    scope_of(making->build->budget, making->job->unit, scratch);
	struct check_task task = {.doc = sheet->laid_out->doc,
				  .scope = &scope,
				  .goals = shows_goals(making->job->edition),
				  .plan = plan_of,
				  .context = sheet};

	task.exceptions = check_exceptions(&scope, scratch, &task.n_exceptions);
	check_document(&task, scratch, making->sink);
	arena_close(scratch);
}

/* Expands, lays out, verifies. To verify alone, a document is laid out only
 * where layout may have something to report, or a finding needs its page.
 * False: there is no document. */
static bool prepare(const struct making *making, struct fonts *fonts,
		    struct laid_out *laid_out)
{
	const struct build_job *job = making->job;
	bool verify_only = making->build->task->verify_only;
	struct sheet sheet = {.making = making, .laid_out = laid_out};

	*laid_out = (struct laid_out){.fonts = fonts,
				      .pdfa = making->build->task->pdfa};
	if (job->edition == NULL) {
		DIAG(making->sink, &BUILD_NO_TEMPLATE, PLACE_NONE,
		     job->template_id);
		return false;
	}
	laid_out->doc = template_expand(job->edition, job->unit, making->arena,
					making->sink);
	if (laid_out->doc == NULL)
		return false;
	if (!verify_only || layout_may_report(laid_out->doc, making->memory))
		if (!lay_out(&sheet))
			return false;
	verify(&sheet);
	if (!verify_only)
		making->outcome->n_pages = laid_out->result.pages->n_pages;
	return true;
}

/* csv:3: the third table. */
static void compare_edited_csv(const struct making *making,
			       const struct edited_base *base,
			       const struct outcome *old, const struct doc *doc)
{
	const struct outcome *outcome = making->outcome;
	size_t i;

	for (i = 0; i < outcome->n_files; i++) {
		const struct outcome_file *file = &outcome->files[i];
		struct str number = file->format;
		struct str format;
		struct edited_csv csv = {.name = file->path};
		struct edited_was was;

		if (file->beside.n == 0 || !str_split(&number, ':', &format) ||
		    !str_is(format, "csv"))
			continue;
		csv.number =
		    (int)strtol(str_cstr(number, making->arena), NULL, 10);
		csv.edited =
		    manifest_path(making->manifest, file->path, making->arena);
		csv.made = manifest_path(making->manifest, file->beside,
					 making->arena);
		was = edited_base_of(base, old, file->format, outcome->inputs);
		csv.was = &was;
		edited_report_csv(&csv, doc, making->arena, making->sink);
	}
}

/* Tells what a person changed, where that can be read. */
static void compare_edited(const struct making *making,
			   const struct edited_base *base,
			   const struct outcome *old, const struct doc *doc)
{
	const struct outcome_file *docx =
	    outcome_file(making->outcome, STR("docx"));
	struct edited_was was;

	compare_edited_csv(making, base, old, doc);
	if (docx == NULL || docx->beside.n == 0)
		return;
	was = edited_base_of(base, old, docx->format, making->outcome->inputs);
	edited_report(
	    manifest_path(making->manifest, docx->path, making->arena),
	    manifest_path(making->manifest, docx->beside, making->arena), &was,
	    doc, making->arena, making->sink);
}

/* The formats of documents among those chosen. */
static struct format_list document_formats(const struct format_list *chosen)
{
	struct format_list formats = {.n = 0};
	size_t i;

	for (i = 0; i < chosen->n; i++)
		if (!chosen->list[i]->data && !chosen->list[i]->inspection)
			formats.list[formats.n++] = chosen->list[i];
	return formats;
}

/* Texts for inspection are nobody's to publish. */
static bool is_publishable(const struct format_list *chosen)
{
	size_t i;

	for (i = 0; i < chosen->n; i++)
		if (!chosen->list[i]->inspection)
			return true;
	return false;
}

/* Why it differs from its release: --reason of this run or of one before, and
 * what 更正 says. */
static struct reasons reasons_of(const struct making *making,
				 const struct outcome *release)
{
	struct scope scope =
	    scope_of(making->build->budget, making->job->unit, making->arena);
	const struct outcome *old =
	    manifest_find(making->manifest, making->job->key);
	struct reasons of_table =
	    reasons_of_table(&scope, release->released, making->arena);
	struct reasons reasons = {.n = 0};
	struct str stated = making->build->task->reason;
	size_t i;

	if (stated.n == 0 && old != NULL &&
	    str_equal(old->against, release->released))
		stated = old->reason;
	making->outcome->reason = stated;
	if (stated.n > 0)
		reasons_add(&reasons, STR_NONE, stated, making->arena);
	for (i = 0; i < of_table.n; i++)
		reasons_add(&reasons, of_table.list[i].where,
			    of_table.list[i].text, making->arena);
	return reasons;
}

/* Holds the document against its last release. */
static void compare_with_release(const struct making *making,
				 const struct doc *doc,
				 struct corrected *corrected)
{
	struct outcome *outcome = making->outcome;

	*corrected = (struct corrected){.release = NULL};
	if (manifest_released(making->manifest, making->job->key) == NULL)
		return;
	corrected_find(corrected, making->manifest, making->job->key,
		       figures_json(doc, making->arena), making->arena,
		       making->sink);
	outcome->against = corrected->release->released;
	outcome->n_changes = corrected->changes.n;
	if (corrected->changes.n > 0)
		corrected->reasons = reasons_of(making, corrected->release);
	outcome->reasons = corrected->reasons;
}

static void append(struct document_parts *parts,
		   const struct document_parts *more, struct arena *arena)
{
	size_t i;

	for (i = 0; i < more->n; i++) {
		parts->list = arena_grow(arena, parts->list, parts->n,
					 &parts->room, sizeof(*parts->list));
		parts->list[parts->n++] = more->list[i];
	}
}

static void report_changes(const struct making *making,
			   const struct corrected *corrected, bool reasons)
{
	struct str n = str_format(making->arena, "%zu", corrected->changes.n);

	if (reasons)
		DIAG(making->sink, &CORRECTION_DUE, PLACE_NONE,
		     corrected->release->released, n);
	else
		DIAG(making->sink, &CORRECTION_REASON, PLACE_NONE,
		     corrected->release->released, n,
		     change_place(&corrected->changes.list[0], DIAG_ZH,
				  making->arena));
}

/* Adds the 更正说明: a new one, or, of a document that is as it was released,
 * the one that was released with it. */
static bool add_correction(const struct making *making, struct fonts *fonts,
			   const struct corrected *corrected,
			   const struct format_list *formats,
			   const struct laid_out *laid_out,
			   const struct document_names *names,
			   struct document_parts *parts)
{
	struct correction_maker maker = {.data = making->build->task->data,
					 .fonts = fonts,
					 .formats = formats,
					 .pdfa = laid_out->pdfa};
	struct document_parts more = {.n = 0};
	bool reasons = reasons_cover(&corrected->reasons, &corrected->changes);
	bool ok = true;

	if (corrected->release == NULL || formats->n == 0)
		return true;
	if (corrected->changes.n > 0)
		report_changes(making, corrected, reasons);
	if (corrected->changes.n == 0)
		ok = corrected_restore(corrected, making->manifest, names,
				       making->arena, making->sink, &more);
	else if (reasons)
		ok = corrected_make(corrected, &maker,
				    figures_json(laid_out->doc, making->arena),
				    STR_NONE, names, making->arena,
				    making->sink, &more);
	append(parts, &more, making->arena);
	return ok;
}

/* Errors of rows of the input that belong to the unit, or to all. */
static void report_input_faults(const struct making *making)
{
	size_t n = making->job->n_faults;

	if (n > 0)
		DIAG(making->sink, &BUILD_INPUT_FAULTS, PLACE_NONE,
		     str_format(making->arena, "%zu", n));
}

/* What it comes to, for the page of the whole. */
static void add_sums(const struct making *making)
{
	const struct build *build = making->build;
	struct scope scope =
	    scope_of(build->budget, making->job->unit, making->arena);

	making->outcome->department =
	    build->budget->units[making->job->unit].parent < 0;
	making->outcome->sums =
	    county_sums(build->county, &scope, making->arena);
}

/* Where the files belong: those with errors not among the others. */
static void name_files(const struct making *making, const struct doc *doc,
		       struct document_names *names)
{
	const struct build_job *job = making->job;
	const struct unit *unit = &making->build->budget->units[job->unit];

	*names = (struct document_names){
	    .folder = job->folder, .data = STR("数据"), .code = job->code};
	if (making->outcome->rejected) {
		names->folder = file_join(STR(REJECTED_FOLDER), names->folder,
					  making->arena);
		names->data =
		    file_join(STR(REJECTED_FOLDER), names->data, making->arena);
	}
	names->stem = name_of_document(job->code, job->name,
				       rest_of_name(doc, unit), making->arena);
}

/* Has a person changed one of its files? */
static bool any_edited(const struct making *making, const struct outcome *old)
{
	size_t i;

	for (i = 0; old != NULL && i < old->n_files; i++)
		if (manifest_holder(making->manifest, old->files[i].path) ==
		    HOLDER_PERSON)
			return true;
	return false;
}

static bool put_files(const struct making *making,
		      const struct document_parts *parts, bool corrections,
		      const struct doc *doc)
{
	const struct outcome *old =
	    manifest_find(making->manifest, making->job->key);
	struct edited_base base =
	    any_edited(making, old)
		? edited_base_read(making->manifest, old, making->arena)
		: (struct edited_base){.publication = NULL};
	struct placing placing = {
	    .manifest = making->manifest,
	    .outcome = making->outcome,
	    .old = old,
	    .corrections = corrections,
	    .arena = making->arena,
	    .sink = making->sink,
	};

	if (!placing_put(&placing, parts))
		return false;
	compare_edited(making, &base, old, doc);
	return true;
}

static bool make(const struct making *making, struct fonts *fonts)
{
	const struct build_task *task = making->build->task;
	struct format_list formats = document_formats(task->formats);
	struct document_names names;
	struct document_parts parts;
	struct corrected corrected;
	struct laid_out laid_out;

	if (!prepare(making, fonts, &laid_out))
		return false;
	report_input_faults(making);
	add_sums(making);
	if (task->verify_only)
		return true;
	compare_with_release(making, laid_out.doc, &corrected);
	if (task->strict &&
	    outcome_reaches(making->outcome, task->strict_level)) {
		DIAG(making->sink, &BUILD_HELD_BACK, PLACE_NONE,
		     diag_level_name(task->strict_level, DIAG_ZH));
		making->outcome->held_back = true;
		return false;
	}
	making->outcome->rejected = outcome_has_errors(making->outcome) &&
				    is_publishable(task->formats);
	name_files(making, laid_out.doc, &names);
	return document_make(&laid_out, task->formats, &names, making->arena,
			     making->sink, &parts) &&
	       add_correction(making, fonts, &corrected, &formats, &laid_out,
			      &names, &parts) &&
	       put_files(making, &parts, formats.n > 0, laid_out.doc);
}

void unit_make(const struct build *build, const struct build_job *job,
	       struct fonts *fonts, struct layout_memory *memory,
	       struct manifest *manifest, struct outcome *outcome)
{
	struct making making = {.build = build,
				.job = job,
				.memory = memory,
				.manifest = manifest,
				.arena = outcome->sink->arena,
				.sink = outcome->sink,
				.outcome = outcome};
	const struct outcome *old =
	    manifest == NULL ? NULL : manifest_find(manifest, job->key);

	outcome->sink->unit = job->code;
	outcome->made = make(&making, fonts);
	if (outcome->made)
		return;
	/* Of files half put in place the journal knows. */
	placing_keep_old(outcome, old);
	outcome->rejected = old != NULL && old->rejected;
}
