#!/usr/bin/env python3
"""Hold a sample's facts against the published figures, without gongkai.

    verify_sample.py SAMPLE_DIR EXPECTED_DIR DIFFERENCES.csv
    verify_sample.py SAMPLE_DIR

Computes the amounts, codes and forms of a document from the tables of the
sample, in 分, each figure rounded once and half up, and compares them with the
cells that extract_expected.py took out of the published document.  This is an
independent model of the pivots, to show that the facts of the sample are right
before and beside the program.  Titles, header cells and the fixed labels of
rows are not its business.  A made-up sample has no published document: then
only the tables are held against each other.  Exit status 1 if something differs
that DIFFERENCES does not list.
"""

import os
import sys

from facts import hebei, hebei_text, hubei
from facts.compare import (compare_cells, compare_sentences, load_differences,
                           load_expected, stale)
from facts.sample import Sample, read

FORMS = {
    "hebei-2022": (hebei.BUILDERS, hebei_text.sentences_2022),
    "hebei-2024": (hebei.BUILDERS, hebei_text.sentences_2024),
    "hubei-2024": (hubei.BUILDERS, hubei.sentences),
}
# A family of which nothing published is a sample.
NO_MODEL = ((), lambda sample, expected: {})


def balance(sample):
    """What the tables of the sample must agree on among themselves."""
    wrong = 0
    for unit in {row["单位代码"] for row in sample.economic}:
        basic = sum(r["金额"] for r in sample.economic if r["单位代码"] == unit)
        spent = sample.spent(kind="基本支出", unit=unit)
        if basic != spent:
            wrong += 1
            print("%s: 经济分类 %d 分, 基本支出 %d 分" % (unit, basic, spent))
    return wrong


def compare(cells, said, expected, expected_folder, differences):
    name = os.path.basename(os.path.normpath(expected_folder))
    known = load_differences(differences, name)
    return (stale(expected, known) + compare_cells(cells, expected, known)
            + compare_sentences(said, expected, known))


def verify(sample, arguments):
    """One document; returns the number of differences."""
    cells = {}
    builders, sentences = FORMS.get(sample.form, NO_MODEL)
    for build in builders:
        build(sample, cells)
    expected = load_expected(arguments[0]) if arguments else {}
    said = sentences(sample, expected)
    wrong = balance(sample)
    if expected:
        wrong += compare(cells, said, expected, *arguments)
    print("%s: %d cells and %d figures in sentences computed, %d wrong"
          % (sample.unit["单位代码"], len(cells), sum(map(len, said.values())), wrong))
    return wrong


def main():
    if len(sys.argv) not in (2, 4):
        sys.exit(__doc__)
    folder = sys.argv[1]
    documents = [u["单位代码"] for u in read(folder, "单位") if u["模板"]]
    wrong = sum(verify(Sample(folder, code), sys.argv[2:]) for code in documents)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
