#include "ui/mainwindow.h"

#include "ui/base/copyfile.h"
#include "ui/base/text.h"
#include "ui/base/theme.h"
#include "ui/base/translation.h"
#include "ui/charts/figureview.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/explore/cardpane.h"
#include "ui/explore/clipboard.h"
#include "ui/explore/detailpane.h"
#include "ui/explore/figurepane.h"
#include "ui/explore/figuresplit.h"
#include "ui/explore/helpwindow.h"
#include "ui/explore/indicatorpane.h"
#include "ui/explore/pinboard.h"
#include "ui/explore/questionbar.h"
#include "ui/explore/searchfield.h"
#include "ui/explore/selectionpane.h"
#include "ui/explore/sentencebox.h"
#include "ui/explore/welcomepage.h"
#include "ui/explore/windowactions.h"
#include "ui/import/dataactions.h"
#include "ui/presenting.h"
#include "ui/session/asksupport.h"
#include "ui/session/viewstate.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QScrollArea>
#include <QSettings>
#include <QStatusBar>
#include <QTableView>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;
constexpr auto patience = 200ms;
constexpr QLatin1StringView fileSuffix(".evenredig");

QStringList localFiles(const QMimeData *data)
{
    QStringList files;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    return files;
}

QString droppedFile(const QMimeData *data)
{
    for (const QString &file : localFiles(data)) {
        if (file.endsWith(fileSuffix, Qt::CaseInsensitive))
            return file;
    }
    return {};
}

} // namespace

MainWindow::MainWindow(const Preferences &preferences, QWidget *parent) : QMainWindow(parent), m_session(preferences)
{
    createActions();
    createDocks();
    connectSession();
    dress();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectSession()
{
    connectFileActions();
    connectViewActions();
    connectQuestionActions();
    connectFigureActions();
    connectPresenting();
    connectBusy();
    connect(&m_session, &Session::workspaceOpened, this, &MainWindow::showOpened);
    connect(&m_session, &Session::workspaceChanged, this, &MainWindow::refreshActions);
    connect(&m_session, &Session::questionChanged, this, &MainWindow::refreshActions);
    connect(&m_session, &Session::figureChanged, this, &MainWindow::refreshActions);
    connect(&m_session, &Session::preferencesChanged, this, &MainWindow::applyPreferences);
    connect(&m_session, &Session::cardChanged, this, [this] { m_card->setCard(m_session.card()); });
    connect(m_detail, &DetailPane::rowChosen, &m_session, &Session::look);
    connect(m_detail, &DetailPane::rowChosen, m_figure->figureView(), &FigureView::setHighlightedRow);
    connect(m_search, &QLineEdit::textChanged, m_indicators, &IndicatorPane::search);
    connect(m_search, &QLineEdit::returnPressed, m_indicators, &IndicatorPane::openFirst);
    connect(m_search, &SearchField::listWanted, m_indicators->tree(), [this] { m_indicators->tree()->setFocus(); });
    connect(m_indicators, &IndicatorPane::opened, this, [this] {
        m_search->clear();
        m_figure->figureView()->setFocus(Qt::ShortcutFocusReason);
    });
    restoreLayout();
    retranslate();
    m_figure->setFocus();
}

void MainWindow::connectFileActions()
{
    WelcomePage *welcome = m_figure->welcome();
    welcome->setRecentFiles(recentFiles());
    m_data = new DataActions(m_session, this);
    connect(m_data, &DataActions::told, this,
            [this](const QString &sentence) { statusBar()->showMessage(sentence, 8000); });
    connect(m_actions->newFile, &QAction::triggered, m_data, &DataActions::newWorkspace);
    connect(m_actions->importData, &QAction::triggered, m_data, &DataActions::chooseFiles);
    connect(m_actions->datasets, &QAction::triggered, m_data, [this] { m_data->showDatasets(); });
    connect(welcome, &WelcomePage::importWanted, m_data, &DataActions::chooseFiles);
    connect(m_actions->open, &QAction::triggered, this, &MainWindow::chooseFile);
    connect(welcome, &WelcomePage::openWanted, this, &MainWindow::chooseFile);
    connect(m_actions->sample, &QAction::triggered, this, [this] { m_session.openSample(); });
    connect(welcome, &WelcomePage::sampleWanted, this, [this] { m_session.openSample(); });
    connect(m_actions, &WindowActions::recentChosen, &m_session, &Session::open);
    connect(welcome, &WelcomePage::fileWanted, &m_session, &Session::open);
    connect(m_actions->saveCopy, &QAction::triggered, this, &MainWindow::chooseCopy);
    connect(m_actions->exportFigure, &QAction::triggered, this, &MainWindow::showExport);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions, &WindowActions::preferencesChosen, &m_session, &Session::setPreferences);
    connect(m_actions->about, &QAction::triggered, this, &MainWindow::showAbout);
    setSampleProvider({});
}

