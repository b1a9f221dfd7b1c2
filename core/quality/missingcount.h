// How many rows lack a value of a variable, why, and of which groups.
#pragma once

#include "core/quality/groupcounts.h"

namespace evenredig {

/// `groups` have been counted over the same rows.
[[nodiscard]] Result<QualityMissing> countMissing(RowScan &rows, const Variable &variable, const GroupCounts &groups);

} // namespace evenredig
