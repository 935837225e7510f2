/* SPDX-License-Identifier: MIT */
/*
 * The PDF as programs that others wrote read it: qpdf for its syntax, Poppler
 * for text, structure, outline and fonts.
 */
#include "cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "font_case.h"
#include "write/pdf/pdf.h"
#include "write/pdf/sheet.h"

static const struct font_want fang = {ROLE_FANG, false, false, EMU_PT(16)};
static const struct font_want song = {ROLE_SONG, false, false, EMU_PT(10.5)};
static const struct font_want hei = {ROLE_HEI, false, false, EMU_PT(16)};
static const struct pdf_options archive = {.tagged = true, .pdfa = true};

/* What the command prints about the PDF; @ stands for its path. */
static struct str ask(struct font_case *state, struct str pdf,
		      const char *command)
{
	char path[] = "/tmp/gongkai-test-XXXXXX";
	int fd = mkstemp(path);
	struct buf line = {.arena = state->arena};
	struct buf out = {.arena = state->arena};
	char bytes[4096];
	FILE *pipe;
	size_t n;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, pdf.s, pdf.n), pdf.n);
	close(fd);
	for (; *command != '\0'; command++) {
		if (*command == '@')
			buf_add_cstr(&line, path);
		else
			buf_add_char(&line, *command);
	}
	pipe = popen(str_cstr(buf_str(&line), state->arena), "r");
	assert_non_null(pipe);
	while ((n = fread(bytes, 1, sizeof(bytes), pipe)) > 0)
		buf_add(&out, (struct str){bytes, n});
	pclose(pipe);
	unlink(path);
	return buf_str(&out);
}

static struct str written(struct font_case *state, struct sheet *sheet,
			  struct pdf_options options)
{
	struct str pdf = STR_NONE;

	assert_true(pdf_write(sheet_pages(sheet), state->fonts, options,
			      state->arena, state->sink, &pdf));
	assert_int_equal(state->sink->n, 0);
	return pdf;
}

static void assert_has(struct str text, const char *part)
{
	if (str_find(text, str_from(part)) < 0)
		fail_msg("\"%s\" is not in \"%.*s\"", part, STR_ARG(text));
}

/* ---- text ---- */

/* One paragraph of each text; all must come back as they went in. */
static void round_trip(struct font_case *state, struct font_want want,
		       const char *const *texts, size_t n)
{
	struct sheet *sheet = sheet_new(state->fonts, state->arena);
	struct buf expected = {.arena = state->arena};
	struct str pdf;
	size_t i;

	sheet_page(sheet, 1);
	for (i = 0; i < n; i++) {
		sheet_text(sheet, TAG_ARTIFACT, 80, 100 + 40 * (double)i, want,
			   str_from(texts[i]));
		buf_add_cstr(&expected, texts[i]);
		buf_add_char(&expected, '\n');
	}
	pdf = written(state, sheet, (struct pdf_options){false, false});
	assert_str(ask(state, pdf, "pdftotext -raw -nopgbrk @ - 2>&1"),
		   str_cstr(buf_str(&expected), state->arena));
	assert_str(ask(state, pdf, "qpdf --check @ >/dev/null 2>&1; echo $?"),
		   "0\n");
}

static void test_text_comes_back(void **in)
{
	static const char *const texts[] = {
	    "一般公共预算财政拨款支出20,000.50万元，增长1.2%。",
	    "“十四五”规划——‘重点’项目……（含PM2.5监测）",
	    "镕喆堃㎡䶮㛃𠅤𬭎𨱇",
	    "Budget (Draft) \\ fiscal AVATAR",
	    "①≥95%；℃×÷±·§°é",
	};

	round_trip(*in, fang, texts, sizeof(texts) / sizeof(*texts));
	round_trip(*in, song, texts, sizeof(texts) / sizeof(*texts));
	round_trip(*in, hei, texts, sizeof(texts) / sizeof(*texts));
}

/* A character that no face has is drawn as a mark and copied as itself. */
static void test_missing_character_copies(void **in)
{
	static const char *const texts[] = {"甲\xF4\x80\x80\x80乙"};

	round_trip(*in, fang, texts, 1);
}

