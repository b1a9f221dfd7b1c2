// `import` and `define`, driven from outside: the account of a real table, its numbers, and what is refused.
#include "app/samplefolder.h"

#include "app/definitions.h"
#include "core/import/numbers37296ned.h"
#include "testroom.h"

using namespace evenredig::importtest;
using namespace evenredig::programtest;

class TestCommandImport : public QObject, private SampleFolder {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeSample(); }
    void import37296ned();
    void numbers37296ned_data();
    void numbers37296ned();
    void importTwice();
    void define();
    void defineRefuses_data();
    void defineRefuses();

private:
    QString m_statline = path(QStringLiteral("statline.evenredig"));
};

void TestCommandImport::import37296ned()
{
    if (!QFile::exists(source37296ned))
        QSKIP("the shared data are absent: ../shared/data/statline/37296ned");
    EXPECT_DONE(run({QStringLiteral("new"), m_statline}));
    const Run imported = run({QStringLiteral("import"), source37296ned, QStringLiteral("--into"), m_statline,
                              QStringLiteral("--recipe"),
                              QStringLiteral(EVENREDIG_SOURCE_DIR "/resources/recipes/statline-37296ned.recipe.json"),
                              QStringLiteral("--json")});
    EXPECT_DONE(imported);
    const QJsonObject account = json(imported.out);
    QCOMPARE(account.keys(), (QStringList{QStringLiteral("columns"), QStringLiteral("dataset"), QStringLiteral("notes"),
                                          QStringLiteral("rows_kept"), QStringLiteral("rows_read"),
                                          QStringLiteral("rows_set_aside"), QStringLiteral("values_unreadable")}));
    QCOMPARE(account.value(QStringLiteral("dataset")).toString(), QStringLiteral("cbs-37296ned"));
    QCOMPARE(account.value(QStringLiteral("rows_read")).toInt(), 73); // 1950 up to and including 2022
    QCOMPARE(account.value(QStringLiteral("rows_kept")).toInt()
                 + account.value(QStringLiteral("rows_set_aside")).toInt(),
             73);
    QCOMPARE(account.value(QStringLiteral("values_unreadable")).toInt(), 0);
    EXPECT_DONE(run({QStringLiteral("check"), m_statline}));
}

void TestCommandImport::numbers37296ned_data()
{
    rowsOf37296ned();
}

void TestCommandImport::numbers37296ned()
{
    QFETCH(QString, origin);
    QFETCH(QString, generation);
    QFETCH(QList<int>, people);
    if (!QFile::exists(m_statline))
        QSKIP("the shared data are absent: ../shared/data/statline/37296ned");
    const QByteArray asked =
        R"({"evenredig": "question/1", "ask": "level", "indicator": "population.size", "generations": ["total", "first"],
        "origins": ["moroccan", "turkish", "surinamese", "dutch_caribbean", "none_background"], "periods": ["1996", "2010", "2020", "2022"]})";
    const Run answered = run(
        {QStringLiteral("answer"), m_statline, QStringLiteral("-"), QStringLiteral("--as"), QStringLiteral("json")},
        asked);
    EXPECT_DONE(answered);
    for (qsizetype i = 0; i < years37296ned.size(); ++i) {
        const QJsonObject row = rowOf(json(answered.out), origin, generation, QString::number(years37296ned[i]));
        QCOMPARE(numberOf(row, "value"), double(people[i]));
        QVERIFY(row.value(QStringLiteral("verdict")).isNull()); // numbers of people are context, never judged
    }
}

void TestCommandImport::importTwice()
{
    if (!QFile::exists(m_statline))
        QSKIP("the shared data are absent: ../shared/data/statline/37296ned");
    const QStringList again{QStringLiteral("import"),
                            source37296ned,
                            QStringLiteral("--into"),
                            m_statline,
                            QStringLiteral("--recipe"),
                            QStringLiteral(EVENREDIG_SOURCE_DIR "/resources/recipes/statline-37296ned.recipe.json")};
    const QStringList before = stateOf(m_folder.path());
    const Run refused = run(again);
    QCOMPARE(refused.exit, 1);
    QCOMPARE(refused.err.count('\n'), 1);
    QVERIFY2(refused.err.contains("--replace"), refused.err.constData());
    QVERIFY(refused.out.isEmpty());
    QCOMPARE(stateOf(m_folder.path()), before);
    const Run replaced = run(again + QStringList{QStringLiteral("--replace")});
    EXPECT_DONE(replaced);
    QVERIFY2(replaced.out.contains("73 rijen gelezen"), replaced.out.constData());
    QCOMPARE(json(run({QStringLiteral("describe"), m_statline, QStringLiteral("--json")}).out)
                 .value(QStringLiteral("datasets"))
                 .toArray()
                 .size(),
             1);
}

