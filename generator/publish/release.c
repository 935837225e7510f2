/* SPDX-License-Identifier: MIT */
#include "publish/release.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "publish/build.h"
#include "publish/corrected.h"
#include "publish/fingerprint.h"
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
	const struct diag_sink *input; /* what is said of it; NULL: it could
					  not be read */
	bool knows_inputs; /* by key: what it would be made from now */
	struct map inputs; /* key -> index into fingerprints */
	struct fingerprint *fingerprints;
	bool refused; /* some document was */
};

/* The number that n digits from at on say, -1: there are others. */
static int digits(struct str text, size_t at, size_t n)
{
	int number = 0;
	size_t i;

	for (i = at; i < at + n; i++) {
		if (text.s[i] < '0' || text.s[i] > '9')
			return -1;
		number = number * 10 + (text.s[i] - '0');
	}
	return number;
}

static int days_of(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30,
				   31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

bool release_is_date(struct str date)
{
	int year;
	int month;
	int day;

	if (date.n != 10 || date.s[4] != '-' || date.s[7] != '-')
		return false;
	year = digits(date, 0, 4);
	month = digits(date, 5, 2);
	day = digits(date, 8, 2);
	return year >= 1 && month >= 1 && month <= 12 && day >= 1 &&
	       day <= days_of(year, month);
}

/* The input that was built from, as paths to open. */
static struct str *input_paths(const struct releasing *releasing)
{
	const struct built *built = &releasing->manifest->built;
	struct str *paths =
	    ARENA_ARRAY(releasing->arena, built->n_inputs, struct str);
	size_t i;

	for (i = 0; i < built->n_inputs; i++)
		paths[i] = str_starts(built->inputs[i], STR("/"))
			       ? built->inputs[i]
			       : file_join(releasing->task->out,
					   built->inputs[i], releasing->arena);
	return paths;
}

/* Hashes of what each document would be made from now. */
static void find_inputs(struct releasing *releasing, const struct build *build)
{
	struct surroundings around = {
	    .program = releasing->task->program,
	    .templates = file_join(releasing->task->data, STR("templates"),
				   releasing->arena),
	    .fonts = releasing->task->fonts,
	    .pdfa = releasing->manifest->built.pdfa,
	};
	struct fingerprints *all =
	    fingerprints_open(build->budget, &around, releasing->arena);
	size_t i;

	releasing->input = build->input;
	releasing->knows_inputs = true;
	releasing->inputs.arena = releasing->arena;
	releasing->fingerprints =
	    ARENA_ARRAY(releasing->arena, build->n_jobs, struct fingerprint);
	for (i = 0; i < build->n_jobs; i++) {
		const struct build_job *job = &build->jobs[i];

		releasing->fingerprints[i] =
		    fingerprint_of(all, job->unit, job->template_id,
				   job->n_faults, releasing->arena);
		map_put(&releasing->inputs, job->key, (uint32_t)i);
	}
}

/* Reads the input again, if it is still there. */
static void look_at_input(struct releasing *releasing)
{
	const struct built *built = &releasing->manifest->built;
	struct build_task task = {.inputs = input_paths(releasing),
				  .n_inputs = built->n_inputs,
				  .data = releasing->task->data,
				  .source = built->source,
				  .template_id = built->template_id};
	struct build build;

	if (built->n_inputs > 0 && build_open(&build, &task, releasing->arena,
					      diag_open(releasing->arena)))
		find_inputs(releasing, &build);
	else
		DIAG(releasing->sink, &RELEASE_INPUT, PLACE_NONE,
		     str_join(task.inputs, task.n_inputs, STR("、"),
			      releasing->arena));
}

/* Refuses; always false. */
#define REFUSE(releasing, kind, ...)                                           \
	(DIAG((releasing)->sink, (kind), PLACE_NONE, __VA_ARGS__), false)
#define REFUSE0(releasing, kind)                                               \
	(DIAG0((releasing)->sink, (kind), PLACE_NONE), false)

static struct str number(size_t n, struct arena *arena)
{
	return str_format(arena, "%zu", n);
}

/* Is it as the data would make it now? */
static bool check_fresh(const struct releasing *releasing,
			const struct outcome *document)
{
	uint32_t at;

	if (!document->made)
		return REFUSE0(releasing, &RELEASE_NOT_MADE);
	if (!releasing->knows_inputs)
		return document->gone ? REFUSE0(releasing, &RELEASE_GONE)
				      : true;
	at = map_find(&releasing->inputs, document->key);
	if (at == MAP_NONE)
		return REFUSE0(releasing, &RELEASE_GONE);
	if (!str_equal(releasing->fingerprints[at].inputs, document->inputs))
		return REFUSE0(releasing, &RELEASE_STALE);
	return true;
}

static bool check_findings(const struct releasing *releasing,
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
	    releasing, &RELEASE_ERRORS,
	    number(diag_count_level(document->sink, DIAG_ERROR) +
		       diag_count_level(document->sink, DIAG_FATAL),
		   releasing->arena),
	    str_format(
		releasing->arena, "[%s] " STR_FMT, first->kind->id,
		STR_ARG(diag_message(first, DIAG_ZH, releasing->arena))));
}

