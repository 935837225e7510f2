/* SPDX-License-Identifier: MIT */
#include "write/docx/job.h"

#include <string.h>

#include "base/arena.h"

int twips(int64_t length)
{
	int64_t half = length < 0 ? -EMU_PER_TWIP / 2 : EMU_PER_TWIP / 2;
	int64_t n = (length + half) / EMU_PER_TWIP;

	/* ST_SignedTwipsMeasure; Word takes no more than 22 inches. */
	return n > 31680 ? 31680 : n < -31680 ? -31680 : (int)n;
}

const struct para_style *job_para_style(const struct job *job, int style)
{
	static const struct para_style plain = {
	    .name = STR_INIT("plain"),
	    .word_name = STR_INIT("Normal"),
	    .type = {.role = ROLE_FANG, .size = EMU_PT(16)},
	    .pitch = EMU_PT(28)};

	if (style < 0 || (size_t)style >= job->doc->n_para_styles)
		return &plain;
	return &job->doc->para_styles[style];
}

const struct table_style *job_table_style(const struct job *job, int style)
{
	static const struct table_style plain = {
	    .name = STR_INIT("plain"),
	    .body = {.role = ROLE_SONG, .size = EMU_PT(10.5)},
	    .head = {.role = ROLE_HEI, .size = EMU_PT(10.5)},
	    .total = {.role = ROLE_SONG, .size = EMU_PT(10.5), .bold = true},
	    .index_scale = 1000,
	    .line_advance = 1300,
	    .head_advance = 1300,
	    .pad = EMU_MM(1.8),
	    .pad_head = EMU_PT(2),
	    .frame = EMU_PT(1),
	    .inside = EMU_PT(0.4),
	    .heavy = EMU_PT(0.75)};

	if (style < 0 || (size_t)style >= job->doc->n_table_styles)
		return &plain;
	return &job->doc->table_styles[style];
}

const struct page_style *job_page_style(const struct job *job, int style)
{
	static const struct page_style plain = {.width = EMU_MM(210),
						.height = EMU_MM(297),
						.top = EMU_MM(37),
						.bottom = EMU_MM(35),
						.left = EMU_MM(28),
						.right = EMU_MM(26)};

	if (style < 0 || (size_t)style >= job->doc->n_page_styles)
		return &plain;
	return &job->doc->page_styles[style];
}

static void index_plan(struct job *job)
{
	size_t i;

	for (i = 0; i < job->plan->n_paragraphs; i++)
		map_put(&job->paragraphs, job->plan->paragraphs[i].block,
			(uint32_t)i);
	for (i = 0; i < job->plan->n_tables; i++)
		map_put(&job->tables, job->plan->tables[i].block, (uint32_t)i);
	if (job->plan->n_contents > 0)
		job->contents = &job->plan->contents[0];
}

const struct plan_paragraph *job_plan_paragraph(const struct job *job,
						struct str block)
{
	uint32_t i = map_find(&job->paragraphs, block);

	return i == MAP_NONE ? NULL : &job->plan->paragraphs[i];
}

const struct plan_table *job_plan_table(const struct job *job, struct str block)
{
	uint32_t i = map_find(&job->tables, block);

	return i == MAP_NONE ? NULL : &job->plan->tables[i];
}

static struct word_style *find_style(const struct job *job, int style,
				     int group, int level)
{
	for (size_t i = 0; i < job->n_styles; i++) {
		struct word_style *w = &job->styles[i];

		if (w->style == style && w->group == group &&
		    (group < 0 || w->level == level))
			return w;
	}
	return NULL;
}

static struct word_style *add_style(struct job *job, int style, int group,
				    int level)
{
	struct word_style *w = find_style(job, style, group, level);

	if (w != NULL)
		return w;
	job->styles = arena_grow(job->arena, job->styles, job->n_styles,
				 &job->room_styles, sizeof(*w));
	w = &job->styles[job->n_styles++];
	*w =
	    (struct word_style){.style = style, .group = group, .level = level};
	return w;
}

static int known_style(const struct job *job, int style)
{
	return style < 0 || (size_t)style >= job->doc->n_para_styles ? 0
								     : style;
}

static void use_paragraph(struct job *job, const struct block *block)
{
	const struct paragraph *p = &block->paragraph;
	int group = p->contents_group < 0 ? -1 : p->contents_group;
	struct word_style *w = add_style(job, known_style(job, p->style), group,
					 p->contents_level);

	if (w->n++ == 0)
		w->outline = p->outline;
	if (group >= 0)
		map_put(&job->bookmarks, block->id,
			(uint32_t)job->bookmarks.n_used + 1);
}

