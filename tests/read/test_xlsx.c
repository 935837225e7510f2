/* SPDX-License-Identifier: MIT */
/* Workbooks made part by part, as Excel, WPS and LibreOffice write them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "cmocka_all.h"
#include "read/messages.h"
#include "read/read.h"
#include "tables/sheets.h"

struct fixture {
	struct arena *arena;
	struct diag_sink *sink;
	struct sheets sheets;
	char path[40];
};

static int open_fixture(void **state)
{
	struct arena *arena = arena_open();
	struct fixture *f = ARENA_NEW(arena, struct fixture);
	int fd;

	f->arena = arena;
	f->sink = diag_open(arena);
	f->sheets.arena = arena;
	memcpy(f->path, "/tmp/gongkai-xlsx-XXXXXX", 25);
	fd = mkstemp(f->path);
	close(fd);
	*state = f;
	return 0;
}

static int close_fixture(void **state)
{
	struct fixture *f = *state;

	unlink(f->path);
	arena_close(f->arena);
	return 0;
}

struct part {
	const char *name, *text;
};

static void write_parts(const struct fixture *f, const struct part *parts,
			size_t n)
{
	zip_t *zip = zip_open(f->path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
	size_t i;

	assert_non_null(zip);
	for (i = 0; i < n; i++)
		assert_true(
		    zip_file_add(zip, parts[i].name,
				 zip_source_buffer(zip, parts[i].text,
						   strlen(parts[i].text), 0),
				 ZIP_FL_ENC_UTF_8) >= 0);
	assert_int_equal(zip_close(zip), 0);
}

#define RELS                                                                   \
	"<Relationships><Relationship Id='r1' Target='worksheets/s1.xml'/>"    \
	"<Relationship Id='r2' Target='/xl/worksheets/s2.xml'/>"               \
	"</Relationships>"
#define STYLES                                                                 \
	"<styleSheet><numFmts><numFmt numFmtId='176' formatCode='0%'/>"        \
	"</numFmts><cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>"            \
	"<cellXfs><xf numFmtId='0'/><xf numFmtId='176'/>"                      \
	"<xf numFmtId='14'/></cellXfs></styleSheet>"

/* A workbook of up to two sheets. */
static void write_book(const struct fixture *f, const char *workbook,
		       const char *strings, const char *sheet1,
		       const char *sheet2)
{
	const struct part parts[] = {
	    {"xl/workbook.xml", workbook},
	    {"xl/_rels/workbook.xml.rels", RELS},
	    {"xl/styles.xml", STYLES},
	    {"xl/sharedStrings.xml", strings},
	    {"xl/worksheets/s1.xml", sheet1},
	    {"xl/worksheets/s2.xml", sheet2},
	};

	write_parts(f, parts, sizeof(parts) / sizeof(parts[0]));
}

#define ONE_SHEET(name)                                                        \
	"<workbook xmlns:r='r'><sheets><sheet name='" name                     \
	"' sheetId='7' r:id='r1'/></sheets></workbook>"
#define NO_STRINGS "<sst/>"
#define NO_SHEET   "<worksheet/>"

static bool read_book(struct fixture *f)
{
	return read_input(&f->sheets, str_from(f->path), f->sink);
}

static bool has_message(const struct fixture *f, const struct diag_kind *kind)
{
	size_t i;

	for (i = 0; i < f->sink->n; i++)
		if (f->sink->list[i].kind == kind)
			return true;
	return false;
}

static void reads_all_kinds_of_cells(void **state)
{
	struct fixture *f = *state;
	const struct sheet *sheet;

	write_book(
	    f, ONE_SHEET("支出"),
	    "<sst><si><t>单位代码</t></si><si><r><rPr><b/></rPr><t>金额</t></r>"
	    "<r><t>（元）</t></r><rPh><t>kin</t></rPh></si></sst>",
	    "<worksheet><sheetData>"
	    "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
	    "<c r='D1' t='inlineStr'><is><t>3月底</t></is></c></row>"
	    "<row r='3'><c r='A3' t='str'><f>X1</f><v>201001</v></c>"
	    "<c r='B3'><f>1+1</f><v>447.41000000000003</v></c>"
	    "<c r='D3' s='1'><v>0.5</v></c></row>"
	    "<row><c><v>201002</v></c><c/><c/><c s='2'><v>45291</v></c></row>"
	    "<row r='9'><c r='A9'/></row></sheetData></worksheet>",
	    NO_SHEET);
	assert_true(read_book(f));
	assert_int_equal(f->sink->n, 0);
	sheet = sheets_find(&f->sheets, STR("支出"));
	assert_non_null(sheet);
	assert_int_equal(sheet->n_columns, 3);
	assert_str(sheet->columns[1].heading, "金额（元）");
	assert_int_equal(sheet->columns[2].column_no, 4);
	assert_int_equal(sheet->n_rows, 2);
	assert_str(sheet->rows[0].cells[0].text, "201001");
	assert_int_equal(sheet->rows[0].cells[0].form, FORM_TEXT);
	assert_str(sheet->rows[0].cells[1].text, "447.41");
	assert_int_equal(sheet->rows[0].cells[1].form, FORM_NUMBER);
	assert_str(sheet->rows[0].cells[2].text, "50%");
	assert_int_equal(sheet->rows[0].cells[2].form, FORM_PERCENT);
	assert_int_equal(sheet->rows[1].line, 4);
	assert_int_equal(sheet->rows[1].cells[0].form, FORM_NUMBER);
	assert_str(sheet->rows[1].cells[1].text, "");
	assert_str(sheet->rows[1].cells[2].text, "2023-12-31");
	assert_str(
	    diag_place_text(sheet_place(sheet, 0, 1), DIAG_ZH, f->arena),
	    str_cstr(str_format(f->arena, "%s 支出!B3（金额（元））", f->path),
		     f->arena));
}

