/* SPDX-License-Identifier: MIT */
#include "publish/document.h"

#include "base/arena.h"
#include "base/file.h"

/* folder/stem.suffix; data/code.suffix; data/code/name.suffix. */
static struct str path_of(const struct format *format,
			  const struct document_names *names,
			  const struct written *written, struct arena *arena)
{
	struct str folder = format->data ? names->data : names->folder;
	struct str stem = format->data ? names->code : names->stem;

	if (written->name.n > 0) {
		folder = file_join(folder, stem, arena);
		stem = written->name;
	}
	return file_join(
	    folder,
	    str_format(arena, STR_FMT ".%s", STR_ARG(stem), format->suffix),
	    arena);
}

static void add_part(struct document_parts *parts, const struct format *format,
		     const struct document_names *names,
		     const struct written_list *written, size_t i,
		     struct arena *arena)
{
	struct document_part part = {
	    .format = str_from(format->name),
	    .path = path_of(format, names, &written->list[i], arena),
	    .bytes = str_copy(written->list[i].bytes, arena),
	};

	if (written->list[i].name.n > 0)
		part.format = str_format(arena, "%s:%zu", format->name, i + 1);
	parts->list = arena_grow(arena, parts->list, parts->n, &parts->room,
				 sizeof(*parts->list));
	parts->list[parts->n++] = part;
}

/* The files of one format; what its writer needs beside them is given back. */
static bool write_format(const struct laid_out *laid_out,
			 const struct format *format,
			 const struct document_names *names,
			 struct arena *arena, struct diag_sink *sink,
			 struct document_parts *parts)
{
	struct arena *scratch = arena_open();
	struct written_list written = {.n = 0};
	bool done = format->write(laid_out, scratch, sink, &written);
	size_t i;

	for (i = 0; done && i < written.n; i++)
		add_part(parts, format, names, &written, i, arena);
	arena_close(scratch);
	return done;
}

bool document_make(const struct laid_out *laid_out,
		   const struct format_list *formats,
		   const struct document_names *names, struct arena *arena,
		   struct diag_sink *sink, struct document_parts *parts)
{
	size_t f;

	*parts = (struct document_parts){.n = 0};
	for (f = 0; f < formats->n; f++)
		if (!write_format(laid_out, formats->list[f], names, arena,
				  sink, parts))
			return false;
	return true;
}

bool document_write(const struct document_parts *parts, struct diag_sink *sink)
{
	size_t i;

	for (i = 0; i < parts->n; i++)
		if (!file_write(parts->list[i].path, parts->list[i].bytes,
				sink))
			return false;
	return true;
}
