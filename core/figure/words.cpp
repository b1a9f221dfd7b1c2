#include "core/figure/words.h"

#include "core/base/text.h"

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

/// What a source printed is shown as printed; only what is computed here is rounded (language.md §2).
int Words::decimalsOf(double value, const AnswerRow &row, int printed) const
{
    if (!row.computed)
        return printed;
    switch (m_answer.indicator.unit) {
    case Unit::Percent:
        if (row.sourceKind == SourceKind::Survey) // whole per cents; one decimal below 5
            return std::fabs(screen(value)) < 5 ? 1 : 0;
        return 1;
    case Unit::Euro:
    case Unit::Count: return 0;
    default: return 1;
    }
}

std::string Words::plain(double value, int decimals, Sign sign) const
{
    return formatNumber(value, decimals, m_options.numbers, sign);
}

std::string Words::number(double value, const AnswerRow &row, int printed, Sign sign) const
{
    const bool hundreds = m_answer.indicator.unit == Unit::Euro && row.computed && std::fabs(value) >= 1000;
    const double shown = hundreds ? std::round(tidyNumber(value / 100)) * 100 : screen(value);
    return plain(shown, decimalsOf(value, row, printed), sign);
}

std::string Words::number(double value, const AnswerRow &row, Sign sign) const
{
    return number(value, row, row.decimals, sign);
}

std::string Words::difference(double value, const AnswerRow &row, Sign sign) const
{
    const bool whole = m_answer.indicator.unit == Unit::Percent && row.computed && row.sourceKind == SourceKind::Survey;
    const int printed = row.reference.empty() ? row.decimals : std::min(row.decimals, row.decimalsReference);
    return whole ? plain(screen(value), 0, sign) : number(value, row, printed, sign);
}

std::string Words::of(const AnswerRow &row, Key key, Sign sign) const
{
    const double value = *row.value(key);
    const KeyTraits &traits = traitsOf(key);
    switch (traits.kind) {
    case KeyKind::Level: return number(value, row, traits.ofReference ? row.decimalsReference : row.decimals, sign);
    case KeyKind::Difference: return difference(value, row, sign);
    case KeyKind::Part: return plain(tidyNumber(value * 100), 0, sign) + "%";
    case KeyKind::Ratio: break;
    }
    return ratio(value);
}

std::string Words::interval(const Estimate &estimate, const AnswerRow &row) const
{
    if (!estimate.hasInterval())
        return {};
    const bool negative = *estimate.low < 0;
    return text(negative ? "interval.signed" : "interval.plain",
                {{"low", difference(*estimate.low, row)}, {"high", difference(*estimate.high, row)}});
}

std::string Words::intervalKind(const Estimate &estimate) const
{
    if (!estimate.hasInterval() || estimate.method == Method::Exact)
        return {};
    const std::string percent = plain(tidyNumber(m_answer.question.confidence * 100), 0);
    return text(isSampling(estimate.method) ? "interval.sampling" : "interval.rounding", {{"percent", percent}});
}

std::string Words::valueInterval(const Estimate &estimate, const AnswerRow &row) const
{
    if (!estimate.hasInterval())
        return {};
    // Half a unit of rounding has one decimal more than the figure, unless it was rounded to tens or more.
    const double half = screen(*estimate.value) - screen(*estimate.low);
    const double scaled = tidyNumber(half * std::pow(10, row.decimals));
    const int more = std::fabs(scaled - std::round(scaled)) > 1e-9 ? 1 : 0;
    const auto end = [&](double value) { return plain(screen(value), row.decimals + more); };
    return text("interval.plain", {{"low", end(*estimate.low)}, {"high", end(*estimate.high)}});
}

std::string Words::judgedInterval(const Estimate *estimate, const AnswerRow &row) const
{
    return estimate && row.status != Status::NoMargin ? interval(*estimate, row) : std::string();
}

std::string Words::ratio(double value) const
{
    return ratio(value, value);
}

/// Near 1 and below it one decimal would say nothing.
std::string Words::ratio(double value, double like) const
{
    return plain(value, like < 1.1 ? 2 : 1);
}

std::string Words::ratioInterval(const Estimate &estimate) const
{
    if (!estimate.hasInterval())
        return {};
    return text("interval.plain", {{"low", ratio(*estimate.low, estimate.value.value_or(*estimate.low))},
                                   {"high", ratio(*estimate.high, estimate.value.value_or(*estimate.high))}});
}

