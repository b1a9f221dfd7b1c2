// The rules of statistics.md §7 hold in every question alike, and a row is compared with what was asked, or with nothing.
#include "core/answer/smalltable.h"
#include "core/figure/buildfigure.h"
#include "testroom.h"

using namespace evenredig;

namespace {

constexpr const char *indicator = "labour.unemployment";

/// "turkish;first;2010;labour.unemployment;5.0;;;40" for each of two groups, two generations and two periods.
QStringList tableOf(const QString &tail, double step = 5)
{
    QStringList lines;
    double value = 20;
    for (const char *origin : {"none_background", "turkish"}) {
        for (const char *generation : {"total", "first", "second"}) {
            for (const char *period : {"2010", "2020"}) {
                const bool reference = QByteArray(origin) == "none_background";
                if (reference && QByteArray(generation) != "total")
                    continue;
                const QString number = QString::number(value, 'f', 1);
                value += step;
                lines << QStringLiteral("%1;%2;%3;%4;%5;%6").arg(origin, generation, period, indicator, number, tail);
            }
        }
    }
    return lines;
}

std::string asked(const char *ask, const char *rest = "")
{
    return std::string(R"("ask": ")") + ask + R"(", "indicator": ")" + indicator + "\"" + rest;
}

/// Every verdict of an answer, of the groups and without what has no comparison.
QStringList verdictsOf(const Answer &answer)
{
    QStringList words;
    for (const AnswerRow &row : answer.rows) {
        if (row.assessment.verdict != Verdict::None)
            words << QString::fromStdString(std::string(verdictName(row.assessment.verdict)));
    }
    words.removeDuplicates();
    return words;
}

} // namespace

class TestJudgedQuestions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneRuleInEveryQuestion_data();
    void oneRuleInEveryQuestion();
    void countsAreNotJudged();
    void rowsNameTheirOwnReference();
    void noOtherReferenceThanWasAsked();
    void overviewLeavesOutWhatCannotBeCompared();
    void aWholeIsNotComparedWithItsPart();
    void onePeriodIsNoDevelopment();
    void generationsAreAskedOnce();
    void confidenceIsUsed();
    void changesHaveOneBase();
    void aGapByChanceHasNoSign();
    void overviewShowsTheChangeOfItsCell();
    void noNoteOnPeopleWhoWereNotAskedAbout();
};

void TestJudgedQuestions::oneRuleInEveryQuestion_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("tail"); // low;high;n
    QTest::addColumn<QString>("verdict");
    QTest::newRow("small counts") << "register"
                                  << ";;40"
                                  << "too_few";
    QTest::newRow("few events") << "register"
                                << ";;45"
                                << "too_few";
    QTest::newRow("chance") << "register"
                            << ";;101"
                            << "too_few";
    QTest::newRow("no margin") << "survey"
                               << ";;"
                               << "no_margin";
    QTest::newRow("few observations") << "survey"
                                      << "1.0;90.0;30"
                                      << "too_few";
    QTest::newRow("wide margins") << "survey"
                                  << "1.0;90.0;400"
                                  << "unreliable";
}

void TestJudgedQuestions::oneRuleInEveryQuestion()
{
    QFETCH(QString, kind);
    QFETCH(QString, tail);
    QFETCH(QString, verdict);
    const SmallTable table(kind.toUtf8().constData(), tableOf(tail, 0.5));
    QVERIFY2(table.failure.isEmpty(), qPrintable(table.failure));
    for (const char *ask : {"level", "development", "gap", "relative", "generations"}) {
        const auto answer = table.ask(asked(ask));
        QVERIFY2(answer, storetest::wrongOf(answer).c_str());
        QVERIFY2(verdictsOf(*answer) == QStringList{verdict},
                 qPrintable(QString::fromLatin1(ask) + ": " + verdictsOf(*answer).join(u' ')));
        // Without a verdict no movement is stated.
        for (const Language language : {Language::Dutch, Language::English}) {
            FigureOptions options;
            options.language = language;
            const Figure figure = buildFigure(*answer, table.catalogue, options);
            const QString said = QString::fromStdString(figure.title + " " + figure.sentences.front());
            for (const char *word : {"steeg", "daalde", "gestegen", "gedaald", " rose", " fell", "risen", "fallen"})
                QVERIFY2(!said.contains(QLatin1String(word)), qPrintable(said));
        }
    }
}

