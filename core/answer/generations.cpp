// "First against second generation", raw: published figures carry no ages to make them equal by.
#include "core/answer/rows.h"

#include <algorithm>

namespace evenredig {

namespace {

const PointRow *find(const std::vector<PointRow> &points, const std::string &origin, const std::string &generation,
                     const Period &period, const std::string &series)
{
    for (const PointRow &point : points) {
        if (point.level && point.row.origin == origin && point.row.generation == generation
            && point.row.period() == period && (series.empty() || point.row.series == series))
            return &point;
    }
    return nullptr;
}

/// A row for both generations: what it says of one of them goes.
AnswerRow frameOf(const AnswerRow &either)
{
    AnswerRow row = either;
    row.generation.clear();
    row.estimates.clear();
    row.assessment = {};
    row.n.reset();
    row.nEffective.reset();
    row.missing.reset();
    return row;
}

AnswerRow pairRow(const Scope &scope, const PointRow *first, const PointRow *second)
{
    const PointRow &any = first ? *first : *second;
    AnswerRow row = frameOf(any.row);
    if (scope.levels().uncertainty(*any.level) != Uncertainty::NotPrinted)
        row.status = Status::Ok; // that of its comparison with the reference is not this row's
    row.provisional = (first && first->row.provisional) || (second && second->row.provisional);
    row.add(Key::First, first ? scope.estimate(Formula::level(*first->level)) : Estimate{});
    row.add(Key::Second, second ? scope.estimate(Formula::level(*second->level)) : Estimate{});
    if (any.reference)
        row.add(Key::Reference, scope.estimate(Formula::level(*any.reference)));
    if (!first || !second)
        return row;
    const Formula contrast = Formula::difference(*second->level, *first->level);
    row.add(Key::Contrast, scope.estimate(contrast));
    scope.judge(row, Rule::Difference, contrast);
    return row;
}

/// Neither generation has a figure: why the first has none.
std::optional<AnswerRow> absentPair(const std::vector<PointRow> &points, const std::string &origin,
                                    const Period &period)
{
    for (const PointRow &point : points) {
        if (point.row.origin == origin && point.row.period() == period && point.row.generation == "first") {
            AnswerRow row = frameOf(point.row);
            row.assessment = point.row.assessment;
            row.add(Key::First, {});
            row.add(Key::Second, {});
            return row;
        }
    }
    return std::nullopt;
}

} // namespace

Rows generationRows(const Scope &scope)
{
    if (!contains(scope.generations, "first") || !contains(scope.generations, "second"))
        return impossible(scope, "both_generations");
    const std::vector<PointRow> points = periodRows(scope);
    std::vector<AnswerRow> rows;
    for (const std::string &origin : scope.origins) {
        for (const Period &period : scope.periods) {
            const PointRow *first = find(points, origin, "first", period, {});
            const PointRow *second = find(points, origin, "second", period, first ? first->row.series : std::string());
            if (first || second)
                rows.push_back(pairRow(scope, first, second));
            else if (std::optional<AnswerRow> absent = absentPair(points, origin, period))
                rows.push_back(std::move(*absent));
        }
    }
    if (std::none_of(rows.begin(), rows.end(),
                     [](const AnswerRow &row) { return row.value(Key::Contrast).has_value(); }))
        return impossible(scope, "no_generations");
    return rows;
}

} // namespace evenredig
