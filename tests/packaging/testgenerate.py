#!/usr/bin/env python3
"""The generator of resources/catalogue: deterministic, and every fault in a source stops it with its place."""
import csv
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


class Generate(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        for name in ("catalogue", "sample"):
            shutil.copytree(RESOURCES / name, self.folder / name)
        self.source = self.folder / "catalogue" / "source"

    def run_it(self, *arguments):
        return subprocess.run([sys.executable, self.source / "generate", *arguments], capture_output=True, text=True,
                              encoding="utf-8", env={"PYTHONIOENCODING": "utf-8", "PATH": ""}, check=False)

    def change(self, name, match, **values):
        path = self.source / name
        with open(path, newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        found = [row for row in rows if all(row[key] == value for key, value in match.items())]
        self.assertTrue(found, match)
        found[0].update(values)
        with open(path, "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)

    def refused(self, *words):
        for arguments in ((), ("--check",)):
            result = self.run_it(*arguments)
            self.assertEqual(result.returncode, 1, result)
            self.assertNotIn("Traceback", result.stderr)
            for word in words:
                self.assertIn(word, result.stderr)

    def test_what_stands_there_is_what_the_sources_give(self):
        result = self.run_it("--check")
        self.assertEqual((result.returncode, result.stderr), (0, ""))

    def test_writes_the_same_bytes_again(self):
        files = sorted(self.folder.glob("*/*.json"))
        before = [file.read_bytes() for file in files]
        for file in files:
            file.unlink()
        self.assertEqual(self.run_it().returncode, 0)
        self.assertEqual(before, [file.read_bytes() for file in files])

    def test_every_row_is_accounted_for(self):
        self.assertIn("242 yes, 42 ask, 327 no", self.run_it().stdout)

    def test_names_the_file_that_differs(self):
        (self.folder / "catalogue" / "domains.json").write_text("{}", encoding="utf-8")
        (self.folder / "sample" / "stray.recipe.json").write_text("{}", encoding="utf-8")
        self.refused_check("resources/catalogue/domains.json", "resources/sample/stray.recipe.json")

    def refused_check(self, *words):
        result = self.run_it("--check")
        self.assertEqual(result.returncode, 1)
        for word in words:
            self.assertIn(word, result.stderr)

    def test_unknown_variable(self):
        self.change("indicators.csv", {"id": "safety.suspects"}, variable="suspekt")
        self.refused("safety.suspects", "suspekt")

    def test_unknown_code(self):
        self.change("indicators.csv", {"id": "attainment.higher"}, categories_that_count="hbo+wo")
        self.refused("attainment.higher", "'hbo'")

    def test_wrong_universe_rule(self):
        self.change("indicators.csv", {"id": "health.obesity"}, universe_rule="sex=18..")
        self.refused("health.obesity", "sex is not a number")

    def test_missing_english(self):
        self.change("indicators.csv", {"id": "health.obesity"}, clause_en="")
        self.refused("health.obesity", "clause")

    def test_unknown_control(self):
        self.change("indicators.csv", {"id": "health.obesity"}, controls="sex|shoe_size")
        self.refused("health.obesity", "shoe_size")

    def test_label_that_no_row_has(self):
        self.change("mapping.csv", {"indicator": "Rokers"}, origin="Noorse achtergrond")
        self.refused("Rokers")

    def test_two_values_for_one_figure(self):
        path = self.folder / "sample" / "cbs_integratie_samenleven_2024_criminaliteit.csv"
        text = path.read_bytes().replace(b"Totaal,2005,1.9", b"Totaal,2005,1.8")
        path.write_bytes(text)
        self.refused("two values")

    def test_more_decimals_than_the_recipe_says(self):
        path = self.folder / "sample" / "cbs_sim2006_taal.csv"
        path.write_bytes(path.read_bytes().replace(b"2006,21,", b"2006,21.4,"))
        self.refused("21.4", "decimals")


if __name__ == "__main__":
    unittest.main()
