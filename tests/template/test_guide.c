/* SPDX-License-Identifier: MIT */
/*
 * The guide to templates names every element and attribute that there is, and
 * no other. The program itself is asked: what an unknown one is told to be
 * instead.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "cmocka_all.h"
#include "template/template.h"

/* Without these nothing in the element is looked at. */
static const struct {
	const char *element, *attributes, *content;
} needs[] = {
    {"template", "title=\"例\" levels=\"部门\" extends=\"base\"", ""},
    {"section", "id=\"例\"", ""},
    {"each", "from=\"项目\"", ""},
    {"list", "from=\"项目\"", ""},
    {"table", "facts=\"支出\"",
     "<columns><column kind=\"amount\" head=\"数\"/></columns>"},
    {"form", "edges=\"左:0 右:170\"", ""},
    {"lines", "from=\"项目\"", ""},
};

/* What all blocks or all sets have; the guide says so once. */
static const char *const shared[] = {"id", "when",  "start", "keep",  "from",
				     "by", "group", "lines", "levels"};

struct guide {
	struct arena *arena;
	struct str page;
	struct str seen;  /* |parent/element| … */
	struct str known; /* |element attribute| … */
	int n_elements, n_attributes, n_faults;
};

static struct str attributes_of(struct str element)
{
	size_t i;

	for (i = 0; i < sizeof(needs) / sizeof(*needs); i++)
		if (str_is(element, needs[i].element))
			return str_from(needs[i].attributes);
	return STR_NONE;
}

static struct str content_of(struct str element)
{
	size_t i;

	for (i = 0; i < sizeof(needs) / sizeof(*needs); i++)
		if (str_is(element, needs[i].element))
			return str_from(needs[i].content);
	return STR_NONE;
}

/* The names that the message lists; what it lists them of is args[0]. */
static struct str listed(const struct guide *guide, struct str text,
			 const char *id, struct str of, size_t arg)
{
	struct diag_sink *sink = diag_open(guide->arena);
	size_t i;

	(void)template_from(STR("templates"), STR("guide"), text, guide->arena,
			    sink);
	for (i = 0; i < sink->n; i++)
		if (strcmp(sink->list[i].kind->id, id) == 0 &&
		    str_equal(sink->list[i].args[0], of))
			return sink->list[i].args[arg];
	return STR_NONE;
}

static bool is_word_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

static bool has_word(struct str code, struct str word)
{
	size_t i;

	for (i = 0; i + word.n <= code.n; i++)
		if (str_equal(str_slice(code, i, word.n), word) &&
		    (i == 0 || !is_word_char(code.s[i - 1])) &&
		    (i + word.n == code.n || !is_word_char(code.s[i + word.n])))
			return true;
	return false;
}

/* Does the word stand between two backticks? */
static bool has_code(struct str text, struct str word)
{
	struct str part;
	bool code = false;

	while (str_split(&text, '`', &part)) {
		if (code && has_word(part, word))
			return true;
		code = !code;
	}
	return false;
}

/* A paragraph, a line of a table: up to a blank line or a line's "|". */
static struct str next_piece(struct str *rest)
{
	struct str all = *rest;
	size_t n;

	for (n = 0; n < all.n; n++)
		if (all.s[n] == '\n' &&
		    (n + 1 == all.n || all.s[n + 1] == '\n' ||
		     all.s[n + 1] == '|'))
			break;
	*rest = str_slice(all, n < all.n ? n + 1 : all.n, all.n);
	return str_slice(all, 0, n);
}

/* Is there a place that speaks of both? */
static bool is_told(struct str page, struct str element, struct str attribute)
{
	while (page.n > 0) {
		struct str piece = next_piece(&page);

		if (has_code(piece, element) && has_code(piece, attribute))
			return true;
	}
	return false;
}

static bool is_shared(struct str attribute)
{
	size_t i;

	for (i = 0; i < sizeof(shared) / sizeof(*shared); i++)
		if (str_is(attribute, shared[i]))
			return true;
	return false;
}

static void check_attributes_told(struct guide *guide, struct str element,
				  struct str names)
{
	struct str name;

	while (str_split(&names, ' ', &name)) {
		if (name.n == 0)
			continue;
		guide->n_attributes++;
		guide->known = str_format(
		    guide->arena, STR_FMT "|" STR_FMT " " STR_FMT "|",
		    STR_ARG(guide->known), STR_ARG(element), STR_ARG(name));
		if (is_shared(name) || is_told(guide->page, element, name))
			continue;
		guide->n_faults++;
		print_error("nothing is said of <" STR_FMT " " STR_FMT ">\n",
			    STR_ARG(element), STR_ARG(name));
	}
}

static bool was_seen(struct guide *guide, struct str parent, struct str element)
{
	struct str key = str_format(guide->arena, "|" STR_FMT "/" STR_FMT "|",
				    STR_ARG(parent), STR_ARG(element));

	if (str_find(guide->seen, key) >= 0)
		return true;
	guide->seen = str_format(guide->arena, STR_FMT STR_FMT,
				 STR_ARG(guide->seen), STR_ARG(key));
	return false;
}

