// Quantiles of the distributions that intervals need.
#pragma once

#include <optional>

namespace evenredig {

/// qnorm(p), 0 < p < 1.
[[nodiscard]] double normalQuantile(double p);
/// qt(p, df); without degrees of freedom, or with infinitely many, qnorm(p).
[[nodiscard]] double studentQuantile(double p, std::optional<double> df);

} // namespace evenredig
