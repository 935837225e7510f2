/* SPDX-License-Identifier: MIT */
#include "publish/report.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "publish/html.h"
#include "publish/manifest.h"
#include "publish/report_sums.h"

/* Colours have a contrast of 4.5 and more on white (WCAG 2.1, 1.4.3). */
static const char style[] =
    "body{font:1rem/1.6 \"Noto Sans CJK SC\",\"Microsoft YaHei\",sans-serif;"
    "margin:0 auto;max-width:76rem;padding:1rem;color:#1a1a1a}\n"
    "h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}\n"
    "table{border-collapse:collapse;width:100%}\n"
    "th,td{border-bottom:1px solid #bbb;padding:.4rem .6rem;text-align:left;"
    "vertical-align:top}\n"
    "thead th{white-space:nowrap;border-bottom:2px solid #555}\n"
    "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;"
    "white-space:nowrap}\n"
    "tr.unit th{padding-left:1.5rem;font-weight:normal}\n"
    "tbody tr:target{background:#fff6d6}\n"
    "caption{text-align:left;color:#555;padding:.3rem 0;white-space:nowrap}\n"
    ".failed,.error{color:#a40000}.edited,.warning{color:#7a4a00}\n"
    "span.failed,span.edited{font-weight:bold}\n"
    "dl{display:flex;flex-wrap:wrap;gap:.5rem;margin:1rem 0}"
    "dl div{border:1px solid #bbb;border-radius:.3rem;padding:.2rem .8rem}"
    "dt{color:#555;font-size:.9rem}dd{margin:0;font-size:1.3rem;"
    "font-variant-numeric:tabular-nums}\n"
    "tr.total th,tr.total td{font-weight:bold}\n"
    "ul{margin:.3rem 0;padding-left:1.2rem}summary{cursor:pointer;"
    "white-space:nowrap}\n"
    "td>ul{list-style:none;padding:0;margin:0}td>ul>li{white-space:nowrap}\n"
    "@media(max-width:48rem){table,tbody,tr,th,td,caption{display:block;"
    "border:0;padding:.1rem 0}"
    "thead{position:absolute;left:-999rem}tr{border-bottom:1px solid #bbb;"
    "padding:.5rem 0}tr.unit{padding-left:1rem}tr.unit th{padding-left:0}"
    "td.n{text-align:left}td:before{content:attr(data-label)"
    "\"：\";color:#555}td:empty{display:none}"
    "td>ul,td>ul>li{display:inline}td>ul>li:not(:last-child):after"
    "{content:\"、\"}td>ul>li{white-space:normal}}\n"
    "@media print{body{max-width:none;padding:0;font-size:.75rem}"
    "details>*{display:block}details::details-content"
    "{content-visibility:visible;height:auto}a{color:inherit;text-decoration:none}"
    "tr{break-inside:avoid}}\n";

/* A document of the page. */
struct report_unit {
	const struct outcome *outcome;
	const struct outcome *release; /* the last one, NULL: none */
	bool made_now;		       /* else it is as it was */
	size_t number;		       /* on the page, from 1 */
};

static size_t count_errors(const struct outcome *outcome)
{
	return diag_count_level(outcome->sink, DIAG_ERROR) +
	       diag_count_level(outcome->sink, DIAG_FATAL);
}

static bool is_edited(const struct outcome *outcome)
{
	size_t i;

	for (i = 0; i < outcome->n_files; i++)
		if (outcome->files[i].beside.n > 0)
			return true;
	return false;
}

/* What a document is to the reader, worst first. */
enum report_state {
	STATE_FAILED,
	STATE_GONE,
	STATE_REJECTED,
	STATE_EDITED,
	STATE_CORRECTED,
	STATE_NEW,
	STATE_SAME,
	N_STATES
};

static const struct {
	const char *name;  /* what is counted */
	const char *class; /* of its words, or NULL */
} states[N_STATES] = {
    [STATE_FAILED] = {"未生成", "failed"},
    [STATE_GONE] = {"数据中已没有", "failed"},
    [STATE_REJECTED] = {"未通过核对", "failed"},
    [STATE_EDITED] = {"有人工修改", "edited"},
    [STATE_CORRECTED] = {"有更正未发布", "edited"},
    [STATE_NEW] = {"新生成", NULL},
    [STATE_SAME] = {"无变化", NULL},
};

static enum report_state state_of(const struct report_unit *unit)
{
	const struct outcome *outcome = unit->outcome;

