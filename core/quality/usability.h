// What a data set of persons can be used for, per origin: a level, a trend, a split by generation.
#pragma once

#include "core/quality/datasetquality.h"
#include "core/store/workspace.h"

namespace evenredig {

/// The wave before: another data set of the same series, or with mostly the same variables, whose last period is
/// earlier. The nearest in time; null: none.
[[nodiscard]] const MicrodataInfo *previousWave(const MicrodataInfo &info, const std::vector<MicrodataInfo> &sets);

/// n under the minimum that indicators ask for by default: no; Kish's n under 30: with care (statistics.md §7).
[[nodiscard]] Result<void> judgeUsability(DatasetQuality &quality, const MicrodataInfo &info,
                                          const MicrodataInfo *previous, const Workspace &workspace,
                                          const Catalogue &catalogue);

} // namespace evenredig
