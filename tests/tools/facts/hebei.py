"""Cells of a Hebei document, as (table, row, column): value."""

import sys
from collections import defaultdict

from .sample import (ABROAD, CARS, CAPITAL, FISCAL, FUND, GENERAL, OTHER_FUNDS, SPECIAL,
                     THREE_PUBLIC, cell, wan)

# The 类 of the rows of the expenditure side.
CLASSES = [str(n) for n in range(201, 235) if n not in (218, 225, 226, 228)]
# Rows of the expenditure side in all: 2024 has one more, 人行科目, without a code.
CLASS_ROWS = {"hebei-2022": 30, "hebei-2024": 31}
FUND_ROWS = {
    "hebei-2022": [(f,) for f in FISCAL + (SPECIAL,) + OTHER_FUNDS],
    "hebei-2024": [(f,) for f in FISCAL + (SPECIAL,)] + [OTHER_FUNDS],
}
MONTHS = ("3月底", "6月底", "10月底", "12月底")


def income_and_expenditure(sample, cells):
    total, carried = sample.spent(), sample.spent(carried=True)
    last = CLASS_ROWS[sample.form]
    for row, funds in enumerate(FUND_ROWS[sample.form], 1):
        cells["table-1", row, 2] = cell(sample.spent(funds=funds, carried=False))
    for row, code in enumerate(CLASSES, 1):
        cells["table-1", row, 4] = cell(sample.spent(code))
    for row, income, spending in ((1, total - carried, total), (2, carried, 0),
                                  (3, total, total)):
        cells["table-1", last + row, 2] = cell(income)
        cells["table-1", last + row, 4] = cell(spending)


def fiscal_income_and_expenditure(sample, cells):
    last = CLASS_ROWS[sample.form]
    for row, fund in enumerate(FISCAL, 1):
        cells["table-4", row, 2] = cell(sample.spent(funds=[fund], carried=False))
        cells["table-4", last + 2 + row, 2] = cell(sample.spent(funds=[fund], carried=True))
    for row, code in list(enumerate(CLASSES, 1)) + [(last + 1, ""), (last + 6, "")]:
        cells["table-4", row, 4] = cell(sample.spent(code, funds=FISCAL))
        for column, fund in enumerate(FISCAL, 5):
            cells["table-4", row, column] = cell(sample.spent(code, funds=[fund]))
    for row, carried in ((1, False), (2, True), (6, None)):
        cells["table-4", last + row, 2] = cell(sample.spent(funds=FISCAL, carried=carried))


def by_function(sample, cells, table, funds, columns):
    codes = {row["支出功能分类科目"][:n] for row in sample.spending
             if funds is None or row["资金性质"] in funds for n in (3, 5, 7)}
    for row, code in enumerate([""] + sorted(codes), 1) if codes else []:
        cells[table, row, 1] = code
        for column, amount in columns:
            cells[table, row, column] = cell(amount(code))


def tables_by_function(sample, cells):
    def amount(kind="", funds=None, carried=None):
        return lambda code: sample.spent(code, kind, funds, carried=carried)

    funds = [FISCAL, [SPECIAL]] + [[fund] for fund in OTHER_FUNDS]
    by_function(sample, cells, "table-2", None,
                [(3, amount()), (4, amount(carried=False))]
                + [(5 + i, amount(funds=f, carried=False)) for i, f in enumerate(funds)]
                + [(12, amount(carried=True))])
    kinds = ["", "基本支出", "项目支出", "经营支出", "上缴上级支出", "对附属单位补助支出"]
    by_function(sample, cells, "table-3", None,
                [(3 + i, amount(kind)) for i, kind in enumerate(kinds)])
    for table, fund in (("table-5", GENERAL), ("table-7", FUND), ("table-8", CAPITAL)):
        by_function(sample, cells, table, [fund],
                    [(3 + i, amount(kind, [fund])) for i, kind in enumerate(kinds[:3])])


def by_economic_class(sample, cells):
    codes = {row["部门支出经济分类科目"][:n] for row in sample.economic
             if row["资金性质"] == GENERAL for n in (3, 5)}
    for row, code in enumerate([""] + sorted(codes), 1):
        cells["table-6", row, 1] = code
        for column, kind in ((3, ""), (4, "人员经费"), (5, "公用经费")):
            cells["table-6", row, column] = cell(sample.basic(code, kind, GENERAL))


def three_public_rows(sample):
    """The items of each row of table 9, as the options say."""
    rows = [THREE_PUBLIC, ABROAD, ABROAD[:1], ABROAD[1:], CARS, CARS[:1], CARS[1:],
            ("公务接待",)]
    meetings = ("会议高校业务", "会议其他")
    if sample.option("三公表.会议费") == "是":
        rows += [meetings, meetings[:1], meetings[1:]]
    if sample.option("三公表.培训费") == "是":
        rows.append(("培训",))
    if sample.option("三公表.合计") == "是":
        rows.insert(0, THREE_PUBLIC + meetings + ("培训",))
    return rows


