#!/usr/bin/env python3
"""Holds every #include of core, ui and app to the rooms and their order in the file `rooms`.

checkrooms.py ROOT [ROOMS]: prints what is wrong, a line each, and exits with 1. ROOMS is ROOT/tests/rooms.
Also refused: circles of sources (a header and its source are one), Qt in core, Qt Charts outside ui/charts, SQLite
outside core/store, and heavy headers in headers.
"""
import pathlib
import re
import sys

LEVELS = ("core", "ui", "app")
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)')
CHARTS = re.compile(r"<(QtCharts|QChart|QLineSeries|QScatterSeries|QValueAxis|QAbstractAxis|QAbstractSeries|QXYSeries"
                    r"|QBar|QCategoryAxis|QLegend)")
# (what is included, where it may not be: by path, why)
OUTSIDE = [
    (re.compile(r"<Q[A-Za-z]|<q[a-z0-9_]+\.h$"), lambda path: path.startswith("core/"), "core knows no Qt"),
    (CHARTS, lambda path: not path.startswith("ui/charts/"), "Qt Charts only under ui/charts"),
    (re.compile(r"<sqlite3\.h$"), lambda path: not path.startswith("core/store/"), "SQLite only in core/store"),
    (re.compile(r"<(nlohmann/json\.hpp|Eigen/.*)$"), lambda path: path.endswith(".h"), "heavy header only in .cpp files"),
    (re.compile(r'"(?!.*\.moc$)'), lambda path: True, "our own headers are named from the root"),
]


class Rooms:
    """What the file says: room → rooms, and the rooms in which circles are still allowed."""

    def __init__(self, text):
        self.allowed, self.circles, self.faults = {}, [], []
        for number, line in enumerate(text.splitlines(), 1):
            line = line.split("#")[0].strip()
            if line.startswith("circles "):
                self.circles.append(line.removeprefix("circles ").strip())
            elif ":" in line:
                room, _, others = line.partition(":")
                self.allowed[room.strip()] = others.split()
            elif line:
                self.faults.append(f"rooms:{number}: neither a room nor circles: {line}")
        for room, others in self.allowed.items():
            self.faults += [f"rooms: {room} may include {other}, which is no room"
                            for other in others if other.removesuffix("/*") not in self.allowed | dict.fromkeys(LEVELS)]

    def may(self, room, other):
        return any(other == one or one.endswith("/*") and (other + "/").startswith(one[:-1])
                   for one in [room, *self.allowed[room]])

    def debt(self, path):
        """The line of debt that a room or a source falls under, if any."""
        return next((one for one in self.circles if (path + "/").startswith(one + "/")), None)


def room_of(path):
    return path.rpartition("/")[0]


def stem(path):
    """A header and its source are one."""
    return path.rpartition(".")[0]


def includes_of(root):
    """{path: [what it includes]} of all sources, with paths below root; what is not ours begins with " or <."""
    found = {}
    for level in LEVELS:
        for path in sorted((root / level).rglob("*")):
            if path.suffix in (".h", ".cpp"):
                matches = map(INCLUDE.match, path.read_text(encoding="utf-8").splitlines())
                found[path.relative_to(root).as_posix()] = [match[2] if is_ours(match[2]) else match[1] + match[2]
                                                             for match in matches if match]
    return found


def is_ours(include):
    return include.startswith(tuple(level + "/" for level in LEVELS))


def circles_of(edges):
    """The strongly connected groups of more than one (Tarjan 1972)."""
    index, low, stack, groups = {}, {}, [], []

    def visit(node):
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in edges.get(node, ()):
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in stack:
                low[node] = min(low[node], index[other])
        if low[node] == index[node]:
            at = stack.index(node)
            if len(stack) - at > 1:
                groups.append(sorted(stack[at:]))
            del stack[at:]

    for node in sorted(edges):
        if node not in index:
            visit(node)
    return groups


def order_faults(rooms, includes):
    for path, names in includes.items():
        room = room_of(path)
        if room not in rooms.allowed:
            yield f"{path}: {room} is not in tests/rooms"
            continue
        for include in filter(is_ours, names):
            if room_of(include) not in rooms.allowed:
                yield f"{path}: includes {include}, and {room_of(include)} is not in tests/rooms"
            elif not rooms.may(room, room_of(include)):
                yield f"{path}: {room} may not include {room_of(include)}: {include}"
    for room in sorted(rooms.allowed.keys() - set(map(room_of, includes))):
        yield f"rooms: {room} has no sources"


def outside_faults(includes):
    for path, names in includes.items():
        for include in names:
            if is_ours(include):
                continue
            yield from (f"{path}: {why}: {include[1:]}" for pattern, refused, why in OUTSIDE
                        if pattern.match(include) and refused(path))


def circle_faults(rooms, includes):
    """Of the order itself and of the sources, but for those of the lines of debt; and debts that are paid."""
    sources = {}
    for path, names in includes.items():
        sources.setdefault(stem(path), set()).update(stem(include) for include in filter(is_ours, names))
    for others in sources.values():
        others &= sources.keys()
    order = {room: [other for other in rooms.allowed if other != room and rooms.may(room, other)] for room in rooms.allowed}
    owing = set()
    for what, group in [("rooms", one) for one in circles_of(order)] + [("sources", one) for one in circles_of(sources)]:
        debts = {rooms.debt(one) for one in group}
        if None in debts:
            yield f"a circle of {what}: {', '.join(group)}"
        owing |= debts
    for paid in [one for one in rooms.circles if one not in owing]:
        yield f"rooms: {paid} has no circles: delete its line \"circles {paid}\""


def main():
    root = pathlib.Path(sys.argv[1])
    rooms = Rooms((pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else root / "tests" / "rooms").read_text(encoding="utf-8"))
    includes = includes_of(root)
    faults = [*rooms.faults, *order_faults(rooms, includes), *outside_faults(includes), *circle_faults(rooms, includes)]
    print(*faults, f"{len(includes)} sources in {len(rooms.allowed)} rooms, {len(faults)} faults", sep="\n")
    return 1 if faults or not includes else 0


if __name__ == "__main__":
    sys.exit(main())
