// What each line of an answer rests on, whichever row it stands in: its own n, absence and provisional mark; and what a
// break leaves of changes, slopes and lines.
#include "core/answer/smalltable.h"
#include "core/figure/buildfigure.h"
#include "core/output/output.h"
#include "testroom.h"

using namespace evenredig;

namespace {

constexpr const char *indicator = "labour.unemployment";

QString line(const char *origin, const char *generation, const char *period, const char *rest)
{
    return QStringLiteral("%1;%2;%3;%4;%5").arg(origin, generation, period, indicator, rest);
}

std::string asked(const char *ask, const char *rest = "")
{
    return std::string(R"("ask": ")") + ask + R"(", "indicator": ")" + indicator + "\"" + rest;
}

const AnswerRow *rowOf(const Answer &answer, const char *origin, const char *period, bool change = false)
{
    for (const AnswerRow &row : answer.rows) {
        if (row.origin == origin && row.change == change && row.periods.back().id() == period)
            return &row;
    }
    return nullptr;
}

bool hasNote(const Answer &answer, const char *code)
{
    return std::any_of(answer.notes.begin(), answer.notes.end(), [&](const Note &note) { return note.code == code; });
}

Figure figureOf(const Answer &answer, const Catalogue &catalogue, Language language = Language::Dutch)
{
    FigureOptions options;
    options.language = language;
    return buildFigure(answer, catalogue, options);
}

/// Three years in a data set each, of which `pair` is declared as `level`.
struct Breaking {
    SmallTable table{
        "register",
        {line("turkish", "total", "2010", "20.0;;;9000"), line("none_background", "total", "2010", "5.0;;;90000")},
        "a"};

    Breaking(const char *first, const char *second, const char *level)
    {
        const auto declare = [&](const char *dataset) {
            table.extra.clear();
            if (std::string(dataset) == second)
                table.compareWith(first, level);
        };
        declare("b");
        table.add(
            "register",
            {line("turkish", "total", "2015", "15.0;;;9000"), line("none_background", "total", "2015", "5.0;;;90000")},
            "b");
        declare("c");
        table.add(
            "register",
            {line("turkish", "total", "2020", "30.0;;;9000"), line("none_background", "total", "2020", "5.0;;;90000")},
            "c");
    }
};

} // namespace

class TestJudgedLines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLineHasItsOwnN();
    void provisionalIsOfTheNumber();
    void reasonsOfAbsence();
    void aLevelAloneIsJudged_data();
    void aLevelAloneIsJudged();
    void orderIsJudged();
    void equalMillionsAreEqual();
    void breakPartsTheLine();
    void breakInBetween();
    void cautionInEveryChange_data();
    void cautionInEveryChange();
    void referenceBreaksAlone();
    void aBreakLeavesARowInGap();
    void breaksAreCarriedThroughTheChain();
    void wavesThatShareYearsHaveNoTrend();
    void gapSentencesNameWhoAndWhichSide();
    void nothingIsClosedWithoutAVerdict();
};

