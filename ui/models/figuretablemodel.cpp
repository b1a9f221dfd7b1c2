#include "ui/models/figuretablemodel.h"

#include "ui/text.h"

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

QString FigureTableModel::tabSeparated(const QModelIndexList &cells) const
{
    std::set<int> rows;
    std::set<int> columns;
    std::set<std::pair<int, int>> chosen;
    for (const QModelIndex &cell : cells) {
        rows.insert(cell.row());
        columns.insert(cell.column());
        chosen.emplace(cell.row(), cell.column());
    }
    QStringList lines;
    QStringList head;
    for (const int column : columns)
        head.append(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    if (rows.size() > 1)
        lines.append(head.join(u'\t'));
    for (const int row : rows) {
        QStringList line;
        for (const int column : columns)
            line.append(chosen.contains({row, column}) ? data(index(row, column), Qt::DisplayRole).toString()
                                                       : QString());
        lines.append(line.join(u'\t'));
    }
    return lines.join(u'\n');
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