/* So many characters that codes have both bytes and every value of them,
 * brackets and returns included. */
static void test_many_codes(void **in)
{
	struct font_case *state = *in;
	struct sheet *sheet = sheet_new(state->fonts, state->arena);
	struct buf all = {.arena = state->arena};
	struct str pdf;
	uint32_t row;
	uint32_t i;

	sheet_page(sheet, 1);
	for (row = 0; row < 30; row++) {
		struct buf line = {.arena = state->arena};

		for (i = 0; i < 30; i++)
			buf_add_code(&line, 0x4E00 + row * 30 + i);
		buf_add(&all, buf_str(&line));
		buf_add_char(&all, '\n');
		sheet_text(sheet, TAG_ARTIFACT, 40, 50 + 24 * (double)row, song,
			   buf_str(&line));
	}
	pdf = written(state, sheet, archive);
	assert_str(ask(state, pdf, "pdftotext -raw -nopgbrk @ - 2>&1"),
		   str_cstr(buf_str(&all), state->arena));
}

/* Two glyphs that show one character together, as of a ligature taken apart:
 * it is copied once. */
static void test_glyphs_of_one_text(void **in)
{
	struct font_case *state = *in;
	struct sheet *sheet = sheet_new(state->fonts, state->arena);
	struct item *item;
	struct glyph_at *glyphs;

	sheet_page(sheet, 1);
	sheet_text(sheet, TAG_ARTIFACT, 80, 100, fang, STR("甲乙丙"));
	item = &sheet->items[0][0];
	glyphs = ARENA_ARRAY(state->arena, 3, struct glyph_at);
	memcpy(glyphs, item->text.glyphs, 3 * sizeof(*glyphs));
	glyphs[1].from = 0;
	item->text.glyphs = glyphs;
	assert_str(ask(state,
		       written(state, sheet, (struct pdf_options){true, false}),
		       "pdftotext -raw -nopgbrk @ - 2>&1"),
		   "甲丙\n");
}

/* The operators of a page; strings of glyphs are left to the tests above. */
static void test_operators(void **in)
{
	struct font_case *state = *in;
	struct sheet *sheet = sheet_new(state->fonts, state->arena);
	struct str page;

	sheet_page(sheet, 1);
	sheet_text(sheet, TAG_ARTIFACT, 80, 100, fang, STR("张镕生"));
	sheet->items[0][0].text.stroke = EMU_PT(0.35);
	sheet_rule(sheet, 70, 225.25, 500, 225.25);
	sheet_dots(sheet, TAG_ARTIFACT, 100, 140, 300);
	page = ask(state, written(state, sheet, archive),
		   "qpdf --qdf --object-streams=disable @ - 2>&1");
	assert_has(page, "BT\n/Artifact<</Type/Pagination>>BDC\n/F0 16 Tf\n"
			 "0.35 w 2 Tr\n80 741.89 Td\n");
	/* the rare character: another face, not thickened, moved down */
	assert_has(page, "/F1 16 Tf\n0 Tr\n16 0 Td\n-0.78 Ts\n");
	assert_has(page, "/F0 16 Tf\n16 0 Td\n0 Ts\n");
	assert_has(page, "EMC\nET\n/Artifact<</Type/Layout>>BDC\n0.5 w\n"
			 "70 616.64 m 500 616.64 l S\n");
	assert_has(page, "q 1 J 1 w [0 4]0 d 100 541.89 m 141 541.89 l S Q\n");
}

/* ---- a document ---- */

static int add_cell(struct sheet *sheet, enum tag_kind kind, int row, double x,
		    double y, const char *text)
{
	int cell = sheet_tag(sheet, kind, row);

	if (kind == TAG_TH)
		sheet->tags[cell].scope = SCOPE_COLUMN;
	if (text != NULL)
		sheet_text(sheet, cell, x, y, song, str_from(text));
	return cell;
}

