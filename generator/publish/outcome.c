/* SPDX-License-Identifier: MIT */
#include "publish/outcome.h"

#include <jansson.h>

#include "base/arena.h"
#include "publish/county_json.h"
#include "publish/kinds.h"

struct outcome *outcome_open(struct str key, struct arena *arena)
{
	struct outcome *outcome = ARENA_NEW(arena, struct outcome);

	outcome->key = key;
	outcome->sink = diag_open(arena);
	return outcome;
}

struct outcome_file *outcome_file(const struct outcome *outcome,
				  struct str format)
{
	size_t i;

	for (i = 0; i < outcome->n_files; i++)
		if (str_equal(outcome->files[i].format, format))
			return &outcome->files[i];
	return NULL;
}

void outcome_add(struct outcome *outcome, const struct outcome_file *file)
{
	struct outcome_file *same = outcome_file(outcome, file->format);

	if (same != NULL) {
		*same = *file;
		return;
	}
	outcome->files =
	    arena_grow(outcome->sink->arena, outcome->files, outcome->n_files,
		       &outcome->room, sizeof(*outcome->files));
	outcome->files[outcome->n_files++] = *file;
}

bool outcome_has_errors(const struct outcome *outcome)
{
	return diag_worst(outcome->sink) >= DIAG_ERROR;
}

bool outcome_reaches(const struct outcome *outcome, enum diag_level level)
{
	size_t i;

	for (i = 0; i < outcome->sink->n; i++)
		if (!outcome->sink->list[i].accepted &&
		    outcome->sink->list[i].level >= level)
			return true;
	return false;
}

bool outcome_is_correction(const struct outcome_file *file)
{
	return str_starts(file->format, STR("correction:"));
}

struct str outcome_place(const struct outcome_file *file)
{
	return file->beside.n > 0 ? file->beside : file->path;
}

/* Members that are empty, 0 or false are left out. */
static void set_text(json_t *object, const char *name, struct str text)
{
	if (text.n > 0)
		json_object_set_new(object, name,
				    json_stringn_nocheck(text.s, text.n));
}

static void set_number(json_t *object, const char *name, size_t number)
{
	if (number > 0)
		json_object_set_new(object, name,
				    json_integer((json_int_t)number));
}

static void set_yes(json_t *object, const char *name, bool yes)
{
	if (yes)
		json_object_set_new(object, name, json_true());
}

static struct str text_of(const json_t *object, const char *name,
			  struct arena *arena)
{
	const json_t *text = json_object_get(object, name);

	if (!json_is_string(text))
		return STR_NONE;
	return str_copy(
	    (struct str){json_string_value(text), json_string_length(text)},
	    arena);
}

/* A number that is no number, or negative, is 0. */
static size_t number_of(const json_t *object, const char *name)
{
	json_int_t value = json_integer_value(json_object_get(object, name));

	return value > 0 ? (size_t)value : 0;
}

static bool yes_of(const json_t *object, const char *name)
{
	return json_is_true(json_object_get(object, name));
}

static json_t *file_to_json(const struct outcome_file *file)
{
	json_t *object = json_object();

	set_text(object, "format", file->format);
	set_text(object, "path", file->path);
	set_text(object, "beside", file->beside);
	set_text(object, "sha256", file->hash);
	set_text(object, "inputs", file->inputs);
	set_number(object, "bytes", file->n_bytes);
	return object;
}

static struct outcome_file file_of_json(const json_t *object,
					struct arena *arena)
{
	return (struct outcome_file){
	    .format = text_of(object, "format", arena),
	    .path = text_of(object, "path", arena),
	    .beside = text_of(object, "beside", arena),
	    .hash = text_of(object, "sha256", arena),
	    .inputs = text_of(object, "inputs", arena),
	    .n_bytes = number_of(object, "bytes"),
	};
}

