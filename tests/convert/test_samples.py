#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A set of data through all carriers: folder, workbook, XML, folder again,
each also made from the last.  The tables and texts stay the same, and the
documents made from each carrier are the same byte for byte.

    test_samples.py GONGKAI FOLDER
"""
import pathlib
import sys
import tempfile

from carriers import assert_same, convert, run


def documents(gongkai, source, out):
    """{path: bytes} of what is published."""
    done = run(gongkai, "build", "-q", "-f", "pdf,docx,json", "-o", out, source)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{source}: {done.stderr}")
    made = {p.relative_to(out).as_posix(): p.read_bytes()
            for p in out.rglob("*") if p.is_file()
            and p.suffix in (".pdf", ".docx", ".json")
            and not p.name.startswith("manifest.")}
    if len(made) < 3:
        raise SystemExit(f"{source}: only {sorted(made)} was made")
    return made


def main(gongkai, sample):
    with tempfile.TemporaryDirectory() as name:
        place = pathlib.Path(name)
        steps = [pathlib.Path(sample), place / "a.xlsx", place / "b.xml",
                 place / "c", place / "d.xml", place / "e.xlsx", place / "f"]
        for source, target in zip(steps, steps[1:]):
            convert(gongkai, source, target)
        assert_same(sample, place / "c")
        assert_same(sample, place / "f")
        for a, b in (("a.xlsx", "e.xlsx"), ("b.xml", "d.xml")):
            if (place / a).read_bytes() != (place / b).read_bytes():
                raise SystemExit(f"{a} and {b} differ")
        wanted = documents(gongkai, steps[0], place / "out")
        for source in steps[1:4]:
            got = documents(gongkai, source, place / f"out-{source.name}")
            if got.keys() != wanted.keys():
                raise SystemExit(f"{source}: {got.keys() ^ wanted.keys()}")
            for path in wanted:
                if got[path] != wanted[path]:
                    raise SystemExit(f"{source}: {path} differs")


main(*sys.argv[1:])
