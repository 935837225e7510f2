/* SPDX-License-Identifier: MIT */
/*
 * Writes down which messages a test program produces, one name a line, so that
 * tests/messages.py can tell which have no case. Linked into every test
 * program between those who report and base/diag.c (ld --wrap).
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"

#define KINDS_MOST 1024

/* NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming): the
 * linker makes these names. */
void __real_diag_report(struct diag_sink *sink, const struct diag_kind *kind,
			struct place place, const struct str *args,
			size_t n_args);
void __real_diag_add(struct diag_sink *sink, const struct diag *diag);
void __wrap_diag_report(struct diag_sink *sink, const struct diag_kind *kind,
			struct place place, const struct str *args,
			size_t n_args);
void __wrap_diag_add(struct diag_sink *sink, const struct diag *diag);

static const struct diag_kind *seen[KINDS_MOST];
static size_t n_seen;

/* A new list for a new run. */
__attribute__((constructor)) static void start(void)
{
	int fd = open(WITNESS_FILE, O_WRONLY | O_CREAT | O_TRUNC, 0666);

	if (fd >= 0)
		close(fd);
}

/* Children write into the same list; each line goes out at once. */
static void note(const struct diag_kind *kind)
{
	char line[128];
	size_t i;
	int fd;
	int n;

	for (i = 0; i < n_seen; i++)
		if (seen[i] == kind)
			return;
	if (n_seen < KINDS_MOST)
		seen[n_seen++] = kind;
	n = snprintf(line, sizeof(line), "%s\n", kind->name);
	fd = open(WITNESS_FILE, O_WRONLY | O_APPEND);
	if (fd < 0 || write(fd, line, (size_t)n) != n)
		perror(WITNESS_FILE);
	if (fd >= 0)
		close(fd);
}

void __wrap_diag_report(struct diag_sink *sink, const struct diag_kind *kind,
			struct place place, const struct str *args,
			size_t n_args)
{
	note(kind);
	__real_diag_report(sink, kind, place, args, n_args);
}

void __wrap_diag_add(struct diag_sink *sink, const struct diag *diag)
{
	note(diag->kind);
	__real_diag_add(sink, diag);
}
/* NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming) */
