// The window of data sets: removing and renaming as steps of undo, the view and the pins kept.
#include "core/output/output.h"
#include "core/store/database.h"
#include "testroom.h"
#include "ui/base/text.h"
#include "ui/import/dataactions.h"
#include "ui/import/renamedialog.h"
#include "ui/samplewindow.h"
#include "ui/session/pins.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSet>

using namespace evenredig;

class TestDatasetsWindow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void removesAndUndoes();
    void overviewLosesAndRegainsItsRows();
    void viewGivesWayAndComesBack();
    void keepsHistoryAndPins();
    void offersUndo();
    void renames();
    void renamesOnlyToSomething();
    void saysWhyItCannotRemove();
    void forgetsWhenTheFileCloses();
    void leavesTheSampleAsItIs();
    void isReachedByKeyboard();

private:
    [[nodiscard]] std::string answered() const
    {
        return m_session->answer() ? answerJson(*m_session->answer()) : std::string();
    }
    [[nodiscard]] std::size_t datasets() const { return m_session->workspace()->datasets.size(); }
    [[nodiscard]] std::size_t overviewRows() const
    {
        return m_session->answer() ? m_session->answer()->rows.size() : 0;
    }
    /// Presses Delete on the data set that is chosen.
    void removeChosen()
    {
        QTest::keyClick(m_list, Qt::Key_Delete);
        QVERIFY(settle(*m_session));
    }
    void step(void (QUndoStack::*way)())
    {
        (m_session->history().*way)();
        QVERIFY(settle(*m_session));
    }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (QPushButton *one : m_window->findChildren<QPushButton *>()) {
            if (one->text().remove(u'&').startsWith(text))
                return one;
        }
        return nullptr;
    }
    /// A published data set of one figure that no other has, of an indicator that no other covers.
    void storeWrongOne();

    std::optional<SampleFolder> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<QWidget> m_owner;
    DataActions *m_data = nullptr;
    DatasetsWindow *m_window = nullptr;
    QListWidget *m_list = nullptr;
};

void TestDatasetsWindow::init()
{
    m_folder.emplace();
    QVERIFY2(m_folder->failure().isEmpty(), qPrintable(m_folder->failure()));
    QSettings().clear();
    storeWrongOne();
    m_session = std::make_unique<Session>(Preferences());
    m_session->open(m_folder->path());
    QVERIFY(settle(*m_session));
    m_owner = std::make_unique<QWidget>();
    m_data = new DataActions(*m_session, m_owner.get());
    m_owner->show();
    m_data->showDatasets(QStringLiteral("wrong"));
    m_window = m_data->datasetsWindow();
    QVERIFY(m_window && QTest::qWaitForWindowExposed(m_window));
    m_list = m_window->findChild<QListWidget *>(QStringLiteral("datasets"));
    QCOMPARE(m_list->currentItem()->text(), QStringLiteral("Verkeerd"));
}

void TestDatasetsWindow::cleanup()
{
    m_owner.reset();
    m_session.reset();
    m_folder.reset();
}

void TestDatasetsWindow::storeWrongOne()
{
    ImportedDataset set;
    set.info.id = "wrong";
    set.info.title = {"Verkeerd", "Wrong"};
    set.info.source = {"bron", "source"};
    set.info.classification = "herkomst-2022";
    set.info.importedAt = "2026-01-01T00:00:00Z";
    set.recipe = "{}";
    for (const char *origin : {"turkish", "moroccan", "national"}) {
        PublishedFigure figure;
        figure.indicator = "language.speaking_ease";
        figure.origin = origin;
        figure.generation = "total";
        figure.period = *Period::parse("2020");
        figure.classification = set.info.classification;
        figure.where = "[]";
        figure.value = 0.4;
        figure.half = 0.0005;
        set.figures.push_back(figure);
    }
    set.counts = {3, 3, 0, 0};
    set.sources.push_back({"wrong.csv", "", 10, set.counts});
    Result<Workspace> workspace = Workspace::open(m_folder->path().toStdString(), OpenMode::ReadWrite);
    QVERIFY(workspace);
    const Result<std::vector<IndicatorCoverage>> coverage = workspace->coverage();
    QVERIFY(std::ranges::none_of(
        *coverage, [&set](const IndicatorCoverage &one) { return one.indicator == set.figures.front().indicator; }));
    QVERIFY(workspace->store(set, IfExists::Refuse));
}

