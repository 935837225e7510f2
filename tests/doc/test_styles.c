/* SPDX-License-Identifier: MIT */
/* Styles in files: the project's own, references, changes. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "cmocka_all.h"
#include "doc/doc.h"
#include "doc/dump.h"

#define BASE_STYLES "templates/base/styles.xml"

struct fixture {
	struct arena *arena;
	struct diag_sink *sink;
	struct doc doc;
	char folder[32];
};

static int setup(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));

	f->arena = arena_open();
	f->sink = diag_open(f->arena);
	strcpy(f->folder, "/tmp/gongkai-styles-XXXXXX");
	assert_non_null(mkdtemp(f->folder));
	*state = f;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *f = *state;

	unlink(str_cstr(str_format(f->arena, "%s/a.xml", f->folder), f->arena));
	unlink(str_cstr(str_format(f->arena, "%s/b.xml", f->folder), f->arena));
	rmdir(f->folder);
	arena_close(f->arena);
	free(f);
	return 0;
}

static struct str path_of(struct fixture *f, const char *name)
{
	return str_format(f->arena, "%s/%s", f->folder, name);
}

static void put(struct fixture *f, const char *name, const char *styles)
{
	assert_true(file_write(path_of(f, name), str_from(styles), f->sink));
}

static const struct para_style *para(const struct doc *doc, const char *name)
{
	for (size_t i = 0; i < doc->n_para_styles; i++)
		if (str_is(doc->para_styles[i].name, name))
			return &doc->para_styles[i];
	fail_msg("no style %s", name);
	return NULL;
}

static void reads_the_base_styles(void **state)
{
	struct fixture *f = *state;

	assert_true(styles_read(&f->doc, STR(BASE_STYLES), f->arena, f->sink));
	assert_int_equal(f->sink->n, 0);
	assert_int_equal(para(&f->doc, "body")->pitch, EMU_PT(28));
	assert_int_equal(para(&f->doc, "heading3")->type.role, ROLE_FANG);
	assert_int_equal(para(&f->doc, "heading3")->type.stroke, EMU_PT(0.35));
	assert_int_equal(para(&f->doc, "heading3")->type.size, EMU_PT(16));
	assert_int_equal(para(&f->doc, "heading2")->indent_first, EMU_PT(32));
	/* The measure holds 28 whole characters. */
	assert_str(f->doc.page_styles[0].name, "text");
	assert_int_equal(f->doc.page_styles[0].width -
			     f->doc.page_styles[0].left -
			     f->doc.page_styles[0].right,
			 28 * EMU_PT(16));
	assert_int_equal(f->doc.table_styles[0].head_row[2], EMU_MM(15.5));
	assert_int_equal(f->doc.table_styles[0].level_indent[3], 800);
}

static void a_later_file_changes_single_values(void **state)
{
	struct fixture *f = *state;

	put(f, "a.xml",
	    "<styles><para name='x' pitch='10pt' align='left'>"
	    "<type role='kai' size='12pt'/></para></styles>");
	put(f, "b.xml",
	    "<styles href='a.xml'><para name='x' pitch='11pt'>"
	    "<type size='13pt'/></para><para name='y' like='x' word='z'/>"
	    "</styles>");
	assert_true(
	    styles_read(&f->doc, path_of(f, "b.xml"), f->arena, f->sink));
	assert_int_equal(f->doc.n_para_styles, 2);
	assert_int_equal(f->doc.para_styles[0].pitch, EMU_PT(11));
	assert_int_equal(f->doc.para_styles[0].align, ALIGN_LEFT);
	assert_int_equal(f->doc.para_styles[0].type.role, ROLE_KAI);
	assert_int_equal(f->doc.para_styles[0].type.size, EMU_PT(13));
	assert_str(f->doc.para_styles[1].name, "y");
	assert_int_equal(f->doc.para_styles[1].pitch, EMU_PT(11));
}

static void refuses_references_that_lead_away(void **state)
{
	static const char *const refused[] = {
	    "<styles href='/etc/a.xml'/>",
	    "<styles href='http://example.invalid/a.xml'/>",
	    "<styles href='file:a.xml'/>",
	    "<styles href='passwd'/>",
	    "<styles href=''/>",
	    "<styles href='a.xml'/>", /* itself, again and again */
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
		struct diag_sink *sink = diag_open(f->arena);

		put(f, "a.xml", refused[i]);
		assert_false(
		    styles_read(&f->doc, path_of(f, "a.xml"), f->arena, sink));
		assert_int_equal(sink->n, 1);
		assert_str(str_from(sink->list[0].kind->id), "DOC-HREF");
	}
	assert_int_equal(f->doc.n_para_styles, 0);
}

static void reports_with_file_and_line(void **state)
{
	struct fixture *f = *state;
	struct diag_sink *sink = diag_open(f->arena);

	put(f, "a.xml",
	    "<styles>\n<para name='x' pitch='10'/>\n<para/>\n"
	    "<para name='y' like='q'/>\n<table name='t'><typo/></table>\n"
	    "</styles>");
	assert_false(styles_read(&f->doc, path_of(f, "a.xml"), f->arena, sink));
	assert_int_equal(sink->n, 4);
	assert_str(str_from(sink->list[0].kind->id), "DOC-VALUE");
	assert_int_equal(sink->list[0].place.line, 2);
	assert_true(str_ends(sink->list[0].place.file, STR("a.xml")));
	assert_str(str_from(sink->list[1].kind->id), "DOC-NEEDED");
	assert_int_equal(sink->list[1].place.line, 3);
	assert_str(str_from(sink->list[2].kind->id), "DOC-STYLE");
	assert_int_equal(sink->list[2].place.line, 4);
	assert_str(str_from(sink->list[3].kind->id), "DOC-ELEMENT");
	assert_int_equal(sink->list[3].place.line, 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(reads_the_base_styles, setup,
					    teardown),
	    cmocka_unit_test_setup_teardown(a_later_file_changes_single_values,
					    setup, teardown),
	    cmocka_unit_test_setup_teardown(refuses_references_that_lead_away,
					    setup, teardown),
	    cmocka_unit_test_setup_teardown(reports_with_file_and_line, setup,
					    teardown),
	};

	return cmocka_run_group_tests_name("styles", tests, NULL, NULL);
}
