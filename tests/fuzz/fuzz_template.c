/* SPDX-License-Identifier: MIT */
/* Any bytes as template.xml, which may extend those that ship: loaded, bound
 * to a sample's budget and expanded for its units. Or as a case of
 * tests/template, which brings a template with its tables. */
#include "fuzz/fuzz.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "budget/budget.h"
#include "read/read.h"
#include "tables/sheets.h"
#include "template/case.h"
#include "template/template.h"

/* Read once; live as long as the program. */
static const struct sheets *sample(void)
{
	static struct sheets sheets;

	if (sheets.arena != NULL)
		return &sheets;
	sheets.arena = arena_open();
	if (!read_input(&sheets, STR("samples/335-wangchuan-2024"),
			diag_open(sheets.arena)))
		abort();
	return &sheets;
}

static void expand(const struct template *template, struct arena *arena,
		   struct diag_sink *sink)
{
	struct budget_options options = {.n_further = 0};
	const struct budget *budget;
	struct edition *edition;
	size_t i;

	options.further = template_tables(template, &options.n_further);
	budget = budget_read(sample(), &options, arena, sink);
	if (budget == NULL)
		abort();
	edition = template_bind(template, budget, arena, sink);
	if (edition == NULL)
		return;
	for (i = 0; i < budget->n_units; i++)
		template_expand(edition, (int)i, arena, sink);
}

static void load(struct str bytes, struct arena *arena, struct diag_sink *sink)
{
	const struct template *template =
	    template_from(STR("templates"), STR("x"), bytes, arena, sink);

	if (template != NULL)
		expand(template, arena, sink);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *arena = arena_open();
	struct str input = {(const char *)bytes, n};
	struct test_case test;

	if (str_starts(input, STR("== "))) {
		test = case_parse(input, arena);
		case_run(&test, arena);
	} else {
		load(input, arena, diag_open(arena));
	}
	arena_close(arena);
	return 0;
}
