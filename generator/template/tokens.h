/* SPDX-License-Identifier: MIT */
/* The tokens of an expression (templates/README.md, 2). For compile_expr.c
 * only. */
#ifndef TEMPLATE_TOKENS_H
#define TEMPLATE_TOKENS_H

#include "template/compile.h"

enum token_kind {
	TOKEN_END,
	TOKEN_NAME,   /* 支出, 3月底, 12 */
	TOKEN_QUOTED, /* 'text' */
	TOKEN_MARK    /* + - ( ) , @ [ = … */
};

/* Where reading stands: a token, and how deep in brackets. */
struct parser {
	struct compiler *compiler;
	const struct spot *spot; /* the expression */
	size_t next;		 /* [bytes] behind the token */
	enum token_kind kind;
	size_t start;	  /* [bytes] of the token */
	struct str token; /* as written, a quoted one without its quotes */
	char mark;	  /* TOKEN_MARK; '!' !=, 'g' >=, 'l' <= */
	int depth;
};

/* Goes on to the next token, TOKEN_END behind the last; an open quotation is
 * reported and read to the end. */
void tokens_advance(struct parser *parser);

/* Makes the name from parser->start on the token: what stands up to the next
 * mark, empty where there is one. */
void tokens_take_name(struct parser *parser);

/* Whether the token is that mark, that word. */
bool tokens_at_mark(const struct parser *parser, char mark);
bool tokens_at_word(const struct parser *parser, const char *word);

/* Reports that the token is not what is expected there; NULL. */
const struct expr *tokens_syntax(struct parser *parser, const char *expected);

/* Passes over the mark; false: another token stands there, and was reported as
 * not being name. */
bool tokens_expect(struct parser *parser, char mark, const char *name);

/* The expression from one place to another [bytes], with its place. */
struct spot tokens_part(const struct parser *parser, size_t from, size_t end);

#endif
