/* SPDX-License-Identifier: MIT */
/* Messages of all folders by name: they cross files and pipes as text. */
#ifndef PUBLISH_KINDS_H
#define PUBLISH_KINDS_H

#include "base/diag.h"

/* The kind whose C constant has that name, NULL if there is none (any more). */
const struct diag_kind *kind_named(struct str name);

#endif
