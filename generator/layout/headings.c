/* SPDX-License-Identifier: MIT */
/*
 * The heading is cut into its words; the narrowest lines are found over all
 * ways of putting them on two or three lines.
 */
#include "layout/headings.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "layout/linebreak.h"
#include "layout/memory.h"

/* Longer headings are sentences: what is behind counts as one word. */
#define WORDS_MOST 24

/* A heading's words: width and characters up to each one's end. */
struct words {
	emu width[WORDS_MOST + 1];
	int letters[WORDS_MOST + 1];
	int n;
};

static emu measure(struct layout *layout, struct str text,
		   const struct para_want *want)
{
	struct run run = {.text = text};

	return para_most_width(layout, (struct text){&run, 1}, want);
}

static int count_letters(struct str text)
{
	size_t at = 0;
	int n = 0;

	for (; at < text.n; n++)
		utf8_next(text, &at);
	return n;
}

static void add_word(struct layout *layout, struct words *words,
		     struct str word, const struct para_want *want)
{
	int i = words->n++;

	words->width[i + 1] = words->width[i] + measure(layout, word, want);
	words->letters[i + 1] = words->letters[i] + count_letters(word);
}

/* Cuts the text where there is so much sense in it. */
static void find_words(struct layout *layout, struct str text,
		       const struct para_want *want, enum break_sense least,
		       struct words *words)
{
	const uint8_t *levels =
	    linebreak_find(layout->linebreak, text, layout->scratch);
	const uint8_t *sense =
	    linebreak_sense(layout->linebreak, text, layout->scratch);
	size_t from = 0;
	size_t i;

	words->n = 0;
	words->width[0] = 0;
	words->letters[0] = 0;
	for (i = 1; i < text.n; i++) {
		if (sense[i] < least || levels[i] < BREAK_POOR ||
		    words->n == WORDS_MOST - 1)
			continue;
		add_word(layout, words, str_slice(text, from, i - from), want);
		from = i;
	}
	add_word(layout, words, str_slice(text, from, text.n), want);
}

/* Width of the words from..to as a line; a lone character is no line. */
static emu line_width(const struct words *words, int from, int to)
{
	if (words->letters[to] - words->letters[from] < 2)
		return INT32_MAX / 4;
	return words->width[to] - words->width[from];
}

/* The widest of the lines when the words from..n go on k lines at best. */
static emu widest(const struct words *words, int from, int k)
{
	emu best = line_width(words, from, words->n);
	int to;

	for (to = from + 1; k > 1 && to < words->n; to++) {
		emu line = line_width(words, from, to);
		emu rest = line < best ? widest(words, to, k - 1) : best;

		if (line > rest)
			rest = line;
		if (rest < best)
			best = rest;
	}
	return best;
}

static void find_widths(struct layout *layout, struct text text,
			const struct para_want *want,
			emu widths[N_HEADING_BREAKS])
{
	struct arena_mark mark = arena_mark(layout->scratch);
	struct str plain = text_plain(text, layout->scratch);
	struct words heads;
	struct words words;
	bool brief;
	int i;

	widths[HEADING_WHOLE] = para_most_width(layout, text, want);
	brief = widths[HEADING_WHOLE] <= HEADING_SHORT_EMS * want->type.size;
	find_words(layout, plain, want, SENSE_WORD, &words);
	find_words(layout, plain, want, SENSE_HEAD, &heads);
	widths[HEADING_HEADS] = widest(&heads, 0, 2);
	widths[HEADING_LONG] = widest(&words, 0, 2);
	widths[HEADING_TWO] = widths[HEADING_LONG];
	widths[HEADING_THREE] = widest(&words, 0, 3);
	if (heads.n < 2) /* no such words: any will do */
		widths[HEADING_HEADS] = widths[HEADING_LONG];
	if (brief) {
		widths[HEADING_HEADS] = widths[HEADING_WHOLE];
		widths[HEADING_LONG] = widths[HEADING_WHOLE];
	}
	for (i = 1; i < N_HEADING_BREAKS; i++)
		if (widths[i] > widths[i - 1])
			widths[i] = widths[i - 1];
	arena_release(layout->scratch, mark);
}

static struct memory_key key_of(const struct layout *layout, struct text text,
				const struct para_want *want)
{
	const int32_t numbers[] = {
	    MEMORY_HEADING,
	    memory_face(&want->type),
	    memory_face(&want->strong),
	    want->type.size,
	    want->strong.size,
	    want->gap,
	    want->gap_least,
	    want->indent_first,
	    want->indent_left,
	    want->indent_right,
	};

	return memory_key_of(numbers, sizeof(numbers) / sizeof(*numbers), text,
			     layout->scratch);
}

void heading_widths(struct layout *layout, struct text text,
		    const struct para_want *want, emu widths[N_HEADING_BREAKS])
{
	const size_t size = N_HEADING_BREAKS * sizeof(*widths);
	struct arena_mark mark = arena_mark(layout->scratch);
	struct memory_key key = key_of(layout, text, want);
	emu *kept = memory_find(layout->memory, &key);

	if (kept == NULL) {
		kept = ARENA_ARRAY(memory_home(layout->memory, &key),
				   N_HEADING_BREAKS, emu);
		find_widths(layout, text, want, kept);
		memory_keep(layout->memory, &key, kept);
	}
	memcpy(widths, kept, size);
	arena_release(layout->scratch, mark);
}
