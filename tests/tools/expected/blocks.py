"""The source as a list of blocks, and what all extractors need for it."""

import re
import sys

ENTRY = re.compile(r"^(.*?)\s*\.{3,}\t(\d+)$")

problems = []


def problem(message):
    problems.append(message)
    print("extract_expected: " + message, file=sys.stderr)


class Block:
    """A heading, a paragraph, a table or an entry of the list of contents.

    heading, text   text
    table           rows, lists of cells
    entry           text, page
    """

    def __init__(self, kind, line, text=None, rows=None, page=None):
        self.kind, self.line = kind, line
        self.text, self.rows, self.page = text, rows, page


def bare(text):
    return re.sub(r"\s", "", text)


def clean(text):
    """Undo the marks of the converter, keep the text itself."""
    text = re.sub(r"</?(b|p)>|\*\*|\[bookmark: [^\]]*\]", "", text)
    text = re.sub(r"\$([^$]*)\$", math, text)
    return text.strip()


def math(match):
    text = match.group(1).replace("\\geq", "≥").replace("\\leq", "≤")
    return text.replace("\\%", "%").replace(" ", "")


def split_at(blocks, starts):
    """The blocks from each start to the next one."""
    ends = starts[1:] + [len(blocks)]
    return [blocks[a:b] for a, b in zip(starts, ends)]


def read_pdf_text(lines):
    """Text of a PDF: '#' marks headings, a row is a line with tabs.

    Consecutive lines of one kind are one block; blank lines and '---' part.
    """
    blocks = []
    previous = None
    for number, line in enumerate(lines, 1):
        kind = kind_of(line)
        entry = ENTRY.match(clean(line))
        if entry:
            blocks.append(Block("entry", number, entry.group(1), page=entry.group(2)))
        elif kind == "heading":
            blocks.append(Block(kind, number, clean(line.lstrip("# "))))
        elif kind == "table":
            if previous != "table":
                blocks.append(Block(kind, number, rows=[]))
            blocks[-1].rows.append([clean(cell) for cell in line.split("\t")])
        elif kind == "text" and previous == "text":
            blocks[-1].text += clean(line)
        elif kind == "text":
            blocks.append(Block(kind, number, clean(line)))
        previous = None if entry else kind
    return blocks


def kind_of(line):
    if not line.strip() or line.strip() == "---":
        return None
    if line.startswith("#"):
        return "heading"
    return "table" if "\t" in line else "text"
