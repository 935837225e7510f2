/* SPDX-License-Identifier: MIT */
/*
 * Candidates for slips of the pen. Some words are known to be wrong
 * (confusable.inc). Others the document tells itself: a character that stands
 * nowhere else between its neighbours, where the same words stand elsewhere,
 * more than once, with another one: 公务接侍费用 beside 公务接待费用.
 */
#include <stdint.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "check/rule.h"
#include "check/words.h"

#define OFTEN	 5	/* times that the right words stand in the document */
#define N_PAIRS	 131072 /* pairs of characters are counted by their hash */
#define N_AROUND 4096	/* places of suspected words, by their hash */

/* What is kept of a pair of characters. */
#define TIMES	    0x7Fu
#define MAKES_WRONG 0x80u

/* Wrong words and, in the same order, the right ones. */
static const char *const wrong_words[] = {
#define X(wrong, right) wrong,
#include "check/confusable.inc"
#undef X
    NULL};
static const char *const right_words[] = {
#define X(wrong, right) right,
#include "check/confusable.inc"
#undef X
};

static void check_known(struct check *check, const struct passage *passage)
{
	struct str text = passage->text;
	size_t i;

	if (!words_in(text, wrong_words))
		return;
	for (i = 0; wrong_words[i] != NULL; i++)
		if (str_find(text, str_from(wrong_words[i])) >= 0)
			FOUND(check, &TYPO, spot_passage(passage),
			      str_from(wrong_words[i]),
			      str_from(right_words[i]));
}

/* The characters of all passages, one behind the other, each passage ended by
 * a 0; what is not Chinese is 0, too. */
struct characters {
	uint16_t *codes;
	size_t *starts; /* of each passage, and the end */
	size_t n;
};

/* A place whose character is suspected, and what stands elsewhere instead. */
struct suspect {
	size_t at;	/* of the first of five characters */
	uint16_t other; /* 0: nothing yet */
	size_t times;
	bool several; /* more than one other */
};

struct search {
	struct check *check;
	struct characters all;
	unsigned char *pairs; /* how often, up to 2; and MAKES_WRONG */
	struct suspect *suspects;
	size_t n, room;
	uint32_t *around; /* hash of the neighbours -> suspect + 1 */
};

static bool is_han(uint32_t code)
{
	return code >= 0x4E00 && code <= 0x9FFF;
}

static struct characters characters_of(const struct passages *passages,
				       struct arena *arena)
{
	struct characters all = {.n = 0};
	size_t room = 1;
	size_t i;

	for (i = 0; i < passages->n; i++)
		room += passages->list[i].text.n + 1;
	all.codes = ARENA_ARRAY(arena, room, uint16_t);
	all.starts = ARENA_ARRAY(arena, passages->n + 1, size_t);
	for (i = 0; i < passages->n; i++) {
		struct str text = passages->list[i].text;
		size_t at = 0;

		all.starts[i] = all.n;
		while (at < text.n) {
			uint32_t code = utf8_next(text, &at);

			all.codes[all.n++] = is_han(code) ? (uint16_t)code : 0;
		}
		all.n++;
	}
	all.starts[i] = all.n;
	return all;
}

static size_t pair_hash(uint16_t a, uint16_t b)
{
	return (a * 2654435761u ^ b * 40503u) % N_PAIRS;
}

static size_t around_hash(const uint16_t *codes)
{
	uint32_t hash = codes[0];

	hash = hash * 31421u + codes[1];
	hash = hash * 31421u + codes[3];
	hash = hash * 31421u + codes[4];
	return (hash ^ hash >> 13) % N_AROUND;
}

/* The pair of characters that makes the word wrong: the first that is not as
 * in the right one, and the one before it. */
static size_t wrong_pair(struct str wrong, struct str right)
{
	size_t at = 0;
	size_t at_right = 0;
	uint32_t before = utf8_next(wrong, &at);
	uint32_t code = utf8_next(wrong, &at);

	if (utf8_next(right, &at_right) == before)
		while (at < wrong.n && at_right < right.n &&
		       utf8_next(right, &at_right) == code) {
			before = code;
			code = utf8_next(wrong, &at);
		}
	return pair_hash((uint16_t)before, (uint16_t)code);
}

