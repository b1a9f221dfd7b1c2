"""Looks at the window as a screen reader does, over AT-SPI. Started by run.py, which makes the place for it.

    walk.py PROGRAM FOLDER
"""
import collections
import csv
import decimal
import io
import json
import pathlib
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

QUESTION = {"evenredig": "question/1", "ask": "level", "indicator": "safety.suspects"}
WAIT = 15  # seconds, for one thing to happen

faults = []
events = []


def check(holds, words):
    if not holds:
        faults.append(words)
        print("FAULT:", words)
    return holds


def pump(seconds=0.0):
    until = time.monotonic() + seconds
    context = GLib.MainContext.default()
    while context.iteration(False) or time.monotonic() < until:
        time.sleep(0.002)


def wait_for(what, words):
    until = time.monotonic() + WAIT
    while time.monotonic() < until:
        pump()
        try:
            found = what()
        except (GLib.Error, AttributeError):  # it went away while it was looked at, or is not there yet
            found = None
        if found:
            return found
        time.sleep(0.05)
    sys.exit(f"waited in vain for {words}")


def children(item):
    return [child for child in (item.get_child_at_index(i) for i in range(item.get_child_count())) if child]


def walk(item, inside_tables=False):
    yield item
    if item.get_role() in (Atspi.Role.TABLE, Atspi.Role.TREE_TABLE, Atspi.Role.TREE) and not inside_tables:
        return
    for child in children(item):
        yield from walk(child, inside_tables)


def first(item, role, fits=lambda _: True):
    return next((found for found in walk(item) if found.get_role() == role and fits(found)), None)


def has(item, state):
    return item.get_state_set().contains(state)


def command(program, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=True)
    return done.stdout


def keys(*names):
    subprocess.run(["xdotool", "key", *names], check=True)
    pump(0.05)


def expected(program, sample, folder):
    """The title of the figure, and per line of the answer the texts of its value and its reference."""
    question = folder / "level.question.json"
    question.write_text(json.dumps(QUESTION))
    title = command(program, "answer", sample, str(question)).splitlines()[0]
    lines = collections.OrderedDict()
    text = command(program, "answer", sample, str(question), "--as", "csv").lstrip("\ufeff")
    for row in csv.DictReader(io.StringIO(text)):
        key = (row["origin"], row["generation"], row["period"], row["dataset"])
        shown = "."
        if row["value"]:
            shown = str((decimal.Decimal(row["value"]) * 100).quantize(decimal.Decimal("0.1"))).replace(".", ",")
        lines.setdefault(key, {})[row["estimate"]] = shown
    return title, list(lines.items())


def steadily(look, *arguments):
    """What is looked at may be replaced meanwhile, as the card is with every figure: then it is looked at again."""
    for _ in range(5):
        before = len(faults)
        try:
            return look(*arguments)
        except GLib.Error as error:
            del faults[before:]
            print("looked at again:", error.message)
            pump(0.5)
    return look(*arguments)


def look_at_window(application):
    window = wait_for(lambda: first(application, Atspi.Role.FRAME, lambda item: "Evenredig" in (item.get_name() or "")),
                      "the window")
    bar = first(window, Atspi.Role.MENU_BAR)
    if check(bar is not None, "the window has no menu bar"):
        names = [item.get_name() for item in children(bar)]
        check(len(names) >= 5 and all(names), f"menus without a name: {names}")
    return window


def look_at_controls(window):
    seen = 0
    for item in walk(window):
        if not (has(item, Atspi.StateType.FOCUSABLE) and has(item, Atspi.StateType.SHOWING)):
            continue
        seen += 1
        check((item.get_name() or "").strip(), f"a {item.get_role_name()} in “{item.get_parent().get_name()}” has no name")
    check(seen >= 15, f"only {seen} controls can have the focus")
    return seen


def ask(window, title):
    """Types a word in the search field, as a person does, and asks question 1 of what comes first."""
    field = wait_for(lambda: first(window, Atspi.Role.TEXT, lambda item: has(item, Atspi.StateType.EDITABLE)),
                     "the search field")
    keys("ctrl+k")
    wait_for(lambda: has(field, Atspi.StateType.FOCUSED), "the search field to have the focus")
    subprocess.run(["xdotool", "type", "--delay", "5", "verdachten"], check=True)
    wait_for(lambda: field.get_text(0, -1) == "verdachten", "the word in the search field")
    keys("Return")
    wait_for(lambda: not has(field, Atspi.StateType.FOCUSED), "the figure to have the focus")
    keys("1")
    chart = wait_for(lambda: first(window, Atspi.Role.TABLE, lambda item: item.get_name() == title),
                     f"a figure that is called “{title}”")
    pump(0.2)
    return chart


def cells_of(table):
    return [[table.get_accessible_at(row, column) for column in range(table.get_n_columns())]
            for row in range(table.get_n_rows())]


