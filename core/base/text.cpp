#include "core/base/text.h"

namespace evenredig {

namespace {

/// The second and later bytes of a character in UTF-8.
bool isWithinCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

} // namespace

bool allDigits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), isDigit);
}

std::optional<std::string> ungrouped(std::string_view whole, std::string_view mark)
{
    if (mark.empty() || whole.find(mark) == std::string_view::npos)
        return allDigits(whole) ? std::optional<std::string>(whole) : std::nullopt;
    std::string digits;
    for (bool first = true;; first = false) {
        const std::size_t end = whole.find(mark);
        const std::string_view group = whole.substr(0, end);
        const bool sound = first ? !group.empty() && group.size() <= 3 : group.size() == 3;
        if (!sound || !allDigits(group))
            return std::nullopt;
        digits += group;
        if (end == std::string_view::npos)
            return digits;
        whole.remove_prefix(end + mark.size());
    }
}

std::size_t characterCount(std::string_view text)
{
    return text.size() - std::size_t(std::count_if(text.begin(), text.end(), isWithinCharacter));
}

std::string shortened(std::string_view text, std::size_t longest)
{
    if (text.size() <= longest)
        return std::string(text);
    std::size_t end = longest;
    while (end > 0 && isWithinCharacter(text[end]))
        --end;
    return std::string(text.substr(0, end)) + "…";
}

std::string joinedFirst(const std::vector<std::string> &items, std::size_t most)
{
    if (items.size() <= most)
        return joined(items);
    return joined(std::vector<std::string>(items.begin(), items.begin() + std::ptrdiff_t(most))) + ", …";
}

} // namespace evenredig
