#include "ui/explore/detailpane.h"

#include "ui/explore/clipboard.h"
#include "ui/explore/models/figuretablemodel.h"
#include "ui/explore/models/historymodel.h"
#include "ui/session/session.h"

#include <QEvent>
#include <QHeaderView>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 24;

/// Leaves room for the heavier type of the tab in front; Qt measures all of them with the light one.
class DetailTabBar final : public QTabBar {
public:
    using QTabBar::QTabBar;

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override
    {
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        const int extra = QFontMetrics(bold).horizontalAdvance(tabText(index))
                          - fontMetrics().horizontalAdvance(tabText(index));
        return QTabBar::tabSizeHint(index) + QSize(extra + 2, 0);
    }
};

} // namespace

DetailPane::DetailPane(Session &session, QWidget *parent)
    : QTabWidget(parent), m_session(session), m_tableModel(new FigureTableModel(this)),
      m_historyModel(new HistoryModel(session, this)), m_table(new QTableView(this)), m_history(new QListView(this))
{
    setObjectName(u"detail"_s);
    setTabBar(new DetailTabBar(this));
    setDocumentMode(true);
    tabBar()->setDrawBase(false);
    createTable();
    createHistory();
    connect(&session, &Session::figureChanged, this, &DetailPane::refresh);
    connect(&session, &Session::failed, this, &DetailPane::refresh);
    connect(this, &QTabWidget::tabBarClicked, this, &DetailPane::roomWanted);
    connect(m_historyModel, &QAbstractItemModel::modelReset, this,
            [this] { m_history->setCurrentIndex(m_historyModel->index(m_historyModel->currentRow())); });
    retranslate();
}

void DetailPane::createTable()
{
    m_table->setModel(m_tableModel);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->verticalHeader()->setMinimumSectionSize(rowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            Q_EMIT rowChosen(current.data(FigureTableModel::RowRole).toInt());
    });
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(14, 0, 14, 0);
    column->addWidget(m_table);
    addTab(page, QString());
}

void DetailPane::createHistory()
{
    m_history->setObjectName(u"history"_s);
    m_history->setModel(m_historyModel);
    m_history->setWordWrap(true);
    m_history->setEditTriggers(QAbstractItemView::NoEditTriggers);
    const auto go = [this](const QModelIndex &index) { m_session.history().setIndex(index.row()); };
    connect(m_history, &QListView::clicked, this, go);
    connect(m_history, &QListView::activated, this, go);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(14, 0, 14, 0);
    column->addWidget(m_history);
    addTab(page, QString());
}

void DetailPane::refresh()
{
    m_tableModel->setTable(m_session.figure().table);
    m_table->scrollToTop();
}

void DetailPane::showTable()
{
    setCurrentIndex(0);
    Q_EMIT roomWanted();
    m_table->setFocus(Qt::ShortcutFocusReason);
}

int DetailPane::naturalHeight() const
{
    return closedHeight() + m_table->horizontalHeader()->sizeHint().height()
           + int(m_session.figure().table.rows.size()) * rowHeight
           + m_table->horizontalScrollBar()->sizeHint().height();
}

int DetailPane::closedHeight() const
{
    return tabBar()->sizeHint().height() + 2;
}

QSize DetailPane::minimumSizeHint() const
{
    return {QTabWidget::minimumSizeHint().width(), closedHeight()};
}

void DetailPane::copyCells() const
{
    QModelIndexList cells = m_table->selectionModel()->selectedIndexes();
    if (cells.size() < 2 && !m_table->hasFocus())
        cells.clear();
    if (cells.isEmpty())
        copyTableOf(m_session.figure());
    else
        copyTable(m_tableModel->part(cells));
}

void DetailPane::retranslate()
{
    setTabText(0, tr("Table"));
    setTabText(1, tr("History"));
    setAccessibleName(tr("Below the figure"));
    tabBar()->setAccessibleName(accessibleName());
    m_table->setAccessibleName(tr("The figures as a table"));
    m_history->setAccessibleName(tr("Questions asked, oldest first"));
    m_historyModel->reload();
}

// A tab widget in document mode would draw a line above what stands beside its tabs.
void DetailPane::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), palette().color(QPalette::Base));
}

void DetailPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTabWidget::changeEvent(event);
}

} // namespace evenredig
