// Printed numbers: read exactly or not at all, scaled in decimals.
#include "core/import/source/decimal.h"
#include "testroom.h"

#include <QtTest>

using namespace evenredig;

class TestDecimal : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void scales();
    void everyTenthIsExact();
    void screen();
};

void TestDecimal::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("decimalMark");
    QTest::addColumn<QString>("thousands");
    QTest::addColumn<QString>("expected"); // digits/decimals, or nothing
    const auto row = [](const char *text, const char *mark, const char *thousands, const char *expected) {
        QTest::addRow("%s (%s%s)", text, mark, thousands)
            << QString::fromUtf8(text) << QString::fromUtf8(mark) << QString::fromUtf8(thousands)
            << QString::fromUtf8(expected);
    };
    row("7.4", ".", "", "74/1");
    row("7,4", ",", "", "74/1");
    row("7,40", ",", "", "740/2");
    row("-12", ".", "", "-12/0");
    row("+12", ".", "", "12/0");
    row("−0,5", ",", "", "-05/1");
    row(".5", ".", "", "5/1");
    row("12500", ".", "", "12500/0");
    row("12.500", ",", ".", "12500/0");
    row("1.250.000,5", ",", ".", "12500005/1");
    row("12 500", ",", " ", "12500/0");
    row("1250", ",", ".", "1250/0");
    // What can be read two ways, or not at all, is not guessed.
    row("1.250", ",", "", "");
    row("1,250", ".", "", "");
    row("12.50", ",", ".", "");
    row("1.2500", ",", ".", "");
    row(".250", ",", ".", "");
    row("1..250", ",", ".", "");
    row("7,4,1", ",", "", "");
    row("5.", ".", "", "");
    row(".", ".", "", "");
    row("-", ".", "", "");
    row("--5", ".", "", "");
    row("", ".", "", "");
    row("7.4%", ".", "", "");
    row("1e5", ".", "", "");
    row("0x10", ".", "", "");
    row("inf", ".", "", "");
    row("nan", ".", "", "");
    row("7 4", ".", "", "");
    row("ca. 5", ".", "", "");
}

void TestDecimal::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, decimalMark);
    QFETCH(QString, thousands);
    QFETCH(QString, expected);
    const auto number = readDecimal(text.toStdString(), decimalMark.toStdString(), thousands.toStdString());
    const QString found =
        number ? QStringLiteral("%1/%2").arg(QString::fromStdString(number->digits)).arg(number->decimals) : QString();
    QCOMPARE(found, expected);
}

void TestDecimal::scales()
{
    QVERIFY(7.4 * 0.01 != 0.074); // why this class exists
    QVERIFY(DecimalScale(0.01).apply({"74", 1}) == 0.074);
    QVERIFY(DecimalScale(1).apply({"419272", 0}) == 419272.0);
    QVERIFY(DecimalScale(1000).apply({"125", 1}) == 12500.0);
    QVERIFY(DecimalScale(0.5).apply({"74", 1}) == 3.7);
    QVERIFY(DecimalScale(0.0001).apply({"-23", 0}) == -0.0023);
    QVERIFY(!std::signbit(*DecimalScale(0.01).apply({"-0", 0})));
    QVERIFY(!DecimalScale(1).apply({std::string(400, '9'), 0})); // beyond a double
    QVERIFY(DecimalScale(0.01).halfUnit(1) == 0.0005);
    QVERIFY(DecimalScale(1).halfUnit(0) == 0.5);
    QVERIFY(DecimalScale(1000).halfUnit(1) == 50);
}

// Every value from 0.0 to 100.0 per cent is the double that its fraction as a text is.
void TestDecimal::everyTenthIsExact()
{
    const DecimalScale percent(0.01);
    for (int tenths = 0; tenths <= 1000; ++tenths) {
        const QString fraction = QStringLiteral("%1.%2").arg(tenths / 1000).arg(tenths % 1000, 3, 10, QLatin1Char('0'));
        QVERIFY(percent.apply({std::to_string(tenths), 1}) == fraction.toDouble());
    }
}

void TestDecimal::screen()
{
    QCOMPARE(DecimalScale(0.01).decimalsOnScreen(1, 100), 1);   // 7.4% printed, 0.074 in the file, 7.4 on the screen
    QCOMPARE(DecimalScale(1).decimalsOnScreen(3, 100), 1);      // 0.074 printed
    QCOMPARE(DecimalScale(1).decimalsOnScreen(0, 1), 0);        // a count
    QCOMPARE(DecimalScale(1000).decimalsOnScreen(1, 1), 0);     // 12.5 thousand
    QCOMPARE(DecimalScale(0.001).decimalsOnScreen(1, 1000), 1); // per 1,000
}

EVENREDIG_TEST(TestDecimal)
#include "testdecimal.moc"
