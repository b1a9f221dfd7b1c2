#include "core/answer/notes.h"

#include <algorithm>

namespace evenredig {

namespace {

using Arguments = std::vector<std::pair<std::string, std::string>>;

// Names in both languages for a note: {"origins.nl", …}, {"origins.en", …}.
Arguments originList(const Catalogue &catalogue, const std::vector<std::string> &ids)
{
    Arguments arguments;
    for (const Language language : {Language::Dutch, Language::English})
        arguments.emplace_back(
            "origins." + std::string(languageCode(language)),
            joined(ids, [&](const std::string &id) { return catalogue.originName(id, {}, language); }));
    return arguments;
}

/// Weighted share of missing outcomes from which a note says so (statistics.md §1).
constexpr double muchMissing = 0.10;

struct Seen {
    std::set<std::string> populations, classifications;
    bool survey = false, surveyWithoutMargin = false, complete = false, unknownDenominator = false;
    std::optional<Period> pooled; // the last one: the one that a level and the generations show
    bool provisional = false, smallNumbers = false, overlap = false, rounding = false, withoutInterval = false;
    bool muchMissing = false, printed = false, margin = false, uncompared = false, compared = false;
    std::set<std::string> references;
};

void note(Seen &seen, const AnswerRow &row, const Scope &scope)
{
    seen.smallNumbers = seen.smallNumbers || (row.assessment.verdict == Verdict::TooFew && !row.absence);
    const Period *other = row.change ? &row.periods[1] : row.base ? &*row.base : nullptr;
    seen.overlap = seen.overlap || (other && !(*other == row.periods[0]) && other->overlaps(row.periods[0]));
    if (row.change)
        return;
    const Estimate *shown = leadingEstimate(row);
    if (!shown)
        return;
    seen.populations.insert(row.universe.nl + (row.sourceKind == SourceKind::Survey ? "|survey" : "|register"));
    seen.classifications.insert(row.classification);
    seen.provisional = seen.provisional || row.provisional;
    seen.printed = seen.printed || !row.computed;
    seen.muchMissing = seen.muchMissing || row.missingShare > muchMissing;
    if (row.period().kind() == Period::Kind::Pooled && (!seen.pooled || earlier(*seen.pooled, row.period())))
        seen.pooled = row.period();
    seen.rounding = seen.rounding || shown->method == Method::Rounding;
    seen.margin = seen.margin || isSampling(shown->method);
    if (!row.reference.empty())
        seen.references.insert(row.reference);
    seen.compared = seen.compared || !row.reference.empty();
    const bool base = row.base && !row.value(Key::Change); // of `relative`: there is no change to compare
    seen.uncompared = seen.uncompared
                      || (!base && row.reference.empty() && row.estimate(Key::Value) && !scope.isEveryone(row.origin)
                          && row.origin != scope.referenceIn(row.series));
    if (row.sourceKind == SourceKind::Survey) {
        seen.survey = true;
        seen.withoutInterval = seen.withoutInterval || shown->method == Method::None;
        seen.surveyWithoutMargin = seen.surveyWithoutMargin || row.status == Status::NoMargin;
    } else {
        seen.complete = true;
        seen.unknownDenominator = seen.unknownDenominator || !row.n;
    }
}

/// The origins without any figure, by the kind of their absence: not published is something else than suppressed.
std::vector<std::string> absent(const Answer &answer, bool asked)
{
    std::vector<std::string> ids;
    for (const std::string &origin : answer.origins) {
        bool any = false, reason = false;
        for (const AnswerRow &row : answer.rows) {
            if (row.origin != origin || row.change)
                continue;
            any = any || leadingEstimate(row);
            reason = reason || (row.absence && *row.absence != Missing::NotAsked);
        }
        if (!any && reason == asked)
            ids.push_back(origin);
    }
    return ids;
}

void addReferenceNotes(Answer &answer, const Seen &seen, const Scope &scope, const Catalogue &catalogue)
{
    for (const std::string &reference : seen.references) {
        const Origin *origin = catalogue.origin(reference);
        if (origin && origin->role == Origin::Role::WithoutBackground)
            answer.notes.push_back(makeNote("descendants"));
        if (origin && origin->role == Origin::Role::Everyone && answer.indicator.unit != Unit::Count)
            answer.notes.push_back(makeNote("reference_contains"));
    }
    if (scope.question.reference && contains(answer.origins, *scope.question.reference))
        answer.notes.push_back(makeNote("reference_itself", originList(catalogue, {*scope.question.reference})));
    if (seen.uncompared && (seen.compared || scope.question.reference))
        answer.notes.push_back(makeNote("reference_absent"));
}

void addPooledNote(Answer &answer, const Period &pooled)
{
    answer.notes.push_back(makeNote("pooled_periods", {{"period.nl", pooled.shortText(Language::Dutch)},
                                                       {"period.en", pooled.shortText(Language::English)},
                                                       {"meaning.nl", pooled.longText(Language::Dutch)},
                                                       {"meaning.en", pooled.longText(Language::English)}}));
}

void addAbsenceNotes(Answer &answer, const Seen &seen, const Catalogue &catalogue)
{
    if (const std::vector<std::string> missing = absent(answer, false); !missing.empty())
        answer.notes.push_back(
            makeNote(seen.printed ? "not_published" : "not_in_data", originList(catalogue, missing)));
    if (const std::vector<std::string> missing = absent(answer, true); !missing.empty())
        answer.notes.push_back(makeNote("no_figure", originList(catalogue, missing)));
}

/// The reason that a recipe gives for comparing with caution, or for not comparing at all; once.
void addReason(Answer &answer, Comparability comparability, const char *code, const Scope &scope)
{
    const auto found = std::find_if(answer.rows.begin(), answer.rows.end(), [&](const AnswerRow &row) {
        return row.comparability == comparability && scope.levels().isDeclared(row.comparabilityReason);
    });
    if (found != answer.rows.end())
        answer.notes.push_back(makeNote(code, {{"reason.nl", found->comparabilityReason.in(Language::Dutch)},
                                               {"reason.en", found->comparabilityReason.in(Language::English)}}));
}

} // namespace

const Estimate *leadingEstimate(const AnswerRow &row)
{
    for (const Key key : {Key::Value, Key::Second, Key::First}) {
        const Estimate *estimate = row.estimate(key);
        if (estimate && estimate->value)
            return estimate;
    }
    return nullptr;
}

void addNotes(Answer &answer, const Scope &scope, const Catalogue &catalogue)
{
    Seen seen;
    for (const AnswerRow &row : answer.rows)
        note(seen, row, scope);
    const auto add = [&](bool when, const char *code) {
        if (when)
            answer.notes.push_back(makeNote(code));
    };
    const bool judged = answer.indicator.unit != Unit::Count;
    add(seen.complete, "complete_count");
    add(seen.surveyWithoutMargin && !seen.margin, "survey_no_margin");
    add(seen.surveyWithoutMargin && seen.margin, "survey_some_margins");
    add(seen.withoutInterval, "survey_no_interval");
    add(seen.rounding, "rounding");
    add(answer.question.confidence != defaultConfidence, "verdicts_at_95");
    add(seen.complete && seen.unknownDenominator && judged, "denominator_unknown");
    add(!judged, "context_only");
    add(seen.smallNumbers, "small_numbers");
    add(seen.muchMissing, "much_missing");
    add(seen.classifications.size() > 1, "break_classification");
    add(seen.classifications.size() <= 1 && seen.populations.size() > 1, "break_universe");
    add(seen.overlap, "overlap_periods");
    if (seen.pooled)
        addPooledNote(answer, *seen.pooled);
    add(seen.provisional, "provisional");
    add(traitsOf(answer.question.ask).bothGenerations, "generations_raw");
    addReferenceNotes(answer, seen, scope, catalogue);
    addAbsenceNotes(answer, seen, catalogue);
    addReason(answer, Comparability::WithCaution, "comparable_caution", scope);
    addReason(answer, Comparability::No, "break_declared", scope);
}

} // namespace evenredig