void TestJudgedLines::everyLineHasItsOwnN()
{
    const SmallTable table("survey", {line("turkish", "total", "2010", "20.0;18.0;22.0;501"),
                                      line("turkish", "first", "2010", "21.0;19.0;23.0;311"),
                                      line("turkish", "second", "2010", "18.0;16.0;20.0;190"),
                                      line("none_background", "total", "2010", "5.0;4.0;6.0;1201"),
                                      line("turkish", "total", "2020", "15.0;13.0;17.0;802"),
                                      line("none_background", "total", "2020", "4.0;3.0;5.0;1402")});
    QVERIFY2(table.failure.isEmpty(), qPrintable(table.failure));
    const auto relative = table.ask(asked("relative"));
    QVERIFY2(relative, storetest::wrongOf(relative).c_str());
    const AnswerRow &row = *rowOf(*relative, "turkish", "2020");
    QCOMPARE(row.estimate(Key::Value)->n, std::optional<double>(802));
    QCOMPARE(row.estimate(Key::Base)->n, std::optional<double>(501));
    QCOMPARE(row.estimate(Key::ReferenceBase)->n, std::optional<double>(1201));
    const auto generations = table.ask(asked("generations"));
    QVERIFY2(generations, storetest::wrongOf(generations).c_str());
    const AnswerRow &pair = *rowOf(*generations, "turkish", "2010");
    QCOMPARE(pair.estimate(Key::First)->n, std::optional<double>(311));
    QCOMPARE(pair.estimate(Key::Second)->n, std::optional<double>(190));
    QCOMPARE(pair.estimate(Key::Reference)->n, std::optional<double>(1201));
    const QString csv = QString::fromStdString(answerCsv(*relative));
    const auto numbers = [&](const char *key) {
        for (const QString &record : csv.split(QStringLiteral("\r\n"))) {
            const QStringList fields = record.split(u',');
            if (fields.value(2) == u"turkish" && fields.value(4) == u"2020" && fields.value(10) == QLatin1String(key))
                return fields.value(17);
        }
        return QString();
    };
    QCOMPARE(numbers("value"), QStringLiteral("802"));
    QCOMPARE(numbers("base"), QStringLiteral("501"));
    QCOMPARE(numbers("reference_base"), QStringLiteral("1201"));
    QCOMPARE(numbers("reference_change"), QString());
}

void TestJudgedLines::provisionalIsOfTheNumber()
{
    SmallTable table("register",
                     {line("turkish", "total", "2010", "20.0;;;9000"), line("turkish", "total", "2020", "30.0;;;9000"),
                      line("none_background", "total", "2010", "5.0;;;90000")});
    table.extra = R"(, "provisional": ["2020"])";
    table.add("register", {line("none_background", "total", "2020", "6.0;;;90000")}, "voorlopig");
    QVERIFY2(table.failure.isEmpty(), qPrintable(table.failure));
    const auto gap = table.ask(asked("gap"));
    QVERIFY2(gap, storetest::wrongOf(gap).c_str());
    const AnswerRow &row = *rowOf(*gap, "turkish", "2020");
    QVERIFY(!row.isProvisional(Key::Value) && row.isProvisional(Key::Reference) && row.isProvisional(Key::Gap));
    QVERIFY(row.provisional && hasNote(*gap, "provisional"));
    const AnswerRow &change = *rowOf(*gap, "turkish", "2020", true);
    QVERIFY(change.isProvisional(Key::GapChange) && !change.isProvisional(Key::GroupChange));
    QVERIFY(!rowOf(*gap, "turkish", "2010")->provisional);
}

void TestJudgedLines::reasonsOfAbsence()
{
    const SmallTable table(
        "register", {line("turkish", "total", "2010", ";;;"), line("turkish", "total", "2020", "30.0;;;9000"),
                     line("polish", "total", "2010", "10.0;;;9000"), line("polish", "total", "2020", "12.0;;;9000"),
                     line("turkish", "first", "2020", "30.0;;;9000"), line("turkish", "second", "2020", ";;;"),
                     line("polish", "first", "2020", "30.0;;;9000"), line("polish", "second", "2020", "20.0;;;9000")});
    QVERIFY2(table.failure.isEmpty(), qPrintable(table.failure));
    const auto relative = table.ask(asked("relative", R"(, "origins": ["turkish", "polish"])"));
    QVERIFY2(relative, storetest::wrongOf(relative).c_str());
    const AnswerRow &since = *rowOf(*relative, "turkish", "2020");
    QVERIFY(since.value(Key::Value) && !since.value(Key::Base));
    QCOMPARE(since.estimate(Key::Base)->absence, std::optional(Missing::Unknown));
    const Figure figure = figureOf(*relative, table.catalogue);
    QVERIFY2(figure.altText.find("onbekend") != std::string::npos, figure.altText.c_str());
    const auto generations = table.ask(asked("generations"));
    QVERIFY2(generations, storetest::wrongOf(generations).c_str());
    const AnswerRow &pair = *rowOf(*generations, "turkish", "2020");
    QVERIFY(pair.value(Key::First) && !pair.value(Key::Second));
    QCOMPARE(pair.estimate(Key::Second)->absence, std::optional(Missing::Unknown));
    FigureOptions options;
    options.emphasised = {"turkish"};
    for (std::size_t i = 0; i < generations->rows.size(); ++i) {
        if (&generations->rows[i] == &pair)
            options.focusRow = int(i);
    }
    const std::string said = buildFigure(*generations, table.catalogue, options).sentences.front();
    QVERIFY2(said.find("30,0 procent") != said.npos && said.find("onbekend") != said.npos, said.c_str());
}

