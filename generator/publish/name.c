/* SPDX-License-Identifier: MIT */
#include "publish/name.h"

#include <strings.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/arena.h"
#include "base/utf8.h"

/* Normal form C (UAX 15): the same name has the same bytes everywhere. What
 * ICU refuses stays as it is. */
static struct str to_nfc(struct str text, struct arena *arena)
{
	UErrorCode error = U_ZERO_ERROR;
	const UNormalizer2 *nfc = unorm2_getNFCInstance(&error);
	int32_t room = (int32_t)text.n * 3 + 1;
	UChar *from = ARENA_ARRAY(arena, (size_t)room, UChar);
	UChar *to = ARENA_ARRAY(arena, (size_t)room, UChar);
	char *bytes = arena_alloc(arena, (size_t)room * 3);
	int32_t n = 0;

	u_strFromUTF8(from, room, &n, text.s, (int32_t)text.n, &error);
	n = unorm2_normalize(nfc, from, n, to, room, &error);
	u_strToUTF8(bytes, room * 3, &n, to, n, &error);
	return U_FAILURE(error) ? text : (struct str){bytes, (size_t)n};
}

static bool is_allowed(uint32_t code)
{
	static const char banned[] = "\\/:*?\"<>|";
	size_t i;

	for (i = 0; i + 1 < sizeof(banned); i++)
		if (code == (unsigned char)banned[i])
			return false;
	return code >= 0x20 && (code < 0x7F || code > 0x9F) &&
	       code != UTF8_BAD && code != 0xFEFF &&
	       (code < 0x200B || code > 0x200F) &&
	       (code < 0x202A || code > 0x202E);
}

static struct str clean(struct str text, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t at = 0;

	text = to_nfc(text, arena);
	while (at < text.n) {
		uint32_t code = utf8_next(text, &at);

		if (is_allowed(code))
			buf_add_code(&buf, code);
	}
	return str_trim(buf_str(&buf));
}

/* text cut to most bytes at most, between characters. */
static struct str cut(struct str text, size_t most)
{
	size_t at = 0;
	size_t end = 0;

	while (at < text.n) {
		utf8_next(text, &at);
		if (at > most)
			break;
		end = at;
	}
	return str_trim(str_slice(text, 0, end));
}

/* Without blanks and dots at the end, which Windows drops. */
static struct str without_tail(struct str text)
{
	while (text.n > 0 &&
	       (text.s[text.n - 1] == '.' || text.s[text.n - 1] == ' '))
		text.n--;
	return text;
}

static bool is_reserved(struct str stem)
{
	static const char *const names[] = {"CON", "PRN", "AUX", "NUL"};
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (stem.n == 3 && strncasecmp(stem.s, names[i], 3) == 0)
			return true;
	return stem.n == 4 && stem.s[3] >= '0' && stem.s[3] <= '9' &&
	       (strncasecmp(stem.s, "COM", 3) == 0 ||
		strncasecmp(stem.s, "LPT", 3) == 0);
}

struct str name_of_document(struct str code, struct str name, struct str rest,
			    struct arena *arena)
{
	struct str parts[3] = {clean(code, arena), clean(name, arena),
			       clean(rest, arena)};
	size_t fixed = parts[0].n + parts[2].n + NAME_SUFFIX_BYTES;
	struct str stem;

	parts[1] = cut(parts[1],
		       fixed < NAME_MOST_BYTES ? NAME_MOST_BYTES - fixed : 0);
	stem = without_tail(str_join(parts, 3, STR_NONE, arena));
	if (stem.n == 0 || is_reserved(stem))
		stem = str_format(arena, "_" STR_FMT, STR_ARG(stem));
	return stem;
}

struct str name_of_folder(struct str code, struct str name, struct arena *arena)
{
	return name_of_document(code, name, STR_NONE, arena);
}
