"""Origins, domains, generations, classifications, variables and indicators."""
import re
from decimal import Decimal

from sources import Fault, codes, local, number, source, without_nothing, words

OLDEST = 130  # closes a range such as "15..": conditions have two ends
PER = {"percent": 100, "per_1000": 1000, "per_10000": 10000}
ROLES = ("without_background", "everyone", "rest")
REQUIRED_TEXTS = ("label", "definition", "clause")
# Why the figures of a variable open with their safeguards (product.md, rule 13). It is a property of the variable, so
# that two indicators of one variable cannot differ. Results of schooling, tests and work are no ground, nor is health as
# such: they are told like any other position.
GROUNDS = {
    "offence": "suspicion of an offence, or what follows on it",
    "money": "what people have to live on, own, owe or receive as a benefit",
    "health": "mental health, and what parents decide about the health of a child",
    "belief": "religion, convictions and with whom people identify",
    "treatment": "discrimination, or unequal treatment that may be read from it",
    "place": "having no home, and living apart",
}
# Outcomes that are made of one fact: a difference is not to be explained by the fact itself.
ONE_FACT = (
    {"income_standardised", "income_percentile", "income_quintile", "low_income", "low_income_long", "poor"},
    {"independent", "work", "labour_position", "main_source", "social_assistance"},
)


def statline_codes(row):
    """The codes of the dimension Migratieachtergrond; the column also remarks on column names of one table."""
    return [part for part in words(row["statline_codes"], ";") if re.fullmatch(r"[AHT]?[0-9]{6,7}", part)] or None


def role(row):
    """What a reference is to the others; each role is had once, as `check_roles` holds."""
    if row["role"] and row["kind"] != "reference":
        raise Fault(f"origins.csv, {row['id']}: only a reference has a role")
    return row["role"] or None


def check_roles(rows):
    found = sorted(row["role"] for row in rows if row["kind"] == "reference")
    if found != sorted(ROLES):
        raise Fault(f"origins.csv: the references have the roles {found}, not each of {sorted(ROLES)} once")


def origins():
    check_roles(source("origins.csv"))
    return {"evenredig": "origins/1", "origins": [without_nothing({
        "id": row["id"], "kind": row["kind"], "role": role(row), "order": int(row["order"]),
        "name": local(row, "name"), "short": local(row, "short"), "count_name": local(row, "count_name"),
        "people": {"nl": row["people_with_origin_nl"], "en": row["people_en"]}, "suffix": local(row, "suffix"),
        "colour": row["colour"] or None, "marker": row["marker"] or None,
        "synonyms": words(row["synonyms"], ";"), "statline": statline_codes(row),
    }) for row in source("origins.csv")]}


def domains():
    return {"evenredig": "domains/1", "domains": [{
        "id": row["id"], "name": local(row, "name"), "description": local(row, "description"),
        "order": int(row["order"]), "kind": row["kind"],
    } for row in source("domains.csv")]}


def generations():
    return {"evenredig": "generations/1", "generations": [without_nothing({
        "id": row["id"], "name": local(row, "name"), "people": local(row, "people"), "hollow": row["hollow"] == "yes",
    }) for row in source("generations.csv")]}


def classifications():
    return {"evenredig": "classifications/1", "classifications": [{
        "id": row["id"], "name": local(row, "name"), "reference_name": local(row, "reference_name"),
        "reference_people": local(row, "reference_people"),
        "reference_suffix": local(row, "reference_suffix"),
    } for row in source("classifications.csv")]}


def codes_of(row):
    """The codes of a variable: "id=Dutch/English" joined by "|"."""
    found = []
    for part in words(row["codes"], "|"):
        identifier, _, labels = part.partition("=")
        if labels.count("/") != 1:
            raise Fault(f"variables.csv, {row['name']}: code {part!r} needs one label in each language")
        nl, en = labels.split("/")
        found.append({"id": identifier, "label": {"nl": nl, "en": en}})
    return found


def code_synonyms_of(row):
    synonyms = {}
    for part in words(row["code_synonyms"], "|"):
        identifier, _, texts = part.partition("=")
        synonyms[identifier] = words(texts, ";")
    unknown = set(synonyms) - {code["id"] for code in codes_of(row)}
    if unknown:
        raise Fault(f"variables.csv, {row['name']}: synonyms of unknown codes {sorted(unknown)}")
    return synonyms or None


def variables():
    return {"evenredig": "variables/1", "variables": [without_nothing({
        "id": row["name"], "label": local(row, "label"), "kind": row["kind"], "codes": codes_of(row),
        "role": row["role"] or None, "synonyms": words(row["synonyms"], ";"), "code_synonyms": code_synonyms_of(row),
    }) for row in source("variables.csv")]}


class Variables:
    """What is known of each variable, to check names and codes against."""

    def __init__(self):
        self.rows = {row["name"]: row for row in source("variables.csv")}
        if len(self.rows) != len(source("variables.csv")):
            raise Fault("variables.csv: a name stands twice")
        for name, row in self.rows.items():
            if row["sensitive"] and row["sensitive"] not in GROUNDS:
                raise Fault(f"variables.csv, {name}: {row['sensitive']!r} is no ground; there are {sorted(GROUNDS)}")

    def check(self, place, name, listed=()):
        if name not in self.rows:
            raise Fault(f"{place}: unknown variable {name!r}")
        known = [code["id"] for code in codes_of(self.rows[name])]
        for code in listed:
            if code not in known:
                raise Fault(f"{place}: {name} has no code {code!r}; it has {known}")

    def sensitive(self, place, name):
        self.check(place, name)
        return bool(self.rows[name]["sensitive"])

    def check_number(self, place, name):
        self.check(place, name)
        if self.rows[name]["kind"] != "number":
            raise Fault(f"{place}: {name} is not a number")


