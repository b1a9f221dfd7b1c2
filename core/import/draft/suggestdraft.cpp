#include "core/import/draft/suggestdraft.h"

#include "core/import/draft/columnsuggestion.h"
#include "core/import/draft/drafthead.h"

#include <algorithm>
#include <set>

namespace evenredig {

namespace {

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

} // namespace

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

} // namespace evenredig