void TestJudgedLines::aLevelAloneIsJudged_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("rest");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("verdict");
    const auto row = [](const char *kind, const char *rest, Status status, Verdict verdict) {
        QTest::addRow("%s %s", kind, rest) << kind << rest << int(status) << int(verdict);
    };
    row("survey", "20.0;18.0;22.0;900", Status::Ok, Verdict::None);
    row("survey", "20.0;18.0;22.0;49", Status::TooFew, Verdict::TooFew);
    row("survey", "20.0;1.0;39.0;900", Status::Unreliable, Verdict::Unreliable);
    row("survey", "20.0;;;900", Status::NoMargin, Verdict::None); // nothing is compared
    row("survey", "20.0;;;49", Status::TooFew, Verdict::TooFew);
    row("register", "20.0;;;20", Status::Ok, Verdict::None);
}

void TestJudgedLines::aLevelAloneIsJudged()
{
    QFETCH(QString, kind);
    QFETCH(QString, rest);
    QFETCH(int, status);
    QFETCH(int, verdict);
    const SmallTable table(qPrintable(kind), {line("turkish", "total", "2020", qPrintable(rest))});
    const auto answer = table.ask(asked("level", R"(, "origins": ["turkish"])"));
    QVERIFY2(answer, storetest::wrongOf(answer).c_str());
    const AnswerRow &row = answer->rows.front();
    QCOMPARE(int(row.status), status);
    QCOMPARE(int(row.assessment.verdict), verdict);
    QVERIFY(row.value(Key::Value)); // shown as printed
    for (const Language language : {Language::Dutch, Language::English}) {
        const std::string said = figureOf(*answer, table.catalogue, language).sentences.front();
        const bool caution = said.find(language == Language::Dutch ? "met voorbehoud" : "with caution") != said.npos;
        QVERIFY2(caution == (row.assessment.verdict != Verdict::None), said.c_str());
        QVERIFY2(said.find('{') == said.npos && said.find("sentence.") == said.npos, said.c_str());
    }
}

void TestJudgedLines::orderIsJudged()
{
    const SmallTable table("survey", {line("turkish", "total", "2020", "20.0;18.0;22.0;900"),
                                      line("moroccan", "total", "2020", "21.0;19.0;23.0;900"),
                                      line("polish", "total", "2020", "10.0;8.0;12.0;900"),
                                      line("somali", "total", "2020", "5.0;;;900")});
    const auto answer = table.ask(asked("level"));
    QVERIFY2(answer, storetest::wrongOf(answer).c_str());
    QCOMPARE(rowOf(*answer, "moroccan", "2020")->aboveNext, std::optional(false)); // Turkish, 1 point lower
    QCOMPARE(rowOf(*answer, "turkish", "2020")->aboveNext, std::optional(true));
    QCOMPARE(rowOf(*answer, "polish", "2020")->aboveNext, std::optional(false)); // the next one has no margin
    QVERIFY(!rowOf(*answer, "somali", "2020")->aboveNext);
}

