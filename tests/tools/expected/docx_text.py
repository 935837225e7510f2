"""Text of a DOCX: one cell per line, to the same blocks as the text of a PDF.

A line that begins with a tab is a cell, a blank line ends the row, a line
without a tab right after a cell is a further paragraph of that cell.  Cells
that span columns stand once, cells that span rows are repeated empty.  The line
with the unit of money is the first row of its table.  Nothing marks a heading.
"""

import re

from .blocks import Block, bare, clean

ENTRY = re.compile(r"^([^\t]+)\t(\d+)$")
PAGE_NUMBER = re.compile(r"^\d+$")  # fields of a footer, stray in the text
UNIT_LINE = re.compile(r"^(单位：|截止时间：)")
NUMBERED = re.compile(r"^\d+、[^，。；：]+$")


def is_docx_text(lines):
    """Most rows hold one cell: their only tab is the line's first character."""
    rows = [line for line in lines if "\t" in line]
    return sum(line.rfind("\t") == 0 for line in rows) > len(rows) / 2


def read_docx_text(lines):
    blocks, row = [], None
    for number, line in enumerate(lines, 1):
        if not line.strip(" "):
            row = None
        elif line.startswith("\t"):
            if row is None:
                row = new_row(blocks, number)
            row.append(clean(line))
        elif row is not None:
            row[-1] += clean(line)
        else:
            add_line(blocks, number, line)
    entries = {bare(b.text) for b in blocks if b.kind == "entry"}
    for block in blocks:
        if block.kind == "text" and is_heading(block.text, entries):
            block.kind = "heading"
    return [part for block in blocks for part in split_unit_line(block)]


def new_row(blocks, number):
    if not blocks or blocks[-1].kind != "table":
        blocks.append(Block("table", number, rows=[]))
    blocks[-1].rows.append([])
    return blocks[-1].rows[-1]


def add_line(blocks, number, line):
    entry = ENTRY.match(clean(line))
    if entry:
        blocks.append(Block("entry", number, entry.group(1).strip(), page=entry.group(2)))
    elif not PAGE_NUMBER.match(line.strip()):
        blocks.append(Block("text", number, clean(line)))


def is_heading(text, entries):
    """What the list of contents names, its groups, and short numbered lines."""
    return bare(text) in entries or bool(NUMBERED.match(text)) or text.endswith("目录")


def split_unit_line(block):
    """A table, with the paragraphs above the frame that came as its first row."""
    if block.kind != "table":
        return [block]
    block.rows = [row for row in block.rows if any(row)]
    before = []
    if block.rows and UNIT_LINE.match(block.rows[0][-1]):
        before = [Block("text", block.line, cell) for cell in block.rows.pop(0)]
    if len(block.rows) > 1:
        block.rows[0] = spread(block.rows[0], block.rows[1])
    return before + [block]


def spread(upper, lower):
    """The upper header row with its cells in the first column of their span.

    A row whose cells do not fit the columns of the next one is no header.
    """
    starts = [begins(lower, column) for column in range(len(lower))]
    if len(upper) >= len(lower) or sum(starts) != len(upper):
        return upper
    cells = iter(upper)
    return [next(cells) if start else "" for start in starts]


def begins(lower, column):
    """Does a cell of the upper row begin over this column of the lower one?

    Over a blank one: it spans both rows.  Else it is a group, and its columns
    go on until a blank, a repeated text or the end of code and name.
    """
    if column == 0 or not lower[column] or not lower[column - 1]:
        return True
    group = column
    while group > 0 and lower[group - 1]:
        group -= 1
    seen = list(map(bare, lower[group:column]))
    return bare(lower[column]) in seen[:1] or seen == ["科目编码", "科目名称"]
