// Printed figures are known up to their rounding; what follows from them is too.
#pragma once

#include "core/model/estimate.h"
#include "core/model/indicator.h"

#include <optional>
#include <vector>

namespace evenredig {

/// A printed value v stands for some number in [v − h, v + h), within the bounds of its unit.
struct Printed {
    double value = 0;
    double low = 0;
    double high = 0;
};

/// Unit: that of the file. `half` ≥ 0 is half the unit of rounding. Shares stay within 0 and 1, rates and
/// counts at or above 0 (statistics.md §6, "Rounding").
[[nodiscard]] Printed printed(double value, double half, Unit unit);

/// Σ cᵢ·vᵢ with its extremes over the box of the printed values; each figure is one variable, so a figure
/// that stands in two terms must be given once, with the sum of its coefficients.
[[nodiscard]] Estimate linear(const std::vector<Printed> &figures, const std::vector<double> &coefficients);

/// a/b over the corners of the box. No value when the interval of b holds 0.
[[nodiscard]] Estimate ratio(const Printed &a, const Printed &b);

/// a/(1 − a) / (b/(1 − b)) over the corners. No value when an interval holds an end at which it has none.
[[nodiscard]] Estimate oddsRatio(const Printed &a, const Printed &b);

/// 1 − v, with its box: the part of a share that falls short.
[[nodiscard]] Printed shortfall(const Printed &figure);

/// a₁/b₁ − a₀/b₀ over the corners. No value when an interval of b holds 0.
[[nodiscard]] Estimate ratioChange(const Printed &a0, const Printed &b0, const Printed &a1, const Printed &b1);

/// The share of a gap that was closed, 1 − (g₁ − r₁)/(g₀ − r₀), over the corners. No value when the
/// interval of the first gap holds 0.
[[nodiscard]] Estimate shareClosed(const Printed &g0, const Printed &r0, const Printed &g1, const Printed &r1);

/// Slope per year over periods at `years`, equal weight per period:
/// Σ a_t θ_t with a_t = (τ_t − τ̄)/Σ(τ − τ̄)² (statistics.md §6, "Trend"). Needs two different years.
[[nodiscard]] std::vector<double> slopeCoefficients(const std::vector<double> &years);

} // namespace evenredig
