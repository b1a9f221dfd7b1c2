#!/usr/bin/env python3
"""What follows from printed figures, computed independently of the program and exactly.

Writes rounding.tsv, which tests/core/stats/testrounding.cpp and testverdict.cpp read:

    rounding.py            writes the table to standard output
    rounding.py --check F  exit status 1 when F is not what this program writes

A printed figure v with half-width h stands for every number of [v - h, v + h), within the bounds of its unit
(statistics.md section 6). The extremes of a function over such a box are taken over its corners; that they lie
there is not assumed: the function is also taken over a grid inside the box, and this program fails when a point
of the grid lies outside the extremes of the corners. Everything is a fraction until it is written.

Chance ("toevalsmarge"), statistics.md section 7: the interval of a difference of two independent proportions or
rates, d +/- z sqrt(V), covers 0. V = a(1-a)/m + b(1-b)/n for proportions (R. G. Newcombe, Interval estimation for
the difference between independent proportions, Statistics in Medicine 17 (1998) 873-890, method 1), and
V = a/m + b/n for Poisson counts divided by known denominators (Var k = k, so Var(k/m) = (k/m)/m). Decided without a
root: d^2 <= z^2 V, with z = qnorm(0.975) computed here to 40 digits.
"""

import itertools
import sys
from decimal import Decimal, getcontext
from fractions import Fraction as F
from pathlib import Path

getcontext().prec = 60
GRID = 5  # points per side of the box; 4 figures give 625 points

BOUNDS = {"percent": (F(0), F(1)), "per_1000": (F(0), None), "per_10000": (F(0), None), "count": (F(0), None),
          "mean": (None, None), "euro": (None, None), "index": (None, None)}


class Figure:
    """A printed figure; `text` is its argument in the table."""

    def __init__(self, value, half, unit="percent"):
        self.text = f"{value}/{half}/{unit}"
        self.value, half = F(value), F(half)
        low, high = BOUNDS[unit]
        self.low = self.value - half if low is None else max(self.value - half, min(low, self.value))
        self.high = self.value + half if high is None else min(self.value + half, max(high, self.value))

    def corners(self):
        return [self.low, self.high]

    def grid(self):
        return [self.low + (self.high - self.low) * F(i, GRID - 1) for i in range(GRID)]


def extremes(figures, function):
    """(value, low, high) of the function, or None when it has a pole in the box."""
    try:
        corners = [function(*point) for point in itertools.product(*(f.corners() for f in figures))]
        inside = [function(*point) for point in itertools.product(*(f.grid() for f in figures))]
        value = function(*(f.value for f in figures))
    except ZeroDivisionError:
        return None
    low, high = min(corners), max(corners)
    if min(inside) < low or max(inside) > high or not low <= value <= high:
        raise SystemExit(f"the extremes do not lie at the corners: {[f.text for f in figures]}")
    return value, low, high


def holds_zero(figures, denominator):
    values = [denominator(*point) for point in itertools.product(*(f.corners() for f in figures))]
    return min(values) <= 0 <= max(values)


def row(function, name, arguments, result):
    numbers = ["none"] * 3 if result is None else [repr(float(x)) for x in result]
    return "\t".join([function, name, arguments, *numbers])


def linear(name, terms):
    figures = [Figure(*t[1:]) for t in terms]
    coefficients = [F(t[0]) for t in terms]
    result = extremes(figures, lambda *v: sum(c * x for c, x in zip(coefficients, v)))
    return row("linear", name, " ".join(f"{t[0]}*{f.text}" for t, f in zip(terms, figures)), result)


def ratio(name, a, b):
    figures = [Figure(*a), Figure(*b)]
    result = None if holds_zero(figures[1:], lambda x: x) else extremes(figures, lambda x, y: x / y)
    return row("ratio", name, " ".join(f.text for f in figures), result)


def ratio_change(name, a0, b0, a1, b1):
    f = [Figure(*x) for x in (a0, b0, a1, b1)]
    pole = holds_zero([f[1]], lambda x: x) or holds_zero([f[3]], lambda x: x)
    result = None if pole else extremes(f, lambda w, x, y, z: y / z - w / x)
    return row("ratio_change", name, " ".join(x.text for x in f), result)


