/* SPDX-License-Identifier: MIT */
/*
 * A look at XML before it is parsed: libxml2 compares the attributes of a tag
 * each with each, so that one tag of a million of them would take hours.
 */
#ifndef BASE_XMLTAG_H
#define BASE_XMLTAG_H

#include <stddef.h>

#include "base/str.h"

#define XML_ATTRIBUTES_MOST 500 /* of one tag; no format we read has 50 */

/* Offset [bytes] of the first start tag with more attributes, -1: there is
 * none. For text in which < is a byte of its own and of nothing else: UTF-8,
 * GB18030. */
ptrdiff_t xmltag_crowded(struct str xml);

#endif
