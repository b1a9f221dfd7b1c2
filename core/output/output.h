// Answers as files: JSON, CSV, and a plain-text table.
#pragma once

#include "core/figure/figure.h"

#include <string>

namespace evenredig {

/// "answer/1" of formats.md.
[[nodiscard]] std::string answerJson(const Answer &answer);
/// UTF-8 with BOM, one line per row × estimate, decimal point (formats.md).
[[nodiscard]] std::string answerCsv(const Answer &answer);
/// The figure's table in aligned columns with title, subtitle, sentences and footer, for a terminal.
[[nodiscard]] std::string figureText(const Figure &figure);

} // namespace evenredig