static json_t *message_to_json(const struct diag *diag)
{
	json_t *object = json_object();
	json_t *args = json_array();
	size_t i;

	set_text(object, "kind", str_from(diag->kind->name));
	set_number(object, "level", (size_t)diag->level);
	set_text(object, "file", diag->place.file);
	set_text(object, "sheet", diag->place.sheet);
	set_text(object, "column", diag->place.column);
	set_number(object, "line", (size_t)diag->place.line);
	set_number(object, "record", (size_t)diag->place.record);
	set_number(object, "column_no", (size_t)diag->place.column_no);
	set_yes(object, "characters", diag->place.column_is_char);
	set_text(object, "unit", diag->unit);
	set_text(object, "node", diag->node);
	set_yes(object, "accepted", diag->accepted);
	for (i = 0; i < diag->n_args; i++)
		json_array_append_new(
		    args,
		    json_stringn_nocheck(diag->args[i].s, diag->args[i].n));
	json_object_set_new(object, "args", args);
	return object;
}

static struct place place_of_json(const json_t *object, struct arena *arena)
{
	return (struct place){
	    .file = text_of(object, "file", arena),
	    .sheet = text_of(object, "sheet", arena),
	    .column = text_of(object, "column", arena),
	    .line = (int32_t)number_of(object, "line"),
	    .record = (int32_t)number_of(object, "record"),
	    .column_no = (int32_t)number_of(object, "column_no"),
	    .column_is_char = yes_of(object, "characters"),
	};
}

static void message_of_json(const json_t *object, struct diag_sink *sink)
{
	struct arena *arena = sink->arena;
	const json_t *args = json_object_get(object, "args");
	size_t n = json_array_size(args);
	struct str *texts = ARENA_ARRAY(arena, n, struct str);
	size_t level = number_of(object, "level");
	struct diag diag = {.kind = kind_named(text_of(object, "kind", arena))};
	size_t i;

	if (diag.kind == NULL)
		return;
	for (i = 0; i < n; i++) {
		const json_t *arg = json_array_get(args, i);

		texts[i] = (struct str){json_string_value(arg),
					json_string_length(arg)};
	}
	diag.level = level > DIAG_FATAL ? DIAG_FATAL : (enum diag_level)level;
	diag.place = place_of_json(object, arena);
	diag.unit = text_of(object, "unit", arena);
	diag.node = text_of(object, "node", arena);
	diag.accepted = yes_of(object, "accepted");
	diag.args = texts;
	diag.n_args = n;
	diag_add(sink, &diag);
}

static json_t *reasons_to_json(const struct reasons *reasons)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < reasons->n; i++) {
		json_t *object = json_object();

		set_text(object, "where", reasons->list[i].where);
		set_text(object, "text", reasons->list[i].text);
		json_array_append_new(list, object);
	}
	return list;
}

static void reasons_of_json(const json_t *list, struct reasons *reasons,
			    struct arena *arena)
{
	size_t i;

	for (i = 0; i < json_array_size(list); i++) {
		const json_t *object = json_array_get(list, i);

		reasons_add(reasons, text_of(object, "where", arena),
			    text_of(object, "text", arena), arena);
	}
}

/* How often a kind came that came too often to be kept. */
static json_t *counts_to_json(const struct diag_sink *sink)
{
	json_t *object = json_object();
	size_t i;

	for (i = 0; i < sink->n_counts; i++)
		if (sink->counts[i].n > sink->most_per_kind)
			set_number(object, sink->counts[i].kind->name,
				   sink->counts[i].n);
	return object;
}

static void counts_of_json(const json_t *object, struct diag_sink *sink)
{
	size_t i;

	for (i = 0; i < sink->n_counts; i++) {
		size_t n = number_of(object, sink->counts[i].kind->name);

		if (n > sink->counts[i].n)
			sink->counts[i].n = n;
	}
}

static int add_to_buf(const char *bytes, size_t n, void *buf)
{
	buf_add(buf, (struct str){bytes, n});
	return 0;
}

