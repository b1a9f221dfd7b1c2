// Blanks around a cell mean nothing: StatLine pads codes and numbers, web pages put in what nobody sees.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace evenredig {

[[nodiscard]] inline std::string_view withoutBlanks(std::string_view text)
{
    // Spaces of other widths, and characters that nobody sees: zero-width ones, a byte order mark, a soft hyphen.
    constexpr std::array<std::string_view, 12> unseen{"\u00A0", "\u202F", "\u2009", "\u2007", "\u200B", "\u200C",
                                                      "\u200D", "\u200E", "\u200F", "\u2060", "\uFEFF", "\u00AD"};
    const auto blank = [](char character) {
        return character == ' ' || character == '\t' || character == '\r' || character == '\n';
    };
    for (;;) {
        if (!text.empty() && blank(text.front()))
            text.remove_prefix(1);
        else if (!text.empty() && blank(text.back()))
            text.remove_suffix(1);
        else if (const auto first = std::find_if(unseen.begin(), unseen.end(),
                                                 [text](std::string_view one) { return text.starts_with(one); });
                 first != unseen.end())
            text.remove_prefix(first->size());
        else if (const auto last = std::find_if(unseen.begin(), unseen.end(),
                                                [text](std::string_view one) { return text.ends_with(one); });
                 last != unseen.end())
            text.remove_suffix(last->size());
        else
            return text;
    }
}

/// Without blanks and tabs at both ends; a blank of any width and what nobody sees count as blanks too.
[[nodiscard]] inline std::string_view trimmedCell(std::string_view text)
{
    // Nearly every cell begins and ends with a letter, a digit or a sign, and this is asked of every cell.
    const auto plain = [](char character) { return static_cast<signed char>(character) > ' '; };
    if (!text.empty() && plain(text.front()) && plain(text.back()))
        return text;
    return withoutBlanks(text);
}

} // namespace evenredig
