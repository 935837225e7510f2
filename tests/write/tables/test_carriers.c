/* SPDX-License-Identifier: MIT */
/* A set of data written in each carrier and read again: every cell as it was,
 * or a message that says what the carrier cannot hold. */
#include <string.h>
#include <zip.h>

#include "base/file.h"
#include "cmocka_all.h"
#include "read/folder_of.h"
#include "read/read.h"
#include "write/tables/dataset.h"
#include "write/tables/tables.h"

/* Reads the test's folder as a dataset. */
static struct dataset read_folder(struct folder_test *test)
{
	struct dataset dataset;

	assert_true(folder_test_read(test, NULL));
	assert_int_equal(folder_test_count(test, NULL), 0);
	assert_true(
	    dataset_of(&dataset, &test->sheets, test->arena, test->sink));
	return dataset;
}

static struct dataset read_file(struct folder_test *test, struct str path)
{
	struct sheets sheets = {.arena = test->arena};
	struct dataset dataset;

	assert_true(read_input(&sheets, path, test->sink));
	assert_true(dataset_of(&dataset, &sheets, test->arena, test->sink));
	return dataset;
}

/* Writes a dataset in one carrier and reads it again. */
typedef struct dataset carry_fn(struct folder_test *test,
				const struct dataset *dataset);

static struct dataset carry_workbook(struct folder_test *test,
				     const struct dataset *dataset)
{
	struct str path = file_join(test->path, STR("b.xlsx"), test->arena);
	struct str bytes;

	assert_true(tables_workbook(dataset, test->arena, test->sink, &bytes));
	assert_true(file_write(path, bytes, test->sink));
	return read_file(test, path);
}

static struct dataset carry_xml(struct folder_test *test,
				const struct dataset *dataset)
{
	struct str path = file_join(test->path, STR("b.xml"), test->arena);
	struct str bytes;

	assert_true(tables_xml(dataset, test->arena, test->sink, &bytes));
	assert_true(file_write(path, bytes, test->sink));
	return read_file(test, path);
}

static struct dataset carry_folder(struct folder_test *test,
				   const struct dataset *dataset)
{
	struct str path = file_join(test->path, STR("b"), test->arena);

	assert_true(tables_folder(dataset, path, test->arena, test->sink));
	return read_file(test, path);
}

static carry_fn *const carriers[] = {carry_workbook, carry_xml, carry_folder};
#define N_CARRIERS (sizeof(carriers) / sizeof(carriers[0]))

static void assert_same(const struct dataset *got, const struct dataset *want)
{
	size_t t;
	size_t i;
	size_t k;

	assert_int_equal(got->n, want->n);
	for (t = 0; t < want->n; t++) {
		const struct data_table *a = &got->list[t];
		const struct data_table *b = &want->list[t];

		assert_true(str_equal(a->name, b->name));
		assert_int_equal(a->n_columns, b->n_columns);
		assert_int_equal(a->n_rows, b->n_rows);
		for (k = 0; k < b->n_columns; k++)
			assert_true(str_equal(a->columns[k].heading,
					      b->columns[k].heading));
		for (i = 0; i < b->n_rows; i++)
			for (k = 0; k < b->n_columns; k++)
				assert_true(str_equal(a->rows[i][k].text,
						      b->rows[i][k].text));
	}
}

/* The file, alone in a folder, in each carrier and back. */
static void assert_carried(const char *name, struct str text)
{
	size_t i;

	for (i = 0; i < N_CARRIERS; i++) {
		struct folder_test *test = folder_test_open();
		struct dataset want;
		struct dataset got;

		folder_test_put(test, name, text);
		want = read_folder(test);
		got = carriers[i](test, &want);
		assert_same(&got, &want);
		assert_int_equal(folder_test_count(test, NULL), 0);
		folder_test_close(test);
	}
}

