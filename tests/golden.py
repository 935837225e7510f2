#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Golden cases: an input beside the output that is expected of it.

    tests/golden.py PROGRAM CASE...            run; show what differs
    tests/golden.py --update PROGRAM CASE...   rewrite what is expected

A case is a folder tests/golden/<name>/:

    cmd          lines for sh, run in a copy of the folder; the first line is
                 a comment: the one purpose of the case.  gongkai is PROGRAM.
    expected/    files that the commands must make, byte by byte, and besides
                 stdout, stderr (nothing, if the file is not there) and
                 status (0).
    the rest     the input; ../../../templates is the project's folder

To expect one more file, make it empty in expected/ and --update.  Look at the
difference before you commit it.
"""

import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

DEFAULTS = {"stdout": b"", "stderr": b"", "status": b"0\n"}
SHOWN = 80
TEMPLATES = pathlib.Path(__file__).resolve().parent.parent / "templates"


def run_case(case, program):
    """Runs the commands; {name: bytes, or None if not made}."""
    expected = case / "expected"
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder) / "tests" / "golden" / case.name
        (pathlib.Path(folder) / "templates").symlink_to(TEMPLATES)
        shutil.copytree(case, work, ignore=shutil.ignore_patterns("expected"))
        tools = pathlib.Path(folder) / "bin"
        tools.mkdir()
        (tools / "gongkai").symlink_to(program)
        path = f"{tools}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(["sh", "-e", "cmd"], cwd=work, check=False,
                              capture_output=True, timeout=300,
                              stdin=subprocess.DEVNULL,
                              env={**os.environ, "PATH": path})
        made = {"stdout": done.stdout, "stderr": done.stderr,
                "status": f"{done.returncode}\n".encode()}
        for file in sorted(expected.rglob("*")):
            name = file.relative_to(expected).as_posix()
            if file.is_file() and name not in made:
                result = work / name
                made[name] = result.read_bytes() if result.is_file() else None
    return made


def read_expected(case, name):
    file = case / "expected" / name
    return file.read_bytes() if file.is_file() else DEFAULTS.get(name)


def show_difference(name, wanted, made):
    """The difference as text, cut off; or one line for other bytes."""
    try:
        lines = list(difflib.unified_diff(
            wanted.decode("utf-8").splitlines(keepends=True),
            made.decode("utf-8").splitlines(keepends=True),
            f"expected/{name}", name))
    except UnicodeDecodeError:
        print(f"{name}: {len(made)} bytes instead of other {len(wanted)}")
        return
    for line in lines[:SHOWN]:
        print(line if line.endswith("\n") else line + "\n\\ no newline\n",
              end="")
    if len(lines) > SHOWN:
        print(f"... and {len(lines) - SHOWN} lines more")


def check_case(case, program):
    good = True
    for name, made in run_case(case, program).items():
        wanted = read_expected(case, name)
        if made == wanted:
            continue
        good = False
        if made is None:
            print(f"{name}: was not made")
        else:
            show_difference(name, wanted, made)
    return good


def update_case(case, program):
    good = True
    for name, made in run_case(case, program).items():
        file = case / "expected" / name
        if made is None:
            print(f"{case.name}: {name} was not made")
            good = False
        elif made == DEFAULTS.get(name):
            file.unlink(missing_ok=True)
        elif made != read_expected(case, name) or not file.is_file():
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(made)
            print(f"{case.name}: {name}")
    return good


def purpose_of(case):
    """The comment of the first line; a case without one is refused."""
    first = (case / "cmd").read_text("utf-8").split("\n", 1)[0]
    if not first.startswith("# "):
        raise SystemExit(f"{case}/cmd:1: say what the case is for: # ...")
    return first[2:]


def main(args):
    work = check_case
    if args[:1] == ["--update"]:
        work = update_case
        args = args[1:]
    if len(args) < 2:
        print(__doc__)
        return 2
    program = pathlib.Path(args[0]).resolve()
    failed = 0
    for name in args[1:]:
        case = pathlib.Path(name).resolve()
        print(f"{case.name}: {purpose_of(case)}")
        failed += not work(case, program)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
