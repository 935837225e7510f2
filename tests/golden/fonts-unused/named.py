# SPDX-License-Identifier: MIT
"""named.py FONT NAME OTHER MADE: the font under another name, as long."""
import pathlib
import sys

font, name, other, made = sys.argv[1:]
assert len(name) == len(other)
data = pathlib.Path(font).read_bytes()
for coding in ("ascii", "utf-16-be"):
    data = data.replace(name.encode(coding), other.encode(coding))
pathlib.Path(made).write_bytes(data)