void TestJudgedQuestions::countsAreNotJudged()
{
    SmallTable table("register", {"turkish;total;2010;safety.suspects_count;100.0;;;",
                                  "turkish;total;2020;safety.suspects_count;200.0;;;",
                                  "turkish;first;2020;safety.suspects_count;120.0;;;",
                                  "turkish;second;2020;safety.suspects_count;80.0;;;",
                                  "none_background;total;2010;safety.suspects_count;900.0;;;",
                                  "none_background;total;2020;safety.suspects_count;800.0;;;"});
    QVERIFY2(table.failure.isEmpty(), qPrintable(table.failure));
    for (const char *ask : {"level", "development", "gap", "relative", "generations"}) {
        const auto answer = table.ask(std::string(R"("ask": ")") + ask + R"(", "indicator": "safety.suspects_count")");
        QVERIFY2(answer, storetest::wrongOf(answer).c_str());
        QVERIFY2(verdictsOf(*answer).isEmpty(), ask);
        const std::string said = buildFigure(*answer, table.catalogue, {}).sentences.front();
        QVERIFY2(said.find("aan te tonen") == said.npos && said.find("aantoonbaar") == said.npos, said.c_str());
    }
}

void TestJudgedQuestions::rowsNameTheirOwnReference()
{
    SmallTable table("register", {"turkish;total;2020;labour.unemployment;10.0;;;1000",
                                  "none_background;total;2020;labour.unemployment;5.0;;;100000"});
    table.add("register", {"turkish;total;2020;income.low;20.0;;;1000", "national;total;2020;income.low;8.0;;;100000"},
              "andere");
    QVERIFY2(table.failure.isEmpty(), qPrintable(table.failure));
    const auto answer = table.ask(R"("ask": "overview")");
    QVERIFY2(answer, storetest::wrongOf(answer).c_str());
    for (const AnswerRow &row : answer->rows) {
        if (row.value(Key::Gap))
            QCOMPARE(row.reference, std::string(row.indicator == "income.low" ? "national" : "none_background"));
    }
    const Figure figure = buildFigure(*answer, table.catalogue, {});
    for (const MatrixRow &row : figure.panels.front().matrix)
        QVERIFY2(row.reference.find('(') != row.reference.npos, row.reference.c_str()); // two: each is named
    QVERIFY(figure.footer.front().find("de totale bevolking") != std::string::npos);
    QVERIFY(figure.footer.front().find("Nederlandse herkomst") != std::string::npos);
}

void TestJudgedQuestions::noOtherReferenceThanWasAsked()
{
    SmallTable table("register", {"turkish;total;2010;labour.unemployment;10.0;;;1000",
                                  "turkish;total;2020;labour.unemployment;12.0;;;1000",
                                  "none_background;total;2010;labour.unemployment;5.0;;;100000",
                                  "none_background;total;2020;labour.unemployment;5.0;;;100000",
                                  "national;total;2010;labour.unemployment;6.0;;;100000"});
    const auto level = table.ask(asked("level", R"(, "reference": "national")"));
    QVERIFY2(level, storetest::wrongOf(level).c_str());
    for (const AnswerRow &row : level->rows) {
        QVERIFY(row.reference.empty() || row.reference == "national");
        QCOMPARE(row.value(Key::Gap).has_value(), row.origin == "turkish" && row.period().id() == "2010");
    }
    QVERIFY(std::any_of(level->notes.begin(), level->notes.end(),
                        [](const Note &note) { return note.code == "reference_absent"; }));
    for (const char *other : {"polish", "rest"}) {
        const auto refused = table.ask(asked("level", (R"(, "reference": ")" + std::string(other) + "\"").c_str()));
        QVERIFY(!refused);
        QCOMPARE(int(refused.error().code), int(ErrorCode::ReferenceImpossible));
        QVERIFY(message(refused.error(), Language::Dutch).find("polish") == std::string::npos); // words, no ids
    }
}

