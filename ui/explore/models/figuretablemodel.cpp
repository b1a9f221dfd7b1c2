#include "ui/explore/models/figuretablemodel.h"

#include "ui/base/text.h"

#include <set>

namespace evenredig {

using namespace Qt::StringLiterals;

FigureTableModel::FigureTableModel(QObject *parent) : QAbstractTableModel(parent) {}

void FigureTableModel::setTable(const Table &table)
{
    beginResetModel();
    m_table = table;
    endResetModel();
}

const TableCell *FigureTableModel::cellAt(int row, int column) const
{
    if (row < 0 || row >= rowCount() || column < 0)
        return nullptr;
    const std::vector<TableCell> &cells = m_table.rows[std::size_t(row)];
    return std::size_t(column) < cells.size() ? &cells[std::size_t(column)] : nullptr;
}

Table FigureTableModel::part(const QModelIndexList &cells) const
{
    std::set<int> rows, columns;
    std::set<std::pair<int, int>> chosen;
    for (const QModelIndex &cell : cells) {
        rows.insert(cell.row());
        columns.insert(cell.column());
        chosen.emplace(cell.row(), cell.column());
    }
    Table table;
    for (const int column : columns)
        if (rows.size() > 1)
            table.header.push_back(m_table.header[std::size_t(column)]);
    for (const int row : rows) {
        table.rows.emplace_back();
        for (const int column : columns) {
            const TableCell *cell = chosen.contains({row, column}) ? cellAt(row, column) : nullptr;
            table.rows.back().push_back(cell ? *cell : TableCell());
        }
    }
    return table;
}

int FigureTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.rows.size());
}

int FigureTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.header.size());
}

QVariant FigureTableModel::data(const QModelIndex &index, int role) const
{
    const TableCell *cell = index.isValid() ? cellAt(index.row(), index.column()) : nullptr;
    if (!cell)
        return {};
    switch (role) {
    case Qt::DisplayRole: return qstring(cell->text);
    case Qt::TextAlignmentRole: return int((cell->isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    // A screen reader says the column with the number.
    case Qt::AccessibleTextRole:
        return u"%1: %2"_s.arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                               qstring(cell->text));
    case RowRole: return cell->row;
    default: return {};
    }
}

QVariant FigureTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return qstring(m_table.header[std::size_t(section)]);
    if (role != Qt::TextAlignmentRole)
        return {};
    // A head stands as its column does.
    const TableCell *first = cellAt(0, section);
    return int((first && first->isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace evenredig
