#!/usr/bin/env python3
"""Hold a sample's facts against the published figures, without gongkai.

    verify_sample.py SAMPLE_DIR EXPECTED_DIR DIFFERENCES.csv

Computes the amounts, codes and forms of a Hebei department document of 2024
from the tables of the sample, in 分, each figure rounded once and half up, and
compares them with the cells that extract_expected.py took out of the published
document.  This is an independent model of the pivots, to show that the facts of
the sample are right before and beside the program.  Titles, header cells and
the fixed labels of rows are not its business.  Exit status 1 if a figure
differs that DIFFERENCES does not list.
"""

import csv
import os
import re
import sys
from collections import Counter, defaultdict

GENERAL, FUND, CAPITAL = "一般公共预算", "政府性基金预算", "国有资本经营预算"
FISCAL = (GENERAL, FUND, CAPITAL)
# The 类 of the 31 rows of the expenditure side; the last has none.
CLASSES = [str(n) for n in range(201, 235) if n not in (218, 225, 226, 228)]
THREE_PUBLIC = [  # rows of table 9 and the items that make them up
    None,  # 合计: all rows below
    ("因公出国教学科研", "因公出国其他", "公务用车购置", "公务用车运行维护", "公务接待"),
    ("因公出国教学科研", "因公出国其他"),
    ("因公出国教学科研",),
    ("因公出国其他",),
    ("公务用车购置", "公务用车运行维护"),
    ("公务用车购置",),
    ("公务用车运行维护",),
    ("公务接待",),
    ("会议高校业务", "会议其他"),
    ("会议高校业务",),
    ("会议其他",),
    ("培训",),
]


def fen(text, unit):
    """Digits to 分, without a float."""
    if text in ("", "-", "—"):
        return None
    whole, _, part = text.replace(",", "").partition(".")
    scale = {"元": 2, "万元": 6}[unit]
    if len(part) > scale:
        raise ValueError("more digits than 分: " + text)
    return int(whole + part.ljust(scale, "0"))