// statistics.md §7: what chance could make lies within the margin, so the numbers are large enough to say equal.
void TestJudgedLines::equalMillionsAreEqual()
{
    const SmallTable large("register", {line("turkish", "total", "2020", "20.0;;;400000"),
                                        line("none_background", "total", "2020", "20.0;;;9000000")});
    const auto equal = large.ask(asked("level", R"(, "origins": ["turkish"])"));
    QVERIFY2(equal, storetest::wrongOf(equal).c_str());
    QCOMPARE(equal->rows.front().assessment.verdict, Verdict::Equal);
    const SmallTable small("register", {line("turkish", "total", "2020", "20.0;;;300"),
                                        line("none_background", "total", "2020", "20.0;;;9000000")});
    const auto few = small.ask(asked("level", R"(, "origins": ["turkish"])"));
    QVERIFY2(few, storetest::wrongOf(few).c_str());
    QCOMPARE(few->rows.front().assessment.verdict, Verdict::TooFew);
}

void TestJudgedLines::breakPartsTheLine()
{
    const Breaking breaking("a", "b", "no");
    QVERIFY2(breaking.table.failure.isEmpty(), qPrintable(breaking.table.failure));
    const auto answer = breaking.table.ask(asked("development", R"(, "origins": ["turkish"])"));
    QVERIFY2(answer, storetest::wrongOf(answer).c_str());
    QVERIFY(!rowOf(*answer, "turkish", "2010")->isOnLineOf(*rowOf(*answer, "turkish", "2015")));
    QVERIFY(rowOf(*answer, "turkish", "2015")->isOnLineOf(*rowOf(*answer, "turkish", "2020")));
    const AnswerRow &change = *rowOf(*answer, "turkish", "2020", true);
    QCOMPARE(change.periods.front().id(), std::string("2015"));
    QVERIFY(!change.estimate(Key::Slope)); // two years on this side of the break
    QVERIFY(hasNote(*answer, "break_declared"));
    const Figure figure = figureOf(*answer, breaking.table.catalogue);
    for (const Series &series : figure.panels.front().series)
        QVERIFY2(series.runs.size() == 2 && series.runs[0].size() + series.runs[1].size() == 3, series.label.c_str());
    QCOMPARE(figure.panels.front().breaks.size(), std::size_t(1));
    QCOMPARE(figure.table.rows.size(), std::size_t(1)); // one line of the table, whatever breaks
}

// The ends may be comparable, what lies between them is not.
void TestJudgedLines::breakInBetween()
{
    const Breaking breaking("b", "c", "no");
    const auto answer = breaking.table.ask(asked("development", R"(, "origins": ["turkish"])"));
    QVERIFY2(answer, storetest::wrongOf(answer).c_str());
    int broken = 0;
    for (const AnswerRow &row : answer->rows) {
        QVERIFY(!row.estimate(Key::Slope));
        if (row.change && row.periods.back().id() == "2020") {
            ++broken;
            QCOMPARE(row.comparability, Comparability::No);
            QVERIFY(!row.value(Key::Change));
            QCOMPARE(row.assessment.verdict, Verdict::NotComparable);
        }
    }
    QCOMPARE(broken, 1);
}

void TestJudgedLines::cautionInEveryChange_data()
{
    QTest::addColumn<QString>("ask");
    for (const char *ask : {"development", "gap", "relative"})
        QTest::newRow(ask) << ask;
}

void TestJudgedLines::cautionInEveryChange()
{
    QFETCH(QString, ask);
    const Breaking breaking("a", "c", "with_caution");
    const auto answer = breaking.table.ask(asked(qPrintable(ask), R"(, "origins": ["turkish"])"));
    QVERIFY2(answer, storetest::wrongOf(answer).c_str());
    QVERIFY(hasNote(*answer, "comparable_caution"));
    QVERIFY(!hasNote(*answer, "break_declared"));
    const Figure figure = figureOf(*answer, breaking.table.catalogue);
    QVERIFY2(figure.sentences.front().find("andere vraag") != std::string::npos, figure.sentences.front().c_str());
}

