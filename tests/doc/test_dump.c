/* SPDX-License-Identifier: MIT */
/* A doc with every field set goes through the file and comes back. */
#include "doc/dump.h"

#include "base/file.h"
#include "cmocka_all.h"
#include "doc/doc.h"
#include "doc_case.h"

#define TYPE(n)                                                                \
	{                                                                      \
		.role = (enum role)((n) % N_ROLES), .size = 1000 + (n),        \
		.bold = true, .stroke = 2000 + (n), .own_latin = true          \
	}

static const struct para_style para_styles[] = {
    {.name = STR_INIT("plain")},
    {.name = STR_INIT("full"),
     .word_name = STR_INIT("heading 1"),
     .type = TYPE(1),
     .strong = TYPE(2),
     .pitch = EMU_PT(28),
     .align = ALIGN_JUSTIFY,
     .indent_first = -5,
     .indent_left = 6,
     .indent_right = 7,
     .space_before = 8,
     .space_after = 9,
     .keep_next = true,
     .keep_lines = true,
     .grid = true,
     .han_latin_gap = 10,
     .han_latin_least = 11,
     .leader_dot = 12,
     .leader_step = 13},
};

static const struct page_style page_styles[] = {
    {.name = STR_INIT("paper"),
     .width = 1,
     .height = 2,
     .top = 3,
     .bottom = 4,
     .left = 5,
     .right = 6,
     .grid = 7,
     .number_place = NUMBER_CENTER,
     .number_type = TYPE(3),
     .number_foot = 8,
     .number_inset = 9,
     .number_format = STR_INIT("— {n} —")},
};

static const struct table_style table_styles[] = {
    {.name = STR_INIT("table"),
     .word_name = STR_INIT("公开表"),
     .body = TYPE(4),
     .head = TYPE(5),
     .total = TYPE(6),
     .index_scale = 1,
     .size_portrait = 2,
     .size_landscape = 3,
     .size_least = 4,
     .size_step = 5,
     .wide_columns = 6,
     .size_least_wide = 7,
     .line_advance = 8,
     .head_advance = 9,
     .row_least = 10,
     .row_floor = 11,
     .row_most = 12,
     .head_row = {13, 14, 15},
     .head_most = 34,
     .index_row = 16,
     .blank_row = 17,
     .inset = 18,
     .pad = 19,
     .pad_many = 20,
     .pad_head = 21,
     .frame = 22,
     .inside = 23,
     .heavy = 24,
     .unit_gap = 25,
     .note_gap = 26,
     .note_step = 27,
     .amount_least = 28,
     .level_indent = {29, 30, 31, 32},
     .center_amounts = true,
     .spread_heads = true,
     .fixed = true,
     .grid = true,
     .whole = true,
     .between = 33},
};

static const struct run runs[] = {
    {.text = STR_INIT(" 一&<b> ")},
    {.text = STR_INIT("二")},
    {.text = STR_INIT("三"), .strong = true},
    {.text = STR_INIT("四"), .select = STR_INIT("table[x=\"1\"]")},
    {.text = STR_INIT("五")},
    {.strong = true},
};
#define TEXT(from, n)                                                          \
	{                                                                      \
		runs + (from), (n)                                             \
	}

static const struct text one_para[] = {TEXT(1, 1)};
static const struct text bare_para[] = {{NULL, 0}};
static const struct text two_paras[] = {TEXT(0, 2), TEXT(2, 4)};

static const struct cell cells[] = {
    {.column = 0,
     .colspan = 2,
     .rowspan = 2,
     .role = CELL_ROW_HEAD,
     .align = ALIGN_RIGHT,
     .label = true,
     .level = 3,
     .paras = one_para,
     .n_paras = 1,
     .select = STR_INIT("cell")},
    {.column = 2, .colspan = 1, .rowspan = 1},
    {.column = 900, .colspan = 9999, .rowspan = 9999},
};
static const struct cell more_cells[] = {
    {.column = 2, .colspan = 1, .rowspan = 1, .paras = two_paras, .n_paras = 2},
    {.column = 0,
     .colspan = -1,
     .rowspan = 0,
     .paras = bare_para,
     .n_paras = 1},
};

