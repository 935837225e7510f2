#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Rules of PDF/A-2a and PDF/UA-1, one by one, on PDFs beside their .doc.xml.

    rules.py FOLDER        every *.pdf below it
    rules.py --self-test   each rule finds the fault it is for

Each rule is a function: it takes a Pdf and yields what is wrong. The clause is
in its comment; A2 is ISO 19005-2, UA is ISO 14289-1, else ISO 32000-1.
"""

import copy
import pathlib
import struct
import sys
import xml.etree.ElementTree as ET

import pdf as reader
import syntax

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"
AID = "{http://www.aiim.org/pdfa/ns/id/}"
UAID = "{http://www.aiim.org/pdfua/ns/id/}"
SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"
PROPERTY = "{http://www.aiim.org/pdfa/ns/property#}"
SIZE_MOST = 100_000     # everything but fonts, of a report of some 30 pages
SIZE_PAGES = 30


# ---- metadata ----

def xmp_of(pdf):
    return ET.fromstring(pdf.data(pdf.catalog["/Metadata"]).decode("utf-8"))


def xmp_text(root, name):
    found = root.find(f".//{name}")
    return None if found is None else "".join(found.itertext())


def xmp_date(text):
    """D:20240208000000+08'00' as XMP writes it."""
    if text is None:
        return None
    d = text[2:]
    zone = d[14:].replace("'", "")
    zone = zone[:3] + ":" + zone[3:] if len(zone) == 5 else zone
    return f"{d[:4]}-{d[4:6]}-{d[6:8]}T{d[8:10]}:{d[10:12]}:{d[12:14]}{zone}"


def rule_xmp_is_info(pdf):
    """A2 6.6.3: each entry of Info is the same in XMP."""
    root = xmp_of(pdf)
    info = {key: value[2:] for key, value in
            pdf.get(pdf.trailer["/Info"]).items()}
    for key, name in (("/Title", DC + "title"), ("/Author", DC + "creator"),
                      ("/Subject", DC + "description"),
                      ("/Keywords", PDF + "Keywords"),
                      ("/Producer", PDF + "Producer"),
                      ("/Creator", XMP + "CreatorTool")):
        if info.get(key) != xmp_text(root, name):
            yield f"{key} is {info.get(key)!r}, {xmp_text(root, name)!r}"
    for key, name in (("/CreationDate", "CreateDate"),
                      ("/ModDate", "ModifyDate")):
        if xmp_date(info.get(key)) != xmp_text(root, XMP + name):
            yield f"{key} differs"
    if not info.get("/Title"):
        yield "no title (UA 7.1)"


def rule_xmp_says_what_it_is(pdf):
    """A2 6.6.4, 6.6.2.3; UA 5: identification, its schema described."""
    root = xmp_of(pdf)
    stream = pdf.get(pdf.catalog["/Metadata"])
    wanted = {AID + "part": "2", AID + "conformance": "A", UAID + "part": "1"}
    for name, value in wanted.items():
        if xmp_text(root, name) != value:
            yield f"{name} is {xmp_text(root, name)}"
    if (xmp_text(root, SCHEMA + "prefix") != "pdfuaid"
            or xmp_text(root, PROPERTY + "name") != "part"):
        yield "pdfuaid is not described"
    if "/Filter" in stream or stream.get("/Subtype") != "/XML":
        yield "the stream is not plain XML"


def rule_output_intent(pdf):
    """A2 6.2.3: one intent, with an RGB display profile that is whole."""
    intents = pdf.get(pdf.catalog.get("/OutputIntents", []))
    if len(intents) != 1:
        yield f"{len(intents)} output intents"
        return
    intent = pdf.get(intents[0])
    profile = pdf.data(intent["/DestOutputProfile"])
    if intent["/S"] != "/GTS_PDFA1":
        yield "not an intent of PDF/A"
    if pdf.get(intent["/DestOutputProfile"])["/N"] != 3:
        yield "not three colours"
    yield from check_profile(profile)


def check_profile(icc):
    """ICC.1:2001-04: header, tag table, sRGB's colours."""
    if len(icc) != struct.unpack(">I", icc[:4])[0] or len(icc) % 4:
        yield "profile: wrong size"
    if (icc[36:40], icc[12:16], icc[16:20]) != (b"acsp", b"mntr", b"RGB "):
        yield "profile: no display profile for RGB"
    if icc[8] not in (2, 4):
        yield "profile: of an unknown version"
    tags = {}
    for i in range(struct.unpack(">I", icc[128:132])[0]):
        name, at, n = struct.unpack(">4sII", icc[132 + 12 * i:144 + 12 * i])
        if at % 4 or at + n > len(icc):
            yield f"profile: {name} lies outside"
        tags[name] = icc[at:at + n]
    for name in (b"desc", b"cprt", b"wtpt", b"rXYZ", b"gXYZ", b"bXYZ",
                 b"rTRC", b"gTRC", b"bTRC"):
        if name not in tags:
            yield f"profile: no {name}"
            return
    sums = [sum(struct.unpack(">3i", tags[c][8:20])[i]
                for c in (b"rXYZ", b"gXYZ", b"bXYZ")) for i in range(3)]
    white = struct.unpack(">3i", icc[68:80])
    if any(abs(a - b) > 16 for a, b in zip(sums, white)):
        yield "profile: red, green and blue are not white together"