	if (outcome->gone)
		return STATE_GONE;
	if (!outcome->made)
		return STATE_FAILED;
	if (outcome->rejected)
		return STATE_REJECTED;
	if (is_edited(outcome))
		return STATE_EDITED;
	if (outcome->n_changes > 0)
		return STATE_CORRECTED;
	return unit->made_now ? STATE_NEW : STATE_SAME;
}

/* Why there is no new document: the first message that is an error. */
static void add_cause(struct buf *buf, const struct outcome *outcome)
{
	size_t i;

	if (outcome->held_back) {
		buf_add_cstr(buf, "：核对没有通过，按 --strict 没有生成");
		return;
	}
	for (i = 0; i < outcome->sink->n; i++) {
		const struct diag *diag = &outcome->sink->list[i];

		if (diag->level < DIAG_ERROR || diag->accepted)
			continue;
		buf_add_cstr(buf, "：");
		html_text(buf, diag_message(diag, DIAG_ZH, buf->arena));
		return;
	}
}

static void add_state(struct buf *buf, const struct report_unit *unit)
{
	enum report_state state = state_of(unit);

	if (states[state].class != NULL)
		buf_format(buf, "<span class=\"%s\">%s", states[state].class,
			   states[state].name);
	else
		buf_add_cstr(buf, states[state].name);
	if (state == STATE_FAILED)
		add_cause(buf, unit->outcome);
	if (state == STATE_CORRECTED)
		buf_format(buf, "（%zu 处）", unit->outcome->n_changes);
	if (states[state].class != NULL)
		buf_add_cstr(buf, "</span>");
}

/* PDF of pdf: as people write it. */
static struct str capitals(struct str text, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t i;

	for (i = 0; i < text.n; i++)
		buf_add_char(&buf, text.s[i] >= 'a' && text.s[i] <= 'z'
				       ? (char)(text.s[i] - 'a' + 'A')
				       : text.s[i]);
	return buf_str(&buf);
}

/* 更正说明 PDF of correction:pdf. */
static struct str format_name(const struct outcome_file *file,
			      struct arena *arena)
{
	struct str rest = file->format;
	struct str first = STR_NONE;

	if (!outcome_is_correction(file))
		return capitals(file->format, arena);
	str_split(&rest, ':', &first);
	rest = capitals(rest, arena);
	return str_format(arena, "更正说明 " STR_FMT, STR_ARG(rest));
}

/* 部门名称 PDF: a link says where it leads, read alone, too. */
static void add_link(struct buf *buf, const struct outcome *outcome,
		     const struct outcome_file *file)
{
	struct str format = format_name(file, buf->arena);

	buf_add_cstr(buf, "<li><a href=\"");
	html_address(buf, outcome_place(file));
	buf_add_cstr(buf, "\" aria-label=\"");
	html_text(buf, outcome->name);
	buf_add_char(buf, ' ');
	html_text(buf, format);
	buf_add_cstr(buf, "\">");
	html_text(buf, format);
	buf_add_cstr(buf, file->beside.n > 0 ? "（新）</a> " : "</a> ");
	html_size(buf, file->n_bytes);
	if (file->beside.n > 0) {
		buf_add_cstr(buf, "，<a href=\"");
		html_address(buf, file->path);
		buf_add_cstr(buf, "\">人工修改的</a>");
	}
	buf_add_cstr(buf, "</li>");
}

static void add_files(struct buf *buf, const struct outcome *outcome)
{
	size_t i;

	if (outcome->n_files == 0)
		return;
	buf_add_cstr(buf, "<ul>");
	for (i = 0; i < outcome->n_files; i++)
		add_link(buf, outcome, &outcome->files[i]);
	buf_add_cstr(buf, "</ul>");
}

/* The file of a release that a reader would open. */
static const struct outcome_file *main_file(const struct outcome *release)
{
	const struct outcome_file *file = outcome_file(release, STR("pdf"));

	return file != NULL ? file : outcome_file(release, STR("docx"));
}

static void add_release(struct buf *buf, const struct outcome *release)
{
	const struct outcome_file *file = main_file(release);

	buf_add_cstr(buf, "<li>");
	if (file != NULL) {
		buf_add_cstr(buf, "<a href=\"");
		html_address(buf, file->path);
		buf_add_cstr(buf, "\" aria-label=\"");
		html_text(buf, release->name);
		buf_add_char(buf, ' ');
		html_text(buf, release->released);
		buf_add_cstr(buf, " 公开的文本\">");
	}
	html_text(buf, release->released);
	if (file != NULL)
		buf_add_cstr(buf, "</a>");
	if (release->n_changes > 0)
		buf_format(buf, "（更正 %zu 处）", release->n_changes);
	buf_add_cstr(buf, "</li>");
}

