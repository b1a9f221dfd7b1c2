#include "core/data/codes.h"
#include "testroom.h"

#include <QtTest>

using namespace evenredig;

class TestDictionary : public QObject {
    Q_OBJECT
private slots:
    void numbersTextsInTheirOrder();
    void keepsAbsencesApart();
    void readsNumbers();
    void widensCodes();
};

void TestDictionary::numbersTextsInTheirOrder()
{
    // Enough texts for the table to grow many times.
    TextTable table;
    QCOMPARE(table.find("a"), TextTable::none);
    for (std::uint32_t i = 0; i < 20000; ++i)
        QCOMPARE(table.add("text number " + std::to_string(i)), i);
    QCOMPARE(table.size(), std::size_t(20000));
    QCOMPARE(table.add("text number 77"), 77u);
    QCOMPARE(table.find("text number 19999"), 19999u);
    QCOMPARE(table.find("text number 20000"), TextTable::none);
    QCOMPARE(std::string(table.at(12345)), std::string("text number 12345"));
    QCOMPARE(table.add(""), 20000u); // the empty text is a text
    QCOMPARE(std::string(table.at(20000)), std::string());
}

void TestDictionary::keepsAbsencesApart()
{
    Dictionary dictionary;
    const std::uint32_t value = dictionary.add("8");
    const std::uint32_t unknown = dictionary.addMissing("8", Missing::DontKnow);
    const std::uint32_t refused = dictionary.addMissing("8", Missing::Refused);
    QVERIFY(value != unknown && unknown != refused);
    QCOMPARE(dictionary.addMissing("8", Missing::DontKnow), unknown);
    QCOMPARE(std::string(dictionary.value(refused)), std::string("8"));
    QCOMPARE(dictionary.missing(refused), std::optional(Missing::Refused));
    QVERIFY(!dictionary.missing(value));
    QCOMPARE(dictionary.find("8"), std::optional(value));
    QCOMPARE(dictionary.size(), std::size_t(3));
    QCOMPARE(dictionary.validCount(), std::size_t(1));
    dictionary.setLabel(unknown, {"weet niet", "don't know"});
    dictionary.setOrder(value, 2);
    QCOMPARE(dictionary.label(unknown).nl, std::string("weet niet"));
    QVERIFY(dictionary.label(value).nl.empty());
    QCOMPARE(dictionary.order(value), std::optional(2));
    QVERIFY(!dictionary.order(refused));
}

void TestDictionary::readsNumbers()
{
    Dictionary dictionary;
    QCOMPARE(dictionary.number(dictionary.add("-12.5")), std::optional(-12.5));
    QCOMPARE(dictionary.number(dictionary.add("034")), std::optional(34.0));
    for (const char *text : {"", "inf", "nan", "12a", "1e3", "12,5"})
        QVERIFY2(!dictionary.number(dictionary.add(text)), text);
    QVERIFY(!dictionary.number(dictionary.addMissing("9", Missing::Refused)));
}

void TestDictionary::widensCodes()
{
    Codes codes;
    codes.push(255);
    QCOMPARE(codes.vector().index(), std::size_t(0));
    codes.push(256);
    QCOMPARE(codes.vector().index(), std::size_t(1));
    codes.push(65536);
    QCOMPARE(codes.vector().index(), std::size_t(2));
    codes.push(3);
    QCOMPARE(codes.size(), std::size_t(4));
    QCOMPARE(codes.at(0), 255u);
    QCOMPARE(codes.at(1), 256u);
    QCOMPARE(codes.at(2), 65536u);
    QCOMPARE(codes.at(3), 3u);
    QCOMPARE(codes.largest(), 65536u);
    codes.clear();
    QCOMPARE(codes.vector().index(), std::size_t(0));
    codes.push(70000); // from one byte to four at once
    QCOMPARE(codes.at(0), 70000u);
    QCOMPARE(codes.vector().index(), std::size_t(2));
}

EVENREDIG_TEST(TestDictionary)
#include "testdictionary.moc"
