/* SPDX-License-Identifier: MIT */
#include "cli/program.h"

#include "base/arena.h"
#include "base/file.h"
#include "cli/data.h"
#include "font/font.h"
#include "read/sources.h"

struct fonts *program_fonts(struct session *session)
{
	struct str folder;
	struct str fonts;

	if (!data_folder(&folder, session->arena, session->sink))
		return NULL;
	fonts = file_join(folder, STR("fonts"), session->arena);
	return fonts_open(&(struct font_options){&fonts, 1}, session->sink);
}

bool program_source(struct session *session, struct str *folder)
{
	struct str id = session->options.source;

	*folder = STR_NONE;
	if (id.n == 0)
		return true;
	return data_folder(folder, session->arena, session->sink) &&
	       sources_find(
		   file_join(*folder, STR("templates/sources"), session->arena),
		   id, session->arena, session->sink, folder);
}
