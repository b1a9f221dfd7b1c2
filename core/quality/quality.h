// How good is a data set of persons? Its counts, what is missing, weights, changed codes, and what it can be used for.
#pragma once

#include "core/quality/datasetquality.h"
#include "core/store/workspace.h"

namespace evenredig {

/// Scans the rows variable by variable into cells, never into memory. Faults: DatasetUnknown, FormatWrong (a set
/// of published figures has no rows), those of reading, Cancelled.
[[nodiscard]] Result<DatasetQuality> datasetQuality(const Workspace &workspace, const std::string &dataset,
                                                    int threads = 1, const Progress &progress = {});

} // namespace evenredig
