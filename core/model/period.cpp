#include "core/model/period.h"

#include "core/base/texts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <regex>

namespace evenredig {

namespace {

int toInt(const std::string &digits)
{
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

bool leapYear(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int daysIn(int year, int month)
{
    static constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leapYear(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

double decimalYear(int year, int month, int day)
{
    int passed = day - 1;
    for (int m = 1; m < month; ++m)
        passed += daysIn(year, m);
    return year + passed / (leapYear(year) ? 366.0 : 365.0);
}

// By the calendar, so that a month ends where its last day does.
double afterMonth(int year, int month)
{
    return month == 12 ? year + 1.0 : decimalYear(year, month + 1, 1);
}

std::string trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

struct Span {
    Period::Kind kind;
    double begin;
    double end;
};

std::optional<Span> spanOf(const std::string &id)
{
    static const std::regex year(R"((\d{4}))"), school(R"((\d{4})/(\d{2}))"), pooled(R"((\d{4})\.\.(\d{4}))"),
        quarter(R"((\d{4})-Q([1-4]))"), month(R"((\d{4})-(\d{2}))"), day(R"((\d{4})-(\d{2})-(\d{2}))");
    std::smatch m;
    if (std::regex_match(id, m, year))
        return Span{Period::Kind::Year, double(toInt(m[1])), toInt(m[1]) + 1.0};
    if (std::regex_match(id, m, school)) {
        const int first = toInt(m[1]);
        if ((first + 1) % 100 != toInt(m[2]))
            return std::nullopt;
        // A school year runs from 1 August up to and including 31 July.
        return Span{Period::Kind::SchoolYear, decimalYear(first, 8, 1), decimalYear(first + 1, 8, 1)};
    }
    if (std::regex_match(id, m, pooled)) {
        if (toInt(m[2]) <= toInt(m[1]))
            return std::nullopt;
        return Span{Period::Kind::Pooled, double(toInt(m[1])), toInt(m[2]) + 1.0};
    }
    if (std::regex_match(id, m, quarter)) {
        const int first = toInt(m[2]) * 3 - 2;
        return Span{Period::Kind::Quarter, decimalYear(toInt(m[1]), first, 1), afterMonth(toInt(m[1]), first + 2)};
    }
    if (std::regex_match(id, m, month)) {
        const int number = toInt(m[2]);
        if (number < 1 || number > 12)
            return std::nullopt;
        return Span{Period::Kind::Month, decimalYear(toInt(m[1]), number, 1), afterMonth(toInt(m[1]), number)};
    }
    if (std::regex_match(id, m, day)) {
        const int number = toInt(m[2]);
        if (number < 1 || number > 12 || toInt(m[3]) < 1 || toInt(m[3]) > daysIn(toInt(m[1]), number))
            return std::nullopt;
        // The day behind a month's last one is taken as its number: 31 December ends where the next year begins.
        return Span{Period::Kind::Day, decimalYear(toInt(m[1]), number, toInt(m[3])),
                    decimalYear(toInt(m[1]), number, toInt(m[3]) + 1)};
    }
    return std::nullopt;
}

} // namespace

std::optional<Period> Period::parse(std::string_view id)
{
    if (id.size() > 10)
        return std::nullopt;
    const auto span = spanOf(std::string(id));
    if (!span)
        return std::nullopt;
    Period period;
    period.m_id = id;
    period.m_kind = span->kind;
    period.m_begin = span->begin;
    period.m_end = span->end;
    return period;
}

namespace {

/// "2020 1e kwartaal" and "2020 maart", as the titles of StatLine's periods are; nothing for another text.
std::optional<Period> periodFromTitle(const std::string &cell)
{
    constexpr std::array<std::string_view, 12> months{"januari",   "februari", "maart",    "april",
                                                      "mei",       "juni",     "juli",     "augustus",
                                                      "september", "oktober",  "november", "december"};
    if (cell.size() < 6 || cell[4] != ' ')
        return std::nullopt;
    const std::string year = cell.substr(0, 4);
    const std::string_view rest = std::string_view(cell).substr(5);
    if (rest.size() == 11 && rest.substr(1) == "e kwartaal")
        return Period::parse(year + "-Q" + rest[0]);
    const auto month = std::find(months.begin(), months.end(), rest);
    if (month == months.end())
        return std::nullopt;
    const std::string number = std::to_string(month - months.begin() + 1);
    return Period::parse(year + (number.size() == 1 ? "-0" : "-") + number);
}

} // namespace

std::optional<Period> Period::fromSource(std::string_view source)
{
    std::string cell = trimmed(source);
    while (!cell.empty() && cell.back() == '*')
        cell.pop_back();
    if (std::optional<Period> titled = periodFromTitle(cell))
        return titled;
    if (cell.size() > 12)
        return std::nullopt;
    static const std::regex statline(R"((\d{4})(JJ|KW|MM|SJ)(\d{2}))"), average(R"((\d{4})/(\d{4}))"),
        school(R"((\d{4})/'(\d{2}))");
    std::smatch m;
    if (std::regex_match(cell, m, statline)) {
        if (m[2] == "JJ")
            return m[3] == "00" ? parse(m[1].str()) : std::nullopt;
        if (m[2] == "SJ") // 2015SJ00 is the school year 2015/16
            return m[3] == "00" ? parse(m[1].str() + "/" + std::to_string(100 + (toInt(m[1]) + 1) % 100).substr(1))
                                : std::nullopt;
        if (m[2] == "KW")
            return parse(m[1].str() + "-Q" + std::to_string(toInt(m[3])));
        return parse(m[1].str() + "-" + m[3].str());
    }
    if (std::regex_match(cell, m, average)) {
        // CBS: 2015/2016 is an average over the years, 2015/'16 a school year.
        return parse(m[1].str() + ".." + m[2].str());
    }
    if (std::regex_match(cell, m, school))
        return parse(m[1].str() + "/" + m[2].str());
    return parse(cell);
}

bool Period::overlaps(const Period &other) const
{
    return m_begin < other.m_end - 1e-9 && other.m_begin < m_end - 1e-9;
}

std::string Period::longText(Language language) const
{
    const std::string first = m_id.substr(0, 4);
    switch (m_kind) {
    case Kind::Year: return m_id;
    case Kind::SchoolYear: return text(language, "period.school_year", {{"first", first}, {"last", m_id.substr(5)}});
    case Kind::Pooled: return text(language, "period.pooled", {{"first", first}, {"last", m_id.substr(6)}});
    case Kind::Quarter: return text(language, "period.quarter", {{"year", first}, {"quarter", m_id.substr(6)}});
    case Kind::Month:
        return text(language, "period.month",
                    {{"year", first}, {"month", text(language, "month." + m_id.substr(5, 2))}});
    case Kind::Day:
        return text(language, "period.day",
                    {{"year", first},
                     {"month", text(language, "month." + m_id.substr(5, 2))},
                     {"day", std::to_string(toInt(m_id.substr(8)))}});
    }
    return m_id;
}

std::string Period::shortText(Language) const
{
    switch (m_kind) {
    case Kind::SchoolYear: return m_id.substr(0, 4) + "/'" + m_id.substr(5);
    case Kind::Pooled: return m_id.substr(0, 4) + "/" + m_id.substr(6);
    case Kind::Day:
        return std::to_string(toInt(m_id.substr(8))) + "-" + std::to_string(toInt(m_id.substr(5, 2))) + "-"
               + m_id.substr(0, 4);
    default: return m_id;
    }
}

bool earlier(const Period &a, const Period &b)
{
    if (a.begin() != b.begin())
        return a.begin() < b.begin();
    if (a.end() != b.end())
        return a.end() < b.end();
    return a.id() < b.id();
}

} // namespace evenredig
