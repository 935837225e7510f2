/* SPDX-License-Identifier: MIT */
/*
 * Line breaks: ICU first, then our table over each pair of neighbours, then
 * patterns of numbers. A rule of the table only forbids or worsens a place;
 * none allows what ICU forbids.
 */
#include "layout/linebreak.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "layout/letters.h"

struct linebreak {
	UBreakIterator *lines; /* NULL until it is needed */
	UBreakIterator *words;
};

struct linebreak *linebreak_open(void)
{
	return calloc(1, sizeof(struct linebreak));
}

void linebreak_close(struct linebreak *linebreak)
{
	if (linebreak == NULL)
		return;
	if (linebreak->lines != NULL)
		ubrk_close(linebreak->lines);
	if (linebreak->words != NULL)
		ubrk_close(linebreak->words);
	free(linebreak);
}

/* One character and where it stands. */
struct spot {
	uint32_t code;
	uint32_t at; /* [bytes] */
	enum letter letter;
};

static struct spot *spots_of(struct str text, struct arena *arena, size_t *n)
{
	struct spot *spots = ARENA_ARRAY(arena, text.n + 1, struct spot);
	size_t at = 0;

	for (*n = 0; at < text.n; (*n)++) {
		spots[*n].at = (uint32_t)at;
		spots[*n].code = utf8_next(text, &at);
		spots[*n].letter = letter_of(spots[*n].code);
	}
	return spots;
}

/*
 * ICU takes “ ” ‘ ’ for marks that bind on both sides; in Chinese they open
 * and close. It is shown 「 」 in their place, which are as long in UTF-8.
 */
static char *without_quotes(struct str text, struct arena *arena)
{
	char *copy = arena_alloc(arena, text.n + 1);
	size_t i;

	if (text.n > 0)
		memcpy(copy, text.s, text.n);
	for (i = 0; i + 2 < text.n; i++) {
		const char *s = copy + i;
		bool open;

		if (memcmp(s, "\xE2\x80", 2) != 0 ||
		    ((unsigned char)s[2] & 0xFAu) != 0x98)
			continue;
		open = ((unsigned char)s[2] & 1u) == 0;
		memcpy(copy + i, open ? "\xE3\x80\x8C" : "\xE3\x80\x8D", 3);
	}
	return copy;
}

/* Runs an iterator over the text; its boundaries get the value. */
static bool mark_boundaries(UBreakIterator *iterator, const char *s, size_t n,
			    uint8_t value, uint8_t *marks)
{
	UErrorCode status = U_ZERO_ERROR;
	UText utext = UTEXT_INITIALIZER;
	int32_t at;

	if (iterator == NULL)
		return false;
	utext_openUTF8(&utext, s, (int64_t)n, &status);
	ubrk_setUText(iterator, &utext, &status);
	if (U_SUCCESS(status)) {
		for (at = ubrk_first(iterator); at != UBRK_DONE;
		     at = ubrk_next(iterator))
			if (at > 0 && (size_t)at < n)
				marks[at] = value;
	}
	utext_close(&utext);
	return U_SUCCESS(status);
}

static UBreakIterator *open_lines(void)
{
	UErrorCode status = U_ZERO_ERROR;
	UBreakIterator *it =
	    ubrk_open(UBRK_LINE, "zh@lb=strict", NULL, 0, &status);

	return U_SUCCESS(status) ? it : NULL;
}

static UBreakIterator *open_words(void)
{
	UErrorCode status = U_ZERO_ERROR;
	UBreakIterator *it = ubrk_open(UBRK_WORD, "zh", NULL, 0, &status);

	return U_SUCCESS(status) ? it : NULL;
}

/* Without ICU's data: at blanks and beside Han characters. */
static void plain_breaks(const struct spot *spots, size_t n, uint8_t *levels)
{
	size_t i;

	for (i = 1; i < n; i++)
		if (spots[i - 1].letter == LETTER_BLANK ||
		    letter_wide(spots[i].letter) ||
		    letter_wide(spots[i - 1].letter))
			levels[spots[i].at] = BREAK_FREE;
}

static bool in_set(uint32_t code, const uint32_t *set)
{
	for (; *set != 0; set++)
		if (*set == code)
			return true;
	return false;
}

