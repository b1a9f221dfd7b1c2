// How an absence stands among texts: behind a mark that no value begins with.
#pragma once

#include "core/model/estimate.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace evenredig {

/// Control characters do not stand in values; this one and the reason begin the text of an absence.
inline constexpr char missingMark = '\x1F';
inline constexpr std::size_t missingMarkLength = 2;

/// Mark, reason, and what the source wrote.
[[nodiscard]] inline std::string markedMissing(std::string_view sourceCode, Missing reason)
{
    std::string text{missingMark, char('0' + int(reason))};
    text += sourceCode;
    return text;
}

} // namespace evenredig
