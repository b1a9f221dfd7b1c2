// An answer as CSV: the columns of formats.md, RFC 4180, and nothing where there is nothing.
#include "core/output/outputtest.h"
#include "core/sampleworkspace.h"
#include "testroom.h"

using namespace evenredig;
using namespace evenredig::outputtest;

class TestAnswerCsv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bytesOfTheFile();
    void oneLinePerRowAndEstimate();
    void everyNumberInItsColumn();
    void quoting_data();
    void quoting();
    void suppressedIsEmpty();
    void suppressedInAWorkspace();
    void wholeSampleParses_data();
    void wholeSampleParses();
    void nothingToWrite();

private:
    SampleWorkspace m_sample;
};

namespace {

// formats.md, "Command line".
const QStringList columns = QStringLiteral("row,indicator,origin,generation,period,dataset,reference,split,category,"
                                           "estimator,estimate,value,se,low,high,method,df,n,n_effective,missing,"
                                           "status,verdict,provisional,size,change_verdict,established,mdv,deff,low50,"
                                           "high50,universe,where")
                                .split(u',');
const QStringList numbers = QStringLiteral("value,se,low,high,df,n,n_effective,missing,mdv").split(u',');

int column(const char *name)
{
    const auto index = columns.indexOf(QString::fromLatin1(name));
    return index < 0 ? qFatal("no such column"), 0 : int(index);
}

QStringList numbersOf(const QStringList &record)
{
    QStringList values;
    for (const QString &name : numbers)
        values << record[columns.indexOf(name)];
    return values;
}

} // namespace

void TestAnswerCsv::bytesOfTheFile()
{
    const QByteArray csv = QByteArray::fromStdString(answerCsv(answer()));
    QVERIFY(csv.startsWith("\xEF\xBB\xBF" + columns.join(u',').toUtf8() + "\r\n"));
    QVERIFY(csv.endsWith("\r\n"));
    QCOMPARE(csv.count('\n'), csv.count("\r\n"));
    QCOMPARE(csv.count("\xEF\xBB\xBF"), 1);
    QCOMPARE(
        csv.split('\n')[1],
        QByteArray(
            "period,,moroccan,total,2005,\"n < 50 & \"\"x\"\", y\",,,,,value,0.074,,0.0735,0.0745,rounding,,225088,,,"
            "ok,less_favourable,false,beyond_margin,,true,,,,,,\r"));
}

void TestAnswerCsv::oneLinePerRowAndEstimate()
{
    const QList<QStringList> records = parseCsv(answerCsv(answer()).substr(3));
    QCOMPARE(records.size(), 1 + 3 + 1 + 1);
    QCOMPARE(records[0], columns);
    for (const QStringList &record : records)
        QCOMPARE(record.size(), columns.size());
    QCOMPARE(records[1][column("estimate")], QStringLiteral("value"));
    QCOMPARE(records[2][column("value")], QStringLiteral("0.059")); // not 0.058999999999999997
    QCOMPARE(records[3][column("value")], QStringLiteral("0"));     // a zero that was computed is a number
    QCOMPARE(records[3][column("low")], QString());
    QCOMPARE(records[4][column("period")], QStringLiteral("2013..2017"));
    QCOMPARE(records[5][column("period")], QStringLiteral("2005 2017")); // a change stands between two periods
    QCOMPARE(records[5][column("verdict")], QStringLiteral("smaller"));
}

void TestAnswerCsv::everyNumberInItsColumn()
{
    Answer made = answer();
    made.rows.resize(1);
    AnswerRow &row = made.rows[0];
    row.n = 9; // the row's; a level has its own
    Estimate full = estimate(0.1 + 0.2, 0.25, 0.35);
    full.se = 0.025;
    full.df = 311;
    full.n = 6;
    full.nEffective = 7.5;
    full.missing = 8;
    row.estimates = {{Key::Value, full}};
    const QList<QStringList> records = parseCsv(answerCsv(made).substr(3));
    QCOMPARE(numbersOf(records[1]), (QStringList{QStringLiteral("0.3"), QStringLiteral("0.025"), QStringLiteral("0.25"),
                                                 QStringLiteral("0.35"), QStringLiteral("311"), QStringLiteral("6"),
                                                 QStringLiteral("7.5"), QStringLiteral("8"), QString()}));
}

