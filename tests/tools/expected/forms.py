"""The 绩效目标表 of one project."""

from .blocks import bare, problem
from .output import Output


def after(cells, label):
    """The cell after a label; the label itself; blanks between are the converter's."""
    names = [bare(c) for c in cells]
    return cells[names.index(label) + 1] if label in names else None


def form_rows(rows, where):
    """The rows of one form by kind, whatever columns the converter gave them."""
    form = {"plan": [], "indicators": []}
    expect = None
    for row in rows:
        texts = [c for c in row if c]
        first = bare(row[0])
        if first == "项目编码":
            form["code"] = texts[:4]
        elif first == "预算规模及资金用途":
            form["budget"] = (texts[:6] + [after(row, "其他资金") or ""])
            expect = "purpose"
        elif first.startswith("资金支出计划"):
            form["plan.head"] = texts
            expect = "plan"
        elif first == "12月底":
            # the last column of the plan was cut off and put under it
            form["plan.head"].append(row[0])
            form["plan"].append(row[1])
        elif first == "绩效目标":
            form["goals"] = [row[0], row[1]]
        elif first == "一级指标":
            form["indicator.head"] = texts
            expect = "indicator"
        elif expect == "purpose" and not row[0]:
            form["purpose"] = texts[0]
            expect = None
        elif expect == "plan" and not row[0]:
            form["plan"] = [c for c in row[1:] if c]
            expect = None
        elif expect == "indicator" and not any(row[len(form["indicator.head"]):]):
            form["indicators"].append(row[:len(form["indicator.head"])])
        else:
            problem("%s: unexpected row %s" % (where, texts))
    return form


def extract_form(number, blocks):
    out = Output("project-%02d" % number)
    out.cell("title", "", 1, blocks[0].text)
    unit_line = [b.text for b in blocks[1:] if b.kind != "table"]
    rows = [row for b in blocks if b.kind == "table" for row in b.rows]
    form = form_rows(rows, blocks[0].text)
    out.cells("unit", "", 1, unit_line)
    if "code" in form:
        out.cells("code", "", 1, form["code"])
        out.cells("budget", "", 1, form["budget"])
        out.cell("purpose", "", 1, form.get("purpose", ""))
        out.cells("plan.head", "", 1, form["plan.head"])
        out.cells("plan", "", 2, form["plan"])
    out.cells("goals", "", 1, form["goals"])
    out.cells("indicator.head", "", 1, form["indicator.head"])
    level = ""
    for index, row in enumerate(form["indicators"], 1):
        level = row[0] or level
        out.cells("indicator.%d" % index, " ".join([level, row[1], row[2]]), 1, row)
    return out
