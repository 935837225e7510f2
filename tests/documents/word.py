#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What Word's accessibility checker and its reader look for, on DOCX files.

    word.py FOLDER              every *.docx below it
    word.py --self-test FOLDER  each rule finds the fault it is for

Each rule is a function: it takes a Package and yields what is wrong. SPOILERS
has for each rule what to replace in which part so that it must find a fault.
"""

import pathlib
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DC = "{http://purl.org/dc/elements/1.1/}"
TERMS = "{http://purl.org/dc/terms/}"
# Paragraphs without text that Word wants behind and between tables.
BETWEEN_TABLES = ("w-separator", "w-part")
SIZE_MOST = 100_000     # of a report of some 30 pages
SIZE_ROWS = 900         # table rows of such a one


class Package:
    def __init__(self, parts, size):
        self.parts, self.size = parts, size
        self.trees = {}

    def tree(self, name):
        if name not in self.trees:
            self.trees[name] = ET.fromstring(self.parts[name])
        return self.trees[name]

    def body(self):
        return self.tree("word/document.xml").find(W + "body")


def open_package(path):
    with zipfile.ZipFile(path) as archive:
        return Package({n: archive.read(n) for n in archive.namelist()},
                       path.stat().st_size)


def value(element, path):
    found = element.find(path)
    return None if found is None else found.get(W + "val")


def text_of(element):
    return "".join(t.text or "" for t in element.iter(W + "t"))


def style_of(paragraph):
    return value(paragraph, f"{W}pPr/{W}pStyle")


# ---- the document as a whole ----

def rule_title(package):
    """The file has a title, whose it is, and what it is about."""
    core = package.tree("docProps/core.xml")
    for name in (DC + "title", DC + "creator", DC + "subject"):
        found = core.find(name)
        if found is None or not (found.text or "").strip():
            yield f"no {name.rpartition('}')[2]}"


def rule_language(package):
    """The language is stated for text, for the file and for fonts."""
    lang = package.tree("word/styles.xml").find(
        f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    stated = package.tree("docProps/core.xml").find(DC + "language")
    theme = package.tree("word/settings.xml").find(W + "themeFontLang")
    for what, is_there in (
            ("text", lang is not None and lang.get(W + "eastAsia") == "zh-CN"),
            ("file", stated is not None and stated.text == "zh-CN"),
            ("fonts", theme is not None
             and theme.get(W + "eastAsia") == "zh-CN")):
        if not is_there:
            yield f"language of {what}"


def rule_dates(package):
    """Dates are whole, and the same."""
    core = package.tree("docProps/core.xml")
    dates = [core.findtext(TERMS + n) for n in ("created", "modified")]
    if dates[0] != dates[1]:
        yield "created is not modified"
    for date in dates:
        if date and not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", date):
            yield f"date {date}"


def rule_settings(package):
    """Opened as by Word 2013 and later; nothing is asked on opening."""
    settings = package.tree("word/settings.xml")
    modes = [s.get(W + "val") for s in settings.iter(W + "compatSetting")
             if s.get(W + "name") == "compatibilityMode"]
    if modes != ["15"]:
        yield f"compatibility mode {modes}"
    if settings.find(W + "updateFields") is not None:
        yield "fields are updated on opening: Word asks first"


def rule_fonts(package):
    """Each font in use is described, so that another one can stand for it."""
    table = {f.get(W + "name"): f
             for f in package.tree("word/fontTable.xml").iter(W + "font")}
    used = set()
    for name in package.parts:
        if name.endswith(".xml") and name.startswith("word/"):
            for fonts in package.tree(name).iter(W + "rFonts"):
                used |= {fonts.get(W + k) for k in
                         ("ascii", "eastAsia", "hAnsi", "cs")} - {None}
    for name in sorted(used):
        font = table.get(name)
        if font is None:
            yield f"{name} is not described"
            continue
        han = ord(name[0]) >= 0x2E80
        if han and not value(font, W + "altName"):
            yield f"{name} has no other name"
        if not re.fullmatch(r"[0-9A-F]{20}", value(font, W + "panose1") or ""):
            yield f"{name} has no panose"
        if value(font, W + "charset") != ("86" if han else "00"):
            yield f"{name}: charset"
        for what in ("family", "pitch"):
            if not value(font, W + what):
                yield f"{name} has no {what}"


def rule_size(package):
    """Up to 100 KB for a report."""
    rows = len(list(package.body().iter(W + "tr")))
    if package.size > SIZE_MOST * max(1, rows / SIZE_ROWS):
        yield f"{package.size} bytes, {rows} rows"


# ---- text ----

def rule_no_empty_paragraphs(package):
    """White is spacing: no paragraph is there for it."""
    for paragraph in package.body().findall(W + "p"):
        if text_of(paragraph).strip() or style_of(paragraph) in BETWEEN_TABLES:
            continue
        yield "an empty paragraph"


def rule_no_rows_of_blanks(package):
    """Nothing is put in its place by blanks or by tabs."""
    for paragraph in package.body().iter(W + "p"):
        if re.search(r"[ \u00a0\u3000]{3}", text_of(paragraph)):
            yield f"blanks: {text_of(paragraph)[:20]}"
        marks = "".join({W + "tab": "\t"}.get(e.tag, "x")
                        for run in paragraph.iter(W + "r") for e in run)
        if "\t\t" in marks:
            yield f"tabs: {text_of(paragraph)[:20]}"


def outlines(package):
    """Levels of headings in order, from 0."""
    levels = {s.get(W + "styleId"): value(s, f"{W}pPr/{W}outlineLvl")
              for s in package.tree("word/styles.xml").iter(W + "style")}
    for paragraph in package.body().findall(W + "p"):
        level = value(paragraph, f"{W}pPr/{W}outlineLvl")
        level = levels.get(style_of(paragraph)) if level is None else level
        if level is not None and int(level) < 9:
            yield int(level), text_of(paragraph)


def rule_headings(package):
    """Word's navigation shows headings, and no level is passed over."""
    above = -1
    for level, text in outlines(package):
        if level > above + 1:
            yield f"level {level + 1} below {above + 1}: {text[:20]}"
        above = level
    if above < 0:
        yield "no headings"