def condition(place, text, known):
    """"age=18..66", "stage=mbo", "origin!=none_background"."""
    negated = "!=" in text
    name, _, value = (part.strip() for part in text.partition("!=" if negated else "="))
    if ".." in value:
        known.check_number(place, name)
        low, high = value.split("..")
        return {"variable": name, "between": [int(low), int(high or OLDEST)]}
    listed = codes(value)
    if known.rows.get(name, {}).get("kind") != "coded" or not listed:
        raise Fault(f"{place}: {text!r} is not a condition on a coded variable")
    known.check(place, name, listed)
    return {"variable": name, "not_in" if negated else "in": listed}


def measure(place, row, known):
    name, counted, kind = row["variable"], row["categories_that_count"], row["measure"]
    known.check(place, name)
    if kind == "share":
        listed = codes(counted)
        if not listed:
            raise Fault(f"{place}: a share needs the categories that count")
        known.check(place, name, listed)
        return {"share": {"variable": name, "in": listed}}
    if kind == "mean":
        known.check_number(place, name)
        return {"mean": name}
    if kind == "quantile":
        known.check_number(place, name)
        return {"quantile": {"variable": name, "p": number(counted.removeprefix("p="))}}
    if kind == "rate":
        return {"rate": {"count": name, "per": PER.get(row["unit"], 1)}}
    raise Fault(f"{place}: unknown measure {kind!r}")


def ages(row):
    """The lowest and highest age of a universe, or None when it has every age."""
    found = re.search(r"\bage=(\d+)\.\.(\d*)", row["universe_rule"])
    return (int(found[1]), int(found[2] or OLDEST)) if found else None


def bands_within(row, known):
    """How many bands of age_band a universe has people in."""
    low, high = ages(row) or (0, OLDEST)
    lowest = [int(re.match(r"\d+", code["id"])[0]) for code in codes_of(known.rows["age_band"])]
    return sum(start <= high and end > low for start, end in zip(lowest, lowest[1:] + [OLDEST + 1]))


def check_controls(place, row, names, known):
    for name in names:
        known.check(place, name)
    for fact in ONE_FACT:
        if row["variable"] in fact and fact & set(names):
            raise Fault(f"{place}: circular, {row['variable']} is made of the same fact as {sorted(fact & set(names))}")
    if row["variable"] in names:
        raise Fault(f"{place}: {row['variable']} cannot be its own control")
    if "age_band" in names and bands_within(row, known) < 2:
        raise Fault(f"{place}: all are in one age_band, which then adjusts for nothing; take age, in years")
    low, high = ages(row) or (0, OLDEST)
    if "age" in names and not 0 < high - low <= 10:
        raise Fault(f"{place}: age in years is for a universe of two to eleven years; take age_band, or none for one year")


def controls(place, row, known):
    blocks = [words(block, "+") for block in words(row["controls"], "|")]
    check_controls(place, row, [name for block in blocks for name in block], known)
    return blocks


def relevance(row):
    """The draft's relevance is in the printed unit; files hold fractions."""
    if not row["relevance"]:
        return None
    return number(Decimal(row["relevance"]) / PER.get(row["unit"], 1))


def indicator(row, known):
    place = f"indicators.csv, {row['id']}"
    for field in REQUIRED_TEXTS:
        if not local(row, field):
            raise Fault(f"{place}: no {field}")
    return without_nothing({
        "id": row["id"], "domain": row["domain"], "label": local(row, "label"),
        "definition": local(row, "definition"), "clause": local(row, "clause"), "people": local(row, "universe"),
        "unit": row["unit"], "scale": local(row, "scale"), "direction": row["direction"],
        "sensitive": known.sensitive(place, row["variable"]),
        "universe": [condition(place, part, known) for part in words(row["universe_rule"], ";")],
        "measure": measure(place, row, known), "controls": controls(place, row, known),
        "true_zero": False if row["true_zero"] == "no" else None,
        "minimum_n": int(row["minimum_n"]), "relevance": relevance(row), "note": local(row, "note"),
    })


def indicators():
    known = Variables()
    found = [indicator(row, known) for row in source("indicators.csv")]
    identifiers = [one["id"] for one in found]
    twice = {one for one in identifiers if identifiers.count(one) > 1}
    if twice:
        raise Fault(f"indicators.csv: ids that stand twice: {sorted(twice)}")
    known_domains = {row["id"] for row in source("domains.csv")}
    for one in found:
        if one["domain"] not in known_domains or not one["id"].startswith(one["domain"] + "."):
            raise Fault(f"indicators.csv, {one['id']}: domain {one['domain']!r}")
    return {"evenredig": "indicators/1", "indicators": found}


def files():
    return {f"catalogue/{name}.json": make() for name, make in (
        ("origins", origins), ("domains", domains), ("generations", generations),
        ("classifications", classifications), ("variables", variables), ("indicators", indicators))}
