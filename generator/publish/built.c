/* SPDX-License-Identifier: MIT */
#include "publish/built.h"

#include <jansson.h>
#include <limits.h>
#include <stdlib.h>

#include "base/arena.h"
#include "publish/county_json.h"

/* Absolute, without links and dots; empty: there is no such file. */
static struct str real_path(struct str path, struct arena *arena)
{
	char *real = realpath(path.n > 0 ? str_cstr(path, arena) : ".", NULL);
	struct str copy = str_copy(str_from(real), arena);

	free(real);
	return copy;
}

/* ../县 for /a/县, seen from /a/公开. */
static struct str seen_from(struct str folder, struct str path,
			    struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t common = 0;
	size_t i;

	if (folder.n == 0 || path.n == 0)
		return path;
	for (i = 0; i <= folder.n && i <= path.n; i++) {
		bool ends = i == folder.n || folder.s[i] == '/';

		if (ends && (i == path.n || path.s[i] == '/'))
			common = i;
		if (i == folder.n || i == path.n || folder.s[i] != path.s[i])
			break;
	}
	for (i = common; i < folder.n; i++)
		if (folder.s[i] == '/')
			buf_add_cstr(&buf, "../");
	buf_add(&buf, str_slice(path, common + 1, path.n));
	if (buf.n > 0 && buf.s[buf.n - 1] == '/')
		buf.n--;
	return buf.n > 0 ? buf_str(&buf) : STR(".");
}

void built_set_inputs(struct built *built, struct str out,
		      const struct str *inputs, size_t n, struct arena *arena)
{
	struct str folder = real_path(out, arena);
	size_t i;

	built->inputs = ARENA_ARRAY(arena, n, struct str);
	built->n_inputs = n;
	for (i = 0; i < n; i++)
		built->inputs[i] =
		    seen_from(folder, real_path(inputs[i], arena), arena);
}

bool built_equal(const struct built *a, const struct built *b)
{
	size_t i;

	if (a->n_inputs != b->n_inputs || a->pdfa != b->pdfa ||
	    a->n_left_out != b->n_left_out ||
	    !str_equal(a->template_id, b->template_id) ||
	    !str_equal(a->source, b->source) ||
	    !fund_sums_equal(&a->sums, &b->sums))
		return false;
	for (i = 0; i < a->n_inputs; i++)
		if (!str_equal(a->inputs[i], b->inputs[i]))
			return false;
	for (i = 0; i < a->n_left_out; i++)
		if (!str_equal(a->left_out[i].code, b->left_out[i].code) ||
		    !str_equal(a->left_out[i].name, b->left_out[i].name) ||
		    !fund_sums_equal(&a->left_out[i].sums,
				     &b->left_out[i].sums))
			return false;
	return true;
}

static int add_to_buf(const char *bytes, size_t n, void *buf)
{
	buf_add(buf, (struct str){bytes, n});
	return 0;
}

static json_t *json_of(struct str text)
{
	return json_stringn_nocheck(text.n > 0 ? text.s : "", text.n);
}

/* Departments without a document. */
static json_t *left_out_to_json(const struct built *built)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < built->n_left_out; i++) {
		const struct left_out *one = &built->left_out[i];
		json_t *object = json_object();

		json_object_set_new(object, "code", json_of(one->code));
		json_object_set_new(object, "name", json_of(one->name));
		json_object_set_new(object, "sums",
				    fund_sums_to_json(&one->sums));
		json_array_append_new(list, object);
	}
	return list;
}

void built_write(const struct built *built, struct buf *buf)
{
	json_t *object = json_object();
	json_t *inputs = json_array();
	size_t i;

	for (i = 0; i < built->n_inputs; i++)
		json_array_append_new(inputs, json_of(built->inputs[i]));
	json_object_set_new(object, "inputs", inputs);
	json_object_set_new(object, "template", json_of(built->template_id));
	json_object_set_new(object, "source", json_of(built->source));
	json_object_set_new(object, "pdfa", json_boolean(built->pdfa));
	json_object_set_new(object, "sums", fund_sums_to_json(&built->sums));
	json_object_set_new(object, "left_out", left_out_to_json(built));
	json_dump_callback(object, add_to_buf, buf, JSON_COMPACT);
	json_decref(object);
}

static struct str text_of(const json_t *text, struct arena *arena)
{
	if (!json_is_string(text))
		return STR_NONE;
	return str_copy(
	    (struct str){json_string_value(text), json_string_length(text)},
	    arena);
}

static void left_out_of_json(struct built *built, const json_t *list,
			     struct arena *arena)
{
	size_t i;

	built->n_left_out = json_array_size(list);
	built->left_out =
	    ARENA_ARRAY(arena, built->n_left_out, struct left_out);
	for (i = 0; i < built->n_left_out; i++) {
		const json_t *object = json_array_get(list, i);

		built->left_out[i] = (struct left_out){
		    text_of(json_object_get(object, "code"), arena),
		    text_of(json_object_get(object, "name"), arena),
		    fund_sums_of_json(json_object_get(object, "sums"), arena)};
	}
}

void built_read(struct built *built, struct str manifest, struct arena *arena)
{
	static const struct str member = STR_INIT("\"built\":");
	ptrdiff_t at = str_find(manifest, member);
	json_t *object;
	const json_t *inputs;
	size_t i;

	*built = (struct built){.n_inputs = 0};
	if (at < 0)
		return;
	manifest = str_slice(manifest, (size_t)at + member.n, manifest.n);
	object =
	    json_loadb(manifest.s, manifest.n, JSON_DISABLE_EOF_CHECK, NULL);
	inputs = json_object_get(object, "inputs");
	built->n_inputs = json_array_size(inputs);
	built->inputs = ARENA_ARRAY(arena, built->n_inputs, struct str);
	for (i = 0; i < built->n_inputs; i++)
		built->inputs[i] = text_of(json_array_get(inputs, i), arena);
	built->template_id =
	    text_of(json_object_get(object, "template"), arena);
	built->source = text_of(json_object_get(object, "source"), arena);
	built->pdfa = json_is_true(json_object_get(object, "pdfa"));
	built->sums = fund_sums_of_json(json_object_get(object, "sums"), arena);
	left_out_of_json(built, json_object_get(object, "left_out"), arena);
	json_decref(object);
}
