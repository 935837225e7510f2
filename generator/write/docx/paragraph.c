/* SPDX-License-Identifier: MIT */
#include "write/docx/paragraph.h"

static void toggle(struct xml *xml, const char *name, bool on)
{
	xml_empty(xml, name, "w:val", on ? "1" : "0");
}

/* Dots at mid-height, as in the PDF. */
static void tabs(struct xml *xml, int tab, bool leader)
{
	xml_start(xml, "w:tabs");
	xml_start(xml, "w:tab");
	xml_attr_cstr(xml, "w:val", "right");
	if (leader)
		xml_attr_cstr(xml, "w:leader", "middleDot");
	xml_attr_int(xml, "w:pos", tab);
	xml_end(xml);
	xml_end(xml);
}

static void spacing(struct xml *xml, const struct paragraph_look *look)
{
	xml_start(xml, "w:spacing");
	xml_attr_int(xml, "w:before", look->before);
	xml_attr_int(xml, "w:after", look->after);
	xml_attr_int(xml, "w:line", look->line > 0 ? look->line : 240);
	xml_attr_cstr(xml, "w:lineRule", look->line > 0 ? "exact" : "auto");
	xml_end(xml);
}

static void indent(struct xml *xml, int left, int right, int first,
		   int first_chars)
{
	xml_start(xml, "w:ind");
	xml_attr_int(xml, "w:left", left);
	xml_attr_int(xml, "w:right", right);
	if (first_chars > 0)
		xml_attr_int(xml, "w:firstLineChars", first_chars);
	if (first < 0)
		xml_attr_int(xml, "w:hanging", -first);
	else
		xml_attr_int(xml, "w:firstLine", first);
	xml_end(xml);
}

void paragraph_indent(struct xml *xml, int left, int right, int first)
{
	indent(xml, left, right, first, 0);
}

void paragraph_align(struct xml *xml, enum align align)
{
	static const char *const names[] = {
	    [ALIGN_AUTO] = "both",     [ALIGN_LEFT] = "left",
	    [ALIGN_CENTER] = "center", [ALIGN_RIGHT] = "right",
	    [ALIGN_JUSTIFY] = "both",
	};

	xml_empty(xml, "w:jc", "w:val", names[align]);
}

void paragraph_properties(struct xml *xml, const struct paragraph_look *look)
{
	toggle(xml, "w:keepNext", look->keep_next);
	toggle(xml, "w:keepLines", look->keep_lines);
	toggle(xml, "w:widowControl", true);
	if (look->tab > 0)
		tabs(xml, look->tab, look->leader);
	toggle(xml, "w:kinsoku", true);
	toggle(xml, "w:wordWrap", true);
	toggle(xml, "w:overflowPunct", false);
	toggle(xml, "w:topLinePunct", true);
	toggle(xml, "w:autoSpaceDE", look->auto_space);
	toggle(xml, "w:autoSpaceDN", look->auto_space);
	toggle(xml, "w:adjustRightInd", false);
	toggle(xml, "w:snapToGrid", false);
	spacing(xml, look);
	indent(xml, look->left, look->right, look->first, look->first_chars);
	paragraph_align(xml, look->align);
	if (look->outline > 0)
		xml_empty_int(xml, "w:outlineLvl", "w:val",
			      (look->outline > 9 ? 9 : look->outline) - 1);
}