void TestJudgedQuestions::overviewLeavesOutWhatCannotBeCompared()
{
    SmallTable table("register",
                     {"turkish;total;2020;labour.unemployment;10.0;;;1000",
                      "none_background;total;2020;labour.unemployment;5.0;;;100000",
                      "turkish;total;2020;income.low;20.0;;;1000", "national;total;2020;income.low;8.0;;;100000"});
    const auto answer = table.ask(R"("ask": "overview", "reference": "national", "origins": ["turkish"])");
    QVERIFY2(answer, storetest::wrongOf(answer).c_str());
    QCOMPARE(answer->rows.size(), std::size_t(2));
    for (const AnswerRow &row : answer->rows)
        QCOMPARE(row.value(Key::Gap).has_value(), row.indicator == "income.low");
    QVERIFY(std::any_of(answer->notes.begin(), answer->notes.end(),
                        [](const Note &note) { return note.code == "overview_uncompared"; }));
}

void TestJudgedQuestions::aWholeIsNotComparedWithItsPart()
{
    const SmallTable table("register", {"national;total;2020;labour.unemployment;10.0;;;1000",
                                        "none_background;total;2020;labour.unemployment;5.0;;;100000"});
    const auto answer = table.ask(asked("level", R"(, "origins": ["national", "none_background"])"));
    QVERIFY2(answer, storetest::wrongOf(answer).c_str());
    for (const AnswerRow &row : answer->rows)
        QVERIFY(!row.value(Key::Gap) && row.assessment.verdict == Verdict::None);
}

void TestJudgedQuestions::onePeriodIsNoDevelopment()
{
    const SmallTable table("register", {"turkish;total;2020;labour.unemployment;10.0;;;1000",
                                        "polish;total;2010;labour.unemployment;5.0;;;100000"});
    for (const char *ask : {"development", "relative"}) {
        const auto refused = table.ask(asked(ask));
        QVERIFY(!refused);
        QCOMPARE(storetest::contextOf(refused.error(), "reason"), std::string("one_period"));
    }
}

void TestJudgedQuestions::generationsAreAskedOnce()
{
    const SmallTable table("register", tableOf(";;1000"));
    const auto once = table.ask(asked("level", R"(, "generations": ["first"])"));
    const auto twice = table.ask(asked("level", R"(, "generations": ["first", "first"])"));
    QVERIFY(once && twice);
    QCOMPARE(twice->rows.size(), once->rows.size());
    const auto one = table.ask(asked("generations", R"(, "generations": ["first"])"));
    QVERIFY(!one);
    QCOMPARE(storetest::contextOf(one.error(), "reason"), std::string("both_generations"));
}

void TestJudgedQuestions::confidenceIsUsed()
{
    const SmallTable survey("survey", {"turkish;total;2020;labour.unemployment;10.0;8.0;12.0;900",
                                       "none_background;total;2020;labour.unemployment;5.0;4.0;6.0;900"});
    const auto width = [&](const char *confidence) {
        const auto answer = survey.ask(asked("level", confidence));
        const Estimate *gap = answer ? answer->rows.back().estimate(Key::Gap) : nullptr;
        return gap && gap->hasInterval() ? *gap->high - *gap->low : -1;
    };
    QVERIFY(width("") > 0);
    QVERIFY(width(R"(, "confidence": 0.9)") < width(""));
    QVERIFY(width(R"(, "confidence": 0.99)") > width(""));
    const SmallTable complete("register", {"turkish;total;2020;labour.unemployment;10.0;;;1000"});
    for (const char *key : {R"(, "confidence": 0.9)", R"(, "base": "2019")", R"(, "controls": [["sex"]])",
                            R"(, "estimator": "all")", R"(, "split": "sex")", R"(, "options": {})"}) {
        const auto refused = complete.ask(asked("level", key));
        QVERIFY2(!refused && refused.error().code == ErrorCode::KeyUnused, key);
    }
    for (const char *key : {R"(, "confidence": 0.95)", R"(, "base": null)", R"(, "base": "2020")",
                            R"(, "estimator": "regression")", R"(, "split": null)"})
        QVERIFY2(complete.ask(asked("level", key)), key);
}

