/* SPDX-License-Identifier: MIT */
/* Where the program's own data (templates/, fonts/) lie on this machine. */
#ifndef CLI_DATA_H
#define CLI_DATA_H

#include "base/str.h"

struct arena;
struct diag_sink;

/*
 * The folder that holds templates/ and fonts/: $GONGKAI_DATA; else
 * ../share/gongkai beside the program; else, for a program that was not
 * installed, the source tree above it. False: reported.
 */
bool data_folder(struct str *folder, struct arena *arena,
		 struct diag_sink *sink);

/* Path of the running program; empty where the system does not tell. Owned by
 * the arena. */
struct str data_program(struct arena *arena);

#endif
