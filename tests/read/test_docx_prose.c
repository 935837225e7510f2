/* SPDX-License-Identifier: MIT */
/* Texts written in Word: what stands in a file of 说明/ becomes lines. */
#include "read/folder_of.h"

#include <string.h>
#include <zip.h>

#include "cmocka_all.h"

#define NAMESPACE                                                              \
	"xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/"    \
	"main' xmlns:mc='mc' xmlns:m='m'"
#define DOCUMENT(body)                                                         \
	"<w:document " NAMESPACE "><w:body>" body "</w:body></w:document>"
#define STYLES(list) "<w:styles " NAMESPACE ">" list "</w:styles>"
#define LISTS(list)  "<w:numbering " NAMESPACE ">" list "</w:numbering>"
#define P(runs)	     "<w:p>" runs "</w:p>"
#define STYLED(style, runs)                                                    \
	"<w:p><w:pPr><w:pStyle w:val='" style "'/></w:pPr>" runs "</w:p>"
#define NUMBERED(list, level, runs)                                            \
	"<w:p><w:pPr><w:numPr><w:ilvl w:val='" level                           \
	"'/><w:numId w:val='" list "'/></w:numPr></w:pPr>" runs "</w:p>"
#define T(text) "<w:t xml:space='preserve'>" text "</w:t>"
#define R(text) "<w:r>" T(text) "</w:r>"
#define B(text) "<w:r><w:rPr><w:b/></w:rPr>" T(text) "</w:r>"
#define LEVEL(level, start, format, text)                                      \
	"<w:lvl w:ilvl='" level "'><w:start w:val='" start                     \
	"'/><w:numFmt w:val='" format "'/><w:lvlText w:val='" text             \
	"'/></w:lvl>"
#define LIST(list, levels)                                                     \
	"<w:num w:numId='" list "'><w:abstractNumId w:val='" levels            \
	"'/></w:num>"

#define FILE_NAME "说明/201/部门职责.docx"
#define TEXT	  3 /* column of the sheet */

static void add_part(zip_t *zip, const char *name, const char *bytes)
{
	if (bytes != NULL)
		zip_file_add(zip, name,
			     zip_source_buffer(zip, bytes, strlen(bytes), 0),
			     0);
}

/* A folder with a Word file of these parts; styles and lists may be NULL. */
static struct folder_test *folder_with(const char *document, const char *styles,
				       const char *lists)
{
	struct folder_test *test = folder_test_open();
	char path[400];
	zip_t *zip;

	folder_test_put(test, FILE_NAME, STR("x")); /* makes the folders */
	snprintf(path, sizeof(path), STR_FMT "/" FILE_NAME,
		 STR_ARG(test->path));
	zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
	assert_non_null(zip);
	add_part(zip, "word/document.xml", document);
	add_part(zip, "word/styles.xml", styles);
	add_part(zip, "word/numbering.xml", lists);
	assert_int_equal(zip_close(zip), 0);
	return test;
}

static void assert_read(const char *document, const char *styles,
			const char *lists, const char *text)
{
	struct folder_test *test = folder_with(document, styles, lists);

	assert_true(folder_test_read(test, NULL));
	assert_str(folder_test_cell(test, "说明", 0, TEXT), text);
	assert_int_equal(test->sink->n, 0);
	folder_test_close(test);
}

static void a_paragraph_is_a_line(void **state)
{
	(void)state;
	assert_read(DOCUMENT(P(R("　　贯彻") R("落实。")) P("") P("<w:r>" T(
			"甲") "<w:br/>" T("乙") "<w:tab/>" T("丙") "</w:r>")
				 P("<w:hyperlink>" R("丁") "</w:hyperlink>")),
		    NULL, NULL, "贯彻落实。\n\n甲\n乙 丙\n丁");
}

static void an_empty_name_of_a_style_is_none(void **state)
{
	(void)state;
	assert_read(DOCUMENT(STYLED("", "")), NULL, NULL, "");
}

static void fields_give_what_they_show(void **state)
{
	(void)state;
	assert_read(
	    DOCUMENT(
		P("<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
		  "<w:r><w:instrText> DATE </w:instrText></w:r>" R("2025年"))
		    P("<w:ruby><w:rt>" R("hàn") "</w:rt><w:rubyBase>" R(
			"汉") "</w:rubyBase></w:ruby>")),
	    NULL, NULL, "2025年\n汉");
}

static void bold_runs_become_one(void **state)
{
	(void)state;
	assert_read(DOCUMENT(P(B("　甲") B(" ") B("乙：") R("丙")) P(
			"<w:pPr><w:rPr><w:b/></w:rPr></w:pPr>" R("丁"))
				 P("<w:r><w:rPr><w:b w:val='0'/></w:rPr>" T(
				     "戊") "</w:r>" B("己")) P(B("a**b"))),
		    NULL, NULL, "**甲 乙：**丙\n丁\n戊**己**\na**b");
}

