#include "core/quality/qualitytext.h"

#include "core/base/numberformat.h"
#include "core/base/text.h"
#include "core/base/texts.h"

#include <nlohmann/json.hpp>

#include <array>

namespace evenredig {

namespace {

using nlohmann::ordered_json;

constexpr std::array<const char *, 3> answerNames{"yes", "with_care", "no"};

std::string numberText(double number, int decimals, Language language)
{
    return formatNumber(number, decimals,
                        language == Language::Dutch ? NumberFormat::dutch() : NumberFormat::english());
}

std::string percentText(double share, Language language)
{
    return numberText(100 * share, 1, language) + "%";
}

std::string nameOf(const DatasetQuality &quality, const Catalogue &catalogue, const std::string &origin,
                   const std::string &generation, Language language)
{
    std::string name = origin.empty() ? text(language, "quality.everyone")
                                      : catalogue.originName(origin, quality.classification, language);
    const GenerationTerm *term = generation == "total" ? nullptr : catalogue.generation(generation);
    return term ? "  " + name + ", " + term->name.in(language) : name;
}

std::string groupText(const DatasetQuality &quality, const Catalogue &catalogue, const QualityGroup &group,
                      Language language)
{
    std::string line = text(language, "quality.group",
                            {{"group", nameOf(quality, catalogue, group.origin, group.generation, language)},
                             {"n", numberText(double(group.n), 0, language)}});
    if (group.nEffective)
        line += text(language, "quality.group_weights",
                     {{"sum", numberText(group.weight, 0, language)},
                      {"least", numberText(group.least.value_or(0), 2, language)},
                      {"most", numberText(group.most.value_or(0), 2, language)},
                      {"cv", numberText(*group.cv, 2, language)},
                      {"deff", numberText(*group.designEffect, 2, language)},
                      {"effective", numberText(*group.nEffective, 0, language)},
                      {"extreme", numberText(double(group.extreme), 0, language)}});
    return "  " + line + "\n";
}

std::string missingText(const QualityMissing &missing, Language language)
{
    const std::string reasons = joined(missing.reasons, [language](const auto &one) {
        return text(language, "missing." + std::string(missingName(one.first))) + " "
               + numberText(double(one.second), 0, language);
    });
    return "  "
           + text(language, "quality.missing",
                  {{"variable", missing.variable},
                   {"count", numberText(double(missing.missing), 0, language)},
                   {"share", percentText(missing.share(), language)},
                   {"weighted", percentText(missing.weightedShare, language)},
                   {"reasons", reasons}})
           + "\n";
}

std::string usableText(const char *what, Usability::Answer answer, const Reason &why, Language language)
{
    return "    "
           + text(language, std::string("quality.for_") + what,
                  {{"answer", text(language, std::string("quality.answer_") + answerNames[std::size_t(answer)])},
                   {"why", qualityReason(why, language)}})
           + "\n";
}

std::string changesText(const DatasetQuality &quality, Language language)
{
    std::string out;
    for (const CodeListChange &change : quality.changes) {
        if (!change.added.empty())
            out += "  "
                   + text(language, "quality.codes_added",
                          {{"variable", change.variable}, {"values", joined(change.added)}})
                   + "\n";
        if (!change.gone.empty())
            out += "  "
                   + text(language, "quality.codes_gone",
                          {{"variable", change.variable}, {"values", joined(change.gone)}})
                   + "\n";
    }
    return out;
}

ordered_json toJson(const QualityGroup &group)
{
    const auto number = [](const std::optional<double> &value) {
        return value ? ordered_json(tidyNumber(*value)) : ordered_json();
    };
    return {{"period", group.period.empty() ? ordered_json() : ordered_json(group.period)},
            {"origin", group.origin.empty() ? ordered_json() : ordered_json(group.origin)},
            {"generation", group.generation.empty() ? ordered_json("total") : ordered_json(group.generation)},
            {"n", group.n},
            {"weight", tidyNumber(group.weight)},
            {"n_effective", number(group.nEffective)},
            {"design_effect", number(group.designEffect)},
            {"cv", number(group.cv)},
            {"least_weight", number(group.least)},
            {"most_weight", number(group.most)},
            {"extreme_limit", number(group.extremeLimit)},
            {"extreme", group.extreme}};
}

ordered_json toJson(const QualityMissing &missing)
{
    ordered_json reasons = ordered_json::object();
    for (const auto &one : missing.reasons)
        reasons[std::string(missingName(one.first))] = one.second;
    ordered_json groups = ordered_json::array();
    for (const QualityMissing::Group &group : missing.groups)
        groups.push_back({{"origin", group.origin},
                          {"generation", group.generation},
                          {"rows", group.rows},
                          {"missing", group.missing}});
    return {{"variable", missing.variable},
            {"rows", missing.rows},
            {"missing", missing.missing},
            {"share", tidyNumber(missing.share())},
            {"weighted_share", tidyNumber(missing.weightedShare)},
            {"reasons", reasons},
            {"groups", groups}};
}

ordered_json reasonJson(Usability::Answer answer, const Reason &why)
{
    return {{"answer", answerNames[std::size_t(answer)]},
            {"reason", why.key},
            {"text", {{"nl", qualityReason(why, Language::Dutch)}, {"en", qualityReason(why, Language::English)}}}};
}

} // namespace

std::string qualityReason(const Reason &why, Language language)
{
    return text(language, "quality." + why.key, argumentsIn(language, why.arguments));
}

std::string qualityText(const DatasetQuality &quality, const Catalogue &catalogue, Language language)
{
    std::string out = text(language, "quality.title",
                           {{"dataset", quality.dataset},
                            {"title", quality.title.in(language)},
                            {"rows", numberText(double(quality.rows), 0, language)},
                            {"periods", joined(quality.periods)}})
                      + "\n\n" + text(language, "quality.groups") + "\n";
    out += groupText(quality, catalogue, quality.all, language);
    for (const QualityGroup &group : quality.groups) {
        if (group.period.empty())
            out += groupText(quality, catalogue, group, language);
    }
    out += "\n" + text(language, "quality.missing_title", {{"share", percentText(quality.missingShare, language)}})
           + "\n";
    for (const QualityMissing &missing : quality.missing) {
        if (missing.missing > 0)
            out += missingText(missing, language);
    }
    out += "\n" + text(language, "quality.usable_title") + "\n";
    for (const QualityOrigin &origin : quality.origins) {
        out += "  " + nameOf(quality, catalogue, origin.origin, "total", language) + "\n";
        out += usableText("level", origin.usable.level, origin.usable.levelWhy, language);
        out += usableText("trend", origin.usable.trend, origin.usable.trendWhy, language);
        out += usableText("generations", origin.usable.generations, origin.usable.generationsWhy, language);
    }
    if (!quality.previous.empty())
        out += "\n"
               + text(language, quality.changes.empty() ? "quality.no_changes" : "quality.changes",
                      {{"dataset", quality.previous}})
               + "\n" + changesText(quality, language);
    return out;
}

std::string qualityJson(const DatasetQuality &quality)
{
    ordered_json json{{"dataset", quality.dataset},
                      {"rows", quality.rows},
                      {"periods", quality.periods},
                      {"weighted", quality.weighted},
                      {"weight_scope", quality.scope == WeightScope::Population ? "population" : "within_origin"},
                      {"all", toJson(quality.all)}};
    json["groups"] = ordered_json::array();
    for (const QualityGroup &group : quality.groups)
        json["groups"].push_back(toJson(group));
    json["missing_share"] = tidyNumber(quality.missingShare);
    json["missing"] = ordered_json::array();
    for (const QualityMissing &missing : quality.missing)
        json["missing"].push_back(toJson(missing));
    json["usable"] = ordered_json::array();
    for (const QualityOrigin &origin : quality.origins) {
        const Usability &usable = origin.usable;
        json["usable"].push_back({{"origin", origin.origin},
                                  {"level", reasonJson(usable.level, usable.levelWhy)},
                                  {"trend", reasonJson(usable.trend, usable.trendWhy)},
                                  {"generations", reasonJson(usable.generations, usable.generationsWhy)}});
    }
    json["previous"] = quality.previous.empty() ? ordered_json() : ordered_json(quality.previous);
    json["code_changes"] = ordered_json::array();
    for (const CodeListChange &change : quality.changes)
        json["code_changes"].push_back({{"variable", change.variable}, {"added", change.added}, {"gone", change.gone}});
    return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace evenredig
