/* SPDX-License-Identifier: MIT */
#include "publish/document.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "pages/pages.h"

/* The bytes of every format; false as soon as one could not be made. */
static bool make_bytes(const struct document_task *task,
		       const struct laid_out *laid_out, struct arena *arena,
		       struct diag_sink *sink, struct str *bytes)
{
	size_t i;

	for (i = 0; i < task->formats->n; i++)
		if (!task->formats->list[i]->write(laid_out, arena, sink,
						   &bytes[i]))
			return false;
	return true;
}

static bool write_files(const struct document_task *task,
			const struct str *bytes, struct arena *arena,
			struct diag_sink *sink, struct document_result *result)
{
	size_t i;

	for (i = 0; i < task->formats->n; i++) {
		const struct format *format = task->formats->list[i];
		struct str name = str_format(
		    arena, STR_FMT ".%s", STR_ARG(task->stem), format->suffix);
		struct document_file file = {
		    format, file_join(task->folder, name, arena), bytes[i].n};

		if (!file_write(file.path, bytes[i], sink))
			return false;
		result->files[result->n_files++] = file;
	}
	return true;
}

bool document_make(const struct document_task *task, const struct doc *doc,
		   struct arena *arena, struct diag_sink *sink,
		   struct document_result *result)
{
	struct laid_out laid_out = {
	    .doc = doc, .fonts = task->fonts, .pdfa = task->pdfa};
	struct str bytes[FORMATS_MOST];

	*result = (struct document_result){.n_files = 0};
	if (!layout_doc(doc, task->fonts, arena, sink, &laid_out.result))
		return false;
	result->n_pages = laid_out.result.pages->n_pages;
	return make_bytes(task, &laid_out, arena, sink, bytes) &&
	       write_files(task, bytes, arena, sink, result);
}