std::string Words::withUnit(const AnswerRow &row, Key key) const
{
    return text("unit_figure." + std::string(unitName(m_answer.indicator.unit)), {{"value", of(row, key)}});
}

std::string Words::inText(const AnswerRow &row, Key key) const
{
    return text("unit_text." + std::string(unitName(m_answer.indicator.unit)), {{"value", of(row, key)}});
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
    const Origin *origin = m_catalogue.origin(row.origin);
    if (origin && m_answer.indicator.unit == Unit::Count && !origin->countName.nl.empty())
        return origin->countName.in(m_options.language); // a count is no mean
    return m_catalogue.originName(row.origin, row.classification, m_options.language);
}

std::string Words::originAndGeneration(const AnswerRow &row) const
{
    const GenerationTerm *term = m_catalogue.generation(row.generation);
    if (row.generation == "total" || row.generation.empty() || !term)
        return origin(row);
    return origin(row) + ", " + term->name.in(m_options.language);
}

std::string Words::reference(const AnswerRow &row) const
{
    return m_catalogue.originName(row.reference, row.classification, m_options.language);
}

std::string Words::referencePeople(const AnswerRow &row) const
{
    return m_catalogue.originPeople(row.reference, row.classification, m_options.language);
}

std::string Words::filtered(const std::string &people) const
{
    const std::string &filter = m_answer.filter.in(m_options.language);
    return filter.empty() ? people : text("people.filtered", {{"people", people}, {"filter", filter}});
}

std::string Words::universe(const AnswerRow &row) const
{
    const std::string &own = row.universe.in(m_options.language);
    return own.empty() ? m_answer.indicator.people.in(m_options.language) : own;
}

std::string Words::universe() const
{
    std::vector<std::string> all;
    for (const AnswerRow &row : m_answer.rows) {
        if (!row.change && !row.estimates.empty() && !row.absence)
            addOnce(all, universe(row));
    }
    if (all.empty())
        all.push_back(m_answer.indicator.people.in(m_options.language));
    if (all.front().empty())
        all.front() = m_answer.universe.in(m_options.language);
    return filtered(joined(all, "; "));
}

/// "personen van 12 tot 65 jaar" and "met herkomst Marokko": people first, universe after (language.md §3). What the
/// universe says of origin itself goes, since a group is named.
std::string Words::peopleFirst(std::string population, const std::string &suffix) const
{
    if (const std::size_t at = population.find(text("people.outside")); at != std::string::npos)
        population.erase(at, text("people.outside").size());
    std::size_t end = population.size();
    const std::string behind = text("people.behind"); // words that begin what stands behind the noun
    for (std::size_t at = population.find(' '); at != std::string::npos; at = population.find(' ', at + 1)) {
        const std::string word = population.substr(at, population.find(' ', at + 1) - at) + " ";
        const bool comma = population[at - 1] == ',';
        if (comma || behind.find(word) != std::string::npos) {
            end = comma ? at - 1 : at;
            break;
        }
    }
    const std::string rest = population.substr(end);
    const bool open = rest.find(',') != std::string::npos; // an apposition is closed
    return population.substr(0, end) + " " + suffix + rest + (open ? "," : "");
}

std::string Words::people(const AnswerRow &row) const
{
    const Origin *origin = m_catalogue.origin(row.origin);
    const std::string suffix = m_catalogue.originSuffix(row.origin, row.classification, m_options.language);
    const std::string population = universe(row);
    std::string phrase = m_catalogue.originPeople(row.origin, row.classification, m_options.language);
    if (!population.empty() && origin && origin->role == Origin::Role::Everyone)
        phrase = text(population.starts_with(text("people.all")) ? "people.everyone.said" : "people.everyone",
                      {{"people", population}});
    else if (!population.empty() && !suffix.empty())
        phrase = peopleFirst(population, suffix);
    const GenerationTerm *term = m_catalogue.generation(row.generation);
    if (row.generation != "total" && term && !term->people.nl.empty())
        phrase += ", " + term->people.in(m_options.language) + ","; // an apposition is closed
    if (population.empty() && !m_answer.universe.nl.empty())
        phrase = text("people.filtered", {{"people", phrase}, {"filter", m_answer.universe.in(m_options.language)}});
    return filtered(phrase);
}

