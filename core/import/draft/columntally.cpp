#include "core/import/draft/columntally.h"

#include "core/base/text.h"
#include "core/import/recognise/columnsniff.h"
#include "core/import/recognise/identifier.h"
#include "core/import/recognise/numbermarks.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <system_error>

namespace evenredig {

namespace {

constexpr int registerBits = 12;
constexpr std::size_t registers = 1u << registerBits;

/// The number with this decimal mark (none: it has none); every other mark in it groups thousands. The text is a number for
/// certain.
std::optional<double> numberOf(std::string_view text, const NumberMarks &found, char decimal)
{
    Marks marks;
    marks.thousands = found.thousands.empty() && found.either != decimal && found.either != 0
                          ? std::string(1, found.either)
                          : found.thousands;
    marks.decimal = decimal != 0 ? std::string(1, decimal) : marks.thousands == "." ? "," : ".";
    const PrintedNumber printed = readPrinted(text, marks);
    return printed.number ? DecimalScale(1).apply(*printed.number) : std::nullopt;
}

void widen(std::optional<double> &least, std::optional<double> &most, double number)
{
    least = std::min(least.value_or(number), number);
    most = std::max(most.value_or(number), number);
}

} // namespace

void NumberTally::add(double number, long times, bool ordinary)
{
    count += times;
    sum += number * double(times);
    fractions += number != std::floor(number) ? times : 0;
    notPositive += number > 0 ? 0 : times;
    widen(least, most, number);
    if (ordinary)
        widen(ordinaryLeast, ordinaryMost, number);
}

void NumberTally::add(const NumberTally &other)
{
    count += other.count;
    fractions += other.fractions;
    notPositive += other.notPositive;
    sum += other.sum;
    for (const std::optional<double> &end : {other.least, other.most}) {
        if (end)
            widen(least, most, *end);
    }
    for (const std::optional<double> &end : {other.ordinaryLeast, other.ordinaryMost}) {
        if (end)
            widen(ordinaryLeast, ordinaryMost, *end);
    }
}

void DistinctCount::add(std::uint64_t hash)
{
    if (m_registers.empty())
        m_registers.assign(registers, 0);
    const auto rank = static_cast<unsigned char>(std::countl_zero((hash << registerBits) | 1u) + 1);
    unsigned char &place = m_registers[hash >> (64 - registerBits)];
    place = std::max(place, rank);
    if (!m_allDiffer || m_count > mostDistinctValues)
        return;
    if (m_count * 2 >= m_seen.size())
        grow();
    hash = std::max<std::uint64_t>(hash, 1); // 0 is a free place
    std::size_t at = hash & (m_seen.size() - 1);
    while (m_seen[at] != 0 && m_seen[at] != hash)
        at = (at + 1) & (m_seen.size() - 1);
    if (m_seen[at] == hash) {
        m_allDiffer = false;
        m_seen = {};
        return;
    }
    m_seen[at] = hash;
    ++m_count;
}

void DistinctCount::grow()
{
    const std::vector<std::uint64_t> before = std::move(m_seen);
    m_seen.assign(std::max<std::size_t>(64, before.size() * 2), 0);
    for (const std::uint64_t hash : before) {
        if (hash == 0)
            continue;
        std::size_t at = hash & (m_seen.size() - 1);
        while (m_seen[at] != 0)
            at = (at + 1) & (m_seen.size() - 1);
        m_seen[at] = hash;
    }
}

double DistinctCount::about() const
{
    if (m_allDiffer && m_count <= mostDistinctValues)
        return double(m_count);
    double sum = 0;
    double zeros = 0;
    for (const unsigned char rank : m_registers) {
        sum += std::ldexp(1.0, -rank);
        zeros += rank == 0 ? 1 : 0;
    }
    const double count = double(registers);
    const double estimate = 0.7213 / (1 + 1.079 / count) * count * count / sum;
    return std::round(estimate <= 2.5 * count && zeros > 0 ? count * std::log(count / zeros) : estimate);
}

bool looksLikeMissingCode(std::string_view text)
{
    const bool negative = text.starts_with('-');
    if (negative)
        text.remove_prefix(1);
    if (text.empty() || text.size() > 12)
        return false;
    if (negative && text.size() == 1)
        return text[0] >= '1' && text[0] <= '9';
    const std::string_view head = text.substr(0, text.size() - 1);
    return text.back() >= '7' && text.back() <= '9' && head.find_first_not_of('9') == std::string_view::npos;
}

void ColumnTally::take(std::string_view text, long line)
{
    if (text.empty()) {
        ++m_empty;
        return;
    }
    m_distinct.add(XXH3_64bits(text.data(), text.size()));
    const std::uint32_t known = m_texts.find(text);
    if (known == TextTable::none)
        takeNew(text, line);
    else
        ++m_values[known].count;
}

void ColumnTally::takeNew(std::string_view text, long line)
{
    if (m_example.empty())
        m_example = text;
    const NumberMarks marks = numberMarks(text);
    m_citizens += m_many && isCitizenNumber(text) ? 1 : 0;
    const bool plainNumber = marks.number && marks.either == 0 && !looksLikeMissingCode(text);
    if (!m_many && m_values.size() >= mostListedValues)
        forgetNumbers();
    if (m_many && (plainNumber || std::size_t(m_kept) >= mostListedValues)) {
        if (marks.number)
            takeNumber(text, 1);
        return;
    }
    m_kept += plainNumber ? 0 : 1;
    m_texts.add(text);
    m_values.push_back({1, line, marks.number, marks.either != 0, true});
}

/// There are too many values to list: of the plain numbers only their totals stay.
void ColumnTally::forgetNumbers()
{
    m_many = true;
    TextTable texts;
    std::vector<Value> values;
    for (std::uint32_t i = 0; i < m_values.size(); ++i) {
        const std::string_view text = m_texts.at(i);
        m_citizens += isCitizenNumber(text) ? m_values[i].count : 0;
        if (m_values[i].number && !m_values[i].twoWays && !looksLikeMissingCode(text)) {
            takeNumber(text, m_values[i].count);
            continue;
        }
        texts.add(text);
        values.push_back(m_values[i]);
    }
    m_texts = std::move(texts);
    m_values = std::move(values);
}

void ColumnTally::takeNumber(std::string_view text, long times)
{
    const NumberMarks marks = numberMarks(text);
    const bool ordinary = !looksLikeMissingCode(text);
    const auto add = [&](Reading reading, char decimal) {
        if (const std::optional<double> number = numberOf(text, marks, decimal))
            of(reading).add(*number, times, ordinary);
    };
    if (marks.either != 0) {
        add(marks.either == ',' ? Reading::CommaLarge : Reading::PointLarge, '\0');
        add(marks.either == ',' ? Reading::CommaSmall : Reading::PointSmall, marks.either);
    } else if (marks.decimal == ',' || marks.thousands == ".") {
        add(Reading::Comma, ',');
    } else if (marks.decimal == '.' || marks.thousands == ",") {
        add(Reading::Point, '.');
    } else {
        add(Reading::Plain, '\0');
    }
}

NumberTally ColumnTally::totals(const Marks &marks) const
{
    const bool comma = marks.decimal == ",";
    NumberTally all = of(Reading::Plain);
    all.add(of(comma ? Reading::Comma : Reading::Point));
    all.add(of(comma ? Reading::CommaSmall : Reading::PointSmall));
    if (marks.thousands == (comma ? "." : ","))
        all.add(of(comma ? Reading::PointLarge : Reading::CommaLarge));
    return all;
}

void ColumnTally::finish(ColumnProfile &profile, const ReadOptions &read, long rows)
{
    for (std::uint32_t i = 0; i < m_values.size(); ++i) {
        const std::string_view text = m_texts.at(i);
        const Value &value = m_values[i];
        if (value.number)
            takeNumber(text, value.count);
        m_citizens += !m_many && isCitizenNumber(text) ? value.count : 0;
        profile.values.push_back({std::string(text), value.count, value.firstLine, value.number, value.twoWays});
    }
    std::stable_sort(profile.values.begin(), profile.values.end(),
                     [](const ValueCount &a, const ValueCount &b) { return a.count > b.count; });
    const NumberTally numbers = totals(marksOf(profile.evidence, read.marks()));
    profile.numbers = numbers.count;
    profile.fractions = numbers.fractions;
    profile.notPositive = numbers.notPositive;
    profile.sum = numbers.sum;
    profile.least = numbers.least;
    profile.most = numbers.most;
    profile.ordinaryLeast = numbers.ordinaryLeast;
    profile.ordinaryMost = numbers.ordinaryMost;
    profile.many = m_many;
    profile.distinct = m_many ? m_distinct.about() : double(m_values.size());
    profile.example = m_example;
    const long filled = rows - m_empty;
    profile.uniquePerRow = m_distinct.allDiffer() && m_empty <= 1 && rows > 1;
    const bool amounts = numbers.fractions * 2 > filled;
    if (namesPersons(profile.name))
        profile.identifierReason = "identifier_name";
    else if (m_citizens >= long(fewestCitizenNumbers) && double(m_citizens) >= citizenShare * double(filled))
        profile.identifierReason = "identifier_number";
    else if (profile.distinct > double(mostDistinctValues) && !amounts)
        profile.identifierReason = "identifier_distinct";
    else if (profile.uniquePerRow && rows >= fewestRows && !amounts)
        profile.identifierReason = "identifier_unique";
}

} // namespace evenredig
