/* SPDX-License-Identifier: MIT */
#include "check/figure.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "check/words.h"

#define MILLION	    1000000
#define MOST_DIGITS 11

__extension__ typedef __int128 wide;

/* Where reading is, and what brackets are open. */
struct reader {
	struct str text;
	size_t at;
	int titles; /* 《 and 〔 that are open */
};

static uint32_t peek(struct str text, size_t at)
{
	uint32_t code;

	if (at >= text.n)
		return 0;
	code = utf8_next(text, &at);
	return code > 0xFF00 && code < 0xFF5F ? code - 0xFEE0 : code;
}

static bool is_digit(uint32_t code)
{
	return code >= '0' && code <= '9';
}

static bool is_letter(uint32_t code)
{
	return (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') ||
	       code == '_';
}

/* The code point that ends before at, 0 at the start. */
static uint32_t before(struct str text, size_t at)
{
	if (at == 0)
		return 0;
	do {
		at--;
	} while (at > 0 && ((unsigned char)text.s[at] & 0xC0) == 0x80);
	return peek(text, at);
}

static size_t skip_blanks(struct str text, size_t at)
{
	for (;;) {
		size_t next = at;
		uint32_t code = at < text.n ? utf8_next(text, &next) : 0;

		if (code != ' ' && code != 0xA0 && code != 0x3000)
			return at;
		at = next;
	}
}

/* A comma between groups of three digits: 1,234,567.89. One in full width is
 * a comma of the sentence, unless decimals or a unit of money follow. */
static bool groups_here(struct str text, size_t at, int digits_before)
{
	bool wide_comma = at < text.n && text.s[at] != ',';
	uint32_t code;
	int i;

	if (peek(text, at) != ',' || digits_before > 3)
		return false;
	utf8_next(text, &at);
	for (i = 0; i < 3; i++) {
		if (!is_digit(peek(text, at)))
			return false;
		utf8_next(text, &at);
	}
	code = peek(text, at);
	if (wide_comma && code != '.' && code != ',' && code != 0x4E07 &&
	    code != 0x5143) /* 万, 元 */
		return false;
	return !is_digit(code);
}

/* The digits at *at; returns how many stand before the point. */
static int read_digits(struct str text, size_t *at, struct figure *figure)
{
	int whole = 0;
	int run = 0;
	int64_t scale = MILLION;

	for (;;) {
		uint32_t code = peek(text, *at);

		if (is_digit(code)) {
			if (++whole <= MOST_DIGITS)
				figure->value = figure->value * 10 +
						(int64_t)(code - '0') * MILLION;
			run++;
			utf8_next(text, at);
		} else if (groups_here(text, *at, run)) {
			utf8_next(text, at);
			run = 0;
		} else {
			break;
		}
	}
	if (peek(text, *at) != '.')
		return whole;
	{
		size_t next = *at;

		utf8_next(text, &next);
		if (!is_digit(peek(text, next)))
			return whole;
		for (; is_digit(peek(text, next)); utf8_next(text, &next)) {
			scale /= 10;
			figure->value +=
			    (int64_t)(peek(text, next) - '0') * scale;
			figure->decimals++;
		}
		*at = next;
	}
	return whole;
}

static const char *const classifiers[] = {
    "平方公里", "立方米", "平方米", "万平方米", "人次", "万人次", "万字",
    "万份",	"万册",	  "万人",   "万户",	"万亩", "公里",	  "千米",
    "公斤",	"千克",	  "小时",   "分钟",	"车次", "架次",	  "批次",
    "场次",	"例次",	  "班次",   "个月",	"课时", "公顷",	  "米",
    "人",	"名",	  "辆",	    "台",	"套",	"个",	  "次",
    "件",	"份",	  "场",	    "期",	"批",	"家",	  "户",
    "篇",	"条",	  "项",	    "处",	"座",	"间",	  "㎡",
    "亩",	"吨",	  "天",	    "日",	"月",	"年",	  "字",
    "册",	"本",	  "部",	    "张",	"块",	"支",	  "组",
    "所",	"村",	  "床",	    "位",	"节",	"类",	  "种",
    "轮",	"届",	  "号",	    "艘",	"幅",	"盏",	  "株",
    "棵",	"头",	  "只",	    "款",	"度",	"元/",	  "万页",
    "万卷",	"页",	  "卷",	    "万",	NULL};

struct money_word {
	const char *word;
	enum money_unit unit;
	int64_t times;
};

static const struct money_word money_words[] = {
    {"亿元", MONEY_WAN, 10000}, {"万元", MONEY_WAN, 1},
    {"万人民币", MONEY_WAN, 1}, {"千元", MONEY_YUAN, 1000},
    {"元整", MONEY_YUAN, 1},	{"元", MONEY_YUAN, 1},
    {"万 元", MONEY_WAN, 1},
};

/* 元/人, 元／次: a price, no sum of money. */
static bool is_price(struct str rest)
{
	return str_starts(rest, STR("/")) || str_starts(rest, STR("／"));
}

static bool read_money_unit(struct str text, size_t at, struct figure *figure)
{
	struct str rest = str_slice(text, at, text.n);
	size_t i;

	for (i = 0; i < sizeof(money_words) / sizeof(*money_words); i++) {
		struct str word = str_from(money_words[i].word);

		if (!str_starts(rest, word))
			continue;
		figure->kind = FIGURE_MONEY;
		figure->money = money_words[i].unit;
		figure->times = money_words[i].times;
		figure->unit = str_slice(text, at, word.n);
		figure->to = at + word.n;
		if (is_price(str_slice(rest, word.n, rest.n)))
			figure->kind = FIGURE_COUNT;
		return true;
	}
	return false;
}

static bool read_percent(struct str text, size_t at, struct figure *figure)
{
	static const char *const points[] = {"个百分点", "百分点", NULL};
	static const char *const signs[] = {"%", "％", NULL};
	struct str rest = str_slice(text, at, text.n);
	size_t n = words_start(rest, points);

	if (n > 0) {
		figure->kind = FIGURE_POINTS;
	} else if ((n = words_start(rest, signs)) > 0) {
		figure->kind = FIGURE_PERCENT;
	} else if (str_starts(rest, STR("‰"))) {
		figure->kind = FIGURE_PERCENT;
		figure->value /= 10;
		figure->decimals++;
		n = sizeof("‰") - 1;
	} else {
		return false;
	}
	figure->unit = str_slice(text, at, n);
	figure->to = at + n;
	return true;
}

static void read_unit(struct str text, struct figure *figure)
{
	size_t at = skip_blanks(text, figure->number_to);
	size_t n;

	figure->kind = FIGURE_PLAIN;
	figure->to = figure->number_to;
	if (read_money_unit(text, at, figure) || read_percent(text, at, figure))
		return;
	n = words_start(str_slice(text, at, text.n), classifiers);
	if (n == 0)
		return;
	figure->kind = FIGURE_COUNT;
	figure->unit = str_slice(text, at, n);
	figure->to = at + n;
}

/* 年 behind four digits that are a year, 2024年12月31日 and its parts. */
static bool read_year(struct str text, struct figure *figure, int digits)
{
	int value = (int)(figure->value / MILLION);
	size_t at = skip_blanks(text, figure->number_to);

	if (digits != 4 || figure->decimals > 0 || value < 1900 || value > 2099)
		return false;
	if (peek(text, at) != 0x5E74) { /* 年 */
		size_t next = at;

		if (at != figure->number_to || at >= text.n)
			return false;
		/* 2023-2025年 */
		if (peek(text, at) != '-' && peek(text, at) != 0x2014 &&
		    peek(text, at) != 0x2013 && peek(text, at) != 0x81F3)
			return false;
		while (next < text.n && !is_digit(peek(text, next)) &&
		       next < at + 7)
			utf8_next(text, &next);
		for (value = 0; is_digit(peek(text, next)); value++)
			utf8_next(text, &next);
		if (value != 4 || peek(text, skip_blanks(text, next)) != 0x5E74)
			return false;
		at = figure->number_to;
	} else {
		at += 3;
	}
	figure->kind = FIGURE_YEAR;
	figure->year = (int)(figure->value / MILLION);
	figure->unit = STR("年");
	figure->to = at;
	return true;
}

/* A number of one or two digits and the character behind it (月, 日). */
static int read_part(struct str text, size_t *at, uint32_t mark)
{
	size_t next = skip_blanks(text, *at);
	int value = 0;
	int n;

	for (n = 0; n < 2 && is_digit(peek(text, next)); n++) {
		value = value * 10 + (int)(peek(text, next) - '0');
		utf8_next(text, &next);
	}
	next = skip_blanks(text, next);
	if (n == 0 || peek(text, next) != mark)
		return 0;
	utf8_next(text, &next);
	*at = next;
	return value;
}

static void read_date(struct str text, struct figure *figure)
{
	size_t at = figure->to;

	figure->month = read_part(text, &at, 0x6708); /* 月 */
	if (figure->month == 0 || figure->month > 12) {
		figure->month = 0;
		return;
	}
	figure->day = read_part(text, &at, 0x65E5); /* 日 */
	figure->kind = FIGURE_DATE;
	figure->to = at;
}

/* 2023-12-31, 2023.12.31, 2023/12/31: digits joined by one kind of sign. */
static bool read_iso_date(struct str text, struct figure *figure, size_t from)
{
	int parts[3] = {0, 0, 0};
	size_t at = from;
	uint32_t sign = 0;
	int i;

	for (i = 0; i < 3; i++) {
		int n = 0;

		for (; is_digit(peek(text, at)) && n < 4; n++) {
			parts[i] = parts[i] * 10 + (int)(peek(text, at) - '0');
			utf8_next(text, &at);
		}
		if (n == 0 || (i == 0 && n != 4))
			return false;
		if (i == 2)
			break;
		if (i == 0)
			sign = peek(text, at);
		if ((sign != '-' && sign != '.' && sign != '/') ||
		    peek(text, at) != sign)
			return false;
		at++;
	}
	if (parts[0] < 1900 || parts[1] > 12 || parts[2] > 31)
		return false;
	figure->kind = FIGURE_DATE;
	figure->year = parts[0];
	figure->month = parts[1];
	figure->day = parts[2];
	figure->number_to = figure->to = at;
	return true;
}

/* Digits that letters or other digits are joined to are a code. */
static bool read_code(struct str text, struct figure *figure, int digits)
{
	size_t at = figure->number_to;
	uint32_t last = before(text, figure->from);

	if (digits <= MOST_DIGITS && !is_letter(last) &&
	    !(last == '-' && is_digit(before(text, figure->from - 1))) &&
	    !is_letter(peek(text, at)) &&
	    !(peek(text, at) == '-' && is_digit(peek(text, at + 1))))
		return false;
	while (is_letter(peek(text, at)) || is_digit(peek(text, at)) ||
	       peek(text, at) == '-')
		utf8_next(text, &at);
	figure->kind = FIGURE_CODE;
	figure->to = at;
	return true;
}

static bool read_ordinal(struct str text, struct figure *figure)
{
	uint32_t last = before(text, figure->from);
	uint32_t next = peek(text, figure->number_to);

	if (last == 0x7B2C && figure->decimals == 0) { /* 第 */
		figure->kind = FIGURE_ORDINAL;
		return true;
	}
	if (figure->decimals == 0 && figure->value < 1000 * (int64_t)MILLION &&
	    (next == 0x3001 || next == '.' || next == ')') &&
	    (last == 0 || last == 0x3002 || last == 0xFF1B || last == ';' ||
	     last == '\n' || (last == '(' && next == ')'))) {
		figure->kind = FIGURE_ORDINAL;
		return true;
	}
	return false;
}

static void read_qualities(struct str text, struct figure *figure)
{
	static const char *const bounds[] = {"以上",	 "以下", "以内",
					     "（含）",	 "(含)", "（含本数",
					     "（不含）", NULL};
	static const char *const behind[] = {"左右", "上下", "余", "多", NULL};
	static const char *const ahead[] = {"约",   "大约", "近",
					    "不足", "超过", NULL};
	struct str rest = str_slice(text, figure->to, text.n);
	struct str lead = str_slice(text, 0, figure->from);
	size_t from = lead.n > 12 ? lead.n - 12 : 0;

	figure->bound = words_start(rest, bounds) > 0;
	figure->about =
	    words_start(rest, behind) > 0 ||
	    words_end(str_trim(str_slice(lead, from, 12)), ahead) > 0;
}

/* Where the sign before a value at at begins; at itself: there is none, or the
 * dash joins two things, as in 3-5%. */
static size_t sign_before(struct str text, size_t at)
{
	static const char *const signs[] = {"-", "−", "－", "﹣", NULL};
	/* 5月-6月, 3%-5%, 2人-4人 */
	static const char *const joined[] = {"%",  "％", "年", "月", "日",
					     "元", "人", "个", ")",  "）",
					     "-",  "—",	 NULL};
	size_t n = words_end(str_slice(text, 0, at), signs);
	struct str lead = str_slice(text, 0, at - n);
	uint32_t last = before(text, at - n);

	if (n == 0 || is_digit(last) || is_letter(last) ||
	    words_end(lead, joined) > 0)
		return at;
	return at - n;
}

/* Only what can be less than nothing. */
static void read_sign(struct str text, struct figure *figure)
{
	size_t from = sign_before(text, figure->from);

	if (figure->kind != FIGURE_MONEY && figure->kind != FIGURE_PERCENT &&
	    figure->kind != FIGURE_POINTS)
		return;
	figure->negative = from < figure->from && figure->value != 0;
	figure->from = from;
}

/* 均为零, 预算数为0: nothing, whatever it is counted in. */
static bool stands_for_nothing(struct str text, size_t from, size_t to)
{
	static const char *const ahead[] = {"为", "是", NULL};
	static const char *const behind[] = {"。", "，", "；", "、",
					     "）", ",",	 ";",  NULL};
	struct str rest = str_slice(text, to, text.n);

	return words_end(str_slice(text, 0, from), ahead) > 0 &&
	       (rest.n == 0 || words_start(rest, behind) > 0);
}

static bool read_nothing(struct str text, size_t at, struct figure *figure)
{
	static const char *const words[] = {"零万元", "零元", "零", NULL};
	size_t n = words_start(str_slice(text, at, text.n), words);

	if (n == 0 || !stands_for_nothing(text, at, at + n))
		return false;
	*figure = (struct figure){.kind = FIGURE_MONEY,
				  .from = at,
				  .number_to = at + n,
				  .to = at + n,
				  .times = 1,
				  .money = MONEY_WAN};
	return true;
}

static void read_figure(struct reader *reader, struct figure *figure)
{
	struct str text = reader->text;
	int digits;

	*figure = (struct figure){.from = reader->at,
				  .to = reader->at,
				  .times = 1,
				  .money = MONEY_YUAN,
				  .title = reader->titles > 0};
	if (read_iso_date(text, figure, reader->at))
		return;
	figure->number_to = reader->at;
	digits = read_digits(text, &figure->number_to, figure);
	figure->to = figure->number_to;
	if (read_year(text, figure, digits)) {
		read_date(text, figure);
		return;
	}
	if (read_code(text, figure, digits) || read_ordinal(text, figure))
		return;
	read_unit(text, figure);
	read_sign(text, figure);
	if (figure->kind == FIGURE_PLAIN && figure->value == 0 &&
	    stands_for_nothing(text, figure->from, figure->to)) {
		figure->kind = FIGURE_MONEY;
		figure->money = MONEY_WAN;
	}
	if (str_is(figure->unit, "号") || figure->decimals > 6)
		figure->kind = FIGURE_CODE;
	if (str_is(figure->unit, "月"))
		figure->kind = FIGURE_DATE;
	read_qualities(text, figure);
}

struct figure *figures_read(struct str text, struct arena *arena, size_t *n)
{
	struct reader reader = {.text = text};
	struct figure *list = NULL;
	size_t room = 0;

	*n = 0;
	while (reader.at < text.n) {
		uint32_t code = peek(text, reader.at);
		bool digit = is_digit(code);
		struct figure nothing;

		if (digit || (code == 0x96F6 /* 零 */ &&
			      read_nothing(text, reader.at, &nothing))) {
			list =
			    arena_grow(arena, list, *n, &room, sizeof(*list));
			if (digit)
				read_figure(&reader, &list[*n]);
			else
				list[*n] = nothing;
			reader.at = list[*n].to;
			(*n)++;
			continue;
		}
		if (code == 0x300A || code == 0x3014 || code == 0x3010)
			reader.titles++;
		else if (code == 0x300B || code == 0x3015 || code == 0x3011)
			reader.titles -= reader.titles > 0;
		utf8_next(text, &reader.at);
	}
	return list;
}

/* [分 x 1000000 per 1] */
static int64_t fen_of_unit(const struct figure *figure)
{
	return (int64_t)figure->money * figure->times;
}

struct money figure_money(const struct figure *figure)
{
	wide scaled = (wide)figure->value * fen_of_unit(figure);

	return (struct money){(int64_t)((scaled + MILLION / 2) / MILLION)};
}

int64_t figure_half_step(const struct figure *figure)
{
	int64_t step = fen_of_unit(figure);
	int decimals = figure->decimals;
	int i;

	/* 10万元 is 10.00 with its zeros dropped, hardly ever 10.4; 0万元 is
	 * nothing */
	if (decimals == 0 && figure->money == MONEY_WAN)
		decimals = figure->value == 0 ? 2 : 1;
	for (i = 0; i < decimals; i++)
		step /= 10;
	return step / 2 > 0 ? step / 2 : 1;
}

struct str figure_text(struct str text, const struct figure *figure)
{
	return str_slice(text, figure->from, figure->to - figure->from);
}

bool figure_is(const struct figure *figure, struct money money)
{
	int64_t difference = figure_money(figure).fen - money.fen;
	int64_t half = figure_half_step(figure);

	return difference >= -half && difference <= half;
}