/* GB/T 15834-2011, 5.1.1 to 5.1.9: not at the beginning of a line. */
static bool no_start(const struct spot *spot)
{
	static const uint32_t more[] = {
	    '!',    '%',    ')',    ',',    '.',    ':',    ';',
	    '?',    ']',    '}',    0xB0,   0x2013, 0x2030, 0x2032,
	    0x2033, 0x203C, 0x2103, 0x3005, 0x301C, 0x301E, 0x301F,
	    0xFF05, 0xFF0F, 0xFF5E, 0xFF61, 0xFF64, 0xFE30, 0};

	return letter_blank_after(spot->letter) ||
	       spot->letter == LETTER_MIDDLE || in_set(spot->code, more);
}

/* 5.1.6: not at the end of a line; signs before a number. */
static bool no_end(const struct spot *spot)
{
	static const uint32_t more[] = {'(',	'[',	'{',	'$',	0xA5,
					0xFFE5, 0x301D, 0x2116, 0xFF04, 0};

	return spot->letter == LETTER_OPEN || in_set(spot->code, more);
}

static bool sign_before_number(uint32_t code)
{
	static const uint32_t signs[] = {'<',	 '=',	 '>',	 '+',	 '-',
					 0xB1,	 0x2212, 0x2248, 0x2264, 0x2265,
					 0xFF1C, 0xFF1D, 0xFF1E, 0xFF0B, 0xFF0D,
					 0x2266, 0x2267, 0};

	return in_set(code, signs);
}

static bool dash(uint32_t code)
{
	return letter_of(code) == LETTER_DASH || code == 0x2013 ||
	       code == '~' || code == 0xFF5E || code == 0x301C;
}

static bool is_ideograph(uint32_t code)
{
	return code >= 0x4E00 && code <= 0x9FFF;
}

/* What two neighbours say about the place between them. */
static uint8_t pair_level(const struct spot *a, const struct spot *b)
{
	if (is_ideograph(a->code) && is_ideograph(b->code))
		return BREAK_FREE; /* none of them is in any table */
	if (b->letter == LETTER_BLANK || no_start(b) || no_end(a))
		return BREAK_NEVER;
	if (a->letter == b->letter &&
	    (a->letter == LETTER_DASH || a->letter == LETTER_DOTS))
		return BREAK_NEVER;
	if (sign_before_number(a->code) && letter_digit(b->code))
		return BREAK_NEVER;
	if (a->code == 0x2019 && b->letter == LETTER_WORD) /* don’t */
		return BREAK_NEVER;
	if (letter_digit(a->code) && dash(b->code))
		return BREAK_TIGHT;
	if (dash(a->code) && letter_digit(b->code))
		return BREAK_TIGHT;
	return BREAK_FREE;
}

/* Words that stand behind a number and are not torn themselves. */
static const char *const units[] = {
    "万元",   "亿元",	  "百万元", "千元",   "万人次", "人次",	    "平方米",
    "立方米", "平方公里", "公里",   "千米",   "公斤",	"千克",	    "公顷",
    "百分点", "个百分点", "小时",   "分钟",   "工作日", "个工作日", "万亩",
    "万吨",   "万人",	  "万户",   "余万元", "多万元", "季度",	    "个月",
};

/* Length [bytes] of the longest unit at the beginning of text, 0: none. */
static size_t unit_length(struct str text)
{
	size_t longest = 0;
	size_t i;

	for (i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		struct str unit = str_from(units[i]);

		if (unit.n > longest && str_starts(text, unit))
			longest = unit.n;
	}
	return longest;
}

static bool is_date_unit(uint32_t code)
{
	static const uint32_t date[] = {0x5E74, 0x6708, 0x65E5, 0x65F6,
					0x5206, 0x53F7, 0};

	return in_set(code, date); /* 年月日时分号 */
}

static void worsen(uint8_t *level, uint8_t to)
{
	if (*level > to)
		*level = to;
}

/* 百千万亿, 余多: a number goes on behind them. */
static bool multiplies(uint32_t code)
{
	static const uint32_t list[] = {0x767E, 0x5343, 0x4E07, 0x4EBF,
					0x4F59, 0x591A, 0};

	return in_set(code, list);
}

/* Where the unit behind a number ends [bytes]: 万元, 20万余|字. */
static size_t unit_end(struct str text, const struct spot *spots, size_t n,
		       size_t i)
{
	size_t end =
	    spots[i].at + unit_length(str_slice(text, spots[i].at, 32));
	size_t k;

	for (k = i; k < n && multiplies(spots[k].code); k++)
		continue;
	if (k > i && k < n && spots[k].letter == LETTER_HAN)
		return k + 1 < n && spots[k + 1].at > end ? spots[k + 1].at
							  : end;
	return end;
}

