#include "ui/explore/models/indicatormodel.h"

#include "ui/base/text.h"
#include "ui/explore/models/search.h"

#include <algorithm>

namespace evenredig {

using namespace Qt::StringLiterals;

IndicatorModel::IndicatorModel(QObject *parent) : QAbstractItemModel(parent) {}

void IndicatorModel::setWorkspace(std::shared_ptr<const OpenWorkspace> workspace, Language language)
{
    m_workspace = std::move(workspace);
    m_language = language;
    rebuild();
}

void IndicatorModel::setExtent(Extent extent)
{
    m_extent = extent;
    rebuild();
}

void IndicatorModel::setSearch(const QString &text)
{
    const QString search = foldedText(text.trimmed());
    if (search == m_search)
        return;
    m_search = search;
    rebuild();
}

void IndicatorModel::rebuild()
{
    beginResetModel();
    m_entries.clear();
    if (m_workspace)
        m_entries = isSearching() ? searchEntries() : domainEntries();
    endResetModel();
}

IndicatorModel::Entry IndicatorModel::entryOf(const Indicator &indicator) const
{
    return {Kind::Indicator,
            qstring(indicator.id),
            qstring(indicator.label.in(m_language)),
            qstring(indicator.definition.in(m_language)),
            m_workspace->coverageOf(indicator.id) != nullptr,
            {}};
}

std::vector<IndicatorModel::Entry> IndicatorModel::domainEntries() const
{
    std::vector<const Domain *> domains;
    for (const Domain &domain : m_workspace->catalogue.domains)
        domains.push_back(&domain);
    std::ranges::stable_sort(domains, {}, &Domain::order);

    std::vector<Entry> entries;
    for (const Domain *domain : domains) {
        Entry entry{Kind::Domain,
                    qstring(domain->id),
                    qstring(domain->name.in(m_language)),
                    qstring(domain->description.in(m_language)),
                    true,
                    {}};
        for (const Indicator &indicator : m_workspace->catalogue.indicators) {
            if (indicator.domain != domain->id)
                continue;
            Entry child = entryOf(indicator);
            if (child.covered || m_extent == Extent::All)
                entry.children.push_back(std::move(child));
        }
        if (!entry.children.empty())
            entries.push_back(std::move(entry));
    }
    return entries;
}

// Searched in both languages: an analyst knows one name, a colleague the other.
std::vector<IndicatorModel::Entry> IndicatorModel::searchEntries() const
{
    std::vector<std::pair<int, Entry>> hits;
    const auto consider = [this, &hits](Entry entry, const QString &around) {
        const int rank = matchRank(m_search, entry.name, around);
        // What can be opened stands before what can only be read about.
        if (rank > 0)
            hits.emplace_back(entry.covered ? rank + 10 : rank, std::move(entry));
    };
    for (const Indicator &indicator : m_workspace->catalogue.indicators) {
        Entry entry = entryOf(indicator);
        if (!entry.covered && m_extent == Extent::Covered)
            continue;
        const Domain *domain = m_workspace->catalogue.domain(indicator.domain);
        const QStringList around{entry.note, qstring(indicator.label.nl), qstring(indicator.label.en),
                                 domain ? qstring(domain->name.nl) + u' ' + qstring(domain->name.en) : QString()};
        consider(std::move(entry), around.join(u'\n'));
    }
    for (const Origin &origin : m_workspace->catalogue.origins) {
        if (origin.kind != Origin::Kind::Group)
            continue;
        const QStringList around{qstring(origin.name.nl), qstring(origin.name.en), qstring(origin.people.nl),
                                 qstring(origin.people.en)};
        consider({Kind::Group, qstring(origin.id), qstring(origin.name.in(m_language)), {}, true, {}},
                 around.join(u'\n'));
    }
    std::ranges::stable_sort(hits, std::ranges::greater(), [](const auto &hit) { return hit.first; });
    std::vector<Entry> entries;
    entries.reserve(hits.size());
    for (auto &hit : hits)
        entries.push_back(std::move(hit.second));
    return entries;
}

QModelIndex IndicatorModel::indexOf(std::string_view indicator) const
{
    const QString id = qstring(indicator);
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex top = index(row, 0);
        const Entry &entry = m_entries[std::size_t(row)];
        if (entry.kind == Kind::Indicator && entry.id == id)
            return top;
        for (int child = 0; child < int(entry.children.size()); ++child)
            if (entry.children[std::size_t(child)].id == id)
                return index(child, 0, top);
    }
    return {};
}

// The internal id is 0 for a top entry, and the row of its parent plus one for a child.
QModelIndex IndicatorModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : quintptr(0));
}

QModelIndex IndicatorModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, quintptr(0));
}

int IndicatorModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_entries.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return int(m_entries[std::size_t(parent.row())].children.size());
}

int IndicatorModel::columnCount(const QModelIndex &) const
{
    return 1;
}

const IndicatorModel::Entry &IndicatorModel::entryAt(const QModelIndex &index) const
{
    if (index.internalId() == 0)
        return m_entries[std::size_t(index.row())];
    return m_entries[index.internalId() - 1].children[std::size_t(index.row())];
}

QString IndicatorModel::toolTip(const Entry &entry) const
{
    // The name too, because the list may have cut it. Escaped, because these texts come from data.
    QString text = u"<b>"_s + entry.name.toHtmlEscaped() + u"</b>"_s;
    if (!entry.note.isEmpty())
        text += u"<br>"_s + entry.note.toHtmlEscaped();
    if (!entry.covered)
        text += u"<br>"_s + tr("This file has no figures of it.").toHtmlEscaped();
    return u"<qt>"_s + text + u"</qt>"_s;
}

QVariant IndicatorModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Entry &entry = entryAt(index);
    switch (role) {
    case Qt::DisplayRole: return entry.kind == Kind::Group ? tr("%1 (group)").arg(entry.name) : entry.name;
    case Qt::ToolTipRole: return toolTip(entry);
    case IdRole: return entry.id;
    case KindRole: return int(entry.kind);
    default: return {};
    }
}

Qt::ItemFlags IndicatorModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Entry &entry = entryAt(index);
    if (!entry.covered)
        return Qt::ItemIsSelectable;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace evenredig
