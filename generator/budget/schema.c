/* SPDX-License-Identifier: MIT */
/* The built-in tables: data only, and the one place where it is said what a
 * column is for. From here come the comments and examples of `gongkai new` and
 * the tables of the manual (docs/tables.zh-CN.md). */
#include "budget/schema.h"

#include <string.h>
#include <strings.h>

#define N_OF(array) (sizeof(array) / sizeof((array)[0]))

#define KEY	 .key = true
#define REQUIRED .required = true
#define ASIDE	 .aside = true
#define UNIT_CODE                                                              \
	{                                                                      \
		CODE_OF_UNIT, REQUIRED, KEY                                    \
	}
#define CODE_OF_UNIT                                                           \
	.name = "单位代码", .standard = "AGENCY_CODE", .type = FIELD_CODE,     \
	.dimension = DIM_UNIT, .help = "与“单位”表一致", .example = "201001"
#define UNIT_OR_ALL                                                            \
	{                                                                      \
		.name = "单位代码", .standard = "AGENCY_CODE",                 \
		.type = FIELD_CODE, .dimension = DIM_UNIT, KEY,                \
		.help = "空白表示适用于所有单位", .example = "201"             \
	}
#define YEAR                                                                   \
	{                                                                      \
		.name = "年度", .standard = "FISCAL_YEAR", .type = FIELD_YEAR, \
		KEY,                                                           \
		.help =                                                        \
		    "空白为单位的预算年度；上年数填上一年的年份，或“上年”",    \
		.example = "2024"                                              \
	}
#define BASIS                                                                  \
	{                                                                      \
		.name = "口径", .type = FIELD_CHOICE, .dimension = DIM_BASIS,  \
		KEY, .fallback = "预算",                                       \
		.help = "空白为预算；决算公开时，预算数和决算数各列一行",      \
		.example = "预算"                                            \
	}
#define FACT UNIT_CODE, YEAR, BASIS
#define FUNCTION                                                               \
	.name = "支出功能分类科目", .standard = "EXP_FUNC_CODE",               \
	.type = FIELD_CODE, .dimension = DIM_FUNCTION,                         \
	.help = "填到项级；类、款的合计由程序汇总", .example = "2010601"
#define DEP_ECONOMIC                                                           \
	.name = "部门支出经济分类科目", .standard = "DEP_BGT_ECO_CODE",        \
	.type = FIELD_CODE, .dimension = DIM_DEP_ECONOMIC,                     \
	.help = "填到款级；类的合计由程序汇总", .example = "30101"
#define FUND                                                                   \
	.name = "资金性质", .standard = "FUND_TYPE_NAME",                      \
	.type = FIELD_CHOICE, .dimension = DIM_FUND,                           \
	.help = "钱从哪里来；分不清的单位自有资金填“单位资金”",                \
	.example = "一般公共预算"
#define SOURCE                                                                 \
	.name = "资金来源", .type = FIELD_CHOICE, .dimension = DIM_SOURCE,     \
	.fallback = "本年",                                                    \
	.help = "空白为本年；上年没有用完、今年接着用的填“上年结转”",          \
	.example = "本年"
#define PROJECT                                                                \
	.name = "项目代码", .standard = "PRO_CODE", .type = FIELD_CODE,        \
	.dimension = DIM_PROJECT, .help = "与“项目”表一致", .example = "XM001"
