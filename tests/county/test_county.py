#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A made-up county, again and again: what a person may rely on when the
program is run, stopped, killed and run again on one out folder.

    test_county.py GONGKAI [unittest arguments]
"""
import csv
import filecmp
import json
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse
import zipfile

import make_county

GONGKAI = ""
UNITS = 8
FILES = 3  # of a unit: PDF, DOCX, JSON
# How often the program is killed; tests/README.md tells how to try more.
TRIES = int(os.environ.get("GONGKAI_TRIES", "4"))


def start(county, out, *options, **kwargs):
    return subprocess.Popen(
        [GONGKAI, "build", "--json", "-o", out, *options, county],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, **kwargs)


def build(county, out, *options, **kwargs):
    """Runs to its end; what it printed, as data."""
    process = start(county, out, *options, **kwargs)
    stdout, stderr = process.communicate()
    if process.returncode not in (0, 1):
        raise AssertionError(f"{process.returncode}: {stderr.decode()}")
    return json.loads(stdout)


def release(out, date, *options):
    """Publishes; its exit status, and what it printed, as data."""
    done = subprocess.run(
        [GONGKAI, "release", "--json", out, "--date", date, *options],
        stdout=subprocess.PIPE, check=False)
    return done.returncode, json.loads(done.stdout)


def rules(result):
    """What was said: the rules of all units' findings, and of the whole."""
    lists = [u.get("findings", []) for u in result["units"]]
    return {f["rule"] for found in [*lists, result["messages"]] for f in found}


def states(result, state):
    return [u["code"] for u in result["units"] if u["state"] == state]


def documents(out):
    """All files but the program's own notes, by path below out."""
    return {p.relative_to(out).as_posix(): p for p in out.rglob("*")
            if p.is_file() and not p.name.startswith("manifest.")
            and p.name not in ("index.html", "核对结果.xlsx",
                               "核对结果（新）.xlsx")}


def is_whole(path):
    data = path.read_bytes()
    if path.suffix == ".pdf":
        return data.rstrip().endswith(b"%%EOF")
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            return package.testzip() is None
    return path.suffix != ".json" or bool(json.loads(data))


def change_amount(county, code, yuan=1):
    """Adds so much to the unit's first row of spending."""
    path = county / "支出.csv"
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    row = next(r for r in rows if r[0] == code)
    row[-1] = str(int(float(row[-1])) + yuan)
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def edit(docx, old, new):
    """What Word does: the same package, other text."""
    copy = docx.with_suffix(".tmp")
    with zipfile.ZipFile(docx) as source, zipfile.ZipFile(copy, "w") as to:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode(), 1)
            to.writestr(name, data)
    copy.replace(docx)


class Case(unittest.TestCase):
    COUNT = UNITS
    SEED = 3
    FILES = False  # texts as files

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="gongkai-county-"))
        cls.county = cls.folder / "县"
        made = make_county.make(cls.COUNT, cls.SEED, "hebei-2024")
        make_county.write(made, cls.county, cls.FILES)
        cls.undisturbed = cls.folder / "undisturbed"
        cls.first = build(cls.county, cls.undisturbed, "-j", "1")

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def setUp(self):
        self.out = self.folder / self.id().rsplit(".", 1)[-1]

    def copy(self):
        """A county and its out folder of one's own."""
        county = self.folder / (self.out.name + "-县")
        shutil.copytree(self.county, county)
        shutil.copytree(self.undisturbed, self.out)
        return county

    def assert_like_undisturbed(self):
        ours = documents(self.out)
        theirs = documents(self.undisturbed)
        self.assertEqual(sorted(ours), sorted(theirs))
        for name, path in ours.items():
            self.assertTrue(filecmp.cmp(path, theirs[name], False), name)

    def assert_nothing_half(self):
        for name, path in documents(self.out).items():
            if not path.name.startswith(".gongkai-"):
                self.assertTrue(is_whole(path), name)


