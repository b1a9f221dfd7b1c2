#include "core/answer/indicatoranswer.h"

#include "core/answer/conditionwords.h"
#include "core/answer/keys.h"
#include "core/answer/notes.h"
#include "core/answer/rows.h"

#include <algorithm>
#include <array>

namespace evenredig {

namespace {

/// How a question makes its rows; the questions of the table in core/model/ask that are answered and have an indicator.
struct QuestionRows {
    Ask ask;
    Rows (*rows)(const Scope &);
};
constexpr std::array questionRows{
    QuestionRows{Ask::Level, levelRows},
    QuestionRows{Ask::Development, developmentRows},
    QuestionRows{Ask::Gap, gapRows},
    QuestionRows{Ask::Relative, relativeRows},
    QuestionRows{Ask::Generations, generationRows},
};

Rows rowsOf(const Scope &scope)
{
    const auto found = std::find_if(questionRows.begin(), questionRows.end(),
                                    [&](const QuestionRows &entry) { return entry.ask == scope.question.ask; });
    return found == questionRows.end() ? Rows(impossible(scope, "not_yet")) : found->rows(scope);
}

Result<void> checkBase(const Scope &scope)
{
    const std::optional<std::string> &base = scope.question.base;
    if (!base || std::any_of(scope.periods.begin(), scope.periods.end(), [&](const Period &period) {
            return period.id() == *base;
        }))
        return {};
    return fail(
        ErrorCode::PeriodUnknown,
        {{"period", *base}, {"known", joined(scope.periods, [](const Period &period) { return period.id(); })}});
}

std::vector<DatasetInfo> sourcesOf(const Scope &scope, const std::vector<AnswerRow> &rows)
{
    std::set<std::string> used;
    for (const AnswerRow &row : rows) {
        if (leadingEstimate(row))
            used.insert({row.dataset, row.referenceDataset});
    }
    std::vector<DatasetInfo> sources;
    for (const DatasetInfo &info : scope.datasets) {
        if (!used.count(info.id))
            continue;
        sources.push_back(info);
        if (info.source.nl.empty()) // a figure names where it comes from, if only the data set
            sources.back().source = info.title;
    }
    return sources;
}

} // namespace

Result<Answer> answerOfIndicator(const Workspace &workspace, const Catalogue &catalogue, const Question &question,
                                 ReferenceAbsent absent, const Progress &progress)
{
    Result<Scope> scope = Scope::resolve(workspace, catalogue, question, absent, progress);
    if (!scope)
        return tl::unexpected<Error>(scope.error());
    Result<void> good = checkKeys(question, &scope->indicator, scope->periods);
    if (good)
        good = checkBase(*scope);
    if (!good)
        return tl::unexpected<Error>(good.error());
    Rows rows = rowsOf(*scope);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    Answer result;
    result.question = question;
    result.indicator = scope->indicator;
    result.origins = scope->origins;
    result.generations = scope->generations;
    result.periods = scope->periods;
    result.sources = sourcesOf(*scope, *rows);
    result.rows = std::move(*rows);
    result.notes = std::move(scope->notes);
    addNotes(result, *scope, catalogue);
    Result<LocalText> filter = conditionWords(question.where, workspace);
    Result<LocalText> universe = conditionWords(
        result.indicator.people.nl.empty() ? result.indicator.universe : std::vector<Condition>(), workspace);
    if (!filter || !universe)
        return tl::unexpected<Error>(filter ? universe.error() : filter.error());
    result.filter = std::move(*filter);
    result.universe = std::move(*universe);
    return result;
}

} // namespace evenredig
