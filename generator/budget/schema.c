/* SPDX-License-Identifier: MIT */
/* The built-in tables: data only. What a column means is said in
 * docs/input.md; help is what a clerk reads beside the heading. */
#include "budget/schema.h"

#include <string.h>
#include <strings.h>

#define N_OF(array) (sizeof(array) / sizeof((array)[0]))

#define KEY	 .key = true
#define REQUIRED .required = true
#define UNIT_CODE                                                                        \
	{                                                                                \
		.name = "单位代码", .standard = "AGENCY_CODE",                           \
		.type = FIELD_CODE, .dimension = DIM_UNIT, REQUIRED, KEY,                \
		.help = "与“单位”表一致，按文本填写，保留前面的 0" \
	}
#define UNIT_OR_ALL                                                            \
	{                                                                      \
		.name = "单位代码", .standard = "AGENCY_CODE",                 \
		.type = FIELD_CODE, .dimension = DIM_UNIT, KEY,                \
		.help = "空白表示适用于所有单位"                    \
	}
#define YEAR                                                                       \
	{                                                                          \
		.name = "年度", .standard = "FISCAL_YEAR", .type = FIELD_YEAR,     \
		KEY, .help = "空白为单位的预算年度；上年数填上年" \
	}
#define BASIS                                                                       \
	{                                                                           \
		.name = "口径", .type = FIELD_CHOICE, .dimension = DIM_BASIS,       \
		KEY, .fallback = "预算",                                            \
		.help = "预算、调整预算、执行、决算；空白为预算" \
	}
#define FACT UNIT_CODE, YEAR, BASIS
#define FUNCTION                                                               \
	.name = "支出功能分类科目", .standard = "EXP_FUNC_CODE",               \
	.type = FIELD_CODE, .dimension = DIM_FUNCTION,                         \
	.help = "7 位项级科目编码"
#define DEP_ECONOMIC                                                           \
	.name = "部门支出经济分类科目", .standard = "DEP_BGT_ECO_CODE",        \
	.type = FIELD_CODE, .dimension = DIM_DEP_ECONOMIC,                     \
	.help = "5 位款级科目编码"
#define FUND                                                                                                 \
	.name = "资金性质", .standard = "FUND_TYPE_NAME",                                                    \
	.type = FIELD_CHOICE, .dimension = DIM_FUND,                                                         \
	.help = "一般公共预算、政府性基金预算、国有资本经营预算、财政专户管理" \
		"资金、事业收入、事业单位经营收入、上级补助收入、附属单位上缴" \
		"收入、其他收入，或单位资金"
#define SOURCE                                                                 \
	.name = "资金来源", .type = FIELD_CHOICE, .dimension = DIM_SOURCE,     \
	.fallback = "本年",                                                    \
	.help = "本年、上年结转、使用非财政拨款结余；空白" \
		"为本年"
#define PROJECT                                                                \
	.name = "项目代码", .standard = "PRO_CODE", .type = FIELD_CODE,        \
	.dimension = DIM_PROJECT, .help = "与“项目”表一致"
#define AMOUNT .name = "金额", .type = FIELD_AMOUNT

static const char *const levels[] = {"部门", "单位", NULL};
static const char *const natures[] = {
    "行政", "参公", "事业", "公益一类事业", "公益二类事业", "其他", NULL};
static const char *const subject_kinds[] = {
    "功能", "部门经济", "政府经济", "项目类别", "采购品目", "资金性质", NULL};

static const struct field units[] = {
    {.name = "单位代码",
     .standard = "AGENCY_CODE",
     .type = FIELD_CODE,
     .dimension = DIM_UNIT,
     REQUIRED,
     KEY,
     .help = "按文本填写，保留前面的 0"},
    {.name = "单位名称",
     .standard = "AGENCY_NAME",
     REQUIRED,
     .help = "公开表中显示的名称"},
    {.name = "公开名称", .help = "封面、标题中的名称；空白同单位名称"},
    {.name = "简称", .help = "正文中的简称；空白同单位名称"},
    {.name = "层级",
     .type = FIELD_CHOICE,
     .choices = levels,
     REQUIRED,
     .help = "部门或单位"},
    {.name = "上级单位代码",
     .type = FIELD_CODE,
     .dimension = DIM_UNIT,
     .help = "所属部门的单位代码"},
    {.name = "单位性质",
     .type = FIELD_CHOICE,
     .choices = natures,
     .help = "行政、参公、事业、公益一类事业、公益二类事业、其他"},
    {.name = "单位规格", .help = "如正科级"},
    {.name = "经费保障形式", .help = "如财政拨款"},
    {.name = "业务处室代码",
     .standard = "MANAGE_MOF_DEP_CODE",
     .help = "财政部门业务处室的编码"},
    {.name = "业务处室",
     .standard = "MANAGE_MOF_DEP_NAME",
     .help = "财政部门业务处室的名称"},
    {.name = "预算年度", .type = FIELD_YEAR, REQUIRED, .help = "如 2024"},
    {.name = "区划代码",
     .standard = "MOF_DIV_CODE",
     .help = "6 位或 9 位行政区划代码"},
    {.name = "模板", .help = "单独公开的单位填模板名；空白表示不单独公开"},
    {.name = "公开",
     .type = FIELD_YES,
     .fallback = "是",
     .help = "否：不公开，也不出现在任何公开的表格里"},
    {.name = "公开日期", .type = FIELD_DATE, .help = "如 2024-02-08"},
};

