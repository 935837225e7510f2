/* SPDX-License-Identifier: MIT */
#include "budget/heading.h"

#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "budget/spelling.h"

/* Without the star of a column that must be filled in. */
static struct str without_star(struct str text)
{
	static const char *const stars[] = {"*", "＊", "★", "※"};
	size_t i;

	text = str_trim(text);
	for (i = 0; i < sizeof(stars) / sizeof(stars[0]); i++) {
		size_t n = strlen(stars[i]);

		if (str_starts(text, str_from(stars[i])))
			text = str_slice(text, n, text.n);
		if (str_ends(text, str_from(stars[i])))
			text.n -= n;
	}
	return text;
}

struct heading heading_split(struct str text, struct arena *arena)
{
	struct str plain = spelling_plain(without_star(text), arena);
	ptrdiff_t open = str_find(plain, STR("("));

	if (open <= 0 || plain.s[plain.n - 1] != ')')
		return (struct heading){.name = plain};
	return (struct heading){
	    str_slice(plain, 0, (size_t)open),
	    str_slice(plain, (size_t)open + 1, plain.n - (size_t)open - 2)};
}

bool heading_has_unit(enum field_type type)
{
	return type == FIELD_AMOUNT || type == FIELD_PLAN;
}

static bool same_name(struct str name, const char *wanted)
{
	return wanted != NULL && strlen(wanted) == name.n &&
	       strncasecmp(wanted, name.s, name.n) == 0;
}

bool heading_is(struct str text, const struct field *field, struct str *unit,
		struct arena *arena)
{
	struct heading heading = heading_split(text, arena);

	*unit = heading.unit;
	text = without_star(text);
	if (!heading_has_unit(field->type))
		return spelling_same(text, str_from(field->name)) ||
		       same_name(spelling_plain(text, arena), field->standard);
	return same_name(heading.name, field->name) ||
	       same_name(heading.name, field->standard);
}

bool heading_names(struct str text, const struct field *field,
		   struct arena *arena)
{
	struct str plain = spelling_plain(without_star(text), arena);
	struct str name = str_from(field->name);
	struct str standard = str_from(field->standard);

	if (field->type != FIELD_CODE)
		return false;
	if (str_ends(name, STR("代码")))
		name.n -= sizeof("代码") - 1;
	if (str_equal(plain, str_format(arena, STR_FMT "名称", STR_ARG(name))))
		return true;
	if (!str_ends(standard, STR("_CODE")))
		return false;
	standard.n -= sizeof("CODE") - 1;
	return same_name(plain, str_cstr(str_format(arena, STR_FMT "NAME",
						    STR_ARG(standard)),
					 arena));
}

int heading_field(struct str text, const struct schema *schema,
		  struct arena *arena)
{
	struct str unit;
	size_t f;

	for (f = 0; f < schema->n_fields; f++)
		if (heading_is(text, &schema->fields[f], &unit, arena))
			return (int)f;
	for (f = 0; f < schema->n_fields; f++)
		if (heading_names(text, &schema->fields[f], arena))
			return (int)f;
	return -1;
}
