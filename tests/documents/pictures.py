#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Golden pictures: telling pages of a document, small and grey.

    pictures.py FOLDER EXPECTED OUT      compare with the last *.pdf below FOLDER
    pictures.py --update FOLDER EXPECTED  draw anew what is expected
    pictures.py --self-test FOLDER        what is moved by 1 mm is found

EXPECTED/<page>-<what it shows>.png has DPI dots an inch and 16 greys. For one
more page, make its file empty and --update. Of a page that differs, OUT gets
three pictures side by side: expected, made, and where they differ. Look at
what changed before you commit it.
"""

import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import zlib

DPI = 60
# Another release of Poppler may round glyphs, greys and the places of rules
# otherwise. So a pixel counts when neither it nor one beside it in the other
# picture is about as grey, a page when more pixels count than a short word has.
GREY_MOST = 3           # of 15
SHARE_MOST = 0.0001
SIGNATURE = b"\x89PNG\r\n\x1a\n"
# What the self-test wants: found, when moved that far; passed, when drawn with
# as many dots an inch more or less.
MOVED = 72 / 25.4       # [pt] 1 mm
GLYPHS_LEAST = 6        # of a text
RULE_LEAST = 72         # [pt] long
ROUNDING = 0.003
SELF_TEST_PAGE = 2      # a table in portrait


class Picture:
    def __init__(self, width, height, greys):
        self.width = width
        self.height = height
        self.greys = greys      # a byte a pixel, 0 is black, 15 white


def draw(path, page, dpi=DPI):
    """The page as Poppler draws it."""
    made = subprocess.run(
        ["pdftoppm", "-gray", "-r", str(dpi), "-f", str(page), "-l",
         str(page), str(path)], check=True, capture_output=True).stdout
    if not made:
        raise SystemExit(f"{path}: there is no page {page}")
    kind, size, most, pixels = made.split(b"\n", 3)
    assert kind == b"P5" and most == b"255", made[:20]
    width, height = map(int, size.split())
    return Picture(width, height, bytes((p + 8) // 17 for p in pixels))


def chunk(kind, data):
    return (struct.pack(">I", len(data)) + kind + data +
            struct.pack(">I", zlib.crc32(kind + data)))


def write_png(path, picture):
    """Four bits a pixel, rows unfiltered."""
    rows = []
    for y in range(picture.height):
        row = picture.greys[y * picture.width:(y + 1) * picture.width]
        row += bytes(len(row) % 2)
        rows.append(b"\0" + bytes(a << 4 | b
                                  for a, b in zip(row[::2], row[1::2])))
    head = struct.pack(">IIBBBBB", picture.width, picture.height, 4, 0, 0, 0,
                       0)
    path.write_bytes(SIGNATURE + chunk(b"IHDR", head) +
                     chunk(b"IDAT", zlib.compress(b"".join(rows), 9)) +
                     chunk(b"IEND", b""))


def read_png(path):
    """A picture that write_png wrote."""
    data = path.read_bytes()
    width, height, *form = struct.unpack(">IIBBBBB", data[16:29])
    if data[:8] != SIGNATURE or form != [4, 0, 0, 0, 0]:
        raise SystemExit(f"{path}: not written by this script; --update it")
    length = struct.unpack(">I", data[33:37])[0]
    packed = zlib.decompress(data[41:41 + length])
    stride = 1 + (width + 1) // 2
    greys = bytearray()
    for y in range(height):
        row = packed[y * stride + 1:(y + 1) * stride]
        greys += bytes(g for b in row for g in (b >> 4, b & 15))[:width]
    return Picture(width, height, bytes(greys))


def is_near(grey, picture, at):
    """Whether the pixel or one beside it is about as grey."""
    return any(abs(other - grey) <= GREY_MOST
               for y in (-picture.width, 0, picture.width)
               for other in picture.greys[max(at + y - 1, 0):
                                          max(at + y + 2, 0)])


def differing(wanted, made):
    """A byte a pixel: whether it differs; None: other sizes."""
    if (wanted.width, wanted.height) != (made.width, made.height):
        return None
    pixels = bytearray(len(made.greys))
    for at, (a, b) in enumerate(zip(wanted.greys, made.greys)):
        if abs(a - b) > GREY_MOST:
            pixels[at] = not (is_near(a, made, at)
                              and is_near(b, wanted, at))
    return bytes(pixels)


def share_of(wanted, made):
    pixels = differing(wanted, made)
    return 1.0 if pixels is None else sum(pixels) / len(pixels)


def side_by_side(wanted, made):
    """Expected, made, and black where they differ."""
    parts = [wanted, made]
    pixels = differing(wanted, made)
    if pixels is not None:
        parts.append(Picture(made.width, made.height,
                             bytes(0 if p else 15 for p in pixels)))
    height = max(part.height for part in parts)
    greys = bytearray()
    for y in range(height):
        for part in parts:
            row = part.greys[y * part.width:(y + 1) * part.width]
            greys += row.ljust(part.width, b"\x0f") + b"\0"
    return Picture(sum(part.width + 1 for part in parts), height,
                   bytes(greys))


def document_of(folder):
    """A department's document sorts behind those of its units."""
    files = sorted(folder.rglob("*.pdf"))
    if not files:
        raise SystemExit(f"{folder}: no PDF")
    return files[-1]


