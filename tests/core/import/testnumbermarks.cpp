// What one printed number says about decimal and thousands marks.
#include "core/import/recognise/numbermarks.h"
#include "testroom.h"

#include <QtTest>

using namespace evenredig;

class TestNumberMarks : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
};

void TestNumberMarks::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::addRow("%s", text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("12", "number");
    row("-12", "number");
    row("−12", "number");
    row("0", "number");
    row("007", "number leading");
    row("00", "number leading");
    row("7,4", "number decimal ,");
    row("7.4", "number decimal .");
    row(" 7.4 ", "number decimal .");
    row(".5", "number decimal .");
    row("0.874", "number decimal ."); // a group of thousands does not begin with 0
    row("0,874", "number decimal ,");
    row("1.250", "number either .");
    row("1,250", "number either ,");
    row("-999.999", "number either .");
    row("1234.567", "number decimal ."); // no group has four digits
    row("1.25", "number decimal .");
    row("1.250.000", "number thousands .");
    row("1,250,000", "number thousands ,");
    row("1.250,5", "number decimal , thousands .");
    row("1,250.50", "number decimal . thousands ,");
    row("1 250", "number thousands  ");
    row("1 250,5", "number decimal , thousands  ");
    row("1\u00A0250", "number thousands  "); // a blank of any width is a blank
    row("1\u202F250", "number thousands  ");
    row("1\u2009250,5", "number decimal , thousands  ");
    row("1\u2019250.5", "number decimal . thousands '");
    row("\u221212,5", "number decimal ,");
    row("1'250.5", "number decimal . thousands '");
    row("1.25.000", ""); // groups of three or nothing
    row("1.2.2020", "");
    row("12-03-2020", "");
    row("1e5", "number");
    row("1,5e+02", "number decimal ,");
    row("5%", "number");
    row("4,3 %", "number decimal ,");
    row("4,1*", "number decimal ,");
    row("3,9 p", "number decimal ,");
    row("3,9p", "number decimal ,");
    row("2,0 b", "number decimal ,");
    row("4,1 1)", "number decimal ,");
    row("<0,5", "number decimal ,");
    row("(2,1)", "number decimal ,");
    row("1b", ""); // a code
    row("3e", "");
    row(".", "");
    row(",", "");
    row("-", "");
    row("7,", "");
    row("1.250.", "");
    row("x", "");
    row("", "");
    row("1,250,00", "");
    row("12 34", "");
}

void TestNumberMarks::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const NumberMarks marks = numberMarks(text.toStdString());
    QString said;
    if (marks.number)
        said += QStringLiteral("number ");
    if (marks.decimal != 0)
        said += QStringLiteral("decimal %1 ").arg(QLatin1Char(marks.decimal));
    if (marks.either != 0)
        said += QStringLiteral("either %1 ").arg(QLatin1Char(marks.either));
    if (!marks.thousands.empty())
        said += QStringLiteral("thousands %1 ").arg(QString::fromStdString(marks.thousands));
    if (marks.leadingZero)
        said += QStringLiteral("leading ");
    said.chop(said.isEmpty() ? 0 : 1);
    QCOMPARE(said, expected);
}

EVENREDIG_TEST(TestNumberMarks)
#include "testnumbermarks.moc"