/* All releases of the document, the last first. */
static void add_releases(struct buf *buf, const struct manifest *manifest,
			 const struct report_unit *unit)
{
	size_t i;

	if (unit->release == NULL)
		return;
	buf_add_cstr(buf, "<ul>");
	for (i = manifest->n_releases; i-- > 0;)
		if (str_equal(manifest->releases[i]->key, unit->release->key))
			add_release(buf, manifest->releases[i]);
	buf_add_cstr(buf, "</ul>");
}

static void add_findings(struct buf *buf, const struct outcome *outcome)
{
	size_t errors = count_errors(outcome);
	size_t warnings = diag_count_level(outcome->sink, DIAG_WARNING);
	size_t i;

	if (outcome->sink->n == 0) {
		buf_add_cstr(buf, "无");
		return;
	}
	buf_add_cstr(buf, "<details><summary>");
	if (errors > 0)
		buf_format(buf, "<span class=\"error\">错误 %zu</span>%s",
			   errors, warnings > 0 ? "，" : "");
	if (warnings > 0)
		buf_format(buf, "警告 %zu", warnings);
	if (errors + warnings == 0)
		buf_format(buf, "提示 %zu", outcome->sink->n);
	buf_add_cstr(buf, "</summary><ul>");
	for (i = 0; i < outcome->sink->n; i++) {
		const struct diag *diag = &outcome->sink->list[i];

		buf_format(buf, "<li class=\"%s\">",
			   diag->level >= DIAG_ERROR	 ? "error"
			   : diag->level == DIAG_WARNING ? "warning"
							 : "note");
		html_text(buf, diag_text(diag, DIAG_ZH, buf->arena));
		buf_add_cstr(buf, "</li>");
	}
	buf_add_cstr(buf, "</ul></details>");
}

static void add_unit(struct buf *buf, const struct manifest *manifest,
		     const struct report_unit *unit)
{
	const struct outcome *outcome = unit->outcome;

	buf_add_cstr(buf, outcome->department ? "<tr" : "<tr class=\"unit\"");
	buf_format(buf, " id=\"u%zu\"><th scope=\"row\">", unit->number);
	html_text(buf, outcome->code);
	buf_add_char(buf, ' ');
	html_text(buf, outcome->name);
	buf_add_cstr(buf, "</th><td data-label=\"状态\">");
	add_state(buf, unit);
	buf_add_cstr(buf, "</td><td data-label=\"公开\">");
	add_releases(buf, manifest, unit);
	buf_add_cstr(buf, "</td><td class=\"n\" data-label=\"支出（万元）\">");
	if (outcome->made)
		html_money(buf, report_expenditure(&outcome->sums));
	buf_add_cstr(buf, "</td><td class=\"n\" data-label=\"页数\">");
	if (outcome->n_pages > 0)
		buf_format(buf, "%zu", outcome->n_pages);
	buf_add_cstr(buf, "</td><td data-label=\"文件\">");
	add_files(buf, outcome);
	buf_add_cstr(buf, "</td><td data-label=\"核对\">");
	add_findings(buf, outcome);
	buf_add_cstr(buf, "</td></tr>\n");
}

static void add_count(struct buf *buf, const char *name, size_t n)
{
	buf_format(buf, "<div><dt>%s</dt><dd>%zu</dd></div>\n", name, n);
}

static size_t size_of_files(const struct outcome *outcome)
{
	size_t n_bytes = 0;
	size_t i;

	for (i = 0; i < outcome->n_files; i++)
		n_bytes += outcome->files[i].n_bytes;
	return n_bytes;
}

static void add_counts(struct buf *buf, const struct report_unit *units,
		       size_t n_units)
{
	size_t by_state[N_STATES] = {0};
	size_t pages = 0;
	size_t released = 0;
	size_t n_bytes = 0;
	size_t i;

	for (i = 0; i < n_units; i++) {
		by_state[state_of(&units[i])]++;
		pages += units[i].outcome->n_pages;
		n_bytes += size_of_files(units[i].outcome);
		released += units[i].release != NULL;
	}
	buf_add_cstr(buf, "<dl>\n");
	add_count(buf, "文本", n_units);
	add_count(buf, "页数", pages);
	buf_add_cstr(buf, "<div><dt>大小</dt><dd>");
	html_size(buf, n_bytes);
	buf_add_cstr(buf, "</dd></div>\n");
	add_count(buf, "已公开", released);
	for (i = 0; i < N_STATES; i++)
		if (by_state[i] > 0)
			add_count(buf, states[i].name, by_state[i]);
	buf_add_cstr(buf, "</dl>\n");
}

