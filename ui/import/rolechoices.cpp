#include "ui/import/rolechoices.h"

#include "core/model/vocabulary.h"
#include "ui/base/text.h"

#include <algorithm>
#include <array>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array roles{ColumnRole::Origin,  ColumnRole::Generation, ColumnRole::Period,     ColumnRole::Weight,
                           ColumnRole::Stratum, ColumnRole::Cluster,    ColumnRole::Population, ColumnRole::Person,
                           ColumnRole::Keep,    ColumnRole::LeaveOut};
constexpr QLatin1StringView variablePrefix("variable:");

} // namespace

RoleChoices::RoleChoices(const ImportWords &words, QObject *parent) : QStandardItemModel(parent)
{
    const auto add = [this](const QString &name, const QString &key) {
        auto *item = new QStandardItem(name);
        item->setData(key, Qt::UserRole);
        appendRow(item);
    };
    for (const ColumnRole role : roles)
        add(words.role(role), key(role, {}));
    std::vector<std::pair<QString, std::string>> variables;
    for (const KnownVariable &variable : Vocabulary::builtIn().variables) {
        const std::string &id = variable.id;
        if (id != "origin" && id != "generation" && id != "period")
            variables.emplace_back(qstring(variable.label.in(words.language)), id);
    }
    std::ranges::sort(variables, [](const auto &one, const auto &other) {
        return QString::localeAwareCompare(one.first, other.first) < 0;
    });
    for (const auto &[name, id] : variables)
        add(name, key(ColumnRole::Variable, id));
}

QStandardItemModel *RoleChoices::startingWith(const QString &key) const
{
    const QModelIndexList found = match(index(0, 0), Qt::UserRole, key, 1, Qt::MatchExactly);
    if (found.isEmpty())
        return nullptr;
    auto *list = new QStandardItemModel;
    const auto copy = [list](const QModelIndex &place) {
        auto *item = new QStandardItem(place.data().toString());
        item->setData(place.data(Qt::UserRole), Qt::UserRole);
        list->appendRow(item);
    };
    copy(found.front());
    for (int row = 0; row < rowCount(); ++row) {
        if (row != found.front().row())
            copy(index(row, 0));
    }
    return list;
}

QString RoleChoices::key(ColumnRole role, const std::string &variable)
{
    return role == ColumnRole::Variable ? variablePrefix + qstring(variable) : qstring(roleName(role));
}

std::pair<ColumnRole, std::string> RoleChoices::parts(const QString &key)
{
    if (key.startsWith(variablePrefix))
        return {ColumnRole::Variable, key.mid(variablePrefix.size()).toStdString()};
    const auto role = std::ranges::find_if(roles, [&key](ColumnRole one) { return qstring(roleName(one)) == key; });
    return {role == roles.end() ? ColumnRole::Keep : *role, {}};
}

} // namespace evenredig
