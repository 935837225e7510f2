/* SPDX-License-Identifier: MIT */
#include "cli/options.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "cli/messages.h"

/* What an option does with its value; false: the value is not one of its. */
typedef bool option_fn(struct options *options, struct str value,
		       struct arena *arena);

enum takes {
	NO_VALUE,
	VALUE,
	MAY_HAVE_VALUE /* --strict=警告: only behind = */
};

struct option {
	const char *brief; /* "-o", or NULL */
	const char *full;  /* "--out" */
	enum takes takes;
	option_fn *set;
};

static void values_add(struct option_values *values, struct str value,
		       struct arena *arena)
{
	values->list = arena_grow(arena, values->list, values->n, &values->room,
				  sizeof(*values->list));
	values->list[values->n++] = value;
}

static bool set_out(struct options *options, struct str value,
		    struct arena *arena)
{
	(void)arena;
	options->out = value;
	return value.n > 0;
}

static bool set_formats(struct options *options, struct str value,
			struct arena *arena)
{
	(void)arena;
	options->formats = value;
	return value.n > 0;
}

static bool set_template(struct options *options, struct str value,
			 struct arena *arena)
{
	(void)arena;
	options->template_id = value;
	return value.n > 0;
}

static bool set_source(struct options *options, struct str value,
		       struct arena *arena)
{
	(void)arena;
	options->source = value;
	return value.n > 0;
}

static bool set_unit(struct options *options, struct str value,
		     struct arena *arena)
{
	values_add(&options->units, value, arena);
	return value.n > 0;
}

static bool set_from(struct options *options, struct str value,
		     struct arena *arena)
{
	(void)arena;
	options->from = value;
	return value.n > 0;
}

static bool set_date(struct options *options, struct str value,
		     struct arena *arena)
{
	(void)arena;
	options->date = value;
	return value.n > 0;
}

static bool set_reason(struct options *options, struct str value,
		       struct arena *arena)
{
	(void)arena;
	options->reason = str_trim(value);
	return options->reason.n > 0;
}

static bool set_pdfa(struct options *options, struct str value,
		     struct arena *arena)
{
	(void)arena;
	options->pdfa = str_is(value, "2a");
	return options->pdfa || str_is(value, "none");
}

static bool set_jobs(struct options *options, struct str value,
		     struct arena *arena)
{
	size_t i;

	(void)arena;
	options->jobs = 0;
	for (i = 0; i < value.n && i < 4; i++) {
		if (value.s[i] < '0' || value.s[i] > '9')
			return false;
		options->jobs = options->jobs * 10 + (size_t)(value.s[i] - '0');
	}
	return value.n > 0 && value.n <= 3;
}

/* From which level on a unit is refused: 警告 or warning; 错误 if it is not
 * told. */
static bool set_strict(struct options *options, struct str value,
		       struct arena *arena)
{
	int level;

	(void)arena;
	options->strict = true;
	options->strict_level = DIAG_ERROR;
	if (value.n == 0)
		return true;
	for (level = DIAG_NOTE; level <= DIAG_ERROR; level++) {
		options->strict_level = (enum diag_level)level;
		if (str_equal(value, diag_level_name(options->strict_level,
						     DIAG_ZH)) ||
		    str_equal(value,
			      diag_level_name(options->strict_level, DIAG_EN)))
			return true;
	}
	return false;
}

static bool set_force(struct options *options, struct str value,
		      struct arena *arena)
{
	(void)value;
	(void)arena;
	options->force = true;
	return true;
}

static bool set_list_rules(struct options *options, struct str value,
			   struct arena *arena)
{
	(void)value;
	(void)arena;
	options->list_rules = true;
	return true;
}

static bool set_lang(struct options *options, struct str value,
		     struct arena *arena)
{
	(void)arena;
	options->lang = str_is(value, "en") ? DIAG_EN : DIAG_ZH;
	return str_is(value, "en") || str_is(value, "zh");
}