def wan(amount):
    """万元 with two decimals, rounded half up."""
    cents = (amount + 5000) // 10000
    return "%d.%02d" % (cents // 100, cents % 100)


def cell(amount):
    """An amount of a table: blank where there is nothing."""
    return wan(amount) if amount else ""


def short(amount):
    """An amount of the project list: without trailing zeros."""
    return wan(amount).rstrip("0").rstrip(".")


def read(folder, name):
    """The rows of a table; amount columns become 分 under the name without unit."""
    path = os.path.join(folder, name + ".csv")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8-sig", newline="") as source:
        rows = list(csv.DictReader(source))
    for row in rows:
        for column in list(row):
            unit = re.search(r"（(万?元)）$", column)
            if unit:
                row[column[:unit.start()]] = fen(row.pop(column), unit.group(1))
    return rows


class Sample:
    def __init__(self, folder):
        self.units = read(folder, "单位")
        self.spending = read(folder, "支出")
        self.economic = read(folder, "经济分类")
        self.public = read(folder, "三公")
        self.figures = read(folder, "指标")
        self.projects = read(folder, "项目")
        self.indicators = read(folder, "绩效指标")
        self.assets = read(folder, "资产")
        self.goals = read(folder, "部门绩效")
        self.year = self.units[0]["预算年度"]

    def spent(self, code="", kind="", funds=None, project=None):
        return sum(row["金额"] for row in self.spending
                   if row["支出功能分类科目"].startswith(code)
                   and row["支出类型"].startswith(kind)
                   and (funds is None or row["资金性质"] in funds)
                   and (project is None or row["项目代码"] == project))

    def basic(self, code="", kind=""):
        return sum(row["金额"] for row in self.economic
                   if row["部门支出经济分类科目"].startswith(code)
                   and row["支出类型"].startswith(kind))

    def three_public(self, items, fund=None):
        return sum(row["金额"] for row in self.public
                   if (items is None or row["项目"] in items)
                   and (fund is None or row["资金性质"] == fund))

    def given(self, name, item="", year=None):
        for row in self.figures:
            if (row["指标"], row["对象"], row["年度"]) == (name, item, year or self.year):
                return fen(row["数值"], row["计量单位"])
        return None


# --- our cells, as (table, row, column): value -------------------------------------


def income_and_expenditure(sample, cells):
    total = sample.spent()
    for row, fund in enumerate(FISCAL + ("财政专户管理资金",), 1):
        cells["table-1", row, 2] = cell(sample.spent(funds=[fund]))
    cells["table-1", 5, 2] = cell(sample.spent(funds=OTHER_FUNDS))
    for row, code in enumerate(CLASSES, 1):
        cells["table-1", row, 4] = cell(sample.spent(code))
    for column in (2, 4):
        cells["table-1", 32, column] = cell(total)
        cells["table-1", 33, column] = ""
        cells["table-1", 34, column] = cell(total)


OTHER_FUNDS = ("事业收入", "事业单位经营收入", "上级补助收入", "附属单位上缴收入", "其他收入")


def fiscal_income_and_expenditure(sample, cells):
    total = sample.spent(funds=FISCAL)
    for row, fund in enumerate(FISCAL, 1):
        cells["table-4", row, 2] = cell(sample.spent(funds=[fund]))
    rows = list(enumerate(CLASSES, 1)) + [(32, ""), (37, "")]
    for row, code in rows:
        cells["table-4", row, 4] = cell(sample.spent(code, funds=FISCAL))
        for column, fund in enumerate(FISCAL, 5):
            cells["table-4", row, column] = cell(sample.spent(code, funds=[fund]))
    for row in (32, 37):
        cells["table-4", row, 2] = cell(total)


def by_function(sample, cells, table, funds, columns):
    codes = {row["支出功能分类科目"][:n] for row in sample.spending
             if funds is None or row["资金性质"] in funds for n in (3, 5, 7)}
    for row, code in enumerate([""] + sorted(codes), 1) if codes else []:
        cells[table, row, 1] = code
        for column, kind in columns:
            cells[table, row, column] = cell(kind(code))


def tables_by_function(sample, cells):
    def amount(kind, funds=None):
        return lambda code: sample.spent(code, kind, funds)

    def nothing(_):
        return 0

    by_function(sample, cells, "table-2", None,
                [(3, amount("")), (4, amount("")), (5, amount("", FISCAL)),
                 (6, amount("", ["财政专户管理资金"]))]
                + [(7 + i, amount("", [fund])) for i, fund in enumerate(OTHER_FUNDS)]
                + [(12, nothing)])
    kinds = ["", "基本支出", "项目支出", "经营支出", "上缴上级支出", "对附属单位补助支出"]
    by_function(sample, cells, "table-3", None,
                [(3 + i, amount(kind)) for i, kind in enumerate(kinds)])
    for table, fund in (("table-5", GENERAL), ("table-7", FUND), ("table-8", CAPITAL)):
        by_function(sample, cells, table, [fund],
                    [(3 + i, amount(kind, [fund])) for i, kind in enumerate(kinds[:3])])


def by_economic_class(sample, cells):
    codes = {row["部门支出经济分类科目"][:n] for row in sample.economic for n in (3, 5)}
    for row, code in enumerate([""] + sorted(codes), 1):
        cells["table-6", row, 1] = code
        for column, kind in ((3, ""), (4, "人员经费"), (5, "公用经费")):
            cells["table-6", row, column] = cell(sample.basic(code, kind))


def three_public(sample, cells):
    for row, items in enumerate(THREE_PUBLIC, 1):
        cells["table-9", row, 2] = cell(sample.three_public(items))
        for column, fund in enumerate(FISCAL, 3):
            cells["table-9", row, column] = cell(sample.three_public(items, fund))


def project_forms(sample, cells):
    indicators = defaultdict(list)
    for row in sample.indicators:
        indicators[row["项目代码"]].append(row)
    for number, project in enumerate(sample.projects, 1):
        table, code = "project-%02d" % number, project["项目代码"]
        budget = sample.spent(project=code)
        fiscal = sample.spent(project=code, funds=FISCAL)
        plan = [project[month] for month in ("3月底", "6月底", "10月底", "12月底")]
        if plan[3] != budget:
            sys.exit("%s: the plan ends with %s, the budget is %s"
                     % (code, wan(plan[3]), wan(budget)))
        cells[table, "title", 1] = "%d、%s绩效目标表" % (number, project["项目名称"])
        cells[table, "code", 2] = code
        cells[table, "code", 4] = project["项目名称"]
        cells[table, "budget", 3] = cell(budget)
        cells[table, "budget", 5] = cell(fiscal)
        cells[table, "budget", 7] = cell(budget - fiscal)
        cells[table, "purpose", 1] = project["资金用途"]
        cells[table, "goals", 2] = "".join(
            "%d.%s" % pair for pair in enumerate(project["绩效目标"].split("\n"), 1))
        for column, value in enumerate(plan, 2):
            cells[table, "plan", column] = cell(value)
        above = None
        for index, row in enumerate(indicators[code], 1):
            first = row["一级指标"]
            values = ["" if first == above else first, row["二级指标"], row["三级指标"],
                      row["绩效指标描述"], row["计算符号"] + row["指标值"] + row["计量单位"],
                      row["指标值确定依据"]]
            above = first
            for column, value in enumerate(values, 1):
                cells[table, "indicator.%d" % index, column] = value


def text_tables(sample, cells):
    listed = [u for u in sample.units if u["上级单位代码"]] or sample.units
    for row, unit in enumerate(listed, 1):
        for column, name in enumerate(("单位名称", "单位性质", "单位规格", "经费保障形式"), 1):
            cells["units", row, column] = unit[name]
    for number, goal in enumerate(sample.goals, 1):
        cells["goals", number, 1] = goal["类别"]
        cells["goals", number, 2] = "绩效指标：%s。" % goal["绩效指标"].replace("\n", "；")
    total = sum(row["价值"] or 0 for row in sample.assets)
    for row, asset in enumerate(sample.assets, 1):
        cells["assets", row, 2] = asset["数量"]
        cells["assets", row, 3] = cell(total if asset["项目"] == "资产总额" else asset["价值"])


def sentences(sample, cells):
    """Figures in sentences by section; the words tell them apart, not the order."""
    last = str(int(sample.year) - 1)
    year = sample.year
    section = {}

    def say(number, words, amount):
        section.setdefault(number, []).append((words, amount))

    def change(number, words, now, before):
        say(number, words + ("增加" if now > before else "减少"), wan(abs(now - before)))

    say("二.1", year + "年预算收入", wan(sample.spent()))
    for words, funds in (("一般公共预算收入", [GENERAL]), ("基金预算收入", [FUND]),
                         ("国有资本经营预算收入", [CAPITAL]),
                         ("财政专户核拨收入", ["财政专户管理资金"]),
                         ("单位资金收入", OTHER_FUNDS), ("上年结转结余", [])):
        say("二.1", words, wan(sample.spent(funds=funds)))
    say("二.2", year + "年支出预算", wan(sample.spent()))
    say("二.2", "基本支出", wan(sample.spent(kind="基本支出")))
    say("二.2", "人员经费", wan(sample.basic(kind="人员经费")))
    say("二.2", "日常公用经费", wan(sample.basic(kind="公用经费")))
    say("二.2", "项目支出", wan(sample.spent(kind="项目支出")))
    for project in sample.projects:
        say("二.2", project["项目名称"] + "安排",
            short(sample.spent(project=project["项目代码"])))
    say("二.3", year + "年预算收支安排", wan(sample.spent()))
    change("二.3", "较%s年预算" % last, sample.spent(), sample.given("支出", year=last))
    for kind in ("基本支出", "项目支出"):
        change("二.3", kind, sample.spent(kind=kind), sample.given(kind, year=last))
    say("三", "我部门机关运行经费共计安排", wan(sample.basic(kind="公用经费")))
    say("四", "我部门财政拨款“三公”经费预算安排", wan(sample.three_public(THREE_PUBLIC[1])))
    change("四", "较上年", sample.three_public(THREE_PUBLIC[1]), sample.given("三公", year=last))
    for words, row, item in (("因公出国（境）费", 2, "因公出国"), ("公务用车购置费", 6, "公务用车购置"),
                             ("公务用车运行维护费", 7, "公务用车运行维护"), ("公务接待费", 8, "公务接待")):
        now, before = sample.three_public(THREE_PUBLIC[row]), sample.given("三公", item, last)
        say("四", words, wan(now))
        if now != before:
            change("四", "较上年", now, before)
    department = next(u for u in sample.units if u["层级"] == "部门")
    say("九", department["单位名称"] + "（含所属单位）上年末固定资产金额为",
        wan(sum(row["价值"] or 0 for row in sample.assets)))
    say("九", "本年度拟购置固定资产总额为", wan(sample.given("拟购置固定资产")))
    say("九", "其中", short(sample.given("拟购置固定资产", "省市统一招标采购")))
    return section


# --- comparison ---------------------------------------------------------------------


def bare(text):
    return re.sub(r"\s", "", text)


def load_expected(folder):
    cells = {}
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".csv"):
            continue
        with open(os.path.join(folder, name), encoding="utf-8", newline="") as source:
            for row in csv.DictReader(source):
                cells[row["table"], row["row"], row["column"]] = row["value"]
    return cells


