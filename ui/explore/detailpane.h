// Below the figure: its table, and the history of questions.
#pragma once

#include <QTabWidget>

class QListView;
class QTableView;

namespace evenredig {

class FigureTableModel;
class HistoryModel;
class Session;

class DetailPane final : public QTabWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailPane)

public:
    explicit DetailPane(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] QTableView *table() const { return m_table; }
    void showTable();
    /// The height that shows the whole table.
    [[nodiscard]] int naturalHeight() const;
    /// The height that shows the tabs only.
    [[nodiscard]] int closedHeight() const;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// The selected cells, or the whole table with its title and source.
    void copyCells() const;

Q_SIGNALS:
    /// The cursor of the table came on a row of the answer.
    void rowChosen(int row);
    /// The pane is looked into; it may stand closed.
    void roomWanted();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void createTable();
    void createHistory();
    void refresh();
    void retranslate();

    Session &m_session;
    FigureTableModel *m_tableModel;
    HistoryModel *m_historyModel;
    QTableView *m_table;
    QListView *m_history;
};

} // namespace evenredig
