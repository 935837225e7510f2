/* SPDX-License-Identifier: MIT */
/*
 * The type roles of an official document (GB/T 9704-2012, 5.2.2 and the
 * habits of the bureaus). A role is what a style asks for; which face serves
 * it on a machine is font/'s business.
 */
#ifndef BASE_ROLE_H
#define BASE_ROLE_H

enum role {
	ROLE_TITLE, /* 小标宋: titles */
	ROLE_HEI,   /* 黑体: headings of the first level, table headers */
	ROLE_KAI,   /* 楷体: headings of the second level, terms */
	ROLE_FANG,  /* 仿宋: text */
	ROLE_SONG,  /* 宋体: tables; has a real bold */
	ROLE_LATIN, /* Times New Roman: digits and Latin letters */
	N_ROLES
};

/* title | hei | kai | fang | song | latin: in templates and dumps. */
const char *role_name(enum role role);

/* The role of that name; N_ROLES if there is none. */
enum role role_find(const char *name);

#endif
