// An import as a person goes through it, without its window: what is suggested, tried, changed and stored.
#include "simfile.h"
#include "testroom.h"
#include "ui/import/session/draftstore.h"
#include "ui/import/session/importsession.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace evenredig;

class TestImportSession final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void suggestsAndTries();
    void everyChangeIsTriedAnew();
    void twoWaysAreAsked();
    void importsAndRefusesTwice();
    void nextWaveTellsWhatChanged();
    void filesWithoutPeriodWait();
    void cancelledImportLeavesTheFile();
    void publishedRecipe();
    void unreadableFile();
    void choicesAreKept();
    void aKeptDraftThatCannotBeReadIsNone();
    void saysWhatCanBeAsked();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] std::unique_ptr<ImportSession> begin(const QStringList &files);
    [[nodiscard]] static bool settled(const ImportSession &session)
    {
        return QTest::qWaitFor(
            [&session] { return !session.isLooking() && !session.isTrying() && !session.isImporting(); }, 20000);
    }

    std::optional<QTemporaryDir> m_folder;
};

void TestImportSession::init()
{
    m_folder.emplace();
    QVERIFY(m_folder->isValid());
    QVERIFY(Workspace::create(path(QStringLiteral("w.evenredig")).toStdString()));
    QVERIFY(simfile::write(path(QStringLiteral("sim2020.csv"))));
}

std::unique_ptr<ImportSession> TestImportSession::begin(const QStringList &files)
{
    const auto workspace = Workspace::open(path(QStringLiteral("w.evenredig")).toStdString(), OpenMode::ReadOnly);
    if (!workspace)
        return nullptr;
    auto session = std::make_unique<ImportSession>(path(QStringLiteral("w.evenredig")), *workspace->catalogue(),
                                                   *workspace->datasets());
    QStringList paths;
    for (const QString &file : files)
        paths << path(file);
    session->look(paths);
    return settled(*session) ? std::move(session) : nullptr;
}

void TestImportSession::suggestsAndTries()
{
    const auto session = begin({QStringLiteral("sim2020.csv")});
    QVERIFY(session && session->profile());
    const Draft &draft = session->draft();
    QCOMPARE(draft.columns.size(), std::size_t(7));
    QVERIFY(draft.column("herkomst")->role == ColumnRole::Origin);
    QVERIFY(draft.column("gen")->role == ColumnRole::Generation);
    QVERIFY(draft.column("gew")->role == ColumnRole::Weight);
    QVERIFY(draft.column("respnr")->role == ColumnRole::LeaveOut);
    QCOMPARE(draft.period, std::string("2020"));
    QVERIFY(session->isReady());
    QVERIFY2(session->trial(), session->fault() ? message(*session->fault(), Language::English).c_str() : "");
    const ImportCounts &counts = session->trial()->report.counts;
    QCOMPARE(counts.rowsRead, long(simfile::rows));
    QCOMPARE(counts.rowsKept, long(simfile::rows) - 1);
    QCOMPARE(counts.rowsSetAside, 1L);
    QVERIFY(session->trial()->quality);
    QCOMPARE(session->trial()->quality->rows, std::int64_t(simfile::rows) - 1);
    // The trial left nothing behind in the workspace.
    const auto workspace = Workspace::open(path(QStringLiteral("w.evenredig")).toStdString(), OpenMode::ReadOnly);
    QVERIFY(workspace && workspace->datasets()->empty());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name),
             (QStringList{QStringLiteral("sim2020.csv"), QStringLiteral("w.evenredig")}));
}

void TestImportSession::everyChangeIsTriedAnew()
{
    const auto session = begin({QStringLiteral("sim2020.csv")});
    QVERIFY(session && session->trial());
    QSignalSpy tried(session.get(), &ImportSession::trialChanged);
    session->chooseRole("gew", ColumnRole::LeaveOut, {});
    QVERIFY(!session->trial()); // what was tried is no longer true
    QVERIFY(settled(*session));
    QVERIFY(session->trial() && session->trial()->quality);
    QVERIFY(!session->trial()->quality->weighted);
    QVERIFY(tried.count() >= 2);
    session->chooseRole("herkomst", ColumnRole::LeaveOut, {});
    QVERIFY(!session->isReady());
    QVERIFY(settled(*session));
    QVERIFY(!session->trial());
    QVERIFY(!session->openPoints().empty());
}

void TestImportSession::twoWaysAreAsked()
{
    const auto session = begin({QStringLiteral("sim2020.csv")});
    QVERIFY(session && session->trial());
    const DraftColumn *income = session->draft().column("ink");
    QVERIFY(income && income->twoWays.size() == 1);
    QVERIFY(!income->twoWaysSettled);
    QCOMPARE(income->twoWays[0].value, std::string("1.250"));
    QCOMPARE(session->trial()->report.counts.valuesUnreadable, 1L); // nobody guessed
    session->edit([](Draft &draft) {
        DraftColumn *column = draft.column("ink");
        column->twoWays[0].choice = TwoWayValue::Choice::Small;
        column->twoWaysSettled = true;
    });
    QVERIFY(settled(*session));
    QVERIFY(session->trial());
    QCOMPARE(session->trial()->report.counts.valuesUnreadable, 0L);
}

