// An import of figures or of persons that is killed leaves the workspace as it was. The moments are drawn at random
// between the start of the program and its end; EVENREDIG_KILLS says how many of each (tests/app/kills runs 200),
// EVENREDIG_KILL_SEED from where.
#include "app/programtest.h"
#include "testroom.h"

#include <QDate>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRegularExpression>

using namespace evenredig::programtest;

class TestKills : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void killedImportsLeaveTheWorkspace_data();
    void killedImportsLeaveTheWorkspace();
    void stoppedImportsSaySo();

private:
    /// What is imported, and between which parts of its time the file is written, counted from the journal on.
    struct Trial {
        QString name;
        double from = 0, to = 0;
    };
    [[nodiscard]] QString in(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    [[nodiscard]] QStringList import(const QString &source, const QString &name) const
    {
        return {QStringLiteral("import"),   m_folder.filePath(source + QStringLiteral(".csv")),
                QStringLiteral("--into"),   in("w.evenredig"),
                QStringLiteral("--recipe"), m_folder.filePath(name + QStringLiteral(".recipe.json")),
                QStringLiteral("--replace")};
    }
    void writeFigures() const;
    void writePersons() const;
    [[nodiscard]] qint64 killOnce(const Trial &trial, qint64 length, bool atWriting, QRandomGenerator &random,
                                  bool &killed) const;
    void restore() const;
    QTemporaryDir m_folder;
    QByteArray m_before;
};

namespace {

struct Contents {
    QByteArray bytes, described;
};

/// A reader of the workspace recovers it first, as the next user would: what a killed writer left in a journal is
/// undone. The description without the time of the import, which no two have in common.
Contents contentsOf(const QString &workspace)
{
    const Run checked = run({QStringLiteral("check"), workspace});
    const Run described = run({QStringLiteral("describe"), workspace, QStringLiteral("--json")});
    if (checked.exit != 0 || described.exit != 0)
        return {checked.err + described.err, "damaged"};
    static const QRegularExpression time(QStringLiteral("\\d{4}-\\d\\d-\\d\\dT[0-9:]+Z"));
    return {bytesOf(workspace), QString::fromUtf8(described.out).remove(time).toUtf8()};
}

/// A journal that begins with a zero byte was never finished and says nothing (SQLite's own rule): the file had not
/// been touched yet.
bool isHot(const QString &journal)
{
    QFile file(journal);
    char first = 0;
    return file.open(QIODevice::ReadOnly) && file.getChar(&first) && first != 0;
}

} // namespace

void TestKills::initTestCase()
{
#ifdef Q_OS_WIN
    QSKIP("a killed program is tried on Unix");
#endif
    writeFigures();
    writePersons();
    EXPECT_DONE(run({QStringLiteral("new"), in("w.evenredig"), QStringLiteral("--sample")}));
    EXPECT_DONE(run(import(QStringLiteral("weinig-cijfers"), QStringLiteral("cijfers"))));
    EXPECT_DONE(run(import(QStringLiteral("weinig-personen"), QStringLiteral("personen"))));
    m_before = contentsOf(in("w.evenredig")).bytes;
    QVERIFY(m_before.startsWith("SQLite format 3"));
}

/// Enough figures that SQLite writes to the file before it commits (its cache holds 2 MB).
void TestKills::writeFigures() const
{
    QByteArray rows = "herkomst;dag;bedrag\n";
    QVERIFY(write(in("weinig-cijfers.csv"), rows + "turkish;2018-01-01;1,5\n"));
    for (int day = 0; day < 6000; ++day) {
        const QByteArray date = QDate(1990, 1, 1).addDays(day).toString(Qt::ISODate).toLatin1();
        for (const char *origin : {"turkish", "moroccan", "polish", "somali"})
            rows += QByteArray(origin) + ';' + date + ';' + QByteArray::number(day) + ",5\n";
    }
    QVERIFY(write(in("cijfers.csv"), rows));
    QVERIFY(write(in("cijfers.recipe.json"),
                  R"({"evenredig": "recipe/1", "dataset": "cijfers", "title": {"nl": "Groot", "en": "Large"},
        "kind": "published", "read": {"delimiter": ";", "decimal": ",", "encoding": "utf-8"}, "period": {"from": "dag"},
        "columns": [{"from": "herkomst", "as": "origin"}],
        "measures": [{"value": "bedrag", "indicator": "population.size"}]})"));
}

