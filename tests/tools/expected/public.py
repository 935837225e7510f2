"""The nine public tables."""

import re

from .blocks import bare, problem
from .output import Output


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
