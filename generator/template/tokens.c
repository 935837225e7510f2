/* SPDX-License-Identifier: MIT */
#include "template/tokens.h"

#include <string.h>

#include "base/utf8.h"

/* The ASCII mark that a character is, or 0: the full-width ones of Chinese
 * keyboards count as their ASCII forms. */
static char mark_of(uint32_t code)
{
	static const struct {
		uint32_t code;
		char mark;
	} wide[] = {
	    {0xFF08, '('}, {0xFF09, ')'}, {0xFF0C, ','}, {0xFF0B, '+'},
	    {0xFF0D, '-'}, {0x2212, '-'}, {0xFF1D, '='}, {0xFF20, '@'},
	    {0xFF1E, '>'}, {0xFF1C, '<'}, {0x3000, ' '},
	};
	size_t i;

	if (code < 0x80)
		return strchr("()+-,=<>!@[]'\" \t\n\r|{}*/;:&%#?", (int)code) !=
			       NULL
			   ? (char)code
			   : '\0';
	for (i = 0; i < sizeof(wide) / sizeof(*wide); i++)
		if (wide[i].code == code)
			return wide[i].mark;
	return '\0';
}

static char peek(const struct parser *parser, size_t *after)
{
	size_t at = parser->next;
	char mark;

	if (at >= parser->spot->text.n)
		return '\0';
	mark = mark_of(utf8_next(parser->spot->text, &at));
	*after = at;
	return mark;
}

void tokens_take_name(struct parser *parser)
{
	size_t after;

	while (parser->next < parser->spot->text.n &&
	       peek(parser, &after) == '\0')
		parser->next = after;
	parser->kind = TOKEN_NAME;
	parser->token = str_slice(parser->spot->text, parser->start,
				  parser->next - parser->start);
}

static void take_quoted(struct parser *parser, char quote)
{
	struct str text = parser->spot->text;
	size_t start = ++parser->next;

	while (parser->next < text.n && text.s[parser->next] != quote)
		parser->next++;
	parser->kind = TOKEN_QUOTED;
	parser->token = str_slice(text, start, parser->next - start);
	if (parser->next < text.n)
		parser->next++;
	else
		fault(parser->compiler, &TEMPLATE_BRACKET,
		      spot_place(parser->spot, start - 1), STR("'"), STR_NONE);
}

static void take_mark(struct parser *parser, char mark, size_t after)
{
	size_t further = after;

	parser->kind = TOKEN_MARK;
	parser->mark = mark;
	parser->next = after;
	if (strchr("!<>", mark) != NULL && peek(parser, &further) == '=') {
		parser->mark = mark == '!' ? '!' : mark == '>' ? 'g' : 'l';
		parser->next = further;
	} else if (mark == '!') {
		parser->mark = '?';
	}
	parser->token = str_slice(parser->spot->text, parser->start,
				  parser->next - parser->start);
}

void tokens_advance(struct parser *parser)
{
	size_t after = 0;
	char mark = peek(parser, &after);

	while (mark != '\0' && strchr(" \t\r\n", mark) != NULL) {
		parser->next = after;
		mark = peek(parser, &after);
	}
	parser->start = parser->next;
	parser->token = STR_NONE;
	if (parser->next >= parser->spot->text.n)
		parser->kind = TOKEN_END;
	else if (mark == '\0')
		tokens_take_name(parser);
	else if (mark == '\'')
		take_quoted(parser, mark);
	else
		take_mark(parser, mark, after);
}

bool tokens_at_mark(const struct parser *parser, char mark)
{
	return parser->kind == TOKEN_MARK && parser->mark == mark;
}

bool tokens_at_word(const struct parser *parser, const char *word)
{
	return parser->kind == TOKEN_NAME && str_is(parser->token, word);
}

const struct expr *tokens_syntax(struct parser *parser, const char *expected)
{
	fault(parser->compiler, &TEMPLATE_SYNTAX,
	      spot_place(parser->spot, parser->start),
	      parser->kind == TOKEN_END ? STR("…") : parser->token,
	      str_from(expected));
	return NULL;
}

bool tokens_expect(struct parser *parser, char mark, const char *name)
{
	if (!tokens_at_mark(parser, mark)) {
		(void)tokens_syntax(parser, name);
		return false;
	}
	tokens_advance(parser);
	return true;
}

struct spot tokens_part(const struct parser *parser, size_t from, size_t end)
{
	return spot_slice(parser->spot, from, end - from);
}