static void cells_are_carried_as_they_stand(void **state)
{
	static const struct {
		const char *name, *text;
	} cases[] = {
	    /* Codes with zeros in front, and long ones. */
	    {"单位.csv", "单位代码,区划代码\n001,001001\n201001,130303\n"},
	    {"支出.csv", "项目代码\n13030324P00397010048U\n1303032400397010\n"},
	    /* Amounts as people type them. */
	    {"支出.csv", "单位代码,金额（元）\n1,3745080\n1,\"3,745,080.50\"\n"
			 "1,28000.00\n1,447.41\n1,0\n1,-0\n1,0.10\n1,-5.5\n"
			 "1,99999999999999.99\n1,１２\n1,0.000001\n1,1e5\n"},
	    {"项目.csv", "项目代码,预算数（万元）,3月底（%）,6月底（万元）\n"
			 "1,2.8,50%,0.7\n2,2.80,0.5,1\n"},
	    /* Line ends, quotes, blanks, separators. */
	    {"部门绩效.csv", "类别,绩效目标\na,\"一\n二\n\n三\"\n"
			     "b,\"说\"\"是\"\",;\"\nc,\"  前后  \"\n"},
	    {"备注.csv", "内容\n\"a;b;c\"\n=1+1\n"},
	    /* What looks like escapes of XML and of workbooks. */
	    {"备注.csv", "内容,二\n<a>&amp;,x\n_x0041_,]]>\n_x005F_,𠮷\n"},
	    /* Columns of no known name, twice the same, and without cells. */
	    {"支出.csv", "备 注（1）,3月底,空\na,b,\nc,,\n"},
	    /* Only headings. */
	    {"支出.csv", "单位代码,金额（元）\n"},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_carried(cases[i].name, str_from(cases[i].text));
}

/* Has a cell of the workbook a part in bold? */
static bool has_bold_run(const struct folder_test *test)
{
	const char *path = str_cstr(
	    file_join(test->path, STR("b.xlsx"), test->arena), test->arena);
	zip_t *zip = zip_open(path, ZIP_RDONLY, NULL);
	char *text = arena_alloc(test->arena, 100000);
	zip_file_t *file;

	assert_non_null(zip);
	file = zip_fopen(zip, "xl/sharedStrings.xml", 0);
	assert_non_null(file);
	assert_true(zip_fread(file, text, 99999) > 0);
	zip_fclose(file);
	zip_discard(zip);
	return strstr(text, "<b/>") != NULL;
}

/* A text with marks is bold in a workbook where reading gives it again. */
static void marks_become_bold_where_that_gives_them_again(void **state)
{
	static const struct {
		const char *text;
		bool bold;
	} cases[] = {
	    {"**一、职责：**负责档案。\n**二、**其他", true},
	    {"前**中**后", true},
	    {"**a****b**c", true},
	    {"说**一\n二**句", false},
	    {"一个**不成对", false},
	    {"空的****不算", false},
	    {"全**  **空", false},
	    {"**全是粗的**", false},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct folder_test *test = folder_test_open();
		struct dataset want;
		struct dataset got;

		folder_test_put(test, "说明/201/部门职责.md",
				str_from(cases[i].text));
		want = read_folder(test);
		got = carry_workbook(test, &want);
		assert_same(&got, &want);
		assert_int_equal(has_bold_run(test), cases[i].bold);
		/* In other tables marks are words. */
		want.list[0].name = STR("文字");
		got = carry_workbook(test, &want);
		assert_same(&got, &want);
		assert_false(has_bold_run(test));
		folder_test_close(test);
	}
}

/* A mark of byte order is a name for XML, but none for people. */
static void a_table_without_headings_is_none(void **state)
{
	static const struct sheet_column columns[] = {
	    {STR_INIT("\xEF\xBB\xBF"), 1}};
	struct sheet_cell cell = {.text = STR("1")};
	struct sheet_row row = {.cells = &cell, .line = 2};
	struct folder_test *test = folder_test_open();
	struct dataset dataset;

	(void)state;
	sheets_add(&test->sheets, &(struct sheet){.name = STR("支出"),
						  .columns = columns,
						  .n_columns = 1,
						  .rows = &row,
						  .n_rows = 1});
	assert_true(
	    dataset_of(&dataset, &test->sheets, test->arena, test->sink));
	assert_int_equal(dataset.n, 0);
	assert_int_equal(folder_test_count(test, "TABLES-NAMELESS"), 1);
	folder_test_close(test);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_table_without_headings_is_none),
	    cmocka_unit_test(cells_are_carried_as_they_stand),
	    cmocka_unit_test(marks_become_bold_where_that_gives_them_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