void outcome_write(const struct outcome *outcome, struct buf *buf)
{
	json_t *object = json_object();
	json_t *files = json_array();
	json_t *messages = json_array();
	size_t i;

	set_text(object, "key", outcome->key);
	set_text(object, "code", outcome->code);
	set_text(object, "name", outcome->name);
	set_yes(object, "made", outcome->made);
	set_yes(object, "held_back", outcome->held_back);
	set_yes(object, "torn", outcome->torn);
	set_yes(object, "rejected", outcome->rejected);
	set_yes(object, "gone", outcome->gone);
	set_text(object, "released", outcome->released);
	set_text(object, "against", outcome->against);
	set_number(object, "changes", outcome->n_changes);
	set_text(object, "reason", outcome->reason);
	if (outcome->reasons.n > 0)
		json_object_set_new(object, "reasons",
				    reasons_to_json(&outcome->reasons));
	set_text(object, "inputs", outcome->inputs);
	set_text(object, "places", outcome->places);
	set_text(object, "around", outcome->around);
	set_number(object, "pages", outcome->n_pages);
	set_yes(object, "department", outcome->department);
	if (outcome->sums.n > 0)
		json_object_set_new(object, "sums",
				    fund_sums_to_json(&outcome->sums));
	for (i = 0; i < outcome->n_files; i++)
		json_array_append_new(files, file_to_json(&outcome->files[i]));
	json_object_set_new(object, "files", files);
	for (i = 0; i < outcome->sink->n; i++)
		json_array_append_new(messages,
				      message_to_json(&outcome->sink->list[i]));
	json_object_set_new(object, "messages", messages);
	json_object_set_new(object, "counts", counts_to_json(outcome->sink));
	json_dump_callback(object, add_to_buf, buf, JSON_COMPACT);
	json_decref(object);
}

static struct outcome *outcome_of_json(const json_t *object,
				       struct arena *arena)
{
	struct outcome *outcome =
	    outcome_open(text_of(object, "key", arena), arena);
	const json_t *list = json_object_get(object, "files");
	size_t i;

	outcome->code = text_of(object, "code", arena);
	outcome->name = text_of(object, "name", arena);
	outcome->made = yes_of(object, "made");
	outcome->held_back = yes_of(object, "held_back");
	outcome->torn = yes_of(object, "torn");
	outcome->rejected = yes_of(object, "rejected");
	outcome->gone = yes_of(object, "gone");
	outcome->released = text_of(object, "released", arena);
	outcome->against = text_of(object, "against", arena);
	outcome->n_changes = number_of(object, "changes");
	outcome->reason = text_of(object, "reason", arena);
	reasons_of_json(json_object_get(object, "reasons"), &outcome->reasons,
			arena);
	outcome->inputs = text_of(object, "inputs", arena);
	outcome->places = text_of(object, "places", arena);
	outcome->around = text_of(object, "around", arena);
	outcome->n_pages = number_of(object, "pages");
	outcome->department = yes_of(object, "department");
	outcome->sums =
	    fund_sums_of_json(json_object_get(object, "sums"), arena);
	for (i = 0; i < json_array_size(list); i++) {
		struct outcome_file file =
		    file_of_json(json_array_get(list, i), arena);

		outcome_add(outcome, &file);
	}
	list = json_object_get(object, "messages");
	for (i = 0; i < json_array_size(list); i++)
		message_of_json(json_array_get(list, i), outcome->sink);
	counts_of_json(json_object_get(object, "counts"), outcome->sink);
	return outcome->key.n > 0 ? outcome : NULL;
}

struct outcome *outcome_read(struct str json, struct arena *arena)
{
	json_t *object = json_loadb(json.s, json.n, 0, NULL);
	struct outcome *outcome = NULL;

	if (json_is_object(object))
		outcome = outcome_of_json(object, arena);
	json_decref(object);
	return outcome;
}
