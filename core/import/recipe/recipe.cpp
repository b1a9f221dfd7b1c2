#include "core/import/recipe/recipe.h"

#include "core/base/jsonnode.h"
#include "core/base/text.h"
#include "core/import/source/textdecoder.h"
#include "core/import/source/trim.h"

#include <algorithm>
#include <array>
#include <set>

namespace evenredig {

namespace {

/// The dimensions that a column or a measure's `set` can give to a published figure.
constexpr std::array<std::string_view, 3> dimensions{"origin", "generation", "period"};

constexpr std::string_view periodIds = "2020, 2016/17, 2013..2017, 1996-Q1, 1996-01, 2021-01-01";

bool isDimension(std::string_view name)
{
    return contains(dimensions, name);
}

Missing reasonOf(const JsonNode &node)
{
    return missingFromName(node.string()).value_or(Missing::Unknown);
}

/// A reason; an object with reason and label; another text, which is a label with reason unknown; or a
/// list, whose texts are labels too.
Missing readReason(const JsonNode &node)
{
    if (node.isString())
        return reasonOf(node);
    if (node.isArray()) {
        static_cast<void>(node.strings());
        return Missing::Unknown;
    }
    node.allow({"reason", "label"});
    const JsonNode reason = node.require("reason");
    if (reason.isString() && !missingFromName(reason.string()))
        reason.failValue("dont_know, refused, not_asked, not_applicable, impossible, unknown, suppressed, too_few, "
                         "unreadable");
    static_cast<void>(node["label"].localText());
    return reasonOf(reason);
}

std::map<std::string, Missing> readMissing(const JsonNode &node)
{
    std::map<std::string, Missing> missing;
    if (node.isArray()) {
        for (const std::string &code : node.strings())
            missing[std::string(trimmedCell(code))] = Missing::Unknown;
        return missing;
    }
    for (const auto &member : node.members())
        missing[std::string(trimmedCell(member.first))] = readReason(member.second);
    return missing;
}

/// The labels that stand beside the reasons: an object's, or the text itself.
std::map<std::string, LocalText> readMissingLabels(const JsonNode &node)
{
    std::map<std::string, LocalText> labels;
    if (!node.isObject())
        return labels;
    for (const auto &member : node.members()) {
        const std::string code(trimmedCell(member.first));
        if (member.second.isObject())
            labels[code] = member.second["label"].localText();
        else if (member.second.isString() && !missingFromName(member.second.string()))
            labels[code] = {member.second.string(), member.second.string()};
    }
    return labels;
}

char readMark(const JsonNode &node, char otherwise, bool mayBeEmpty)
{
    const std::string mark = node.string(std::string(1, otherwise));
    if (mark.empty() && mayBeEmpty)
        return 0;
    const bool usable = mark.size() == 1 && mark[0] != '\n' && mark[0] != '\r'
                        && static_cast<unsigned char>(mark[0]) < 0x80;
    if (!usable) {
        node.failValue("\";\"");
        return otherwise;
    }
    return mark[0];
}

ReadOptions readOptions(const JsonNode &node)
{
    ReadOptions read;
    if (!node.exists())
        return read;
    node.allow({"format", "delimiter", "quote", "decimal", "thousands", "encoding", "missing", "header", "skip",
                "short_header"});
    for (const auto &member : node.members())
        read.given.insert(member.first);
    static constexpr std::array<const char *, 2> formats{"csv", "statline"};
    read.format = formats[std::size_t(node["format"].oneOf({"csv", "statline"}, 0))];
    read.header = node["header"].boolean(true);
    read.delimiter = readMark(node["delimiter"], ',', false);
    read.quote = readMark(node["quote"], '"', true);
    if (read.delimiter == read.quote)
        node["delimiter"].failValue("delimiter ≠ quote");
    read.skip = node["skip"].integer(0);
    if (read.skip < 0)
        node["skip"].failValue("0, 1, 2, …");
    read.shortHeader = ShortHeader(node["short_header"].oneOf({"no", "row_names", "trailing_delimiter"}, 0));
    read.decimal = node["decimal"].string(".");
    if (read.decimal != "." && read.decimal != ",")
        node["decimal"].failValue("\".\", \",\"");
    read.thousands = node["thousands"].string("");
    if (read.thousands == read.decimal || read.thousands.find_first_of("0123456789+-") != std::string::npos)
        node["thousands"].failValue("\"\", \".\", \",\", \" \"");
    read.encoding = node["encoding"].string("utf-8");
    if (!textEncodingFromName(read.encoding))
        node["encoding"].failValue("utf-8, utf-16le, utf-16be, windows-1252, latin-1");
    read.missing = readMissing(node["missing"]);
    return read;
}

void readRecode(const JsonNode &node, ColumnRule &rule)
{
    rule.hasRecode = node.exists();
    for (const auto &member : node.members())
        rule.recode[std::string(trimmedCell(member.first))] = member.second.string();
}

/// The marks of one column: those that it does not give are those of the file.
void readMarks(const JsonNode &node, ColumnRule &rule)
{
    if (node["decimal"].exists()) {
        rule.decimal = node["decimal"].string();
        if (rule.decimal != "." && rule.decimal != ",")
            node["decimal"].failValue("\".\", \",\"");
    }
    if (node["thousands"].exists()) {
        rule.thousands = node["thousands"].string();
        if (rule.thousands == rule.decimal || rule.thousands->find_first_of("0123456789+-") != std::string::npos)
            node["thousands"].failValue("\"\", \".\", \",\", \" \"");
    }
    for (const auto &member : node["read_as"].members())
        rule.readAs[std::string(trimmedCell(member.first))] = trimmedCell(member.second.string());
}

ColumnRule readColumn(const JsonNode &node)
{
    node.allow(
        {"from", "as", "label", "order", "recode", "missing", "number", "bands", "decimal", "thousands", "read_as"});
    ColumnRule rule;
    rule.from = node.require("from").string();
    rule.as = node["as"].string(rule.from);
    readRecode(node["recode"], rule);
    rule.missing = readMissing(node["missing"]);
    rule.missingLabels = readMissingLabels(node["missing"]);
    rule.label = node["label"].localText();
    rule.order = node["order"].strings();
    rule.number = node["number"].boolean(false);
    readMarks(node, rule);
    for (const JsonNode &band : node["bands"].items()) {
        rule.bands.push_back(band.number());
        if (rule.bands.size() > 1 && !(rule.bands.back() > rule.bands[rule.bands.size() - 2]))
            band.failValue("> " + node["bands"].items()[rule.bands.size() - 2].dump());
    }
    return rule;
}

void readPeriod(const JsonNode &node, Recipe &recipe)
{
    if (!node.exists())
        return;
    if (node.isString()) {
        recipe.constantPeriod = node.string();
        if (!Period::fromSource(*recipe.constantPeriod))
            node.failValue(periodIds);
        return;
    }
    node.allow({"from", "recode", "missing"});
    ColumnRule rule;
    rule.from = node.require("from").string();
    rule.as = "period";
    readRecode(node["recode"], rule);
    rule.missing = readMissing(node["missing"]);
    recipe.periodColumn = std::move(rule);
}

void readColumns(const JsonNode &node, Recipe &recipe)
{
    std::set<std::string> names;
    for (const JsonNode &item : node.items()) {
        ColumnRule rule = readColumn(item);
        if (!names.insert(rule.as).second)
            item["as"].failValue("as ≠ " + rule.as);
        if (rule.as.empty() || rule.as.front() == '@') // those of the design begin so
            item["as"].failValue("as ≠ \"\", as ≠ \"@…\"");
        if (recipe.kind == DatasetKind::Published && !isDimension(rule.as))
            item["as"].failValue("origin, generation, period");
        for (const char *key : {"decimal", "thousands", "read_as"}) {
            if (recipe.kind == DatasetKind::Published && item[key].exists())
                item[key].failValue("\"kind\": \"survey\", \"register\"");
        }
        if (rule.as == "period" && recipe.kind == DatasetKind::Published) {
            if (recipe.periodColumn || recipe.constantPeriod)
                item["as"].failValue("origin, generation");
            recipe.periodColumn = std::move(rule);
            continue;
        }
        recipe.columns.push_back(std::move(rule));
    }
}

std::map<std::string, std::string> readTexts(const JsonNode &node)
{
    std::map<std::string, std::string> texts;
    for (const auto &member : node.members())
        texts[member.first] = trimmedCell(member.second.string());
    return texts;
}

std::optional<std::string> optionalText(const JsonNode &node)
{
    return node.exists() ? std::optional<std::string>(node.string()) : std::nullopt;
}

std::map<std::string, std::string> readSet(const JsonNode &node)
{
    std::map<std::string, std::string> set;
    if (node.exists())
        node.allow({"origin", "generation", "period"});
    for (const auto &member : node.members()) {
        set[member.first] = member.second.string();
        if (member.first == "period" && !Period::fromSource(set[member.first]))
            member.second.failValue(periodIds);
    }
    return set;
}

MeasureRule readMeasure(const JsonNode &node)
{
    node.allow({"value", "indicator", "when", "set", "source_kind", "universe", "where", "scale", "decimals",
                "round_to", "low", "high", "n"});
    MeasureRule measure;
    measure.value = node.require("value").string();
    measure.indicator = node.require("indicator").string();
    measure.when = readTexts(node["when"]);
    measure.set = readSet(node["set"]);
    measure.sourceKind = SourceKind(node["source_kind"].oneOf({"register", "survey"}, 0));
    measure.universe = node["universe"].localText();
    measure.where = readConditions(node["where"]);
    measure.scale = node["scale"].optionalNumber().value_or(1);
    if (!(measure.scale > 0))
        node["scale"].failValue("> 0");
    if (node["decimals"].exists())
        measure.decimals = node["decimals"].integer(0);
    if (measure.decimals.value_or(0) < 0 || measure.decimals.value_or(0) > 15)
        node["decimals"].failValue("0 … 15");
    measure.roundTo = node["round_to"].optionalNumber();
    if (measure.roundTo && !(*measure.roundTo > 0))
        node["round_to"].failValue("> 0");
    measure.low = optionalText(node["low"]);
    measure.high = optionalText(node["high"]);
    measure.n = optionalText(node["n"]);
    return measure;
}

/// Every figure needs an origin and a period from somewhere.
void expectDimensions(const JsonNode &node, const MeasureRule &measure, const Recipe &recipe)
{
    const bool originColumn = std::any_of(recipe.columns.begin(), recipe.columns.end(),
                                          [](const ColumnRule &rule) { return rule.as == "origin"; });
    if (!originColumn && !measure.set.contains("origin"))
        static_cast<void>(node["set"].require("origin"));
    if (!recipe.constantPeriod && !recipe.periodColumn && !measure.set.contains("period"))
        static_cast<void>(node["set"].require("period"));
}

void readMeasures(const JsonNode &node, Recipe &recipe)
{
    for (const JsonNode &item : node.items()) {
        recipe.measures.push_back(readMeasure(item));
        expectDimensions(item, recipe.measures.back(), recipe);
    }
}

void readSetAside(const JsonNode &node, Recipe &recipe)
{
    for (const JsonNode &item : node.items()) {
        item.allow({"when", "reason"});
        SetAsideRule rule;
        rule.when = readTexts(item.require("when"));
        if (rule.when.empty())
            item["when"].failValue("{ … }");
        rule.reason = item.require("reason").localText();
        recipe.setAside.push_back(std::move(rule));
    }
}

/// What only microdata need.
void readDesign(const JsonNode &node, Design &design)
{
    if (!node.exists())
        return;
    node.allow({"weight", "strata", "cluster", "population", "weight_scope", "covers", "population_totals", "panel",
                "series"});
    design.weight = node["weight"].string("");
    design.strata = node["strata"].strings();
    design.cluster = node["cluster"].string("");
    design.population = node["population"].string("");
    design.weightScope = WeightScope(node["weight_scope"].oneOf({"population", "within_origin"}, 0));
    const JsonNode covers = node["covers"];
    if (covers.isString()) {
        if (covers.string() != "all")
            covers.failValue("\"all\", [ … ]");
    } else {
        design.covers = covers.strings();
    }
    if (node["population_totals"].exists())
        design.populationTotals = node["population_totals"].dump();
    design.panel = node["panel"].string("");
    design.series = node["series"].string("");
}

void readComparable(const JsonNode &node, Recipe &recipe)
{
    for (const auto &member : node.members()) {
        member.second.allow({"level", "reason"});
        const auto level = Comparability(member.second.require("level").oneOf({"yes", "with_caution", "no"}, 0));
        LocalText reason = member.second["reason"].localText(); // it becomes a clause of a sentence
        for (std::string *text : {&reason.nl, &reason.en}) {
            while (!text->empty() && (text->back() == '.' || text->back() == ' '))
                text->pop_back();
        }
        recipe.comparable[member.first] = {level, std::move(reason)};
    }
}

/// Periods that the source calls provisional in words rather than with a star.
void readProvisional(const JsonNode &node, Recipe &recipe)
{
    for (const JsonNode &item : node.items()) {
        const std::optional<Period> period = Period::fromSource(item.string());
        if (period)
            recipe.provisional.insert(period->id());
        else
            item.failValue(periodIds);
    }
}

/// In JSON: "leave_out": {"respnr": "identifier_unique", "opmerking": "left_out"}.
void readLeaveOut(const JsonNode &node, Recipe &recipe)
{
    static const std::vector<std::string_view> reasons{"left_out", "identifier_name", "identifier_number",
                                                       "identifier_distinct", "identifier_unique"};
    for (const auto &member : node.members())
        recipe.leaveOut[member.first] = reasons[std::size_t(member.second.oneOf(reasons, 0))];
}

void readHead(const JsonNode &root, Recipe &recipe)
{
    const JsonNode dataset = root.require("dataset");
    recipe.dataset = dataset.string();
    constexpr std::string_view usable = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
    if (dataset.isString() && (recipe.dataset.empty() || recipe.dataset.find_first_not_of(usable) != std::string::npos))
        dataset.failValue("a-z A-Z 0-9 - _ .");
    recipe.title = root.require("title").localText();
    recipe.source = root["source"].localText();
    recipe.kind = DatasetKind(root.require("kind").oneOf({"survey", "register", "published"}, 0));
    recipe.classification = root["classification"].string("");
    recipe.synthetic = root["synthetic"].boolean(false);
    recipe.keepNamedOnly = root["keep"].oneOf({"all", "named"}, 0) == 1;
    recipe.sourceFile = root["x_source"].string("");
}

} // namespace

CsvOptions ReadOptions::csv() const
{
    CsvOptions options;
    options.delimiter = delimiter;
    options.quote = quote;
    options.encoding = textEncodingFromName(encoding).value_or(TextEncoding::Utf8);
    options.header = header;
    options.skip = skip;
    options.shortHeader = shortHeader;
    return options;
}

Marks ColumnRule::marks(const ReadOptions &file) const
{
    Marks marks = file.marks();
    marks.decimal = decimal.value_or(marks.decimal);
    marks.thousands = thousands.value_or(marks.thousands);
    if (marks.thousands == marks.decimal)
        marks.thousands.clear();
    return marks;
}

Result<Recipe> Recipe::fromJson(std::string_view text, const std::string &file)
{
    const Result<JsonDocument> document = JsonDocument::parse(text, file);
    if (!document)
        return tl::unexpected<Error>(document.error());
    document->expectFormat("recipe");
    const JsonNode root = document->root();
    root.allow({"evenredig", "dataset", "title", "source", "kind", "classification", "synthetic", "read", "period",
                "design", "columns", "keep", "measures", "comparable", "set_aside", "leave_out", "provisional"});
    Recipe recipe;
    readHead(root, recipe);
    recipe.read = readOptions(root["read"]);
    readPeriod(root["period"], recipe);
    readDesign(root["design"], recipe.design);
    readColumns(root["columns"], recipe);
    readMeasures(recipe.kind == DatasetKind::Published ? root.require("measures") : root["measures"], recipe);
    readSetAside(root["set_aside"], recipe);
    readLeaveOut(root["leave_out"], recipe);
    readComparable(root["comparable"], recipe);
    readProvisional(root["provisional"], recipe);
    recipe.weightMarks = recipe.populationMarks = recipe.read.marks();
    recipe.json = std::string(text);
    if (document->error())
        return tl::unexpected<Error>(*document->error());
    return recipe;
}

} // namespace evenredig
