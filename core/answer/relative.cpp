// "What changed since the base period, in points and as a ratio?"
#include "core/answer/rows.h"

#include <algorithm>

namespace evenredig {

namespace {

void addReference(AnswerRow &row, const Scope &scope, const PointRow &base, const PointRow &point)
{
    if (!base.reference || !point.reference)
        return;
    const LevelId g0 = *base.level, g1 = *point.level, r0 = *base.reference, r1 = *point.reference;
    row.add(Key::ReferenceBase, scope.estimate(Formula::level(r0)));
    row.add(Key::ReferenceChange, scope.estimate(Formula::difference(r1, r0)));
    row.referenceMovement = scope.movement(Formula::difference(r1, r0));
    if (!scope.indicator.trueZero)
        return;
    row.add(Key::ReferenceRatio, scope.estimate(Formula::ratio(r1, r0)));
    // How much more the group moved than the reference, in points and as a ratio: they can disagree.
    row.add(Key::MoreInPoints, scope.estimate(Formula::gapChange(g1, r1, g0, r0)));
    row.add(Key::MoreInRatio, scope.estimate(Formula::ratioChange(r1, r0, g1, g0)));
}

AnswerRow rowSince(const Scope &scope, const PointRow &base, const PointRow &point)
{
    AnswerRow row = point.row;
    row.estimates.clear();
    row.assessment = {};
    if (scope.levels().uncertainty(*point.level) != Uncertainty::NotPrinted)
        row.status = Status::Ok; // that of its comparison with the reference is not this row's
    row.base = base.row.period();
    row.add(Key::Value, scope.estimate(Formula::level(*point.level)));
    row.add(Key::Base, scope.estimate(Formula::level(*base.level)));
    if (&base == &point)
        return row;
    const AnswerRow change = changeRow(scope, base, point);
    row.comparability = change.comparability;
    row.comparabilityReason = change.comparabilityReason;
    if (row.comparability == Comparability::No) {
        row.status = change.status;
        row.assessment = change.assessment;
        return row;
    }
    const LevelId v0 = *base.level, v1 = *point.level;
    row.add(Key::Change, scope.estimate(Formula::difference(v1, v0)));
    if (scope.indicator.trueZero)
        row.add(Key::Ratio, scope.estimate(Formula::ratio(v1, v0)));
    if (scope.indicator.unit == Unit::Percent)
        row.add(Key::ShortfallRatio, scope.estimate(Formula::shortfallRatio(v1, v0)));
    addReference(row, scope, base, point);
    scope.judge(row, Rule::Change, Formula::difference(v1, v0));
    return row;
}

/// The base period is not on this row's line: no change can be given.
AnswerRow withoutBase(const Scope &scope, const PointRow &point)
{
    AnswerRow row = point.row;
    row.estimates = {{Key::Value, scope.estimate(Formula::level(*point.level))}};
    row.status = Status::NotComparable;
    row.assessment = {Verdict::NotComparable, Size::None, std::nullopt, std::nullopt};
    return row;
}

} // namespace

Rows relativeRows(const Scope &scope)
{
    const std::vector<PointRow> points = periodRows(scope);
    if (!anyTwoPeriods(points))
        return impossible(scope, "one_period");
    const std::vector<Course> lines = courses(points);
    std::vector<AnswerRow> rows;
    for (const PointRow &point : points) {
        const auto line = std::find_if(lines.begin(), lines.end(),
                                       [&](const Course &course) { return contains(course, &point); });
        if (line == lines.end()) {
            rows.push_back(point.row);
            continue;
        }
        const auto base = std::find_if(line->begin(), line->end(), [&](const PointRow *other) {
            return !scope.question.base || other->row.period().id() == *scope.question.base;
        });
        rows.push_back(base == line->end() ? withoutBase(scope, point) : rowSince(scope, **base, point));
    }
    return rows;
}

} // namespace evenredig
