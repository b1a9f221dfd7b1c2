// "How did each develop over time?": the period rows, and per line the change from first to last.
#include "core/answer/rows.h"

#include <algorithm>

namespace evenredig {

namespace {

std::vector<LevelId> levelsOf(const Course &course)
{
    std::vector<LevelId> ids;
    for (const PointRow *point : course)
        ids.push_back(*point->level);
    return ids;
}

AnswerRow developmentOf(const Scope &scope, const Course &course)
{
    const LevelId first = *course.front()->level, last = *course.back()->level;
    AnswerRow row = changeRow(scope, *course.front(), *course.back());
    addComparability(row, scope.levels().compareAll(levelsOf(course)));
    row.add(Key::First, scope.estimate(Formula::level(first)));
    row.add(Key::Last, scope.estimate(Formula::level(last)));
    if (row.comparability == Comparability::No)
        return row;
    const Formula change = Formula::difference(last, first);
    row.add(Key::Change, scope.estimate(change));
    const std::vector<LevelId> ids = levelsOf(course);
    const bool apart = std::adjacent_find(course.begin(), course.end(),
                                          [](const PointRow *a, const PointRow *b) {
                                              return a->row.period().overlaps(b->row.period());
                                          })
                       == course.end();
    if (ids.size() >= 3 && apart) { // waves that share years are not independent
        row.add(Key::Slope, scope.estimate(Formula::slope(ids, scope.levels())));
    }
    scope.judge(row, Rule::Change, change);
    return row;
}

} // namespace

Rows developmentRows(const Scope &scope)
{
    const std::vector<PointRow> points = periodRows(scope);
    if (!anyTwoPeriods(points))
        return impossible(scope, "one_period");
    std::vector<AnswerRow> rows = rowsOnly(points);
    for (const Course &course : courses(points)) {
        if (course.size() >= 2)
            rows.push_back(developmentOf(scope, course));
    }
    for (BrokenChange &broken : brokenChanges(scope, points, rows)) {
        broken.row.add(Key::First, scope.estimate(Formula::level(*broken.first->level)));
        broken.row.add(Key::Last, scope.estimate(Formula::level(*broken.last->level)));
        rows.push_back(std::move(broken.row));
    }
    return rows;
}

} // namespace evenredig
