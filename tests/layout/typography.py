#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures the typography of all samples and of a made-up county.

    typography.py GONGKAI LAYOUT_MEASURE

GONGKAI makes the documents as doc files, LAYOUT_MEASURE (measure.c) lays them
out and fails for what must not be on a page.
"""
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
UNITS = 50


def make(gongkai, data, out):
    """The doc files of an input; findings in the data are not of interest."""
    done = subprocess.run(
        [gongkai, "build", "-q", "-f", "doc", "-o", out, data],
        check=False, capture_output=True, text=True)
    files = sorted(out.rglob("*.doc.xml"))
    if done.returncode > 1 or not files:
        raise SystemExit(f"{data}: no documents\n{done.stderr}")
    return files


def main(args):
    if len(args) != 2:
        print(__doc__)
        return 2
    gongkai, measure = args
    worst = 0
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        county = work / "county"
        subprocess.run(
            [sys.executable, "-B", ROOT / "tests/county/make_county.py",
             "--units", str(UNITS), county], check=True, capture_output=True)
        samples = []
        for sample in sorted((ROOT / "samples").iterdir()):
            if sample.is_dir():
                samples += make(gongkai, sample, work / sample.name)
        made_up = make(gongkai, county, work / "out")
        for name, files in ("samples", samples), ("county", made_up):
            print(f"{name}:", flush=True)
            done = subprocess.run([measure, *files], check=False)
            worst = max(worst, abs(done.returncode))
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
