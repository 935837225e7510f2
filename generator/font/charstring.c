/* SPDX-License-Identifier: MIT */
/*
 * Type 2 charstrings (Adobe Technical Note 5177). Numbers are copied as they
 * stand; of each number that waits for its operator the place in the output
 * is kept, so that the number of a subroutine and the operands of a hint can
 * be taken back.
 */
#include "font/charstring.h"

#include <stdint.h>
#include <string.h>

#define STACK_MOST 192 /* 48 by the note; some faces have more */
#define CALLS_MOST 10

enum operator{
	OP_HSTEM = 1,
	OP_VSTEM = 3,
	OP_CALLSUBR = 10,
	OP_RETURN = 11,
	OP_ESCAPE = 12,
	OP_ENDCHAR = 14,
	OP_HSTEMHM = 18,
	OP_HINTMASK = 19,
	OP_CNTRMASK = 20,
	OP_VSTEMHM = 23,
	OP_SHORT = 28,
	OP_CALLGSUBR = 29,
	OP_FIXED = 255
};

struct flattener {
	const struct cff_index *global_subrs, *local_subrs;
	unsigned char *out; /* CHARSTRING_MOST */
	size_t n_out;
	size_t places[STACK_MOST]; /* in out, of the waiting numbers */
	int last;		   /* value of the last one */
	size_t n;
	size_t n_stems;
	int depth;
	bool ended;
};

struct str cff_index_at(const struct cff_index *index, size_t number)
{
	size_t bounds[2] = {0, 0};
	const unsigned char *at;
	int i;
	int k;

	if (number >= index->n)
		return STR_NONE;
	at = index->offsets + number * (size_t)index->offset_size;
	for (k = 0; k < 2; k++)
		for (i = 0; i < index->offset_size; i++)
			bounds[k] = bounds[k] << 8 | *at++;
	if (bounds[0] < 1 || bounds[1] < bounds[0] ||
	    bounds[1] - 1 > index->room)
		return STR_NONE;
	return (struct str){(const char *)index->data + bounds[0] - 1,
			    bounds[1] - bounds[0]};
}

/* Bytes of the number that begins with b; its value into *value. */
static size_t number_length(const unsigned char *s, size_t room, int *value)
{
	int b = s[0];

	*value = 0;
	if (b == OP_FIXED)
		return room >= 5 ? 5 : 0;
	if (b == OP_SHORT) {
		if (room < 3)
			return 0;
		*value = (int16_t)(s[1] << 8 | s[2]);
		return 3;
	}
	if (b <= 246) {
		*value = b - 139;
		return 1;
	}
	if (room < 2)
		return 0;
	*value = b <= 250 ? (b - 247) * 256 + s[1] + 108
			  : -(b - 251) * 256 - s[1] - 108;
	return 2;
}

static bool copy(struct flattener *flattener, const char *bytes, size_t n)
{
	if (flattener->n_out + n > CHARSTRING_MOST)
		return false;
	memcpy(flattener->out + flattener->n_out, bytes, n);
	flattener->n_out += n;
	return true;
}

static bool take_number(struct flattener *flattener, struct str code,
			size_t *at)
{
	size_t n = number_length((const unsigned char *)code.s + *at,
				 code.n - *at, &flattener->last);

	if (n == 0 || flattener->n == STACK_MOST)
		return false;
	flattener->places[flattener->n++] = flattener->n_out;
	*at += n;
	return copy(flattener, code.s + *at - n, n);
}

/* Counts the stems and drops them. An odd number of operands begins with the
 * glyph's width, which waits for the first operator that draws. */
static void drop_stems(struct flattener *flattener)
{
	size_t keep = flattener->n % 2;

	flattener->n_stems += flattener->n / 2;
	if (flattener->n > keep)
		flattener->n_out = flattener->places[keep];
	flattener->n = keep;
}

static bool flatten(struct flattener *flattener, struct str code);

static bool call(struct flattener *flattener, const struct cff_index *subrs)
{
	int bias = subrs->n < 1240 ? 107 : subrs->n < 33900 ? 1131 : 32768;
	int number = flattener->last + bias;
	struct str code;
	bool done;

	if (flattener->n == 0 || number < 0 || flattener->depth == CALLS_MOST)
		return false;
	flattener->n_out = flattener->places[--flattener->n];
	code = cff_index_at(subrs, (size_t)number);
	flattener->depth++;
	done = code.n > 0 && flatten(flattener, code);
	flattener->depth--;
	return done;
}

/* An operator that draws, with the numbers before it. */
static bool draw(struct flattener *flattener, const char *op, size_t n)
{
	flattener->n = 0;
	return copy(flattener, op, n);
}

/* The operator at *at; moves behind it. */
static bool take_operator(struct flattener *flattener, struct str code,
			  size_t *at)
{
	struct str rest = str_slice(code, *at, code.n);
	int op = (unsigned char)rest.s[0];

	*at += 1;
	switch (op) {
	case OP_HSTEM:
	case OP_VSTEM:
	case OP_HSTEMHM:
	case OP_VSTEMHM: drop_stems(flattener); return true;
	case OP_HINTMASK:
	case OP_CNTRMASK:
		drop_stems(flattener);
		*at += (flattener->n_stems + 7) / 8;
		return *at <= code.n;
	case OP_CALLSUBR: return call(flattener, flattener->local_subrs);
	case OP_CALLGSUBR: return call(flattener, flattener->global_subrs);
	case OP_ESCAPE: /* only the flexes, 34 to 37, are known here */
		*at += 1;
		return rest.n >= 2 && rest.s[1] >= 34 && rest.s[1] <= 37 &&
		       draw(flattener, rest.s, 2);
	default:
		flattener->ended = op == OP_ENDCHAR;
		return draw(flattener, rest.s, 1);
	}
}

static bool flatten(struct flattener *flattener, struct str code)
{
	size_t at = 0;

	while (at < code.n && !flattener->ended) {
		int op = (unsigned char)code.s[at];
		bool number = op >= 32 || op == OP_SHORT;

		if (op == OP_RETURN && flattener->depth > 0)
			return true;
		if (!(number ? take_number(flattener, code, &at)
			     : take_operator(flattener, code, &at)))
			return false;
	}
	return true;
}

size_t charstring_flatten(struct str charstring,
			  const struct cff_index *global_subrs,
			  const struct cff_index *local_subrs,
			  unsigned char out[CHARSTRING_MOST])
{
	static const char end = OP_ENDCHAR;
	struct flattener flattener = {.global_subrs = global_subrs,
				      .local_subrs = local_subrs};

	flattener.out = out;
	if (charstring.n == 0 || !flatten(&flattener, charstring) ||
	    (!flattener.ended && !draw(&flattener, &end, 1)))
		return 0;
	return flattener.n_out;
}
