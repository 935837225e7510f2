#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What gongkai convert does to the files of a person.

    test_files.py GONGKAI [unittest arguments]
"""
import pathlib
import sys
import tempfile
import unittest

from carriers import run

GONGKAI = ""


class Files(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.place = pathlib.Path(self.folder.name)
        self.put("in/单位.csv", "单位代码,单位名称\n201,某局\n")

    def put(self, name, text):
        path = self.place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def convert(self, source, target):
        return run(GONGKAI, "convert", "--lang", "zh", self.place / source,
                   self.place / target)

    def names(self):
        return sorted(p.relative_to(self.place).as_posix()
                      for p in self.place.rglob("*") if p.is_file())

    def refused(self, done, rule):
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn(rule, done.stderr)

    def test_nothing_is_written_over(self):
        self.put("out.xml", "mine")
        self.put("out.xlsx", "mine")
        self.put("out/a.txt", "mine")
        before = self.names()
        for target in ("out.xml", "out.xlsx", "out"):
            self.refused(self.convert("in", target), "TABLES-THERE")
        self.assertEqual(self.names(), before)
        self.assertEqual((self.place / "out.xml").read_text(), "mine")

    def test_an_empty_folder_is_filled(self):
        (self.place / "out").mkdir()
        self.assertEqual(self.convert("in", "out/").returncode, 0)
        self.assertEqual(self.names(), ["in/单位.csv", "out/单位.csv"])

    def test_folders_above_are_made(self):
        self.assertEqual(self.convert("in", "a/b/out.xml").returncode, 0)
        self.assertIn("a/b/out.xml", self.names())

    def test_other_kinds_of_files_are_refused(self):
        for target in ("out.csv", "out.XLS", "out.et", "out.ods"):
            self.refused(self.convert("in", target), "USE-CONVERT-TO")
        self.assertEqual(self.names(), ["in/单位.csv"])

    def test_two_paths_are_wanted(self):
        done = run(GONGKAI, "convert", self.place / "in")
        self.refused(done, "USE-ARGUMENTS")

    def test_what_a_carrier_cannot_hold_is_said_and_nothing_is_left(self):
        self.put("in/备注.csv", "内容\n" + "长" * 32768 + "\n")
        done = self.convert("in", "out.xlsx")
        self.refused(done, "TABLES-BOOK-CELL")
        self.assertIn("32768", done.stderr)
        self.put(f"in/{'表' * 32}.csv", "内容\n1\n")
        self.refused(self.convert("in", "out.xlsx"), "TABLES-BOOK-NAME")
        self.put("in/两列.csv", "甲,甲\n1,2\n")
        self.refused(self.convert("in", "out.xml"), "TABLES-XML-TWICE")
        self.put("t.xml", "<公开数据><表 名=\"a/b\"><行><列 名=\"甲\">1</列></行>"
                          "</表></公开数据>")
        self.refused(self.convert("t.xml", "out"), "TABLES-FILE-NAME")
        self.assertEqual([n for n in self.names() if n.startswith("out")], [])
        # Not even a draft.
        self.assertEqual([p for p in self.place.iterdir()
                          if p.name.startswith(".")], [])

    def test_what_was_not_read_is_a_finding(self):
        self.put("in/支出.csv", "单位代码,金额（元）\n201,1,234\n")
        done = self.convert("in", "out.xml")
        self.assertEqual(done.returncode, 1)
        self.assertIn("READ-ROW-WIDE", done.stderr)

    def test_a_table_in_two_places(self):
        self.put("in/单位.tsv", "单位代码\t单位名称\n202\t另一局\n")
        self.assertEqual(self.convert("in", "out").returncode, 0)
        text = (self.place / "out/单位.csv").read_text(encoding="utf-8-sig")
        self.assertEqual(text.split(), ["单位代码,单位名称", "201,某局",
                                        "202,另一局"])
        self.put("in/单位.tsv", "AGENCY_CODE\t单位名称\n202\t另一局\n")
        self.refused(self.convert("in", "out2"), "TABLES-MERGE")

    def test_texts_become_files_where_they_can(self):
        self.put("in/说明.csv",
                 "单位代码,对象,栏目,内容\n"
                 "201,,部门职责,一。\n201,,部门职责,二。\n"
                 "201,公务接待,增减原因,三。\n"
                 ",,名词解释,四。\n"
                 "201,a/b,名词解释,五。\n"
                 "201,.,名词解释,六。\n")
        self.assertEqual(self.convert("in", "out.xlsx").returncode, 0)
        self.assertEqual(self.convert("out.xlsx", "out").returncode, 0)
        self.assertEqual([n for n in self.names() if "/说明" in n], [
            "in/说明.csv", "out/说明.csv", "out/说明/201/公务接待/增减原因.md",
            "out/说明/201/部门职责.md", "out/说明/全部/名词解释.md"])
        text = self.place / "out/说明/201/部门职责.md"
        self.assertEqual(text.read_text(), "一。\n二。\n")
        rest = (self.place / "out/说明.csv").read_text(encoding="utf-8-sig")
        self.assertEqual(rest.split(), ["单位代码,对象,栏目,内容",
                                        "201,a/b,名词解释,五。",
                                        "201,.,名词解释,六。"])


if __name__ == "__main__":
    GONGKAI = sys.argv.pop(1)
    unittest.main()