emu job_table_size(const struct job *job, const struct block *table)
{
	const struct plan_table *plan = job_plan_table(job, table->id);
	const struct table_style *style =
	    job_table_style(job, table->table.style);

	if (plan != NULL && plan->size > 0)
		return plan->size;
	return style->size_portrait > 0 ? style->size_portrait : EMU_PT(10.5);
}

static struct cell_set *find_cell_set(const struct job *job, int style,
				      emu size)
{
	for (size_t i = 0; i < job->n_cell_sets; i++)
		if (job->cell_sets[i].style == style &&
		    job->cell_sets[i].size == size)
			return &job->cell_sets[i];
	return NULL;
}

static bool has_cell_set(const struct job *job, int style)
{
	for (size_t i = 0; i < job->n_cell_sets; i++)
		if (job->cell_sets[i].style == style)
			return true;
	return false;
}

static void use_table(struct job *job, const struct block *block)
{
	int style = block->table.style;
	emu size = job_table_size(job, block);
	bool first = !has_cell_set(job, style);
	struct str name = table_style_name(job, style);
	struct cell_set *set;

	if (find_cell_set(job, style, size) != NULL)
		return;
	job->cell_sets =
	    arena_grow(job->arena, job->cell_sets, job->n_cell_sets,
		       &job->room_cell_sets, sizeof(*set));
	set = &job->cell_sets[job->n_cell_sets++];
	*set = (struct cell_set){.style = style, .size = size};
	for (int kind = 0; kind < N_CELL_KINDS; kind++)
		set->ids[kind] = cell_style_id(
		    job->n_cell_sets, (enum cell_kind)kind, job->arena);
	set->name = name;
	if (!first)
		set->name = str_format(job->arena, STR_FMT " %d", STR_ARG(name),
				       size / (EMU_PER_PT / 10));
}

const struct cell_set *job_cell_set(const struct job *job,
				    const struct block *table)
{
	return find_cell_set(job, table->table.style,
			     job_table_size(job, table));
}

static void add_footer(struct job *job, int page_style, bool even)
{
	struct footer *f;

	for (size_t i = 0; i < job->n_footers; i++)
		if (job->footers[i].page_style == page_style &&
		    job->footers[i].even == even)
			return;
	job->footers = arena_grow(job->arena, job->footers, job->n_footers,
				  &job->room_footers, sizeof(*f));
	f = &job->footers[job->n_footers++];
	*f = (struct footer){.page_style = page_style, .even = even};
	f->rel = str_format(job->arena, "rIdFooter%zu", job->n_footers);
	f->part = str_format(job->arena, "footer%zu.xml", job->n_footers);
}

/* The page style whose number a section prints, -1: none. */
static int numbered(const struct job *job, const struct section *section)
{
	if (!section->shown ||
	    job_page_style(job, section->page_style)->number_place ==
		NUMBER_NONE)
		return -1;
	return section->page_style;
}

struct str job_footer(const struct job *job, const struct section *section,
		      bool even)
{
	int page_style = numbered(job, section);

	for (size_t i = 0; i < job->n_footers; i++)
		if (job->footers[i].page_style == page_style &&
		    job->footers[i].even == even)
			return job->footers[i].rel;
	return STR_NONE;
}

static void use_footers(struct job *job)
{
	const struct doc *doc = job->doc;
	size_t i;

	for (i = 0; i < doc->n_sections; i++) {
		int style = numbered(job, &doc->sections[i]);

		job->odd_even |=
		    style >= 0 &&
		    job_page_style(job, style)->number_place == NUMBER_OUTER;
	}
	for (i = 0; i < doc->n_sections; i++) {
		int style = numbered(job, &doc->sections[i]);

		add_footer(job, style, false);
		if (job->odd_even)
			add_footer(job, style, true);
	}
}

static void use_block(struct job *job, const struct block *block)
{
	switch (block->kind) {
	case BLOCK_PARAGRAPH: use_paragraph(job, block); break;
	case BLOCK_TABLE:
		use_table(job, block);
		if (block->table.n_notes > 0)
			add_style(job,
				  known_style(job, block->table.note_style), -1,
				  0);
		break;
	case BLOCK_CONTENTS: break;
	}
}

/* Of the styles made from a doc style, the one with most paragraphs has its
 * name: of two the one in 目录. */
static struct word_style *main_of(struct job *job, int style)
{
	struct word_style *best = NULL;

	for (size_t i = 0; i < job->n_styles; i++) {
		struct word_style *w = &job->styles[i];

		if (w->style != style)
			continue;
		if (best == NULL || w->n > best->n ||
		    (w->n == best->n && best->group < 0))
			best = w;
	}
	return best;
}

static bool name_is_taken(const struct job *job, struct str name)
{
	for (size_t i = 0; i < job->n_styles; i++)
		if (str_equal(job->styles[i].name, name))
			return true;
	return false;
}

