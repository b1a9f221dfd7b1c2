#!/usr/bin/python3
"""Starts the program on a screen of its own, with a message bus and a reader's bus of its own, and has walk.py
look at it as a screen reader does.

    run.py PROGRAM

Exit status 77 (skipped) when something is not installed, 0 when all is well. Nothing that is started here outlives it.
"""
import ctypes
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
PATIENCE = 60  # seconds, for everything together
HERE = pathlib.Path(__file__).resolve().parent


def missing():
    """What has to be installed first, in words; empty when nothing."""
    for tool, package in (("Xvfb", "xvfb"), ("xdotool", "xdotool"), ("dbus-run-session", "dbus-daemon")):
        if not shutil.which(tool):
            return f"{tool} is not installed (Debian: {package})"
    if not any(pathlib.Path(folder, "at-spi-bus-launcher").exists() for folder in ("/usr/libexec", "/usr/lib/at-spi2-core")):
        return "at-spi-bus-launcher is not installed (Debian: at-spi2-core)"
    try:
        import gi
        gi.require_version("Atspi", "2.0")
    except (ImportError, ValueError):
        return "the Python binding of AT-SPI is not installed (Debian: python3-gi gir1.2-atspi-2.0)"
    return ""


def descendants():
    """The processes that came of this one, youngest first."""
    parents = {}
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, ValueError):
                pass  # gone in the meantime
    found, front = [], {os.getpid()}
    while front:
        front = {pid for pid, parent in parents.items() if parent in front}
        found.extend(sorted(front))
    return found[::-1]


def end_all():
    for deed in (signal.SIGTERM, signal.SIGKILL):
        for pid in descendants():
            try:
                os.kill(pid, deed)
            except ProcessLookupError:
                pass
        until = time.monotonic() + 2
        while descendants() and time.monotonic() < until:
            try:
                os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                break
            time.sleep(0.02)


def screen(environment):
    """Starts an X server on a free number and gives its name."""
    reading, writing = os.pipe()
    subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
                     pass_fds=[writing], env=environment, stderr=subprocess.DEVNULL)
    os.close(writing)
    number = b""
    while not number.endswith(b"\n"):
        piece = os.read(reading, 16)
        if not piece:
            raise RuntimeError("Xvfb did not start")
        number += piece
    return ":" + number.decode().strip()


def run(program, folder):
    environment = {name: value for name, value in os.environ.items()
                   if name not in ("QT_QPA_PLATFORM", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "WAYLAND_DISPLAY")}
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
        place = folder / name.lower()
        place.mkdir(mode=0o700)
        environment[name] = str(place)
    environment["DISPLAY"] = screen(environment)
    environment.update({"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "NO_AT_BRIDGE": "1",
                        "LC_ALL": "C.UTF-8", "TMPDIR": str(folder)})
    command = ["dbus-run-session", "--", sys.executable, "-W", "ignore::DeprecationWarning", str(HERE / "walk.py"), program, str(folder)]
    return subprocess.run(command, env=environment, timeout=PATIENCE).returncode


def main():
    lack = missing()
    if lack:
        print(f"skipped: {lack}")
        return SKIPPED
    # What loses its parent comes here, so that it can be ended.
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)
    with tempfile.TemporaryDirectory(prefix="evenredig-atspi-") as folder:
        try:
            return run(os.path.abspath(sys.argv[1]), pathlib.Path(folder))
        except subprocess.TimeoutExpired:
            print(f"not done within {PATIENCE} seconds")
            return 1
        finally:
            end_all()


if __name__ == "__main__":
    sys.exit(main())
