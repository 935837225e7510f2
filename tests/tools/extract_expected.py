#!/usr/bin/env python3
"""Take the tables and forms of a published budget document out of its text.

    extract_expected.py SOURCE.txt OUT_DIR

SOURCE is the text of a published document of the Hebei family as a converter
made it from the PDF: headings marked with '#', table rows as tab-separated
lines, everything else paragraphs.  OUT_DIR receives one CSV per table with the
columns table, row, row_label, column, value; tests/expected/README.md
describes them.  Nothing is written into a cell that the source does not have.
Two damages of the converter are undone, because only the place of a cell
suffered and not its text: see repair_head() and read_form().  Whatever does
not look as expected is reported, and the exit status is 1.
"""

import csv
import itertools
import os
import re
import sys

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
SECTION = re.compile(r"^([一二三四五六七八九十]+)、(.+)$")
CHAPTER = re.compile(r"^(\d+)、(.+)$")
AMOUNT = re.compile(r"(\d+(?:\.\d+)?)\s*万元")
CLAUSE_END = re.compile(r"[，。；：、]")
LEAD_WORDS = re.compile(r"^(（|其中|包括|主要为|和)+")

problems = []


def problem(message):
    problems.append(message)
    print("extract_expected: " + message, file=sys.stderr)


# --- the source as a list of blocks ------------------------------------------


class Block:
    """A heading, a paragraph or a table (rows of cells); line numbers from 1."""

    def __init__(self, kind, line, text=None, rows=None):
        self.kind, self.line, self.text, self.rows = kind, line, text, rows


def clean(text):
    """Undo the marks of the converter, keep the text itself."""
    text = re.sub(r"</?b>|\*\*", "", text)
    text = re.sub(r"\$([^$]*)\$", math, text)
    return text.strip()


def math(match):
    text = match.group(1).replace("\\geq", "≥").replace("\\leq", "≤")
    return text.replace("\\%", "%").replace(" ", "")


def read_blocks(path):
    """Consecutive lines of one kind are one block; blank lines and '---' part."""
    blocks = []
    previous = None
    with open(path, encoding="utf-8-sig") as source:
        for number, line in enumerate(source, 1):
            line = line.rstrip("\n")
            if not line.strip() or line.strip() == "---":
                previous = None
                continue
            if line.startswith("#"):
                blocks.append(Block("heading", number, clean(line.lstrip("# "))))
                previous = None
            elif "\t" in line:
                if previous != "table":
                    blocks.append(Block("table", number, rows=[]))
                blocks[-1].rows.append([clean(cell) for cell in line.split("\t")])
                previous = "table"
            elif previous == "text":
                blocks[-1].text += clean(line)
            else:
                blocks.append(Block("text", number, clean(line)))
                previous = "text"
    return blocks


def bare(text):
    return re.sub(r"\s", "", text)


# --- the output ---------------------------------------------------------------


