#include "core/model/answer.h"

#include "core/base/file.h"
#include "core/base/texts.h"

#include <algorithm>
#include <array>

namespace evenredig {

std::string_view statusName(Status status)
{
    static constexpr std::array<std::string_view, 9> names{"ok",         "suppressed",     "too_few",
                                                           "unreliable", "no_margin",      "not_comparable",
                                                           "not_asked",  "not_applicable", "provisional"};
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

const Estimate *AnswerRow::estimate(std::string_view key) const
{
    for (const auto &entry : estimates) {
        if (entry.first == key)
            return &entry.second;
    }
    return nullptr;
}

std::optional<double> AnswerRow::value(std::string_view key) const
{
    const Estimate *found = estimate(key);
    return found ? found->value : std::nullopt;
}

const std::vector<std::string_view> &noteCodes()
{
    static const std::vector<std::string_view> codes{
        "complete_count",       "survey_no_margin", "survey_no_interval", "rounding",        "denominator_unknown",
        "break_classification", "break_universe",   "break_dataset",      "overlap_periods", "provisional",
        "not_published",        "not_in_data",      "figures_differ",     "universes",       "reference_used",
        "ratio_no_zero",        "suspects",         "descendants",        "seven_groups",    "pooled_periods",
        "comparable_caution",   "small_numbers",    "reference_missing",  "context_only",    "generations_raw",
        "overview_complete",    "overview_periods"};
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

std::string figureCode(const Answer &answer)
{
    std::string content = answer.question.toJson(false);
    for (const DatasetInfo &source : answer.sources)
        content += "\n" + source.id + " " + source.sha256;
    std::string hex = sha256(content).substr(0, 8);
    std::transform(hex.begin(), hex.end(), hex.begin(),
                   [](char c) { return c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c; });
    return "EV-" + hex.substr(0, 4) + "-" + hex.substr(4);
}

} // namespace evenredig
