#!/usr/bin/env python3
"""Holds the sources to CONTRIBUTING: functions of at most 60 lines at any depth, classes of at most 200 (outside the
tests, whose classes are lists of cases), files of at most 500, formatted by .clang-format.

checkstyle.py ROOT [CLANG-FORMAT]: prints what is wrong, a line each, and exits with 1; without clang-format 14 the
format is not looked at, which it says.
"""
import pathlib
import re
import subprocess
import sys

LONGEST_FUNCTION = 60
LONGEST_CLASS = 200
LONGEST_FILE = 500

# (path, class or function): the length that it may keep for now. An entry that is no longer needed is a fault.
KNOWN = {
    ("core/import/draft/draftfromrecipe.cpp", "Application"): 362,
}

# What braces cannot stand in: digit separators, comments, texts, characters, directives of the preprocessor.
NO_CODE = re.compile(r"""(?<=[0-9a-fA-F])'(?=[0-9a-fA-F])|//[^\n]*|/\*.*?\*/|R"([^()\\\s]{0,16})\(.*?\)\1"
                         |"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'|^[ \t]*\#(?:\\\n|[^\n])*""",
                     re.DOTALL | re.MULTILINE | re.VERBOSE)
CLASS = re.compile(r".*\b(?:class|struct|union)\s+(?:\[\[[^\]]*\]\]\s*)?([\w:]+)[^()=]*$", re.DOTALL)
NAMESPACE = re.compile(r'\b(?:namespace\b[\w:\s]*|extern\s*"")$')
# What stands before the brace of a body: the end of the parameters, a word behind them, or the result's type.
BODY = re.compile(r"(?:\)|\}|\b(?:const|noexcept|override|final|mutable|try)|[^&]&&?)$|\)[^;=]*->[^()]*$")
INITIALISED = re.compile(r"[=(]")  # also: within a call that is not closed, as a lambda is
NAME = re.compile(r"((?:[\w:~]|<[\w:, ]*>(?=::))+|operator\s*\S+?)\s*\(")


def sources(root):
    for folder in ("core", "ui", "app", "tests"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".cpp", ".h") and "build" not in path.parts:
                yield path


def bare(text):
    """The text with nothing but code in it, line for line: texts are empty, the rest is gone."""
    return NO_CODE.sub(lambda match: '""' if match[0].endswith('"') and not match[0].startswith(("/", "#")) and
                       "\n" not in match[0] else "\n" * match[0].count("\n"), text)


def flat(head):
    """Without what stands in brackets, be it parameters with their defaults, and without the names of operators."""
    head, count = re.sub(r"\boperator\s*(?:\(\)|[^\s(\w]+)", "operator", head), 1
    while count:
        head, count = re.subn(r"\([^()]*\)", "", head)
    return head


def kind_of(head, inside):
    """What a brace opens, by what stands before it and by the scope that it stands in."""
    if NAMESPACE.search(head):
        return "namespace"
    if CLASS.search(head) and not re.search(r"\benum\b", head):
        return "class"
    if inside in ("file", "namespace", "class") and "(" in head and BODY.search(head) and not INITIALISED.search(flat(head)):
        return "function"
    return "braces"


def bodies(text):
    """(kind, name, line, length) of every function and class; raises ValueError when the braces do not balance."""
    scopes, head, line = [("file", "", 0, "")], "", 1
    for character in bare(text):
        line += character == "\n"
        if character == "{":
            kind = kind_of(head.strip(), scopes[-1][0])
            name = CLASS.search(head.strip()) if kind == "class" else NAME.search(head)
            scopes.append((kind, name[1] if name else head.strip()[:40], line, head))
            head = ""
        elif character == "}":
            kind, name, start, before = scopes.pop()
            if not scopes:
                raise ValueError(f"line {line}: a brace too many")
            if kind in ("function", "class"):
                yield kind, name, start, max(0, line - start - 1)
            # A member that is initialised in braces belongs to the head of its constructor.
            head = before + "{}" if kind == "braces" and scopes[-1][0] != "function" else ""
        elif character == ";":
            head = ""
        else:
            head += character
    if len(scopes) > 1:
        raise ValueError(f"line {scopes[-1][2]}: a brace is not closed")


def length_faults(place, text, used):
    lines = text.count("\n")
    if lines > LONGEST_FILE:
        yield f"{place}: {lines} lines, more than {LONGEST_FILE}"
    try:
        found = list(bodies(text))
    except ValueError as error:
        yield f"{place}: {error}"
        return
    for kind, name, line, length in found:
        most = LONGEST_FUNCTION if kind == "function" else LONGEST_CLASS
        if length <= most or kind == "class" and place.startswith("tests/"):
            continue
        ceiling = KNOWN.get((place, name), most)
        used |= {(place, name)}
        if length > ceiling:
            yield f"{place}:{line}: {kind} {name} has {length} lines, more than {ceiling}"


def format_faults(root, paths, clang_format):
    version = clang_format and subprocess.run([clang_format, "--version"], capture_output=True, text=True).stdout
    if not version or "version 14." not in version:
        print("clang-format 14 is absent: the format was not looked at")
        return set()
    run = subprocess.run([clang_format, "--dry-run", "-Werror", *map(str, paths)], capture_output=True, text=True)
    return {line.split(":")[0].removeprefix(str(root) + "/") + ": not formatted as .clang-format says"
            for line in run.stderr.splitlines() if "clang-format-violations" in line}


def main():
    root = pathlib.Path(sys.argv[1])
    faults, used = [], set()
    paths = list(sources(root))
    for path in paths:
        faults += length_faults(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"), used)
    faults += [f"{place}: {name} is short enough: delete its line in checkstyle.py" for place, name in KNOWN.keys() - used]
    faults += sorted(format_faults(root, paths, sys.argv[2] if len(sys.argv) > 2 else ""))
    print(*faults, f"{len(paths)} files, {len(faults)} faults", sep="\n")
    return 1 if faults or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
