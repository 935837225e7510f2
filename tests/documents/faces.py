# SPDX-License-Identifier: MIT
"""Advances of the glyphs of an embedded face, as its own program has them:
bare CFF (Adobe technical notes 5176, 5177) and TrueType (hmtx)."""

import struct

WIDTH_AT = {1: None, 3: None, 18: None, 23: None, 19: None, 20: None,
            21: 2, 22: 1, 4: 1, 14: 0}


def index(data, at):
    """The entries of an INDEX; where it ends."""
    count = struct.unpack(">H", data[at:at + 2])[0]
    if count == 0:
        return [], at + 2
    size = data[at + 2]
    first = at + 3
    ends = [int.from_bytes(data[first + i * size:first + (i + 1) * size],
                           "big") for i in range(count + 1)]
    base = first + (count + 1) * size - 1
    return ([data[base + a:base + b] for a, b in zip(ends, ends[1:])],
            base + ends[-1])


def dictionary(data):
    """{operator: operands} of a DICT; 12 x is 1200 + x."""
    found = {}
    operands = []
    at = 0
    while at < len(data):
        b = data[at]
        at += 1
        if b <= 21:
            if b == 12:
                b = 1200 + data[at]
                at += 1
            found[b] = operands
            operands = []
        elif b == 30:
            text = ""
            while not text.endswith("f"):
                text += f"{data[at]:02x}"
                at += 1
            operands.append(text)
        elif b == 29:
            operands.append(struct.unpack(">i", data[at:at + 4])[0])
            at += 4
        else:
            value, at = number(data, b, at)
            operands.append(value)
    return found


def number(data, b, at):
    """An operand that begins with the byte b; where it ends."""
    if b == 28:
        return struct.unpack(">h", data[at:at + 2])[0], at + 2
    if b <= 246:
        return b - 139, at
    if b <= 250:
        return (b - 247) * 256 + data[at] + 108, at + 1
    if b <= 254:
        return -(b - 251) * 256 - data[at] - 108, at + 1
    return struct.unpack(">i", data[at:at + 4])[0] / 65536, at + 4


def charstring_width(code, default, nominal):
    """The width stands before the operands of the first operator."""
    operands = []
    at = 0
    while at < len(code):
        b = code[at]
        at += 1
        if b == 28 or b >= 32:
            value, at = number(code, b, at)
            operands.append(value)
            continue
        most = WIDTH_AT[b]
        has = (len(operands) % 2 == 1 if most is None
               else len(operands) > most)
        return nominal + operands[0] if has else default
    return default


def selected(data, at, glyphs):
    """Font dictionary of each glyph (FDSelect)."""
    if data[at] == 0:
        return list(data[at + 1:at + 1 + glyphs])
    count = struct.unpack(">H", data[at + 1:at + 3])[0]
    chosen = []
    for i in range(count):
        first, fd, after = struct.unpack(
            ">HBH", data[at + 3 + 3 * i:at + 8 + 3 * i])
        chosen += [fd] * (after - first)
    return chosen


def cff_widths(data):
    """{CID: width}; the charset of our subsets is the identity."""
    _, at = index(data, data[2])
    tops, at = index(data, at)
    top = dictionary(tops[0])
    glyphs, _ = index(data, top[17][0])
    privates = []
    for entry in index(data, top[1236][0])[0]:
        size, where = dictionary(entry)[18]
        private = dictionary(data[where:where + size])
        privates.append((private.get(20, [0])[0], private.get(21, [0])[0]))
    chosen = selected(data, top[1237][0], len(glyphs))
    return {cid: charstring_width(code, *privates[chosen[cid]])
            for cid, code in enumerate(glyphs)}


def truetype_widths(data):
    """{glyph: width in 1/1000 em}."""
    count = struct.unpack(">H", data[4:6])[0]
    tables = {}
    for i in range(count):
        name, _, at, n = struct.unpack(">4sIII", data[12 + 16 * i:28 + 16 * i])
        tables[name] = data[at:at + n]
    em = struct.unpack(">H", tables[b"head"][18:20])[0]
    long_ones = struct.unpack(">H", tables[b"hhea"][34:36])[0]
    glyphs = struct.unpack(">H", tables[b"maxp"][4:6])[0]
    widths = [struct.unpack(">H", tables[b"hmtx"][4 * i:4 * i + 2])[0]
              for i in range(long_ones)]
    widths += [widths[-1]] * (glyphs - long_ones)
    return {glyph: width * 1000 / em for glyph, width in enumerate(widths)}
