/* SPDX-License-Identifier: MIT */
#include "budget/codename.h"

#include <stdbool.h>

static bool is_code_letter(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	       (c >= 'a' && c <= 'z');
}

/* The length of a bracket or dash that stands there, 0: none does. */
static size_t mark_at(struct str text, size_t at)
{
	static const char *const marks[] = {
	    "[", "]",  "(", ")",  "（", "）", "【", "】", "-", "_", "|",
	    ":", "：", "—", "－", "　", " ",  "\t", ".",  "/", "、"};
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (str_starts(str_slice(text, at, text.n), str_from(marks[i])))
			return str_from(marks[i]).n;
	return 0;
}

/* Passes over what stands between a code and its name. */
static size_t skip_marks(struct str text, size_t at)
{
	size_t n;

	while ((n = mark_at(text, at)) > 0)
		at += n;
	return at;
}

/* Where the code begins and ends; equal: there is none. */
static void find_code(struct str text, size_t *from, size_t *to)
{
	*from = skip_marks(text, 0);
	*to = *from;
	while (*to < text.n && is_code_letter(text.s[*to]))
		(*to)++;
}

/* The code in brackets behind its name, 某局（201001）; empty: there is none. A
 * number of one or two digits counts something else, as in 办公费（2）. */
static struct str code_behind(struct str text, size_t *name_ends)
{
	static const char *const brackets[][2] = {
	    {"(", ")"}, {"（", "）"}, {"[", "]"}, {"【", "】"}};
	size_t i;

	for (i = 0; i < sizeof(brackets) / sizeof(brackets[0]); i++) {
		struct str open = str_from(brackets[i][0]);
		struct str close = str_from(brackets[i][1]);
		size_t to = text.n - close.n;
		size_t from = to;

		if (!str_ends(text, close))
			continue;
		while (from > 0 && is_code_letter(text.s[from - 1]))
			from--;
		if (to - from < 3 || from < open.n ||
		    !str_ends(str_slice(text, 0, from), open))
			continue;
		*name_ends = from - open.n;
		return str_slice(text, from, to - from);
	}
	return STR_NONE;
}

struct str codename_code(struct str text)
{
	struct str behind;
	size_t from;
	size_t to;

	find_code(text, &from, &to);
	if (to > from)
		return str_slice(text, from, to - from);
	behind = code_behind(text, &from);
	return behind.n > 0 ? behind : text;
}

struct str codename_name(struct str text)
{
	size_t from;
	size_t to;

	find_code(text, &from, &to);
	if (to > from)
		return str_slice(text, skip_marks(text, to), text.n);
	return code_behind(text, &from).n > 0
		   ? str_trim(str_slice(text, 0, from))
		   : text;
}
