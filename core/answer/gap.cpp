// "How far from the reference, is it closing, who moved?"
#include "core/answer/rows.h"

#include <algorithm>

namespace evenredig {

namespace {

void addEnds(AnswerRow &row, const Scope &scope, const PointRow &start, const PointRow &end)
{
    row.reference = end.row.reference;
    row.decimalsReference = std::min(start.row.decimalsReference, end.row.decimalsReference);
    row.add(Key::GapFirst, scope.estimate(Formula::difference(*start.level, *start.reference)));
    row.add(Key::GapLast, scope.estimate(Formula::difference(*end.level, *end.reference)));
}

AnswerRow gapChangeOf(const Scope &scope, const PointRow &start, const PointRow &end)
{
    const LevelId g0 = *start.level, r0 = *start.reference, g1 = *end.level, r1 = *end.reference;
    AnswerRow row = changeRow(scope, start, end);
    addComparability(row, scope.levels().compare(r0, r1));
    addEnds(row, scope, start, end);
    if (row.comparability == Comparability::No)
        return row;
    const Formula change = Formula::gapChange(g1, r1, g0, r0);
    row.add(Key::GapChange, scope.estimate(change));
    row.add(Key::GroupChange, scope.estimate(Formula::difference(g1, g0)));
    row.add(Key::ReferenceChange, scope.estimate(Formula::difference(r1, r0)));
    if (scope.indicator.trueZero)
        row.add(Key::RatioChange, scope.estimate(Formula::ratioChange(g0, r0, g1, r1)));
    scope.judge(row, Rule::GapChange, change);
    if (const Estimate *ratios = row.estimate(Key::RatioChange))
        row.measures = measuresOfGap(row.assessment, *start.row.estimate(Key::Ratio), *ratios);
    const bool judged = row.assessment.established.has_value() && row.assessment.verdict != Verdict::Reversed;
    if (judged && scope.establishes(Formula::difference(g0, r0))) // else there is nothing to close
        row.add(Key::Closed, scope.estimate(Formula::shareClosed(g0, r0, g1, r1)));
    row.groupMovement = scope.movement(Formula::difference(g1, g0));
    row.referenceMovement = scope.movement(Formula::difference(r1, r0));
    return row;
}

} // namespace

Rows gapRows(const Scope &scope)
{
    std::vector<PointRow> points = periodRows(scope);
    std::vector<AnswerRow> rows = rowsOnly(points);
    const bool any = std::any_of(rows.begin(), rows.end(),
                                 [](const AnswerRow &row) { return row.value(Key::Gap).has_value(); });
    if (!any && scope.referenceAbsent == ReferenceAbsent::Refuse) {
        if (scope.question.reference && !scope.hasAny(*scope.question.reference))
            return scope.referenceImpossible(*scope.question.reference, "not_in_data");
        return impossible(scope, "no_reference");
    }
    points.erase(std::remove_if(points.begin(), points.end(), [](const PointRow &point) { return !point.reference; }),
                 points.end());
    for (const Course &course : courses(points)) {
        if (course.size() >= 2)
            rows.push_back(gapChangeOf(scope, *course.front(), *course.back()));
    }
    for (BrokenChange &broken : brokenChanges(scope, points, rows)) {
        addEnds(broken.row, scope, *broken.first, *broken.last);
        rows.push_back(std::move(broken.row));
    }
    return rows;
}

} // namespace evenredig
