#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A workbook that LibreOffice opened and saved again holds the same set of
data.

    office.py GONGKAI FOLDER...
"""
import pathlib
import subprocess
import sys
import tempfile

from carriers import assert_same, convert


def saved_by_office(book, folder):
    profile = (folder / "profile").resolve().as_uri()
    subprocess.run(["soffice", f"-env:UserInstallation={profile}",
                    "--headless", "--convert-to", "xlsx", "--outdir",
                    folder / "saved", book], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return folder / "saved" / book.name


def main(gongkai, *sets):
    for source in sets:
        with tempfile.TemporaryDirectory() as name:
            place = pathlib.Path(name)
            convert(gongkai, source, place / "a.xlsx")
            saved = saved_by_office(place / "a.xlsx", place)
            convert(gongkai, saved, place / "out")
            assert_same(source, place / "out")


main(*sys.argv[1:])
