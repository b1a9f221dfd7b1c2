#include "core/answer/rows.h"

#include <algorithm>

namespace evenredig {

namespace {

/// Where a level stands and what it comes from, without its number.
void describe(AnswerRow &row, const Level &level)
{
    row.dataset = level.dataset;
    row.classification = level.classification;
    row.universe = level.universe;
    row.series = level.series;
    row.sourceKind = level.sourceKind;
    row.computed = level.computed;
    row.decimals = level.decimals;
}

void addAbsence(AnswerRow &row, Missing reason)
{
    row.absence = reason;
    row.status = statusOf(reason);
    row.add(Key::Value, absent(reason));
    if (row.status != Status::Suppressed && row.status != Status::TooFew)
        return;
    row.assessment.verdict = Verdict::TooFew;
    if (row.status == Status::Suppressed) { // every number of it (statistics.md §8)
        row.n.reset();
        row.nEffective.reset();
        row.missing.reset();
    }
}

void addComparison(PointRow &point, const Scope &scope)
{
    AnswerRow &row = point.row;
    const LevelId level = *point.level, reference = *point.reference;
    const Level &other = scope.levels().at(reference);
    row.reference = other.origin;
    row.referenceDataset = other.dataset;
    row.decimalsReference = other.decimals;
    row.add(Key::Reference, scope.estimate(Formula::level(reference)));
    const Estimate gap = scope.estimate(Formula::difference(level, reference));
    if (!gap.value)
        return; // of persons as yet: value and reference stand side by side
    row.add(Key::Gap, gap);
    if (scope.indicator.trueZero)
        row.add(Key::Ratio, scope.estimate(Formula::ratio(level, reference)));
    scope.judge(row, Rule::Difference, Formula::difference(level, reference));
}

PointRow pointOf(const Scope &scope, LevelId id)
{
    const Level &level = scope.levels().at(id);
    PointRow point;
    AnswerRow &row = point.row;
    row.origin = level.origin;
    row.generation = level.generation;
    row.periods = {level.period};
    describe(row, level);
    row.n = level.n;
    row.nEffective = level.nEffective;
    row.missing = level.missing;
    row.missingShare = level.missingShare;
    row.provisional = level.provisional;
    if (!level.value) {
        addAbsence(row, *level.absence);
        return point;
    }
    point.level = id;
    row.add(Key::Value, scope.estimate(Formula::level(id)));
    judgeAlone(row, scope, id);
    point.reference = scope.referenceOf(id);
    if (point.reference)
        addComparison(point, scope);
    return point;
}

// A row for what was asked and is not there, so that nobody takes its absence for a forgotten line.
PointRow absentPoint(const Scope &scope, const std::string &origin, const std::string &generation, const Period &period)
{
    PointRow point;
    AnswerRow &row = point.row;
    row.origin = origin;
    row.generation = generation;
    row.periods = {period};
    for (const Level &level : scope.levels().all()) {
        if (level.period == period) {
            describe(row, level);
            break;
        }
    }
    addAbsence(row, Missing::NotAsked);
    return point;
}

std::string seriesKey(const AnswerRow &row)
{
    return row.origin + "|" + row.generation + "|" + row.series;
}

/// No line crosses a break that a recipe declares between two data sets: the series goes on in another segment.
void partAtBreaks(std::vector<PointRow> &points, const Scope &scope)
{
    std::map<std::string, std::pair<LevelId, int>>
        last; // of each series: its last level, and how many breaks it crossed
    for (PointRow &point : points) {
        if (!point.level)
            continue;
        const auto [found, added] = last.emplace(seriesKey(point.row), std::pair{*point.level, 0});
        auto &[before, breaks] = found->second;
        if (!added && scope.levels().declared(before, *point.level).first == Comparability::No)
            ++breaks;
        before = *point.level;
        point.row.segment = breaks;
    }
}

} // namespace

std::vector<PointRow> periodRows(const Scope &scope)
{
    const std::vector<std::string> whole{"total"};
    std::vector<PointRow> points;
    for (const std::string &origin : scope.origins) {
        for (const std::string &generation : scope.isReference(origin) ? whole : scope.generations) {
            for (const Period &period : scope.periods) {
                const std::vector<LevelId> ids = scope.find(origin, generation, period);
                for (const LevelId id : ids)
                    points.push_back(pointOf(scope, id));
                if (ids.empty())
                    points.push_back(absentPoint(scope, origin, generation, period));
            }
        }
    }
    partAtBreaks(points, scope);
    return points;
}

Status statusOf(Missing reason)
{
    switch (reason) {
    case Missing::Suppressed: return Status::Suppressed;
    case Missing::TooFew: return Status::TooFew;
    case Missing::NotApplicable:
    case Missing::Impossible: return Status::NotApplicable;
    default: return Status::NotAsked;
    }
}

void judgeAlone(AnswerRow &row, const Scope &scope, LevelId level)
{
    const Judgement alone = scope.judge(level);
    row.status = alone.status;
    row.assessment = alone.assessment;
}

std::vector<AnswerRow> rowsOnly(std::vector<PointRow> points)
{
    std::vector<AnswerRow> rows;
    for (PointRow &point : points)
        rows.push_back(std::move(point.row));
    return rows;
}

std::vector<Course> courses(const std::vector<PointRow> &points)
{
    std::vector<Course> result;
    std::map<std::string, std::size_t> byLine;
    for (const PointRow &point : points) {
        if (!point.level)
            continue;
        const std::string key = seriesKey(point.row) + "|" + std::to_string(point.row.segment);
        const auto [line, added] = byLine.emplace(key, result.size());
        if (added)
            result.emplace_back();
        result[line->second].push_back(&point);
    }
    return result;
}

void addComparability(AnswerRow &row, std::pair<Comparability, LocalText> found)
{
    if (found.first <= row.comparability)
        return;
    std::tie(row.comparability, row.comparabilityReason) = std::move(found);
    if (row.comparability == Comparability::No) {
        row.status = Status::NotComparable;
        row.assessment.verdict = Verdict::NotComparable;
    }
}

AnswerRow changeRow(const Scope &scope, const PointRow &first, const PointRow &last)
{
    AnswerRow row;
    row.change = true;
    row.origin = last.row.origin;
    row.generation = last.row.generation;
    row.periods = {first.row.period(), last.row.period()};
    describe(row, scope.levels().at(*last.level));
    row.segment = last.row.segment;
    row.provisional = first.row.provisional || last.row.provisional;
    row.decimals = std::min(first.row.decimals, last.row.decimals);
    addComparability(row, scope.levels().compare(*first.level, *last.level));
    return row;
}

void addBreakBetween(AnswerRow &change, const PointRow &first, const PointRow &last, const Scope &scope,
                     const std::vector<PointRow> &points)
{
    if (first.row.isOnLineOf(last.row))
        return;
    const bool forth = !earlier(last.row.period(), first.row.period());
    const Period &start = forth ? first.row.period() : last.row.period();
    const Period &end = forth ? last.row.period() : first.row.period();
    const PointRow *before = nullptr;
    for (const PointRow &point : points) {
        if (!point.level || point.row.origin != change.origin || point.row.generation != change.generation
            || earlier(point.row.period(), start) || earlier(end, point.row.period()))
            continue;
        if (before && !before->row.isOnLineOf(point.row))
            addComparability(change, scope.levels().compare(*before->level, *point.level));
        before = &point;
    }
}

std::vector<BrokenChange> brokenChanges(const Scope &scope, const std::vector<PointRow> &points,
                                        const std::vector<AnswerRow> &given)
{
    std::vector<BrokenChange> all;
    std::map<std::pair<std::string, std::string>, std::size_t> byPlace;
    for (const PointRow &point : points) {
        if (!point.level)
            continue;
        const auto [place, added] = byPlace.emplace(std::pair{point.row.origin, point.row.generation}, all.size());
        if (added)
            all.push_back({{}, &point, &point});
        BrokenChange &ends = all[place->second];
        if (earlier(point.row.period(), ends.first->row.period()))
            ends.first = &point;
        if (!earlier(point.row.period(), ends.last->row.period()))
            ends.last = &point;
    }
    std::erase_if(all, [&](const BrokenChange &ends) {
        const std::vector<Period> periods{ends.first->row.period(), ends.last->row.period()};
        return ends.first->row.isOnLineOf(ends.last->row)
               || std::any_of(given.begin(), given.end(), [&](const AnswerRow &row) {
                      return row.change && row.origin == ends.last->row.origin
                             && row.generation == ends.last->row.generation && row.periods == periods;
                  });
    });
    for (BrokenChange &ends : all) {
        ends.row = changeRow(scope, *ends.first, *ends.last);
        addBreakBetween(ends.row, *ends.first, *ends.last, scope, points);
    }
    return all;
}

bool anyTwoPeriods(const std::vector<PointRow> &points)
{
    std::map<std::pair<std::string, std::string>, std::set<std::string>> periods;
    for (const PointRow &point : points) {
        if (point.level)
            periods[{point.row.origin, point.row.generation}].insert(point.row.period().id());
    }
    return std::any_of(periods.begin(), periods.end(), [](const auto &entry) { return entry.second.size() > 1; });
}

tl::unexpected<Error> impossible(const Scope &scope, const char *reason)
{
    return fail(ErrorCode::AskImpossible, {{"ask", std::string(askName(scope.question.ask))}, {"reason", reason}});
}

} // namespace evenredig
