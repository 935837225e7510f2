#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Rare characters of names: drawn, copied and searched, in PDF and DOCX.

    characters.py PROGRAM FILE.doc.xml OUT

Every text of the file must be found in the documents as it is: by Poppler (and
MuPDF, where it is there), in the contents, the outline and the title, and in
Word's paragraphs, in a face that the run or its style names for Han. MISSING is
in no face: it must be reported, be seen as a mark, and still be copied.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile

import pdf as reader

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MISSING = "\U0002a6a5"
TEXTS = ("p", "group", "left", "middle", "right", "cell", "note")
INK_LEAST = 20          # [pixels] of the mark
DPI = 72                # a pixel is a point


def packed(text):
    return re.sub(r"\s", "", text)


def is_rare(char):
    """Outside of what GB2312 has and faces must."""
    try:
        char.encode("gb2312")
        return False
    except UnicodeEncodeError:
        return ord(char) >= 0x3400


def texts_of(doc):
    return [packed("".join(e.itertext())) for name in TEXTS
            for e in doc.iter(name)]


def run(*command):
    return subprocess.run(command, check=True, capture_output=True)


# ---- PDF ----

def extracted(path):
    """(program, text) of each that is there."""
    yield "pdftotext", packed(run("pdftotext", path, "-").stdout.decode())
    if shutil.which("mutool"):
        made = run("mutool", "draw", "-q", "-F", "text", path)
        yield "mutool", packed(made.stdout.decode())


def outline_titles(pdf, reference):
    while reference:
        item = pdf.get(reference)
        yield item["/Title"][2:]
        yield from outline_titles(pdf, item.get("/First"))
        reference = item.get("/Next")


def check_pdf(doc, path):
    headings = [packed("".join(p.itertext())) for p in doc.iter("p")
                if p.get("outline")]
    for program, text in extracted(path):
        for wanted in texts_of(doc):
            if wanted not in text:
                yield f"{program}: {wanted} is not in {path}"
        for heading in headings:
            if text.count(heading) != 2:
                yield f"{program}: {heading} is not in contents and text"
    pdf = reader.Pdf(path)
    outline = pdf.get(pdf.catalog["/Outlines"])
    titles = list(outline_titles(pdf, outline["/First"]))
    if [packed(title) for title in titles] != headings:
        yield f"the outline is {titles}"
    title = pdf.get(pdf.trailer["/Info"])["/Title"][2:]
    if title != doc.get("title"):
        yield f"the title is {title}"


def check_mark(pages, path):
    """Ink where the pages have the text that begins with MISSING."""
    page = 0
    for line in pages.read_text("utf-8").splitlines():
        if line.startswith("page "):
            page = int(line.split()[1]) + 1
        found = re.search(r"text x=([\d.]+) y=([\d.]+) size=([\d.]+).*\""
                          + MISSING, line)
        if found:
            x, y, size = (round(float(part)) for part in found.groups())
            made = run("pdftoppm", "-gray", "-r", str(DPI), "-f", str(page),
                       "-l", str(page), "-x", str(x), "-y", str(y - size),
                       "-W", str(size), "-H", str(size), path).stdout
            pixels = made.split(b"\n", 3)[3]
            if sum(p < 224 for p in pixels) < INK_LEAST:
                yield "the mark of a missing character is not seen"
            return
    yield "no text begins with the missing character"


# ---- DOCX ----

def han_faces(package):
    """{style: the face it names for Han, itself or by its base}."""
    styles = ET.fromstring(package.read("word/styles.xml"))
    own, base = {}, {}
    for style in styles.iter(W + "style"):
        name = style.get(W + "styleId")
        fonts = style.find(f"{W}rPr/{W}rFonts")
        based = style.find(W + "basedOn")
        own[name] = None if fonts is None else fonts.get(W + "eastAsia")
        base[name] = None if based is None else based.get(W + "val")
    faces = {}
    for name in own:
        at = name
        while at and not own.get(at):
            at = base.get(at)
        faces[name] = own.get(at)
    return faces


def check_runs(paragraph, face):
    """What shows a rare character is one w:t in a face for Han."""
    for text in paragraph.findall(f".//{W}r"):
        shown = "".join(t.text or "" for t in text.findall(W + "t"))
        if not any(map(is_rare, shown)):
            continue
        fonts = text.find(f"{W}rPr/{W}rFonts")
        if not (face if fonts is None else fonts.get(W + "eastAsia", face)):
            yield f"DOCX: no face is named for {shown}"


def check_docx(doc, path):
    with zipfile.ZipFile(path) as package:
        faces = han_faces(package)
        body = ET.fromstring(package.read("word/document.xml"))
    shown = []
    for paragraph in body.iter(W + "p"):
        shown.append(packed("".join(t.text or "" for t in
                                    paragraph.iter(W + "t"))))
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        yield from check_runs(paragraph, faces.get(
            "" if style is None else style.get(W + "val")))
    for wanted in texts_of(doc):
        if not any(wanted in text for text in shown):
            yield f"DOCX: {wanted} is no paragraph"


def main(args):
    if len(args) != 3:
        print(__doc__)
        return 2
    source, out = map(pathlib.Path, args[1:])
    shutil.rmtree(out, ignore_errors=True)
    made = run(args[0], "layout", "-f", "pdf,docx,pages", "-o", out, source)
    said = made.stderr.decode().splitlines()
    faults = []
    if (len(said) != 1 or "[LAYOUT-GLYPH]" not in said[0]
            or f"U+{ord(MISSING):X}" not in said[0]):
        faults.append(f"reported: {said}")
    doc = ET.parse(source).getroot()
    name = source.name.split(".")[0]
    faults += check_pdf(doc, out / f"{name}.pdf")
    faults += check_mark(out / f"{name}.pages.txt", out / f"{name}.pdf")
    faults += check_docx(doc, out / f"{name}.docx")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