/* Marks the pair that makes each wrong word wrong. */
static void mark_wrong(struct search *search)
{
	size_t i;

	for (i = 0; wrong_words[i] != NULL; i++)
		search->pairs[wrong_pair(str_from(wrong_words[i]),
					 str_from(right_words[i]))] |=
		    MAKES_WRONG;
}

/* Counts the pairs of a passage; whether a wrong word may have one. */
static bool count_pairs(struct search *search, size_t passage)
{
	const uint16_t *codes = search->all.codes;
	unsigned char marks = 0;
	size_t i;

	for (i = search->all.starts[passage] + 1;
	     i < search->all.starts[passage + 1]; i++) {
		unsigned char *pair =
		    &search->pairs[pair_hash(codes[i - 1], codes[i])];

		marks |= *pair;
		if ((*pair & TIMES) < 2)
			++*pair;
	}
	return (marks & MAKES_WRONG) != 0;
}

/* Whether the pair stands there once and nowhere else. */
static bool stands_once(const struct search *search, uint16_t a, uint16_t b)
{
	return (search->pairs[pair_hash(a, b)] & TIMES) == 1;
}

/* Five Chinese characters, the middle of which goes with neither neighbour
 * anywhere else. */
static void suspect(struct search *search, size_t at)
{
	const uint16_t *codes = search->all.codes + at;
	size_t hash;

	if (codes[0] == 0 || codes[1] == 0 || codes[2] == 0 || codes[3] == 0 ||
	    codes[4] == 0 || !stands_once(search, codes[1], codes[2]) ||
	    !stands_once(search, codes[2], codes[3]))
		return;
	hash = around_hash(codes);
	if (search->around[hash] != 0)
		return;
	search->suspects =
	    arena_grow(search->check->arena, search->suspects, search->n,
		       &search->room, sizeof(*search->suspects));
	search->suspects[search->n++] = (struct suspect){.at = at};
	search->around[hash] = (uint32_t)search->n;
}

/* The same neighbours around another character. */
static void compare(struct search *search, size_t at)
{
	const uint16_t *codes = search->all.codes + at;
	const uint16_t *others;
	struct suspect *suspect;

	if (codes[2] == 0 || search->around[around_hash(codes)] == 0)
		return;
	suspect = &search->suspects[search->around[around_hash(codes)] - 1];
	others = search->all.codes + suspect->at;
	if (others[0] != codes[0] || others[1] != codes[1] ||
	    others[3] != codes[3] || others[4] != codes[4] ||
	    others[2] == codes[2])
		return;
	suspect->several = suspect->several ||
			   (suspect->other != 0 && suspect->other != codes[2]);
	suspect->other = codes[2];
	suspect->times++;
}

static void report(struct search *search, const struct suspect *suspect)
{
	const struct characters *all = &search->all;
	const struct passage *passage = search->check->passages->list;
	struct buf right = {.arena = search->check->arena};
	size_t start = 0;
	size_t from = 0;
	size_t i;

	if (suspect->several || suspect->times < OFTEN)
		return;
	while (all->starts[start + 1] <= suspect->at)
		start++;
	passage += start;
	for (i = all->starts[start]; i < suspect->at; i++)
		utf8_next(passage->text, &from);
	for (i = 0; i < 5; i++)
		buf_add_code(&right, i == 2 ? suspect->other
					    : all->codes[suspect->at + i]);
	FOUND(search->check, &TYPO, spot_passage(passage),
	      str_slice(passage->text, from, right.n), buf_str(&right));
}

void rule_typo(struct check *check)
{
	struct search search = {
	    .check = check,
	    .all = characters_of(check->passages, check->arena),
	    .pairs = ARENA_ARRAY(check->arena, N_PAIRS, unsigned char),
	    .around = ARENA_ARRAY(check->arena, N_AROUND, uint32_t)};
	size_t i;

	mark_wrong(&search);
	for (i = 0; i < check->passages->n; i++)
		if (count_pairs(&search, i))
			check_known(check, &check->passages->list[i]);
	for (i = 0; i + 5 <= search.all.n; i++)
		suspect(&search, i);
	for (i = 0; i + 5 <= search.all.n && search.n > 0; i++)
		compare(&search, i);
	for (i = 0; i < search.n; i++)
		report(&search, &search.suspects[i]);
}
