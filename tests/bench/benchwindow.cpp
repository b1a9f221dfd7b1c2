// How long a person waits: from the start of the program to its first figure, and from a click to the painted figure.
// Random clicks (the same ones each time) on the sample, in the real window at 1280×800, offscreen. Prints each
// distribution with its limit on one line; exit status 1 when a limit is exceeded, 2 when something went wrong.
//
//   benchwindow [--runs N] [--no-limits]      50 starts and 500 clicks unless told otherwise (10 clicks a start)
#include "meter.h"

#include "core/import/importer.h"
#include "ui/application.h"
#include "ui/charts/figurescene.h"
#include "ui/charts/figureview.h"
#include "ui/explore/models/originmodel.h"
#include "ui/explore/questiontab.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QListView>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeView>

#include <random>

using namespace evenredig;

namespace {

constexpr double startLimit = 1000; // milliseconds
constexpr double clickLimit = 50;
constexpr int clicksPerRun = 10;
constexpr int patience = 20000;
const char *const startOption = "--first-figure"; // of the program that is started and timed

/// Waits until the figure has been painted after it changed.
class Painted final : public QObject {
public:
    Painted(Session &session, FigureView &view) : m_view(view)
    {
        connect(&session, &Session::figureChanged, this, [this] { m_changed = true; });
        connect(&session, &Session::failed, this, [this] { m_failed = true; });
        view.viewport()->installEventFilter(this);
    }
    void reset() { m_changed = m_painted = m_failed = false; }
    [[nodiscard]] bool changed() const { return m_changed || m_failed; }
    /// Whether it came: false when the question was answered with a message instead.
    [[nodiscard]] bool wait()
    {
        QElapsedTimer timer;
        timer.start();
        while (!m_painted && !m_failed && timer.elapsed() < patience)
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
        return m_painted;
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_changed && m_view.figureScene())
            m_painted = true;
        return QObject::eventFilter(watched, event);
    }

private:
    FigureView &m_view;
    bool m_changed = false, m_painted = false, m_failed = false;
};

std::unique_ptr<QMainWindow> openWindow(const QString &path)
{
    std::unique_ptr<QMainWindow> window = makeMainWindow(path);
    window->resize(1280, 800);
    return window;
}

/// The program that is timed from outside: it ends at its first painted figure.
int showFirstFigure(const QString &path)
{
    const std::unique_ptr<QMainWindow> window = openWindow(path);
    auto &main = *qobject_cast<MainWindow *>(window.get());
    Painted painted(main.session(), *main.findChild<FigureView *>());
    window->show();
    return painted.wait() ? 0 : 2;
}

void measureStart(Meter &meter, const QString &path, const QString &settings)
{
    std::vector<double> times;
    for (int run = 0; run < meter.runs(); ++run) {
        QProcess process;
        times.push_back(milliseconds([&] {
            process.start(QCoreApplication::applicationFilePath(), {startOption, path, settings});
            if (!process.waitForFinished(patience) || process.exitCode() != 0)
                stop("the window did not come: " + process.readAllStandardError().toStdString());
        }));
    }
    meter.report("from start to the first painted figure, whole process", startLimit, std::move(times), 0.95);
}

/// A person with a mouse: questions, indicators, groups, references and marks.
class Clicker {
public:
    explicit Clicker(MainWindow &window) : m_window(window) {}

    /// Does one thing that asks for another figure. The name of what it was; empty when it had no effect.
    std::string click()
    {
        switch (std::uniform_int_distribution<int>(0, 5)(m_random)) {
        case 0:
        case 1: return clickQuestion();
        case 2: return clickIndicator();
        case 3: return clickGroup();
        case 4: return clickMark();
        default: return chooseReference();
        }
    }

private:
    std::size_t pick(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(m_random); }

