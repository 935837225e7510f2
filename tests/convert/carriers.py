# SPDX-License-Identifier: MIT
"""Sets of data as files, for the tests of gongkai convert."""
import csv
import pathlib
import subprocess


def run(gongkai, *args):
    return subprocess.run([gongkai, *map(str, args)], capture_output=True,
                          text=True)


def convert(gongkai, source, target):
    """Converts without a word of complaint."""
    done = run(gongkai, "convert", source, target)
    if done.returncode != 0 or done.stderr:
        raise SystemExit(f"{source} -> {target}: {done.returncode}\n"
                         f"{done.stdout}{done.stderr}")


def content(folder):
    """{path: rows of a table, or text}, whatever the bytes round them."""
    found = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.suffix == ".csv":
            with open(path, encoding="utf-8-sig", newline="") as file:
                found[name] = [row for row in csv.reader(file)
                               if any(cell.strip() for cell in row)]
        elif path.is_file():
            text = path.read_text(encoding="utf-8-sig")
            found[name] = text.rstrip("\n")
    return found


def assert_same(a, b):
    """Two folders hold the same tables and texts."""
    left, right = content(a), content(b)
    if left.keys() != right.keys():
        raise SystemExit(f"{a}, {b}: files {left.keys() ^ right.keys()}")
    for name, value in left.items():
        if value != right[name]:
            raise SystemExit(f"{a}, {b}: {name} differs\n{value!r}\n"
                             f"{right[name]!r}")
