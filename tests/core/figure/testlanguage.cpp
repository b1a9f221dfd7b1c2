// A line per verdict and question: the sentence that the program writes, in Dutch and in English, word for
// word (language.md §1 and §3), and the verdict words of tables and cards.
#include "core/figure/buildfigure.h"
#include "core/figure/card.h"
#include "core/figure/figure.h"
#include "testroom.h"

#include <QtTest>

using namespace evenredig;

namespace {

Estimate known(double value, double low, double high)
{
    Estimate estimate;
    estimate.value = value;
    estimate.low = low;
    estimate.high = high;
    estimate.method = Method::Rounding;
    return estimate;
}

Indicator education(Direction direction)
{
    Indicator indicator;
    indicator.id = "attainment.higher";
    indicator.label = {"Hbo- of wo-diploma", "Higher education"};
    indicator.clause = {"een hbo- of wo-diploma heeft", "has a higher education degree"};
    indicator.people = {"personen van 25 tot 45 jaar", "people aged 25 to 44"};
    indicator.direction = direction;
    indicator.relevance = 0.02;
    indicator.minimumN = 50;
    return indicator;
}

struct Case {
    Ask ask = Ask::Level;
    Verdict verdict = Verdict::None;
    Size size = Size::None;
    double group0 = 0.31, group1 = 0.36, reference0 = 0.46, reference1 = 0.48;
};

AnswerRow periodRow(const Case &item, const char *period, double group, double reference)
{
    AnswerRow row;
    row.origin = "turkish";
    row.generation = "total";
    row.periods = {*Period::parse(period)};
    row.dataset = "set";
    row.classification = "migratieachtergrond-2016";
    row.series = "s";
    row.reference = "none_background";
    row.decimals = 0;
    row.assessment.verdict = item.ask == Ask::Level ? item.verdict : Verdict::LessFavourable;
    row.assessment.size = item.size;
    row.estimates = {{Key::Value, known(group, group, group)},
                     {Key::Reference, known(reference, reference, reference)},
                     {Key::Gap, known(group - reference, group - reference - 0.01, group - reference + 0.01)},
                     {Key::Ratio, known(group / reference, group / reference, group / reference)}};
    return row;
}

Answer answerOf(const Case &item)
{
    Answer answer;
    answer.question.ask = item.ask;
    answer.question.indicator = "attainment.higher";
    answer.indicator = education(Direction::Higher);
    answer.origins = {"turkish"};
    answer.generations = {"total"};
    answer.periods = {*Period::parse("2006"), *Period::parse("2015")};
    DatasetInfo info;
    info.id = "set";
    info.source = {"CBS, voorbeeldtabel", "CBS, example table"};
    answer.sources = {info};
    answer.rows = {periodRow(item, "2006", item.group0, item.reference0),
                   periodRow(item, "2015", item.group1, item.reference1)};
    if (item.ask == Ask::Level) {
        answer.periods.erase(answer.periods.begin());
        answer.rows.erase(answer.rows.begin());
        return answer;
    }
    AnswerRow change = periodRow(item, "2015", item.group1, item.reference1);
    change.change = true;
    change.periods = answer.periods;
    change.assessment.verdict = item.verdict;
    change.assessment.size = item.size;
    const auto movement = [](double from, double to) {
        return Assessment{to > from ? Verdict::Larger : to < from ? Verdict::Smaller : Verdict::Unchanged};
    };
    change.groupMovement = movement(item.group0, item.group1);
    change.referenceMovement = movement(item.reference0, item.reference1);
    const double gap0 = item.group0 - item.reference0, gap1 = item.group1 - item.reference1;
    if (item.ask == Ask::Development) {
        change.estimates = {{Key::First, known(item.group0, item.group0, item.group0)},
                            {Key::Last, known(item.group1, item.group1, item.group1)},
                            {Key::Change, known(item.group1 - item.group0, 0, 0)}};
    } else {
        change.estimates = {{Key::GapFirst, known(gap0, gap0, gap0)},
                            {Key::GapLast, known(gap1, gap1, gap1)},
                            {Key::GapChange, known(gap1 - gap0, 0, 0)},
                            {Key::GroupChange, known(item.group1 - item.group0, 0, 0)},
                            {Key::ReferenceChange, known(item.reference1 - item.reference0, 0, 0)}};
    }
    if (item.verdict == Verdict::NotComparable) {
        change.comparability = Comparability::No;
        change.comparabilityReason = {"de indeling naar herkomst is gewijzigd", "the classification of origin changed"};
    }
    answer.rows.push_back(change);
    return answer;
}

} // namespace

