// Small things that are done to texts everywhere: digits, characters of UTF-8, lists.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evenredig {

/// Of ASCII, whatever the C locale says.
[[nodiscard]] constexpr bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}
[[nodiscard]] bool allDigits(std::string_view text);
/// Of ASCII, or a byte of a character beyond it.
[[nodiscard]] constexpr bool isLetter(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
           || static_cast<unsigned char>(character) >= 0x80;
}
/// "1.250.000" with mark "." gives "1250000"; nothing when the groups are not of three. A mark that was simply passed
/// over would make 125 of "1.25".
[[nodiscard]] std::optional<std::string> ungrouped(std::string_view whole, std::string_view mark);

/// Whether a text in UTF-8 has accents that stand as characters of their own (U+0300–U+036F).
[[nodiscard]] bool hasLooseAccents(std::string_view text);
/// In Unicode's normal form C: an e and a loose accent become é. A text that is no UTF-8 stays as it is.
[[nodiscard]] std::string composed(std::string_view text);

/// How many characters (code points) a text in UTF-8 has.
[[nodiscard]] std::size_t characterCount(std::string_view text);
/// At most `longest` bytes, never ending within a character; what was cut ends in "…".
[[nodiscard]] std::string shortened(std::string_view text, std::size_t longest);

/// "a, b, c". `textOf` is a function, or a member of the items: joined(catalogue.origins, &Origin::id).
template<class Items, std::invocable<typename Items::const_reference> TextOf>
[[nodiscard]] std::string joined(const Items &items, TextOf textOf, std::string_view between = ", ")
{
    std::string text;
    bool first = true;
    for (const auto &item : items) {
        if (!first)
            text += between;
        text += std::invoke(textOf, item);
        first = false;
    }
    return text;
}
template<class Items>
[[nodiscard]] std::string joined(const Items &items, std::string_view between = ", ")
{
    return joined(
        items, [](const auto &item) { return std::string_view(item); }, between);
}
/// "a, b, …": at most so many of them.
[[nodiscard]] std::string joinedFirst(const std::vector<std::string> &items, std::size_t most);

template<class List, class Item>
[[nodiscard]] bool contains(const List &list, const Item &item)
{
    return std::find(list.begin(), list.end(), item) != list.end();
}
template<class List, class Item>
void addOnce(List &list, const Item &item)
{
    if (!contains(list, item))
        list.push_back(item);
}

} // namespace evenredig