class Runs(Case):
    def test_makes_all_files_of_all_units(self):
        self.assertEqual(len(states(self.first, "made")), UNITS)
        self.assertEqual(len(documents(self.undisturbed)), UNITS * FILES)
        self.assert_nothing_half()

    def test_same_bytes_with_other_workers_in_another_folder(self):
        build(self.county, self.out, "-j", "5")
        self.assert_like_undisturbed()
        self.assertTrue(filecmp.cmp(self.out / "manifest.json",
                                    self.undisturbed / "manifest.json",
                                    False))

    def test_the_report_names_all_and_its_links_lead_somewhere(self):
        page = (self.undisturbed / "index.html").read_text("utf-8")
        for unit in self.first["units"]:
            self.assertIn(unit["name"], page)
        links = re.findall('href="([^"]+)"', page)
        self.assertEqual(len(links), UNITS * FILES)
        for link in links:
            path = self.undisturbed / urllib.parse.unquote(link)
            self.assertTrue(path.is_file(), path)

    def test_order_of_units_is_that_of_the_input(self):
        result = build(self.county, self.out, "-j", "5")
        self.assertEqual([u["code"] for u in result["units"]],
                         [u["code"] for u in self.first["units"]])

    def test_nothing_changed_makes_nothing(self):
        self.copy()
        before = {n: p.stat().st_mtime_ns
                  for n, p in documents(self.out).items()}
        for _ in range(2):
            result = build(self.county, self.out)
            self.assertEqual(len(states(result, "same")), UNITS)
            self.assertEqual(before, {n: p.stat().st_mtime_ns for n, p
                                      in documents(self.out).items()})

    def test_a_copy_of_a_font_is_the_same_font(self):
        """Links to a font's file and other dates make nothing again."""
        data = self.folder / (self.out.name + "-data")
        fonts = data / "fonts/open"
        shutil.copytree("fonts/open", fonts)
        (data / "templates").symlink_to(pathlib.Path("templates").resolve())
        code = self.first["units"][0]["code"]

        def state():
            result = build(self.county, self.out, "-u", code,
                           env={**os.environ, "GONGKAI_DATA": str(data)})
            return result["units"][0]["state"], result["renewed"]

        self.assertEqual(state(), ("made", 0))
        for font in list(fonts.glob("*.otf")):
            os.link(font, data / font.name)
            os.utime(font, (0, 0))
        self.assertEqual(state(), ("same", 0))
        for font in fonts.glob("*.otf"):
            font.write_bytes(font.read_bytes() + b"\0")
        self.assertEqual(state(), ("made", 1))

    def test_findings_are_told_again_though_nothing_is_made(self):
        self.copy()
        result = build(self.county, self.out)
        self.assertEqual([u["findings"] for u in result["units"]],
                         [u["findings"] for u in self.first["units"]])

    def test_force_makes_all_and_they_are_the_same(self):
        self.copy()
        result = build(self.county, self.out, "--force")
        self.assertEqual(len(states(result, "made")), UNITS)
        self.assert_like_undisturbed()

    def test_a_change_makes_the_unit_and_its_department(self):
        county = self.copy()
        unit = next(u["code"] for u in self.first["units"]
                    if len(u["code"]) == 6)
        change_amount(county, unit)
        result = build(county, self.out)
        self.assertEqual(states(result, "made"), [unit[:3], unit])
        self.assertEqual(result["renewed"], 0)

    def name_code(self, county, code, name):
        with open(county / "科目.csv", "a", encoding="utf-8") as file:
            file.write(f"功能,{code},{name}\n")

    def test_a_new_name_of_a_code_makes_who_uses_it(self):
        county = self.copy()
        with open(county / "支出.csv", encoding="utf-8-sig") as file:
            users = {row[0] for row in csv.reader(file) if row[2] == "2210201"}
        self.name_code(county, "2089901", "没有单位使用的科目")
        self.assertEqual(len(states(build(county, self.out), "same")), UNITS)
        self.name_code(county, "2210201", "住房公积金（新）")
        self.assertEqual(set(states(build(county, self.out), "made")),
                         users | {unit[:3] for unit in users})

    def test_a_renamed_unit_leaves_no_old_name(self):
        county = self.copy()
        path = county / "单位.csv"
        text = path.read_text("utf-8")
        unit = self.first["units"][-1]
        path.write_text(text.replace(f"{unit['code']},{unit['name']}",
                                     f"{unit['code']},望川县新名称"), "utf-8")
        build(county, self.out)
        self.assertEqual(len([n for n in documents(self.out)
                              if f"/{unit['code']}" in n and "数据" not in n]),
                         2)

    def test_one_format_leaves_the_others_known(self):
        self.copy()
        build(self.county, self.out, "-f", "pdf", "--force")
        result = build(self.county, self.out)
        self.assertEqual(len(states(result, "same")), UNITS)

    def test_tables_as_csv_have_names_that_sort_and_read(self):
        build(self.county, self.out, "-u", "101", "-f", "csv,json")
        names = sorted(p.stem for p in self.out.rglob("*.csv"))
        self.assertGreater(len(names), 10)
        for number, name in enumerate(names, 1):
            self.assertRegex(name, rf"^{number:02d}-(?![0-9一二三四五六七八九十]*[、．])")

    def findings(self, path):
        """The words of a list of findings, and what its sheet is like."""
        with zipfile.ZipFile(path) as package:
            words = package.read("xl/sharedStrings.xml").decode()
            sheet = package.read("xl/worksheets/sheet1.xml").decode()
        return words, sheet

    def test_what_was_found_is_a_list_to_be_filtered(self):
        county = self.copy()
        path = county / "说明.csv"
        text = path.read_text("utf-8-sig")
        self.assertIn("主要职责是：", text)
        path.write_text(text.replace(
            "主要职责是：", "主要职责是（待填，电话13900001234）：", 1),
            "utf-8-sig")
        result = build(county, self.out)
        words, sheet = self.findings(self.out / "核对结果.xlsx")
        self.assertIn("<autoFilter", sheet)
        self.assertIn('state="frozen"', sheet)
        found = {f["rule"] for u in result["units"] for f in u["findings"]}
        self.assertGreater(len(found), 1)
        for rule in found:
            self.assertIn(f">{rule}<", words)

    def test_a_list_that_somebody_wrote_into_stays(self):
        county = self.copy()
        path = self.out / "核对结果.xlsx"
        path.write_bytes(path.read_bytes() + b"mine")
        change_amount(county, self.first["units"][1]["code"])
        result = build(county, self.out)
        self.assertTrue(path.read_bytes().endswith(b"mine"))
        self.assertIn("BUILD-EDITED", rules(result))
        self.assertTrue((self.out / "核对结果（新）.xlsx").exists())

    def test_check_writes_the_list_alone(self):
        subprocess.run([GONGKAI, "check", "-q", "-o", self.out, self.county],
                       stderr=subprocess.DEVNULL, check=False)
        self.assertEqual([p.name for p in self.out.iterdir()],
                         ["核对结果.xlsx"])

    def ask(self, *arguments):
        """Its status, and the object that it printed."""
        done = subprocess.run([GONGKAI, *arguments], check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertEqual(done.stderr, b"", arguments)
        return done.returncode, json.loads(done.stdout)

    def assert_documented(self, name, found):
        """An object has the members that docs/calling.md says."""
        row = re.search(rf"^\| {name} \|.*$",
                        pathlib.Path("docs/calling.md").read_text("utf-8"),
                        re.MULTILINE).group()
        always, _, sometimes = row.split("|")[3].partition("may:")
        always = set(re.findall("`([a-z]+)`", always))
        self.assertLessEqual(always, set(found), name)
        self.assertLessEqual(
            set(found), always | set(re.findall("`([a-z]+)`", sometimes)),
            name)

    def test_json_is_as_documented(self):
        self.copy()
        status, built = self.ask("build", "--json", "-o", self.out,
                                 self.county)
        self.assertIn(status, (0, 1))
        self.assert_documented("build, check", built)
        for unit in built["units"]:
            self.assert_documented("unit", unit)
            for file in unit["files"]:
                self.assert_documented("file", file)
            for message in unit["findings"]:
                self.assert_documented("message", message)
        _, released = self.ask("release", "--json", self.out, "--date",
                               "2024-02-08")
        self.assert_documented("release", released)
        for unit in released["units"]:
            self.assert_documented("released", unit)
        code = self.first["units"][1]["code"]
        status, why = self.ask("why", "--json", self.county, code, "支出")
        self.assertEqual(status, 0)
        self.assert_documented("why", why)
        self.assert_documented("figure", why["figures"][0])
        self.assert_documented("sum", why["figures"][0]["sums"][0])
        self.assert_documented("row", why["figures"][0]["sums"][0]["rows"][0])

    def test_what_could_not_be_done_is_json_too(self):
        for arguments in (["build"], ["build", "nowhere"],
                          ["check", "-u", "999", self.county], ["release"],
                          ["release", "nowhere"], ["nonsense"],
                          ["why", self.county, "101", "没有"],
                          ["why", self.county, "999", "支出"],
                          ["diff", "nowhere", "nowhere"]):
            status, found = self.ask("--json", *arguments)
            self.assertEqual(status, 2, arguments)
            self.assertEqual(list(found), ["messages"], arguments)
            self.assertGreater(len(found["messages"]), 0)
            for message in found["messages"]:
                self.assert_documented("message", message)

    def test_what_is_deleted_comes_back(self):
        self.copy()
        before = {p.relative_to(self.out): p.read_bytes()
                  for p in self.out.rglob("*") if p.is_file()}
        for name in ("index.html", "核对结果.xlsx", "数据/101.json"):
            stay = self.out / ("index.html" if name != "index.html"
                               else "核对结果.xlsx")
            time_before = stay.stat().st_mtime_ns
            (self.out / name).unlink()
            build(self.county, self.out)
            self.assertTrue((self.out / name).exists(), name)
            if "数据" not in name:
                self.assertEqual(stay.stat().st_mtime_ns, time_before, name)
        after = {p.relative_to(self.out): p.read_bytes()
                 for p in self.out.rglob("*") if p.is_file()}
        self.assertEqual(sorted(before), sorted(after))
        for name in before:
            if name.name not in ("index.html", "manifest.json"):
                self.assertTrue(before[name] == after[name], name)

    def test_who_has_no_document_is_said_after_one_unit_too(self):
        county = self.copy()
        page = self.out / "index.html"
        path = county / "单位.csv"
        lines = path.read_text("utf-8-sig").splitlines()
        lines = [x.replace("hebei-2024", "") if x.startswith("101,") else x
                 for x in lines]
        path.write_text("\n".join(lines) + "\n", "utf-8")
        build(county, self.out, "-u", self.first["units"][1]["code"])
        self.assertNotIn("没有文本，支出", page.read_text("utf-8"))
        build(county, self.out)
        self.assertIn("没有文本，支出", page.read_text("utf-8"))
        path.write_text("\n".join(lines).replace("101,望川县", "101,新县")
                        + "\n", "utf-8")
        build(county, self.out, "-u", self.first["units"][1]["code"])
        self.assertIn("101 新县", page.read_text("utf-8"))

    def test_csv_opens_as_a_table(self):
        build(self.county, self.out, "-f", "csv", "-u", "101")
        files = sorted(documents(self.out))
        self.assertGreater(len(files), 9)
        for name in files:
            with open(self.out / name, encoding="utf-8-sig",
                      newline="") as file:
                widths = {len(row) for row in csv.reader(file)}
            self.assertEqual(len(widths), 1, name)


class Faults(Case):
    def test_a_unit_without_template_costs_itself(self):
        county = self.copy()
        path = county / "单位.csv"
        lines = path.read_text("utf-8").splitlines()
        lines[-1] = lines[-1].replace("hebei-2024", "no-such")
        path.write_text("\n".join(lines) + "\n", "utf-8")
        result = build(county, self.out)
        last = self.first["units"][-1]["code"]
        self.assertEqual(states(result, "failed"), [last])
        self.assert_like_undisturbed()

    def test_strict_holds_back_what_has_errors(self):
        county = self.copy()
        path = county / "说明.csv"
        text = path.read_text("utf-8").replace("101,,部门职责,",
                                               "101,,部门职责,{无此表}", 1)
        path.write_text(text, "utf-8")
        result = build(county, self.out, "--strict")
        self.assertIn("101", states(result, "held-back"))
        self.assert_like_undisturbed()

    def test_a_killed_worker_costs_its_unit(self):
        chance = random.Random(5)
        whole = self.time_of_a_run()
        lost = 0
        for number in range(TRIES):
            process = start(self.county, self.out, "-j", "2")
            victim = self.wait_for_worker(process)
            time.sleep(chance.random() * whole * (number > 0))
            try:
                os.kill(victim, signal.SIGKILL)
            except ProcessLookupError:
                pass  # it had done its part
            result = json.loads(process.communicate()[0])
            failed = states(result, "failed")
            self.assertLessEqual(len(failed), 1)
            lost += len(failed)
            for unit in result["units"]:
                if unit["state"] == "failed":
                    self.assertIn("BUILD-LOST",
                                  [f["rule"] for f in unit["findings"]])
            self.assert_nothing_half()
            self.assertEqual(list(self.out.rglob(".gongkai-*")), [])
            self.finish()
        self.assertGreater(lost, 0)

    def wait_for_worker(self, process):
        children = pathlib.Path(
            f"/proc/{process.pid}/task/{process.pid}/children")
        while True:
            found = children.read_text().split()
            if found:
                return int(found[0])
            time.sleep(0.001)

    def test_a_killed_run_is_continued(self):
        chance = random.Random(7)
        whole = self.time_of_a_run()
        for _ in range(TRIES):
            process = start(self.county, self.out, "-j", "2")
            time.sleep(chance.random() * whole)
            process.kill()
            process.communicate()
            self.assert_nothing_half()
            if chance.random() < 0.3:
                self.finish()
        self.finish()

    def time_of_a_run(self):
        begin = time.monotonic()
        build(self.county, self.out, "-j", "2")
        shutil.rmtree(self.out)
        return time.monotonic() - begin

    def finish(self):
        result = build(self.county, self.out, "-j", "2")
        self.assertEqual(states(result, "failed"), [])
        self.assert_like_undisturbed()
        self.assertTrue(filecmp.cmp(self.out / "核对结果.xlsx",
                                    self.undisturbed / "核对结果.xlsx",
                                    False))
        self.assertEqual(list(self.out.rglob(".gongkai-*")), [])
        shutil.rmtree(self.out)

    def test_an_interrupt_says_how_to_go_on(self):
        self.interrupt(lambda pid: os.kill(pid, signal.SIGINT))

    def test_so_does_one_to_the_whole_group(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            self.interrupt(lambda pid, n=number: os.killpg(pid, n))
            shutil.rmtree(self.out)

    def interrupt(self, send):
        process = subprocess.Popen(
            [GONGKAI, "build", "-j", "1", "-o", self.out, self.county],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            start_new_session=True)
        process.stdout.readline()
        send(process.pid)
        text = process.communicate()[0].decode()
        self.assertEqual(process.returncode, 1)
        self.assertIn("再次运行", text)
        self.assertIn("未生成 0 个", text)
        self.assertFalse((self.out / "manifest.journal").exists())
        result = build(self.county, self.out)
        self.assertGreater(len(states(result, "same")), 0)
        self.assert_like_undisturbed()

    def limited(self, n_bytes):
        """A run of which no file may become larger: what is, fails as on a
        full disk."""
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (n_bytes, n_bytes))
        return build(self.county, self.out, "-j", "2", preexec_fn=limit)

    def test_any_limit_leaves_nothing_half(self):
        chance = random.Random(17)
        for _ in range(TRIES):
            result = self.limited(int(10 ** chance.uniform(2, 5.8)))
            for unit in result["units"]:
                if unit["state"] == "failed":
                    self.assertIn("FILE-WRITE",
                                  [f["rule"] for f in unit["findings"]])
            self.assert_nothing_half()
            if chance.random() < 0.5:
                self.finish()
        build(self.county, self.out)
        self.assert_like_undisturbed()

    def test_a_full_disk_costs_what_did_not_fit(self):
        """PDFs fail, the rest fits."""
        result = self.limited(200000)
        self.assertEqual(len(states(result, "failed")), UNITS)
        self.assertIn("FILE-WRITE",
                      [f["rule"] for f in result["units"][0]["findings"]])
        self.assert_nothing_half()
        build(self.county, self.out)
        self.assert_like_undisturbed()

    def test_two_runs_do_not_work_in_one_folder(self):
        first = start(self.county, self.out, "-j", "1")
        second = start(self.county, self.out, "-j", "1")
        for process in (first, second):
            process.communicate()
            self.assertIn(process.returncode, (0, 1, 2))
        self.assert_like_undisturbed()


class Inputs(Case):
    """Which documents a fault of the input keeps from being published."""
    FILES = True

    def apart(self, county):
        """The units whose documents lie apart after a build."""
        build(county, self.out)
        return {p.stem for p in (self.out / "未通过核对/数据").glob("*.json")}

    def every(self):
        return {u["code"] for u in self.first["units"]}

    def a_text(self, county, slot):
        """The first of the units' texts of that slot, and whom it concerns."""
        path = sorted((county / "说明").glob(f"??????/{slot}.md"))[0]
        return path, {path.parent.name, path.parent.name[:3]}

    def test_a_text_that_cannot_be_read_costs_its_unit(self):
        for slot in ("部门职责", "工作保障措施"):  # needed, and not needed
            county = self.copy()
            path, concerned = self.a_text(county, slot)
            path.unlink()
            path.symlink_to("nowhere")
            self.assertEqual(self.apart(county), concerned, slot)
            shutil.rmtree(county)
            shutil.rmtree(self.out)

    def test_bad_bytes_in_a_text_cost_its_unit(self):
        county = self.copy()
        path, concerned = self.a_text(county, "部门职责")
        path.write_bytes(path.read_bytes() + "\n末行".encode() + b"\xff\xfe")
        self.assertEqual(self.apart(county), concerned)

    def test_a_bad_amount_costs_its_unit(self):
        county = self.copy()
        path = county / "支出.csv"
        rows = path.read_text("utf-8-sig").splitlines()
        number = next(i for i, row in enumerate(rows) if row[:3] != rows[1][:3]
                      and i > 0)
        code = rows[number].split(",")[0]
        rows[number] = rows[number].rsplit(",", 1)[0] + ",12O"
        path.write_text("\n".join(rows) + "\n", "utf-8")
        self.assertEqual(self.apart(county), {code, code[:3]})

    def test_a_table_that_cannot_be_read_costs_all(self):
        for name, spoil in (
                ("绩效指标", lambda b: b"PK\x03\x04" + b),  # a workbook
                ("绩效指标", lambda b: b + b"\xff\xfe"),
                ("支出", lambda b: b.replace(b"\n1", b'\n"1', 1))):
            county = self.copy()
            path = county / f"{name}.csv"
            path.write_bytes(spoil(path.read_bytes()))
            self.assertEqual(self.apart(county), self.every(), name)
            shutil.rmtree(county)
            shutil.rmtree(self.out)


class Edited(Case):
    def edited(self):
        county = self.copy()
        docx = next(p for n, p in documents(self.out).items()
                    if p.name.startswith("101望川县") and n.endswith("docx"))
        edit(docx, "按照", "依照")
        return county, docx, docx.with_name(docx.stem + "（新）.docx")

    def test_an_edited_file_survives(self):
        county, docx, beside = self.edited()
        content = docx.read_bytes()
        change_amount(county, self.first["units"][1]["code"])
        for expected in ("made", "same"):
            result = build(county, self.out)
            self.assertEqual(docx.read_bytes(), content)
            self.assertTrue(is_whole(beside))
            self.assertEqual(result["units"][0]["state"], expected)
            findings = result["units"][0]["findings"]
            self.assertIn("BUILD-EDITED", [f["rule"] for f in findings])

    def test_what_was_changed_is_told(self):
        county, docx, _ = self.edited()
        with zipfile.ZipFile(docx) as package:
            document = package.read("word/document.xml").decode()
        amount = re.findall(r">(\d+\.\d\d)<", document)[5]
        edit(docx, f">{amount}<", ">987654.32<")
        unit = build(county, self.out)["units"][0]
        told = {f["rule"]: f["text"] for f in unit["findings"]}
        self.assertIn("依照", told["EDITED-TEXT"])
        self.assertIn("的栏目“引言”", told["EDITED-TEXT"])
        self.assertIn(f"改为“987654.32”，新生成的是“{amount}”",
                      told["EDITED-CELL"])
        self.assertRegex(told["EDITED-CELL"], "请在“(支出|收入)”表中")

    def test_it_survives_though_nothing_else_changed(self):
        county, docx, beside = self.edited()
        content = docx.read_bytes()
        build(county, self.out)
        build(county, self.out, "--force")
        self.assertEqual(docx.read_bytes(), content)
        self.assertTrue(beside.exists())

    def test_all_is_well_again_when_it_is_gone(self):
        county, docx, beside = self.edited()
        build(county, self.out)
        docx.unlink()
        build(county, self.out)
        self.assertFalse(beside.exists())
        self.assert_like_undisturbed()

    def test_a_file_that_nobody_knows_is_not_overwritten(self):
        self.copy()
        (self.out / "manifest.json").unlink()
        docx = next(p for p in documents(self.out).values()
                    if p.suffix == ".docx")
        docx.write_bytes(b"mine")
        build(self.county, self.out)
        self.assertEqual(docx.read_bytes(), b"mine")


class Release(Case):
    COUNT = 6
    SEED = 9  # in none of its documents is anything found that is an error
    FIRST = "2024-02-08"
    SECOND = "2024-03-01"
    THIRD = "2024-03-15"

    @classmethod
    def setUpClass(cls):
        """The undisturbed county is released once."""
        super().setUpClass()
        status, result = release(cls.undisturbed, cls.FIRST)
        assert status == 0, result
        cls.unit = next(u["code"] for u in cls.first["units"]
                        if len(u["code"]) == 6)

    def history(self, date=FIRST):
        """All released files of a day, by their path there."""
        root = self.out / "历史" / date
        return {p.relative_to(root).as_posix(): p.read_bytes()
                for p in root.rglob("*") if p.is_file()}

    def correct(self, county):
        """One amount becomes another, and so do the sums that it is in; a
        yuan alone would not be seen in 万元."""
        change_amount(county, self.unit, 12300)

    def corrections(self):
        return sorted(n for n in documents(self.out)
                      if "更正说明" in n and not n.startswith("历史"))

    def test_what_is_released_is_kept_as_it_was(self):
        self.copy()
        kept = self.history()
        self.assertEqual(len(kept), self.COUNT * FILES)
        for name, data in kept.items():
            self.assertTrue(data == (self.out / name).read_bytes(), name)
        status, again = release(self.out, self.FIRST)
        self.assertEqual(status, 0)
        self.assertEqual(len(states(again, "unchanged")), self.COUNT)
        result = build(self.county, self.out)
        self.assertEqual(len(states(result, "same")), self.COUNT)

    def test_a_correction_from_end_to_end(self):
        county = self.copy()
        kept = self.history()
        self.correct(county)
        self.assertIn("CORRECTION-REASON", rules(build(county, self.out)))
        self.assertEqual(self.corrections(), [])
        status, refused = release(self.out, self.SECOND)
        self.assertEqual(status, 1)
        self.assertIn("RELEASE-REASON", rules(refused))
        build(county, self.out, "--reason", "录入时多输一位。")
        drafts = self.corrections()
        self.assertEqual(len(drafts), 4)  # of the unit, of its department
        self.assert_nothing_half()
        status, result = release(self.out, self.SECOND)
        self.assertEqual(status, 0)
        self.assertEqual(states(result, "corrected"),
                         [self.unit[:3], self.unit])
        self.assertEqual(len(states(result, "unchanged")), self.COUNT - 2)
        self.assertTrue(self.history() == kept)
        self.assertEqual(len(self.history(self.SECOND)), 2 * (FILES + 2))
        docx = next(n for n in drafts if n.endswith(".docx")
                    and f"/{self.unit}" in n)
        with zipfile.ZipFile(self.out / docx) as package:
            words = re.sub("<[^>]+>", "",
                           package.read("word/document.xml").decode())
        for word in ("2024年2月8日", "2024年3月1日", "录入时多输一位。",
                     "原公布", "更正为"):
            self.assertIn(word, words)
        # It stays beside the document while that is as it was released.
        result = build(county, self.out)
        self.assertEqual(len(states(result, "same")), self.COUNT)
        build(county, self.out, "--force")
        self.assertEqual(self.corrections(), drafts)
        self.assertTrue((self.out / docx).read_bytes() ==
                        self.history(self.SECOND)[docx])

    def words_of_correction(self):
        """What the 更正说明 of the unit says, a paragraph a line."""
        docx = next(n for n in self.corrections() if n.endswith(".docx")
                    and f"/{self.unit}" in n)
        with zipfile.ZipFile(self.out / docx) as package:
            text = package.read("word/document.xml").decode()
        return [re.sub("<[^>]+>", "", paragraph).strip()
                for paragraph in text.split("</w:p>")]

    def test_a_correction_of_a_form(self):
        """A value that stands in no column of its own, and an indicator."""
        county = self.copy()
        path = county / "项目.csv"
        with open(path, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        goal = rows[0].index("绩效目标")
        row = next(r for r in rows if r[0] == self.unit)
        row[goal] = "换了一个目标。"
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
        path = county / "绩效指标.csv"
        lines = path.read_text("utf-8-sig").splitlines(True)
        number = next(i for i, line in enumerate(lines)
                      if line.startswith(f"{self.unit},{row[1]},"))
        gone = lines.pop(number).split(",")[4]
        path.write_text("".join(lines), "utf-8")
        build(county, self.out, "--reason", "目标写错")
        words = self.words_of_correction()
        at = next(i for i, word in enumerate(words)
                  if word.endswith("换了一个目标。"))
        self.assertIn("内容", words[at - 3:at])
        self.assertEqual(words[words.index(gone) + 1], "（整行）")
        self.assertEqual(release(self.out, self.SECOND)[0], 0)

    def test_a_correction_of_a_text_alone(self):
        county = self.copy()
        path = county / "说明.csv"
        text = path.read_text("utf-8-sig")
        begin = text.index(f"{self.unit},,部门职责,")
        end = text.index("。", begin)
        path.write_text(text[:end] + "，并做好其他工作" + text[end:], "utf-8")
        result = build(county, self.out, "--reason", "少写一句")
        self.assertIn(self.unit, states(result, "made"))
        words = self.words_of_correction()
        self.assertIn("文字更正", "".join(words))
        self.assertNotIn("表格更正", "".join(words))
        self.assertEqual(
            len([w for w in words if "更正为：" in w and
                 "，并做好其他工作。”" in w]), 1)

    def test_reasons_come_from_the_table_too(self):
        county = self.copy()
        self.correct(county)
        (county / "更正.csv").write_text(
            "单位代码,位置,原公开日期,理由\n"
            f"{self.unit},收入总表,,收入表的理由\n"
            f"{self.unit},,2023-01-01,别次的理由\n"
            f"{self.unit},,,其余的理由\n", "utf-8")
        build(county, self.out)
        docx = next(n for n in self.corrections() if n.endswith(".docx")
                    and f"/{self.unit}" in n)
        with zipfile.ZipFile(self.out / docx) as package:
            words = package.read("word/document.xml").decode()
        self.assertIn("收入表的理由", words)
        self.assertIn("其余的理由", words)
        self.assertNotIn("别次的理由", words)

    def test_corrections_after_each_other_and_one_undone(self):
        county = self.copy()
        original = (county / "支出.csv").read_bytes()
        self.correct(county)
        build(county, self.out, "--reason", "甲")
        self.assertEqual(release(self.out, self.SECOND)[0], 0)
        first = {n: (self.out / n).read_bytes() for n in self.corrections()}
        second = (county / "支出.csv").read_bytes()
        self.correct(county)
        build(county, self.out, "--reason", "乙")
        for name, data in first.items():
            self.assertFalse((self.out / name).read_bytes() == data, name)
        # Undone before it was released: as if it had not been.
        (county / "支出.csv").write_bytes(second)
        build(county, self.out)
        self.assertTrue({n: (self.out / n).read_bytes()
                         for n in self.corrections()} == first)
        # Undone altogether: a correction of the correction.
        (county / "支出.csv").write_bytes(original)
        result = build(county, self.out, "--reason", "丙")
        self.assertEqual(states(result, "failed"), [])
        status, result = release(self.out, self.THIRD)
        self.assertEqual((status, len(states(result, "corrected"))), (0, 2))
        before = self.history(self.FIRST)
        for name, data in self.history(self.THIRD).items():
            if "更正说明" not in name:
                self.assertTrue(data == before[name], name)

    def test_amounts_of_a_correction_stand_right_below_their_unit(self):
        county = self.copy()
        self.correct(county)
        build(county, self.out, "--reason", "甲")
        for name in self.corrections():
            if not name.endswith(".docx"):
                continue
            with zipfile.ZipFile(self.out / name) as archive:
                document = archive.read("word/document.xml").decode()
                styles = archive.read("word/styles.xml").decode()
            self.assertIn("<w:t>单位：万元</w:t>", document)
            self.assertNotIn("预算年度：", document)
            cells = re.findall(r'<w:pStyle w:val="([^"]+)"/>(?:(?!</?w:p>).)*'
                               r"<w:t>\d+\.\d\d</w:t>", document)
            self.assertTrue(cells, name)
            for style in set(cells):
                looks = re.search(f'w:styleId="{style}".*?</w:style>', styles)
                self.assertIn('<w:jc w:val="right"/>', looks.group())

    def test_undone_before_any_release_leaves_nothing(self):
        county = self.copy()
        original = (county / "支出.csv").read_bytes()
        self.correct(county)
        build(county, self.out, "--reason", "甲")
        self.assertEqual(len(self.corrections()), 4)
        (county / "支出.csv").write_bytes(original)
        build(county, self.out)
        self.assertEqual(self.corrections(), [])
        self.assert_like_undisturbed()

    def test_a_unit_that_is_gone_is_named_and_kept(self):
        county = self.copy()
        last = self.first["units"][-1]["code"]
        kept = self.history()
        for path in county.glob("*.csv"):
            lines = path.read_text("utf-8-sig").splitlines(True)
            path.write_text("".join(x for x in lines
                                    if not x.startswith(last + ",")), "utf-8")
        result = build(county, self.out, "--reason", "机构改革")
        self.assertIn("BUILD-GONE-RELEASED", rules(result))
        self.assertTrue(self.history() == kept)
        status, refused = release(self.out, self.SECOND, "-u", last)
        self.assertEqual(status, 1)
        self.assertIn("RELEASE-GONE", rules(refused))

    def test_a_new_project_is_named(self):
        county = self.copy()
        with open(county / "项目.csv", encoding="utf-8-sig") as file:
            heads = next(csv.reader(file))
        row = {"单位代码": self.unit, "项目代码": "P9", "项目类别": "3",
               "项目名称": "新增的项目", "绩效目标": "完成。"}
        with open(county / "项目.csv", "a", encoding="utf-8") as file:
            file.write(",".join(next((v for k, v in row.items()
                                      if h.startswith(k)), "")
                                for h in heads) + "\n")
        build(county, self.out, "--reason", "追加项目")
        done = subprocess.run(
            [GONGKAI, "diff", self.out / "历史" / self.FIRST, self.out,
             "--json"], stdout=subprocess.PIPE, check=True)
        changes = json.loads(done.stdout)["changes"]
        self.assertIn(("added", "table"),
                      {(c["change"], c["part"]) for c in changes
                       if "新增的项目" in c["where"]})

    def test_only_what_is_fit_is_released(self):
        county = self.copy()
        build(county, self.out)  # so it knows where its input is
        self.correct(county)
        status, stale = release(self.out, self.SECOND)
        self.assertEqual(status, 1)
        self.assertEqual(sorted(states(stale, "refused")),
                         [self.unit[:3], self.unit])
        self.assertIn("RELEASE-STALE", rules(stale))
        build(county, self.out, "--reason", "甲")
        docx = next(p for n, p in documents(self.out).items()
                    if f"/{self.unit}" in n and n.endswith("公开.docx")
                    and not n.startswith("历史"))
        edit(docx, "预算", "决算")
        status, edited = release(self.out, self.SECOND, "-u", self.unit)
        self.assertEqual(status, 1)
        self.assertIn("RELEASE-EDITED", rules(edited))
        docx.unlink()
        status, missing = release(self.out, self.SECOND, "-u", self.unit)
        self.assertEqual(status, 1)
        self.assertIn("RELEASE-MISSING", rules(missing))
        build(county, self.out)
        status, early = release(self.out, self.FIRST, "-u", self.unit)
        self.assertIn("RELEASE-EARLIER", rules(early))
        status, far = release(self.out, "2042-03-01", "-u", self.unit)
        self.assertIn("RELEASE-YEAR", rules(far))
        self.assertEqual(self.history(self.SECOND), {})
        self.assertEqual(release(self.out, self.SECOND)[0], 0)

    def test_wrong_use_is_told(self):
        self.copy()
        for date in ("2024-02-30", "2024-2-8", "20240208", "明天"):
            status, result = release(self.out, date)
            self.assertEqual(status, 2)
            self.assertIn("RELEASE-DATE", rules(result))
        status, result = release(self.county, self.SECOND)
        self.assertEqual(status, 2)
        self.assertIn("RELEASE-FOLDER", rules(result))
        status, result = release(self.out, self.SECOND, "-u", "999")
        self.assertEqual(status, 2)

    def test_errors_keep_a_document_apart(self):
        county = self.copy()
        path = county / "支出.csv"
        text = path.read_text("utf-8-sig")
        heads = text.splitlines()[0].split(",")
        path.write_text(text + ",".join(
            {"单位代码": self.unit, "金额（元）": "12O",
             "支出功能分类科目": "2010101", "资金性质": "一般公共预算"}
            .get(h, "") for h in heads) + "\n", "utf-8")
        result = build(county, self.out)
        apart = {n for n in documents(self.out) if n.startswith("未通过核对/")}
        self.assertEqual(len(apart), 2 * FILES)
        self.assertIn("BUILD-INPUT", rules(result))
        for name in apart:
            self.assertFalse((self.out / name.split("/", 1)[1]).exists())
        status, refused = release(self.out, self.SECOND)
        self.assertEqual(status, 1)
        self.assertIn("RELEASE-ERRORS", rules(refused))
        path.write_text(text, "utf-8")
        build(county, self.out)
        self.assert_like_undisturbed()
        self.assertEqual([p for p in (self.out / "未通过核对").rglob("*")
                          if p.is_file()], [])

    def test_an_edited_file_survives_a_correction(self):
        county = self.copy()
        docx = next(p for n, p in documents(self.out).items()
                    if f"/{self.unit}" in n and n.endswith("公开.docx")
                    and not n.startswith("历史"))
        edit(docx, "预算", "决算")
        content = docx.read_bytes()
        self.correct(county)
        result = build(county, self.out, "--reason", "甲")
        self.assertIn("BUILD-EDITED", rules(result))
        self.assertTrue(docx.read_bytes() == content)
        self.assertTrue(is_whole(docx.with_name(docx.stem + "（新）.docx")))

    def test_a_lost_history_is_told(self):
        county = self.copy()
        (self.out / "历史" / self.FIRST / "数据" /
         f"{self.unit}.json").unlink()
        self.correct(county)
        self.assertIn("RELEASE-LOST", rules(build(county, self.out)))

    def test_killed_at_any_moment_nothing_released_is_lost(self):
        county = self.copy()
        kept = self.history()
        chance = random.Random(11)
        for number in range(TRIES):
            self.correct(county)
            process = start(county, self.out, "-j", "2", "--reason",
                            f"第{number}次")
            time.sleep(chance.random() * 0.5)
            process.kill()
            process.communicate()
            self.assertTrue(self.history() == kept)
            self.assert_nothing_half()
            if chance.random() < 0.5:
                self.kill_a_release(chance, number)
                self.assertTrue(self.history() == kept)
        self.assertEqual(states(build(county, self.out, "--reason", "末次"),
                                "failed"), [])
        status, result = release(self.out, "2025-01-01")
        self.assertEqual((status, len(states(result, "corrected"))), (0, 2))
        self.assertTrue(self.history() == kept)
        self.assertEqual(list(self.out.rglob(".gongkai-*")), [])

    def kill_a_release(self, chance, number):
        """Another date each time: what it wrote may or may not be one."""
        process = subprocess.Popen(
            [GONGKAI, "release", "-q", self.out, "--date",
             f"2024-04-{number % 28 + 1:02d}"], stderr=subprocess.DEVNULL)
        time.sleep(chance.random() * 0.5)
        process.kill()
        process.wait()


if __name__ == "__main__":
    GONGKAI = sys.argv.pop(1)
    unittest.main(verbosity=2)