def pages_of(expected):
    """(page, file) of every picture."""
    found = [(int(file.name.split("-")[0]), file)
             for file in sorted(expected.glob("*.png"))]
    if not found:
        raise SystemExit(f"{expected}: no pictures")
    return found


def update(folder, expected):
    """Pictures that pass stay as they are, byte by byte."""
    path = document_of(folder)
    for page, file in pages_of(expected):
        made = draw(path, page)
        if (file.stat().st_size == 0
                or share_of(read_png(file), made) > SHARE_MOST):
            write_png(file, made)
            print(file)
    return 0


def compare(folder, expected, out):
    path = document_of(folder)
    out.mkdir(parents=True, exist_ok=True)
    failed = 0
    for page, file in pages_of(expected):
        beside = out / file.name
        beside.unlink(missing_ok=True)
        wanted, made = read_png(file), draw(path, page)
        share = share_of(wanted, made)
        if share <= SHARE_MOST:
            continue
        failed += 1
        write_png(beside, side_by_side(wanted, made))
        print(f"{file}: page {page} of {path.name}: {share:.3%} of its pixels"
              f" differ, {SHARE_MOST:.3%} may; look at {beside}")
    return 1 if failed else 0


# ---- self-test ----

LINE = re.compile(rb"\[<([0-9a-f]+)>\s*\]TJ|<([0-9a-f]+)> ?Tj")
RULE = re.compile(rb"([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S")


def raise_line(match):
    """The text 1 mm higher; None: too short."""
    if len(match[1] or match[2]) < 4 * GLYPHS_LEAST:
        return None
    return b"%.3f Ts %s 0 Ts" % (MOVED, match[0])


def move_rule(match):
    """The rule 1 mm up and to the right; None: too short."""
    x1, y1, x2, y2 = map(float, match.groups())
    if abs(x1 - x2) + abs(y1 - y2) < RULE_LEAST:
        return None
    return b"q 1 0 0 1 %.3f %.3f cm %s Q" % (MOVED, MOVED, match[0])


def not_found(wanted, data, spoilt):
    """(what, whether it was missed), for each thing that is moved."""
    for pattern, change in ((LINE, raise_line), (RULE, move_rule)):
        for match in pattern.finditer(data):
            instead = change(match)
            if instead is None:
                continue
            spoilt.write_bytes(data[:match.start()] + instead +
                               data[match.end():])
            yield (match[0].decode(),
                   share_of(wanted, draw(spoilt, 1)) <= SHARE_MOST)


def self_test(folder):
    """Every text and every rule of a page moved, one by one."""
    faults = []
    with tempfile.TemporaryDirectory() as scratch:
        plain = pathlib.Path(scratch) / "plain.pdf"
        other = pathlib.Path(scratch) / "other"
        subprocess.run(["qpdf", "--qdf", "--object-streams=disable",
                        document_of(folder), "--pages", ".",
                        str(SELF_TEST_PAGE), "--", plain], check=True)
        picture = draw(plain, 1)
        write_png(other, picture)
        wanted = read_png(other)
        if wanted.greys != picture.greys:
            faults.append("a picture is read otherwise than it was written")
        for dpi in (DPI - ROUNDING, DPI + ROUNDING):
            share = share_of(wanted, draw(plain, 1, dpi))
            if share > SHARE_MOST:
                faults.append(f"does not pass at {dpi} dpi: {share:.3%}")
        tried = list(not_found(wanted, plain.read_bytes(), other))
    faults += [f"moved by 1 mm and not found: {what}"
               for what, missed in tried if missed]
    print(f"{len(tried)} things moved")
    print("\n".join(faults))
    return 1 if faults or not tried else 0


def main(args):
    folders = [pathlib.Path(arg) for arg in args if arg[:2] != "--"]
    options = [arg for arg in args if arg[:2] == "--"]
    works = {(): (compare, 3), ("--update",): (update, 2),
             ("--self-test",): (self_test, 1)}
    work, count = works.get(tuple(options), (None, 0))
    if work is None or len(folders) != count:
        print(__doc__)
        return 2
    return work(*folders)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