/// Two segments of persons, of which the first is written while the second is filled.
void TestKills::writePersons() const
{
    constexpr int persons = 400'000;
    QByteArray rows = "herkomst;regio;gewicht;lft;inkomen;nummer\n";
    QVERIFY(write(in("weinig-personen.csv"), rows + "turkish;W;1,5;34;100;p1\n"));
    quint32 random = 1;
    const auto next = [&random](quint32 many) {
        random = random * 1664525u + 1013904223u; // the same file each time
        return QByteArray::number((random >> 8) % many);
    };
    for (int i = 0; i < persons; ++i) {
        rows += i % 2 ? "turkish;" : "polish;";
        rows += 'R' + next(12) + ';' + next(3) + ',' + QByteArray::number(1 + i % 9) + ';' + next(90) + ';'
                + next(50'000) + ";p" + QByteArray::number(i) + '\n';
    }
    QVERIFY(write(in("personen.csv"), rows));
    QVERIFY(write(in("personen.recipe.json"),
                  R"({"evenredig": "recipe/1", "dataset": "personen", "title": {"nl": "Personen", "en": "Persons"},
        "kind": "survey", "read": {"delimiter": ";", "decimal": ",", "encoding": "utf-8"}, "period": "2020",
        "design": {"weight": "gewicht", "strata": ["regio"]},
        "columns": [{"from": "herkomst", "as": "origin"}, {"from": "nummer", "as": "nummer"}]})"));
}

void TestKills::restore() const
{
    QVERIFY(write(in("w.evenredig"), m_before));
    for (const char *ending : {"-journal", "-wal", "-shm"})
        QFile::remove(in("w.evenredig") + QLatin1String(ending));
}

/// Runs an import and kills it; gives the moment in microseconds, from its start or from its journal on. Every second
/// kill waits for the journal, which says that writing has begun.
qint64 TestKills::killOnce(const Trial &trial, qint64 length, bool atWriting, QRandomGenerator &random,
                           bool &killed) const
{
    QProcess process;
    process.start(QStringLiteral(EVENREDIG_PROGRAM), import(trial.name, trial.name));
    if (!process.waitForStarted())
        qFatal("the program did not start");
    while (atWriting && !QFileInfo::exists(in("w.evenredig-journal")) && !process.waitForFinished(1))
        continue;
    const double from = atWriting ? trial.from : 0, to = atWriting ? trial.to : 1;
    const auto moment = qint64(double(length) * (from + (to - from) * random.generateDouble()));
    QTest::qSleep(int(moment / 1000));
    process.kill();
    process.waitForFinished();
    killed = process.exitStatus() != QProcess::NormalExit; // or it was done before
    return moment;
}

/// Ctrl+C and a polite kill are no crash: one sentence, and nothing beside the workspace.
void TestKills::stoppedImportsSaySo()
{
#ifdef Q_OS_WIN
    QSKIP("programs without a window cannot be asked to end here");
#endif
    restore();
    QProcess process;
    process.start(QStringLiteral(EVENREDIG_PROGRAM), import(QStringLiteral("personen"), QStringLiteral("personen")));
    QVERIFY(process.waitForStarted());
    while (!QFileInfo::exists(in("w.evenredig-journal")) && !process.waitForFinished(1))
        continue;
    process.terminate();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(process.readAllStandardError(), QByteArray("evenredig: Afgebroken. Er is niets veranderd.\n"));
    QVERIFY(!QFileInfo::exists(in("w.evenredig-journal")));
    QCOMPARE(bytesOf(in("w.evenredig")), m_before);
}

void TestKills::killedImportsLeaveTheWorkspace_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::newRow("figures") << QStringLiteral("cijfers") << 0.0 << 0.125; // no journal before they are written
    QTest::newRow("persons") << QStringLiteral("personen") << 0.6 << 1.0;  // a journal from the first moment on
}

void TestKills::killedImportsLeaveTheWorkspace()
{
    QFETCH(QString, name);
    QFETCH(double, from);
    QFETCH(double, to);
    const Trial trial{name, from, to};
    restore();
    QElapsedTimer whole;
    whole.start();
    EXPECT_DONE(run(import(name, name)));
    const qint64 length = whole.nsecsElapsed() / 1000;
    const Contents after = contentsOf(in("w.evenredig"));
    QVERIFY(after.bytes != m_before);
    const int kills = qEnvironmentVariableIsSet("EVENREDIG_KILLS") ? qEnvironmentVariableIntValue("EVENREDIG_KILLS")
                                                                   : 6;
    const quint32 seed = quint32(qEnvironmentVariableIntValue("EVENREDIG_KILL_SEED")) + 1;
    QRandomGenerator random(seed);
    int killed = 0, ended = 0, withJournal = 0, hot = 0, late = 0;
    for (int tries = 0; killed < kills && tries < 20 * kills; ++tries) {
        restore();
        bool wasKilled = false;
        const qint64 moment = killOnce(trial, length, tries % 2 == 1, random, wasKilled);
        if (!wasKilled) {
            ++ended;
            continue;
        }
        ++killed;
        withJournal += QFileInfo::exists(in("w.evenredig-journal")) ? 1 : 0;
        hot += isHot(in("w.evenredig-journal")) ? 1 : 0;
        const Contents found = contentsOf(in("w.evenredig"));
        // A kill between the commit and the end of the program comes too late: then all of it stands there.
        const bool tooLate = found.bytes != m_before && found.described == after.described;
        late += tooLate ? 1 : 0;
        const QString place =
            QStringLiteral("seed %1, try %2, after %3 of %4 µs").arg(seed).arg(tries).arg(moment).arg(length);
        QVERIFY2(tooLate || found.bytes == m_before, qPrintable(place));
        QVERIFY(!QFileInfo::exists(in("w.evenredig-wal")));
        QVERIFY(!isHot(in("w.evenredig-journal")));
    }
    qInfo("%s: %d killed: %d while a journal stood there, %d of them half-written files, %d after the commit; %d had "
          "ended; an import takes %lld ms",
          QTest::currentDataTag(), killed, withJournal, hot, late, ended, static_cast<long long>(length / 1000));
    QCOMPARE(killed, kills);
}

EVENREDIG_TEST(TestKills)
#include "testkills.moc"
