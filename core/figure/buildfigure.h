// From an answer to the figure that shows it.
#pragma once

#include "core/figure/figure.h"

namespace evenredig {

[[nodiscard]] Figure buildFigure(const Answer &answer, const Catalogue &catalogue, const FigureOptions &options);

/// Another title, or a line of one's own below the figure, for one file; empty: as it was made. What was changed stays
/// in `edited`.
void editFigure(Figure &figure, const std::string &title, const std::string &note);
/// The code of the figure and what was edited in it, for the data of a file.
[[nodiscard]] std::string fileMark(const Figure &figure);

} // namespace evenredig
