// The workbook, read back by another program: every number is the answer's, nothing in it computes or leads outside.
#include "core/figure/buildfigure.h"
#include "core/output/answerlines.h"
#include "core/output/outputtest.h"
#include "core/output/xlsxtest.h"
#include "core/sampleworkspace.h"
#include "testroom.h"

#include <clocale>

using namespace evenredig;
using namespace evenredig::outputtest;

class TestAnswerXlsx : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sheetsAndProperties_data();
    void sheetsAndProperties();
    void numbersAsTheyAreShown();
    void textsAreNoFormulas();
    void nothingThatActs();
    void decimalCommaOfTheLocale();
    void nothingIsLeftBehind();
    void noPlaceForIt();
    void wholeSample_data();
    void wholeSample();

private:
    [[nodiscard]] Answer judged() const;
    [[nodiscard]] Figure figureOf(const Answer &answer, Language language) const;
    void compareFigure(const Figure &figure, const Answer &answer, const ReadBook &book, int &numbers);
    void compareLines(const Answer &answer, const ReadBook &book, Language language);
    Catalogue m_catalogue;
};

namespace {

constexpr std::array bothLanguages{Language::Dutch, Language::English};
constexpr int headRow = 3; ///< behind title, subtitle and an empty row

bool close(double one, double other)
{
    return std::fabs(one - other) <= 1e-12 * std::max(1.0, std::fabs(other));
}

} // namespace

void TestAnswerXlsx::initTestCase()
{
    auto read = Catalogue::builtIn();
    QVERIFY(read);
    m_catalogue = std::move(*read);
}

/// Of one period, so that a table of levels can be made of it.
Answer TestAnswerXlsx::judged() const
{
    Answer made = answer();
    made.question.ask = Ask::Level;
    made.indicator = *m_catalogue.indicator("safety.suspects");
    made.origins = {"moroccan", "somali"};
    made.generations = {"total"};
    made.periods = {*Period::parse("2005")};
    made.rows.resize(2);
    made.rows[1].periods = made.periods;
    made.rows[1].estimates = {{Key::Value, absent(Missing::Suppressed)}};
    for (AnswerRow &row : made.rows) {
        row.decimals = row.decimalsReference = 1;
        row.reference = "none_background";
    }
    made.rows[0].estimates[0].second.provisional = true;
    made.rows[0].provisional = true;
    return made;
}

Figure TestAnswerXlsx::figureOf(const Answer &answer, Language language) const
{
    FigureOptions options;
    options.language = language;
    options.numbers = language == Language::Dutch ? NumberFormat::dutch() : NumberFormat::english();
    return buildFigure(answer, m_catalogue, options);
}

void TestAnswerXlsx::sheetsAndProperties_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("nl") << int(Language::Dutch) << QStringList{QStringLiteral("Figuur"), QStringLiteral("Gegevens")};
    QTest::newRow("en") << int(Language::English) << QStringList{QStringLiteral("Figure"), QStringLiteral("Data")};
}

void TestAnswerXlsx::sheetsAndProperties()
{
    QFETCH(int, language);
    QFETCH(QStringList, names);
    const Answer made = judged();
    const Figure figure = figureOf(made, Language(language));
    const auto bytes = answerXlsx(made, figure, m_catalogue, Language(language));
    EXPECT_GOOD(bytes);
    const auto book = readBook(*bytes);
    EXPECT_BOOK(book);
    QCOMPARE(book->property("title"), QString::fromStdString(figure.title));
    QCOMPARE(book->property("subject"), QString::fromStdString(figure.subtitle));
    const QString comments = book->property("comments"), code = QString::fromStdString(figure.code);
    QVERIFY2(comments.startsWith(code + u' '), qPrintable(comments));
    const auto question = Question::fromJson(comments.mid(code.size() + 1).toStdString(), "comments");
    QVERIFY(question && *question == made.question);
    for (int sheet = 0; sheet < 2; ++sheet) {
        QCOMPARE(book->part(sheet).value(QStringLiteral("name")).toString(), names[sheet]);
        const int head = sheet == 0 ? headRow : 0;
        QCOMPARE(book->part(sheet).value(QStringLiteral("frozen")).toString(), QStringLiteral("A%1").arg(head + 2));
        QVERIFY(book->rows(sheet)[head][0].value(QStringLiteral("bold")).toBool());
    }
    const SheetRows rows = book->rows(0);
    QCOMPARE(textOf(rows[0][0]), QString::fromStdString(figure.title));
    QCOMPARE(textOf(rows.last()[0]), code);
    QStringList column;
    for (const QList<QJsonObject> &row : rows)
        column << textOf(row[0]);
    for (const std::string &sentence : figure.sentences)
        QVERIFY(column.contains(QString::fromStdString(sentence)));
    QVERIFY(column.contains(QString::fromStdString(figure.footer.front())));
}

