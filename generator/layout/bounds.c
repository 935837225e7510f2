/* SPDX-License-Identifier: MIT */
/*
 * Numbers, codes and amounts have a least and a most alike: they never break.
 * Columns of text may be narrower than their longest line, siblings are of one
 * width, and what a cell over several columns lacks they share.
 */
#include "layout/bounds.h"

/* What rounding of scaled widths may lose [emu]. */
#define SLACK (EMU_PER_PT / 20)

/* Free text beside names is fit to be read from so many ems on; a name that
 * is broken should keep so many. */
#define TEXT_EMS 10
#define WORD_EMS 8
#define NAME_EMS 4

/* Width of 序号 where there is room. */
#define SEQ_EASY EMU_MM(10.5)

/* Columns of text are not narrower than this, even empty, if it can be. */
#define EMPTY_EMS 7

struct bounding {
	const struct columns_want *want;
	struct column *columns;
};

/* Columns that are to be of one width. */
struct family {
	int siblings;
	bool lengthy;
};

emu bounds_scaled(const struct columns_want *want, emu length)
{
	if (length <= 0)
		return 0;
	return (emu)((int64_t)length * want->size / want->base) + SLACK;
}

bool bounds_figures(enum column_kind kind)
{
	return kind == COLUMN_AMOUNT || kind == COLUMN_COUNT;
}

static bool breaks(enum column_kind kind)
{
	return kind == COLUMN_NAME || kind == COLUMN_TEXT ||
	       kind == COLUMN_WORD;
}

emu bounds_white(const struct columns_want *want,
		 const struct column_claim *claim)
{
	bool seq = want->columns[claim->column].kind == COLUMN_SEQ;

	if (claim->heading)
		return 2 * (want->pad_head - (seq ? want->air : 0));
	if (bounds_figures(want->columns[claim->column].kind))
		return want->amount_white;
	return 2 * want->pad;
}

/* Least and most width of a claim, white included. */
static emu claim_least(const struct columns_want *want,
		       const struct column_claim *claim)
{
	emu text = claim->heading ? claim->head[want->heading] : claim->least;

	return bounds_scaled(want, text) + bounds_white(want, claim);
}

static emu claim_most(const struct columns_want *want,
		      const struct column_claim *claim)
{
	if (claim->heading)
		return claim_least(want, claim);
	return bounds_scaled(want, claim->most) + bounds_white(want, claim);
}

static void raise(emu *to, emu least)
{
	if (*to < least)
		*to = least;
}

static emu smaller(emu a, emu b)
{
	return a < b ? a : b;
}

static void claim_singles(struct bounding *s)
{
	const struct columns_want *want = s->want;
	size_t i;

	for (i = 0; i < want->claims->n; i++) {
		const struct column_claim *claim = &want->claims->list[i];
		struct column *c = &s->columns[claim->column];

		if (claim->span != 1)
			continue;
		raise(&c->least, claim_least(want, claim));
		raise(&c->most, claim_most(want, claim));
		if (claim->heading &&
		    claim->head[0] > HEADING_SHORT_EMS * want->base + SLACK)
			c->lengthy = true;
	}
}

/* How much of its most a column of text has to have. */
static emu text_least(const struct columns_want *want, enum column_kind kind,
		      struct column *c)
{
	int ems = NAME_EMS;

	if (want->whole && kind != COLUMN_WORD)
		raise(&c->most, EMPTY_EMS * want->size);
	if (want->whole &&
	    (kind == COLUMN_NAME || (want->texts && kind == COLUMN_TEXT)))
		return c->most;
	if (want->whole && kind != COLUMN_NAME)
		ems = kind == COLUMN_TEXT ? TEXT_EMS : WORD_EMS;
	return smaller(c->most, ems * want->size);
}