// Of relative the group's own change stands where only the reference's figures cross a break.
void TestJudgedLines::referenceBreaksAlone()
{
    SmallTable table(
        "register", {line("turkish", "total", "2010", "20.0;;;9000"), line("turkish", "total", "2020", "30.0;;;9000")});
    table.add("register", {line("none_background", "total", "2010", "5.0;;;90000")}, "r1");
    table.compareWith("r1", "no");
    table.add("register", {line("none_background", "total", "2020", "6.0;;;90000")}, "r2");
    QVERIFY2(table.failure.isEmpty(), qPrintable(table.failure));
    const auto relative = table.ask(asked("relative", R"(, "origins": ["turkish"])"));
    QVERIFY2(relative, storetest::wrongOf(relative).c_str());
    const AnswerRow &row = *rowOf(*relative, "turkish", "2020");
    QCOMPARE(row.assessment.verdict, Verdict::Larger);
    QVERIFY(!row.estimate(Key::ReferenceChange) && row.reference.empty());
    const auto gap = table.ask(asked("gap", R"(, "origins": ["turkish"])"));
    QVERIFY2(gap, storetest::wrongOf(gap).c_str());
    const AnswerRow &change = *rowOf(*gap, "turkish", "2020", true);
    QCOMPARE(change.assessment.verdict, Verdict::NotComparable);
    QVERIFY(!change.estimate(Key::GapChange));
}

void TestJudgedLines::aBreakLeavesARowInGap()
{
    SmallTable table("register", {line("turkish", "total", "2010", "20.0;;;9000"),
                                  line("none_background", "total", "2010", "5.0;;;90000")});
    table.add(
        "register",
        {line("turkish", "total", "2020", "30.0;;;9000"), line("none_background", "total", "2020", "5.0;;;90000")},
        "nieuw", "personen van 15 tot 75 jaar");
    QVERIFY2(table.failure.isEmpty(), qPrintable(table.failure));
    const auto answer = table.ask(asked("gap", R"(, "origins": ["turkish"])"));
    QVERIFY2(answer, storetest::wrongOf(answer).c_str());
    const AnswerRow *change = rowOf(*answer, "turkish", "2020", true);
    QVERIFY(change);
    QCOMPARE(change->assessment.verdict, Verdict::NotComparable);
    QVERIFY(change->value(Key::GapFirst) && change->value(Key::GapLast) && !change->value(Key::GapChange));
    const std::string said = figureOf(*answer, table.catalogue).sentences.front();
    QVERIFY2(said.find("niet te vergelijken") != said.npos, said.c_str());
}

// a with caution to b, b not to c: whatever is said of a and c, no change crosses the break between them.
void TestJudgedLines::breaksAreCarriedThroughTheChain()
{
    const Breaking breaking("b", "c", "no");
    for (const char *ask : {"development", "relative", "gap"}) {
        const auto answer = breaking.table.ask(asked(ask, R"(, "origins": ["turkish"])"));
        QVERIFY2(answer, storetest::wrongOf(answer).c_str());
        bool told = false;
        for (const AnswerRow &row : answer->rows) {
            const bool last = row.periods.back().id() == "2020" && (row.change || row.base);
            if (!last)
                continue;
            told = true;
            QVERIFY2(row.assessment.verdict == Verdict::NotComparable, ask);
            QVERIFY2(!row.estimate(Key::Change) && !row.estimate(Key::GapChange), ask);
        }
        QVERIFY2(told && hasNote(*answer, "break_declared"), ask);
        for (const Note &note : answer->notes)
            QVERIFY2(note.text.nl.find("..") == std::string::npos, note.text.nl.c_str());
    }
}

