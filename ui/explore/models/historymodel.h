// The undo history as sentences: what was asked, from the first question to the last.
#pragma once

#include <QAbstractListModel>

#include <string>
#include <vector>

namespace evenredig {

class Session;
struct Question;
struct View;

class HistoryModel final : public QAbstractListModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryModel)

public:
    explicit HistoryModel(Session &session, QObject *parent = nullptr);

    void reload();
    /// The row of the question in view.
    [[nodiscard]] int currentRow() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    /// What a step changed: the question, or only how it is shown.
    [[nodiscard]] QString sentence(const View &before, const View &after) const;
    [[nodiscard]] QString sentence(const Question &question) const;
    [[nodiscard]] QString originNames(const std::vector<std::string> &origins) const;

    Session &m_session;
    QStringList m_sentences;
};

} // namespace evenredig
