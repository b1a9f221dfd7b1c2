// The only way from levels to a number with its interval.
#pragma once

#include "core/stats/formula.h"

namespace evenredig {

/// The value of a formula with the interval that its levels allow, in the file's unit.
/// - What a level rests on comes with it; whether a figure is provisional, with all that is made of it.
/// - A level that is absent: no number, and its reason. A function of samples whose error is not computed as yet: none either.
/// - No sampling, or one sample among them whose margin nobody printed: the extremes over the box of rounding
///   (Rounding; Exact where all are complete counts and none is rounded).
/// - Else Var = ΣΣ gᵢ gⱼ Cov(θᵢ, θⱼ) + Σ gᵢ² hᵢ²/3 with g the gradient (statistics.md §6), and the interval by shape: a
///   printed level as printed; a share logit; a difference MOVER from the two single intervals, which is ± z·SE where
///   both are symmetric; ratios on the log scale; the share closed by Fieller, only where the first gap is established;
///   all else ± z·SE. With degrees of freedom, t at the least of them.
/// `confidence` lies between 0 and 1; rounding knows none.
[[nodiscard]] Estimate estimate(const Formula &formula, const Levels &levels, Unit unit, double confidence = 0.95);

} // namespace evenredig