def closed(name, g0, r0, g1, r1):
    f = [Figure(*x) for x in (g0, r0, g1, r1)]
    pole = holds_zero(f[:2], lambda x, y: x - y)
    result = None if pole else extremes(f, lambda w, x, y, z: 1 - (y - z) / (w - x))
    return row("closed", name, " ".join(x.text for x in f), result)


def slope(name, points):
    years = [F(p[0]) for p in points]
    mean = sum(years) / len(years)
    squares = sum((y - mean) ** 2 for y in years)
    figures = [Figure(*p[1:]) for p in points]
    result = extremes(figures, lambda *v: sum((y - mean) / squares * x for y, x in zip(years, v)))
    # The slope is that of least squares: the normal equations hold with it.
    values = [f.value for f in figures]
    middle = sum(values) / len(values)
    assert sum((y - mean) * (v - middle - result[0] * (y - mean)) for y, v in zip(years, values)) == 0
    return row("slope", name, " ".join(f"{p[0]}@{f.text}" for p, f in zip(points, figures)), result)


# --- chance ---------------------------------------------------------------------------------------------------

def erf(x):
    """The series of Abramowitz and Stegun 7.1.5, exact enough for 50 digits."""
    term = total = x
    n = 0
    while abs(term) > Decimal(10) ** -55:
        n += 1
        term *= -x * x / n
        total += term / (2 * n + 1)
    return 2 * total / PI.sqrt()


PI = Decimal("3.14159265358979323846264338327950288419716939937510582097494")


def quantile(p):
    """qnorm(p) by Newton's method on (1 + erf(z / sqrt 2)) / 2."""
    z = Decimal("1.96")
    for _ in range(12):
        density = (-z * z / 2).exp() / (2 * PI).sqrt()
        z -= ((1 + erf(z / Decimal(2).sqrt())) / 2 - p) / density
    return z


Z = quantile(Decimal("0.975"))
assert str(Z).startswith("1.9599639845400542355245944305205515279")  # R: qnorm(0.975) = 1.959963984540054


def chance(name, a, m, b, n, unit):
    p, q = F(a), F(b)
    variance = p * (1 - p) / F(m) + q * (1 - q) / F(n) if unit == "percent" else p / F(m) + q / F(n)
    z2 = F(str(Z * Z))
    covers = (p - q) ** 2 <= z2 * variance
    d, half = float(p - q), float(Z) * float(variance) ** 0.5
    return "\t".join(["chance", name, f"{a} {m} {b} {n} {unit}", "covers" if covers else "excludes", repr(d - half), repr(d + half)])


def standard_error(name, low, high, half):
    width = Decimal(high) - Decimal(low)
    se = ((width / (2 * Z)) ** 2 + Decimal(half) ** 2 / 3).sqrt()
    return "\t".join(["standard_error", name, f"{low} {high} {half}", repr(float(se)), "none", "none"])


# --- cases ----------------------------------------------------------------------------------------------------

def numbers():
    """A small generator of its own, so that no version of Python changes the table."""
    state = 20240613
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        yield state >> 33


def decimal(n, places):
    return str(Decimal(n).scaleb(-places))


def random_cases():
    draw = numbers()
    for i in range(24):
        places = 2 + next(draw) % 2  # whole per cents or one decimal
        half = decimal(5, places + 1)
        g0, r0, g1, r1 = ((decimal(next(draw) % 10 ** places, places), half) for _ in range(4))
        yield linear(f"random {i}", [("1", *g1), ("-1", *r1), ("-1", *g0), ("1", *r0)])
        yield ratio(f"random {i}", g0, r0)
        yield ratio_change(f"random {i}", g0, r0, g1, r1)
        yield closed(f"random {i}", g0, r0, g1, r1)
        years = sorted({str(1990 + next(draw) % 35) for _ in range(5)})
        yield slope(f"random {i}", [(y, decimal(next(draw) % 10 ** places, places), half) for y in years])