#define AMOUNT                                                                 \
	.name = "金额", .type = FIELD_AMOUNT,                                  \
	.help = "每笔只列一次，不要填合计", .example = "1250000"

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
     .help = "部门或单位在预算系统中的代码",
     .example = "201001"},
    {.name = "单位名称",
     .standard = "AGENCY_NAME",
     REQUIRED,
     .help = "公开表中显示的名称",
     .example = "示范县司法局本级"},
    {.name = "公开名称",
     .help = "封面、标题中的名称；空白同单位名称",
     .example = "示范县司法局（本级）"},
    {.name = "简称",
     .help = "正文中的简称；空白同单位名称",
     .example = "县司法局"},
    {.name = "层级",
     .type = FIELD_CHOICE,
     .choices = levels,
     REQUIRED,
     .help = "下面有单位的是部门，其余是单位",
     .example = "单位"},
    {.name = "上级单位代码",
     .type = FIELD_CODE,
     .dimension = DIM_UNIT,
     .help = "所属部门的单位代码；部门空白",
     .example = "201"},
    {.name = "单位性质",
     .type = FIELD_CHOICE,
     .choices = natures,
     .help = "机构设置情况表中列示",
     .example = "行政"},
    {.name = "单位规格", .help = "机构设置情况表中列示", .example = "正科级"},
    {.name = "经费保障形式",
     .help = "机构设置情况表中列示",
     .example = "财政拨款"},
    {.name = "业务处室代码",
     .standard = "MANAGE_MOF_DEP_CODE",
     .help = "财政部门业务处室的编码",
     .example = "005"},
    {.name = "业务处室",
     .standard = "MANAGE_MOF_DEP_NAME",
     .help = "财政部门业务处室的名称",
     .example = "行政政法股"},
    {.name = "预算年度",
     .type = FIELD_YEAR,
     REQUIRED,
     .help = "公开哪一年的预算（决算）",
     .example = "2024"},
    {.name = "区划代码",
     .standard = "MOF_DIV_CODE",
     .help = "6 位或 9 位行政区划代码",
     .example = "139900"},
    {.name = "模板",
     .help = "单独公开的部门或单位填模板名；空白表示不单独公开",
     .example = "hebei-2024"},
    {.name = "公开",
     .type = FIELD_YES,
     .fallback = "是",
     .help = "空白为是；填否：不公开，也不出现在任何公开的表格里",
     .example = "是"},
    {.name = "公开日期",
     .type = FIELD_DATE,
     .help = "模板印出公开日期时填写",
     .example = "2024-02-08"},
};

static const struct field choices[] = {
    UNIT_OR_ALL,
    {.name = "选项",
     REQUIRED,
     KEY,
     .help = "模板提供的选项",
     .example = "三公表.合计"},
    {.name = "值", .help = "选项的取值；不填这一行则用默认值", .example = "是"},
};

static const struct field spending[] = {
    FACT,
    {FUNCTION, KEY},
    {.name = "支出类型",
     .type = FIELD_CHOICE,
     .dimension = DIM_KIND,
     KEY,
     .help = "能由项目类别得出的可以空白",
     .example = "人员经费"},
    {FUND, REQUIRED, KEY},
    {SOURCE, KEY},
    {DEP_ECONOMIC, KEY},
    {.name = "政府支出经济分类科目",
     .standard = "GOV_BGT_ECO_CODE",
     .type = FIELD_CODE,
     .dimension = DIM_GOV_ECONOMIC,
     KEY,
     .help = "填到款级；模板不用时可以空白",
     .example = "50101"},
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
     .help = "只列出的类型才与“支出”表核对",
     .example = "人员经费"},
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
     .help = "“三公”经费、会议费、培训费的分项",
     .example = "公务接待"},
    {FUND, REQUIRED, KEY},
    {AMOUNT, REQUIRED},
};

static const struct field measures[] = {
    FACT,
    {.name = "指标",
     REQUIRED,
     KEY,
     .help = "模板列出的指标名称",
     .example = "支出"},
    {.name = "对象",
     KEY,
     .help = "指标的哪一部分，如“三公”的公务接待；空白为全部",
     .example = "公务接待"},
    {.name = "数值",
     .type = FIELD_NUMBER,
     REQUIRED,
     .help = "单位由“计量单位”列说明",
     .example = "12.5"},
    {.name = "计量单位", .help = "元、万元、人、辆、% 等", .example = "万元"},
};

#define PLAN(month)                                                            \
	.name = (month), .type = FIELD_PLAN, .secret = true,                   \
	.help = "到月底为止的累计支出"

