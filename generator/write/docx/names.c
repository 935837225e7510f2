/* SPDX-License-Identifier: MIT */
/* Names of styles and bookmarks, and who has them. */
#include <string.h>

#include "base/arena.h"
#include "write/docx/job.h"

struct str bookmark_name(uint32_t number, struct arena *arena)
{
	return str_format(arena, "_Toc%09u", number);
}

static const char *const kind_ids[N_CELL_KINDS] = {
    [CELL_KIND_TEXT] = "text",
    [CELL_KIND_AMOUNT] = "amount",
    [CELL_KIND_CENTER] = "center",
    [CELL_KIND_HEAD] = "head",
    [CELL_KIND_INDEX] = "index",
    [CELL_KIND_UNIT] = "unit",
    [CELL_KIND_TOTAL_TEXT] = "total-text",
    [CELL_KIND_TOTAL_AMOUNT] = "total-amount",
    [CELL_KIND_TOTAL_CENTER] = "total-center",
};

static const char *const kind_names[N_CELL_KINDS] = {
    [CELL_KIND_TEXT] = "文字",
    [CELL_KIND_AMOUNT] = "金额",
    [CELL_KIND_CENTER] = "居中",
    [CELL_KIND_HEAD] = "表头",
    [CELL_KIND_INDEX] = "栏次",
    [CELL_KIND_UNIT] = "单位行",
    [CELL_KIND_TOTAL_TEXT] = "合计文字",
    [CELL_KIND_TOTAL_AMOUNT] = "合计金额",
    [CELL_KIND_TOTAL_CENTER] = "合计居中",
};

struct str cell_style_id(size_t n, enum cell_kind kind, struct arena *arena)
{
	return str_format(arena, "w-cell-%zu-%s", n, kind_ids[kind]);
}

struct str cell_style_name(const struct cell_set *set, enum cell_kind kind,
			   struct arena *arena)
{
	return str_format(arena, STR_FMT " %s", STR_ARG(set->name),
			  kind_names[kind]);
}

struct str table_style_id(const struct job *job, int style)
{
	return str_format(job->arena, "w-table-%d", style + 1);
}

struct str table_style_name(const struct job *job, int style)
{
	const struct table_style *s = job_table_style(job, style);

	return s->word_name.n > 0 ? s->word_name : s->name;
}
