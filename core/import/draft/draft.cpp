#include "core/import/draft/draft.h"

#include <algorithm>
#include <array>
#include <set>

namespace evenredig {

namespace {

constexpr std::array<std::string_view, 11> roleNames{"keep",       "leave_out",  "variable", "origin",
                                                     "generation", "period",     "weight",   "stratum",
                                                     "cluster",    "population", "person"};

bool isStored(const DraftColumn &column)
{
    switch (column.role) {
    case ColumnRole::LeaveOut:
    case ColumnRole::Period:
    case ColumnRole::Weight:
    case ColumnRole::Cluster:
    case ColumnRole::Population:
    case ColumnRole::Person: return false;
    default: return true;
    }
}

/// The name that a column must have; empty: it may have any.
std::string fixedName(const DraftColumn &column)
{
    switch (column.role) {
    case ColumnRole::Origin: return "origin";
    case ColumnRole::Generation: return "generation";
    case ColumnRole::Variable: return column.variable;
    default: return {};
    }
}

} // namespace

std::string_view roleName(ColumnRole role)
{
    return roleNames[std::size_t(role)];
}

std::optional<ColumnRole> roleFromName(std::string_view name)
{
    const auto found = std::find(roleNames.begin(), roleNames.end(), name);
    if (found == roleNames.end())
        return std::nullopt;
    return ColumnRole(found - roleNames.begin());
}

long DraftColumn::unknownValues() const
{
    if (!rest.empty())
        return 0;
    return long(std::count_if(values.begin(), values.end(),
                              [](const DraftValue &value) { return value.use == DraftValue::Use::Unknown; }));
}

long DraftColumn::unknownRows() const
{
    long rows = 0;
    for (const DraftValue &value : values)
        rows += value.use == DraftValue::Use::Unknown && rest.empty() ? value.count : 0;
    return rows;
}

const DraftColumn *Draft::column(std::string_view from) const
{
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [from](const DraftColumn &column) { return column.from == from; });
    return found == columns.end() ? nullptr : &*found;
}

DraftColumn *Draft::column(std::string_view from)
{
    return const_cast<DraftColumn *>(std::as_const(*this).column(from));
}

const DraftColumn *Draft::withRole(ColumnRole role) const
{
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [role](const DraftColumn &column) { return column.role == role; });
    return found == columns.end() ? nullptr : &*found;
}

DraftColumn *Draft::withRole(ColumnRole role)
{
    return const_cast<DraftColumn *>(std::as_const(*this).withRole(role));
}

std::vector<std::string> storedNames(const Draft &draft)
{
    std::set<std::string> taken{"", "origin", "generation", "period"};
    for (const DraftColumn &column : draft.columns) {
        taken.insert(fixedName(column));
        taken.insert(column.bandsAs);
    }
    std::vector<std::string> names;
    std::map<std::string, int> numbers; // of names that came before
    for (std::size_t i = 0; i < draft.columns.size(); ++i) {
        const DraftColumn &column = draft.columns[i];
        std::string name = isStored(column) ? fixedName(column) : std::string();
        if (name.empty() && isStored(column)) {
            const bool usable = !column.name.empty() && column.name[0] != '@' && column.name[0] != '#';
            const std::string base = usable ? column.name : "column_" + std::to_string(i + 1);
            name = base;
            for (int &number = numbers.emplace(base, 1).first->second; taken.contains(name);)
                name = base + "_" + std::to_string(++number);
            taken.insert(name);
        }
        names.push_back(std::move(name));
    }
    return names;
}

} // namespace evenredig
