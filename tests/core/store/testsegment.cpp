#include "core/data/microdata.h"
#include "core/store/segment.h"
#include "testroom.h"

#include <QtTest>

#include <random>

using namespace evenredig;

namespace {

Codes randomCodes(std::uint32_t largest, std::size_t rows)
{
    std::mt19937 random(largest);
    Codes codes;
    for (std::size_t i = 0; i < rows; ++i)
        codes.push(i == 0 ? largest : std::uint32_t(random() % (std::uint64_t(largest) + 1)));
    return codes;
}

bool sameCodes(const ColumnValues &values, const Codes &expected)
{
    const Codes *codes = std::get_if<Codes>(&values);
    if (!codes || codes->size() != expected.size())
        return false;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        if (codes->at(i) != expected.at(i))
            return false;
    }
    return true;
}

} // namespace

class TestSegment : public QObject {
    Q_OBJECT
private slots:
    void packsByNeed_data();
    void packsByNeed();
    void compressesWhereItSavesAFifth();
    void keepsRealsToTheBit_data();
    void keepsRealsToTheBit();
    void keepsTexts();
    void refusesWrongEndsOfTexts();
    void refusesEveryChangedByte();
    void refusesImplausibleForms();
};

void TestSegment::packsByNeed_data()
{
    QTest::addColumn<quint32>("largest");
    QTest::addColumn<int>("bits");
    QTest::addColumn<quint64>("rows");
    const std::pair<quint32, int> needs[] = {{0, 1},  {1, 1},   {2, 2},    {3, 2},      {4, 4},      {15, 4},
                                             {16, 8}, {255, 8}, {256, 16}, {65535, 16}, {65536, 32}, {4294967294u, 32}};
    for (const auto &need : needs) {
        for (const quint64 rows : {quint64(1), quint64(7), quint64(1001), quint64(segmentRows)})
            QTest::addRow("%u in %d bits, %llu rows", need.first, need.second, rows)
                << need.first << need.second << rows;
    }
}

void TestSegment::packsByNeed()
{
    QFETCH(quint32, largest);
    QFETCH(int, bits);
    QFETCH(quint64, rows);
    const Codes codes = randomCodes(largest, std::size_t(rows));
    const Segment segment = encodeSegment(codes);
    QCOMPARE(segment.bits, bits);
    QCOMPARE(segment.rows, std::int64_t(rows));
    QVERIFY(segment.bytes.size() <= (std::size_t(rows) * std::size_t(bits) + 7) / 8);
    const std::optional<ColumnValues> read = decodeSegment(segment, segment.bytes);
    QVERIFY(read);
    QVERIFY(sameCodes(*read, codes));
}

void TestSegment::compressesWhereItSavesAFifth()
{
    Codes runs;
    for (int i = 0; i < 100000; ++i)
        runs.push(std::uint32_t(i / 1000));
    const Segment small = encodeSegment(runs);
    QVERIFY(small.compressed);
    QVERIFY(small.bytes.size() < 5000);
    QVERIFY(sameCodes(*decodeSegment(small, small.bytes), runs));
    const Segment noise = encodeSegment(randomCodes(255, 100000)); // nothing to save
    QVERIFY(!noise.compressed);
    QCOMPARE(noise.bytes.size(), std::size_t(100000));
}

void TestSegment::keepsRealsToTheBit_data()
{
    QTest::addColumn<QVector<double>>("reals");
    QTest::addColumn<int>("encoding");
    QTest::addColumn<int>("bits");
    using Encoding = Segment::Encoding;
    QTest::newRow("decimals") << QVector<double>{0.1, 1.2345, 3.9999, 0.0001} << int(Encoding::Decimal) << 16;
    QTest::newRow("whole") << QVector<double>{1, 2, 3} << int(Encoding::Decimal) << 2;
    QTest::newRow("below zero") << QVector<double>{-0.5, 0.5} << int(Encoding::Decimal) << 4;
    QTest::newRow("thirds") << QVector<double>{1.0 / 3, 2.0 / 3} << int(Encoding::Real) << 64;
    QTest::newRow("far apart") << QVector<double>{1e-9, 1e9} << int(Encoding::Real) << 64;
    QTest::newRow("huge") << QVector<double>{1e300, -1e300} << int(Encoding::Real) << 64;
}

