// The indicators at the left: by domain, or what is searched.
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace evenredig {

class IndicatorModel;
class IndicatorTree;
class Session;

class IndicatorPane final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IndicatorPane)

public:
    explicit IndicatorPane(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] QWidget *tree() const;
    [[nodiscard]] QToolButton *showAll() const { return m_showAll; }
    void search(const QString &text);
    /// Opens the first of what was found.
    void openFirst();

Q_SIGNALS:
    /// An indicator or group was chosen from what was searched.
    void opened();

protected:
    void changeEvent(QEvent *event) override;

private:
    void reload();
    void showCurrent();
    void open(const QModelIndex &index);
    void retranslate();
    void tellFound(const QString &text);

    Session &m_session;
    IndicatorModel *m_model;
    IndicatorTree *m_tree;
    QLabel *m_head;
    QToolButton *m_showAll;
    QLabel *m_found; ///< what a search did not find, or what Enter opens
    QString m_code;  ///< of a figure, when that is searched
};

} // namespace evenredig
