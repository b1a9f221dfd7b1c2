// One line per row × estimate (formats.md, "Command line").
#include "core/output/output.h"

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

std::string periodOf(const AnswerRow &row)
{
    // A change stands between two periods: both are given, in the order of the answer's `periods`.
    return row.change ? row.periods[0].id() + " " + row.periods[1].id() : row.period().id();
}

} // namespace

std::string answerCsv(const Answer &answer)
{
    std::string csv = "\xEF\xBB\xBForigin,generation,period,dataset,estimate,value,se,low,high,df,n,n_effective,"
                      "missing,status,verdict\r\n";
    for (const AnswerRow &row : answer.rows) {
        for (const auto &entry : row.estimates) {
            const Estimate &estimate = entry.second;
            const std::array<std::string, 15> fields{row.origin,
                                                     row.generation,
                                                     periodOf(row),
                                                     row.dataset,
                                                     entry.first,
                                                     number(estimate.value),
                                                     number(estimate.se),
                                                     number(estimate.low),
                                                     number(estimate.high),
                                                     number(estimate.df),
                                                     number(row.n),
                                                     number(row.nEffective),
                                                     number(row.missing),
                                                     std::string(statusName(row.status)),
                                                     std::string(verdictName(row.verdict))};
            for (std::size_t i = 0; i < fields.size(); ++i) {
                csv += field(fields[i]);
                csv += i + 1 < fields.size() ? "," : "\r\n";
            }
        }
    }
    return csv;
}

} // namespace evenredig
