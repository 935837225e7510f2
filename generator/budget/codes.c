/* SPDX-License-Identifier: MIT */
/*
 * What spreadsheets do to codes before we see them: 001001 becomes 1001, long
 * ones 1.3E+20, and some exports write 2010301.0. A code that is not known as
 * it stands is held against the known ones of its kind; if exactly one could
 * have become it, it is that one, and said so.
 */
#include "budget/codes.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "budget/codename.h"
#include "budget/dimension.h"
#include "budget/messages.h"
#include "budget/spelling.h"
#include "budget/subjects.h"

/* A damaged code taken apart. */
struct damaged {
	struct str digits; /* of the mantissa, without point and zeros behind */
	size_t length;	   /* that the code had if digits are only its start */
	bool scientific;
	bool number; /* all digits: zeros before it may be gone */
};

static bool is_dead_fraction(struct str text, size_t point)
{
	size_t i;

	for (i = point + 1; i < text.n; i++)
		if (text.s[i] != '0')
			return false;
	return point > 0 && point + 1 < text.n;
}

/* Reads 1.30303E+20 into digits 130303 and length 21; false: it is none. */
static bool take_scientific(struct str text, struct damaged *damaged,
			    struct arena *arena)
{
	struct buf digits = {.arena = arena};
	size_t exponent = 0;
	size_t i;

	for (i = 0; i < text.n && text.s[i] != 'E' && text.s[i] != 'e'; i++) {
		if (text.s[i] == '.' && i == 1)
			continue;
		if (text.s[i] < '0' || text.s[i] > '9')
			return false;
		buf_add_char(&digits, text.s[i]);
	}
	if (i == 0 || i + 1 >= text.n || text.s[i + 1] == '-')
		return false;
	for (i += text.s[i + 1] == '+' ? 2 : 1; i < text.n; i++) {
		if (text.s[i] < '0' || text.s[i] > '9' || exponent > 40)
			return false;
		exponent = exponent * 10 + (size_t)(text.s[i] - '0');
	}
	while (digits.n > 1 && digits.s[digits.n - 1] == '0')
		digits.n--;
	*damaged = (struct damaged){.digits = buf_str(&digits),
				    .length = exponent + 1,
				    .scientific = true};
	return exponent > 0;
}

static struct damaged take_apart(struct str text, struct arena *arena)
{
	struct damaged damaged = {.digits = text};
	ptrdiff_t point = str_find(text, STR("."));

	if (take_scientific(text, &damaged, arena))
		return damaged;
	if (point > 0 && is_dead_fraction(text, (size_t)point))
		damaged.digits = str_slice(text, 0, (size_t)point);
	damaged.number = is_digits(damaged.digits);
	return damaged;
}

/* Could the code have become this? */
static bool fits(const struct damaged *damaged, struct str code)
{
	size_t zeros;

	if (damaged->scientific)
		return code.n == damaged->length &&
		       str_starts(code, damaged->digits);
	if (!damaged->number || code.n < damaged->digits.n ||
	    !str_ends(code, damaged->digits))
		return false;
	for (zeros = 0; zeros + damaged->digits.n < code.n; zeros++)
		if (code.s[zeros] != '0')
			return false;
	return true;
}

/* The known codes that fit. */
struct candidates {
	struct str one;
	size_t n;
};

static void consider(struct candidates *candidates,
		     const struct damaged *damaged, struct str code)
{
	if (!fits(damaged, code) || str_equal(code, candidates->one))
		return;
	candidates->one = code;
	candidates->n++;
}

static bool is_seen_from(const struct budget *budget, uint32_t unit,
			 uint32_t owner)
{
	int u = (int)unit;

	while (u >= 0 && (uint32_t)u != owner)
		u = budget->units[u].parent;
	return u >= 0;
}

static struct candidates candidates_of(const struct reading *reading,
				       enum dimension_kind kind,
				       const struct damaged *damaged,
				       uint32_t unit)
{
	const struct budget *budget = reading->budget;
	const struct dimension *dimension = &budget->dimensions[kind];
	struct candidates candidates = {.n = 0};
	size_t i;

	for (i = 0; i < dimension->n; i++) {
		if (kind != DIM_PROJECT ||
		    (unit != UNIT_ALL &&
		     is_seen_from(budget, unit, dimension->members[i].unit)))
			consider(
			    &candidates, damaged,
			    symbol_text(budget, dimension->members[i].code));
	}
	for (i = 0; i < subject_count(reading->names); i++) {
		enum dimension_kind subject;
		struct str code = subject_code(reading->names, i, &subject);

		if (subject == kind && (dimension_leaf(kind) == 0 ||
					code.n == dimension_leaf(kind)))
			consider(&candidates, damaged, code);
	}
	return candidates;
}