static const struct field projects[] = {
    UNIT_CODE,
    {.name = "项目代码",
     .standard = "PRO_CODE",
     .type = FIELD_CODE,
     .dimension = DIM_PROJECT,
     REQUIRED,
     KEY,
     .help = "预算系统中的代码；没有的可用任何编号，单位内不重复",
     .example = "XM001"},
    {.name = "项目名称",
     .standard = "PRO_NAME",
     REQUIRED,
     .help = "公开的项目名称",
     .example = "普法宣传经费"},
    {.name = "绩效表名称",
     .help = "绩效目标表的标题；空白同项目名称",
     .example = "普法宣传经费绩效目标表"},
    {.name = "项目类别",
     .standard = "PRO_KIND_CODE",
     .type = FIELD_CODE,
     .dimension = DIM_PROJECT_KIND,
     .fallback = "3",
     .help = "1 人员类，21 公用经费，22 其他运转类，3 特定目标类；空白为 3",
     .example = "3"},
    {.name = "主管专项",
     .type = FIELD_YES,
     .fallback = "否",
     .help = "部门主管的专项资金填是；空白为否",
     .example = "否"},
    {.name = "涉密",
     .type = FIELD_YES,
     .fallback = "否",
     .help = "是：不印金额和用途，“支出”表里也不写它的项目代码；空白为否",
     .example = "否"},
    {.name = "预算数",
     .type = FIELD_AMOUNT,
     .secret = true,
     .help = "“支出”表没有列明该项目时填写",
     .example = "200000"},
    {.name = "财政资金",
     .type = FIELD_AMOUNT,
     .secret = true,
     .help = "预算数中的财政拨款；“支出”表没有列明该项目时填写",
     .example = "200000"},
    {.name = "其他资金",
     .type = FIELD_AMOUNT,
     .secret = true,
     .help = "预算数中的其他资金；“支出”表没有列明该项目时填写",
     .example = "0"},
    {PLAN("3月底"), .example = "25"},
    {PLAN("6月底"), .example = "50"},
    {PLAN("10月底"), .example = "75"},
    {PLAN("12月底"), .example = "100"},
    {.name = "资金用途",
     .type = FIELD_LINES,
     .secret = true,
     .help = "钱用在什么地方；可以用 {…} 引用",
     .example = "用于开展普法宣传活动和印制宣传材料。"},
    {.name = "绩效目标",
     .type = FIELD_LINES,
     .help = "一行一条，编号由模板加；可以用 {…} 引用",
     .example = "全年开展普法宣传活动12场。"},
};

static const struct field indicators[] = {
    {CODE_OF_UNIT, REQUIRED},
    {.name = "项目代码",
     .standard = "PRO_CODE",
     .type = FIELD_CODE,
     .dimension = DIM_PROJECT,
     .help = "与“项目”表一致；空白为单位整体的指标",
     .example = "XM001"},
    {.name = "一级指标",
     .standard = "LV1_PERF_IND_NAME",
     REQUIRED,
     .help = "如产出指标、效益指标、满意度指标",
     .example = "产出指标"},
    {.name = "二级指标",
     .standard = "LV2_PERF_IND_NAME",
     REQUIRED,
     .help = "如数量指标、质量指标、时效指标、成本指标",
     .example = "数量指标"},
    {.name = "三级指标",
     .standard = "LV3_PERF_IND_NAME",
     REQUIRED,
     .help = "具体的指标名称",
     .example = "普法宣传活动场次"},
    {.name = "绩效指标描述",
     .help = "指标的含义",
     .example = "反映全年普法宣传活动的场次"},
    {.name = "计算符号",
     .standard = "COMPUTESIGN",
     .help = "≥、≤、= 等；定性指标空白",
     .example = "≥"},
    {.name = "指标值",
     .standard = "KPI_VAL",
     REQUIRED,
     .help = "按印出的样子填写，也可连同符号和单位（≥95%）",
     .example = "12"},
    {.name = "计量单位",
     .standard = "METERUNIT",
     .help = "指标值的单位",
     .example = "场"},
    {.name = "指标值确定依据",
     .help = "模板印出时填写",
     .example = "年度工作计划"},
    {.name = "备注", .help = "模板印出时填写", .example = "无"},
};

static const struct field goals[] = {
    {CODE_OF_UNIT, REQUIRED},
    {.name = "类别",
     .help = "分项目标的标题；连续几行同一类别的排在一起，编号由模板加",
     .example = "推进法治宣传"},
    {.name = "绩效目标",
     .type = FIELD_LINES,
     .help = "这一类别要达到的目标",
     .example = "广泛开展法治宣传教育。"},
    {.name = "绩效指标",
     .type = FIELD_LINES,
     .help = "一行一个指标",
     .example = "普法宣传活动场次12场"},
};

