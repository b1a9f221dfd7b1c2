#include "ui/import/columnsmodel.h"

#include "core/model/vocabulary.h"
#include "ui/base/text.h"
#include "ui/base/theme.h"
#include "ui/import/rolechoices.h"

#include <algorithm>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {

QFont smallFont()
{
    QFont font = Theme::font();
    font.setPixelSize(11);
    return font;
}

} // namespace

ColumnsModel::ColumnsModel(ImportSession &session, ImportWords words, QObject *parent)
    : QAbstractTableModel(parent), m_session(session), m_words(std::move(words))
{
    connect(&session, &ImportSession::draftChanged, this, &ColumnsModel::follow);
    follow();
}

// The rows stay where they are while a person edits them; only another file makes other rows.
void ColumnsModel::follow()
{
    const int rows = m_session.isPublished() ? 0 : int(m_session.draft().columns.size());
    if (rows == m_rows) {
        if (rows > 0)
            Q_EMIT dataChanged(index(0, 0), index(rows - 1, columnCountOf - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int ColumnsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int ColumnsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columnCountOf);
}

QString ColumnsModel::becomes(const DraftColumn &column) const
{
    if (column.role != ColumnRole::Variable)
        return m_words.role(column.role);
    const KnownVariable *variable = Vocabulary::builtIn().variable(column.variable);
    return variable ? qstring(variable->label.in(m_words.language)) : qstring(column.variable);
}

QString ColumnsModel::changesOf(const DraftColumn &column) const
{
    QStringList changes;
    for (const DraftChange &change : m_session.changes()) {
        if (change.column == column.from && change.kind != DraftChange::Kind::ColumnGone)
            changes << qstring(changeText(change, m_words.language));
    }
    return changes.join(u"; "_s);
}

QString ColumnsModel::how(const DraftColumn &column) const
{
    QStringList parts;
    if (const QString changes = changesOf(column); !changes.isEmpty())
        parts << changes;
    if (!column.twoWays.empty() && !column.twoWaysSettled)
        parts << (column.twoWays.size() == 1
                      ? tr("1 value can be read two ways")
                      : tr("%1 values can be read two ways").arg(m_words.number(double(column.twoWays.size()))));
    if (column.unknownValues() > 0)
        parts << (column.unknownValues() == 1
                      ? tr("1 value not recognised")
                      : tr("%1 values not recognised").arg(m_words.number(double(column.unknownValues()))));
    if (!column.evidence.empty())
        parts << qstring(evidenceText(column.evidence, m_words.language));
    return parts.join(u"; "_s);
}

bool ColumnsModel::needsAttention(const DraftColumn &column) const
{
    const bool asks = (!column.twoWays.empty() && !column.twoWaysSettled) || column.unknownValues() > 0
                      || column.confidence == Confidence::Unsure;
    return asks || std::ranges::any_of(m_session.changes(), [&column](const DraftChange &change) {
               return change.column == column.from;
           });
}

QVariant ColumnsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_session.draft().columns.size()))
        return {};
    const DraftColumn &column = m_session.draft().columns[std::size_t(index.row())];
    if (role == AttentionRole)
        return needsAttention(column);
    if (role == ChoiceRole)
        return RoleChoices::key(column.role, column.variable);
    if (role == Qt::TextAlignmentRole && index.column() == Empty)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::FontRole && index.column() == How)
        return smallFont();
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Name: return qstring(column.name);
    case Becomes: return becomes(column);
    case How: return role == Qt::ToolTipRole ? how(column).toHtmlEscaped() : how(column);
    case Example: return qstring(column.example);
    case Empty: return m_words.number(double(column.empty));
    default: return {};
    }
}

QVariant ColumnsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Empty ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("column");
    case Becomes: return tr("becomes");
    case How: return tr("why and how");
    case Example: return tr("example");
    case Empty: return tr("empty");
    default: return {};
    }
}

Qt::ItemFlags ColumnsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Becomes ? flags | Qt::ItemIsEditable : flags;
}

bool ColumnsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != ChoiceRole || index.column() != Becomes)
        return false;
    const auto [chosen, variable] = RoleChoices::parts(value.toString());
    m_session.chooseRole(m_session.draft().columns[std::size_t(index.row())].from, chosen, variable);
    return true;
}

} // namespace evenredig
