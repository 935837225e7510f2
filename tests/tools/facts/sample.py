"""The tables of a sample, amounts in 分, and sums over them."""

import csv
import os
import re

GENERAL, FUND, CAPITAL = "一般公共预算", "政府性基金预算", "国有资本经营预算"
FISCAL = (GENERAL, FUND, CAPITAL)
SPECIAL = "财政专户管理资金"
OTHER_FUNDS = ("事业收入", "事业单位经营收入", "上级补助收入", "附属单位上缴收入", "其他收入")
ABROAD = ("因公出国教学科研", "因公出国其他")
CARS = ("公务用车购置", "公务用车运行维护")
THREE_PUBLIC = ABROAD + CARS + ("公务接待",)
# Economic classes that stand for items where a sample has no table 三公.
ITEM_CLASSES = {"因公出国其他": "30212", "公务用车购置": "31013", "公务用车运行维护": "30231",
                "公务接待": "30217", "会议其他": "30215", "培训": "30216"}
REFERENCE = re.compile(r"\{(\w+)\[([^\]]*)\]\|(文|简)\}")


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
    sign, cents = ("-" if amount < 0 else ""), (abs(amount) + 5000) // 10000
    return "%s%d.%02d" % (sign, cents // 100, cents % 100)


def cell(amount):
    """An amount of a table: blank where there is nothing."""
    return wan(amount) if amount else ""


def short(amount):
    """An amount without trailing zeros."""
    return wan(amount).rstrip("0").rstrip(".")


def yuan(amount):
    """元 with two decimals."""
    return "%d.%02d" % (amount // 100, amount % 100)


class Row(dict):
    """A row; optional columns that the table leaves out are empty."""

    def __missing__(self, column):
        return ""


def read(folder, name):
    """The rows of a table; amount columns become 分 under the name without unit."""
    path = os.path.join(folder, name + ".csv")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8-sig", newline="") as source:
        rows = list(map(Row, csv.DictReader(source)))
    for row in rows:
        for column in list(row):
            unit = re.search(r"（(万?元|%)）$", column)
            if unit and unit.group(1) == "%":
                row[column[:unit.start()]] = row.pop(column)
            elif unit:
                row[column[:unit.start()]] = fen(row.pop(column), unit.group(1))
    return rows


class Sample:
    def __init__(self, folder):
        self.folder = folder
        self.units = read(folder, "单位")
        self.options = read(folder, "选项")
        self.projects = read(folder, "项目")
        self.spending = read(folder, "支出")
        self.classes = read(folder, "经济分类")
        self.public = read(folder, "三公")
        self.figures = read(folder, "指标")
        self.indicators = read(folder, "绩效指标")
        self.goals = read(folder, "部门绩效")
        self.procurement = read(folder, "政府采购")
        self.assets = read(folder, "资产")
        self.unit = next(u for u in self.units if u["模板"])
        self.year = self.unit["预算年度"]
        self.form = self.unit["模板"]
        self.complete()

    def complete(self):
        """What may be left out: the kind of an item's spending, 三公."""
        kinds = {p["项目代码"]: p["项目类别"] or "3" for p in self.projects}
        for row in self.spending:
            if not row["支出类型"]:
                kind = kinds[row["项目代码"]]
                row["支出类型"] = {"1": "人员经费", "21": "公用经费"}.get(
                    kind[:2] if kind.startswith("2") else kind[:1], "项目支出")
        self.economic = self.classes + [
            row for row in self.spending
            if row["部门支出经济分类科目"] and is_basic(row["支出类型"])]
        self.public = self.public or [
            {"项目": item, "资金性质": row["资金性质"], "金额": row["金额"]}
            for item, code in ITEM_CLASSES.items() for row in self.economic
            if row["部门支出经济分类科目"] == code]

    def spent(self, code="", kind="", funds=None, project=None, carried=None, unit=""):
        """Sum of 支出; carried: only carry-over, or only without."""
        return sum(row["金额"] for row in self.spending
                   if row["支出功能分类科目"].startswith(code)
                   and (row["支出类型"].startswith(kind)
                        or kind == "基本支出" and is_basic(row["支出类型"]))
                   and (funds is None or row["资金性质"] in funds)
                   and (project is None or row["项目代码"] == project)
                   and (carried is None or carried == is_carried(row))
                   and row["单位代码"].startswith(unit))

    def basic(self, code="", kind=""):
        return sum(row["金额"] for row in self.economic
                   if row["部门支出经济分类科目"].startswith(code)
                   and row["支出类型"].startswith(kind))

    def three_public(self, items, fund=None):
        return sum(row["金额"] for row in self.public
                   if row["项目"] in items
                   and (fund is None or row["资金性质"] == fund))

    def budget(self, project):
        """Of one row of 项目: what 支出 has, else 预算数 (涉密)."""
        return self.spent(project=project["项目代码"]) or project["预算数"] or 0

    def given(self, name, item="", year=None):
        for row in self.figures:
            if (row["指标"], row["对象"], row["年度"]) == (name, item, year or self.year):
                return fen(row["数值"], row["计量单位"])
        return None

    def option(self, name, default=""):
        return next((o["值"] for o in self.options if o["选项"] == name), default)

    def raw_text(self, name, item=""):
        """A text of the unit as it stands; '' if none."""
        path = os.path.join(self.folder, "说明", self.unit["单位代码"], item, name + ".md")
        if not os.path.exists(path):
            return ""
        with open(path, encoding="utf-8-sig") as source:
            return source.read().strip()

    def text(self, name, item=""):
        """A text of the unit with its references to sums put in."""
        return REFERENCE.sub(self.refer, self.raw_text(name, item))

    def refer(self, match):
        """{经济分类[支出类型=公用经费; 部门支出经济分类科目=30205,30206]|简}"""
        form = {"简": short, "文": wan}[match.group(3)]
        rows = {"经济分类": self.economic, "支出": self.spending, "三公": self.public}
        filters = [f.strip().split("=") for f in match.group(2).split(";")]
        return form(sum(
            row["金额"] for row in rows[match.group(1)]
            if all(row[column].startswith(tuple(values.split(",")))
                   for column, values in filters)))


def is_basic(kind):
    return kind in ("基本支出", "人员经费", "公用经费")


def is_carried(row):
    return row["资金来源"] not in ("", "本年")
