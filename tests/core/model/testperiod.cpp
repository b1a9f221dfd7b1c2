// Periods as sources write them: what they are called, where they lie in time, how they read.
#include "core/model/period.h"
#include "testroom.h"

#include <QtTest>

#include <algorithm>
#include <optional>

using namespace evenredig;

class TestPeriod : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ids_data();
    void ids();
    void noIds_data();
    void noIds();
    void sources_data();
    void sources();
    void noSources_data();
    void noSources();
    void order();
    void overlap_data();
    void overlap();
    void successiveDaysDoNotOverlap();
    void texts_data();
    void texts();
    void equalById();
};

namespace {

using Kind = Period::Kind;

Period period(const char *id)
{
    return *Period::parse(id);
}

} // namespace

Q_DECLARE_METATYPE(Period::Kind)

// Begin and end in years as decimals, by the calendar; the place on the axis is the middle minus half a year.
void TestPeriod::ids_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<double>("begin");
    QTest::addColumn<double>("end");
    QTest::addColumn<double>("axis");
    QTest::newRow("year") << "2020" << Kind::Year << 2020.0 << 2021.0 << 2020.0;
    // 1 August 2016 is day 214 of 366, 1 August 2017 day 213 of 365.
    QTest::newRow("school year") << "2016/17" << Kind::SchoolYear << 2016 + 213 / 366.0 << 2017 + 212 / 365.0
                                 << (2016 + 213 / 366.0 + 2017 + 212 / 365.0) / 2 - 0.5;
    QTest::newRow("school year over a century")
        << "1999/00" << Kind::SchoolYear << 1999 + 212 / 365.0 << 2000 + 213 / 366.0
        << (1999 + 212 / 365.0 + 2000 + 213 / 366.0) / 2 - 0.5;
    QTest::newRow("pooled") << "2013..2017" << Kind::Pooled << 2013.0 << 2018.0 << 2015.0;
    QTest::newRow("pooled over two years") << "2013..2014" << Kind::Pooled << 2013.0 << 2015.0 << 2013.5;
    QTest::newRow("first quarter") << "1996-Q1" << Kind::Quarter << 1996.0 << 1996 + 91 / 366.0
                                   << 1996 + 45.5 / 366.0 - 0.5;
    QTest::newRow("last quarter") << "1997-Q4" << Kind::Quarter << 1997 + 273 / 365.0 << 1998.0
                                  << 1997 + (365 - 46) / 365.0 - 0.5;
    QTest::newRow("month") << "1996-01" << Kind::Month << 1996.0 << 1996 + 31 / 366.0 << 1996 + 15.5 / 366.0 - 0.5;
    QTest::newRow("December") << "1997-12" << Kind::Month << 1997 + 334 / 365.0 << 1998.0
                              << 1997 + (365 - 15.5) / 365.0 - 0.5;
    QTest::newRow("day") << "2021-01-01" << Kind::Day << 2021.0 << 2021 + 1 / 365.0 << 2021 + 0.5 / 365 - 0.5;
    QTest::newRow("leap day") << "2020-02-29" << Kind::Day << 2020 + 59 / 366.0 << 2020 + 60 / 366.0
                              << 2020 + 59.5 / 366 - 0.5;
    QTest::newRow("last day") << "2020-12-31" << Kind::Day << 2020 + 365 / 366.0 << 2021.0 << 2020 + 365.5 / 366 - 0.5;
    QTest::newRow("leap day of 2000") << "2000-02-29" << Kind::Day << 2000 + 59 / 366.0 << 2000 + 60 / 366.0
                                      << 2000 + 59.5 / 366 - 0.5;
}

void TestPeriod::ids()
{
    QFETCH(QString, id);
    QFETCH(Kind, kind);
    QFETCH(double, begin);
    QFETCH(double, end);
    QFETCH(double, axis);
    const auto parsed = Period::parse(id.toStdString());
    QVERIFY(parsed);
    QCOMPARE(parsed->id(), id.toStdString());
    QCOMPARE(parsed->kind(), kind);
    QVERIFY2(std::abs(parsed->begin() - begin) < 1e-9, qPrintable(QString::number(parsed->begin(), 'f', 12)));
    QVERIFY2(std::abs(parsed->end() - end) < 1e-9, qPrintable(QString::number(parsed->end(), 'f', 12)));
    QVERIFY2(std::abs(parsed->axisPosition() - axis) < 1e-9,
             qPrintable(QString::number(parsed->axisPosition(), 'f', 12)));
}

