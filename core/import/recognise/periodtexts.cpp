#include "core/import/recognise/periodtexts.h"

#include "core/base/text.h"
#include "core/import/source/printednumber.h"

#include <algorithm>
#include <charconv>

namespace evenredig {

namespace {

int numberOf(std::string_view digits)
{
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

std::string_view withoutStars(std::string_view text)
{
    while (text.ends_with('*'))
        text.remove_suffix(1);
    return text;
}

/// "2010-11": a year and two digits.
bool isYearAndTwo(std::string_view text)
{
    return text.size() == 7 && text[4] == '-' && allDigits(text.substr(0, 4)) && allDigits(text.substr(5));
}

bool canBeSchoolYear(std::string_view text)
{
    return numberOf(text.substr(5)) == (numberOf(text.substr(2, 2)) + 1) % 100;
}

bool canBeMonth(std::string_view text)
{
    const int month = numberOf(text.substr(5));
    return month >= 1 && month <= 12;
}

std::string schoolYear(std::string_view text)
{
    return std::string(text.substr(0, 4)) + "/" + std::string(text.substr(5, 2));
}

} // namespace

void PeriodTexts::add(std::string_view cell)
{
    const std::string_view text = withoutStars(cell);
    if (!isYearAndTwo(text))
        return;
    const bool school = canBeSchoolYear(text), month = canBeMonth(text);
    months += month && !school ? 1 : 0;
    schoolYears += school && !month ? 1 : 0;
    either += school && month ? 1 : 0;
    if (school && (example.empty() || (month && !canBeMonth(example))))
        example = text;
}

PeriodTexts::Kind PeriodTexts::kind() const
{
    if (months + schoolYears + either == 0)
        return Kind::Plain;
    if (months > 0 && schoolYears == 0)
        return Kind::Months;
    if (schoolYears > 0 && months == 0)
        return Kind::SchoolYears;
    return Kind::TwoWays;
}

std::optional<Period> periodIn(PeriodTexts::Kind kind, std::string_view cell)
{
    const std::string_view text = withoutStars(cell);
    if (kind == PeriodTexts::Kind::SchoolYears && isYearAndTwo(text))
        return canBeSchoolYear(text) ? Period::parse(schoolYear(text)) : std::nullopt;
    if (const std::optional<std::string_view> whole = wholeOf(text); whole && whole->size() == 4)
        return Period::parse(*whole);
    return Period::fromSource(cell);
}

std::string_view whyNoPeriod(PeriodTexts::Kind kind, std::string_view cell)
{
    const std::string_view text = withoutStars(cell);
    if (kind == PeriodTexts::Kind::SchoolYears && isYearAndTwo(text))
        return "period_mixed";
    // StatLine: a year, the kind of period, a number.
    const bool coded = text.size() == 8 && allDigits(text.substr(0, 4)) && allDigits(text.substr(6));
    if (coded && text.substr(4, 2) == "HJ")
        return "period_half_year";
    if (text.size() == 8 && allDigits(text.substr(0, 4)) && text[4] == 'W' && allDigits(text.substr(5)))
        return "period_week";
    if (coded || (text.size() == 8 && allDigits(text.substr(0, 4)) && text[4] == 'X'))
        return "period_other";
    return "unknown_period";
}

Error periodAmbiguous(const PeriodTexts &texts, const std::string &column, const std::string &file)
{
    Error error;
    error.code = ErrorCode::PeriodAmbiguous;
    const std::optional<Period> month = Period::parse(texts.example);
    error.context = {
        {"file", file}, {"column", column}, {"value", texts.example}, {"school", schoolYear(texts.example)}};
    error.context.emplace_back("month.nl", month ? month->longText(Language::Dutch) : texts.example);
    error.context.emplace_back("month.en", month ? month->longText(Language::English) : texts.example);
    return error;
}

} // namespace evenredig
