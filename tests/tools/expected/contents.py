"""The list of contents."""

from .blocks import Block, problem
from .output import Output


def extract_contents(blocks):
    """The list of contents, and the index of the first block after it."""
    out = Output("contents")
    last = max((i for i, b in enumerate(blocks) if b.kind == "entry"), default=-1)
    if last < 0:
        problem("no list of contents")
        return out, 0
    first = next(i for i, b in enumerate(blocks) if "目录" in (b.text or ""))
    entry = group = 0
    for block in blocks[first:last + 1]:
        if block.kind == "entry":
            entry += 1
            out.cells(entry, block.text, 1, [block.text, block.page])
        elif not out.lines:
            out.cell("title", "", 1, block.text)
        elif block.text:
            group += 1
            out.cell("group.%d" % group, "", 1, block.text)
    return out, last + 1


def split_run_in(blocks, entries):
    """A section whose heading runs into its first paragraph becomes two blocks."""
    parted = []
    for block in blocks:
        entry = next((e for e in entries if block.kind == "text"
                      and block.text.startswith(e + "：")), None)
        if entry:
            parted.append(Block("heading", block.line, entry))
            parted.append(Block("text", block.line, block.text[len(entry) + 1:]))
        else:
            parted.append(block)
    return parted