void TestPeriod::noIds_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id :
         {"",           " ",          "20",         "202",        "20201",      "abcd",       "2020 ",
          " 2020",      "2020*",      "-2020",      "2020.0",     "2016/18",    "2016/16",    "2016/2017",
          "2016-17",    "2016/'17",   "1999/01",    "2016/",      "2013..2013", "2017..2013", "2013...2017",
          "2013..17",   "2013-2017",  "2013/2017",  "1996-Q0",    "1996-Q5",    "1996-q1",    "1996Q1",
          "1996-Q",     "1996-Q11",   "1996-00",    "1996-13",    "1996-1",     "1996-001",   "2021-02-29",
          "2100-02-29", "2021-04-31", "2021-01-00", "2021-01-32", "2021-13-01", "2021-1-1",   "2021-01-01T00:00",
          "1996JJ00",   "٢٠٢٠",       "2020\n"})
        QTest::newRow(*id ? id : "nothing") << QString::fromUtf8(id);
    QTest::newRow("very long") << QString(100000, u'1');
}

void TestPeriod::noIds()
{
    QFETCH(QString, id);
    QVERIFY(!Period::parse(id.toStdString()));
}

// Source: formats.md, "Periods", and README.md beside the data, "How a StatLine file looks".
void TestPeriod::sources_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("id");
    QTest::newRow("year") << "2018"
                          << "2018";
    QTest::newRow("StatLine year") << "1996JJ00"
                                   << "1996";
    QTest::newRow("StatLine quarter") << "1996KW01"
                                      << "1996-Q1";
    QTest::newRow("StatLine fourth quarter") << "1996KW04"
                                             << "1996-Q4";
    QTest::newRow("StatLine month") << "1996MM01"
                                    << "1996-01";
    QTest::newRow("StatLine December") << "1996MM12"
                                       << "1996-12";
    QTest::newRow("padded") << "  1996JJ00 "
                            << "1996";
    QTest::newRow("provisional") << "2023*"
                                 << "2023";
    QTest::newRow("revised provisional") << "2023**"
                                         << "2023";
    QTest::newRow("provisional pooled") << "2013/2017*"
                                        << "2013..2017";
    QTest::newRow("pooled with a slash") << "2013/2017"
                                         << "2013..2017";
    QTest::newRow("two years averaged") << "2015/2016"
                                        << "2015..2016";
    QTest::newRow("school year of CBS") << "2016/'17"
                                        << "2016/17";
    QTest::newRow("school year as an id") << "2016/17"
                                          << "2016/17";
    QTest::newRow("day") << "2021-01-01"
                         << "2021-01-01";
}

void TestPeriod::sources()
{
    QFETCH(QString, cell);
    QFETCH(QString, id);
    const auto parsed = Period::fromSource(cell.toStdString());
    QVERIFY(parsed);
    QCOMPARE(QString::fromStdString(parsed->id()), id);
}

void TestPeriod::noSources_data()
{
    QTest::addColumn<QString>("cell");
    for (const char *cell :
         {"", "*", "   ", "1996JJ01", "1996KW00", "1996KW05", "1996MM13", "1996MM00", "1996jj00", "1996XX00", "1996JJ",
          "2017/2013", "2016/'18", "2016/'16", "Totaal", "2020-2021", "*2020", "1996JJ00x"})
        QTest::newRow(*cell ? cell : "nothing") << QString::fromLatin1(cell);
}

void TestPeriod::noSources()
{
    QFETCH(QString, cell);
    QVERIFY2(!Period::fromSource(cell.toStdString()), qPrintable(cell));
}

void TestPeriod::order()
{
    // By begin, then by end: what ends first stands first.
    const std::vector<std::string> right{"1996-01-01", "1996-01", "1996-Q1", "1996",       "1996-02", "1996-Q2",
                                         "1996/97",    "1997-01", "2005",    "2005..2009", "2006",    "2007..2011"};
    std::vector<Period> shuffled;
    for (std::size_t i = 0; i < right.size(); ++i)
        shuffled.push_back(*Period::parse(right[(i * 7) % right.size()]));
    std::sort(shuffled.begin(), shuffled.end(), earlier);
    std::vector<std::string> sorted;
    for (const Period &one : shuffled)
        sorted.push_back(one.id());
    QCOMPARE(sorted, right);
    QVERIFY(!earlier(period("2005"), period("2005")));
}

