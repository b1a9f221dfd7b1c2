// One vocabulary of verdicts, computed from the interval of the difference (statistics.md §7).
#pragma once

#include "core/model/answer.h"

namespace evenredig {

struct Judgement {
    Verdict verdict = Verdict::None;
    Size size = Size::None;
    std::optional<bool> established; ///< whether the interval of the difference excludes 0
};

/// Verdict on a level against the reference: rules 2 to 4. `difference` must have an interval.
[[nodiscard]] Judgement judgeDifference(const Estimate &difference, const Indicator &indicator);

/// Verdict on the change of a level: unchanged, larger (it rose), smaller (it fell), not demonstrable.
[[nodiscard]] Judgement judgeChange(const Estimate &change, const Indicator &indicator);

/// Verdict on the change of a gap: unchanged, smaller, larger, reversed, changed, not demonstrable.
[[nodiscard]] Judgement judgeGapChange(const Estimate &first, const Estimate &last, const Estimate &change,
                                       const Indicator &indicator);

/// Whether chance alone could make a difference between two complete counts ("toevalsmarge"): the
/// interval of fluctuation, binomial for shares and Poisson for rates, covers 0. Only for shares and
/// rates with both denominators known; otherwise nothing.
[[nodiscard]] std::optional<bool> chanceCoversZero(double a, double nA, double b, double nB, Unit unit);

/// Whether counts behind a complete count's figure are large enough for a verdict: denominator ≥ 100 and
/// min(k, n − k) ≥ 10. True when the denominator is not known.
[[nodiscard]] bool enoughForVerdict(double value, std::optional<double> n, Unit unit);

} // namespace evenredig
