/* SPDX-License-Identifier: MIT */
#include "check/selected.h"

#include "base/diag.h"
#include "budget/select.h"
#include "doc/doc.h"

/* What stands between the brackets of a selection, [ ] left out. */
static struct str filters_of(struct str select)
{
	ptrdiff_t open = str_find(select, STR("["));
	ptrdiff_t close = str_find(select, STR("]"));

	if (open < 0 || close < open)
		return STR_NONE;
	return str_slice(select, (size_t)open + 1, (size_t)(close - open) - 1);
}

/* A selection that begins with its table. */
static bool is_whole(struct str select)
{
	return select.n > 0 && select.s[0] != '[';
}

struct selection *selection_of_cell(const struct table *table, size_t row,
				    size_t column, const struct cell *cell,
				    const struct budget *budget,
				    struct arena *arena)
{
	struct str parts[3] = {cell == NULL ? STR_NONE : cell->select,
			       table->rows[row].select,
			       table->columns[column].select};
	struct diag_sink *scratch = diag_open(arena);
	struct selection *selection = NULL;
	size_t base;
	size_t i;

	for (base = 0; base < 3 && !is_whole(parts[base]); base++)
		continue;
	if (base == 3)
		return NULL;
	selection =
	    select_parse(parts[base], budget, PLACE_NONE, arena, scratch);
	for (i = 0; i < 3 && selection != NULL; i++)
		if (i != base && filters_of(parts[i]).n > 0)
			selection =
			    select_narrow(selection, filters_of(parts[i]),
					  PLACE_NONE, arena, scratch);
	return selection;
}
