/* SPDX-License-Identifier: MIT */
/* word/settings.xml: compatible with Word 2013 and later, punctuation
 * squeezed as in the PDF; fields are not updated on opening, they are right. */
#include "base/xml.h"
#include "write/docx/job.h"
#include "write/docx/parts.h"

static void compat_setting(struct xml *xml, const char *name, const char *value)
{
	xml_start(xml, "w:compatSetting");
	xml_attr_cstr(xml, "w:name", name);
	xml_attr_cstr(xml, "w:uri", "http://schemas.microsoft.com/office/word");
	xml_attr_cstr(xml, "w:val", value);
	xml_end(xml);
}

static void compat(struct xml *xml)
{
	xml_start(xml, "w:compat");
	xml_empty(xml, "w:doNotExpandShiftReturn", NULL, NULL);
	/* White above and below adds up; otherwise the larger one counts. */
	xml_empty(xml, "w:doNotUseHTMLParagraphAutoSpacing", NULL, NULL);
	xml_empty(xml, "w:useFELayout", NULL, NULL);
	compat_setting(xml, "compatibilityMode", "15");
	compat_setting(xml, "overrideTableStyleFontSizeAndJustification", "1");
	compat_setting(xml, "enableOpenTypeFeatures", "1");
	compat_setting(xml, "doNotFlipMirrorIndents", "1");
	compat_setting(xml, "differentiateMultirowTableHeaders", "1");
	xml_end(xml);
}

struct str part_settings(const struct job *job)
{
	struct xml xml = {.out.arena = job->arena};

	xml_declaration(&xml);
	xml_start(&xml, "w:settings");
	xml_attr_cstr(&xml, "xmlns:w", NS_WORD);
	xml_empty(&xml, "w:zoom", "w:percent", "100");
	xml_empty(&xml, "w:bordersDoNotSurroundHeader", NULL, NULL);
	xml_empty(&xml, "w:bordersDoNotSurroundFooter", NULL, NULL);
	xml_empty(&xml, "w:defaultTabStop", "w:val", "420");
	if (job->odd_even)
		xml_empty(&xml, "w:evenAndOddHeaders", NULL, NULL);
	xml_empty(&xml, "w:characterSpacingControl", "w:val",
		  "compressPunctuation");
	compat(&xml);
	xml_start(&xml, "w:themeFontLang");
	xml_attr_cstr(&xml, "w:val", "en-US");
	xml_attr_cstr(&xml, "w:eastAsia", "zh-CN");
	xml_end(&xml);
	xml_empty(&xml, "w:decimalSymbol", "w:val", ".");
	xml_empty(&xml, "w:listSeparator", "w:val", ",");
	xml_end(&xml);
	return xml_str(&xml);
}
