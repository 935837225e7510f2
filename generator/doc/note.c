/* SPDX-License-Identifier: MIT */
#include "doc/note.h"

size_t note_label(struct str text)
{
	static const char *const labels[] = {"注：", "备注：", "说明："};
	size_t i;

	for (i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
		if (str_starts(text, str_from(labels[i])))
			return str_from(labels[i]).n;
	return 0;
}

size_t note_number(struct str text)
{
	static const char *const marks[] = {"．", "、", "."};
	size_t n = 0;
	size_t i;

	while (n < text.n && text.s[n] >= '0' && text.s[n] <= '9')
		n++;
	for (i = 0; n > 0 && i < sizeof(marks) / sizeof(marks[0]); i++)
		if (str_starts(str_slice(text, n, text.n), str_from(marks[i])))
			return n + str_from(marks[i]).n;
	return 0;
}
