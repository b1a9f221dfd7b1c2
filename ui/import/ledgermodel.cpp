#include "ui/import/ledgermodel.h"

#include "ui/base/text.h"

namespace evenredig {

LedgerModel::LedgerModel(ImportWords words, QObject *parent) : QAbstractTableModel(parent), m_words(std::move(words)) {}

void LedgerModel::setEntries(std::vector<LedgerEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

int LedgerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int LedgerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columnCountOf);
}

QString LedgerModel::kind(LedgerEntry::Kind kind)
{
    switch (kind) {
    case LedgerEntry::Kind::Row: return tr("row set aside");
    case LedgerEntry::Kind::Value: return tr("value");
    case LedgerEntry::Kind::Column: return tr("column");
    case LedgerEntry::Kind::Note: break;
    }
    return tr("note");
}

QVariant LedgerModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool number = index.column() == Line || index.column() == Count;
    if (role == Qt::TextAlignmentRole)
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return data(index, Qt::DisplayRole).toString().toHtmlEscaped(); // whole, where the cell is too narrow
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const LedgerEntry &entry = m_entries[std::size_t(index.row())];
    switch (index.column()) {
    case Kind: return kind(entry.kind);
    case Line: return entry.line > 0 ? m_words.number(double(entry.line)) : QString();
    case Name: return qstring(entry.column);
    case Value: return qstring(entry.value);
    case Reason: return m_words.ledgerReason(entry);
    case Count: return m_words.number(double(entry.count));
    default: return {};
    }
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Line || section == Count ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Kind: return tr("what");
    case Line: return tr("line");
    case Name: return tr("column");
    case Value: return tr("value");
    case Reason: return tr("why");
    case Count: return tr("times");
    default: return {};
    }
}

} // namespace evenredig
