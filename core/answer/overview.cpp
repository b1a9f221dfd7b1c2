// "All groups and all indicators at a glance": per indicator and group the latest value, gap and its change.
#include "core/answer/overview.h"

#include "core/answer/conditionwords.h"
#include "core/answer/indicatoranswer.h"
#include "core/answer/keys.h"
#include "core/base/text.h"

#include <algorithm>

namespace evenredig {

namespace {

const AnswerRow *latest(const Answer &answer, const std::string &origin, const std::string &generation)
{
    const AnswerRow *found = nullptr;
    for (const AnswerRow &row : answer.rows) {
        if (row.change || row.origin != origin || row.generation != generation || !row.value(Key::Value))
            continue;
        if (!found || earlier(found->period(), row.period()))
            found = &row;
    }
    return found;
}

const AnswerRow *changeOf(const Answer &answer, const AnswerRow &row)
{
    for (const AnswerRow &other : answer.rows) {
        if (other.change && other.origin == row.origin && other.generation == row.generation && other.isOnLineOf(row)
            && other.periods.back() == row.period() && other.comparability != Comparability::No)
            return &other;
    }
    return nullptr;
}

AnswerRow absentCell(const Answer &answer, const std::string &origin, const std::string &generation)
{
    AnswerRow row;
    row.origin = origin;
    row.generation = generation;
    row.periods = {answer.periods.back()};
    row.status = Status::NotAsked;
    row.absence = Missing::NotAsked;
    for (const AnswerRow &other : answer.rows) {
        if (other.origin == origin && other.generation == generation && other.absence) {
            row.status = other.status;
            row.absence = other.absence;
        }
    }
    row.add(Key::Value, absent(*row.absence));
    return row;
}

AnswerRow cell(const Answer &answer, const std::string &origin, const std::string &generation)
{
    AnswerRow row;
    if (const AnswerRow *found = latest(answer, origin, generation)) {
        row = *found;
        if (const AnswerRow *change = changeOf(answer, *found)) {
            if (const Estimate *estimate = change->estimate(Key::GapChange))
                row.add(Key::GapChange, *estimate);
            row.changeAssessment = change->assessment;
            row.comparability = change->comparability;
            row.comparabilityReason = change->comparabilityReason;
        }
    } else {
        row = absentCell(answer, origin, generation);
    }
    row.indicator = answer.indicator.id;
    if (row.universe.nl.empty()) // each row is of an indicator of its own
        row.universe = answer.indicator.people;
    row.definition = answer.indicator.json;
    return row;
}

/// One indicator, with its gap where there is one. Nothing when the file has no figures for this choice; others may.
Result<std::optional<Answer>> answerOne(const Workspace &workspace, const Catalogue &catalogue, Question one,
                                        const Progress &progress)
{
    one.ask = Ask::Gap;
    Result<Answer> answered = answerOfIndicator(workspace, catalogue, one, ReferenceAbsent::LeaveOut, progress);
    if (answered)
        return std::optional(std::move(*answered));
    const ErrorCode code = answered.error().code;
    if (code == ErrorCode::IndicatorNoData || code == ErrorCode::PeriodUnknown || code == ErrorCode::AskImpossible)
        return std::nullopt;
    return tl::unexpected<Error>(answered.error());
}

std::vector<AnswerRow> cellsOf(const Answer &answered, const Catalogue &catalogue,
                               const std::vector<std::string> &generations)
{
    std::vector<AnswerRow> cells;
    for (const std::string &generation : generations) {
        for (const std::string &origin : answered.origins) {
            const Origin *term = catalogue.origin(origin);
            if (term && term->kind == Origin::Kind::Group)
                cells.push_back(cell(answered, origin, generation));
        }
    }
    return cells;
}

void addIndicator(Answer &result, const Answer &answered, std::vector<AnswerRow> cells)
{
    for (AnswerRow &row : cells)
        result.rows.push_back(std::move(row));
    if (result.origins.empty())
        result.origins = answered.origins;
    for (const DatasetInfo &source : answered.sources) {
        if (!result.source(source.id))
            result.sources.push_back(source);
    }
    for (const Period &period : answered.periods)
        addOnce(result.periods, period);
}

void addOverviewNotes(Answer &result, const Catalogue &catalogue, bool uncompared)
{
    std::sort(result.periods.begin(), result.periods.end(), earlier);
    for (const char *code : {"overview_complete", "overview_periods"})
        result.notes.push_back(makeNote(code));
    if (uncompared)
        result.notes.push_back(makeNote("overview_uncompared"));
    const auto add = [&](const char *code, auto holds) {
        if (std::any_of(result.rows.begin(), result.rows.end(), holds))
            result.notes.push_back(makeNote(code));
    };
    add("overview_caution", [](const AnswerRow &row) { return row.comparability == Comparability::WithCaution; });
    add("small_numbers", [](const AnswerRow &row) { return row.assessment.verdict == Verdict::TooFew; });
    add("provisional", [](const AnswerRow &row) { return row.provisional; });
    add("reference_contains", [&](const AnswerRow &row) {
        const Origin *reference = catalogue.origin(row.reference);
        const Indicator *indicator = catalogue.indicator(row.indicator);
        return reference && reference->role == Origin::Role::Everyone && indicator && indicator->unit != Unit::Count;
    });
}

} // namespace

Result<Answer> overview(const Workspace &workspace, const Catalogue &catalogue, const Question &question,
                        const Progress &progress)
{
    const auto coverage = workspace.coverage();
    if (!coverage)
        return tl::unexpected<Error>(coverage.error());
    Answer result;
    result.question = question;
    for (const std::string &generation : question.generations)
        addOnce(result.generations, generation);
    if (result.generations.empty())
        result.generations = {"total"};
    if (const Result<void> good = checkKeys(question, nullptr, {}); !good)
        return tl::unexpected<Error>(good.error());
    double done = 0;
    bool uncompared = false;
    for (const Indicator &indicator : catalogue.indicators) {
        const bool covered = std::any_of(coverage->begin(), coverage->end(),
                                         [&](const IndicatorCoverage &item) { return item.indicator == indicator.id; });
        result.indicatorsWithFigures += covered ? 1 : 0;
        if (!covered || (!question.indicator.empty() && question.indicator != indicator.id))
            continue;
        if (progress.cancelled())
            return fail(ErrorCode::Cancelled);
        Question one = question;
        one.indicator = indicator.id;
        one.generations = result.generations;
        const Result<std::optional<Answer>> answered = answerOne(workspace, catalogue, std::move(one), progress);
        progress.at(++done / static_cast<double>(coverage->size()));
        if (!answered)
            return tl::unexpected<Error>(answered.error());
        if (!*answered)
            continue;
        std::vector<AnswerRow> cells = cellsOf(**answered, catalogue, result.generations);
        if (std::any_of(cells.begin(), cells.end(),
                        [](const AnswerRow &row) { return row.value(Key::Value).has_value(); })) {
            addIndicator(result, **answered, std::move(cells));
            uncompared = uncompared || (question.reference && (**answered).reference() != *question.reference);
        }
    }
    if (result.rows.empty())
        return fail(ErrorCode::OverviewEmpty);
    addOverviewNotes(result, catalogue, uncompared);
    Result<LocalText> filter = conditionWords(question.where, workspace);
    if (!filter)
        return tl::unexpected<Error>(filter.error());
    result.filter = std::move(*filter);
    return result;
}

} // namespace evenredig
