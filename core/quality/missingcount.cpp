#include "core/quality/missingcount.h"

#include <algorithm>

namespace evenredig {

namespace {

/// A variable of more codes is not crossed with origin and generation; its missing rows are filtered out instead.
constexpr std::size_t mostCrossedCodes = 4'096;

std::vector<std::string> groupKeys(const RowScan &rows)
{
    std::vector<std::string> keys = rows.keys();
    std::erase(keys, "period");
    return keys;
}

void addMissing(QualityMissing &counted, const RowScan &rows, const CellTable &table, const Cell &cell, Missing reason)
{
    counted.missing += cell.n;
    counted.weightedShare += cell.weight; // divided by Σw at the end
    counted.reasons[reason] += cell.n;
    const std::string origin = rows.valueOf(table, cell, "origin");
    const std::string generation = rows.valueOf(table, cell, "generation");
    for (const std::string &part : {std::string("total"), generation}) {
        if (part.empty())
            continue;
        const auto found = std::find_if(counted.groups.begin(), counted.groups.end(), [&](const auto &group) {
            return group.origin == origin && group.generation == part;
        });
        if (found == counted.groups.end())
            counted.groups.push_back({origin, part, 0, cell.n});
        else
            found->missing += cell.n;
    }
}

Result<void> countCrossed(RowScan &rows, const Variable &variable, QualityMissing &counted)
{
    CellQuery query{groupKeys(rows), {}, rows.isWeighted(), {}};
    query.keys.push_back(variable.name);
    const Result<CellTable> table = rows.cells(std::move(query));
    if (!table)
        return tl::unexpected<Error>(table.error());
    for (const Cell &cell : table->cells) {
        if (const std::optional<Missing> reason = variable.dictionary.missing(cell.codes.back()))
            addMissing(counted, rows, *table, cell, *reason);
    }
    return {};
}

/// One scan for each reason, over only the rows that lack a value for it.
Result<void> countFiltered(RowScan &rows, const Variable &variable, QualityMissing &counted)
{
    std::map<Missing, std::vector<bool>> reasons;
    for (std::uint32_t code = 0; code < variable.dictionary.size(); ++code) {
        if (const std::optional<Missing> reason = variable.dictionary.missing(code)) {
            std::vector<bool> &wanted = reasons[*reason];
            wanted.resize(variable.dictionary.size(), false);
            wanted[code] = true;
        }
    }
    for (const auto &one : reasons) {
        const Result<CellTable> table = rows.cells(
            {groupKeys(rows), {{variable.name, one.second}}, rows.isWeighted(), {}});
        if (!table)
            return tl::unexpected<Error>(table.error());
        for (const Cell &cell : table->cells)
            addMissing(counted, rows, *table, cell, one.first);
    }
    return {};
}

} // namespace

Result<QualityMissing> countMissing(RowScan &rows, const Variable &variable, const GroupCounts &groups)
{
    QualityMissing counted;
    counted.variable = variable.name;
    counted.label = variable.label;
    counted.rows = rows.info().rows;
    if (variable.dictionary.validCount() == variable.dictionary.size()) {
        rows.step();
        return counted;
    }
    const Result<void> done = variable.dictionary.size() <= mostCrossedCodes ? countCrossed(rows, variable, counted)
                                                                             : countFiltered(rows, variable, counted);
    if (!done)
        return tl::unexpected<Error>(done.error());
    counted.weightedShare = groups.weight() > 0 ? counted.weightedShare / groups.weight() : 0;
    for (QualityMissing::Group &group : counted.groups)
        group.rows = groups.rowsOf(group.origin, group.generation);
    std::sort(counted.groups.begin(), counted.groups.end(), [](const auto &a, const auto &b) {
        return std::tie(a.origin, a.generation) < std::tie(b.origin, b.generation);
    });
    return counted;
}

} // namespace evenredig
