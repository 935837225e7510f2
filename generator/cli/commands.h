/* SPDX-License-Identifier: MIT */
/* The commands: each takes the session, tells what it found, and returns the
 * exit status. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/options.h"

struct arena;
struct diag_sink;

/* One run of the program. */
struct session {
	struct options options;
	struct arena *arena;
	struct diag_sink *sink;
};

/* Exit statuses, as --help tells them. */
enum { EXIT_WELL = 0, EXIT_FINDINGS = 1, EXIT_WRONG_USE = 2 };

typedef int command_fn(struct session *session);

command_fn command_build;
command_fn command_check;
command_fn command_diff;
command_fn command_convert;
command_fn command_layout;
command_fn command_new;
command_fn command_release;
command_fn command_why;
command_fn command_templates;
command_fn command_fonts;

#endif
