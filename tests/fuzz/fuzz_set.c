/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a set of data, read and made into documents in every format: the
 * whole way. The bytes are a workbook, or files one after the other, each below
 * a line "--- 支出.csv".
 */
#include "fuzz/fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "budget/budget.h"
#include "budget/select.h"
#include "check/check.h"
#include "font/font.h"
#include "layout/layout.h"
#include "publish/build.h"
#include "publish/document.h"
#include "publish/format.h"
#include "template/template.h"

#define MARK	   "--- "
#define FILES_MOST 32
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

/* The input on disk, and what was written, to be removed. */
struct set {
	struct arena *arena;
	struct diag_sink *sink;
	struct str folder;
	struct str files[FILES_MOST];
	size_t n_files;
};

/* Names lead nowhere else, and make no folders but 说明/201. */
static bool is_plain(struct str name)
{
	struct str texts = STR("说明/201/");

	if (str_starts(name, texts))
		name = str_slice(name, texts.n, name.n);
	return name.n > 0 && name.n < 100 && name.s[0] != '.' &&
	       str_find(name, STR("/")) < 0 &&
	       memchr(name.s, '\0', name.n) == NULL;
}

static void put_file(struct set *set, struct str name, struct str bytes)
{
	struct str path;

	if (!is_plain(name) || set->n_files == FILES_MOST)
		return;
	path = file_join(set->folder, name, set->arena);
	if (file_write(path, bytes, set->sink))
		set->files[set->n_files++] = path;
}

/* Puts the files that the bytes hold. */
static void put_files(struct set *set, struct str bytes)
{
	struct str name = STR_NONE;
	struct str rest = bytes;
	struct str line;
	const char *from = bytes.s;

	while (str_split(&rest, '\n', &line)) {
		if (!str_starts(line, STR(MARK)))
			continue;
		put_file(set, name,
			 (struct str){from, (size_t)(line.s - from)});
		name = str_trim(str_slice(line, sizeof(MARK) - 1, line.n));
		from = rest.s == NULL ? bytes.s + bytes.n : rest.s;
	}
	put_file(set, name,
		 (struct str){from, (size_t)(bytes.s + bytes.n - from)});
}

static void remove_files(const struct set *set)
{
	struct arena *arena = set->arena;
	struct str texts = file_join(set->folder, STR("说明"), arena);
	size_t i;

	for (i = 0; i < set->n_files; i++)
		file_remove(set->files[i]);
	(void)rmdir(str_cstr(file_join(texts, STR("201"), arena), arena));
	(void)rmdir(str_cstr(texts, arena));
	if (rmdir(str_cstr(set->folder, arena)) != 0)
		abort();
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
		task.plan = laid_out.result.plan;
		task.exceptions =
		    check_exceptions(&scope, arena, &task.n_exceptions);
		check_document(&task, arena, sink);
		document_make(&laid_out, build->task->formats, &names, arena,
			      sink, &parts);
	}
	arena_close(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	char path[] = "/tmp/gongkai-fuzz-XXXXXX";
	struct arena *arena = arena_open();
	struct set set = {.arena = arena, .sink = diag_open(arena)};
	struct format_list formats;
	struct str inputs[1];
	struct build_task task = {.inputs = inputs,
				  .n_inputs = 1,
				  .data = STR("."),
				  .out = STR("out"),
				  .formats = &formats,
				  .pdfa = true};
	struct build build;
	size_t i;

	if (mkdtemp(path) == NULL)
		abort();
	set.folder = str_from(path);
	inputs[0] = set.folder;
	if (n > 2 && memcmp(bytes, "PK", 2) == 0) {
		put_file(&set, STR("set.xlsx"),
			 (struct str){(const char *)bytes, n});
		inputs[0] = set.files[0];
	} else {
		put_files(&set, (struct str){(const char *)bytes, n});
	}
	formats_choose(STR("pdf,docx,json,csv,doc,pages"), &formats, set.sink);
	if (build_open(&build, &task, arena, set.sink))
		for (i = 0; i < build.n_jobs && i < UNITS_MOST; i++)
			make_document(&build, &build.jobs[i]);
	remove_files(&set);
	arena_close(arena);
	return 0;
}
