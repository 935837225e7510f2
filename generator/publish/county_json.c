/* SPDX-License-Identifier: MIT */
#include "publish/county_json.h"

#include "base/arena.h"

json_t *fund_sums_to_json(const struct fund_sums *sums)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < sums->n; i++) {
		const struct fund_sum *sum = &sums->list[i];
		json_t *object = json_object();

		json_object_set_new(
		    object, "fund",
		    json_stringn_nocheck(sum->fund.s, sum->fund.n));
		json_object_set_new(object, "income",
				    json_integer(sum->income.fen));
		json_object_set_new(object, "expenditure",
				    json_integer(sum->expenditure.fen));
		json_array_append_new(list, object);
	}
	return list;
}

struct fund_sums fund_sums_of_json(const json_t *list, struct arena *arena)
{
	struct fund_sums sums = {.n = 0};
	size_t i;

	sums.list = ARENA_ARRAY(arena, json_array_size(list), struct fund_sum);
	sums.room = json_array_size(list);
	for (i = 0; i < json_array_size(list); i++) {
		const json_t *object = json_array_get(list, i);
		const json_t *fund = json_object_get(object, "fund");
		struct fund_sum sum = {
		    .income = {json_integer_value(
			json_object_get(object, "income"))},
		    .expenditure = {json_integer_value(
			json_object_get(object, "expenditure"))}};

		if (!json_is_string(fund))
			continue;
		sum.fund = str_copy((struct str){json_string_value(fund),
						 json_string_length(fund)},
				    arena);
		sums.list[sums.n++] = sum;
	}
	return sums;
}
