// What the tests of drafts share: a draft of some bytes, what it says in short, and what its recipe imports.
#pragma once

#include "core/import/draft/draft.h"
#include "core/import/draft/profile.h"
#include "core/import/draft/suggestdraft.h"
#include "core/import/importer.h"
#include "core/import/surveyfiles.h"
#include "core/store/storetest.h"

#include <QTemporaryDir>

namespace evenredig::drafttest {

using namespace storetest;

inline const Catalogue &catalogue()
{
    static const Catalogue built = *Catalogue::builtIn();
    return built;
}

inline FileProfile profileOf(const std::string &bytes, const std::string &name = "bestand.csv")
{
    Result<FileProfile> profile = profileBytes(bytes, name);
    if (!profile)
        qFatal("%s", wrongOf(profile).c_str());
    return *profile;
}

inline Draft draftOf(const std::string &bytes, const std::string &name = "bestand.csv")
{
    return suggestDraft(profileOf(bytes, name), catalogue());
}

/// "herkomst origin likely; lft variable age certain"
inline QString rolesOf(const Draft &draft)
{
    static constexpr std::array<const char *, 4> confidence{"none", "unsure", "likely", "certain"};
    QStringList roles;
    for (const DraftColumn &column : draft.columns)
        roles << QString::fromStdString(column.name + " " + std::string(roleName(column.role))
                                        + (column.variable.empty() ? "" : "=" + column.variable) + " "
                                        + confidence[std::size_t(column.confidence)]);
    return roles.join(QStringLiteral("; "));
}

inline QString codesOf(const Draft &draft, const char *from)
{
    QStringList codes;
    const DraftColumn *column = draft.column(from);
    for (std::size_t i = 0; column && i < column->values.size(); ++i) {
        const DraftValue &value = column->values[i];
        const std::string to = value.use == DraftValue::Use::Kept      ? "kept"
                               : value.use == DraftValue::Use::Recoded ? value.id
                               : value.use == DraftValue::Use::Missing
                                   ? "[" + std::string(missingName(value.reason)) + "]"
                                   : "?";
        codes << QString::fromStdString(value.value + "=" + to);
    }
    codes.sort();
    return codes.join(QStringLiteral(" | "));
}

inline QString openOf(const Draft &draft)
{
    QStringList keys;
    for (const OpenPoint &point : openPoints(draft))
        keys << QString::fromStdString(point.why.key + (point.column.empty() ? "" : ":" + point.column));
    return keys.join(' ');
}

/// A draft whose recipe was imported: what came out, and the ledger.
struct Imported {
    QTemporaryDir folder;
    std::optional<Workspace> workspace;
    ImportReport report;
    MicrodataInfo info;

    Imported(const std::string &bytes, const Draft &draft)
    {
        const std::string csv = folder.filePath("p.csv").toStdString();
        if (!writeFile(csv, bytes))
            qFatal("cannot write");
        const auto recipe = Recipe::fromJson(recipeJson(draft), "p.recipe.json");
        if (!recipe)
            qFatal("%s", wrongOf(recipe).c_str());
        workspace = std::move(*Workspace::create(folder.filePath("w.evenredig").toStdString()));
        const auto done = importSources(*workspace, {csv}, *recipe, IfExists::Refuse);
        if (!done)
            qFatal("%s", wrongOf(done).c_str());
        report = *done;
        info = std::move(workspace->microdata()->at(0));
    }
    /// The values of a variable with their numbers of rows; an absence as its reason in brackets.
    [[nodiscard]] QString counts(const char *name) const
    {
        const Variable *variable = info.variable(name);
        if (!variable)
            return QStringLiteral("no variable");
        QMap<QString, int> counted;
        auto source = workspace->openSegments();
        const auto read = (*source)->read(*variable, 0);
        const Codes &codes = std::get<Codes>(*read);
        for (std::size_t i = 0; i < codes.size(); ++i) {
            const auto missing = variable->dictionary.missing(codes.at(i));
            const std::string text(missing ? missingName(*missing) : variable->dictionary.value(codes.at(i)));
            ++counted[QString::fromStdString(missing ? "[" + text + "]" : text)];
        }
        QStringList list;
        for (auto one = counted.cbegin(); one != counted.cend(); ++one)
            list << one.key() + '=' + QString::number(one.value());
        return list.join(' ');
    }
    [[nodiscard]] QStringList ledger() const
    {
        QStringList lines;
        const auto entries = workspace->ledger(info.dataset);
        for (const LedgerEntry &entry : *entries) {
            if (entry.kind != LedgerEntry::Kind::Column)
                lines << storetest::ledgerLine(entry);
        }
        return lines;
    }
};

/// n rows "a;b;…" from a list of cells per column, each used in turn.
inline std::string rowsOf(const std::string &header, const std::vector<std::vector<std::string>> &cells, int n)
{
    std::string csv = header + "\n";
    for (int i = 0; i < n; ++i) {
        for (std::size_t column = 0; column < cells.size(); ++column)
            csv += (column == 0 ? "" : ";") + cells[column][std::size_t(i) % cells[column].size()];
        csv += "\n";
    }
    return csv;
}

} // namespace evenredig::drafttest
