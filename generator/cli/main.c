/* SPDX-License-Identifier: MIT */
/*
 * gongkai: from a unit's budget data to the documents that it must publish.
 *
 * The whole program, in the order in which the data go through it (the same
 * as in generator/README.md):
 *
 *   read_input()       files           -> sheets of rows     read/
 *   budget_read()      sheets          -> budget             budget/
 *   template_load()    templates/      -> template           template/
 *   template_expand()  template+budget -> doc                template/
 *   layout_doc()       doc             -> pages and plan     layout/
 *   check_document()   doc, budget     -> findings           check/
 *   formats            pages, doc+plan -> PDF, DOCX          write/
 *
 * publish/ does this for all units of an input; here are only the command
 * line and what a person sees of it.
 */
#include <stdio.h>

#include "base/arena.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/report.h"

struct command {
	const char *name;
	command_fn *run;
};

static const struct command commands[] = {
    {"build", command_build},	      {"check", command_check},
    {"convert", command_convert},     {"diff", command_diff},
    {"layout", command_layout},	      {"new", command_new},
    {"templates", command_templates}, {"fonts", command_fonts},
    {"release", command_release},     {"why", command_why},
};

static const struct command *find_command(struct str name)
{
	size_t i;

	for (i = 0; i < sizeof(commands) / sizeof(commands[0]); i++)
		if (str_is(name, commands[i].name))
			return &commands[i];
	return NULL;
}

static int wrong_use(const struct session *session)
{
	report_failure(session);
	return EXIT_WRONG_USE;
}

static int run(struct session *session, int argc, char **argv)
{
	struct options *options = &session->options;
	const struct command *command;

	if (!options_read(options, argc, argv, session->arena, session->sink))
		return wrong_use(session);
	if (options->version) {
		puts("gongkai " GONGKAI_VERSION);
		return EXIT_WELL;
	}
	if (options->help || options->command.n == 0) {
		struct str help = options_help(options->lang);

		fwrite(help.s, 1, help.n, stdout);
		return options->help ? EXIT_WELL : EXIT_WRONG_USE;
	}
	command = find_command(options->command);
	if (command == NULL) {
		DIAG(session->sink, &CLI_COMMAND, PLACE_NONE, options->command);
		return wrong_use(session);
	}
	return command->run(session);
}

int main(int argc, char **argv)
{
	struct session session = {.arena = arena_open()};
	int status;

	session.sink = diag_open(session.arena);
	status = run(&session, argc, argv);
	arena_close(session.arena);
	return status;
}
