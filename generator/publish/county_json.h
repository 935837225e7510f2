/* SPDX-License-Identifier: MIT */
/* Sums by fund in the manifest. */
#ifndef PUBLISH_COUNTY_JSON_H
#define PUBLISH_COUNTY_JSON_H

#include <jansson.h>

#include "publish/county.h"

/* A new reference. */
json_t *fund_sums_to_json(const struct fund_sums *sums);
/* What fund_sums_to_json() made, owned by the arena; of other JSON what can be
 * read of it. */
struct fund_sums fund_sums_of_json(const json_t *list, struct arena *arena);

#endif
