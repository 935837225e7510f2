/* SPDX-License-Identifier: MIT */
#include "budget/values.h"

#include "base/arena.h"
#include "budget/codes.h"
#include "budget/dimension.h"
#include "budget/messages.h"
#include "budget/spelling.h"

#define YEAR_LEAST 1990
#define YEAR_MOST  2100
/* Days since 1899-12-30, as spreadsheets count them: 1990-01-01 and 2099-12-31.
 */
#define SERIAL_LEAST 32874
#define SERIAL_MOST  73050

/* One reading of one cell: what the functions below share. */
struct cell_reading {
	struct reading *reading;
	const struct column_reader *reader;
	struct str text; /* without blanks at both ends */
	enum cell_form form;
	uint32_t unit;
	struct place place;
};

/* Is what an amount has beyond 分 only noise of a computed double, as
 * 0.300000000000004: three zeros or nines on end behind the last digit that
 * counts? */
static bool is_noise(struct str text, enum money_unit unit)
{
	size_t digits = unit == MONEY_WAN ? 6 : 2;
	ptrdiff_t point = str_find(text, STR("."));
	struct str rest;

	if (point < 0)
		return true;
	rest = str_slice(text, (size_t)point + 1 + digits, 3);
	return str_is(rest, "000") || str_is(rest, "999");
}

/* ######## or 1.41E+06: a spreadsheet's way out in a column too narrow. */
static bool is_cut_to_fit(struct str text)
{
	size_t i;

	if (str_starts(text, STR("##")))
		return true;
	for (i = 1; i + 1 < text.n; i++)
		if ((text.s[i] == 'E' || text.s[i] == 'e') &&
		    (text.s[i + 1] == '+' || text.s[i + 1] == '-'))
			return text.s[0] == '-' ||
			       is_digits(str_slice(text, 0, 1));
	return false;
}

static bool read_amount(const struct cell_reading *cell, struct value *value)
{
	struct reading *reading = cell->reading;
	struct money money = {0};

	switch (money_parse(cell->text, cell->reader->unit, &money)) {
	case MONEY_ABSENT: return true;
	case MONEY_NOT_NUMBER:
		DIAG(reading->sink,
		     is_cut_to_fit(cell->text) ? &BUDGET_AMOUNT_SHOWN
					       : &BUDGET_AMOUNT,
		     cell->place, cell->text);
		return false;
	case MONEY_TOO_LARGE:
		DIAG(reading->sink, &BUDGET_AMOUNT_LARGE, cell->place,
		     cell->text);
		return false;
	case MONEY_TOO_FINE:
		if (cell->form == FORM_NUMBER &&
		    is_noise(cell->text, cell->reader->unit))
			break;
		DIAG(reading->sink, &BUDGET_AMOUNT_FINE, cell->place,
		     cell->text);
		break;
	case MONEY_OK: break;
	}
	if (money.fen < 0)
		DIAG(reading->sink, &BUDGET_AMOUNT_NEGATIVE, cell->place,
		     cell->text);
	value->number = money.fen;
	value->there = true;
	return true;
}

/* Digits with separators and a point, read as millionths; further decimals
 * must be zeros. */
bool number_parse(struct str text, int64_t *number)
{
	int64_t weight = NUMBER_ONE;
	int64_t sum = 0;
	bool point = false;
	bool digits = false;
	bool minus = text.n > 0 && text.s[0] == '-';
	size_t i;

	for (i = minus; i < text.n; i++) {
		char c = text.s[i];

		if (c == ',' && digits && !point)
			continue;
		if (c == '.' && !point) {
			point = true;
			continue;
		}
		if (c < '0' || c > '9')
			return false;
		digits = true;
		if (point)
			weight /= 10;
		if (point && weight == 0 && c != '0')
			return false;
		if ((!point && __builtin_mul_overflow(sum, 10, &sum)) ||
		    __builtin_add_overflow(sum, (c - '0') * weight, &sum))
			return false;
	}
	*number = minus ? -sum : sum;
	return digits;
}

static bool is_absent(struct str text)
{
	return str_is(text, "-") || str_is(text, "—") || str_is(text, "–") ||
	       str_is(text, "——") || str_is(text, "--");
}

