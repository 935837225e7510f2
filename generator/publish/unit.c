/* SPDX-License-Identifier: MIT */
#include "publish/unit.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/sha256.h"
#include "budget/budget.h"
#include "budget/select.h"
#include "check/check.h"
#include "doc/doc.h"
#include "pages/pages.h"
#include "publish/document.h"
#include "publish/edited.h"
#include "publish/manifest.h"
#include "publish/messages.h"
#include "publish/name.h"
#include "template/template.h"

/* What is made into what. */
struct making {
	const struct build *build;
	const struct build_job *job;
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

static void verify(const struct making *making, const struct laid_out *laid_out)
{
	struct scope scope =
	    scope_of(making->build->budget, making->job->unit, making->arena);
	struct check_task task = {.doc = laid_out->doc,
				  .scope = &scope,
				  .plan = laid_out->result.plan};

	task.exceptions =
	    check_exceptions(&scope, making->arena, &task.n_exceptions);
	check_document(&task, making->arena, making->sink);
}

/* Expands, lays out, verifies. False: there is no document. */
static bool lay_out(const struct making *making, struct fonts *fonts,
		    struct laid_out *laid_out)
{
	const struct build_job *job = making->job;

	*laid_out = (struct laid_out){.fonts = fonts,
				      .pdfa = making->build->task->pdfa};
	if (job->edition == NULL) {
		DIAG(making->sink, &BUILD_TEMPLATE, PLACE_NONE,
		     job->template_id);
		return false;
	}
	laid_out->doc = template_expand(job->edition, job->unit, making->arena,
					making->sink);
	if (laid_out->doc == NULL ||
	    !layout_doc(laid_out->doc, fonts, making->arena, making->sink,
			&laid_out->result))
		return false;
	making->outcome->n_pages = laid_out->result.pages->n_pages;
	verify(making, laid_out);
	return true;
}

/* stem（新）.suffix, a name that no edited file has. */
static struct str place_beside(const struct making *making, struct str path,
			       struct str hash, size_t n_bytes)
{
	size_t dot = path.n;
	struct str beside;
	int number = 1;