std::string Words::referenceInText(const AnswerRow &row) const
{
    if (row.reference.empty())
        return {};
    AnswerRow reference = row;
    reference.origin = row.reference;
    reference.generation = "total";
    return people(reference);
}

std::string Words::subject() const
{
    const Indicator &indicator = m_answer.indicator;
    const std::string &clause = indicator.clause.in(m_options.language);
    if (clause.empty())
        return text("subject.label", {{"label", indicator.label.in(m_options.language)}});
    const char *form = "subject.other";
    if (indicator.measure.kind == Measure::Kind::Share)
        form = "subject.share";
    else if (indicator.unit == Unit::Per1000 || indicator.unit == Unit::Per10000)
        form = "subject.rate";
    return text(form, {{"clause", clause}});
}

bool Words::isShare() const
{
    return m_answer.indicator.measure.kind == Measure::Kind::Share && !m_answer.indicator.clause.nl.empty();
}

std::string Words::period(const Period &period, bool provisional) const
{
    return period.shortText(m_options.language) + (provisional ? "*" : "");
}

std::string Words::periodInText(const Period &period) const
{
    if (period.kind() == Period::Kind::Pooled) // fits behind "in", "tussen" and "van", which "gemiddeld over" does not
        return text("period.pooled_in_text", {{"period", period.shortText(m_options.language)}});
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
    std::optional<Missing> found = row.absence;
    for (const auto &[key, estimate] : row.estimates) {
        if (!found && !estimate.value)
            found = estimate.absence;
    }
    const Missing reason = found.value_or(Missing::NotAsked);
    const bool persons = reason == Missing::NotAsked && row.computed;
    return text("absence." + std::string(missingName(reason)) + (persons ? ".persons" : ""));
}

std::string Words::absence(const AnswerRow &row, Key key) const
{
    AnswerRow alone = row;
    alone.estimates.clear();
    if (const Estimate *estimate = row.estimate(key); estimate && estimate->absence)
        alone.absence = estimate->absence;
    return absence(alone);
}

std::string Words::nothingToShow() const
{
    for (const AnswerRow &row : m_answer.rows) {
        if (row.comparability == Comparability::No)
            return text("panel.empty.not_comparable", {{"reason", row.comparabilityReason.in(m_options.language)}});
    }
    return text("panel.empty");
}

std::string Words::absenceSymbol(const AnswerRow &row, Key key) const
{
    const Estimate *estimate = row.estimate(key);
    return estimate && isHidden(estimate->absence) ? "x" : ".";
}

std::string Words::verdict(const AnswerRow &row) const
{
    if (row.assessment.verdict == Verdict::None)
        return {};
    const std::string name(verdictName(row.assessment.verdict));
    if (row.change || row.estimate(Key::Change)) {
        if (row.estimate(Key::GapFirst) && hasText(m_options.language, "verdict_gap." + name))
            return text("verdict_gap." + name);
        return changeVerdict(row);
    }
    const std::optional<double> gap = row.estimate(Key::Contrast) ? row.value(Key::Contrast) : row.value(Key::Gap);
    if (row.assessment.verdict == Verdict::MoreFavourable || row.assessment.verdict == Verdict::LessFavourable)
        return text("verdict." + name + (gap.value_or(0) > 0 ? ".higher" : ".lower"));
    if (row.assessment.size == Size::Small)
        return text("verdict." + name + ".small");
    if (row.assessment.verdict == Verdict::TooFew && row.status == Status::Ok) // a complete count
        return text("verdict.too_few.complete");
    return text("verdict." + name);
}

std::string Words::changeVerdict(const AnswerRow &row) const
{
    if (row.assessment.verdict == Verdict::None)
        return {};
    const std::string name(verdictName(row.assessment.verdict));
    if (row.assessment.verdict == Verdict::TooFew && row.status == Status::Ok)
        return text("verdict.too_few.complete");
    if (hasText(m_options.language, "verdict." + name) && !hasText(m_options.language, "verdict_change." + name))
        return text("verdict." + name); // why there is none
    const bool small = row.assessment.size == Size::Small
                       && hasText(m_options.language, "verdict_change." + name + ".small");
    return text("verdict_change." + name + (small ? ".small" : ""));
}

} // namespace evenredig
