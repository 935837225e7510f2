/* SPDX-License-Identifier: MIT */
#include "read/xmlfault.h"

#include "base/xmltag.h"
#include "read/messages.h"

/* A tag's name, and the line where it began. */
static void report_tag(const struct diag_kind *kind, const xmlError *error,
		       struct place place, struct diag_sink *sink)
{
	DIAG(sink, kind, place, str_from(error->str1),
	     str_format(sink->arena, "%d", error->int1), str_from(error->str2));
}

void xmlfault_report(const xmlError *error, struct place place,
		     struct diag_sink *sink)
{
	switch (error->code) {
	case XML_ERR_TAG_NAME_MISMATCH:
		report_tag(&READ_XML_TAGS, error, place, sink);
		break;
	case XML_ERR_TAG_NOT_FINISHED:
		report_tag(&READ_XML_CUT, error, place, sink);
		break;
	case XML_ERR_NAME_REQUIRED:
	case XML_ERR_ENTITYREF_SEMICOL_MISSING:
	case XML_ERR_LT_IN_ATTRIBUTE:
		DIAG0(sink, &READ_XML_ESCAPE, place);
		break;
	case XML_ERR_UNDECLARED_ENTITY:
		DIAG(sink, &READ_XML_ENTITY, place, str_from(error->str1));
		break;
	default:
		DIAG(sink, &READ_XML_FILE, place,
		     str_trim(str_from(error->message)));
		break;
	}
}

bool xmlfault_is_bounded(struct str text, struct place place,
			 struct diag_sink *sink)
{
	ptrdiff_t crowded = xmltag_crowded(text);
	ptrdiff_t i;

	if (crowded < 0)
		return true;
	/* A line of a workbook's part tells nobody anything. */
	place.line = place.column_is_char;
	for (i = 0; i < crowded && place.column_is_char; i++)
		place.line += text.s[i] == '\n';
	DIAG(sink, &READ_XML_CROWDED, place,
	     str_format(sink->arena, "%d", XML_ATTRIBUTES_MOST));
	return false;
}
