#include "core/answer/answer.h"

#include "core/answer/rows.h"
#include "core/answer/scope.h"

#include <algorithm>
#include <set>

namespace evenredig {

namespace {

// Names in both languages for a note: {"name.nl", …}, {"name.en", …}.
std::vector<std::pair<std::string, std::string>> originList(const Catalogue &catalogue,
                                                            const std::vector<std::string> &ids)
{
    std::vector<std::pair<std::string, std::string>> arguments;
    for (const Language language : {Language::Dutch, Language::English}) {
        std::string names;
        for (const std::string &id : ids)
            names += (names.empty() ? "" : ", ") + catalogue.originName(id, {}, language);
        arguments.emplace_back("origins." + std::string(languageCode(language)), names);
    }
    return arguments;
}

std::string periodList(const std::vector<Period> &periods)
{
    std::string list;
    for (const Period &period : periods)
        list += (list.empty() ? "" : ", ") + period.id();
    return list;
}

// What a row shows first: of `generations` there is no `value`.
const Estimate *leading(const AnswerRow &row)
{
    for (const char *key : {"value", "second", "first"}) {
        const Estimate *estimate = row.estimate(key);
        if (estimate && estimate->value)
            return estimate;
    }
    return nullptr;
}

struct Seen {
    std::set<std::string> series, classifications, datasets;
    bool survey = false, surveyWithoutMargin = false, complete = false, unknownDenominator = false;
    std::optional<Period> pooled; // the last one: the one that a level and the generations show
    bool provisional = false, smallNumbers = false, overlap = false, rounding = false, withoutInterval = false,
         computed = false;
};

void note(Seen &seen, const AnswerRow &row)
{
    if (row.change) {
        seen.overlap = seen.overlap
                       || (row.comparability == Comparability::No && row.periods[0].overlaps(row.periods[1]));
        return;
    }
    const Estimate *shown = leading(row);
    if (!shown)
        return;
    seen.series.insert(row.series);
    seen.classifications.insert(row.classification);
    seen.datasets.insert(row.dataset);
    seen.provisional = seen.provisional || row.provisional;
    seen.computed = seen.computed || row.missing.has_value(); // only of persons it is known
    if (row.period().kind() == Period::Kind::Pooled && (!seen.pooled || earlier(*seen.pooled, row.period())))
        seen.pooled = row.period();
    seen.smallNumbers = seen.smallNumbers || row.verdict == Verdict::TooFew;
    seen.rounding = seen.rounding || shown->method == Method::Rounding;
    if (row.sourceKind == SourceKind::Survey) {
        seen.survey = true;
        seen.withoutInterval = seen.withoutInterval || shown->method == Method::None;
        seen.surveyWithoutMargin = seen.surveyWithoutMargin || row.status == Status::NoMargin;
    } else {
        seen.complete = true;
        seen.unknownDenominator = seen.unknownDenominator || !row.n;
    }
}

std::vector<std::string> unpublished(const Answer &answer)
{
    std::vector<std::string> ids;
    for (const std::string &origin : answer.origins) {
        const bool any = std::any_of(answer.rows.begin(), answer.rows.end(), [&](const AnswerRow &row) {
            return row.origin == origin && !row.change && leading(row);
        });
        if (!any)
            ids.push_back(origin);
    }
    return ids;
}

void addNotes(Answer &answer, const Catalogue &catalogue)
{
    Seen seen;
    for (const AnswerRow &row : answer.rows)
        note(seen, row);
    const auto add = [&](bool when, const char *code) {
        if (when)
            answer.notes.push_back(makeNote(code));
    };
    const bool judged = answer.indicator.unit != Unit::Count;
    add(seen.complete, "complete_count");
    add(seen.surveyWithoutMargin, "survey_no_margin");
    add(seen.withoutInterval, "survey_no_interval");
    add(seen.rounding, "rounding");
    add(seen.complete && seen.unknownDenominator && judged, "denominator_unknown");
    add(!judged, "context_only");
    add(seen.smallNumbers, "small_numbers");
    add(seen.classifications.size() > 1, "break_classification");
    add(seen.classifications.size() <= 1 && seen.series.size() > 1, "break_universe");
    add(seen.overlap, "overlap_periods");
    if (seen.pooled)
        answer.notes.push_back(makeNote("pooled_periods", {{"period.nl", seen.pooled->shortText(Language::Dutch)},
                                                           {"period.en", seen.pooled->shortText(Language::English)},
                                                           {"meaning.nl", seen.pooled->longText(Language::Dutch)},
                                                           {"meaning.en", seen.pooled->longText(Language::English)}}));
    add(seen.provisional, "provisional");
    add(answer.question.ask == Ask::Generations, "generations_raw");
    add(answer.reference == "none_background", "descendants");
    const std::vector<std::string> missing = unpublished(answer);
    if (!missing.empty())
        answer.notes.push_back(
            makeNote(seen.computed ? "not_in_data" : "not_published", originList(catalogue, missing)));
    for (const AnswerRow &row : answer.rows) {
        if (row.change && row.comparability == Comparability::WithCaution) {
            answer.notes.push_back(
                makeNote("comparable_caution", {{"reason.nl", row.comparabilityReason.in(Language::Dutch)},
                                                {"reason.en", row.comparabilityReason.in(Language::English)}}));
            break;
        }
    }
}

Result<void> checkBase(const Scope &scope)
{
    const Question &question = scope.question;
    if (!question.base || question.ask != Ask::Relative)
        return {};
    const bool known = std::any_of(scope.periods.begin(), scope.periods.end(),
                                   [&](const Period &period) { return period.id() == *question.base; });
    if (known)
        return {};
    return fail(ErrorCode::PeriodUnknown, {{"period", *question.base}, {"known", periodList(scope.periods)}});
}

tl::unexpected<Error> impossible(Ask ask, const char *reason)
{
    return fail(ErrorCode::AskImpossible, {{"ask", std::string(askName(ask))}, {"reason", reason}});
}

Result<std::vector<AnswerRow>> rowsOf(const Scope &scope)
{
    const Ask ask = scope.question.ask;
    switch (ask) {
    case Ask::Level: return levelRows(scope);
    case Ask::Development: return developmentRows(scope);
    case Ask::Gap:
        if (scope.reference.empty())
            return fail(ErrorCode::ReferenceImpossible, {{"reference", "none_background"}, {"reason", "not_in_data"}});
        return gapRows(scope);
    case Ask::Relative:
        if (scope.periods.size() < 2)
            return impossible(ask, "one_period");
        return relativeRows(scope);
    case Ask::Generations: {
        std::vector<AnswerRow> rows = generationRows(scope);
        if (std::none_of(rows.begin(), rows.end(),
                         [](const AnswerRow &row) { return row.value("contrast").has_value(); }))
            return impossible(ask, "no_generations");
        return rows;
    }
    default: return impossible(ask, "published_only");
    }
}

std::vector<DatasetInfo> sourcesOf(const Scope &scope, const std::vector<AnswerRow> &rows)
{
    std::set<std::string> used;
    for (const AnswerRow &row : rows) {
        if (leading(row))
            used.insert(row.dataset);
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

Result<Answer> answer(const Workspace &workspace, const Catalogue &catalogue, const Question &question,
                      const Progress &progress)
{
    if (progress.cancelled())
        return fail(ErrorCode::Cancelled);
    if (question.ask == Ask::Overview)
        return overview(workspace, catalogue, question, progress);
    Question complete = question;
    if (complete.ask == Ask::Generations && complete.generations.empty())
        complete.generations = {"first", "second"};
    Result<Scope> scope = resolve(workspace, catalogue, complete, progress);
    if (!scope)
        return tl::unexpected<Error>(scope.error());
    if (const Result<void> base = checkBase(*scope); !base)
        return tl::unexpected<Error>(base.error());
    Result<std::vector<AnswerRow>> rows = rowsOf(*scope);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    Answer result;
    result.question = question;
    result.indicator = scope->indicator;
    result.reference = scope->reference;
    result.origins = scope->origins;
    result.generations = scope->generations;
    result.periods = scope->periods;
    result.sources = sourcesOf(*scope, *rows);
    result.rows = std::move(*rows);
    result.notes = std::move(scope->notes);
    addNotes(result, catalogue);
    return result;
}

} // namespace evenredig
