// How a file of persons is read where its recipe does not say: recognised once, before the rows are taken.
#pragma once

#include "core/base/progress.h"
#include "core/data/dataset.h"
#include "core/import/recipe/recipe.h"
#include "core/import/recognise/periodtexts.h"

namespace evenredig {

struct SettledRecipe {
    Recipe recipe;                                        ///< with every reading option given
    PeriodTexts::Kind periods = PeriodTexts::Kind::Plain; ///< how its column of periods is written
    std::vector<LedgerEntry> notes;                       ///< what was taken from the file
};

/// What the recipe gives holds. Faults: those of reading; HeaderDoubtful; PeriodAmbiguous; ReadingAmbiguous for a column that the
/// recipe reads as numbers and that can be read two ways, unless the likelier way was asked for (--yes).
[[nodiscard]] Result<SettledRecipe> settleReading(Recipe recipe, const std::string &path, const Progress &progress);

} // namespace evenredig
