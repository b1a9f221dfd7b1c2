// "How far from the reference, is it closing, who moved?"
#include "core/answer/rows.h"

#include <algorithm>

namespace evenredig {

namespace {

AnswerRow gapChangeOf(const Scope &scope, const PointRow &start, const PointRow &end)
{
    const LevelId g0 = *start.level, r0 = *start.reference, g1 = *end.level, r1 = *end.reference;
    AnswerRow row = changeRow(scope, start, end);
    addComparability(row, scope.levels().compare(r0, r1));
    row.reference = end.row.reference;
    row.decimalsReference = std::min(start.row.decimalsReference, end.row.decimalsReference);
    row.add(Key::GapFirst, scope.estimate(Formula::difference(g0, r0)));
    row.add(Key::GapLast, scope.estimate(Formula::difference(g1, r1)));
    if (row.comparability == Comparability::No)
        return row;
    const Formula change = Formula::gapChange(g1, r1, g0, r0);
    row.add(Key::GapChange, scope.estimate(change));
    row.add(Key::GroupChange, scope.estimate(Formula::difference(g1, g0)));
    row.add(Key::ReferenceChange, scope.estimate(Formula::difference(r1, r0)));
    if (scope.establishes(Formula::difference(g0, r0))) // else there is nothing to close
        row.add(Key::Closed, scope.estimate(Formula::shareClosed(g0, r0, g1, r1)));
    if (scope.indicator.trueZero)
        row.add(Key::RatioChange, scope.estimate(Formula::ratioChange(g0, r0, g1, r1)));
    scope.judge(row, Rule::GapChange, change);
    row.groupMovement = scope.movement(Formula::difference(g1, g0));
    row.referenceMovement = scope.movement(Formula::difference(r1, r0));
    return row;
}

} // namespace

Rows gapRows(const Scope &scope)
{
    const std::vector<PointRow> points = periodRows(scope);
    std::vector<AnswerRow> rows = rowsOnly(points);
    const bool any = std::any_of(rows.begin(), rows.end(),
                                 [](const AnswerRow &row) { return row.value(Key::Gap).has_value(); });
    if (!any && scope.referenceAbsent == ReferenceAbsent::Refuse) {
        if (scope.question.reference && !scope.hasAny(*scope.question.reference))
            return scope.referenceImpossible(*scope.question.reference, "not_in_data");
        return impossible(scope, "no_reference");
    }
    for (Course course : courses(points)) {
        course.erase(
            std::remove_if(course.begin(), course.end(), [](const PointRow *point) { return !point->reference; }),
            course.end());
        if (course.size() >= 2)
            rows.push_back(gapChangeOf(scope, *course.front(), *course.back()));
    }
    return rows;
}

} // namespace evenredig
