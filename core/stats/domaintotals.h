// Totals of a domain over cells, and the plain estimators that need no more (statistics.md §3).
#pragma once

#include "core/cells/celltable.h"

#include <optional>

namespace evenredig {

/// Rows with a valid outcome, and those without. For a share `counted` is Σ W over the cells that count; for a
/// mean it is Σ w(y − y0).
struct DomainTotals {
    std::int64_t n = 0;
    std::int64_t missing = 0;
    double weight = 0;        ///< Σ W
    double squaredWeight = 0; ///< Σ W2
    double counted = 0;
    double missingWeight = 0; ///< Σ W of the rows without a valid outcome

    void addValid(const Cell &cell, double counts);
    void addMissing(const Cell &cell)
    {
        missing += cell.n;
        missingWeight += cell.weight;
    }
};

/// Σ d W y / Σ d W, with y − y0 in place of y; nothing without rows.
[[nodiscard]] std::optional<double> weightedMean(const DomainTotals &totals, double y0 = 0);
/// (Σ W)² / Σ W2 (Kish 1965).
[[nodiscard]] std::optional<double> effectiveSize(const DomainTotals &totals);

} // namespace evenredig
