// How the tables of the import look and behave: rows are chosen, choices open, what asks for attention is tinted.
#pragma once

#include <QStringList>

class QPainter;
class QStandardItemModel;
class QStyleOptionViewItem;
class QTableView;
class QModelIndex;

namespace evenredig {

/// Rows whose first cell is true under `attentionRole` are tinted; −1: none.
void dressTable(QTableView &table, int attentionRole = -1);
/// The tint of such a row, for a delegate of its own; none over the row that is chosen.
void paintAttention(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, int attentionRole);
/// Heads over texts stand at the left; from the column `numbersFrom` on at the right.
void setHeadings(QStandardItemModel &model, const QStringList &headings, int numbersFrom);

} // namespace evenredig
