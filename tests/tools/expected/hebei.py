"""A document of the Hebei family: nine tables, then the text."""

import re

from .blocks import bare, problem, split_at
from .contents import extract_contents, split_run_in
from .figures import SECTION, extract_figures
from .forms import extract_form
from .inner import extract_goals, extract_plain
from .public import extract_public

PUBLIC_TABLES = [
    "收支总表",
    "收入总表",
    "支出总表",
    "财政拨款收支总表",
    "一般公共预算财政拨款支出表",
    "一般公共预算财政拨款基本支出表",
    "政府性?基金预算财政拨款支出表",
    "国有资本经营预算财政拨款支出表",
    "财政拨款“三公”经费支出表",
]
# Tables that are not compared by place.
UNPLACED = ("figures",)
NUMERALS = "一 二 三 四 五 六 七 八 九 十 十一 十二".split()


def find_public(blocks):
    """Index of the title of each public table, in their order."""
    starts, wanted = [], 0
    for i, block in enumerate(blocks):
        if (wanted < len(PUBLIC_TABLES) and block.kind == "heading"
                and re.fullmatch("(部门|单位)预算" + PUBLIC_TABLES[wanted], bare(block.text))):
            starts.append(i)
            wanted += 1
    if wanted < len(PUBLIC_TABLES):
        problem("public table %s not found" % PUBLIC_TABLES[wanted])
    return starts


def find_sections(blocks, entries):
    """Index of the heading of each section 一、 二、 … that the contents list."""
    listed = set(map(bare, entries))
    starts = []
    for i, block in enumerate(blocks):
        if block.kind == "heading" and len(starts) < len(NUMERALS):
            match = SECTION.match(block.text)
            if (match and match.group(1) == NUMERALS[len(starts)]
                    and bare(block.text) in listed):
                starts.append(i)
    return starts


def find_text(body, start):
    """Index of the title of the text."""
    text = next((i for i in range(start, len(body))
                 if re.search("信息公开情况说明$", bare(body[i].text or ""))), len(body))
    while body[text - 1].kind == "heading":  # a title of two lines
        text -= 1
    return text


def extract_forms(prose):
    forms = [i for i, b in enumerate(prose)
             if b.kind == "heading" and re.fullmatch(r"\d+、.*绩效目标表", b.text)]
    last = next((i for i, b in enumerate(prose) if forms and i > forms[-1]
                 and b.kind == "heading"), len(prose))
    return [extract_form(number, part)
            for number, part in enumerate(split_at(prose[:last], forms), 1)]


def extract(blocks):
    contents, start = extract_contents(blocks)
    entries = [b.text for b in blocks if b.kind == "entry"]
    body = split_run_in(blocks[start:], entries)

    tables = find_public(body)
    text = find_text(body, tables[-1] + 1)
    outputs = [contents]
    for number, part in enumerate(split_at(body[:text], tables), 1):
        outputs.append(extract_public("table-%d" % number, part))

    prose = body[text:]
    sections = split_at(prose, find_sections(prose, entries))
    goals = next((s for s in sections if s[0].text.startswith("五、")), [])
    outputs += [
        extract_plain("units", "(部门|单位)机构设置情况", prose, 1),
        extract_figures(sections),
        extract_goals(goals),
        extract_plain("procurement", "(部门|单位)政府采购预算", prose, 2),
        extract_plain("assets", "(部门|单位)固定资产占用情况表", prose, 1),
    ]
    return outputs + extract_forms(prose)


def same(_, published, ours):
    """Is the cell the published one? White space is the converter's."""
    return bare(published) == bare(ours)
