// Questions on the sample: numbers that must come out, verdicts, breaks, absences.
#include "core/sampleworkspace.h"
#include "testroom.h"

using namespace evenredig;

class TestAnswer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void suspectsGap();
    void suspectsChange();
    void noLineAcrossClassifications();
    void surveyWithoutMarginHasNoVerdict();
    void overlappingPeriodsAreNotCompared();
    void whatIsNotPublishedHasARow();
    void incomeLevel();
    void generationsAreTakenWhereTotalIsMissing();
    void provisionalIsAFlag();
    void impossibleQuestions_data();
    void impossibleQuestions();
    void referenceIsChosenAndPrinted();
    void equalFiguresInTwoSourcesCountOnce();

private:
    SampleWorkspace m_sample;
};

namespace {

constexpr double exact = 1e-12;

void compare(const Estimate *estimate, double value, double low, double high, double tolerance = exact)
{
    QVERIFY(estimate && estimate->value && estimate->low && estimate->high);
    QVERIFY2(std::abs(*estimate->value - value) < tolerance, qPrintable(QString::number(*estimate->value, 'g', 15)));
    QVERIFY2(std::abs(*estimate->low - low) < tolerance, qPrintable(QString::number(*estimate->low, 'g', 15)));
    QVERIFY2(std::abs(*estimate->high - high) < tolerance, qPrintable(QString::number(*estimate->high, 'g', 15)));
}

const std::string suspects =
    R"({"evenredig": "question/1", "ask": "gap", "indicator": "safety.suspects", "reference": "none_background"})";

} // namespace

void TestAnswer::initTestCase()
{
    QVERIFY2(m_sample.failure.isEmpty(), qPrintable(m_sample.failure));
}

// Numbers of the published table: 7.4 and 1.5 % in 2005, 3.7 and 0.7 % in 2017.
void TestAnswer::suspectsGap()
{
    const auto answer = m_sample.ask(suspects);
    QVERIFY2(answer, qPrintable(answer ? QString() : sentenceOf(answer.error())));
    const AnswerRow *first = rowOf(*answer, "moroccan", "2005");
    const AnswerRow *last = rowOf(*answer, "moroccan", "2017");
    QVERIFY(first && last);
    compare(first->estimate(Key::Value), 0.074, 0.0735, 0.0745);
    compare(first->estimate(Key::Reference), 0.015, 0.0145, 0.0155);
    compare(first->estimate(Key::Gap), 0.059, 0.058, 0.060);
    compare(last->estimate(Key::Gap), 0.030, 0.029, 0.031);
    compare(first->estimate(Key::Ratio), 7.4 / 1.5, 7.35 / 1.55, 7.45 / 1.45);
    compare(last->estimate(Key::Ratio), 3.7 / 0.7, 3.65 / 0.75, 3.75 / 0.65);
    QCOMPARE(qRound(*first->value(Key::Ratio) * 10), 49);
    QCOMPARE(qRound(*first->estimate(Key::Ratio)->low * 10), 47);
    QCOMPARE(qRound(*first->estimate(Key::Ratio)->high * 10), 51);
    QCOMPARE(qRound(*last->value(Key::Ratio) * 10), 53);
    QCOMPARE(qRound(*last->estimate(Key::Ratio)->low * 10), 49);
    QCOMPARE(qRound(*last->estimate(Key::Ratio)->high * 10), 58);
    QCOMPARE(last->assessment.verdict, Verdict::LessFavourable);
    QCOMPARE(last->assessment.size, Size::BeyondMargin);
    QCOMPARE(last->assessment.established, std::optional<bool>(true));
    QVERIFY(!last->estimate(Key::Gap)->se); // a complete count has no sampling error
}

void TestAnswer::suspectsChange()
{
    const auto answer = m_sample.ask(suspects);
    QVERIFY(answer);
    const AnswerRow *row = rowOf(*answer, "moroccan", {}, true);
    QVERIFY(row);
    QCOMPARE(row->periods[0].id(), std::string("2005"));
    QCOMPARE(row->periods[1].id(), std::string("2017"));
    compare(row->estimate(Key::GapChange), -0.029, -0.031, -0.027);
    compare(row->estimate(Key::GroupChange), -0.037, -0.038, -0.036);
    compare(row->estimate(Key::ReferenceChange), -0.008, -0.009, -0.007);
    const Estimate *closed = row->estimate(Key::Closed);
    QVERIFY(closed && closed->hasInterval());
    QCOMPARE(qRound(*closed->low * 100), 47);
    QCOMPARE(qRound(*closed->high * 100), 52);
    QCOMPARE(row->assessment.verdict, Verdict::Smaller);
    const Estimate *ratio = row->estimate(Key::RatioChange);
    QVERIFY(*ratio->low < 0 && *ratio->high > 0); // as a ratio it did not fall demonstrably
}

