// How numbers are written and read back.
#include "core/base/numberformat.h"
#include "testroom.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace evenredig;

class TestNumberFormat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void written_data();
    void written();
    void hugeNumbersKeepTheirDigits();
    void notANumberIsEmpty();
    void smallestNumbers();
    void readBack_data();
    void readBack();
    void refused_data();
    void refused();
    void plainNumbers_data();
    void plainNumbers();
    void tidyNumbers();
};

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

QString write(double value, int decimals, const NumberFormat &format, Sign sign = Sign::Negative)
{
    return QString::fromStdString(formatNumber(value, decimals, format, sign));
}

} // namespace

// Source of the forms: language.md §2, "Numbers in Dutch".
void TestNumberFormat::written_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("dutch");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("withSign");
    const auto row = [](const char *name, double value, int decimals, const char *dutch, const char *english,
                        const char *withSign) {
        QTest::newRow(name) << value << decimals << dutch << english << withSign;
    };
    row("zero", 0.0, 0, "0", "0", "0");
    row("negative zero", -0.0, 1, "0,0", "0.0", "0,0");
    row("1250 is not grouped", 1250.0, 0, "1250", "1250", "+1250");
    row("9999", 9999.0, 0, "9999", "9999", "+9999");
    row("12.500 is", 12500.0, 0, "12.500", "12,500", "+12.500");
    row("9999,6 becomes 10.000", 9999.6, 0, "10.000", "10,000", "+10.000");
    row("millions", 13151772.0, 0, "13.151.772", "13,151,772", "+13.151.772");
    row("grouped with decimals", 1234567.25, 1, "1.234.567,3", "1,234,567.3", "+1.234.567,3");
    row("minus sign", -9.25, 1, "−9,3", "−9.3", "−9,3");
    row("negative and grouped", -12500.0, 0, "−12.500", "−12,500", "−12.500");
    row("half is away from zero", 0.285, 2, "0,29", "0.29", "+0,29");
    row("half below zero too", -0.285, 2, "−0,29", "−0.29", "−0,29");
    row("half of a sum", 0.1 + 0.185, 2, "0,29", "0.29", "+0,29");
    row("2,5", 2.5, 0, "3", "3", "+3");
    row("0,5", 0.5, 0, "1", "1", "+1");
    row("below a half", 0.2849, 2, "0,28", "0.28", "+0,28");
    row("no sign on a rounded zero", -0.04, 1, "0,0", "0.0", "0,0");
    row("nor a plus", 0.04, 1, "0,0", "0.0", "0,0");
    row("0,05 is not zero", -0.05, 1, "−0,1", "−0.1", "−0,1");
    row("leading zeros", 0.007, 3, "0,007", "0.007", "+0,007");
    row("decimals below zero are none", 12.7, -3, "13", "13", "+13");
}

void TestNumberFormat::written()
{
    QFETCH(double, value);
    QFETCH(int, decimals);
    QFETCH(QString, dutch);
    QFETCH(QString, english);
    QFETCH(QString, withSign);
    QCOMPARE(write(value, decimals, NumberFormat::dutch()), dutch);
    QCOMPARE(write(value, decimals, NumberFormat::english()), english);
    QCOMPARE(write(value, decimals, NumberFormat::dutch(), Sign::Always), withSign);
}

void TestNumberFormat::hugeNumbersKeepTheirDigits()
{
    const NumberFormat plain{",", "", 5};
    QCOMPARE(write(1e15, 2, plain), QStringLiteral("1000000000000000,00"));
    QCOMPARE(write(-1e20, 0, plain), QStringLiteral("−1") + QString(20, u'0'));
    QCOMPARE(write(1e20, 0, NumberFormat::dutch()), QStringLiteral("100.000.000.000.000.000.000"));
    // A double of 1e300 has 301 digits; fewer would be another number.
    for (const int decimals : {0, 3}) {
        const QString largest = write(std::numeric_limits<double>::max(), decimals, plain);
        QCOMPARE(largest.indexOf(u',') < 0 ? largest.size() : largest.indexOf(u','), qsizetype(309));
        QVERIFY(largest.startsWith(QStringLiteral("17976931348623157")));
    }
    QCOMPARE(readNumber(formatNumber(1e300, 2, plain), plain).value_or(0), 1e300);
}

