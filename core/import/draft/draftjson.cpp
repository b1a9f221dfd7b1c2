// A draft as a recipe (formats.md). Every column that is kept is named, so that the import leaves nothing out on its
// own account, and every reading option is given.
#include "core/import/draft/draft.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace evenredig {

namespace {

using Json = nlohmann::ordered_json;

Json localJson(const LocalText &text)
{
    return {{"nl", text.nl}, {"en", text.en.empty() ? text.nl : text.en}};
}

Json missingJson(Missing reason, const LocalText &label)
{
    if (label == LocalText())
        return std::string(missingName(reason));
    return {{"reason", std::string(missingName(reason))}, {"label", localJson(label)}};
}

/// How the numbers of a column are read, and the single values that need a word of their own.
struct NumberReading {
    Marks marks;
    std::map<std::string, std::string> readAs;
    std::vector<std::string> unreadable;
};

char markOf(const TwoWayValue &value)
{
    return value.value.find('.') != std::string::npos ? '.' : ',';
}

std::string inMarks(std::string number, const std::string &decimal)
{
    std::replace(number.begin(), number.end(), '.', decimal[0]);
    return number;
}

/// The marks under which a value gives the choice by itself: "1.250" is 1250 when "." groups thousands.
bool reads(const TwoWayValue &value, const Marks &marks)
{
    const std::string mark(1, markOf(value));
    switch (value.choice) {
    case TwoWayValue::Choice::Large: return marks.thousands == mark;
    case TwoWayValue::Choice::Small: return marks.decimal == mark;
    case TwoWayValue::Choice::Unreadable: break;
    }
    return marks.decimal != mark && marks.thousands != mark;
}

NumberReading readingOf(const DraftColumn &column, const Marks &file)
{
    NumberReading reading;
    reading.marks = column.decimal.empty() ? file : Marks{column.decimal, column.thousands};
    // One choice for all of them can be said by marks, as long as the other values allow it.
    if (!column.twoWays.empty()) {
        const TwoWayValue &first = column.twoWays.front();
        const char mark = markOf(first);
        const char other = mark == '.' ? ',' : '.';
        const Marks wanted = first.choice == TwoWayValue::Choice::Small ? Marks{std::string(1, mark), ""}
                             : first.choice == TwoWayValue::Choice::Large
                                 ? Marks{std::string(1, other), std::string(1, mark)}
                                 : Marks{std::string(1, other), ""};
        const bool allowed = column.marks.certainOf(wanted.decimal == "." ? ',' : '.') == 0;
        const bool all = std::all_of(column.twoWays.begin(), column.twoWays.end(),
                                     [&wanted](const TwoWayValue &value) { return reads(value, wanted); });
        if (allowed && all)
            reading.marks = wanted;
    }
    for (const TwoWayValue &value : column.twoWays) {
        if (reads(value, reading.marks))
            continue;
        if (value.choice == TwoWayValue::Choice::Unreadable)
            reading.unreadable.push_back(value.value);
        else
            reading.readAs[value.value] = value.choice == TwoWayValue::Choice::Large
                                              ? value.large
                                              : inMarks(value.small, reading.marks.decimal);
    }
    return reading;
}

/// A weight has no rule of its own, so the marks of the file are those of the weight where there is one.
Marks marksOfFile(const Draft &draft)
{
    const Marks file{draft.read.decimal, draft.read.thousands};
    const DraftColumn *weight = draft.withRole(ColumnRole::Weight);
    return weight ? readingOf(*weight, file).marks : file;
}

Json readJson(const Draft &draft, const Marks &marks)
{
    const ReadOptions &read = draft.read;
    Json json{{"format", read.format},
              {"delimiter", std::string(1, read.delimiter)},
              {"quote", read.quote == 0 ? std::string() : std::string(1, read.quote)},
              {"decimal", marks.decimal},
              {"thousands", marks.thousands},
              {"encoding", read.encoding},
              {"header", read.header}};
    if (read.skip > 0)
        json["skip"] = read.skip;
    static constexpr std::array<const char *, 3> shortHeaders{"no", "row_names", "trailing_delimiter"};
    if (read.shortHeader != ShortHeader::No)
        json["short_header"] = shortHeaders[std::size_t(read.shortHeader)];
    for (const auto &one : read.missing)
        json["missing"][one.first] = std::string(missingName(one.second));
    return json;
}

void addMissing(Json &json, const DraftColumn &column, const NumberReading &reading)
{
    for (const DraftValue &value : column.values) {
        if (value.use == DraftValue::Use::Missing)
            json["missing"][value.value] = missingJson(value.reason, value.label);
    }
    for (const std::string &value : reading.unreadable)
        json["missing"][value] = "unreadable";
}

/// Numbers keep what is not listed; a recode would make the rest unreadable.
void addRecode(Json &json, const DraftColumn &column)
{
    const bool codes = column.role == ColumnRole::Origin || column.role == ColumnRole::Generation;
    const bool recoded = std::any_of(column.values.begin(), column.values.end(), [](const DraftValue &value) {
        return value.use == DraftValue::Use::Recoded || value.use == DraftValue::Use::Unknown;
    });
    if (!codes && !recoded && column.rest.empty())
        return;
    json["recode"] = Json::object();
    for (const DraftValue &value : column.values) {
        if (value.use == DraftValue::Use::Recoded)
            json["recode"][value.value] = value.id;
        else if (value.use == DraftValue::Use::Kept)
            json["recode"][value.value] = value.value;
    }
    if (!column.rest.empty())
        json["recode"]["*"] = column.rest;
}

void addNumbers(Json &json, const DraftColumn &column, const NumberReading &reading, const Marks &file)
{
    if (reading.marks.decimal != file.decimal)
        json["decimal"] = reading.marks.decimal;
    if (!(reading.marks == file))
        json["thousands"] = reading.marks.thousands;
    for (const auto &one : reading.readAs)
        json["read_as"][one.first] = one.second;
    for (const DraftValue &value : column.values) {
        if (value.use == DraftValue::Use::Recoded)
            json["read_as"][value.value] = value.id;
    }
}

Json columnJson(const DraftColumn &column, const std::string &as, const Marks &file)
{
    Json json{{"from", column.from}, {"as", as}};
    if (!(column.label == LocalText()))
        json["label"] = localJson(column.label);
    if (column.number) {
        const NumberReading reading = readingOf(column, file);
        json["number"] = true;
        addNumbers(json, column, reading, file);
        addMissing(json, column, reading);
        return json;
    }
    if (!column.order.empty())
        json["order"] = column.order;
    addRecode(json, column);
    addMissing(json, column, {});
    return json;
}

Json bandsJson(const DraftColumn &column, const Marks &file)
{
    Json json = columnJson(column, column.bandsAs, file);
    json.erase("number");
    json.erase("label");
    if (!(column.bandsLabel == LocalText()))
        json["label"] = localJson(column.bandsLabel);
    json["bands"] = Json::array();
    for (const double low : column.bands) {
        if (low == double(long(low)))
            json["bands"].push_back(long(low));
        else
            json["bands"].push_back(low);
    }
    return json;
}

Json nameOf(const DraftColumn *column)
{
    return column ? Json(column->from) : Json();
}

Json designJson(const Draft &draft)
{
    const DraftDesign &design = draft.design;
    Json json{{"weight", nameOf(draft.withRole(ColumnRole::Weight))}, {"strata", Json::array()}};
    for (const DraftColumn &column : draft.columns) {
        if (column.role == ColumnRole::Stratum || column.stratum)
            json["strata"].push_back(column.from);
    }
    json["cluster"] = nameOf(draft.withRole(ColumnRole::Cluster));
    json["population"] = nameOf(draft.withRole(ColumnRole::Population));
    json["weight_scope"] = design.weightScope == WeightScope::Population ? "population" : "within_origin";
    json["covers"] = design.covers.empty() ? Json("all") : Json(design.covers);
    if (!design.populationTotals.empty())
        json["population_totals"] = Json::parse(design.populationTotals, nullptr, false);
    json["panel"] = nameOf(draft.withRole(ColumnRole::Person));
    json["series"] = design.series.empty() ? Json() : Json(design.series);
    return json;
}

Json periodJson(const Draft &draft)
{
    const DraftColumn *column = draft.withRole(ColumnRole::Period);
    if (!column)
        return draft.period.empty() ? Json() : Json(draft.period);
    Json json{{"from", column->from}};
    const bool recoded = std::any_of(column->values.begin(), column->values.end(),
                                     [](const DraftValue &value) { return value.use == DraftValue::Use::Recoded; });
    if (recoded)
        addRecode(json, *column);
    addMissing(json, *column, {});
    return json;
}

Json columnsJson(const Draft &draft, const Marks &marks)
{
    Json json = Json::array();
    const std::vector<std::string> names = storedNames(draft);
    for (std::size_t i = 0; i < draft.columns.size(); ++i) {
        if (names[i].empty())
            continue;
        json.push_back(columnJson(draft.columns[i], names[i], marks));
        if (draft.columns[i].number && !draft.columns[i].bands.empty() && !draft.columns[i].bandsAs.empty())
            json.push_back(bandsJson(draft.columns[i], marks));
    }
    return json;
}

void addKept(Json &json, const Draft &draft)
{
    for (const SetAsideRule &rule : draft.setAside)
        json["set_aside"].push_back({{"when", rule.when}, {"reason", localJson(rule.reason)}});
    static constexpr std::array<const char *, 3> levelNames{"yes", "with_caution", "no"};
    for (const auto &one : draft.comparable)
        json["comparable"][one.first] = {{"level", levelNames[std::size_t(one.second.first)]},
                                         {"reason", localJson(one.second.second)}};
}

} // namespace

std::string recipeJson(const Draft &draft)
{
    static constexpr std::array<const char *, 3> kindNames{"survey", "register", "published"};
    const Marks marks = marksOfFile(draft);
    Json json{{"evenredig", "recipe/1"}, {"dataset", draft.dataset}, {"title", localJson(draft.title)}};
    if (!(draft.source == LocalText()))
        json["source"] = localJson(draft.source);
    json["kind"] = kindNames[std::size_t(draft.kind)];
    if (!draft.classification.empty())
        json["classification"] = draft.classification;
    if (draft.synthetic)
        json["synthetic"] = true;
    json["read"] = readJson(draft, marks);
    if (const Json period = periodJson(draft); !period.is_null())
        json["period"] = period;
    json["design"] = designJson(draft);
    json["columns"] = columnsJson(draft, marks);
    for (const DraftColumn &column : draft.columns) {
        if (column.role == ColumnRole::LeaveOut)
            json["leave_out"][column.from] = column.leftOutReason.empty() ? "left_out" : column.leftOutReason;
    }
    json["keep"] = draft.keepNamedOnly ? "named" : "all";
    addKept(json, draft);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace evenredig