/* The column's own rules: kind, bounds of the template. */
static void bound(const struct columns_want *want,
		  const struct table_column *of, struct column *c)
{
	c->flexible = breaks(of->kind);
	if (of->kind == COLUMN_SEQ || of->kind == COLUMN_WORD)
		raise(&c->least, 2 * want->pad);
	if (of->kind == COLUMN_SEQ && want->air > 0)
		raise(&c->least, SEQ_EASY);
	raise(&c->least, want->size); /* even where all its cells are empty */
	raise(&c->most, c->least);
	raise(&c->least, c->flexible ? text_least(want, of->kind, c) : c->most);
	if (of->kind == COLUMN_AMOUNT)
		raise(&c->least, want->amount_least);
	if (of->most > 0 && c->flexible) {
		c->least = smaller(c->least, of->most);
		c->most = smaller(c->most, of->most);
	}
	raise(&c->least, of->least);
	raise(&c->most, c->least);
	if (of->width > 0) {
		c->fixed = true;
		c->flexible = false;
		c->least = of->width;
		c->most = of->width;
	}
}

/* Whether column i is of the family: its siblings, or those of them that have
 * short (or long) headings. */
static bool in_family(const struct bounding *s, size_t i,
		      const struct family *f)
{
	return s->want->columns[i].siblings == f->siblings &&
	       !s->columns[i].fixed &&
	       (s->want->alike == ALIKE_ALL ||
		s->columns[i].lengthy == f->lengthy);
}

static void match_family(struct bounding *s, const struct family *family)
{
	emu least = 0;
	emu most = 0;
	size_t i;

	for (i = 0; i < s->want->n; i++)
		if (in_family(s, i, family)) {
			raise(&least, s->columns[i].least);
			raise(&most, s->columns[i].most);
		}
	for (i = 0; i < s->want->n; i++)
		if (in_family(s, i, family)) {
			s->columns[i].least = least;
			s->columns[i].most = most;
		}
}

/* Families are matched at each member: the later times change nothing. */
static void match_all(struct bounding *s)
{
	size_t i;

	if (s->want->alike == ALIKE_NONE)
		return;
	for (i = 0; i < s->want->n; i++) {
		struct family family = {s->want->columns[i].siblings,
					s->columns[i].lengthy};

		if (family.siblings > 0)
			match_family(s, &family);
	}
}

/* Whether column i takes part in widening a span. */
static bool widens(const struct bounding *s, const struct column_claim *claim,
		   size_t i, bool only_flexible)
{
	const struct column *c = &s->columns[i];

	return i >= (size_t)claim->column &&
	       i < (size_t)claim->column + (size_t)claim->span && !c->fixed &&
	       (c->flexible || !only_flexible);
}

/* What a span lacks is shared by its columns of text, else by all. */
static void widen_span(struct bounding *s, const struct column_claim *claim,
		       int64_t need, bool most)
{
	size_t end = (size_t)claim->column + (size_t)claim->span;
	int n = 0;
	int n_text = 0;
	size_t i;

	for (i = (size_t)claim->column; i < end; i++) {
		struct column *c = &s->columns[i];

		need -= most ? c->most : c->least;
		n += widens(s, claim, i, false) ? 1 : 0;
		n_text += widens(s, claim, i, true) ? 1 : 0;
	}
	if (need <= 0 || n == 0)
		return;
	n = n_text > 0 ? n_text : n;
	for (i = (size_t)claim->column; i < end; i++) {
		struct column *c = &s->columns[i];
		emu share = (emu)(need / n) + 1;

		if (!widens(s, claim, i, n_text > 0))
			continue;
		if (most)
			c->most += share;
		else
			c->least += share;
		raise(&c->most, c->least);
	}
}

/* Spans after the single columns, the shorter ones first. */
static void claim_spans(struct bounding *s)
{
	const struct column_claims *claims = s->want->claims;
	int span = 1;

	while (span > 0) {
		int next = 0;
		size_t i;

		for (i = 0; i < claims->n; i++) {
			const struct column_claim *claim = &claims->list[i];

			if (claim->span > span &&
			    (next == 0 || claim->span < next))
				next = claim->span;
			if (claim->span != span || span == 1)
				continue;
			widen_span(s, claim, claim_least(s->want, claim),
				   false);
			widen_span(s, claim, claim_most(s->want, claim), true);
		}
		span = next;
	}
}

void bounds_find(const struct columns_want *want, struct column *columns)
{
	struct bounding s = {want, columns};
	size_t i;

	claim_singles(&s);
	for (i = 0; i < want->n; i++)
		bound(want, &want->columns[i], &columns[i]);
	match_all(&s);
	claim_spans(&s);
}
