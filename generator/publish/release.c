/* SPDX-License-Identifier: MIT */
#include "publish/release.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "publish/corrected.h"
#include "publish/date.h"
#include "publish/fit.h"
#include "publish/manifest.h"
#include "publish/messages.h"
#include "publish/overview.h"
#include "publish/placing.h"

#define FILE_MOST ((size_t)1 << 30)

struct releasing {
	const struct release_task *task;
	const struct release_listener *listener;
	struct manifest *manifest;
	struct arena *arena;
	struct diag_sink *sink;
	struct fit fit; /* by what documents are judged */
	bool refused;	/* some document was */
};

static bool read_place(const struct releasing *releasing,
		       const struct outcome_file *file, struct str *bytes)
{
	return file_read(
	    manifest_path(releasing->manifest, file->path, releasing->arena),
	    FILE_MOST, releasing->arena, releasing->sink, bytes);
}

/* Where the document's files lie, and under which name. */
static struct document_names names_of(const struct outcome *document)
{
	const struct outcome_file *file = outcome_file(document, STR("pdf"));
	struct document_names names = {.code = document->code};

	if (file == NULL)
		file = outcome_file(document, STR("docx"));
	names.folder = file_folder(file->path);
	names.data = names.folder;
	names.stem = file_name(file->path);
	names.stem.n -= file->format.n + 1;
	return names;
}

/* The formats of documents that it has. */
static bool formats_of(const struct outcome *document,
		       struct format_list *formats, struct diag_sink *sink)
{
	bool pdf = outcome_file(document, STR("pdf")) != NULL;
	bool docx = outcome_file(document, STR("docx")) != NULL;

	return formats_choose(!docx  ? STR("pdf")
			      : !pdf ? STR("docx")
				     : STR("pdf,docx"),
			      formats, sink);
}

/* Finds what differs from the last release, and why. False: reported. */
static bool find_correction(const struct releasing *releasing,
			    const struct outcome *document, struct str json,
			    struct corrected *corrected)
{
	struct str reason = releasing->task->reason;
	size_t i;

	if (!corrected_find(corrected, releasing->manifest, document->key, json,
			    releasing->arena, releasing->sink))
		return false;
	if (reason.n > 0)
		reasons_add(&corrected->reasons, STR_NONE, reason,
			    releasing->arena);
	for (i = 0; i < document->reasons.n; i++)
		reasons_add(&corrected->reasons,
			    document->reasons.list[i].where,
			    document->reasons.list[i].text, releasing->arena);
	if (reasons_cover(&corrected->reasons, &corrected->changes))
		return true;
	return REFUSE(
	    releasing->sink, &RELEASE_REASON, corrected->release->released,
	    str_format(releasing->arena, "%zu", corrected->changes.n));
}

/* What was put in place is on the disk before the manifest says so. */
static void settle(const struct releasing *releasing,
		   const struct outcome *document)
{
	size_t i;

	for (i = 0; i < document->n_files; i++)
		file_settle(file_folder(manifest_path(
		    releasing->manifest, outcome_place(&document->files[i]),
		    releasing->arena)));
}

/* Makes the 更正说明 with its date and puts it in place; *document becomes one
 * that has it. */
static bool make_correction(const struct releasing *releasing,
			    struct outcome **document, struct str json,
			    const struct corrected *corrected)
{
	struct format_list formats;
	struct correction_maker maker = {.data = releasing->task->data,
					 .fonts = releasing->task->fonts,
					 .formats = &formats,
					 .pdfa =
					     releasing->manifest->built.pdfa};
	struct document_names names = names_of(*document);
	struct outcome *with = ARENA_NEW(releasing->arena, struct outcome);
	struct placing placing = {.manifest = releasing->manifest,
				  .outcome = with,
				  .old = *document,
				  .corrections = true,
				  .arena = releasing->arena,
				  .sink = releasing->sink};
	struct document_parts parts;

	*with = **document;
	with->files = NULL;
	with->n_files = 0;
	with->room = 0;
	if (!formats_of(*document, &formats, releasing->sink) ||
	    !corrected_make(corrected, &maker, json, releasing->task->date,
			    &names, releasing->arena, releasing->sink,
			    &parts) ||
	    !placing_put(&placing, &parts))
		return false;
	settle(releasing, with);
	manifest_put(releasing->manifest, with);
	*document = with;
	return true;
}

/* 历史/date/ and the path that it has as a draft. */
static struct str history_path(const struct releasing *releasing,
			       struct str path)
{
	struct str day = file_join(STR(HISTORY_FOLDER), releasing->task->date,
				   releasing->arena);

	return file_join(day, path, releasing->arena);
}

/* Copies all files to where they are kept. NULL: reported. */
static struct outcome *keep_files(const struct releasing *releasing,
				  const struct outcome *document)
{
	struct outcome *release = outcome_open(document->key, releasing->arena);
	size_t i;

	for (i = 0; i < document->n_files; i++) {
		struct outcome_file file = document->files[i];
		struct str bytes;

		if (!read_place(releasing, &file, &bytes))
			return NULL;
		file.path = history_path(releasing, file.path);
		if (!file_write(manifest_path(releasing->manifest, file.path,
					      releasing->arena),
				bytes, releasing->sink))
			return NULL;
		outcome_add(release, &file);
	}
	return release;
}

