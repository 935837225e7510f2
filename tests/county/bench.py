#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How fast: made-up counties of growing size, as a table in Markdown.

    bench.py GONGKAI [UNITS...]

CPU seconds are of all processes together, since the machine may be busy;
memory is that of the largest one. "again": nothing changed; "one": an amount
of one unit changed.
"""
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

import make_county
from test_county import change_amount


def run(*command):
    """Wall and CPU seconds, MiB of the largest process, of one command."""
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{command}: {process.returncode}")
    return (time.monotonic() - begin, usage.ru_utime + usage.ru_stime,
            usage.ru_maxrss // 1024)


def measure(gongkai, units, folder):
    county, out = folder / "county", folder / "out"
    made = make_county.make(units, 1, "hebei-2024")
    make_county.write(made, county, False)
    code = made.tables["支出"][1][0]
    build = (gongkai, "build", "-q", "-o", out, county)
    rows = [("check", run(gongkai, "check", "-q", county))]
    for formats in ("json", "pdf,json", "docx,json"):
        rows.append((formats, run(gongkai, "build", "-q", "-f", formats, "-o",
                                  folder / formats, county)))
    rows.append(("pdf,docx,json", run(*build)))
    rows.append(("again", run(*build)))
    change_amount(county, code)
    rows.append(("one", run(*build)))
    for name, (wall, cpu, memory) in rows:
        print(f"| {units} | {name} | {wall:.2f} | {cpu:.2f} | "
              f"{1000 * cpu / units:.1f} | {memory} |", flush=True)


def main():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    print("| units | what | wall s | CPU s | CPU ms/unit | MiB |")
    print("| ---: | --- | ---: | ---: | ---: | ---: |")
    for units in [int(n) for n in sys.argv[2:]] or [10, 100, 300, 1000]:
        with tempfile.TemporaryDirectory(prefix="gongkai-bench-") as folder:
            measure(sys.argv[1], units, pathlib.Path(folder))


if __name__ == "__main__":
    main()
