#include "core/data/dictionary.h"

#include "core/base/text.h"
#include "core/data/missingmark.h"

#include <charconv>
#include <system_error>

namespace evenredig {

std::uint32_t Dictionary::add(std::string_view value)
{
    const std::uint32_t code = m_texts.add(value);
    if (code == m_reasons.size()) {
        m_reasons.push_back(valid);
        ++m_validCount;
    }
    return code;
}

std::uint32_t Dictionary::addMissing(std::string_view sourceCode, Missing reason)
{
    const std::uint32_t code = m_texts.add(markedMissing(sourceCode, reason));
    if (code == m_reasons.size())
        m_reasons.push_back(static_cast<signed char>(reason));
    return code;
}

std::optional<std::uint32_t> Dictionary::find(std::string_view value) const
{
    const std::uint32_t code = m_texts.find(value);
    if (code == TextTable::none || isMissing(code))
        return std::nullopt;
    return code;
}

std::string_view Dictionary::value(std::uint32_t code) const
{
    const std::string_view text = m_texts.at(code);
    return isMissing(code) ? text.substr(missingMarkLength) : text;
}

std::optional<Missing> Dictionary::missing(std::uint32_t code) const
{
    return isMissing(code) ? std::optional<Missing>(Missing(m_reasons[code])) : std::nullopt;
}

std::optional<double> Dictionary::number(std::uint32_t code) const
{
    if (isMissing(code))
        return std::nullopt;
    const std::string_view text = value(code);
    double number = 0;
    const std::from_chars_result read = std::from_chars(text.data(), text.data() + text.size(), number,
                                                        std::chars_format::fixed);
    const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    const bool digits = !text.empty() && isDigit(text.back()); // neither "inf" nor "nan"
    return whole && digits ? std::optional<double>(number) : std::nullopt;
}

LocalText Dictionary::label(std::uint32_t code) const
{
    const auto found = m_labels.find(code);
    return found == m_labels.end() ? LocalText() : found->second;
}

std::optional<int> Dictionary::order(std::uint32_t code) const
{
    const auto found = m_orders.find(code);
    return found == m_orders.end() ? std::nullopt : std::optional<int>(found->second);
}

} // namespace evenredig
