#include "core/model/question.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace evenredig {

namespace {

std::vector<std::string_view> askNames()
{
    std::vector<std::string_view> names;
    for (const AskTraits &traits : allAskTraits())
        names.push_back(traits.name);
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
            node.failValue("some_text");
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

Result<Question> Question::fromJson(std::string_view text, const std::string &file)
{
    const auto document = JsonDocument::parse(text, file);
    if (!document)
        return tl::unexpected<Error>(document.error());
    document->expectFormat("question");
    const JsonNode root = document->root();
    root.allow({"evenredig", "ask", "indicator", "dataset", "origins", "generations", "periods", "base", "reference",
                "where", "controls", "estimator", "confidence", "split", "along", "options"});
    Question question;
    question.ask = static_cast<Ask>(root.require("ask").oneOf(askNames(), 0));
    readIndicatorOf(traitsOf(question.ask).needsIndicator ? root.require("indicator") : root["indicator"], question);
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
    question.confidence = root["confidence"].optionalNumber().value_or(defaultConfidence);
    if (question.confidence <= 0.5 || question.confidence >= 1)
        root["confidence"].failValue("0.5 < … < 1");
    if (document->error())
        return tl::unexpected<Error>(*document->error());
    for (const char *key : {"split", "along", "options"}) { // of questions that are not answered as yet
        if (root[key].exists())
            return fail(ErrorCode::KeyUnused, {{"ask", std::string(askName(question.ask))}, {"key", key}});
    }
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
    if (confidence != defaultConfidence)
        object["confidence"] = confidence;
    return object.dump(indented ? 2 : -1);
}

} // namespace evenredig