void TestCommandImport::define()
{
    const QString workspace = path(QStringLiteral("defined.evenredig")),
                  file = path(QStringLiteral("own.indicators.json"));
    QVERIFY(QFile::copy(m_sample, workspace));
    QJsonObject own = catalogueIndicator(QStringLiteral("safety.suspects"));
    QVERIFY(!own.isEmpty());
    own[QStringLiteral("id")] = QStringLiteral("safety.own");
    own[QStringLiteral("label")] = bothLanguages(QStringLiteral("Eigen indicator"));
    QVERIFY(write(file, definitions({own})));
    const Run defined = run({QStringLiteral("define"), file, QStringLiteral("--into"), workspace});
    EXPECT_DONE(defined);
    QVERIFY(defined.out.isEmpty());
    EXPECT_DONE(run({QStringLiteral("check"), workspace}));
    // Known now, but without figures: that is another fault than an unknown one.
    const Run empty = run({QStringLiteral("answer"), workspace, QStringLiteral("-")},
                          R"({"evenredig": "question/1", "ask": "level", "indicator": "safety.own"})");
    QCOMPARE(empty.exit, 1);
    QVERIFY2(empty.err.contains("Eigen indicator"), empty.err.constData());
    const Run unknown = run({QStringLiteral("answer"), m_sample, QStringLiteral("-")},
                            R"({"evenredig": "question/1", "ask": "level", "indicator": "safety.own"})");
    QCOMPARE(unknown.exit, 1);
    QVERIFY2(unknown.err.contains("niet bekend"), unknown.err.constData());
    QVERIFY(QFile::remove(workspace) && QFile::remove(file));
}

void TestCommandImport::defineRefuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("said");
    const auto changed = [](const char *key, const QJsonValue &value) {
        QJsonObject own = catalogueIndicator(QStringLiteral("safety.suspects"));
        own[QLatin1String(key)] = value;
        return definitions({catalogueIndicator(QStringLiteral("income.low")), own});
    };
    QTest::newRow("unknown key") << changed("lable", 1) << QByteArray("/indicators/1/lable");
    QTest::newRow("unknown unit") << changed("unit", QStringLiteral("points")) << QByteArray("/indicators/1/unit");
    QTest::newRow("unknown domain") << changed("domain", QStringLiteral("crime")) << QByteArray("/indicators/1/domain");
    QTest::newRow("margin in points") << changed("relevance", 2) << QByteArray("/indicators/1/relevance");
    QTest::newRow("label without text") << changed("label", QJsonObject()) << QByteArray("/indicators/1/label");
    QTest::newRow("the same twice") << definitions(
        {catalogueIndicator(QStringLiteral("income.low")), catalogueIndicator(QStringLiteral("income.low"))})
                                    << QByteArray("/indicators/1/id");
    QTest::newRow("a question") << gapQuestion << QByteArray("indicators/1");
    QTest::newRow("half a file") << changed("unit", QStringLiteral("percent")).left(500) << QByteArray("JSON");
    QTest::newRow("empty") << QByteArray() << QByteArray("is leeg");
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1A\n\0\0", 10) << QByteArray("JSON");
}

void TestCommandImport::defineRefuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, said);
    const QString file = path(QStringLiteral("broken.indicators.json"));
    QVERIFY(write(file, bytes));
    const QStringList before = stateOf(m_folder.path());
    const Run refused = run({QStringLiteral("define"), file, QStringLiteral("--into"), m_sample});
    QCOMPARE(refused.exit, 1);
    QVERIFY(refused.out.isEmpty());
    QCOMPARE(refused.err.count('\n'), 1);
    QVERIFY2(refused.err.contains(said) && refused.err.contains("broken.indicators.json"), refused.err.constData());
    QCOMPARE(stateOf(m_folder.path()), before);
    QVERIFY(QFile::remove(file));
}

EVENREDIG_TEST(TestCommandImport)
#include "testcommandimport.moc"
