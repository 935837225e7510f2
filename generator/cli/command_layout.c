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

static bool write_parts(const struct document_parts *parts,
			struct diag_sink *sink)
{
	size_t i;

	for (i = 0; i < parts->n; i++) {
		if (!file_write(parts->list[i].path, parts->list[i].bytes,
				sink))
			return false;
		printf(STR_FMT "\n", STR_ARG(parts->list[i].path));
	}
	return true;
}

static bool lay_out_file(struct session *session, struct str path,
			 const struct format_list *formats, struct fonts *fonts)
{
	struct arena *arena = arena_open();
	struct diag_sink *sink = session->sink;
	struct laid_out laid_out = {.fonts = fonts,
				    .pdfa = session->options.pdfa};
	struct str out =
	    session->options.out.n > 0 ? session->options.out : STR("out");
	struct document_names names = {out, stem_of(path), out, stem_of(path)};
	struct document_parts parts;
	struct str xml;
	bool ok =
	    file_read(path, DOC_MOST_BYTES, arena, sink, &xml) &&
	    (laid_out.doc = doc_read(xml, path, arena, sink)) != NULL &&
	    layout_doc(laid_out.doc, fonts, arena, sink, &laid_out.result) &&
	    document_make(&laid_out, formats, &names, arena, sink, &parts) &&
	    write_parts(&parts, sink);

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