static void finds_headings_below_titles(void **state)
{
	struct fixture *f = *state;
	const struct sheet *sheet;

	write_book(
	    f, ONE_SHEET("支出"), NO_STRINGS,
	    "<worksheet><sheetData>"
	    "<row r='1'><c t='str'><v>2024年支出明细</v></c></row>"
	    "<row r='2'><c t='str'><v>制表：预算股</v></c>"
	    "<c t='str'><v>单位：元</v></c></row>"
	    "<row r='4'><c t='str'><v>单位代码</v></c>"
	    "<c t='str'><v>金额（元）</v></c></row>"
	    "<row r='5'><c t='str'><v>201001</v></c><c><v>5</v></c></row>"
	    "</sheetData><mergeCells><mergeCell ref='A1:B1'/></mergeCells>"
	    "</worksheet>",
	    NO_SHEET);
	assert_true(read_book(f));
	sheet = &f->sheets.list[0];
	assert_int_equal(sheet->heading_line, 4);
	assert_int_equal(sheet->n_rows, 1);
	assert_int_equal(sheet->rows[0].record, 2);
	assert_str(sheet->rows[0].cells[0].text, "201001");
}

/* A code merged over three rows is each row's; an amount counts once. */
static void merged_texts_stand_in_all_their_rows(void **state)
{
	struct fixture *f = *state;
	const struct sheet *sheet;

	write_book(
	    f, ONE_SHEET("支出"), NO_STRINGS,
	    "<worksheet><sheetData>"
	    "<row r='1'><c t='str'><v>单位代码</v></c>"
	    "<c t='str'><v>项目代码</v></c><c t='str'><v>金额（元）</v></c></row>"
	    "<row r='2'><c t='str'><v>201001</v></c><c t='str'><v>甲</v></c>"
	    "<c><v>5</v></c></row>"
	    "<row r='3'><c r='B3' t='str'><v>乙</v></c></row>"
	    "</sheetData><mergeCells><mergeCell ref='A2:A3'/>"
	    "<mergeCell ref='C2:C3'/></mergeCells></worksheet>",
	    NO_SHEET);
	assert_true(read_book(f));
	sheet = &f->sheets.list[0];
	assert_str(sheet->rows[1].cells[0].text, "201001");
	assert_str(sheet->rows[1].cells[1].text, "乙");
	assert_str(sheet->rows[1].cells[2].text, "");
}

static void bold_stays_in_texts_only(void **state)
{
	struct fixture *f = *state;
	static const char sheet[] =
	    "<worksheet><sheetData><row r='1'><c t='str'><v>栏目</v></c>"
	    "<c t='str'><v>内容</v></c></row><row r='2'><c t='str'><v>x</v></c>"
	    "<c t='s'><v>0</v></c></row></sheetData></worksheet>";

	write_book(f,
		   "<workbook xmlns:r='r'><sheets>"
		   "<sheet name='说明' sheetId='1' r:id='r1'/>"
		   "<sheet name='项目' sheetId='2' state='hidden' r:id='r2'/>"
		   "</sheets></workbook>",
		   "<sst><si><r><rPr><b/></rPr><t>甲：</t></r>"
		   "<r><rPr><b val='0'/></rPr><t>乙</t></r></si></sst>",
		   sheet, sheet);
	assert_true(read_book(f));
	assert_str(f->sheets.list[0].rows[0].cells[1].text, "**甲：**乙");
	assert_str(f->sheets.list[1].rows[0].cells[1].text, "甲：乙");
	assert_true(has_message(f, &READ_XLSX_HIDDEN));
}

