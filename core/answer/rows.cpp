#include "core/answer/rows.h"

#include "core/base/texts.h"
#include "core/stats/verdict.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace evenredig {

namespace {

bool hasPrintedMargin(const PublishedFigure &figure)
{
    return figure.low && figure.high;
}

Status statusOf(Missing reason)
{
    switch (reason) {
    case Missing::Suppressed: return Status::Suppressed;
    case Missing::TooFew: return Status::TooFew;
    case Missing::NotApplicable:
    case Missing::Impossible: return Status::NotApplicable;
    default: return Status::NotAsked;
    }
}

// The verdict of a complete count also asks whether chance alone could do it, where the counts are known.
bool countsAllowVerdict(const PublishedFigure &figure, const PublishedFigure &reference, Unit unit)
{
    if (!enoughForVerdict(*figure.value, figure.n, unit) || !enoughForVerdict(*reference.value, reference.n, unit))
        return false;
    if (!figure.n || !reference.n)
        return true;
    return !chanceCoversZero(*figure.value, *figure.n, *reference.value, *reference.n, unit).value_or(false);
}

void addComparison(FigureRowSource &source, const Scope &scope)
{
    const PublishedFigure &figure = *source.figure;
    const PublishedFigure &reference = *source.reference;
    AnswerRow &row = source.row;
    row.estimates.emplace_back("reference", valueOf(reference, scope.indicator));
    const Estimate gap = differenceOf({&figure, &reference}, {1, -1}, scope.indicator);
    row.estimates.emplace_back("gap", gap);
    if (hasTrueZero(scope.indicator.unit))
        row.estimates.emplace_back("ratio",
                                   ratio(printedOf(figure, scope.indicator), printedOf(reference, scope.indicator)));
    if (scope.indicator.unit == Unit::Count)
        return; // context: sizes of populations are not judged
    if (!hasMargins({&figure, &reference})) {
        row.status = Status::NoMargin;
        row.verdict = Verdict::NoMargin;
        return;
    }
    if (figure.sourceKind == SourceKind::Register && !countsAllowVerdict(figure, reference, scope.indicator.unit)) {
        row.verdict = Verdict::TooFew;
        return;
    }
    const Judgement judgement = judgeDifference(gap, scope.indicator);
    row.verdict = judgement.verdict;
    row.size = judgement.size;
    row.established = judgement.established;
    if (gap.se && judgement.verdict == Verdict::NotDemonstrable)
        row.mdv = 2.8 * *gap.se;
}

/// From rows of persons, as yet without an interval: value and reference stand side by side, with no verdict.
void addComputed(FigureRowSource &source, const Scope &scope)
{
    const PublishedFigure &figure = *source.figure;
    AnswerRow &row = source.row;
    row.nEffective = figure.nEffective;
    row.missing = figure.missing;
    row.estimates.emplace_back("value", valueOf(figure, scope.indicator));
    if (*figure.n < scope.indicator.minimumN)
        row.status = Status::TooFew;
    source.reference = scope.referenceOf(figure);
    if (source.reference)
        row.estimates.emplace_back("reference", valueOf(*source.reference, scope.indicator));
}

FigureRowSource rowOf(const PublishedFigure &figure, const Scope &scope)
{
    FigureRowSource source;
    source.figure = &figure;
    AnswerRow &row = source.row;
    row.origin = figure.origin;
    row.generation = figure.generation;
    row.periods = {figure.period};
    row.dataset = figure.dataset;
    row.classification = figure.classification;
    row.series = seriesOf(figure);
    row.sourceKind = figure.sourceKind;
    row.n = figure.n;
    row.provisional = figure.provisional;
    row.decimals = figure.decimals;
    if (!figure.value) {
        row.absence = figure.absence.value_or(Missing::Unknown);
        row.status = statusOf(*row.absence);
        row.estimates.emplace_back("value", Estimate{});
        row.verdict = row.status == Status::Suppressed || row.status == Status::TooFew ? Verdict::TooFew
                                                                                       : Verdict::None;
        if (row.status == Status::Suppressed)
            row.n.reset();
        return source;
    }
    if (figure.computed) {
        addComputed(source, scope);
        return source;
    }
    row.status = figure.provisional ? Status::Provisional : Status::Ok;
    row.estimates.emplace_back("value", valueOf(figure, scope.indicator));
    if (!hasMargins({&figure}))
        row.status = Status::NoMargin;
    source.reference = scope.referenceOf(figure);
    if (source.reference)
        addComparison(source, scope);
    return source;
}

// A row for what was asked and is not there, so that nobody takes its absence for a forgotten line.
FigureRowSource absentRow(const Scope &scope, const std::string &origin, const std::string &generation,
                          const Period &period)
{
    FigureRowSource source;
    source.row.origin = origin;
    source.row.generation = generation;
    source.row.periods = {period};
    source.row.status = Status::NotAsked;
    source.row.absence = Missing::NotAsked;
    source.row.estimates.emplace_back("value", Estimate{});
    for (const PublishedFigure &figure : scope.figures) {
        if (figure.period == period) {
            source.row.dataset = figure.dataset;
            source.row.classification = figure.classification;
            source.row.series = seriesOf(figure);
            source.row.sourceKind = figure.sourceKind;
            source.row.decimals = figure.decimals;
            break;
        }
    }
    return source;
}

} // namespace

Printed printedOf(const PublishedFigure &figure, const Indicator &indicator)
{
    return printed(*figure.value, figure.half, indicator.unit);
}

