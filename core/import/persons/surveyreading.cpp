#include "core/import/persons/surveyreading.h"

#include "core/import/recognise/reading.h"
#include "core/import/source/trim.h"

#include <algorithm>

namespace evenredig {

namespace {

LedgerEntry noteOf(const std::string &path, std::string value, const char *reason)
{
    LedgerEntry entry;
    entry.source = path;
    entry.kind = LedgerEntry::Kind::Note;
    entry.value = std::move(value);
    entry.reason = reason;
    return entry;
}

/// Whether the recipe reads numbers from a column by the marks of the file.
bool readsNumbers(const Recipe &recipe, std::string_view column, std::size_t place)
{
    const std::string number = "#" + std::to_string(place + 1);
    const auto isMeant = [&](const std::string &name) {
        return trimmedCell(name) == column || trimmedCell(name) == number;
    };
    const bool named = std::any_of(recipe.columns.begin(), recipe.columns.end(), [&](const ColumnRule &rule) {
        const bool numeric = rule.number || !rule.bands.empty();
        return numeric && !rule.decimal && !rule.thousands && isMeant(rule.from);
    });
    return named || isMeant(recipe.design.weight) || isMeant(recipe.design.population);
}

Result<void> settleColumns(SettledRecipe &settled, const Reading &reading, const std::string &path)
{
    const std::vector<ColumnEvidence> &columns = reading.sniff->columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!columns[i].ambiguous() || !readsNumbers(settled.recipe, columns[i].name, i))
            continue;
        if (!settled.recipe.read.takeLikely)
            return tl::unexpected<Error>(ambiguousReading(columns[i], reading, path));
        settled.notes.push_back(
            noteOf(path, columns[i].example + " = " + twoWays(columns[i], reading).taken(), "read_two_ways"));
        settled.notes.back().line = columns[i].exampleLine;
        settled.notes.back().column = columns[i].name;
    }
    return {};
}

} // namespace

Result<SettledRecipe> settleReading(Recipe recipe, const std::string &path, const Progress &progress)
{
    const Result<Reading> reading = Reading::ofFile(recipe.read, path, progress);
    if (!reading)
        return tl::unexpected<Error>(reading.error());
    SettledRecipe settled{std::move(recipe), {}};
    ReadOptions &read = settled.recipe.read;
    read.delimiter = reading->csv.delimiter;
    read.quote = reading->csv.quote;
    read.encoding = textEncodingName(reading->csv.encoding);
    read.header = reading->csv.header;
    read.decimal = reading->decimal;
    read.thousands = reading->thousands == reading->decimal ? std::string() : reading->thousands;
    for (const std::string &taken : reading->recognised)
        settled.notes.push_back(noteOf(path, taken, "recognised"));
    if (reading->sniff && !reading->marksAreGiven) {
        if (const Result<void> columns = settleColumns(settled, *reading, path); !columns)
            return tl::unexpected<Error>(columns.error());
    }
    return settled;
}

} // namespace evenredig