/* A number, percentages as typed (50% and a percent cell 0.5 are 50). */
static bool read_number(const struct cell_reading *cell, struct value *value)
{
	struct str text = spelling_plain(cell->text, cell->reading->arena);
	bool percent = str_ends(text, STR("%"));
	bool ok;

	if (is_absent(text))
		return true;
	ok = number_parse(str_slice(text, 0, text.n - percent), &value->number);
	if (ok && cell->form == FORM_PERCENT && !percent)
		ok =
		    !__builtin_mul_overflow(value->number, 100, &value->number);
	if (!ok)
		DIAG(cell->reading->sink, &BUDGET_NUMBER, cell->place,
		     cell->text);
	value->there = ok;
	return ok;
}

static bool read_plan(const struct cell_reading *cell, struct value *value)
{
	bool percent = str_ends(cell->text, STR("%")) ||
		       str_ends(cell->text, STR("％")) ||
		       cell->form == FORM_PERCENT;

	if (!cell->reader->percent && percent) {
		DIAG(cell->reading->sink, &BUDGET_PLAN_PERCENT, cell->place,
		     cell->text);
		return false;
	}
	if (!cell->reader->percent)
		return read_amount(cell, value);
	if (!read_number(cell, value))
		return false;
	value->number /= 100;
	if (value->there && (value->number < 0 || value->number > NUMBER_ONE))
		DIAG(cell->reading->sink, &BUDGET_PLAN_RANGE, cell->place,
		     cell->text);
	return true;
}

/* 上年 of the unit's budget; 0: the text says no such thing. */
static int year_in_words(const struct cell_reading *cell, struct str text)
{
	static const char *const words[] = {"本年", "上年", "前年"};
	const struct budget *budget = cell->reading->budget;
	int i;

	if (cell->unit == UNIT_ALL || budget->units[cell->unit].year == 0)
		return 0;
	for (i = 0; i < 3; i++)
		if (str_is(text, words[i]))
			return budget->units[cell->unit].year - i;
	return 0;
}

static bool read_year(const struct cell_reading *cell, struct value *value)
{
	struct str text = spelling_plain(cell->text, cell->reading->arena);
	int words = year_in_words(cell, text);
	int64_t number;

	if (words != 0) {
		value->number = words;
		value->there = true;
		return true;
	}

	if (str_ends(text, STR("年度")))
		text.n -= sizeof("度") - 1;
	if (str_ends(text, STR("年")))
		text.n -= sizeof("年") - 1;
	if (!number_parse(text, &number) || number % NUMBER_ONE != 0 ||
	    number / NUMBER_ONE < YEAR_LEAST ||
	    number / NUMBER_ONE > YEAR_MOST) {
		DIAG(cell->reading->sink, &BUDGET_YEAR, cell->place,
		     cell->text);
		return false;
	}
	value->number = number / NUMBER_ONE;
	value->there = true;
	return true;
}

static int days_of_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30,
				   31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

/* The date of a spreadsheet's day number. */
static struct str date_of_serial(int serial, struct arena *arena)
{
	int year = 1990;
	int month = 1;
	int day = serial - SERIAL_LEAST; /* from 1990-01-01, counted from 0 */

	while (day >= days_of_month(year, month)) {
		day -= days_of_month(year, month);
		year += month == 12;
		month = month % 12 + 1;
	}
	return str_format(arena, "%04d-%02d-%02d", year, month, day + 1);
}

/* Year, month and day, whatever stands between them: 2024年1月31日, 20240131.
 */
static bool split_date(struct str text, int parts[3])
{
	static const size_t most[] = {4, 2, 2};
	size_t i = 0;
	int n;

	for (n = 0; n < 3; n++) {
		size_t from = i;

		for (parts[n] = 0; i < text.n && text.s[i] >= '0' &&
				   text.s[i] <= '9' && i - from < most[n];
		     i++)
			parts[n] = parts[n] * 10 + (text.s[i] - '0');
		if (i == from)
			return false;
		while (i < text.n && (text.s[i] < '0' || text.s[i] > '9'))
			i++;
	}
	return i == text.n;
}

static bool is_date(const int parts[3])
{
	return parts[0] >= YEAR_LEAST && parts[0] <= YEAR_MOST &&
	       parts[1] >= 1 && parts[1] <= 12 && parts[2] >= 1 &&
	       parts[2] <= days_of_month(parts[0], parts[1]);
}

