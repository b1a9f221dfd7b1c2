// The figure's table: the same texts as in the chart, one row per group or period.
#pragma once

#include "core/figure/figure.h"

#include <QAbstractTableModel>

namespace evenredig {

class FigureTableModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FigureTableModel)

public:
    enum Role { RowRole = Qt::UserRole }; ///< index into Answer::rows, −1 for none

    explicit FigureTableModel(QObject *parent = nullptr);

    void setTable(const Table &table);
    /// Cells as a table of their own, with the heads of their columns where they are of several rows.
    [[nodiscard]] Table part(const QModelIndexList &cells) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] const TableCell *cellAt(int row, int column) const;

    Table m_table;
};

} // namespace evenredig
