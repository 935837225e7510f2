/* SPDX-License-Identifier: MIT */
/*
 * The guide: what a clerk reads first. It is a text of the templates' folder,
 * guide.md of the template or else of base, so that a bureau may say it in its
 * own words: "# " a title, "## " a heading, "{表}" the list of the tables,
 * every other line a paragraph.
 */
#include "base/arena.h"
#include "base/file.h"
#include "publish/blank_maker.h"

#define GUIDE_FILE "guide.md"
#define GUIDE_BASE "base"
#define GUIDE_MOST ((size_t)1 << 20)

static struct str guide_path(const struct blank_maker *maker)
{
	size_t i;

	for (i = 0; i < maker->n_templates; i++) {
		struct str path =
		    file_join(file_join(maker->folder,
					template_about(maker->templates[i])->id,
					maker->arena),
			      STR(GUIDE_FILE), maker->arena);

		if (file_exists(path))
			return path;
	}
	return file_join(
	    file_join(maker->folder, STR(GUIDE_BASE), maker->arena),
	    STR(GUIDE_FILE), maker->arena);
}

static struct blank_line line_of(struct str text)
{
	if (str_is(text, "{表}"))
		return (struct blank_line){.kind = BLANK_TABLES};
	if (str_starts(text, STR("## ")))
		return (struct blank_line){BLANK_HEADING,
					   str_slice(text, 3, text.n)};
	if (str_starts(text, STR("# ")))
		return (struct blank_line){BLANK_TITLE,
					   str_slice(text, 2, text.n)};
	return (struct blank_line){BLANK_PARAGRAPH, text};
}

bool blank_guide(struct blank_maker *maker)
{
	struct blank *blank = maker->blank;
	struct blank_line *lines = NULL;
	size_t room = 0;
	struct str rest;
	struct str line;

	if (!file_read(guide_path(maker), GUIDE_MOST, maker->arena, maker->sink,
		       &rest))
		return false;
	while (str_split(&rest, '\n', &line)) {
		line = str_trim(line);
		if (line.n == 0 || str_starts(line, STR("<!--")))
			continue;
		lines = arena_grow(maker->arena, lines, blank->n_guide, &room,
				   sizeof(*lines));
		lines[blank->n_guide++] = line_of(line);
	}
	blank->guide = lines;
	return true;
}