class Output:
    """The cells of one table, in document order."""

    def __init__(self, table):
        self.table, self.lines = table, []

    def cell(self, row, label, column, value):
        self.lines.append([self.table, str(row), label, str(column), value])

    def cells(self, row, label, first, values):
        for column, value in enumerate(values, first):
            self.cell(row, label, column, value)

    def filled(self, row, first, values):
        """Header cells: a blank only continues the cell before or above it."""
        for column, value in enumerate(values, first):
            if value:
                self.cell(row, "", column, value)

    def write(self, folder):
        path = os.path.join(folder, self.table + ".csv")
        with open(path, "w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(["table", "row", "row_label", "column", "value"])
            writer.writerows(self.lines)


# --- contents -----------------------------------------------------------------


def is_contents_row(row):
    return len(row) == 2 and re.search(r"\.{3,}$", row[0]) and row[1].isdigit()


def extract_contents(blocks):
    """The list of contents, and the index of the first block after it."""
    out = Output("contents")
    last = max((i for i, b in enumerate(blocks)
                if b.kind == "table" and any(map(is_contents_row, b.rows))), default=-1)
    if last < 0:
        problem("no list of contents")
        return out, 0
    entry = group = 0
    for block in blocks[:last + 1]:
        if block.kind == "table":
            for row in filter(is_contents_row, block.rows):
                entry += 1
                text = re.sub(r"\s*\.{3,}$", "", row[0])
                out.cells(entry, text, 1, [text, row[1]])
        elif block.kind == "heading" and not out.lines:
            out.cell("title", "", 1, block.text)
        elif block.kind == "heading":
            group += 1
            out.cell("group.%d" % group, "", 1, block.text)
    return out, last + 1


# --- the nine public tables -----------------------------------------------------


def is_numbers_row(row):
    """The row of column numbers, 栏次 (档次 is a misprint of the publishers)."""
    return row[0] in ("栏次", "档次")


def repair_head(head):
    """The converter puts the last column's two header cells one place apart.

    上年结转 spans both rows of the last column, 其他收入 is the last of the
    group before it.  In the text the upper cell stands one column to the left
    and the lower one to the right: they change places.
    """
    upper, lower = head
    if (len(upper) == len(lower) and upper[-2] and not upper[-1]
            and lower[-1] and not lower[-2]):
        upper[-2], upper[-1] = "", upper[-2]
        lower[-2], lower[-1] = lower[-1], ""


def split_part(rows, where):
    """One page's part of a table: two header rows, the numbers, the body."""
    at = next((i for i, row in enumerate(rows) if is_numbers_row(row)), None)
    if at != 2:
        problem("%s: the row of column numbers is not the third" % where)
        return [], [], rows
    head = [list(rows[0]), list(rows[1])]
    repair_head(head)
    return head, rows[2], rows[3:]


def label_of(row):
    """Code and name, or the item: the first texts that are no amounts."""
    texts = [c for c in row[1:] if c and not re.match(r"^-?\d+\.\d+$", c)]
    return " ".join(texts[:2])


def extract_public(table, blocks):
    """blocks: from the title to the next title."""
    out = Output(table)
    out.cell("title", "", 1, blocks[0].text)
    unit_line = []
    parts, notes = [], []
    for block in blocks[1:]:
        if block.kind == "table":
            parts.append(split_part(block.rows, "%s, line %d" % (table, block.line)))
        elif block.text.startswith("注："):
            notes.append(block.text)
        elif not parts:
            unit_line.append(block.text)
        elif bare(block.text) not in map(bare, unit_line):
            problem("%s, line %d: unexpected text %s" % (table, block.line, block.text))
    if not parts:
        problem("%s: no rows" % table)
        return out
    head, numbers, _ = parts[0]
    for later, _, _ in parts[1:]:
        if [list(map(bare, r)) for r in later] != [list(map(bare, r)) for r in head]:
            problem("%s: a later page has another head" % table)
    out.cells("unit", "", 1, unit_line)
    for level, row in enumerate(head, 1):
        out.filled("head.%d" % level, 0, row)
    out.cells("numbers", "", 0, numbers)
    body = join_cut_rows([row for _, _, rows in parts for row in rows], table)
    for expected, row in enumerate(body, 1):
        if row[0] != str(expected):
            problem("%s: row %s where %d is due" % (table, row[0], expected))
        if len(row) != len(numbers):
            problem("%s: row %s has %d cells, not %d"
                    % (table, row[0], len(row), len(numbers)))
        out.cells(row[0], label_of(row), 0, row)
    for number, note in enumerate(notes, 1):
        out.cell("note.%d" % number, "", 1, note)
    return out


def join_cut_rows(rows, table):
    """A row without 序号 is the rest of a row that a page end had cut."""
    body = []
    for row in rows:
        if row[0] or not body:
            body.append(list(row))
        else:
            for i, cell in enumerate(row):
                body[-1][i] += cell
    return body


# --- the tables inside the text -------------------------------------------------


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


def extract_goals(blocks):
    """（二）分项绩效目标: number, name and indicators; the goal itself is free text."""
    out = Output("goals")
    name = None
    for block in blocks:
        if block.kind == "table":
            continue
        match = CHAPTER.match(block.text)
        if match:
            name = match
        elif block.text.startswith("绩效指标：") and name:
            out.cells(name.group(1), name.group(2), 1, [name.group(2), block.text])
    return out


# --- project forms ----------------------------------------------------------------


def after(cells, label):
    """The cell after a label; the label itself; blanks between are the converter's."""
    names = [bare(c) for c in cells]
    return cells[names.index(label) + 1] if label in names else None


def form_rows(rows, where):
    """The rows of one form by kind, whatever columns the converter gave them."""
    form = {"plan": [], "indicators": []}
    expect = None
    for row in rows:
        texts = [c for c in row if c]
        first = bare(row[0])
        if first == "项目编码":
            form["code"] = texts[:4]
        elif first == "预算规模及资金用途":
            form["budget"] = (texts[:6] + [after(row, "其他资金") or ""])
            expect = "purpose"
        elif first.startswith("资金支出计划"):
            form["plan.head"] = texts
            expect = "plan"
        elif first == "12月底":
            # the last column of the plan was cut off and put under it
            form["plan.head"].append(row[0])
            form["plan"].append(row[1])
        elif first == "绩效目标":
            form["goals"] = [row[0], row[1]]
        elif first == "一级指标":
            form["indicator.head"] = texts
            expect = "indicator"
        elif expect == "purpose" and not row[0]:
            form["purpose"] = texts[0]
            expect = None
        elif expect == "plan" and not row[0]:
            form["plan"] = [c for c in row[1:] if c]
            expect = None
        elif expect == "indicator" and not any(row[len(form["indicator.head"]):]):
            form["indicators"].append(row[:len(form["indicator.head"])])
        else:
            problem("%s: unexpected row %s" % (where, texts))
    return form


def extract_form(number, blocks):
    out = Output("project-%02d" % number)
    out.cell("title", "", 1, blocks[0].text)
    unit_line = [b.text for b in blocks[1:] if b.kind != "table"]
    rows = [row for b in blocks if b.kind == "table" for row in b.rows]
    form = form_rows(rows, blocks[0].text)
    out.cells("unit", "", 1, unit_line)
    if "code" in form:
        out.cells("code", "", 1, form["code"])
        out.cells("budget", "", 1, form["budget"])
        out.cell("purpose", "", 1, form.get("purpose", ""))
        out.cells("plan.head", "", 1, form["plan.head"])
        out.cells("plan", "", 2, form["plan"])
    out.cells("goals", "", 1, form["goals"])
    out.cells("indicator.head", "", 1, form["indicator.head"])
    level = ""
    for index, row in enumerate(form["indicators"], 1):
        level = row[0] or level
        out.cells("indicator.%d" % index, " ".join([level, row[1], row[2]]), 1, row)
    return out


# --- amounts in sentences ------------------------------------------------------------


def extract_figures(sections):
    """Every amount in 万元 in a sentence, and the words of the clause before it."""
    out = Output("figures")
    for section in sections:
        mark = SECTION.match(section[0].text)
        if not mark or mark.group(1) not in ("二", "三", "四", "九"):
            continue
        part, number = mark.group(1), 0
        for block in section[1:]:
            if block.kind == "table":
                continue
            chapter = CHAPTER.match(block.text)
            if chapter and block.kind == "heading":
                part, number = "%s.%s" % (mark.group(1), chapter.group(1)), 0
                continue
            end = 0
            for match in AMOUNT.finditer(block.text):
                words = bare(CLAUSE_END.split(block.text[end:match.start()])[-1])
                words = LEAD_WORDS.sub("", words) or words
                end, number = match.end(), number + 1
                out.cells("%s.%d" % (part, number), words, 1, [words, match.group(1)])
    return out


# --- the document -------------------------------------------------------------------


def split_at(blocks, starts):
    """The blocks from each start to the next one."""
    ends = starts[1:] + [len(blocks)]
    return [blocks[a:b] for a, b in zip(starts, ends)]


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


def find_sections(blocks):
    """Index of the heading of each section 一、 二、 …, counted through."""
    numerals = "一 二 三 四 五 六 七 八 九 十 十一 十二".split()
    starts = []
    for i, block in enumerate(blocks):
        if block.kind == "heading" and len(starts) < len(numerals):
            match = SECTION.match(block.text)
            if match and match.group(1) == numerals[len(starts)]:
                starts.append(i)
    return starts


def extract(path):
    blocks = read_blocks(path)
    contents, start = extract_contents(blocks)
    outputs = [contents]
    body = blocks[start:]

    tables = find_public(body)
    text = next((i for i in range(tables[-1] + 1, len(body))
                 if re.search("信息公开情况说明$", bare(body[i].text or ""))), len(body))
    while body[text - 1].kind == "heading":  # a title of two lines
        text -= 1
    for number, part in enumerate(split_at(body[:text], tables), 1):
        outputs.append(extract_public("table-%d" % number, part))

    prose = body[text:]
    sections = split_at(prose, find_sections(prose))
    outputs.append(extract_plain("units", "(部门|单位)机构设置情况", prose, 1))
    outputs.append(extract_figures(sections))
    outputs.append(extract_goals(
        next((s for s in sections if s[0].text.startswith("五、")), [])))
    outputs.append(extract_plain("procurement", "(部门|单位)政府采购预算", prose, 2))
    outputs.append(extract_plain("assets", "(部门|单位)固定资产占用情况表", prose, 1))

    forms = [i for i, b in enumerate(prose)
             if b.kind == "heading" and re.fullmatch(r"\d+、.*绩效目标表", b.text)]
    last = next((i for i, b in enumerate(prose) if forms and i > forms[-1]
                 and b.kind == "heading"), len(prose))
    for number, part in enumerate(split_at(prose[:last], forms), 1):
        outputs.append(extract_form(number, part))
    return outputs


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    outputs = extract(sys.argv[1])
    os.makedirs(sys.argv[2], exist_ok=True)
    for out in outputs:
        out.write(sys.argv[2])
    cells = sum(len(out.lines) for out in outputs)
    print("%d tables, %d cells, %d problems" % (len(outputs), cells, len(problems)))
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
