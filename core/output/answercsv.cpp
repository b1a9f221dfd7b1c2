// One line per row × estimate (formats.md, "Command line").
#include "core/output/output.h"

#include "core/base/text.h"

#include <array>

namespace evenredig {

namespace {

std::string field(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + "\"";
}

std::string number(const std::optional<double> &value)
{
    return value ? plainNumber(*value) : std::string();
}

std::string yesOrNo(const std::optional<bool> &value)
{
    return value ? (*value ? "true" : "false") : std::string();
}

std::string periodOf(const AnswerRow &row)
{
    // A change stands between two periods: both are given, in the order of the answer's `periods`.
    return joined(
        row.periods, [](const Period &period) { return period.id(); }, " ");
}

constexpr std::array<std::string_view, 32> csvColumns{
    "row",         "indicator", "origin",      "generation",  "period",
    "dataset",     "reference", "split",       "category",    "estimator",
    "estimate",    "value",     "se",          "low",         "high",
    "method",      "df",        "n",           "n_effective", "missing",
    "status",      "verdict",   "provisional", "size",        "change_verdict",
    "established", "mdv",       "deff",        "low50",       "high50",
    "universe",    "where"};

using Fields = std::array<std::string, csvColumns.size()>;

/// `n`, `missing` and `provisional` are the line's own: a level's are those of its figure, whatever row it stands in; a
/// difference has those of the row, unless it rests on the reference alone.
Fields fieldsOf(const Answer &answer, const AnswerRow &row, Key key, const Estimate &estimate)
{
    const bool own = traitsOf(key).kind == KeyKind::Level || traitsOf(key).ofReference;
    const Assessment &said = row.assessment;
    const std::string &universe = row.universe.nl.empty() ? answer.indicator.people.nl : row.universe.nl;
    return {row.change ? "change" : "period",
            row.indicator.empty() ? answer.indicator.id : row.indicator,
            row.origin,
            row.generation,
            periodOf(row),
            row.dataset,
            row.reference,
            "",
            "",
            "",
            std::string(keyName(key)),
            number(estimate.value),
            number(estimate.se),
            number(estimate.low),
            number(estimate.high),
            std::string(methodName(estimate.method)),
            number(estimate.df),
            number(own ? estimate.n : row.n),
            number(own ? estimate.nEffective : row.nEffective),
            number(own ? estimate.missing : row.missing),
            std::string(statusName(row.status)),
            std::string(verdictName(said.verdict)),
            estimate.provisional ? "true" : "false",
            std::string(sizeName(said.size)),
            std::string(verdictName(row.changeAssessment.verdict)),
            yesOrNo(said.established),
            number(said.mdv),
            "",
            "",
            "",
            universe,
            answer.question.where.empty() ? std::string() : canonicalJson(answer.question.where)};
}

} // namespace

std::string answerCsv(const Answer &answer)
{
    std::string csv = "\xEF\xBB\xBF" + joined(csvColumns, ",") + "\r\n";
    for (const AnswerRow &row : answer.rows) {
        for (const auto &[key, estimate] : row.estimates)
            csv += joined(fieldsOf(answer, row, key, estimate), field, ",") + "\r\n";
    }
    return csv;
}

} // namespace evenredig
