// The columns of a file and what becomes of each: the rows of "Wat het wordt".
#pragma once

#include "ui/import/importwords.h"
#include "ui/import/session/importsession.h"

#include <QAbstractTableModel>

namespace evenredig {

/// Shows the draft of a session; a role that is chosen goes to the session and comes back with its draft.
class ColumnsModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColumnsModel)

public:
    enum Column { Name, Becomes, How, Example, Empty, columnCountOf };
    enum Role { AttentionRole = Qt::UserRole, ChoiceRole };

    ColumnsModel(ImportSession &session, ImportWords words, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// ChoiceRole of Becomes: a choice of RoleChoices.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    [[nodiscard]] QString becomes(const DraftColumn &column) const;

private:
    void follow();
    [[nodiscard]] QString how(const DraftColumn &column) const;
    [[nodiscard]] QString changesOf(const DraftColumn &column) const;
    [[nodiscard]] bool needsAttention(const DraftColumn &column) const;

    ImportSession &m_session;
    ImportWords m_words;
    int m_rows = 0;
};

} // namespace evenredig
