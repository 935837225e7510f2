#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a screen reader is given: the structure tree as Poppler reads it.

    structure.py FOLDER EXPECTED           compare every *.pdf below FOLDER
    structure.py --update FOLDER EXPECTED  write what is expected

EXPECTED/<name>.txt has an element a line, its text behind it; a table's row
is one line, its cells separated by |, a header cell marked ^. It is read
like the document: look at it before you commit it.
"""

import difflib
import pathlib
import re
import subprocess
import sys

SHOWN = 60


def tree_of(path):
    """(depth, line) of pdfinfo's listing; numbers of objects left out."""
    made = subprocess.run(["pdfinfo", "-struct-text", str(path)], check=True,
                          capture_output=True)
    for line in made.stdout.decode("utf-8").splitlines():
        text = line.lstrip()
        yield (len(line) - len(text)) // 2, re.sub(
            r"^Object \d+ 0$", "(link)", text)


def outline(path):
    """The lines that are expected."""
    lines = []
    within_row = None       # depth of the TR
    cells = []
    for depth, text in tree_of(path):
        kind = re.match(r"[^ :]*", text).group()
        if within_row is not None and depth <= within_row:
            lines.append("  " * within_row + "TR " + " | ".join(cells))
            within_row = None
        if within_row is not None:
            if kind in ("TH", "TD"):
                cells.append("^" if kind == "TH" else "")
            elif text[0] == '"':
                cells[-1] += text[1:-1]
        elif kind == "TR":
            within_row, cells = depth, []
        elif text[0] == '"':
            lines[-1] += " " + text[1:-1]
        elif text == "(link)":
            lines[-1] += " " + text
        elif text[0] != "/":
            lines.append("  " * depth + kind)
    return [line.rstrip() + "\n" for line in lines]


def main(args):
    update = args[:1] == ["--update"]
    if len(args) != 2 + update:
        print(__doc__)
        return 2
    folder, expected = map(pathlib.Path, args[-2:])
    files = sorted(folder.rglob("*.pdf"))
    status = 0 if files else 1
    for path in files:
        made = outline(path)
        file = expected / (path.stem + ".txt")
        if update:
            expected.mkdir(parents=True, exist_ok=True)
            file.write_text("".join(made), encoding="utf-8")
            continue
        wanted = (file.read_text(encoding="utf-8").splitlines(True)
                  if file.exists() else [])
        difference = list(difflib.unified_diff(wanted, made, str(file),
                                               str(path), n=1))
        sys.stdout.writelines(difference[:SHOWN])
        status = 1 if difference else status
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