void TestDatasetsWindow::removesAndUndoes()
{
    const std::string before = answered();
    const std::size_t count = datasets();
    removeChosen();
    QCOMPARE(m_session->history().count(), 1);
    QCOMPARE(m_session->history().text(0), QStringLiteral("Removed: Verkeerd"));
    QCOMPARE(datasets(), count - 1);
    QCOMPARE(std::size_t(m_list->count()), count - 1);
    const std::string without = answered();
    QVERIFY(without != before);
    QCOMPARE(m_session->question()->ask, Ask::Overview); // the view stayed
    step(&QUndoStack::undo);
    QCOMPARE(answered(), before);
    QCOMPARE(std::size_t(m_list->count()), count);
    QCOMPARE(m_list->currentItem()->text(), QStringLiteral("Verkeerd")); // what came back is looked at
    step(&QUndoStack::redo);
    QCOMPARE(answered(), without);
    QCOMPARE(datasets(), count - 1);
    step(&QUndoStack::undo);
    QCOMPARE(answered(), before);
}

void TestDatasetsWindow::overviewLosesAndRegainsItsRows()
{
    const std::string before = answered();
    const std::size_t rows = overviewRows();
    const int count = m_list->count();
    std::size_t last = rows;
    while (m_list->count() > 0) {
        m_list->setCurrentRow(m_list->count() - 1);
        removeChosen();
        QVERIFY(overviewRows() <= last);
        last = overviewRows();
    }
    QVERIFY(!m_session->view() && !m_session->answer()); // as of an empty file
    QVERIFY(!button(QStringLiteral("Remove"))->isEnabled());
    QCOMPARE(m_session->history().count(), count);
    while (m_session->history().canUndo())
        step(&QUndoStack::undo);
    QCOMPARE(m_list->count(), count);
    QCOMPARE(overviewRows(), rows);
    QCOMPARE(answered(), before);
}

void TestDatasetsWindow::viewGivesWayAndComesBack()
{
    Question question = *m_session->question();
    question.ask = Ask::Level;
    question.indicator = "language.speaking_ease";
    m_session->ask(question);
    QVERIFY(settle(*m_session));
    QVERIFY2(m_session->failure().isEmpty(), qPrintable(m_session->failure()));
    const std::string before = answered();
    removeChosen();
    QCOMPARE(m_session->question()->ask, Ask::Overview);
    QVERIFY(m_session->failure().isEmpty());
    step(&QUndoStack::undo);
    QCOMPARE(m_session->question()->indicator, std::string("language.speaking_ease"));
    QCOMPARE(answered(), before);
    step(&QUndoStack::redo);
    QCOMPARE(m_session->question()->ask, Ask::Overview);
    m_session->history().setIndex(0); // both steps at once
    QVERIFY(settle(*m_session));
    QCOMPARE(m_session->question()->ask, Ask::Overview);
    QCOMPARE(std::size_t(m_list->count()), datasets());
    m_session->history().setIndex(1);
    QVERIFY(settle(*m_session));
    QCOMPARE(answered(), before);
}

void TestDatasetsWindow::keepsHistoryAndPins()
{
    Pins pins(*m_session);
    pins.pinCurrent();
    QCOMPARE(pins.pins().size(), std::size_t(1));
    const std::string pinned = answerJson(*pins.pins().front().answer);
    const int steps = m_session->history().count();
    QSignalSpy opened(m_session.get(), &Session::workspaceOpened);
    removeChosen();
    QCOMPARE(opened.count(), 0);
    QCOMPARE(m_session->history().count(), steps + 1);
    QCOMPARE(pins.pins().size(), std::size_t(1));
    // Asked again as well: it tells the same as the figure in view.
    QVERIFY(QTest::qWaitFor([&] { return answerJson(*pins.pins().front().answer) == answered(); }, 20000));
    step(&QUndoStack::undo);
    QVERIFY(QTest::qWaitFor([&] { return answerJson(*pins.pins().front().answer) == pinned; }, 20000));
}

void TestDatasetsWindow::offersUndo()
{
    QPushButton *undo = button(QStringLiteral("Undo"));
    QVERIFY(undo && !undo->isVisible() && !undo->isEnabled());
    removeChosen();
    QVERIFY(undo->isVisible());
    QCOMPARE(undo->accessibleDescription(), QStringLiteral("Removed: Verkeerd"));
    const std::size_t count = datasets();
    QTest::keyClick(m_list, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(settle(*m_session));
    QCOMPARE(datasets(), count + 1);
    QVERIFY(!undo->isVisible());
}

void TestDatasetsWindow::renames()
{
    QTest::keyClick(m_list, Qt::Key_F2);
    auto *dialog = m_window->findChild<RenameDialog *>();
    QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog));
    const QList<QLineEdit *> lines = dialog->findChildren<QLineEdit *>();
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[0]->text() + lines[1]->text() + lines[2]->text(), QStringLiteral("VerkeerdWrongbron"));
    lines[0]->setText(QStringLiteral(" Goed "));
    lines[1]->setText(QStringLiteral("Right"));
    lines[3]->setText(QStringLiteral("another source"));
    dialog->accept();
    QVERIFY(settle(*m_session));
    QCOMPARE(m_session->history().text(0), QStringLiteral("Renamed: Goed"));
    const auto info = [this] { return m_session->workspace()->datasets.back().info; };
    QCOMPARE(info().title.nl + info().title.en + info().source.nl + info().source.en,
             std::string("GoedRightbronanother source"));
    QCOMPARE(m_list->currentItem()->text(), QStringLiteral("Goed"));
    step(&QUndoStack::undo);
    QCOMPARE(info().title.nl + info().source.en, std::string("Verkeerdsource"));
    QCOMPARE(m_list->currentItem()->text(), QStringLiteral("Verkeerd"));
    step(&QUndoStack::redo);
    QCOMPARE(info().title.en, std::string("Right"));
}

