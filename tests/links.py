#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Do the links within the project's own pages lead somewhere?

    tests/links.py

Files that are linked must be there, and so must the heading behind a #.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LINK = re.compile(r"\]\(([^)\s]+)\)")


def pages():
    found = [*ROOT.glob("*.md")]
    for folder in ("docs", "fonts", "generator", "samples", "templates",
                   "tests"):
        found += (ROOT / folder).rglob("*.md")
    return sorted(page for page in found
                  if "说明" not in page.parts and "input" not in page.parts)


def anchors(page):
    """What GitHub makes of the headings."""
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.M | re.S)
    headings = re.findall(r"^#+ (.*)$", text, re.M)
    return {re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")
            for heading in headings}


def faults_of(page):
    text = re.sub(r"^( {4}|```).*$", "", page.read_text("utf-8"), flags=re.M)
    for target in LINK.findall(text):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        linked = (page.parent / path).resolve() if path else page
        if not linked.exists():
            yield f"{page.relative_to(ROOT)}: there is no {target}"
        elif anchor and linked.suffix == ".md" and (
                anchor not in anchors(linked)):
            yield f"{page.relative_to(ROOT)}: no heading for {target}"


def main():
    faults = [fault for page in pages() for fault in faults_of(page)]
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
