// The ledger of an import as a table: what was not simply kept, where it stands, and why.
#pragma once

#include "ui/import/importwords.h"

#include <QAbstractTableModel>

namespace evenredig {

class LedgerModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LedgerModel)

public:
    enum Column { Kind, Line, Name, Value, Reason, Count, columnCountOf };

    explicit LedgerModel(ImportWords words, QObject *parent = nullptr);

    void setEntries(std::vector<LedgerEntry> entries);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString kind(LedgerEntry::Kind kind);

    ImportWords m_words;
    std::vector<LedgerEntry> m_entries;
};

} // namespace evenredig
