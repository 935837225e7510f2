#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Do the Chinese pages say what the English ones say?

    tests/translations.py              every X.md that has an X.zh-CN.md
    tests/translations.py --self-test  are things that are left out found?

Nobody can compare the words, but what is no word is the same in both: the
levels of the headings; examples; of each row of a table the code in its first
cell, and how many rows there are without; how many items the lists have. In an
indented example, what stands behind two blanks is prose. The Chinese page may
say more: it has at least as many paragraphs in each section, and every name in
`code`.
"""

import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
CODE = re.compile(r"`([^`\n]+)`")
# A name of the program's: <list>, `{…}`, --from, 支出[…], input.xsd; not 说明.
NAME = re.compile(r"[A-Za-z<>{}\[\]=@$]")

Section = collections.namedtuple("Section",
                                 "heading examples rows items names paragraphs")
FIELDS = ("examples", "rows", "items", "names", "paragraphs")


def pairs():
    for chinese in sorted(ROOT.glob("*/**/*.zh-CN.md")):
        english = chinese.with_name(chinese.name.replace(".zh-CN", ""))
        if english.exists():
            yield english, chinese


def kind(line, fenced):
    """What a line is; an example goes on until the next one that is not."""
    if fenced or line.startswith("```"):
        return "example"
    if line.startswith("    "):
        return "indented"
    if re.match(r"#+ ", line):
        return "heading"
    return "row" if line.startswith("|") else "words"


def cells(row):
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]]


def first_cell(row):
    """Its code; of one in words only that it is there."""
    return " ".join(f"`{code}`" for code in CODE.findall(cells(row)[0])) or "…"


def names_in(text):
    """`./bootstrap` and the page itself may be spoken of in other words."""
    return {code for code in CODE.findall(text)
            if NAME.search(code) and not code.endswith(".md")}


def sections(text):
    found = [Section("", [], [], [], set(), [])]
    fenced = False
    before = ""
    for line in text.split("\n"):
        what = kind(line, fenced)
        if what == "words" and line and not before:
            found[-1].paragraphs.append("¶")
        before = line
        if line.startswith("```"):
            fenced = not fenced
        if what == "heading":
            found.append(Section(line.split(" ")[0], [], [], [],
                                 names_in(line), []))
        elif what == "example":
            found[-1].examples.append(line)
        elif what == "indented":
            found[-1].examples.append(re.split(r"(?<=\S)  ", line)[0])
        elif what == "row":
            found[-1].rows.append(first_cell(line))
        elif re.match(" *- ", line):
            found[-1].items.append("- …")
        if what in ("row", "words"):
            found[-1].names.update(names_in(line))
    return found


def lacking(one, other):
    """What other has not, or has less often."""
    rest = collections.Counter(one)
    rest.subtract(other)
    return [thing for thing, n in rest.items() for _ in range(n)]


def faults(english, chinese):
    """What one of the two texts has and the other has not."""
    here, there = sections(english), sections(chinese)
    if [s.heading for s in here] != [s.heading for s in there]:
        yield "the headings are not those of the other page"
        return
    for n, (en, zh) in enumerate(zip(here, there)):
        for one, other, which in ((en, zh, "Chinese"), (zh, en, "English")):
            for what in FIELDS if one is en else FIELDS[:3]:
                for thing in lacking(getattr(one, what), getattr(other, what)):
                    yield (f"section {n}: the {which} page lacks, of {what}: "
                           f"{thing.strip()}")
        if (en.examples, en.rows) == (zh.examples, zh.rows):
            continue
        if sorted(en.rows) == sorted(zh.rows) and en.rows != zh.rows or (
                sorted(en.examples) == sorted(zh.examples)
                and en.examples != zh.examples):
            yield f"section {n}: the order is not the same"


def faults_of(english, chinese):
    texts = [page.read_text("utf-8") for page in (english, chinese)]
    for text, other in zip(texts, (chinese, english)):
        if f"]({other.name})" not in "".join(text.split("\n")[:4]):
            yield f"the other page does not name {other.name} at its head"
    yield from faults(*texts)


def self_test():
    """Each line of an example, row of a table and item must be missed."""
    missed = 0
    for english, chinese in pairs():
        texts = [page.read_text("utf-8") for page in (english, chinese)]
        for side in (0, 1):
            fenced = False
            lines = texts[side].split("\n")
            for n, line in enumerate(lines):
                what = kind(line, fenced)
                fenced = fenced != line.startswith("```")
                item = what == "words" and re.match(" *- ", line)
                if what not in ("row", "indented", "example") and not item or (
                        line.startswith("```") or not line.strip()):
                    continue
                spoilt = list(texts)
                spoilt[side] = "\n".join(lines[:n] + lines[n + 1:])
                if not list(faults(*spoilt)):
                    print(f"{(english, chinese)[side].name}:{n + 1}: it is "
                          "not missed when it is left out")
                    missed += 1
    return missed


def main(args):
    if args == ["--self-test"]:
        return 1 if self_test() else 0
    bad = False
    for english, chinese in pairs():
        for fault in faults_of(english, chinese):
            bad = True
            print(f"{chinese.relative_to(ROOT)}: {fault}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
