"""Figures in the sentences of a Hebei document, by section.

The words tell them apart, not the order.
"""

from collections import defaultdict

from expected.output import Output
from expected.figures import add_figures

from .sample import (ABROAD, CARS, FISCAL, FUND, CAPITAL, GENERAL, OTHER_FUNDS, SPECIAL,
                     THREE_PUBLIC, short, wan)

ITEMS = (("因公出国（境）费", ABROAD, "因公出国"), ("公务用车购置费", CARS[:1], "公务用车购置"),
         ("公务用车运行维护费", CARS[1:], "公务用车运行维护"), ("公务接待费", ("公务接待",), "公务接待"))


class Sentences:
    def __init__(self, sample):
        self.sample = sample
        self.last = str(int(sample.year) - 1)
        self.sections = defaultdict(list)

    def say(self, section, words, amount):
        self.sections[section].append((words, amount))

    def change(self, section, words, now, before):
        word = "增加" if now > before else "减少"
        self.say(section, words + word, wan(abs(now - before)))

    def read(self, section, text):
        """A whole text: its figures as they are taken out of the published one."""
        found = Output("figures")
        add_figures(found, section, 0, text)
        words = None
        for _, _, _, column, value in found.lines:
            if column == "1":
                words = value
            else:
                self.say(section, words, value)


def assets(s, section, name):
    sample = s.sample
    s.say(section, name + "上年末固定资产金额为", wan(sum(
        a["价值"] or 0 for a in sample.assets if a["项目"] != "办公用房")))
    s.say(section, "本年度拟购置固定资产总额为", wan(sample.given("拟购置固定资产")))
    together = sample.given("拟购置固定资产", "省市统一招标采购")
    if together is not None:
        s.say(section, "其中", short(together))


def sentences_2024(sample, _):
    s = Sentences(sample)
    totals_2024(s)
    s.read("三", "我部门机关运行经费共计安排%s万元，主要用于%s" % (
        wan(sample.basic(kind="公用经费", fund=GENERAL)), sample.text("主要用于", "机关运行经费")))
    s.say("四", "我部门财政拨款“三公”经费预算安排", wan(sample.three_public(THREE_PUBLIC)))
    if sample.option("三公说明") == "逐项比较":
        each_compared(s)
    else:
        some_compared(s)
    assets(s, "九", sample.unit["单位名称"] + "（含所属单位）")
    return s.sections


def totals_2024(s):
    sample, year, last = s.sample, s.sample.year, s.last
    s.say("二.1", year + "年预算收入", wan(sample.spent()))
    for words, funds in (("一般公共预算收入", [GENERAL]), ("基金预算收入", [FUND]),
                         ("国有资本经营预算收入", [CAPITAL]), ("财政专户核拨收入", [SPECIAL]),
                         ("单位资金收入", OTHER_FUNDS)):
        s.say("二.1", words, wan(sample.spent(funds=funds, carried=False)))
    s.say("二.1", "上年结转结余", wan(sample.spent(carried=True)))
    s.say("二.2", year + "年支出预算", wan(sample.spent()))
    s.say("二.2", "基本支出", wan(sample.spent(kind="基本支出")))
    s.say("二.2", "人员经费", wan(sample.basic(kind="人员经费")))
    s.say("二.2", "日常公用经费", wan(sample.basic(kind="公用经费")))
    s.say("二.2", "项目支出", wan(sample.spent(kind="项目支出")))
    if sample.option("项目清单") == "带金额":
        for project in sample.projects:
            s.say("二.2", project["项目名称"] + "安排", short(sample.budget(project)))
    s.say("二.3", year + "年预算收支安排", wan(sample.spent()))
    s.change("二.3", "较%s年预算" % last, sample.spent(), sample.given("支出", year=last))
    for kind in ("基本支出", "项目支出"):
        s.change("二.3", kind, sample.spent(kind=kind), sample.given(kind, year=last))


def each_compared(s):
    sample = s.sample
    s.change("四", "较上年", sample.three_public(THREE_PUBLIC), sample.given("三公", year=s.last))
    for words, items, item in ITEMS:
        now, before = sample.three_public(items), sample.given("三公", item, s.last)
        s.say("四", words, wan(now))
        if now != before:
            s.change("四", "较上年", now, before)


def some_compared(s):
    """公务用车 as one with its two parts, and a 同比 of it and of 公务接待."""
    sample = s.sample
    s.say("四", "因公出国（境）费", wan(sample.three_public(ABROAD)))
    s.say("四", "公务用车购置及运维费", wan(sample.three_public(CARS)))
    s.say("四", "公务用车购置费为", wan(sample.three_public(CARS[:1])))
    s.say("四", "公务用车运维费", wan(sample.three_public(CARS[1:])))
    s.say("四", "公务接待费", wan(sample.three_public(["公务接待"])))
    before = [sum(sample.given("三公", item, s.last) for item in CARS),
              sample.given("三公", "公务接待", s.last)]
    for items, then in zip((CARS, ["公务接待"]), before):
        if sample.three_public(items) != then:
            s.change("四", "同比", sample.three_public(items), then)


def sentences_2022(sample, _):
    s = Sentences(sample)
    last, year = s.last, sample.year
    s.say("二", sample.unit["简称"] + "预算支出", wan(sample.spent()))
    parts = [("人员支出预算", "基本支出预算中人员支出预算", "人员经费", sample.basic(kind="人员经费")),
             ("日常公用经费", "日常公用经费支出预算", "公用经费", sample.basic(kind="公用经费")),
             ("项目预算", "项目支出预算", "项目支出", sample.spent(kind="项目支出")),
             ("全年总支出", "", "支出", sample.spent())]
    s.say("二", "小计", wan(sample.spent(kind="基本支出")))
    for change, words, figure, now in parts:
        if words:
            s.say("二", words, wan(now))
        s.change("二", change, now, sample.given(figure, year=last))
    s.read("三", "本年度机关运行经费总计%s万元，主要用于%s" % (
        wan(sample.basic(kind="公用经费")), sample.text("主要用于", "机关运行经费")))
    s.say("四", last + "年单位“三公”经费", wan(sample.given("三公", year=last)))
    s.say("四", year + "年“三公”经费合计", wan(sample.three_public(THREE_PUBLIC)))
    reception = sample.given("三公", "公务接待", last)
    cars = sample.given("三公", "公务用车运行维护", last)
    for now, then in ((sample.three_public(CARS), cars),
                      (sample.three_public(["公务接待"]), reception)):
        words = "公务用车购置及运维费" if then == cars else "公务接待费"
        s.say("四", words, wan(then))
        s.say("四", words, wan(now))
        if now != then:
            s.change("四", "与%s年相比" % last, now, then)
    name = sample.unit["单位名称"]
    s.say("六", name + "安排政府采购预算", wan(sum(i["金额"] for i in sample.procurement)))
    assets(s, "七", name)
    return s.sections
