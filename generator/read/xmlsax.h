/* SPDX-License-Identifier: MIT */
/* What libxml2's parser is told to call, for all XML that is read. Internal to
 * read/. */
#ifndef READ_XMLSAX_H
#define READ_XMLSAX_H

#include <libxml/parser.h>

#include "base/str.h"

/* Calls these and nothing else: so there are no trees, and no entities but
 * XML's own five. CDATA and blanks are text. doctype: at a document type. */
xmlSAXHandler xmlsax_handler(startElementNsSAX2Func start,
			     endElementNsSAX2Func end, charactersSAXFunc text,
			     internalSubsetSAXFunc doctype,
			     xmlStructuredErrorFunc fault);

/* A view of the parser's text. */
struct str xmlsax_str(const xmlChar *text);

#endif
