#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks every #include of generator/ against the table generator/FLOORS.

    tests/floors.py [ROOT]        check; prints file:line: what is wrong
    tests/floors.py --self-test   plant each fault and see that it is found

A folder may include its own headers, those of lower floors and, if it is a
subfolder, its parent's; but no header that its folder's CMakeLists.txt calls
INTERNAL; of third parties' headers only what its row names. Headers of C11 and
POSIX are open to all.
"""

import fnmatch
import pathlib
import re
import sys
import tempfile

STANDARD = set("""
    assert.h complex.h ctype.h errno.h fenv.h float.h inttypes.h iso646.h
    limits.h locale.h math.h setjmp.h signal.h stdalign.h stdarg.h stdatomic.h
    stdbool.h stddef.h stdint.h stdio.h stdlib.h stdnoreturn.h string.h
    tgmath.h threads.h time.h uchar.h wchar.h wctype.h
    dirent.h fcntl.h fnmatch.h ftw.h glob.h iconv.h langinfo.h libgen.h poll.h
    pthread.h regex.h sched.h semaphore.h spawn.h strings.h sys/ioctl.h
    sys/mman.h sys/resource.h sys/select.h sys/socket.h sys/stat.h
    sys/time.h sys/times.h sys/types.h sys/uio.h sys/un.h sys/utsname.h
    sys/wait.h syslog.h termios.h unistd.h
""".split())

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>|(.*))')
INTERNAL = re.compile(r"\bINTERNAL\b([^)A-Z]*)")
ROW = re.compile(r"^(\d+)\s+([a-z/]+)((?:\s+\S+)*)\s*$")


def read_table(path):
    """{folder: (floor, [patterns of third-party headers])}"""
    table = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        row = ROW.match(line)
        if row is None:
            raise SystemExit(f"{path}:{number}: not a row: {line}")
        table[row[2]] = (int(row[1]), row[3].split())
    return table


def folder_of(path, table):
    """The deepest folder of the table that a path belongs to, or None."""
    for parent in pathlib.PurePosixPath(path).parents:
        if str(parent) in table:
            return str(parent)
    return None


def is_internal(target, folder, generator):
    """Whether the header is named after INTERNAL in its CMakeLists.txt."""
    lists = generator / folder / "CMakeLists.txt"
    found = lists.is_file() and INTERNAL.search(lists.read_text("utf-8"))
    name = target.removeprefix(folder + "/")
    return bool(found) and name in found[1].split()


def check_own(target, folder, table, generator):
    """What is wrong with #include "target" in folder, or None."""
    if ".." in target.split("/"):
        return f'"{target}": write the path from generator/'
    if not (generator / target).is_file():
        return f'"{target}" is no file under generator/'
    other = folder_of(target, table)
    if other is None:
        return f'"{target}" is in no folder of FLOORS'
    if other == folder:
        return None
    if is_internal(target, other, generator):
        return f'"{target}" is internal to {other}'
    if folder.startswith(other + "/"):
        return None
    if table[other][0] < table[folder][0]:
        return None
    return (f'"{target}": {folder} (floor {table[folder][0]}) may not see '
            f"{other} (floor {table[other][0]})")


def check_foreign(target, folder, table):
    """What is wrong with #include <target> in folder, or None."""
    if target in STANDARD:
        return None
    if any(fnmatch.fnmatchcase(target, p) for p in table[folder][1]):
        return None
    return f"<{target}>: not in the row of {folder}"


def check_line(line, folder, table, generator):
    found = INCLUDE.match(line)
    if found is None:
        return None
    if found[1] is not None:
        return check_own(found[1], folder, table, generator)
    if found[2] is not None:
        return check_foreign(found[2], folder, table)
    return f"an include that cannot be checked: {found[3]}"


def listed(path, generator):
    """Whether the nearest CMakeLists.txt names the file."""
    folder = path.parent
    while not (folder / "CMakeLists.txt").is_file():
        if folder == generator:
            return False
        folder = folder.parent
    words = (folder / "CMakeLists.txt").read_text("utf-8").split()
    name = path.relative_to(folder).as_posix()
    return any(word.strip("()") == name for word in words)