void TestJudgedLines::wavesThatShareYearsHaveNoTrend()
{
    const SmallTable table("survey", {line("turkish", "total", "2012..2016", "20.0;18.0;22.0;900"),
                                      line("turkish", "total", "2015..2019", "25.0;23.0;27.0;900"),
                                      line("turkish", "total", "2020..2023", "30.0;28.0;32.0;900")});
    QVERIFY2(table.failure.isEmpty(), qPrintable(table.failure));
    const auto answer = table.ask(asked("development", R"(, "origins": ["turkish"])"));
    QVERIFY2(answer, storetest::wrongOf(answer).c_str());
    const AnswerRow &change = *rowOf(*answer, "turkish", "2020..2023", true);
    QCOMPARE(change.assessment.verdict, Verdict::Larger);
    QVERIFY(!change.estimate(Key::Slope));
    const Figure figure = figureOf(*answer, table.catalogue);
    const Series &series = figure.panels.front().series.front();
    QCOMPARE(series.runs.size(), std::size_t(2)); // 2012/2016 stands by itself
    QVERIFY(series.runs[0].front().low);          // a sampling margin is drawn
    const auto relative = table.ask(asked("relative", R"(, "origins": ["turkish"])"));
    QVERIFY2(relative, storetest::wrongOf(relative).c_str());
    QVERIFY(hasNote(*relative, "overlap_periods"));
}

void TestJudgedLines::gapSentencesNameWhoAndWhichSide()
{
    const SmallTable table("survey", {line("turkish", "total", "2010", "19.0;18.0;20.0;900"),
                                      line("none_background", "total", "2010", "20.0;19.0;21.0;900"),
                                      line("turkish", "total", "2020", "27.0;26.0;28.0;900"),
                                      line("none_background", "total", "2020", "20.0;19.0;21.0;900")});
    const auto answer = table.ask(asked("gap", R"(, "origins": ["turkish"])"));
    QVERIFY2(answer, storetest::wrongOf(answer).c_str());
    const std::string nl = figureOf(*answer, table.catalogue).sentences.front();
    QVERIFY2(nl.find("herkomst Turkije") != nl.npos, nl.c_str());
    QVERIFY2(nl.find("1,0 procentpunt lager") != nl.npos && nl.find("7,0 procentpunt hoger") != nl.npos, nl.c_str());
    const std::string en = figureOf(*answer, table.catalogue, Language::English).sentences.front();
    QVERIFY2(en.find("lower") != en.npos && en.find("higher") != en.npos, en.c_str());
    // An interval beside an absolute difference goes from small to large as well.
    const auto level = table.ask(asked("level", R"(, "origins": ["turkish"], "reference": "none_background")"));
    QVERIFY2(level, storetest::wrongOf(level).c_str());
    const std::string said = figureOf(*level, table.catalogue).sentences.front();
    QVERIFY2(said.find("\u2212") == said.npos, said.c_str());
}

void TestJudgedLines::nothingIsClosedWithoutAVerdict()
{
    const SmallTable table("survey", {line("turkish", "total", "2010", "30.0;28.0;32.0;900"),
                                      line("none_background", "total", "2010", "20.0;19.0;21.0;900"),
                                      line("turkish", "total", "2020", "25.0;;;900"),
                                      line("none_background", "total", "2020", "20.0;19.0;21.0;900")});
    const auto answer = table.ask(asked("gap", R"(, "origins": ["turkish"])"));
    QVERIFY2(answer, storetest::wrongOf(answer).c_str());
    const AnswerRow &change = *rowOf(*answer, "turkish", "2020", true);
    QCOMPARE(change.assessment.verdict, Verdict::NoMargin);
    QVERIFY(!change.estimate(Key::Closed));
    const std::string said = figureOf(*answer, table.catalogue).sentences.front();
    QVERIFY2(said.find("Niet alle marges") != said.npos, said.c_str());
}

EVENREDIG_TEST(TestJudgedLines)
#include "testjudgedlines.moc"
