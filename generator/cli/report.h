/* SPDX-License-Identifier: MIT */
/* What a person sees of the messages: on a terminal, in a pipe. */
#ifndef CLI_REPORT_H
#define CLI_REPORT_H

#include "cli/commands.h"

/* Prints the messages of the session's sink to stderr, worst first within a
 * unit, those below the wanted level left out. */
void report_all(const struct session *session);

/* The same where the command could do nothing (exit status 2): with --json an
 * object on stdout whose only member is messages. */
void report_failure(const struct session *session);

/* Only those behind the first n, which were printed before. */
void report_since(const struct session *session, size_t n);

/* The same for a sink of its own (a unit's). */
void report_sink(const struct session *session, const struct diag_sink *sink);

#endif