Q_DECLARE_METATYPE(Case)

class TestLanguage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sentences_data();
    void sentences();
    void words_data();
    void words();
    void directionDecidesTheAssessment();

private:
    Catalogue m_catalogue;
};

void TestLanguage::initTestCase()
{
    auto catalogue = Catalogue::builtIn();
    QVERIFY(catalogue);
    m_catalogue = std::move(*catalogue);
}

namespace {

// The sentence of a complete count ends with what kind of figure it is.
void counted(const char *name, const Case &item, const char *dutch, const char *english)
{
    QTest::newRow(name) << item
                        << QString::fromUtf8(dutch) + QStringLiteral(" Volledige telling: geen steekproefmarge.")
                        << QString::fromUtf8(english) + QStringLiteral(" Complete count: no sampling margin.");
}

void levelSentences()
{
    counted(
        "level lower", {Ask::Level, Verdict::LessFavourable, Size::BeyondMargin},
        "Onder personen met herkomst Turkije van 25 tot 45 jaar is het aandeel dat een hbo- of wo-diploma heeft 36 "
        "procent (2015). Dat is 12 procentpunt lager dan onder personen zonder migratieachtergrond van 25 tot 45 jaar.",
        "Among people of Turkish origin aged 25 to 44, the share that has a higher education degree is 36 per cent "
        "(2015). That is 12 percentage points lower than among people without a migration background aged 25 to 44.");
    counted(
        "level higher", {Ask::Level, Verdict::MoreFavourable, Size::BeyondMargin, 0.31, 0.52},
        "Onder personen met herkomst Turkije van 25 tot 45 jaar is het aandeel dat een hbo- of wo-diploma heeft 52 "
        "procent (2015). Dat is 4 procentpunt hoger dan onder personen zonder migratieachtergrond van 25 tot 45 jaar.",
        "Among people of Turkish origin aged 25 to 44, the share that has a higher education degree is 52 per cent "
        "(2015). That is 4 percentage points higher than among people without a migration background aged 25 to 44.");
    counted("level slightly lower", {Ask::Level, Verdict::Lower, Size::Small, 0.31, 0.45},
            "Onder personen met herkomst Turkije van 25 tot 45 jaar is het aandeel dat een hbo- of wo-diploma heeft 45 "
            "procent (2015). Dat is 3 procentpunt lager dan onder personen zonder migratieachtergrond van 25 tot 45 "
            "jaar; een klein verschil.",
            "Among people of Turkish origin aged 25 to 44, the share that has a higher education degree is 45 per cent "
            "(2015). That is 3 percentage points lower than among people without a migration background aged 25 to 44; "
            "a small difference.");
    counted("level equal", {Ask::Level, Verdict::Equal, Size::None, 0.31, 0.48},
            "Onder personen met herkomst Turkije van 25 tot 45 jaar is het aandeel dat een hbo- of wo-diploma heeft 48 "
            "procent, onder personen zonder migratieachtergrond van 25 tot 45 jaar 48 procent (2015). Dat is ongeveer "
            "gelijk: het verschil is hooguit 1 procentpunt.",
            "Among people of Turkish origin aged 25 to 44, the share that has a higher education degree is 48 per "
            "cent, among people without a migration background aged 25 to 44 48 per cent (2015). That is about equal: "
            "the difference is at most 1 percentage points.");
    counted("level not demonstrable", {Ask::Level, Verdict::NotDemonstrable},
            "Onder personen met herkomst Turkije van 25 tot 45 jaar is het aandeel dat een hbo- of wo-diploma heeft 36 "
            "procent, onder personen zonder migratieachtergrond van 25 tot 45 jaar 48 procent (2015). Een verschil is "
            "met deze cijfers niet aan te tonen.",
            "Among people of Turkish origin aged 25 to 44, the share that has a higher education degree is 36 per "
            "cent, among people without a migration background aged 25 to 44 48 per cent (2015). A difference cannot "
            "be demonstrated with these figures.");
    counted(
        "level no margin", {Ask::Level, Verdict::NoMargin},
        "Volgens de bron (CBS, voorbeeldtabel) is het aandeel dat een hbo- of wo-diploma heeft 36 procent onder "
        "personen met herkomst Turkije van 25 tot 45 jaar en 48 procent onder personen zonder migratieachtergrond van "
        "25 tot 45 jaar (2015). De marges zijn niet gepubliceerd; over het verschil is geen uitspraak mogelijk.",
        "According to the source (CBS, example table), the share that has a higher education degree is 36 per cent "
        "among people of Turkish origin aged 25 to 44 and 48 per cent among people without a migration background aged "
        "25 to 44 (2015). The margins were not published; no verdict on the difference is possible.");
    counted("level small numbers", {Ask::Level, Verdict::TooFew},
            "Onder personen met herkomst Turkije van 25 tot 45 jaar is het aandeel dat een hbo- of wo-diploma heeft 36 "
            "procent, onder personen zonder migratieachtergrond van 25 tot 45 jaar 48 procent (2015). De aantallen "
            "zijn te klein voor een uitspraak over het verschil.",
            "Among people of Turkish origin aged 25 to 44, the share that has a higher education degree is 36 per "
            "cent, among people without a migration background aged 25 to 44 48 per cent (2015). The numbers are too "
            "small for a verdict on the difference.");
}

void developmentSentences()
{
    counted("development rose", {Ask::Development, Verdict::Larger, Size::BeyondMargin},
            "Tussen 2006 en 2015 steeg het aandeel personen met herkomst Turkije van 25 tot 45 jaar dat een hbo- of "
            "wo-diploma heeft van 31 naar 36 procent: 5 procentpunt.",
            "Between 2006 and 2015 the share of people of Turkish origin aged 25 to 44 that has a higher education "
            "degree rose from 31 to 36 per cent: 5 percentage points.");
    counted("development fell", {Ask::Development, Verdict::Smaller, Size::BeyondMargin, 0.36, 0.31},
            "Tussen 2006 en 2015 daalde het aandeel personen met herkomst Turkije van 25 tot 45 jaar dat een hbo- of "
            "wo-diploma heeft van 36 naar 31 procent: 5 procentpunt.",
            "Between 2006 and 2015 the share of people of Turkish origin aged 25 to 44 that has a higher education "
            "degree fell from 36 to 31 per cent: 5 percentage points.");
    counted("development unchanged", {Ask::Development, Verdict::Unchanged},
            "Tussen 2006 en 2015 bleef het aandeel personen met herkomst Turkije van 25 tot 45 jaar dat een hbo- of "
            "wo-diploma heeft ongeveer gelijk (31 en 36 procent).",
            "Between 2006 and 2015 the share of people of Turkish origin aged 25 to 44 that has a higher education "
            "degree stayed about equal (31 and 36 per cent).");
    counted("development not demonstrable", {Ask::Development, Verdict::NotDemonstrable},
            "Het aandeel personen met herkomst Turkije van 25 tot 45 jaar dat een hbo- of wo-diploma heeft was 31 in "
            "2006 en 36 procent in 2015; een verandering is niet aan te tonen.",
            "The share of people of Turkish origin aged 25 to 44 that has a higher education degree was 31 in 2006 and "
            "36 per cent in 2015; a change cannot be demonstrated.");
    counted("development not comparable", {Ask::Development, Verdict::NotComparable},
            "De cijfers van 2006 en 2015 zijn niet te vergelijken: de indeling naar herkomst is gewijzigd.",
            "The figures of 2006 and 2015 cannot be compared: the classification of origin changed.");
}

void gapSentences()
{
    counted("gap smaller", {Ask::Gap, Verdict::Smaller, Size::BeyondMargin},
            "Het verschil tussen personen met herkomst Turkije van 25 tot 45 jaar en personen zonder "
            "migratieachtergrond van 25 tot 45 jaar werd kleiner: van 15 naar 12 procentpunt, een verandering van 3. "
            "Onder personen met herkomst Turkije van 25 tot 45 jaar steeg het cijfer 5 procentpunt, onder personen "
            "zonder migratieachtergrond van 25 tot 45 jaar steeg het 2 procentpunt.",
            "The difference between people of Turkish origin aged 25 to 44 and people without a migration background "
            "aged 25 to 44 became smaller: from 15 to 12 percentage points, a change of 3. Among people of Turkish "
            "origin aged 25 to 44 the figure rose 5 percentage points, among people without a migration background "
            "aged 25 to 44 it rose 2 percentage points.");
    counted("gap larger", {Ask::Gap, Verdict::Larger, Size::BeyondMargin, 0.36, 0.31},
            "Het verschil tussen personen met herkomst Turkije van 25 tot 45 jaar en personen zonder "
            "migratieachtergrond van 25 tot 45 jaar werd groter: van 10 naar 17 procentpunt, een verandering van 7. "
            "Onder personen met herkomst Turkije van 25 tot 45 jaar daalde het cijfer 5 procentpunt, onder personen "
            "zonder migratieachtergrond van 25 tot 45 jaar steeg het 2 procentpunt.",
            "The difference between people of Turkish origin aged 25 to 44 and people without a migration background "
            "aged 25 to 44 became larger: from 10 to 17 percentage points, a change of 7. Among people of Turkish "
            "origin aged 25 to 44 the figure fell 5 percentage points, among people without a migration background "
            "aged 25 to 44 it rose 2 percentage points.");
    counted("gap reversed", {Ask::Gap, Verdict::Reversed, Size::BeyondMargin, 0.40, 0.52},
            "In 2006 lag het aandeel dat een hbo- of wo-diploma heeft onder personen met herkomst Turkije van 25 tot "
            "45 jaar 6 procentpunt lager dan onder personen zonder migratieachtergrond van 25 tot 45 jaar, in 2015 4 "
            "procentpunt hoger.",
            "In 2006, the share that has a higher education degree among people of Turkish origin aged 25 to 44 was 6 "
            "percentage points lower than among people without a migration background aged 25 to 44, in 2015 4 "
            "percentage points higher.");
    counted("gap unchanged", {Ask::Gap, Verdict::Unchanged, Size::None, 0.31, 0.33},
            "Het verschil tussen personen met herkomst Turkije van 25 tot 45 jaar en personen zonder "
            "migratieachtergrond van 25 tot 45 jaar bleef ongeveer even groot (15 en 15 procentpunt). Onder personen "
            "met herkomst Turkije van 25 tot 45 jaar steeg het cijfer 2 procentpunt, onder personen zonder "
            "migratieachtergrond van 25 tot 45 jaar steeg het 2 procentpunt.",
            "The difference between people of Turkish origin aged 25 to 44 and people without a migration background "
            "aged 25 to 44 stayed about the same (15 and 15 percentage points). Among people of Turkish origin aged 25 "
            "to 44 the figure rose 2 percentage points, among people without a migration background aged 25 to 44 it "
            "rose 2 percentage points.");
    counted("gap not demonstrable", {Ask::Gap, Verdict::NotDemonstrable, Size::None, 0.31, 0.31, 0.46, 0.46},
            "Het verschil tussen personen met herkomst Turkije van 25 tot 45 jaar en personen zonder "
            "migratieachtergrond van 25 tot 45 jaar was 15 in 2006 en 15 procentpunt in 2015; een verandering is niet "
            "aan te tonen. Onder personen met herkomst Turkije van 25 tot 45 jaar bleef het cijfer ongeveer gelijk, "
            "onder personen zonder migratieachtergrond van 25 tot 45 jaar bleef het ongeveer gelijk.",
            "The difference between people of Turkish origin aged 25 to 44 and people without a migration background "
            "aged 25 to 44 was 15 in 2006 and 15 percentage points in 2015; a change cannot be demonstrated. Among "
            "people of Turkish origin aged 25 to 44 the figure stayed about the same, among people without a migration "
            "background aged 25 to 44 it stayed about the same.");
}

} // namespace

