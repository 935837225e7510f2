/* SPDX-License-Identifier: MIT */
/* gongkai new: tables to be filled in, empty or with what last year's set
 * says. */
#include <stdio.h>

#include "cli/commands.h"
#include "cli/data.h"
#include "cli/messages.h"
#include "cli/report.h"
#include "publish/blank.h"

static bool make(struct session *session)
{
	const struct options *options = &session->options;
	struct blank_task task = {
	    .template_id = options->template_id,
	    .from = options->from,
	    .source = options->source,
	    .units = options->units.list,
	    .n_units = options->units.n,
	};

	if (options->args.n != 1) {
		DIAG(session->sink, &CLI_NO_OUT, PLACE_NONE, options->command);
		return false;
	}
	task.out = options->args.list[0];
	return data_folder(&task.data, session->arena, session->sink) &&
	       blank_make(&task, session->arena, session->sink);
}

int command_new(struct session *session)
{
	bool ok = make(session);

	report_all(session);
	if (!ok)
		return EXIT_WRONG_USE;
	if (session->options.verbosity >= 0)
		printf(STR_FMT "\n", STR_ARG(session->options.args.list[0]));
	return EXIT_WELL;
}
