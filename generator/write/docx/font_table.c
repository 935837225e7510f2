/* SPDX-License-Identifier: MIT */
/* word/fontTable.xml: a machine without a font finds it by its other names,
 * or takes what is alike. */
#include "write/docx/fonts.h"

#include "base/xml.h"
#include "write/docx/job.h"
#include "write/docx/parts.h"

const struct word_font word_fonts[N_ROLES] = {
    [ROLE_TITLE] = {"方正小标宋简体", "FZXiaoBiaoSong-B05S,方正小标宋_GBK",
		    "03000509000000000000", true, true},
    [ROLE_HEI] = {"黑体", "SimHei", "02010609060101010101", false, true},
    [ROLE_KAI] = {"楷体_GB2312", "KaiTi_GB2312,楷体,KaiTi",
		  "02010609030101010101", false, true},
    [ROLE_FANG] = {"仿宋_GB2312", "FangSong_GB2312,仿宋,FangSong",
		   "02010609030101010101", false, true},
    [ROLE_SONG] = {"宋体", "SimSun", "02010600030101010101", true, true},
    [ROLE_LATIN] = {"Times New Roman", NULL, "02020603050405020304", true,
		    false},
};

static void font(struct xml *xml, const struct word_font *f)
{
	xml_start(xml, "w:font");
	xml_attr_cstr(xml, "w:name", f->name);
	if (f->other != NULL)
		xml_empty(xml, "w:altName", "w:val", f->other);
	xml_empty(xml, "w:panose1", "w:val", f->panose);
	xml_empty(xml, "w:charset", "w:val", f->han ? "86" : "00");
	xml_empty(xml, "w:family", "w:val", f->serif ? "roman" : "modern");
	xml_empty(xml, "w:pitch", "w:val", "variable");
	xml_end(xml);
}

struct str part_font_table(const struct job *job)
{
	struct xml xml = {.out.arena = job->arena};

	xml_declaration(&xml);
	xml_start(&xml, "w:fonts");
	xml_attr_cstr(&xml, "xmlns:w", NS_WORD);
	for (int role = 0; role < N_ROLES; role++)
		font(&xml, &word_fonts[role]);
	xml_end(&xml);
	return xml_str(&xml);
}