static bool set_quiet(struct options *options, struct str value,
		      struct arena *arena)
{
	(void)value;
	(void)arena;
	options->verbosity = -1;
	return true;
}

static bool set_verbose(struct options *options, struct str value,
			struct arena *arena)
{
	(void)value;
	(void)arena;
	options->verbosity = 1;
	return true;
}

static bool set_json(struct options *options, struct str value,
		     struct arena *arena)
{
	(void)value;
	(void)arena;
	options->json = true;
	return true;
}

static bool set_help(struct options *options, struct str value,
		     struct arena *arena)
{
	(void)value;
	(void)arena;
	options->help = true;
	return true;
}

static bool set_version(struct options *options, struct str value,
			struct arena *arena)
{
	(void)value;
	(void)arena;
	options->version = true;
	return true;
}

/* Every option there is; options_help() names the same. */
static const struct option known[] = {
    {"-o", "--out", VALUE, set_out},
    {"-f", "--format", VALUE, set_formats},
    {"-t", "--template", VALUE, set_template},
    {"-u", "--unit", VALUE, set_unit},
    {NULL, "--from", VALUE, set_from},
    {NULL, "--source", VALUE, set_source},
    {"-j", "--jobs", VALUE, set_jobs},
    {NULL, "--date", VALUE, set_date},
    {NULL, "--reason", VALUE, set_reason},
    {NULL, "--strict", MAY_HAVE_VALUE, set_strict},
    {NULL, "--force", NO_VALUE, set_force},
    {NULL, "--list-rules", NO_VALUE, set_list_rules},
    {NULL, "--pdfa", VALUE, set_pdfa},
    {NULL, "--json", NO_VALUE, set_json},
    {"-q", "--quiet", NO_VALUE, set_quiet},
    {"-v", "--verbose", NO_VALUE, set_verbose},
    {NULL, "--lang", VALUE, set_lang},
    {"-h", "--help", NO_VALUE, set_help},
    {NULL, "--version", NO_VALUE, set_version},
};

static const struct option *find_option(struct str name)
{
	size_t i;

	for (i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (str_is(name, known[i].full) ||
		    (known[i].brief != NULL && str_is(name, known[i].brief)))
			return &known[i];
	return NULL;
}

/* Chinese unless the locale says otherwise. */
static enum diag_lang lang_of_locale(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = getenv(names[i]);

		if (value != NULL && value[0] != '\0')
			return strncmp(value, "en", 2) == 0 ? DIAG_EN : DIAG_ZH;
	}
	return DIAG_ZH;
}

/* The arguments that are still to be read. */
struct reading {
	int argc;
	char **argv;
	int at;
	struct arena *arena;
	struct diag_sink *sink;
};

/* An argument taken apart: --name=value, -nvalue, or only a name. */
struct option_arg {
	const struct option *option; /* NULL: there is none */
	struct str name;
	struct str value;
	bool has_value;
};

static struct option_arg take_apart(struct str arg)
{
	bool full = str_starts(arg, STR("--"));
	ptrdiff_t equals = full ? str_find(arg, STR("=")) : -1;
	struct option_arg parts = {.name = arg};

	if (equals >= 0)
		parts = (struct option_arg){
		    .name = str_slice(arg, 0, (size_t)equals),
		    .value = str_slice(arg, (size_t)equals + 1, arg.n),
		    .has_value = true};
	else if (!full && arg.n > 2)
		parts = (struct option_arg){.name = str_slice(arg, 0, 2),
					    .value = str_slice(arg, 2, arg.n),
					    .has_value = true};
	parts.option = find_option(parts.name);
	return parts;
}

/* Takes the option, with its value. */
static bool read_option(struct options *options, struct reading *reading,
			struct str arg)
{
	struct option_arg parts = take_apart(arg);

