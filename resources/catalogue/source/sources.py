"""Reading the hand-kept CSV sources and writing JSON in one fixed shape."""
import csv
import json
import re
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent
LINE = 118


class Fault(Exception):
    """Something in a source that must be corrected by hand; the text says where."""


def rows(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def source(name):
    return rows(HERE / name)


def words(text, separator):
    return [part.strip() for part in text.split(separator) if part.strip()]


def codes(text):
    """Codes joined by "+"; a code may itself end in one ("40+", as a recipe's bands are called)."""
    return [part.strip() for part in re.split(r"\+(?=[^+])", text) if part.strip()]


def local(row, field):
    """{"nl", "en"} from the columns field_nl and field_en; nothing when both are empty."""
    nl, en = row.get(field + "_nl", "").strip(), row.get(field + "_en", "").strip()
    if bool(nl) != bool(en):
        raise Fault(f"{row.get('id') or row}: {field} stands in one language only")
    return {"nl": nl, "en": en} if nl else None


def number(text):
    value = Decimal(text)
    return int(value) if value == value.to_integral_value() else float(value)


def without_nothing(record):
    return {key: value for key, value in record.items() if value is not None}


def dumps(value, indent=0):
    """JSON in which everything that fits on a line stands on one."""
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, (dict, list)) or len(flat) + indent <= LINE and indent > 0:
        return flat
    pad = "\n" + " " * (indent + 1)
    if isinstance(value, dict):
        inside = [f"{json.dumps(key, ensure_ascii=False)}: {dumps(item, indent + 1)}" for key, item in value.items()]
        return "{" + pad + ("," + pad).join(inside) + pad[:-1] + "}"
    return "[" + pad + ("," + pad).join(dumps(item, indent + 1) for item in value) + pad[:-1] + "]"
