// Text files on the command line: what `describe` says of one, and that `import` guesses nothing in silence.
#include "app/programtest.h"
#include "testroom.h"

using namespace evenredig::programtest;

class TestTextFiles : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void describes();
    void refusesWhatCanBeReadTwoWays();
    void takesTheLikelierWithYes();

private:
    [[nodiscard]] QString in(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QTemporaryDir m_folder;
};

void TestTextFiles::initTestCase()
{
    QByteArray rows = "herkomst;code;gewicht;bedrag\n";
    for (int i = 0; i < 1234; ++i)
        rows += i % 2 == 0 ? "Turkije;0363;0,874;1.250\n" : "Marokko;0014;1,5;2.500\n";
    QVERIFY(write(in("proef.csv"), rows));
    QVERIFY(write(in("kort.csv"), "herkomst;bedrag\nTurkije;1.250\nMarokko;2.500\n"));
    QVERIFY(write(
        in("proef.recipe.json"),
        R"({"evenredig": "recipe/1", "dataset": "proef", "title": {"nl": "Proef", "en": "Trial"}, "kind": "published",
        "period": "2020", "columns": [{"from": "herkomst", "as": "origin", "recode": {"Turkije": "turkish", "Marokko": "moroccan"}}],
        "measures": [{"value": "bedrag", "indicator": "population.size"}]})"));
    EXPECT_DONE(run({QStringLiteral("new"), in("proef.evenredig")}));
}

void TestTextFiles::describes()
{
    const Run told = run({QStringLiteral("describe"), in("proef.csv")});
    EXPECT_DONE(told);
    for (const char *part : {"1.234 waarden hebben “,” als decimaalteken, 0 hebben “.”", "code: code", "bedrag: getal",
                             "1.250 (regel 2) is 1250 of 1,250", "Scheidingsteken: ;"})
        QVERIFY2(told.out.contains(part), told.out.constData());
    const Run english = run(
        {QStringLiteral("describe"), in("proef.csv"), QStringLiteral("--lang"), QStringLiteral("en")});
    EXPECT_DONE(english);
    QVERIFY2(english.out.contains("1,234 values have “,” decimals, 0 have “.”"), english.out.constData());
    const Run listed = run({QStringLiteral("describe"), in("proef.csv"), QStringLiteral("--json")});
    EXPECT_DONE(listed);
    const QJsonObject described = json(listed.out);
    QCOMPARE(described.value(QStringLiteral("rows")).toInt(), 1234);
    QCOMPARE(described.value(QStringLiteral("read")).toObject().value(QStringLiteral("decimal")).toString(),
             QStringLiteral(","));
    QCOMPARE(described.value(QStringLiteral("columns")).toArray().size(), 4);
}

void TestTextFiles::refusesWhatCanBeReadTwoWays()
{
    const QStringList before = stateOf(m_folder.path());
    const Run refused = run({QStringLiteral("import"), in("kort.csv"), QStringLiteral("--into"), in("proef.evenredig"),
                             QStringLiteral("--recipe"), in("proef.recipe.json")});
    QCOMPARE(refused.exit, 1);
    QVERIFY2(refused.err.contains("“1.250” in kolom bedrag kan 1250 en 1,250 zijn"), refused.err.constData());
    QVERIFY2(refused.err.contains("--yes"), refused.err.constData());
    QCOMPARE(refused.err.count('\n'), 1);
    QCOMPARE(stateOf(m_folder.path()), before);
}

void TestTextFiles::takesTheLikelierWithYes()
{
    const Run taken = run({QStringLiteral("import"), in("kort.csv"), QStringLiteral("--into"), in("proef.evenredig"),
                           QStringLiteral("--recipe"), in("proef.recipe.json"), QStringLiteral("--yes"),
                           QStringLiteral("--json")});
    EXPECT_DONE(taken);
    QCOMPARE(json(taken.out).value(QStringLiteral("rows_kept")).toInt(), 2);
    const Run answered = run(
        {QStringLiteral("answer"), in("proef.evenredig"), QStringLiteral("-"), QStringLiteral("--as"),
         QStringLiteral("json")},
        R"({"evenredig": "question/1", "ask": "level", "indicator": "population.size", "origins": ["turkish"]})");
    EXPECT_DONE(answered);
    QCOMPARE(
        numberOf(rowOf(json(answered.out), QStringLiteral("turkish"), QStringLiteral("total"), QStringLiteral("2020")),
                 "value"),
        1250.0);
}

EVENREDIG_TEST(TestTextFiles)
#include "testtextfiles.moc"
