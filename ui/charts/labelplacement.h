// Placing labels by moving, never by dropping. Pure arithmetic.
#pragma once

#include <vector>

namespace evenredig {

struct LabelSpan {
    double wanted = 0; ///< where its middle would like to be
    double size = 0;
};

/// The middles of labels that do not overlap, in the order of their wishes, with the least squared movement,
/// within [low, high]. When they do not fit they keep their distances and stick out evenly.
[[nodiscard]] std::vector<double> spreadLabels(const std::vector<LabelSpan> &labels, double low, double high);

/// Which tick texts to print so that none touch: the last and the first always, the others at an equal stride.
/// `labels` in ascending order.
[[nodiscard]] std::vector<bool> ticksToPrint(const std::vector<LabelSpan> &labels, double gap);

/// The same for an axis of values: at an equal stride that meets `anchor` (the tick at 0).
[[nodiscard]] std::vector<bool> evenTicksToPrint(const std::vector<LabelSpan> &labels, double gap, std::size_t anchor);

} // namespace evenredig