void TestJudgedQuestions::changesHaveOneBase()
{
    const SmallTable table("register", {"turkish;total;2010;labour.unemployment;10.0;;;9000",
                                        "turkish;total;2020;labour.unemployment;20.0;;;9000",
                                        "polish;total;2015;labour.unemployment;10.0;;;9000",
                                        "polish;total;2020;labour.unemployment;20.0;;;9000"});
    const auto answer = table.ask(asked("relative"));
    QVERIFY2(answer, storetest::wrongOf(answer).c_str());
    for (const AnswerRow &row : answer->rows) {
        QCOMPARE(row.value(Key::Change).has_value(), row.origin == "turkish" && row.period().id() == "2020");
        QVERIFY(!row.base || row.base->id() == "2010");
    }
}

// statistics.md §7, Development: s0 is the sign of the first gap only where that is established.
void TestJudgedQuestions::aGapByChanceHasNoSign()
{
    const SmallTable table("register", {"turkish;total;2010;labour.unemployment;4.8;;;1000",
                                        "none_background;total;2010;labour.unemployment;5.0;;;100000",
                                        "turkish;total;2020;labour.unemployment;12.0;;;1000",
                                        "none_background;total;2020;labour.unemployment;5.0;;;100000"});
    const auto answer = table.ask(asked("gap"));
    QVERIFY2(answer, storetest::wrongOf(answer).c_str());
    const AnswerRow &change = answer->rows.back();
    QVERIFY(change.change);
    QCOMPARE(change.assessment.verdict, Verdict::Larger); // not reversed: nothing was below before
    QVERIFY(!change.value(Key::Closed));                  // and nothing that could be closed
}

void TestJudgedQuestions::overviewShowsTheChangeOfItsCell()
{
    const SmallTable table("register", {"turkish;total;2010;labour.unemployment;20.0;;;9000",
                                        "none_background;total;2010;labour.unemployment;5.0;;;90000",
                                        "turkish;total;2015;labour.unemployment;15.0;;;9000",
                                        "none_background;total;2015;labour.unemployment;5.0;;;90000",
                                        "turkish;total;2020;labour.unemployment;30.0;;;9000"});
    const auto answer = table.ask(R"("ask": "overview", "origins": ["turkish"])");
    QVERIFY2(answer, storetest::wrongOf(answer).c_str());
    QCOMPARE(answer->rows.front().period().id(), std::string("2020"));
    QVERIFY(!answer->rows.front().value(Key::GapChange)); // that of 2010 to 2015 is not about this cell
    QCOMPARE(answer->rows.front().changeAssessment.verdict, Verdict::None);
}

void TestJudgedQuestions::noNoteOnPeopleWhoWereNotAskedAbout()
{
    const SmallTable table("register", {"turkish;total;2020;safety.suspects_count;100.0;;;",
                                        "national;total;2020;safety.suspects_count;900.0;;;"});
    const auto answer = table.ask(R"("ask": "level", "indicator": "safety.suspects_count", "reference": "national")");
    QVERIFY2(answer, storetest::wrongOf(answer).c_str());
    for (const Note &note : answer->notes) // of counts the rest is smaller, not further away
        QVERIFY(note.code != "reference_contains" && note.code != "much_missing");
}

EVENREDIG_TEST(TestJudgedQuestions)
#include "testjudgedquestions.moc"