/* csv of csv:3, as -f takes it. */
static struct str format_of(const struct outcome_file *file)
{
	struct str rest = file->format;
	struct str format = file->format;

	str_split(&rest, ':', &format);
	return format;
}

static bool check_file(const struct releasing *releasing,
		       const struct outcome *document,
		       const struct outcome_file *file)
{
	/* build -f left it out when it made the others. */
	if (!str_equal(file->inputs, document->inputs))
		return REFUSE(releasing, &RELEASE_OLD_FILE, file->path,
			      format_of(file));
	if (file->beside.n > 0)
		return REFUSE(releasing, &RELEASE_EDITED, file->path);
	if (manifest_has(releasing->manifest, file->path, file->hash,
			 file->n_bytes))
		return true;
	if (manifest_holder(releasing->manifest, file->path) == HOLDER_NOBODY)
		return REFUSE(releasing, &RELEASE_MISSING, file->path);
	return REFUSE(releasing, &RELEASE_EDITED, file->path);
}

static bool check_files(const struct releasing *releasing,
			const struct outcome *document)
{
	bool ok = true;
	size_t i;

	if (outcome_file(document, STR("pdf")) == NULL &&
	    outcome_file(document, STR("docx")) == NULL)
		ok = REFUSE(releasing, &RELEASE_FORMAT, STR("PDF、DOCX"));
	if (outcome_file(document, STR("json")) == NULL)
		ok = REFUSE(releasing, &RELEASE_FORMAT, STR("JSON"));
	for (i = 0; i < document->n_files; i++)
		ok = check_file(releasing, document, &document->files[i]) && ok;
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
static bool check_date(const struct releasing *releasing,
		       const struct outcome *document,
		       const struct outcome *last)
{
	struct str date = releasing->task->date;
	struct str year = year_of(document);
	int away = year.n == 4 ? digits(date, 0, 4) - digits(year, 0, 4) : 0;

	if (away < -1 || away > 2)
		return REFUSE(releasing, &RELEASE_YEAR, date, year);
	if (last != NULL && str_compare(date, last->released) <= 0)
		return REFUSE(releasing, &RELEASE_EARLIER, date,
			      last->released);
	return true;
}

/* Are all files just those of the release? */
static bool is_same(const struct outcome *document, const struct outcome *last)
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
	return REFUSE(releasing, &RELEASE_REASON, corrected->release->released,
		      number(corrected->changes.n, releasing->arena));
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

static bool is_fit(const struct releasing *releasing,
		   const struct outcome *document, const struct outcome *last)
{
	bool ok = check_fresh(releasing, document);

	/* What could not be made has nothing to look at. */
	if (!document->made)
		return false;
	ok = check_findings(releasing, document) && ok;
	ok = check_files(releasing, document) && ok;
	if (ok && last != NULL && is_same(document, last))
		return true;
	return check_date(releasing, document, last) && ok;
}

static enum release_state work(const struct releasing *releasing,
			       struct outcome **document,
			       const struct outcome **release)
{
	struct corrected corrected = {.release = NULL};
	struct str json;

	*release = manifest_released(releasing->manifest, (*document)->key);
	if (!is_fit(releasing, *document, *release))
		return RELEASE_REFUSED;
	if (*release != NULL && is_same(*document, *release))
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
			ok =
			    REFUSE(releasing, &RELEASE_NO_UNIT, task->units[i]);
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

	if (!release_is_date(task->date))
		return REFUSE(releasing, &RELEASE_DATE, task->date);
	if (!file_exists(path))
		return REFUSE(releasing, &RELEASE_NO_FOLDER, task->out);
	releasing->manifest =
	    manifest_open(task->out, releasing->arena, releasing->sink);
	if (releasing->manifest == NULL)
		return false;
	if (releasing->manifest->interrupted)
		return REFUSE0(releasing, &RELEASE_INTERRUPTED);
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
		look_at_input(&releasing);
		release_all(&releasing);
		ok = overview_write(releasing.manifest, releasing.input, NULL,
				    arena, sink) &&
		     manifest_write(releasing.manifest, true, sink);
	}
	if (releasing.manifest != NULL)
		manifest_close(releasing.manifest);
	return ok && !releasing.refused;
}
