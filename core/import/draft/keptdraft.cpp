#include "core/import/draft/keptdraft.h"

#include "core/base/jsonnode.h"
#include "core/import/draft/suggestdraft.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace evenredig {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char *formatName = "draft";
constexpr std::array<std::string_view, 4> useNames{"kept", "recoded", "missing", "unknown"};
constexpr std::array<std::string_view, 3> kindNames{"survey", "register", "published"};
constexpr std::array<std::string_view, 3> levelNames{"yes", "with_caution", "no"};
constexpr std::array<std::string_view, 2> scopeNames{"population", "within_origin"};

Json localJson(const LocalText &text)
{
    return {{"nl", text.nl}, {"en", text.en}};
}

/// The texts of a column that is only kept may be what people answered in words: they are not written.
bool hasCodes(const DraftColumn &column)
{
    return column.role != ColumnRole::Keep && column.role != ColumnRole::LeaveOut;
}

Json valuesJson(const DraftColumn &column)
{
    Json json = Json::array();
    for (const DraftValue &value : column.values) {
        const bool plain = value.use == DraftValue::Use::Kept || value.use == DraftValue::Use::Unknown;
        if (plain && !hasCodes(column))
            continue;
        Json one{{"value", value.value}, {"use", useNames[std::size_t(value.use)]}};
        if (value.use == DraftValue::Use::Recoded)
            one["id"] = value.id;
        if (value.use == DraftValue::Use::Missing) {
            one["reason"] = missingName(value.reason);
            one["label"] = localJson(value.label);
        }
        json.push_back(std::move(one));
    }
    return json;
}

/// What an earlier recipe says of rows and waves.
void addKeptRules(Json &json, const Draft &draft)
{
    for (const SetAsideRule &rule : draft.setAside)
        json["set_aside"].push_back({{"when", rule.when}, {"reason", localJson(rule.reason)}});
    for (const auto &[period, rule] : draft.comparable)
        json["comparable"][period] = {{"level", levelNames[std::size_t(rule.first)]},
                                      {"reason", localJson(rule.second)}};
    json["population_totals"] = draft.design.populationTotals;
}

bool isIdentifier(const DraftColumn &column, const FileProfile &profile)
{
    const ColumnProfile *counted = profile.column(column.from);
    return column.role == ColumnRole::Person || !counted || !counted->identifierReason.empty();
}

Json columnJson(const DraftColumn &column, const FileProfile &profile)
{
    Json json{{"from", column.from}, {"role", roleName(column.role)}, {"stratum", column.stratum}};
    if (column.role == ColumnRole::Variable)
        json["variable"] = column.variable;
    json["label"] = localJson(column.label);
    json["number"] = column.number;
    json["decimal"] = column.decimal;
    json["thousands"] = column.thousands;
    json["bands"] = column.bands;
    json["bands_as"] = column.bandsAs;
    json["bands_label"] = localJson(column.bandsLabel);
    json["left_out"] = column.leftOutReason;
    json["rest"] = column.rest;
    json["order"] = column.order;
    if (!isIdentifier(column, profile))
        json["values"] = valuesJson(column);
    return json;
}

Json readingJson(const ReadOptions &read)
{
    return {{"delimiter", std::string(1, read.delimiter)},
            {"quote", read.quote ? std::string(1, read.quote) : std::string()},
            {"decimal", read.decimal},
            {"thousands", read.thousands},
            {"encoding", read.encoding},
            {"header", read.header},
            {"given", read.given}};
}

void restoreValues(DraftColumn &column, const JsonNode &node)
{
    for (const JsonNode &one : node["values"].items()) {
        one.allow({"value", "use", "id", "reason", "label"});
        const std::string text = one.require("value").string();
        const auto found = std::find_if(column.values.begin(), column.values.end(),
                                        [&text](const DraftValue &value) { return value.value == text; });
        const auto use = DraftValue::Use(one["use"].oneOf({useNames.begin(), useNames.end()}, 0));
        const std::string id = one["id"].string("");
        const std::optional<Missing> reason = missingFromName(one["reason"].string("unknown"));
        if (found == column.values.end())
            continue;
        const bool same = found->use == use && (use != DraftValue::Use::Recoded || found->id == id)
                          && (use != DraftValue::Use::Missing || found->reason == reason);
        found->use = use;
        found->id = id;
        found->reason = reason.value_or(Missing::Unknown);
        found->label = one["label"].localText();
        if (same)
            continue;
        found->confidence = Confidence::Certain;
        found->evidence = {{"chosen", {}}};
    }
}

std::vector<double> numbersOf(const JsonNode &node)
{
    std::vector<double> numbers;
    for (const JsonNode &one : node.items())
        numbers.push_back(one.number());
    return numbers;
}

