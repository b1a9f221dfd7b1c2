// A question is a pure value: it comes back from its own JSON, and what is wrong in it is refused at its place.
#include "core/model/question.h"
#include "testroom.h"

#include <QtTest>

using namespace evenredig;

class TestQuestion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leftOutIsNothing();
    void roundTrip_data();
    void roundTrip();
    void overviewNeedsNoIndicator();
    void datasetMayBeAText();
    void inlineIndicator();
    void nullIsLeftOut();
    void equality();
    void names();
    void refused_data();
    void refused();
    void fileIsNamed();
};

namespace {

Result<Question> question(const std::string &rest)
{
    return Question::fromJson(R"({"evenredig": "question/1")" + (rest.empty() ? "" : ", " + rest) + "}", "-");
}

} // namespace

void TestQuestion::leftOutIsNothing()
{
    const auto read = question(R"("ask": "level", "indicator": "income.low")");
    QVERIFY(read);
    QCOMPARE(int(read->ask), int(Ask::Level));
    QCOMPARE(read->indicator, std::string("income.low"));
    QVERIFY(!read->inlineIndicator && !read->base && !read->reference && !read->controls && !read->estimator);
    QVERIFY(read->datasets.empty() && read->origins.empty() && read->generations.empty() && read->periods.empty()
            && read->where.empty());
    QCOMPARE(read->confidence, 0.95);
    // And stays out of what is written.
    QCOMPARE(read->toJson(false), std::string(R"({"evenredig":"question/1","ask":"level","indicator":"income.low"})"));
}

void TestQuestion::roundTrip_data()
{
    QTest::addColumn<QString>("rest");
    QTest::newRow("everything")
        << R"("ask": "proportionality", "indicator": "attainment.higher", "dataset": ["sim-2006", "sim-2020"],
        "origins": ["turkish", "moroccan"], "generations": ["first", "second"], "periods": ["2006", "2016/17", "2013..2017", "1996-Q1", "1996-01", "2021-01-01"],
        "base": "2006", "reference": "none_background", "where": [{"variable": "age", "between": [25, 44]}, {"variable": "sex", "in": ["f"]}],
        "controls": [["sex", "age_band"], ["parental_education"]], "estimator": "cells", "confidence": 0.9)";
    QTest::newRow("no controls at all") << R"("ask": "level", "indicator": "a", "controls": [])";
    QTest::newRow("quotes and markup") << R"("ask": "gap", "indicator": "n < 50 & \"x\"", "origins": ["é"])";
    for (int i = 0; i < askCount; ++i)
        QTest::addRow("ask %d", i) << QStringLiteral("\"ask\": \"%1\", \"indicator\": \"a\"")
                                          .arg(QString::fromStdString(std::string(askName(static_cast<Ask>(i)))));
    for (const char *estimator : {"regression", "cells", "reweighting", "all"})
        QTest::addRow("%s", estimator)
            << QStringLiteral(R"("ask": "level", "indicator": "a", "estimator": "%1")").arg(QLatin1String(estimator));
}

void TestQuestion::roundTrip()
{
    QFETCH(QString, rest);
    const auto read = question(rest.toStdString());
    QVERIFY2(read, qPrintable(read ? QString() : QString::fromStdString(message(read.error(), Language::English))));
    for (const bool indented : {true, false}) {
        const auto again = Question::fromJson(read->toJson(indented), "again");
        QVERIFY(again);
        QVERIFY(*again == *read);
        QCOMPARE(again->toJson(indented), read->toJson(indented));
        QCOMPARE(int(again->ask), int(read->ask));
        QCOMPARE(again->origins, read->origins);
        QCOMPARE(again->periods, read->periods);
        QCOMPARE(again->where.size(), read->where.size());
        QCOMPARE(again->controls.has_value(), read->controls.has_value());
        QCOMPARE(again->confidence, read->confidence);
        QCOMPARE(again->estimator, read->estimator);
    }
}