def touching_cases():
    """Two printed figures one unit apart: their boxes touch, so that the gap may be 0, exactly. In doubles it is
    1e-17 on either side (from 50.1 per cent on above it)."""
    later = [("0.05", "0.0005"), ("0.04", "0.0005")]
    for v in [*range(1, 20), *range(495, 515), 640, 755, 876, 999]:
        a, b = decimal(v, 3), decimal(v - 1, 3)
        yield closed(f"touching {v}", (a, "0.0005"), (b, "0.0005"), *later)
        yield closed(f"touching below {v}", (b, "0.0005"), (a, "0.0005"), *later)


def chance_cases():
    yield chance("Newcombe (a), 56/70 and 48/80", "0.8", "70", "0.6", "80", "percent")
    d, half = F("0.2"), float(Z) * float(F("0.16") / 70 + F("0.24") / 80) ** 0.5
    assert (round(float(d) - half, 4), round(float(d) + half, 4)) == (0.0575, 0.3425)  # Newcombe 1998, table II
    yield chance("suspects 2005", "0.074", "225000", "0.015", "11000000", "percent")
    yield chance("equal", "0.5", "1000", "0.5", "1000", "percent")
    yield chance("both sure", "1", "200", "0", "200", "percent")
    yield chance("both none", "0", "200", "0", "200", "percent")
    for m in (100, 400, 1000, 1500, 1536, 1537, 1600, 5000, 9600, 9604):
        yield chance(f"0.52 and 0.5 of {m}", "0.52", str(m), "0.5", str(m), "percent")
        yield chance(f"0.07 and 0.05 of {m}", "0.07", str(m), "0.05", str(m), "percent")
        yield chance(f"rates of {m}", "0.012", str(m), "0.008", str(m), "per_10000")
        yield chance(f"rate against a large one of {m}", "0.012", str(m), "0.008", "1000000", "per_1000")
    # 0.52 against 0.5 turns where m = z^2 (0.52 * 0.48 + 0.25) / 0.0004.
    turn = F(str(Z * Z)) * (F("0.2496") + F("0.25")) / F("0.0004")
    yield chance("just below the turn", "0.52", str(int(turn)), "0.5", str(int(turn)), "percent")
    yield chance("just above the turn", "0.52", str(int(turn) + 1), "0.5", str(int(turn) + 1), "percent")
    # Rates high enough to tell Poisson from binomial: 0.3 against 0.2 turns where m = z^2 0.5 / 0.01.
    turn = F(str(Z * Z)) * 50
    yield chance("rates just below the turn", "0.3", str(int(turn)), "0.2", str(int(turn)), "per_1000")
    yield chance("rates just above the turn", "0.3", str(int(turn) + 1), "0.2", str(int(turn) + 1), "per_1000")


