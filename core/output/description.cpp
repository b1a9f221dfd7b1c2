#include "core/output/description.h"

#include "core/answer/availability.h"
#include "core/base/text.h"
#include "core/base/texts.h"
#include "core/data/microdata.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace evenredig {

namespace {

using nlohmann::ordered_json;

std::string_view kindName(DatasetKind kind)
{
    return kind == DatasetKind::Survey ? "survey" : kind == DatasetKind::Register ? "register" : "published";
}

ordered_json datasetJson(const DatasetRecord &record)
{
    return {{"id", record.info.id},
            {"title", {{"nl", record.info.title.nl}, {"en", record.info.title.en}}},
            {"source", {{"nl", record.info.source.nl}, {"en", record.info.source.en}}},
            {"kind", kindName(record.info.kind)},
            {"classification", record.info.classification},
            {"synthetic", record.info.synthetic},
            {"imported_at", record.info.importedAt},
            {"sha256", record.info.sha256},
            {"rows_read", record.counts.rowsRead},
            {"rows_kept", record.counts.rowsKept},
            {"rows_set_aside", record.counts.rowsSetAside},
            {"values_unreadable", record.counts.valuesUnreadable},
            {"figures", record.figures}};
}

/// What a data set of persons holds; null for published figures.
const MicrodataInfo *personsOf(const std::vector<MicrodataInfo> &persons, const DatasetRecord &record)
{
    const auto found = std::find_if(persons.begin(), persons.end(),
                                    [&record](const MicrodataInfo &one) { return one.dataset == record.info.id; });
    return found == persons.end() ? nullptr : &*found;
}

/// The variables that can be asked about; those of the design serve the estimates, and texts that all differ nothing.
std::vector<const Variable *> askable(const MicrodataInfo &persons)
{
    std::vector<const Variable *> variables;
    for (const Variable &variable : persons.variables) {
        if (!variable.name.starts_with('@') && !variable.text)
            variables.push_back(&variable);
    }
    return variables;
}

ordered_json variablesJson(const MicrodataInfo &persons)
{
    ordered_json list = ordered_json::array();
    for (const Variable *variable : askable(persons)) {
        list.push_back({{"name", variable->name},
                        {"from", variable->sourceName},
                        {"label", {{"nl", variable->label.nl}, {"en", variable->label.en}}},
                        {"values", variable->dictionary.validCount()}});
    }
    return list;
}

std::string variablesText(const MicrodataInfo &persons, Language language)
{
    std::string list;
    for (const Variable *variable : askable(persons)) {
        list += (list.empty() ? "" : ", ") + variable->name + " (" + std::to_string(variable->dictionary.validCount())
                + ")";
    }
    return text(language, "describe.variables", {{"variables", list}});
}

std::vector<std::string_view> asksOf(const Availability &available)
{
    std::vector<std::string_view> asks;
    for (const AskTraits &traits : allAskTraits()) {
        if (traits.needsIndicator && available.obstacle(traits.ask) == Obstacle::None)
            asks.push_back(traits.name);
    }
    return asks;
}

ordered_json coverageJson(const Availability &available)
{
    const IndicatorCoverage &coverage = available.coverage;
    std::vector<std::string> periods;
    for (const Period &period : coverage.periods)
        periods.push_back(period.id());
    return {{"id", coverage.indicator},    {"datasets", coverage.datasets},
            {"origins", coverage.origins}, {"generations", coverage.generations},
            {"periods", periods},          {"figures", coverage.figures},
            {"asks", asksOf(available)}};
}

std::string datasetText(const DatasetRecord &record, Language language)
{
    return text(language, "describe.dataset",
                {{"id", record.info.id},
                 {"title", record.info.title.in(language)},
                 {"source", record.info.source.in(language)},
                 {"read", std::to_string(record.counts.rowsRead)},
                 {"kept", std::to_string(record.counts.rowsKept)},
                 {"aside", std::to_string(record.counts.rowsSetAside)},
                 {"figures", std::to_string(record.figures)}});
}

std::string coverageText(const Availability &available, const Catalogue &catalogue, Language language)
{
    const IndicatorCoverage &coverage = available.coverage;
    const Indicator *indicator = catalogue.indicator(coverage.indicator);
    const std::string origins = joined(coverage.origins,
                                       [&](const std::string &id) { return catalogue.originName(id, {}, language); });
    const std::string asks = joined(asksOf(available),
                                    [&](std::string_view ask) { return text(language, "ask." + std::string(ask)); });
    std::string span = coverage.periods.empty() ? std::string() : coverage.periods.front().shortText(language);
    if (coverage.periods.size() > 1)
        span += "–" + coverage.periods.back().shortText(language);
    return text(language, "describe.indicator",
                {{"id", coverage.indicator},
                 {"label", indicator ? indicator->label.in(language) : coverage.indicator},
                 {"periods", span},
                 {"origins", origins},
                 {"figures", std::to_string(coverage.figures)},
                 {"asks", asks}});
}

} // namespace

Result<std::string> description(const Workspace &workspace, Language language, DescriptionForm form)
{
    const auto datasets = workspace.datasets();
    if (!datasets)
        return tl::unexpected<Error>(datasets.error());
    const auto persons = workspace.microdata();
    if (!persons)
        return tl::unexpected<Error>(persons.error());
    const auto catalogue = workspace.catalogue();
    if (!catalogue)
        return tl::unexpected<Error>(catalogue.error());
    const auto available = availability(workspace, *catalogue);
    if (!available)
        return tl::unexpected<Error>(available.error());
    if (form == DescriptionForm::Json) {
        ordered_json object{
            {"evenredig", "description/1"}, {"datasets", ordered_json::array()}, {"indicators", ordered_json::array()}};
        for (const DatasetRecord &record : *datasets) {
            object["datasets"].push_back(datasetJson(record));
            if (const MicrodataInfo *info = personsOf(*persons, record))
                object["datasets"].back()["variables"] = variablesJson(*info);
        }
        for (const Availability &item : *available)
            object["indicators"].push_back(coverageJson(item));
        return object.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
    }
    std::string result = text(language, "describe.datasets", {{"count", std::to_string(datasets->size())}}) + "\n";
    for (const DatasetRecord &record : *datasets) {
        result += datasetText(record, language) + "\n";
        if (const MicrodataInfo *info = personsOf(*persons, record))
            result += variablesText(*info, language) + "\n";
    }
    result += "\n" + text(language, "describe.indicators", {{"count", std::to_string(available->size())}}) + "\n";
    for (const Availability &item : *available)
        result += coverageText(item, *catalogue, language) + "\n";
    return result;
}

std::string checkReport(const std::string &file, const std::vector<std::string> &faults, Language language,
                        DescriptionForm form)
{
    if (form == DescriptionForm::Json)
        return ordered_json{{"evenredig", "check/1"}, {"sound", faults.empty()}, {"faults", faults}}.dump(2) + "\n";
    if (faults.empty())
        return text(language, "check.sound", {{"file", file}}) + "\n";
    std::string result;
    for (const std::string &fault : faults)
        result += fault + "\n";
    return result;
}

} // namespace evenredig
