"""Our own document (its doc.xml) as the list of blocks that extractors read."""

import xml.etree.ElementTree as ElementTree

from .blocks import Block


def text_of(element):
    return "".join(element.itertext()).strip()


def cell_text(cell):
    paragraphs = cell.findall("p")
    return " ".join(map(text_of, paragraphs)) if paragraphs else text_of(cell)


def rows_of(table, spread):
    """Rows of texts. What a cell above covers is blank; spread: what a cell to
    the left covers, too."""
    covered = {}
    for number, row in enumerate(table.findall("row")):
        texts, column = [], 0
        cells = row.findall("cell")
        while cells or (number, column) in covered:
            width = covered.get((number, column))
            if width:
                texts += [""] * (width if spread else 1)
                column += width
                continue
            cell = cells.pop(0)
            width = int(cell.get("colspan", 1))
            texts += [cell_text(cell)] + [""] * (width - 1 if spread else 0)
            for below in range(1, int(cell.get("rowspan", 1))):
                covered[number + below, column] = width
            column += width
        if row.get("kind") != "blank":
            yield texts


def read_table(table):
    unit_line = table.find("unit-line")
    for part in unit_line if unit_line is not None else ():
        if text_of(part):
            yield Block("text", 0, text_of(part))
    yield Block("table", 0, rows=list(rows_of(table, table.get("style") != "form")))
    for note in table.findall("note"):
        yield Block("text", 0, text_of(note))


def read_contents(contents, root):
    """Groups with the headings that name them; the layout knows the pages."""
    for number, group in enumerate(contents.findall("group"), 1):
        if text_of(group):
            yield Block("heading", 0, text_of(group))
        for heading in root.iter("p"):
            if heading.get("group") == str(number):
                yield Block("entry", 0, text_of(heading), page="")


def read_document(path):
    root = ElementTree.parse(path).getroot()
    blocks = []
    for section in root.iter("section"):
        for element in section:
            if element.tag == "table":
                blocks += read_table(element)
            elif element.tag == "contents":
                blocks += read_contents(element, root)
            elif element.tag == "p":
                style = element.get("style", "")
                heads = "heading" in style or "title" in style
                blocks.append(Block("heading" if heads else "text", 0,
                                    text_of(element)))
    return blocks
