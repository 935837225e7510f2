/* SPDX-License-Identifier: MIT */
/*
 * 目录: for each group its title and one TOC field over the paragraph styles
 * of its headings. The field has its result: numbers are right when the file
 * is opened, F9 makes the same again.
 */
#include "base/arena.h"
#include "write/docx/body.h"
#include "write/docx/run.h"

/* Word's own styles in a field: by the name shown in English (LibreOffice
 * knows no other) and in Chinese (Word in Chinese wants that). A name that
 * does not exist is passed over. */
static const struct {
	const char *name, *english, *chinese;
} own_styles[] = {
    {"heading 1", "Heading 1", "标题 1"}, {"heading 2", "Heading 2", "标题 2"},
    {"heading 3", "Heading 3", "标题 3"}, {"heading 4", "Heading 4", "标题 4"},
    {"Title", "Title", "标题"},		  {"Subtitle", "Subtitle", "副标题"},
    {"Normal", "Normal", "正文"},
};

static void add_name(struct buf *list, struct str name, int level)
{
	if (list->n > 0)
		buf_add_char(list, ',');
	buf_format(list, STR_FMT ",%d", STR_ARG(name), level == 2 ? 2 : 1);
}

static void add_style(struct buf *list, const struct word_style *w)
{
	size_t n = sizeof(own_styles) / sizeof(own_styles[0]);
	size_t k = 0;

	while (k < n && !str_is(w->name, own_styles[k].name))
		k++;
	if (k < n) {
		add_name(list, str_from(own_styles[k].english), w->level);
		add_name(list, str_from(own_styles[k].chinese), w->level);
		return;
	}
	add_name(list, w->name, w->level);
}

/* TOC \h \z \t "表标题,1" */
static struct str instruction(const struct job *job, int group)
{
	struct buf list = {.arena = job->arena};

	for (size_t i = 0; i < job->n_styles; i++)
		if (job->styles[i].group == group && job->styles[i].n > 0)
			add_style(&list, &job->styles[i]);
	return str_format(job->arena, " TOC \\h \\z \\t \"" STR_FMT "\" ",
			  (int)list.n, list.s);
}

static void page_reference(struct xml *xml, const struct job *job,
			   struct str mark, int number)
{
	run_field(xml, "begin");
	run_instruction(xml, str_format(job->arena, " PAGEREF " STR_FMT " \\h ",
					STR_ARG(mark)));
	run_field(xml, "separate");
	if (number > 0)
		run_plain(xml, str_format(job->arena, "%d", number));
	run_field(xml, "end");
}

static void entry_text(struct body *body, const struct block *heading)
{
	const struct job *job = body->job;
	const struct plan_paragraph *plan =
	    job_plan_paragraph(job, heading->id);
	struct str mark =
	    bookmark_name(job_bookmark(job, heading->id), job->arena);
	struct xml *xml = &body->xml;

	xml_start(xml, "w:hyperlink");
	xml_attr(xml, "w:anchor", mark);
	xml_attr_cstr(xml, "w:history", "1");
	run_plain(xml,
		  str_trim(text_plain(heading->paragraph.text, job->arena)));
	run_tab(xml);
	page_reference(xml, job, mark, plan == NULL ? 0 : plan->number);
	xml_end(xml);
}

static void entries(struct body *body, const struct contents_group *group,
		    int index, bool ends_section)
{
	const struct job *job = body->job;
	size_t n;
	const struct contents_entry *list =
	    doc_contents(job->doc, index, job->arena, &n);

	for (size_t i = 0; i < n; i++) {
		int style = group->entry_style[list[i].level == 2];
		struct paragraph_say say = {
		    .outline = -1, .ends_section = ends_section && i + 1 == n};

		body_space(body, job_para_style(job, style), NULL, !body->begun,
			   &say);
		body_start_paragraph(body, job_plain_style(job, style)->id,
				     &say);
		if (i == 0) {
			run_field(&body->xml, "begin");
			run_instruction(&body->xml, instruction(job, index));
			run_field(&body->xml, "separate");
		}
		entry_text(body, list[i].heading);
		if (i + 1 == n)
			run_field(&body->xml, "end");
		xml_end(&body->xml);
	}
}

static void group_title(struct body *body, const struct contents_group *group)
{
	const struct job *job = body->job;
	const struct para_style *style =
	    job_para_style(job, group->title_style);
	const struct run_manner manner = {.type = &style->type,
					  .strong = &style->strong};
	struct paragraph_say say = {.keep_next = true, .outline = -1};

	if (group->title.n_runs == 0)
		return;
	body_space(body, style, NULL, !body->begun, &say);
	body_start_paragraph(body, job_plain_style(job, group->title_style)->id,
			     &say);
	run_text(&body->xml, group->title, &manner);
	xml_end(&body->xml);
}

static bool has_entries(const struct job *job, int group)
{
	size_t n;

	doc_contents(job->doc, group, job->arena, &n);
	return n > 0;
}

void body_contents(struct body *body, const struct block *block,
		   bool ends_section)
{
	const struct contents *contents = &block->contents;
	bool ended = false;

	for (size_t i = 0; i < contents->n_groups; i++) {
		bool last = ends_section && i + 1 == contents->n_groups;

		group_title(body, &contents->groups[i]);
		entries(body, &contents->groups[i], (int)i, last);
		ended = last && has_entries(body->job, (int)i);
	}
	if (ends_section && !ended)
		body_separator(body, true);
}
