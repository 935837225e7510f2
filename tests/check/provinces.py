#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Statements as departments of many provinces word them (provinces.txt), each
held against the data of one made-up unit: nothing is to be found in what is
right, and something of level 错误 or 警告 in each sentence with one wrong
figure. provinces.py GONGKAI [KEEP]

All documents are units of one input, so that one run checks them."""
import collections
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
YEAR, LAST = 2024, 2023
GENERAL = "一般公共预算"
MARK = re.compile(r"<([^<>|]*)\|([^<>|]*)>")

# Which text of a template a sentence goes into.
SLOTS = {
    "general": {
        "总体": "收支总体说明", "收入": "收入说明", "支出": "支出说明",
        "增减": "支出增减说明", "财拨": "财政拨款说明",
        "一般": "一般公共预算说明", "结构": "一般公共预算结构",
        "基本": "基本支出说明", "三公": "三公说明", "基金": "政府性基金说明",
        "国资": "国有资本经营说明", "运行": "机关运行经费说明",
        "采购": "政府采购说明", "资产": "国有资产说明", "绩效": "绩效说明"},
    "hebei-2024": {
        "总体": "编制原则", "收入": "收入说明", "支出": "支出说明",
        "三公": "三公说明", "运行": "机关运行经费说明",
        "采购": "其他需要说明的事项", "资产": "国有资产说明",
        "绩效": "总体绩效目标"},
}

HEADINGS = {
    "单位": "单位代码,单位名称,公开名称,简称,层级,单位性质,单位规格,"
            "经费保障形式,预算年度,区划代码,模板,公开日期",
    "支出": "单位代码,年度,支出功能分类科目,支出类型,资金性质,资金来源,"
            "部门支出经济分类科目,项目代码,金额（万元）",
    "三公": "单位代码,年度,项目,资金性质,金额（万元）",
    "项目": "单位代码,项目代码,项目名称,资金用途,绩效目标,3月底（万元）,"
            "6月底（万元）,10月底（万元）,12月底（万元）",
    "绩效指标": "单位代码,项目代码,一级指标,二级指标,三级指标,绩效指标描述,"
                "计算符号,指标值,计量单位,指标值确定依据",
    "部门绩效": "单位代码,类别,绩效目标,绩效指标",
    "政府采购": "单位代码,年度,序号,项目代码,品目代码,采购物品名称,计量单位,"
                "数量,单价（元）,资金性质,金额（元）,面向中小企业（元）,"
                "其中小微企业（元）",
    "资产": "单位代码,截止日期,项目,数量,计量单位,价值（元）",
    "指标": "单位代码,年度,指标,对象,数值,计量单位",
    "科目": "类别,代码,名称",
    "说明": "单位代码,对象,栏目,内容",
}

# Function, kind, fund, source, economic class, project, 万元; of this year.
SPENDING = (
    ("2012601", "人员经费", GENERAL, "", "30101", "", "551.71"),
    ("2012601", "公用经费", GENERAL, "", "30201", "", "20.55"),
    ("2012601", "公用经费", GENERAL, "", "30205", "", "2"),
    ("2012601", "公用经费", GENERAL, "", "30206", "", "8"),
    ("2012601", "公用经费", GENERAL, "", "30211", "", "15"),
    ("2012601", "公用经费", GENERAL, "", "30215", "", "5"),
    ("2012601", "公用经费", GENERAL, "", "30216", "", "4"),
    ("2012601", "公用经费", GENERAL, "", "30217", "", "6"),
    ("2012601", "公用经费", GENERAL, "", "30231", "", "20"),
    ("2012601", "公用经费", GENERAL, "", "30239", "", "40"),
    ("2080501", "人员经费", GENERAL, "", "30302", "", "29.50"),
    ("2080505", "人员经费", GENERAL, "", "30108", "", "66.86"),
    ("2101101", "人员经费", GENERAL, "", "30110", "", "41.58"),
    ("2210201", "人员经费", GENERAL, "", "30113", "", "52.20"),
    ("2012604", "项目支出", GENERAL, "", "30227", "1", "149.80"),
    ("2012604", "项目支出", GENERAL, "", "31013", "1", "18"),
    ("2012604", "项目支出", "财政专户管理资金", "", "30227", "1", "12.20"),
    ("2012604", "项目支出", "其他收入", "", "30227", "1", "10"),
    ("2012604", "项目支出", "其他收入", "上年结转", "30227", "1", "10"),
    ("2012604", "项目支出", GENERAL, "", "30213", "2", "100"),
    ("2120899", "项目支出", "政府性基金预算", "", "30213", "2", "50"),
    ("2012604", "项目支出", GENERAL, "", "30227", "3", "50"),
)
# Of last year.
SPENT = (
    ("2012601", "人员经费", GENERAL, "528.95"),
    ("2012601", "公用经费", GENERAL, "115.55"),
    ("2080501", "人员经费", GENERAL, "28"),
    ("2080505", "人员经费", GENERAL, "66.26"),
    ("2101101", "人员经费", GENERAL, "41"),
    ("2210201", "人员经费", GENERAL, "50.24"),
    ("2012604", "项目支出", GENERAL, "292"),
    ("2012604", "项目支出", "财政专户管理资金", "48"),
    ("2012604", "项目支出", "其他收入", "30"),
)
SANGONG = (("公务用车购置", 18, 23), ("公务用车运行维护", 20, 20),
           ("公务接待", 6, 7), ("因公出国其他", 0, 0))
PROJECTS = (("1", "档案数字化", 200, 100, "万页"),
            ("2", "库房改造", 150, 2, "间"), ("3", "档案宣传", 50, 10, "场"))
GOODS = (("1", "A02010105", "台式计算机", "台", 73, 5000, 300000, 200000),
         ("2", "B08010000", "房屋修缮", "项", 1, 200000, 200000, 100000),
         ("1", "C16050000", "数据加工服务", "项", 1, 300000, 100000, 100000))
ASSETS = (("房屋", 3000, "平方米", 6000000), ("车辆", 5, "辆", 1100000),
          ("20万元以上设备", 2, "台", 500000),
          ("其他固定资产", "", "", 1000000), ("资产总额", "", "", 8600000))
SUBJECTS = (
    ("201", "一般公共服务支出"), ("20126", "档案事务"),
    ("2012601", "行政运行"), ("2012604", "档案馆"),
    ("208", "社会保障和就业支出"), ("20805", "行政事业单位养老支出"),
    ("2080501", "行政单位离退休"),
    ("2080505", "机关事业单位基本养老保险缴费支出"),
    ("210", "卫生健康支出"), ("21011", "行政事业单位医疗"),
    ("2101101", "行政单位医疗"), ("212", "城乡社区支出"),
    ("21208", "国有土地使用权出让收入安排的支出"),
    ("2120899", "其他国有土地使用权出让收入安排的支出"),
    ("221", "住房保障支出"), ("22102", "住房改革支出"),
    ("2210201", "住房公积金"))
REASONS = ("收入", "基本支出", "项目支出", "一般公共预算支出", "三公",
           "公务用车", "公务接待", "公务用车购置", "政府性基金预算支出",
           "因公出国", "公务用车运行维护")


def project_code(number):
    return f"13920124P{int(number):08d}"


def indicators(name, budget, quantity, unit):
    yield "产出指标", "数量指标", "数量", f"全年{name}的数量", "≥", quantity, unit
    yield "产出指标", "质量指标", "合格率", f"{name}合格的比率", "≥", 95, "%"
    yield "产出指标", "时效指标", "及时率", f"{name}按时的比率", "≥", 95, "%"
    yield "产出指标", "成本指标", "成本", f"{name}的支出", "≤", budget, "万元"
    yield "效益指标", "社会效益指标", "利用率", f"{name}利用的比率", "≥", 90, "%"
    yield ("满意度指标", "服务对象满意度指标", "满意度", f"对{name}满意的比率",
           "≥", 90, "%")


class Input:
    def __init__(self):
        self.tables = {name: [row.split(",")]
                       for name, row in HEADINGS.items()}
        self.what = {}  # code -> what its document is
        for code, name in SUBJECTS:
            self.tables["科目"].append(["功能", code, name])

    def add(self, table, *cells):
        self.tables[table].append([str(cell) for cell in cells])

    def facts(self, unit):
        for function, kind, fund, source, class_, project, amount in SPENDING:
            self.add("支出", unit, YEAR, function, kind, fund, source, class_,
                     project_code(project) if project else "", amount)
        for function, kind, fund, amount in SPENT:
            self.add("支出", unit, LAST, function, kind, fund, "", "", "",
                     amount)
        for item, now, was in SANGONG:
            self.add("三公", unit, YEAR, item, GENERAL, now)
            self.add("三公", unit, LAST, item, GENERAL, was)
        for item, n, measure, worth in ASSETS:
            self.add("资产", unit, f"{LAST}-12-31", item, n, measure, worth)
        self.add("指标", unit, LAST, "政府采购", "", 90, "万元")
        self.add("指标", unit, YEAR, "拟购置固定资产", "", 36.5, "万元")

    def projects(self, unit):
        for number, name, budget, quantity, measure in PROJECTS:
            code = project_code(number)
            self.add("项目", unit, code, name, f"用于{name}工作。",
                     f"完成{name}任务。",
                     *(budget * quarter / 4 for quarter in (1, 2, 3, 4)))
            for first, second, third, *rest in indicators(
                    name, budget, quantity, measure):
                self.add("绩效指标", unit, code, first, second, name + third,
                         *rest, "工作计划")
        for i, (number, kind, item, measure, n, price, firms,
                small) in enumerate(GOODS, 1):
            self.add("政府采购", unit, YEAR, i, project_code(number), kind,
                     item, measure, n, price, GENERAL, n * price, firms, small)
        self.add("部门绩效", unit, "档案管理", "提高档案管理水平。",
                 "档案完好率≥95%")

    def document(self, what, template, sentences):
        unit = str(1001 + len(self.what))
        self.what[unit] = what
        self.add("单位", unit, "甲县档案局", "甲县档案局", "县档案局", "部门",
                 "行政", "正科级", "财政拨款", YEAR, "139201", template,
                 f"{YEAR}-02-08")
        self.facts(unit)
        self.projects(unit)
        texts = collections.defaultdict(list, {
            "部门职责": ["负责全县档案工作。"],
            "工作保障措施": ["加强领导。"]})
        if not any(section == "绩效" for section, _ in sentences):
            texts["总体绩效目标"] = ["做好档案工作。"]
        for section, sentence in sentences:
            texts[SLOTS[template].get(section, "增减情况")].append(sentence)
        for slot, lines in texts.items():
            self.add("说明", unit, "", slot, "\n".join(lines))
        for thing in REASONS:
            self.add("说明", unit, thing, "增减原因", "工作任务有变化")
        self.add("说明", unit, "机关运行经费", "主要用于", "办公、水电等支出")

    def write(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        for name, rows in self.tables.items():
            with open(folder / f"{name}.csv", "w", encoding="utf-8",
                      newline="") as file:
                csv.writer(file, lineterminator="\n").writerows(rows)


def right(text):
    return MARK.sub(lambda mark: mark.group(1), text)


def wrongs(text):
    """The text with each of its marks wrong in turn, and that mark."""
    for mark in MARK.finditer(text):
        yield (right(text[:mark.start()]) + mark.group(2)
               + right(text[mark.end():]), mark.group(0))


def read_styles():
    styles = {}
    for line in (HERE / "provinces.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            style = styles.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            style.append(tuple(line.split(" ", 1)))
    return styles


def make(styles):
    made = Input()
    for name, lines in styles.items():
        for template in SLOTS:
            made.document((name, None, template), template,
                          [(section, right(text)) for section, text in lines])
        for section, text in lines:
            # only hebei-2024 has a table of assets
            template = "hebei-2024" if section == "资产" else "general"
            for wrong, mark in wrongs(text):
                made.document((name, mark, wrong), template,
                              [(section, wrong)])
    return made


def main():
    styles = read_styles()
    made = make(styles)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else folder)
        made.write(folder)
        run = subprocess.run([sys.argv[1], "check", "--json", folder],
                             stdout=subprocess.PIPE, check=False)
    failed = 0
    counts = collections.Counter()
    units = json.loads(run.stdout)["units"]
    if len(units) != len(made.what):
        sys.exit(f"{len(units)} of {len(made.what)} documents were checked")
    for unit in units:
        name, mark, what = made.what[unit["code"]]
        found = [f for f in unit["findings"] if f["level"] != "note"
                 and not f["rule"].startswith("LAYOUT")]
        counts[name, mark is not None] += 1
        if bool(found) == bool(mark):
            continue
        failed += 1
        print(f"{name}: {mark or 'right'}: {what}")
        for finding in found:
            print(f"    {finding['rule']} {finding['text']}")
    for name, lines in styles.items():
        print(f"{name}: {len(lines)} paragraphs, {counts[name, True]} wrong")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
