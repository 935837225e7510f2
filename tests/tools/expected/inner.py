"""The tables inside the text: 机构设置, goals, procurement, assets."""

import itertools
import re

from .blocks import bare, problem
from .output import Output


def extract_plain(table, title, blocks, head_rows):
    """A table with neither 序号 nor 栏次; columns are counted from 1."""
    out = Output(table)
    start = next((i for i, b in enumerate(blocks)
                  if b.kind != "table" and re.fullmatch(title, bare(b.text))), None)
    if start is None:
        problem("%s: no title" % table)
        return out
    out.cell("title", "", 1, blocks[start].text)
    at = next((i for i in range(start, len(blocks)) if blocks[i].kind == "table"), None)
    if at is None:
        problem("%s: no rows" % table)
        return out
    unit_line = [b.text for b in blocks[start + 1:at]]
    head, body = blocks[at].rows[:head_rows], blocks[at].rows[head_rows:]
    out.cells("unit", "", 1, unit_line)
    for level, row in enumerate(head, 1):
        out.filled("head.%d" % level, 1, row)
    for number, row in enumerate(body, 1):
        out.cells(number, row[0], 1, row)
    notes = itertools.takewhile(lambda b: (b.text or "").startswith("注："), blocks[at + 1:])
    for number, note in enumerate(notes, 1):
        out.cell("note.%d" % number, "", 1, note.text)
    return out


GOAL_NAME = re.compile(r"^(\d+、|（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、)(.+)$")
GOAL = re.compile(r"^(\d+、)?绩效目标[：:]")
MEASURE = re.compile(r"^绩效指标[：:]")


def extract_goals(blocks):
    """（二）分项绩效目标: name or 类别, then the lines 绩效指标：…

    The goals themselves are free text and not listed; they are numbered through
    the document, whatever 类别 they belong to.
    """
    out = Output("goals")
    name, number, column = None, 0, 0
    for block in after_heading(blocks, "（二）分项绩效目标", "（三）"):
        match = GOAL_NAME.match(block.text)
        if GOAL.match(block.text):
            number, column = number + 1, 2
            out.cell(number, name, 1, name)
        elif MEASURE.match(block.text):
            out.cell(number, name, column, block.text)
            column += 1
        elif match:
            name = match.group(2)
    return out


def after_heading(blocks, first, end):
    texts = [b for b in blocks if b.kind != "table"]
    starts = itertools.dropwhile(lambda b: not bare(b.text).startswith(first), texts)
    return itertools.takewhile(lambda b: not b.text.startswith(end), list(starts)[1:])