/* The documents of one state, each leading to its row. */
static void add_urgent_state(struct buf *buf, const struct report_unit *units,
			     size_t n_units, enum report_state state)
{
	size_t n = 0;
	size_t i;

	for (i = 0; i < n_units; i++) {
		if (state_of(&units[i]) != state)
			continue;
		if (n++ == 0)
			buf_format(buf, "<li><span class=\"%s\">%s</span>：",
				   states[state].class, states[state].name);
		else
			buf_add_cstr(buf, "、");
		buf_format(buf, "<a href=\"#u%zu\">", units[i].number);
		html_text(buf, units[i].outcome->code);
		buf_add_char(buf, ' ');
		html_text(buf, units[i].outcome->name);
		buf_add_cstr(buf, "</a>");
	}
	if (n > 0)
		buf_add_cstr(buf, "</li>\n");
}

static bool is_urgent(enum report_state state)
{
	return states[state].class != NULL;
}

/* What somebody has to look at, before all others. */
static void add_urgent(struct buf *buf, const struct report_unit *units,
		       size_t n_units)
{
	struct buf list = {.arena = buf->arena};
	enum report_state state;

	for (state = STATE_FAILED; state < N_STATES; state++)
		if (is_urgent(state))
			add_urgent_state(&list, units, n_units, state);
	buf_add_cstr(buf, "<h2>需要处理</h2>\n");
	if (list.n == 0) {
		buf_add_cstr(buf, "<p>无。</p>\n");
		return;
	}
	buf_add_cstr(buf, "<ul>\n");
	buf_add(buf, buf_str(&list));
	buf_add_cstr(buf, "</ul>\n");
}

static int compare_units(const void *a, const void *b)
{
	const struct report_unit *left = a;
	const struct report_unit *right = b;
	int order = str_compare(left->outcome->code, right->outcome->code);

	return order != 0
		   ? order
		   : str_compare(left->outcome->key, right->outcome->key);
}

static void add_head(struct buf *buf, struct str title)
{
	buf_add_cstr(buf, "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n"
			  "<meta charset=\"utf-8\">\n"
			  "<meta name=\"viewport\" "
			  "content=\"width=device-width, initial-scale=1\">\n"
			  "<title>");
	html_text(buf, title);
	buf_add_cstr(buf, "</title>\n<style>\n");
	buf_add_cstr(buf, style);
	buf_add_cstr(buf, "</style>\n</head>\n<body>\n<main>\n<h1>");
	html_text(buf, title);
	buf_add_cstr(buf, "</h1>\n");
}

static void add_units(struct buf *buf, const struct manifest *manifest,
		      const struct report_unit *units)
{
	size_t i;

	buf_add_cstr(buf,
		     "<h2>各单位</h2>\n"
		     "<table>\n<thead><tr><th scope=\"col\">单位</th>"
		     "<th scope=\"col\">状态</th>"
		     "<th scope=\"col\">公开</th>"
		     "<th scope=\"col\" class=\"n\">支出（万元）</th>"
		     "<th scope=\"col\" class=\"n\">页数</th>"
		     "<th scope=\"col\">文件</th>"
		     "<th scope=\"col\">核对</th></tr></thead>\n<tbody>\n");
	for (i = 0; i < manifest->n; i++)
		add_unit(buf, manifest, &units[i]);
	buf_add_cstr(buf, "</tbody>\n</table>\n");
}

struct str report_html(struct str title, const struct manifest *manifest,
		       const struct map *now, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	struct report_unit *units =
	    ARENA_ARRAY(arena, manifest->n + 1, struct report_unit);
	size_t i;

	for (i = 0; i < manifest->n; i++) {
		const struct outcome *outcome = manifest->documents[i];

		units[i] = (struct report_unit){
		    outcome, manifest_released(manifest, outcome->key),
		    now != NULL && map_find(now, outcome->key) != MAP_NONE};
	}
	qsort(units, manifest->n, sizeof(*units), compare_units);
	for (i = 0; i < manifest->n; i++)
		units[i].number = i + 1;
	add_head(&buf, title);
	add_counts(&buf, units, manifest->n);
	add_urgent(&buf, units, manifest->n);
	report_add_sums(&buf, manifest);
	add_units(&buf, manifest, units);
	buf_add_cstr(&buf, "</main>\n</body>\n</html>\n");
	return buf_str(&buf);
}
