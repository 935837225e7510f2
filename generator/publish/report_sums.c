/* SPDX-License-Identifier: MIT */
#include "publish/report_sums.h"

#include "base/arena.h"
#include "publish/html.h"
#include "publish/manifest.h"

/* What the documents of departments add up to. */
static struct fund_sums sum_of_documents(const struct manifest *manifest,
					 struct arena *arena)
{
	struct fund_sums sums = {.n = 0};
	size_t i;

	for (i = 0; i < manifest->n; i++) {
		const struct outcome *outcome = manifest->documents[i];

		if (outcome->department && outcome->made && !outcome->gone)
			fund_sums_add(&sums, &outcome->sums, arena);
	}
	return sums;
}

static struct money difference(struct money a, struct money b)
{
	/* Sums of tables are held in range when they are read. */
	money_subtract(&a, b);
	return a;
}

static void add_cell(struct buf *buf, const char *label, struct money money)
{
	buf_format(buf, "<td class=\"n\" data-label=\"%s\">", label);
	html_money(buf, money);
	buf_add_cstr(buf, "</td>");
}

/* A difference of nothing is said in a word. */
static void add_difference(struct buf *buf, const char *label,
			   struct money money)
{
	buf_format(buf, "<td class=\"n\" data-label=\"%s\">", label);
	if (money.fen == 0) {
		buf_add_cstr(buf, "相符</td>");
		return;
	}
	buf_add_cstr(buf, "<span class=\"error\">差 ");
	html_money(buf, money);
	buf_add_cstr(buf, "</span></td>");
}

static void add_row(struct buf *buf, const struct fund_sum *all,
		    const struct fund_sum *documents, bool total)
{
	buf_add_cstr(buf, total ? "<tr class=\"total\"><th scope=\"row\">"
				: "<tr><th scope=\"row\">");
	html_text(buf, all->fund);
	buf_add_cstr(buf, "</th>");
	add_cell(buf, "收入", all->income);
	add_cell(buf, "支出", all->expenditure);
	add_difference(buf, "收支", difference(all->income, all->expenditure));
	add_cell(buf, "各部门文本支出合计", documents->expenditure);
	add_difference(buf, "与数据",
		       difference(documents->expenditure, all->expenditure));
	buf_add_cstr(buf, "</tr>\n");
}

static struct fund_sum total_of(const struct fund_sums *sums)
{
	struct fund_sum total = {.fund = STR("合计")};
	size_t i;

	for (i = 0; i < sums->n; i++) {
		money_add(&total.income, sums->list[i].income);
		money_add(&total.expenditure, sums->list[i].expenditure);
	}
	return total;
}

struct money report_expenditure(const struct fund_sums *sums)
{
	return total_of(sums).expenditure;
}

static void add_table(struct buf *buf, const struct fund_sums *all,
		      const struct fund_sums *documents)
{
	struct fund_sum total = total_of(all);
	struct fund_sum of_documents = total_of(documents);
	size_t i;

	buf_add_cstr(buf,
		     "<table>\n<caption>单位：万元</caption>\n<thead><tr>"
		     "<th scope=\"col\">资金性质</th>"
		     "<th scope=\"col\" class=\"n\">收入</th>"
		     "<th scope=\"col\" class=\"n\">支出</th>"
		     "<th scope=\"col\" class=\"n\">收支</th>"
		     "<th scope=\"col\" class=\"n\">各部门文本支出合计</th>"
		     "<th scope=\"col\" class=\"n\">与数据</th></tr></thead>\n"
		     "<tbody>\n");
	for (i = 0; i < all->n; i++) {
		const struct fund_sum *same =
		    fund_sums_find(documents, all->list[i].fund);
		struct fund_sum none = {.fund = STR_NONE};

		add_row(buf, &all->list[i], same == NULL ? &none : same, false);
	}
	add_row(buf, &total, &of_documents, true);
	buf_add_cstr(buf, "</tbody>\n</table>\n");
}

static void begin_item(struct buf *buf, struct str code, struct str name)
{
	buf_add_cstr(buf, "<li class=\"error\">");
	html_text(buf, code);
	buf_add_char(buf, ' ');
	html_text(buf, name);
	buf_add_cstr(buf, "：");
}

/* Funds of which a unit does not spend what it gets. */
static size_t add_unbalanced(struct buf *buf, const struct outcome *outcome)
{
	size_t n = 0;
	size_t i;

	for (i = 0; i < outcome->sums.n; i++) {
		const struct fund_sum *sum = &outcome->sums.list[i];

		if (sum->income.fen == sum->expenditure.fen)
			continue;
		begin_item(buf, outcome->code, outcome->name);
		html_text(buf, sum->fund);
		buf_add_cstr(buf, "收入 ");
		html_money(buf, sum->income);
		buf_add_cstr(buf, " 万元，支出 ");
		html_money(buf, sum->expenditure);
		buf_add_cstr(buf, " 万元</li>\n");
		n++;
	}
	return n;
}

static void add_without(struct buf *buf, struct str code, struct str name,
			const struct fund_sums *sums)
{
	struct fund_sum total = total_of(sums);

	begin_item(buf, code, name);
	buf_add_cstr(buf, "没有文本，支出 ");
	html_money(buf, total.expenditure);
	buf_add_cstr(buf, " 万元不在各部门文本中</li>\n");
}

/* What does not add up, by name. */
static void add_faults(struct buf *buf, const struct manifest *manifest)
{
	const struct built *built = &manifest->built;
	struct buf list = {.arena = buf->arena};
	size_t n = 0;
	size_t i;

	for (i = 0; i < manifest->n; i++) {
		const struct outcome *outcome = manifest->documents[i];

		if (outcome->gone)
			continue;
		n += add_unbalanced(&list, outcome);
		if (outcome->department && !outcome->made) {
			add_without(&list, outcome->code, outcome->name,
				    &outcome->sums);
			n++;
		}
	}
	for (i = 0; i < built->n_left_out; i++) {
		add_without(&list, built->left_out[i].code,
			    built->left_out[i].name, &built->left_out[i].sums);
		n++;
	}
	if (n == 0) {
		buf_add_cstr(buf, "<p>各单位各项资金收支相符，各部门文本合计与"
				  "数据相符。</p>\n");
		return;
	}
	buf_format(buf, "<p>不相符的 %zu 处：</p>\n<ul>\n", n);
	buf_add(buf, buf_str(&list));
	buf_add_cstr(buf, "</ul>\n");
}

void report_add_sums(struct buf *buf, const struct manifest *manifest)
{
	struct fund_sums documents = sum_of_documents(manifest, buf->arena);

	if (manifest->built.sums.n == 0)
		return;
	buf_add_cstr(buf, "<h2>合计与核对</h2>\n");
	add_table(buf, &manifest->built.sums, &documents);
	add_faults(buf, manifest);
}
