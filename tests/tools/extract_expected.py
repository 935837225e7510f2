#!/usr/bin/env python3
"""Take the tables and forms of a published budget document out of its text.

    extract_expected.py SOURCE.txt OUT_DIR

SOURCE is the text of a published document as a converter made it from the PDF
(headings marked with '#', table rows as tab-separated lines, everything else
paragraphs) or from the DOCX (one cell per line).  OUT_DIR receives one CSV per
table with the columns table, row, row_label, column, value;
tests/expected/README.md describes them.  Nothing is written into a cell that
the source does not have.  Damages of the converter are undone only where the
place of a cell suffered and not its text.  Whatever does not look as expected
is reported, and the exit status is 1.
"""

import os
import sys

from expected import hebei, hubei
from expected.blocks import problems, read_pdf_text
from expected.docx_text import is_docx_text, read_docx_text


def extract(path):
    with open(path, encoding="utf-8-sig") as source:
        lines = source.read().split("\n")
    read_blocks = read_docx_text if is_docx_text(lines) else read_pdf_text
    family = hubei if any(line.startswith("附表4-1") for line in lines) else hebei
    return family.extract(read_blocks(lines))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    outputs = extract(sys.argv[1])
    os.makedirs(sys.argv[2], exist_ok=True)
    for out in outputs:
        out.write(sys.argv[2])
    cells = sum(len(out.lines) for out in outputs)
    print("%d tables, %d cells, %d problems" % (len(outputs), cells, len(problems)))
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
