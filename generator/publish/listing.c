/* SPDX-License-Identifier: MIT */
#include "publish/listing.h"

#include <jansson.h>

#include "base/arena.h"
#include "publish/outcome.h"

static void set_text(json_t *object, const char *name, struct str text)
{
	if (text.n > 0)
		json_object_set_new(object, name,
				    json_stringn_nocheck(text.s, text.n));
}

static json_t *message_to_json(const struct diag *diag, enum diag_lang lang,
			       struct arena *arena)
{
	json_t *object = json_object();

	set_text(object, "rule", str_from(diag->kind->id));
	set_text(object, "level", diag_level_name(diag->level, DIAG_EN));
	if (diag->accepted)
		json_object_set_new(object, "accepted", json_true());
	set_text(object, "unit", diag->unit);
	set_text(object, "place", diag_place_text(diag->place, lang, arena));
	set_text(object, "node", diag->node);
	set_text(object, "text", diag_message(diag, lang, arena));
	return object;
}

static json_t *messages_to_json(const struct diag_sink *sink,
				enum diag_lang lang, struct arena *arena)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < sink->n; i++)
		json_array_append_new(
		    list, message_to_json(&sink->list[i], lang, arena));
	return list;
}

static json_t *files_to_json(const struct outcome *outcome)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < outcome->n_files; i++) {
		const struct outcome_file *file = &outcome->files[i];
		json_t *object = json_object();

		set_text(object, "format", file->format);
		set_text(object, "path", outcome_place(file));
		if (file->beside.n > 0)
			set_text(object, "edited", file->path);
		json_array_append_new(list, object);
	}
	return list;
}

static int add_to_buf(const char *bytes, size_t n, void *buf)
{
	buf_add(buf, (struct str){bytes, n});
	return 0;
}

static void add_json(struct buf *buf, json_t *json)
{
	json_dump_callback(json, add_to_buf, buf,
			   JSON_COMPACT | JSON_ENCODE_ANY);
	json_decref(json);
}

static const char *state_of(const struct outcome *outcome, bool same)
{
	if (same)
		return "same";
	if (outcome->held_back)
		return "held-back";
	return outcome->made ? "made" : "failed";
}

void listing_add_unit(struct buf *buf, const struct outcome *outcome, bool same,
		      enum diag_lang lang)
{
	json_t *object = json_object();

	set_text(object, "code", outcome->code);
	set_text(object, "name", outcome->name);
	set_text(object, "state", str_from(state_of(outcome, same)));
	if (outcome->rejected)
		json_object_set_new(object, "rejected", json_true());
	set_text(object, "released", outcome->against);
	if (outcome->n_changes > 0)
		json_object_set_new(
		    object, "changes",
		    json_integer((json_int_t)outcome->n_changes));
	json_object_set_new(object, "pages",
			    json_integer((json_int_t)outcome->n_pages));
	json_object_set_new(object, "files", files_to_json(outcome));
	json_object_set_new(object, "findings",
			    messages_to_json(outcome->sink, lang, buf->arena));
	add_json(buf, object);
}

void listing_add_messages(struct buf *buf, const struct diag_sink *sink,
			  enum diag_lang lang)
{
	add_json(buf, messages_to_json(sink, lang, buf->arena));
}

void listing_add_text(struct buf *buf, struct str text)
{
	/* An empty text may have no bytes, which jansson refuses. */
	add_json(buf, json_stringn_nocheck(text.n > 0 ? text.s : "", text.n));
}