def load_differences(path, sample):
    with open(path, encoding="utf-8-sig", newline="") as source:
        return {(d["table"], d["row"], d["column"]): (d["published"], d["ours"])
                for d in csv.DictReader(source) if d["sample"] == sample}


def compare_cells(ours, expected, known):
    wrong = 0
    for key, value in sorted(ours.items(), key=str):
        key = tuple(map(str, key))
        published = expected.get(key, "")
        if key in known:
            published = known[key][1]
        if bare(published) != bare(value):
            wrong += 1
            print("%s %s %s: published '%s', ours '%s'" % (key + (published, value)))
    rows = {key[:2] for key in expected if re.fullmatch(r"\d+|indicator\.\d+", key[1])}
    for table, row in sorted(rows):
        if table not in ("figures", "contents") and not any(
                (str(k[0]), str(k[1])) == (table, row) for k in ours):
            fixed = table in ("table-1", "table-4")  # a row that only has labels
            if not fixed:
                wrong += 1
                print("%s %s: published, but not ours" % (table, row))
    return wrong


def compare_sentences(ours, expected, known):
    published = defaultdict(Counter)
    for (table, row, column), words in expected.items():
        if table == "figures" and column == "1":
            words = known.get((table, row, column), (None, words))[1]
            section = row.rpartition(".")[0]
            published[section][bare(words), expected[table, row, "2"]] += 1
    wrong = 0
    for section in sorted(set(published) | set(ours)):
        mine = Counter((bare(words), amount) for words, amount in ours.get(section, []))
        for sign, rest in (("published", published[section] - mine),
                           ("ours", mine - published[section])):
            for words, amount in rest:
                wrong += 1
                print("section %s, only %s: %s %s" % (section, sign, words, amount))
    return wrong


def balance(sample):
    """What the tables of the sample must agree on among themselves."""
    if sample.basic() != sample.spent(kind="基本支出"):
        print("经济分类 %d 分, 基本支出 %d 分" % (sample.basic(), sample.spent(kind="基本支出")))
        return 1
    return 0


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    folder, expected_folder, differences = sys.argv[1:]
    sample, cells = Sample(folder), {}
    for build in (income_and_expenditure, tables_by_function, fiscal_income_and_expenditure,
                  by_economic_class, three_public, project_forms, text_tables):
        build(sample, cells)
    expected = load_expected(expected_folder)
    known = load_differences(differences, os.path.basename(os.path.normpath(folder)))
    said = sentences(sample, cells)
    wrong = balance(sample) + compare_cells(cells, expected, known)
    wrong += compare_sentences(said, expected, known)
    print("%d cells and %d figures in sentences computed, %d wrong"
          % (len(cells), sum(map(len, said.values())), wrong))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