def rule_links(package):
    """A link says where it leads."""
    marks = {b.get(W + "name")
             for b in package.body().iter(W + "bookmarkStart")}
    for link in package.body().iter(W + "hyperlink"):
        if not re.search(r"[^\d\s]", text_of(link)):
            yield f"a link without words: {text_of(link)!r}"
        if link.get(W + "anchor") not in marks:
            yield f"a link to nowhere: {text_of(link)[:20]}"


# ---- tables ----

def rule_head_rows(package):
    """Each table says that its first row is a head; heads are repeated from
    the first row on, without a gap, and not the whole table."""
    for table in package.body().iter(W + "tbl"):
        look = table.find(f"{W}tblPr/{W}tblLook")
        rows = [row.find(f"{W}trPr/{W}tblHeader") is not None
                for row in table.findall(W + "tr")]
        name = text_of(table)[:20]
        if look is None or look.get(W + "firstRow") != "1":
            yield f"no head: {name}"
        if rows != sorted(rows, reverse=True):
            yield f"a head below other rows: {name}"


def rule_rows_are_whole(package):
    """Cells fill the grid, in each row; a merged cell begins somewhere."""
    for table in package.body().iter(W + "tbl"):
        n = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        open_at = set()
        for row in table.findall(W + "tr"):
            at = 0
            now = set()
            for cell in row.findall(W + "tc"):
                merge = cell.find(f"{W}tcPr/{W}vMerge")
                if merge is not None:
                    now.add(at)
                    if merge.get(W + "val") is None and at not in open_at:
                        yield f"goes on from nowhere: {text_of(row)[:20]}"
                at += int(value(cell, f"{W}tcPr/{W}gridSpan") or 1)
            open_at = now
            if at != n:
                yield f"{at} columns instead of {n}: {text_of(row)[:20]}"


