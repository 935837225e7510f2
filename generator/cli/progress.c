/* SPDX-License-Identifier: MIT */
#include "cli/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define BAR_WIDTH 30

static int64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

struct progress progress_start(bool wanted, enum diag_lang lang)
{
	const char *term = getenv("TERM");

	return (struct progress){
	    .shown = wanted && isatty(STDERR_FILENO) && term != NULL &&
		     strcmp(term, "dumb") != 0,
	    .lang = lang,
	    .start = now_ms(),
	};
}

static void draw_bar(size_t done, size_t all)
{
	size_t filled = all == 0 ? BAR_WIDTH : BAR_WIDTH * done / all;
	size_t i;

	fputs("\r\x1b[K[", stderr);
	for (i = 0; i < BAR_WIDTH; i++)
		fputc(i < filled ? '#' : '.', stderr);
	fprintf(stderr, "] %zu/%zu", done, all);
}

void progress_draw(struct progress *progress, size_t done, size_t all)
{
	int64_t passed = now_ms() - progress->start;
	bool zh = progress->lang == DIAG_ZH;

	if (!progress->shown)
		return;
	draw_bar(done, all);
	if (done > 0 && passed > 0) {
		int64_t left =
		    passed * (int64_t)(all - done) / (int64_t)done / 1000;

		fprintf(stderr,
			zh ? "  每秒 %.1f 个，还需 %d:%02d"
			   : "  %.1f/s, %d:%02d left",
			(double)done * 1000.0 / (double)passed,
			(int)(left / 60), (int)(left % 60));
	}
	fflush(stderr);
	progress->drawn = true;
}

void progress_clear(struct progress *progress)
{
	if (!progress->drawn)
		return;
	fputs("\r\x1b[K", stderr);
	fflush(stderr);
	progress->drawn = false;
}
