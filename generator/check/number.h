/* SPDX-License-Identifier: MIT */
/*
 * The numbers of headings and list items: 一、 （二） 3. 4、 （5） ① 第六部分.
 */
#ifndef CHECK_NUMBER_H
#define CHECK_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* How a number is written. */
enum number_style {
	NUMBER_HAN,	     /* 一、 */
	NUMBER_HAN_BRACKETS, /* （一） */
	NUMBER_DIGIT,	     /* 1、 1. 1． */
	NUMBER_BRACKETS,     /* （1） 1） */
	NUMBER_CIRCLE,	     /* ① */
	NUMBER_PART	     /* 第一部分 第一章 */
};

struct number {
	enum number_style style;
	int value; /* from 1 */
	size_t n;  /* [bytes] it takes, with its mark and blanks behind it */
};

/* The number that text begins with; false if it begins with none. */
bool number_read(struct str text, struct number *number);

/* A Chinese numeral up to 999 (二十一, 廿一, 一百零二); *n its bytes, 0 if
 * text begins with none. */
int number_han(struct str text, size_t *n);

#endif
