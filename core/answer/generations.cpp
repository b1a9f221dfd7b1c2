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
    row.provisional = false;
    row.assessment = {};
    row.n.reset();
    row.nEffective.reset();
    row.missing.reset();
    return row;
}

/// Why a generation has no figure in a period.
Missing whyAbsent(const std::vector<PointRow> &points, const std::string &origin, const std::string &generation,
                  const Period &period)
{
    for (const PointRow &point : points) {
        if (point.row.origin == origin && point.row.generation == generation && point.row.period() == period
            && point.row.absence)
            return *point.row.absence;
    }
    return Missing::NotAsked;
}

/// One of them has a figure, or both.
AnswerRow pairRow(const Scope &scope, const PointRow *first, const PointRow *second, Missing absence)
{
    const PointRow &any = first ? *first : *second;
    AnswerRow row = frameOf(any.row);
    judgeAlone(row, scope, *any.level); // not what its comparison with the reference said
    row.add(Key::First, first ? scope.estimate(Formula::level(*first->level)) : absent(absence));
    row.add(Key::Second, second ? scope.estimate(Formula::level(*second->level)) : absent(absence));
    if (any.reference)
        row.add(Key::Reference, scope.estimate(Formula::level(*any.reference)));
    if (!first || !second) {
        row.absence = absence; // of the one that is not there: there is no contrast to give
        row.status = statusOf(absence);
        return row;
    }
    const Formula contrast = Formula::difference(*second->level, *first->level);
    row.add(Key::Contrast, scope.estimate(contrast));
    scope.judge(row, Rule::Difference, contrast);
    return row;
}

/// Neither generation has a figure: the row says why the first has none, its estimates why each.
std::optional<AnswerRow> absentPair(const std::vector<PointRow> &points, const std::string &origin,
                                    const Period &period)
{
    for (const PointRow &point : points) {
        if (point.row.origin == origin && point.row.period() == period && point.row.generation == "first") {
            AnswerRow row = frameOf(point.row);
            row.assessment = point.row.assessment;
            row.add(Key::First, absent(whyAbsent(points, origin, "first", period)));
            row.add(Key::Second, absent(whyAbsent(points, origin, "second", period)));
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
                rows.push_back(
                    pairRow(scope, first, second, whyAbsent(points, origin, first ? "second" : "first", period)));
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