static int find_known(const struct budget *budget, enum dimension_kind kind,
		      struct str code, uint32_t unit)
{
	if (kind == DIM_PROJECT)
		return project_find(budget, unit, code);
	return dimension_find(&budget->dimensions[kind], code);
}

/* Has a code of an open dimension the form of its kind? */
static bool is_well_formed(enum dimension_kind kind, struct str code)
{
	size_t leaf = dimension_leaf(kind);

	if (leaf > 0)
		return is_digits(code) && code.n >= 3 && code.n <= leaf &&
		       code.n % 2 == 1 && code.s[0] != '0';
	if (kind == DIM_PROJECT_KIND)
		return is_digits(code) && code.s[0] >= '1' &&
		       code.s[0] <= '3' && code.n <= 8;
	if (kind == DIM_CATALOGUE)
		return code.n > 0 && code.s[0] >= 'A' && code.s[0] <= 'C' &&
		       (code.n == 1 || is_digits(str_slice(code, 1, code.n)));
	return kind == DIM_ASSET;
}

static struct str with_capital(struct str code, struct arena *arena)
{
	char *copy;

	if (code.n == 0 || code.s[0] < 'a' || code.s[0] > 'c')
		return code;
	copy = (char *)(uintptr_t)str_copy(code, arena).s;
	copy[0] = (char)(copy[0] - 'a' + 'A');
	return (struct str){copy, code.n};
}

static void report_refused(struct reading *reading, const struct field *field,
			   struct str text, const struct damaged *damaged,
			   const struct candidates *candidates,
			   struct place place)
{
	if (candidates->n > 0)
		DIAG(reading->sink, &BUDGET_CODE_DAMAGED, place, text,
		     candidates->one, text_number(reading, candidates->n));
	else if (damaged->scientific)
		DIAG(reading->sink, &BUDGET_CODE_SCIENTIFIC, place, text,
		     text_number(reading, damaged->length));
	else if (field->dimension == DIM_UNIT)
		DIAG(reading->sink, &BUDGET_UNIT_UNKNOWN, place, text);
	else
		DIAG(reading->sink, &BUDGET_CODE_FORM, place, text,
		     str_from(field->name), str_from(field->help));
}

/* 205-99-99, 205.99.99: the code's levels with marks between them. */
static struct str without_marks(struct str text, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t i;

	for (i = 0; i < text.n; i++)
		if (text.s[i] != '-' && text.s[i] != '.')
			buf_add_char(&buf, text.s[i]);
	return is_digits(buf_str(&buf)) ? buf_str(&buf) : STR_NONE;
}

/* The code of 2080505 机关事业单位…, 某局（201001） or [201001], or with marks
 * between its levels; empty: there is none that is known or may be. */
static struct str undressed(const struct reading *reading,
			    enum dimension_kind kind, struct str text,
			    uint32_t unit)
{
	struct str code = codename_code(text);
	struct str name = codename_name(text);
	size_t leaf = dimension_leaf(kind);
	size_t at = 0;

	if (code.n < text.n && (name.n == 0 || utf8_next(name, &at) >= 0x80) &&
	    (find_known(reading->budget, kind, code, unit) >= 0 ||
	     (leaf > 0 && is_well_formed(kind, code))))
		return code;
	code = leaf > 0 ? without_marks(text, reading->arena) : STR_NONE;
	return code.n == leaf && code.n > 0 && is_well_formed(kind, code)
		   ? code
		   : STR_NONE;
}

/* A unit or project by its name, where exactly one is called so; -1: none is.
 */
static int member_named(const struct reading *reading, enum dimension_kind kind,
			struct str name, uint32_t unit)
{
	const struct budget *budget = reading->budget;
	const struct dimension *dimension = &budget->dimensions[kind];
	int found = -1;
	size_t n = 0;
	size_t i;

	if (kind != DIM_UNIT && (kind != DIM_PROJECT || unit == UNIT_ALL))
		return -1;
	for (i = 0; i < dimension->n; i++) {
		const struct member *member = &dimension->members[i];

		if ((kind == DIM_PROJECT &&
		     !is_seen_from(budget, unit, member->unit)) ||
		    member->name.n == 0 || !spelling_same(member->name, name))
			continue;
		found = (int)i;
		n++;
	}
	return n == 1 ? found : -1;
}

/* Completes a code or refuses it. */
static int complete(struct reading *reading, const struct field *field,
		    struct str text, uint32_t unit, struct place place)
{
	enum dimension_kind kind = field->dimension;
	struct damaged damaged = take_apart(text, reading->arena);
	struct candidates candidates =
	    candidates_of(reading, kind, &damaged, unit);
	struct str bare = undressed(reading, kind, text, unit);
	int named = member_named(reading, kind, text, unit);

