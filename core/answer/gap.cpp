// "How far from the reference, is it closing, who moved?"
#include "core/answer/rows.h"

#include "core/stats/verdict.h"

#include <algorithm>

namespace evenredig {

namespace {

void addGapChange(AnswerRow &row, bool judged, const FigureRowSource &first, const FigureRowSource &last,
                  const Scope &scope)
{
    const Indicator &indicator = scope.indicator;
    const Estimate gapFirst = differenceOf({first.figure, first.reference}, {1, -1}, indicator);
    const Estimate gapLast = differenceOf({last.figure, last.reference}, {1, -1}, indicator);
    const Estimate change = differenceOf({last.figure, last.reference, first.figure, first.reference}, {1, -1, -1, 1},
                                         indicator);
    row.estimates = {{"gap_first", gapFirst},
                     {"gap_last", gapLast},
                     {"gap_change", change},
                     {"group_change", differenceOf({last.figure, first.figure}, {1, -1}, indicator)},
                     {"reference_change", differenceOf({last.reference, first.reference}, {1, -1}, indicator)}};
    const Printed g0 = printedOf(*first.figure, indicator), r0 = printedOf(*first.reference, indicator);
    const Printed g1 = printedOf(*last.figure, indicator), r1 = printedOf(*last.reference, indicator);
    // With printed sampling margins the box of rounding is not the uncertainty; Fieller's interval needs the
    // covariance, which published figures do not carry, so there the share is given without an interval.
    Estimate closed = shareClosed(g0, r0, g1, r1);
    if (change.method == Method::Printed && closed.value) {
        closed.low.reset();
        closed.high.reset();
        closed.method = Method::None;
    }
    row.estimates.emplace_back("closed", closed);
    if (hasTrueZero(indicator.unit))
        row.estimates.emplace_back("ratio_change", ratioChange(g0, r0, g1, r1));
    if (!judged)
        return;
    const Judgement judgement = judgeGapChange(gapFirst, gapLast, change, indicator);
    row.verdict = judgement.verdict;
    row.size = judgement.size;
    row.established = judgement.established;
}

AnswerRow gapChangeRow(const Scope &scope, const FigureRowSource &first, const FigureRowSource &last)
{
    ChangeFrame frame = changeFrame(scope, first, last);
    const bool margins = hasMargins({first.figure, first.reference, last.figure, last.reference});
    if (frame.row.comparability == Comparability::No) {
        frame.row.estimates = {{"gap_first", differenceOf({first.figure, first.reference}, {1, -1}, scope.indicator)},
                               {"gap_last", differenceOf({last.figure, last.reference}, {1, -1}, scope.indicator)}};
        return frame.row;
    }
    if (!margins && frame.judged) {
        frame.row.status = Status::NoMargin;
        frame.row.verdict = Verdict::NoMargin;
    }
    addGapChange(frame.row, frame.judged && margins, first, last, scope);
    return frame.row;
}

} // namespace

std::vector<AnswerRow> gapRows(const Scope &scope)
{
    const std::vector<FigureRowSource> periods = periodRows(scope);
    std::vector<AnswerRow> rows;
    for (const FigureRowSource &source : periods)
        rows.push_back(source.row);
    for (std::vector<const FigureRowSource *> course : courses(periods)) {
        course.erase(std::remove_if(course.begin(), course.end(),
                                    [](const FigureRowSource *point) { return !point->reference; }),
                     course.end());
        if (course.size() >= 2)
            rows.push_back(gapChangeRow(scope, *course.front(), *course.back()));
    }
    return rows;
}

} // namespace evenredig
