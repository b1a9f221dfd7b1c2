#include "core/base/text.h"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

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

bool hasLooseAccents(std::string_view text)
{
    // These bytes begin a character, and only those of U+0300 to U+037F.
    return text.find('\xCC') != std::string_view::npos || text.find('\xCD') != std::string_view::npos;
}

std::string composed(std::string_view text)
{
    if (!hasLooseAccents(text))
        return std::string(text);
    utf8proc_uint8_t *normal = nullptr;
    const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t *>(text.data()),
                                               utf8proc_ssize_t(text.size()), &normal,
                                               utf8proc_option_t(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, void (*)(void *)> owner(normal, std::free);
    return size < 0 ? std::string(text) : std::string(reinterpret_cast<const char *>(normal), std::size_t(size));
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
