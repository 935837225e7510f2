/* SPDX-License-Identifier: MIT */
/* gongkai fonts: which face each role got on this machine, and why. */
#include <stdio.h>

#include "base/arena.h"
#include "base/role.h"
#include "cli/commands.h"
#include "cli/program.h"
#include "cli/report.h"
#include "font/font.h"

static void print(struct str text)
{
	if (text.n > 0)
		fwrite(text.s, 1, text.n, stdout);
}

static void explain(const struct fonts *fonts, struct session *session)
{
	bool en = session->options.lang == DIAG_EN;
	int role;

	for (role = 0; role < N_ROLES; role++)
		print(
		    fonts_explain(fonts, (enum role)role, en, session->arena));
	print(fonts_explain_unused(fonts, en, session->arena));
}

int command_fonts(struct session *session)
{
	struct fonts *fonts = program_fonts(session);

	if (fonts != NULL)
		explain(fonts, session);
	fonts_close(fonts);
	report_all(session);
	return diag_worst(session->sink) >= DIAG_ERROR ? EXIT_FINDINGS
						       : EXIT_WELL;
}
