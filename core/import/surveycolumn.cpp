#include "core/import/surveycolumn.h"

#include "core/import/decimal.h"
#include "core/import/trim.h"

#include <algorithm>
#include <array>
#include <charconv>
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

} // namespace

std::optional<double> readReal(std::string_view text, const ReadOptions &options)
{
    if (!options.thousands.empty() || options.decimal.size() != 1) {
        const std::optional<Decimal> decimal = readDecimal(text, options.decimal, options.thousands);
        return decimal ? Scale(1).apply(*decimal) : std::nullopt;
    }
    // The quick way, for columns in which every row has another number.
    std::array<char, longestNumber> digits{};
    if (text.starts_with('+'))
        text.remove_prefix(1);
    if (text.empty() || text.size() > digits.size())
        return std::nullopt;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool mark = text[i] == options.decimal[0];
        if (!mark && !(text[i] >= '0' && text[i] <= '9') && !(text[i] == '-' && i == 0))
            return std::nullopt;
        digits[i] = mark ? '.' : text[i];
    }
    double number = 0;
    const char *end = digits.data() + text.size();
    const std::from_chars_result read = std::from_chars(digits.data(), end, number, std::chars_format::fixed);
    return read.ec == std::errc() && read.ptr == end ? std::optional<double>(number) : std::nullopt;
}

SurveyColumn::SurveyColumn(const ReadOptions &options, const ColumnRule *rule, Convert convert)
    : m_options(&options), m_rule(rule), m_convert(std::move(convert))
{
    m_marks.decimal = rule && rule->decimal ? *rule->decimal : options.decimal;
    m_marks.thousands = rule && rule->thousands ? *rule->thousands : options.thousands;
    if (m_marks.thousands == m_marks.decimal)
        m_marks.thousands.clear();
}

SurveyColumn::Cell SurveyColumn::cell(std::string_view text)
{
    const std::string_view trimmed = trimmedCell(text);
    const std::uint32_t number = m_texts.add(trimmed);
    if (number == m_cells.size())
        m_cells.push_back(resolve(trimmed));
    return m_cells[number];
}

SurveyColumn::Cell SurveyColumn::resolve(std::string_view text)
{
    const std::string key(text);
    if (m_rule) {
        if (const auto other = m_rule->readAs.find(key); other != m_rule->readAs.end())
            return valid(other->second);
        if (const auto missing = m_rule->missing.find(key); missing != m_rule->missing.end())
            return missing->second == Missing::Unreadable ? unreadable() : absent(text, missing->second);
        if (const auto recoded = m_rule->recode.find(key); recoded != m_rule->recode.end())
            return valid(recoded->second);
    }
    if (const auto missing = m_options->missing.find(key); missing != m_options->missing.end())
        return absent(text, missing->second);
    if (text.empty())
        return absent(text, Missing::Unknown);
    if (!m_rule || !m_rule->hasRecode)
        return valid(text);
    const auto rest = m_rule->recode.find("*");
    return rest == m_rule->recode.end() ? unreadable() : valid(rest->second);
}

SurveyColumn::Cell SurveyColumn::valid(std::string_view text)
{
    if (m_rule && (m_rule->number || !m_rule->bands.empty())) {
        const std::optional<double> number = readReal(text, m_marks);
        if (!number)
            return unreadable();
        return m_rule->bands.empty() ? Cell{m_dictionary.add(shortest(*number))} : band(*number);
    }
    if (m_convert) {
        const std::optional<std::string> id = m_convert(text);
        return id ? Cell{m_dictionary.add(*id)} : unreadable();
    }
    return {m_dictionary.add(text)};
}

SurveyColumn::Cell SurveyColumn::band(double number)
{
    const std::vector<double> &bands = m_rule->bands;
    const auto above = std::upper_bound(bands.begin(), bands.end(), number);
    if (above == bands.begin())
        return absent({}, Missing::NotApplicable);
    const std::string low = shortest(*(above - 1));
    if (above == bands.end())
        return {m_dictionary.add(low + "+")};
    return {m_dictionary.add(low + "-" + shortest(*above - 1))};
}

SurveyColumn::Cell SurveyColumn::absent(std::string_view text, Missing reason)
{
    return {m_dictionary.addMissing(text, reason)};
}

SurveyColumn::Cell SurveyColumn::unreadable()
{
    return {m_dictionary.addMissing({}, Missing::Unreadable), true};
}

void SurveyColumn::complete()
{
    if (!m_rule)
        return;
    for (std::uint32_t code = 0; code < m_dictionary.size(); ++code) {
        if (!m_dictionary.isMissing(code))
            continue;
        const auto label = m_rule->missingLabels.find(std::string(m_dictionary.value(code)));
        if (label != m_rule->missingLabels.end())
            m_dictionary.setLabel(code, label->second);
    }
    std::vector<std::string> order = m_rule->order;
    for (std::size_t i = 0; i < m_rule->bands.size(); ++i) {
        const std::string low = shortest(m_rule->bands[i]);
        const bool last = i + 1 == m_rule->bands.size();
        order.push_back(last ? low + "+" : low + "-" + shortest(m_rule->bands[i + 1] - 1));
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (const std::optional<std::uint32_t> code = m_dictionary.find(order[i]))
            m_dictionary.setOrder(*code, int(i));
    }
}

void SurveyColumn::forget()
{
    m_dictionary = {};
    m_texts = {};
    m_cells = {};
}

} // namespace evenredig