/* 2.80|万元: poor; 万|元 behind a number: tight; 2024|年: tight. */
static void number_and_unit(struct str text, const struct spot *spots, size_t n,
			    size_t i, uint8_t *levels)
{
	const struct spot *unit = &spots[i];
	size_t end = unit_end(text, spots, n, i);
	size_t k;

	worsen(&levels[unit->at],
	       is_date_unit(unit->code) ? BREAK_TIGHT : BREAK_POOR);
	for (k = i + 1; k < n && spots[k].at < end; k++)
		worsen(&levels[spots[k].at], BREAK_TIGHT);
	if (is_date_unit(unit->code) && i + 1 < n &&
	    letter_digit(spots[i + 1].code))
		worsen(&levels[spots[i + 1].at], BREAK_POOR);
}

/* 第|十|九|届, 第|3|卷: the ordinal with the one character it counts. */
static void ordinal(const struct spot *spots, size_t n, size_t i,
		    uint8_t *levels)
{
	size_t k = i + 1;

	while (k < n && (letter_han_numeral(spots[k].code) ||
			 letter_digit(spots[k].code)))
		worsen(&levels[spots[k++].at], BREAK_TIGHT);
	if (k > i + 1 && k < n)
		worsen(&levels[spots[k].at], BREAK_TIGHT);
}

/* GB/|T, T |9704: before this spot; two stand before it. */
static bool within_name(const struct spot *spot)
{
	bool word =
	    spot[-2].letter == LETTER_WORD && !letter_digit(spot[-2].code);

	if (spot[-1].code == '/')
		return word && spot->letter == LETTER_WORD;
	return word && spot[-1].letter == LETTER_BLANK &&
	       letter_digit(spot->code);
}

static void number_patterns(struct str text, const struct spot *spots, size_t n,
			    uint8_t *levels)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (i > 0 && letter_digit(spots[i - 1].code) &&
		    spots[i].letter == LETTER_HAN)
			number_and_unit(text, spots, n, i, levels);
		if (i > 1 && within_name(&spots[i]))
			worsen(&levels[spots[i].at], BREAK_POOR);
		if (spots[i].code == 0x7B2C) /* 第 */
			ordinal(spots, n, i, levels);
	}
}

/* Between ideographs (UAX 14, class ID, all of them) a line may always break:
 * most names are of nothing else. */
static bool all_ideographs(const struct spot *spots, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (!is_ideograph(spots[i].code))
			return false;
	return true;
}

static void icu_breaks(struct linebreak *linebreak, struct str text,
		       const struct spot *spots, size_t n, struct arena *arena,
		       uint8_t *levels)
{
	if (linebreak->lines == NULL)
		linebreak->lines = open_lines();
	if (!mark_boundaries(linebreak->lines, without_quotes(text, arena),
			     text.n, BREAK_FREE, levels))
		plain_breaks(spots, n, levels);
}

static void find(struct linebreak *linebreak, struct str text,
		 struct arena *arena, uint8_t *levels)
{
	size_t n;
	const struct spot *spots = spots_of(text, arena, &n);
	size_t i;

	if (all_ideographs(spots, n))
		plain_breaks(spots, n, levels);
	else
		icu_breaks(linebreak, text, spots, n, arena, levels);
	for (i = 1; i < n; i++)
		worsen(&levels[spots[i].at],
		       pair_level(&spots[i - 1], &spots[i]));
	number_patterns(text, spots, n, levels);
}

uint8_t *linebreak_find(struct linebreak *linebreak, struct str text,
			struct arena *arena)
{
	uint8_t *levels = ARENA_ARRAY(arena, text.n + 1, uint8_t);
	struct linebreak own = {NULL, NULL};

	if (text.n > 0)
		find(linebreak != NULL ? linebreak : &own, text, arena, levels);
	if (own.lines != NULL)
		ubrk_close(own.lines);
	levels[0] = BREAK_FREE;
	levels[text.n] = BREAK_FREE;
	return levels;
}

/* Words of the field before which a heading is best broken. */
static const char *const heads[] = {
    "财政拨款", "拨款", "收入", "支出", "经费",	    "资金",
    "采购",	"情况", "目标", "绩效", "信息公开",
};