void TestAnswerXlsx::numbersAsTheyAreShown()
{
    const Answer made = judged();
    const Figure figure = figureOf(made, Language::Dutch);
    const auto bytes = answerXlsx(made, figure, m_catalogue, Language::Dutch);
    EXPECT_GOOD(bytes);
    const auto book = readBook(*bytes);
    EXPECT_BOOK(book);
    const SheetRows rows = book->rows(0);
    const auto format = [](const QJsonObject &cell) { return cell.value(QStringLiteral("format")).toString(); };
    const auto &first = rows[headRow + 1], &second = rows[headRow + 2];
    QCOMPARE(textOf(first[1]), QStringLiteral("2005*")); // provisional stays to be seen
    QCOMPARE(numberOf(first[2]), 7.4);
    QCOMPARE(format(first[2]), QStringLiteral("0.0\"%\""));
    QCOMPARE(numberOf(first[4]), 5.9); // the same scale, so that one can be taken from the other
    QCOMPARE(format(first[4]), QStringLiteral("+0.0;-0.0;0.0"));
    QCOMPARE(numberOf(first[7]), 225088.0);
    QCOMPARE(format(first[7]), QStringLiteral("#,##0"));
    QCOMPARE(textOf(second[2]), QStringLiteral("x")); // not 0, and not empty
}

void TestAnswerXlsx::textsAreNoFormulas()
{
    for (const char *label : {"=1+1", "=HYPERLINK(\"http://x\")", "+1", "-1", "@x", "http://example.org", "a\x01\nb"}) {
        Answer made = judged();
        made.indicator.label = {label, label};
        made.sources[0].title = made.sources[0].source = made.indicator.label;
        const auto bytes = answerXlsx(made, figureOf(made, Language::Dutch), m_catalogue, Language::Dutch);
        EXPECT_GOOD(bytes);
        const auto book = readBook(*bytes);
        EXPECT_BOOK(book);
        QVERIFY2(!book->whole.isEmpty(), label);
        for (const int sheet : {0, 1}) {
            for (const QList<QJsonObject> &row : book->rows(sheet)) {
                for (const QJsonObject &cell : row)
                    QVERIFY2(cell.value(QStringLiteral("type")).toString() != QStringLiteral("formula"), label);
            }
        }
        if (std::string_view(label) != "a\x01\nb")
            QCOMPARE(textOf(book->rows(1)[1][1]), QString::fromLatin1(label));
    }
}

void TestAnswerXlsx::nothingThatActs()
{
    const Answer made = judged();
    const auto bytes = answerXlsx(made, figureOf(made, Language::Dutch), m_catalogue, Language::Dutch);
    EXPECT_GOOD(bytes);
    const auto book = readBook(*bytes);
    EXPECT_BOOK(book);
    QStringList names;
    for (const QJsonValue &name : book->whole.value(QStringLiteral("names")).toArray())
        names << name.toString();
    QVERIFY(names.contains(QStringLiteral("xl/worksheets/sheet2.xml")));
    for (const QString &name : names) {
        for (const char *part : {"vba", "externalLinks", "connections", "worksheets/_rels", "drawings"})
            QVERIFY2(!name.contains(QLatin1String(part)), qPrintable(name));
    }
}

// Qt takes over the user's locale, and libxlsxwriter writes numbers by it.
void TestAnswerXlsx::decimalCommaOfTheLocale()
{
    const std::string before = std::setlocale(LC_ALL, nullptr);
    const bool comma = std::setlocale(LC_ALL, "nl_NL.UTF-8") || std::setlocale(LC_ALL, "de_DE.UTF-8");
    const Answer made = judged();
    const auto bytes = answerXlsx(made, figureOf(made, Language::Dutch), m_catalogue, Language::Dutch);
    std::setlocale(LC_ALL, before.c_str());
    if (!comma)
        QSKIP("no locale with a decimal comma is installed");
    EXPECT_GOOD(bytes);
    const auto book = readBook(*bytes);
    EXPECT_BOOK(book);
    QVERIFY(!book->whole.isEmpty()); // else no other program could read it
    QCOMPARE(numberOf(book->rows(0)[headRow + 1][2]), 7.4);
}