void TestQuestion::overviewNeedsNoIndicator()
{
    const auto overview = question(R"("ask": "overview")");
    QVERIFY(overview);
    QVERIFY(overview->indicator.empty());
    QVERIFY(overview->toJson().find("indicator") == std::string::npos);
    for (int i = 0; i < askCount; ++i) {
        const auto ask = static_cast<Ask>(i);
        QCOMPARE(question("\"ask\": \"" + std::string(askName(ask)) + "\"").has_value(), ask == Ask::Overview);
    }
}

void TestQuestion::datasetMayBeAText()
{
    const auto text = question(R"("ask": "level", "indicator": "a", "dataset": "sim-2020")");
    const auto list = question(R"("ask": "level", "indicator": "a", "dataset": ["sim-2020"])");
    QVERIFY(text && list);
    QVERIFY(*text == *list);
}

void TestQuestion::inlineIndicator()
{
    const std::string object =
        R"({"id": "own.one", "domain": "health", "label": {"nl": "Eigen", "en": "Own"}, "unit": "percent",
        "measure": {"share": {"variable": "v", "in": ["1"]}}, "relevance": 0.02, "x_remark": "kept"})";
    const auto read = question(R"("ask": "level", "indicator": )" + object);
    QVERIFY(read);
    QCOMPARE(read->indicator, std::string("own.one"));
    QVERIFY(read->inlineIndicator);
    QCOMPARE(read->inlineIndicator->relevance, std::optional<double>(0.02));
    const auto again = Question::fromJson(read->toJson(), "again");
    QVERIFY(again && again->inlineIndicator);
    QVERIFY(*again == *read);
    QCOMPARE(again->inlineIndicator->label, read->inlineIndicator->label);
    QVERIFY(again->toJson().find("x_remark") != std::string::npos);
    const auto broken = question(R"("ask": "level", "indicator": {"id": "own.one"})");
    QVERIFY(!broken);
    QCOMPARE(int(broken.error().code), int(ErrorCode::JsonMissingKey));
    QCOMPARE(broken.error().context[1].second, std::string("/indicator"));
}

void TestQuestion::nullIsLeftOut()
{
    const auto read = question(
        R"("ask": "level", "indicator": "a", "dataset": null, "origins": null, "generations": null, "periods": null,
        "base": null, "reference": null, "where": null, "controls": null, "estimator": null, "confidence": null)");
    QVERIFY(read);
    QVERIFY(*read == *question(R"("ask": "level", "indicator": "a")"));
}

void TestQuestion::equality()
{
    const Question one = *question(
        R"("ask": "level", "indicator": "a", "where": [{"variable": "v", "in": ["a", "b"]}])");
    QVERIFY(
        one
        == *question(
            R"("indicator": "a", "where": [{"in": ["b", "a"], "variable": "v"}], "ask": "level", "confidence": 0.95, "x_own": 1)"));
    QVERIFY(!(one == *question(R"("ask": "level", "indicator": "a")")));
    QVERIFY(!(one == *question(R"("ask": "gap", "indicator": "a", "where": [{"variable": "v", "in": ["a", "b"]}])")));
    // The order of periods and origins is the asker's; answer() puts them in the fixed order.
    QVERIFY(!(*question(R"("ask": "level", "indicator": "a", "periods": ["2005", "2006"])")
              == *question(R"("ask": "level", "indicator": "a", "periods": ["2006", "2005"])")));
}

void TestQuestion::names()
{
    for (int i = 0; i < askCount; ++i)
        QCOMPARE(int(allAskTraits()[std::size_t(i)].ask), i);
    QCOMPARE(askName(Ask::Level), std::string_view("level"));
    QCOMPARE(askName(Ask::Overview), std::string_view("overview"));
}

