#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Exports of three made-up budget systems, read as they are: the documents are
those of the sample 335-wangchuan-2024, byte by byte, whose tables hold the same
facts.

    test_exports.py GONGKAI [unittest arguments]
"""
import csv
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import workbook

GONGKAI = ""
HERE = pathlib.Path(__file__).resolve().parent
SAMPLE = HERE.parent.parent / "samples" / "335-wangchuan-2024"
UNIT = "335"
# Merged cells of the heading of three rows, as a person would merge them.
MERGED = ["A1:P1", "A3:A5", "B3:C3", "D3:E3", "F3:F5", "G3:G5", "H3:I3",
          "J3:J5", "K3:P3", "B4:B5", "C4:C5", "D4:D5", "E4:E5", "H4:H5",
          "I4:I5", "K4:M4", "O4:P4"]


def build(out, *arguments):
    return subprocess.run(
        [GONGKAI, "build", "-q", "-f", "pdf,docx,json,csv", "-u", UNIT, "-o",
         out, *arguments],
        capture_output=True, check=False)


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def made(out):
    """{name: bytes} of the documents and figures."""
    return {path.relative_to(out).as_posix(): path.read_bytes()
            for path in sorted(out.rglob("*"))
            if path.suffix in (".pdf", ".docx", ".json", ".csv")
            and path.name != "manifest.json"}


class Exports(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.work = pathlib.Path(cls.temporary.name)
        done = build(cls.work / "plain", SAMPLE)
        assert done.returncode == 0, done.stderr.decode()
        cls.plain = made(cls.work / "plain")

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def data_without(self, name, *tables):
        """The sample without the tables that exports are to give."""
        folder = self.work / name
        shutil.copytree(SAMPLE, folder)
        for table in tables:
            (folder / f"{table}.csv").unlink()
        return folder

    def assert_same(self, name, *arguments):
        out = self.work / f"{name}-out"
        done = build(out, *arguments)
        self.assertEqual(done.stderr.decode(), "")
        self.assertEqual(done.returncode, 0)
        result = made(out)
        self.assertGreaterEqual(len(self.plain), 4)
        self.assertEqual(list(result), list(self.plain))
        for file, content in self.plain.items():
            self.assertTrue(result[file] == content, f"{file} differs")

    def test_wide_csv(self):
        folder = self.data_without("wide", "支出", "科目")
        for file in (HERE / "wide").glob("*.csv"):
            shutil.copy(file, folder)
        self.assert_same("wide", "--source", "example-wide", folder)

    def test_wide_workbooks(self):
        """With merged headings; one file beside the tables, one apart."""
        folder = self.data_without("wide-xlsx", "支出", "科目")
        apart = self.work / "导出"
        apart.mkdir()
        for file, place in zip(sorted((HERE / "wide").glob("*.csv")),
                               (folder, apart)):
            workbook.write(place / f"{file.stem}.xlsx",
                           {"Sheet1": (rows_of(file), MERGED)})
        book, = apart.iterdir()
        self.assert_same("wide-xlsx", "--source", "example-wide", folder, book)

    def test_wide_workbook_known_by_its_sheets(self):
        """A file of any name, beside the tables."""
        folder = self.data_without("wide-sheets", "支出", "科目")
        workbook.write(folder / "2024年导出（终）.xlsx",
                       {file.stem: (rows_of(file), MERGED)
                        for file in sorted((HERE / "wide").glob("*.csv"))})
        self.assert_same("wide-sheets", "--source", "example-wide", folder)

    def test_tree_csv(self):
        """Units, subjects, projects and economic codes in one column, headings
        that stand again on each page."""
        folder = self.data_without("tree", "支出", "科目")
        for file in (HERE / "tree").glob("*.csv"):
            shutil.copy(file, folder)
        self.assert_same("tree", "--source", "example-tree", folder)

    def test_tree_workbook(self):
        """Both years in one workbook, indented by blanks."""
        folder = self.data_without("tree-xlsx", "支出", "科目")
        book = self.work / "分级表.xlsx"
        workbook.write(book, {file.stem: (rows_of(file), ["A1:H1"])
                              for file in (HERE / "tree").glob("*.csv")})
        self.assert_same("tree-xlsx", "--source", "example-tree", folder, book)

    def test_elements_csv(self):
        folder = self.data_without("elements", "支出", "项目")
        for file in (HERE / "elements").glob("*.csv"):
            shutil.copy(file, folder)
        self.assert_same("elements", "--source", "example-elements", folder)

    def test_elements_workbook(self):
        """Both tables in one workbook, its sheets called as they are."""
        folder = self.data_without("elements-xlsx", "支出", "项目")
        book = self.work / "export.xlsx"
        workbook.write(book, {file.stem: (rows_of(file), [])
                              for file in (HERE / "elements").glob("*.csv")})
        self.assert_same("elements-xlsx", "--source", "example-elements",
                         folder, book)

    def test_own_mapping(self):
        """The same 对照 in the set itself, as a table or as a sheet."""
        rules = (SAMPLE.parent.parent / "templates" / "sources" /
                 "example-elements" / "对照.csv")
        folder = self.data_without("own", "支出", "项目")
        for file in [*(HERE / "elements").glob("*.csv"), rules]:
            shutil.copy(file, folder)
        self.assert_same("own", folder)
        folder = self.data_without("own-sheet", "支出", "项目")
        book = self.work / "own.xlsx"
        sheets = {file.stem: (rows_of(file), [])
                  for file in [*(HERE / "elements").glob("*.csv"), rules]}
        workbook.write(book, sheets)
        self.assert_same("own-sheet", folder, book)

    def test_converted(self):
        """An export as a plain set: what gongkai build needs no mapping for."""
        folder = self.data_without("export", "支出", "科目")
        for file in (HERE / "wide").glob("*.csv"):
            shutil.copy(file, folder)
        out = self.work / "converted"
        done = subprocess.run([GONGKAI, "convert", "-q", "--source",
                               "example-wide", folder, out],
                              capture_output=True, check=False)
        self.assertEqual(done.stderr.decode(), "")
        self.assertEqual(done.returncode, 0)
        self.assertFalse((out / "支出预算明细表_2024.csv").exists())
        self.assert_same("converted", out)

    def test_an_unknown_source_names_those_there_are(self):
        done = build(self.work / "none", "--source", "没有", SAMPLE)
        self.assertEqual(done.returncode, 2)
        self.assertIn("example-elements、example-tree、example-wide", done.stderr.decode())


if __name__ == "__main__":
    GONGKAI = sys.argv.pop(1)
    unittest.main()