void TestLanguage::sentences_data()
{
    QTest::addColumn<Case>("item");
    QTest::addColumn<QString>("dutch");
    QTest::addColumn<QString>("english");
    levelSentences();
    developmentSentences();
    gapSentences();
}

void TestLanguage::sentences()
{
    QFETCH(Case, item);
    QFETCH(QString, dutch);
    QFETCH(QString, english);
    const Answer answer = answerOf(item);
    FigureOptions options;
    options.focusRow = static_cast<int>(answer.rows.size()) - 1;
    QCOMPARE(QString::fromStdString(buildFigure(answer, m_catalogue, options).sentences.front()), dutch);
    options.language = Language::English;
    options.numbers = NumberFormat::english();
    QCOMPARE(QString::fromStdString(buildFigure(answer, m_catalogue, options).sentences.front()), english);
}

void TestLanguage::words_data()
{
    QTest::addColumn<Case>("item");
    QTest::addColumn<QString>("dutch");
    QTest::addColumn<QString>("english");
    const auto line = [](const char *name, const Case &item, const char *dutch, const char *english) {
        QTest::newRow(name) << item << QString::fromUtf8(dutch) << QString::fromUtf8(english);
    };
    line("1", {Ask::Level, Verdict::TooFew}, "te kleine aantallen voor een uitspraak",
         "numbers too small for a verdict");
    line("1b", {Ask::Level, Verdict::Unreliable}, "te onzeker", "too uncertain");
    line("2", {Ask::Level, Verdict::NoMargin}, "marge onbekend, geen uitspraak", "margin unknown, no verdict");
    line("3", {Ask::Gap, Verdict::NotComparable}, "niet vergelijkbaar", "not comparable");
    line("4", {Ask::Level, Verdict::Equal}, "ongeveer gelijk", "about equal");
    line("5", {Ask::Level, Verdict::NotDemonstrable}, "geen aantoonbaar verschil", "no demonstrable difference");
    line("6 higher", {Ask::Level, Verdict::Higher, Size::Small}, "iets hoger", "slightly higher");
    line("6 lower", {Ask::Level, Verdict::Lower, Size::Small}, "iets lager", "slightly lower");
    line("7 more", {Ask::Level, Verdict::MoreFavourable, Size::BeyondMargin, 0.31, 0.52}, "hoger, gunstiger",
         "higher, more favourable");
    line("7 less", {Ask::Level, Verdict::LessFavourable, Size::BeyondMargin}, "lager, minder gunstig",
         "lower, less favourable");
    line("8 higher", {Ask::Level, Verdict::Higher, Size::BeyondMargin}, "hoger", "higher");
    line("8 lower", {Ask::Level, Verdict::Lower, Size::BeyondMargin}, "lager", "lower");
    line("gap smaller", {Ask::Gap, Verdict::Smaller}, "verschil kleiner geworden", "difference became smaller");
    line("gap larger", {Ask::Gap, Verdict::Larger}, "verschil groter geworden", "difference became larger");
    line("gap reversed", {Ask::Gap, Verdict::Reversed}, "verschil van richting veranderd",
         "difference changed direction");
    line("gap unchanged", {Ask::Gap, Verdict::Unchanged}, "verschil ongeveer even groot gebleven",
         "difference stayed about the same");
    line("gap none", {Ask::Gap, Verdict::NotDemonstrable}, "geen aantoonbare verandering", "no demonstrable change");
}

// The last cell of the last line of the table is the verdict in words.
void TestLanguage::words()
{
    QFETCH(Case, item);
    QFETCH(QString, dutch);
    QFETCH(QString, english);
    const Answer answer = answerOf(item);
    FigureOptions options;
    QCOMPARE(QString::fromStdString(buildFigure(answer, m_catalogue, options).table.rows.back().back().text), dutch);
    options.language = Language::English;
    QCOMPARE(QString::fromStdString(buildFigure(answer, m_catalogue, options).table.rows.back().back().text), english);
}

void TestLanguage::directionDecidesTheAssessment()
{
    Answer answer = answerOf({Ask::Level, Verdict::LessFavourable, Size::BeyondMargin, 0.31, 0.52});
    answer.indicator = education(Direction::Lower);
    QCOMPARE(QString::fromStdString(buildFigure(answer, m_catalogue, {}).table.rows.back().back().text),
             QStringLiteral("hoger, minder gunstig"));
}

EVENREDIG_TEST(TestLanguage)
#include "testlanguage.moc"
