/* SPDX-License-Identifier: MIT */
/* Workbooks that are broken, damaged, locked, or made to do harm. */
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
#include "read/workbook_of.h"
#include "tables/sheets.h"

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

/* libxml2 compares each with each: a million would take hours. */
static void a_tag_of_too_many_attributes_is_refused(void **state)
{
	struct fixture *f = *state;
	struct buf buf = {.arena = f->arena};
	int i;

	buf_add_cstr(&buf, "<worksheet");
	for (i = 0; i < 100000; i++)
		buf_format(&buf, " a%d=''", i);
	buf_add_cstr(&buf, "/>");
	write_book(f, ONE_SHEET("支出"), NO_STRINGS,
		   str_cstr(buf_str(&buf), f->arena), NO_SHEET);
	assert_false(read_book(f));
	assert_true(has_message(f, &READ_XML_CROWDED));
	assert_int_equal(f->sink->list[0].place.line, 0);
}

/* Whatever a part says of its encoding, what is parsed is UTF-8. */
static void parts_may_be_in_other_encodings(void **state)
{
	struct fixture *f = *state;

	write_book(f, ONE_SHEET("支出"), NO_STRINGS,
		   "<?xml version='1.0' encoding='GBK'?>"
		   "<worksheet><sheetData><row><c t='str'>"
		   "<v>\xB5\xA5\xCE\xBB\xB4\xFA\xC2\xEB</v></c></row>"
		   "<row><c t='str'><v>001</v></c></row></sheetData>"
		   "</worksheet>",
		   NO_SHEET);
	assert_true(read_book(f));
	assert_int_equal(f->sink->n, 0);
	assert_str(f->sheets.list[0].columns[0].heading, "单位代码");
}

static void names_of_parts_may_have_backslashes(void **state)
{
	struct fixture *f = *state;
	const struct part parts[] = {
	    {"xl\\workbook.xml", ONE_SHEET("支出")},
	    {"xl\\_rels\\workbook.xml.rels", RELS},
	    {"xl\\worksheets\\s1.xml",
	     "<worksheet><sheetData><row><c t='str'><v>单位代码</v></c></row>"
	     "<row><c t='str'><v>001</v></c></row></sheetData></worksheet>"}};

	write_parts(f, parts, 3);
	assert_true(read_book(f));
	assert_int_equal(f->sink->n, 0);
	assert_str(f->sheets.list[0].rows[0].cells[0].text, "001");
}