void TestImportSession::importsAndRefusesTwice()
{
    const auto session = begin({QStringLiteral("sim2020.csv")});
    QVERIFY(session && session->trial());
    QSignalSpy imported(session.get(), &ImportSession::imported);
    QSignalSpy failed(session.get(), &ImportSession::failed);
    QVERIFY(!session->exists());
    session->importNow(IfExists::Refuse);
    QVERIFY(settled(*session));
    QCOMPARE(imported.count(), 1);
    QVERIFY(session->exists());
    session->importNow(IfExists::Refuse);
    QVERIFY(settled(*session));
    QCOMPARE(failed.count(), 1);
    session->importNow(IfExists::Replace);
    QVERIFY(settled(*session));
    QCOMPARE(imported.count(), 2);
    const auto workspace = Workspace::open(path(QStringLiteral("w.evenredig")).toStdString(), OpenMode::ReadOnly);
    QCOMPARE(workspace->datasets()->size(), std::size_t(1));
    QCOMPARE(workspace->datasets()->front().counts.rowsKept, long(simfile::rows) - 1);
    QVERIFY(workspace->check(Language::Dutch)->empty());
}

void TestImportSession::nextWaveTellsWhatChanged()
{
    {
        const auto first = begin({QStringLiteral("sim2020.csv")});
        QVERIFY(first && first->trial());
        first->importNow(IfExists::Refuse);
        QVERIFY(settled(*first));
    }
    QByteArray next = simfile::bytes();
    next.replace("Somali\xEB", "Syri\xEB"); // a value that the recipe does not know
    next.replace("\r\n", ";4\r\n");
    next.replace(0, next.indexOf("\r\n"), "respnr;herkomst;gen;lft;opl;ink;gew;tevreden");
    QVERIFY(simfile::write(path(QStringLiteral("sim2024.csv")), next));
    const auto session = begin({QStringLiteral("sim2024.csv")});
    QVERIFY(session && session->profile());
    QVERIFY(!session->recipeName().isEmpty());
    const auto has = [&session](DraftChange::Kind kind, const std::string &column) {
        return std::ranges::any_of(session->changes(), [&](const DraftChange &change) {
            return change.kind == kind && (column.empty() || change.column == column);
        });
    };
    QVERIFY(has(DraftChange::Kind::ValuesNew, "herkomst"));
    QVERIFY(has(DraftChange::Kind::ColumnNew, "tevreden"));
    QCOMPARE(session->draft().period, std::string("2024"));
    QVERIFY(session->draft().column("gew")->role == ColumnRole::Weight);
    session->forgetRecipe();
    QVERIFY(session->recipeName().isEmpty() && session->changes().empty());
}

void TestImportSession::filesWithoutPeriodWait()
{
    QVERIFY(simfile::write(path(QStringLiteral("sim2015.csv"))));
    const auto session = begin({QStringLiteral("sim2015.csv"), QStringLiteral("sim2020.csv")});
    QVERIFY(session);
    QCOMPARE(session->sources().size(), 1);
    QCOMPARE(session->waiting().size(), 1);
    // With a column that tells the period, two files with the same columns are one data set.
    for (const char *year : {"2011", "2013"}) {
        QByteArray text = simfile::bytes();
        text.replace("\r\n", QByteArray(";") + year + "\r\n");
        text.replace(0, text.indexOf("\r\n"), "respnr;herkomst;gen;lft;opl;ink;gew;jaar");
        QVERIFY(
            simfile::write(path(QStringLiteral("deel") + QString::fromLatin1(year) + QStringLiteral(".csv")), text));
    }
    const auto together = begin(
        {QStringLiteral("deel2011.csv"), QStringLiteral("deel2013.csv"), QStringLiteral("sim2020.csv")});
    QVERIFY(together);
    QCOMPARE(together->sources().size(), 2);
    QCOMPARE(together->waiting().size(), 1);
    QVERIFY2(together->trial(), together->fault() ? message(*together->fault(), Language::English).c_str() : "");
    QCOMPARE(together->trial()->report.counts.rowsRead, 2L * simfile::rows);
}

