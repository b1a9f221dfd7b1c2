#include "core/data/texts.h"

#include "core/data/missingmark.h"

#include <utility>

namespace evenredig {

Texts::Texts(std::string characters, std::vector<std::uint32_t> ends)
    : m_characters(std::move(characters)), m_ends(std::move(ends))
{}

void Texts::add(std::string_view value)
{
    m_characters += value;
    m_ends.push_back(std::uint32_t(m_characters.size()));
}

void Texts::addMissing(std::string_view sourceCode, Missing reason)
{
    add(markedMissing(sourceCode, reason));
}

std::string_view Texts::at(std::size_t row) const
{
    const std::size_t begin = row == 0 ? 0 : m_ends[row - 1];
    return std::string_view(m_characters).substr(begin, m_ends[row] - begin);
}

std::string_view Texts::value(std::size_t row) const
{
    return missing(row) ? at(row).substr(missingMarkLength) : at(row);
}

std::optional<Missing> Texts::missing(std::size_t row) const
{
    const std::string_view text = at(row);
    if (text.size() < missingMarkLength || text.front() != missingMark)
        return std::nullopt;
    // A file may come from anywhere.
    const int reason = text[1] - '0';
    return reason >= 0 && reason <= int(Missing::Unreadable) ? Missing(reason) : Missing::Unknown;
}

} // namespace evenredig