Estimate valueOf(const PublishedFigure &figure, const Indicator &indicator)
{
    Estimate estimate;
    estimate.value = figure.value;
    if (figure.computed)
        return estimate;
    if (hasPrintedMargin(figure)) {
        estimate.low = figure.low;
        estimate.high = figure.high;
        estimate.se = printedStandardError(*figure.low, *figure.high, figure.half);
        estimate.method = Method::Printed;
        return estimate;
    }
    const Printed box = printedOf(figure, indicator);
    estimate.low = box.low;
    estimate.high = box.high;
    estimate.method = figure.half > 0 ? Method::Rounding : Method::Exact;
    return estimate;
}

Estimate differenceOf(const std::vector<const PublishedFigure *> &figures, const std::vector<double> &coefficients,
                      const Indicator &indicator)
{
    std::vector<Printed> boxes;
    bool margins = false;
    double variance = 0;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        boxes.push_back(printedOf(*figures[i], indicator));
        if (hasPrintedMargin(*figures[i])) {
            margins = true;
            const double se = printedStandardError(*figures[i]->low, *figures[i]->high, figures[i]->half);
            variance += coefficients[i] * coefficients[i] * se * se;
        } else {
            variance += coefficients[i] * coefficients[i] * figures[i]->half * figures[i]->half / 3;
        }
    }
    Estimate estimate = linear(boxes, coefficients);
    if (!margins)
        return estimate;
    constexpr double z = 1.959963984540054; // qnorm(0.975)
    estimate.se = std::sqrt(variance);
    estimate.low = *estimate.value - z * *estimate.se;
    estimate.high = *estimate.value + z * *estimate.se;
    estimate.method = Method::Printed;
    return estimate;
}

bool hasMargins(const std::vector<const PublishedFigure *> &figures)
{
    return std::all_of(figures.begin(), figures.end(), [](const PublishedFigure *figure) {
        return figure->sourceKind == SourceKind::Register || hasPrintedMargin(*figure);
    });
}

std::vector<FigureRowSource> periodRows(const Scope &scope)
{
    std::vector<FigureRowSource> rows;
    for (const std::string &origin : scope.origins) {
        const bool reference = origin == "none_background" || origin == "national";
        const std::vector<std::string> generations = reference ? std::vector<std::string>{"total"} : scope.generations;
        for (const std::string &generation : generations) {
            for (const Period &period : scope.periods) {
                bool found = false;
                for (const PublishedFigure &figure : scope.figures) {
                    if (figure.origin != origin || figure.generation != generation || !(figure.period == period))
                        continue;
                    rows.push_back(rowOf(figure, scope));
                    found = true;
                }
                if (!found)
                    rows.push_back(absentRow(scope, origin, generation, period));
            }
        }
    }
    return rows;
}

std::vector<std::vector<const FigureRowSource *>> courses(const std::vector<FigureRowSource> &rows)
{
    std::vector<std::vector<const FigureRowSource *>> result;
    std::vector<std::string> keys;
    for (const FigureRowSource &row : rows) {
        if (!row.figure || !row.figure->value)
            continue;
        const std::string key = row.row.origin + "|" + row.row.generation + "|" + row.row.series;
        const auto found = std::find(keys.begin(), keys.end(), key);
        if (found == keys.end()) {
            keys.push_back(key);
            result.push_back({&row});
        } else {
            result[static_cast<std::size_t>(found - keys.begin())].push_back(&row);
        }
    }
    return result;
}

ChangeFrame changeFrame(const Scope &scope, const FigureRowSource &first, const FigureRowSource &last)
{
    ChangeFrame frame;
    AnswerRow &row = frame.row;
    row.change = true;
    row.origin = last.row.origin;
    row.generation = last.row.generation;
    row.periods = {first.figure->period, last.figure->period};
    row.dataset = last.row.dataset;
    row.classification = last.row.classification;
    row.series = last.row.series;
    row.sourceKind = last.row.sourceKind;
    row.provisional = first.row.provisional || last.row.provisional;
    row.decimals = std::min(first.row.decimals, last.row.decimals);
    const auto comparison = scope.compare(*first.figure, *last.figure);
    row.comparability = comparison.first;
    row.comparabilityReason = comparison.second;
    if (comparison.first == Comparability::No) {
        row.status = Status::NotComparable;
        row.verdict = Verdict::NotComparable;
        frame.judged = false;
    } else if (!hasMargins({first.figure, last.figure})) {
        row.status = Status::NoMargin;
        row.verdict = Verdict::NoMargin;
        frame.judged = false;
    } else if (row.provisional) {
        row.status = Status::Provisional;
    }
    if (scope.indicator.unit == Unit::Count)
        frame.judged = false;
    return frame;
}

std::vector<AnswerRow> brokenChanges(const Scope &scope, const std::vector<FigureRowSource> &rows)
{
    std::vector<AnswerRow> result;
    std::vector<std::pair<std::string, std::string>> done;
    for (const FigureRowSource &row : rows) {
        const std::pair key{row.row.origin, row.row.generation};
        if (!row.figure || !row.figure->value || std::find(done.begin(), done.end(), key) != done.end())
            continue;
        done.push_back(key);
        const FigureRowSource *first = &row;
        const FigureRowSource *last = &row;
        for (const FigureRowSource &other : rows) {
            if (!other.figure || !other.figure->value || std::pair{other.row.origin, other.row.generation} != key)
                continue;
            if (earlier(other.figure->period, first->figure->period))
                first = &other;
            if (!earlier(other.figure->period, last->figure->period))
                last = &other;
        }
        if (first->row.series == last->row.series)
            continue;
        ChangeFrame frame = changeFrame(scope, *first, *last);
        frame.row.estimates = {{"first", valueOf(*first->figure, scope.indicator)},
                               {"last", valueOf(*last->figure, scope.indicator)}};
        result.push_back(std::move(frame.row));
    }
    return result;
}

} // namespace evenredig