void TestPeriod::overlap_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("shared");
    QTest::newRow("years beside each other") << "2005"
                                             << "2006" << false;
    QTest::newRow("same year") << "2005"
                               << "2005" << true;
    QTest::newRow("pooled, sharing a year") << "2013..2017"
                                            << "2017..2021" << true;
    QTest::newRow("pooled, sharing three") << "2013..2017"
                                           << "2015..2019" << true;
    QTest::newRow("pooled, beside each other") << "2013..2017"
                                               << "2018..2022" << false;
    QTest::newRow("year in a pooled span") << "2015"
                                           << "2013..2017" << true;
    QTest::newRow("school years beside each other") << "2016/17"
                                                    << "2017/18" << false;
    QTest::newRow("school year and its autumn") << "2016/17"
                                                << "2016" << true;
    QTest::newRow("quarters") << "1996-Q1"
                              << "1996-Q2" << false;
    QTest::newRow("quarter in a year") << "1996-Q1"
                                       << "1996" << true;
    QTest::newRow("fourth quarter and the next year") << "1996-Q4"
                                                      << "1997" << false;
    QTest::newRow("months in a leap year") << "2020-01"
                                           << "2020-02" << false;
    QTest::newRow("month and quarter") << "2020-03"
                                       << "2020-Q2" << false;
    QTest::newRow("month in its quarter") << "2020-04"
                                          << "2020-Q2" << true;
    QTest::newRow("last day of a month and the next") << "2020-01-31"
                                                      << "2020-02" << false;
    QTest::newRow("July and the school year") << "2016-07"
                                              << "2016/17" << false;
    QTest::newRow("August and the school year") << "2016-08"
                                                << "2016/17" << true;
    QTest::newRow("day and the quarter before it") << "2021-04-01"
                                                   << "2021-Q1" << false;
}

void TestPeriod::overlap()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(bool, shared);
    const Period first = *Period::parse(a.toStdString());
    const Period second = *Period::parse(b.toStdString());
    QCOMPARE(first.overlaps(second), shared);
    QCOMPARE(second.overlaps(first), shared);
}

void TestPeriod::successiveDaysDoNotOverlap()
{
    for (const int year : {2020, 2021}) {
        for (QDate day(year, 1, 1); day.year() == year; day = day.addDays(1)) {
            const auto today = Period::parse(day.toString(Qt::ISODate).toStdString());
            const auto tomorrow = Period::parse(day.addDays(1).toString(Qt::ISODate).toStdString());
            QVERIFY(today && tomorrow);
            QVERIFY2(!today->overlaps(*tomorrow) && earlier(*today, *tomorrow), today->id().c_str());
        }
    }
}

void TestPeriod::texts_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("dutch");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("brief");
    QTest::newRow("year") << "2020"
                          << "2020"
                          << "2020"
                          << "2020";
    QTest::newRow("school year") << "2022/23"
                                 << "2022/'23"
                                 << "2022/'23"
                                 << "2022/'23";
    QTest::newRow("pooled") << "2015..2019"
                            << "gemiddeld over 2015 tot en met 2019"
                            << "averaged over 2015 to 2019"
                            << "2015/2019";
    QTest::newRow("quarter") << "1996-Q3"
                             << "kwartaal 3 van 1996"
                             << "quarter 3 of 1996"
                             << "1996-Q3";
    QTest::newRow("month") << "1996-03"
                           << "maart 1996"
                           << "March 1996"
                           << "1996-03";
    QTest::newRow("day") << "2021-01-01"
                         << "1 januari 2021"
                         << "1 January 2021"
                         << "1-1-2021";
    QTest::newRow("late day") << "2021-12-31"
                              << "31 december 2021"
                              << "31 December 2021"
                              << "31-12-2021";
}

void TestPeriod::texts()
{
    QFETCH(QString, id);
    QFETCH(QString, dutch);
    QFETCH(QString, english);
    QFETCH(QString, brief);
    const Period parsed = *Period::parse(id.toStdString());
    QCOMPARE(QString::fromStdString(parsed.longText(Language::Dutch)), dutch);
    QCOMPARE(QString::fromStdString(parsed.longText(Language::English)), english.isEmpty() ? id : english);
    QCOMPARE(QString::fromStdString(parsed.shortText(Language::Dutch)), brief);
}

void TestPeriod::equalById()
{
    QVERIFY(*Period::fromSource("1996JJ00") == period("1996"));
    QVERIFY(!(period("1996") == period("1996-Q1")));
    QVERIFY(!(Period() == period("1996")));
}

EVENREDIG_TEST(TestPeriod)
#include "testperiod.moc"
