#!/usr/bin/env python3
"""Build a sample's facts under another name, year and amounts.

    other_facts.py PROGRAM SAMPLE WORK

Units, projects and texts get other names, the year is FURTHER years later, all
money is TIMES what it was.  The two documents must then have the same shape,
each amount of the second must be TIMES that of the first, and nothing else of
the first may be left in the second: no name, code or year of it.  So no figure
and no word of a document is the template's own.
"""

import csv
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from expected.document import read_document  # noqa: E402

FURTHER = 40
TIMES = 7
MONEY_UNITS = ("元", "万元")
AMOUNT = re.compile(r"(?<![\d.])\d+\.\d{2}(?!\d)")
NEW_TEXT = "改写的文字"


class Names:
    """Old names and codes with their new ones."""

    def __init__(self, units, projects):
        self.old, self.texts = {}, {}
        year = int(units[0]["预算年度"])
        self.years = re.compile("(?<!\\d)(%d|%d|%d)(?!\\d)" % (year, year - 1, year - 2))
        for number, unit in enumerate(units):
            department = unit["层级"] == "部门"
            self.put(unit["单位代码"], "9%02d" % number if department else "9000%02d" % number)
            for column in ("单位名称", "公开名称", "简称"):
                self.put(unit.get(column), "某县第%d号机构" % number)
        for number, project in enumerate(projects, 1):
            self.put(project["项目代码"], "N%d" % number)
            for column in ("项目名称", "绩效表名称"):
                self.put(project.get(column), "事项之%d" % number)

    def text(self, old):
        """As many lines, headings still headings, equal ones still equal."""
        return "\n".join(self.line(line) for line in old.split("\n"))

    def line(self, old):
        mark, text = re.match(r"(#+ )?(.*)", old.strip()).groups()
        number = self.texts.setdefault(text, len(self.texts))
        return (mark or "") + (NEW_TEXT + chr(0x7532 + number) if text else "")

    def put(self, old, new):
        if old:
            self.old.setdefault(old, new)


def read_table(folder, name):
    path = folder / (name + ".csv")
    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def times(text):
    number = float(text) * TIMES
    return "%.4f" % number


def other_value(heading, value, row, names):
    if value in names.old:
        return names.old[value]
    if re.fullmatch(r"20\d\d", value) and heading in ("年度", "预算年度"):
        return str(int(value) + FURTHER)
    if re.fullmatch(r"20\d\d-\d\d-\d\d", value):
        return str(int(value[:4]) + FURTHER) + value[4:]
    money = heading.endswith("元）") or (
        heading == "数值" and row.get("计量单位") in MONEY_UNITS)
    if money and re.fullmatch(r"-?\d+(\.\d+)?", value):
        return times(value)
    if heading in ("资金用途", "绩效目标", "绩效指标", "类别", "三级指标", "指标值",
                   "绩效指标描述", "指标值确定依据", "区划代码"):
        return names.text(value) if heading != "区划代码" else ""
    return value


def other_table(source, target, names):
    with source.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines)
        rows = list(reader)
    keeps = source.stem in ("科目", "选项")
    with target.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, reader.fieldnames)
        writer.writeheader()
        for row in rows:
            writer.writerow({
                heading: other_value(heading, value, row, names)
                if not keeps or heading in ("单位代码", "年度") else value
                for heading, value in row.items()})


def other_sample(source, target):
    names = Names(read_table(source, "单位"), read_table(source, "项目"))
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for table in source.glob("*.csv"):
        other_table(table, target / table.name, names)
    for text in source.glob("说明/**/*.md"):
        parts = [names.old.get(part, part) for part in text.relative_to(source).parts]
        path = target.joinpath(*parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(names.text(text.read_text(encoding="utf-8-sig")), encoding="utf-8")
    return names


def build(program, sample, out):
    shutil.rmtree(out, ignore_errors=True)
    subprocess.run([program, "build", "-q", "-f", "doc", "-o", out, sample],
                   check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    documents = sorted(pathlib.Path(out).rglob("*.doc.xml"))
    if len(documents) != 1:
        sys.exit("%s: %d documents" % (sample, len(documents)))
    return read_document(documents[0])


def texts_of(block):
    if block.rows:
        return [cell for row in block.rows for cell in row]
    return [block.text or ""]


def left_over(text, is_cell, names):
    """What the text still has of the old. A short code may be a class's, too."""
    for old in names.old:
        if len(old) > 3 and old in text:
            yield old
        elif not is_cell and re.search(r"(?<!\d)%s(?!\d)" % re.escape(old), text):
            yield old
    yield from names.years.findall(text)


def counts_of(sample):
    """Figures that are no money and stay as they are."""
    return {"%.2f" % float(row["数量"]) for name in ("资产", "政府采购")
            for row in read_table(sample, name) if row.get("数量")}


def compare(old, new, counts, report):
    """Figures of tables and of the template's sentences; not of free texts."""
    if len(old) != len(new):
        report("%d blocks, %d before" % (len(new), len(old)))
    for before, after in ((a, b) for x, y in zip(old, new)
                          for a, b in zip(texts_of(x), texts_of(y))):
        if NEW_TEXT in after:
            continue
        figures, others = AMOUNT.findall(before), AMOUNT.findall(after)
        if len(figures) != len(others):
            report("“%s” has other figures than “%s”" % (after, before))
        for x, y in zip(figures, others):
            right = abs(float(y) - TIMES * float(x)) <= 0.005 * (TIMES + 1) + 1e-9
            if not right and not (x == y and x in counts):
                report("%s in “%s” is not %d times %s" % (y, after, TIMES, x))


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    program, sample, work = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    found = []
    names = other_sample(sample, work / "input")
    old = build(program, sample, work / "old")
    new = build(program, work / "input", work / "new")
    compare(old, new, counts_of(sample), found.append)
    for block in new:
        for text in texts_of(block):
            for rest in left_over(text, block.rows is not None, names):
                found.append("“%s” is left in “%s”" % (rest, text))
    for text in found:
        print(text)
    print("%s: %d blocks, %d findings" % (sample.name, len(new), len(found)))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
