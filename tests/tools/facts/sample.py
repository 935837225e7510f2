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
    """What one document is made of: a unit's rows, a department's with its units'."""

    def __init__(self, folder, code=None):
        """code: of a unit that has a 模板; without it the first that has one."""
        self.folder = folder
        units = read(folder, "单位")
        self.unit = next(u for u in units if u["模板"] and code in (None, u["单位代码"]))
        self.year, self.form = self.unit["预算年度"], self.unit["模板"]
        self.units = [u for u in units if self.unit["单位代码"] in
                      (u["单位代码"], u["上级单位代码"])]
        self.members = {u["单位代码"] for u in self.units}
        self.options = self.own("选项", everyone=True)
        self.projects = self.mine("项目")
        every = self.mine("支出")
        self.complete(every)
        self.spending = [r for r in every if r["年度"] == self.year]
        self.earlier = [r for r in every if r["年度"] != self.year]
        self.classes = self.mine("经济分类")
        public = self.mine("三公")
        self.figures = self.mine("指标")
        self.indicators = self.mine("绩效指标")
        self.goals = self.own("部门绩效")
        self.procurement = self.mine("政府采购")
        self.assets = self.mine("资产")
        self.economic = self.classes + [
            row for row in self.spending
            if row["部门支出经济分类科目"] and is_basic(row["支出类型"])]
        self.public = [r for r in public if r["年度"] == self.year] or self.public_by_class()
        self.earlier_public = [r for r in public if r["年度"] != self.year]

    def mine(self, table):
        return [r for r in read(self.folder, table) if r["单位代码"] in self.members]

    def own(self, table, everyone=False):
        """Rows of the unit itself, and those for all; its own first."""
        rows = read(self.folder, table)
        own = [r for r in rows if r["单位代码"] == self.unit["单位代码"]]
        return own + [r for r in rows if everyone and not r["单位代码"]]

    def complete(self, rows):
        """What may be left out: the kind of an item's spending."""
        kinds = {p["项目代码"]: p["项目类别"] or "3" for p in self.projects}
        for row in rows:
            if not row["支出类型"]:
                kind = kinds[row["项目代码"]]
                row["支出类型"] = {"1": "人员经费", "21": "公用经费"}.get(
                    kind[:2] if kind.startswith("2") else kind[:1], "项目支出")

    def public_by_class(self):
        """Without a table 三公: the economic classes of 财政拨款."""
        return [{"项目": item, "资金性质": row["资金性质"], "金额": row["金额"]}
                for item, code in ITEM_CLASSES.items() for row in self.spending
                if row["部门支出经济分类科目"] == code and row["资金性质"] in FISCAL]

    def spent(self, code="", kind="", funds=None, project=None, carried=None, unit=""):
        """Sum of 支出; carried: only carry-over, or only without."""
        return sum(row["金额"] for row in self.spending
                   if row["支出功能分类科目"].startswith(code)
                   and is_of(row["支出类型"], kind)
                   and (funds is None or row["资金性质"] in funds)
                   and (project is None or row["项目代码"] == project)
                   and (carried is None or carried == is_carried(row))
                   and row["单位代码"].startswith(unit))

    def basic(self, code="", kind="", fund=None):
        """Basic expenditure by economic class, of one fund or of all."""
        return sum(row["金额"] for row in self.economic
                   if row["部门支出经济分类科目"].startswith(code)
                   and row["支出类型"].startswith(kind)
                   and (fund is None or row["资金性质"] == fund))

    def three_public(self, items, fund=None):
        return sum(row["金额"] for row in self.public
                   if row["项目"] in items
                   and (fund is None or row["资金性质"] == fund))

    def budget(self, project):
        """Of one row of 项目: what 支出 has, else 预算数 (涉密)."""
        return self.spent(project=project["项目代码"]) or project["预算数"] or 0

    def given(self, name, item="", year=None):
        """A figure of 指标, summed over the units, or of an earlier year's tables."""
        year = year or self.year
        found = [fen(row["数值"], row["计量单位"]) for row in self.figures
                 if (row["指标"], row["对象"], row["年度"]) == (name, item, year)]
        if found or year == self.year:
            return sum(found) if found else None
        if name == "三公":
            return sum(r["金额"] for r in self.earlier_public if r["年度"] == year
                       and (r["项目"].startswith(item) if item else r["项目"] in THREE_PUBLIC))
        return sum(r["金额"] for r in self.earlier if r["年度"] == year
                   and is_of(r["支出类型"], "" if name == "支出" else name))

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


def is_of(kind, wanted):
    return kind.startswith(wanted) or wanted == "基本支出" and is_basic(kind)


def is_carried(row):
    return row["资金来源"] not in ("", "本年")