void TestNumberFormat::notANumberIsEmpty()
{
    for (const double value : {notANumber, infinite, -infinite}) {
        QCOMPARE(write(value, 1, NumberFormat::dutch()), QString());
        QCOMPARE(write(value, 1, NumberFormat::dutch(), Sign::Always), QString());
    }
}

void TestNumberFormat::smallestNumbers()
{
    QCOMPARE(write(std::numeric_limits<double>::denorm_min(), 2, NumberFormat::dutch()), QStringLiteral("0,00"));
    QCOMPARE(write(-1e-300, 2, NumberFormat::dutch()), QStringLiteral("0,00"));
    QCOMPARE(write(0.5, 20, NumberFormat::dutch()), QStringLiteral("0,50000000000000000000"));
}

void TestNumberFormat::readBack_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("decimals");
    for (const double value :
         {0.0, 0.1, -0.1, 3.7, -9.2, 1250.0, 12500.0, -13151772.0, 1234567.25, 1e15, 123456789012.5}) {
        for (const int decimals : {0, 1, 3})
            QTest::addRow("%.17g with %d", value, decimals) << value << decimals;
    }
}

void TestNumberFormat::readBack()
{
    QFETCH(double, value);
    QFETCH(int, decimals);
    const double scale = std::pow(10, decimals);
    const double rounded = std::copysign(std::floor(std::fabs(value) * scale + 0.5) / scale, value);
    for (const NumberFormat &format :
         {NumberFormat::dutch(), NumberFormat::english(), NumberFormat{",", "\u202F", 4}, NumberFormat{"·", "", 5}}) {
        for (const Sign sign : {Sign::Negative, Sign::Always}) {
            const auto read = readNumber(formatNumber(value, decimals, format, sign), format);
            QVERIFY(read);
            QCOMPARE(*read, rounded);
        }
    }
}

void TestNumberFormat::refused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "-", "+", "−", ",", ".", "1,2,3", "1e5", "0x10", "12a", " 1", "1 ", "+-5", "--5", "nan", "inf", "1−2",
          // A point in a Dutch number groups thousands: read as something else it would be a wrong number.
          "1.25", "1.2500", "12.50", ".500", "1..000", "1.000.00", "1250.000", "12345.678.901", "1,000.000", "1.000."})
        QTest::newRow(*text ? text : "nothing") << QString::fromUtf8(text);
}

void TestNumberFormat::refused()
{
    QFETCH(QString, text);
    const auto read = readNumber(text.toStdString(), NumberFormat::dutch());
    QVERIFY2(!read, qPrintable(QString::number(read.value_or(0))));
}

void TestNumberFormat::plainNumbers_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("0.059") << 0.074 - 0.015 << "0.059";
    QTest::newRow("0.3") << 0.1 + 0.2 << "0.3";
    QTest::newRow("third") << 1.0 / 3 << "0.333333333333333";
    QTest::newRow("negative zero") << -0.0 << "0";
    QTest::newRow("tiny sum") << 0.3 - 0.1 - 0.2 << "-2.77555756156289e-17";
    QTest::newRow("population") << 13151772.0 << "13151772";
    QTest::newRow("round population") << 100000.0 << "100000";
    QTest::newRow("ten million") << 1e7 << "10000000";
    QTest::newRow("small share") << 0.0001 << "0.0001";
    QTest::newRow("negative") << -0.5 << "-0.5";
}

void TestNumberFormat::plainNumbers()
{
    QFETCH(double, value);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(plainNumber(value)), text);
}

void TestNumberFormat::tidyNumbers()
{
    QCOMPARE(tidyNumber(0.074 - 0.015), 0.059);
    QVERIFY(tidyNumber(0.074 - 0.015) == 0.059); // QCOMPARE allows a difference in the last bits
    QVERIFY(std::isnan(tidyNumber(notANumber)));
    QCOMPARE(tidyNumber(-infinite), -infinite);
    QVERIFY(tidyNumber(1e300) == 1e300);
    const double below = std::nextafter(0.285, 0);
    QVERIFY(tidyNumber(below) == 0.285);
    QVERIFY(tidyNumber(0.285000000000001) != 0.285); // the fifteenth digit is kept
}

EVENREDIG_TEST(TestNumberFormat)
#include "testnumberformat.moc"