static bool read_date(const struct cell_reading *cell, struct value *value)
{
	struct arena *arena = cell->reading->arena;
	struct str text = spelling_plain(cell->text, arena);
	int parts[3];
	int64_t serial;

	if (split_date(text, parts) && is_date(parts)) {
		text = str_format(arena, "%04d-%02d-%02d", parts[0], parts[1],
				  parts[2]);
		value->symbol = symbol_of(cell->reading->budget, text);
		value->there = true;
		return true;
	}
	if (is_digits(text) && number_parse(text, &serial) &&
	    serial / NUMBER_ONE >= SERIAL_LEAST &&
	    serial / NUMBER_ONE <= SERIAL_MOST) {
		DIAG(cell->reading->sink, &BUDGET_DATE_SERIAL, cell->place,
		     cell->text,
		     date_of_serial((int)(serial / NUMBER_ONE),
				    cell->reading->sink->arena));
	} else {
		DIAG(cell->reading->sink, &BUDGET_DATE, cell->place,
		     cell->text);
	}
	return false;
}

static bool read_yes(const struct cell_reading *cell, struct value *value)
{
	if (!str_is(cell->text, "是") && !str_is(cell->text, "否")) {
		DIAG(cell->reading->sink, &BUDGET_CHOICE, cell->place,
		     cell->text, STR("是、否"));
		return false;
	}
	value->symbol = symbol_of(cell->reading->budget, cell->text);
	value->there = true;
	return true;
}

/* Text of one line: a line end within it is a slip of the wrist. */
static struct str one_line(struct str text, struct arena *arena)
{
	struct buf buf = {.arena = arena};
	struct str rest = text;
	struct str part;

	if (str_find(text, STR("\n")) < 0)
		return text;
	while (str_split(&rest, '\n', &part))
		buf_add(&buf, str_trim(part));
	return buf_str(&buf);
}

static bool read_text(const struct cell_reading *cell, struct value *value)
{
	struct str text = cell->text;

	if (cell->reader->field->type == FIELD_TEXT)
		text = one_line(text, cell->reading->arena);
	value->symbol = symbol_of(cell->reading->budget, text);
	value->there = true;
	return true;
}

static bool read_word(const struct cell_reading *cell, struct value *value)
{
	const char *const *choice = cell->reader->field->choices;
	struct str text = spelling_plain(cell->text, cell->reading->arena);
	struct buf all = {.arena = cell->reading->sink->arena};

	if (choice == NULL)
		return read_text(cell, value);
	for (; *choice != NULL; choice++) {
		if (str_is(text, *choice)) {
			value->symbol = symbol_of(cell->reading->budget, text);
			value->there = true;
			return true;
		}
		if (all.n > 0)
			buf_add_cstr(&all, "、");
		buf_add_cstr(&all, *choice);
	}
	DIAG(cell->reading->sink, &BUDGET_CHOICE, cell->place, cell->text,
	     buf_str(&all));
	return false;
}

static enum cell_result read_member(const struct cell_reading *cell,
				    struct value *value)
{
	struct reading *reading = cell->reading;
	const struct field *field = cell->reader->field;
	int member =
	    field->type == FIELD_CHOICE
		? choice_member(reading, field, cell->text, cell->place)
		: code_member(reading, field, cell->text, cell->unit,
			      cell->place);

	if (member == CODE_UNKNOWN) {
		value->symbol =
		    symbol_of(reading->budget, spelling_bare(cell->text));
		value->there = true;
		return CELL_UNKNOWN;
	}
	if (member < 0)
		return CELL_BAD;
	value->member = member;
	value->symbol =
	    reading->budget->dimensions[field->dimension].members[member].code;
	value->there = true;
	return CELL_OK;
}

/* Reads a cell of any type but members of a dimension. */
static bool read_plain(const struct cell_reading *cell, struct value *value)
{
	switch (cell->reader->field->type) {
	case FIELD_TEXT:
	case FIELD_LINES:
	case FIELD_CODE: return read_text(cell, value);
	case FIELD_CHOICE: return read_word(cell, value);
	case FIELD_AMOUNT: return read_amount(cell, value);
	case FIELD_NUMBER: return read_number(cell, value);
	case FIELD_PLAN: return read_plan(cell, value);
	case FIELD_YEAR: return read_year(cell, value);
	case FIELD_DATE: return read_date(cell, value);
	case FIELD_YES: return read_yes(cell, value);
	}
	return false;
}

enum cell_result value_read(struct reading *reading,
			    const struct column_reader *reader,
			    const struct sheet_cell *sheet_cell, uint32_t unit,
			    struct place place, struct value *value)
{
	const struct cell_reading cell = {
	    reading,	      reader, str_trim(sheet_cell->text),
	    sheet_cell->form, unit,   place};

	*value = VALUE_NONE;
	if (reader->field->dimension != DIM_NONE)
		return read_member(&cell, value);
	return read_plain(&cell, value) ? CELL_OK : CELL_BAD;
}
