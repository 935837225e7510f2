/* SPDX-License-Identifier: MIT */
/* Why a text is no XML at all, in words that help. Internal to read/. */
#ifndef READ_XMLFAULT_H
#define READ_XMLFAULT_H

#include <libxml/xmlerror.h>
#include <stdbool.h>

#include "base/diag.h"

/* Reports a fault of libxml2's parser. */
void xmlfault_report(const xmlError *error, struct place place,
		     struct diag_sink *sink);

/* May the text be given to libxml2's parser? False (reported, in an XML file
 * with its line): a tag has so many attributes that it would not be done in a
 * reasonable time. */
bool xmlfault_is_bounded(struct str text, struct place place,
			 struct diag_sink *sink);

#endif
