#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A template of one's own, made as the guide tells step by step: with the
sample that it names, documents differ in what was to be changed and nowhere
else.

    test_walk.py GONGKAI
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
CHANGES = re.compile(r"<(?:replace|remove|before|after)\b")
UNIT = "600001"
# (part, change): in which table or below which heading.
WANTED = {
    ("sentence", "changed"): {"正文", "（四）预算绩效情况"},
    ("sentence", "removed"): {"（四）预算绩效情况"},
    ("column", "added"): {"支出预算总表"},
    ("section", "added"): {"政府采购预算表"},
    ("table", "added"): {"政府采购预算表"},
    ("section", "removed"): {"第四部分 名词解释"},
}


def steps(page):
    """The guide's blocks and commands, in order."""
    text = (ROOT / "templates" / page).read_text("utf-8")
    part = text.split("\n## ")[1]
    blocks = re.findall(r"^```xml\n(.*?)^```$", part, re.M | re.S)
    commands = re.findall(r"^    gongkai (.*)$", part, re.M)
    return blocks, commands


def template_of(blocks):
    """All of it: the first block, and the changes before its end."""
    start, end = blocks[0].split("</template>")
    changes = [block for block in blocks if CHANGES.match(block)]
    assert len(changes) == len(blocks) - 1
    return start + "".join(changes) + "</template>" + end


def run(gongkai, folder, arguments):
    """One of the guide's commands; builds only what is compared here."""
    options = (["-u", UNIT, "-f", "json"] if arguments[0] == "build" else
               ["--json"] if arguments[0] == "diff" else [])
    done = subprocess.run([gongkai, *arguments, *options], cwd=folder,
                          env={**os.environ, "GONGKAI_DATA": str(folder)},
                          capture_output=True, check=False)
    differs = done.returncode == 1 and arguments[0] == "diff"
    if done.returncode != 0 and not differs:
        raise SystemExit(f"gongkai {' '.join(arguments)}: "
                         f"{(done.stdout + done.stderr).decode()}")
    return done.stdout


def walk(gongkai, page, folder):
    """What differs in the end: {(part, change): {where}}."""
    blocks, commands = steps(page)
    shutil.copytree(ROOT / "templates", folder / "templates")
    (folder / "fonts").symlink_to(ROOT / "fonts")
    (folder / "samples").symlink_to(ROOT / "samples")
    own = folder / "templates" / "shifan-2025"
    own.mkdir()
    (own / "template.xml").write_text(template_of(blocks), "utf-8")
    said = [run(gongkai, folder, command.split()) for command in commands]
    assert [command.split()[0] for command in commands] == [
        "templates", "build", "build", "diff"], commands
    found = {}
    for change in json.loads(said[-1])["changes"]:
        found.setdefault((change["part"], change["change"]),
                         set()).add(change["where"])
    return found


def main(gongkai):
    bad = False
    for page in ("README.md", "README.zh-CN.md"):
        with tempfile.TemporaryDirectory(prefix="gongkai-walk-") as folder:
            found = walk(gongkai, page, pathlib.Path(folder))
        if found != WANTED:
            bad = True
            print(f"templates/{page}: the documents differ in {found}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(str(pathlib.Path(sys.argv[1]).resolve())))
