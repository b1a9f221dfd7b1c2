// Do the weights of a file add up to the people of each origin? (statistics.md §2)
#pragma once

#include "core/import/draft/draft.h"
#include "core/store/workspace.h"

namespace evenredig {

/// What one pass over the file adds up by the draft's own rules.
struct OriginTotal {
    std::string origin, generation, period; ///< generation "total": of all rows
    long rows = 0;
    double weight = 0; ///< Σw; the number of rows when there is no weight
};
struct FileTotals {
    std::vector<OriginTotal> totals; ///< by period, origin (catalogue's order), generation
    long rows = 0, kept = 0;         ///< rows with a known origin, period and a weight > 0 are kept
};
/// Streams the file once. Faults: those of reading and of the recipe (a column that is not there).
[[nodiscard]] Result<FileTotals> sumWeights(const std::string &path, const Draft &draft, const Catalogue &catalogue,
                                            const Progress &progress = {});

/// Persons by origin and period, from figures of "population.size".
struct PopulationFigure {
    std::string origin, period, classification, dataset;
    double persons = 0;
};
/// Those of a workspace, generation total; empty: there are none.
[[nodiscard]] Result<std::vector<PopulationFigure>> populationFigures(const Workspace &workspace);

struct WeightCheck {
    struct Row {
        std::string origin, period;
        long rows = 0;
        double weight = 0, meanWeight = 0;
        std::optional<double> persons; ///< nothing: not known
        std::string personsPeriod;     ///< the period that the figure is of, when another (at most 3 years away)
        std::string dataset;           ///< where the figure stands
        [[nodiscard]] std::optional<double> ratio() const; ///< Σw / persons
    };
    std::vector<Row> rows;
    bool comparable = false;          ///< at least two origins have a figure
    std::optional<WeightScope> scope; ///< nothing: cannot be told
    std::vector<std::string> covers;  ///< origins in the file, when `coversAll` is false
    bool coversAll = false;           ///< all origins, `other` among them, add up to the population
    HeadSuggestion scopeWhy, coversWhy;
};
[[nodiscard]] WeightCheck checkWeights(const FileTotals &totals, const std::vector<PopulationFigure> &figures,
                                       const Catalogue &catalogue);
/// Takes scope and covers over with their reasons; what cannot be told stays as it was, and the reason says so.
void takeWeightCheck(Draft &draft, const WeightCheck &check);

} // namespace evenredig
