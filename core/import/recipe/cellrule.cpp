#include "core/import/recipe/cellrule.h"

#include "core/base/text.h"
#include "core/data/missingmark.h"
#include "core/import/source/decimal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <system_error>

namespace evenredig {

namespace {

constexpr std::size_t longestNumber = 64;
/// A whole number of so many digits is a double exactly, as are these powers, so one division rounds correctly (Clinger,
/// "How to read floating point numbers accurately", 1990).
constexpr std::size_t exactDigits = 15;
constexpr std::array<double, exactDigits + 1> exactPowers{1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                          1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

std::string shortest(double number)
{
    std::array<char, longestNumber> text{};
    const std::to_chars_result end = std::to_chars(text.data(), text.data() + text.size(), number,
                                                   std::chars_format::fixed);
    if (end.ec == std::errc())
        return {text.data(), end.ptr};
    return std::to_string(number);
}

/// Digits with at most one mark among them, few enough to be exact; nothing for other texts, numbers or not.
std::optional<double> readShortReal(std::string_view text, char mark)
{
    if (text.size() > exactDigits)
        return std::nullopt;
    std::uint64_t whole = 0;
    std::size_t point = text.size();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isDigit(text[i]))
            whole = 10 * whole + std::uint64_t(text[i] - '0');
        else if (text[i] == mark && point == text.size())
            point = i;
        else
            return std::nullopt;
    }
    const std::size_t decimals = point == text.size() ? 0 : text.size() - point - 1;
    const bool digits = text.size() > (point == text.size() ? 0u : 1u);
    return digits ? std::optional<double>(double(whole) / exactPowers[decimals]) : std::nullopt;
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

std::optional<double> readReal(std::string_view text, const ReadOptions &options)
{
    if (!options.thousands.empty() || options.decimal.size() != 1) {
        const std::optional<Decimal> decimal = readDecimal(text, options.decimal, options.thousands);
        return decimal ? Scale(1).apply(*decimal) : std::nullopt;
    }
    // The quick ways, for columns in which every row has another number.
    if (const std::optional<double> number = readShortReal(text, options.decimal[0]))
        return number;
    std::array<char, longestNumber> digits{};
    if (text.starts_with('+'))
        text.remove_prefix(1);
    if (text.empty() || text.size() > digits.size())
        return std::nullopt;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool mark = text[i] == options.decimal[0];
        if (!mark && !isDigit(text[i]) && !(text[i] == '-' && i == 0))
            return std::nullopt;
        digits[i] = mark ? '.' : text[i];
    }
    double number = 0;
    const char *end = digits.data() + text.size();
    const std::from_chars_result read = std::from_chars(digits.data(), end, number, std::chars_format::fixed);
    return read.ec == std::errc() && read.ptr == end ? std::optional<double>(number) : std::nullopt;
}

bool hasReservedCharacter(std::string_view text)
{
    return text.find(missingMark) != std::string_view::npos;
}

CellRule::CellRule(const ReadOptions &options, const ColumnRule *rule, Convert convert)
    : m_options(&options), m_rule(rule), m_convert(std::move(convert))
{
    m_marks.decimal = rule && rule->decimal ? *rule->decimal : options.decimal;
    m_marks.thousands = rule && rule->thousands ? *rule->thousands : options.thousands;
    if (m_marks.thousands == m_marks.decimal)
        m_marks.thousands.clear();
}

CellRule::Meaning CellRule::meaningOf(std::string_view text) const
{
    if (hasReservedCharacter(text))
        return {{}, Missing::Unreadable, true};
    const std::string key(text);
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

std::string_view CellRule::reasonFor(std::string_view text) const
{
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
        if (!number)
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
