#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""index.html before checkers of other people: vnu-jar (is it valid HTML?) and
axe-core (can everybody use it?), both from npm, the latter in a browser.

    page.py GONGKAI NODE_MODULES [CHROMIUM]

NODE_MODULES holds vnu-jar, axe-core and puppeteer-core; java and node are
needed. The page is that of a county with something of everything: released,
corrected, edited, with errors, not made.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

import make_county
import test_county

AXE = """
const puppeteer = require(process.argv[2] + "/puppeteer-core");
const axe = require(process.argv[2] + "/axe-core");
(async () => {
  const browser = await puppeteer.launch(
      {executablePath: process.argv[4], args: ["--no-sandbox"]});
  let faults = 0;
  for (const width of [1280, 390]) {
    const page = await browser.newPage();
    await page.setViewport({width, height: 900});
    await page.goto("file://" + process.argv[3]);
    await page.evaluate(axe.source);
    const result = await page.evaluate(() => axe.run());
    for (const fault of result.violations)
      console.log(width, fault.id, fault.help, fault.nodes[0].html);
    faults += result.violations.length;
    const wide = await page.evaluate(
        () => document.documentElement.scrollWidth > window.innerWidth);
    if (wide) console.log(width, "wider than the screen");
    faults += wide;
    await page.emulateMediaType("print");
    const hidden = await page.evaluate(
        () => [...document.querySelectorAll("details > ul")]
            .filter(list => !list.checkVisibility()).length);
    if (hidden) console.log(hidden, "lists of findings are not printed");
    faults += hidden;
  }
  await browser.close();
  process.exit(faults > 0 ? 1 : 0);
})();
"""


def make_page(folder):
    """A county's page with all states."""
    county, out = folder / "县", folder / "公开"
    make_county.write(make_county.make(8, 9, "hebei-2024"), county, False)
    result = test_county.build(county, out)
    units = [u["code"] for u in result["units"]]
    test_county.release(out, "2024-02-08")
    test_county.change_amount(county, units[2], 12300)
    docx = next(out.glob(f"*/{units[3]}*.docx"))
    test_county.edit(docx, "预算", "决算")
    path = county / "说明.csv"
    path.write_text(path.read_text("utf-8").replace(
        "101,,部门职责,", "101,,部门职责,{无此表}", 1), "utf-8")
    path = county / "单位.csv"
    lines = path.read_text("utf-8").splitlines()
    lines[-1] = lines[-1].replace("hebei-2024", "no-such")
    path.write_text("\n".join(lines) + "\n", "utf-8")
    test_county.build(county, out, "--reason", "录入有误")
    return out / "index.html"


def main():
    test_county.GONGKAI, modules = sys.argv[1:3]
    chromium = sys.argv[3] if len(sys.argv) > 3 else "/usr/bin/chromium"
    folder = pathlib.Path(tempfile.mkdtemp(prefix="gongkai-page-"))
    try:
        page = make_page(folder)
        vnu = pathlib.Path(modules) / "vnu-jar/build/dist/vnu.jar"
        valid = subprocess.run(["java", "-jar", vnu, page], check=False)
        script = folder / "axe.js"
        script.write_text(AXE, "utf-8")
        usable = subprocess.run(["node", script, modules, page, chromium],
                                check=False)
        return valid.returncode or usable.returncode
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
