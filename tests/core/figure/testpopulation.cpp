// Whom a figure is about, wherever it is said: the filter, the universe of the figure, an indicator that says little, the
// range of an axis, and the ratio that an amount without a true zero has not.
#include "core/answer/smalltable.h"
#include "core/figure/buildfigure.h"
#include "core/figure/card.h"
#include "core/output/output.h"
#include "testroom.h"

using namespace evenredig;

namespace {

std::string asked(const char *ask, const char *indicator)
{
    return std::string(R"("ask": ")") + ask + R"(", "indicator": ")" + indicator + "\"";
}

QStringList linesOf(const char *indicator, const char *values = "20.0 30.0 5.0 6.0")
{
    const QStringList numbers = QString::fromLatin1(values).split(u' ');
    QStringList lines;
    for (const char *origin : {"turkish", "none_background"}) {
        for (const char *period : {"2010", "2020"})
            lines << QStringLiteral("%1;total;%2;%3;%4;;;9000").arg(origin, period, indicator, numbers[lines.size()]);
    }
    for (const char *generation : {"first", "second"})
        lines << QStringLiteral("turkish;%1;2020;%2;%3;;;9000").arg(generation, indicator, numbers[1]);
    return lines;
}

struct Said {
    Figure figure;
    std::string card;
};

Said saidOf(const Answer &answer, const Catalogue &catalogue, Language language)
{
    FigureOptions options;
    options.language = language;
    Said said{buildFigure(answer, catalogue, options), {}};
    for (const CardItem &item : buildCard(answer, catalogue, options, -1).items) {
        for (const std::string &line : item.lines)
            said.card += line + "\n";
    }
    return said;
}

bool holds(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

/// Names of texts, arguments that nobody filled, or doubled signs.
QString flawOf(const std::string &text)
{
    for (const char *sign : {"{", "}", "  ", ",,", " ,", "..", "sentence.", "subtitle.", " ."}) {
        if (holds(text, sign))
            return QString::fromStdString("'" + std::string(sign) + "' in: " + text);
    }
    return text.empty() ? QStringLiteral("nothing is said") : QString();
}

} // namespace

class TestPopulation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filterIsSaidEverywhere_data();
    void filterIsSaidEverywhere();
    void universeOfTheFigure();
    void referenceKeepsTheUniverse();
    void indicatorThatSaysLittle_data();
    void indicatorThatSaysLittle();
    void noRatioWithoutTrueZero();
    void axisThatDoesNotBeginAtZero_data();
    void axisThatDoesNotBeginAtZero();
    void referenceOfAnotherDataSet();
};

void TestPopulation::filterIsSaidEverywhere_data()
{
    QTest::addColumn<QString>("ask");
    for (const char *ask : {"level", "development", "gap", "relative", "generations"})
        QTest::newRow(ask) << ask;
}

void TestPopulation::filterIsSaidEverywhere()
{
    QFETCH(QString, ask);
    const SmallTable table("register", linesOf("labour.unemployment"));
    auto answer = table.ask(asked(qPrintable(ask), "labour.unemployment"));
    QVERIFY2(answer, storetest::wrongOf(answer).c_str());
    const auto filtered = Question::fromJson(R"({"evenredig": "question/1", "ask": "level", "indicator": "x",
        "where": [{"variable": "sex", "in": ["f"]}]})",
                                             "q.json");
    answer->question.where = filtered->where;
    answer->filter = {"geslacht: vrouw", "sex: woman"};
    for (const Language language : {Language::Dutch, Language::English}) {
        const std::string &filter = answer->filter.in(language);
        const Said said = saidOf(*answer, table.catalogue, language);
        QVERIFY2(holds(said.figure.subtitle, filter), said.figure.subtitle.c_str());
        QVERIFY2(holds(said.figure.sentences.front(), filter), said.figure.sentences.front().c_str());
        QVERIFY2(holds(said.figure.footer.front(), filter), said.figure.footer.front().c_str());
        QVERIFY2(holds(said.figure.altText, filter), said.figure.altText.c_str());
        QVERIFY2(holds(said.card, filter), said.card.c_str());
        QVERIFY2(flawOf(said.figure.sentences.front()).isEmpty(), qPrintable(flawOf(said.figure.sentences.front())));
    }
    for (const QByteArray &line : QByteArray::fromStdString(answerCsv(*answer)).split('\n').mid(1))
        QVERIFY2(line.isEmpty() || line.contains("\"\"sex\"\""), line.constData());
    QVERIFY(holds(answerJson(*answer), R"("sex")"));
}

void TestPopulation::universeOfTheFigure()
{
    const SmallTable table("register", linesOf("labour.unemployment"), "tabel", "leden van de proef");
    const auto answer = table.ask(asked("level", "labour.unemployment"));
    QVERIFY2(answer, storetest::wrongOf(answer).c_str());
    for (const Language language : {Language::Dutch, Language::English}) {
        const Said said = saidOf(*answer, table.catalogue, language);
        for (const std::string &text :
             {said.figure.subtitle, said.figure.sentences.front(), said.figure.altText, said.card})
            QVERIFY2(holds(text, "leden") && holds(text, "van de proef"), text.c_str());
        const std::string own = table.catalogue.indicator("labour.unemployment")->people.in(language);
        QVERIFY2(!holds(said.figure.subtitle, own), said.figure.subtitle.c_str());
    }
    QVERIFY(holds(answerCsv(*answer), "leden van de proef"));
}

