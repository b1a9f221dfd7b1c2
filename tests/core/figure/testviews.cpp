// Walks all views of the sample: every number in table, sentence and alternative text is a number of the CSV.
#include "core/output/output.h"
#include "core/sampleworkspace.h"
#include "testroom.h"

#include <QRegularExpression>

#include <cmath>
#include <map>
#include <set>

using namespace evenredig;

namespace {

// origin, generation, period, dataset, estimate
using CsvKey = std::tuple<std::string, std::string, std::string, std::string, std::string>;
using CsvRows = std::map<CsvKey, std::array<QString, 3>>; // value, low, high

// The CSV of an answer, read back as a user's own program would.
CsvRows readCsv(const std::string &csv)
{
    CsvRows values;
    QStringList lines = QString::fromStdString(csv).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    const QStringList head = lines.takeFirst().remove(QChar(0xFEFF)).split(QLatin1Char(','));
    for (const QString &line : lines) {
        const QStringList fields = line.split(QLatin1Char(','));
        const auto field = [&](const char *name) { return fields[head.indexOf(QLatin1String(name))]; };
        const auto text = [&](const char *name) { return field(name).toStdString(); };
        values[{text("origin"), text("generation"), text("period"), text("dataset"), text("estimate")}] = {
            field("value"), field("low"), field("high")};
    }
    return values;
}

std::string periodOf(const AnswerRow &row)
{
    return row.change ? row.periods[0].id() + " " + row.periods[1].id() : row.period().id();
}

// Every way in which the program may write a number of the file, for this indicator and format.
void addForms(std::set<QString> &forms, double value, const Indicator &indicator, const NumberFormat &format)
{
    const double shown = tidyNumber(value * screenFactor(indicator.unit));
    for (const double v : {shown, std::fabs(shown)}) {
        for (int decimals = 0; decimals <= 2; ++decimals) {
            for (const Sign sign : {Sign::Negative, Sign::Always})
                forms.insert(QString::fromStdString(formatNumber(v, decimals, format, sign)));
        }
        if (indicator.unit == Unit::Euro) {
            for (const Sign sign : {Sign::Negative, Sign::Always})
                forms.insert(QString::fromStdString(formatNumber(std::round(v / 100) * 100, 0, format, sign)));
        }
    }
}

QString without(QString text, const std::string &part)
{
    const QString phrase = QString::fromStdString(part);
    return phrase.isEmpty() ? text : text.replace(phrase, QStringLiteral(" "), Qt::CaseInsensitive);
}

// Words of the catalogue and of sources hold numbers of their own ("12 jaar of ouder"); they are not figures.
/// A universe stands behind the origin, without its first words: "van 12 tot 65 jaar".
QString withoutUniverse(QString text, const std::string &universe)
{
    text = without(text, universe);
    std::string rest = universe;
    for (const char *outside : {" met herkomst buiten Nederland", " of origin outside the Netherlands"}) {
        if (const std::size_t at = rest.find(outside); at != std::string::npos)
            rest.erase(at);
    }
    std::size_t at = rest.find(' ');
    for (int nouns = 1; nouns <= 2 && at != std::string::npos; ++nouns, at = rest.find(' ', at + 1)) {
        if (std::isalpha(static_cast<unsigned char>(rest[at + 1])) && rest.size() - at > 8)
            text = without(text, rest.substr(at));
    }
    return text;
}

QString withoutNames(QString text, const Answer &answer, const Catalogue &catalogue, Language language)
{
    for (const DatasetInfo &info : answer.sources)
        text = without(text, info.source.in(language));
    for (const LocalText &name : {answer.indicator.clause, answer.indicator.label, answer.indicator.note})
        text = without(text, name.in(language));
    text = withoutUniverse(text, answer.indicator.people.in(language));
    for (const AnswerRow &row : answer.rows)
        text = withoutUniverse(text, row.universe.in(language));
    for (const Classification &classification : catalogue.classifications)
        text = without(text, classification.referencePeople.in(language));
    for (const Period &period : answer.periods) {
        text = without(text, period.longText(language));
        text = without(text, period.shortText(language));
    }
    return text;
}

/// All ways in which the numbers of the CSV may be written.
std::set<QString> formsOf(const CsvRows &csv, const Answer &answer, const NumberFormat &format)
{
    std::set<QString> forms;
    for (const auto &entry : csv) {
        const std::string &estimate = std::get<4>(entry.first);
        for (const QString &field : entry.second) {
            if (field.isEmpty())
                continue;
            addForms(forms, field.toDouble(), answer.indicator, format);
            if (estimate.find("ratio") == std::string::npos && estimate != "closed")
                continue;
            for (int decimals = 1; decimals <= 2; ++decimals)
                forms.insert(QString::fromStdString(formatNumber(field.toDouble(), decimals, format)));
        }
    }
    for (const int unit : {1000, 10000}) // "per 10.000"
        forms.insert(QString::fromStdString(formatNumber(unit, 0, format)));
    forms.insert(QString::number(answer.indicator.minimumN));
    return forms;
}

QStringList textsOf(const Figure &figure)
{
    QStringList texts{QString::fromStdString(figure.altText)};
    for (const std::string &sentence : figure.sentences)
        texts << QString::fromStdString(sentence);
    return texts;
}

QStringList numbersIn(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("[\u2212+]?\\d+(?:[.,]\\d+)*"));
    QStringList found;
    QRegularExpressionMatchIterator matches = number.globalMatch(text);
    while (matches.hasNext())
        found << matches.next().captured();
    return found;
}

} // namespace

