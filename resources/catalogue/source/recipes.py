"""Recipes of the published figures, one per CSV file, from mapping.csv, datasets.csv and comparable.csv.

mapping.csv says of every label combination what it is and whether it is imported ("yes"), needs a
decision first ("ask") or is left out ("no"). A recipe sets the last two aside with the reason; what is
to be decided also has a measure, so that taking the rule away is enough to import it.
"""
import re
from collections import Counter

from catalogue import Variables
from cover import cover, matches
from sources import Fault, codes, number, rows, source, without_nothing, words

READ = {"format": "csv", "delimiter": ",", "quote": "\"", "decimal": ".", "thousands": "", "encoding": "utf-8",
        "missing": {"": "unknown"}}
KEY = ("domain", "indicator", "unit", "origin", "generation")
PROVISIONAL = re.compile("voorlopig", re.IGNORECASE)
UNPRINTED = re.compile(r"\(.*\)$")


def key_of(row):
    return tuple(row[field] for field in KEY)


def period_of(text):
    """The period id that core reads from a source's text (Period::fromSource), or None."""
    if re.fullmatch(r"\d{4}", text) or re.fullmatch(r"\d{4}/\d{2}", text):
        return text
    pooled = re.fullmatch(r"(\d{4})/(\d{4})", text)
    return f"{pooled[1]}..{pooled[2]}" if pooled else None


def mapping():
    found = {}
    for row in source("mapping.csv"):
        place = f"mapping.csv, {row['indicator']} / {row['origin']} / {row['generation']}"
        if key_of(row) in found:
            raise Fault(f"{place}: stands twice")
        if row["import"] not in ("yes", "no", "ask"):
            raise Fault(f"{place}: import is {row['import']!r}")
        if row["import"] != "yes" and not (row["reason_nl"] and row["reason_en"]):
            raise Fault(f"{place}: no reason in both languages")
        found[key_of(row)] = row
    return found