static void tells_what_a_clerk_must_mend(void **state)
{
	struct fixture *f = *state;

	write_book(
	    f,
	    "<workbook xmlns:r='r'><sheets>"
	    "<sheet name='支出' sheetId='1' r:id='r1'/>"
	    "<sheet name='支出' sheetId='2' r:id='r2'/></sheets></workbook>",
	    NO_STRINGS,
	    "<worksheet><sheetData><row r='1'><c t='str'><v>单位代码</v></c>"
	    "<c t='str'><v>金额（元）</v></c></row>"
	    "<row r='2' hidden='1'><c t='e'><v>#REF!</v></c><c><v>1</v></c>"
	    "<c><v>77</v></c></row></sheetData></worksheet>",
	    NO_SHEET);
	assert_true(read_book(f));
	assert_int_equal(f->sheets.n, 1);
	assert_true(has_message(f, &READ_XLSX_FORMULA));
	assert_true(has_message(f, &READ_XLSX_HIDDEN_ROWS));
	assert_true(has_message(f, &READ_XLSX_TWICE));
	assert_true(has_message(f, &READ_NO_HEADING));
	assert_int_equal(f->sink->n, 4);
}

static void refuses_entities_and_broken_xml(void **state)
{
	struct fixture *f = *state;

	write_book(f, ONE_SHEET("支出"), NO_STRINGS,
		   "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
		   "<worksheet><sheetData><row><c t='str'><v>&a;</v></c></row>"
		   "</sheetData></worksheet>",
		   NO_SHEET);
	assert_false(read_book(f));
	assert_true(has_message(f, &READ_XML_BROKEN));
	assert_int_equal(f->sheets.n, 0);
}

static void refuses_what_is_no_workbook(void **state)
{
	struct fixture *f = *state;
	const struct part other[] = {{"word/document.xml", "<x/>"}};

	write_parts(f, other, 1);
	assert_false(read_book(f));
	assert_true(has_message(f, &READ_XLSX_NONE));

	assert_true(file_write(str_from(f->path),
			       STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest"),
			       f->sink));
	assert_false(read_book(f));
	assert_true(has_message(f, &READ_XLSX_OLD));

	assert_true(
	    file_write(str_from(f->path), STR("PK\3\4 truncated"), f->sink));
	assert_false(read_book(f));
	assert_true(has_message(f, &READ_ZIP_BROKEN));
}

/* 64 MiB of blanks pack into less than a thousandth. */
static void refuses_bombs(void **state)
{
	struct fixture *f = *state;
	size_t n = (size_t)64 << 20;
	char *blanks = test_malloc(n + 1);
	struct part parts[] = {
	    {"xl/workbook.xml", ONE_SHEET("支出")},
	    {"xl/_rels/workbook.xml.rels", RELS},
	    {"xl/worksheets/s1.xml", blanks},
	};

	memset(blanks, ' ', n);
	blanks[n] = '\0';
	write_parts(f, parts, 3);
	test_free(blanks);
	assert_false(read_book(f));
	assert_true(has_message(f, &READ_ZIP_BOMB));
}

/* Spoils a byte of a part, behind its name in the archive. */
static void spoil(const struct fixture *f, const char *part)
{
	FILE *file = fopen(f->path, "r+b");
	char bytes[4096];
	size_t n = fread(bytes, 1, sizeof(bytes), file);
	ptrdiff_t at = str_find((struct str){bytes, n}, str_from(part));

	assert_true(at > 0);
	at += (ptrdiff_t)strlen(part) + 6;
	assert_int_equal(fseek(file, (long)at, SEEK_SET), 0);
	assert_int_equal(fputc(~bytes[at] & 0xFF, file), ~bytes[at] & 0xFF);
	assert_int_equal(fclose(file), 0);
}

static void a_damaged_part_is_left_out(void **state)
{
	struct fixture *f = *state;

	write_book(
	    f,
	    "<workbook xmlns:r='r'><sheets>"
	    "<sheet name='支出' sheetId='1' r:id='r1'/>"
	    "<sheet name='单位' sheetId='2' r:id='r2'/></sheets></workbook>",
	    NO_STRINGS,
	    "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'>"
	    "<is><t>单位代码</t></is></c></row></sheetData></worksheet>",
	    "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'>"
	    "<is><t>单位代码</t></is></c></row></sheetData></worksheet>");
	spoil(f, "xl/worksheets/s1.xml");
	assert_true(read_book(f));
	assert_true(has_message(f, &READ_ZIP_PART));
	assert_non_null(sheets_find(&f->sheets, STR("单位")));
}

#define WITH_FIXTURE(test)                                                     \
	cmocka_unit_test_setup_teardown(test, open_fixture, close_fixture)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH_FIXTURE(reads_all_kinds_of_cells),
	    WITH_FIXTURE(finds_headings_below_titles),
	    WITH_FIXTURE(merged_texts_stand_in_all_their_rows),
	    WITH_FIXTURE(bold_stays_in_texts_only),
	    WITH_FIXTURE(tells_what_a_clerk_must_mend),
	    WITH_FIXTURE(refuses_entities_and_broken_xml),
	    WITH_FIXTURE(refuses_what_is_no_workbook),
	    WITH_FIXTURE(refuses_bombs),
	    WITH_FIXTURE(a_damaged_part_is_left_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
