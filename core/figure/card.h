// The card beside a figure: the same bundle for hover, keyboard focus and print.
#pragma once

#include "core/figure/figure.h"

namespace evenredig {

/// The card for a row of the answer (−1: the one that the figure's sentence is about).
[[nodiscard]] Card buildCard(const Answer &answer, const Catalogue &catalogue, const FigureOptions &options, int row);

} // namespace evenredig