void MainWindow::connectViewActions()
{
    connect(m_actions->find, &QAction::triggered, this, [this] {
        m_left->show();
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(m_actions->copy, &QAction::triggered, this, &MainWindow::copyWhatHasFocus);
    connect(m_actions->copyFigure, &QAction::triggered, this,
            [this] { copyFigure(m_session.figure(), m_session.workspace()->catalogue); });
    connect(m_actions->copySentences, &QAction::triggered, this,
            [this] { copyText(qstrings(m_session.figure().sentences).join(u'\n')); });
    connect(m_actions->table, &QAction::triggered, this, &MainWindow::toggleTable);
    connect(m_actions->nextPane, &QAction::triggered, this, [this] { focusPane(Way::Next); });
    connect(m_actions->previousPane, &QAction::triggered, this, [this] { focusPane(Way::Previous); });
    connect(m_actions->leftDock, &QAction::toggled, m_left, &QWidget::setVisible);
    connect(m_actions->rightDock, &QAction::toggled, m_right, &QWidget::setVisible);
    connect(m_actions->showAll, &QAction::toggled, m_indicators->showAll(), &QToolButton::setChecked);
    connect(m_indicators->showAll(), &QToolButton::toggled, m_actions->showAll, &QAction::setChecked);
    connect(m_actions->explain, &QAction::triggered, this,
            [this] { showHelp(m_session.question() ? qstring(askName(m_session.question()->ask)) : u"start"_s); });
    connect(m_actions->firstSteps, &QAction::triggered, this, [this] { showHelp(u"start"_s); });
}

void MainWindow::connectQuestionActions()
{
    QUndoStack &history = m_session.history();
    connect(m_actions->undo, &QAction::triggered, &history, &QUndoStack::undo);
    connect(m_actions->redo, &QAction::triggered, &history, &QUndoStack::redo);
    connect(&history, &QUndoStack::indexChanged, this, &MainWindow::refreshActions);
    for (std::size_t place = 0; place < m_actions->asks.size(); ++place)
        connect(m_actions->asks[place], &QAction::triggered, this, [this, place] {
            m_questions->ask(static_cast<Ask>(place));
            refreshActions();
        });
    connect(m_actions->generations, &QAction::triggered, m_selection, &SelectionPane::toggleGenerations);
    connect(m_actions->reference, &QAction::triggered, this, [this] {
        m_actions->leftDock->setChecked(true);
        m_selection->chooseReference();
    });
    connect(m_actions->highlight, &QAction::triggered, &m_session, &Session::highlightLooked);
}

void MainWindow::connectFigureActions()
{
    connect(m_actions, &WindowActions::formChosen, &m_session, &Session::setForm);
    connect(&m_session, &Session::formChanged, this, &MainWindow::refreshActions);
    connect(&m_session, &Session::failed, this, &MainWindow::refreshActions);
    m_figure->figureView()->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_figure->figureView()->addActions({m_actions->copyFigure, m_actions->exportFigure, m_actions->pin});
    m_figure->sentences()->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_figure->sentences()->addAction(m_actions->copySentences);
    m_detail->table()->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_detail->table()->addAction(m_actions->copy);
    m_figure->board()->setPins(&m_pins);
    connect(m_actions->pin, &QAction::triggered, &m_pins, &Pins::pinCurrent);
    connect(m_actions->unpinAll, &QAction::triggered, &m_pins, &Pins::clear);
    connect(&m_pins, &Pins::changed, this, &MainWindow::refreshActions);
    connect(m_figure->board(), &PinBoard::cardWanted, m_card, &CardPane::setCard);
    connect(m_figure->board(), &PinBoard::cardLeft, this, [this] { m_card->setCard(m_session.card()); });
}

// What takes less than a blink is not announced; a bar that flashes is worse than none.
void MainWindow::connectBusy()
{
    m_patience = new QTimer(this);
    m_patience->setSingleShot(true);
    m_patience->setInterval(patience);
    connect(m_patience, &QTimer::timeout, m_busy, &QWidget::show);
    const auto follow = [this](bool busy) {
        if (busy) {
            m_busy->setValue(0);
            m_patience->start();
        } else {
            m_patience->stop();
            m_busy->hide();
        }
    };
    const auto advance = [this](double fraction) { m_busy->setValue(int(fraction * busySteps)); };
    connect(&m_session, &Session::busyChanged, this, follow);
    connect(&m_session, &Session::progressed, this, advance);
    connect(&m_copying, &Job::runningChanged, this, follow);
    connect(&m_copying, &Job::progressed, this, advance);
}

void MainWindow::setSampleProvider(Session::SampleProvider provider)
{
    m_session.setSampleProvider(std::move(provider));
    m_actions->sample->setVisible(m_session.hasSample());
    m_figure->welcome()->setSample(m_session.hasSample() ? WelcomePage::Sample::Offered : WelcomePage::Sample::Absent);
}

void MainWindow::chooseFile()
{
    const QString folder = m_session.workspace() ? QFileInfo(m_session.workspace()->path).path() : QString();
    const QString path = QFileDialog::getOpenFileName(this, tr("Open"), folder,
                                                      tr("Evenredig files (*%1)").arg(fileSuffix));
    if (!path.isEmpty())
        m_session.open(path);
}

void MainWindow::chooseCopy()
{
    if (!m_session.workspace())
        return;
    QString path = QFileDialog::getSaveFileName(this, tr("Save a copy as"), m_session.workspace()->path,
                                                tr("Evenredig files (*%1)").arg(fileSuffix));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += fileSuffix;
    saveCopy(path);
}

void MainWindow::saveCopy(const QString &path)
{
    m_copying.start(
        [from = m_session.workspace()->path, path](const Progress &progress) {
            Result<void> copied = copyFile(from, path, progress);
            if (copied)
                OpenWorkspace::purge(path); // what was removed here is not handed on
            return copied;
        },
        [this, path](const Result<void> &copied) {
            if (copied)
                statusBar()->showMessage(tr("Saved: %1").arg(path), 8000);
            else
                m_session.reportError(copied.error());
        });
}

void MainWindow::showExport()
{
    if (!m_session.answer())
        return;
    ExportDialog dialog(m_session, this);
    if (dialog.exec() == QDialog::Accepted)
        statusBar()->showMessage(tr("Exported: %1").arg(dialog.path()), 8000);
}

void MainWindow::showAbout()
{
    auto *dialog = new AboutDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

// Not modal and one at most: it is read beside the figure.
void MainWindow::showHelp(const QString &page)
{
    auto *help = findChild<HelpWindow *>();
    if (!help) {
        help = new HelpWindow(m_session.preferences().interfaceLanguage, this);
        help->setAttribute(Qt::WA_DeleteOnClose);
    }
    help->showPage(page);
    help->show();
    help->raise();
    help->activateWindow();
}

void MainWindow::toggleTable()
{
    if (m_detail->table()->hasFocus())
        m_figure->figureView()->setFocus(Qt::ShortcutFocusReason);
    else
        m_detail->showTable();
}

void MainWindow::focusPane(Way way)
{
    std::vector<QWidget *> panes{m_search,
                                 m_indicators->tree(),
                                 m_selection->origins(),
                                 m_figure->figureView(),
                                 m_detail->currentWidget(),
                                 m_card->scrollArea()};
    std::erase_if(panes, [](const QWidget *pane) { return !pane->isVisible(); });
    if (panes.empty())
        return;
    const QWidget *focused = QApplication::focusWidget();
    const auto holds = [focused](const QWidget *pane) {
        return focused && (pane == focused || pane->isAncestorOf(focused));
    };
    const auto count = std::ptrdiff_t(panes.size());
    const auto here = std::ranges::find_if(panes, holds) - panes.begin();
    const auto from = here == count ? (way == Way::Next ? count - 1 : 0) : here;
    QWidget *next = panes[std::size_t((from + (way == Way::Next ? 1 : count - 1)) % count)];
    if (QWidget *inner = next->focusPolicy() == Qt::NoFocus ? next->findChild<QAbstractItemView *>() : nullptr)
        next = inner;
    next->setFocus(Qt::TabFocusReason);
}

void MainWindow::copyWhatHasFocus()
{
    const QWidget *focus = focusWidget();
    const auto *words = qobject_cast<const QLabel *>(focus);
    if (words && words->hasSelectedText())
        copyText(words->selectedText());
    else if (focus && m_figure->sentences()->isAncestorOf(focus))
        copyText(m_figure->sentences()->text());
    else if (m_figure->figureView()->hasFocus())
        copyFigure(m_session.figure(), m_session.workspace()->catalogue);
    else
        m_detail->copyCells();
}

void MainWindow::showOpened()
{
    m_actions->setRecentFiles(recentFiles());
    setWindowFilePath(m_session.workspace()->path);
    setWindowTitle(tr("%1 – Evenredig").arg(QFileInfo(m_session.workspace()->path).completeBaseName()));
    m_card->setCard({});
    refreshActions();
}

void MainWindow::refreshActions()
{
    const bool open = m_session.workspace() != nullptr;
    m_actions->undo->setEnabled(m_session.history().canUndo());
    m_actions->redo->setEnabled(m_session.history().canRedo());
    m_actions->saveCopy->setEnabled(open);
    m_actions->datasets->setEnabled(open);
    m_actions->exportFigure->setEnabled(m_session.answer() != nullptr);
    for (QAction *action : {m_actions->copy, m_actions->copyFigure, m_actions->copySentences})
        action->setEnabled(m_session.answer() != nullptr);
    const IndicatorCoverage *coverage = m_session.indicatorCoverage();
    for (std::size_t place = 0; place < std::size_t(askCount); ++place) {
        QAction *action = m_actions->asks[place];
        action->setEnabled(m_session.question() && m_session.obstacle(static_cast<Ask>(place)) == Obstacle::None);
        action->setChecked(m_session.question() && m_session.question()->ask == static_cast<Ask>(place));
    }
    for (QAction *action : {m_actions->generations, m_actions->reference, m_actions->highlight})
        action->setEnabled(coverage != nullptr);
    refreshFigureActions();
}

void MainWindow::refreshFigureActions()
{
    const Question *question = m_session.question();
    const auto asked = [&question](Ask ask) { return question && question->ask == ask; };
    const bool sensitive = m_session.answer() && m_session.answer()->indicator.sensitive;
    m_actions->setForm(m_session.form());
    m_actions->byValue->setEnabled(asked(Ask::Level) && !sensitive);
    m_actions->byValue->setToolTip(sensitive ? tr("A sensitive indicator keeps the fixed order: it is no ranking.")
                                             : tr("From high to low; what of the order is not certain is marked"));
    m_actions->byGroup->setEnabled(asked(Ask::Development) || asked(Ask::Gap));
    m_actions->rows->setEnabled(asked(Ask::Overview));
    m_actions->pin->setEnabled(m_pins.canPin());
    m_actions->unpinAll->setEnabled(!m_pins.pins().empty());
}

void MainWindow::applyPreferences()
{
    m_actions->setPreferences(m_session.preferences());
    setInterfaceLanguage(m_session.preferences().interfaceLanguage);
    dress();
}

void MainWindow::dress()
{
    const Theme theme = Theme::of(m_session.preferences().appearance);
    QApplication::setPalette(theme.palette());
    setStyleSheet(theme.styleSheet());
    m_actions->undo->setIcon(theme.icon(u"undo"_s));
    m_actions->redo->setIcon(theme.icon(u"redo"_s));
}

void MainWindow::restoreLayout()
{
    const QSettings settings;
    restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
    restoreState(settings.value(u"window/state"_s).toByteArray());
    m_actions->leftDock->setChecked(!m_left->isHidden());
    m_actions->rightDock->setChecked(!m_right->isHidden());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QSettings settings;
    settings.setValue(u"window/geometry"_s, saveGeometry());
    settings.setValue(u"window/state"_s, saveState());
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFile(event->mimeData()).isEmpty() || !DataActions::importable(localFiles(event->mimeData())).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString path = droppedFile(event->mimeData());
    const QStringList texts = DataActions::importable(localFiles(event->mimeData()));
    if (path.isEmpty() && texts.isEmpty())
        return;
    event->acceptProposedAction();
    if (!path.isEmpty())
        m_session.open(path);
    else // the program that was dragged from waits until this returns
        QMetaObject::invokeMethod(
            m_data, [this, texts] { m_data->importFiles(texts); }, Qt::QueuedConnection);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_presenting->isOn())
        m_presenting->setOn(false);
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    m_tools->setWindowTitle(tr("Tools"));
    m_left->setWindowTitle(tr("Choices"));
    m_right->setWindowTitle(tr("Explanation"));
    m_busy->setAccessibleName(tr("Busy"));
    m_split->setAccessibleName(tr("Figure and table"));
    if (m_session.workspace())
        showOpened();
    else
        setWindowTitle(u"Evenredig"_s);
    refreshActions();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

} // namespace evenredig
