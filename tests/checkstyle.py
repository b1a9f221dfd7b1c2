#!/usr/bin/env python3
"""Holds the sources to CONTRIBUTING: functions of at most 60 lines, files of at most 500, formatted by .clang-format.

checkstyle.py ROOT [CLANG-FORMAT]: prints what is wrong, a line each, and exits with 1; without clang-format 14 the
format is not looked at, which it says.
"""
import pathlib
import re
import subprocess
import sys

LONGEST_FUNCTION = 60
LONGEST_FILE = 500


def sources(root):
    for folder in ("core", "ui", "app", "tests"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".cpp", ".h") and "build" not in path.parts:
                yield path


def long_functions(lines):
    """(line, name, length) of functions that begin in the first column, as all outside classes do."""
    start, name = None, ""
    for number, line in enumerate(lines, 1):
        if line.startswith("{"):
            start = number
        elif line.startswith("}"):
            if start and number - start - 1 > LONGEST_FUNCTION:
                yield start, name, number - start - 1
            start = None
        elif re.match(r"[A-Za-z].*\(", line):
            name = re.search(r"([\w:~]+)\(", line).group(1) if re.search(r"([\w:~]+)\(", line) else line


def main():
    root = pathlib.Path(sys.argv[1])
    faults = []
    paths = list(sources(root))
    for path in paths:
        lines = path.read_text(encoding="utf-8").splitlines()
        place = path.relative_to(root)
        if len(lines) > LONGEST_FILE:
            faults.append(f"{place}: {len(lines)} lines, more than {LONGEST_FILE}")
        faults += [f"{place}:{line}: {name} has {length} lines, more than {LONGEST_FUNCTION}"
                   for line, name, length in long_functions(lines)]
    clang_format = sys.argv[2] if len(sys.argv) > 2 else ""
    if clang_format and "version 14." in subprocess.run([clang_format, "--version"], capture_output=True, text=True).stdout:
        run = subprocess.run([clang_format, "--dry-run", "-Werror", *map(str, paths)], capture_output=True, text=True)
        faults += sorted({line.split(":")[0].removeprefix(str(root) + "/") + ": not formatted as .clang-format says"
                          for line in run.stderr.splitlines() if "clang-format-violations" in line})
    else:
        print("clang-format 14 is absent: the format was not looked at")
    print(*faults, sep="\n")
    print(f"{len(paths)} files, {len(faults)} faults")
    return 1 if faults or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