static void styles_tell_headings_and_bold(void **state)
{
	static const char styles[] = STYLES(
	    "<w:docDefaults><w:rPrDefault><w:rPr><w:b w:val='0'/></w:rPr>"
	    "</w:rPrDefault></w:docDefaults>"
	    "<w:style w:type='paragraph' w:default='1' w:styleId='a'/>"
	    "<w:style w:type='paragraph' w:styleId='1'><w:pPr>"
	    "<w:outlineLvl w:val='0'/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"
	    "<w:style w:type='paragraph' w:styleId='2'>"
	    "<w:basedOn w:val='1'/><w:pPr><w:outlineLvl w:val='1'/></w:pPr>"
	    "</w:style>"
	    "<w:style w:type='paragraph' w:styleId='deep'>"
	    "<w:basedOn w:val='1'/><w:pPr><w:outlineLvl w:val='3'/></w:pPr>"
	    "</w:style>"
	    "<w:style w:type='paragraph' w:styleId='3'>"
	    "<w:name w:val='heading 3'/></w:style>"
	    "<w:style w:type='paragraph' w:styleId='ring'>"
	    "<w:basedOn w:val='ring'/></w:style>"
	    "<w:style w:type='character' w:styleId='strong'><w:rPr><w:b/>"
	    "</w:rPr></w:style>");

	(void)state;
	assert_read(
	    DOCUMENT(STYLED("1", R("职责")) STYLED("2", R("主要职责"))
			 STYLED("3", R("概况")) STYLED("deep", R("甲"))
			     STYLED("ring", R("乙")) STYLED("gone", R("丙"))
				 P("<w:r><w:rPr><w:rStyle w:val='strong'/>"
				   "</w:rPr>" T("丁") "</w:r>" R("戊"))
				     P("<w:pPr><w:outlineLvl w:val='2'/>"
				       "</w:pPr>" B("己"))),
	    styles, NULL,
	    "# 职责\n## 主要职责\n### 概况\n**甲**\n乙\n丙\n**丁**戊\n### 己");
}

static void lists_are_counted_as_word_counts_them(void **state)
{
	static const char lists[] = LISTS(
	    "<w:abstractNum w:abstractNumId='0'>" LEVEL(
		"0", "1", "chineseCountingThousand", "%1、")
		LEVEL("1", "1", "decimal", "%1.%2") LEVEL(
		    "2", "1", "decimal",
		    "（%3）") "</w:abstractNum>"
			      "<w:abstractNum w:abstractNumId='1'>" LEVEL(
				  "0", "3", "decimal", "%1.")
				  LEVEL(
				      "1", "1", "bullet",
				      "\xEF\x81\xAC") "</w:abstractNum>"
						      "<w:abstractNum w:abstractNumId='2'><w:lvl w:ilvl='0'>"
						      "<w:start w:val='1'/><w:numFmt w:val='chineseCounting'/>"
						      "<w:lvlText w:val='第%1章'/></w:lvl><w:lvl w:ilvl='1'>"
						      "<w:start w:val='1'/><w:numFmt w:val='decimal'/><w:isLgl/>"
						      "<w:lvlText w:val='%1.%2'/></w:lvl></w:abstractNum>" LIST(
							  "1", "0")
							  LIST("2", "1") LIST(
							      "3",
							      "1") "<w:num w:numId='4'><w:abstractNumId "
								   "w:val='1'/><w:lvlOverride w:ilvl='0'>"
								   "<w:startOverride w:val='1'/>"
								   "</w:lvlOverride></w:num>" LIST(
								       "5",
								       "2"));

	(void)state;
	assert_read(
	    DOCUMENT(NUMBERED("1", "0", R("甲")) NUMBERED("1", "1", R("乙"))
			 NUMBERED("1", "2", R("丙")) NUMBERED("1", "2", R("丁"))
			     NUMBERED("1", "0", B("戊"))
				 NUMBERED("1", "1", R("己")) P(R("。"))),
	    NULL, lists,
	    "一、甲\n一.1 乙\n（1）丙\n（2）丁\n**二、戊**\n二.1 "
	    "己\n。");
	assert_read(
	    DOCUMENT(NUMBERED("2", "0", R("甲")) NUMBERED("3", "0", R("乙"))
			 NUMBERED("3", "1", R("丙")) NUMBERED("4", "0", R("丁"))
			     NUMBERED("4", "0", R("戊"))
				 NUMBERED("0", "0", R("己"))
				     NUMBERED("9", "0", R("庚"))),
	    NULL, lists, "3.甲\n4.乙\n●丙\n1.丁\n2.戊\n己\n庚");
	assert_read(
	    DOCUMENT(NUMBERED("5", "0", R("总则")) NUMBERED("5", "1", R("甲"))),
	    NULL, lists, "第一章 总则\n1.1 甲");
}