/* The document's messages but those about its last release. */
static void copy_messages(const struct outcome *document,
			  struct diag_sink *sink)
{
	size_t i;

	for (i = 0; i < document->sink->n; i++) {
		const struct diag *diag = &document->sink->list[i];

		if (diag->kind != &CORRECTION_DUE &&
		    diag->kind != &CORRECTION_REASON)
			diag_add(sink, diag);
	}
}

static const struct outcome *release_document(const struct releasing *releasing,
					      struct outcome *document,
					      const struct corrected *corrected)
{
	struct outcome *release = keep_files(releasing, document);
	struct diag_sink *messages;

	if (release == NULL)
		return NULL;
	release->code = document->code;
	release->name = document->name;
	release->made = true;
	release->inputs = document->inputs;
	release->n_pages = document->n_pages;
	release->released = releasing->task->date;
	if (corrected->release != NULL)
		release->against = corrected->release->released;
	release->n_changes = corrected->changes.n;
	release->reasons = corrected->reasons;
	copy_messages(document, release->sink);
	messages = diag_open(releasing->arena);
	copy_messages(document, messages);
	document->sink = messages;
	document->against = release->released;
	document->n_changes = 0;
	document->reason = STR_NONE;
	document->reasons = (struct reasons){.n = 0};
	manifest_release(releasing->manifest, release);
	return release;
}

static enum release_state work(const struct releasing *releasing,
			       struct outcome **document,
			       const struct outcome **release)
{
	struct corrected corrected = {.release = NULL};
	struct str json;

	*release = manifest_released(releasing->manifest, (*document)->key);
	if (!fit_is(&releasing->fit, *document, *release))
		return RELEASE_REFUSED;
	if (*release != NULL && fit_is_same(*document, *release))
		return RELEASE_SAME;
	if (!read_place(releasing, outcome_file(*document, STR("json")),
			&json) ||
	    !find_correction(releasing, *document, json, &corrected))
		return RELEASE_REFUSED;
	if (corrected.changes.n > 0 &&
	    !make_correction(releasing, document, json, &corrected))
		return RELEASE_REFUSED;
	*release = release_document(releasing, *document, &corrected);
	if (*release == NULL)
		return RELEASE_REFUSED;
	if (corrected.release == NULL)
		return RELEASE_DONE;
	return corrected.changes.n > 0 ? RELEASE_CORRECTED : RELEASE_AGAIN;
}

static bool is_wanted(const struct release_task *task, struct str code)
{
	size_t i;

	for (i = 0; i < task->n_units; i++)
		if (str_equal(task->units[i], code))
			return true;
	return task->n_units == 0;
}

/* Is there a document of every unit that was asked for? */
static bool check_wanted(const struct releasing *releasing)
{
	const struct release_task *task = releasing->task;
	const struct manifest *manifest = releasing->manifest;
	bool ok = true;
	size_t i;
	size_t k;

	for (i = 0; i < task->n_units; i++) {
		for (k = 0; k < manifest->n; k++)
			if (str_equal(manifest->documents[k]->code,
				      task->units[i]))
				break;
		if (k == manifest->n)
			ok = REFUSE(releasing->sink, &RELEASE_NO_UNIT,
				    task->units[i]);
	}
	return ok;
}

static void release_all(struct releasing *releasing)
{
	struct manifest *manifest = releasing->manifest;
	size_t i;

	for (i = 0; i < manifest->n; i++) {
		struct outcome *document = manifest->documents[i];
		const struct outcome *release = NULL;
		enum release_state state;

		if (!is_wanted(releasing->task, document->code))
			continue;
		releasing->sink->unit = document->code;
		state = work(releasing, &document, &release);
		releasing->refused =
		    releasing->refused || state == RELEASE_REFUSED;
		releasing->listener->document(releasing->listener->context,
					      document, state, release);
	}
	releasing->sink->unit = STR_NONE;
}

/* Is it a folder that a build has finished? */
static bool open_folder(struct releasing *releasing)
{
	const struct release_task *task = releasing->task;
	struct str path =
	    file_join(task->out, STR("manifest.json"), releasing->arena);

	if (!date_is_day(task->date))
		return REFUSE(releasing->sink, &RELEASE_DATE, task->date);
	if (!file_exists(path))
		return REFUSE(releasing->sink, &RELEASE_NO_FOLDER, task->out);
	releasing->manifest =
	    manifest_open(task->out, releasing->arena, releasing->sink);
	if (releasing->manifest == NULL)
		return false;
	if (releasing->manifest->interrupted)
		return REFUSE0(releasing->sink, &RELEASE_INTERRUPTED);
	return check_wanted(releasing);
}

bool release_documents(const struct release_task *task,
		       const struct release_listener *listener,
		       struct arena *arena, struct diag_sink *sink)
{
	struct releasing releasing = {
	    .task = task, .listener = listener, .arena = arena, .sink = sink};
	bool ok = open_folder(&releasing);

	if (ok) {
		releasing.fit = (struct fit){.task = task,
					     .manifest = releasing.manifest,
					     .arena = arena,
					     .sink = sink};
		fit_read_input(&releasing.fit);
		release_all(&releasing);
		ok = overview_write(releasing.manifest, releasing.fit.input,
				    NULL, arena, sink) &&
		     manifest_write(releasing.manifest, true, sink);
	}
	if (releasing.manifest != NULL)
		manifest_close(releasing.manifest);
	return ok && !releasing.refused;
}
