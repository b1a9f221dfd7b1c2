// How the window is put together; what it does is in mainwindow.cpp.
#include "ui/mainwindow.h"

#include "ui/base/theme.h"
#include "ui/charts/figureview.h"
#include "ui/explore/cardpane.h"
#include "ui/explore/detailpane.h"
#include "ui/explore/factsbar.h"
#include "ui/explore/figurepane.h"
#include "ui/explore/figuresplit.h"
#include "ui/explore/formbar.h"
#include "ui/explore/indicatorpane.h"
#include "ui/explore/questionbar.h"
#include "ui/explore/searchfield.h"
#include "ui/explore/selectionpane.h"
#include "ui/explore/sentencebox.h"
#include "ui/explore/windowactions.h"
#include "ui/presenting.h"
#include "ui/session/viewstate.h"

#include <QDockWidget>
#include <QLayout>
#include <QMenuBar>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {

constexpr int leftWidth = 236;
constexpr int rightWidth = 232;
constexpr int leastTree = 130;

/// On a low screen the choices scroll; sideways they never do.
class ChoicesArea final : public QScrollArea {
public:
    [[nodiscard]] QSize minimumSizeHint() const override { return {widthOf(&QWidget::minimumSizeHint), 120}; }
    [[nodiscard]] QSize sizeHint() const override { return {widthOf(&QWidget::sizeHint), 600}; }

private:
    [[nodiscard]] int widthOf(QSize (QWidget::*hint)() const) const
    {
        return widget() ? (widget()->*hint)().width() : 0;
    }
};

} // namespace

void MainWindow::createActions()
{
    setAcceptDrops(true);
    m_actions = new WindowActions(this);
    m_actions->fillMenuBar(*menuBar());
    m_actions->setPreferences(m_session.preferences());
    m_actions->setRecentFiles(recentFiles());
    createToolBar();
}

void MainWindow::createToolBar()
{
    m_tools = addToolBar(QString());
    m_tools->setObjectName(u"tools"_s);
    m_tools->setMovable(false);
    m_tools->setIconSize({16, 16});
    m_tools->layout()->setContentsMargins(12, 8, 12, 8);
    m_tools->setContextMenuPolicy(Qt::PreventContextMenu);
    for (QAction *action : {m_actions->undo, m_actions->redo}) {
        auto *button = new QToolButton(m_tools);
        button->setObjectName(u"historyButton"_s);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setFocusPolicy(Qt::TabFocus);
        m_tools->addWidget(button);
    }
    m_search = new SearchField(m_tools);
    m_tools->addWidget(m_search);
    auto *button = new QPushButton(m_tools);
    button->setObjectName(u"accentButton"_s);
    connect(button, &QPushButton::clicked, m_actions->exportFigure, &QAction::trigger);
    connect(m_actions->exportFigure, &QAction::changed, button, [this, button] {
        button->setEnabled(m_actions->exportFigure->isEnabled());
        button->setText(m_actions->exportFigure->text().remove(u'&'));
        button->setToolTip(m_actions->exportFigure->toolTip());
    });
    m_tools->addWidget(button);
}

void MainWindow::createDocks()
{
    m_indicators = new IndicatorPane(m_session);
    m_selection = new SelectionPane(m_session);
    auto *choices = new QWidget;
    auto *column = new QVBoxLayout(choices);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_indicators, 1);
    column->addWidget(m_selection);
    m_card = new CardPane;
    auto *scroll = new ChoicesArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(choices);
    m_indicators->setMinimumHeight(leastTree);
    createDock(u"choices"_s, Qt::LeftDockWidgetArea, scroll, m_left);
    createDock(u"card"_s, Qt::RightDockWidgetArea, m_card, m_right);
    createCentre();
    setStatusBar(new FactsBar(m_session, m_actions->numbers, this));
    // What the window system draws around it has to fit as well.
    resize(QSize(1280, 800).boundedTo(screen()->availableSize() - QSize(16, 40)));
    resizeDocks({m_left, m_right}, {leftWidth, rightWidth}, Qt::Horizontal);
    setFocusOrder();
}

void MainWindow::createDock(const QString &name, Qt::DockWidgetArea area, QWidget *contents, QDockWidget *&dock)
{
    dock = new QDockWidget(this);
    dock->setObjectName(name);
    dock->setFeatures(QDockWidget::NoDockWidgetFeatures);
    dock->setTitleBarWidget(new QWidget(dock));
    dock->setWidget(contents);
    dock->setContextMenuPolicy(Qt::PreventContextMenu);
    addDockWidget(area, dock);
}

void MainWindow::createCentre()
{
    auto *centre = new QWidget(this);
    centre->setObjectName(u"centre"_s);
    m_questions = new QuestionBar(m_session, centre);
    m_busy = new QProgressBar(centre);
    m_busy->setObjectName(u"busy"_s);
    m_busy->setTextVisible(false);
    m_busy->setRange(0, busySteps);
    QSizePolicy keepPlace = m_busy->sizePolicy();
    keepPlace.setRetainSizeWhenHidden(true);
    m_busy->setSizePolicy(keepPlace);
    m_busy->hide();
    m_figure = new FigurePane(m_session, centre);
    m_detail = new DetailPane(m_session, centre);
    m_detail->setCornerWidget(new FormBar(m_session, *m_actions, m_detail));
    m_split = new FigureSplit(m_session, *m_figure, *m_detail, centre);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_questions);
    column->addWidget(m_busy);
    column->addWidget(m_split, 1);
    setCentralWidget(centre);
    m_actions->giveLetterKeys({centre, m_left, m_right});
}

void MainWindow::connectPresenting()
{
    m_presenting = new Presenting(
        *this, *m_figure->figureView(),
        {menuBar(), m_tools, m_left, m_right, m_questions, m_detail, statusBar(), m_figure->sentences()});
    connect(m_actions->fullScreen, &QAction::toggled, m_presenting, &Presenting::setOn);
    connect(m_presenting, &Presenting::changed, m_actions->fullScreen, &QAction::setChecked);
    const auto scales = [this](QAction *action, Presenting::Step step) {
        connect(action, &QAction::triggered, this, [this, step] { m_presenting->scale(step); });
    };
    scales(m_actions->larger, Presenting::Step::Larger);
    scales(m_actions->smaller, Presenting::Step::Smaller);
    scales(m_actions->usualSize, Presenting::Step::Usual);
    connect(m_actions->sentences, &QAction::toggled, m_figure->sentences(), &SentenceBox::setWanted);
    // A menu bar that is hidden gives its shortcuts to nobody.
    addActions({m_actions->fullScreen, m_actions->larger, m_actions->smaller, m_actions->usualSize, m_actions->undo,
                m_actions->redo, m_actions->copyFigure, m_actions->exportFigure});
}

void MainWindow::setFocusOrder()
{
    std::vector<QWidget *> order{m_search, m_indicators->showAll(), m_indicators->tree()};
    for (QWidget *control : m_selection->controls())
        order.push_back(control);
    order.insert(order.end(), {m_questions, m_figure->figureView(), m_detail, m_card->scrollArea()});
    for (std::size_t place = 1; place < order.size(); ++place)
        setTabOrder(order[place - 1], order[place]);
}

} // namespace evenredig
