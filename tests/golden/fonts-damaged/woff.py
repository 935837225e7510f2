# SPDX-License-Identifier: MIT
"""woff.py FONT MADE: the font as a web font (W3C WOFF 1.0), tables as is."""
import pathlib
import struct
import sys

font, made = sys.argv[1:]
data = pathlib.Path(font).read_bytes()
n = struct.unpack(">H", data[4:6])[0]
at = 44 + 20 * n
directory, body = b"", b""
for i in range(n):
    tag, check, offset, size = struct.unpack(
        ">4sIII", data[12 + 16 * i:28 + 16 * i])
    directory += struct.pack(">4sIIII", tag, at + len(body), size, size, check)
    body += data[offset:offset + size] + b"\0" * (-size % 4)
head = struct.pack(">4s4sIHHIHHIIIII", b"wOFF", data[:4], at + len(body), n, 0,
                   len(data), 1, 0, 0, 0, 0, 0, 0)
pathlib.Path(made).write_bytes(head + directory + body)
