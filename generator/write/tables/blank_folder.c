/* SPDX-License-Identifier: MIT */
/* A blank as a folder: what a workbook says in comments and lists stands in
 * one text beside the tables. */
#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "write/tables/blank.h"
#include "write/tables/csv.h"

static void add_table_text(struct buf *to, const struct blank_table *table)
{
	size_t i;

	buf_format(to, "\n### " STR_FMT "\n\n%s。" STR_FMT "。\n\n",
		   STR_ARG(table->data.name),
		   table->required ? "必填" : "有则填", STR_ARG(table->help));
	for (i = 0; i < table->data.n_columns; i++) {
		struct str rest = table->columns[i].help;
		struct str line;

		buf_format(to, "- " STR_FMT "：",
			   STR_ARG(table->data.columns[i].heading));
		while (str_split(&rest, '\n', &line))
			buf_format(to, STR_FMT "%s", STR_ARG(line),
				   rest.n > 0 ? " " : "");
		buf_add_cstr(to, "\n");
	}
}

static void add_list_text(struct buf *to, const struct blank_list *list)
{
	size_t i;

	buf_format(to, "\n### " STR_FMT "\n\n", STR_ARG(list->name));
	for (i = 0; i < list->n; i++)
		buf_format(to, "- " STR_FMT "%s" STR_FMT "\n",
			   STR_ARG(list->items[i].value),
			   list->items[i].help.n > 0 ? "：" : "",
			   STR_ARG(list->items[i].help));
}

static struct str guide_text(const struct blank *blank, struct arena *arena)
{
	static const char *const marks[] = {[BLANK_TITLE] = "# ",
					    [BLANK_HEADING] = "\n## ",
					    [BLANK_PARAGRAPH] = "",
					    [BLANK_TABLES] = ""};
	struct buf to = {.arena = arena};
	size_t i;
	size_t k;

	for (i = 0; i < blank->n_guide; i++) {
		buf_format(&to, "%s" STR_FMT "\n", marks[blank->guide[i].kind],
			   STR_ARG(blank->guide[i].text));
		for (k = 0; blank->guide[i].kind == BLANK_TABLES &&
			    k < blank->n_tables;
		     k++)
			add_table_text(&to, &blank->tables[k]);
	}
	buf_format(&to, "\n## %s\n", LISTS_SHEET);
	for (i = 0; i < blank->n_lists; i++)
		add_list_text(&to, &blank->lists[i]);
	return buf_str(&to);
}

static struct str table_text(const struct data_table *data, struct arena *arena)
{
	struct buf to = {.arena = arena};
	size_t r;
	size_t c;

	buf_add_cstr(&to, CSV_MARK);
	for (c = 0; c < data->n_columns; c++) {
		if (c > 0)
			buf_add_char(&to, ',');
		csv_add_cell(&to, data->columns[c].heading);
	}
	csv_end_row(&to);
	for (r = 0; r < data->n_rows; r++) {
		for (c = 0; c < data->n_columns; c++) {
			if (c > 0)
				buf_add_char(&to, ',');
			csv_add_cell(&to, data->rows[r][c].text);
		}
		csv_end_row(&to);
	}
	return buf_str(&to);
}

bool blank_write_folder(const struct blank *blank, struct str folder,
			struct diag_sink *sink)
{
	struct arena *arena = arena_open();
	bool ok = file_write(file_join(folder, STR(GUIDE_SHEET ".md"), arena),
			     guide_text(blank, arena), sink);
	size_t i;

	for (i = 0; i < blank->n_tables && ok; i++) {
		const struct data_table *data = &blank->tables[i].data;
		struct str name =
		    str_format(arena, STR_FMT ".csv", STR_ARG(data->name));

		ok = file_write(file_join(folder, name, arena),
				table_text(data, arena), sink);
	}
	arena_close(arena);
	return ok;
}
