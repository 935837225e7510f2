/* SPDX-License-Identifier: MIT */
#include "publish/overview.h"

#include "base/arena.h"
#include "base/diag.h"
#include "publish/findings.h"
#include "publish/manifest.h"
#include "publish/messages.h"
#include "publish/placing.h"
#include "publish/report.h"

#define N_FILES 2

static bool stands(struct manifest *manifest, const struct outcome_file *file)
{
	return manifest_has(manifest, outcome_place(file), file->hash,
			    file->n_bytes) &&
	       (file->beside.n == 0 ||
		manifest_holder(manifest, file->path) == HOLDER_PERSON);
}

bool overview_stands(struct manifest *manifest, struct diag_sink *sink)
{
	const struct outcome *overview = manifest->overview;
	size_t i;

	if (overview == NULL || overview->n_files < N_FILES)
		return false;
	for (i = 0; i < overview->n_files; i++)
		if (!stands(manifest, &overview->files[i]))
			return false;
	for (i = 0; i < overview->n_files; i++)
		if (overview->files[i].beside.n > 0)
			DIAG(sink, &BUILD_EDITED, PLACE_NONE,
			     overview->files[i].path,
			     overview->files[i].beside);
	return true;
}

static void add_part(struct document_parts *parts, const char *format,
		     const char *path, struct str bytes, struct arena *arena)
{
	parts->list = arena_grow(arena, parts->list, parts->n, &parts->room,
				 sizeof(*parts->list));
	parts->list[parts->n++] = (struct document_part){
	    .format = str_from(format), .path = str_from(path), .bytes = bytes};
}

bool overview_write(struct manifest *manifest, const struct diag_sink *input,
		    const struct map *now, struct arena *arena,
		    struct diag_sink *sink)
{
	struct placing placing = {
	    .manifest = manifest,
	    .outcome = outcome_open(STR(MANIFEST_OVERVIEW), arena),
	    .old = manifest->overview,
	    .arena = arena,
	    .sink = sink,
	};
	struct document_parts parts = {.n = 0};
	struct str list;

	if (input != NULL) {
		if (!findings_workbook(input, manifest->documents, manifest->n,
				       arena, sink, &list))
			return false;
		add_part(&parts, "findings", "核对结果.xlsx", list, arena);
	}
	add_part(
	    &parts, "page", "index.html",
	    report_html(STR("预决算公开文本生成情况"), manifest, now, arena),
	    arena);
	if (!placing_put(&placing, &parts))
		return false;
	manifest_put(manifest, placing.outcome);
	return true;
}