static const struct field choices[] = {
    UNIT_OR_ALL,
    {.name = "选项", REQUIRED, KEY, .help = "模板提供的选项"},
    {.name = "值", .help = "选项的取值"},
};

static const struct field spending[] = {
    FACT,
    {FUNCTION, KEY},
    {.name = "支出类型",
     .type = FIELD_CHOICE,
     .dimension = DIM_KIND,
     KEY,
     .help = "人员经费、公用经费、基本支出、项目支出、经营支出、上缴上级支出、"
	     "对附属单位补助支出、结余分配、年终结转结余"},
    {FUND, REQUIRED, KEY},
    {SOURCE, KEY},
    {DEP_ECONOMIC, KEY},
    {.name = "政府支出经济分类科目",
     .standard = "GOV_BGT_ECO_CODE",
     .type = FIELD_CODE,
     .dimension = DIM_GOV_ECONOMIC,
     KEY,
     .help = "5 位款级科目编码"},
    {PROJECT, KEY},
    {AMOUNT, REQUIRED},
};

static const struct field income[] = {
    FACT,	   {FUNCTION, KEY},    {FUND, REQUIRED, KEY},
    {SOURCE, KEY}, {AMOUNT, REQUIRED},
};

static const struct field economic[] = {
    FACT,
    {.name = "支出类型",
     .type = FIELD_CHOICE,
     .dimension = DIM_KIND,
     REQUIRED,
     KEY,
     .help = "人员经费、公用经费、基本支出、项目支出 …"},
    {DEP_ECONOMIC, REQUIRED, KEY},
    {FUND, REQUIRED, KEY},
    {SOURCE, KEY},
    {AMOUNT, REQUIRED},
};

static const struct field sangong[] = {
    FACT,
    {.name = "项目",
     .type = FIELD_CHOICE,
     .dimension = DIM_SANGONG,
     REQUIRED,
     KEY,
     .help = "因公出国教学科研、因公出国其他、公务用车购置、公务用车运行维护、"
	     "公务接待、会议高校业务、会议其他、培训"},
    {FUND, REQUIRED, KEY},
    {AMOUNT, REQUIRED},
};

static const struct field measures[] = {
    FACT,
    {.name = "指标", REQUIRED, KEY, .help = "模板列出的指标名称"},
    {.name = "对象", KEY, .help = "项目、科目编码、三公项目 …；空白为全部"},
    {.name = "数值", .type = FIELD_NUMBER, REQUIRED},
    {.name = "计量单位", .help = "元、万元、人、辆、% …"},
};

#define PLAN(month)                                                            \
	.name = (month), .type = FIELD_PLAN, .secret = true,                   \
	.help = "累计数；元、万元或 %"

static const struct field projects[] = {
    UNIT_CODE,
    {PROJECT, REQUIRED, KEY},
    {.name = "项目名称", .standard = "PRO_NAME", REQUIRED},
    {.name = "绩效表名称", .help = "绩效目标表的标题；空白同项目名称"},
    {.name = "项目类别",
     .standard = "PRO_KIND_CODE",
     .type = FIELD_CODE,
     .dimension = DIM_PROJECT_KIND,
     .fallback = "3",
     .help = "1 人员类，21 公用经费，22 其他运转类，3 特定目标类；空白为 3"},
    {.name = "主管专项",
     .type = FIELD_YES,
     .fallback = "否",
     .help = "部门主管专项资金填是"},
    {.name = "涉密",
     .type = FIELD_YES,
     .fallback = "否",
     .help = "是：不印金额和用途"},
    {.name = "预算数",
     .type = FIELD_AMOUNT,
     .secret = true,
     .help = "“支出”表没有列明该项目时填写"},
    {.name = "财政资金", .type = FIELD_AMOUNT, .secret = true},
    {.name = "其他资金", .type = FIELD_AMOUNT, .secret = true},
    {PLAN("3月底")},
    {PLAN("6月底")},
    {PLAN("10月底")},
    {PLAN("12月底")},
    {.name = "资金用途", .type = FIELD_LINES, .secret = true},
    {.name = "绩效目标", .type = FIELD_LINES, .help = "一行一条，编号由模板加"},
};

