# SPDX-License-Identifier: MIT
"""Rules of PDF/A-2a and PDF/UA-1 on the file, its faces and its names: as in
rules.py, which runs them. SPOILERS makes the fault that each is for."""

import re

import faces
import pdf as reader

OPERATORS = set("""b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC
ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s S SC sc SCN
scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' " """.split())
COLOURS = {"K", "k", "CS", "cs", "SC", "sc", "SCN", "scn", "sh", "ri"}
TYPES = set("""Document Part Art Sect Div BlockQuote Caption TOC TOCI Index
NonStruct Private H H1 H2 H3 H4 H5 H6 P L LI Lbl LBody Table TR TH TD THead
TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu RB
RT RP WT WP Figure Formula Form""".split())
SCHEMAS = {"http://ns.adobe.com/xap/1.0/", "http://ns.adobe.com/pdf/1.3/",
           "http://purl.org/dc/elements/1.1/",
           "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "adobe:ns:meta/",
           "http://www.aiim.org/pdfa/ns/id/",
           "http://www.aiim.org/pdfua/ns/id/"}
EXTENSION = "http://www.aiim.org/pdfa/ns/"


def rule_header(pdf):
    """A2 6.1.2, 6.1.3: the first two lines, and nothing behind the last."""
    if not re.match(rb"%PDF-1\.[0-7][\r\n]+%[\x80-\xff]{4}", pdf.raw):
        yield f"the file begins with {pdf.raw[:16]}"
    if not re.search(rb"%%EOF[\r\n]*\Z", pdf.raw):
        yield "something stands behind the end"


def values_of(pdf):
    """Every value that is no container."""
    for words in pdf.dictionaries():
        rest = list(words.items())
        while rest:
            key, value = rest.pop()
            yield key
            if isinstance(value, list):
                rest += [("/", kid) for kid in value]
            elif not isinstance(value, dict):
                yield value


def rule_limits(pdf):
    """A2 6.1.13, 6.1.8: what a reader need not bear."""
    for value in values_of(pdf):
        if isinstance(value, str):
            if value.startswith("n:"):
                yield f"a name is not UTF-8: {value}"
            if value.startswith("/") and len(value.encode()) > 128:
                yield f"a name of {len(value.encode()) - 1} bytes"
            if value.startswith("u:") and len(value) > 16_000:
                yield f"a string of {len(value)} characters"
        elif isinstance(value, (int, float)) and abs(value) >= 2 ** 31:
            yield f"a number of {value}"
    if len(pdf.objects) > 8_388_607:
        yield "too many objects"
    for i, (_, page) in enumerate(pdf.pages):
        box = page["/MediaBox"]
        sides = box[2] - box[0], box[3] - box[1]
        if min(sides) < 3 or max(sides) > 14_400:
            yield f"page {i + 1} of {sides}"
        if pdf.depths[i] > 28:
            yield f"page {i + 1}: q within q, {pdf.depths[i]} times"


def rule_operators(pdf):
    """A2 6.2.2: no operator that ISO 32000-1 does not know."""
    for i, words in enumerate(pdf.operators):
        if words - OPERATORS:
            yield f"page {i + 1}: {sorted(words - OPERATORS)}"


def rule_colours(pdf):
    """A2 6.2.4: grey and RGB only, which the output intent covers."""
    for i, words in enumerate(pdf.operators):
        if words & COLOURS:
            yield f"page {i + 1}: {sorted(words & COLOURS)}"


def glyph_map(pdf, font):
    """The glyph of a code (Identity-H), in the embedded program."""
    where = font.descendant.get("/CIDToGIDMap")
    if where is None or where == "/Identity":
        return lambda code: code
    data = pdf.data(where)
    return lambda code: int.from_bytes(data[2 * code:2 * code + 2], "big")


def rule_no_notdef(pdf):
    """A2 6.2.11.8, UA 7.21.8: no text shows the glyph for a missing one."""
    for font in pdf.fonts.values():
        glyph = glyph_map(pdf, font)
        for code in sorted(font.used):
            if glyph(code) == 0:
                yield f"{font.dictionary['/BaseFont']}: code {code}"


def listed_widths(font):
    """{code: width} as /W says."""
    widths = {}
    words = list(font.descendant.get("/W", []))
    while words:
        first = words.pop(0)
        second = words.pop(0)
        if isinstance(second, list):
            widths.update(enumerate(second, first))
        else:
            widths.update(dict.fromkeys(range(first, second + 1),
                                        words.pop(0)))
    return widths


def rule_widths(pdf):
    """A2 6.2.11.5, UA 7.21.5: /W agrees with the face's own advances."""
    for font in pdf.fonts.values():
        name = font.dictionary["/BaseFont"]
        if "/FontFile3" in font.descriptor:
            own = faces.cff_widths(pdf.data(font.descriptor["/FontFile3"]))
        else:
            own = faces.truetype_widths(
                pdf.data(font.descriptor["/FontFile2"]))
        glyph = glyph_map(pdf, font)
        widths = listed_widths(font)
        for code in sorted(font.used):
            said = widths.get(code, font.descendant.get("/DW", 1000))
            if abs(said - own.get(glyph(code), -1)) > 1:
                yield (f"{name}: code {code} is {said}, "
                       f"{own.get(glyph(code))} in the face")


