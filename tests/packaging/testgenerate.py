#!/usr/bin/env python3
"""The generator of resources/catalogue: deterministic, and every fault in a source stops it with its place."""
import csv
import json
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

    def test_control_made_of_the_outcome(self):
        self.change("indicators.csv", {"id": "income.child_low"}, controls="sex+age_band|income_quintile")
        self.refused("income.child_low", "circular", "income_quintile")

    def test_outcome_as_its_own_control(self):
        self.change("indicators.csv", {"id": "health.obesity"}, controls="sex+age_band|bmi_class")
        self.refused("health.obesity", "bmi_class")

    def test_one_band_adjusts_for_nothing(self):
        self.change("indicators.csv", {"id": "safety.suspects_12_17"}, controls="sex+age_band")
        self.refused("safety.suspects_12_17", "one age_band")

    def test_years_of_age_are_for_few_ages(self):
        self.change("indicators.csv", {"id": "health.obesity"}, controls="sex+age")
        self.refused("health.obesity", "age in years")

    def test_years_of_age_where_all_are_of_one_age(self):
        self.change("indicators.csv", {"id": "safety.ever_suspect_30"}, controls="sex+age")
        self.refused("safety.ever_suspect_30", "age in years")

    def test_ground_that_is_not_in_the_list(self):
        self.change("variables.csv", {"name": "smoker"}, sensitive="yes")
        self.refused("smoker", "'yes'", "offence")

    def test_indicators_of_one_variable_are_sensitive_together(self):
        self.change("variables.csv", {"name": "income_quintile"}, sensitive="")
        self.assertEqual(self.run_it().returncode, 0)
        catalogue = json.loads((self.folder / "catalogue" / "indicators.json").read_text(encoding="utf-8"))
        sensitive = {one["id"]: one["sensitive"] for one in catalogue["indicators"]}
        self.assertFalse(sensitive["income.top_fifth"] or sensitive["income.bottom_fifth"])
        self.assertTrue(sensitive["safety.suspects"])

    def test_role_of_a_group(self):
        self.change("origins.csv", {"id": "turkish"}, role="everyone")
        self.refused("turkish", "role")

    def test_role_that_two_references_have(self):
        self.change("origins.csv", {"id": "national"}, role="rest")
        self.refused("origins.csv", "everyone")

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
