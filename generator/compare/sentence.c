/* SPDX-License-Identifier: MIT */
#include "compare/sentence.h"

#include <stddef.h>

#include "base/utf8.h"

static bool ends_sentence(uint32_t code)
{
	return code == 0x3002 /* 。 */ || code == 0xFF01 /* ！ */ ||
	       code == 0xFF1F /* ？ */ || code == 0xFF1B /* ； */;
}

static bool closes(uint32_t code)
{
	return code == 0x201D /* ” */ || code == 0x2019 /* ’ */ ||
	       code == 0xFF09 /* ） */ || code == 0x300B /* 》 */;
}

/* Offset behind the first sentence. */
static size_t end_of(struct str text)
{
	size_t at = 0;
	bool ended = false;

	while (at < text.n) {
		size_t start = at;
		uint32_t code = utf8_next(text, &at);

		if (ended && !closes(code) && !ends_sentence(code))
			return start;
		if (code == '\n')
			return at;
		ended = ended || ends_sentence(code);
	}
	return text.n;
}

bool sentence_next(struct str *rest, struct str *sentence)
{
	while (rest->n > 0) {
		size_t end = end_of(*rest);

		*sentence = str_trim(str_slice(*rest, 0, end));
		*rest = str_slice(*rest, end, rest->n);
		if (sentence->n > 0)
			return true;
	}
	return false;
}
