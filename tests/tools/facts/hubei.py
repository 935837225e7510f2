"""Cells and sentences of a Hubei document.

Names are left out where the text of the source has them cut off.
"""

from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

from .sample import (ABROAD, CARS, FISCAL, FUND, GENERAL, OTHER_FUNDS, SPECIAL,
                     THREE_PUBLIC, cell, short, wan, yuan)

FUNDS = FISCAL + (SPECIAL,) + OTHER_FUNDS
# The 类 of table 4-1, and of 4-4, which has three more.
CLASSES = [str(n) for n in (201, 204, 205, 206, 207, 208, 210, 211, 212, 213, 214, 215, 216,
                            217, 219, 220, 221, 222, 223, 224, 229, 231, 232, 233)]
FISCAL_CLASSES = ["201", "203"] + CLASSES[1:20] + ["227", "229", "230", "231", "232", "233"]
CODE_LENGTHS = (3, 5, 7)
# Names that the tables of the source cut off.
CUT_NAMES = {"30108": "机关事业单位基本养老保险缴费", "30110": "职工基本医疗保险缴费",
             "30111": "公务员医疗补助缴费", "30231": "公务用车运行维护费",
             "30299": "其他商品和服务支出", "303": "对个人和家庭的补助"}


def table_1(sample, cells):
    for row, fund in enumerate(FUNDS, 1):
        cells["table-1", row, 2] = wan(sample.spent(funds=[fund], carried=False))
    for row, code in enumerate(CLASSES, 1):
        cells["table-1", row, 4] = wan(sample.spent(code))
    total, carried = sample.spent(), sample.spent(carried=True)
    for row, amounts in ((25, (total - carried, total)), (26, (carried, 0)), (27, (total, total))):
        cells["table-1", row, 2], cells["table-1", row, 4] = map(wan, amounts)


def table_2(sample, cells):
    rows = [("", "合计")] + [(u["单位代码"], u["单位名称"]) for u in sample.units]
    for row, (code, name) in enumerate(rows, 1):
        now = [sample.spent(funds=[f], carried=False, unit=code) for f in FUNDS]
        then = [sample.spent(funds=[f], carried=True, unit=code) for f in FUNDS]
        then = then[:4] + [sum(then[4:])]
        values = [sum(now + then), sum(now)] + now + [sum(then)] + then
        cells["table-2", row, 1], cells["table-2", row, 2] = code, name
        for column, value in enumerate(values, 3):
            cells["table-2", row, column] = wan(value) if value else "0"


def by_function(sample, cells, table, funds, amounts):
    codes = {row["支出功能分类科目"][:n] for row in sample.spending
             if funds is None or row["资金性质"] in funds for n in CODE_LENGTHS}
    for row, code in enumerate([""] + sorted(codes), 1):
        cells[table, row, 1] = code
        for column, amount in enumerate(amounts, 3):
            cells[table, row, column] = wan(amount(code))


def tables_3_and_5(sample, cells):
    def amount(kind="", funds=None):
        return lambda code: sample.spent(code, kind, funds)

    by_function(sample, cells, "table-3", None,
                [amount(), amount("基本支出"), amount("项目支出")])
    kinds = ("", "基本支出", "人员经费", "公用经费", "项目支出")
    by_function(sample, cells, "table-5", [GENERAL], [amount(k, [GENERAL]) for k in kinds])


def table_4(sample, cells):
    for first, carried in ((1, False), (5, True)):
        for row, funds in enumerate([FISCAL] + [[f] for f in FISCAL], first):
            cells["table-4", row, 2] = cell(sample.spent(funds=funds, carried=carried))
    for row, codes in enumerate([""] + FISCAL_CLASSES, 1):
        cells["table-4", row, 4] = cell(sample.spent(codes, funds=FISCAL))
    cells["table-4", 29, 4] = ""
    for column in (2, 4):
        cells["table-4", 30, column] = wan(sample.spent(funds=FISCAL))


def table_6(sample, cells):
    codes = {row["部门支出经济分类科目"][:n] for row in sample.economic for n in (3, 5)}
    for row, code in enumerate([""] + sorted(codes), 1):
        cells["table-6", row, 1] = code
        for column, kind in enumerate(("", "人员经费", "公用经费"), 3):
            cells["table-6", row, column] = wan(sample.basic(code, kind))


def table_7(sample, cells):
    columns = (THREE_PUBLIC, ABROAD, CARS, CARS[:1], CARS[1:], ["公务接待"])
    for column, items in enumerate(columns, 1):
        cells["table-7", 1, column] = wan(sample.three_public(items, GENERAL))


def table_8(sample, cells):
    if not sample.spent(funds=[FUND]):
        cells["table-8", 1, 1] = "本部门本年度无政府性基金预算支出"