static bool begins_head(struct str text)
{
	size_t i;

	for (i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
		if (str_starts(text, str_from(heads[i])))
			return true;
	return false;
}

/* Four digits and 年, and no digit before. */
static bool begins_year(const struct spot *spots, size_t n, size_t i)
{
	size_t k;

	if (i + 4 >= n || letter_digit(spots[i - 1].code))
		return false;
	for (k = 0; k < 4; k++)
		if (!letter_digit(spots[i + k].code))
			return false;
	return spots[i + 4].code == 0x5E74;
}

/* Words that the dictionary tears; what comes later in the list is longer. */
static const char *const wholes[] = {"中小企业", "小微企业", "中小微企业"};

/* No sense in ending a line within the n spots from i on. */
static void hold(const struct spot *spots, size_t i, size_t n, uint8_t *sense)
{
	size_t k;

	for (k = i + 1; k < i + n; k++)
		sense[spots[k].at] = SENSE_NONE;
}

/* 一般公共预算|财政拨款, never 财政|拨款: the longer head holds together. */
static void hold_heads(struct str text, const struct spot *spots, size_t n,
		       uint8_t *sense)
{
	size_t i;
	size_t k;

	for (i = 0; i < n; i++) {
		struct str rest = str_slice(text, spots[i].at, text.n);

		if (str_starts(rest, STR("财政拨款")))
			sense[spots[i + 2].at] = SENSE_NONE;
		for (k = 0; k < sizeof(wholes) / sizeof(wholes[0]); k++)
			if (str_starts(rest, str_from(wholes[k])))
				hold(spots, i, utf8_length(str_from(wholes[k])),
				     sense);
	}
}

/* Index of the spot behind the word that begins at i. */
static size_t word_end(const struct spot *spots, size_t n, size_t i,
		       const uint8_t *sense)
{
	do
		i++;
	while (i < n && sense[spots[i].at] == SENSE_NONE);
	return i;
}

/* Words of one character from i on; what they are joined to. */
static size_t join_singles(const struct spot *spots, size_t n, size_t i,
			   uint8_t *sense)
{
	size_t end = i;
	size_t k;

	while (end < n && word_end(spots, n, end, sense) == end + 1 &&
	       spots[end].letter == LETTER_HAN)
		end++;
	if (i > 0 && letter_digit(spots[i - 1].code)) /* 2024年|预留 */
		sense[spots[i++].at] = SENSE_NONE;
	if (end == i + 1 && i > 0) /* 政府性, 维护费 */
		sense[spots[i].at] = SENSE_NONE;
	if (end == i + 1 && i == 0 && end < n) /* 可持续 */
		sense[spots[end].at] = SENSE_NONE;
	for (k = i + 1; k < end; k += 2) /* 上年|结转|结余 */
		sense[spots[k].at] = SENSE_NONE;
	if (end > i + 1 && (end - i) % 2 == 1)
		sense[spots[end - 1].at] = SENSE_NONE;
	return end;
}

/* The dictionary leaves many characters alone that belong together. */
static void join_words(const struct spot *spots, size_t n, uint8_t *sense)
{
	size_t i = 0;

	while (i < n) {
		size_t end = word_end(spots, n, i, sense);

		if (end == i + 1 && spots[i].letter == LETTER_HAN)
			end = join_singles(spots, n, i, sense);
		i = end;
	}
}

static void judge_sense(struct str text, const struct spot *spots, size_t n,
			uint8_t *sense)
{
	size_t i;

	for (i = 1; i < n; i++) {
		uint8_t *s = &sense[spots[i].at];
		struct str rest = str_slice(text, spots[i].at, text.n);

		if (begins_head(rest))
			*s = SENSE_HEAD;
		if (begins_year(spots, n, i) || spots[i].code == 0x300A ||
		    spots[i - 1].code == 0x300B ||
		    spots[i].letter == LETTER_OPEN ||
		    spots[i - 1].letter == LETTER_COMMA ||
		    spots[i - 1].letter == LETTER_BLANK)
			*s = SENSE_PART;
	}
	hold_heads(text, spots, n, sense);
}

uint8_t *linebreak_sense(struct linebreak *linebreak, struct str text,
			 struct arena *arena)
{
	uint8_t *sense = ARENA_ARRAY(arena, text.n + 1, uint8_t);
	struct linebreak own = {NULL, NULL};
	struct linebreak *with = linebreak != NULL ? linebreak : &own;
	const struct spot *spots;
	size_t n;

	if (text.n == 0)
		return sense;
	spots = spots_of(text, arena, &n);
	if (with->words == NULL)
		with->words = open_words();
	mark_boundaries(with->words, text.s, text.n, SENSE_WORD, sense);
	join_words(spots, n, sense);
	judge_sense(text, spots, n, sense);
	if (own.words != NULL)
		ubrk_close(own.words);
	return sense;
}
