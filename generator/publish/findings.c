/* SPDX-License-Identifier: MIT */
#include "publish/findings.h"

#include "base/arena.h"
#include "base/diag.h"
#include "check/messages.h"
#include "compare/sentence.h"
#include "publish/outcome.h"
#include "publish/rows.h"
#include "write/tables/dataset.h"
#include "write/tables/tables.h"

static const char *const columns[] = {
    "单位代码", "单位名称", "级别", "规则", "数据文件", "数据行", "数据列",
    "文本位置", "页码",	    "所见", "应为", "问题",	"处理",	  NULL};

/* Of findings of check/ the first two arguments are what stands there and what
 * was expected; of others they may be anything. */
static bool is_check(const struct diag_kind *kind)
{
	size_t i;

	for (i = 0; check_messages[i] != NULL; i++)
		if (check_messages[i] == kind)
			return true;
	return false;
}

static struct str argument(const struct diag *diag, size_t number)
{
	return is_check(diag->kind) && number < diag->n_args
		   ? diag->args[number]
		   : STR_NONE;
}

/* 支出!B2, 支出表（第8页）: the place as a reader calls it, and its page. */
struct document_place {
	struct str words;
	int64_t page;
};

static struct document_place place_of(struct str node)
{
	static const struct str mark = STR_INIT("（第");
	struct document_place place = {.words = node};
	ptrdiff_t at = str_find(node, STR(" "));
	size_t i;

	/* The id of the node says nothing to a reader. */
	if (at >= 0)
		place.words = str_trim(str_slice(node, (size_t)at, node.n));
	at = str_find(place.words, mark);
	while (at >= 0) {
		struct str rest =
		    str_slice(place.words, (size_t)at + mark.n, place.words.n);
		ptrdiff_t next = str_find(rest, mark);

		if (next < 0)
			break;
		at += (ptrdiff_t)mark.n + next;
	}
	if (at < 0 || !str_ends(place.words, STR("页）")))
		return place;
	for (i = (size_t)at + mark.n;
	     place.words.s[i] >= '0' && place.words.s[i] <= '9'; i++)
		place.page = place.page * 10 + (place.words.s[i] - '0');
	place.words.n = (size_t)at;
	return place;
}

/* A message in two: what is wrong; what to do, from the first 请 on. */
struct two_parts {
	struct str problem, action;
};

static struct two_parts take_apart(struct str message)
{
	struct two_parts parts = {.problem = message};
	struct str rest = message;
	struct str sentence;

	while (sentence_next(&rest, &sentence)) {
		size_t at = (size_t)(sentence.s - message.s);

		if (at == 0 || !(str_starts(sentence, STR("请")) ||
				 str_starts(sentence, STR("如"))))
			continue;
		parts.problem = str_trim(str_slice(message, 0, at));
		parts.action = str_slice(message, at, message.n);
		break;
	}
	return parts;
}

/* A sheet of a workbook is named with its file. */
static struct str file_of(const struct diag *diag, struct arena *arena)
{
	struct str file = diag->place.file;

	if (diag->place.sheet.n == 0)
		return file;
	return str_format(arena, STR_FMT " " STR_FMT, STR_ARG(file),
			  STR_ARG(diag->place.sheet));
}

static void add_finding(struct rows *rows, const struct diag *diag,
			struct str name)
{
	struct document_place place = place_of(diag->node);
	struct two_parts parts =
	    take_apart(diag_message(diag, DIAG_ZH, rows->arena));

	rows_add(rows, diag->unit);
	rows_set(rows, name);
	rows_set(rows, diag->accepted ? STR("已接受")
				      : diag_level_name(diag->level, DIAG_ZH));
	rows_set(rows, str_from(diag->kind->id));
	rows_set(rows, file_of(diag, rows->arena));
	rows_set_number(rows, diag->place.line);
	rows_set(rows, diag->place.column);
	rows_set(rows, place.words);
	rows_set_number(rows, place.page);
	rows_set(rows, argument(diag, 0));
	rows_set(rows, argument(diag, 1));
	rows_set(rows, parts.problem);
	rows_set(rows, parts.action);
}

static void add_findings(struct rows *rows, const struct diag_sink *sink,
			 struct str name)
{
	int level;
	size_t i;

	for (level = DIAG_FATAL; level >= DIAG_NOTE; level--)
		for (i = 0; i < sink->n; i++)
			if ((int)sink->list[i].level == level)
				add_finding(rows, &sink->list[i], name);
}

bool findings_workbook(const struct diag_sink *input,
		       struct outcome *const *outcomes, size_t n,
		       struct arena *arena, struct diag_sink *sink,
		       struct str *bytes)
{
	struct rows rows = rows_open("核对结果", columns, arena);
	struct sheets sheets = {.arena = arena};
	struct dataset dataset;
	size_t i;

	if (input != NULL)
		add_findings(&rows, input, STR_NONE);
	for (i = 0; i < n; i++)
		if (outcomes[i] != NULL && !outcomes[i]->gone)
			add_findings(&rows, outcomes[i]->sink,
				     outcomes[i]->name);
	rows_close(&rows, &sheets);
	return dataset_of(&dataset, &sheets, arena, sink) &&
	       tables_list(&dataset.list[0], arena, sink, bytes);
}
