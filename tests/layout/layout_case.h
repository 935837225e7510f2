/* SPDX-License-Identifier: MIT */
/* A layout without a document: fonts, arenas and a page to place on. */
#ifndef TESTS_LAYOUT_LAYOUT_CASE_H
#define TESTS_LAYOUT_LAYOUT_CASE_H

#include "base/arena.h"
#include "base/diag.h"
#include "font/font.h"
#include "font_case.h"
#include "layout/canvas.h"
#include "layout/layout.h"
#include "layout/memory.h"
#include "layout/para.h"

static inline struct layout case_layout(struct fonts *fonts)
{
	struct arena *arena = arena_open();
	struct layout_memory *lasting = layout_memory_open(fonts);

	return (struct layout){.fonts = fonts,
			       .arena = arena,
			       .scratch = arena_open(),
			       .sink = diag_open(arena),
			       .canvas = canvas_open(arena),
			       .linebreak = memory_linebreak(lasting),
			       .memory = memory_begin(lasting, arena)};
}

static inline void case_close(const struct layout *layout)
{
	layout_memory_close(memory_lasting(layout->memory));
	arena_close(layout->scratch);
	arena_close(layout->arena);
}

/* One run of plain text, in the arena of the layout. */
static inline struct text case_text(const struct layout *layout,
				    const char *text)
{
	struct run *run = ARENA_NEW(layout->arena, struct run);

	run->text = str_from(text);
	return (struct text){run, 1};
}

/* Body text of GB/T 9704: 16 pt on 28, justified, first line indented. */
static inline struct para_want case_body(void)
{
	struct type type = {.role = ROLE_FANG, .size = EMU_PT(16)};

	return (struct para_want){.type = type,
				  .strong = type,
				  .width = EMU_PT(448),
				  .advance = EMU_PT(28),
				  .align = ALIGN_JUSTIFY,
				  .indent_first = EMU_PT(32),
				  .gap = EMU_PT(4),
				  .gap_least = EMU_PT(1.6)};
}

#endif
