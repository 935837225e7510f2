/* SPDX-License-Identifier: MIT */
/* 科目-待补.csv: the codes that have no name, with their amounts and where they
 * stand, to be filled in and put back beside the other tables. */
#ifndef PUBLISH_UNNAMED_H
#define PUBLISH_UNNAMED_H

struct build;
struct diag_sink;

/* Writes it into the out folder and says so. Where the out folder has one that
 * somebody has begun to fill in, or the input has one already, the new one gets
 * a number: neither may be written over. One that nobody has filled in goes. */
void unnamed_write(const struct build *build, struct diag_sink *sink);

#endif
