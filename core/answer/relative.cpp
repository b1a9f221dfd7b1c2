// "What changed since the base period, in points and as a ratio?"
#include "core/answer/rows.h"

#include <algorithm>

namespace evenredig {

namespace {

void addReference(AnswerRow &row, const Scope &scope, const PointRow &base, const PointRow &point)
{
    if (!base.reference || !point.reference)
        return;
    row.reference = point.row.reference;
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
    row.reference.clear(); // unless its change is given beside
    row.baseProvisional = base.row.provisional;
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

/// The base period is not on this row's line: no change can be given. Where it is on another one, there is a break.
AnswerRow withoutBase(const Scope &scope, const PointRow &point, const Period &base)
{
    AnswerRow row = point.row;
    row.estimates = {{Key::Value, scope.estimate(Formula::level(*point.level))}};
    row.reference.clear();
    row.assessment = {};
    const std::vector<LevelId> elsewhere = scope.find(row.origin, row.generation, base);
    for (const LevelId id : elsewhere) {
        if (scope.levels().at(id).value)
            addComparability(row, scope.levels().compare(id, *point.level));
    }
    return row;
}

/// The point of a line in the base period; null where it has none.
const PointRow *pointIn(const Course &line, const std::string &period)
{
    const auto found = std::find_if(line.begin(), line.end(),
                                    [&](const PointRow *point) { return point->row.period().id() == period; });
    return found == line.end() ? nullptr : *found;
}

} // namespace

Rows relativeRows(const Scope &scope)
{
    const std::vector<PointRow> points = periodRows(scope);
    if (!anyTwoPeriods(points))
        return impossible(scope, "one_period");
    const std::vector<Course> lines = courses(points);
    // One base for all rows: changes since different years do not stand in one figure.
    const Period basePeriod = scope.question.base ? *Period::parse(*scope.question.base) : scope.periods.front();
    const std::string &period = basePeriod.id();
    std::vector<AnswerRow> rows;
    for (const PointRow &point : points) {
        const auto line = std::find_if(lines.begin(), lines.end(),
                                       [&](const Course &course) { return contains(course, &point); });
        if (line == lines.end()) {
            rows.push_back(point.row);
            continue;
        }
        const PointRow *base = pointIn(*line, period);
        rows.push_back(base ? rowSince(scope, *base, point) : withoutBase(scope, point, basePeriod));
    }
    return rows;
}

} // namespace evenredig
