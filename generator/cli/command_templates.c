/* SPDX-License-Identifier: MIT */
/* gongkai templates: what there is, and what each offers and needs. With ids
 * as arguments: checks these without data and lists their declarations. */
#include <stdio.h>

#include "base/arena.h"
#include "base/file.h"
#include "budget/schema.h"
#include "cli/commands.h"
#include "cli/data.h"
#include "cli/report.h"
#include "read/sources.h"
#include "template/template.h"

static const char *levels_of(const struct template_info *info, bool zh)
{
	if (info->departments && info->units)
		return zh ? "部门、单位" : "departments, units";
	if (info->departments)
		return zh ? "部门" : "departments";
	return zh ? "单位" : "units";
}

static void print_info(const struct template_info *info, bool zh)
{
	printf(STR_FMT "\t" STR_FMT "\t" STR_FMT "\t" STR_FMT "\t%s\n",
	       STR_ARG(info->id), STR_ARG(info->title), STR_ARG(info->family),
	       STR_ARG(info->year), levels_of(info, zh));
}

static void print_options(const struct template *template, bool zh)
{
	size_t n;
	const struct template_option *options = template_options(template, &n);
	size_t i;
	size_t k;

	for (i = 0; i < n; i++) {
		printf(zh ? "  选项 " STR_FMT "：" : "  option " STR_FMT ": ",
		       STR_ARG(options[i].name));
		for (k = 0; k < options[i].n_values; k++)
			printf("%s" STR_FMT, k > 0 ? " | " : "",
			       STR_ARG(options[i].values[k]));
		printf(zh ? "（默认 " STR_FMT "） " STR_FMT "\n"
			  : " (default " STR_FMT ") " STR_FMT "\n",
		       STR_ARG(options[i].fallback), STR_ARG(options[i].help));
	}
}

static const char *when_needed(bool required, bool zh)
{
	if (required)
		return zh ? "必填" : "required";
	return zh ? "可省略" : "optional";
}

static void print_texts(const struct template *template, bool zh)
{
	size_t n;
	const struct template_text *texts = template_texts(template, &n);
	size_t i;

	for (i = 0; i < n; i++)
		printf(zh ? "  栏目 " STR_FMT "（%s） " STR_FMT "\n"
			  : "  text " STR_FMT " (%s) " STR_FMT "\n",
		       STR_ARG(texts[i].name),
		       when_needed(texts[i].required, zh),
		       STR_ARG(texts[i].help));
}

/* Tables that the template adds to those of the input. */
static void print_tables(const struct template *template, bool zh)
{
	size_t n;
	const struct schema *const *tables = template_tables(template, &n);
	size_t i;
	size_t k;

	for (i = 0; i < n; i++) {
		printf(zh ? "  表 " STR_FMT "：" : "  table " STR_FMT ": ",
		       STR_ARG(str_from(tables[i]->name)));
		for (k = 0; k < tables[i]->n_fields; k++)
			printf("%s" STR_FMT, k > 0 ? (zh ? "、" : ", ") : "",
			       STR_ARG(str_from(tables[i]->fields[k].name)));
		printf(" " STR_FMT "\n", STR_ARG(str_from(tables[i]->help)));
	}
}

static void print_figures(const struct template *template, bool zh)
{
	size_t n;
	const struct template_figure *figures = template_figures(template, &n);
	size_t i;

	for (i = 0; i < n; i++)
		printf(
		    zh ? "  指标 " STR_FMT "（" STR_FMT "，%s） " STR_FMT "\n"
		       : "  figure " STR_FMT " (" STR_FMT ", %s) " STR_FMT "\n",
		    STR_ARG(figures[i].name), STR_ARG(figures[i].unit),
		    when_needed(figures[i].required, zh),
		    STR_ARG(figures[i].help));
}

static void show_template(struct session *session, struct str folder,
			  struct str id)
{
	bool zh = session->options.lang == DIAG_ZH;
	const struct template *template =
	    template_load(folder, id, session->arena, session->sink);

	if (template == NULL)
		return;
	print_info(template_about(template), zh);
	print_options(template, zh);
	print_tables(template, zh);
	print_figures(template, zh);
	print_texts(template, zh);
}

/* One that a unit cannot have. */
static void print_internal(const struct template_info *info, bool zh)
{
	printf("%s" STR_FMT "\t" STR_FMT "\n",
	       zh ? "由程序选用：" : "used by the program: ", STR_ARG(info->id),
	       STR_ARG(info->title));
}

static void list_templates(struct session *session, struct str folder)
{
	bool zh = session->options.lang == DIAG_ZH;
	struct template_info *list = NULL;
	size_t n = 0;
	size_t i;

	template_list(folder, session->arena, session->sink, &list, &n);
	for (i = 0; i < n; i++)
		if (!list[i].abstract && !list[i].internal)
			print_info(&list[i], zh);
	for (i = 0; i < n; i++)
		if (list[i].internal)
			print_internal(&list[i], zh);
}

/* Systems whose exports can be read as they are. */
static void list_sources(struct session *session, struct str folder)
{
	bool zh = session->options.lang == DIAG_ZH;
	size_t n;
	const struct source_info *list =
	    sources_list(file_join(folder, STR("sources"), session->arena),
			 session->arena, &n);
	size_t i;

	for (i = 0; i < n; i++)
		printf("--source " STR_FMT "\t%s" STR_FMT "\n",
		       STR_ARG(list[i].id),
		       zh ? "导出格式：" : "exports: ", STR_ARG(list[i].title));
}

int command_templates(struct session *session)
{
	const struct option_values *ids = &session->options.args;
	struct str folder;
	size_t i;

	if (!data_folder(&folder, session->arena, session->sink)) {
		report_all(session);
		return EXIT_WRONG_USE;
	}
	folder = file_join(folder, STR("templates"), session->arena);
	if (ids->n == 0) {
		list_templates(session, folder);
		list_sources(session, folder);
	}
	for (i = 0; i < ids->n; i++)
		show_template(session, folder, ids->list[i]);
	report_all(session);
	return diag_worst(session->sink) >= DIAG_ERROR ? EXIT_FINDINGS
						       : EXIT_WELL;
}
