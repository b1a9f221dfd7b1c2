#!/usr/bin/env python3
"""checkrooms.py must be able to fail: small made-up trees, each with one thing wrong."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

CHECK = pathlib.Path(__file__).with_name("checkrooms.py")
ROOMS = """
core/base:
core/stats: core/base
core/stats/design: core/base core/stats
core/answer: core/base core/stats/*   # and what lies below
ui/charts: core/*
ui: core/* ui/charts
app: core/* ui/*
"""
SOUND = {
    "core/base/text.h": "#include <string>\n",
    "core/base/text.cpp": '#include "core/base/text.h"\n#include <nlohmann/json.hpp>\n',
    "core/stats/level.h": '#include "core/base/text.h"\n',
    "core/stats/design/table.h": '#include "core/stats/level.h"\n',
    "core/answer/gap.cpp": '#include "core/stats/design/table.h"\n',
    "ui/charts/panel.cpp": '#include "core/stats/level.h"\n#include <QChart>\n',
    "ui/window.cpp": '#include "core/base/text.h"\n#include <QString>\n#include "window.moc"\n',
    "app/main.cpp": '#include "ui/charts/panel.h"\n#include "core/answer/gap.h"\n',
}


def check(files, rooms=ROOMS):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in {**files, "tests/rooms": rooms}.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        run = subprocess.run([sys.executable, str(CHECK), folder], capture_output=True, text=True, check=False)
        return run.returncode, run.stdout + run.stderr


class CheckRooms(unittest.TestCase):
    def refused(self, words, files, rooms=ROOMS):
        code, said = check({**SOUND, **files}, rooms)
        self.assertEqual(code, 1, said)
        self.assertIn(words, said)
        self.assertIn("1 faults", said)

    def test_sound(self):
        self.assertEqual(check(SOUND), (0, "8 sources in 7 rooms, 0 faults\n"))

    def test_nothing_there(self):
        self.assertEqual(check({}, "")[0], 1)

    def test_step_back(self):
        self.refused("core/base may not include core/stats: core/stats/level.h",
                     {"core/base/path.h": '#include "core/stats/level.h"\n'})

    def test_step_back_to_a_room_below(self):
        self.refused("core/stats may not include core/stats/design",
                     {"core/stats/mean.cpp": '  #  include "core/stats/design/table.h"\n'})

    def test_step_up_a_level(self):
        self.refused("core/answer may not include ui", {"core/answer/level.cpp": '#include "ui/window.h"\n'})

    def test_angle_brackets(self):
        self.refused("core/base may not include ui", {"core/base/path.h": "#include <ui/window.h>\n"})

    def test_unknown_room(self):
        self.refused("core/stats/glm is not in tests/rooms", {"core/stats/glm/fit.cpp": "#include <vector>\n"})

    def test_unknown_room_included(self):
        self.refused("core/new is not in tests/rooms", {"core/answer/level.cpp": '#include "core/new/thing.h"\n'})

    def test_room_without_sources(self):
        self.refused("core/figure has no sources", {}, ROOMS + "core/figure: core/base\n")

    def test_room_that_is_none(self):
        self.refused("may include core/tables, which is no room", {}, ROOMS.replace("core/stats/*", "core/stats/* core/tables"))

    def test_circle_of_sources(self):
        self.refused("a circle of sources: core/base/a, core/base/b, core/base/c",
                     {"core/base/a.h": '#include "core/base/b.h"\n', "core/base/b.cpp": '#include "core/base/c.h"\n',
                      "core/base/b.h": "", "core/base/c.cpp": '#include "core/base/a.h"\n', "core/base/c.h": ""})

    def test_circle_of_rooms(self):
        self.refused("a circle of rooms: core/base, core/stats", {}, ROOMS.replace("core/base:", "core/base: core/stats"))

    def test_debt(self):
        pair = {"core/base/a.h": '#include "core/base/b.h"\n', "core/base/b.cpp": '#include "core/base/a.h"\n'}
        self.assertEqual(check({**SOUND, **pair}, ROOMS + "circles core/base\n")[0], 0)
        self.refused("a circle of sources", pair)

    def test_debt_that_is_paid(self):
        self.refused('core/base has no circles: delete its line "circles core/base"', {}, ROOMS + "circles core/base\n")

    def test_qt_in_core(self):
        self.refused("core knows no Qt: QString", {"core/base/path.h": "#include <QString>\n"})

    def test_charts_outside(self):
        self.refused("Qt Charts only under ui/charts: QLineSeries", {"ui/page.cpp": "#include <QLineSeries>\n"})

    def test_sqlite_outside(self):
        self.refused("SQLite only in core/store: sqlite3.h", {"ui/page.cpp": "#include <sqlite3.h>\n"})

    def test_heavy_header(self):
        self.refused("heavy header only in .cpp files", {"core/base/path.h": "#include <nlohmann/json.hpp>\n"})
        self.refused("heavy header only in .cpp files", {"core/stats/glm.h": "#include <Eigen/Dense>\n"})

    def test_short_names(self):
        self.refused("our own headers are named from the root", {"core/base/path.cpp": '#include "path.h"\n'})


if __name__ == "__main__":
    unittest.main()
