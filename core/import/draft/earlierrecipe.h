// The recipe of a data set in the workspace that fits a new file best: last wave's, most often.
#pragma once

#include "core/data/dataset.h"
#include "core/import/draft/columnprofile.h"

namespace evenredig {

struct EarlierRecipe {
    std::string dataset;
    LocalText title;
    Recipe recipe;
    long agreeing = 0; ///< columns of the file that the recipe names
    long named = 0;    ///< columns that the recipe names
};

/// Only of sets of persons. At least two columns and half of those that the recipe names must be there; with equal
/// counts the one that was imported last.
[[nodiscard]] std::optional<EarlierRecipe> bestEarlierRecipe(const std::vector<DatasetRecord> &records,
                                                             const FileProfile &profile);

/// The recipe for published figures of which the file has every column: one that the program carries, or of a data set
/// in the workspace. Nothing when several fit: which of them is meant cannot be told by columns.
[[nodiscard]] std::optional<EarlierRecipe> fittingPublishedRecipe(const std::vector<DatasetRecord> &records,
                                                                  const FileProfile &profile);

} // namespace evenredig
