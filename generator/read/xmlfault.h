/* SPDX-License-Identifier: MIT */
/* Why a text is no XML at all, in words that help. Internal to read/. */
#ifndef READ_XMLFAULT_H
#define READ_XMLFAULT_H

#include <libxml/xmlerror.h>

#include "base/diag.h"

/* Reports a fault of libxml2's parser. */
void xmlfault_report(const xmlError *error, struct place place,
		     struct diag_sink *sink);

#endif
