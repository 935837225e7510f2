#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Reads a DOCX back and compares it with the doc that it was made from.

    compare.py LAY_OUT FILE.doc.xml

LAY_OUT makes the DOCX.  Compared: paragraphs and their styles' names, tables
cell by cell with their spans, notes, entries of 目录.  Checked: every style,
bookmark, relation and footer that is referred to exists, ids are unique.
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = ("{http://schemas.openxmlformats.org/officeDocument/2006/"
     "relationships}")
BLANKS = re.compile(r"[ \u00a0\u3000\t\n]")

faults = []


def fault(text):
    faults.append(text)


def plain(text):
    """Blanks and line breaks are the setter's: they are not compared."""
    return BLANKS.sub("", text)


# --- the doc file ----------------------------------------------------------

def doc_text(element):
    """Text of <p>, <cell> …; line breaks of the file are none."""
    return plain("".join(element.itertext()))


def doc_cells(table):
    """{(row, column): (text, colspan, rowspan)} by upper left place."""
    n_columns = len(table.findall("column"))
    cells, taken = {}, set()
    rows = table.findall("row")
    for r, row in enumerate(rows):
        column = 0
        for cell in row.findall("cell"):
            while (r, column) in taken:
                column += 1
            if "column" in cell.attrib:
                column = int(cell.get("column")) - 1
            span = int(cell.get("colspan", 1))
            down = int(cell.get("rowspan", 1))
            cells[r, column] = (doc_text(cell), span, down)
            taken.update((r + i, column + k)
                         for i in range(down) for k in range(span))
            column += span
    return len(rows), n_columns, cells


def doc_unit_line(table):
    line = table.find("unit-line")
    return None if line is None else doc_text(line)


# --- the DOCX --------------------------------------------------------------

def value(element, path):
    found = element.find(path)
    return None if found is None else found.get(W + "val")


def word_text(element):
    return plain("".join(t.text or "" for t in element.iter(W + "t")))


def word_rows(table):
    """Rows of (text, colspan, merge); merge: None, restart, continue."""
    rows = []
    for row in table.findall(W + "tr"):
        cells = []
        for cell in row.findall(W + "tc"):
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is not None:
                merge = merge.get(W + "val", "continue")
            span = value(cell, f"{W}tcPr/{W}gridSpan")
            cells.append((word_text(cell), int(span or 1), merge))
        rows.append(cells)
    return rows


def word_cells(rows):
    """The same as doc_cells, row spans from merged cells."""
    cells, open_at = {}, {}
    for r, row in enumerate(rows):
        column = 0
        for text, span, merge in row:
            if merge == "continue":
                start = open_at[column]
                if cells[start][1] != span or text:
                    fault(f"row {r + 1}: a continued cell is different")
                cells[start] = cells[start][:2] + (r - start[0] + 1,)
            else:
                cells[r, column] = (text, span, 1)
                open_at[column] = (r, column)
            column += span
    return cells


# --- comparison ------------------------------------------------------------

def compare_cells(name, doc, word):
    for place in sorted(set(doc) | set(word)):
        wanted = doc.get(place, ("", 1, 1))
        if word.get(place) != wanted:
            fault(f"{name} {place}: {word.get(place)} instead of {wanted}")


def compare_table(name, table, word):
    n_rows, n_columns, cells = doc_cells(table)
    rows = word_rows(word)
    unit = doc_unit_line(table)
    grid = word.findall(f"{W}tblGrid/{W}gridCol")
    if len(grid) != n_columns:
        fault(f"{name}: {len(grid)} columns instead of {n_columns}")
    if unit is not None:
        line = rows.pop(0)
        if line != [(unit, n_columns, None)]:
            fault(f"{name}: unit line {line}")
    if len(rows) != n_rows:
        fault(f"{name}: {len(rows)} rows instead of {n_rows}")
        return
    for r, row in enumerate(rows):
        if sum(cell[1] for cell in row) != n_columns:
            fault(f"{name} row {r + 1}: does not fill the grid")
    compare_cells(name, cells, word_cells(rows))
    check_header(name, table, word)


def check_header(name, table, word):
    wanted = 0 if doc_unit_line(table) is None else 1
    for row in table.findall("row"):
        if row.get("kind") not in ("head", "index"):
            break
        wanted += 1
    headers = [row.find(f"{W}trPr/{W}tblHeader") is not None
               for row in word.findall(W + "tr")]
    if headers != [i < wanted for i in range(len(headers))]:
        fault(f"{name}: rows repeated on each page: {headers}")


def entries_of(doc, group):
    return [doc_text(p) for p in doc.iter("p")
            if p.get("group") == str(group)]


def expected_blocks(doc):
    """What must stand in the body: (kind, id, element or text)."""
    for section in doc.findall("section"):
        for block in section:
            if block.tag == "p":
                yield "p", block.get("id"), doc_text(block)
            elif block.tag == "contents":
                for i, group in enumerate(block.findall("group"), 1):
                    yield "p", f"group {i}", doc_text(group)
                    for entry in entries_of(doc, i):
                        yield "entry", f"group {i}", entry
            elif block.tag == "table":
                yield "table", block.get("id"), block
                for note in block.findall("note"):
                    yield "p", f"note of {block.get('id')}", doc_text(note)


