// An answer as JSON: exactly the keys of formats.md, null for what is not there, tidy numbers.
#include "core/output/outputtest.h"
#include "core/sampleworkspace.h"
#include "json.h"
#include "testroom.h"

using namespace evenredig;
using namespace evenredig::outputtest;

class TestAnswerJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keys();
    void values();
    void absentIsNull();
    void numbersAreTidy();
    void suppressedInAWorkspace();
    void questionComesBack();
    void textsAreLiteral();
    void brokenUtf8DoesNotStopIt();
    void wholeSampleKeepsTheContract();

private:
    SampleWorkspace m_sample;
};

namespace {

const QString rowKeys = QStringLiteral("row origin generation period dataset n n_effective missing status provisional "
                                       "estimates verdict size established mdv");
const QString changeKeys = QStringLiteral("row origin generation period periods dataset n n_effective missing status "
                                          "provisional estimates verdict size established mdv");

QString keysOf(const Json &object)
{
    QStringList keys;
    for (const std::string &key : object.keys())
        keys << QString::fromStdString(key);
    return keys.join(u' ');
}

Json parsed(const Answer &answer)
{
    return Json::parse(answerJson(answer));
}

// Every number or null below "n", "n_effective", "missing", "mdv" and the estimates of a row.
bool allNull(const Json &row)
{
    for (const char *key : {"n", "n_effective", "missing", "mdv"}) {
        if (!row.at(key).is_null())
            return false;
    }
    for (const Json &estimate : row.at("estimates")) {
        for (const Json &number : estimate) {
            if (!number.is_null())
                return false;
        }
    }
    return true;
}

} // namespace

void TestAnswerJson::keys()
{
    const auto object = parsed(answer());
    QCOMPARE(keysOf(object), QStringLiteral("evenredig question rows notes sources"));
    QCOMPARE(object.at("evenredig").get<std::string>(), std::string("answer/1"));
    QCOMPARE(keysOf(object.at("rows")[0]), rowKeys);
    QCOMPARE(keysOf(object.at("rows")[1]), rowKeys);
    QCOMPARE(keysOf(object.at("rows")[2]), changeKeys);
    QCOMPARE(keysOf(object.at("rows")[0].at("estimates")), QStringLiteral("value gap ratio"));
    QCOMPARE(keysOf(object.at("rows")[0].at("estimates").at("value")), QStringLiteral("value se low high df method"));
    QCOMPARE(keysOf(object.at("notes")[0]), QStringLiteral("code text"));
    QCOMPARE(keysOf(object.at("notes")[0].at("text")), QStringLiteral("nl en"));
    QCOMPARE(keysOf(object.at("sources")[0]), QStringLiteral("dataset text sha256"));
    QCOMPARE(keysOf(object.at("sources")[0].at("text")), QStringLiteral("nl en"));
    const std::string text = answerJson(answer());
    QVERIFY(text.back() == '\n' && text.find('\r') == std::string::npos && text.front() == '{'); // no BOM
}

void TestAnswerJson::values()
{
    const auto rows = parsed(answer()).at("rows");
    QCOMPARE(rows[0].at("row").get<std::string>(), std::string("period"));
    QCOMPARE(rows[0].at("period").get<std::string>(), std::string("2005"));
    QCOMPARE(rows[0].at("n").get<double>(), 225088.0);
    QCOMPARE(rows[0].at("verdict").get<std::string>(), std::string("less_favourable"));
    QCOMPARE(rows[0].at("size").get<std::string>(), std::string("beyond_margin"));
    QCOMPARE(rows[0].at("established").get<bool>(), true);
    QCOMPARE(rows[0].at("estimates").at("value").at("method").get<std::string>(), std::string("rounding"));
    QCOMPARE(rows[2].at("row").get<std::string>(), std::string("change"));
    QVERIFY(rows[2].at("period").is_null());
    QCOMPARE(rows[2].at("periods").get<std::vector<std::string>>(), (std::vector<std::string>{"2005", "2017"}));
    QCOMPARE(rows[2].at("established").get<bool>(), false); // false is not null
}

void TestAnswerJson::absentIsNull()
{
    const auto rows = parsed(answer()).at("rows");
    QVERIFY(allNull(rows[1]));
    QVERIFY(rows[1].at("established").is_null() && rows[1].at("size").is_null());
    QVERIFY(rows[0].at("estimates").at("ratio").at("value").is_number()); // a zero that was computed is 0 …
    QCOMPARE(rows[0].at("estimates").at("ratio").at("value").get<double>(), 0.0);
    QVERIFY(rows[0].at("estimates").at("ratio").at("low").is_null()); // … and its absent interval null
    QVERIFY(rows[0].at("estimates").at("value").at("se").is_null());
    Answer bare;
    bare.rows = {periodRow("", "2020")};
    bare.rows[0].generation.clear();
    bare.rows[0].dataset.clear();
    const auto row = parsed(bare).at("rows")[0];
    QVERIFY(row.at("generation").is_null() && row.at("dataset").is_null() && row.at("verdict").is_null());
    QVERIFY(row.at("estimates").is_object() && row.at("estimates").empty());
    // JSON knows no NaN: a number that is none is not there.
    bare.rows[0].estimates = {{Key::Value, estimate(std::nan(""), -HUGE_VAL, HUGE_VAL)}};
    QVERIFY(parsed(bare).at("rows")[0].at("estimates").at("value").at("value").is_null());
}

