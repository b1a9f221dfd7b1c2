// A workspace with a small table of published figures, made for one test: each line is a figure.
#pragma once

#include "core/answer/answer.h"
#include "core/import/importer.h"
#include "core/store/storetest.h"

#include <QTemporaryDir>
#include <QtTest>

#include <optional>

namespace evenredig {

struct SmallTable {
    QTemporaryDir folder;
    std::optional<Workspace> workspace;
    Catalogue catalogue;
    QString failure;
    std::string extra; ///< of the recipe of what is added next: a comma and keys

    /// The lines have the columns origin;generation;period;indicator;value;low;high;n, values on the screen's scale with
    /// one decimal.
    explicit SmallTable(const char *sourceKind, const QStringList &lines, const std::string &dataset = "tabel",
                        const std::string &universe = "personen van 15 jaar of ouder")
    {
        auto made = Workspace::create(folder.filePath("w.evenredig").toStdString());
        if (!made) {
            failure = "create";
            return;
        }
        workspace = std::move(*made);
        add(sourceKind, lines, dataset, universe);
        if (const auto read = workspace->catalogue())
            catalogue = *read;
    }

    void add(const char *sourceKind, const QStringList &lines, const std::string &dataset,
             const std::string &universe = "personen van 15 jaar of ouder", double scale = 0.01)
    {
        const QString path = folder.filePath(QString::fromStdString(dataset) + ".csv");
        QFile file(path);
        if (!file.open(QFile::WriteOnly))
            failure = "write";
        file.write("origin;generation;period;indicator;value;low;high;n\n" + lines.join(u'\n').toUtf8() + "\n");
        file.close();
        std::string measures;
        QStringList seen;
        for (const QString &line : lines) {
            const QString indicator = line.split(u';')[3];
            if (seen.contains(indicator))
                continue;
            seen << indicator;
            measures += std::string(measures.empty() ? "" : ",") + R"({"value": "value", "indicator": ")"
                        + indicator.toStdString() + R"(", "when": {"indicator": ")" + indicator.toStdString()
                        + R"("}, "source_kind": ")" + sourceKind + R"(", "universe": {"nl": ")" + universe
                        + R"(", "en": ")" + universe + R"("}, "scale": )" + std::to_string(scale)
                        + R"(, "decimals": 1, "low": "low", "high": "high", "n": "n"})";
        }
        const std::string json =
            R"({"evenredig": "recipe/1", "dataset": ")" + dataset
            + R"(", "title": {"nl": "Tabel", "en": "Table"}, "source": {"nl": "Proef", "en": "Trial"},
            "kind": "published", "classification": "herkomst-2022",
            "read": {"format": "csv", "delimiter": ";", "decimal": ".", "thousands": "", "missing": {"": "unknown"}},
            "period": {"from": "period"},
            "columns": [{"from": "origin", "as": "origin"}, {"from": "generation", "as": "generation"}],
            "measures": [)"
            + measures + "]" + extra + "}";
        const auto recipe = Recipe::fromJson(json, "r.json");
        const auto done = recipe ? importSources(*workspace, {path.toStdString()}, *recipe, IfExists::Refuse)
                                 : tl::unexpected<Error>(recipe.error());
        if (!done)
            failure = QString::fromStdString(message(done.error(), Language::English));
    }

    /// Of what is added next: how it compares with a data set that is there.
    void compareWith(const std::string &dataset, const std::string &level)
    {
        extra = R"(, "comparable": {")" + dataset + R"(": {"level": ")" + level
                + R"(", "reason": {"nl": "andere vraag.", "en": "another question."}}})";
    }

    [[nodiscard]] Result<Answer> ask(const std::string &rest) const
    {
        const auto question = Question::fromJson(R"({"evenredig": "question/1", )" + rest + "}", "q.json");
        if (!question)
            return tl::unexpected<Error>(question.error());
        return answer(*workspace, catalogue, *question);
    }
};

} // namespace evenredig
