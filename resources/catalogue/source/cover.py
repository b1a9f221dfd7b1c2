"""Finding short conditions ("when") that match exactly the records meant and no others."""
from itertools import combinations

FIELDS = ("indicator", "origin", "generation", "unit", "domain")


def matches(when, record):
    return all(record[field] == text for field, text in when.items())


def candidates(record, always):
    for size in range(1, len(FIELDS) + 1):
        for chosen in combinations(FIELDS, size):
            if set(always) <= set(chosen):
                yield {field: record[field] for field in chosen}


def cover(wanted, unwanted, always=()):
    """Conditions that together match every wanted record exactly once and no unwanted one.

    Greedy: the condition with the fewest fields that matches the most; the fields in `always` are in each.
    One on all fields always remains."""
    left, found = list(wanted), []
    while left:
        best = None
        for record in left:
            for when in candidates(record, always):
                if any(matches(when, other) for other in unwanted):
                    continue
                if any(matches(when, one) for one in wanted if one not in left):
                    continue
                gain = (-len(when), sum(matches(when, one) for one in left))
                if best is None or gain > best[0]:
                    best = (gain, when)
        found.append(best[1])
        left = [one for one in left if not matches(best[1], one)]
    return found