static void a_style_numbers_its_paragraphs(void **state)
{
	static const char styles[] =
	    STYLES("<w:style w:type='paragraph' w:styleId='h'><w:pPr>"
		   "<w:numPr><w:numId w:val='1'/></w:numPr>"
		   "<w:outlineLvl w:val='0'/></w:pPr></w:style>");
	static const char lists[] = LISTS(
	    "<w:abstractNum w:abstractNumId='0'><w:numStyleLink w:val='L'/>"
	    "</w:abstractNum><w:abstractNum w:abstractNumId='7'>"
	    "<w:styleLink w:val='L'/>" LEVEL(
		"0", "1", "japaneseCounting",
		"%1、") "</w:abstractNum>" LIST("1", "0"));

	(void)state;
	assert_read(DOCUMENT(STYLED("h", R("甲")) STYLED("h", R("乙"))), styles,
		    lists, "# 一、甲\n# 二、乙");
}

/* The tenth number of each way of counting. */
static void ways_of_counting(void **state)
{
	static const struct {
		const char *format, *text;
	} cases[] = {
	    {"decimal", "10"},
	    {"decimalZero", "10"},
	    {"decimalFullWidth", "１０"},
	    {"chineseCounting", "十"},
	    {"japaneseCounting", "十"},
	    {"decimalEnclosedCircleChinese", "⑩"},
	    {"decimalEnclosedParen", "⑽"},
	    {"decimalEnclosedFullstop", "⒑"},
	    {"ideographEnclosedCircle", "㈩"},
	    {"ideographTraditional", "癸"},
	    {"upperLetter", "J"},
	    {"lowerLetter", "j"},
	    {"upperRoman", "X"},
	    {"lowerRoman", "x"},
	    {"none", ""},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char lists[1000], text[100];

		snprintf(lists, sizeof(lists),
			 LISTS("<w:abstractNum w:abstractNumId='0'>" LEVEL(
			     "0", "10", "%s",
			     "%%1、") "</w:abstractNum>" LIST("1", "0")),
			 cases[i].format);
		snprintf(text, sizeof(text), "%s、甲", cases[i].text);
		assert_read(DOCUMENT(NUMBERED("1", "0", R("甲"))), NULL, lists,
			    text);
	}
}

static void an_unknown_way_of_counting_is_reported(void **state)
{
	struct folder_test *test =
	    folder_with(DOCUMENT(P(R("。")) NUMBERED("1", "0", R("甲"))), NULL,
			LISTS("<w:abstractNum w:abstractNumId='0'>" LEVEL(
			    "0", "2", "hebrew1",
			    "%1、") "</w:abstractNum>" LIST("1", "0")));

	(void)state;
	assert_true(folder_test_read(test, NULL));
	assert_str(folder_test_cell(test, "说明", 0, TEXT), "。\n2、甲");
	assert_int_equal(test->sink->n, 1);
	assert_int_equal(folder_test_count(test, "READ-DOCX-NUMBERS"), 1);
	assert_true(str_find(folder_test_message(test, "READ-DOCX-NUMBERS"),
			     STR("第 2 段")) >= 0);
	folder_test_close(test);
}

