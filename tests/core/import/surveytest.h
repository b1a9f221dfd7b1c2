// What the tests of imports of persons share: a recipe, and a workspace with what an import of a file gave.
#pragma once

#include "core/import/importtest.h"

#include "core/data/microdata.h"

namespace evenredig::surveytest {

using namespace importtest;

inline Json personsRecipe()
{
    return Json::parse(R"({
        "evenredig": "recipe/1", "dataset": "enquete", "title": {"nl": "Enquete", "en": "Survey"}, "kind": "survey",
        "classification": "herkomst-2022", "read": {"delimiter": ";", "decimal": ",", "missing": {".": "refused"}},
        "period": {"from": "jaar"}, "design": {"weight": "gewicht", "strata": ["regio"]},
        "columns": [
            {"from": "herkomst", "as": "origin", "recode": {"T": "turkish", "N": "none_background", "*": "other"}},
            {"from": "opl", "as": "education", "label": {"nl": "Opleiding", "en": "Education"}, "order": ["low", "high"],
             "recode": {"1": "low", "2": "high"},
             "missing": {"8": {"reason": "dont_know", "label": {"nl": "weet niet", "en": "do not know"}}}},
            {"from": "lft", "as": "age", "number": true},
            {"from": "lft", "as": "age_band", "bands": [15, 25, 65]}]})");
}

inline constexpr const char *personsHeader = "herkomst;jaar;gewicht;regio;opl;lft;woonvorm\n";

/// A workspace in a folder of its own, with what an import of the bytes gave.
struct Imported {
    QTemporaryDir folder;
    std::optional<Workspace> workspace;
    ImportReport report;
    std::optional<Error> error;
    MicrodataInfo info;

    explicit Imported(const std::string &bytes, const Json &json = personsRecipe())
    {
        const std::string csv = folder.filePath("p.csv").toStdString();
        if (!writeFile(csv, bytes))
            qFatal("cannot write");
        workspace = std::move(*Workspace::create(folder.filePath("w.evenredig").toStdString()));
        import(json);
    }
    void import(const Json &json, IfExists ifExists = IfExists::Refuse, const Progress &progress = {})
    {
        const auto recipe = Recipe::fromJson(json.dump(), "p.recipe.json");
        if (!recipe)
            qFatal("%s", wrongOf(recipe).c_str());
        error.reset();
        auto done = importSources(*workspace, {folder.filePath("p.csv").toStdString()}, *recipe, ifExists, progress);
        if (!done) {
            error = done.error();
            return;
        }
        report = *done;
        info = std::move(workspace->microdata()->at(0));
    }
    /// The values of a variable, row by row; an absence as its reason in brackets.
    [[nodiscard]] QStringList values(const char *name) const
    {
        QStringList list;
        const Variable *variable = info.variable(name);
        if (!variable)
            return {QStringLiteral("no variable")};
        auto source = workspace->openSegments();
        for (std::size_t segment = 0; segment < segmentCount(info.rows); ++segment) {
            const auto read = (*source)->read(*variable, segment);
            if (!read)
                return {QString::fromStdString(wrongOf(read))};
            if (const Reals *reals = std::get_if<Reals>(&*read)) {
                for (const double real : *reals)
                    list << QString::number(real);
                continue;
            }
            if (const Texts *texts = std::get_if<Texts>(&*read)) {
                for (std::size_t i = 0; i < texts->size(); ++i)
                    list << textOf(*texts, i);
                continue;
            }
            const Codes &codes = std::get<Codes>(*read);
            for (std::size_t i = 0; i < codes.size(); ++i)
                list << textOf(*variable, codes.at(i));
        }
        return list;
    }
    [[nodiscard]] static QString textOf(const Texts &texts, std::size_t row)
    {
        const auto missing = texts.missing(row);
        const std::string text(missing ? missingName(*missing) : texts.value(row));
        return QString::fromStdString(missing ? "[" + text + "]" : text);
    }
    [[nodiscard]] static QString textOf(const Variable &variable, std::uint32_t code)
    {
        if (variable.dictionary.size() == 0)
            return QString::number(code);
        const auto missing = variable.dictionary.missing(code);
        const std::string text(missing ? missingName(*missing) : variable.dictionary.value(code));
        return QString::fromStdString(missing ? "[" + text + "]" : text);
    }
    [[nodiscard]] QStringList ledger() const
    {
        QStringList lines;
        const auto entries = workspace->ledger("enquete");
        for (const LedgerEntry &entry : *entries)
            lines << storetest::ledgerLine(entry);
        return lines;
    }
    [[nodiscard]] QString reasonFor(const std::string &column) const
    {
        for (const ColumnReport &one : report.columns) {
            if (one.from == column)
                return QString::fromStdString(one.kept ? "kept as " + one.as : one.reason);
        }
        return QStringLiteral("not reported");
    }
};

} // namespace evenredig::surveytest
