/* SPDX-License-Identifier: MIT */
/* gongkai fonts: which face each role got on this machine, and why. */
#include <stdio.h>

#include "base/arena.h"
#include "base/role.h"
#include "cli/commands.h"
#include "cli/program.h"
#include "cli/report.h"
#include "font/font.h"

int command_fonts(struct session *session)
{
	struct fonts *fonts = program_fonts(session);
	int role;

	for (role = 0; fonts != NULL && role < N_ROLES; role++) {
		struct str text = fonts_explain(
		    fonts, (enum role)role, session->options.lang == DIAG_EN,
		    session->arena);

		fwrite(text.s, 1, text.n, stdout);
	}
	fonts_close(fonts);
	report_all(session);
	return diag_worst(session->sink) >= DIAG_ERROR ? EXIT_FINDINGS
						       : EXIT_WELL;
}
