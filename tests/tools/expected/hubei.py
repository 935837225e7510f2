"""A document of the Hubei family: text, 附表4-1 to 4-9, procurement, performance.

The tables come with their own titles and unit lines as rows, or as paragraphs
before the rows; there is neither 序号 nor 栏次.
"""

import re
import unicodedata

from .blocks import bare, problem
from .figures import add_figures
from .output import Output

HEAD_ROWS = {1: 2, 2: 2, 3: 1, 4: 2, 5: 2, 6: 2, 7: 2, 8: 2, 9: 2}
UNIT_LINE = re.compile(r"^(部门/|单位[：:])")
# Filled in by a person, and no part of what a program has to give.
PERSONS = ("填报人", "联系电话")
FREE_TEXTS = ("部门职能概述", "年度整体绩效总目标")
OPERATORS = ("=", "≥", "≤", ">", "<")
# Tables that are not compared by place: amounts in sentences, and a form whose
# places the text of the source lost.
UNPLACED = ("figures", "unit-goals")
AMOUNT = re.compile(r"^-?[0-9]+(\.[0-9]+)?%?$")
ITEMS = 9  # 附表4-9
AMOUNT_OR_SHARE = re.compile(r"(\d+(?:\.\d+)?)\s*(万元(?!以上)|%)")
SENTENCE_END = ("。", "：", "；")
PART = re.compile(r"^（([一二三四五六七八九十]+)）")


def lines_of(blocks):
    """Rows of cells, whether they came as paragraphs or as a table."""
    for block in blocks:
        if block.kind == "table":
            yield from block.rows
        elif block.kind in ("text", "heading"):
            yield [block.text]


def index_of(rows, pattern, start=0):
    return next((i for i in range(start, len(rows))
                 if re.match(pattern, bare(rows[i][0]))), None)


def extract_public(number, rows):
    """rows: from the line 附表4-N to the next table's."""
    out = Output("table-%d" % number)
    out.cell("label", "", 1, rows[0][0])
    out.cell("title", "", 1, rows[1][0])
    at = 2
    unit_line = []
    while UNIT_LINE.match(bare("".join(rows[at]))):
        unit_line += [cell for cell in rows[at] if cell]
        at += 1
    out.cells("unit", "", 1, unit_line)
    for level in range(1, HEAD_ROWS[number] + 1):
        out.filled("head.%d" % level, 1, rows[at])
        at += 1
    body = 0
    for row in rows[at:]:
        if row[0].startswith("备注："):
            out.cell("note.1", "", 1, row[0])
        else:
            body += 1
            out.cells(body, " ".join(row[:2]).strip(), 1, row)
    return out


def extract_procurement(rows):
    out = Output("procurement")
    out.cell("title", "", 1, rows[0][0])
    at = next(i for i, row in enumerate(rows) if len(row) > 8 and row[8])
    out.cells("unit", "", 1, [cell for row in rows[1:at] for cell in row if cell])
    out.filled("head.1", 1, rows[at])
    out.filled("head.2", 1, rows[at + 1])
    out.cells("numbers", "", 1, rows[at + 2])
    for number, row in enumerate(rows[at + 3:], 1):
        out.cells(number, " ".join(row[1:4]).strip(), 1, row)
    return out


def extract_unit_goals(rows):
    """部门整体支出绩效目标申报表: the cells that are not blank, in their columns."""
    out = Output("unit-goals")
    out.cell("title", "", 1, rows[0][0])
    out.cell("unit", "", 1, rows[1][0])
    for number, row in enumerate(rows[2:], 1):
        if row[0] in PERSONS:
            row = [cell if cell in PERSONS else "" for cell in row]
        if row[0] in FREE_TEXTS:
            row = row[:1]
        for column, value in enumerate(row, 1):
            if value:
                out.cell(number, row[0], column, value)
    return out


def extract_form(number, rows):
    """项目支出绩效目标申报表; rows: from its title to its last row."""
    out = Output("project-%02d" % number)
    out.cell("title", "", 1, rows[0][0])
    out.cell("unit", "", 1, rows[1][0])
    out.cells("head.1", "", 1, rows[2])
    out.cells("goals", "", 1, rows[3][:3])
    level = ""
    for index, row in enumerate(rows[3:], 1):
        if row[5] in OPERATORS and not row[-1]:
            row = row[:4] + [""] + row[4:-1]  # the row lost its empty 二级指标
        level = row[3] or level
        out.cells("indicator.%d" % index, " ".join([level, row[4], row[5]]), 1, row[3:9])
    return out


def extract_forms(rows):
    outputs, at = [], index_of(rows, "项目支出绩效目标申报表")
    while at is not None:
        end = at + 3
        while end < len(rows) and len(rows[end]) > 1:
            end += 1
        outputs.append(extract_form(len(outputs) + 1, rows[at:end]))
        at = index_of(rows, "项目支出绩效目标申报表", end)
    return outputs


def paragraphs(rows):
    """A paragraph that a page end had cut is put together again."""
    text = ""
    for row in rows:
        text += row[0]
        if text.endswith(SENTENCE_END) or PART.match(text) or text.startswith("二、"):
            yield text
            text = ""


def extract_figures(rows):
    """Amounts and shares of the second part, by chapter and （一） （二） …"""
    out = Output("figures")
    section, number = None, 0
    for text in paragraphs(rows):
        part = PART.match(text)
        if part:
            section, number = "一." + part.group(1), 0
        elif text.startswith("二、"):
            section, number = "二", 0
        if section:
            number = add_figures(out, section, number, text, AMOUNT_OR_SHARE)
    return out


def extract(blocks):
    rows = list(lines_of(blocks))
    starts = [index_of(rows, "附表4-%d$" % n) for n in range(1, 10)]
    buying = index_of(rows, "政府采购预算表$", starts[-1])
    whole = index_of(rows, "第.部分.*预算绩效情况", buying)
    goals = index_of(rows, "部门整体支出绩效目标申报表", whole)
    forms = index_of(rows, "二、项目绩效目标", goals)
    text = index_of(rows, "（一）收入预算情况")
    ends = starts[1:] + [buying]
    outputs = [extract_figures(rows[text:index_of(rows, "第三部分", text)])]
    for number, (start, end) in enumerate(zip(starts, ends), 1):
        outputs.append(extract_public(number, rows[start:end]))
    outputs.append(extract_procurement(rows[buying:whole]))
    outputs.append(extract_unit_goals(rows[goals:forms]))
    projects = extract_forms(rows[forms:])
    if len(projects) != 8:
        problem("%d forms, not 8" % len(projects))
    return outputs + projects


def fold(text):
    """Without white space; brackets and marks are half-width in places; a mark
    at the end is the form's, not the text's."""
    text = unicodedata.normalize("NFKC", bare(text)).replace("\u2212", "-")
    return text.rstrip("。;")


def same(cell, published, ours):
    """Is the cell the published one?  Narrow columns cut names and codes off in
    the text of the source, and a part of 附表4-9 lost zeros: README.md."""
    a, b = fold(published), fold(ours)
    if a == b:
        return True
    if cell and cell.table == "table-%d" % ITEMS and {a, b} <= {"", "0"}:
        return True
    is_code = cell and cell.column == "1"
    return bool(a) and (is_code or not AMOUNT.match(a)) and b.startswith(a)