void restoreColumn(Draft &draft, const JsonNode &node, const FileProfile &profile)
{
    node.allow({"from", "role", "stratum", "variable", "label", "number", "decimal", "thousands", "bands", "bands_as",
                "bands_label", "left_out", "rest", "order", "values"});
    const std::string from = node.require("from").string();
    const ColumnRole role = roleFromName(node.require("role").string()).value_or(ColumnRole::Keep);
    const std::string variable = node["variable"].string("");
    DraftColumn *column = draft.column(from);
    if (!column)
        return;
    if (column->role != role || column->variable != variable) {
        chooseRole(draft, profile, from, role, variable);
        column->evidence = {{"chosen", {}}};
    }
    column->stratum = node["stratum"].boolean(false);
    column->label = node["label"].localText();
    column->number = node["number"].boolean(column->number);
    column->decimal = node["decimal"].string("");
    column->thousands = node["thousands"].string("");
    column->bands = numbersOf(node["bands"]);
    column->bandsAs = node["bands_as"].string("");
    column->bandsLabel = node["bands_label"].localText();
    column->leftOutReason = node["left_out"].string("");
    column->rest = node["rest"].string("");
    column->order = node["order"].strings();
    restoreValues(*column, node);
}

void restoreHead(Draft &draft, const JsonNode &root)
{
    draft.dataset = root["dataset"].string("");
    draft.title = root["title"].localText();
    draft.source = root["source"].localText();
    draft.kind = DatasetKind(root["kind"].oneOf({kindNames.begin(), kindNames.end()}, 0));
    draft.classification = root["classification"].string("");
    draft.synthetic = root["synthetic"].boolean(false);
    draft.keepNamedOnly = root["keep_named_only"].boolean(false);
    draft.period = root["period"].string("");
    draft.design.weightScope = WeightScope(root["weight_scope"].oneOf({scopeNames.begin(), scopeNames.end()}, 0));
    draft.design.covers = root["covers"].strings();
    draft.design.series = root["series"].string("");
    draft.design.populationTotals = root["population_totals"].string("");
}

void restoreRules(Draft &draft, const JsonNode &root)
{
    draft.setAside.clear();
    for (const JsonNode &one : root["set_aside"].items()) {
        SetAsideRule rule;
        for (const auto &[column, value] : one["when"].members())
            rule.when[column] = value.string();
        rule.reason = one["reason"].localText();
        draft.setAside.push_back(std::move(rule));
    }
    draft.comparable.clear();
    for (const auto &[period, rule] : root["comparable"].members())
        draft.comparable[period] = {Comparability(rule["level"].oneOf({levelNames.begin(), levelNames.end()}, 0)),
                                    rule["reason"].localText()};
}

Result<void> faultOf(const JsonDocument &document)
{
    if (document.error())
        return tl::unexpected<Error>(*document.error());
    return {};
}

} // namespace

std::string keptDraft(const Draft &draft, const FileProfile &profile, const ReadOptions &reading)
{
    Json json{{"evenredig", std::string(formatName) + "/1"},
              {"dataset", draft.dataset},
              {"title", localJson(draft.title)},
              {"source", localJson(draft.source)},
              {"kind", kindNames[std::size_t(draft.kind)]},
              {"classification", draft.classification},
              {"synthetic", draft.synthetic},
              {"keep_named_only", draft.keepNamedOnly},
              {"period", draft.period},
              {"weight_scope", scopeNames[std::size_t(draft.design.weightScope)]},
              {"covers", draft.design.covers},
              {"series", draft.design.series},
              {"read", readingJson(reading)}};
    addKeptRules(json, draft);
    json["columns"] = Json::array();
    for (const DraftColumn &column : draft.columns)
        json["columns"].push_back(columnJson(column, profile));
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<ReadOptions> keptReading(std::string_view kept)
{
    const Result<JsonDocument> document = JsonDocument::parse(kept, formatName);
    if (!document)
        return tl::unexpected<Error>(document.error());
    document->expectFormat(formatName);
    const JsonNode node = document->root()["read"];
    ReadOptions read;
    for (const std::string &key : node["given"].strings())
        read.given.insert(key);
    const std::string delimiter = node["delimiter"].string(","), quote = node["quote"].string("");
    read.delimiter = delimiter.empty() ? ',' : delimiter[0];
    read.quote = quote.empty() ? '\0' : quote[0];
    read.decimal = node["decimal"].string(".");
    read.thousands = node["thousands"].string("");
    read.encoding = node["encoding"].string("utf-8");
    read.header = node["header"].boolean(true);
    if (const Result<void> good = faultOf(*document); !good)
        return tl::unexpected<Error>(good.error());
    return read.given.empty() ? ReadOptions() : read;
}

Result<void> restoreDraft(Draft &draft, std::string_view kept, const FileProfile &profile)
{
    const Result<JsonDocument> document = JsonDocument::parse(kept, formatName);
    if (!document)
        return tl::unexpected<Error>(document.error());
    document->expectFormat(formatName);
    Draft restored = draft;
    const JsonNode root = document->root();
    for (const JsonNode &column : root["columns"].items())
        restoreColumn(restored, column, profile);
    restoreRules(restored, root);
    restoreHead(restored, root); // last: choosing a column for the period empties the period of the whole
    if (const Result<void> good = faultOf(*document); !good)
        return good;
    draft = std::move(restored);
    return {};
}

} // namespace evenredig
