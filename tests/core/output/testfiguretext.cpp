// A figure as plain text: columns stand under each other, whatever letters are in them.
#include "core/figure/buildfigure.h"
#include "core/figure/card.h"
#include "core/output/output.h"
#include "core/sampleworkspace.h"
#include "testroom.h"

using namespace evenredig;

class TestFigureText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void layout();
    void lettersOfSeveralBytes();
    void headStandsAsItsColumn();
    void unevenRows();
    void emptyTable();
    void suspects();
};

namespace {

TableCell cell(const char *text, bool number = false)
{
    TableCell made;
    made.text = text;
    made.isNumber = number;
    return made;
}

Figure figure()
{
    Figure made;
    made.title = "Titel";
    made.subtitle = "Ondertitel";
    made.table.header = {"herkomst", "%", "oordeel"};
    made.table.rows = {{cell("Somalië"), cell("3,7", true), cell("hoger")},
                       {cell("Polen"), cell("−12,5", true), cell("")}};
    made.sentences = {"Een zin."};
    made.footer = {"Bron: CBS.", "EV-0000-0000"};
    return made;
}

QStringList linesOf(const Figure &made)
{
    return QString::fromStdString(figureText(made)).split(u'\n');
}

} // namespace

void TestFigureText::layout()
{
    QCOMPARE(linesOf(figure()),
             (QStringList{QStringLiteral("Titel"), QStringLiteral("Ondertitel"), QString(),
                          QStringLiteral("herkomst      %  oordeel"), QStringLiteral("Somalië     3,7  hoger"),
                          QStringLiteral("Polen     −12,5"), // no blanks at the end
                          QString(), QStringLiteral("Een zin."), QString(), QStringLiteral("Bron: CBS."),
                          QStringLiteral("EV-0000-0000"), QString()}));
}

void TestFigureText::lettersOfSeveralBytes()
{
    Figure made = figure();
    made.table.rows = {{cell("ëëëë"), cell("1", true), cell("a")},
                       {cell("eeee"), cell("1", true), cell("a")},
                       {cell("€–−"), cell("1", true), cell("a")}};
    const QStringList lines = linesOf(made);
    for (int i = 4; i < 7; ++i)
        QCOMPARE(lines[i].indexOf(u'1'), lines[3].indexOf(u'%'));
}

// The first figure may be absent; the column is one of numbers all the same.
void TestFigureText::headStandsAsItsColumn()
{
    Figure made = figure();
    made.table.rows.insert(made.table.rows.begin(), {cell("Iran"), cell("."), cell("niet gepubliceerd")});
    const QStringList lines = linesOf(made);
    QCOMPARE(lines[3], QStringLiteral("herkomst      %  oordeel"));
    QCOMPARE(lines[4], QStringLiteral("Iran      .      niet gepubliceerd"));
}

// More or fewer cells than heads may not read past either.
void TestFigureText::unevenRows()
{
    Figure made = figure();
    made.table.rows = {{cell("Polen")}, {cell("Iran"), cell("1", true), cell("hoger"), cell("te veel")}, {}};
    const QStringList lines = linesOf(made);
    QCOMPARE(lines[4], QStringLiteral("Polen"));
    QCOMPARE(lines[5], QStringLiteral("Iran      1  hoger    te veel"));
    QCOMPARE(lines[6], QString());
}

void TestFigureText::emptyTable()
{
    Figure made = figure();
    made.table.rows.clear();
    QCOMPARE(linesOf(made)[3], QStringLiteral("herkomst  %  oordeel"));
    made.table.header.clear();
    QCOMPARE(linesOf(made).mid(0, 4),
             (QStringList{QStringLiteral("Titel"), QStringLiteral("Ondertitel"), QString(), QString()}));
}

void TestFigureText::suspects()
{
    SampleWorkspace sample;
    QVERIFY2(sample.failure.isEmpty(), qPrintable(sample.failure));
    const auto answer = sample.ask(
        R"({"evenredig": "question/1", "ask": "level", "indicator": "safety.suspects", "periods": ["2017"]})");
    QVERIFY(answer);
    for (const Language language : {Language::Dutch, Language::English}) {
        FigureOptions options;
        options.language = language;
        options.numbers = language == Language::Dutch ? NumberFormat::dutch() : NumberFormat::english();
        const Figure made = buildFigure(*answer, sample.catalogue, options);
        const QString text = QString::fromStdString(figureText(made));
        const QStringList lines = text.split(u'\n');
        QCOMPARE(lines[0], QString::fromStdString(made.title));
        for (const std::vector<TableCell> &row : made.table.rows)
            QCOMPARE(row.size(), made.table.header.size());
        // Every row of the table stands on a line of its own, its cells in order.
        for (std::size_t i = 0; i < made.table.rows.size(); ++i) {
            qsizetype at = 0;
            for (const TableCell &one : made.table.rows[i]) {
                at = lines[4 + qsizetype(i)].indexOf(QString::fromStdString(one.text), at);
                QVERIFY2(at >= 0, qPrintable(lines[4 + qsizetype(i)]));
            }
        }
        QVERIFY(text.contains(language == Language::Dutch ? QStringLiteral("3,7") : QStringLiteral("3.7")));
        QVERIFY(text.contains(QString::fromStdString(made.code)));
    }
}

EVENREDIG_TEST(TestFigureText)
#include "testfiguretext.moc"