def table():
    tenth = "0.0005"  # per cent with one decimal
    m05, n05, m17, n17 = ("0.074", tenth), ("0.015", tenth), ("0.037", tenth), ("0.007", tenth)
    yield "function\tname\targuments\tvalue\tlow\thigh"
    # README.md beside the data, "Suspects": gap 5.9 -> 3.0 points; ratio 4.9 -> 5.3, 4.7-5.1 and 4.9-5.8.
    yield linear("suspects gap 2005", [("1", *m05), ("-1", *n05)])
    yield linear("suspects gap 2017", [("1", *m17), ("-1", *n17)])
    yield linear("suspects gap change", [("1", *m17), ("-1", *n17), ("-1", *m05), ("1", *n05)])
    yield ratio("suspects ratio 2005", m05, n05)
    yield ratio("suspects ratio 2017", m17, n17)
    yield ratio_change("suspects ratio change", m05, n05, m17, n17)
    yield closed("suspects closed", m05, n05, m17, n17)
    # Bounds of the unit.
    yield linear("share near 0", [("1", "0.000", tenth), ("-1", "0.001", tenth)])
    yield linear("share near 1", [("1", "1", "0.005"), ("-1", "0.99", "0.005")])
    yield linear("rate near 0", [("1", "0.0002", "0.0005", "per_1000"), ("-1", "0.012", "0.0005", "per_1000")])
    yield linear("mean below 0", [("1", "-0.4", "0.05", "mean"), ("-1", "0.3", "0.05", "mean")])
    yield linear("exact figures", [("1", "0.25", "0"), ("-1", "0.125", "0")])
    yield linear("equal figures", [("1", "0.285", tenth), ("-1", "0.285", tenth)])
    yield linear("a figure twice, once given", [("0", "0.5", "0.005"), ("2", "0.25", "0.005")])
    yield linear("counts rounded to 100", [("1", "408900", "50", "count"), ("-1", "225100", "50", "count")])
    yield linear("euros in thousands", [("1", "25300", "50", "euro"), ("-1", "24800", "50", "euro")])
    # Ratios.
    yield ratio("denominator may be 0", ("0.01", tenth), ("0.000", tenth))
    yield ratio("denominator touches 0", ("0.01", tenth), ("0.0005", tenth))
    yield ratio("denominator just above 0", ("0.01", tenth), ("0.001", tenth))
    yield ratio("numerator may be 0", ("0.000", tenth), ("0.4", tenth))
    yield ratio("numerator on both sides of 0", ("0.01", "0.05", "mean"), ("2.5", "0.05", "mean"))
    yield ratio("denominator below 0", ("0.3", "0.05", "mean"), ("-2.5", "0.05", "mean"))
    yield ratio("denominator on both sides of 0", ("0.3", "0.05", "mean"), ("-0.01", "0.05", "mean"))
    yield ratio("counts", ("419272", "0.5", "count"), ("13151772", "0.5", "count"))
    yield ratio_change("later denominator may be 0", m05, n05, m17, ("0.000", tenth))
    yield ratio_change("earlier denominator may be 0", m05, ("0.000", tenth), m17, n17)
    # Shares closed.
    yield closed("gap turned round", ("0.30", "0.005"), ("0.20", "0.005"), ("0.15", "0.005"), ("0.20", "0.005"))
    yield closed("gap grew", ("0.30", "0.005"), ("0.20", "0.005"), ("0.45", "0.005"), ("0.20", "0.005"))
    yield closed("first gap may be 0", ("0.20", "0.005"), ("0.20", "0.005"), ("0.15", "0.005"), ("0.20", "0.005"))
    yield closed("last gap may be 0", ("0.30", "0.005"), ("0.20", "0.005"), ("0.20", "0.005"), ("0.20", "0.005"))
    # Slopes.
    yield slope("two years", [("2005", *m05), ("2017", *m17)])
    yield slope("three years", [("2005", *m05), ("2011", "0.05", tenth), ("2017", *m17)])
    yield slope("uneven years", [("2005", "0.1", tenth), ("2006", "0.1", tenth), ("2020", "0.3", tenth), ("2021", "0.2", tenth)])
    yield slope("flat", [("2005", "0.1", tenth), ("2010", "0.1", tenth), ("2015", "0.1", tenth)])
    yield slope("middles of pooled years", [("2015", "0.75", "0.005"), ("2015.5", "0.76", "0.005"), ("2018", "0.78", "0.005")])
    yield from random_cases()
    yield from touching_cases()
    yield from chance_cases()
    yield standard_error("margin of 4 points", "0.58", "0.62", "0")
    yield standard_error("with rounding to whole per cents", "0.58", "0.62", "0.005")
    yield standard_error("rounding larger than the margin", "0.60", "0.61", "0.05")
    yield standard_error("no width", "0.6", "0.6", "0.005")


def main():
    text = "\n".join(table()) + "\n"
    if sys.argv[1:2] == ["--check"]:
        same = Path(sys.argv[2]).read_text(encoding="utf-8") == text
        print(f"{sys.argv[2]}: {'as written by this program' if same else 'differs from what rounding.py writes'}")
        return 0 if same else 1
    sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
