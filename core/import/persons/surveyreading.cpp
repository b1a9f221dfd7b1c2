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

/// The places in the recipe where the marks of a column's numbers go; none when no numbers are read from it, or the recipe
/// says how they are written.
std::vector<Marks *> weighing(Recipe &recipe, std::string_view column, std::size_t place)
{
    std::vector<Marks *> result;
    const std::string number = "#" + std::to_string(place + 1);
    const auto isMeant = [&](const std::string &name) {
        return trimmedCell(name) == column || trimmedCell(name) == number;
    };
    if (isMeant(recipe.design.weight))
        result.push_back(&recipe.weightMarks);
    if (isMeant(recipe.design.population))
        result.push_back(&recipe.populationMarks);
    return result;
}

std::vector<ColumnRule *> openRules(Recipe &recipe, std::string_view column, std::size_t place)
{
    std::vector<ColumnRule *> result;
    const std::string number = "#" + std::to_string(place + 1);
    for (ColumnRule &rule : recipe.columns) {
        const std::string_view from = trimmedCell(rule.from);
        if (rule.readsNumbers() && !rule.decimal && !rule.thousands && (from == column || from == number))
            result.push_back(&rule);
    }
    return result;
}

/// What the column of periods shows as a whole; a recipe that recodes it has decided itself.
Result<void> settlePeriods(SettledRecipe &settled, const Reading &reading, const std::string &path)
{
    const std::optional<ColumnRule> &rule = settled.recipe.periodColumn;
    if (!rule || rule->hasRecode)
        return {};
    const std::string_view from = trimmedCell(rule->from);
    for (std::size_t i = 0; i < reading.sniff->columns.size(); ++i) {
        const ColumnEvidence &column = reading.sniff->columns[i];
        if (from != column.name && from != "#" + std::to_string(i + 1))
            continue;
        settled.periods = column.periods.kind();
        if (settled.periods == PeriodTexts::Kind::TwoWays)
            return tl::unexpected<Error>(periodAmbiguous(column.periods, column.name, path));
    }
    return {};
}

Result<void> settleColumns(SettledRecipe &settled, const Reading &reading, const std::string &path)
{
    const std::vector<ColumnEvidence> &columns = reading.sniff->columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::vector<Marks *> weights = weighing(settled.recipe, columns[i].name, i);
        const std::vector<ColumnRule *> rules = openRules(settled.recipe, columns[i].name, i);
        if (weights.empty() && rules.empty())
            continue;
        const Result<ColumnReading> column = columnReading(reading, columns[i], settled.recipe.read.takeLikely, path);
        if (!column)
            return tl::unexpected<Error>(column.error());
        for (Marks *marks : weights)
            *marks = column->marks;
        for (ColumnRule *rule : rules) {
            rule->decimal = column->marks.decimal;
            rule->thousands = column->marks.thousands;
        }
        if (column->told.empty())
            continue;
        settled.notes.push_back(noteOf(path, column->told, column->reason));
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
    SettledRecipe settled{std::move(recipe), PeriodTexts::Kind::Plain, {}};
    ReadOptions &read = settled.recipe.read;
    read.delimiter = reading->csv.delimiter;
    read.quote = reading->csv.quote;
    read.encoding = textEncodingName(reading->csv.encoding);
    read.header = reading->csv.header;
    read.skip = reading->csv.skip;
    read.shortHeader = reading->csv.shortHeader;
    read.decimal = reading->marks.decimal;
    read.thousands = reading->marks.thousands;
    settled.recipe.weightMarks = settled.recipe.populationMarks = reading->marks;
    for (const std::string &taken : reading->recognised)
        settled.notes.push_back(noteOf(path, taken, "recognised"));
    if (reading->sniff) {
        if (const Result<void> periods = settlePeriods(settled, *reading, path); !periods)
            return tl::unexpected<Error>(periods.error());
        if (const Result<void> columns = settleColumns(settled, *reading, path); !columns)
            return tl::unexpected<Error>(columns.error());
    }
    return settled;
}

} // namespace evenredig
