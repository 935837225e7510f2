#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The pages of the manual that repeat what the program says of itself.

    tests/manual/manual.py TABLES            are they as the program is?
    tests/manual/manual.py --update TABLES   bring them up to date

TABLES is the program manual_tables, which prints the tables of the input.
docs/tables.zh-CN.md holds that between two marks. docs/messages.zh-CN.md has a
row for each message: id, level and words come from messages.inc; what causes it
is written by hand in the page, and so is what to do where the message itself
does not say it. A new message gets a row that says （待写）: write it.
"""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))
import messages  # noqa: E402

TABLES_PAGE = ROOT / "docs/tables.zh-CN.md"
MESSAGES_PAGE = ROOT / "docs/messages.zh-CN.md"
START, END = "<!-- 以下由程序生成 -->\n", "<!-- 以上由程序生成 -->\n"
PAGES_WITH_IDS = ("README.md", "README.zh-CN.md", "docs/calling.md",
                  "docs/release.md", "docs/release.zh-CN.md", "docs/input.md",
                  "docs/input.zh-CN.md")
ID = re.compile(r"\b[A-Z]{3,}-[A-Z]+(?:-[A-Z]+)*\b")
TO_WRITE = "（待写）"
LEVELS = {"DIAG_NOTE": "提示", "DIAG_WARNING": "警告", "DIAG_ERROR": "错误",
          "DIAG_FATAL": "错误"}
# Folders of generator/ in the order in which a clerk meets them. Findings of
# check/ have a page of their own: docs/rules.zh-CN.md.
SECTIONS = {
    "read": "读取文件", "budget": "表格和数据", "template": "文字、指标、选项和模板",
    "publish": "生成文件", "compare": "比较", "cli": "命令的写法",
    "base": "文件和文件夹", "font": "字体", "layout": "排版",
    "write/docx": "DOCX", "write/pdf": "PDF", "write/tables": "写出表格",
    "doc": "文档树（供模板作者）"}
ELSEWHERE = {"check"}


def as_cell(text):
    """Arguments as …, and nothing that Markdown takes for its own."""
    text = re.sub(r"\{!?\d\}", "…", text)
    return (text.replace("&", "&amp;").replace("|", "\\|")
            .replace("<", "&lt;")
            .replace("*", "\\*").replace("\n", " "))


def remedy_of(text):
    """The sentences that say what to do."""
    sentences = re.findall(r"[^。]+。?", text)
    return "".join(s for s in sentences
                   if re.search("请|^运行|^可用|^应", s)).strip()


def written_by_hand(page):
    """{id: (cause, remedy)} of the page as it stands."""
    rows = re.findall(r"^\| ([A-Z][A-Z0-9-]+) \|(.*)\|$", page, re.M)
    cells = {key: re.split(r"(?<!\\)\|", row) for key, row in rows}
    return {key: (row[2].strip(), row[3].strip())
            for key, row in cells.items() if len(row) == 4}


def messages_text(page):
    """The generated part of the page of messages."""
    known = written_by_hand(page)
    parts = []
    found = messages.read_messages()
    folders = {m.file.split("/", 1)[1].rsplit("/", 1)[0] for m in found}
    unknown = folders - set(SECTIONS) - ELSEWHERE
    if unknown:
        raise SystemExit(f"{__file__}: SECTIONS lacks {unknown}")
    for folder, title in SECTIONS.items():
        parts.append(f"\n## {title}\n\n| 编号 | 级别 | 说什么 | 原因 | 怎样处理 |\n"
                     "| --- | --- | --- | --- | --- |\n")
        for m in found:
            if m.file != f"generator/{folder}/messages.inc":
                continue
            cause, remedy = known.get(m.id, (TO_WRITE, TO_WRITE))
            remedy = as_cell(remedy_of(m.zh)) or remedy
            said = as_cell(m.zh.replace(remedy_of(m.zh), "") or m.zh)
            parts.append(f"| {m.id} | {LEVELS[m.level]} | {said} | {cause} | "
                         f"{remedy} |\n")
    return "".join(parts)


def between(page, text):
    head, rest = page.split(START, 1)
    return head + START + text + END + rest.split(END, 1)[1]


def unknown_ids():
    """Messages and rules that a page names and that there are not."""
    known = {message.id for message in messages.read_messages()}
    known |= set(re.findall(r'^\{"([A-Z-]+)",', (
        ROOT / "generator/check/rules.inc").read_text("utf-8"), re.M))
    for path in PAGES_WITH_IDS:
        text = (ROOT / path).read_text("utf-8")
        for found in sorted(set(ID.findall(text)) - known):
            yield f"{path}: there is no message {found}"


def main(args):
    update = args[:1] == ["--update"]
    args = args[update:]
    if len(args) != 1:
        print(__doc__)
        return 2
    tables = subprocess.run(args, check=True, capture_output=True).stdout
    unknown = list(unknown_ids())
    stale = bool(unknown) and not update
    print("".join(line + "\n" for line in unknown), end="")
    for path, make in ((TABLES_PAGE, lambda page: tables.decode()),
                       (MESSAGES_PAGE, messages_text)):
        page = path.read_text("utf-8")
        new = between(page, make(page))
        name = path.relative_to(ROOT)
        if update:
            path.write_text(new, "utf-8")
        elif new != page:
            stale = True
            print(f"{name} is not as the program is: "
                  "cmake --build --preset dev --target manual")
            for line in sorted(set(new.split("\n")) ^ set(page.split("\n"))):
                print(("  the page has " if line in page else "  it should be ")
                      + line)
        for line in new.split("\n"):
            if TO_WRITE in line and line.startswith("| "):
                stale = True
                print(f"{name}: write what causes it, and what to do: {line}")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
