// The values of one column and what becomes of each.
#pragma once

#include "ui/import/importwords.h"
#include "ui/import/session/importsession.h"

#include <QAbstractTableModel>
#include <QStandardItemModel>

namespace evenredig {

/// Shows one column of a session's draft; a choice goes to the session and comes back with its draft.
class ValuesModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ValuesModel)

public:
    enum Column { Value, Count, Becomes, Why, columnCountOf };
    enum Role { AttentionRole = Qt::UserRole, ChoiceRole };

    ValuesModel(ImportSession &session, ImportWords words, QObject *parent = nullptr);

    void setColumn(const std::string &from);
    [[nodiscard]] const std::string &column() const { return m_from; }
    /// What the values of this column can become: codes, absences, as they are.
    [[nodiscard]] QAbstractItemModel *choices() { return &m_choices; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

private:
    void follow();
    void fillChoices();
    [[nodiscard]] const DraftColumn *draftColumn() const;
    [[nodiscard]] QString becomes(const DraftColumn &column, const DraftValue &value) const;
    [[nodiscard]] static std::vector<std::size_t> codeOrder(const std::vector<DraftValue> &values);
    [[nodiscard]] static QString key(const DraftValue &value);

    ImportSession &m_session;
    ImportWords m_words;
    std::string m_from;
    std::string m_variable; ///< that the choices are for
    int m_rows = 0;
    std::vector<std::size_t> m_order; ///< of a row the place of its value in the draft: codes stand in their order
    QStandardItemModel m_choices;
};

} // namespace evenredig