void TestAnswer::noLineAcrossClassifications()
{
    const auto answer = m_sample.ask(
        R"({"evenredig": "question/1", "ask": "development", "indicator": "safety.suspects",
        "origins": ["moroccan", "none_background"]})");
    QVERIFY(answer);
    std::set<std::string> classifications;
    for (const AnswerRow &row : answer->rows) {
        if (row.change && row.origin == "none_background" && row.comparability == Comparability::No) {
            QCOMPARE(row.assessment.verdict, Verdict::NotComparable);
            QVERIFY(!row.estimate(Key::Change));
        }
        if (!row.change && row.origin == "none_background" && row.value(Key::Value))
            classifications.insert(row.classification);
    }
    QCOMPARE(classifications.size(), std::size_t(2));
    QVERIFY(std::any_of(answer->notes.begin(), answer->notes.end(),
                        [](const Note &note) { return note.code == "break_classification"; }));
    const Figure figure = buildFigure(*answer, m_sample.catalogue, {});
    for (const Series &series : figure.panels.front().series) {
        for (const std::vector<Mark> &run : series.runs) {
            std::set<std::string> lines;
            for (const Mark &mark : run) {
                if (mark.row >= 0)
                    lines.insert(answer->rows[static_cast<std::size_t>(mark.row)].classification);
            }
            QVERIFY(lines.size() <= 1);
        }
    }
}

void TestAnswer::surveyWithoutMarginHasNoVerdict()
{
    for (const char *ask : {"level", "gap", "development"}) {
        const auto answer = m_sample.ask(
            std::string(R"({"evenredig": "question/1", "indicator": "health.perceived_good_12_64", "ask": ")") + ask
            + "\"}");
        QVERIFY(answer);
        int seen = 0;
        for (const AnswerRow &row : answer->rows) {
            if (row.change || !row.value(Key::Value))
                continue;
            ++seen;
            QCOMPARE(row.status, Status::NoMargin);
            QCOMPARE(row.assessment.verdict, Verdict::NoMargin);
            QVERIFY(!row.assessment.established);
        }
        QVERIFY(seen > 0);
        const bool said = std::any_of(answer->notes.begin(), answer->notes.end(),
                                      [](const Note &note) { return note.code == "survey_no_margin"; });
        QVERIFY(said);
    }
}

// 2013/2017 and 2015/2019 share three years.
void TestAnswer::overlappingPeriodsAreNotCompared()
{
    const auto answer = m_sample.ask(
        R"({"evenredig": "question/1", "ask": "gap", "indicator": "health.perceived_good_12_64"})");
    QVERIFY(answer);
    const AnswerRow *row = rowOf(*answer, "turkish", {}, true);
    QVERIFY(row);
    QCOMPARE(row->status, Status::NotComparable);
    QCOMPARE(row->assessment.verdict, Verdict::NotComparable);
    QVERIFY(!row->estimate(Key::GapChange));
}

void TestAnswer::whatIsNotPublishedHasARow()
{
    const auto answer = m_sample.ask(
        R"({"evenredig": "question/1", "ask": "level", "indicator": "safety.suspects", "periods": ["2017"]})");
    QVERIFY(answer);
    QCOMPARE(answer->rows.size(), std::size_t(7));
    for (const char *origin : {"iranian", "polish", "somali"}) {
        const AnswerRow *row = rowOf(*answer, origin, "2017");
        QVERIFY(row);
        QCOMPARE(row->status, Status::NotAsked);
        QVERIFY(row->absence.has_value());
        QVERIFY(!row->value(Key::Value));
    }
}

void TestAnswer::incomeLevel()
{
    const auto answer = m_sample.ask(
        R"({"evenredig": "question/1", "ask": "level", "indicator": "income.independent"})");
    QVERIFY2(answer, qPrintable(answer ? QString() : sentenceOf(answer.error())));
    const AnswerRow *polish = rowOf(*answer, "polish", "2023");
    QVERIFY(polish);
    compare(polish->estimate(Key::Value), 0.778, 0.7775, 0.7785);
    compare(polish->estimate(Key::Gap), -0.021, -0.022, -0.020);
    QCOMPARE(polish->assessment.verdict, Verdict::Lower); // established, but reaching inside the margin of 2 points
    QCOMPARE(polish->assessment.size, Size::Small);
    QCOMPARE(answer->reference(), std::string("none_background"));
}

