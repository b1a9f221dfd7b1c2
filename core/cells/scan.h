// Rows → cells, in one pass over only the columns that a question uses.
#pragma once

#include "core/base/progress.h"
#include "core/cells/celltable.h"
#include "core/data/microdata.h"

#include <functional>
#include <memory>

namespace evenredig {

/// Rows whose code of `variable` is not wanted are no part of any cell.
struct CellFilter {
    std::string variable;
    std::vector<bool> wanted; ///< by code
};

struct CellQuery {
    std::vector<std::string> keys;
    std::vector<CellFilter> filters;
    bool weighted = false; ///< by the variable "@weight"; else every row counts for one
    std::string outcome;   ///< numeric, for the moments; rows without a number are left out. Empty: none
};

/// Opens a reader of the rows; each thread of a scan has its own.
using OpenSegments = std::function<Result<std::unique_ptr<SegmentSource>>()>;

/// Sums within a segment row by row, and combines segments in their order: the result is the same to the last
/// bit for any number of threads. Faults: a variable that is not there or has too many values for cells, damage,
/// Cancelled.
[[nodiscard]] Result<CellTable> scan(const MicrodataInfo &info, const CellQuery &query, const OpenSegments &open,
                                     int threads, const Progress &progress = {});

} // namespace evenredig