void TestImportSession::cancelledImportLeavesTheFile()
{
    const auto session = begin({QStringLiteral("sim2020.csv")});
    QVERIFY(session && session->trial());
    const auto bytesOf = [this] {
        QFile file(path(QStringLiteral("w.evenredig")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = bytesOf();
    QSignalSpy imported(session.get(), &ImportSession::imported);
    session->importNow(IfExists::Refuse);
    session->cancel();
    QVERIFY(QThreadPool::globalInstance()->waitForDone(20000));
    QCOMPARE(imported.count(), 0);
    QCOMPARE(bytesOf(), before);
}

void TestImportSession::publishedRecipe()
{
    const QString table = QStringLiteral(EVENREDIG_SHARED_DATA
                                         "/statline/37296ned/37296ned_UntypedDataSet_26032024_091942.csv");
    if (!QFile::exists(table))
        QSKIP("the shared data are absent: ../shared/data/statline/37296ned");
    const auto session = begin({QStringLiteral("sim2020.csv")});
    QVERIFY(session);
    session->look({table});
    QVERIFY(settled(*session));
    QVERIFY(session->isPublished()); // the program carries its recipe
    QCOMPARE(session->recipeName(), QStringLiteral("cbs-37296ned"));
    session->forgetRecipe();
    QVERIFY(!session->isPublished() && session->draft().looksPublished && !session->isReady());
    QFile recipe(QStringLiteral(EVENREDIG_SOURCE_DIR "/resources/recipes/statline-37296ned.recipe.json"));
    QVERIFY(recipe.open(QIODevice::ReadOnly));
    session->applyRecipe(*Recipe::fromJson(recipe.readAll().toStdString(), "recipe"), QStringLiteral("37296ned"));
    QVERIFY(settled(*session));
    QVERIFY(session->isPublished());
    QVERIFY(session->trial() && !session->trial()->quality);
    QCOMPARE(session->trial()->report.counts.rowsRead, 73L);
}

void TestImportSession::unreadableFile()
{
    QVERIFY(simfile::write(path(QStringLiteral("leeg.csv")), {}));
    const auto session = begin({QStringLiteral("leeg.csv")});
    QVERIFY(session);
    QVERIFY(!session->profile());
    QVERIFY(session->fault() && session->fault()->code == ErrorCode::FileEmpty);
    QVERIFY(!session->isReady());
}

// As after a crash: the first session never closes, a second one begins with the same file.
void TestImportSession::choicesAreKept()
{
    const QString source = path(QStringLiteral("sim2020.csv"));
    const auto first = begin({QStringLiteral("sim2020.csv")});
    QVERIFY(first && !first->resumed().isValid() && !first->isKept());
    QVERIFY(!storedDraft(source)); // looking is no choice
    first->chooseRole("opl", ColumnRole::Variable, "education");
    first->edit([](Draft &draft) {
        draft.title.nl = "Peiling";
        DraftValue &value = draft.column("opl")->values.front();
        value.use = DraftValue::Use::Missing;
        value.reason = Missing::Refused;
    });
    QVERIFY(first->isKept());
    const std::string recipe = first->recipeText();
    const std::string kept = storedDraft(source)->json;
    QVERIFY(kept.find("00001") == std::string::npos); // no respondent
    QVERIFY(kept.find("1.250") == std::string::npos); // no income
    const auto second = begin({QStringLiteral("sim2020.csv")});
    QVERIFY(second && second->resumed().isValid());
    QCOMPARE(second->recipeText(), recipe);
    second->startAnew();
    QVERIFY(settled(*second) && !second->resumed().isValid() && !storedDraft(source));
    QVERIFY(second->recipeText() != recipe);
    // What went in needs no draft.
    second->edit([](Draft &draft) { draft.title.nl = "Peiling"; });
    QVERIFY(settled(*second) && storedDraft(source));
    second->importNow(IfExists::Refuse);
    QVERIFY(settled(*second) && second->exists() && !storedDraft(source));
}

void TestImportSession::aKeptDraftThatCannotBeReadIsNone()
{
    const QString source = path(QStringLiteral("sim2020.csv"));
    for (const char *broken :
         {"", "{", "[]", "{\"evenredig\": \"draft/2\"}", "{\"evenredig\": \"draft/1\", \"columns\": 3}"}) {
        QVERIFY(storeDraft(source, broken));
        const auto session = begin({QStringLiteral("sim2020.csv")});
        QVERIFY2(session && session->profile() && session->trial(), broken);
        QVERIFY2(!session->resumed().isValid(), broken);
    }
    forgetDraft(source);
}

void TestImportSession::saysWhatCanBeAsked()
{
    const auto session = begin({QStringLiteral("sim2020.csv")});
    QVERIFY(session && session->trial());
    const std::vector<std::string> before = session->trial()->askable;
    QVERIFY(!before.empty());
    QVERIFY(std::ranges::find(session->trial()->unused, "ink") != session->trial()->unused.end());
    QVERIFY(std::ranges::find(before, "population.second_generation") != before.end());
    session->chooseRole("gen", ColumnRole::Keep, {});
    QVERIFY(settled(*session) && session->trial());
    const ImportTrial &trial = *session->trial();
    QVERIFY(std::ranges::find(trial.askable, "population.second_generation") == trial.askable.end());
    QVERIFY(std::ranges::find(trial.unused, "gen") != trial.unused.end());
}

EVENREDIG_TEST(TestImportSession)
#include "testimportsession.moc"