void TestAnswerXlsx::nothingIsLeftBehind()
{
    const QByteArray before = qgetenv("TMPDIR");
    const QTemporaryDir folder;
    qputenv("TMPDIR", folder.path().toUtf8());
    const Answer made = judged();
    const auto bytes = answerXlsx(made, figureOf(made, Language::Dutch), m_catalogue, Language::Dutch);
    before.isEmpty() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
    EXPECT_GOOD(bytes);
    QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

void TestAnswerXlsx::noPlaceForIt()
{
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", "/no/such/folder");
    const Answer made = judged();
    const auto bytes = answerXlsx(made, figureOf(made, Language::Dutch), m_catalogue, Language::Dutch);
    before.isEmpty() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
    QVERIFY(!bytes);
    QVERIFY2(sentenceOf(bytes.error()).contains(QStringLiteral("kan niet worden geschreven")),
             qPrintable(sentenceOf(bytes.error())));
}

void TestAnswerXlsx::wholeSample_data()
{
    QTest::addColumn<QString>("question");
    const QString of = QStringLiteral(R"({"evenredig": "question/1", "ask": "%1", "indicator": "%2"})");
    for (const char *ask : {"level", "development", "gap", "relative"})
        QTest::newRow(ask) << of.arg(QLatin1String(ask), QStringLiteral("safety.suspects"));
    QTest::newRow("generations") << of.arg(QStringLiteral("generations"),
                                           QStringLiteral("health.perceived_good_12_64"));
    QTest::newRow("overview") << QStringLiteral(R"({"evenredig": "question/1", "ask": "overview"})");
}

void TestAnswerXlsx::wholeSample()
{
    QFETCH(QString, question);
    static const SampleWorkspace sample;
    QVERIFY2(sample.failure.isEmpty(), qPrintable(sample.failure));
    const auto made = sample.ask(question.toStdString());
    QVERIFY2(made, made ? "" : qPrintable(sentenceOf(made.error())));
    for (const Language language : bothLanguages) {
        const Figure figure = figureOf(*made, language);
        const auto bytes = answerXlsx(*made, figure, m_catalogue, language);
        EXPECT_GOOD(bytes);
        const auto book = readBook(*bytes);
        EXPECT_BOOK(book);
        int numbers = 0;
        compareFigure(figure, *made, *book, numbers);
        QVERIFY(numbers > 5);
        compareLines(*made, *book, language);
    }
}

/// Every cell of the table: a number that the answer has, or the text that is shown.
void TestAnswerXlsx::compareFigure(const Figure &figure, const Answer &answer, const ReadBook &book, int &numbers)
{
    const SheetRows rows = book.rows(0);
    for (std::size_t i = 0; i < figure.table.rows.size(); ++i) {
        for (std::size_t j = 0; j < figure.table.rows[i].size(); ++j) {
            const TableCell &shown = figure.table.rows[i][j];
            const QJsonObject &cell = rows[headRow + 1 + qsizetype(i)][qsizetype(j)];
            if (!shown.number) {
                QVERIFY2(isNumber(cell) || textOf(cell).toStdString() == shown.text, shown.text.c_str());
                continue;
            }
            ++numbers;
            const AnswerRow &row = answer.rows[std::size_t(shown.row)];
            const double factor = screenFactor(*shown.estimate, indicatorOf(answer, row, m_catalogue).unit);
            QVERIFY2(close(numberOf(cell) / factor, *row.value(*shown.estimate)), shown.text.c_str());
        }
    }
}

void TestAnswerXlsx::compareLines(const Answer &answer, const ReadBook &book, Language language)
{
    const AnswerLines lines = answerLines(answer, m_catalogue, language);
    const SheetRows rows = book.rows(1);
    QCOMPARE(rows.size(), qsizetype(lines.lines.size()) + 1);
    for (std::size_t i = 0; i < lines.lines.size(); ++i) {
        for (std::size_t j = 0; j < lines.heads.size(); ++j) {
            const LineCell &wanted = lines.lines[i][j];
            const QJsonObject &cell = rows[qsizetype(i) + 1][qsizetype(j)];
            QVERIFY2(wanted.number ? close(numberOf(cell), *wanted.number) : textOf(cell).toStdString() == wanted.text,
                     lines.heads[j].c_str());
        }
    }
}

EVENREDIG_TEST(TestAnswerXlsx)
#include "testanswerxlsx.moc"