static const struct table_row rows[] = {
    {.kind = ROW_SUBHEAD,
     .cells = cells,
     .n_cells = 3,
     .keep_next = true,
     .heavy_above = true,
     .levels = 4,
     .select = STR_INIT("row")},
    {.kind = ROW_BODY, .cells = more_cells, .n_cells = 2},
    {.kind = ROW_HEAD},
};

static const struct table_column columns[] = {
    {.name = STR_INIT("a"),
     .kind = COLUMN_TEXT,
     .siblings = 1,
     .width = 2,
     .least = 3,
     .most = 4,
     .weight = 5,
     .heavy_left = true,
     .select = STR_INIT("column")},
    {.kind = COLUMN_SEQ},
    {.kind = COLUMN_AMOUNT},
};

static const struct contents_group groups[] = {
    {.title = TEXT(2, 1), .title_style = 1, .entry_style = {1, 1}},
    {.title_style = 0},
};

static const struct block blocks[] = {
    {.id = STR_INIT("p"),
     .kind = BLOCK_PARAGRAPH,
     .start = START_ODD,
     .keep_next = true,
     .origin = {.place = {.file = STR_INIT("f.xlsx"),
			  .sheet = STR_INIT("s"),
			  .column = STR_INIT("c"),
			  .line = 2000000,
			  .record = 2,
			  .column_no = 3,
			  .column_is_char = true},
		.slot = STR_INIT("部门职责")},
     .paragraph = {.style = 1,
		   .text = TEXT(0, 6),
		   .outline = 2,
		   .contents_group = 0,
		   .contents_level = 2}},
    {.id = STR_INIT("q"),
     .kind = BLOCK_PARAGRAPH,
     .paragraph = {.contents_group = -1}},
    {.id = STR_INIT("t"),
     .kind = BLOCK_TABLE,
     .start = START_PAGE,
     .table = {.type = STR_INIT("type"),
	       .style = 0,
	       .unit_line = {TEXT(0, 1), {NULL, 0}, TEXT(1, 1)},
	       .has_unit_line = true,
	       .columns = columns,
	       .n_columns = 3,
	       .rows = rows,
	       .n_rows = 3,
	       .levels = 3,
	       .notes = two_paras,
	       .n_notes = 2,
	       .note_style = 1,
	       .orientation = TABLE_LANDSCAPE}},
    {.id = STR_INIT("c"),
     .kind = BLOCK_CONTENTS,
     .contents = {.groups = groups, .n_groups = 2}},
};

static const struct section sections[] = {
    {.id = STR_INIT("s"),
     .counted = true,
     .shown = true,
     .restart = 5,
     .blocks = blocks,
     .n_blocks = 4},
    {.id = STR_INIT("empty")},
};

static const struct term terms[] = {
    {.word = STR_INIT("收入总计"), .select = STR_INIT("income")}};

static const struct doc full = {
    .title = STR_INIT("标题"),
    .author = STR_INIT("单位"),
    .subject = STR_INIT("主题"),
    .keywords = STR_INIT("预算 公开"),
    .lang = STR_INIT("zh-CN"),
    .date = STR_INIT("2024-02-08"),
    .template_id = STR_INIT("hebei"),
    .unit = STR_INIT("201"),
    .year = STR_INIT("2024"),
    .para_styles = para_styles,
    .n_para_styles = 2,
    .table_styles = table_styles,
    .n_table_styles = 1,
    .page_styles = page_styles,
    .n_page_styles = 1,
    .sections = sections,
    .n_sections = 2,
    .terms = terms,
    .n_terms = 1,
};

#define SAME(a, b, member)     assert_int_equal((a)->member, (b)->member)
#define SAME_STR(a, b, member) assert_true(str_equal((a)->member, (b)->member))

static void same_type(const struct type *a, const struct type *b)
{
	SAME(a, b, role);
	SAME(a, b, size);
	SAME(a, b, bold);
	SAME(a, b, stroke);
	SAME(a, b, own_latin);
}

