# SPDX-License-Identifier: MIT
"""A PDF as qpdf reads it: objects, marked content, structure tree.

Numbers of clauses in the rules that use this are those of ISO 32000-1 unless
they say otherwise. Values are what qpdf's JSON has: "/Name", "u:text",
"b:hex", "12 0 R".
"""

import base64
import json
import re
import subprocess

TOKEN = re.compile(
    rb"\((?:[^()\\]|\\.)*\)|<<|>>|<[0-9A-Fa-f\s]*>|\[|\]"
    rb"|/[^\s()<>\[\]/%]*|[-+.\d]+|[A-Za-z'\"][A-Za-z0-9*'\"]*", re.S)
ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.S)
NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f",
         b"\n": b"", b"\r": b"", b"\r\n": b""}
PAINT = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "Tj",
         "TJ", "'", '"', "BI"}
SHOW = {"Tj", "TJ", "'", '"'}


class Sequence:
    """A marked-content sequence, or an artifact (mcid None)."""

    def __init__(self, tag, mcid, kind):
        self.tag = tag
        self.mcid = mcid
        self.kind = kind    # of an artifact: /Pagination, /Layout
        self.text = ""
        self.paints = False
        self.within = None  # tag of a sequence that it must not be in


class Font:
    def __init__(self, pdf, dictionary):
        self.dictionary = dictionary
        self.descendant = pdf.get(pdf.get(dictionary["/DescendantFonts"])[0])
        self.descriptor = pdf.get(self.descendant["/FontDescriptor"])
        self.texts = read_cmap(pdf.data(dictionary["/ToUnicode"]))
        self.used = set()


class Element:
    """A structure element; kids are elements, (page, mcid), annotations."""

    def __init__(self, reference, value):
        self.reference = reference
        self.value = value
        self.kind = value["/S"][1:]
        self.parent = None
        self.kids = []

    def elements(self, kind=None):
        """This element and all below, in reading order."""
        if kind is None or self.kind == kind:
            yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.elements(kind)

    def marks(self):
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.marks()
            elif isinstance(kid, tuple):
                yield kid

    def pages(self):
        return sorted({page for page, _ in self.marks()})

    def attribute(self, name, default=None):
        return self.value.get("/A", {}).get(name, default)


def unescape(data):
    """Bytes of a string in a content stream."""
    if data[:1] == b"<":
        digits = b"".join(data[1:-1].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())

    def replace(found):
        what = found.group(1)
        if what[:1].isdigit():
            return bytes([int(what, 8) & 255])
        return NAMED.get(what, what)
    return ESCAPE.sub(replace, data[1:-1])


def read_cmap(data):
    """{code: text} of a ToUnicode map."""
    texts = {}

    def hexes(line):
        return [bytes.fromhex(h.decode())
                for h in re.findall(rb"<([0-9A-Fa-f]*)>", line)]
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", data, re.S):
        words = hexes(block)
        for code, text in zip(words[::2], words[1::2]):
            texts[int.from_bytes(code, "big")] = text.decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", data, re.S):
        for low, high, text in re.findall(
                rb"<(\w+)>\s*<(\w+)>\s*(<\w+>|\[[^\]]*\])", block):
            first = int(low, 16)
            many = hexes(text)
            for code in range(first, int(high, 16) + 1):
                if text[:1] == b"[":
                    value = many[code - first].decode("utf-16-be")
                else:
                    value = many[0].decode("utf-16-be")
                    value = value[:-1] + chr(ord(value[-1]) + code - first)
                texts[code] = value
    return texts