struct around {
	struct str parent, before, after;
};

/* Asks for the element's attributes and children, then for theirs. */
static void explore(struct guide *guide, struct around around,
		    struct str element)
{
	struct str own = attributes_of(element);
	struct str children;
	struct str child;
	struct around inner = {.parent = element};

	if (was_seen(guide, around.parent, element))
		return;
	guide->n_elements++;
	if (!has_code(guide->page, element)) {
		guide->n_faults++;
		print_error("nothing is said of <" STR_FMT ">\n",
			    STR_ARG(element));
	}
	inner.before = str_format(guide->arena,
				  STR_FMT "<" STR_FMT " " STR_FMT ">" STR_FMT,
				  STR_ARG(around.before), STR_ARG(element),
				  STR_ARG(own), STR_ARG(content_of(element)));
	inner.after = str_format(guide->arena, "</" STR_FMT ">" STR_FMT,
				 STR_ARG(element), STR_ARG(around.after));
	check_attributes_told(
	    guide, element,
	    listed(guide,
		   str_format(guide->arena,
			      STR_FMT "<" STR_FMT " " STR_FMT
				      " 无=\"\">" STR_FMT STR_FMT,
			      STR_ARG(around.before), STR_ARG(element),
			      STR_ARG(own), STR_ARG(content_of(element)),
			      STR_ARG(inner.after)),
		   "TPL-ATTRIBUTE", element, 2));
	children =
	    listed(guide,
		   str_format(guide->arena, STR_FMT "<无/>" STR_FMT,
			      STR_ARG(inner.before), STR_ARG(inner.after)),
		   "TPL-ELEMENT", STR("无"), 1);
	while (str_split(&children, ' ', &child))
		if (child.n > 0 && !str_is(child, "-"))
			explore(guide, inner, child);
}

/* "option name values": an element and some of its attributes. */
static void check_attributes_exist(struct guide *guide, struct str code)
{
	struct str element;
	struct str word;

	if (!str_split(&code, ' ', &element) ||
	    str_find(guide->seen, str_format(guide->arena, "/" STR_FMT "|",
					     STR_ARG(element))) < 0)
		return;
	while (str_split(&code, ' ', &word)) {
		if (word.n == 0 || !is_word_char(word.s[0]) ||
		    str_find(guide->known,
			     str_format(guide->arena,
					"|" STR_FMT " " STR_FMT "|",
					STR_ARG(element), STR_ARG(word))) >= 0)
			continue;
		guide->n_faults++;
		print_error("there is no <" STR_FMT " " STR_FMT ">\n",
			    STR_ARG(element), STR_ARG(word));
	}
}

/* The same as it stands in a text: <list separator last>…</list>. */
static void check_tags_exist(struct guide *guide, struct str code)
{
	struct str tag;

	while (str_split(&code, '<', &tag)) {
		ptrdiff_t end = str_find(tag, STR(">"));

		if (end >= 0)
			tag = str_slice(tag, 0, (size_t)end);
		check_attributes_exist(guide, tag);
	}
}

/* What the first cells of the tables say that there is. */
static void check_nothing_else(struct guide *guide)
{
	struct str rest = guide->page;
	struct str line;
	struct str part;

	while (str_split(&rest, '\n', &line)) {
		ptrdiff_t end;
		bool code = false;

		if (!str_starts(line, STR("| `")))
			continue;
		line = str_slice(line, 2, line.n);
		end = str_find(line, STR(" | "));
		line = str_slice(line, 0, end >= 0 ? (size_t)end : line.n);
		while (str_split(&line, '`', &part)) {
			if (code)
				check_tags_exist(guide, part);
			code = !code;
		}
	}
}

/* What an example has need not be told. */
static struct str without_examples(struct str page, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	struct str line;
	bool example = false;

	while (str_split(&page, '\n', &line)) {
		bool fence = str_starts(line, STR("```"));

		example = example != fence;
		if (!example && !fence)
			buf_format(&buf, STR_FMT "\n", STR_ARG(line));
	}
	return buf_str(&buf);
}

static void guide_is_complete(const char *path)
{
	struct arena *arena = arena_open();
	struct guide guide = {.arena = arena};

	assert_true(file_read(str_from(path), 1 << 20, arena, diag_open(arena),
			      &guide.page));
	guide.page = without_examples(guide.page, arena);
	explore(&guide, (struct around){.parent = STR("")}, STR("template"));
	check_nothing_else(&guide);
	arena_close(arena);
	assert_int_equal(guide.n_faults, 0);
	assert_true(guide.n_elements >= 100);
	assert_true(guide.n_attributes >= 500);
}

static void english_guide_is_complete(void **state)
{
	(void)state;
	guide_is_complete("templates/README.md");
}

static void chinese_guide_is_complete(void **state)
{
	(void)state;
	guide_is_complete("templates/README.zh-CN.md");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(english_guide_is_complete),
	    cmocka_unit_test(chinese_guide_is_complete),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