void TestAnswerJson::numbersAreTidy()
{
    const QByteArray text = QByteArray::fromStdString(answerJson(answer()));
    QVERIFY(text.contains("\"value\": 0.059,"));
    QVERIFY(!text.contains("0.05899") && !text.contains("0.0590"));
    QVERIFY(text.contains("\"low\": 0.058,") && text.contains("\"high\": 0.06,"));
    Answer sums = answer();
    sums.rows.resize(1);
    sums.rows[0].n = 0.1 + 0.2; // 0.30000000000000004, as the next ones in doubles
    sums.rows[0].estimates = {{Key::Value, estimate(0.3 - 0.1, 1.1 - 0.2, 0.7 + 0.1)}};
    const QByteArray summed = QByteArray::fromStdString(answerJson(sums));
    QVERIFY(summed.contains("\"n\": 0.3,") && summed.contains("\"value\": 0.2,") && summed.contains("\"low\": 0.9,")
            && summed.contains("\"high\": 0.8,"));
}

void TestAnswerJson::suppressedInAWorkspace()
{
    QTemporaryDir folder;
    const auto made = suppressedAnswer(folder.filePath(QStringLiteral("a.evenredig")).toStdString());
    EXPECT_GOOD(made);
    int suppressed = 0;
    const auto object = parsed(*made); // lives as long as the loop
    for (const auto &row : object.at("rows")) {
        if (row.at("status") != "suppressed")
            continue;
        ++suppressed;
        QCOMPARE(row.at("origin").get<std::string>(), std::string("somali"));
        QVERIFY2(allNull(row), row.dump().c_str());
        QCOMPARE(row.at("verdict").get<std::string>(), std::string("too_few"));
    }
    QCOMPARE(suppressed, 1);
}

void TestAnswerJson::questionComesBack()
{
    Answer made = answer();
    made.question = *Question::fromJson(
        R"({"evenredig": "question/1", "ask": "gap", "indicator": "safety.suspects", "periods": ["2005"], "confidence": 0.9})",
        "q");
    const auto again = Question::fromJson(parsed(made).at("question").dump(), "answer");
    QVERIFY(again);
    QVERIFY(*again == made.question);
}

void TestAnswerJson::textsAreLiteral()
{
    const auto object = parsed(answer());
    QCOMPARE(object.at("sources")[0].at("dataset").get<std::string>(), oddLabel);
    QCOMPARE(object.at("sources")[0].at("text").at("nl").get<std::string>(), std::string("WODC <b>2005</b>"));
    QCOMPARE(object.at("rows")[0].at("dataset").get<std::string>(), oddLabel);
    const std::string text = answerJson(answer());
    QVERIFY(text.find("n < 50 & \\\"x\\\", y") != std::string::npos); // as they are, not as \u003c
}

void TestAnswerJson::brokenUtf8DoesNotStopIt()
{
    Answer made = answer();
    made.sources[0].source.nl = "\xFF\xFE";
    QVERIFY(!parsed(made).at("sources")[0].at("text").at("nl").get<std::string>().empty());
}

void TestAnswerJson::wholeSampleKeepsTheContract()
{
    QVERIFY2(m_sample.failure.isEmpty(), qPrintable(m_sample.failure));
    const auto coverage = m_sample.workspace->coverage();
    QVERIFY(coverage);
    int rows = 0, absent = 0;
    for (const IndicatorCoverage &one : *coverage) {
        for (const char *ask : {"level", "development", "gap"}) {
            const auto made = m_sample.ask(std::string(R"({"evenredig": "question/1", "ask": ")") + ask
                                           + R"(", "indicator": ")" + one.indicator + "\"}");
            if (!made)
                continue;
            const auto object = parsed(*made);
            for (const auto &row : object.at("rows")) {
                ++rows;
                // A row with a gap names its own reference, and no other row does.
                const bool gap = row.at("estimates").contains("gap") || row.at("estimates").contains("gap_first");
                QCOMPARE(row.contains("reference"), gap);
                QString keys = row.at("row") == "change" ? changeKeys : rowKeys;
                if (gap)
                    keys.replace(QStringLiteral(" verdict"), QStringLiteral(" reference verdict"));
                QCOMPARE(keysOf(row), keys);
                if (row.at("row") != "period" || !row.at("estimates").at("value").at("value").is_null())
                    continue;
                ++absent;
                QVERIFY2(allNull(row), row.dump().c_str());
                QVERIFY2(row.at("status") != "ok" && row.at("status") != "provisional", row.dump().c_str());
            }
        }
    }
    QVERIFY(rows > 500);
    QVERIFY(absent > 100);
}

EVENREDIG_TEST(TestAnswerJson)
#include "testanswerjson.moc"
