/* SPDX-License-Identifier: MIT */
/* One function per part of the package (ECMA-376 part 1, 11 and 15). The
 * texts are owned by the job's arena. Internal to write/docx. */
#ifndef WRITE_DOCX_PARTS_H
#define WRITE_DOCX_PARTS_H

#include <stddef.h>

#include "base/str.h"

struct footer;
struct job;

#define NS_WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define NS_OFFICE_RELS                                                         \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define NS_PACKAGE "http://schemas.openxmlformats.org/package/2006/"

struct str part_content_types(const struct job *job);
struct str part_package_rels(const struct job *job);
struct str part_document_rels(const struct job *job);
struct str part_core(const struct job *job);
struct str part_app(const struct job *job);
struct str part_settings(const struct job *job);
struct str part_font_table(const struct job *job);
struct str part_styles(const struct job *job);
struct str part_footer(const struct job *job, const struct footer *footer);
struct str part_document(const struct job *job);

#endif
