/* SPDX-License-Identifier: MIT */
/* Any bytes as a set of data, read and made into documents in every format: the
 * whole way. */
#include "fuzz/fuzz.h"

#include "base/arena.h"
#include "base/diag.h"
#include "budget/budget.h"
#include "budget/select.h"
#include "check/check.h"
#include "font/font.h"
#include "fuzz/files.h"
#include "layout/layout.h"
#include "publish/build.h"
#include "publish/document.h"
#include "publish/format.h"
#include "template/template.h"

#define UNITS_MOST 4

/* Opened once: faces are the same for all inputs. */
static struct fonts *shared_fonts(void)
{
	static struct arena *arena; /* of messages about the fonts */
	static struct fonts *fonts;
	static const struct str folder = STR_INIT("fonts");

	if (fonts != NULL)
		return fonts;
	arena = arena_open();
	fonts =
	    fonts_open(&(struct font_options){&folder, 1}, diag_open(arena));
	return fonts;
}

static const struct plan *plan_of(void *context)
{
	const struct laid_out *laid_out = context;

	return laid_out->result.plan;
}

/* All that publish/unit.c does but for the writing of files. */
static void make_document(const struct build *build,
			  const struct build_job *job)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct laid_out laid_out = {.fonts = shared_fonts(), .pdfa = true};
	const struct document_names names = {STR("out"), STR("x"), STR("data"),
					     STR("y")};
	struct scope scope = scope_of(build->budget, job->unit, arena);
	struct check_task task = {.scope = &scope};
	struct document_parts parts;

	if (job->edition != NULL)
		laid_out.doc =
		    template_expand(job->edition, job->unit, arena, sink);
	if (laid_out.doc != NULL && layout_doc(laid_out.doc, laid_out.fonts,
					       arena, sink, &laid_out.result)) {
		task.doc = laid_out.doc;
		task.plan = plan_of;
		task.context = &laid_out;
		task.exceptions =
		    check_exceptions(&scope, arena, &task.n_exceptions);
		check_document(&task, arena, sink);
		document_make(&laid_out, build->task->formats, &names, arena,
			      sink, &parts);
	}
	arena_close(arena);
}

/* Packing a PDF takes most of the time and is fuzz_doc's: of eight inputs one
 * becomes one. */
static const char *formats_for(const uint8_t *bytes, size_t n)
{
	unsigned sum = 0;
	size_t i;

	for (i = 0; i < n; i++)
		sum += bytes[i];
	return sum % 8 == 0 ? "pdf,docx,json,csv,doc,pages"
			    : "docx,json,csv,doc,pages";
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = diag_open(arena);
	struct fuzz_files files =
	    fuzz_files_put((struct str){(const char *)bytes, n}, arena, sink);
	struct format_list formats;
	struct build_task task = {.inputs = &files.input,
				  .n_inputs = 1,
				  .data = STR("."),
				  .out = STR("out"),
				  .formats = &formats,
				  .pdfa = true};
	struct build build;
	size_t i;

	formats_choose(str_from(formats_for(bytes, n)), &formats, sink);
	if (build_open(&build, &task, arena, sink))
		for (i = 0; i < build.n_jobs && i < UNITS_MOST; i++)
			make_document(&build, &build.jobs[i]);
	fuzz_files_remove(&files);
	arena_close(arena);
	return 0;
}