class Recipe:
    """One file with its rows, the decision of each, and the recipe made from them."""

    def __init__(self, entry, records, decisions, indicators, known):
        self.entry, self.records, self.indicators, self.known = entry, records, indicators, known
        self.place = entry["file"]
        self.decided = []
        for record in records:
            if key_of(record) not in decisions:
                raise Fault(f"{self.place}: mapping.csv does not know {key_of(record)}")
            decision = decisions[key_of(record)]
            if self.place not in words(decision["files"], ";"):
                raise Fault(f"{self.place}: mapping.csv gives {key_of(record)} for other files")
            self.decided.append(decision)
        self.keys = list({key_of(row): row for row in self.decided}.values())
        self.json = self.make()

    def imported(self, *decisions):
        return [row for row in self.keys if row["import"] in decisions]

    def measurable(self):
        """What a measure can say: imported, or waiting for a decision with codes that are known."""
        return [row for row in self.imported("yes", "ask") if not UNPRINTED.search(row["subgroup"])]

    def make(self):
        kept = sum(row["import"] == "yes" for row in self.decided)
        return without_nothing({
            "evenredig": "recipe/1", "dataset": self.entry["dataset"],
            "title": {"nl": self.entry["title_nl"], "en": self.entry["title_en"]},
            "source": {"nl": self.entry["source_nl"], "en": self.entry["source_en"]},
            "kind": "published", "classification": self.classification(), "read": READ,
            "period": {"from": "year"}, "provisional": self.provisional() or None,
            "columns": [self.column("origin", "origin_id"), self.column("generation", "generation_id")],
            "measures": self.measures(), "set_aside": self.set_aside(), "comparable": self.comparable() or None,
            "x_source": self.place, "x_urls": sorted({row["source_url"] for row in self.records if row["source_url"]}),
            "x_expected": {"rows": len(self.decided), "figures": kept, "set_aside": len(self.decided) - kept},
        })

    def classification(self):
        found = {row["classification"] for row in self.keys if row["classification"] != "none"}
        if len(found) > 1:
            raise Fault(f"{self.place}: more than one classification: {sorted(found)}")
        return found.pop() if found else "herkomst-2022"

    def provisional(self):
        """Period ids whose every row the source marks as provisional."""
        marked = {}
        for record, row in zip(self.records, self.decided):
            if row["import"] != "no":
                marked.setdefault(period_of(record["year"]), set()).add(bool(PROVISIONAL.search(record["table_or_page"])))
        if any(len(marks) > 1 for marks in marked.values()):
            raise Fault(f"{self.place}: a period is provisional in part")
        return sorted(period for period, marks in marked.items() if period and marks == {True})

    def generation_of_column(self):
        """Generation labels that mean one thing in the whole file; the rest is set by measure."""
        meanings = {}
        for row in self.measurable():
            meanings.setdefault(row["generation"], Counter())[row["generation_id"]] += 1
        return {label: sorted(ids.items(), key=lambda item: (item[0] == "total", item[0]))[0][0]
                for label, ids in meanings.items()}

    def column(self, name, field):
        recode = {row[name]: row[field] for row in self.measurable()}
        if name == "generation":
            recode = self.generation_of_column()
        elif any(recode[row[name]] != row[field] for row in self.measurable()):
            raise Fault(f"{self.place}: a label of {name} means two things")
        return {"from": name, "as": name, "recode": dict(sorted(recode.items()))}

    def where(self, row):
        if not row["subgroup"]:
            return []
        variable, _, value = row["subgroup"].partition("=")
        self.known.check(self.place, variable, codes(value))
        return [{"variable": variable, "in": codes(value)}]

    def measure(self, row, when):
        standard = self.generation_of_column()[row["generation"]]
        kind = self.entry["source_kind"] or self.indicators[row["catalogue_id"]]["source_kind"]
        return without_nothing({
            "value": "value", "indicator": row["catalogue_id"], "when": when,
            "set": {"generation": row["generation_id"]} if row["generation_id"] != standard else None,
            "source_kind": kind, "universe": {"nl": row["universe_nl"], "en": row["universe_en"]},
            "where": self.where(row), "scale": number(row["scale"]), "decimals": int(row["decimals"]),
            "round_to": number(row["round_to"]) if row["round_to"] else None, "n": "n_if_known",
            "x_universe_note": row["universe_note"] or None,
        })

    def measures(self):
        groups = {}
        standard = self.generation_of_column()
        for row in self.measurable():
            if row["catalogue_id"] not in self.indicators:
                raise Fault(f"{self.place}: unknown indicator {row['catalogue_id']!r}")
            alike = tuple(row[field] for field in ("catalogue_id", "subgroup", "universe_nl", "universe_en",
                                                   "universe_note", "scale", "decimals", "round_to"))
            odd = row["generation_id"] if row["generation_id"] != standard[row["generation"]] else ""
            groups.setdefault(alike + (odd,), []).append(row)
        found = []
        for group in groups.values():
            others = [row for row in self.imported("yes", "ask") if row not in group]
            found += [self.measure(group[0], when) for when in cover(group, others, ["indicator"])]
        return found

    def set_aside(self):
        groups = {}
        for row in self.imported("no", "ask"):
            groups.setdefault((row["reason_nl"], row["reason_en"]), []).append(row)
        rules = []
        for (nl, en), group in groups.items():
            others = [row for row in self.keys if row not in group]
            rules += [{"when": when, "reason": {"nl": nl, "en": en}} for when in cover(group, others)]
        return rules

    def comparable(self):
        return {row["other"]: {"level": row["level"], "reason": {"nl": row["reason_nl"], "en": row["reason_en"]}}
                for row in source("comparable.csv") if row["dataset"] == self.entry["dataset"]}

    def simulate(self):
        """What an importer that obeys the recipe does with each row: the figures it keeps."""
        figures = []
        recode = {column["as"]: column["recode"] for column in self.json["columns"]}
        for line, (record, row) in enumerate(zip(self.records, self.decided), 2):
            place = f"{self.place}, row {line}"
            rules = [rule for rule in self.json["set_aside"] if matches(rule["when"], record)]
            measures = [one for one in self.json["measures"] if matches(one["when"], record)]
            if len(rules) != (row["import"] != "yes"):
                raise Fault(f"{place}: {len(rules)} rules set it aside, mapping.csv says {row['import']}")
            if rules and rules[0]["reason"]["nl"] != row["reason_nl"]:
                raise Fault(f"{place}: set aside for another reason")
            if not rules:
                if len(measures) != 1:
                    raise Fault(f"{place}: {len(measures)} measures match")
                figures.append(self.figure(place, record, row, measures[0], recode))
        return figures

    def figure(self, place, record, row, measure, recode):
        generation = (measure.get("set") or {}).get("generation", recode["generation"].get(record["generation"]))
        origin, period = recode["origin"].get(record["origin"]), period_of(record["year"])
        if (measure["indicator"], origin, generation) != (row["catalogue_id"], row["origin_id"], row["generation_id"]):
            raise Fault(f"{place}: becomes {measure['indicator']}, {origin}, {generation}")
        if period is None:
            raise Fault(f"{place}: {record['year']!r} is not a period")
        decimals = len(record["value"].partition(".")[2])
        if not measure.get("round_to") and decimals > measure["decimals"]:
            raise Fault(f"{place}: {record['value']} has more than {measure['decimals']} decimals")
        key = (measure["indicator"], origin, generation, period, self.json["classification"],
               measure["universe"]["nl"], str(measure["where"]))
        return key, float(record["value"]) * measure["scale"], row


def check_all(recipes):
    """Figures of one key must be equal over all files, or they would contradict each other."""
    lines, seen, decisions = [], {}, Counter()
    for recipe in recipes:
        figures = recipe.simulate()
        for key, value, _ in figures:
            if seen.setdefault(key, value) != value:
                raise Fault(f"{recipe.place}: {key} has two values")
        aside = len(recipe.records) - len(figures)
        decisions.update(row["import"] for row in recipe.decided)
        lines.append(f"{recipe.place:58}{len(recipe.records):6}{len(figures):6}{aside:6}")
    head = f"{'file':58}{'rows':>6}{'kept':>6}{'aside':>6}"
    total = sum(len(recipe.records) for recipe in recipes)
    foot = (f"{'total':58}{total:6}{decisions['yes']:6}{total - decisions['yes']:6}\n"
            f"decisions of rows: {decisions['yes']} yes, {decisions['ask']} ask, {decisions['no']} no; "
            f"{len(seen)} different figures")
    return "\n".join([head, *lines, foot])


def files(sample):
    """The recipes by path, and an account of every row."""
    decisions, known = mapping(), Variables()
    indicators = {row["id"]: row for row in source("indicators.csv")}
    entries = source("datasets.csv")
    recipes = [Recipe(entry, rows(sample / entry["file"]), decisions, indicators, known) for entry in entries]
    stray = {file.name for file in sample.glob("*.csv")} - {entry["file"] for entry in entries}
    if stray:
        raise Fault(f"datasets.csv does not know {sorted(stray)}")
    unused = set(decisions) - {key_of(row) for recipe in recipes for row in recipe.decided}
    if unused:
        raise Fault(f"mapping.csv: no row in any file for {sorted(unused)}")
    report = check_all(recipes)
    return {f"sample/{recipe.entry['dataset']}.recipe.json": recipe.json for recipe in recipes}, report
