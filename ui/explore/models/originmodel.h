// The groups, with the marker and colour that each has everywhere, and whether it is in view.
#pragma once

#include "ui/session/openworkspace.h"

#include <QAbstractListModel>
#include <QIcon>

#include <memory>

namespace evenredig {

/// Shows; does not edit: a tick is passed on by originToggled and comes back with setQuestion.
class OriginModel final : public QAbstractListModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OriginModel)

public:
    enum Role { IdRole = Qt::UserRole, EmphasisedRole };

    explicit OriginModel(QObject *parent = nullptr);

    void setWorkspace(std::shared_ptr<const OpenWorkspace> workspace, Language language);
    void setQuestion(const Question &question);
    /// The groups in colour; empty: all of them.
    void setEmphasised(const std::vector<std::string> &origins);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void originToggled(const QString &origin, bool shown);

private:
    struct Entry {
        QString id;
        QString name;
        QIcon marker;
        bool shown = true;
        bool covered = true;
        bool emphasised = false;
    };
    std::shared_ptr<const OpenWorkspace> m_workspace;
    std::vector<Entry> m_entries;
};

} // namespace evenredig