    std::string clickQuestion()
    {
        QList<QuestionTab *> tabs;
        for (QuestionTab *tab : m_window.findChildren<QuestionTab *>())
            if (tab->isEnabled())
                tabs.append(tab);
        if (tabs.isEmpty())
            return {};
        QTest::mouseClick(tabs[qsizetype(pick(std::size_t(tabs.size())))], Qt::LeftButton);
        return "question";
    }
    std::string clickIndicator()
    {
        auto *tree = m_window.findChild<QTreeView *>();
        const QAbstractItemModel &model = *tree->model();
        const QModelIndex domain = model.index(int(pick(std::size_t(model.rowCount()))), 0);
        if (!model.rowCount(domain))
            return {};
        tree->expand(domain);
        const QModelIndex indicator = model.index(int(pick(std::size_t(model.rowCount(domain)))), 0, domain);
        tree->scrollTo(indicator);
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(indicator).center());
        return "indicator";
    }
    std::string clickGroup()
    {
        auto *list = m_window.findChild<QListView *>(QStringLiteral("originList"));
        const QModelIndex row = list->model()->index(int(pick(std::size_t(list->model()->rowCount()))), 0);
        const QRect area = list->visualRect(row);
        const int x = pick(2) ? 18 : area.center().x(); // the box or the name
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, {x, area.center().y()});
        return "group";
    }
    std::string clickMark()
    {
        auto *view = m_window.findChild<FigureView *>();
        if (!view->figureScene() || view->figureScene()->places().empty())
            return {};
        const auto &places = view->figureScene()->places();
        const auto point = view->markPoint(places[pick(places.size())].row);
        if (!point || !view->viewport()->rect().contains(*point))
            return {};
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, *point);
        return "mark";
    }
    std::string chooseReference()
    {
        auto *box = m_window.findChild<QComboBox *>(QStringLiteral("reference"));
        if (!box->isEnabled() || box->count() < 2)
            return {};
        box->setCurrentIndex(int(pick(std::size_t(box->count()))));
        Q_EMIT box->activated(box->currentIndex());
        return "reference";
    }

    MainWindow &m_window;
    std::mt19937 m_random{20231122};
};

void measureClicks(Meter &meter, const QString &path)
{
    const std::unique_ptr<QMainWindow> owner = openWindow(path);
    auto &window = *qobject_cast<MainWindow *>(owner.get());
    Painted painted(window.session(), *window.findChild<FigureView *>());
    window.show();
    if (!painted.wait())
        stop("no first figure");
    Clicker clicker(window);
    std::vector<double> times;
    std::map<std::string, std::vector<double>> kinds;
    const int wanted = meter.runs() * clicksPerRun;
    for (int tries = 0; int(times.size()) < wanted && tries < 50 * wanted; ++tries) {
        painted.reset();
        QElapsedTimer timer;
        timer.start();
        const std::string kind = clicker.click();
        // A click that asks for nothing new, such as the question in view again, has nothing to paint.
        if (!window.session().isBusy() && !painted.changed())
            continue;
        if (!painted.wait()) {
            if (!window.session().failure().isEmpty()) {
                painted.reset();
                window.session().history().undo(); // said in words in place of a figure: not what is timed
                (void)painted.wait();
                continue;
            }
            stop("no figure after a click on a " + kind);
        }
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
        kinds[std::string(askName(window.session().question()->ask))].push_back(times.back());
    }
    for (auto &[kind, own] : kinds) {
        std::sort(own.begin(), own.end());
        std::printf("  %4zu figures of %-12s median %8.3f  max %8.3f ms\n", own.size(), kind.c_str(),
                    own[own.size() / 2], own.back());
    }
    meter.report("from click to painted figure, 1280×800, " + std::to_string(times.size()) + " clicks", clickLimit,
                 times, 0.95);
}

void useSettings(const QString &folder)
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder);
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    if (argc == 4 && std::strcmp(argv[1], startOption) == 0) {
        useSettings(QString::fromLocal8Bit(argv[3]));
        return showFirstFigure(QString::fromLocal8Bit(argv[2]));
    }
    Meter meter(optionsOf(argc, argv));
    const QTemporaryDir folder;
    useSettings(folder.path());
    const QString path = folder.filePath(QStringLiteral("sample.evenredig"));
    {
        Workspace workspace = good(Workspace::create(path.toStdString()), "create");
        if (const Result<void> filled = importSample(workspace); !filled)
            stop(message(filled.error(), Language::English));
    }
    measureStart(meter, path, folder.path());
    measureClicks(meter, path);
    return meter.finish();
}
