/* SPDX-License-Identifier: MIT */
/* Prints the tables of the input as the manual has them (manual.py). */
#include <stdio.h>

#include "budget/schema.h"

static void print_values(const struct field *field)
{
	const char *value;
	size_t n;

	for (n = 0; field->choices != NULL && field->choices[n] != NULL; n++)
		printf("%s%s", n == 0 ? "可选：" : "、", field->choices[n]);
	for (n = 0; field->type == FIELD_CHOICE && field->choices == NULL &&
		    (value = dimension_value(field->dimension, n)) != NULL;
	     n++)
		printf("%s%s", n == 0 ? "可选：" : "、", value);
	if (field->type == FIELD_CHOICE)
		printf("。");
}

static void print_field(const struct field *field)
{
	bool needed = field->required && field->fallback == NULL;
	const char *unit = field->type == FIELD_AMOUNT ? "（元）"
			   : field->type == FIELD_PLAN ? "（%）"
						       : "";

	printf("| %s%s%s%s | %s | ", field->key ? "**" : "", field->name, unit,
	       field->key ? "**" : "", needed ? "必填" : "");
	if (field->help != NULL)
		printf("%s。", field->help);
	print_values(field);
	printf(" | %s | %s | %s |\n", field->aside ? "" : field_format(field),
	       field->example != NULL ? field->example : "",
	       field->standard != NULL ? field->standard : "");
}

static void print_keys(const struct schema *schema)
{
	static const char *const rules[] = {
	    [KEYS_ADD] = "粗体各列都相同的几行，金额相加。",
	    [KEYS_JOIN] = "粗体各列都相同的几行，文字按先后接成几段。",
	    [KEYS_ERROR] = "粗体各列都相同的行只能有一行。",
	    [KEYS_FREE] = "各行按填写的先后排列。",
	};

	printf("%s。%s%s\n\n", schema->help, rules[schema->keys],
	       schema->roll_up ? "部门的文本包括下级单位的行。"
			       : "部门的文本只用本级的行。");
}

int main(void)
{
	size_t i;
	size_t f;

	for (i = 0; i < budget_n_schemas; i++) {
		const struct schema *schema = &budget_schemas[i];

		printf("\n## %s\n\n", schema->name);
		print_keys(schema);
		printf("| 列 | | 填什么 | 格式 | 例 | 标准要素名 |\n"
		       "| --- | --- | --- | --- | --- | --- |\n");
		for (f = 0; f < schema->n_fields; f++)
			print_field(&schema->fields[f]);
	}
	return 0;
}
