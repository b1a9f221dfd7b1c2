// "All groups and all indicators at a glance": per indicator and group the latest value, gap and its change.
#include "core/answer/rows.h"

#include "core/answer/answer.h"

#include <algorithm>

namespace evenredig {

namespace {

const AnswerRow *latest(const Answer &answer, const std::string &origin, const std::string &generation)
{
    const AnswerRow *found = nullptr;
    for (const AnswerRow &row : answer.rows) {
        if (row.change || row.origin != origin || row.generation != generation || !row.value("value"))
            continue;
        if (!found || earlier(found->period(), row.period()))
            found = &row;
    }
    return found;
}

const AnswerRow *changeOf(const Answer &answer, const AnswerRow &row)
{
    for (const AnswerRow &other : answer.rows) {
        if (other.change && other.origin == row.origin && other.generation == row.generation
            && other.series == row.series && other.comparability == Comparability::Yes)
            return &other;
    }
    return nullptr;
}

AnswerRow cell(const Answer &answer, const std::string &origin, const std::string &generation)
{
    AnswerRow row;
    if (const AnswerRow *found = latest(answer, origin, generation)) {
        row = *found;
        if (const AnswerRow *change = changeOf(answer, *found)) {
            if (const Estimate *estimate = change->estimate("gap_change"))
                row.estimates.emplace_back("gap_change", *estimate);
            row.changeVerdict = change->verdict;
        }
    } else {
        row.origin = origin;
        row.generation = generation;
        row.periods = {answer.periods.back()};
        row.status = Status::NotAsked;
        row.absence = Missing::NotAsked;
        row.estimates.emplace_back("value", Estimate{});
        for (const AnswerRow &other : answer.rows) {
            if (other.origin == origin && other.generation == generation && other.absence) {
                row.status = other.status;
                row.absence = other.absence;
            }
        }
    }
    row.indicator = answer.indicator.id;
    return row;
}

// The gap of one indicator, or where there is nothing to compare with its level. Nothing when the file has no figures
// for this choice; the others may.
Result<std::optional<Answer>> answerOne(const Workspace &workspace, const Catalogue &catalogue, Question one,
                                        const Progress &progress)
{
    one.ask = Ask::Gap;
    Result<Answer> answered = answer(workspace, catalogue, one, progress);
    if (!answered && answered.error().code == ErrorCode::ReferenceImpossible) {
        one.ask = Ask::Level;
        one.reference.reset();
        answered = answer(workspace, catalogue, one, progress);
    }
    if (answered)
        return std::optional(std::move(*answered));
    const ErrorCode code = answered.error().code;
    if (code == ErrorCode::IndicatorNoData || code == ErrorCode::PeriodUnknown
        || code == ErrorCode::ReferenceImpossible)
        return std::nullopt;
    return tl::unexpected<Error>(answered.error());
}

std::vector<AnswerRow> cellsOf(const Answer &answered, const Catalogue &catalogue, const std::string &generation)
{
    std::vector<AnswerRow> cells;
    for (const std::string &origin : answered.origins) {
        const Origin *term = catalogue.origin(origin);
        if (term && term->kind == Origin::Kind::Group)
            cells.push_back(cell(answered, origin, generation));
    }
    return cells;
}

void addIndicator(Answer &result, const Answer &answered, std::vector<AnswerRow> cells)
{
    for (AnswerRow &row : cells)
        result.rows.push_back(std::move(row));
    if (result.origins.empty())
        result.origins = answered.origins;
    if (result.reference.empty())
        result.reference = answered.reference;
    for (const DatasetInfo &source : answered.sources) {
        if (!result.source(source.id))
            result.sources.push_back(source);
    }
    for (const Period &period : answered.periods) {
        if (std::find(result.periods.begin(), result.periods.end(), period) == result.periods.end())
            result.periods.push_back(period);
    }
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
    result.generations = question.generations.empty() ? std::vector<std::string>{"total"} : question.generations;
    double done = 0;
    for (const Indicator &indicator : catalogue.indicators) {
        const bool covered = std::any_of(coverage->begin(), coverage->end(),
                                         [&](const IndicatorCoverage &item) { return item.indicator == indicator.id; });
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
        std::vector<AnswerRow> cells = cellsOf(**answered, catalogue, result.generations.front());
        if (std::any_of(cells.begin(), cells.end(),
                        [](const AnswerRow &row) { return row.value("value").has_value(); }))
            addIndicator(result, **answered, std::move(cells));
    }
    if (result.rows.empty())
        return fail(ErrorCode::OverviewEmpty);
    std::sort(result.periods.begin(), result.periods.end(), earlier);
    for (const char *code : {"overview_complete", "overview_periods"})
        result.notes.push_back(makeNote(code));
    return result;
}

} // namespace evenredig
