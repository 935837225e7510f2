/* SPDX-License-Identifier: MIT */
/* gongkai diff: what changed between two publications, or two inputs. */
#include <stdio.h>

#include "base/arena.h"
#include "cli/commands.h"
#include "cli/data.h"
#include "cli/messages.h"
#include "cli/program.h"
#include "cli/report.h"
#include "compare/compare.h"
#include "compare/messages.h"
#include "font/font.h"
#include "publish/correction.h"
#include "publish/format.h"

static void print(struct str text)
{
	if (text.n > 0)
		fwrite(text.s, 1, text.n, stdout);
}

/* Line ends within a cell must not break the list. */
static void print_value(struct str text)
{
	size_t i;

	for (i = 0; i < text.n; i++)
		putchar(text.s[i] == '\n' ? ' ' : text.s[i]);
}

static size_t count_unit(const struct changes *changes, size_t first)
{
	size_t n = 0;

	while (
	    first + n < changes->n &&
	    str_equal(changes->list[first + n].unit, changes->list[first].unit))
		n++;
	return n;
}

static void print_unit(const struct changes *changes, size_t first, bool zh)
{
	const struct change *change = &changes->list[first];
	size_t n = count_unit(changes, first);

	print(change->unit);
	if (change->name.n > 0)
		putchar(' ');
	print(change->name);
	if (change->unit.n > 0)
		printf(zh ? "（%zu 处）\n" : " (%zu)\n", n);
}

/* A figure or a short word on one line, sentences on two. */
static void print_values(const struct change *change, bool zh)
{
	if (change->part == PART_CELL &&
	    change->before.n + change->after.n < 60) {
		fputs(zh ? "：" : ": ", stdout);
		print_value(change->before.n > 0
				? change->before
				: (zh ? STR("（空）") : STR("(empty)")));
		fputs(" → ", stdout);
		print_value(change->after.n > 0
				? change->after
				: (zh ? STR("（空）") : STR("(empty)")));
		putchar('\n');
		return;
	}
	putchar('\n');
	if (change->before.n > 0) {
		fputs("      - ", stdout);
		print_value(change->before);
		putchar('\n');
	}
	if (change->after.n > 0) {
		fputs("      + ", stdout);
		print_value(change->after);
		putchar('\n');
	}
}

static void print_change(const struct change *change, enum diag_lang lang)
{
	bool zh = lang == DIAG_ZH;

	fputs("    ", stdout);
	if (change->kind != CHANGE_VALUE || change->part == PART_DOCUMENT) {
		print(change_kind_name(change->kind, lang));
		putchar(' ');
	}
	if (change->part == PART_TABLE)
		fputs(zh ? "整张表" : "the table", stdout);
	else if (change->part == PART_DOCUMENT)
		fputs(zh ? "整个文本" : "the document", stdout);
	else if (change->part == PART_SECTION)
		fputs(zh ? "标题及其内容" : "the section", stdout);
	print(change->row);
	if (change->row.n > 0 && change->column.n > 0)
		fputs(" · ", stdout);
	print(change->column);
	print_values(change, zh);
}

static void print_changes(const struct changes *changes, enum diag_lang lang)
{
	size_t i;

	for (i = 0; i < changes->n; i++) {
		const struct change *change = &changes->list[i];
		const struct change *last = i > 0 ? change - 1 : NULL;
		bool other =
		    last == NULL || !str_equal(last->unit, change->unit);

		if (other)
			print_unit(changes, i, lang == DIAG_ZH);
		if (other || !str_equal(last->where, change->where)) {
			fputs("  ", stdout);
			print(change->where);
			putchar('\n');
		}
		print_change(change, lang);
	}
}

static size_t count_documents(const struct changes *changes)
{
	size_t n = 0;
	size_t i;

	for (i = 0; i < changes->n; i += count_unit(changes, i))
		n++;
	return n;
}

static void tell(const struct session *session, const struct changes *changes)
{
	bool zh = session->options.lang == DIAG_ZH;
	struct buf json = {.arena = session->arena};

	if (session->options.json) {
		buf_add_cstr(&json, "{\"changes\":");
		changes_add_json(&json, changes);
		buf_add_cstr(&json, "}\n");
		print(buf_str(&json));
		return;
	}
	if (session->options.verbosity >= 0)
		print_changes(changes, session->options.lang);
	if (changes->n == 0)
		puts(zh ? "没有差别" : "no difference");
	else
		printf(zh ? "共 %zu 处差别，涉及 %zu 个文本\n"
			  : "%zu differences in %zu documents\n",
		       changes->n, count_documents(changes));
}

static bool read_both(struct session *session, struct publications *both)
{
	const struct option_values *args = &session->options.args;
	size_t i;

	if (args->n != 2) {
		DIAG(session->sink, &CLI_NEEDS, PLACE_NONE, STR("diff"),
		     STR("OLD NEW"));
		return false;
	}
	for (i = 0; i < 2; i++)
		if (!publications_read(&both[i], args->list[i], session->arena,
				       session->sink))
			return false;
	if (both[0].input == both[1].input)
		return true;
	DIAG(session->sink, &COMPARE_KINDS, PLACE_NONE,
	     args->list[!both[0].input], args->list[both[0].input]);
	return false;
}

/* The differences as a document in the folder that -o names. */
static bool write_document(struct session *session,
			   const struct changes *changes)
{
	const struct options *options = &session->options;
	struct format_list formats;
	struct correction_maker maker = {.formats = &formats,
					 .pdfa = options->pdfa};
	struct comparison_document document = {options->args.list[0],
					       options->args.list[1],
					       options->template_id, changes};
	struct document_names names = {options->out, STR("对照表"),
				       options->out, STR("对照表")};
	struct document_parts parts;
	bool ok;

	if (!formats_choose(options->formats.n > 0 ? options->formats
						   : STR("pdf,docx"),
			    &formats, session->sink) ||
	    !data_folder(&maker.data, session->arena, session->sink))
		return false;
	maker.fonts = program_fonts(session);
	ok = maker.fonts != NULL &&
	     comparison_make(&maker, &document, &names, session->arena,
			     session->sink, &parts) &&
	     document_write(&parts, session->sink);
	fonts_close(maker.fonts);
	return ok;
}

int command_diff(struct session *session)
{
	struct publications both[2];
	struct changes changes;
	bool ok = true;

	if (!read_both(session, both)) {
		report_failure(session);
		return EXIT_WRONG_USE;
	}
	changes = compare_all(&both[0], &both[1], session->arena);
	tell(session, &changes);
	if (session->options.out.n > 0)
		ok = write_document(session, &changes);
	report_all(session);
	return ok && diag_worst(session->sink) < DIAG_ERROR ? EXIT_WELL
							    : EXIT_FINDINGS;
}
