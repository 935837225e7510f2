/* SPDX-License-Identifier: MIT */
#include "base/role.h"

#include <string.h>

static const char *const names[N_ROLES] = {"title", "hei",  "kai",
					   "fang",  "song", "latin"};

const char *role_name(enum role role)
{
	return names[role];
}

enum role role_find(const char *name)
{
	int role;

	for (role = 0; role < N_ROLES; role++)
		if (strcmp(names[role], name) == 0)
			break;
	return (enum role)role;
}