/* A style's name without what separates names in styles.xml and in fields. */
static struct str clean_name(struct str name, struct arena *arena)
{
	struct buf clean = {.arena = arena};

	for (size_t i = 0; i < name.n; i++)
		if (strchr(",;\"\\", name.s[i]) == NULL)
			buf_add_char(&clean, name.s[i]);
	return clean.n > 0 ? buf_str(&clean) : STR("样式");
}

static void name_style(struct job *job, struct word_style *w)
{
	const struct para_style *s = job_para_style(job, w->style);
	struct str base =
	    clean_name(s->word_name.n > 0 ? s->word_name : s->name, job->arena);
	struct str name = base;

	w->id = str_format(job->arena, "p%d", w->style + 1);
	if (!w->main) {
		w->id = str_format(job->arena, "p%d-%d-%d", w->style + 1,
				   w->group + 1, w->level);
		name = w->group < 0
			   ? str_format(job->arena, STR_FMT " 不入目录",
					STR_ARG(base))
			   : str_format(job->arena, STR_FMT " 目录%d-%d",
					STR_ARG(base), w->group + 1, w->level);
	}
	for (int i = 2; name_is_taken(job, name); i++)
		name = str_format(job->arena, STR_FMT " %d", STR_ARG(base), i);
	w->name = name;
}

static void name_styles(struct job *job)
{
	size_t i;
	int style;

	/* A style without paragraphs is there for the clerk. */
	for (style = 0; (size_t)style < job->doc->n_para_styles; style++) {
		struct word_style *w = main_of(job, style);

		if (w == NULL)
			w = add_style(job, style, -1, 0);
		w->main = true;
	}
	for (i = 0; i < job->n_styles; i++)
		if (job->styles[i].main)
			name_style(job, &job->styles[i]);
	for (i = 0; i < job->n_styles; i++)
		if (!job->styles[i].main)
			name_style(job, &job->styles[i]);
}

struct job job_open(const struct doc *doc, const struct plan *plan,
		    struct arena *arena, struct diag_sink *sink)
{
	struct job job = {.doc = doc,
			  .plan = plan,
			  .arena = arena,
			  .sink = sink,
			  .paragraphs.arena = arena,
			  .tables.arena = arena,
			  .bookmarks.arena = arena};

	index_plan(&job);
	for (size_t s = 0; s < doc->n_sections; s++)
		for (size_t b = 0; b < doc->sections[s].n_blocks; b++)
			use_block(&job, &doc->sections[s].blocks[b]);
	if (doc->n_para_styles == 0)
		add_style(&job, 0, -1, 0)->main = true;
	name_styles(&job);
	use_footers(&job);
	return job;
}

const struct word_style *job_style(const struct job *job,
				   const struct paragraph *paragraph)
{
	int group =
	    paragraph->contents_group < 0 ? -1 : paragraph->contents_group;

	return find_style(job, known_style(job, paragraph->style), group,
			  paragraph->contents_level);
}

const struct word_style *job_plain_style(const struct job *job, int style)
{
	const struct word_style *w =
	    find_style(job, known_style(job, style), -1, 0);
	size_t i = 0;

	/* No paragraph of this style is outside 目录: its main one. */
	while (w == NULL && i < job->n_styles) {
		if (job->styles[i].style == known_style(job, style) &&
		    job->styles[i].main)
			w = &job->styles[i];
		i++;
	}
	return w != NULL ? w : &job->styles[0];
}

uint32_t job_bookmark(const struct job *job, struct str block)
{
	return map_find(&job->bookmarks, block);
}

struct paper job_paper(const struct job *job, size_t section)
{
	const struct page_style *style =
	    job_page_style(job, job->doc->sections[section].page_style);
	bool landscape = section < job->plan->n_sections &&
			 job->plan->sections[section].landscape;
	emu width = landscape ? style->height : style->width;
	emu height = landscape ? style->width : style->height;
	int64_t measure = (int64_t)width - style->left - style->right;
	emu slack =
	    style->bottom / 4 < JOB_SLACK ? style->bottom / 4 : JOB_SLACK;
	struct paper paper = {.width = twips(width),
			      .height = twips(height),
			      .top = twips(style->top),
			      .bottom = twips(style->bottom),
			      .left = twips(style->left),
			      .landscape = landscape};

	if (style->grid == 0)
		paper.bottom = twips(style->bottom - slack);
	/* Whole characters must go in: rounded up. */
	paper.measure = twips(measure + EMU_PER_TWIP / 2 - 1);
	if (paper.measure < 20)
		paper.measure = 20;
	paper.right = paper.width - paper.left - paper.measure;
	return paper;
}