void TestSegment::keepsRealsToTheBit()
{
    QFETCH(QVector<double>, reals);
    QFETCH(int, encoding);
    QFETCH(int, bits);
    const Reals values(reals.begin(), reals.end());
    const Segment segment = encodeSegment(values);
    QCOMPARE(int(segment.encoding), encoding);
    QCOMPARE(segment.bits, bits);
    const std::optional<ColumnValues> read = decodeSegment(segment, segment.bytes);
    QVERIFY(read);
    QVERIFY(std::get<Reals>(*read) == values);
}

void TestSegment::keepsTexts()
{
    Texts texts;
    for (int i = 0; i < 1000; ++i) {
        texts.add("respondent-" + std::to_string(i));
        texts.addMissing(i % 2 ? "." : "", i % 2 ? Missing::Refused : Missing::Unknown);
    }
    texts.add("");
    QCOMPARE(texts.value(1), std::string_view());
    QCOMPARE(texts.missing(1), std::optional(Missing::Unknown));
    QCOMPARE(texts.value(3), std::string_view("."));
    QVERIFY(!texts.missing(2000) && texts.value(2000).empty());
    const Segment segment = encodeSegment(texts);
    QVERIFY(segment.compressed);
    QCOMPARE(segment.rows, std::int64_t(2001));
    const std::optional<ColumnValues> read = decodeSegment(segment, segment.bytes);
    QVERIFY(read && std::get<Texts>(*read) == texts);
    const Segment none = encodeSegment(Texts());
    QVERIFY(std::get<Texts>(*decodeSegment(none, none.bytes)).size() == 0);
}

void TestSegment::refusesWrongEndsOfTexts()
{
    const auto read = [](std::vector<std::uint32_t> ends, std::int64_t base) {
        Segment segment = encodeSegment(Texts("abcdef", std::move(ends)));
        segment.base += base;
        segment.checksum = checksumOf(segment, segment.bytes);
        return decodeSegment(segment, segment.bytes).has_value();
    };
    QVERIFY(read({2, 4, 6}, 0));
    QVERIFY(!read({4, 2, 6}, 0));
    QVERIFY(!read({2, 4, 5}, 0));
    QVERIFY(!read({2, 4, 4000000000u}, 0));
    QVERIFY(!read({2, 4, 6}, 1));
    QVERIFY(!read({2, 4, 6}, -100));
    QVERIFY(!read({2, 4, 6}, std::int64_t(1) << 60));
}

void TestSegment::refusesEveryChangedByte()
{
    const Segment segment = encodeSegment(randomCodes(200, 300));
    for (std::size_t i = 0; i < segment.bytes.size(); ++i) {
        std::string changed = segment.bytes;
        changed[i] = char(changed[i] ^ 1);
        QVERIFY(!decodeSegment(segment, changed));
    }
    QVERIFY(!decodeSegment(segment, std::string_view(segment.bytes).substr(1)));
}

void TestSegment::refusesImplausibleForms()
{
    // A file that somebody made by hand may carry a right checksum over a wrong form.
    const auto refused = [](void (*change)(Segment &)) {
        Segment segment = encodeSegment(randomCodes(200, 300));
        change(segment);
        segment.checksum = checksumOf(segment, segment.bytes);
        return !decodeSegment(segment, segment.bytes);
    };
    QVERIFY(refused([](Segment &segment) { segment.bits = 3; }));
    QVERIFY(refused([](Segment &segment) { segment.bits = 64; }));
    QVERIFY(refused([](Segment &segment) { segment.rows = 301; }));
    QVERIFY(refused([](Segment &segment) { segment.rows = -1; }));
    QVERIFY(refused([](Segment &segment) { segment.rows = std::int64_t(1) << 60; }));
    QVERIFY(refused([](Segment &segment) { segment.compressed = !segment.compressed; }));
    QVERIFY(refused([](Segment &segment) { segment.encoding = Segment::Encoding::Decimal, segment.scale = 10; }));
}

EVENREDIG_TEST(TestSegment)
#include "testsegment.moc"
