/* SPDX-License-Identifier: MIT */
#include "write/docx/docx.h"

#include "base/arena.h"
#include "base/diag.h"
#include "write/docx/job.h"
#include "write/docx/messages.h"
#include "write/docx/package.h"
#include "write/docx/parts.h"

#define FIXED_PARTS 9

static size_t add_footers(const struct job *job, struct part *parts)
{
	size_t i;

	for (i = 0; i < job->n_footers; i++) {
		const struct footer *footer = &job->footers[i];

		parts[i].name = str_format(job->arena, "word/" STR_FMT,
					   STR_ARG(footer->part));
		parts[i].content = part_footer(job, footer);
	}
	return i;
}

/* [Content_Types].xml comes first: some readers look for it there. */
static size_t assemble(const struct job *job, struct part *parts)
{
	const struct part fixed[FIXED_PARTS] = {
	    {STR("[Content_Types].xml"), part_content_types(job)},
	    {STR("_rels/.rels"), part_package_rels(job)},
	    {STR("docProps/app.xml"), part_app(job)},
	    {STR("docProps/core.xml"), part_core(job)},
	    {STR("word/document.xml"), part_document(job)},
	    {STR("word/_rels/document.xml.rels"), part_document_rels(job)},
	    {STR("word/styles.xml"), part_styles(job)},
	    {STR("word/settings.xml"), part_settings(job)},
	    {STR("word/fontTable.xml"), part_font_table(job)},
	};
	size_t n;

	for (n = 0; n < FIXED_PARTS; n++)
		parts[n] = fixed[n];
	return n + add_footers(job, parts + n);
}

bool docx_write(const struct doc *doc, const struct plan *plan,
		struct arena *arena, struct diag_sink *sink, struct str *bytes)
{
	struct job job;
	struct part *parts;
	size_t n;

	if (doc->n_sections == 0) {
		DIAG0(sink, &DOCX_EMPTY, PLACE_NONE);
		return false;
	}
	job = job_open(doc, plan, arena, sink);
	parts = ARENA_ARRAY(arena, FIXED_PARTS + job.n_footers, struct part);
	n = assemble(&job, parts);
	return package_zip(parts, n, arena, sink, bytes);
}