static const struct field indicators[] = {
    {.name = "单位代码",
     .standard = "AGENCY_CODE",
     .type = FIELD_CODE,
     .dimension = DIM_UNIT,
     REQUIRED,
     .help = "与“单位”表一致"},
    {PROJECT},
    {.name = "一级指标", .standard = "LV1_PERF_IND_NAME", REQUIRED},
    {.name = "二级指标", .standard = "LV2_PERF_IND_NAME", REQUIRED},
    {.name = "三级指标", .standard = "LV3_PERF_IND_NAME", REQUIRED},
    {.name = "绩效指标描述"},
    {.name = "计算符号", .standard = "COMPUTESIGN", .help = "≥、≤、="},
    {.name = "指标值", .standard = "KPI_VAL", REQUIRED},
    {.name = "计量单位", .standard = "METERUNIT"},
    {.name = "指标值确定依据"},
    {.name = "备注"},
};

static const struct field goals[] = {
    {.name = "单位代码",
     .standard = "AGENCY_CODE",
     .type = FIELD_CODE,
     .dimension = DIM_UNIT,
     REQUIRED,
     .help = "与“单位”表一致"},
    {.name = "类别"},
    {.name = "绩效目标", .type = FIELD_LINES},
    {.name = "绩效指标", .type = FIELD_LINES, .help = "一行一个指标"},
};

static const struct field procurement[] = {
    FACT,
    {.name = "序号", .help = "多种资金买同一物品时，各行填同一序号"},
    {PROJECT},
    {.name = "项目名称",
     .standard = "PRO_NAME",
     .help = "来源不在“项目”表时填写"},
    {.name = "预算资金",
     .type = FIELD_AMOUNT,
     .help = "来源不在“项目”表时填写"},
    {.name = "品目代码",
     .type = FIELD_CODE,
     .dimension = DIM_CATALOGUE,
     REQUIRED,
     .help = "A 货物、B 工程、C 服务，或完整的采购品目代码"},
    {.name = "采购物品名称"},
    {.name = "计量单位"},
    {.name = "数量", .type = FIELD_NUMBER},
    {.name = "单价", .type = FIELD_AMOUNT},
    {FUND, REQUIRED},
    {SOURCE},
    {AMOUNT, REQUIRED},
    {.name = "面向中小企业", .type = FIELD_AMOUNT, .help = "含小微企业"},
    {.name = "其中小微企业", .type = FIELD_AMOUNT},
    {FUNCTION},
    {DEP_ECONOMIC},
};

static const struct field assets[] = {
    UNIT_CODE,
    {.name = "截止日期",
     .type = FIELD_DATE,
     REQUIRED,
     KEY,
     .help = "如 2023-12-31"},
    {.name = "项目",
     .type = FIELD_CODE,
     .dimension = DIM_ASSET,
     REQUIRED,
     KEY,
     .help = "房屋、车辆、车辆.执法执勤 …"},
    {.name = "数量", .type = FIELD_NUMBER},
    {.name = "计量单位"},
    {.name = "价值", .type = FIELD_AMOUNT},
    {.name = "拟购置数量", .type = FIELD_NUMBER},
    {.name = "拟购置金额", .type = FIELD_AMOUNT},
};

static const struct field subjects[] = {
    {.name = "类别",
     .type = FIELD_CHOICE,
     .choices = subject_kinds,
     REQUIRED,
     KEY,
     .help = "功能、部门经济、政府经济、项目类别、采购品目、资金性质"},
    {.name = "代码", REQUIRED, KEY},
    {.name = "名称"},
    {.name = "上级", .help = "编码看不出上级时填写"},
    {.name = "年度", .type = FIELD_YEAR, KEY},
    {.name = "金额（元）", .help = "仅供参考，不读取"},
    {.name = "所在行", .help = "仅供参考，不读取"},
};

static const struct field texts[] = {
    UNIT_OR_ALL,
    {.name = "对象", KEY, .help = "项目代码、科目编码、三公项目 …"},
    {.name = "栏目", REQUIRED, KEY, .help = "模板列出的栏目"},
    {.name = "内容", .type = FIELD_LINES, .help = "一行一段"},
};

static const struct field exceptions[] = {
    UNIT_CODE,
    {.name = "规则", REQUIRED, KEY, .help = "核对结果中的规则编号"},
    {.name = "位置", KEY, .help = "照核对结果填写"},
    {.name = "所见", KEY, .help = "照核对结果填写；变了就不再适用"},
    {.name = "理由", REQUIRED},
};

