#include "core/answer/rows.h"

#include <algorithm>

namespace evenredig {

namespace {

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
    row.add(Key::Value, {});
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
    row.nReference = other.n;
    row.missingReference = other.missing;
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
    if (scope.levels().uncertainty(id) == Uncertainty::NotPrinted)
        row.status = Status::NoMargin;
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

std::string lineOf(const AnswerRow &row)
{
    return row.origin + "|" + row.generation + "|" + row.series;
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
    return points;
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
        const auto [line, added] = byLine.emplace(lineOf(point.row), result.size());
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
    row.provisional = first.row.provisional || last.row.provisional;
    row.decimals = std::min(first.row.decimals, last.row.decimals);
    addComparability(row, scope.levels().compare(*first.level, *last.level));
    return row;
}

std::vector<AnswerRow> brokenChanges(const Scope &scope, const std::vector<PointRow> &points)
{
    struct Ends {
        const PointRow *first, *last;
    };
    std::vector<Ends> all;
    std::map<std::pair<std::string, std::string>, std::size_t> byPlace;
    for (const PointRow &point : points) {
        if (!point.level)
            continue;
        const auto [place, added] = byPlace.emplace(std::pair{point.row.origin, point.row.generation}, all.size());
        if (added)
            all.push_back({&point, &point});
        Ends &ends = all[place->second];
        if (earlier(point.row.period(), ends.first->row.period()))
            ends.first = &point;
        if (!earlier(point.row.period(), ends.last->row.period()))
            ends.last = &point;
    }
    std::vector<AnswerRow> result;
    for (const Ends &ends : all) {
        if (ends.first->row.series == ends.last->row.series)
            continue;
        AnswerRow row = changeRow(scope, *ends.first, *ends.last);
        row.add(Key::First, scope.estimate(Formula::level(*ends.first->level)));
        row.add(Key::Last, scope.estimate(Formula::level(*ends.last->level)));
        result.push_back(std::move(row));
    }
    return result;
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
