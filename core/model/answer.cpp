#include "core/model/answer.h"

#include "core/base/file.h"
#include "core/base/numberformat.h"
#include "core/base/texts.h"

#include <algorithm>
#include <array>
#include <set>

namespace evenredig {

namespace {

std::string numbersOf(const Estimate &estimate)
{
    std::string text;
    for (const std::optional<double> &number : {estimate.value, estimate.low, estimate.high})
        text += (number ? plainNumber(*number) : "-") + " ";
    return text;
}

} // namespace

std::string_view statusName(Status status)
{
    static constexpr std::array<std::string_view, 8> names{
        "ok", "suppressed", "too_few", "unreliable", "no_margin", "not_comparable", "not_asked", "not_applicable"};
    return names[static_cast<std::size_t>(status)];
}

std::string_view verdictName(Verdict verdict)
{
    static constexpr std::array<std::string_view, 16> names{
        "",         "equal",      "more_favourable", "less_favourable", "higher",    "lower",   "not_demonstrable",
        "too_few",  "unreliable", "no_margin",       "not_comparable",  "unchanged", "smaller", "larger",
        "reversed", "changed"};
    return names[static_cast<std::size_t>(verdict)];
}

std::string_view sizeName(Size size)
{
    static constexpr std::array<std::string_view, 3> names{"", "small", "beyond_margin"};
    return names[static_cast<std::size_t>(size)];
}

void AnswerRow::add(Key key, Estimate estimate)
{
    provisional = provisional || estimate.provisional;
    estimates.emplace_back(key, std::move(estimate));
}

const Estimate *AnswerRow::estimate(Key key) const
{
    for (const auto &entry : estimates) {
        if (entry.first == key)
            return &entry.second;
    }
    return nullptr;
}

std::optional<double> AnswerRow::value(Key key) const
{
    const Estimate *found = estimate(key);
    return found ? found->value : std::nullopt;
}

bool AnswerRow::isProvisional(Key key) const
{
    const Estimate *found = estimate(key);
    return found && found->provisional;
}

const std::vector<std::string_view> &noteCodes()
{
    static const std::vector<std::string_view> codes{
        "complete_count",      "survey_no_margin",     "survey_some_margins", "survey_no_interval", "rounding",
        "denominator_unknown", "break_classification", "break_universe",      "overlap_periods",    "provisional",
        "not_published",       "not_in_data",          "no_figure",           "figures_differ",     "descendants",
        "pooled_periods",      "comparable_caution",   "small_numbers",       "reference_missing",  "reference_absent",
        "reference_itself",    "reference_contains",   "much_missing",        "context_only",       "generations_raw",
        "overview_complete",   "overview_periods",     "overview_uncompared", "overview_caution",   "verdicts_at_95",
        "break_declared"};
    return codes;
}

Note makeNote(std::string_view code, std::vector<std::pair<std::string, std::string>> arguments)
{
    Note note;
    note.code = code;
    const std::string key = "note." + note.code;
    note.text.nl = text(Language::Dutch, key, argumentsIn(Language::Dutch, arguments));
    note.text.en = text(Language::English, key, argumentsIn(Language::English, arguments));
    note.arguments = std::move(arguments);
    return note;
}

const DatasetInfo *Answer::source(std::string_view dataset) const
{
    const auto found = std::find_if(sources.begin(), sources.end(),
                                    [&](const DatasetInfo &info) { return info.id == dataset; });
    return found == sources.end() ? nullptr : &*found;
}

std::string Answer::reference() const
{
    std::string reference;
    for (const AnswerRow &row : rows) {
        if (row.reference.empty() || row.reference == reference)
            continue;
        if (!reference.empty())
            return {};
        reference = row.reference;
    }
    return reference;
}

namespace {

/// The question as it was understood: what was left out and what was asked by name are the same.
std::string understood(const Answer &answer)
{
    Question question = answer.question;
    const AskTraits &traits = traitsOf(question.ask);
    question.origins = answer.origins;
    question.generations = answer.generations;
    question.periods.clear();
    for (const Period &period : answer.periods)
        question.periods.push_back(period.id());
    question.datasets.clear();  // the sources say which
    question.reference.reset(); // the rows say which
    question.base.reset();
    if (!traits.usesControls) {
        question.controls.reset();
        question.estimator.reset();
    }
    return question.toJson(false);
}

} // namespace

std::string figureCode(const Answer &answer)
{
    std::string content = "statistics " + std::to_string(statisticsVersion) + "\n" + understood(answer);
    std::set<std::string> definitions{answer.indicator.json};
    for (const DatasetInfo &source : answer.sources)
        content += "\n" + source.id + " " + source.sha256 + " " + source.stored;
    for (const AnswerRow &row : answer.rows) {
        definitions.insert(row.definition);
        if (!row.estimates.empty())
            content += "\n" + row.reference + " " + (row.base ? row.base->id() : std::string());
        for (const auto &[key, estimate] : row.estimates)
            content += "\n" + numbersOf(estimate);
    }
    for (const std::string &definition : definitions)
        content += "\n" + definition;
    std::string hex = sha256(content).substr(0, 8);
    std::transform(hex.begin(), hex.end(), hex.begin(),
                   [](char c) { return c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c; });
    return "EV-" + hex.substr(0, 4) + "-" + hex.substr(4);
}

} // namespace evenredig
