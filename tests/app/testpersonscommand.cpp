// Data on persons from the command line, end to end: new, import, describe, check, answer, export.
#include "programtest.h"
#include "testroom.h"

using namespace evenredig::programtest;

class TestPersonsCommand : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void accountsForEveryRow();
    void answersTheLevel();
    void drawsTheLevel();
    void saysWhatCannotBeAskedYet();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QTemporaryDir m_folder;
    QJsonObject m_report;
};

void TestPersonsCommand::initTestCase()
{
    QVERIFY(write(path("r.json"), R"({"evenredig": "recipe/1", "dataset": "enquete",
        "title": {"nl": "Enquete", "en": "Survey"}, "source": {"nl": "Proefbron", "en": "Trial source"}, "kind": "survey",
        "classification": "herkomst-2022", "read": {"delimiter": ";", "decimal": ","}, "period": {"from": "jaar"},
        "design": {"weight": "gewicht", "strata": ["regio"]},
        "columns": [{"from": "herkomst", "as": "origin", "recode": {"Turkije": "turkish", "Marokko": "moroccan",
                     "Suriname": "surinamese", "Nederland": "none_background"}},
                    {"from": "lft", "as": "age", "number": true},
                    {"from": "opl", "as": "education", "recode": {"1": "po", "2": "vmbo", "3": "mbo", "4": "hbo_wo"},
                     "missing": {"9": "refused"}}]})"));
    QVERIFY(write(path("q.json"), R"({"evenredig": "question/1", "ask": "level", "indicator": "attainment.higher"})"));
    QCOMPARE(run({QStringLiteral("new"), path("w.evenredig")}).exit, 0);
    const Run imported = run({QStringLiteral("import"),
                              QStringLiteral(EVENREDIG_SOURCE_DIR "/tests/oracle/persons.csv"),
                              QStringLiteral("--into"), path("w.evenredig"), QStringLiteral("--recipe"), path("r.json"),
                              QStringLiteral("--json")});
    QVERIFY2(imported.exit == 0, imported.err.constData());
    m_report = QJsonDocument::fromJson(imported.out).object();
}

void TestPersonsCommand::accountsForEveryRow()
{
    QCOMPARE(m_report.value(u"rows_read").toInt(), 1500);
    const int aside = m_report.value(u"rows_set_aside").toInt(); // "Overig" is not in this recipe
    QVERIFY(aside > 100);
    QCOMPARE(m_report.value(u"rows_kept").toInt(), 1500 - aside);
    const Run checked = run({QStringLiteral("check"), path("w.evenredig")});
    QVERIFY2(checked.exit == 0, checked.err.constData());
    const Run described = run({QStringLiteral("describe"), path("w.evenredig"), QStringLiteral("--json")});
    QCOMPARE(described.exit, 0);
    const QJsonObject set =
        QJsonDocument::fromJson(described.out).object().value(u"datasets").toArray().at(0).toObject();
    QStringList names;
    for (const QJsonValue variable : set.value(u"variables").toArray())
        names << variable.toObject().value(u"name").toString();
    for (const char *name : {"origin", "age", "education", "gen", "period"})
        QVERIFY2(names.contains(QLatin1String(name)), name);
}

void TestPersonsCommand::answersTheLevel()
{
    const Run asked = run({QStringLiteral("answer"), path("w.evenredig"), path("q.json"), QStringLiteral("--as"),
                           QStringLiteral("json")});
    QVERIFY2(asked.exit == 0, asked.err.constData());
    const QJsonArray rows = QJsonDocument::fromJson(asked.out).object().value(u"rows").toArray();
    int found = 0;
    for (const QJsonValue row : rows) {
        const QJsonObject one = row.toObject();
        if (one.value(u"origin").toString() != QStringLiteral("turkish")
            || one.value(u"period").toString() != QStringLiteral("2015"))
            continue;
        ++found;
        const QJsonObject value = one.value(u"estimates").toObject().value(u"value").toObject();
        // 48 persons are fewer than the indicator's minimum of 50: their number is told, and none that rests on it.
        QVERIFY(value.value(u"value").isNull() && value.value(u"low").isNull());
        QCOMPARE(one.value(u"n").toInt(), 48);
        QCOMPARE(one.value(u"status").toString(), QStringLiteral("too_few"));
        QCOMPARE(one.value(u"verdict").toString(), QStringLiteral("too_few"));
    }
    QCOMPARE(found, 1);
}

void TestPersonsCommand::drawsTheLevel()
{
    const Run drawn = run(
        {QStringLiteral("export"), path("w.evenredig"), path("q.json"), QStringLiteral("--to"), path("f.svg")});
    QVERIFY2(drawn.exit == 0, drawn.err.constData());
    const QByteArray svg = bytesOf(path("f.svg"));
    QVERIFY(svg.startsWith("<?xml") && svg.contains("</svg>"));
    QVERIFY(svg.contains("Proefbron"));
}

void TestPersonsCommand::saysWhatCannotBeAskedYet()
{
    const Run asked = run({QStringLiteral("answer"), path("w.evenredig"), QStringLiteral("-"), QStringLiteral("--lang"),
                           QStringLiteral("en")},
                          R"({"evenredig": "question/1", "ask": "gap", "indicator": "attainment.higher"})");
    QCOMPARE(asked.exit, 1);
    QVERIFY2(asked.err.contains("only the level"), asked.err.constData());
}

EVENREDIG_TEST(TestPersonsCommand)
#include "testpersonscommand.moc"