static void same_para_style(const struct para_style *a,
			    const struct para_style *b)
{
	SAME_STR(a, b, name);
	SAME_STR(a, b, word_name);
	same_type(&a->type, &b->type);
	same_type(&a->strong, &b->strong);
	SAME(a, b, pitch);
	SAME(a, b, align);
	SAME(a, b, indent_first);
	SAME(a, b, indent_left);
	SAME(a, b, indent_right);
	SAME(a, b, space_before);
	SAME(a, b, space_after);
	SAME(a, b, keep_next);
	SAME(a, b, keep_lines);
	SAME(a, b, grid);
	SAME(a, b, han_latin_gap);
	SAME(a, b, han_latin_least);
	SAME(a, b, leader_dot);
	SAME(a, b, leader_step);
}

static void same_page_style(const struct page_style *a,
			    const struct page_style *b)
{
	SAME_STR(a, b, name);
	SAME(a, b, width);
	SAME(a, b, height);
	SAME(a, b, top);
	SAME(a, b, bottom);
	SAME(a, b, left);
	SAME(a, b, right);
	SAME(a, b, grid);
	SAME(a, b, number_place);
	same_type(&a->number_type, &b->number_type);
	SAME(a, b, number_foot);
	SAME(a, b, number_inset);
	SAME_STR(a, b, number_format);
}

static void same_table_style(const struct table_style *a,
			     const struct table_style *b)
{
	SAME_STR(a, b, name);
	SAME_STR(a, b, word_name);
	same_type(&a->body, &b->body);
	same_type(&a->head, &b->head);
	same_type(&a->total, &b->total);
	SAME(a, b, index_scale);
	SAME(a, b, size_portrait);
	SAME(a, b, size_landscape);
	SAME(a, b, size_least);
	SAME(a, b, size_step);
	SAME(a, b, wide_columns);
	SAME(a, b, size_least_wide);
	SAME(a, b, line_advance);
	SAME(a, b, head_advance);
	SAME(a, b, row_least);
	SAME(a, b, row_floor);
	SAME(a, b, row_most);
	SAME(a, b, head_most);
	SAME(a, b, index_row);
	SAME(a, b, blank_row);
	SAME(a, b, inset);
	SAME(a, b, pad);
	SAME(a, b, pad_many);
	SAME(a, b, pad_head);
	SAME(a, b, frame);
	SAME(a, b, inside);
	SAME(a, b, heavy);
	SAME(a, b, unit_gap);
	SAME(a, b, note_gap);
	SAME(a, b, note_step);
	SAME(a, b, amount_least);
	SAME(a, b, center_amounts);
	SAME(a, b, spread_heads);
	SAME(a, b, fixed);
	SAME(a, b, grid);
	SAME(a, b, whole);
	SAME(a, b, between);
	assert_memory_equal(a->head_row, b->head_row, sizeof(a->head_row));
	assert_memory_equal(a->level_indent, b->level_indent,
			    sizeof(a->level_indent));
}

static void same_text(struct text a, struct text b)
{
	assert_int_equal(a.n_runs, b.n_runs);
	for (size_t i = 0; i < a.n_runs; i++) {
		SAME_STR(&a.runs[i], &b.runs[i], text);
		SAME(&a.runs[i], &b.runs[i], strong);
		SAME_STR(&a.runs[i], &b.runs[i], select);
	}
}

static void same_cell(const struct cell *a, const struct cell *b)
{
	SAME(a, b, column);
	SAME(a, b, colspan);
	SAME(a, b, rowspan);
	SAME(a, b, role);
	SAME(a, b, align);
	SAME(a, b, label);
	SAME(a, b, level);
	SAME_STR(a, b, select);
	SAME(a, b, n_paras);
	for (size_t i = 0; i < a->n_paras; i++)
		same_text(a->paras[i], b->paras[i]);
}

static void same_row(const struct table_row *a, const struct table_row *b)
{
	SAME(a, b, kind);
	SAME(a, b, keep_next);
	SAME(a, b, heavy_above);
	SAME(a, b, levels);
	SAME_STR(a, b, select);
	SAME(a, b, n_cells);
	for (size_t i = 0; i < a->n_cells; i++)
		same_cell(&a->cells[i], &b->cells[i]);
}

