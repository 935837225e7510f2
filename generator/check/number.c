/* SPDX-License-Identifier: MIT */
#include "check/number.h"

#include "base/utf8.h"
#include "check/words.h"

static int han_digit(uint32_t code)
{
	static const uint32_t digits[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09,
					  0x56DB, 0x4E94, 0x516D, 0x4E03,
					  0x516B, 0x4E5D};
	int i;

	for (i = 0; i < 10; i++)
		if (digits[i] == code)
			return i;
	return code == 0x96F6 ? 0 : -1; /* 零 */
}

int number_han(struct str text, size_t *n)
{
	int sum = 0;
	int digit = 0;
	size_t at = 0;

	*n = 0;
	while (at < text.n) {
		uint32_t code = utf8_next(text, &at);

		if (han_digit(code) >= 0) {
			digit = han_digit(code);
		} else if (code == 0x5341) { /* 十 */
			sum += (digit > 0 ? digit : 1) * 10;
			digit = 0;
		} else if (code == 0x5EFF || code == 0x5344) { /* 廿 卄 */
			sum += 20;
			digit = 0;
		} else if (code == 0x767E) { /* 百 */
			sum += (digit > 0 ? digit : 1) * 100;
			digit = 0;
		} else {
			break;
		}
		*n = at;
		if (sum > 900)
			break;
	}
	return sum + digit;
}

/* ASCII or full-width digits, at most three. */
static int digits(struct str text, size_t *n)
{
	int value = 0;
	size_t at = 0;

	*n = 0;
	while (at < text.n && value < 100) {
		uint32_t code = utf8_next(text, &at);

		if (code >= 0xFF10 && code <= 0xFF19)
			code -= 0xFEE0;
		if (code < '0' || code > '9')
			break;
		value = value * 10 + (int)(code - '0');
		*n = at;
	}
	return value;
}

/* Blanks behind a number belong to it. */
static bool found(struct str text, size_t n, enum number_style style, int value,
		  struct number *number)
{
	while (n < text.n && (text.s[n] == ' ' || text.s[n] == '\t'))
		n++;
	*number = (struct number){style, value, n};
	return value > 0;
}

static bool read_brackets(struct str text, struct number *number)
{
	static const char *const open[] = {"（", "(", NULL};
	static const char *const close[] = {"）", ")", NULL};
	size_t before = words_start(text, open);
	struct str inner = str_trim(str_slice(text, before, text.n));
	size_t skipped = (size_t)(inner.s - text.s);
	size_t n;
	size_t after;
	int value;

	if (before == 0)
		return false;
	value = number_han(inner, &n);
	if (n > 0) {
		inner = str_slice(inner, n, inner.n);
		after = words_start(inner, close);
		return after > 0 && found(text, skipped + n + after,
					  NUMBER_HAN_BRACKETS, value, number);
	}
	value = digits(inner, &n);
	inner = str_slice(inner, n, inner.n);
	after = words_start(inner, close);
	return n > 0 && after > 0 &&
	       found(text, skipped + n + after, NUMBER_BRACKETS, value, number);
}

static bool read_part(struct str text, struct number *number)
{
	static const char *const parts[] = {"部分", "章", "节", NULL};
	struct str rest = str_slice(text, sizeof("第") - 1, text.n);
	size_t n;
	int value;

	if (!str_starts(text, STR("第")))
		return false;
	value = number_han(rest, &n);
	rest = str_slice(rest, n, rest.n);
	return n > 0 && words_start(rest, parts) > 0 &&
	       found(text, sizeof("第") - 1 + n + words_start(rest, parts),
		     NUMBER_PART, value, number);
}

static bool is_year(struct str text)
{
	size_t i;

	for (i = 0; i < 4; i++)
		if (i >= text.n || text.s[i] < '0' || text.s[i] > '9')
			return false;
	return str_starts(str_slice(text, 4, text.n), STR("年"));
}

static bool read_plain(struct str text, struct number *number)
{
	static const char *const han_marks[] = {"、", NULL};
	static const char *const marks[] = {"、", ".", "．", NULL};
	static const char *const closing[] = {"）", ")", NULL};
	size_t n;
	int value = number_han(text, &n);
	struct str rest = str_slice(text, n, text.n);

	if (n > 0)
		return words_start(rest, han_marks) > 0 &&
		       found(text, n + words_start(rest, han_marks), NUMBER_HAN,
			     value, number);
	value = digits(text, &n);
	rest = str_slice(text, n, text.n);
	if (n == 0)
		return false;
	if (words_start(rest, closing) > 0)
		return found(text, n + words_start(rest, closing),
			     NUMBER_BRACKETS, value, number);
	if (words_start(rest, marks) == 0)
		return false;
	n += words_start(rest, marks);
	/* 1.5 is no item of a list, 1、2024年度 and 1.2024年度 are */
	return (!(n < text.n && text.s[n] >= '0' && text.s[n] <= '9') ||
		is_year(str_slice(text, n, text.n)) ||
		str_ends(str_slice(text, 0, n), STR("、"))) &&
	       found(text, n, NUMBER_DIGIT, value, number);
}

bool number_read(struct str text, struct number *number)
{
	size_t at = 0;
	uint32_t code;

	if (text.n == 0)
		return false;
	code = utf8_next(text, &at);
	if (code >= 0x2460 && code <= 0x2473)
		return found(text, at, NUMBER_CIRCLE, (int)(code - 0x245F),
			     number);
	return read_brackets(text, number) || read_part(text, number) ||
	       read_plain(text, number);
}
