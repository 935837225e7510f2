/* SPDX-License-Identifier: MIT */
#include "read/workbook_of.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#include "cmocka_all.h"
#include "read/read.h"

int open_fixture(void **state)
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

int close_fixture(void **state)
{
	struct fixture *f = *state;

	unlink(f->path);
	arena_close(f->arena);
	return 0;
}

void write_parts(const struct fixture *f, const struct part *parts, size_t n)
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

#define STYLES                                                                 \
	"<styleSheet><numFmts><numFmt numFmtId='176' formatCode='0%'/>"        \
	"</numFmts><fonts><font><sz val='11'/></font>"                         \
	"<font><b val='true'/></font><font><b val='0'/></font></fonts>"        \
	"<cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>"                      \
	"<cellXfs><xf numFmtId='0'/><xf numFmtId='176'/>"                      \
	"<xf numFmtId='14' fontId='2'/><xf fontId='1'/></cellXfs>"             \
	"<dxfs><dxf><font><b/></font></dxf></dxfs></styleSheet>"

void write_book(const struct fixture *f, const char *workbook,
		const char *strings, const char *sheet1, const char *sheet2)
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

bool read_book(struct fixture *f)
{
	return read_input(&f->sheets, str_from(f->path), f->sink);
}

bool has_message(const struct fixture *f, const struct diag_kind *kind)
{
	size_t i;

	for (i = 0; i < f->sink->n; i++)
		if (f->sink->list[i].kind == kind)
			return true;
	return false;
}

void write_rows(const struct fixture *f, const char *strings, const char *rows)
{
	write_book(f, ONE_SHEET("支出"), strings,
		   str_cstr(str_format(f->arena,
				       "<worksheet><sheetData><row r='1'>"
				       "<c t='str'><v>单位代码</v></c>"
				       "<c t='str'><v>金额（元）</v></c></row>"
				       "%s</sheetData></worksheet>",
				       rows),
			    f->arena),
		   NO_SHEET);
}

size_t count_messages(const struct fixture *f, const struct diag_kind *kind)
{
	size_t n = 0;
	size_t i;

	for (i = 0; i < f->sink->n; i++)
		n += f->sink->list[i].kind == kind;
	return n;
}
