// An import that is killed leaves the workspace as it was. The moments are drawn at random between the start of the
// program and its end; EVENREDIG_KILLS says how many (tests/app/kills runs 200), EVENREDIG_KILL_SEED from where.
#include "app/programtest.h"

#include <QDate>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRegularExpression>

using namespace evenredig::programtest;

class TestKills : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void killedImportsLeaveTheWorkspace();

private:
    [[nodiscard]] QString in(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    [[nodiscard]] QStringList import() const
    {
        return {QStringLiteral("import"),   in("groot.csv"),         QStringLiteral("--into"),   in("w.evenredig"),
                QStringLiteral("--recipe"), in("groot.recipe.json"), QStringLiteral("--replace")};
    }
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
    // Enough figures that SQLite writes to the file before it commits (its cache holds 2 MB).
    QByteArray rows = "herkomst;dag;bedrag\n";
    for (int day = 0; day < 6000; ++day) {
        const QByteArray date = QDate(1990, 1, 1).addDays(day).toString(Qt::ISODate).toLatin1();
        for (const char *origin : {"turkish", "moroccan", "polish", "somali"})
            rows += QByteArray(origin) + ';' + date + ';' + QByteArray::number(day) + ",5\n";
    }
    QVERIFY(write(in("groot.csv"), rows));
    QVERIFY(write(in("klein.csv"), "herkomst;dag;bedrag\nturkish;2018-01-01;1,5\n"));
    QVERIFY(write(in("groot.recipe.json"),
                  R"({"evenredig": "recipe/1", "dataset": "groot", "title": {"nl": "Groot", "en": "Large"},
        "kind": "published", "read": {"delimiter": ";", "decimal": ",", "encoding": "utf-8"}, "period": {"from": "dag"},
        "columns": [{"from": "herkomst", "as": "origin"}],
        "measures": [{"value": "bedrag", "indicator": "population.size"}]})"));
    EXPECT_DONE(run({QStringLiteral("new"), in("w.evenredig"), QStringLiteral("--sample")}));
    QStringList first = import();
    first[1] = in("klein.csv");
    EXPECT_DONE(run(first));
    m_before = contentsOf(in("w.evenredig")).bytes;
    QVERIFY(m_before.startsWith("SQLite format 3"));
}

void TestKills::restore() const
{
    QVERIFY(write(in("w.evenredig"), m_before));
    for (const char *ending : {"-journal", "-wal", "-shm"})
        QFile::remove(in("w.evenredig") + QLatin1String(ending));
}

void TestKills::killedImportsLeaveTheWorkspace()
{
    QElapsedTimer whole;
    whole.start();
    EXPECT_DONE(run(import()));
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
        QProcess process;
        process.start(QStringLiteral(EVENREDIG_PROGRAM), import());
        QVERIFY(process.waitForStarted());
        // Every second kill waits for the journal, which stands there for the short time of writing only.
        const bool atWriting = tries % 2 == 1;
        while (atWriting && !QFileInfo::exists(in("w.evenredig-journal")) && !process.waitForFinished(1))
            continue;
        const auto moment = qint64(random.generateDouble() * double(atWriting ? length / 8 : length));
        QTest::qSleep(int(moment / 1000));
        process.kill();
        QVERIFY(process.waitForFinished());
        if (process.exitStatus() == QProcess::NormalExit) { // it was done before
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
        QVERIFY2(
            tooLate || found.bytes == m_before,
            qPrintable(
                QStringLiteral("seed %1, try %2, after %3 of %4 µs").arg(seed).arg(tries).arg(moment).arg(length)));
        QVERIFY(!QFileInfo::exists(in("w.evenredig-wal")));
        QVERIFY(!isHot(in("w.evenredig-journal")));
    }
    qInfo("%d killed: %d while a journal stood there, %d of them half-written files, %d after the commit; %d had "
          "ended; an import takes %lld ms",
          killed, withJournal, hot, late, ended, static_cast<long long>(length / 1000));
    QCOMPARE(killed, kills);
}

QTEST_GUILESS_MAIN(TestKills)
#include "testkills.moc"
