// What a column can become: the roles, then the variables of the catalogue, in the window's language.
#pragma once

#include "core/import/draft/draft.h"
#include "ui/import/importwords.h"

#include <QStandardItemModel>

#include <utility>

namespace evenredig {

/// One list for all boxes that show it: 200 names, made once.
class RoleChoices final : public QStandardItemModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RoleChoices)

public:
    explicit RoleChoices(const ImportWords &words, QObject *parent = nullptr);

    /// The list with what the file suggests before the rest; null when that is no choice of the list.
    [[nodiscard]] QStandardItemModel *startingWith(const QString &key) const;

    /// A choice as data of an item (Qt::UserRole): "origin", "variable:education".
    [[nodiscard]] static QString key(ColumnRole role, const std::string &variable);
    [[nodiscard]] static std::pair<ColumnRole, std::string> parts(const QString &key);
};

} // namespace evenredig
