# SPDX-License-Identifier: MIT
"""edit.py DOCX PATTERN TEXT...: replaces in the document what Word would."""
import re
import sys
import zipfile

path, pairs = sys.argv[1], sys.argv[2:]
with zipfile.ZipFile(path) as package:
    parts = {name: package.read(name) for name in package.namelist()}
text = parts["word/document.xml"].decode()
for old, new in zip(pairs[::2], pairs[1::2]):
    text, n = re.subn(old, new, text, count=1, flags=re.S)
    assert n == 1, old
parts["word/document.xml"] = text.encode()
with zipfile.ZipFile(path, "w") as package:
    for name, data in parts.items():
        package.writestr(name, data)
