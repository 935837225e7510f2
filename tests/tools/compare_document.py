#!/usr/bin/env python3
"""Compare a document that we made with the published one, cell by cell.

    compare_document.py DOC.xml EXPECTED DIFFERENCES

DOC.xml is `gongkai build -f doc`; EXPECTED a folder of tests/expected/, whose
name is the sample's.  The cells are taken out of our document by the same
extractors that took them out of the published one.  White space does not
count; page numbers of the contents do not, they are a result of layout.
Amounts in sentences are compared by section, words and amount, not by order.
Every other difference must stand in DIFFERENCES, and every entry there must
occur.  The exit status is 1 if there is anything to report.
"""

import collections
import csv
import pathlib
import sys

from expected import hebei, hubei
from expected.blocks import bare, problems
from expected.document import read_document

Cell = collections.namedtuple("Cell", "table row column")


def read_expected(folder):
    cells = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for line in csv.DictReader(lines):
                cells[Cell(line["table"], line["row"], line["column"])] = line["value"]
    return cells


def read_differences(path, sample):
    with path.open(encoding="utf-8", newline="") as lines:
        return [line for line in csv.DictReader(lines) if line["sample"] == sample]


def apply(differences, cells, report):
    """The published cells as ours must have them."""
    for line in differences:
        cell = Cell(line["table"], line["row"], line["column"])
        published = cells.get(cell, "")
        if bare(published) != bare(line["published"]):
            report("differences.csv: %s %s.%s is published as “%s”, not “%s”"
                   % (*cell, published, line["published"]))
        cells[cell] = line["ours"]


def is_compared(cell):
    return cell.table != "contents" or cell.column != "2" or cell.row.startswith("group")


def compare_cells(published, ours, family, report):
    for cell in list(published) + [c for c in ours if c not in published]:
        if cell.table in family.UNPLACED or not is_compared(cell):
            continue
        a, b = published.get(cell, ""), ours.get(cell, "")
        if not family.same(cell, a, b):
            report("%s %s.%s: published “%s”, ours “%s”" % (*cell, a, b))


def compare_unplaced(published, ours, table, family, report):
    """The cells of a table whose places the text of the source lost."""
    a, b = ([value for cell, value in cells.items() if cell.table == table and value]
            for cells in (published, ours))
    for value in a:
        match = next((other for other in b if family.same(None, value, other)), None)
        if match is None:
            report("%s: “%s” is published, not ours" % (table, value))
        else:
            b.remove(match)
    for value in b:
        report("%s: “%s” is ours, not published" % (table, value))


def figures_of(cells):
    """(section, words, amount) of each figure, counted."""
    rows = collections.defaultdict(dict)
    for cell, value in cells.items():
        if cell.table == "figures":
            rows[cell.row][cell.column] = bare(value)
    return collections.Counter(
        (row.rpartition(".")[0], columns.get("1", ""), columns.get("2", ""))
        for row, columns in rows.items() if any(columns.values()))


def compare_figures(published, ours, report):
    a, b = figures_of(published), figures_of(ours)
    for section, words, amount in (a - b).elements():
        report("figures %s: “%s” %s is published, not ours" % (section, words, amount))
    for section, words, amount in (b - a).elements():
        report("figures %s: “%s” %s is ours, not published" % (section, words, amount))


def extract(path, family):
    cells = {}
    for out in family.extract(read_document(path)):
        for table, row, _, column, value in out.lines:
            cells[Cell(table, row, column)] = value
    return cells


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    document, folder, differences = map(pathlib.Path, sys.argv[1:])
    if document.is_dir():
        document = next(iter(sorted(document.rglob("*.doc.xml"))))
    found = []
    published = read_expected(folder)
    apply(read_differences(differences, folder.name), published, found.append)
    family = hubei if "hubei" in folder.name else hebei
    ours = extract(document, family)
    compare_cells(published, ours, family, found.append)
    for table in family.UNPLACED:
        if table != "figures":
            compare_unplaced(published, ours, table, family, found.append)
    compare_figures(published, ours, found.append)
    for text in found:
        print(text)
    print("%s: %d cells compared, %d differences, %d problems"
          % (folder.name, len(published), len(found), len(problems)))
    sys.exit(1 if found or problems or not published else 0)


if __name__ == "__main__":
    main()
