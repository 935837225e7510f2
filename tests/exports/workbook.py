# SPDX-License-Identifier: MIT
"""A workbook from rows of texts, as budget systems export it: amounts are
numbers, codes texts, groups of headings merged cells."""
import re
import zipfile
from xml.sax.saxutils import escape

NUMBER = re.compile(r"-?[0-9,]+\.[0-9]{2}")

PARTS = {
    "[Content_Types].xml":
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="rels" ContentType="application/'
        'vnd.openxmlformats-package.relationships+xml"/><Default '
        'Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels":
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        'relationships"><Relationship Id="r1" Type="http://schemas.'
        'openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
}


def name_of(column):
    """1 is A, 27 is AA."""
    name = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def cell(text, row, column):
    place = f'r="{name_of(column)}{row}"'
    if NUMBER.fullmatch(text):
        return f'<c {place}><v>{float(text.replace(",", ""))!r}</v></c>'
    return (f'<c {place} t="inlineStr"><is><t xml:space="preserve">'
            f"{escape(text)}</t></is></c>")


def sheet(rows, merged):
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(cell(text, number, column)
                        for column, text in enumerate(row, 1) if text)
        lines.append(f'<row r="{number}">{cells}</row>')
    merges = "".join(f'<mergeCell ref="{ref}"/>' for ref in merged)
    if merges:
        merges = f"<mergeCells>{merges}</mergeCells>"
    return ('<worksheet xmlns="http://schemas.openxmlformats.org/'
            'spreadsheetml/2006/main"><sheetData>' + "".join(lines) +
            f"</sheetData>{merges}</worksheet>")


def write(path, sheets):
    """sheets: {name: (rows, merged ranges)}"""
    entries = "".join(
        f'<sheet name="{escape(name)}" sheetId="{i}" r:id="s{i}"/>'
        for i, name in enumerate(sheets, 1))
    targets = "".join(
        f'<Relationship Id="s{i}" Type="http://schemas.openxmlformats.org/'
        f'officeDocument/2006/relationships/worksheet" '
        f'Target="worksheets/sheet{i}.xml"/>'
        for i in range(1, len(sheets) + 1))
    parts = dict(PARTS)
    parts["xl/workbook.xml"] = (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/'
        '2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/'
        f'2006/relationships"><sheets>{entries}</sheets></workbook>')
    parts["xl/_rels/workbook.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships">{targets}</Relationships>')
    for i, (rows, merged) in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/sheet{i}.xml"] = sheet(rows, merged)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts.items():
            book.writestr(name, text)
