"""Our cells and sentences against the published ones and the known differences."""

import csv
import os
import re
from collections import Counter, defaultdict


def bare(text):
    return re.sub(r"\s", "", text)


def load_expected(folder):
    cells = {}
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".csv"):
            continue
        with open(os.path.join(folder, name), encoding="utf-8", newline="") as source:
            for row in csv.DictReader(source):
                cells[row["table"], row["row"], row["column"]] = row["value"]
    return cells


def load_differences(path, sample):
    with open(path, encoding="utf-8-sig", newline="") as source:
        return {(d["table"], d["row"], d["column"]): (d["published"], d["ours"])
                for d in csv.DictReader(source) if d["sample"] == sample}


def stale(expected, known):
    """Differences that name another published value than there is."""
    wrong = [(key, values) for key, values in known.items()
             if bare(expected.get(key, "")) != bare(values[0])]
    for key, (published, _) in wrong:
        print("differences.csv: %s %s %s is not '%s' but '%s'"
              % (key + (published, expected.get(key, ""))))
    return len(wrong)


def same(table, published, ours):
    """The mark at the end of a line of 绩效指标 is the template's; 附表4-9 has codes
    whose end is cut off."""
    if table == "goals":
        published, ours = published.rstrip("；。"), ours.rstrip("；。")
    if table == "table-9" and len(bare(published)) == 20:
        ours = ours[:20]
    return bare(published) == bare(ours)


def compare_cells(ours, expected, known):
    wrong = 0
    for key, value in sorted(ours.items(), key=str):
        key = tuple(map(str, key))
        published = known[key][1] if key in known else expected.get(key, "")
        if not same(key[0], published, value):
            wrong += 1
            print("%s %s %s: published '%s', ours '%s'" % (key + (published, value)))
    return wrong + missing_rows(ours, expected)


def missing_rows(ours, expected):
    have = {(str(table), str(row)) for table, row, _ in ours}
    rows = {key[:2] for key in expected if re.fullmatch(r"\d+|indicator\.\d+", key[1])}
    wrong = 0
    for table, row in sorted(rows - have):
        # rows that only have labels, and what is not compared by row
        if not re.match("figures|contents|unit-goals|table-[14]$", table):
            wrong += 1
            print("%s %s: published, but not ours" % (table, row))
    return wrong


def compare_sentences(ours, expected, known):
    published = defaultdict(Counter)
    rows = {key[1] for key in list(expected) + list(known) if key[0] == "figures"}
    for row in rows:
        pair = []
        for column in ("1", "2"):
            key = ("figures", row, column)
            pair.append(bare(known[key][1] if key in known else expected.get(key, "")))
        if any(pair):
            published[row.rpartition(".")[0]][tuple(pair)] += 1
    wrong = 0
    for section in sorted(set(published) | set(ours)):
        mine = Counter((bare(words), amount) for words, amount in ours.get(section, []))
        for sign, rest in (("published", published[section] - mine),
                           ("ours", mine - published[section])):
            for words, amount in rest:
                wrong += 1
                print("section %s, only %s: %s %s" % (section, sign, words, amount))
    return wrong