	if (parts.option == NULL ||
	    (parts.has_value && parts.option->takes == NO_VALUE)) {
		DIAG(reading->sink, &CLI_OPTION, PLACE_NONE, arg);
		return false;
	}
	if (parts.option->takes == VALUE && !parts.has_value) {
		if (reading->at >= reading->argc) {
			DIAG(reading->sink, &CLI_OPTION_VALUE, PLACE_NONE,
			     parts.name);
			return false;
		}
		parts.value = str_from(reading->argv[reading->at++]);
	}
	if (!(parts.has_value && parts.value.n == 0 &&
	      parts.option->takes == MAY_HAVE_VALUE) &&
	    parts.option->set(options, parts.value, reading->arena))
		return true;
	DIAG(reading->sink, &CLI_OPTION_BAD_VALUE, PLACE_NONE, parts.name,
	     parts.value);
	return false;
}

bool options_read(struct options *options, int argc, char **argv,
		  struct arena *arena, struct diag_sink *sink)
{
	struct reading reading = {argc, argv, 1, arena, sink};
	bool only_args = false;
	bool ok = true;

	*options = (struct options){.lang = lang_of_locale(), .pdfa = true};
	while (reading.at < argc) {
		struct str arg = str_from(argv[reading.at++]);

		if (only_args || arg.n < 2 || arg.s[0] != '-') {
			if (options->command.n == 0)
				options->command = arg;
			else
				values_add(&options->args, arg, arena);
		} else if (str_is(arg, "--")) {
			only_args = true;
		} else {
			ok = read_option(options, &reading, arg) && ok;
		}
	}
	return ok;
}

