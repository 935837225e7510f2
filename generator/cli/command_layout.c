/* SPDX-License-Identifier: MIT */
/* gongkai layout: a doc file laid out and written, without any data. For
 * authors of templates, and for tests of layout and writers. */
#include <stdio.h>

#include "base/arena.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/program.h"
#include "cli/report.h"
#include "doc/doc.h"
#include "doc/dump.h"
#include "font/font.h"
#include "publish/document.h"
#include "publish/format.h"

#define DOC_MOST_BYTES (64u * 1024u * 1024u)

/* x.doc.xml -> x, x.xml -> x. */
static struct str stem_of(struct str path)
{
	struct str name = file_name(path);

	if (str_ends(name, STR(".xml")))
		name.n -= 4;
	if (str_ends(name, STR(".doc")))
		name.n -= 4;
	return name;
}

static bool lay_out_file(struct session *session, struct str path,
			 const struct format_list *formats, struct fonts *fonts)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = session->sink;
	struct document_result result = {.n_pages = 0};
	const struct doc *doc;
	struct str xml;
	struct document_task task = {
	    .folder =
		session->options.out.n > 0 ? session->options.out : STR("out"),
	    .stem = stem_of(path),
	    .formats = formats,
	    .fonts = fonts,
	    .pdfa = session->options.pdfa,
	};
	bool ok = file_read(path, DOC_MOST_BYTES, arena, sink, &xml) &&
		  (doc = doc_read(xml, path, arena, sink)) != NULL &&
		  document_make(&task, doc, arena, sink, &result);
	size_t i;

	for (i = 0; ok && i < result.n_files; i++)
		printf(STR_FMT "\n", STR_ARG(result.files[i].path));
	arena_close(arena);
	return ok;
}

int command_layout(struct session *session)
{
	const struct options *options = &session->options;
	struct format_list formats;
	struct fonts *fonts;
	bool ok = true;
	size_t i;

	if (options->args.n == 0)
		DIAG(session->sink, &CLI_NO_INPUT, PLACE_NONE, STR("layout"));
	if (!formats_choose(options->formats, &formats, session->sink) ||
	    options->args.n == 0) {
		report_all(session);
		return EXIT_WRONG_USE;
	}
	fonts = program_fonts(session);
	for (i = 0; fonts != NULL && i < options->args.n; i++)
		ok = lay_out_file(session, options->args.list[i], &formats,
				  fonts) &&
		     ok;
	fonts_close(fonts);
	report_all(session);
	return ok && fonts != NULL && diag_worst(session->sink) < DIAG_ERROR
		   ? EXIT_WELL
		   : EXIT_FINDINGS;
}