	while (dot > 0 && path.s[dot - 1] != '.')
		dot--;
	do {
		struct str stem = str_slice(path, 0, dot - 1);
		struct str suffix = str_slice(path, dot - 1, path.n);

		beside =
		    number == 1
			? str_format(making->arena, STR_FMT "（新）" STR_FMT,
				     STR_ARG(stem), STR_ARG(suffix))
			: str_format(making->arena, STR_FMT "（新%d）" STR_FMT,
				     STR_ARG(stem), number, STR_ARG(suffix));
		number++;
	} while (!manifest_has(making->manifest, beside, hash, n_bytes) &&
		 manifest_holder(making->manifest, beside) == HOLDER_PERSON);
	return beside;
}

/* Where a file goes: where it belongs, or beside the one that a person has
 * edited there. */
static struct outcome_file place_file(const struct making *making,
				      const struct document_part *part)
{
	struct sha256_digest digest = sha256_of(part->bytes);
	struct outcome_file file = {
	    .format = part->format,
	    .path = part->path,
	    .hash = sha256_hex(&digest, making->arena),
	    .inputs = making->outcome->inputs,
	    .n_bytes = part->bytes.n,
	};

	if (manifest_holder(making->manifest, file.path) == HOLDER_PERSON &&
	    !manifest_has(making->manifest, file.path, file.hash, file.n_bytes))
		file.beside =
		    place_beside(making, file.path, file.hash, file.n_bytes);
	return file;
}

/* Are both of one format: "csv:1" and "csv:7"? */
static bool same_format(struct str a, struct str b)
{
	struct str first = a;
	struct str second = b;

	str_split(&a, ':', &first);
	str_split(&b, ':', &second);
	return str_equal(first, second);
}

static bool makes_format(const struct document_parts *parts, struct str format)
{
	size_t i;

	for (i = 0; i < parts->n; i++)
		if (same_format(parts->list[i].format, format))
			return true;
	return false;
}

/* A file of ours that has another name now, or stood beside an edited one
 * that is gone, or is not among those of its format any more. */
static void remove_old(const struct making *making,
		       const struct outcome_file *old)
{
	struct str place = outcome_place(old);
	size_t i;

	for (i = 0; i < making->outcome->n_files; i++)
		if (str_equal(outcome_place(&making->outcome->files[i]), place))
			return;
	if (manifest_holder(making->manifest, place) != HOLDER_OURS)
		return;
	file_remove(manifest_path(making->manifest, place, making->arena));
}

static bool put_file(const struct making *making, struct str bytes,
		     const struct outcome_file *file)
{
	struct str place = outcome_place(file);

	if (file->beside.n > 0)
		DIAG(making->sink, &BUILD_EDITED, PLACE_NONE, file->path,
		     file->beside);
	if (manifest_has(making->manifest, place, file->hash, file->n_bytes))
		return true;
	return file_write(manifest_path(making->manifest, place, making->arena),
			  bytes, making->sink);
}

/* Files of formats that are not made this time are still known. */
static void take_over(struct outcome *outcome, const struct outcome *old,
		      const struct document_parts *parts)
{
	size_t i;

	for (i = 0; old != NULL && i < old->n_files; i++)
		if (!makes_format(parts, old->files[i].format))
			outcome_add(outcome, &old->files[i]);
}

/* Tells what a person changed, where that can be read. */
static void compare_edited(const struct making *making, const struct doc *doc)
{
	const struct outcome_file *docx =
	    outcome_file(making->outcome, STR("docx"));

	if (docx == NULL || docx->beside.n == 0)
		return;
	edited_report(
	    manifest_path(making->manifest, docx->path, making->arena),
	    manifest_path(making->manifest, docx->beside, making->arena), doc,
	    making->arena, making->sink);
}

/* Says first what is to come, then puts all files in place. */
static bool put_files(const struct making *making,
		      const struct document_parts *parts, const struct doc *doc)
{
	struct outcome *outcome = making->outcome;
	const struct outcome *old =
	    manifest_find(making->manifest, making->job->key);
	size_t i;

	for (i = 0; i < parts->n; i++) {
		struct outcome_file file = place_file(making, &parts->list[i]);

		outcome_add(outcome, &file);
	}
	take_over(outcome, old, parts);
	if (!manifest_announce(making->manifest, outcome, making->sink))
		return false;
	for (i = 0; i < parts->n; i++)
		if (!put_file(making, parts->list[i].bytes,
			      &outcome->files[i])) {
			outcome->torn = true;
			return false;
		}
	for (i = 0; old != NULL && i < old->n_files; i++)
		remove_old(making, &old->files[i]);
	compare_edited(making, doc);
	return true;
}

static bool make(const struct making *making, struct fonts *fonts)
{
	const struct build_job *job = making->job;
	const struct build_task *task = making->build->task;
	const struct unit *unit = &making->build->budget->units[job->unit];
	struct document_names names = {
	    .folder = job->folder, .data = STR("数据"), .code = job->code};
	struct document_parts parts;
	struct laid_out laid_out;

	if (!lay_out(making, fonts, &laid_out))
		return false;
	if (task->verify_only)
		return true;
	if (task->strict && diag_worst(making->sink) >= DIAG_ERROR) {
		DIAG0(making->sink, &BUILD_HELD_BACK, PLACE_NONE);
		making->outcome->held_back = true;
		return false;
	}
	names.stem =
	    name_of_document(job->code, job->name,
			     rest_of_name(laid_out.doc, unit), making->arena);
	return document_make(&laid_out, task->formats, &names, making->arena,
			     making->sink, &parts) &&
	       put_files(making, &parts, laid_out.doc);
}

void unit_make(const struct build *build, const struct build_job *job,
	       struct fonts *fonts, struct manifest *manifest,
	       struct outcome *outcome)
{
	struct making making = {
	    build, job, manifest, outcome->sink->arena, outcome->sink, outcome};

	outcome->sink->unit = job->code;
	outcome->made = make(&making, fonts);
	if (outcome->made)
		return;
	/* What is on the disk is what was there before; of files half put in
	 * place the journal knows. */
	outcome->n_files = 0;
	if (manifest != NULL)
		take_over(outcome, manifest_find(manifest, job->key),
			  &(struct document_parts){.n = 0});
}
