#include "core/model/indicator.h"

#include "core/base/text.h"

#include <algorithm>
#include <set>

namespace evenredig {

namespace {

const std::vector<std::string_view> &unitNames()
{
    static const std::vector<std::string_view> names{"percent", "per_1000", "per_10000", "mean",
                                                     "euro",    "index",    "count"};
    return names;
}

bool holdsAll(const std::vector<std::string> &list, const std::vector<std::string> &items)
{
    return std::all_of(items.begin(), items.end(), [&](const std::string &item) { return contains(list, item); });
}

void readShare(const JsonNode &share, Measure &measure)
{
    share.allow({"variable", "in", "of"});
    measure.variable = share.require("variable").string();
    measure.in = share.require("in").strings();
    measure.of = share["of"].strings();
    if (measure.in.empty())
        share["in"].failValue("some_list");
    if (!measure.of.empty() && !holdsAll(measure.of, measure.in))
        share["of"].failValue("of_holds_in");
}

Measure readMeasure(const JsonNode &node)
{
    Measure measure;
    node.allow({"share", "mean", "rate", "quantile"});
    if (node["share"].exists() + node["mean"].exists() + node["rate"].exists() + node["quantile"].exists() > 1)
        node.failValue("share / mean / rate / quantile");
    if (const JsonNode share = node["share"]; share.exists()) {
        readShare(share, measure);
    } else if (node["mean"].exists()) {
        measure.kind = Measure::Kind::Mean;
        measure.variable = node["mean"].string();
    } else if (const JsonNode rate = node["rate"]; rate.exists()) {
        measure.kind = Measure::Kind::Rate;
        rate.allow({"count", "per"});
        measure.variable = rate.require("count").string();
        measure.per = rate.require("per").number();
        if (measure.per <= 0)
            rate["per"].failValue("> 0");
    } else if (const JsonNode quantile = node["quantile"]; quantile.exists()) {
        measure.kind = Measure::Kind::Quantile;
        quantile.allow({"variable", "p"});
        measure.variable = quantile.require("variable").string();
        measure.p = quantile.require("p").number();
        if (measure.p <= 0 || measure.p >= 1)
            quantile["p"].failValue("0 < p < 1");
    } else {
        node.failValue("share / mean / rate / quantile");
    }
    return measure;
}

} // namespace

std::string_view unitName(Unit unit)
{
    return unitNames()[static_cast<std::size_t>(unit)];
}

bool hasTrueZero(Unit unit)
{
    return unit != Unit::Mean && unit != Unit::Index;
}

double screenFactor(Unit unit)
{
    switch (unit) {
    case Unit::Percent: return 100;
    case Unit::Per1000: return 1000;
    case Unit::Per10000: return 10000;
    default: return 1;
    }
}

Indicator readIndicator(const JsonNode &node)
{
    node.allow({"id", "domain", "label", "definition", "clause", "people", "note", "unit", "scale", "direction",
                "sensitive", "true_zero", "universe", "measure", "controls", "minimum_n", "relevance"});
    Indicator indicator;
    indicator.id = node.require("id").string();
    if (indicator.id.empty())
        node["id"].failValue("some_text");
    indicator.domain = node.require("domain").string();
    indicator.label = node.require("label").localText();
    if (indicator.label.nl.empty())
        node["label"].failValue("some_dutch");
    indicator.definition = node["definition"].localText();
    indicator.clause = node["clause"].localText();
    indicator.people = node["people"].localText();
    indicator.note = node["note"].localText();
    indicator.unit = static_cast<Unit>(node.require("unit").oneOf(unitNames(), 0));
    indicator.scale = node["scale"].isString() ? LocalText{node["scale"].string(), {}} : node["scale"].localText();
    indicator.direction = static_cast<Direction>(node["direction"].oneOf({"higher", "lower", "neutral"}, 2));
    indicator.trueZero = node["true_zero"].boolean(hasTrueZero(indicator.unit));
    indicator.sensitive = node["sensitive"].boolean(false);
    indicator.universe = readConditions(node["universe"]);
    indicator.measure = readMeasure(node.require("measure"));
    for (const JsonNode &block : node["controls"].items())
        indicator.controls.push_back(block.strings());
    indicator.minimumN = node["minimum_n"].integer(50);
    if (indicator.minimumN < 0)
        node["minimum_n"].failValue("≥ 0");
    indicator.relevance = node["relevance"].optionalNumber();
    if (indicator.relevance && *indicator.relevance <= 0)
        node["relevance"].failValue("> 0");
    // In the file's unit two percentage points are 0.02; a margin of 2 would call everything equal.
    if (indicator.relevance && *indicator.relevance >= 1 && screenFactor(indicator.unit) > 1)
        node["relevance"].failValue("0 < … < 1");
    indicator.json = node.dump();
    return indicator;
}

Result<std::vector<Indicator>> readIndicators(const JsonDocument &document)
{
    document.expectFormat("indicators");
    const JsonNode root = document.root();
    root.allow({"evenredig", "indicators"});
    std::vector<Indicator> indicators;
    std::set<std::string> ids;
    for (const JsonNode &node : root.require("indicators").items()) {
        Indicator indicator = readIndicator(node);
        if (!ids.insert(indicator.id).second)
            node["id"].failValue("id ≠ " + indicator.id);
        indicators.push_back(std::move(indicator));
    }
    if (document.error())
        return tl::unexpected<Error>(*document.error());
    return indicators;
}

} // namespace evenredig