static const struct field procurement[] = {
    FACT,
    {.name = "序号",
     .help = "用几种资金买同一物品时，各行填同一序号；其余空白",
     .example = "1"},
    {PROJECT},
    {.name = "项目名称",
     .standard = "PRO_NAME",
     .help = "经费来源不在“项目”表时填写",
     .example = "公用经费"},
    {.name = "预算资金",
     .type = FIELD_AMOUNT,
     .help = "来源的预算总额；来源不在“项目”表时填写",
     .example = "500000"},
    {.name = "品目代码",
     .type = FIELD_CODE,
     .dimension = DIM_CATALOGUE,
     REQUIRED,
     .help = "完整的采购品目代码；只知道类别的填 A 货物、B 工程、C 服务",
     .example = "A"},
    {.name = "采购物品名称", .help = "买什么", .example = "台式计算机"},
    {.name = "计量单位", .help = "数量的单位", .example = "台"},
    {.name = "数量", .type = FIELD_NUMBER, .help = "买多少", .example = "4"},
    {.name = "单价",
     .type = FIELD_AMOUNT,
     .help = "每一计量单位的价格",
     .example = "5000"},
    {FUND, REQUIRED},
    {SOURCE},
    {AMOUNT, REQUIRED},
    {.name = "面向中小企业",
     .type = FIELD_AMOUNT,
     .help = "金额中预留给中小企业的部分，含小微企业",
     .example = "20000"},
    {.name = "其中小微企业",
     .type = FIELD_AMOUNT,
     .help = "上一列中预留给小微企业的部分",
     .example = "20000"},
    {FUNCTION},
    {DEP_ECONOMIC},
};

static const struct field assets[] = {
    UNIT_CODE,
    {.name = "截止日期",
     .type = FIELD_DATE,
     REQUIRED,
     KEY,
     .help = "预算公开一般为上年末；再列一个更早的日期，就有上年数",
     .example = "2023-12-31"},
    {.name = "项目",
     .type = FIELD_CODE,
     .dimension = DIM_ASSET,
     REQUIRED,
     KEY,
     .help =
	 "如房屋、办公用房、车辆、20万元以上设备、其他固定资产、资产总额；车辆.执法执勤是车辆的一部分",
     .example = "车辆"},
    {.name = "数量", .type = FIELD_NUMBER, .help = "实有数量", .example = "3"},
    {.name = "计量单位", .help = "数量的单位；空白用模板的", .example = "辆"},
    {.name = "价值",
     .type = FIELD_AMOUNT,
     .help = "账面价值",
     .example = "450000"},
    {.name = "拟购置数量",
     .type = FIELD_NUMBER,
     .help = "本年度打算购置的数量",
     .example = "0"},
    {.name = "拟购置金额",
     .type = FIELD_AMOUNT,
     .help = "本年度打算购置的金额",
     .example = "0"},
};

static const struct field subjects[] = {
    {.name = "类别",
     .type = FIELD_CHOICE,
     .choices = subject_kinds,
     REQUIRED,
     KEY,
     .help = "代码属于哪一种",
     .example = "功能"},
    {.name = "代码",
     REQUIRED,
     KEY,
     .help = "程序不认识、或要换名称的代码",
     .example = "2010699"},
    {.name = "名称", .help = "代码的名称", .example = "其他财政事务支出"},
    {.name = "上级",
     .help = "从代码看不出上级时填写，如自定的资金性质",
     .example = "20106"},
    {.name = "年度",
     .type = FIELD_YEAR,
     KEY,
     .help = "名称只在某一年用时填写；空白为各年",
     .example = "2024"},
    {.name = "金额（元）", ASIDE, .help = "仅供参考，不读取"},
    {.name = "所在行", ASIDE, .help = "仅供参考，不读取"},
};

static const struct field texts[] = {
    UNIT_OR_ALL,
    {.name = "对象",
     KEY,
     .help =
	 "文字说的是哪个项目（填项目代码）、科目（填编码）或哪一项支出；模板不分对象的空白",
     .example = "公务接待"},
    {.name = "栏目",
     REQUIRED,
     KEY,
     .help = "模板列出的栏目",
     .example = "增减原因"},
    {.name = "内容",
     .type = FIELD_LINES,
     .help = "一行一段；金额可写成 {支出} 这样的引用，由程序填入",
     .example = "外地来访人员减少。"},
};

static const struct field exceptions[] = {
    UNIT_CODE,
    {.name = "规则",
     REQUIRED,
     KEY,
     .help = "核对结果方括号中的编号",
     .example = "IND-COST"},
    {.name = "位置",
     KEY,
     .help = "照核对结果填写",
     .example = "项目表.XM001.表/17/9"},
    {.name = "所见",
     KEY,
     .help = "照核对结果填写；数据变了就不再适用",
     .example = "≤16万元"},
    {.name = "理由",
     REQUIRED,
     .help = "为什么可以这样",
     .example = "上级文件规定的口径"},
};

static const struct field corrections[] = {
    UNIT_OR_ALL,
    {.name = "位置",
     KEY,
     .help = "表名或正文标题；空白为其余全部改动",
     .example = "收支总表"},
    {.name = "原公开日期",
     .type = FIELD_DATE,
     KEY,
     .help = "更正的是哪天公开的文本；空白为最近一次",
     .example = "2024-02-08"},
    {.name = "理由",
     REQUIRED,
     .help = "印入更正说明",
     .example = "科目填列有误"},
};

