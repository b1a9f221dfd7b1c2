#include "core/import/draft/draftreport.h"

#include <nlohmann/json.hpp>

#include <array>

namespace evenredig {

namespace {

using nlohmann::ordered_json;

constexpr std::array<const char *, 4> confidenceNames{"none", "unsure", "likely", "certain"};
constexpr std::array<const char *, 3> openLevels{"blocks", "ask", "notice"};

std::string roleText(const DraftColumn &column, Language language)
{
    if (column.role != ColumnRole::Variable)
        return text(language, "role." + std::string(roleName(column.role)));
    return column.label.in(language).empty() ? column.variable : column.label.in(language);
}

ordered_json localJson(const std::string &nl, const std::string &en)
{
    return {{"nl", nl}, {"en", en}};
}

ordered_json toJson(const std::vector<Reason> &evidence)
{
    ordered_json list = ordered_json::array();
    for (const Reason &one : evidence)
        list.push_back({{"code", one.key},
                        {"text", localJson(evidenceText(one, Language::Dutch), evidenceText(one, Language::English))}});
    return list;
}

ordered_json toJson(const DraftColumn &column, const std::string &as)
{
    ordered_json json{{"from", column.from},
                      {"role", roleName(column.role)},
                      {"as", as.empty() ? ordered_json() : ordered_json(as)},
                      {"number", column.number},
                      {"confidence", confidenceNames[std::size_t(column.confidence)]},
                      {"evidence", toJson(column.evidence)},
                      {"not_recognised", ordered_json::array()}};
    for (const DraftValue &value : column.values) {
        if (value.use == DraftValue::Use::Unknown)
            json["not_recognised"].push_back(value.value);
    }
    return json;
}

} // namespace

std::string draftText(const Draft &draft, Language language)
{
    if (draft.looksPublished)
        return text(language, "suggested.published") + "\n";
    std::string out = text(language, "suggested.title") + "\n";
    const DraftColumn *period = draft.withRole(ColumnRole::Period);
    out += text(language, "suggested.head",
                {{"dataset", draft.dataset},
                 {"period", period                 ? period->name
                            : draft.period.empty() ? text(language, "suggested.no_period")
                                                   : draft.period},
                 {"why", evidenceText(draft.periodWhy.evidence, language)}})
           + "\n";
    for (const DraftColumn &column : draft.columns) {
        out += text(language, "suggested.column",
                    {{"column", column.name.empty() ? column.from : column.name},
                     {"role", roleText(column, language)},
                     {"confidence", confidenceText(column.confidence, language)},
                     {"why", evidenceText(column.evidence, language)}})
               + "\n";
    }
    const std::vector<OpenPoint> points = openPoints(draft);
    if (!points.empty())
        out += text(language, "suggested.open") + "\n";
    for (const OpenPoint &point : points)
        out += std::string(point.level == OpenPoint::Level::Notice ? "  " : "! ") + openPointText(point, language)
               + "\n";
    return out;
}

std::string draftJson(const Draft &draft)
{
    ordered_json json{{"looks_published", draft.looksPublished}};
    json["recipe"] = ordered_json::parse(recipeJson(draft), nullptr, false);
    json["columns"] = ordered_json::array();
    const std::vector<std::string> names = storedNames(draft);
    for (std::size_t i = 0; i < draft.columns.size(); ++i)
        json["columns"].push_back(toJson(draft.columns[i], names[i]));
    json["open"] = ordered_json::array();
    for (const OpenPoint &point : openPoints(draft)) {
        json["open"].push_back(
            {{"level", openLevels[std::size_t(point.level)]},
             {"column", point.column.empty() ? ordered_json() : ordered_json(point.column)},
             {"code", point.why.key},
             {"text", localJson(openPointText(point, Language::Dutch), openPointText(point, Language::English))}});
    }
    return json.dump(2, ' ', false, ordered_json::error_handler_t::replace);
}

} // namespace evenredig
