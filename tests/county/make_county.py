#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A made-up county's budget of any size, as an input folder.

    make_county.py [--units N] [--seed S] [--template ID] [--files] OUT

The same arguments give the same bytes. Departments have none to six units;
units have 2 to 30 projects, several funds, carry-over, long and rare names,
tables without rows, texts of one line or of pages. Nobody and nothing in it
is real. --files: texts as files under 说明/ instead of one table.
"""
import argparse
import csv
import pathlib
import random

import words as w

YEAR = 2024
FUNDS = ["一般公共预算", "政府性基金预算", "国有资本经营预算",
         "财政专户管理资金", "事业收入", "其他收入"]


class County:
    """Tables by name: a list of rows, the first the headings."""

    def __init__(self, seed, template):
        self.random = random.Random(seed)
        self.template = template
        self.family = w.FAMILIES.get(template, w.FAMILY)
        self.tables = {name: [list(row)] for name, row in w.HEADINGS.items()}
        self.texts = []
        self.names = []  # of projects, for the present department
        self.goods = {}  # what is bought, by unit [yuan]
        self.region = "139" + f"{self.random.randint(100, 999)}"

    def add(self, table, *cells):
        self.tables[table].append(["" if c is None else str(c) for c in cells])

    def text(self, unit, thing, slot, content):
        self.texts.append((unit, thing, slot, content))

    def money(self, least, most):
        """Yuan, mostly round, some with 分; small ones more often."""
        r = self.random
        value = int(least * (most / least) ** r.random())
        if r.random() < 0.3:
            return f"{value}.{r.randint(1, 99):02d}"
        return str(value // 100 * 100 + (100 if value < 100 else 0))

    def sentences(self, least, most):
        r = self.random
        return "".join(r.choice(w.SENTENCES).format(
            n=r.randint(2, 98), thing=r.choice(w.THINGS))
            for _ in range(r.randint(least, most)))


def department_name(r, number):
    if number < len(w.DEPARTMENTS):
        return w.COUNTY + w.DEPARTMENTS[number]
    place = r.choice(w.RARE) + r.choice(w.PLACES)
    return w.COUNTY + place + r.choice(w.KINDS_OF_BODY) + (
        f"（第{number}号）" if number >= 200 else "")


def make_people(county, code, function):
    """基本支出: wages, insurance, office."""
    r = county.random
    fund = r.choices(FUNDS[:1] + FUNDS[4:5], [9, 1])[0]
    for code3, eco in w.PERSONNEL:
        if r.random() < 0.85:
            county.add("支出", code, YEAR, code3 or function, "人员经费",
                       fund, "", eco, "", county.money(20000, 2000000))
    for eco in w.OPERATING:
        if r.random() < 0.6:
            county.add("支出", code, YEAR, function, "公用经费",
                       FUNDS[0], "", eco, "", county.money(500, 90000))


def project_names(r):
    """What projects may be called, and what each is about, in any order."""
    names = [(name.format(thing=thing), thing)
             for name in w.PROJECTS for thing in w.THINGS]
    r.shuffle(names)
    return names


def make_project(county, code, number, function):
    r = county.random
    project = f"{county.region}24P{r.randint(0, 10**8):08d}{number:04d}X"
    if not county.names:
        county.names = project_names(r)
    name, thing = county.names.pop()
    if r.random() < 0.08:
        name += "（" + "、".join(r.sample(w.THINGS, 4)) + "）"
    cents = sum(make_money(county, code, project, function))
    marks = sorted(r.randint(0, cents) for _ in range(3)) + [cents]
    county.add("项目", code, project, name, "是" if r.random() < 0.05 else "",
               f"用于{county.sentences(1, 2)}",
               "\n".join(county.sentences(1, 2)
                         for _ in range(r.randint(1, 4))),
               *(f"{m // 100}.{m % 100:02d}" if m else "" for m in marks))
    if r.random() < 0.9:
        for first, second in w.INDICATORS:
            measures = w.MEASURES[second]
            for i in range(r.randint(1, len(measures))):
                name, sign, least, most, unit = measures[i]
                value = r.randint(least, most)
                if unit == "%" and value == 100:
                    sign = "="
                county.add("绩效指标", code, project, first, second,
                           thing + name, county.sentences(1, 1), sign,
                           value, unit, r.choice(w.SOURCES))
    if r.random() < 0.3:
        make_procurement(county, code, project, number, cents // 100)


def make_money(county, code, project, function):
    """The project's rows of 支出; yields them in 分."""
    r = county.random
    funds = r.sample(FUNDS, r.choices((1, 2, 3), (12, 3, 1))[0])
    for fund in funds:
        subject = w.FUND_FUNCTION.get(fund, function)
        amount = county.money(3000, 30000000)
        carried = "上年结转" if r.random() < 0.12 else ""
        county.add("支出", code, YEAR, subject, "项目支出", fund, carried,
                   r.choice(w.PROJECT_ECO), project, amount)
        yuan, _, cent = amount.partition(".")
        yield int(yuan) * 100 + int(cent or 0)