def rule_identifier(pdf):
    """A2 6.1.3: the trailer has an ID of two strings, not encrypted."""
    both = pdf.trailer.get("/ID", [])
    if len(both) != 2 or both[0] != both[1]:
        yield "a new file has two equal identifiers"
    elif len(both[0]) != 2 + 32 or both[0] == "b:" + "0" * 32:
        yield f"identifier {both[0]}"
    if "/Encrypt" in pdf.trailer:
        yield "encrypted"


FORBIDDEN = {"/SMask": "6.2.10", "/AA": "6.5.2", "/OpenAction": "6.5.1",
             "/JS": "6.5.1", "/JavaScript": "6.5.1", "/EmbeddedFiles": "6.8",
             "/AlternatePresentations": "6.10", "/PresSteps": "6.10",
             "/OCProperties": "6.9", "/XFA": "6.4.2", "/Alternates": "6.2.8",
             "/Requirements": "6.11", "/OPI": "6.2.9", "/TR": "6.2.5", "/HTP": "6.2.5"}


def rule_nothing_forbidden(pdf):
    """A2 6: what an archive may not have, and what we never need."""
    for dictionary in pdf.dictionaries():
        for key in FORBIDDEN.keys() & dictionary.keys():
            yield f"{key} (A2 {FORBIDDEN[key]})"
        if dictionary.get("/Filter") in ("/LZWDecode", "/Crypt"):
            yield f"{dictionary['/Filter']} (A2 6.1.7)"
        if dictionary.get("/S") in ("/JavaScript", "/Launch", "/Transparency"):
            yield f"{dictionary['/S']}"


def rule_no_transparency(pdf):
    """A2 6.2.10 allows it with a blending space; we have none at all."""
    for _, page in pdf.pages:
        resources = pdf.get(page["/Resources"])
        for key in ("/ExtGState", "/XObject", "/Pattern", "/Shading"):
            if resources.get(key):
                yield f"{key} on a page"
        if "/Group" in page:
            yield "a page is a transparency group"


# ---- fonts ----

def is_bad_text(text):
    """A2 6.2.11.7.2, and no private use (6.2.11.7.3)."""
    return not text or any(
        c in "\0\ufeff\ufffe\ufffd" or "\ue000" <= c <= "\uf8ff"
        or ord(c) >= 0xF0000 for c in text)


def rule_to_unicode(pdf):
    """A2 6.2.11.7: every code shown has a text."""
    for font in pdf.fonts.values():
        for code in sorted(font.used):
            if is_bad_text(font.texts.get(code, "")):
                yield f"{font.dictionary['/BaseFont']}: code {code}"


