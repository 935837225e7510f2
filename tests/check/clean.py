#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Made-up counties in which nothing is wrong: nothing is to be found, no 提示
either, with any template. clean.py GONGKAI"""
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "county"))

import make_county  # noqa: E402
import words  # noqa: E402

UNITS = 9


def findings(gongkai, template, seed, folder):
    make_county.write(make_county.make(UNITS, seed, template), folder, False)
    run = subprocess.run([gongkai, "check", "-v", folder], text=True,
                         stderr=subprocess.PIPE, stdout=subprocess.PIPE)
    lines = (run.stdout + run.stderr).splitlines()
    # how a page was set is no finding of the rules
    return [line for line in lines if "[" in line and "[LAYOUT-" not in line]


def main():
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for seed, template in enumerate(sorted(words.FAMILIES), 1):
            where = pathlib.Path(folder) / template
            for line in findings(sys.argv[1], template, seed, where):
                print(f"{template}, seed {seed}: {line}")
                failed = True
    sys.exit(failed)


if __name__ == "__main__":
    main()
