// Axes with round ticks.
#pragma once

#include "core/figure/words.h"

namespace evenredig {

enum class AxisStart { Zero, Free, Gap };

/// An axis of values over what must be shown (on the screen's scale). Zero: begins at 0 when the lowest
/// value is within half of the range from it; Free: begins where the data do; Gap: holds 0.
[[nodiscard]] Axis valueAxis(std::vector<double> values, AxisStart start, const Words &words);

/// A true time axis with a tick per period, thinned to about `most`; the last period always has one.
[[nodiscard]] Axis timeAxis(const Words &words, std::size_t most = 8);

} // namespace evenredig
