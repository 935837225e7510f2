/* SPDX-License-Identifier: MIT */
/* 科目-待补.csv: the codes that have no name, with their amounts and where they
 * stand, to be filled in and put back beside the other tables. */
#ifndef PUBLISH_UNNAMED_H
#define PUBLISH_UNNAMED_H

struct build;
struct diag_sink;

/* Writes it into the out folder and says so. A file that somebody has begun to
 * fill in stays as it is (the new one is put beside it); one that nobody has
 * goes when there is nothing left to name. */
void unnamed_write(const struct build *build, struct diag_sink *sink);

#endif