def rule_embedded(pdf):
    """A2 6.2.11.4: in the file, all its CIDs named, mapped (6.2.11.3.2)."""
    for font in pdf.fonts.values():
        name = font.dictionary["/BaseFont"]
        if not {"/FontFile2", "/FontFile3"} & font.descriptor.keys():
            yield f"{name} is not embedded"
        if name[7:8] != "+":
            yield f"{name} is no subset"
        if (font.descendant["/Subtype"] == "/CIDFontType2"
                and "/CIDToGIDMap" not in font.descendant):
            yield f"{name}: no CIDToGIDMap"
        if "/CIDSet" in font.descriptor:
            bits = pdf.data(font.descriptor["/CIDSet"])
            missing = [c for c in font.used if c // 8 >= len(bits)
                       or not bits[c // 8] & 0x80 >> c % 8]
            if missing:
                yield f"{name}: CIDSet lacks {missing[:5]}"


# ---- tagging ----

def rule_catalog(pdf):
    """A2 6.7.2-6.7.4, UA 7.1, 7.2, 7.18.3."""
    catalog = pdf.catalog
    if pdf.get(catalog.get("/MarkInfo", {})).get("/Marked") is not True:
        yield "not marked as tagged"
    if not catalog.get("/Lang", "u:")[2:]:
        yield "no language"
    viewer = pdf.get(catalog.get("/ViewerPreferences", {}))
    if viewer.get("/DisplayDocTitle") is not True:
        yield "the title is not shown"
    for i, (_, page) in enumerate(pdf.pages):
        if page.get("/Tabs") != "/S":
            yield f"page {i + 1}: /Tabs"
    if [e.kind for e in pdf.tree] != ["Document"]:
        yield "the root is not one Document"


def rule_all_is_marked(pdf):
    """UA 7.1: whatever is drawn is content of an element or an artifact."""
    for i, page in enumerate(pdf.contents):
        for sequence in page:
            if sequence.tag is None:
                yield f"page {i + 1}: paint outside of marked content"
            elif sequence.mcid is None and sequence.tag not in ("/Artifact",
                                                                "/Span"):
                yield f"page {i + 1}: {sequence.tag} without MCID"
        mcids = [s.mcid for s in page if s.mcid is not None
                 and s.tag != "/Span"]
        if mcids != list(range(len(mcids))):
            yield f"page {i + 1}: MCIDs {mcids[:9]}"


def numbers_of(pdf):
    """The parent tree as {key: value}."""
    nums = pdf.get(pdf.root["/ParentTree"])["/Nums"]
    return dict(zip(nums[::2], nums[1::2]))


def rule_parent_tree(pdf):
    """14.7.4.4: from content back to the element that has it."""
    parents = numbers_of(pdf)
    owners = {mark: e.reference for root in pdf.tree
              for e in root.elements() for mark in e.kids
              if isinstance(mark, tuple)}
    for i, (_, page) in enumerate(pdf.pages):
        listed = pdf.get(parents.get(page.get("/StructParents"), []))
        for mcid, reference in enumerate(listed):
            if owners.pop((i, mcid), None) != reference:
                yield f"page {i + 1}: MCID {mcid}"
        n = sum(s.mcid is not None and s.tag != "/Span"
                for s in pdf.contents[i])
        if len(listed) != n:
            yield f"page {i + 1}: {n} sequences, {len(listed)} parents"
    for mark in owners:
        yield f"{mark} is in the tree only"


def rule_links(pdf):
    """UA 7.18: a Link element with the annotation, which says where to."""
    parents = numbers_of(pdf)
    links = {kid["annotation"]: e for root in pdf.tree
             for e in root.elements("Link") for kid in e.kids
             if isinstance(kid, dict)}
    there = {reference for reference, _ in pdf.pages}
    for i, (_, page) in enumerate(pdf.pages):
        for reference in pdf.get(page.get("/Annots", [])):
            link = pdf.get(reference)
            element = links.pop(reference, None)
            if link["/Subtype"] != "/Link":
                yield f"page {i + 1}: {link['/Subtype']}"
            elif element is None:
                yield f"page {i + 1}: a link without an element"
            elif parents.get(link["/StructParent"]) != element.reference:
                yield f"page {i + 1}: a link with another's parent"
            if not link.get("/Contents", "u:")[2:]:
                yield f"page {i + 1}: a link that says nothing"
            if link["/F"] & 0b100111 != 0b100:     # A2 6.3.2
                yield f"page {i + 1}: a link that is not printed"
            if link["/Dest"][0] not in there:
                yield f"page {i + 1}: a link to nowhere"
    for reference in links:
        yield f"OBJR {reference} is on no page"


def rule_headings(pdf):
    """UA 7.4.2: from H1, no level left out."""
    level = 0
    for root in pdf.tree:
        for element in root.elements():
            if element.kind[0] == "H" and element.kind[1:].isdigit():
                now = int(element.kind[1:])
                if now > level + 1:
                    yield f"H{now} after H{level}: {pdf.text(element)}"
                level = now
    if level == 0:
        yield "no heading"


CHILDREN = {"Table": {"THead", "TBody"}, "THead": {"TR"}, "TBody": {"TR"},
            "TR": {"TH", "TD"}, "TOC": {"TOC", "TOCI", "Caption"},
            "TOCI": {"Reference"}, "Reference": {"Link"}}


def rule_nesting(pdf):
    """14.8.4: what may be in what, and nothing without content but cells."""
    for root in pdf.tree:
        for element in root.elements():
            kids = {k.kind if isinstance(k, reader.Element) else "content"
                    for k in element.kids}
            wrong = kids - CHILDREN.get(element.kind, kids)
            if wrong:
                yield f"{wrong} in {element.kind}"
            if not kids and element.kind not in ("TH", "TD"):
                yield f"{element.kind} with nothing in it"


def tables_of(pdf):
    return [e for root in pdf.tree for e in root.elements("Table")]


def rule_grid(pdf):
    """14.8.4.3.4: rows are filled by cells and spans, none twice."""
    for number, table in enumerate(tables_of(pdf)):
        taken = {}
        widths = set()
        rows = list(table.elements("TR"))
        for r, row in enumerate(rows):
            column = 0
            for cell in row.kids:
                while (r, column) in taken:
                    column += 1
                for dr in range(cell.attribute("/RowSpan", 1)):
                    for dc in range(cell.attribute("/ColSpan", 1)):
                        if (r + dr, column + dc) in taken:
                            yield f"table {number + 1}: two cells in a place"
                        taken[r + dr, column + dc] = cell
            widths.add(sum(place[0] == r for place in taken))
        if len(widths) != 1:
            yield f"table {number + 1}: rows of {sorted(widths)} columns"
        if max(r for r, _ in taken) >= len(rows):
            yield f"table {number + 1}: a span leaves the table"


def rule_headers(pdf):
    """14.8.5.7, UA 7.5: scopes; headers are THs of the table, in IDTree."""
    names = pdf.get(pdf.root.get("/IDTree", {})).get("/Names", [])
    tree = dict(zip(names[::2], names[1::2]))
    if list(tree) != sorted(tree):
        yield "the IDTree is not sorted"
    for name, elements in pdf.by_id.items():
        if len(elements) != 1 or tree.get(name) != elements[0].reference:
            yield f"{name} is not one element's"
    for number, table in enumerate(tables_of(pdf)):
        heads = set()
        for cell in table.elements():
            if cell.kind == "TH":
                heads.add(cell.value.get("/ID"))
                if not pdf.text(cell):
                    yield f"table {number + 1}: TH without text"
                if cell.attribute("/Scope") not in ("/Row", "/Column",
                                                    "/Both"):
                    yield f"table {number + 1}: TH without Scope"
        for cell in table.elements():
            unknown = set(cell.attribute("/Headers", [])) - heads
            if unknown:
                yield f"table {number + 1}: headers {unknown}"
        yield from unheaded(number, table)


def unheaded(number, table):
    """Where heads are merged, each cell with content has its heads."""
    head = [c for t in table.elements("THead") for c in t.elements("TH")]
    if not any(c.attribute("/ColSpan", 1) > 1 for c in head):
        return
    for body in table.elements("TBody"):
        for cell in body.elements("TD"):
            if cell.kids and not cell.attribute("/Headers"):
                yield f"table {number + 1}: a cell without headers"
                return


def rule_repeated_heads(pdf):
    """UA 7.1: a table's heads are read once; repeated, they are artifacts."""
    for number, table in enumerate(tables_of(pdf)):
        pages = table.pages()
        for head in table.elements("THead"):
            if len(head.pages()) > 1:
                yield f"table {number + 1}: heads on pages {head.pages()}"
            text = pdf.text(head)
            for page in pages[1:]:
                again = "".join(s.text for s in pdf.contents[page]
                                if s.kind == "/Pagination")
                if text not in again:
                    yield (f"table {number + 1}: heads are not repeated on "
                           f"page {page + 1}")


# ---- against the document ----

def plain(text):
    return "".join(text.split())


def document_of(pdf):
    return ET.parse(pdf.path.with_suffix(".doc.xml")).getroot()


def rule_tables_of_document(pdf):
    """One Table for each of the document, of as many rows."""
    wanted = [len(t.findall("row"))
              for section in document_of(pdf).iter("section")
              for t in section.iter("table")]
    made = [len(list(t.elements("TR"))) for t in tables_of(pdf)]
    if wanted != made:
        yield f"rows of tables {made} instead of {wanted}"


def rule_reading_order(pdf):
    """UA 7.2: what is read is the document, whole and in its order."""
    wanted = plain("".join(
        "".join(block.itertext()) for section in
        document_of(pdf).iter("section") for block in section
        if block.tag != "contents"))
    made = plain("".join(
        pdf.text(block) for root in pdf.tree for block in root.kids
        if block.kind != "TOC"))
    if wanted != made:
        n = next((i for i, (a, b) in enumerate(zip(wanted, made)) if a != b),
                 min(len(wanted), len(made)))
        yield f"at {n}: {made[n:n + 30]!r} instead of {wanted[n:n + 30]!r}"


def rule_outline(pdf):
    """The outline leads to headings that are read."""
    read = {plain(pdf.text(e)) for root in pdf.tree for e in root.elements()
            if e.kind[0] == "H" or e.kind == "P"}
    rest = [pdf.get(pdf.catalog["/Outlines"]).get("/First")]
    while rest:
        entry = pdf.get(rest.pop())
        if entry is None:
            continue
        rest += [entry.get("/Next"), entry.get("/First")]
        if plain(entry["/Title"][2:]) not in read:
            yield f"{entry['/Title']} is no heading"


def rule_size(pdf):
    """Everything but fonts stays small."""
    rest = len(pdf.raw) - pdf.font_bytes()
    most = SIZE_MOST * max(1, len(pdf.pages) / SIZE_PAGES)
    if rest > most:
        yield f"{rest} bytes besides fonts, {most:.0f} at most"


RULES = syntax.RULES + [value for name, value in sorted(globals().items())
                        if name.startswith("rule_")]


def check(pdf):
    return [f"{rule.__name__[5:]}: {fault}"
            for rule in RULES for fault in list(rule(pdf))[:5]]


def check_folder(folder):
    faults = 0
    identifiers = {}
    files = sorted(pathlib.Path(folder).rglob("*.pdf"))
    for path in files:
        pdf = reader.Pdf(path)
        found = check(pdf)
        other = identifiers.setdefault(str(pdf.trailer.get("/ID")), path)
        if other is not path:
            found.append(f"identifier: that of {other.name}")
        for fault in found:
            print(f"{path.name}: {fault}")
        faults += len(found)
        print(f"{path.name}: {len(pdf.pages)} pages, {len(pdf.raw)} bytes, "
              f"{len(pdf.raw) - pdf.font_bytes()} without fonts")
    return faults or (0 if files else 1)


# ---- the rules can fail ----

def first(pdf, kind):
    return next(e for e in pdf.tree[0].elements(kind))


def spoil_title(pdf):
    pdf.get(pdf.trailer["/Info"])["/Title"] += "。"


def spoil_profile(pdf):
    intent = pdf.get(pdf.get(pdf.catalog["/OutputIntents"])[0])
    stream = pdf.objects["obj:" + intent["/DestOutputProfile"]]["stream"]
    stream["data"] = stream["data"][:-8]


def spoil_part(pdf):
    pdf.get(pdf.catalog["/Metadata"])["/Filter"] = "/FlateDecode"


def spoil_unicode(pdf):
    font = next(iter(pdf.fonts.values()))
    font.texts[min(font.used)] = "\ue001"


def spoil_embedding(pdf):
    next(iter(pdf.fonts.values())).descriptor.pop("/FontFile3", None)
    next(iter(pdf.fonts.values())).descriptor.pop("/FontFile2", None)


def spoil_grid(pdf):
    cell = list(tables_of(pdf)[0].elements("TD"))[-1]
    cell.value.setdefault("/A", {})["/ColSpan"] = 3


def spoil_headers(pdf):
    pdf.by_id[next(iter(pdf.by_id))] *= 2


def spoil_heads(pdf):
    table = next(t for t in tables_of(pdf) if len(t.pages()) > 1)
    for sequence in pdf.contents[table.pages()[1]]:
        if sequence.kind == "/Pagination":
            sequence.text = ""


def spoil_order(pdf):
    pdf.tree[0].kids[-2:] = reversed(pdf.tree[0].kids[-2:])


def spoil_tables(pdf):
    tables_of(pdf)[0].kids.pop()


def spoil_link(pdf):
    element = first(pdf, "Link")
    element.kids = [k for k in element.kids if not isinstance(k, dict)]


def spoil_parents(pdf):
    pdf.get(numbers_of(pdf)[0])[0] = pdf.tree[0].reference


SPOILERS = {
    **syntax.SPOILERS,
    rule_xmp_is_info: spoil_title,
    rule_xmp_says_what_it_is: spoil_part,
    rule_output_intent: spoil_profile,
    rule_identifier: lambda p: p.trailer.update({"/ID": []}),
    rule_nothing_forbidden: lambda p: p.catalog.update({"/OpenAction": []}),
    rule_no_transparency: lambda p: p.pages[0][1].update({"/Group": {}}),
    rule_to_unicode: spoil_unicode,
    rule_embedded: spoil_embedding,
    rule_catalog: lambda p: p.catalog.pop("/Lang"),
    rule_all_is_marked: lambda p: p.contents[0].insert(
        0, reader.Sequence(None, None, None)),
    rule_parent_tree: spoil_parents,
    rule_links: spoil_link,
    rule_headings: lambda p: setattr(first(p, "H1"), "kind", "H2"),
    rule_nesting: lambda p: setattr(first(p, "TR"), "kind", "P"),
    rule_grid: spoil_grid,
    rule_headers: spoil_headers,
    rule_repeated_heads: spoil_heads,
    rule_tables_of_document: spoil_tables,
    rule_reading_order: spoil_order,
    rule_outline: lambda p: setattr(first(p, "H1"), "kids", []),
    rule_size: lambda p: setattr(p, "raw", p.raw + bytes(200_000)),
}


def self_test(path):
    """Each rule is silent, and finds the fault that is made for it."""
    faults = 0
    whole = reader.Pdf(path)
    for rule in RULES:
        spoilt = copy.deepcopy(whole)
        SPOILERS[rule](spoilt)
        if list(rule(whole)) or not list(rule(spoilt)):
            print(f"{rule.__name__} finds {list(rule(whole))}, spoilt "
                  f"{list(rule(spoilt))}")
            faults += 1
    return faults


def main(args):
    if args[:1] == ["--self-test"] and len(args) == 2:
        path = sorted(pathlib.Path(args[1]).rglob("*.pdf"))[0]
        return 1 if self_test(path) else 0
    if len(args) != 1:
        print(__doc__)
        return 2
    return 1 if check_folder(args[0]) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