void TestDatasetsWindow::renamesOnlyToSomething()
{
    RenameDialog dialog(m_session->workspace()->datasets.back().info, m_window);
    QPushButton *accept = nullptr;
    for (QPushButton *one : dialog.findChildren<QPushButton *>())
        accept = one->text() == QStringLiteral("&Rename") ? one : accept;
    QVERIFY(accept && accept->isEnabled());
    QLineEdit *title = dialog.findChildren<QLineEdit *>().front();
    title->setText(QStringLiteral("  "));
    QVERIFY(!accept->isEnabled());
}

void TestDatasetsWindow::saysWhyItCannotRemove()
{
    QVERIFY(QTest::qWaitFor([this] { return !m_window->isBusy(); }, 20000));
    const auto other = Database::open(m_folder->path().toStdString(), Database::Access::ReadWrite);
    QVERIFY((*other)->run("BEGIN EXCLUSIVE"));
    const std::size_t count = datasets();
    QTest::keyClick(m_list, Qt::Key_Delete);
    QCOMPARE(m_session->history().count(), 0);
    QCOMPARE(datasets(), count);
    Error locked;
    locked.code = ErrorCode::WorkspaceLocked;
    locked.context = {{"file", m_folder->path().toStdString()}};
    bool said = false;
    for (const QLabel *label : m_window->findChildren<QLabel *>())
        said = said || label->text().contains(qstring(message(locked, Language::Dutch)));
    QVERIFY(said);
    QVERIFY((*other)->run("ROLLBACK"));
    removeChosen();
    QCOMPARE(datasets(), count - 1);
}

void TestDatasetsWindow::forgetsWhenTheFileCloses()
{
    const std::string path = m_folder->path().toStdString();
    removeChosen();
    QCOMPARE(*Workspace::open(path, OpenMode::ReadOnly)->hasRemoved(), true);
    m_session->open(m_folder->path()); // as after an import: the history begins anew
    QVERIFY(settle(*m_session));
    QCOMPARE(m_session->history().count(), 0);
    QCOMPARE(*Workspace::open(path, OpenMode::ReadOnly)->hasRemoved(), false);
    removeChosen();
    QCOMPARE(*Workspace::open(path, OpenMode::ReadOnly)->hasRemoved(), true);
    m_owner.reset();
    m_session.reset();
    const Result<Workspace> workspace = Workspace::open(path, OpenMode::ReadOnly);
    QCOMPARE(*workspace->hasRemoved(), false);
    QVERIFY(workspace->check(Language::English)->empty());
}

void TestDatasetsWindow::leavesTheSampleAsItIs()
{
    const QString why = QStringLiteral("stays as it is");
    m_window->forbidEdits(why);
    m_list->setCurrentRow(0);
    for (const QString &name : {QStringLiteral("Remove"), QStringLiteral("Rename")}) {
        QVERIFY(!button(name)->isEnabled());
        QCOMPARE(button(name)->accessibleDescription(), why);
    }
    const std::size_t count = datasets();
    removeChosen();
    QCOMPARE(datasets(), count);
}

void TestDatasetsWindow::isReachedByKeyboard()
{
    QSet<QChar> letters;
    for (const QPushButton *one : m_window->findChildren<QPushButton *>()) {
        const qsizetype mark = one->text().indexOf(u'&');
        QVERIFY2(mark >= 0, qPrintable(one->text()));
        const QChar letter = one->text().at(mark + 1).toLower();
        QVERIFY2(!letters.contains(letter), qPrintable(one->text()));
        letters.insert(letter);
        QVERIFY(one->focusPolicy() & Qt::TabFocus);
    }
    QVERIFY(!button(QStringLiteral("Remove"))->autoDefault()); // Enter in the list removes nothing
}

EVENREDIG_TEST(TestDatasetsWindow)
#include "testdatasetswindow.moc"
