# SPDX-License-Identifier: MIT
"""parts.py BOOK SHEET: what helps to fill in a sheet of the workbook."""
import re
import sys
import zipfile

book = zipfile.ZipFile(sys.argv[1])
names = re.findall(r'<sheet name="([^"]*)"', book.read("xl/workbook.xml").decode())
print(" ".join(names))
number = names.index(sys.argv[2]) + 1
sheet = book.read(f"xl/worksheets/sheet{number}.xml").decode()
rels = book.read(f"xl/worksheets/_rels/sheet{number}.xml.rels").decode()
comments = book.read("xl/" + re.search(r"comments\d+\.xml", rels)[0]).decode()
print("frozen:", re.search(r'<pane [^>]*topLeftCell="(\w+)"', sheet)[1])
for rule in re.findall(r"<dataValidation .*?</dataValidation>", sheet):
    formulas = re.findall(r"<formula\d>(.*?)</formula\d>", rule)
    print(re.search(r'sqref="(.*?)"', rule)[1], *formulas)
for cell, text in re.findall(r'<comment ref="(\w+)".*?<t>(.*?)</t>', comments, re.S):
    if cell in ("A1", "K1"):
        print(cell, text.replace("\n", " / "))
