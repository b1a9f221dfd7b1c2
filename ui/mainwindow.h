// The window: indicators and choices at the left, the figure, the card at the right.
#pragma once

#include "ui/session/pins.h"
#include "ui/session/session.h"

#include <QMainWindow>

class QProgressBar;
class QTimer;

namespace evenredig {

class CardPane;
class DataActions;
class DetailPane;
class FigurePane;
class FigureSplit;
class IndicatorPane;
class Presenting;
class QuestionBar;
class SearchField;
class SelectionPane;
class WindowActions;

class MainWindow final : public QMainWindow {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    explicit MainWindow(const Preferences &preferences, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Session &session() { return m_session; }
    void setSampleProvider(Session::SampleProvider provider);
    /// Writes a copy of the open file in a job.
    void saveCopy(const QString &path);
    [[nodiscard]] DataActions *data() const { return m_data; }

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void createActions();
    void createDocks();
    void connectSession();

    void createToolBar();
    void createCentre();
    void createDock(const QString &name, Qt::DockWidgetArea area, QWidget *contents, QDockWidget *&dock);
    void connectFileActions();
    void connectViewActions();
    void connectQuestionActions();
    void connectFigureActions();
    void connectPresenting();
    void connectBusy();
    void setFocusOrder();

    void chooseFile();
    void chooseCopy();
    void showExport();
    void showAbout();
    void showHelp(const QString &page);
    void toggleTable();
    /// What has the focus is copied: selected words, cells, the figure.
    void copyWhatHasFocus();
    enum class Way { Next, Previous };
    void focusPane(Way way);
    void showOpened();
    void refreshActions();
    void refreshFigureActions();
    void dress();
    void applyPreferences();
    void restoreLayout();
    void retranslate();

    static constexpr int busySteps = 1000;

    Session m_session;
    Pins m_pins{m_session};
    Job m_copying;
    WindowActions *m_actions = nullptr;
    DataActions *m_data = nullptr;
    SearchField *m_search = nullptr;
    QuestionBar *m_questions = nullptr;
    FigurePane *m_figure = nullptr;
    DetailPane *m_detail = nullptr;
    IndicatorPane *m_indicators = nullptr;
    SelectionPane *m_selection = nullptr;
    CardPane *m_card = nullptr;
    FigureSplit *m_split = nullptr;
    Presenting *m_presenting = nullptr;
    QDockWidget *m_left = nullptr;
    QDockWidget *m_right = nullptr;
    QToolBar *m_tools = nullptr;
    QProgressBar *m_busy = nullptr;
    QTimer *m_patience = nullptr; ///< how long nothing is said of work
};

} // namespace evenredig
