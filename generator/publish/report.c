/* SPDX-License-Identifier: MIT */
#include "publish/report.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "publish/outcome.h"

/* Colours have a contrast of 4.5 and more on white (WCAG 2.1, 1.4.3). */
static const char style[] =
    "body{font:1rem/1.6 \"Noto Sans CJK SC\",\"Microsoft YaHei\",sans-serif;"
    "margin:0 auto;max-width:64rem;padding:1rem;color:#1a1a1a}\n"
    "h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}\n"
    "table{border-collapse:collapse;width:100%}\n"
    "th,td{border-bottom:1px solid #bbb;padding:.4rem .5rem;text-align:left;"
    "vertical-align:top}\n"
    "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}\n"
    "tr.unit th{padding-left:1.5rem;font-weight:normal}\n"
    ".failed,.error{color:#a40000}.edited,.warning{color:#7a4a00}\n"
    "ul{margin:.3rem 0;padding-left:1.2rem}summary{cursor:pointer}\n"
    "@media(max-width:40rem){table,tbody,tr,th,td{display:block;border:0}"
    "thead{position:absolute;left:-999rem}tr{border-bottom:1px solid #bbb;"
    "padding:.5rem 0}td.n{text-align:left}td:before{content:attr(data-label)"
    "\"：\";color:#555}td:empty{display:none}}\n"
    "@media print{body{max-width:none;padding:0}details>*{display:block}"
    "tr{break-inside:avoid}}\n";

static void add_escaped(struct buf *buf, struct str text)
{
	size_t i;

	for (i = 0; i < text.n; i++) {
		switch (text.s[i]) {
		case '&': buf_add_cstr(buf, "&amp;"); break;
		case '<': buf_add_cstr(buf, "&lt;"); break;
		case '>': buf_add_cstr(buf, "&gt;"); break;
		case '"': buf_add_cstr(buf, "&quot;"); break;
		default: buf_add_char(buf, text.s[i]); break;
		}
	}
}

/* A path as a link's address: ASCII other than letters, digits and / is
 * escaped (RFC 3986); other characters may stand as they are. */
static void add_address(struct buf *buf, struct str path)
{
	size_t i;

	for (i = 0; i < path.n; i++) {
		unsigned char c = (unsigned char)path.s[i];

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		    (c >= '0' && c <= '9') || c == '/' || c == '.' || c >= 0x80)
			buf_add_char(buf, (char)c);
		else
			buf_format(buf, "%%%02X", c);
	}
}

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

static void add_state(struct buf *buf, const struct report_unit *unit)
{
	const struct outcome *outcome = unit->outcome;

	if (outcome->held_back)
		buf_add_cstr(buf,
			     "<span class=\"failed\">有错误，未生成</span>");
	else if (!outcome->made)
		buf_add_cstr(buf, "<span class=\"failed\">未生成</span>");
	else if (is_edited(outcome))
		buf_add_cstr(buf, "<span class=\"edited\">有人工修改</span>");
	else
		buf_add_cstr(buf, unit->made_now ? "新生成" : "无变化");
}

static void add_size(struct buf *buf, size_t n_bytes)
{
	if (n_bytes < 1024 * 1024)
		buf_format(buf, "%zu KB", (n_bytes + 1023) / 1024);
	else
		buf_format(buf, "%zu.%zu MB", n_bytes / (1024 * 1024),
			   n_bytes % (1024 * 1024) * 10 / (1024 * 1024));
}

