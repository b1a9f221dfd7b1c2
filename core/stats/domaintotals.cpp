#include "core/stats/domaintotals.h"

namespace evenredig {

void DomainTotals::addValid(const Cell &cell, double counts)
{
    n += cell.n;
    weight += cell.weight;
    squaredWeight += cell.squaredWeight;
    counted += counts;
}

std::optional<double> weightedMean(const DomainTotals &totals, double y0)
{
    if (totals.n == 0 || !(totals.weight > 0))
        return std::nullopt;
    return y0 + totals.counted / totals.weight;
}

std::optional<double> effectiveSize(const DomainTotals &totals)
{
    if (!(totals.squaredWeight > 0))
        return std::nullopt;
    return totals.weight * totals.weight / totals.squaredWeight;
}

} // namespace evenredig
