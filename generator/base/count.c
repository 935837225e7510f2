/* SPDX-License-Identifier: MIT */
#include "base/count.h"

#include "base/arena.h"

static const char *const han[] = {"零", "一", "二", "三", "四",
				  "五", "六", "七", "八", "九"};

/* 1 to 9999: 十, 二十一, 一百零五. */
static void add_han(struct buf *buf, int64_t n)
{
	static const struct {
		int64_t value;
		const char *name;
	} units[] = {{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}};
	bool gap = false;
	size_t i;

	for (i = 0; i < sizeof(units) / sizeof(*units); i++) {
		int64_t digit = n / units[i].value % 10;

		if (digit == 0) {
			gap = buf->n > 0;
			continue;
		}
		if (gap)
			buf_add_cstr(buf, han[0]);
		gap = false;
		if (digit != 1 || units[i].value != 10 || buf->n > 0)
			buf_add_cstr(buf, han[digit]);
		buf_add_cstr(buf, units[i].name);
	}
}

/* 21 to 29 as 廿一 … 廿九, 31 to 39 as 卅一 …; tens as they are. */
static void add_nian(struct buf *buf, int64_t n)
{
	if (n <= 20 || n >= 40 || n % 10 == 0) {
		add_han(buf, n);
		return;
	}
	buf_add_cstr(buf, n < 30 ? "廿" : "卅");
	buf_add_cstr(buf, han[n % 10]);
}

static void add_circled(struct buf *buf, int64_t n)
{
	if (n <= 20)
		buf_add_code(buf, (uint32_t)(0x2460 + n - 1));
	else if (n <= 35)
		buf_add_code(buf, (uint32_t)(0x3251 + n - 21));
	else if (n <= 50)
		buf_add_code(buf, (uint32_t)(0x32B1 + n - 36));
	else
		buf_format(buf, "(%lld)", (long long)n);
}

struct str count_text(enum count_style style, int64_t n, struct arena *arena)
{
	struct buf buf = {.arena = arena};

	if (style == COUNT_DIGITS || n < 1 || n > 9999)
		buf_format(&buf, "%lld", (long long)n);
	else if (style == COUNT_HAN)
		add_han(&buf, n);
	else if (style == COUNT_NIAN)
		add_nian(&buf, n);
	else
		add_circled(&buf, n);
	return buf_str(&buf);
}