/* 金额 spans two columns; the cells below it name their headers. */
static void add_table(struct sheet *sheet, int document)
{
	static int headers[2];
	int table = sheet_tag(sheet, TAG_TABLE, document);
	int head = sheet_tag(sheet, TAG_THEAD, table);
	int row = sheet_tag(sheet, TAG_TR, head);
	int cell;
	int body;

	sheet->tags[add_cell(sheet, TAG_TH, row, 80, 200, "科目")].rowspan = 2;
	headers[0] = add_cell(sheet, TAG_TH, row, 200, 200, "金额");
	sheet->tags[headers[0]].colspan = 2;
	row = sheet_tag(sheet, TAG_TR, head);
	headers[1] = add_cell(sheet, TAG_TH, row, 200, 220, "基本");
	add_cell(sheet, TAG_TH, row, 300, 220, "项目");
	sheet_rule(sheet, 70, 225, 500, 225);
	body = sheet_tag(sheet, TAG_TBODY, table);
	row = sheet_tag(sheet, TAG_TR, body);
	add_cell(sheet, TAG_TD, row, 80, 240, "行政运行");
	cell = add_cell(sheet, TAG_TD, row, 200, 240, "1,234.50");
	sheet->tags[cell].headers = headers;
	sheet->tags[cell].n_headers = 2;
	add_cell(sheet, TAG_TD, row, 300, 240, NULL);
}

static void add_contents(struct sheet *sheet, int document)
{
	int toc = sheet_tag(sheet, TAG_TOC, document);
	int entry = sheet_tag(sheet, TAG_TOCI, toc);
	int reference = sheet_tag(sheet, TAG_REFERENCE, entry);
	int link = sheet_tag(sheet, TAG_LINK, reference);

	sheet_text(sheet, link, 80, 100, fang, STR("一、收支总表"));
	sheet_dots(sheet, TAG_ARTIFACT, 200, 480, 95);
	sheet_text(sheet, link, 490, 100, fang, STR("1"));
	sheet_link(sheet, link, 80, 85, "b1", "一、收支总表");
}

static struct sheet *make_document(struct font_case *state)
{
	struct sheet *sheet = sheet_new(state->fonts, state->arena);
	int document = sheet_tag(sheet, TAG_DOCUMENT, -1);
	int page;

	sheet->pages.title = STR("某县财政局 <2024> & 公开");
	sheet->pages.author = STR("某县财政局");
	sheet->pages.subject = STR("预算公开");
	sheet->pages.keywords = STR("预算,公开");
	sheet->pages.lang = STR("zh-CN");
	sheet->pages.date = STR("2024-02-08");
	sheet_page(sheet, 0);
	add_contents(sheet, document);
	for (page = 1; page <= 2; page++) {
		int heading = sheet_tag(sheet, TAG_H1, document);

		sheet_page(sheet, page);
		sheet_anchor(sheet, page == 1 ? STR("b1") : STR("b2"), 80, page,
			     page == 1 ? STR("收支总表") : STR("说明"));
		sheet_text(sheet, heading, 80, 100, hei,
			   page == 1 ? STR("收支总表") : STR("说明"));
		if (page == 1)
			add_table(sheet, document);
		sheet_text(sheet, TAG_ARTIFACT, 290, 800, fang,
			   page == 1 ? STR("— 1 —") : STR("— 2 —"));
	}
	return sheet;
}

static void test_structure(void **in)
{
	struct font_case *state = *in;
	struct str pdf = written(state, make_document(state), archive);

	assert_str(
	    ask(state, pdf, "pdfinfo -struct-text @ 2>&1 | grep -v Object"),
	    "Document\n"
	    "  TOC\n"
	    "    TOCI\n"
	    "      Reference (inline)\n"
	    "        Link (inline)\n"
	    "          \"一、收支总表\"\n"
	    "          \"1\"\n"
	    "  H1 (block)\n"
	    "    \"收支总表\"\n"
	    "  Table (block)\n"
	    "    THead\n"
	    "      TR\n"
	    "        TH:\n"
	    "           /Scope /Column\n"
	    "           /RowSpan 2\n"
	    "          \"科目\"\n"
	    "        TH <0>:\n"
	    "           /Scope /Column\n"
	    "           /ColSpan 2\n"
	    "          \"金额\"\n"
	    "      TR\n"
	    "        TH <1>:\n"
	    "           /Scope /Column\n"
	    "          \"基本\"\n"
	    "        TH:\n"
	    "           /Scope /Column\n"
	    "          \"项目\"\n"
	    "    TBody\n"
	    "      TR\n"
	    "        TD\n"
	    "          \"行政运行\"\n"
	    "        TD:\n"
	    "           /Headers [(0) (1)]\n"
	    "          \"1,234.50\"\n"
	    "        TD\n"
	    "  H1 (block)\n"
	    "    \"说明\"\n");
}

