/* SPDX-License-Identifier: MIT */
#include "publish/date.h"

/* The number that n digits from at on say, -1: there are others. */
static int digits(struct str text, size_t at, size_t n)
{
	int number = 0;
	size_t i;

	for (i = at; i < at + n; i++) {
		if (text.s[i] < '0' || text.s[i] > '9')
			return -1;
		number = number * 10 + (text.s[i] - '0');
	}
	return number;
}

static int days_of(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30,
				   31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

bool date_is_day(struct str date)
{
	int year;
	int month;
	int day;

	if (date.n != 10 || date.s[4] != '-' || date.s[7] != '-')
		return false;
	year = digits(date, 0, 4);
	month = digits(date, 5, 2);
	day = digits(date, 8, 2);
	return year >= 1 && month >= 1 && month <= 12 && day >= 1 &&
	       day <= days_of(year, month);
}

int date_year(struct str date)
{
	return date.n >= 4 ? digits(date, 0, 4) : -1;
}
