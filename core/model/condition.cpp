#include "core/model/condition.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace evenredig {

namespace {

/// Two numbers, or two codes of an ordered scale.
void readEnds(const JsonNode &between, Condition &condition)
{
    condition.kind = Condition::Kind::Between;
    const std::vector<JsonNode> ends = between.items();
    if (ends.size() == 2 && ends[0].isString() && ends[1].isString()) {
        condition.first = ends[0].string();
        condition.last = ends[1].string();
        if (condition.first.empty() || condition.last.empty())
            between.failValue("two_ends");
        return;
    }
    if (ends.size() != 2 || !ends[0].isNumber() || !ends[1].isNumber()) {
        between.failValue("two_ends");
        return;
    }
    condition.low = ends[0].number();
    condition.high = ends[1].number();
    if (condition.low > condition.high)
        between.failValue("two_ends");
}

Condition readCondition(const JsonNode &node)
{
    Condition condition;
    node.allow({"variable", "in", "not_in", "between"});
    condition.variable = node.require("variable").string();
    if (condition.variable.empty())
        node["variable"].failValue("some_text");
    const int kinds = int(node["in"].exists()) + int(node["not_in"].exists()) + int(node["between"].exists());
    if (kinds != 1)
        node.failValue("in / not_in / between");
    if (node["not_in"].exists()) {
        condition.kind = Condition::Kind::NotIn;
        condition.codes = node["not_in"].strings();
    } else if (node["between"].exists()) {
        readEnds(node["between"], condition);
    } else {
        condition.codes = node["in"].strings();
    }
    return condition;
}

} // namespace

std::vector<Condition> readConditions(const JsonNode &array)
{
    std::vector<Condition> conditions;
    for (const JsonNode &node : array.items())
        conditions.push_back(readCondition(node));
    return conditions;
}

std::string canonicalJson(const std::vector<Condition> &conditions)
{
    std::vector<std::string> texts;
    for (const Condition &condition : conditions) {
        nlohmann::json object{{"variable", condition.variable}};
        if (condition.betweenCodes()) {
            object["between"] = std::vector<std::string>{condition.first, condition.last};
        } else if (condition.kind == Condition::Kind::Between) {
            object["between"] = {condition.low, condition.high};
        } else {
            std::vector<std::string> codes = condition.codes;
            std::sort(codes.begin(), codes.end());
            codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
            object[condition.kind == Condition::Kind::In ? "in" : "not_in"] = codes;
        }
        texts.push_back(object.dump());
    }
    std::sort(texts.begin(), texts.end());
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
    std::string result = "[";
    for (const std::string &entry : texts)
        result += (result.size() > 1 ? "," : "") + entry;
    return result + "]";
}

} // namespace evenredig
