# SPDX-License-Identifier: MIT
"""locked.py FONT: the font no longer allows embedding (OS/2 fsType)."""
import struct
import sys

path = sys.argv[1]
with open(path, "rb") as file:
    data = bytearray(file.read())
for i in range(struct.unpack_from(">H", data, 4)[0]):
    tag, _, offset, _ = struct.unpack_from(">4sLLL", data, 12 + 16 * i)
    if tag == b"OS/2":
        struct.pack_into(">H", data, offset + 8, 0x0002)
with open(path, "wb") as file:
    file.write(data)
