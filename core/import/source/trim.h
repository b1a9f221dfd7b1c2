// Blanks around a cell mean nothing: StatLine pads codes and numbers.
#pragma once

#include <string_view>

namespace evenredig {

[[nodiscard]] inline std::string_view withoutBlanks(std::string_view text)
{
    constexpr std::string_view noBreakSpace = "\xC2\xA0";
    const auto blank = [](char character) {
        return character == ' ' || character == '\t' || character == '\r' || character == '\n';
    };
    for (;;) {
        if (!text.empty() && blank(text.front()))
            text.remove_prefix(1);
        else if (!text.empty() && blank(text.back()))
            text.remove_suffix(1);
        else if (text.starts_with(noBreakSpace))
            text.remove_prefix(noBreakSpace.size());
        else if (text.ends_with(noBreakSpace))
            text.remove_suffix(noBreakSpace.size());
        else
            return text;
    }
}

/// Without blanks and tabs at both ends; a no-break space (U+00A0) counts as a blank too.
[[nodiscard]] inline std::string_view trimmedCell(std::string_view text)
{
    // Nearly every cell begins and ends with a letter, a digit or a sign, and this is asked of every cell.
    const auto plain = [](char character) { return static_cast<signed char>(character) > ' '; };
    if (!text.empty() && plain(text.front()) && plain(text.back()))
        return text;
    return withoutBlanks(text);
}

} // namespace evenredig
