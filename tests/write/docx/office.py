#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How far an office suite sets the DOCX as we set the PDF.

    office.py [--lines] GONGKAI FILE.doc.xml [FOLDER]

Lays the doc out (GONGKAI layout), opens the DOCX in LibreOffice with the fonts
of our PDF (the official names stand for them: tests/office-fonts.conf) and
prints how many paragraphs take another number of lines there, how many
headings stand on another page, and which.  Exit status 1 if a heading stands
on another page than in the PDF, or a paragraph is not there; --lines: also if
one takes another number of lines.
FOLDER: where the files are left; LibreOffice's PDF is in its folder office.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

BLANKS = re.compile(r"\s")
FOOT = re.compile(r"^—\d+—$")
TESTS = pathlib.Path(__file__).resolve().parent.parent.parent


def plain(text):
    return BLANKS.sub("", text)


def lay_out(gongkai, doc, folder):
    """Our PDF and DOCX."""
    subprocess.run([gongkai, "layout", "-q", "-f", "pdf,docx", "-o", folder,
                    doc], check=True)
    name = pathlib.Path(doc).name.removesuffix(".xml").removesuffix(".doc")
    return folder / f"{name}.pdf", folder / f"{name}.docx"


def set_by_office(docx, folder):
    env = dict(os.environ,
               FONTCONFIG_FILE=str(TESTS / "office-fonts.conf"))
    profile = (folder / "profile").resolve().as_uri()
    subprocess.run(["soffice", f"-env:UserInstallation={profile}",
                    "--headless", "--convert-to", "pdf", "--outdir",
                    folder / "office", docx], check=True, env=env,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return folder / "office" / f"{docx.stem}.pdf"


def lines_of(pdf):
    """[(page, line without blanks)], without page numbers."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True,
                          capture_output=True).stdout.decode("utf-8")
    return [(page, plain(line))
            for page, sheet in enumerate(text.split("\f"), 1)
            for line in sheet.split("\n")
            if plain(line) and not FOOT.match(plain(line))]


def paragraphs_of(doc):
    """(text, is heading) of each paragraph but those of 目录."""
    for section in ET.parse(doc).getroot().findall("section"):
        for block in section.findall("p"):
            text = plain("".join(block.itertext()))
            if text:
                yield text, "outline" in block.attrib


def find(text, lines, start):
    """(first line, lines) of the paragraph from start on, or None."""
    for first in range(start, len(lines)):
        if not text.startswith(lines[first][1]):
            continue
        joined, n = "", 0
        while len(joined) < len(text) and first + n < len(lines):
            joined += lines[first + n][1]
            n += 1
        if joined == text:
            return first, n
    return None


def place(paragraphs, lines):
    """[(page, lines)] of each paragraph, None if it was not found."""
    at, places = 0, []
    for text, _ in paragraphs:
        found = find(text, lines, at)
        if found is None:
            places.append(None)
            continue
        places.append((lines[found[0]][0], found[1]))
        at = found[0] + found[1]
    return places


def compare(paragraphs, ours, theirs):
    wrong = 0
    counts = {"paragraphs": 0, "lines": 0, "pages": 0, "lost": 0}
    for (text, heading), a, b in zip(paragraphs, ours, theirs):
        counts["paragraphs"] += 1
        if a is None or b is None:
            counts["lost"] += 1
            continue
        if a[1] != b[1]:
            counts["lines"] += 1
            print(f"  {a[1]} lines, there {b[1]}: {text[:30]}")
        if heading and a[0] != b[0]:
            counts["pages"] += 1
            wrong += 1
            print(f"  page {a[0]}, there {b[0]}: {text[:30]}")
    return wrong, counts


def main(gongkai, doc, folder=None, lines=False):
    paragraphs = list(paragraphs_of(doc))
    with tempfile.TemporaryDirectory() as scratch:
        work = pathlib.Path(folder or scratch)
        pdf, docx = lay_out(gongkai, doc, work)
        ours = place(paragraphs, lines_of(pdf))
        theirs = place(paragraphs, lines_of(set_by_office(docx, work)))
    wrong, counts = compare(paragraphs, ours, theirs)
    print(f"{doc}: {counts['paragraphs']} paragraphs, {counts['lines']} with "
          f"another number of lines, {counts['pages']} headings on another "
          f"page, {counts['lost']} not found")
    return 1 if wrong or counts["lost"] or lines and counts["lines"] else 0


if __name__ == "__main__":
    STRICT = "--lines" in sys.argv
    sys.exit(main(*[word for word in sys.argv[1:] if word != "--lines"],
                  lines=STRICT))
