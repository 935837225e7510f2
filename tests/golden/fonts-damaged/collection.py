# SPDX-License-Identifier: MIT
"""collection.py FONT MADE: the font as a collection of one face."""
import pathlib
import struct
import sys

font, made = sys.argv[1:]
data = bytearray(pathlib.Path(font).read_bytes())
head = struct.pack(">4sIII", b"ttcf", 0x00010000, 1, 16)
for i in range(struct.unpack(">H", data[4:6])[0]):
    at = 12 + 16 * i + 8
    offset = struct.unpack(">I", data[at:at + 4])[0]
    data[at:at + 4] = struct.pack(">I", offset + len(head))
pathlib.Path(made).write_bytes(head + data)