void TestAnswerCsv::quoting_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("plain") << "sim-2020" << QByteArray("sim-2020");
    QTest::newRow("markup needs no quotes") << "<b>&" << QByteArray("<b>&");
    QTest::newRow("comma") << "a,b" << QByteArray("\"a,b\"");
    QTest::newRow("quote") << "a\"b" << QByteArray("\"a\"\"b\"");
    QTest::newRow("only a quote") << "\"" << QByteArray("\"\"\"\"");
    QTest::newRow("line end") << "a\nb" << QByteArray("\"a\nb\"");
    QTest::newRow("carriage return") << "a\rb" << QByteArray("\"a\rb\"");
    QTest::newRow("everything") << QString::fromStdString(oddLabel) << QByteArray("\"n < 50 & \"\"x\"\", y\"");
    QTest::newRow("letters") << "Curaçao €" << QByteArray("Curaçao €");
}

void TestAnswerCsv::quoting()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, field);
    Answer made = answer();
    made.rows.resize(1);
    made.rows[0].dataset = text.toStdString();
    made.rows[0].estimates.resize(1);
    const std::string csv = answerCsv(made);
    QVERIFY(QByteArray::fromStdString(csv).contains("moroccan,total,2005," + field + ",,,,,value,"));
    const QList<QStringList> records = parseCsv(csv.substr(3));
    QCOMPARE(records.size(), 2);
    QCOMPARE(records[1][column("dataset")], text);
}

void TestAnswerCsv::suppressedIsEmpty()
{
    const QStringList record = parseCsv(answerCsv(answer()).substr(3))[4];
    QCOMPARE(record[column("origin")], QStringLiteral("somali"));
    QCOMPARE(record[column("status")], QStringLiteral("suppressed"));
    QCOMPARE(record[column("verdict")], QStringLiteral("too_few"));
    QVERIFY2(numbersOf(record).join(QString()).isEmpty(), qPrintable(record.join(u',')));
}

// formats.md: a suppressed row has every number null; n would tell how few they are.
void TestAnswerCsv::suppressedInAWorkspace()
{
    QTemporaryDir folder;
    const auto made = suppressedAnswer(folder.filePath(QStringLiteral("a.evenredig")).toStdString());
    EXPECT_GOOD(made);
    int suppressed = 0;
    for (const QStringList &record : parseCsv(answerCsv(*made).substr(3))) {
        if (record[column("origin")] != QStringLiteral("somali"))
            continue;
        ++suppressed;
        QCOMPARE(record[column("status")], QStringLiteral("suppressed"));
        QVERIFY2(numbersOf(record).join(QString()).isEmpty(), qPrintable(record.join(u',')));
    }
    QVERIFY(suppressed > 0);
    QVERIFY(answerCsv(*made).find(",7,") == std::string::npos);
}

void TestAnswerCsv::wholeSampleParses_data()
{
    QVERIFY2(m_sample.failure.isEmpty(), qPrintable(m_sample.failure));
    QTest::addColumn<QString>("ask");
    for (const char *ask : {"level", "development", "gap"})
        QTest::newRow(ask) << QString::fromLatin1(ask);
}

void TestAnswerCsv::wholeSampleParses()
{
    QFETCH(QString, ask);
    const auto coverage = m_sample.workspace->coverage();
    QVERIFY(coverage);
    int answered = 0;
    for (const IndicatorCoverage &one : *coverage) {
        const auto made = m_sample.ask(QStringLiteral(R"({"evenredig": "question/1", "ask": "%1", "indicator": "%2"})")
                                           .arg(ask, QString::fromStdString(one.indicator))
                                           .toStdString());
        if (!made)
            continue; // a gap without a reference
        ++answered;
        qsizetype lines = 1;
        for (const AnswerRow &row : made->rows)
            lines += qsizetype(row.estimates.size());
        const QList<QStringList> records = parseCsv(answerCsv(*made).substr(3));
        QCOMPARE(records.size(), lines);
        for (qsizetype i = 1; i < records.size(); ++i) {
            QCOMPARE(records[i].size(), columns.size());
            for (const QString &field : numbersOf(records[i])) {
                bool number = false;
                field.toDouble(&number); // C locale: a decimal point
                QVERIFY2(number || field.isEmpty(), qPrintable(field));
                QVERIFY2(!field.contains(u'e'), qPrintable(field));
            }
        }
    }
    QVERIFY(answered > (ask == QStringLiteral("development") ? 1 : 10)); // of one period there is no development
}

void TestAnswerCsv::nothingToWrite()
{
    QCOMPARE(parseCsv(answerCsv(Answer{}).substr(3)), QList<QStringList>{columns});
}

EVENREDIG_TEST(TestAnswerCsv)
#include "testanswercsv.moc"
