#include "core/import/draft.h"

#include "core/import/columnsuggestion.h"
#include "core/import/drafthead.h"

#include <algorithm>
#include <array>
#include <set>

namespace evenredig {

namespace {

constexpr std::array<std::string_view, 11> roleNames{"keep",       "leave_out",  "variable", "origin",
                                                     "generation", "period",     "weight",   "stratum",
                                                     "cluster",    "population", "person"};

/// What two columns cannot both be: a role that is single, or the same variable.
std::string placeOf(const DraftColumn &column)
{
    if (column.role == ColumnRole::Variable)
        return "variable " + column.variable;
    return isSingle(column.role) ? std::string(roleName(column.role)) : std::string();
}

bool isBetter(const DraftColumn &a, const DraftColumn &b)
{
    const auto exact = [](const DraftColumn &column) {
        return !column.evidence.empty() && column.evidence.front().key == "name_known";
    };
    if (a.confidence != b.confidence)
        return a.confidence > b.confidence;
    return exact(a) && !exact(b);
}

using Suggestions = std::vector<std::vector<DraftColumn>>; // per column of the file, best first

/// It falls back on its next suggestion; where that is only to keep it, it says who got the place.
void giveWay(std::vector<DraftColumn> &loser, const DraftColumn &winner)
{
    Reason why{"another_column", {{"column", winner.name}}};
    addText(why.arguments, "variable", loser.front().label);
    loser.erase(loser.begin());
    DraftColumn &next = loser.front();
    if (next.role == ColumnRole::Keep) {
        next.confidence = Confidence::Unsure;
        next.evidence = {std::move(why)};
    }
}

/// Of those that want the same place the best gets it.
void settle(Suggestions &suggestions)
{
    std::map<std::string, std::size_t> taken;
    for (std::size_t i = 0; i < suggestions.size(); ++i) {
        std::size_t asking = i;
        for (;;) {
            const std::string place = placeOf(suggestions[asking].front());
            const auto holder = taken.find(place);
            if (place.empty() || holder == taken.end()) {
                if (!place.empty())
                    taken[place] = asking;
                break;
            }
            const bool better = isBetter(suggestions[asking].front(), suggestions[holder->second].front());
            const std::size_t winner = better ? asking : holder->second;
            const std::size_t loser = better ? holder->second : asking;
            giveWay(suggestions[loser], suggestions[winner].front());
            holder->second = winner;
            asking = loser;
        }
    }
}

/// A person who stands in several rows is the same in several periods: a panel.
void takePanel(Draft &draft)
{
    if (!draft.withRole(ColumnRole::Period))
        return;
    for (DraftColumn &column : draft.columns) {
        const bool repeats = !column.evidence.empty() && column.evidence.back().key == "person_repeats";
        if (column.role != ColumnRole::LeaveOut || !repeats || draft.withRole(ColumnRole::Person))
            continue;
        column.role = ColumnRole::Person;
        column.leftOutReason.clear();
        column.confidence = Confidence::Likely;
    }
}

/// Bands of a number are dropped where another column holds them already.
void dropTakenBands(Draft &draft)
{
    std::set<std::string> taken;
    for (const DraftColumn &column : draft.columns)
        taken.insert(column.role == ColumnRole::Variable ? column.variable : std::string());
    for (DraftColumn &column : draft.columns) {
        if (column.bandsAs.empty() || !taken.contains(column.bandsAs))
            continue;
        column.bands.clear();
        column.bandsAs.clear();
    }
}

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

Draft suggestDraft(const FileProfile &profile, const Catalogue &catalogue)
{
    Suggestions suggestions;
    for (const ColumnProfile &column : profile.columns)
        suggestions.push_back(columnSuggestions(column));
    settle(suggestions);
    Draft draft;
    draft.read = profile.read;
    for (std::vector<DraftColumn> &one : suggestions)
        draft.columns.push_back(std::move(one.front()));
    takePanel(draft);
    dropTakenBands(draft);
    suggestHead(draft, profile, catalogue);
    return draft;
}

void chooseRole(Draft &draft, const FileProfile &profile, const std::string &from, ColumnRole role,
                const std::string &variable)
{
    DraftColumn *column = draft.column(from);
    const ColumnProfile *counted = profile.column(from);
    if (!column || !counted)
        return;
    const bool stratum = column->stratum && role != ColumnRole::LeaveOut;
    *column = columnInRole(*counted, role, variable);
    column->stratum = stratum;
    const std::string place = placeOf(*column);
    for (DraftColumn &other : draft.columns) {
        if (place.empty() || other.from == from || placeOf(other) != place)
            continue;
        const bool wasStratum = other.stratum;
        other = columnInRole(*profile.column(other.from), ColumnRole::Keep, {});
        other.stratum = wasStratum;
    }
    if (role == ColumnRole::Period)
        draft.period.clear();
    dropTakenBands(draft);
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
