// The words by which enums stand in the tables; a list's order is the enum's.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace evenredig::stored {

inline constexpr std::array<std::string_view, 3> datasetKinds{"survey", "register", "published"};
inline constexpr std::array<std::string_view, 2> sourceKinds{"register", "survey"};
inline constexpr std::array<std::string_view, 3> comparabilities{"yes", "with_caution", "no"};
inline constexpr std::array<std::string_view, 4> ledgerKinds{"row", "value", "column", "note"};
inline constexpr std::array<std::string_view, 4> encodings{"codes", "decimal", "real", "text"};
inline constexpr std::array<std::string_view, 2> weightScopes{"population", "within_origin"};

template<class Enum, std::size_t Size>
[[nodiscard]] std::string_view word(const std::array<std::string_view, Size> &words, Enum value)
{
    return words[std::size_t(value)];
}

template<class Enum, std::size_t Size>
[[nodiscard]] std::optional<Enum> value(const std::array<std::string_view, Size> &words, std::string_view word)
{
    for (std::size_t i = 0; i < Size; ++i) {
        if (words[i] == word)
            return Enum(i);
    }
    return std::nullopt;
}

} // namespace evenredig::stored
