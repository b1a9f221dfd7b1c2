#include "ui/explore/models/originmodel.h"

#include "core/base/text.h"
#include "ui/base/text.h"
#include "ui/explore/models/markericon.h"
#include "ui/session/questionedit.h"

#include <algorithm>

namespace evenredig {

OriginModel::OriginModel(QObject *parent) : QAbstractListModel(parent) {}

void OriginModel::setWorkspace(std::shared_ptr<const OpenWorkspace> workspace, Language language)
{
    beginResetModel();
    m_workspace = std::move(workspace);
    m_entries.clear();
    if (m_workspace) {
        const OriginStyles styles(m_workspace->catalogue);
        for (const std::string &id : m_workspace->catalogue.groupIds())
            m_entries.push_back({qstring(id), qstring(m_workspace->catalogue.originName(id, {}, language)),
                                 markerIcon(styles.style(id)), true, true, false});
    }
    endResetModel();
}

void OriginModel::setQuestion(const Question &question)
{
    if (m_entries.empty())
        return;
    const std::vector<std::string> shown = shownOrigins(question, m_workspace->catalogue);
    const bool overview = question.ask == Ask::Overview;
    const IndicatorCoverage *coverage = overview ? &m_workspace->overall : m_workspace->coverageOf(question.indicator);
    for (Entry &entry : m_entries) {
        entry.shown = contains(shown, entry.id.toStdString());
        entry.covered = coverage && contains(coverage->origins, entry.id.toStdString());
    }
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void OriginModel::setEmphasised(const std::vector<std::string> &origins)
{
    if (m_entries.empty())
        return;
    for (Entry &entry : m_entries)
        entry.emphasised = std::ranges::find(origins, entry.id.toStdString()) != origins.end();
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int OriginModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant OriginModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Entry &entry = m_entries[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return entry.name;
    case Qt::DecorationRole: return entry.marker;
    case Qt::CheckStateRole: return int(entry.shown ? Qt::Checked : Qt::Unchecked);
    case Qt::ToolTipRole:
        return entry.covered ? QVariant() : tr("This file has no figures of this group for the indicator.");
    case IdRole: return entry.id;
    case EmphasisedRole: return entry.emphasised;
    default: return {};
    }
}

bool OriginModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole)
        return false;
    Q_EMIT originToggled(m_entries[std::size_t(index.row())].id, value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags OriginModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
    return m_entries[std::size_t(index.row())].covered ? flags | Qt::ItemIsEnabled : flags;
}

} // namespace evenredig
