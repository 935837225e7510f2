/* SPDX-License-Identifier: MIT */
#include "publish/corrected.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/sha256.h"
#include "budget/record.h"
#include "compare/compare.h"
#include "publish/manifest.h"
#include "publish/messages.h"
#include "publish/name.h"

#define RELEASED_MOST ((size_t)1 << 30)

/* The bytes of a released file, if they are still those that were released. */
static bool read_released(const struct manifest *manifest,
			  const struct outcome_file *file, struct arena *arena,
			  struct diag_sink *sink, struct str *bytes)
{
	struct sha256_digest digest;

	if (file_read(manifest_path(manifest, file->path, arena), RELEASED_MOST,
		      arena, diag_open(arena), bytes)) {
		digest = sha256_of(*bytes);
		if (str_equal(sha256_hex(&digest, arena), file->hash))
			return true;
	}
	DIAG(sink, &RELEASE_LOST, PLACE_NONE, file->path);
	return false;
}

bool corrected_find(struct corrected *corrected,
		    const struct manifest *manifest, struct str key,
		    struct str json, struct arena *arena,
		    struct diag_sink *sink)
{
	const struct outcome_file *file;
	struct publication before;
	struct publication after;
	struct str bytes;

	*corrected =
	    (struct corrected){.release = manifest_released(manifest, key)};
	if (corrected->release == NULL)
		return true;
	file = outcome_file(corrected->release, STR("json"));
	if (file == NULL ||
	    !read_released(manifest, file, arena, sink, &bytes) ||
	    !publication_read(&before, bytes, file->path, arena, sink) ||
	    !publication_read(&after, json, STR_NONE, arena, sink))
		return false;
	corrected->changes = compare_publications(&before, &after, arena);
	return true;
}

/* A row of 更正, by column. */
struct reason_row {
	struct str where, released, text;
};

/* Adds the rows of a unit (or n_units: for all). */
static void add_reasons(struct reasons *reasons, const struct budget *budget,
			int number, size_t unit, struct str released,
			struct arena *arena)
{
	const struct relation *relation = &budget->relations[number];
	uint32_t at;

	for (at = relation->unit_start[unit];
	     at < relation->unit_start[unit + 1]; at++) {
		uint32_t row = relation->by_unit[at];
		struct reason_row reason = {
		    record_text(budget, record_column(budget, number, "位置"),
				row),
		    record_text(budget,
				record_column(budget, number, "原公开日期"),
				row),
		    record_text(budget, record_column(budget, number, "理由"),
				row)};

		if (reason.released.n == 0 ||
		    str_equal(reason.released, released))
			reasons_add(reasons, reason.where, reason.text, arena);
	}
}

struct reasons reasons_of_table(const struct scope *scope, struct str released,
				struct arena *arena)
{
	const struct budget *budget = scope->budget;
	int number = budget_relation(budget, STR("更正"));
	struct reasons reasons = {.n = 0};
	size_t i;

	if (number < 0)
		return reasons;
	add_reasons(&reasons, budget, number, scope->list[0], released, arena);
	add_reasons(&reasons, budget, number, budget->n_units, released, arena);
	for (i = 1; i < scope->n_list; i++)
		add_reasons(&reasons, budget, number, scope->list[i], released,
			    arena);
	return reasons;
}

struct str corrected_stem(struct str stem, struct arena *arena)
{
	return str_format(arena, STR_FMT "更正说明", STR_ARG(stem));
}

/* pdf -> correction:pdf. */
static void mark_formats(struct document_parts *parts, struct arena *arena)
{
	size_t i;

	for (i = 0; i < parts->n; i++)
		parts->list[i].format =
		    str_format(arena, "correction:" STR_FMT,
			       STR_ARG(parts->list[i].format));
}

bool corrected_make(const struct corrected *corrected,
		    const struct correction_maker *maker, struct str json,
		    struct str date, const struct document_names *names,
		    struct arena *arena, struct diag_sink *sink,
		    struct document_parts *parts)
{
	struct correction correction = {.published =
					    corrected->release->released,
					.corrected = date,
					.changes = &corrected->changes,
					.reasons = &corrected->reasons};
	struct document_names own = *names;
	struct publication after;

	if (!publication_read(&after, json, STR_NONE, arena, sink))
		return false;
	correction.unit = after.unit;
	correction.name = after.name;
	correction.year = after.year;
	correction.title = after.title;
	correction.template_id = after.template_id;
	own.stem = corrected_stem(names->stem, arena);
	if (!correction_make(maker, &correction, &own, arena, sink, parts))
		return false;
	mark_formats(parts, arena);
	return true;
}

bool corrected_restore(const struct corrected *corrected,
		       const struct manifest *manifest,
		       const struct document_names *names, struct arena *arena,
		       struct diag_sink *sink, struct document_parts *parts)
{
	const struct outcome *release = corrected->release;
	size_t i;

	*parts = (struct document_parts){.n = 0};
	for (i = 0; release != NULL && i < release->n_files; i++) {
		const struct outcome_file *file = &release->files[i];
		struct document_part part = {
		    .format = file->format,
		    .path =
			file_join(names->folder, file_name(file->path), arena)};

		if (!outcome_is_correction(file))
			continue;
		if (!read_released(manifest, file, arena, sink, &part.bytes))
			return false;
		parts->list = arena_grow(arena, parts->list, parts->n,
					 &parts->room, sizeof(*parts->list));
		parts->list[parts->n++] = part;
	}
	return true;
}
