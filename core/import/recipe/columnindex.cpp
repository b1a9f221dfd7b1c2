#include "core/import/recipe/columnindex.h"

#include "core/base/jsonnode.h"
#include "core/base/text.h"
#include "core/import/source/trim.h"

#include <charconv>
#include <system_error>
#include <utility>

namespace evenredig {

namespace {

/// "#46" is 46; 0 when the text is not of that form.
std::size_t columnNumber(std::string_view name)
{
    if (!name.starts_with('#'))
        return 0;
    std::size_t number = 0;
    const std::from_chars_result read = std::from_chars(name.data() + 1, name.data() + name.size(), number);
    return read.ec == std::errc() && read.ptr == name.data() + name.size() ? number : 0;
}

constexpr std::size_t mostNames = 5;
constexpr std::size_t longestName = 40; ///< in a sentence, be it the first line of a file without a header

/// The name that is likest; without one like it the first names that there are.
std::string nearestOf(std::string_view wanted, const std::vector<std::string> &names)
{
    const std::string nearest = nearestWord(wanted, names);
    if (!nearest.empty())
        return shortened(nearest, longestName);
    std::vector<std::string> shown;
    for (const std::string &name : names)
        shown.push_back(shortened(name, longestName));
    return joinedFirst(shown, mostNames);
}

} // namespace

ColumnIndex::ColumnIndex(const std::vector<std::string_view> &header, std::string file)
    : m_used(header.size(), false), m_file(std::move(file))
{
    for (const std::string_view name : header)
        m_names.emplace_back(trimmedCell(name));
}

Result<std::size_t> ColumnIndex::find(const std::string &name)
{
    const std::string_view wanted = trimmedCell(name);
    const std::size_t number = columnNumber(wanted);
    std::size_t found = m_names.size();
    if (number > 0) {
        found = number - 1;
    } else {
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            if (m_names[i] != wanted)
                continue;
            if (found < m_names.size())
                return fail(ErrorCode::ColumnAmbiguous, {{"file", m_file}, {"column", name}});
            found = i;
        }
    }
    if (found >= m_names.size()) {
        return fail(ErrorCode::ColumnMissing,
                    {{"file", m_file}, {"column", name}, {"nearest", nearestOf(wanted, m_names)}});
    }
    m_used[found] = true;
    return found;
}

} // namespace evenredig