static void same_column(const struct table_column *a,
			const struct table_column *b)
{
	SAME_STR(a, b, name);
	SAME(a, b, kind);
	SAME(a, b, siblings);
	SAME(a, b, width);
	SAME(a, b, least);
	SAME(a, b, most);
	SAME(a, b, weight);
	SAME(a, b, heavy_left);
	SAME_STR(a, b, select);
}

static void same_table(const struct table *a, const struct table *b)
{
	SAME_STR(a, b, type);
	SAME(a, b, style);
	SAME(a, b, has_unit_line);
	for (int i = 0; i < 3; i++)
		same_text(a->unit_line[i], b->unit_line[i]);
	SAME(a, b, n_columns);
	for (size_t i = 0; i < a->n_columns; i++)
		same_column(&a->columns[i], &b->columns[i]);
	SAME(a, b, n_rows);
	for (size_t i = 0; i < a->n_rows; i++)
		same_row(&a->rows[i], &b->rows[i]);
	SAME(a, b, levels);
	SAME(a, b, n_notes);
	for (size_t i = 0; i < a->n_notes; i++)
		same_text(a->notes[i], b->notes[i]);
	SAME(a, b, note_style);
	SAME(a, b, orientation);
}

static void same_paragraph(const struct paragraph *a, const struct paragraph *b)
{
	SAME(a, b, style);
	same_text(a->text, b->text);
	SAME(a, b, outline);
	SAME(a, b, contents_group);
	SAME(a, b, contents_level);
}

static void same_contents(const struct contents *a, const struct contents *b)
{
	SAME(a, b, n_groups);
	for (size_t i = 0; i < a->n_groups; i++) {
		same_text(a->groups[i].title, b->groups[i].title);
		SAME(a, b, groups[i].title_style);
		SAME(a, b, groups[i].entry_style[0]);
		SAME(a, b, groups[i].entry_style[1]);
	}
}

static void same_block(const struct block *a, const struct block *b)
{
	SAME_STR(a, b, id);
	SAME(a, b, kind);
	SAME(a, b, start);
	SAME(a, b, keep_next);
	SAME_STR(a, b, origin.slot);
	SAME_STR(a, b, origin.place.file);
	SAME_STR(a, b, origin.place.sheet);
	SAME_STR(a, b, origin.place.column);
	SAME(a, b, origin.place.line);
	SAME(a, b, origin.place.record);
	SAME(a, b, origin.place.column_no);
	SAME(a, b, origin.place.column_is_char);
	if (a->kind == BLOCK_PARAGRAPH)
		same_paragraph(&a->paragraph, &b->paragraph);
	else if (a->kind == BLOCK_TABLE)
		same_table(&a->table, &b->table);
	else
		same_contents(&a->contents, &b->contents);
}

static void same_section(const struct section *a, const struct section *b)
{
	SAME_STR(a, b, id);
	SAME(a, b, page_style);
	SAME(a, b, counted);
	SAME(a, b, shown);
	SAME(a, b, restart);
	SAME(a, b, n_blocks);
	for (size_t i = 0; i < a->n_blocks; i++)
		same_block(&a->blocks[i], &b->blocks[i]);
}

static void same_properties(const struct doc *a, const struct doc *b)
{
	SAME_STR(a, b, title);
	SAME_STR(a, b, author);
	SAME_STR(a, b, subject);
	SAME_STR(a, b, keywords);
	SAME_STR(a, b, lang);
	SAME_STR(a, b, date);
	SAME_STR(a, b, template_id);
	SAME_STR(a, b, unit);
	SAME_STR(a, b, year);
	SAME(a, b, n_terms);
	SAME_STR(a, b, terms[0].word);
	SAME_STR(a, b, terms[0].select);
}

static struct doc *read_text(struct doc_case *f, const char *xml)
{
	return doc_read(str_from(xml), STR("x.doc.xml"), f->arena, f->sink);
}

