// One vocabulary of verdicts, computed from the interval of the difference (statistics.md §7).
#pragma once

#include "core/stats/formula.h"

namespace evenredig {

/// What is judged. A level that stands alone: whether it can bear a verdict, and if not why. A difference: a level
/// against another, or one generation against another. A change: of a level. A gap change: a formula made by
/// Formula::gapChange.
enum class Rule { Level, Difference, Change, GapChange };

/// Ok where only the words are missing: the numbers of such a row stay.
struct Judgement {
    Status status = Status::Ok;
    Assessment assessment;
};

/// The only way to a verdict: the rules of statistics.md §7 in their order, on the 95% interval of the difference,
/// whatever level is drawn.
/// 1. Nothing on what is absent, and on counts of persons. Not comparable: periods across a break, or that share years.
///    Too few: n under the indicator's minimum; of a complete count a denominator under 100, fewer than 10 events, or a
///    difference that chance alone could make, unless all that chance could make lies within the relevance margin.
///    Unreliable: a sample of Kish n < 30, of e < 5, or with a share whose
///    interval is wider than 0.30. No margin: a sample of which nobody printed one.
/// 2. to 4. by the interval.
[[nodiscard]] Judgement judge(Rule rule, const Formula &formula, const Levels &levels, const Indicator &indicator);

// What judge() consists of.

/// Rules 2 to 4 on a difference: equal, higher, lower, more or less favourable, not demonstrable.
[[nodiscard]] Assessment judgeDifference(const Estimate &difference, const Indicator &indicator);
/// On the change of a level: unchanged, larger (it rose), smaller (it fell), not demonstrable.
[[nodiscard]] Assessment judgeChange(const Estimate &change, const Indicator &indicator);
/// On the change of a gap: unchanged, smaller, larger, reversed, changed, not demonstrable.
[[nodiscard]] Assessment judgeGapChange(const Estimate &first, const Estimate &last, const Estimate &change,
                                        const Indicator &indicator);

/// A complete count's figure with its denominator, and its coefficient in a sum.
struct Counted {
    double coefficient = 1;
    double value = 0;
    double n = 0;
};
/// What chance alone leaves of a sum of complete counts ("toevalsmarge"): its 95% interval of fluctuation, binomial for
/// shares and Poisson for rates, low and high in the file's unit. Nothing for other units and without denominators.
[[nodiscard]] std::optional<std::pair<double, double>> chanceInterval(const std::vector<Counted> &figures, Unit unit);
/// Of a gap that became smaller in points: whether its ratio came closer to 1 too, interval and all.
[[nodiscard]] Measures measuresOfGap(const Assessment &gapChange, const Estimate &firstRatio,
                                     const Estimate &ratioChange);
/// Whether points and ratios agree on who moved more. Nothing where neither interval excludes 0.
[[nodiscard]] Measures measuresOfMovement(const Estimate &points, const Estimate &ratios);

/// Whether the counts behind a complete count's figure are large enough for a verdict: denominator ≥ 100 and
/// min(k, n − k) ≥ 10. True when the denominator is not known.
[[nodiscard]] bool enoughForVerdict(double value, std::optional<double> n, Unit unit);

} // namespace evenredig