def rule_cid_system(pdf):
    """A2 6.2.11.3.1: codes are CIDs, the same in all three places."""
    for font in pdf.fonts.values():
        info = pdf.get(font.descendant.get("/CIDSystemInfo", {}))
        if font.dictionary.get("/Encoding") != "/Identity-H":
            yield f"encoding {font.dictionary.get('/Encoding')}"
        if (info.get("/Registry"), info.get("/Ordering")) != ("u:Adobe",
                                                              "u:Identity"):
            yield f"CIDSystemInfo {info}"
        if font.descendant.get("/BaseFont") != font.dictionary["/BaseFont"]:
            yield f"{font.dictionary['/BaseFont']} is also called otherwise"


def rule_types(pdf):
    """A2 6.7.3.4, UA 7.1: standard structure types, none given a role."""
    for root in pdf.tree:
        for element in root.elements():
            if element.kind not in TYPES:
                yield f"{element.kind} is no standard type"
            if element.kind == "H":
                yield "H beside H1 (UA 7.4.4)"
    if set(pdf.get(pdf.root.get("/RoleMap", {}))) & {"/" + t for t in TYPES}:
        yield "a standard type has a role"


def rule_marks_apart(pdf):
    """UA 7.1: no artifact in content that is read, none in an artifact."""
    for i, page in enumerate(pdf.contents):
        for sequence in page:
            if sequence.within is not None:
                yield f"page {i + 1}: {sequence.tag} in {sequence.within}"


def rule_language(pdf):
    """A2 6.7.4, UA 7.2: a language tag (RFC 3066), in XMP the same."""
    said = pdf.catalog.get("/Lang", "u:")[2:]
    if not re.fullmatch(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*", said):
        yield f"language {said!r}"
    xmp = pdf.data(pdf.catalog["/Metadata"]).decode("utf-8")
    found = re.search(r"<dc:language>.*?<rdf:li>(.*?)</rdf:li>", xmp, re.S)
    if found and found.group(1) != said:
        yield f"language {said} and {found.group(1)}"


def rule_actions(pdf):
    """A2 6.5.1, UA 7.18.5: links lead within the document or to a page."""
    for words in pdf.dictionaries():
        if words.get("/Subtype") == "/Link" and (
                ("/Dest" in words) == ("/A" in words)):
            yield "a link leads nowhere or to two places"
        action = pdf.get(words.get("/A", {}))
        if isinstance(action, dict) and "/S" in action and (
                action["/S"] not in ("/GoTo", "/URI")):
            yield f"action {action['/S']}"


def rule_xmp_packet(pdf):
    """A2 6.6.2.1, 6.6.2.3: one packet, only schemas that are known."""
    data = pdf.data(pdf.catalog["/Metadata"])
    head = data[:data.find(b"?>") + 2]
    if not head.startswith(b"<?xpacket begin="):
        yield f"the packet begins with {head[:20]}"
    if b" bytes=" in head or b" encoding=" in head:
        yield "the packet says its bytes or encoding"
    if not re.search(rb"<\?xpacket end=['\"][rw]['\"]\?>\s*\Z", data):
        yield "the packet does not end"
    for name in re.findall(rb"xmlns:\w+=['\"](.*?)['\"]", data):
        if name.decode() not in SCHEMAS and not name.decode().startswith(
                EXTENSION):
            yield f"schema {name.decode()}"


RULES = [value for name, value in sorted(globals().items())
         if name.startswith("rule_")]


# ---- the rules can fail ----

def spoil_widths(pdf):
    font = next(iter(pdf.fonts.values()))
    font.descendant["/W"] = [min(font.used), [123]]


def spoil_notdef(pdf):
    font = next(iter(pdf.fonts.values()))
    font.used.add(0)
    font.descendant.pop("/CIDToGIDMap", None)


def spoil_marks(pdf):
    inner = reader.Sequence("/P", 9, None)
    inner.within = "/Artifact"
    pdf.contents[0].append(inner)


def spoil_packet(pdf):
    stream = pdf.objects["obj:" + pdf.catalog["/Metadata"]]["stream"]
    stream["data"] = "AAAA" + stream["data"]


SPOILERS = {
    rule_header: lambda p: setattr(p, "raw", p.raw + b"more"),
    rule_limits: lambda p: p.catalog.update({"/Long": "/" + "n" * 128}),
    rule_operators: lambda p: p.operators[0].add("XX"),
    rule_colours: lambda p: p.operators[0].add("k"),
    rule_no_notdef: spoil_notdef,
    rule_widths: spoil_widths,
    rule_cid_system: lambda p: next(iter(p.fonts.values())).dictionary.update(
        {"/Encoding": "/Identity-V"}),
    rule_types: lambda p: setattr(p.tree[0].kids[0], "kind", "Titel"),
    rule_marks_apart: spoil_marks,
    rule_language: lambda p: p.catalog.update({"/Lang": "u:中文"}),
    rule_actions: lambda p: p.catalog.update(
        {"/A": {"/S": "/Launch"}}),
    rule_xmp_packet: spoil_packet,
}
