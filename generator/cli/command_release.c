/* SPDX-License-Identifier: MIT */
/* gongkai release: the documents of an output folder are published. */
#include <stdio.h>

#include "base/arena.h"
#include "base/diag.h"
#include "cli/commands.h"
#include "cli/data.h"
#include "cli/messages.h"
#include "cli/program.h"
#include "cli/report.h"
#include "font/font.h"
#include "publish/listing.h"
#include "publish/outcome.h"
#include "publish/release.h"

/* What is told of each document, and how many there were of each state. */
struct view {
	const struct session *session;
	size_t n[RELEASE_REFUSED + 1];
	struct buf json;
};

static const char *state_text(enum release_state state, bool zh)
{
	switch (state) {
	case RELEASE_DONE: return zh ? "已发布" : "released";
	case RELEASE_CORRECTED: return zh ? "已发布更正" : "corrected";
	case RELEASE_AGAIN:
		return zh ? "已重新发布，内容相同"
			  : "released again, same content";
	case RELEASE_SAME: return zh ? "与上次发布的相同" : "unchanged";
	case RELEASE_REFUSED: return zh ? "未发布" : "refused";
	}
	return "";
}

static void add_json(struct view *view, const struct outcome *document,
		     enum release_state state, const struct outcome *release)
{
	buf_add_cstr(&view->json, view->json.n == 0 ? "\n" : ",\n");
	buf_add_cstr(&view->json, "{\"code\":");
	listing_add_text(&view->json, document->code);
	buf_add_cstr(&view->json, ",\"name\":");
	listing_add_text(&view->json, document->name);
	buf_format(&view->json, ",\"state\":\"%s\",\"released\":",
		   state == RELEASE_AGAIN ? "again" : state_text(state, false));
	listing_add_text(&view->json,
			 release == NULL ? STR_NONE : release->released);
	buf_format(&view->json, ",\"changes\":%zu}",
		   release == NULL || state != RELEASE_CORRECTED
		       ? (size_t)0
		       : release->n_changes);
}

static void see_document(void *context, const struct outcome *document,
			 enum release_state state,
			 const struct outcome *release)
{
	struct view *view = context;
	bool zh = view->session->options.lang == DIAG_ZH;

	view->n[state]++;
	if (view->session->options.json) {
		add_json(view, document, state, release);
		return;
	}
	if (view->session->options.verbosity < 0)
		return;
	printf(STR_FMT " " STR_FMT "  %s", STR_ARG(document->code),
	       STR_ARG(document->name), state_text(state, zh));
	if (state == RELEASE_CORRECTED)
		printf(zh ? "（%zu 处，原 " STR_FMT "）"
			  : " (%zu changes to that of " STR_FMT ")",
		       release->n_changes, STR_ARG(release->against));
	if (state == RELEASE_SAME)
		printf(zh ? "（" STR_FMT "）" : " (" STR_FMT ")",
		       STR_ARG(release->released));
	putchar('\n');
}

/* Nothing at all could be done: wrong use rather than findings. */
static bool is_fatal(const struct session *session)
{
	return diag_worst(session->sink) == DIAG_FATAL;
}

static void tell(const struct view *view)
{
	const struct session *session = view->session;
	bool zh = session->options.lang == DIAG_ZH;
	struct buf buf = {.arena = session->arena};

	if (!session->options.json) {
		if (session->options.verbosity >= 0 && !is_fatal(session))
			printf(zh ? "发布 %zu 个（其中更正 %zu 个），与上次"
				    "相同 %zu 个，未发布 %zu 个\n"
				  : "%zu released (%zu corrections), %zu "
				    "unchanged, %zu refused\n",
			       view->n[RELEASE_DONE] +
				   view->n[RELEASE_CORRECTED] +
				   view->n[RELEASE_AGAIN],
			       view->n[RELEASE_CORRECTED],
			       view->n[RELEASE_SAME], view->n[RELEASE_REFUSED]);
		fflush(stdout);
		report_all(session);
		return;
	}
	buf_add_cstr(&buf, "{\"units\":[");
	buf_add(&buf, buf_str(&view->json));
	buf_add_cstr(&buf, "\n],\"messages\":");
	listing_add_messages(&buf, session->sink, session->options.lang);
	buf_add_cstr(&buf, "}\n");
	fwrite(buf.s, 1, buf.n, stdout);
}

static bool is_used_well(const struct session *session)
{
	const struct options *options = &session->options;

	if (options->args.n == 1 && options->date.n > 0)
		return true;
	DIAG(session->sink, &CLI_NEEDS, PLACE_NONE, STR("release"),
	     STR("DIR --date 2024-02-08"));
	return false;
}

int command_release(struct session *session)
{
	const struct options *options = &session->options;
	struct view view = {.session = session,
			    .json = {.arena = session->arena}};
	struct release_listener listener = {&view, see_document};
	struct release_task task = {.date = options->date,
				    .reason = options->reason,
				    .units = options->units.list,
				    .n_units = options->units.n,
				    .program = data_program(session->arena)};
	bool ok;

	if (!is_used_well(session) ||
	    !data_folder(&task.data, session->arena, session->sink)) {
		report_failure(session);
		return EXIT_WRONG_USE;
	}
	task.out = options->args.list[0];
	task.fonts = program_fonts(session);
	ok = task.fonts != NULL &&
	     release_documents(&task, &listener, session->arena, session->sink);
	fonts_close(task.fonts);
	tell(&view);
	if (is_fatal(session))
		return EXIT_WRONG_USE;
	return ok ? EXIT_WELL : EXIT_FINDINGS;
}