void TestAnswer::generationsAreTakenWhereTotalIsMissing()
{
    const auto answer = m_sample.ask(
        R"({"evenredig": "question/1", "ask": "level", "indicator": "health.perceived_good_18_39"})");
    QVERIFY(answer);
    QCOMPARE(answer->generations, (std::vector<std::string>{"first", "second"}));
}

void TestAnswer::provisionalIsAFlag()
{
    const auto answer = m_sample.ask(R"({"evenredig": "question/1", "ask": "level", "indicator": "safety.suspects"})");
    QVERIFY(answer);
    QVERIFY(rowOf(*answer, "turkish", "2017")->provisional);
    QCOMPARE(rowOf(*answer, "turkish", "2017")->status, Status::Ok); // it hides no status
    QVERIFY(!rowOf(*answer, "turkish", "2015")->provisional);
}

void TestAnswer::impossibleQuestions_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<int>("code");
    const auto question = [](const char *rest) {
        return QStringLiteral(R"({"evenredig": "question/1", %1})").arg(QLatin1String(rest));
    };
    QTest::newRow("indicator") << question(R"("ask": "level", "indicator": "income.indepedent")")
                               << int(ErrorCode::IndicatorUnknown);
    QTest::newRow("no data") << question(R"("ask": "level", "indicator": "income.percentile")")
                             << int(ErrorCode::IndicatorNoData);
    QTest::newRow("origin") << question(R"("ask": "level", "indicator": "income.low", "origins": ["belgian"])")
                            << int(ErrorCode::OriginUnknown);
    QTest::newRow("period") << question(R"("ask": "level", "indicator": "income.low", "periods": ["1999"])")
                            << int(ErrorCode::PeriodUnknown);
    QTest::newRow("generation") << question(R"("ask": "level", "indicator": "income.low", "generations": ["third"])")
                                << int(ErrorCode::GenerationUnknown);
    QTest::newRow("dataset") << question(R"("ask": "level", "indicator": "income.low", "dataset": "sim")")
                             << int(ErrorCode::DatasetUnknown);
    QTest::newRow("rest") << question(R"("ask": "gap", "indicator": "income.low", "reference": "rest")")
                          << int(ErrorCode::ReferenceImpossible);
    QTest::newRow("national") << question(
        R"("ask": "gap", "indicator": "health.perceived_good_12_64", "reference": "national")")
                              << int(ErrorCode::ReferenceImpossible);
    QTest::newRow("paradox") << question(R"("ask": "paradox", "indicator": "income.low")")
                             << int(ErrorCode::AskImpossible);
    QTest::newRow("where") << question(
        R"("ask": "level", "indicator": "income.low", "where": [{"variable": "sex", "in": ["f"]}])")
                           << int(ErrorCode::IndicatorNoData);
}

void TestAnswer::impossibleQuestions()
{
    QFETCH(QString, json);
    QFETCH(int, code);
    const auto answer = m_sample.ask(json.toStdString());
    QVERIFY(!answer);
    QCOMPARE(int(answer.error().code), code);
    for (const Language language : {Language::Dutch, Language::English}) {
        const QString sentence = QString::fromStdString(message(answer.error(), language));
        QVERIFY2(!sentence.contains(QLatin1Char('{')) && !sentence.contains(QStringLiteral("‹")), qPrintable(sentence));
    }
}

void TestAnswer::referenceIsChosenAndPrinted()
{
    const auto answer = m_sample.ask(
        R"({"evenredig": "question/1", "ask": "gap", "indicator": "income.independent", "reference": "national"})");
    QVERIFY(answer);
    QCOMPARE(answer->reference(), std::string("national"));
    compare(rowOf(*answer, "polish", "2023")->estimate(Key::Gap), 0.016, 0.015, 0.017);
    const Figure figure = buildFigure(*answer, m_sample.catalogue, {});
    QVERIFY(QString::fromStdString(figure.footer.front()).contains(QStringLiteral("de totale bevolking")));
}

// 2005 to 2008 stand in the reports of 2022 and of 2024 with equal values.
void TestAnswer::equalFiguresInTwoSourcesCountOnce()
{
    const auto answer = m_sample.ask(
        R"({"evenredig": "question/1", "ask": "development", "indicator": "safety.suspects", "origins": ["national"]})");
    QVERIFY(answer);
    int in2005 = 0;
    for (const AnswerRow &row : answer->rows)
        in2005 += !row.change && row.period().id() == "2005" ? 1 : 0;
    QCOMPARE(in2005, 1);
    for (const Note &note : answer->notes)
        QVERIFY(note.code != "figures_differ");
}

EVENREDIG_TEST(TestAnswer)
#include "testanswer.moc"