void TestQuestion::refused_data()
{
    QTest::addColumn<QString>("rest");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("pointer");
    const QString base = QStringLiteral(R"("ask": "level", "indicator": "a", )");
    const int type = int(ErrorCode::JsonWrongType), value = int(ErrorCode::JsonWrongValue);
    QTest::newRow("no ask") << R"("indicator": "a")" << int(ErrorCode::JsonMissingKey) << "/";
    QTest::newRow("unknown ask") << R"("ask": "gaps", "indicator": "a")" << value << "/ask";
    QTest::newRow("ask as a number") << R"("ask": 1, "indicator": "a")" << type << "/ask";
    QTest::newRow("no indicator") << R"("ask": "level")" << int(ErrorCode::JsonMissingKey) << "/";
    QTest::newRow("empty indicator") << R"("ask": "level", "indicator": "")" << value << "/indicator";
    QTest::newRow("indicator as a list") << R"("ask": "level", "indicator": ["a"])" << type << "/indicator";
    QTest::newRow("misspelt key") << base + R"("orgins": [])" << int(ErrorCode::JsonUnknownKey) << "/orgins";
    QTest::newRow("key of another version") << base + R"("panel": "a")" << int(ErrorCode::JsonUnknownKey) << "/panel";
    QTest::newRow("origins as a text") << base + R"("origins": "turkish")" << type << "/origins";
    QTest::newRow("origin as a number") << base + R"("origins": ["turkish", 1])" << type << "/origins/1";
    QTest::newRow("dataset as a number") << base + R"("dataset": 2020)" << type << "/dataset";
    QTest::newRow("period as a number") << base + R"("periods": [2020])" << type << "/periods/0";
    QTest::newRow("no such period") << base + R"("periods": ["2020", "2016/18"])" << value << "/periods/1";
    QTest::newRow("empty period") << base + R"("periods": [""])" << value << "/periods/0";
    QTest::newRow("StatLine's code is no id") << base + R"("periods": ["1996JJ00"])" << value << "/periods/0";
    QTest::newRow("base that is no period") << base + R"("base": "first")" << value << "/base";
    QTest::newRow("reference as a list") << base + R"("reference": ["national"])" << type << "/reference";
    QTest::newRow("where as an object") << base + R"("where": {"variable": "v", "in": ["a"]})" << type << "/where";
    QTest::newRow("controls not in blocks") << base + R"("controls": ["sex"])" << type << "/controls/0";
    QTest::newRow("unknown estimator") << base + R"("estimator": "ols")" << value << "/estimator";
    QTest::newRow("confidence a half") << base + R"("confidence": 0.5)" << value << "/confidence";
    QTest::newRow("confidence one") << base + R"("confidence": 1)" << value << "/confidence";
    QTest::newRow("confidence in per cent") << base + R"("confidence": 95)" << value << "/confidence";
    QTest::newRow("confidence below zero") << base + R"("confidence": -0.95)" << value << "/confidence";
    QTest::newRow("confidence as text") << base + R"("confidence": "0.95")" << type << "/confidence";
}

void TestQuestion::refused()
{
    QFETCH(QString, rest);
    QFETCH(int, code);
    QFETCH(QString, pointer);
    const auto read = question(rest.toStdString());
    QVERIFY(!read);
    QCOMPARE(int(read.error().code), code);
    QCOMPARE(QString::fromStdString(read.error().context[1].second), pointer);
    QCOMPARE(read.error().context[0].second, std::string("-"));
}

void TestQuestion::fileIsNamed()
{
    for (const char *json :
         {"", "[]", "nonsense", R"({"evenredig": "recipe/1"})", R"({"ask": "level", "indicator": "a"})"}) {
        const auto read = Question::fromJson(json, "vraag.question.json");
        QVERIFY(!read);
        for (const Language language : {Language::Dutch, Language::English})
            QVERIFY(message(read.error(), language).find("vraag.question.json") != std::string::npos);
    }
    QVERIFY(Question::fromJson("\xEF\xBB\xBF{\"evenredig\": \"question/1\", \"ask\": \"overview\"}",
                               "f")); // as Notepad saves it
}

EVENREDIG_TEST(TestQuestion)
#include "testquestion.moc"