#define FIELDS(array) .fields = (array), .n_fields = N_OF(array)

const struct schema budget_schemas[] = {
    {.name = "单位",
     FIELDS(units),
     .keys = KEYS_ERROR,
     .roll_up = true,
     .required = true,
     .help = "部门和它下面的单位，一行一个"},
    {.name = "选项",
     FIELDS(choices),
     .keys = KEYS_ERROR,
     .help = "文本的几种写法，不改就用默认值"},
    {.name = "支出",
     FIELDS(spending),
     .keys = KEYS_ADD,
     .facts = true,
     .roll_up = true,
     .help = "一年的全部支出，每笔只列一次；有上年数的再列上年各行"},
    {.name = "收入",
     FIELDS(income),
     .keys = KEYS_ADD,
     .facts = true,
     .roll_up = true,
     .help = "收入不等于支出的资金来源时填写，如决算；预算一般不填"},
    {.name = "经济分类",
     FIELDS(economic),
     .keys = KEYS_ADD,
     .facts = true,
     .roll_up = true,
     .help = "“支出”表没有填经济分类科目时填写"},
    {.name = "三公",
     FIELDS(sangong),
     .keys = KEYS_ADD,
     .facts = true,
     .roll_up = true,
     .known_by = "经济分类",
     .help = "“三公”经费；不填则由“支出”表的经济分类科目得出"},
    {.name = "指标",
     FIELDS(measures),
     .keys = KEYS_ERROR,
     .facts = true,
     .roll_up = true,
     .help = "其他表里没有的单项数字，如上年合计、编制人数"},
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
     .help = "正文里的分项绩效目标和指标"},
    {.name = "政府采购",
     FIELDS(procurement),
     .keys = KEYS_FREE,
     .facts = true,
     .roll_up = true,
     .help = "政府采购预算，一行一种资金的一项采购"},
    {.name = "资产",
     FIELDS(assets),
     .keys = KEYS_ERROR,
     .roll_up = true,
     .help = "上年末的国有资产，和打算购置的"},
    {.name = "科目",
     FIELDS(subjects),
     .keys = KEYS_ERROR,
     .help = "程序不认识的代码的名称；没有就不填"},
    {.name = "说明",
     FIELDS(texts),
     .keys = KEYS_JOIN,
     .roll_up = true,
     .travels = "对象",
     .help = "部门职责、增减原因等文字"},
    {.name = "核对例外",
     FIELDS(exceptions),
     .keys = KEYS_ERROR,
     .help = "经人确认可以不改的核对结果"},
    {.name = "更正",
     FIELDS(corrections),
     .keys = KEYS_ERROR,
     .help = "已公开的文本改动的理由"},
};

const size_t budget_n_schemas = N_OF(budget_schemas);

const struct schema *schema_named(struct str name)
{
	for (size_t i = 0; i < budget_n_schemas; i++)
		if (str_is(name, budget_schemas[i].name))
			return &budget_schemas[i];
	return NULL;
}

const char *field_format(const struct field *field)
{
	static const char *const formats[] = {
	    [FIELD_TEXT] = "文字",
	    [FIELD_LINES] = "文字，可以分行",
	    [FIELD_CODE] = "代码，按文本填写，保留前面的 0",
	    [FIELD_CHOICE] = "从下拉列表中选择",
	    [FIELD_AMOUNT] = "金额，只填数字，单位见表头",
	    [FIELD_NUMBER] = "数字，可有小数",
	    [FIELD_PLAN] = "累计的金额或百分比，单位见表头",
	    [FIELD_YEAR] = "四位年份",
	    [FIELD_DATE] = "日期，按 2024-01-31 的样子",
	    [FIELD_YES] = "是或否",
	};

	return formats[field->type];
}

const char *field_example(const struct field *field)
{
	static const char *const examples[] = {
	    [FIELD_TEXT] = "文字",	 [FIELD_LINES] = "文字",
	    [FIELD_CODE] = "201001",	 [FIELD_CHOICE] = "",
	    [FIELD_AMOUNT] = "10000",	 [FIELD_NUMBER] = "1",
	    [FIELD_PLAN] = "100",	 [FIELD_YEAR] = "2024",
	    [FIELD_DATE] = "2024-01-31", [FIELD_YES] = "是",
	};

	return field->example != NULL ? field->example : examples[field->type];
}

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
