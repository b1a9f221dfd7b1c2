// From an answer to the figure that shows it.
#pragma once

#include "core/figure/figure.h"

namespace evenredig {

[[nodiscard]] Figure buildFigure(const Answer &answer, const Catalogue &catalogue, const FigureOptions &options);

} // namespace evenredig
