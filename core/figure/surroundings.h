// What stands around a figure.
#pragma once

#include "core/figure/words.h"

namespace evenredig {

[[nodiscard]] std::string subtitle(const Words &words);
[[nodiscard]] std::vector<std::string> footer(const Figure &figure, const Words &words);
[[nodiscard]] std::vector<std::string> facts(const Words &words);
[[nodiscard]] std::string altText(const Figure &figure, const Words &words);

} // namespace evenredig