def three_public(sample, cells):
    for row, items in enumerate(three_public_rows(sample), 1):
        cells["table-9", row, 2] = cell(sample.three_public(items))
        for column, fund in enumerate(FISCAL, 3):
            cells["table-9", row, column] = cell(sample.three_public(items, fund))


def project_forms(sample, cells):
    indicators = defaultdict(list)
    for row in sample.indicators:
        indicators[row["项目代码"]].append(row)
    for number, project in enumerate(sample.projects, 1):
        table = "project-%02d" % number
        cells[table, "title", 1] = "%d、%s绩效目标表" % (number, project["项目名称"])
        cells[table, "goals", 2] = "".join(
            "%d.%s" % pair for pair in enumerate(project["绩效目标"].split("\n"), 1))
        if sample.form != "hebei-2022":
            form_head(sample, cells, table, project)
        form_indicators(cells, table, indicators[project["项目代码"]])


def form_head(sample, cells, table, project):
    code = project["项目代码"]
    budget, fiscal = sample.budget(project), sample.spent(project=code, funds=FISCAL)
    plan = [project[month] for month in MONTHS]
    if plan[3] not in (budget, "100"):
        sys.exit("%s: the plan ends with %s, the budget is %s" % (code, plan[3], wan(budget)))
    cells[table, "code", 2] = code
    cells[table, "code", 4] = project["项目名称"]
    cells[table, "budget", 3] = cell(budget)
    cells[table, "budget", 5] = cell(fiscal)
    cells[table, "budget", 7] = cell(budget - fiscal)
    cells[table, "purpose", 1] = project["资金用途"]
    for column, value in enumerate(plan, 2):
        cells[table, "plan", column] = value if isinstance(value, str) else cell(value)


def form_indicators(cells, table, rows):
    above = None
    for index, row in enumerate(rows, 1):
        first = row["一级指标"]
        values = ["" if first == above else first, row["二级指标"], row["三级指标"],
                  row["绩效指标描述"], row["计算符号"] + row["指标值"] + row["计量单位"],
                  row["指标值确定依据"]]
        above = first
        for column, value in enumerate(values, 1):
            cells[table, "indicator.%d" % index, column] = value


def text_tables(sample, cells):
    listed = [u for u in sample.units if u["上级单位代码"]] or [sample.unit]
    for row, unit in enumerate(listed, 1):
        for column, name in enumerate(("单位名称", "单位性质", "单位规格", "经费保障形式"), 1):
            cells["units", row, column] = unit[name]
    goals(sample, cells)
    procurement(sample, cells, listed)
    parts = [a for a in sample.assets if a["项目"] not in ("资产总额", "办公用房")]
    rows = [a for a in sample.assets if a["项目"] != "资产总额"]
    total = next((a for a in sample.assets if a["项目"] == "资产总额"), {"数量": ""})
    cells["assets", 1, 2] = total["数量"]
    cells["assets", 1, 3] = cell(sum(a["价值"] for a in parts))
    for row, asset in enumerate(rows, 2):
        cells["assets", row, 2] = asset["数量"]
        cells["assets", row, 3] = cell(asset["价值"])


def goals(sample, cells):
    """One line of indicators joined with ；, or a line each in the form of 2022."""
    for number, goal in enumerate(sample.goals, 1):
        cells["goals", number, 1] = goal["类别"]
        lines = goal["绩效指标"].split("\n")
        if sample.form != "hebei-2022":
            lines = ["；".join(lines)]
        for column, line in enumerate(lines, 2):
            cells["goals", number, column] = "绩效指标：" + line


def procurement(sample, cells, listed):
    """合计, and for each unit its 小计 and its items."""
    groups = [("合计", sample.procurement)]
    for unit in listed:
        items = [i for i in sample.procurement if i["单位代码"] == unit["单位代码"]]
        groups.append((unit["单位名称"] + "小计", items))
        groups += [(item, [item]) for item in items]
    for row, (what, items) in enumerate(groups if sample.procurement else [], 1):
        head = [what] if isinstance(what, str) else item_head(sample, what)
        values = head + [""] * (7 - len(head)) + item_amounts(items)
        for column, value in enumerate(values, 1):
            cells["procurement", row, column] = value


def item_head(sample, item):
    project = next((p for p in sample.projects if p["项目代码"] == item["项目代码"]), item)
    budget = sample.budget(project) if "预算资金" not in project else project["预算资金"]
    return [project["项目名称"], cell(budget), item["采购物品名称"], item["品目代码"],
            item["计量单位"], item["数量"], cell(item["单价"])]


def item_amounts(items):
    def total(funds, carried):
        return cell(sum(i["金额"] for i in items
                        if i["资金性质"] in funds and carried == bool(i["资金来源"])))

    every = FISCAL + (SPECIAL,) + OTHER_FUNDS
    return ([cell(sum(i["金额"] for i in items))]
            + [total([fund], False) for fund in FISCAL + (SPECIAL,)]
            + [total(OTHER_FUNDS, False), total(every, True),
               cell(sum(i["面向中小企业"] or 0 for i in items))])


BUILDERS = (income_and_expenditure, tables_by_function, fiscal_income_and_expenditure,
            by_economic_class, three_public, project_forms, text_tables)
