#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Does every message have a case that produces it, and every rule?

    tests/messages.py WITNESS TEST...

WITNESS is the folder in which the unit tests write down what they produce
(witness.c); those TESTs that did not run are named, for what they produce is
not known (run them first: ctest -L unit).  What the program itself says is
taken from golden/*/expected: a message is there if its whole text is, with
anything for {0}, {1} ...  A rule has a case if one of its messages has.

Messages that no test can reach are listed in messages-without-case.txt, a name
and the reason a line.  One that gets a case has to leave the list.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
STRING = r'(?:"(?:[^"\\]|\\.)*"\s*)+'
MESSAGE = re.compile(
    rf"^X\((\w+),\s*({STRING}),\s*(DIAG_\w+),\s*({STRING}),\s*({STRING})\)",
    re.M)
# Those without a function are checked when the data are read.
RULE = re.compile(r'^\{"([A-Z-]+)",.*, rule_\w+\},$', re.M)
EXEMPT = pathlib.Path(__file__).with_name("messages-without-case.txt")


def literal(text):
    """The text of adjacent C strings."""
    parts = re.findall(r'"((?:[^"\\]|\\.)*)"', text)
    return re.sub(r"\\(.)", r"\1", "".join(parts))


class Message:
    """A row of some messages.inc."""

    def __init__(self, file, line, match):
        self.file, self.line = file, line
        self.name = match[1]
        self.id, self.level, self.zh, self.en = (
            match[2], match[3], match[4], match[5])
        self.id, self.zh, self.en = map(
            literal, (self.id, self.zh, self.en))

    def pattern(self, text):
        """What the program prints for it."""
        parts = re.split(r"\{!?\d\}", text)
        return r"\[" + self.id + r"\][^\n]*?" + r"[^\n]*?".join(
            map(re.escape, parts))


def read_messages():
    """All rows of all lists; a row that is not understood is an error."""
    found = []
    for file in sorted((ROOT / "generator").rglob("messages.inc")):
        text = file.read_text("utf-8")
        rows = list(MESSAGE.finditer(text))
        if len(rows) != len(re.findall(r"^X\(", text, re.M)):
            raise SystemExit(f"{file}: a row is not X(NAME, \"ID\", ...)")
        name = file.relative_to(ROOT).as_posix()
        found += [Message(name, text.count("\n", 0, row.start()) + 1, row)
                  for row in rows]
    return found


def read_exempt():
    """{name: reason}"""
    rows = (line.split(None, 1)
            for line in EXEMPT.read_text("utf-8").splitlines()
            if line.strip() and not line.startswith("#"))
    return {row[0]: row[1] if len(row) > 1 else "" for row in rows}


def produced_by_units(folder, tests):
    """Names of messages; without them all nothing can be said."""
    files = {test: folder / f"{test.replace('/', '_')}.txt" for test in tests}
    absent = [test for test, file in files.items() if not file.exists()]
    if absent:
        raise SystemExit(
            f"{len(absent)} of {len(tests)} unit tests have not run in this "
            f"build, what they produce is not known: {', '.join(absent)}\n"
            "Run them first: ctest -L unit")
    return {name for file in files.values()
            for name in file.read_text().split()}


def produced_by_program(messages):
    said = "\n".join(
        file.read_text("utf-8")
        for file in sorted((ROOT / "tests/golden").glob("*/expected/std*")))
    return {message.name for message in messages
            if any(re.search(message.pattern(text), said)
                   for text in (message.zh, message.en))}


def main(args):
    if len(args) < 2:
        print(__doc__)
        return 2
    messages = read_messages()
    exempt = read_exempt()
    produced = (produced_by_units(pathlib.Path(args[0]), args[1:])
                | produced_by_program(messages))
    faults = []
    for message in messages:
        if message.name in produced and message.name in exempt:
            faults.append(f"{EXEMPT.name}: {message.name} has a case now, "
                          "take it off the list")
        elif message.name not in produced and message.name not in exempt:
            faults.append(f"{message.file}:{message.line}: no test produces "
                          f"{message.name} [{message.id}]: {message.zh}")
    names = {message.name for message in messages}
    faults += [f"{EXEMPT.name}: there is no message {name}"
               for name in sorted(set(exempt) - names)]
    faults += [f"{EXEMPT.name}: {name}: say why" for name in sorted(exempt)
               if not exempt[name]]
    ids = {message.id for message in messages if message.name in produced}
    rules = (ROOT / "generator/check/table.inc").read_text("utf-8")
    faults += [f"generator/check/table.inc: no test produces a finding of "
               f"the rule {rule}" for rule in RULE.findall(rules)
               if rule not in ids]
    for fault in faults:
        print(fault)
    print(f"{len(messages)} messages, {len(messages) - len(faults)} with a "
          f"case or a reason")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
