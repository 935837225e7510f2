"""Amounts in sentences."""

import re

from .blocks import bare
from .output import Output

SECTION = re.compile(r"^([一二三四五六七八九十]+)、(.+)$")
CHAPTER = re.compile(r"^(\d+)、(.+)$")
TOPICS = re.compile("总体情况|机关运行经费|“三公”经费|政府采购|国有资产")
AMOUNT = re.compile(r"(\d+(?:\.\d+)?)\s*万元")
CLAUSE_END = re.compile(r"[，。；：、]")
LEAD_WORDS = re.compile(r"^(（|）|\d+\.(?=\D)|其中|包括|主要为|和)+")


def extract_figures(sections):
    """Every amount in 万元 in a sentence, and the words of the clause before it."""
    out = Output("figures")
    for section in sections:
        mark = SECTION.match(section[0].text)
        if not mark or not TOPICS.search(section[0].text):
            continue
        part, number = mark.group(1), 0
        for block in section[1:]:
            chapter = CHAPTER.match(block.text or "")
            if chapter and block.kind == "heading":
                part, number = "%s.%s" % (mark.group(1), chapter.group(1)), 0
            elif block.kind != "table":
                number = add_figures(out, part, number, block.text)
    return out


def add_figures(out, part, number, text, pattern=AMOUNT):
    """number: of the last figure so far; returns that of the last one here.

    pattern: group 1 the digits; a second group is the unit, and % is kept.
    """
    end = 0
    for match in pattern.finditer(text):
        words = bare(CLAUSE_END.split(text[end:match.start()])[-1])
        words = LEAD_WORDS.sub("", words) or words
        end, number = match.end(), number + 1
        out.cells("%s.%d" % (part, number), words, 1,
                  [words, match.group(1) + ("%" if match.group(0).endswith("%") else "")])
    return number