struct str options_help(enum diag_lang lang)
{
	static const char zh[] =
	    "gongkai：从预算数据生成预决算公开文本（PDF、DOCX）\n"
	    "\n"
	    "用法：\n"
	    "  gongkai build  [选项] 输入...        生成公开文本（草稿）\n"
	    "  gongkai check  [选项] 输入...        只核对数据，不生成\n"
	    "  gongkai release [选项] 文件夹 --date 日期  发布 build 生成的文本\n"
	    "  gongkai why    [选项] 输入 单位 引用 文本中一个数字由输入的哪些行得来\n"
	    "  gongkai diff   [选项] 原件 现件      比较两次公开（输出文件夹、其中的 .json）或两套输入\n"
	    "  gongkai new    [选项] 输出           新建填报表：文件夹，或 .xlsx 工作簿\n"
	    "  gongkai convert 输入 输出            在文件夹、工作簿（.xlsx）、XML（.xml）之间转换数据\n"
	    "  gongkai layout [选项] 文件.doc.xml   排版一份文档树（供模板作者使用）\n"
	    "  gongkai templates                    列出可用的模板、可读取的导出格式\n"
	    "  gongkai fonts                        列出各字体角色实际使用的字体\n"
	    "\n"
	    "输入是一个文件夹（内有各表的 .csv 和“说明”文件夹）、一个工作簿（.xlsx）或一个 XML 文件。\n"
	    "\n"
	    "选项：\n"
	    "  -o, --out 文件夹       输出位置（默认 out；用于 check 时写出“核对结果.xlsx”，用于 diff 时把结果写成文档）\n"
	    "  -f, --format 格式      pdf、docx、json、csv、doc、pages，用逗号隔开（默认 pdf,docx,json；\n"
	    "                         json、csv 是文本中的数据，doc、pages 是供检查的文字形式）\n"
	    "  -t, --template 模板    代替“单位”表中的模板；new：为哪个模板填报\n"
	    "  -u, --unit 代码        只做这个单位（可重复）\n"
	    "      --from 输入        new：由上年的数据滚动生成，上年金额作为上年数\n"
	    "      --source 系统      输入是该系统的导出表（gongkai templates 列出有哪些）\n"
	    "  -j, --jobs 数          同时运行的进程数（默认 0：与处理器核数相同）\n"
	    "      --date 日期        公开日期，如 2024-02-08（用于 release）\n"
	    "      --reason 理由      更正已公开文本的理由（用于 build、release）\n"
	    "      --strict[=级别]    有“错误”的单位不生成；=警告、=提示：有这一级的也不生成\n"
	    "      --force            没有变化的也重新生成\n"
	    "      --list-rules       列出全部核对规则（用于 check）\n"
	    "      --pdfa 2a|none     PDF 归档格式（默认 2a）\n"
	    "      --json             结果以 JSON 输出\n"
	    "  -q, --quiet            只报告错误\n"
	    "  -v, --verbose          同时报告提示\n"
	    "      --lang zh|en       语言\n"
	    "  -h, --help             本说明\n"
	    "      --version          版本\n"
	    "\n"
	    "退出状态：0 一切正常；1 有“错误”或有单位未能生成；2 用法错误或输入无法读取。\n"
	    "环境变量：GONGKAI_DATA 模板和字体所在的文件夹；SOURCE_DATE_EPOCH 文件日期。\n";
	static const char en[] =
	    "gongkai: from budget data to disclosure reports (PDF, DOCX)\n"
	    "\n"
	    "Usage:\n"
	    "  gongkai build  [options] INPUT...        make the documents (drafts)\n"
	    "  gongkai check  [options] INPUT...        verify only\n"
	    "  gongkai release [options] DIR --date D   publish what build made\n"
	    "  gongkai why    [options] INPUT UNIT REF  the input rows behind a figure\n"
	    "  gongkai diff   [options] OLD NEW         what changed between two publications or inputs\n"
	    "  gongkai new    [options] OUT             tables to be filled in: folder or .xlsx\n"
	    "  gongkai convert IN OUT                   data between folder, workbook (.xlsx), XML (.xml)\n"
	    "  gongkai layout [options] FILE.doc.xml    lay out a document tree\n"
	    "  gongkai templates                        what templates and sources of exports there are\n"
	    "  gongkai fonts                            what each font role resolved to\n"
	    "\n"
	    "INPUT is a folder (a .csv per table and a folder 说明 of texts), a workbook\n"
	    "(.xlsx) or an XML file.\n"
	    "\n"
	    "Options:\n"
	    "  -o, --out DIR          where to write (default out; of check: 核对结果.xlsx; of diff: a document)\n"
	    "  -f, --format LIST      pdf, docx, json, csv, doc, pages (default pdf,docx,json;\n"
	    "                         json and csv are figures, doc and pages text for inspection)\n"
	    "  -t, --template ID      instead of the template in 单位; of new: the one to fill in for\n"
	    "  -u, --unit CODE        only this unit (repeatable)\n"
	    "      --from INPUT       new: last year's data rolled forward\n"
	    "      --source ID        the input are exports of that system (see gongkai templates)\n"
	    "  -j, --jobs N           how many processes (default 0: one per core)\n"
	    "      --date D           day of publication, 2024-02-08 (of release)\n"
	    "      --reason TEXT      why what was released is corrected (of build, release)\n"
	    "      --strict[=LEVEL]   write nothing for a unit with errors; =warning, =note: nor with these\n"
	    "      --force            make again what has not changed, too\n"
	    "      --list-rules       list all rules (of check)\n"
	    "      --pdfa 2a|none     archive format of PDF (default 2a)\n"
	    "      --json             results as JSON\n"
	    "  -q, --quiet            errors only\n"
	    "  -v, --verbose          notes, too\n"
	    "      --lang zh|en       language\n"
	    "  -h, --help             this text\n"
	    "      --version          the version\n"
	    "\n"
	    "Exit status: 0 all well; 1 errors found, or a unit failed; 2 wrong use, or input that cannot be read.\n"
	    "Environment: GONGKAI_DATA folder of templates and fonts; SOURCE_DATE_EPOCH date of files.\n";

	return str_from(lang == DIAG_ZH ? zh : en);
}