void TestPopulation::referenceKeepsTheUniverse()
{
    const SmallTable table("register", linesOf("labour.unemployment"), "tabel", "leden van de proef");
    const auto answer = table.ask(asked("level", "labour.unemployment") + R"(, "origins": ["none_background"])");
    QVERIFY2(answer, storetest::wrongOf(answer).c_str());
    const Said said = saidOf(*answer, table.catalogue, Language::Dutch);
    QVERIFY2(holds(said.figure.sentences.front(), "leden met Nederlandse herkomst van de proef"),
             said.figure.sentences.front().c_str());
}

void TestPopulation::indicatorThatSaysLittle_data()
{
    QTest::addColumn<QString>("ask");
    QTest::addColumn<int>("unit");
    for (const char *ask : {"level", "development", "gap", "relative", "generations"}) {
        for (const Unit unit : {Unit::Percent, Unit::Mean, Unit::Per1000, Unit::Count})
            QTest::addRow("%s, %s", ask, unitName(unit).data()) << ask << int(unit);
    }
}

// Neither a clause nor people: the label carries the sentence.
void TestPopulation::indicatorThatSaysLittle()
{
    QFETCH(QString, ask);
    QFETCH(int, unit);
    const SmallTable table("register", linesOf("labour.unemployment"), "tabel", "");
    auto answer = table.ask(asked(qPrintable(ask), "labour.unemployment"));
    QVERIFY2(answer, storetest::wrongOf(answer).c_str());
    answer->indicator.clause = {};
    answer->indicator.people = {};
    answer->indicator.label = {"Proefcijfer", "Trial figure"};
    answer->indicator.unit = static_cast<Unit>(unit);
    for (const Language language : {Language::Dutch, Language::English}) {
        const Said said = saidOf(*answer, table.catalogue, language);
        for (const std::string &text : {said.figure.subtitle, said.figure.sentences.front(), said.figure.altText})
            QVERIFY2(flawOf(text).isEmpty(), qPrintable(flawOf(text)));
        if (ask == u"gap")
            continue; // its sentence is about a difference, the title names what of
        const std::string &sentence = said.figure.sentences.front();
        QVERIFY2(holds(sentence, language == Language::Dutch ? "roefcijfer" : "rial figure"), sentence.c_str());
    }
}

void TestPopulation::noRatioWithoutTrueZero()
{
    int without = 0, with = 0;
    const auto catalogue = Catalogue::builtIn();
    QVERIFY(catalogue);
    for (const Indicator &indicator : catalogue->indicators) {
        if (indicator.unit != Unit::Euro && indicator.unit != Unit::Percent)
            continue;
        const bool tried = indicator.trueZero ? with++ < 2 : without++ < 4;
        if (!tried)
            continue;
        const SmallTable table("register", linesOf(indicator.id.c_str()));
        for (const char *ask : {"level", "gap", "relative"}) {
            const auto answer = table.ask(asked(ask, indicator.id.c_str()));
            QVERIFY2(answer, storetest::wrongOf(answer).c_str());
            for (const Key key : {Key::Ratio, Key::RatioChange, Key::ReferenceRatio, Key::MoreInRatio}) {
                const bool any = std::any_of(answer->rows.begin(), answer->rows.end(),
                                             [&](const AnswerRow &row) { return row.estimate(key); });
                QVERIFY2(!any || indicator.trueZero, (indicator.id + " " + std::string(keyName(key))).c_str());
            }
        }
    }
    QVERIFY(without > 0 && with > 0);
}

void TestPopulation::axisThatDoesNotBeginAtZero_data()
{
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<bool>("said");
    QTest::newRow("high and near") << QByteArray("90.0 92.0 91.0 93.0") << true;
    QTest::newRow("from zero") << QByteArray("20.0 30.0 5.0 6.0") << false;
}

void TestPopulation::axisThatDoesNotBeginAtZero()
{
    QFETCH(QByteArray, values);
    QFETCH(bool, said);
    const SmallTable table("register", linesOf("labour.net_participation", values.constData()));
    QVERIFY2(table.failure.isEmpty(), qPrintable(table.failure));
    for (const char *ask : {"level", "development", "generations"}) {
        const auto answer = table.ask(asked(ask, "labour.net_participation"));
        QVERIFY2(answer, storetest::wrongOf(answer).c_str());
        const Figure figure = buildFigure(*answer, table.catalogue, {});
        const Axis &axis = figure.panels.front().axis;
        QCOMPARE(axis.minimum > 0, said);
        const bool told = holds(figure.footer.front(), "as loopt van");
        QVERIFY2(told == (said && axis.maximum - axis.minimum < 30), figure.footer.front().c_str());
    }
}

void TestPopulation::referenceOfAnotherDataSet()
{
    SmallTable table("register", {"turkish;total;2020;labour.unemployment;30.0;;;9000"}, "groep");
    table.add("register", {"none_background;total;2020;labour.unemployment;5.0;;;90000"}, "referentie");
    const auto answer = table.ask(asked("level", "labour.unemployment") + R"(, "origins": ["turkish"])");
    QVERIFY2(answer, storetest::wrongOf(answer).c_str());
    const AnswerRow &row = answer->rows.front();
    QCOMPARE(row.dataset, std::string("groep"));
    QCOMPARE(row.referenceDataset, std::string("referentie"));
    QVERIFY(row.value(Key::Gap));
    QCOMPARE(answer->sources.size(), std::size_t(2)); // both are named and both are in the figure code
    // Where the recipe says that they do not compare, they are not.
    table.compareWith("groep", "no");
    table.add("register",
              {"none_background;total;2021;labour.unemployment;5.0;;;90000",
               "turkish;total;2021;labour.unemployment;5.0;;;90000"},
              "anders");
    const auto later = table.ask(asked("level", "labour.unemployment") + R"(, "periods": ["2021"])");
    QVERIFY2(later, storetest::wrongOf(later).c_str());
}

EVENREDIG_TEST(TestPopulation)
#include "testpopulation.moc"
