/* SPDX-License-Identifier: MIT */
/*
 * The XSD that is shipped: the one that files are validated against, and
 * strict where a vendor's own check should be.
 *
 * With an argument it prints the XSD, for the target xsd-update.
 */
#include <libxml/xmlschemas.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "cmocka_all.h"
#include "read/folder_of.h"
#include "read/read.h"
#include "read/xsd.h"
#include "write/tables/dataset.h"
#include "write/tables/tables.h"

#define SHIPPED "templates/input.xsd"

static void silent(void *data, xmlErrorPtr error)
{
	(void)data;
	(void)error;
}

/* By the shipped file and libxml2 alone. */
static bool is_valid(struct str text)
{
	xmlSchemaParserCtxtPtr parser = xmlSchemaNewParserCtxt(SHIPPED);
	xmlSchemaPtr schema = xmlSchemaParse(parser);
	xmlSchemaValidCtxtPtr context = xmlSchemaNewValidCtxt(schema);
	xmlDocPtr doc =
	    xmlReadMemory(text.s, (int)text.n, NULL, NULL, XML_PARSE_NONET);
	bool valid;

	assert_non_null(schema);
	assert_non_null(doc);
	xmlSchemaSetValidStructuredErrors(context, silent, NULL);
	valid = xmlSchemaValidateDoc(context, doc) == 0;
	xmlFreeDoc(doc);
	xmlSchemaFreeValidCtxt(context);
	xmlSchemaFree(schema);
	xmlSchemaFreeParserCtxt(parser);
	return valid;
}

static void the_shipped_one_is_what_the_program_goes_by(void **state)
{
	struct folder_test *test = folder_test_open();
	struct str shipped;

	(void)state;
	assert_true(file_read(STR(SHIPPED), (size_t)1 << 20, test->arena,
			      test->sink, &shipped));
	if (!str_equal(shipped, xsd_text(test->arena)))
		fail_msg("%s is not that of the tables: "
			 "cmake --build --preset dev --target xsd-update",
			 SHIPPED);
	folder_test_close(test);
}

/* How many messages of reading are about the shape of the file. */
static size_t n_faults(struct folder_test *test, struct str text)
{
	size_t n = 0;
	size_t i;

	folder_test_put(test, "a.xml", text);
	folder_test_read(test, "a.xml");
	for (i = 0; i < test->sink->n; i++)
		n += strncmp(test->sink->list[i].kind->id, "READ-XML", 8) == 0;
	return n;
}

#define ROOT(text) "<公开数据>" text "</公开数据>"
#define ROW(text)  ROOT("<支出><行>" text "</行></支出>")

static void the_program_and_the_xsd_judge_alike(void **state)
{
	static const struct {
		const char *text;
		bool valid;
	} cases[] = {
	    {ROOT("<支出/>"), true},
	    {"<公开数据 版本=\"1\"><支出/><单位/><支出/></公开数据>", true},
	    {ROW("<年度>2024</年度><单位代码>1</单位代码>"), true},
	    {ROW("<AGENCY_CODE>1</AGENCY_CODE>"), true},
	    {ROW("<EXP_FUNC_NAME>教育</EXP_FUNC_NAME>"), true},
	    {ROW("<支出功能分类科目名称>x</支出功能分类科目名称>"), true},
	    {ROW("<金额 单位=\"元\">1</金额>"), true},
	    {ROW("<金额 单位=\"万元\"/>"), true},
	    {ROW("<列 名=\"备注\">x</列>"), true},
	    {ROOT("<项目><行><列 名=\"3月底\" 单位=\"%\">5</列></行></项目>"),
	     true},
	    {ROOT("<表 名=\"人员\"><行><列 名=\"数\">5</列></行></表>"), true},
	    {ROOT("<表 名=\"人员\"/>"), true},
	    {ROW("<资金性质><![CDATA[a<b]]></资金性质>"), true},

	    {"<公开数据 版本=\"2\"><支出/></公开数据>", false},
	    {"<公开数据 年度=\"2024\"><支出/></公开数据>", false},
	    {"<data><支出/></data>", false},
	    {"<公开数据 xmlns=\"urn:x\"><支出/></公开数据>", false},
	    {ROOT("<支出>1</支出>"), false},
	    {ROOT("<支出/>文字"), false},
	    {ROOT("<支出><row/></支出>"), false},
	    {ROW("文字"), false},
	    {ROW("<金额>1</金额>"), false},
	    {ROW("<金额 单位=\"角\">1</金额>"), false},
	    {ROW("<金额 单位=\"%\">1</金额>"), false},
	    {ROW("<年度 单位=\"元\">1</年度>"), false},
	    {ROW("<年度><b>1</b></年度>"), false},
	    {ROW("<列>1</列>"), false},
	    {ROW("<列 名=\"\">1</列>"), false},
	    {ROW("<列 名=\"a\" 单位=\"x\">1</列>"), false},
	    {ROOT("<表><行/></表>"), false},
	    {ROOT("<x:支出 xmlns:x=\"urn:x\"/><单位/>"), false},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct folder_test *test = folder_test_open();
		struct str text = str_from(cases[i].text);

		if (is_valid(text) != cases[i].valid ||
		    (n_faults(test, text) == 0) != cases[i].valid)
			fail_msg("%s", cases[i].text);
		folder_test_close(test);
	}
}

/* Where names are at stake the XSD is the stricter: a vendor's misspelt
 * element is an error there, and an unknown column here as in any carrier. */
static void an_unknown_name_is_invalid_but_read(void **state)
{
	static const char *const cases[] = {
	    ROW("<单位代玛>1</单位代玛>"),
	    ROOT("<人员><行><编制数>1</编制数></行></人员>"),
	    ROOT("<表 名=\"人员\"><行><编制数>1</编制数></行></表>"),
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct folder_test *test = folder_test_open();

		assert_false(is_valid(str_from(cases[i])));
		assert_int_equal(n_faults(test, str_from(cases[i])), 0);
		assert_int_equal(test->sheets.list[0].n_rows, 1);
		folder_test_close(test);
	}
}

static void what_the_program_writes_is_valid(void **state)
{
	static const char *const samples[] = {
	    "samples/001-hubei-2024", "samples/201-hebei-2024",
	    "samples/201001-hebei-2022", "samples/335-wangchuan-2024",
	    "samples/430-hebei-2024"};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(samples) / sizeof(samples[0]); i++) {
		struct arena *arena = arena_open();
		struct diag_sink *sink = diag_open(arena);
		struct sheets sheets = {.arena = arena};
		struct dataset dataset;
		struct str bytes;

		assert_true(read_input(&sheets, str_from(samples[i]), sink));
		assert_true(dataset_of(&dataset, &sheets, arena, sink));
		assert_true(tables_xml(&dataset, arena, sink, &bytes));
		assert_true(is_valid(bytes));
		arena_close(arena);
	}
}

static int print_xsd(void)
{
	struct arena *arena = arena_open();
	struct str text = xsd_text(arena);
	bool ok = fwrite(text.s, 1, text.n, stdout) == text.n;

	arena_close(arena);
	return ok ? 0 : 1;
}

int main(int argc, char **argv)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_shipped_one_is_what_the_program_goes_by),
	    cmocka_unit_test(the_program_and_the_xsd_judge_alike),
	    cmocka_unit_test(an_unknown_name_is_invalid_but_read),
	    cmocka_unit_test(what_the_program_writes_is_valid),
	};

	if (argc > 1 && strcmp(argv[1], "print") == 0)
		return print_xsd();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
