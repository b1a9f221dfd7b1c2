// The indicators by domain, or, while something is searched, a flat list of what fits best.
#pragma once

#include "ui/session/openworkspace.h"

#include <QAbstractItemModel>

#include <memory>

namespace evenredig {

class IndicatorModel final : public QAbstractItemModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IndicatorModel)

public:
    enum Role { IdRole = Qt::UserRole, KindRole };
    enum class Kind { Domain, Indicator, Group };
    enum class Extent { Covered, All }; ///< only what the workspace has figures of, or the whole catalogue

    explicit IndicatorModel(QObject *parent = nullptr);

    void setWorkspace(std::shared_ptr<const OpenWorkspace> workspace, Language language);
    void setExtent(Extent extent);
    /// An empty text gives the domains again.
    void setSearch(const QString &text);
    [[nodiscard]] bool isSearching() const { return !m_search.isEmpty(); }
    /// Where an indicator stands now; invalid when it is not listed.
    [[nodiscard]] QModelIndex indexOf(std::string_view indicator) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Entry {
        Kind kind = Kind::Indicator;
        QString id;
        QString name;
        QString note; ///< tooltip: the definition
        bool covered = true;
        std::vector<Entry> children;
    };

    void rebuild();
    [[nodiscard]] Entry entryOf(const Indicator &indicator) const;
    [[nodiscard]] std::vector<Entry> domainEntries() const;
    [[nodiscard]] std::vector<Entry> searchEntries() const;
    [[nodiscard]] const Entry &entryAt(const QModelIndex &index) const;
    [[nodiscard]] QString toolTip(const Entry &entry) const;

    std::shared_ptr<const OpenWorkspace> m_workspace;
    Language m_language = Language::Dutch;
    Extent m_extent = Extent::Covered;
    QString m_search;
    std::vector<Entry> m_entries;
};

} // namespace evenredig