def make_procurement(county, code, project, number, most):
    r = county.random
    kind, item, measure = r.choice(w.GOODS)
    n = r.randint(1, 40)
    price = r.randint(1, 400) * 100
    if n * price > most:
        return
    total = n * price
    small = total if r.random() < 0.6 else 0
    county.add("政府采购", code, YEAR, number, project, kind, item, measure, n,
               price, FUNDS[0], "", total, small, small // 2)
    if kind.startswith("A"):
        county.goods[code] = county.goods.get(code, 0) + total


def make_last_year(county, code):
    r = county.random
    for function, kind in (("2010301", "人员经费"), ("2010301", "公用经费"),
                           ("2080505", "人员经费"), ("2010399", "项目支出")):
        county.add("支出", code, YEAR - 1, function, kind, FUNDS[0], "", "",
                   "", county.money(30000, 9000000))
    for item in ("因公出国其他", "公务用车购置", "公务用车运行维护",
                 "公务接待", "会议其他", "培训"):
        county.add("三公", code, YEAR - 1, item, FUNDS[0],
                   county.money(500, 80000) if r.random() < 0.6 else 0)


def make_assets(county, code):
    r = county.random
    if r.random() < 0.15:
        return
    for item, most in (("房屋", 9000), ("办公用房", 600), ("车辆", 9),
                       ("20万元以上设备", 4), ("其他固定资产", 900)):
        n = r.randint(most // 2, most)
        price = 250000 if item == "20万元以上设备" else 2400
        county.add("资产", code, f"{YEAR - 1}-12-31", item, n, n * price)


def make_texts(county, code, name, department):
    r = county.random
    county.text(code, "", "部门职责", name + "的主要职责是：\n" + "\n".join(
        f"（{w.NUMERALS[i]}）{county.sentences(1, 3)}"
        for i in range(r.randint(3, len(w.NUMERALS)))))
    for slot in county.family.texts:
        if slot == "增减情况":
            county.text(code, "", slot, w.CHANGES)
        elif slot != "工作保障措施" or r.random() < 0.3:
            county.text(code, "", slot, "\n".join(
                county.sentences(1, 4) for _ in range(r.randint(1, 4))))
    reasons = list(county.family.reasons)
    if county.family.codes:
        reasons += sorted({row[2] for row in county.tables["支出"][1:]
                           if row[0].startswith(code)})
    for thing in reasons:
        county.text(code, thing, "增减原因", r.choice(w.REASONS).format(
            thing=r.choice(w.THINGS)))
    if county.template.startswith("hebei"):
        county.text(code, "机关运行经费", "主要用于",
                    "办公、水电、差旅等日常支出")
    for kind in r.sample(w.THINGS, r.randint(1, 4)):
        for _ in range(r.randint(1, 3)):
            county.add("部门绩效", code, kind, county.sentences(1, 1),
                       f"{kind}完成率≥{r.randint(80, 99)}%")
    if county.template.startswith("hebei") and not any(
            unit.startswith(code) for unit in county.goods):
        county.text(code, "", "国有资产说明",
                    f"{YEAR}年度没有购置固定资产的计划。")
    if department and "项目清单" in county.family.options:
        county.add("选项", code, "项目清单", r.choice(("带金额", "仅名称")))


def make_unit(county, code, name, parent, level):
    r = county.random
    nature = "行政" if level == "部门" or code.endswith("001") \
        else r.choice(("公益一类事业", "公益二类事业", "参公"))
    county.add("单位", code, name, level, parent, nature,
               r.choice(("正科级", "副科级", "股级")), "财政拨款", YEAR,
               county.region, county.template, f"{YEAR}-02-08")


def make_facts(county, code):
    r = county.random
    function = r.choice(w.FUNCTIONS)
    make_people(county, code, function)
    for number in range(1, int(2 * 15 ** r.random()) + 1):
        make_project(county, code, number, function)
    make_last_year(county, code)
    make_assets(county, code)


def make_measures(county, code):
    """Figures that are given: last year's, what is to be bought, people."""
    r = county.random
    for name in county.family.measures:
        county.add("指标", code, YEAR - 1, name, "", r.randint(5, 400), "万元")
    if county.template.startswith("hebei") and code in county.goods:
        county.add("指标", code, YEAR, "拟购置固定资产", "",
                   county.goods[code], "元")
    if county.family.people:
        staff = r.randint(3, 80)
        for name, value, unit in (("内设机构", r.randint(1, 9), "个"),
                                  ("行政编制", staff + r.randint(0, 5), "个"),
                                  ("在职人员", staff, "人"),
                                  ("退休人员", r.randint(0, 30), "人")):
            county.add("指标", code, YEAR, name, "", value, unit)


def make_department(county, number, room):
    """A department and its units, room documents at most."""
    r = county.random
    code = str(101 + number)
    name = department_name(r, number)
    county.names = project_names(r)
    n_units = min(r.choice((0, 0, 1, 2, 3, 4, 6)), room - 1)
    make_unit(county, code, name, "", "部门")
    for i in range(n_units):
        unit = f"{code}{i + 1:03d}"
        unit_name = name + ("本级" if i == 0 else
                            r.choice(w.RARE) + "第" + w.NUMERALS[i] +
                            r.choice(w.BODIES))
        make_unit(county, unit, unit_name, code, "单位")
        make_facts(county, unit)
        make_measures(county, unit)
        make_texts(county, unit, unit_name, False)
    if n_units == 0:
        make_facts(county, code)
        make_measures(county, code)
    make_texts(county, code, name, True)
    return 1 + n_units


def make(units, seed, template):
    county = County(seed, template)
    made = 0
    number = 0
    while made < units:
        made += make_department(county, number, units - made)
        number += 1
    for row in w.SUBJECTS:
        county.add("科目", "功能", *row)
    for name in county.family.table:
        county.add("选项", "", "三公表." + name, "是")
    return county


def write(county, out, files):
    out.mkdir(parents=True, exist_ok=True)
    tables = dict(county.tables)
    if files:
        for unit, thing, slot, content in county.texts:
            folder = out / "说明" / unit / thing
            folder.mkdir(parents=True, exist_ok=True)
            (folder / (slot + ".md")).write_text(content + "\n", "utf-8")
    else:
        tables["说明"] = [["单位代码", "对象", "栏目", "内容"], *county.texts]
    for name, rows in tables.items():
        with open(out / (name + ".csv"), "w", encoding="utf-8-sig",
                  newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--units", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--template", default="hebei-2024")
    parser.add_argument("--files", action="store_true")
    parser.add_argument("out", type=pathlib.Path)
    args = parser.parse_args()
    write(make(args.units, args.seed, args.template), args.out, args.files)


if __name__ == "__main__":
    main()