def table_9(sample, cells):
    """合计; the department; each unit with its kinds of items and their items."""
    rows = [("", sample.spent()), (sample.unit["单位代码"], sample.spent())]
    for unit in sample.units[1:]:
        code = unit["单位代码"]
        rows.append((code, sample.spent(unit=code)))
        kinds = defaultdict(list)
        for project in sample.projects:
            if project["单位代码"] == code:
                kinds[project["项目类别"]].append(project["项目代码"])
        for kind, items in sorted(kinds.items()):
            amounts = [sample.spent(project=item) for item in items]
            rows += [(kind, sum(amounts))] + list(zip(items, amounts))
    for row, (code, amount) in enumerate(rows, 1):
        cells["table-9", row, 1] = code
        cells["table-9", row, 4] = cells["table-9", row, 5] = wan(amount)


def procurement(sample, cells):
    bought = sum(i["金额"] for i in sample.procurement)
    kept = sum(i["面向中小企业"] for i in sample.procurement)
    unit = sample.unit
    heads = (("", "合计"), (unit["业务处室代码"], unit["业务处室"]),
             (unit["单位代码"], unit["单位名称"]))
    for row, (code, name) in enumerate(heads, 1):
        for column, value in ((1, code), (2, name), (12, yuan(bought)), (14, yuan(kept))):
            cells["procurement", row, column] = value
    for row, item in enumerate(sample.procurement, 4):
        whole = [item["数量"], short_yuan(item["单价"]), item["计量单位"],
                 yuan(item["金额"])]
        for column, value in enumerate(whole, 9):
            cells["procurement", row, column] = value
        cells["procurement", row, 14] = yuan(item["面向中小企业"])


def short_yuan(amount):
    return yuan(amount).rstrip("0").rstrip(".")


def forms(sample, cells):
    number = 0
    for project in sample.projects:
        rows = [r for r in sample.indicators if r["项目代码"] == project["项目代码"]]
        if rows:
            number += 1
            one_form(cells, "project-%02d" % number, project, rows)


def one_form(cells, table, project, rows):
    cells[table, "goals", 1] = project["绩效表名称"] or project["项目名称"]
    cells[table, "goals", 2] = project["中期绩效目标"]
    cells[table, "goals", 3] = project["绩效目标"]
    above = (None, None)
    for index, row in enumerate(rows, 1):
        first, second = row["一级指标"], row["二级指标"]
        values = ["" if first == above[0] else first,
                  "" if (first, second) == above else second, row["三级指标"],
                  row["计算符号"], row["指标值"], row["计量单位"]]
        above = (first, second)
        for column, value in enumerate(values, 1):
            cells[table, "indicator.%d" % index, column] = value


def unit_goals(sample, cells):
    """Only its figures: the rows have no order of columns to speak of."""
    staff = str(sum(int(r["数值"]) for r in sample.figures
                    if r["指标"] == "在职人员" and r["年度"] == sample.year))
    cells["unit-goals", 5, 2] = cells["unit-goals", 5, 4] = staff
    last = str(int(sample.year) - 1)

    def three(row, columns, now, name):
        before = sample.given(name, year=last)
        for column, value in zip(columns, (now, before, now - before)):
            cells["unit-goals", row, column] = short(value)

    total = sample.spent()
    three(10, (4, 5, 6), total, "支出")
    three(11, (4, 5, 6), sample.spent(kind="基本支出"), "基本支出")
    three(12, (4, 5, 6), sample.spent(kind="项目支出"), "项目支出")
    three(13, (4, 5, 6), total, "支出")
    for (row, column), value in {(7, 3): sample.spent(funds=FISCAL), (7, 5): sample.given(
            "支出", year=last), (8, 5): total - sample.given("支出", year=last)}.items():
        cells["unit-goals", row, column] = short(value)


BUILDERS = (table_1, table_2, tables_3_and_5, table_4, table_6, table_7, table_8,
            table_9, procurement, forms, unit_goals)


# --- sentences ---------------------------------------------------------------


def share(part, whole):
    """Percent with one decimal, half up; 0 and 100 as they are."""
    if part in (0, whole):
        return "100%" if part else "0%"
    value = Decimal(part * 100) / Decimal(whole)
    return "%s%%" % value.quantize(Decimal("0.1"), ROUND_HALF_UP)


class Sentences:
    def __init__(self, sample, names):
        self.sample, self.names = sample, names
        self.last = str(int(sample.year) - 1)
        self.sections = defaultdict(list)

    def say(self, section, words, text):
        self.sections[section].append((words, text))

    def amount(self, section, words, amount):
        self.say(section, words, short(amount))

    def before(self, name, item=""):
        return self.sample.given(name, item, self.last)

    def change(self, section, lead, now, then, share_words):
        """The difference and its share of last year's."""
        up = now >= then
        self.amount(section, lead + ("增加" if up else "减少"), abs(now - then))
        words = share_words[0] if up else share_words[1]
        self.say(section, words, share(abs(now - then), then))

    def classes(self, section, code):
        """The 款 of an economic class, in brackets."""
        rows = sorted({r["部门支出经济分类科目"] for r in self.sample.economic})
        for row in rows:
            if row.startswith(code) and self.sample.basic(row):
                self.amount(section, self.names[row], self.sample.basic(row))


SAME = ("同比增加", "同比减少")


