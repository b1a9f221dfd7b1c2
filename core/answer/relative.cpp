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
    std::pair<Comparability, LocalText> comparable = scope.levels().compare(r0, r1);
    if (comparable.first == Comparability::No)
        return; // the group's own change stands; the reference's means nothing
    addComparability(row, std::move(comparable));
    row.reference = point.row.reference;
    row.add(Key::ReferenceBase, scope.estimate(Formula::level(r0)));
    row.add(Key::ReferenceChange, scope.estimate(Formula::difference(r1, r0)));
    row.referenceMovement = scope.movement(Formula::difference(r1, r0));
    if (!scope.indicator.trueZero)
        return;
    row.add(Key::ReferenceRatio, scope.estimate(Formula::ratio(r1, r0)));
    // How much more the group moved than the reference, in points and as a ratio: they can disagree.
    row.add(Key::MoreInPoints, scope.estimate(Formula::gapChange(g1, r1, g0, r0)));
    row.add(Key::MoreInRatio, scope.estimate(Formula::ratioChange(r1, r0, g1, g0)));
    row.measures = measuresOfMovement(*row.estimate(Key::MoreInPoints), *row.estimate(Key::MoreInRatio));
}

/// The row of a point without what its comparison with the reference said.
AnswerRow alone(const Scope &scope, const PointRow &point)
{
    AnswerRow row = point.row;
    row.estimates.clear();
    row.reference.clear();
    row.provisional = false;
    row.add(Key::Value, scope.estimate(Formula::level(*point.level)));
    judgeAlone(row, scope, *point.level);
    return row;
}

AnswerRow rowSince(const Scope &scope, const PointRow &base, const PointRow &point, const std::vector<PointRow> &points)
{
    AnswerRow row = alone(scope, point);
    row.base = base.row.period();
    row.add(Key::Base, scope.estimate(Formula::level(*base.level)));
    if (&base == &point)
        return row;
    AnswerRow change = changeRow(scope, base, point);
    addBreakBetween(change, base, point, scope, points);
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
    AnswerRow row = alone(scope, point);
    row.base = base;
    std::optional<Missing> reason;
    for (const LevelId id : scope.find(row.origin, row.generation, base)) {
        const Level &level = scope.levels().at(id);
        if (level.value)
            addComparability(row, scope.levels().compare(id, *point.level));
        else if (!reason)
            reason = level.absence;
    }
    row.add(Key::Base, absent(reason.value_or(Missing::NotAsked)));
    return row;
}

/// The point of a series in the base period, across a break too; null where it has none.
const PointRow *baseOf(const std::vector<PointRow> &points, const AnswerRow &row, const Period &period)
{
    const auto found = std::find_if(points.begin(), points.end(), [&](const PointRow &point) {
        return point.level && point.row.origin == row.origin && point.row.generation == row.generation
               && point.row.series == row.series && point.row.period() == period;
    });
    return found == points.end() ? nullptr : &*found;
}

} // namespace

Rows relativeRows(const Scope &scope)
{
    const std::vector<PointRow> points = periodRows(scope);
    if (!anyTwoPeriods(points))
        return impossible(scope, "one_period");
    // One base for all rows: changes since different years do not stand in one figure.
    const Period basePeriod = scope.question.base ? *Period::parse(*scope.question.base) : scope.periods.front();
    std::vector<AnswerRow> rows;
    for (const PointRow &point : points) {
        if (!point.level) {
            rows.push_back(point.row);
            continue;
        }
        const PointRow *base = baseOf(points, point.row, basePeriod);
        rows.push_back(base ? rowSince(scope, *base, point, points) : withoutBase(scope, point, basePeriod));
    }
    return rows;
}

} // namespace evenredig