	if (named >= 0) {
		DIAG(
		    reading->sink, &BUDGET_CODE_NAMED, place, text,
		    symbol_text(
			reading->budget,
			reading->budget->dimensions[kind].members[named].code));
		return named;
	}
	if (bare.n > 0) {
		DIAG(reading->sink, &BUDGET_CODE_DRESSED, place, text, bare);
		return kind == DIM_PROJECT
			   ? project_find(reading->budget, unit, bare)
			   : dimension_add(reading, kind, bare);
	}
	if (candidates.n == 1) {
		DIAG(reading->sink, &BUDGET_CODE_COMPLETED, place, text,
		     candidates.one);
		if (kind == DIM_PROJECT)
			return project_find(reading->budget, unit,
					    candidates.one);
		return dimension_add(reading, kind, candidates.one);
	}
	if (kind == DIM_PROJECT && candidates.n == 0 && !damaged.scientific)
		return CODE_UNKNOWN;
	report_refused(reading, field, text, &damaged, &candidates, place);
	return CODE_BAD;
}

/* The same, once for each code: what became of it is remembered. */
static int complete_once(struct reading *reading, const struct field *field,
			 struct str text, uint32_t unit, struct place place)
{
	enum dimension_kind kind = field->dimension;
	struct str key =
	    str_format(reading->arena, "%d %d " STR_FMT, (int)kind,
		       kind == DIM_PROJECT ? (int)unit : 0, STR_ARG(text));
	uint32_t before = map_find(&reading->completed, key);
	int member;

	if (before != MAP_NONE)
		return (int)before + CODE_UNKNOWN;
	member = complete(reading, field, text, unit, place);
	map_put(&reading->completed, key, (uint32_t)(member - CODE_UNKNOWN));
	return member;
}

int code_member(struct reading *reading, const struct field *field,
		struct str text, uint32_t unit, struct place place)
{
	enum dimension_kind kind = field->dimension;
	struct str code = spelling_bare(text);
	int found = find_known(reading->budget, kind, code, unit);

	if (found >= 0)
		return found;
	if (kind != DIM_ASSET && kind != DIM_PROJECT)
		code = spelling_plain(code, reading->arena);
	if (kind == DIM_CATALOGUE)
		code = with_capital(code, reading->arena);
	found = find_known(reading->budget, kind, code, unit);
	if (found >= 0)
		return found;
	if (is_well_formed(kind, code))
		return dimension_add(reading, kind, code);
	return complete_once(reading, field, code, unit, place);
}

struct str values_of(const struct dimension *dimension, bool groups,
		     struct arena *arena)
{
	struct buf buf = {.arena = arena};
	size_t i;

	for (i = 0; i < dimension->n; i++) {
		if (dimension->members[i].group && !groups)
			continue;
		if (buf.n > 0)
			buf_add_cstr(&buf, "、");
		buf_add(&buf, dimension->members[i].key);
	}
	return buf_str(&buf);
}

/* 因公出国 and 会议 that are not divided count as 其他. */
static int undivided(const struct dimension *dimension, int group,
		     struct arena *arena)
{
	return dimension_find(
	    dimension, str_format(arena, STR_FMT "其他",
				  STR_ARG(dimension->members[group].key)));
}

int choice_member(struct reading *reading, const struct field *field,
		  struct str text, struct place place)
{
	const struct dimension *dimension =
	    &reading->budget->dimensions[field->dimension];
	struct str value = str_trim(text);
	int found = dimension_find(dimension, value);

	if (found < 0) {
		value = spelling_plain(value, reading->arena);
		found = dimension_find(dimension, value);
	}
	if (found >= 0 && dimension->members[found].group)
		found = undivided(dimension, found, reading->arena);
	if (found >= 0)
		return found;
	DIAG(reading->sink, &BUDGET_CHOICE, place, value,
	     values_of(dimension, false, reading->sink->arena));
	return CODE_BAD;
}

struct str project_key(const struct budget *budget, uint32_t unit,
		       struct str code, struct arena *arena)
{
	return str_format(arena, STR_FMT "@" STR_FMT, STR_ARG(code),
			  STR_ARG(budget->units[unit].code));
}

int project_find(const struct budget *budget, uint32_t unit, struct str code)
{
	const struct dimension *projects = &budget->dimensions[DIM_PROJECT];
	struct arena *arena = budget->arena;
	int u = unit == UNIT_ALL ? -1 : (int)unit;
	int found = -1;

	while (u >= 0 && found < 0) {
		struct arena_mark mark = arena_mark(arena);

		found = dimension_find(
		    projects, project_key(budget, (uint32_t)u, code, arena));
		arena_release(arena, mark);
		u = budget->units[u].parent;
	}
	return found;
}
