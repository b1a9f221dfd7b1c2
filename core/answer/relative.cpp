// "What changed since the base period, in points and as a ratio?"
#include "core/answer/rows.h"

#include "core/stats/verdict.h"

#include <algorithm>

namespace evenredig {

namespace {

// (1 − v₁)/(1 − v₀): the change of the share that falls short.
Estimate shortfallRatio(const Printed &last, const Printed &base)
{
    const auto shortOf = [](const Printed &p) { return Printed{1 - p.value, 1 - p.high, 1 - p.low}; };
    return ratio(shortOf(last), shortOf(base));
}

void addReference(AnswerRow &row, const FigureRowSource &base, const FigureRowSource &last, const Indicator &indicator)
{
    if (!base.reference || !last.reference)
        return;
    row.estimates.emplace_back("reference_base", valueOf(*base.reference, indicator));
    row.estimates.emplace_back("reference_change", differenceOf({last.reference, base.reference}, {1, -1}, indicator));
    if (!hasTrueZero(indicator.unit))
        return;
    const Printed r0 = printedOf(*base.reference, indicator), r1 = printedOf(*last.reference, indicator);
    row.estimates.emplace_back("reference_ratio", ratio(r1, r0));
    // How much more the group moved than the reference, in points and as a ratio: they can disagree.
    row.estimates.emplace_back(
        "more_in_points",
        differenceOf({last.figure, base.figure, last.reference, base.reference}, {1, -1, -1, 1}, indicator));
    row.estimates.emplace_back(
        "more_in_ratio", ratioChange(r1, r0, printedOf(*last.figure, indicator), printedOf(*base.figure, indicator)));
}

AnswerRow rowSince(const Scope &scope, const FigureRowSource &base, const FigureRowSource &point)
{
    AnswerRow row = point.row;
    row.estimates = {{"value", valueOf(*point.figure, scope.indicator)}};
    row.verdict = Verdict::None;
    row.size = Size::None;
    row.established.reset();
    row.mdv.reset();
    row.base = base.figure->period;
    const Indicator &indicator = scope.indicator;
    row.estimates.emplace_back("base", valueOf(*base.figure, indicator));
    if (&base == &point)
        return row;
    const ChangeFrame frame = changeFrame(scope, base, point);
    row.comparability = frame.row.comparability;
    row.comparabilityReason = frame.row.comparabilityReason;
    if (!frame.judged) {
        row.verdict = frame.row.verdict;
        row.status = frame.row.status;
    }
    if (row.comparability == Comparability::No)
        return row;
    const Estimate change = differenceOf({point.figure, base.figure}, {1, -1}, indicator);
    row.estimates.emplace_back("change", change);
    if (hasTrueZero(indicator.unit))
        row.estimates.emplace_back("ratio",
                                   ratio(printedOf(*point.figure, indicator), printedOf(*base.figure, indicator)));
    if (indicator.unit == Unit::Percent)
        row.estimates.emplace_back(
            "shortfall_ratio", shortfallRatio(printedOf(*point.figure, indicator), printedOf(*base.figure, indicator)));
    addReference(row, base, point, indicator);
    if (frame.judged) {
        const Judgement judgement = judgeChange(change, indicator);
        row.verdict = judgement.verdict;
        row.size = judgement.size;
        row.established = judgement.established;
    }
    return row;
}

} // namespace

std::vector<AnswerRow> relativeRows(const Scope &scope)
{
    const std::vector<FigureRowSource> periods = periodRows(scope);
    const auto lines = courses(periods);
    std::vector<AnswerRow> rows;
    for (const FigureRowSource &source : periods) {
        const auto line = std::find_if(lines.begin(), lines.end(),
                                       [&](const std::vector<const FigureRowSource *> &course) {
                                           return std::find(course.begin(), course.end(), &source) != course.end();
                                       });
        if (line == lines.end()) {
            rows.push_back(source.row);
            continue;
        }
        const auto base = std::find_if(line->begin(), line->end(), [&](const FigureRowSource *point) {
            return !scope.question.base || point->figure->period.id() == *scope.question.base;
        });
        if (base == line->end()) {
            // The base period is not on this line: no change can be given.
            AnswerRow row = source.row;
            row.estimates = {{"value", valueOf(*source.figure, scope.indicator)}};
            row.status = Status::NotComparable;
            row.verdict = Verdict::NotComparable;
            rows.push_back(std::move(row));
            continue;
        }
        rows.push_back(rowSince(scope, **base, source));
    }
    return rows;
}

} // namespace evenredig
