/* SPDX-License-Identifier: MIT */
/* What libxml2's parser is told to call, for all XML that is read. Internal to
 * read/. */
#ifndef READ_XMLSAX_H
#define READ_XMLSAX_H

#include <libxml/parser.h>

#include "base/str.h"

/* What the parser may do: fetch nothing, take the text for UTF-8 whatever its
 * head says (it was converted), and give & in attributes as such: without
 * NOENT it stands there as &#38;, for trees, which read it once more. */
#define XMLSAX_OPTIONS                                                         \
	(XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOENT)

/* Calls these and nothing else: so there are no trees, and no entities but
 * XML's own five. CDATA and blanks are text. doctype: at a document type. */
xmlSAXHandler xmlsax_handler(startElementNsSAX2Func start,
			     endElementNsSAX2Func end, charactersSAXFunc text,
			     internalSubsetSAXFunc doctype,
			     xmlStructuredErrorFunc fault);

/* A view of the parser's text. */
struct str xmlsax_str(const xmlChar *text);

#endif
