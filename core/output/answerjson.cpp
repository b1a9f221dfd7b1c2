// answer/1 (formats.md, "Answer").
#include "core/output/output.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace evenredig {

namespace {

using nlohmann::ordered_json;

ordered_json numberOrNull(const std::optional<double> &value)
{
    return value ? ordered_json(tidyNumber(*value)) : ordered_json(nullptr);
}

/// 220, not 220.0; of a weighted number its decimals.
ordered_json countOrNull(const std::optional<double> &value)
{
    if (value && std::fabs(*value) < 1e15 && *value == std::floor(*value))
        return ordered_json(static_cast<std::int64_t>(*value));
    return numberOrNull(value);
}

ordered_json textJson(const LocalText &text)
{
    return {{"nl", text.nl}, {"en", text.in(Language::English)}};
}

ordered_json wordOrNull(std::string_view word)
{
    return word.empty() ? ordered_json(nullptr) : ordered_json(word);
}

ordered_json estimateJson(const Estimate &estimate)
{
    return {{"value", numberOrNull(estimate.value)}, {"se", numberOrNull(estimate.se)},
            {"low", numberOrNull(estimate.low)},     {"high", numberOrNull(estimate.high)},
            {"df", numberOrNull(estimate.df)},       {"method", wordOrNull(methodName(estimate.method))}};
}

ordered_json rowJson(const AnswerRow &row)
{
    ordered_json object;
    object["row"] = row.change ? "change" : "period";
    if (!row.indicator.empty())
        object["indicator"] = row.indicator;
    object["origin"] = row.origin;
    object["generation"] = wordOrNull(row.generation);
    if (row.change) {
        object["period"] = nullptr;
        object["periods"] = {row.periods[0].id(), row.periods[1].id()};
    } else {
        object["period"] = row.period().id();
    }
    object["dataset"] = wordOrNull(row.dataset);
    object["n"] = countOrNull(row.n);
    object["n_effective"] = numberOrNull(row.nEffective);
    object["missing"] = countOrNull(row.missing);
    object["status"] = statusName(row.status);
    object["provisional"] = row.provisional;
    object["estimates"] = ordered_json::object();
    for (const auto &entry : row.estimates)
        object["estimates"][std::string(keyName(entry.first))] = estimateJson(entry.second);
    if (!row.reference.empty())
        object["reference"] = row.reference;
    object["verdict"] = wordOrNull(verdictName(row.assessment.verdict));
    if (!row.indicator.empty())
        object["change_verdict"] = wordOrNull(verdictName(row.changeAssessment.verdict));
    object["size"] = wordOrNull(sizeName(row.assessment.size));
    object["established"] = row.assessment.established ? ordered_json(*row.assessment.established)
                                                       : ordered_json(nullptr);
    object["mdv"] = numberOrNull(row.assessment.mdv);
    return object;
}

} // namespace

std::string answerJson(const Answer &answer)
{
    ordered_json object;
    object["evenredig"] = "answer/1";
    object["question"] = ordered_json::parse(answer.question.toJson(false));
    object["rows"] = ordered_json::array();
    for (const AnswerRow &row : answer.rows)
        object["rows"].push_back(rowJson(row));
    object["notes"] = ordered_json::array();
    for (const Note &note : answer.notes)
        object["notes"].push_back({{"code", note.code}, {"text", textJson(note.text)}});
    object["sources"] = ordered_json::array();
    for (const DatasetInfo &source : answer.sources)
        object["sources"].push_back(
            {{"dataset", source.id}, {"text", textJson(source.source)}, {"sha256", source.sha256}});
    return object.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace evenredig
