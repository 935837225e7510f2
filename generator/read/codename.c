/* SPDX-License-Identifier: MIT */
#include "read/codename.h"

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

struct str codename_code(struct str text)
{
	size_t from;
	size_t to;

	find_code(text, &from, &to);
	return to == from ? text : str_slice(text, from, to - from);
}

struct str codename_name(struct str text)
{
	size_t from;
	size_t to;

	find_code(text, &from, &to);
	return to == from ? text
			  : str_slice(text, skip_marks(text, to), text.n);
}