static void every_field_travels(void **state)
{
	struct doc_case *f = *state;
	struct str xml = doc_dump(&full, f->arena);
	struct doc *back = doc_read(xml, STR("x.doc.xml"), f->arena, f->sink);

	assert_non_null(back);
	same_properties(&full, back);
	SAME(&full, back, n_para_styles);
	for (size_t i = 0; i < full.n_para_styles; i++)
		same_para_style(&para_styles[i], &back->para_styles[i]);
	SAME(&full, back, n_page_styles);
	same_page_style(&page_styles[0], &back->page_styles[0]);
	SAME(&full, back, n_table_styles);
	same_table_style(&table_styles[0], &back->table_styles[0]);
	SAME(&full, back, n_sections);
	for (size_t i = 0; i < full.n_sections; i++)
		same_section(&sections[i], &back->sections[i]);
	assert_int_equal(f->sink->n, 0);
}

static void the_dump_of_what_was_read_is_the_same(void **state)
{
	struct doc_case *f = *state;
	struct str xml = doc_dump(&full, f->arena);
	struct doc *back = doc_read(xml, STR("x.doc.xml"), f->arena, f->sink);

	assert_non_null(back);
	assert_true(str_equal(doc_dump(back, f->arena), xml));
}

static void cells_take_the_next_free_place(void **state)
{
	struct doc_case *f = *state;
	const struct table *table;
	struct doc *doc = read_text(
	    f, "<doc><styles><table name='t'/></styles><section id='s'>"
	       "<table id='t' style='t'><column/><column/><column/><row>"
	       "<cell rowspan='2'>a</cell><cell colspan='2'>b</cell></row>"
	       "<row><cell>c</cell><cell>d</cell></row></table>"
	       "</section></doc>");

	/* No page style is named: the section has the first, if there is one.
	 */
	assert_non_null(doc);
	table = &doc->sections[0].blocks[0].table;
	assert_int_equal(table->rows[0].cells[1].column, 1);
	assert_int_equal(table->rows[1].cells[0].column, 1);
	assert_int_equal(table->rows[1].cells[1].column, 2);
}

static void line_breaks_of_the_file_are_not_text(void **state)
{
	struct doc_case *f = *state;
	const struct text *text;
	struct doc *doc = read_text(
	    f, "<doc><section id='s'><p id='p'>\n\t\t预算 2024\n\t\t年"
	       "<!-- aside -->公开<r strong='yes'>\n 总 <![CDATA[计<]]></r>"
	       "\n\t</p></section></doc>");

	assert_non_null(doc);
	text = &doc->sections[0].blocks[0].paragraph.text;
	assert_int_equal(text->n_runs, 2);
	assert_str(text->runs[0].text, "预算 2024年公开");
	assert_str(text->runs[1].text, "总 计<");
}

