/* SPDX-License-Identifier: MIT */
/* What must not be published. */
#include "base/arena.h"
#include "budget/record.h"
#include "check/rule.h"
#include "check/words.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The digits at *at (a dash may stand between); moves *at behind them. */
static size_t run_of_digits(struct str text, size_t at, char digits[32])
{
	size_t n = 0;

	for (; at < text.n && n < 31; at++) {
		if (is_digit(text.s[at]) ||
		    (n == 17 && (text.s[at] == 'X' || text.s[at] == 'x')))
			digits[n++] = text.s[at];
		else if (text.s[at] != '-' || n == 0)
			break;
	}
	digits[n] = '\0';
	return n;
}

/* GB 11643: weights and check characters of a citizen's number. */
static bool is_identity(const char *digits, size_t n)
{
	static const int weights[17] = {7, 9, 10, 5,  8, 4, 2, 1, 6,
					3, 7, 9,  10, 5, 8, 4, 2};
	static const char checks[] = "10X98765432";
	int sum = 0;
	size_t i;

	if (n != 18)
		return false;
	for (i = 0; i < 17; i++)
		sum += (digits[i] - '0') * weights[i];
	return (digits[17] == 'x' ? 'X' : digits[17]) == checks[sum % 11];
}

/* ISO/IEC 7812, the formula of Luhn: numbers of bank cards. */
static bool is_card(const char *digits, size_t n)
{
	int sum = 0;
	size_t i;

	if (n < 16 || n > 19 || digits[0] == '0')
		return false;
	for (i = 0; i < n; i++) {
		int value = digits[n - 1 - i] - '0';

		if (i % 2 == 1)
			value = value * 2 > 9 ? value * 2 - 9 : value * 2;
		sum += value;
	}
	return sum % 10 == 0;
}

static bool is_mobile(const char *digits, size_t n)
{
	return n == 11 && digits[0] == '1' && digits[1] >= '3';
}

/* 0335-1234567: with its dash, or a word before it. */
/* 0000-000000 stands for a number that is not given. */
static bool is_blank(const char *digits)
{
	size_t i;

	for (i = 1; digits[i] != '\0'; i++)
		if (digits[i] != digits[0])
			return false;
	return true;
}

static bool is_landline(struct str text, size_t at, const char *digits,
			size_t n)
{
	static const char *const words[] = {"电话", "联系", "传真", NULL};
	struct str before = str_slice(text, 0, at);
	struct str near = str_slice(before, at > 24 ? at - 24 : 0, 24);

	if (n == 7 || n == 8)
		return words_in(near, words);
	return n >= 10 && n <= 12 && digits[0] == '0' &&
	       (at + 4 < text.n &&
		(text.s[at + 3] == '-' || text.s[at + 4] == '-'));
}

static bool is_home(struct str text)
{
	static const char *const words[] = {"家庭住址", "家庭地址", "现住址",
					    "户籍地址", NULL};

	return str_find(text, STR("址")) >= 0 && words_in(text, words);
}

static void check_text(struct check *check, struct str text, struct spot spot)
{
	size_t at;

	if (is_home(text))
		FOUND(check, &PRIVACY, spot, STR("住址"), STR_NONE);
	for (at = 0; at < text.n; at++) {
		char digits[32];
		size_t n;

		if (!is_digit(text.s[at]) ||
		    (at > 0 &&
		     (is_digit(text.s[at - 1]) || text.s[at - 1] == '.' ||
		      (text.s[at - 1] >= 'A' && text.s[at - 1] <= 'z'))))
			continue;
		n = run_of_digits(text, at, digits);
		if (!is_blank(digits) &&
		    (is_mobile(digits, n) || is_identity(digits, n) ||
		     is_card(digits, n) || is_landline(text, at, digits, n)))
			FOUND(check, &PRIVACY, spot, str_slice(text, at, n),
			      STR_NONE);
		at += n;
	}
}