def totals(s):
    sample = s.sample
    total, then = sample.spent(), s.before("支出")
    for section, words in (("一.一", "收入"), ("一.二", "支出")):
        s.amount(section, words + "总计", total)
        s.amount(section, "上年%s总计" % words, then)
        s.change(section, "同比", total, then, SAME)
    s.amount("一.一", "财政拨款收入", sample.spent(funds=FISCAL))
    for code in sorted({r["支出功能分类科目"][:3] for r in sample.spending}):
        s.amount("一.二", s.names[code] + "（类）", sample.spent(code))
    for code in ("301", "302", "303"):
        s.amount("一.二", s.names[code], sample.basic(code))
        s.classes("一.二", code)
    project = sample.spent(kind="项目支出")
    s.amount("一.二", "其他支出", project)
    s.amount("一.二", "主要是项目支出", project)


def comparison(s):
    sample = s.sample
    basic, project = sample.spent(kind="基本支出"), sample.spent(kind="项目支出")
    change = sample.spent() - s.before("支出")
    s.amount("一.二", "%s年预算支出比上年增加" % sample.year, change)
    s.change("一.二", "基本支出", basic, s.before("基本支出"), SAME)
    s.change("一.二", "项目支出", project, s.before("项目支出"), SAME)
    s.amount("一.三", "%s年度一般公共预算支出" % sample.year, sample.spent(funds=[GENERAL]))
    s.amount("一.三", "比去年预算", s.before("支出"))
    s.amount("一.三", "增加", change)
    for kind, now in (("基本支出", basic), ("项目支出", project)):
        s.amount("一.三", "一般公共预算" + kind, now)
        s.amount("一.三", "比年初预算", s.before(kind))
        s.amount("一.三", "增加" if now > s.before(kind) else "减少", abs(now - s.before(kind)))
    for item in sample.projects:
        if item["项目名称"] + "{" in s.reason:
            for section in ("一.二", "一.三"):
                s.amount(section, item["项目名称"], sample.budget(item))


def running(s):
    sample = s.sample
    now, then = sample.basic(kind="公用经费"), s.before("公用经费")
    s.amount("一.六", "本部门%s年度机关运行经费支出" % sample.year, now)
    s.change("一.六", "比去年预算数", now, then, ("增长", "降低"))
    s.classes("一.六", "302")


def buying(s):
    items = s.sample.procurement
    total = sum(i["金额"] for i in items)
    parts = {k: sum(i["金额"] for i in items if i["品目代码"].startswith(k)) for k in "ABC"}
    s.amount("一.七", "%s年本部门政府采购预算总额" % s.sample.year, total)
    s.amount("一.七", "政府采购货物支出", parts["A"])
    s.say("一.七", "份额比例", share(parts["A"], total))
    s.amount("一.七", "政府采购工程预算", parts["B"])
    s.amount("一.七", "政府采购服务预算", parts["C"])
    s.say("一.七", "份额比例", share(parts["C"], total))
    for words, column in (("授予中小企业合同金额", "面向中小企业"), ("授予小微企业合同金额", "其中小微企业")):
        kept = sum(i[column] for i in items)
        s.amount("一.七", words, kept)
        s.say("一.七", "占政府采购预算总额的", share(kept, total))
    s.change("一.七", "较上年预算安排的", total, s.before("政府采购"), ("增加了", "减少了"))


def owned(s):
    now, then = ({a["项目"]: a["价值"] for a in s.sample.assets if a["截止日期"] == date}
                 for date in sorted({a["截止日期"] for a in s.sample.assets}, reverse=True))
    s.amount("一.八", "%s年初资产总额" % s.sample.year, now["资产总额"])
    s.amount("一.八", "流动资产", now["流动资产"])
    s.say("一.八", "增长", share(now["流动资产"] - then["流动资产"], then["流动资产"]))
    s.amount("一.八", "固定资产原值", now["固定资产原值"])
    s.change("一.八", "较上年", now["固定资产原值"], then["固定资产原值"], ("增长", "降低"))


def three_public(s):
    sample = s.sample
    for words, items, item in (
            ("%s年“三公”经费年初预算安排" % sample.year, THREE_PUBLIC, ""),
            ("因公出国（境）费预算", ABROAD, "因公出国"), ("公务接待费预算", ("公务接待",), "公务接待"),
            ("公务用车运行维护费", CARS[1:], "公务用车运行维护"),
            ("公务用车购置费", CARS[:1], "公务用车购置")):
        now = sample.three_public(items)
        s.amount("二", words, now)
        s.change("二", "比上年", now, s.before("三公", item), SAME)


def names_of(expected):
    """Code to name, from whole cells of the published tables."""
    names = {}
    for (table, row, column), value in expected.items():
        if table in ("table-3", "table-5", "table-6") and column == "1" and value.isdigit():
            name = expected[table, row, "2"]
            names[value] = max(names.get(value, ""), name, key=len)
    names.update(CUT_NAMES)
    return names


def sentences(sample, expected):
    s = Sentences(sample, names_of(expected))
    s.reason = sample.raw_text("增减原因", "项目支出")
    for part in (totals, comparison, running, buying, owned, three_public):
        part(s)
    return s.sections