static void refuses_what_is_no_workbook(void **state)
{
	struct fixture *f = *state;
	const struct part other[] = {{"word/document.xml", "<x/>"}};
	const struct part packed[] = {{"县/支出.csv", "单位代码"}};

	write_parts(f, other, 1);
	assert_false(read_book(f));
	assert_true(has_message(f, &READ_XLSX_NONE));

	write_parts(f, packed, 1);
	assert_false(read_book(f));
	assert_true(has_message(f, &READ_PACKED));

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

static void put_bytes(struct fixture *f, struct str bytes)
{
	assert_true(file_write(str_from(f->path), bytes, f->sink));
}

/* An encrypted workbook is a container with one stream of this name. */
static void passwords_are_told_from_old_files(void **state)
{
	struct fixture *f = *state;
	zip_t *zip;
	zip_int64_t at;

	put_bytes(f, STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...E\0n\0c\0r\0y\0p"
			 "\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"));
	assert_false(read_book(f));
	assert_int_equal(f->sink->n, 1);
	assert_true(has_message(f, &READ_XLSX_LOCKED));

	put_bytes(f, STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...W\0o\0r\0k\0"));
	assert_false(read_book(f));
	assert_int_equal(count_messages(f, &READ_XLSX_OLD), 1);

	zip = zip_open(f->path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
	zip_file_add(zip, "xl/_rels/workbook.xml.rels",
		     zip_source_buffer(zip, RELS, strlen(RELS), 0), 0);
	at = zip_file_add(zip, "xl/workbook.xml",
			  zip_source_buffer(zip, "<workbook/>", 11, 0), 0);
	assert_int_equal(zip_file_set_encryption(zip, (zip_uint64_t)at,
						 ZIP_EM_AES_256, "geheim"),
			 0);
	assert_int_equal(zip_close(zip), 0);
	assert_false(read_book(f));
	assert_int_equal(count_messages(f, &READ_XLSX_LOCKED), 2);
	assert_int_equal(f->sink->n, 3);
}

/* Cut anywhere: a message, or the tables that were whole. */
static void truncated_files_are_refused(void **state)
{
	struct fixture *f = *state;
	struct str whole;
	size_t n;

	write_rows(f, NO_STRINGS,
		   "<row r='2'><c t='str'><v>201001</v></c><c><v>1</v></c>"
		   "</row>");
	assert_true(file_read(str_from(f->path), (size_t)1 << 20, f->arena,
			      f->sink, &whole));
	for (n = 0; n < whole.n; n += 7) {
		struct diag_sink *before = f->sink;

		put_bytes(f, str_slice(whole, 0, n));
		f->sink = diag_open(f->arena);
		assert_false(read_book(f));
		assert_int_equal(f->sink->n, 1);
		f->sink = before;
	}
}

static void a_part_that_is_missing_is_reported(void **state)
{
	struct fixture *f = *state;
	const struct part parts[] = {
	    {"xl/workbook.xml", ONE_SHEET("支出")},
	    {"xl/_rels/workbook.xml.rels",
	     "<Relationships><Relationship Id='r1' Target='../../etc/passwd'/>"
	     "</Relationships>"},
	    {"../../etc/passwd", "<worksheet/>"},
	};

	write_parts(f, parts, 3);
	assert_false(read_book(f));
	assert_int_equal(f->sink->n, 1);
	assert_true(has_message(f, &READ_ZIP_PART));
}

/* Names of other entries are never looked at: neither ../ nor GBK. */
static void names_of_entries_lead_nowhere(void **state)
{
	struct fixture *f = *state;
	const struct part parts[] = {
	    {"xl/workbook.xml", ONE_SHEET("../../支出")},
	    {"xl/_rels/workbook.xml.rels", RELS},
	    {"xl/worksheets/s1.xml",
	     "<worksheet><sheetData><row><c t='str'><v>单位代码</v></c></row>"
	     "</sheetData></worksheet>"},
	    {"../../../tmp/evil", "x"},
	    {"/etc/evil", "x"},
	};
	zip_t *zip;

	write_parts(f, parts, sizeof(parts) / sizeof(parts[0]));
	zip = zip_open(f->path, 0, NULL);
	assert_true(zip_file_add(zip, "\xD6\xA7\xB3\xF6.xml",
				 zip_source_buffer(zip, "x", 1, 0),
				 ZIP_FL_ENC_RAW) >= 0);
	assert_int_equal(zip_close(zip), 0);
	assert_true(read_book(f));
	assert_int_equal(f->sink->n, 0);
	assert_str(f->sheets.list[0].name, "../../支出");
}

static void too_many_entries_are_refused(void **state)
{
	struct fixture *f = *state;
	zip_t *zip = zip_open(f->path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
	int i;

	for (i = 0; i < 10001; i++)
		assert_true(
		    zip_file_add(
			zip, str_cstr(str_format(f->arena, "%d", i), f->arena),
			zip_source_buffer(zip, "x", 1, 0), 0) >= 0);
	assert_int_equal(zip_close(zip), 0);
	assert_false(read_book(f));
	assert_int_equal(f->sink->n, 1);
	assert_true(has_message(f, &READ_ZIP_BOMB));
}

/* Several systems give a web page the name .xls. */
static void web_pages_are_told(void **state)
{
	struct fixture *f = *state;

	put_bytes(f, STR("\n<html xmlns:x=\"urn:x\"><table><tr><td>1</td>"));
	assert_false(read_book(f));
	put_bytes(f, STR("<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:"
			 "schemas-microsoft-com:office:spreadsheet\">"));
	assert_false(read_book(f));
	assert_int_equal(count_messages(f, &READ_HTML), 2);
	assert_int_equal(f->sink->n, 2);
}

static void deep_and_endless_elements_are_refused(void **state)
{
	struct fixture *f = *state;
	struct buf rows = {.arena = f->arena};
	int i;

	for (i = 0; i < 100000; i++)
		buf_add_cstr(&rows, "<row>");
	write_rows(f, NO_STRINGS, str_cstr(buf_str(&rows), f->arena));
	assert_false(read_book(f));
	assert_int_equal(f->sink->n, 1);
	assert_true(has_message(f, &READ_XML_BROKEN));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH_FIXTURE(refuses_entities_and_broken_xml),
	    WITH_FIXTURE(a_tag_of_too_many_attributes_is_refused),
	    WITH_FIXTURE(parts_may_be_in_other_encodings),
	    WITH_FIXTURE(names_of_parts_may_have_backslashes),
	    WITH_FIXTURE(refuses_what_is_no_workbook),
	    WITH_FIXTURE(refuses_bombs),
	    WITH_FIXTURE(a_damaged_part_is_left_out),
	    WITH_FIXTURE(passwords_are_told_from_old_files),
	    WITH_FIXTURE(truncated_files_are_refused),
	    WITH_FIXTURE(a_part_that_is_missing_is_reported),
	    WITH_FIXTURE(names_of_entries_lead_nowhere),
	    WITH_FIXTURE(too_many_entries_are_refused),
	    WITH_FIXTURE(web_pages_are_told),
	    WITH_FIXTURE(deep_and_endless_elements_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