#define FIELDS(array) .fields = (array), .n_fields = N_OF(array)

const struct schema budget_schemas[] = {
    {.name = "单位",
     FIELDS(units),
     .keys = KEYS_ERROR,
     .roll_up = true,
     .required = true,
     .help = "部门和单位，一行一个"},
    {.name = "选项",
     FIELDS(choices),
     .keys = KEYS_ERROR,
     .help = "模板提供的选项"},
    {.name = "支出",
     FIELDS(spending),
     .keys = KEYS_ADD,
     .facts = true,
     .roll_up = true,
     .help = "一年的全部支出，每笔只列一次"},
    {.name = "收入",
     FIELDS(income),
     .keys = KEYS_ADD,
     .facts = true,
     .roll_up = true,
     .help = "收入不等于支出的资金来源时填写，如决算"},
    {.name = "经济分类",
     FIELDS(economic),
     .keys = KEYS_ADD,
     .facts = true,
     .roll_up = true,
     .help = "“支出”表没有经济分类科目时填写"},
    {.name = "三公",
     FIELDS(sangong),
     .keys = KEYS_ADD,
     .facts = true,
     .roll_up = true,
     .known_by = "经济分类",
     .help = "不填则由经济分类科目得出"},
    {.name = "指标",
     FIELDS(measures),
     .keys = KEYS_ERROR,
     .facts = true,
     .roll_up = true,
     .help = "其他表里没有的单项数字"},
    {.name = "项目",
     FIELDS(projects),
     .keys = KEYS_ERROR,
     .roll_up = true,
     .help = "项目，一行一个，按印出的顺序"},
    {.name = "绩效指标",
     FIELDS(indicators),
     .keys = KEYS_FREE,
     .roll_up = true,
     .travels = "项目代码",
     .help = "项目的绩效指标；项目代码空白为单位整体的指标"},
    {.name = "部门绩效",
     FIELDS(goals),
     .keys = KEYS_FREE,
     .help = "正文中的分项绩效目标"},
    {.name = "政府采购",
     FIELDS(procurement),
     .keys = KEYS_FREE,
     .facts = true,
     .roll_up = true,
     .help = "政府采购预算"},
    {.name = "资产",
     FIELDS(assets),
     .keys = KEYS_ERROR,
     .roll_up = true,
     .help = "国有资产占用情况"},
    {.name = "科目",
     FIELDS(subjects),
     .keys = KEYS_ERROR,
     .help = "编码的名称；优先于程序自带的名称"},
    {.name = "说明",
     FIELDS(texts),
     .keys = KEYS_JOIN,
     .roll_up = true,
     .travels = "对象",
     .help = "文字材料"},
    {.name = "核对例外",
     FIELDS(exceptions),
     .keys = KEYS_ERROR,
     .help = "认可的核对结果"},
};

const size_t budget_n_schemas = N_OF(budget_schemas);

static bool is_standard(const struct field *field, struct str name)
{
	return field->standard != NULL && strlen(field->standard) == name.n &&
	       strncasecmp(field->standard, name.s, name.n) == 0;
}

int schema_field(const struct schema *schema, struct str name)
{
	size_t i;

	for (i = 0; i < schema->n_fields; i++)
		if (str_is(name, schema->fields[i].name) ||
		    is_standard(&schema->fields[i], name))
			return (int)i;
	return -1;
}

int schema_of_dimension(const struct schema *schema, enum dimension_kind kind)
{
	size_t i;

	for (i = 0; i < schema->n_fields; i++)
		if (schema->fields[i].dimension == kind)
			return (int)i;
	return -1;
}

int schema_of_type(const struct schema *schema, enum field_type type)
{
	size_t i;

	for (i = 0; i < schema->n_fields; i++)
		if (schema->fields[i].type == type)
			return (int)i;
	return -1;
}

const char *dimension_name(enum dimension_kind kind)
{
	static const char *const names[N_DIMENSIONS] = {
	    [DIM_NONE] = "",
	    [DIM_UNIT] = "单位",
	    [DIM_FUNCTION] = "支出功能分类科目",
	    [DIM_DEP_ECONOMIC] = "部门支出经济分类科目",
	    [DIM_GOV_ECONOMIC] = "政府支出经济分类科目",
	    [DIM_FUND] = "资金性质",
	    [DIM_SOURCE] = "资金来源",
	    [DIM_KIND] = "支出类型",
	    [DIM_SANGONG] = "三公项目",
	    [DIM_BASIS] = "口径",
	    [DIM_PROJECT] = "项目",
	    [DIM_PROJECT_KIND] = "项目类别",
	    [DIM_CATALOGUE] = "采购品目",
	    [DIM_ASSET] = "资产项目",
	};

	return names[kind];
}