def check_part(first, part):
    """A part of a table that another one ends: like it, its head repeated."""
    grids = [[c.get(W + "w") for c in t.iter(W + "gridCol")]
             for t in (first, part)]
    if grids[0] != grids[1]:
        fault("parts of a table with other columns")
    if part.find(f"{W}tr/{W}trPr/{W}tblHeader") is None:
        fault("a part of a table without a head")


def join_parts(document):
    """Parts of a table are put together again: one table for the doc's."""
    body = document.find(W + "body")
    elements = list(body)
    whole = None
    for i, element in enumerate(elements):
        if value(element, f"{W}pPr/{W}pStyle") == "w-part":
            body.remove(element)
        elif element.tag != W + "tbl":
            continue
        elif value(elements[i - 1], f"{W}pPr/{W}pStyle") != "w-part":
            whole = element
        else:
            check_part(whole, element)
            for row in element.findall(W + "tr"):
                for mark in row.findall(f"{W}trPr/{W}tblHeader"):
                    row.find(W + "trPr").remove(mark)
                whole.append(row)
            body.remove(element)


def body_blocks(document):
    """Paragraphs and tables; separators are left out."""
    join_parts(document)
    for element in document.find(W + "body"):
        if element.tag == W + "tbl":
            yield element
        elif element.tag == W + "p":
            style = value(element, f"{W}pPr/{W}pStyle")
            if style == "w-separator":
                if word_text(element):
                    fault("text in a separator")
            else:
                yield element


def compare_block(kind, name, wanted, element):
    if kind == "table":
        if element.tag != W + "tbl":
            fault(f"{name}: no table")
        else:
            compare_table(name, wanted, element)
        return
    text = word_text(element)
    if element.tag != W + "p":
        fault(f"{name}: no paragraph")
    elif kind == "entry":
        if not re.fullmatch(re.escape(wanted) + r"\d*", text):
            fault(f"{name}: entry {text!r} instead of {wanted!r}")
    elif text != wanted:
        fault(f"{name}: {text!r} instead of {wanted!r}")


def compare_body(doc, document):
    wanted = list(expected_blocks(doc))
    found = list(body_blocks(document))
    if len(wanted) != len(found):
        fault(f"{len(found)} blocks instead of {len(wanted)}")
    for (kind, name, what), element in zip(wanted, found):
        compare_block(kind, name, what, element)


# --- references ------------------------------------------------------------

def check_styles(document, styles):
    ids = [s.get(W + "styleId") for s in styles.findall(W + "style")]
    names = [value(s, W + "name") for s in styles.findall(W + "style")]
    for what, items in (("id", ids), ("name", names)):
        for item in {i for i in items if items.count(i) > 1}:
            fault(f"style {what} {item} comes twice")
    for tag in ("pStyle", "rStyle", "tblStyle"):
        for used in document.iter(W + tag):
            if used.get(W + "val") not in ids:
                fault(f"no style {used.get(W + 'val')}")
    for field in document.iter(W + "instrText"):
        listed = re.search(r'\\t "([^"]*)"', field.text or "")
        if listed:
            parts = listed.group(1).split(",")[::2]
            known = [n.lower() for n in names]
            if not any(part.lower() in known for part in parts):
                fault(f"目录 lists no style that exists: {parts}")


def check_bookmarks(document):
    starts = [b.get(W + "name") for b in document.iter(W + "bookmarkStart")]
    ids = [b.get(W + "id") for b in document.iter(W + "bookmarkStart")]
    ends = [b.get(W + "id") for b in document.iter(W + "bookmarkEnd")]
    if len(set(starts)) != len(starts) or sorted(ids) != sorted(ends):
        fault("bookmarks are not in order")
    for link in document.iter(W + "hyperlink"):
        if link.get(W + "anchor") not in starts:
            fault(f"no bookmark {link.get(W + 'anchor')}")


def check_relations(package, document):
    rels = ET.fromstring(package.read("word/_rels/document.xml.rels"))
    targets = {r.get("Id"): r.get("Target") for r in rels}
    for target in targets.values():
        if f"word/{target}" not in package.namelist():
            fault(f"no part {target}")
    for footer in document.iter(W + "footerReference"):
        if footer.get(R + "id") not in targets:
            fault(f"no relation {footer.get(R + 'id')}")


def main(lay_out, file):
    doc = ET.parse(file).getroot()
    with tempfile.TemporaryDirectory() as folder:
        made = pathlib.Path(folder) / "made.docx"
        subprocess.run([lay_out, file, made], check=True)
        size = made.stat().st_size
        with zipfile.ZipFile(made) as package:
            document = ET.fromstring(package.read("word/document.xml"))
            styles = ET.fromstring(package.read("word/styles.xml"))
            check_relations(package, document)
    compare_body(doc, document)
    check_styles(document, styles)
    check_bookmarks(document)
    if size > 100_000:
        fault(f"{size} bytes")
    for text in faults[:40]:
        print(f"{file}: {text}")
    tables = len(list(document.iter(W + "tbl")))
    print(f"{file}: {tables} tables, {size} bytes, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
