// One line per row × estimate (formats.md, "Command line"), in ids or in words.
#include "core/output/output.h"

#include "core/base/text.h"
#include "core/output/answerlines.h"

#include <algorithm>
#include <array>

namespace evenredig {

namespace {

std::string quotedField(std::string_view text, std::string_view marks)
{
    if (text.find_first_of(marks) == std::string_view::npos)
        return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + "\"";
}

std::string field(std::string_view text)
{
    return quotedField(text, ",\"\r\n");
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

/// A spreadsheet computes what begins like a formula, quoted or not: an apostrophe makes a text of it. Labels come from
/// outside, and blanks in front are passed over.
std::string harmless(std::string text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    const bool steers = !text.empty() && (text[0] == '\t' || text[0] == '\r' || text[0] == '\n');
    const bool formula = first != std::string::npos && std::string_view("=+-@").find(text[first]) != std::string::npos;
    return steers || formula ? "'" + text : text;
}

/// Numbers are ours and need no guard.
std::string spreadsheetField(const LineCell &cell)
{
    if (!cell.number)
        return quotedField(harmless(cell.text), ";\"\r\n");
    std::string digits = plainNumber(*cell.number);
    std::replace(digits.begin(), digits.end(), '.', ',');
    return digits;
}

std::string spreadsheetCsv(const AnswerLines &answer)
{
    const auto head = [](const std::string &text) { return spreadsheetField({text, {}}); };
    std::string csv = "\xEF\xBB\xBF" + joined(answer.heads, head, ";") + "\r\n";
    for (const std::vector<LineCell> &line : answer.lines)
        csv += joined(line, spreadsheetField, ";") + "\r\n";
    return csv;
}

} // namespace

std::string answerCsv(const Answer &answer, CsvStyle style, const Catalogue &catalogue, Language language)
{
    return style == CsvStyle::Coded ? answerCsv(answer) : spreadsheetCsv(answerLines(answer, catalogue, language));
}

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
