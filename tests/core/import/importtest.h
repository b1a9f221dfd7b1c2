// What the tests of table imports share: a recipe for a long table, and a reader of what came out.
#pragma once

#include "core/import/importer.h"
#include "core/store/storetest.h"
#include "json.h"

namespace evenredig::importtest {

using namespace storetest;

inline Json longRecipe()
{
    return Json::parse(R"({
        "evenredig": "recipe/1", "dataset": "proef", "title": {"nl": "Proef", "en": "Trial"}, "kind": "published",
        "classification": "herkomst-2022",
        "read": {"delimiter": ";", "decimal": ",", "thousands": ".", "missing": {"": "impossible", ".": "unknown", "x": "suppressed"}},
        "period": {"from": "jaar"},
        "columns": [{"from": "herkomst", "as": "origin", "recode": {"Turkije": "turkish", "Marokko": "moroccan", "Nederland": "none_background"}},
                    {"from": "generatie", "as": "generation", "recode": {"1": "first", "2": "second", "*": "total"}}],
        "measures": [{"value": "pct", "indicator": "safety.suspects", "universe": {"nl": "12 jaar of ouder"}, "scale": 0.01,
                      "n": "aantal"}]})");
}

inline constexpr const char *header = "herkomst;generatie;jaar;pct;aantal\n";

struct Outcome {
    ImportedDataset set;
    ImportReport report;
    std::optional<Error> error;
};

/// That of the program: tests of origins that a workspace adds make their own.
inline const Catalogue &knownCatalogue()
{
    static const Result<Catalogue> known = Catalogue::builtIn();
    return *known;
}

inline Outcome read(const std::string &bytes, const Json &json)
{
    Outcome outcome;
    const auto recipe = Recipe::fromJson(json.dump(), "proef.recipe.json");
    if (!recipe)
        qFatal("%s", wrongOf(recipe).c_str());
    auto set = readSource(bytes, "proef.csv", *recipe, knownCatalogue(), outcome.report);
    if (set)
        outcome.set = std::move(*set);
    else
        outcome.error = set.error();
    return outcome;
}

/// "line reason column value" of the rows that were set aside and the values that were not kept.
inline QStringList ledgerLines(const Outcome &outcome)
{
    QStringList lines;
    for (const LedgerEntry &entry : outcome.set.ledger) {
        if (entry.kind != LedgerEntry::Kind::Column)
            lines << storetest::ledgerLine(entry);
    }
    return lines;
}

inline void expectBalance(const Outcome &outcome)
{
    QVERIFY(!outcome.error);
    const ImportCounts &counts = outcome.set.counts;
    QCOMPARE(counts.rowsRead, counts.rowsKept + counts.rowsSetAside);
    long aside = 0;
    for (const LedgerEntry &entry : outcome.set.ledger)
        aside += entry.kind == LedgerEntry::Kind::Row ? entry.count : 0;
    QCOMPARE(aside, counts.rowsSetAside);
}

} // namespace evenredig::importtest
