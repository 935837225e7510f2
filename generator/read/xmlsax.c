/* SPDX-License-Identifier: MIT */
#include "read/xmlsax.h"

xmlSAXHandler xmlsax_handler(startElementNsSAX2Func start,
			     endElementNsSAX2Func end, charactersSAXFunc text,
			     internalSubsetSAXFunc doctype,
			     xmlStructuredErrorFunc fault)
{
	return (xmlSAXHandler){.initialized = XML_SAX2_MAGIC,
			       .internalSubset = doctype,
			       .startElementNs = start,
			       .endElementNs = end,
			       .characters = text,
			       .cdataBlock = text,
			       .ignorableWhitespace = text,
			       .serror = fault};
}

struct str xmlsax_str(const xmlChar *text)
{
	return str_from((const char *)text);
}
