// What the makers of levels give to a scope.
#pragma once

#include "core/stats/level.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace evenredig {

/// No line crosses a classification, a universe or a kind of source, nor from printed figures to rows of persons.
[[nodiscard]] inline std::string seriesOf(const Level &level)
{
    return level.classification + "|" + level.universe.nl + "|"
           + (level.sourceKind == SourceKind::Survey ? "survey" : "register") + (level.computed ? "|persons" : "");
}

/// The levels that the question's data sets give, made by levelsOfFigures() and levelsOfPersons(): one per origin,
/// generation, period, series and, of persons, data set.
struct Found {
    std::vector<Level> levels;
    /// By series the origins of which the data have anything, whatever the question's `where`: what a data set can carry.
    std::map<std::string, std::set<std::string>> carried;
    std::vector<Note> notes;
};

} // namespace evenredig