/* A bad file, the message it must give and its line. */
static void reports_what_is_wrong(void **state)
{
	static const struct {
		const char *xml, *id;
		int line;
	} cases[] = {
	    {"", "DOC-XML", 1},
	    {"<doc>\n<p>", "DOC-XML", 2},
	    {"<doc/>\n<doc/>", "DOC-XML", 2},
	    {"<doc>\xFF</doc>", "DOC-XML", 1},
	    {"<!DOCTYPE doc [<!ENTITY a 'b'>]>\n<doc>&a;</doc>", "DOC-TYPE", 2},
	    {"<budget/>", "DOC-ROOT", 1},
	    {"<doc xmlns='urn:x'/>", "DOC-ROOT", 1},
	    {"<doc>\n\n<para/></doc>", "DOC-ELEMENT", 3},
	    {"<doc>\nwords</doc>", "DOC-TEXT", 2},
	    {"<doc tilte='x'/>", "DOC-ATTRIBUTE", 1},
	    {"<doc>\n<section/></doc>", "DOC-NEEDED", 2},
	    {"<doc>\n<section id='s' page-style='x'/></doc>", "DOC-STYLE", 2},
	    {"<doc>\n<section id='s' counted='maybe'/></doc>", "DOC-VALUE", 2},
	    {"<doc>\n<section id='s' restart='1x'/></doc>", "DOC-VALUE", 2},
	    {"<doc>\n<section id='s' restart='2147483648'/></doc>", "DOC-VALUE",
	     2},
	    {"<doc>\n<section id='s' restart=''/></doc>", "DOC-VALUE", 2},
	    {"<doc>\n<section id='s' restart='10001'/></doc>", "DOC-VALUE", 2},
	    {"<doc>\n<styles><page name='x' width='2001mm'/></styles></doc>",
	     "DOC-VALUE", 2},
	    {"<doc>\n<styles><page name='x' top='-2001mm'/></styles></doc>",
	     "DOC-VALUE", 2},
	    {"<doc><section id='s'>\n<p id='p' start='never'/></section></doc>",
	     "DOC-VALUE", 2},
	    {"<doc><styles>\n<table name='t' head-row='1pt 2pt'/></styles>"
	     "</doc>",
	     "DOC-VALUE", 2},
	    {"<doc><section id='s'><p id='p'/>\n<table id='p'/></section></doc>",
	     "DOC-ID", 2},
	    {"<doc><section id='s'/>\n<section id='s'/></doc>", "DOC-ID", 2},
	    {"<doc><section id='s'><table id='t'><row>\n<cell><p>a</p>\nb</cell>"
	     "</row></table></section></doc>",
	     "DOC-TEXT", 3},
	    {"<doc><section id='s'><p id='p'>\n<b>a</b></p></section></doc>",
	     "DOC-ELEMENT", 2},
	};
	struct doc_case *f = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		f->sink = diag_open(f->arena);
		if (read_text(f, cases[i].xml) != NULL || f->sink->n != 1)
			fail_msg("case %zu: %zu messages", i, f->sink->n);
		assert_str(str_from(f->sink->list[0].kind->id), cases[i].id);
		if (f->sink->list[0].place.line != cases[i].line)
			fail_msg("case %zu: line %d", i,
				 (int)f->sink->list[0].place.line);
		assert_str(f->sink->list[0].place.file, "x.doc.xml");
	}
}

static void a_whole_document_stays_the_same(void **state)
{
	struct doc_case *f = *state;
	struct str path = STR("tests/golden/report/doc.xml");
	struct str xml;
	struct str again;
	struct doc *doc;

	assert_true(file_read(path, 1 << 20, f->arena, f->sink, &xml));
	doc = doc_read(xml, path, f->arena, f->sink);
	assert_non_null(doc);
	assert_int_equal(doc->n_sections, 9);
	xml = doc_dump(doc, f->arena);
	doc = doc_read(xml, STR("again"), f->arena, f->sink);
	assert_non_null(doc);
	again = doc_dump(doc, f->arena);
	assert_true(str_equal(xml, again));
	assert_int_equal(f->sink->n, 0);
}

/* libxml2 would compare each with each. */
static void bounds_the_attributes(void **state)
{
	struct doc_case *f = *state;
	struct buf xml = {.arena = f->arena};

	buf_add_cstr(&xml, "<doc");
	for (int i = 0; i < 100000; i++)
		buf_format(&xml, " a%d=''", i);
	buf_add_cstr(&xml, "/>");
	assert_null(doc_read(buf_str(&xml), STR("wide"), f->arena, f->sink));
	assert_int_equal(f->sink->n, 1);
	assert_str(str_from(f->sink->list[0].kind->id), "DOC-XML");
}

static void bounds_the_depth(void **state)
{
	struct doc_case *f = *state;
	struct buf xml = {.arena = f->arena};

	for (int i = 0; i < 100000; i++)
		buf_add_cstr(&xml, "<doc>");
	assert_null(doc_read(buf_str(&xml), STR("deep"), f->arena, f->sink));
	assert_int_equal(f->sink->n, 1);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, doc_case_open, doc_case_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(every_field_travels),
	    TEST(the_dump_of_what_was_read_is_the_same),
	    TEST(cells_take_the_next_free_place),
	    TEST(line_breaks_of_the_file_are_not_text),
	    TEST(reports_what_is_wrong),
	    TEST(a_whole_document_stays_the_same),
	    TEST(bounds_the_attributes),
	    TEST(bounds_the_depth),
	};

	return cmocka_run_group_tests_name("dump", tests, NULL, NULL);
}
