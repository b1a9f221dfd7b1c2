// Where the characters stand that make up the structure of a CSV text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace evenredig {

/// The places of every delimiter, quote, CR and LF, in order. `quote` 0: none. The text is shorter than 4 GB.
void findMarks(std::string_view text, char delimiter, char quote, std::vector<std::uint32_t> &marks);

} // namespace evenredig
