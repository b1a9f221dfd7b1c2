// "How did each develop over time?": the period rows, and per line the change from first to last.
#include "core/answer/rows.h"

#include "core/stats/verdict.h"

namespace evenredig {

namespace {

Estimate slopeOf(const std::vector<const FigureRowSource *> &course, const Scope &scope)
{
    std::vector<const PublishedFigure *> figures;
    std::vector<double> years;
    for (const FigureRowSource *point : course) {
        figures.push_back(point->figure);
        years.push_back(point->figure->period.axisPosition());
    }
    return differenceOf(figures, slopeCoefficients(years), scope.indicator);
}

AnswerRow changeRow(const Scope &scope, const std::vector<const FigureRowSource *> &course)
{
    const FigureRowSource &first = *course.front();
    const FigureRowSource &last = *course.back();
    ChangeFrame frame = changeFrame(scope, first, last);
    AnswerRow &row = frame.row;
    row.estimates.emplace_back("first", valueOf(*first.figure, scope.indicator));
    row.estimates.emplace_back("last", valueOf(*last.figure, scope.indicator));
    if (row.comparability == Comparability::No)
        return row;
    const Estimate change = differenceOf({last.figure, first.figure}, {1, -1}, scope.indicator);
    row.estimates.emplace_back("change", change);
    if (course.size() >= 3)
        row.estimates.emplace_back("slope", slopeOf(course, scope));
    if (frame.judged) {
        const Judgement judgement = judgeChange(change, scope.indicator);
        row.verdict = judgement.verdict;
        row.size = judgement.size;
        row.established = judgement.established;
    }
    return row;
}

} // namespace

std::vector<AnswerRow> developmentRows(const Scope &scope)
{
    const std::vector<FigureRowSource> periods = periodRows(scope);
    std::vector<AnswerRow> rows;
    for (const FigureRowSource &source : periods)
        rows.push_back(source.row);
    for (const auto &course : courses(periods)) {
        if (course.size() >= 2)
            rows.push_back(changeRow(scope, course));
    }
    std::vector<AnswerRow> broken = brokenChanges(scope, periods);
    for (AnswerRow &row : broken)
        rows.push_back(std::move(row));
    return rows;
}

} // namespace evenredig