static void test_info(void **in)
{
	struct font_case *state = *in;
	struct str pdf = written(state, make_document(state), archive);
	struct str info = ask(state, pdf, "TZ=UTC pdfinfo -isodates @ 2>&1");

	assert_has(info, "某县财政局 <2024> & 公开\n");
	assert_has(info, "2024-02-08T00:00:00+08");
	assert_has(info, "Tagged:          yes\n");
	assert_has(info, "Pages:           3\n");
	assert_has(info, "(A4)\n");
	assert_has(info, "PDF version:     1.7\n");
	assert_has(ask(state, pdf, "pdfinfo -meta @ 2>&1"),
		   "某县财政局 &lt;2024&gt; &amp; 公开</rdf:li>");
}

/* Uncounted pages in Roman numbers, the others as they are printed; where the
 * outline and the link lead, qpdf shows. */
static void test_navigation(void **in)
{
	struct font_case *state = *in;
	struct str pdf = written(state, make_document(state), archive);
	struct str objects =
	    ask(state, pdf, "qpdf --json @ 2>&1 | tr -d ' \\n'");

	assert_has(objects, "\"label\":{\"/S\":\"/r\",\"/St\":1}");
	assert_has(objects, "\"index\":1,\"label\":{\"/S\":\"/D\",\"/St\":1}");
	assert_has(objects, "\"destpageposfrom1\":2,"
			    "\"kids\":[{");
	assert_has(objects, "\"title\":\"说明\"");
	assert_has(objects, "\"/Contents\":\"u:一、收支总表\"");
}

static void test_same_bytes(void **in)
{
	struct font_case *state = *in;
	struct str one = written(state, make_document(state), archive);
	struct str two = written(state, make_document(state), archive);

	assert_true(str_equal(one, two));
}

static void test_dead_link_is_reported(void **in)
{
	struct font_case *state = *in;
	struct sheet *sheet = sheet_new(state->fonts, state->arena);
	struct diag_sink *sink = diag_open(state->arena);
	struct str pdf;

	sheet_page(sheet, 1);
	sheet_link(sheet, TAG_ARTIFACT, 0, 0, "nowhere", "表一");
	assert_true(pdf_write(sheet_pages(sheet), state->fonts, archive,
			      state->arena, sink, &pdf));
	assert_int_equal(sink->n, 1);
	assert_string_equal(sink->list[0].kind->id, "PDF-LINK");
}

static void test_no_pages(void **in)
{
	struct font_case *state = *in;
	struct sheet *sheet = sheet_new(state->fonts, state->arena);
	struct diag_sink *sink = diag_open(state->arena);
	struct str pdf;

	assert_false(pdf_write(sheet_pages(sheet), state->fonts, archive,
			       state->arena, sink, &pdf));
	assert_string_equal(sink->list[0].kind->id, "PDF-PAGES");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_text_comes_back),
	    cmocka_unit_test(test_missing_character_copies),
	    cmocka_unit_test(test_many_codes),
	    cmocka_unit_test(test_glyphs_of_one_text),
	    cmocka_unit_test(test_operators),
	    cmocka_unit_test(test_structure),
	    cmocka_unit_test(test_info),
	    cmocka_unit_test(test_navigation),
	    cmocka_unit_test(test_same_bytes),
	    cmocka_unit_test(test_dead_link_is_reported),
	    cmocka_unit_test(test_no_pages),
	};

	return cmocka_run_group_tests(tests, font_case_open, font_case_close);
}
