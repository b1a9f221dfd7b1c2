#include "core/import/recipe/cellrule.h"

#include "core/base/text.h"
#include "core/data/missingmark.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <system_error>

namespace evenredig {

namespace {

constexpr std::size_t longestNumber = 64;
std::string shortest(double number)
{
    std::array<char, longestNumber> text{};
    const std::to_chars_result end = std::to_chars(text.data(), text.data() + text.size(), number,
                                                   std::chars_format::fixed);
    if (end.ec == std::errc())
        return {text.data(), end.ptr};
    return std::to_string(number);
}

/// Beyond these a double has no neighbour that is 1 less, and its digits are many.
constexpr double largestWhole = 1e15;

bool isWhole(double number)
{
    return std::abs(number) < largestWhole && number == std::floor(number);
}

/// The end of a band as it is read: 1.5, -2, 1e+21.
std::string bandEnd(double number)
{
    std::array<char, longestNumber> text{};
    const auto format = std::abs(number) < largestWhole ? std::chars_format::fixed : std::chars_format::general;
    const std::to_chars_result end = std::to_chars(text.data(), text.data() + text.size(), number + 0.0, format);
    return end.ec == std::errc() ? std::string(text.data(), end.ptr) : shortest(number);
}

/// The id of a band. Of whole numbers its first and last: "15-24", "0" of one number, "65+" without a last; of a scale with other ends
/// the first that is in it and the first that is not: "0.25-<0.5", "0.5+". A negative end takes ".." in between, because
/// a minus sign stands there already: "-5..-1", "-0.5..<0".
std::string bandName(const std::vector<double> &bands, std::size_t band)
{
    const std::string low = bandEnd(bands[band]);
    if (band + 1 == bands.size())
        return low + "+";
    const std::string mark = bands[band] < 0 ? ".." : "-";
    if (!std::all_of(bands.begin(), bands.end(), isWhole))
        return low + mark + "<" + bandEnd(bands[band + 1]);
    const std::string high = bandEnd(bands[band + 1] - 1);
    return low == high ? low : low + mark + high;
}

} // namespace

bool hasReservedCharacter(std::string_view text)
{
    return text.find(missingMark) != std::string_view::npos;
}

CellRule::CellRule(const ReadOptions &options, const ColumnRule *rule, Convert convert)
    : m_options(&options), m_rule(rule), m_convert(std::move(convert))
{
    m_marks = rule ? rule->marks(options) : options.marks();
}

/// A code that is held as a number, "2.0", is the code that the recipe lists, "2", where it does not list the other.
std::string CellRule::codeOf(std::string_view text) const
{
    const auto lists = [this](const std::string &code) {
        return m_rule
               && (m_rule->recode.contains(code) || m_rule->missing.contains(code) || m_rule->readAs.contains(code));
    };
    std::string code(text);
    if (readsNumbers() || lists(code))
        return code;
    const std::optional<std::string_view> whole = wholeOf(text);
    return whole && lists(std::string(*whole)) ? std::string(*whole) : code;
}

CellRule::Meaning CellRule::meaningOf(std::string_view cell) const
{
    if (hasReservedCharacter(cell))
        return {{}, Missing::Unreadable, true};
    const std::string key = codeOf(cell);
    const std::string_view text = key;
    if (m_rule) {
        if (const auto other = m_rule->readAs.find(key); other != m_rule->readAs.end())
            return valid(other->second);
        const auto missing = m_rule->missing.find(key);
        if (missing != m_rule->missing.end() && missing->second == Missing::Unreadable)
            return {{}, Missing::Unreadable, true};
        const auto recoded = m_rule->recode.find(key);
        if (recoded != m_rule->recode.end() && !m_rule->missing.contains(key))
            return valid(recoded->second);
    }
    if (const std::optional<Missing> missing = absence(text))
        return {key, missing};
    if (!m_rule || !m_rule->hasRecode)
        return valid(text);
    const auto rest = m_rule->recode.find("*");
    return rest == m_rule->recode.end() ? Meaning{{}, Missing::Unreadable, true} : valid(rest->second);
}

/// An age is one of a person; what is beyond comes from marks that are not those of the source, or from a code that the
/// recipe does not name.
bool CellRule::isPossible(double number) const
{
    constexpr double oldest = 130;
    if (m_rule->as == "age")
        return number >= 0 && number <= oldest;
    const std::vector<double> &bands = m_rule->bands;
    return m_rule->as != "age_band" || bands.empty() || bands.back() > oldest || number <= oldest;
}

std::string_view CellRule::reasonFor(std::string_view text) const
{
    if (readsNumbers() && readReal(text, m_marks))
        return "impossible";
    return readsNumbers() || hasReservedCharacter(text) ? "unreadable" : "not_listed";
}

std::optional<Missing> CellRule::absence(std::string_view text) const
{
    const std::string key(text);
    if (m_rule) {
        if (const auto missing = m_rule->missing.find(key); missing != m_rule->missing.end())
            return missing->second;
    }
    if (const auto missing = m_options->missing.find(key); missing != m_options->missing.end())
        return missing->second;
    return text.empty() ? std::optional<Missing>(Missing::Unknown) : std::nullopt;
}

CellRule::Meaning CellRule::valid(std::string_view text) const
{
    if (readsNumbers()) {
        const std::optional<double> number = readReal(text, m_marks);
        if (!number || !isPossible(*number))
            return {{}, Missing::Unreadable, true};
        return m_rule->bands.empty() ? Meaning{shortest(*number), std::nullopt} : band(*number);
    }
    if (m_convert) {
        std::optional<std::string> id = m_convert(text);
        return id ? Meaning{std::move(*id), std::nullopt} : Meaning{{}, Missing::Unreadable, true};
    }
    return {std::string(text), std::nullopt};
}

CellRule::Meaning CellRule::band(double number) const
{
    const std::vector<double> &bands = m_rule->bands;
    const auto above = std::upper_bound(bands.begin(), bands.end(), number);
    if (above == bands.begin())
        return {{}, Missing::NotApplicable};
    return {bandName(bands, std::size_t(above - bands.begin()) - 1), std::nullopt};
}

std::vector<std::string> CellRule::order() const
{
    if (!m_rule)
        return {};
    std::vector<std::string> order = m_rule->order;
    for (std::size_t i = 0; i < m_rule->bands.size(); ++i)
        order.push_back(bandName(m_rule->bands, i));
    return order;
}

} // namespace evenredig
