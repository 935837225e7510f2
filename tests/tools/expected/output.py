"""The cells of one table, in document order, and their file."""

import csv
import os


class Output:
    def __init__(self, table):
        self.table, self.lines = table, []

    def cell(self, row, label, column, value):
        self.lines.append([self.table, str(row), label, str(column), value])

    def cells(self, row, label, first, values):
        for column, value in enumerate(values, first):
            self.cell(row, label, column, value)

    def filled(self, row, first, values):
        """Header cells: a blank only continues the cell before or above it."""
        for column, value in enumerate(values, first):
            if value:
                self.cell(row, "", column, value)

    def write(self, folder):
        path = os.path.join(folder, self.table + ".csv")
        with open(path, "w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(["table", "row", "row_label", "column", "value"])
            writer.writerows(self.lines)