/* 部门名称 PDF: a link says where it leads, read alone, too. */
static void add_link(struct buf *buf, const struct outcome *outcome,
		     const struct outcome_file *file)
{
	struct str format = file->format;

	buf_add_cstr(buf, "<li><a href=\"");
	add_address(buf, outcome_place(file));
	buf_add_cstr(buf, "\" aria-label=\"");
	add_escaped(buf, outcome->name);
	buf_add_char(buf, ' ');
	add_escaped(buf, format);
	buf_add_cstr(buf, "\">");
	add_escaped(buf, format);
	buf_add_cstr(buf, file->beside.n > 0 ? "（新）</a> " : "</a> ");
	add_size(buf, file->n_bytes);
	if (file->beside.n > 0) {
		buf_add_cstr(buf, "，<a href=\"");
		add_address(buf, file->path);
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
		buf_format(buf, "<span class=\"error\">错误 %zu</span>，",
			   errors);
	buf_format(buf, "警告 %zu</summary><ul>", warnings);
	for (i = 0; i < outcome->sink->n; i++) {
		const struct diag *diag = &outcome->sink->list[i];

		buf_format(buf, "<li class=\"%s\">",
			   diag->level >= DIAG_ERROR ? "error" : "warning");
		add_escaped(buf, diag_text(diag, DIAG_ZH, buf->arena));
		if (diag->accepted)
			buf_add_cstr(buf, "（已核实）");
		buf_add_cstr(buf, "</li>");
	}
	buf_add_cstr(buf, "</ul></details>");
}

/* A department's folder bears its code. */
static bool is_department(const struct outcome *outcome)
{
	return outcome->n_files == 0 ||
	       str_starts(outcome->files[0].path, outcome->code);
}

static void add_unit(struct buf *buf, const struct report_unit *unit)
{
	const struct outcome *outcome = unit->outcome;

	buf_add_cstr(buf, is_department(outcome)
			      ? "<tr><th scope=\"row\">"
			      : "<tr class=\"unit\"><th scope=\"row\">");
	add_escaped(buf, outcome->code);
	buf_add_char(buf, ' ');
	add_escaped(buf, outcome->name);
	buf_add_cstr(buf, "</th><td data-label=\"状态\">");
	add_state(buf, unit);
	buf_add_cstr(buf, "</td><td class=\"n\" data-label=\"页数\">");
	if (outcome->n_pages > 0)
		buf_format(buf, "%zu", outcome->n_pages);
	buf_add_cstr(buf, "</td><td data-label=\"文件\">");
	add_files(buf, outcome);
	buf_add_cstr(buf, "</td><td data-label=\"核对\">");
	add_findings(buf, outcome);
	buf_add_cstr(buf, "</td></tr>\n");
}

static void add_totals(struct buf *buf, const struct report_unit *units,
		       size_t n_units)
{
	size_t made = 0;
	size_t pages = 0;
	size_t bad = 0;
	size_t failed = 0;
	size_t edited = 0;
	size_t i;

	for (i = 0; i < n_units; i++) {
		const struct outcome *outcome = units[i].outcome;

		made += outcome->made;
		failed += !outcome->made;
		pages += outcome->made ? outcome->n_pages : 0;
		bad += count_errors(outcome) > 0;
		edited += is_edited(outcome);
	}
	buf_format(buf,
		   "<p>共 %zu 个单位：已有文本 %zu 个（%zu 页），未生成 %zu "
		   "个，核对有错误 %zu 个，有人工修改 %zu 个。</p>\n",
		   n_units, made, pages, failed, bad, edited);
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

struct str report_html(struct str title, struct report_unit *units,
		       size_t n_units, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t i;

	if (n_units > 0)
		qsort(units, n_units, sizeof(*units), compare_units);
	buf_add_cstr(&buf, "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n"
			   "<meta charset=\"utf-8\">\n"
			   "<meta name=\"viewport\" "
			   "content=\"width=device-width, initial-scale=1\">\n"
			   "<title>");
	add_escaped(&buf, title);
	buf_add_cstr(&buf, "</title>\n<style>\n");
	buf_add_cstr(&buf, style);
	buf_add_cstr(&buf, "</style>\n</head>\n<body>\n<main>\n<h1>");
	add_escaped(&buf, title);
	buf_add_cstr(&buf, "</h1>\n");
	add_totals(&buf, units, n_units);
	buf_add_cstr(&buf,
		     "<table>\n<thead><tr><th scope=\"col\">单位</th>"
		     "<th scope=\"col\">状态</th>"
		     "<th scope=\"col\" class=\"n\">页数</th>"
		     "<th scope=\"col\">文件</th>"
		     "<th scope=\"col\">核对</th></tr></thead>\n<tbody>\n");
	for (i = 0; i < n_units; i++)
		add_unit(&buf, &units[i]);
	buf_add_cstr(&buf, "</tbody>\n</table>\n</main>\n</body>\n</html>\n");
	return buf_str(&buf);
}