class TestViews : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyView_data();
    void everyView();
    void titlesAreShort_data() { everyView_data(); }
    void titlesAreShort();

private:
    void compareTable(const Figure &figure, const Answer &answer, const CsvRows &csv, const std::set<QString> &forms,
                      int &numbers);

    SampleWorkspace m_sample;
};

void TestViews::initTestCase()
{
    QVERIFY2(m_sample.failure.isEmpty(), qPrintable(m_sample.failure));
}

void TestViews::everyView_data()
{
    QTest::addColumn<QString>("indicator");
    QTest::addColumn<QString>("ask");
    QTest::addColumn<QString>("language");
    const auto coverage = m_sample.workspace->coverage();
    QVERIFY(coverage && coverage->size() > 20);
    for (const IndicatorCoverage &item : *coverage) {
        for (const char *ask : {"level", "development", "gap", "relative", "generations"}) {
            for (const char *language : {"nl", "en"})
                QTest::addRow("%s %s %s", item.indicator.c_str(), ask, language)
                    << QString::fromStdString(item.indicator) << ask << language;
        }
    }
}

void TestViews::everyView()
{
    QFETCH(QString, indicator);
    QFETCH(QString, ask);
    QFETCH(QString, language);
    const auto answer = m_sample.ask(QStringLiteral(R"({"evenredig": "question/1", "ask": "%1", "indicator": "%2"})")
                                         .arg(ask, indicator)
                                         .toStdString());
    if (!answer) {
        // Allowed only where the data cannot carry the question, and then said in words.
        QVERIFY2(answer.error().code == ErrorCode::ReferenceImpossible
                     || answer.error().code == ErrorCode::AskImpossible,
                 qPrintable(sentenceOf(answer.error())));
        return;
    }
    FigureOptions options;
    options.language = *languageFromCode(language.toStdString());
    options.numbers = options.language == Language::Dutch ? NumberFormat::dutch() : NumberFormat::english();
    const CsvRows csv = readCsv(answerCsv(*answer));
    const std::set<QString> forms = formsOf(csv, *answer, options.numbers);

    // Every row may be the one in focus: all sentences that the window can show are looked at.
    int numbers = 0;
    for (int focus = -1; focus < static_cast<int>(answer->rows.size()); ++focus) {
        options.focusRow = focus;
        const Figure figure = buildFigure(*answer, m_sample.catalogue, options);
        for (const CardItem &item : buildCard(*answer, m_sample.catalogue, options, focus).items) {
            for (const std::string &line : item.lines)
                QVERIFY2(line.find("‹") == std::string::npos, line.c_str());
        }
        for (const QString &raw : textsOf(figure)) {
            QVERIFY2(!raw.contains(QStringLiteral("‹")) && !raw.contains(QLatin1Char('{')), qPrintable(raw));
            for (const QString &token : numbersIn(withoutNames(raw, *answer, m_sample.catalogue, options.language))) {
                ++numbers;
                QVERIFY2(forms.count(token), qPrintable(token + QStringLiteral(" in: ") + raw));
            }
        }
        if (focus < 0)
            compareTable(figure, *answer, csv, forms, numbers);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(numbers > 0);
}

/// Each number of the table is the one of the CSV, written in a form that the CSV's number has.
void TestViews::compareTable(const Figure &figure, const Answer &answer, const CsvRows &csv,
                             const std::set<QString> &forms, int &numbers)
{
    for (const std::vector<TableCell> &row : figure.table.rows) {
        QCOMPARE(row.size(), figure.table.header.size());
        for (const TableCell &cell : row) {
            if (!cell.number)
                continue;
            const AnswerRow &source = answer.rows[static_cast<std::size_t>(cell.row)];
            const auto entry = csv.find({source.origin, source.generation, periodOf(source), source.dataset,
                                         std::string(keyName(*cell.estimate))});
            QVERIFY(entry != csv.end());
            QCOMPARE(*cell.number, entry->second[0].toDouble() + (*cell.number - tidyNumber(*cell.number)));
            QVERIFY2(cell.estimate == Key::Closed || forms.count(QString::fromStdString(cell.text)), cell.text.c_str());
            ++numbers;
        }
    }
    for (const Panel &panel : figure.panels) {
        for (const FigureRow &row : panel.rows)
            QCOMPARE(row.cells.size(), panel.columns.size());
    }
    QVERIFY(!figure.title.empty() && !figure.subtitle.empty() && !figure.altText.empty());
}

// Title = finding, at most ten words besides the indicator's own name (charts.md §2.4).
void TestViews::titlesAreShort()
{
    QFETCH(QString, indicator);
    QFETCH(QString, ask);
    QFETCH(QString, language);
    const auto answer = m_sample.ask(QStringLiteral(R"({"evenredig": "question/1", "ask": "%1", "indicator": "%2"})")
                                         .arg(ask, indicator)
                                         .toStdString());
    if (!answer)
        return;
    FigureOptions options;
    options.language = *languageFromCode(language.toStdString());
    const QString title = without(QString::fromStdString(buildFigure(*answer, m_sample.catalogue, options).title),
                                  answer->indicator.label.in(options.language));
    QVERIFY2(title.split(QLatin1Char(' '), Qt::SkipEmptyParts).size() <= 10, qPrintable(title));
}

EVENREDIG_TEST(TestViews)
#include "testviews.moc"