/* Each stands between two paragraphs. */
static void what_is_no_text_is_reported(void **state)
{
	static const struct {
		const char *xml, *id, *name;
	} cases[] = {
	    {"<w:tbl><w:tr><w:tc>" P(R("表")) "</w:tc></w:tr></w:tbl>",
	     "READ-DOCX-LOST", "表格"},
	    {P("<w:r><w:drawing/></w:r>"), "READ-DOCX-LEFT", "图片"},
	    {P("<w:r><mc:AlternateContent><mc:Choice><w:drawing>"
	       "<w:txbxContent>" P(
		   R("框")) "</w:txbxContent></w:drawing>"
			    "</mc:Choice><mc:Fallback><w:pict/></mc:Fallback>"
			    "</mc:AlternateContent></w:r>"),
	     "READ-DOCX-LOST", "文本框"},
	    {P("<w:r><w:footnoteReference w:id='2'/></w:r>"), "READ-DOCX-LOST",
	     "脚注"},
	    {P("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"), "READ-DOCX-LOST",
	     "公式"},
	    {P("<w:r><w:sym w:char='F06C'/></w:r>"), "READ-DOCX-LEFT",
	     "特殊符号"},
	    {P("<w:r><w:rPr><w:vanish/></w:rPr>" T("隐") "</w:r>"),
	     "READ-DOCX-LEFT", "隐藏文字"},
	    {P("<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"),
	     "READ-DOCX-CHANGES", ""},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char document[2000];
		struct folder_test *test;

		snprintf(document, sizeof(document),
			 DOCUMENT(P(R("前")) "%s" P(R("后"))), cases[i].xml);
		test = folder_with(document, NULL, NULL);
		assert_true(folder_test_read(test, NULL));
		assert_true(str_starts(folder_test_cell(test, "说明", 0, TEXT),
				       STR("前\n")));
		assert_true(str_ends(folder_test_cell(test, "说明", 0, TEXT),
				     STR("\n后")));
		assert_int_equal(test->sink->n, 1);
		assert_int_equal(folder_test_count(test, cases[i].id), 1);
		assert_true(str_find(folder_test_message(test, cases[i].id),
				     str_from(cases[i].name)) >= 0);
		assert_true(str_find(folder_test_message(test, cases[i].id),
				     STR("第 2 段")) >= 0);
		folder_test_close(test);
	}
}

static void inserted_words_are_read_once(void **state)
{
	struct folder_test *test = folder_with(
	    DOCUMENT(P(R("甲") "<w:ins>" R("乙") "</w:ins><w:moveFrom>" R(
		"丙") "</w:moveFrom><w:moveTo>" R("丙") "</w:moveTo>")),
	    NULL, NULL);

	(void)state;
	assert_true(folder_test_read(test, NULL));
	assert_str(folder_test_cell(test, "说明", 0, TEXT), "甲乙丙");
	assert_int_equal(folder_test_count(test, "READ-DOCX-CHANGES"), 1);
	folder_test_close(test);
}

static void one_that_cannot_be_read_leaves_the_others(void **state)
{
	static const struct str cases[] = {
	    STR_INIT("PK"), STR_INIT(""), STR_INIT("甲"),
	    STR_INIT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old .doc")};
	struct folder_test *test;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		test = folder_test_open();
		folder_test_put(test, FILE_NAME, cases[i]);
		folder_test_put(test, "说明/201/总体目标.md", STR("乙"));
		assert_true(folder_test_read(test, NULL));
		assert_str(folder_test_cell(test, "说明", 0, TEXT), "乙");
		assert_int_equal(folder_test_count(test, "READ-DOCX"), 1);
		assert_int_equal(test->sink->n, 1);
		folder_test_close(test);
	}
	test = folder_with("<w:document><w:body>", NULL, NULL);
	folder_test_read(test, NULL);
	assert_int_equal(folder_test_count(test, "READ-DOCX"), 1);
	assert_int_equal(diag_worst(test->sink), DIAG_FATAL);
	folder_test_close(test);
	test = folder_with(DOCUMENT(P(R("甲"))), NULL, "<w:numbering>");
	folder_test_read(test, NULL);
	assert_int_equal(folder_test_count(test, "READ-DOCX"), 1);
	folder_test_close(test);
}

/* A message is whole in either language. */
static void what_is_lost_is_named_in_english_too(void **state)
{
	struct folder_test *test = folder_with(
	    DOCUMENT("<w:tbl><w:tr><w:tc>" P(R("表")) "</w:tc></w:tr></w:tbl>"),
	    NULL, NULL);
	struct str text;

	(void)state;
	(void)folder_test_read(test, NULL);
	assert_true(test->sink->n > 0);
	text = diag_message(&test->sink->list[0], DIAG_EN, test->arena);
	assert_true(str_starts(text, STR("1 × table in the Word file")));
	folder_test_close(test);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_paragraph_is_a_line),
	    cmocka_unit_test(an_empty_name_of_a_style_is_none),
	    cmocka_unit_test(fields_give_what_they_show),
	    cmocka_unit_test(bold_runs_become_one),
	    cmocka_unit_test(styles_tell_headings_and_bold),
	    cmocka_unit_test(lists_are_counted_as_word_counts_them),
	    cmocka_unit_test(a_style_numbers_its_paragraphs),
	    cmocka_unit_test(ways_of_counting),
	    cmocka_unit_test(an_unknown_way_of_counting_is_reported),
	    cmocka_unit_test(what_is_no_text_is_reported),
	    cmocka_unit_test(what_is_lost_is_named_in_english_too),
	    cmocka_unit_test(inserted_words_are_read_once),
	    cmocka_unit_test(one_that_cannot_be_read_leaves_the_others),
	};

	return cmocka_run_group_tests_name("texts from Word", tests, NULL,
					   NULL);
}