class Pdf:
    def __init__(self, path):
        self.path = path
        self.raw = path.read_bytes()
        made = subprocess.run(
            ["qpdf", "--json=2", "--json-key=qpdf",
             "--json-stream-data=inline", "--decode-level=generalized",
             str(path)], check=True, capture_output=True)
        self.objects = json.loads(made.stdout)["qpdf"][1]
        self.trailer = self.objects["trailer"]["value"]
        self.catalog = self.get(self.trailer["/Root"])
        self.pages = self.page_list(self.get(self.catalog["/Pages"]))
        self.fonts = {}
        self.operators = []     # of each page
        self.depths = []        # of each page: q within q
        self.contents = [self.read_page(page) for _, page in self.pages]
        self.by_id = {}
        self.root = self.get(self.catalog["/StructTreeRoot"])
        self.tree = [self.element(kid, None) for kid in
                     self.list_of(self.root["/K"])]

    # ---- objects ----

    def get(self, value):
        """The object behind a reference; the dictionary of a stream."""
        while isinstance(value, str) and value.endswith(" R"):
            found = self.objects["obj:" + value]
            value = (found["value"] if "value" in found
                     else found["stream"]["dict"])
        return value

    def list_of(self, value):
        value = self.get(value)
        return value if isinstance(value, list) else [value]

    def data(self, reference):
        return base64.b64decode(
            self.objects["obj:" + reference]["stream"]["data"])

    def dictionaries(self):
        """Every dictionary there is, also those inside others."""
        rest = [v.get("value", v.get("stream", {}).get("dict"))
                for v in self.objects.values()]
        while rest:
            value = rest.pop()
            if isinstance(value, dict):
                yield value
                rest.extend(value.values())
            elif isinstance(value, list):
                rest.extend(value)

    def page_list(self, node):
        pages = []
        for kid in node["/Kids"]:
            value = self.get(kid)
            pages += (self.page_list(value) if value["/Type"] == "/Pages"
                      else [(kid, value)])
        return pages

    # ---- page contents ----

    def font(self, page, name):
        reference = self.get(self.get(page["/Resources"])["/Font"])[name]
        if reference not in self.fonts:
            self.fonts[reference] = Font(self, self.get(reference))
        return self.fonts[reference]

    def read_page(self, page):
        """Its sequences; paint outside of any is in one with no tag."""
        outside = Sequence(None, None, None)
        found = [outside]
        stack = []
        operands = []
        operators = set()
        depth = deepest = 0
        font = None
        for token in TOKEN.findall(self.data(page["/Contents"])):
            if not token[:1].isalpha() and token not in (b"'", b'"'):
                operands.append(token)
                continue
            word = token.decode()
            operators.add(word)
            depth += (word == "q") - (word == "Q")
            deepest = max(deepest, depth)
            if word in ("BDC", "BMC"):
                stack.append(self.begin(operands, stack))
                if stack[-1] not in found:
                    found.append(stack[-1])
            elif word == "EMC":
                stack.pop()
            elif word == "Tf":
                font = self.font(page, operands[0].decode())
            now = stack[-1] if stack else outside
            now.paints = now.paints or word in PAINT
            if word in SHOW:
                self.show(now, font, operands)
            operands = []
        self.operators.append(operators)
        self.depths.append(deepest)
        return [s for s in found if s is not outside or s.paints]

    def begin(self, operands, stack):
        """ActualText of a span stands for what is drawn in it."""
        tag = operands[0].decode()
        words = dict(zip(operands[2:-1:2], operands[3:-1:2]))
        if tag == "/Span" and stack:
            inner = Sequence(tag, stack[-1].mcid, None)
            text = unescape(words[b"/ActualText"])
            stack[-1].text += text[2:].decode("utf-16-be")
            stack[-1].paints = True
            return inner
        mcid = words.get(b"/MCID")
        kind = words.get(b"/Type")
        made = Sequence(tag, int(mcid) if mcid else None,
                        kind.decode() if kind else None)
        if stack:
            made.within = stack[-1].tag
        return made

    @staticmethod
    def show(sequence, font, operands):
        for operand in operands:
            if operand[:1] not in (b"(", b"<"):
                continue
            codes = unescape(operand)
            for i in range(0, len(codes), 2):
                code = codes[i] << 8 | codes[i + 1]
                font.used.add(code)
                sequence.text += font.texts.get(code, "\ufffd")

    # ---- structure ----

    def page_index(self, reference):
        return [r for r, _ in self.pages].index(reference)

    def element(self, reference, parent):
        value = self.get(reference)
        made = Element(reference, value)
        made.parent = parent
        if "/ID" in value:
            self.by_id.setdefault(value["/ID"], []).append(made)
        for kid in self.list_of(value.get("/K", [])):
            made.kids.append(self.kid(kid, made))
        return made

    def kid(self, kid, element):
        if isinstance(kid, int):
            return self.page_index(element.value["/Pg"]), kid
        if isinstance(kid, str):
            return self.element(kid, element)
        page = self.page_index(kid.get("/Pg", element.value.get("/Pg")))
        if kid["/Type"] == "/MCR":
            return page, kid["/MCID"]
        return {"annotation": kid["/Obj"], "page": page}

    def text(self, element):
        """What is read of an element."""
        return "".join(
            "".join(s.text for s in self.contents[page] if s.mcid == mcid
                    and s.tag != "/Span")
            for page, mcid in element.marks())

    def font_bytes(self):
        """Length in the file of faces and of the maps of their codes."""
        references = {words[key] for font in self.fonts.values()
                      for words in (font.dictionary, font.descendant,
                                    font.descriptor)
                      for key in ("/FontFile2", "/FontFile3", "/ToUnicode",
                                  "/CIDSet", "/CIDToGIDMap") if key in words}
        return sum(self.length(reference) for reference in references
                   if reference.endswith(" R"))

    def length(self, reference):
        """Of a stream, as it stands in the file."""
        number = reference.split()[0].encode()
        found = re.search(rb"\b%s 0 obj\b.*?/Length (\d+)" % number, self.raw,
                          re.S)
        return int(found.group(1))
