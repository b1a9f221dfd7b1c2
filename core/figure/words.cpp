#include "core/figure/words.h"

#include <algorithm>
#include <cmath>

namespace evenredig {

Words::Words(const Answer &answer, const Catalogue &catalogue, const FigureOptions &options)
    : m_answer(answer), m_catalogue(catalogue), m_options(options), m_factor(screenFactor(answer.indicator.unit))
{}

std::string Words::text(std::string_view key, const TextArguments &arguments) const
{
    return evenredig::text(m_options.language, key, arguments);
}

int Words::decimalsOf(double value, const AnswerRow &row) const
{
    switch (m_answer.indicator.unit) {
    case Unit::Percent:
        if (row.sourceKind == SourceKind::Survey) // whole per cents; one decimal below 5 (language.md §2)
            return std::fabs(screen(value)) < 5 ? std::min(1, row.decimals) : 0;
        return row.decimals;
    case Unit::Mean:
    case Unit::Index: return 1;
    case Unit::Euro:
    case Unit::Count: return 0;
    default: return row.decimals;
    }
}

std::string Words::plain(double value, int decimals, Sign sign) const
{
    return formatNumber(value, decimals, m_options.numbers, sign);
}

std::string Words::number(double value, const AnswerRow &row, Sign sign) const
{
    if (m_answer.indicator.unit == Unit::Euro)
        return plain(std::round(tidyNumber(value / 100)) * 100, 0, sign);
    return plain(screen(value), decimalsOf(value, row), sign);
}

std::string Words::difference(double value, const AnswerRow &row, Sign sign) const
{
    if (m_answer.indicator.unit == Unit::Euro)
        return number(value, row, sign);
    if (m_answer.indicator.unit == Unit::Percent && row.sourceKind == SourceKind::Survey)
        return plain(screen(value), 0, sign);
    return plain(screen(value), decimalsOf(value, row), sign);
}

std::string Words::interval(const Estimate &estimate, const AnswerRow &row) const
{
    if (!estimate.hasInterval())
        return {};
    const bool negative = *estimate.low < 0;
    return text(negative ? "interval.signed" : "interval.plain",
                {{"low", difference(*estimate.low, row)}, {"high", difference(*estimate.high, row)}});
}

std::string Words::judgedInterval(const Estimate *estimate, const AnswerRow &row) const
{
    return estimate && row.status != Status::NoMargin ? interval(*estimate, row) : std::string();
}

std::string Words::ratio(double value) const
{
    return plain(value, value < 1 ? 2 : 1);
}

std::string Words::ratioInterval(const Estimate &estimate) const
{
    if (!estimate.hasInterval())
        return {};
    return text("interval.plain", {{"low", ratio(*estimate.low)}, {"high", ratio(*estimate.high)}});
}

std::string Words::withUnit(double value, const AnswerRow &row) const
{
    return text("unit_figure." + std::string(unitName(m_answer.indicator.unit)), {{"value", number(value, row)}});
}

std::string Words::inText(double value, const AnswerRow &row) const
{
    return text("unit_text." + std::string(unitName(m_answer.indicator.unit)), {{"value", number(value, row)}});
}

std::string Words::differenceInText(double value, const AnswerRow &row) const
{
    return text("unit_difference." + std::string(unitName(m_answer.indicator.unit)),
                {{"value", difference(std::fabs(value), row)}});
}

std::string Words::unitShort() const
{
    return text("unit_short." + std::string(unitName(m_answer.indicator.unit)));
}

std::string Words::unitOfDifference() const
{
    return text("unit_of_difference." + std::string(unitName(m_answer.indicator.unit)));
}

std::string Words::origin(const AnswerRow &row) const
{
    return m_catalogue.originName(row.origin, row.classification, m_options.language);
}

std::string Words::originAndGeneration(const AnswerRow &row) const
{
    const GenerationTerm *term = m_catalogue.generation(row.generation);
    if (row.generation == "total" || row.generation.empty() || !term)
        return origin(row);
    return origin(row) + ", " + term->name.in(m_options.language);
}

std::string Words::reference(std::string_view classification) const
{
    return m_catalogue.originName(m_answer.reference, classification, m_options.language);
}

std::string Words::referencePeople(std::string_view classification) const
{
    return m_catalogue.originPeople(m_answer.reference, classification, m_options.language);
}

std::string Words::people(const AnswerRow &row) const
{
    const Origin *origin = m_catalogue.origin(row.origin);
    const std::string &universe = m_answer.indicator.people.in(m_options.language);
    std::string phrase;
    if (!origin || origin->kind == Origin::Kind::Reference || universe.empty() || origin->suffix.nl.empty())
        phrase = m_catalogue.originPeople(row.origin, row.classification, m_options.language);
    else
        phrase = universe + " " + origin->suffix.in(m_options.language);
    const GenerationTerm *term = m_catalogue.generation(row.generation);
    if (row.generation != "total" && term && !term->people.nl.empty())
        phrase += ", " + term->people.in(m_options.language);
    return phrase;
}

std::string Words::subject() const
{
    const Indicator &indicator = m_answer.indicator;
    const std::string &clause = indicator.clause.in(m_options.language);
    const char *form = "subject.other";
    if (indicator.measure.kind == Measure::Kind::Share)
        form = "subject.share";
    else if (indicator.unit == Unit::Per1000 || indicator.unit == Unit::Per10000)
        form = "subject.rate";
    return text(form, {{"clause", clause}});
}

std::string Words::period(const Period &period, bool provisional) const
{
    return period.shortText(m_options.language) + (provisional ? "*" : "");
}

std::string Words::periodInText(const Period &period) const
{
    return period.longText(m_options.language);
}

std::string Words::periodSpan() const
{
    if (m_answer.periods.empty())
        return {};
    const auto starred = [&](const Period &wanted) {
        const bool provisional = std::any_of(m_answer.rows.begin(), m_answer.rows.end(), [&](const AnswerRow &row) {
            return !row.change && row.provisional && row.period() == wanted;
        });
        return period(wanted, provisional);
    };
    const std::string first = starred(m_answer.periods.front());
    if (m_answer.periods.size() == 1)
        return first;
    return text("period.span", {{"first", first}, {"last", starred(m_answer.periods.back())}});
}

std::string Words::absence(const AnswerRow &row) const
{
    return text("absence." + std::string(missingName(row.absence.value_or(Missing::NotAsked))));
}

std::string Words::absenceSymbol(const AnswerRow &row) const
{
    return row.status == Status::Suppressed || row.status == Status::TooFew ? "x" : ".";
}

std::string Words::verdict(const AnswerRow &row) const
{
    if (row.verdict == Verdict::None)
        return {};
    const std::string name(verdictName(row.verdict));
    if (row.change || row.estimate("change")) {
        if (row.estimate("gap_first") && row.verdict != Verdict::NoMargin && row.verdict != Verdict::NotComparable)
            return text("verdict_gap." + name);
        return changeVerdict(row);
    }
    const std::optional<double> gap = row.estimate("contrast") ? row.value("contrast") : row.value("gap");
    if (row.verdict == Verdict::MoreFavourable || row.verdict == Verdict::LessFavourable)
        return text("verdict." + name + (gap.value_or(0) > 0 ? ".higher" : ".lower"));
    if (row.size == Size::Small)
        return text("verdict." + name + ".small");
    if (row.verdict == Verdict::TooFew && row.value("value"))
        return text("verdict.too_few.complete");
    return text("verdict." + name);
}

std::string Words::changeVerdict(const AnswerRow &row) const
{
    if (row.verdict == Verdict::None)
        return {};
    const std::string name(verdictName(row.verdict));
    if (row.verdict == Verdict::NoMargin || row.verdict == Verdict::NotComparable)
        return text("verdict." + name);
    const bool small = row.size == Size::Small && hasText(m_options.language, "verdict_change." + name + ".small");
    return text("verdict_change." + name + (small ? ".small" : ""));
}

} // namespace evenredig