def as_in_the_table(lines):
    """The period of the figure first, with what is absent; then the others that have a figure, the latest first."""
    there = [line for line in lines if line[1]["value"] not in (".", "x")]
    latest = max(key[2] for key, _ in there)
    others = sorted((line for line in there if line[0][2] != latest), key=lambda line: line[0][2], reverse=True)
    return [line for line in lines if line[0][2] == latest] + others


def look_at_table(chart, lines):
    lines = as_in_the_table(lines)
    table = chart.get_table_iface()
    if not check(table is not None, "the figure is no table"):
        return []
    rows, columns = table.get_n_rows(), table.get_n_columns()
    check(rows > 0 and columns > 0, f"the figure has {rows} rows and {columns} columns")
    check(rows == len(lines), f"the figure has {rows} rows, the answer {len(lines)}")
    check(chart.get_description(), "the figure has no alternative text")
    heads = [table.get_column_description(column) for column in range(columns)]
    check(heads[0] == "herkomst" and "referentie" in heads, f"the heads are {heads}")
    names = [[cell.get_name() for cell in row] for row in cells_of(table)]
    reference = heads.index("referentie")
    for row, (key, estimates) in zip(names, lines):
        check(row[2] == estimates["value"], f"{key}: the figure says {row[2]}, the file {estimates['value']}")
        check(row[reference] == estimates.get("reference", ""),
              f"{key}: the figure says {row[reference]}, the file {estimates.get('reference')}")
        check(row[1].rstrip("*") == key[2], f"{key}: the figure says {row[1]}")
    last = table.get_accessible_at(rows - 1, columns - 1)
    check(table.get_index_at(rows - 1, columns - 1) == last.get_index_in_parent(), "the last cell has another index")
    check(table.get_row_at_index(last.get_index_in_parent()) == rows - 1, "the last cell has another row")
    return names


def focused_child(chart):
    return next((child for child in children(chart) if has(child, Atspi.StateType.FOCUSED)), None)


def look_at_keys(chart, lines):
    """The arrow keys move the focus from cell to cell, each called what its mark says."""
    spoken = []
    for _ in range(3):
        events.clear()
        keys("Down")
        cell = wait_for(lambda: focused_child(chart) if focused_child(chart).get_name() not in spoken else None,
                        "another cell to have the focus")
        spoken.append(cell.get_name())
        check(("object:state-changed:focused", cell.get_name()) in events, f"“{cell.get_name()}” was not announced")
        box = cell.get_extents(Atspi.CoordType.SCREEN)
        check(0 < box.width < 60 and 0 < box.height < 60, f"“{cell.get_name()}” is {box.width} × {box.height} pixels")
    values = {estimates["value"] for _, estimates in lines}
    for name in spoken:
        check(name.rpartition(": ")[2] in values, f"“{name}” ends with no value of the file")
    print("spoken:", "; ".join(spoken))
    events.clear()
    keys("space")
    card = wait_for(lambda: focused_child(chart).get_description(), "the card to be said")
    check("Bron" in card or "bron" in card, f"the card lacks its source: {card}")
    check(any(kind == "object:property-change:accessible-description" for kind, _ in events), "the card was not announced")
    events.clear()
    keys("Escape")
    wait_for(lambda: not focused_child(chart), "the figure as a whole to have the focus")
    check(has(chart, Atspi.StateType.FOCUSED), "the figure has lost the focus")


def look_at_next_figure(window, chart, title):
    """Another figure in the same place: other cells, none of the old ones left behind."""
    keys("Down", "2")
    wait_for(lambda: chart.get_name() != title and chart.get_name(), "another figure")
    pump(0.2)
    table = chart.get_table_iface()
    check(table.get_n_columns() > 10, f"the development has {table.get_n_columns()} columns")
    check(table.get_accessible_at(0, 0).get_name() != "", "the development's first cell is empty")
    check(table.get_column_description(1).startswith("20"), "the development has no years at its head")
    steadily(look_at_controls, window)


def note(event):
    try:
        events.append((event.type, event.source.get_name()))
    except GLib.Error:
        pass


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    sample = str(folder / "sample.evenredig")
    command(program, "new", sample, "--sample")
    title, lines = expected(program, sample, folder)
    listener = Atspi.EventListener.new(note)
    for kind in ("object:state-changed:focused", "object:property-change:accessible-description"):
        listener.register(kind)
    window_process = subprocess.Popen([program, sample])
    try:
        application = wait_for(lambda: next((item for item in children(Atspi.get_desktop(0))
                                             if item.get_process_id() == window_process.pid), None), "the program")
        window = look_at_window(application)
        found = subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(window_process.pid), "--name", "Evenredig"],
                               capture_output=True, text=True, check=True).stdout.split()
        subprocess.run(["xdotool", "windowfocus", "--sync", found[-1]], check=True)
        controls = steadily(look_at_controls, window)
        chart = ask(window, title)
        names = steadily(look_at_table, chart, lines)
        look_at_keys(chart, lines)
        look_at_next_figure(window, chart, title)
        check(window_process.poll() is None, "the program has ended")
    finally:
        window_process.terminate()
        window_process.wait(5)
    print(f"{controls} controls, {sum(map(len, names))} cells, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
