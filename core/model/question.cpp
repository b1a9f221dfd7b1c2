#include "core/model/question.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace evenredig {

namespace {

const std::vector<std::string_view> &askNames()
{
    static const std::vector<std::string_view> names{"level",    "development",  "gap",
                                                     "relative", "generations",  "proportionality",
                                                     "paradox",  "distribution", "overview"};
    return names;
}

const std::vector<std::string_view> &estimatorNames()
{
    static const std::vector<std::string_view> names{"regression", "cells", "reweighting", "all"};
    return names;
}

void readIndicatorOf(const JsonNode &node, Question &question)
{
    if (node.isObject()) {
        question.inlineIndicator = readIndicator(node);
        question.indicator = question.inlineIndicator->id;
    } else {
        question.indicator = node.string("");
        if (node.exists() && question.indicator.empty())
            node.failValue("\"…\"");
    }
}

std::string readPeriod(const JsonNode &node)
{
    std::string id = node.string();
    if (!Period::parse(id))
        node.failValue("2020, 2016/17, 2013..2017, 1996-Q1, 1996-01, 2021-01-01");
    return id;
}

} // namespace

std::string_view askName(Ask ask)
{
    return askNames()[static_cast<std::size_t>(ask)];
}

std::optional<Ask> askFromName(std::string_view name)
{
    const auto found = std::find(askNames().begin(), askNames().end(), name);
    if (found == askNames().end())
        return std::nullopt;
    return static_cast<Ask>(found - askNames().begin());
}

Result<Question> Question::fromJson(std::string_view text, const std::string &file)
{
    const auto document = JsonDocument::parse(text, file);
    if (!document)
        return tl::unexpected<Error>(document.error());
    document->expectFormat("question");
    const JsonNode root = document->root();
    root.allow({"evenredig", "ask", "indicator", "dataset", "origins", "generations", "periods", "base", "reference",
                "where", "controls", "estimator", "confidence"});
    Question question;
    question.ask = static_cast<Ask>(root.require("ask").oneOf(askNames(), 0));
    if (question.ask == Ask::Overview)
        readIndicatorOf(root["indicator"], question);
    else
        readIndicatorOf(root.require("indicator"), question);
    if (root["dataset"].isString())
        question.datasets = {root["dataset"].string()};
    else
        question.datasets = root["dataset"].strings();
    question.origins = root["origins"].strings();
    question.generations = root["generations"].strings();
    for (const JsonNode &item : root["periods"].items())
        question.periods.push_back(readPeriod(item));
    if (root["base"].exists())
        question.base = readPeriod(root["base"]);
    if (root["reference"].exists())
        question.reference = root["reference"].string();
    question.where = readConditions(root["where"]);
    if (root["controls"].exists()) {
        question.controls.emplace();
        for (const JsonNode &block : root["controls"].items())
            question.controls->push_back(block.strings());
    }
    if (root["estimator"].exists())
        question.estimator = static_cast<Estimator>(root["estimator"].oneOf(estimatorNames(), 0));
    question.confidence = root["confidence"].optionalNumber().value_or(0.95);
    if (question.confidence <= 0.5 || question.confidence >= 1)
        root["confidence"].failValue("0.5 < … < 1");
    if (document->error())
        return tl::unexpected<Error>(*document->error());
    return question;
}

std::string Question::toJson(bool indented) const
{
    nlohmann::ordered_json object;
    object["evenredig"] = "question/1";
    object["ask"] = askName(ask);
    if (inlineIndicator)
        object["indicator"] = nlohmann::ordered_json::parse(inlineIndicator->json);
    else if (!indicator.empty())
        object["indicator"] = indicator;
    if (!datasets.empty())
        object["dataset"] = datasets;
    if (!origins.empty())
        object["origins"] = origins;
    if (!generations.empty())
        object["generations"] = generations;
    if (!periods.empty())
        object["periods"] = periods;
    if (base)
        object["base"] = *base;
    if (reference)
        object["reference"] = *reference;
    if (!where.empty())
        object["where"] = nlohmann::ordered_json::parse(canonicalJson(where));
    if (controls)
        object["controls"] = *controls;
    if (estimator)
        object["estimator"] = estimatorNames()[static_cast<std::size_t>(*estimator)];
    if (confidence != 0.95)
        object["confidence"] = confidence;
    return object.dump(indented ? 2 : -1);
}

} // namespace evenredig
