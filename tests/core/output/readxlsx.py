#!/usr/bin/env python3
"""What another program reads in a workbook: `readxlsx.py FILE` prints it as JSON. Exit status 77: openpyxl is not there.

{"title", "subject", "comments", "names": [of the files inside], "sheets": [{"name", "frozen", "cells": [[{"type": "text",
"number", "formula", "none" …, "value", "format", "bold"}]]}]}
"""
import json
import sys
import zipfile

try:
    import openpyxl
except ImportError:
    sys.exit(77)

KINDS = {"s": "text", "n": "number", "f": "formula"}


def cell(one):
    kind = "none" if one.value is None else KINDS.get(one.data_type, one.data_type)
    return {"type": kind, "value": one.value, "format": one.number_format, "bold": bool(one.font.bold)}


def main():
    book = openpyxl.load_workbook(sys.argv[1])
    sheets = [{"name": sheet.title, "frozen": sheet.freeze_panes,
               "cells": [[cell(one) for one in row] for row in sheet.iter_rows()]} for sheet in book]
    with zipfile.ZipFile(sys.argv[1]) as archive:
        names = archive.namelist()
    json.dump({"title": book.properties.title, "subject": book.properties.subject,
               "comments": book.properties.description, "names": names, "sheets": sheets}, sys.stdout)


main()