def rule_tables_in_line(package):
    """Tables run with the text, and none is within another."""
    for table in package.body().iter(W + "tbl"):
        if table.find(f"{W}tblPr/{W}tblpPr") is not None:
            yield "a floating table"
        if table.find(f".//{W}tc//{W}tbl") is not None:
            yield "a table in a table"
    for cell in package.body().iter(W + "tc"):
        if len(cell) == 0 or cell[-1].tag != W + "p":
            yield "a cell that does not end with a paragraph"


def rule_pictures(package):
    """No picture or box without words for it: there are none."""
    for tag in ("drawing", "pict", "object", "txbxContent"):
        if package.body().find(f".//{W}{tag}") is not None:
            yield tag


RULES = [f for name, f in sorted(globals().items())
         if name.startswith("rule_")]

DOCUMENT = "word/document.xml"
SPOILERS = {
    "rule_title": ("docProps/core.xml", r"<dc:title>.*?</dc:title>", ""),
    "rule_language": ("word/styles.xml", r'w:eastAsia="zh-CN"', ""),
    "rule_dates": ("docProps/core.xml", r"(<dcterms:modified[^>]*>).*?<",
                   r"\g<1>2024-01-01<"),
    "rule_settings": ("word/settings.xml", r"<w:decimalSymbol",
                      '<w:updateFields w:val="true"/><w:decimalSymbol'),
    "rule_fonts": ("word/fontTable.xml", r"<w:altName [^>]*/>", ""),
    "rule_size": (None, None, None),
    "rule_no_empty_paragraphs": (DOCUMENT, r"<w:p>", "<w:p/><w:p>"),
    "rule_no_rows_of_blanks": (DOCUMENT, r"<w:t>", "<w:t>   "),
    "rule_headings": ("word/styles.xml", r'<w:outlineLvl w:val="0"/>',
                      '<w:outlineLvl w:val="4"/>'),
    "rule_links": (DOCUMENT, r'w:anchor="', 'w:anchor="x'),
    "rule_head_rows": (DOCUMENT, r'w:firstRow="1"', 'w:firstRow="0"'),
    "rule_rows_are_whole": (DOCUMENT, r"<w:gridCol [^>]*/>", ""),
    "rule_tables_in_line": (DOCUMENT, r"</w:tc>", "<w:tbl/></w:tc>"),
    "rule_pictures": (DOCUMENT, r"<w:r>", "<w:r><w:drawing/>"),
}


def spoil(package, part, pattern, replacement):
    if part is None:
        return Package(package.parts, package.size + 10_000_000)
    made, n = re.subn(pattern, replacement,
                      package.parts[part].decode("utf-8"), count=1)
    if n == 0:
        raise ValueError(f"nothing to spoil: {pattern} in {part}")
    return Package({**package.parts, part: made.encode("utf-8")},
                   package.size)


def check(path):
    faults = [f"{rule.__name__[5:]}: {fault}" for rule in RULES
              for fault in rule(open_package(path))]
    for fault in faults[:40]:
        print(f"{path}: {fault}")
    return not faults


def self_test(path):
    """Each rule passes the file and finds its fault."""
    package = open_package(path)
    blind = [rule.__name__ for rule in RULES
             if not list(rule(spoil(package, *SPOILERS[rule.__name__])))]
    print(f"{len(RULES)} rules, {len(blind)} that find nothing: {blind}")
    return check(path) and not blind


def main(args):
    folder = pathlib.Path(args[-1])
    files = sorted(folder.rglob("*.docx"))
    if not files:
        print(f"{folder}: no *.docx")
        return 1
    if args[0] == "--self-test":
        return 0 if self_test(files[0]) else 1
    return 0 if all([check(path) for path in files]) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
