/* SPDX-License-Identifier: MIT */
/* What several commands open in the same way. */
#ifndef CLI_PROGRAM_H
#define CLI_PROGRAM_H

#include "cli/commands.h"

struct fonts;

/* The fonts of this machine and of the program's fonts/; NULL: reported. */
struct fonts *program_fonts(struct session *session);

/* The folder of --source, empty if it was not given. False: reported. */
bool program_source(struct session *session, struct str *folder);

#endif