def check_tree(root):
    """(faults, number of files read)"""
    generator = root / "generator"
    table = read_table(generator / "FLOORS")
    files = sorted(p for p in generator.rglob("*")
                   if p.suffix in (".c", ".h", ".inc"))
    faults = []
    for path in files:
        name = path.relative_to(generator).as_posix()
        folder = folder_of(name, table)
        if folder is None:
            faults.append(f"generator/{name}:1: in no folder of FLOORS")
            continue
        if path.suffix != ".inc" and not listed(path, generator):
            faults.append(f"generator/{name}:1: not in its CMakeLists.txt")
        text = path.read_text("utf-8")
        for number, line in enumerate(text.splitlines(), 1):
            fault = check_line(line, folder, table, generator)
            if fault:
                faults.append(f"generator/{name}:{number}: {fault}")
    return faults, len(files)


SOUND = {
    "FLOORS": "# a comment\n\n0 base\n1 font hb.h hb-*.h\n1 tables\n"
              "4 write zip.h\n4 write/pdf hpdf.h\n4 write/docx\n",
    "base/CMakeLists.txt": "module(base\n  SOURCES str.c\n  HEADERS str.h)\n",
    "base/str.h": "#include <stddef.h>\n",
    "base/str.c": '#include "base/str.h"\n\n#  include <sys/stat.h>\n',
    "tables/CMakeLists.txt": "module(tables HEADERS tables.h)\n",
    "tables/tables.h": '#include "base/str.h"\n',
    "font/CMakeLists.txt": "module(font SOURCES face.c\n  HEADERS font.h\n"
                           "  INTERNAL face.h\n  USES base)\n",
    "font/face.h": "#include <hb.h>\n#include <hb-subset.h>\n",
    "font/face.c": '#include "font/face.h"\n#include "font/font.h"\n',
    "font/font.h": "",
    "write/CMakeLists.txt": "module(write HEADERS package.h)\n",
    "write/package.h": "#include <zip.h>\n",
    "write/pdf/CMakeLists.txt": "module(write/pdf SOURCES pdf.c)\n",
    "write/pdf/pdf.c": '#include <hpdf.h>\n#include "write/package.h"\n',
    "write/docx/CMakeLists.txt": "module(write/docx HEADERS docx.h)\n",
    "write/docx/docx.h": '#include "tables/tables.h"\n'
                         '#include "font/font.h"\n',
}

# name of the fault: (file to change, new text, place that must be reported)
PLANTED = {
    "upwards": ("base/str.c", '\n#include "tables/tables.h"\n',
                "generator/base/str.c:2:"),
    "sideways": ("tables/tables.h", '#include "font/face.c"\n',
                 "generator/tables/tables.h:1:"),
    "sideways in a folder": ("write/pdf/pdf.c",
                             '#include "write/docx/docx.h"\n',
                             "generator/write/pdf/pdf.c:1:"),
    "internal": ("write/docx/docx.h", '\n#include "font/face.h"\n',
                 "generator/write/docx/docx.h:2:"),
    "parent sees child": ("write/package.h",
                          '#include "write/docx/docx.h"\n',
                          "generator/write/package.h:1:"),
    "third party": ("tables/tables.h", "#include <zip.h>\n",
                    "generator/tables/tables.h:1:"),
    "third party, spaced": ("base/str.h", "# include  <libxml/tree.h>\n",
                            "generator/base/str.h:1:"),
    "third party of the parent": ("write/pdf/pdf.c", "#include <zip.h>\n",
                                  "generator/write/pdf/pdf.c:1:"),
    "without folder": ("base/str.c", '#include "str.h"\n',
                       "generator/base/str.c:1:"),
    "by way of ..": ("base/str.c", '#include "base/../tables/tables.h"\n',
                     "generator/base/str.c:1:"),
    "macro": ("base/str.c", "#include STRING_H\n",
              "generator/base/str.c:1:"),
    "folder not in the table": ("util/util.c", "", "generator/util/util.c:1:"),
    "file not in a list": ("base/more.c", "", "generator/base/more.c:1:"),
}


def plant(root, files):
    for name, text in files.items():
        path = root / "generator" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def self_test():
    failed = 0
    for fault, (name, text, place) in {
            "none": (None, None, None), **PLANTED}.items():
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            plant(root, SOUND if name is None else {**SOUND, name: text})
            found, _ = check_tree(root)
        good = not found if name is None else (
            len(found) == 1 and found[0].startswith(place))
        failed += not good
        print(f"{'ok  ' if good else 'FAIL'} {fault}: {found}")
    return failed


def main(args):
    if args == ["--self-test"]:
        return 1 if self_test() else 0
    root = pathlib.Path(args[0] if args else __file__).resolve()
    faults, n_files = check_tree(root if args else root.parents[1])
    for fault in faults:
        print(fault)
    if n_files == 0:
        print("generator/ has no source files")
    print(f"{n_files} files, {len(faults)} faults")
    return 1 if faults or n_files == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