void rule_privacy(struct check *check)
{
	size_t i;
	size_t k;

	for (i = 0; i < check->view->n_lines; i++)
		check_text(check, check->view->lines[i].text,
			   spot_line(&check->view->lines[i]));
	for (i = 0; i < check->view->n_grids; i++) {
		const struct grid *grid = &check->view->grids[i];

		for (k = 0; k < grid->n_rows * grid->n_columns; k++) {
			if (grid->cells[k] != NULL && grid->texts[k].n > 10 &&
			    grid->cells[k]->column ==
				(int)(k % grid->n_columns) &&
			    grid->table->columns[k % grid->n_columns].kind !=
				COLUMN_CODE)
				check_text(check, grid->texts[k],
					   spot_cell(grid, k / grid->n_columns,
						     k % grid->n_columns));
		}
	}
}

/* Where words stand that must not: names of secret projects and units. */
static void find_secret(struct check *check, const struct diag_kind *kind,
			struct str name)
{
	size_t i;
	size_t k;

	if (name.n < 9)
		return;
	for (i = 0; i < check->view->n_lines; i++)
		if (str_find(check->view->lines[i].text, name) >= 0)
			FOUND(check, kind, spot_line(&check->view->lines[i]),
			      name, STR_NONE);
	for (i = 0; i < check->view->n_grids; i++) {
		const struct grid *grid = &check->view->grids[i];

		for (k = 0; k < grid->n_rows * grid->n_columns; k++) {
			if (str_find(grid->texts[k], name) < 0)
				continue;
			FOUND(check, kind,
			      spot_cell(grid, k / grid->n_columns,
					k % grid->n_columns),
			      name, STR_NONE);
			break;
		}
	}
}

static void secret_projects(struct check *check, const struct scope *scope)
{
	const struct budget *budget = scope->budget;
	int number = budget_relation(budget, STR("项目"));
	const struct relation *relation;
	uint32_t row;

	if (number < 0)
		return;
	relation = &budget->relations[number];
	for (row = 0; row < relation->n_rows; row++) {
		if (relation->units[row] == UNIT_ALL ||
		    !scope->units[relation->units[row]] ||
		    !str_is(record_text(budget,
					record_column(budget, number, "涉密"),
					row),
			    "是"))
			continue;
		find_secret(
		    check, &SECRET_NAME,
		    record_text(budget,
				record_column(budget, number, "项目名称"),
				row));
		find_secret(
		    check, &SECRET,
		    record_text(budget,
				record_column(budget, number, "资金用途"),
				row));
	}
}

bool check_has_secrets(const struct check *check)
{
	const struct scope *scope = check->task->scope;
	int number;
	uint32_t row;

	if (scope == NULL)
		return false;
	number = budget_relation(scope->budget, STR("项目"));
	if (number < 0)
		return false;
	for (row = 0; row < scope->budget->relations[number].n_rows; row++) {
		uint32_t unit = scope->budget->relations[number].units[row];

		if (unit != UNIT_ALL && scope->units[unit] &&
		    str_is(record_text(
			       scope->budget,
			       record_column(scope->budget, number, "涉密"),
			       row),
			   "是"))
			return true;
	}
	return false;
}

void rule_secret(struct check *check)
{
	const struct scope *scope = check->task->scope;
	size_t i;

	if (scope == NULL)
		return;
	secret_projects(check, scope);
	for (i = 0; i < scope->budget->n_units; i++)
		if (scope->units[i] && !scope->budget->units[i].is_public &&
		    i != (size_t)scope->unit)
			find_secret(check, &SECRET,
				    scope->budget->units[i].name);
}

/* Money that one unit of a department hands to another stands twice in the
 * department's sums. */
void rule_internal(struct check *check)
{
	struct amount given;
	struct amount taken;

	if (check->task->scope == NULL || check->task->scope->n_list < 2)
		return;
	given = check_sum_of(check, "支出[支出类型=对附属单位补助支出]");
	taken = check_sum_of(check, "支出[资金性质=上级补助收入]");
	if (!given.there || !taken.there || given.money.fen == 0 ||
	    given.money.fen != taken.money.fen)
		return;
	FOUND(check, &INTERNAL, SPOT_NONE, wan_text(given.money, check->arena),
	      STR_NONE);
}
