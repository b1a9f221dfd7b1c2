// What a text file holds, column by column: counts, extremes, uniqueness, the raw lines; in bounded memory.
#include "core/import/draft/columntally.h"
#include "core/import/draft/profile.h"
#include "core/import/surveyfiles.h"
#include "core/store/storetest.h"
#include "testroom.h"

#include <QTemporaryDir>

using namespace evenredig;
using namespace evenredig::storetest;

namespace {

FileProfile profileOf(const std::string &bytes, const ReadOptions &read = {})
{
    Result<FileProfile> profile = profileBytes(bytes, "map/bestand.csv", read);
    if (!profile)
        qFatal("%s", wrongOf(profile).c_str());
    return *profile;
}

QString valuesOf(const ColumnProfile &column)
{
    QStringList values;
    for (const ValueCount &value : column.values)
        values << QStringLiteral("%1 %2x line %3")
                      .arg(QString::fromStdString(value.value))
                      .arg(value.count)
                      .arg(value.firstLine);
    return values.join(QStringLiteral("; "));
}

} // namespace

class TestProfile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void countsValues();
    void profilesASurvey();
    void readsByTheMarksOfTheFile();
    void boundsTheList();
    void countsDifferentValues();
    void knowsMissingCodes_data();
    void knowsMissingCodes();
    void takesTheFirstRowAsData();
    void holdsToWhatIsGiven();
    void namesColumnsApart();
    void findsIdentifiers();
    void keepsTheFirstLines();
    void readsFiles();
    void tellsFaults();
};

void TestProfile::countsValues()
{
    const FileProfile profile = profileOf("a;b\nx;1\n y ;2\nx;\n;2\ny;2\nx\nx;9\n");
    QCOMPARE(profile.rows, 7L);
    QCOMPARE(profile.sniff.rowsFaulty, 1L);
    QCOMPARE(profile.fileName, std::string("bestand.csv"));
    QCOMPARE(valuesOf(profile.columns[0]), QStringLiteral("x 3x line 2; y 2x line 3"));
    QCOMPARE(valuesOf(profile.columns[1]), QStringLiteral("2 3x line 3; 1 1x line 2; 9 1x line 8"));
    const ColumnProfile &b = profile.columns[1];
    QCOMPARE(b.filled(), 5L);
    QCOMPARE(b.empty(), 1L);
    QCOMPARE(b.numbers, 5L);
    QCOMPARE(b.sum, 16.0);
    QCOMPARE(b.least, std::optional(1.0));
    QCOMPARE(b.most, std::optional(9.0));
    QCOMPARE(b.ordinaryMost, std::optional(2.0)); // 9 may stand for an absence
    QCOMPARE(b.distinct, 3.0);
    QVERIFY(!b.many && !b.uniquePerRow && b.identifierReason.empty());
    QVERIFY(b.value("9") && !b.value("3") && profile.column("b") == &profile.columns[1] && !profile.column("c"));
    QVERIFY(profile.read.isGiven("delimiter") && profile.read.isGiven("thousands"));
}

void TestProfile::profilesASurvey()
{
    const FileProfile profile = profileOf(surveyfiles::sim());
    QCOMPARE(profile.rows, 200L);
    QCOMPARE(profile.columns.size(), std::size_t(7));
    QCOMPARE(profile.lines.size(), std::size_t(200));
    QCOMPARE(profile.lines[0], std::string("respnr;herkomst;gen;lft;opl;ink;gew"));
    QVERIFY(profile.lines[4].find("Somalië") != std::string::npos);
    const ColumnProfile &number = profile.columns[0];
    QVERIFY(number.uniquePerRow);
    QCOMPARE(number.identifierReason, std::string("identifier_unique"));
    QCOMPARE(number.example, std::string("00001"));
    const ColumnProfile &income = profile.columns[5];
    QCOMPARE(income.value("1.250")->firstLine, 4L);
    QVERIFY(income.value("1.250")->twoWays && !income.value("13,1")->twoWays);
    QCOMPARE(income.numbers, 199L);                       // with "1.250": commas are decimals here, so a point groups
    QVERIFY(profile.columns[6].identifierReason.empty()); // weights differ in every row, but have decimals
}

void TestProfile::readsByTheMarksOfTheFile()
{
    const FileProfile comma = profileOf("a;b\n1.250,5;1.250\n7,25;3\n1.250.000;x\n");
    QCOMPARE(comma.read.thousands, std::string(".")); // certain in the first column
    QCOMPARE(comma.columns[0].sum, 1250.5 + 7.25 + 1250000);
    QCOMPARE(comma.columns[0].fractions, 2L);
    QCOMPARE(comma.columns[1].most, std::optional(1250.0));
    const FileProfile point = profileOf("a,b\n0.5,1.250\n7.25,3\n");
    QCOMPARE(point.columns[1].most, std::optional(3.0));
    QCOMPARE(point.columns[1].least, std::optional(1.25));
    const FileProfile blank = profileOf("a;b\n1 250;−3\n12 500;+4\n");
    QCOMPARE(blank.columns[0].sum, 13750.0);
    QCOMPARE(blank.columns[1].sum, 1.0);
}

void TestProfile::boundsTheList()
{
    std::string csv = "n;tekst;code\n";
    for (int i = 0; i < 20000; ++i)
        csv += std::to_string(i % 100 == 0 ? 99999 : i) + ";t" + std::to_string(i) + ";"
               + (i % 500 == 0 ? "n.v.t." : std::to_string(i / 2)) + "\n";
    const FileProfile profile = profileOf(csv);
    const ColumnProfile &number = profile.columns[0];
    QVERIFY(number.many);
    QCOMPARE(number.value("99999")->count, 200L); // from the first on, though the list was full by then
    QVERIFY(!number.value("5") && number.value("9"));
    QVERIFY(std::fabs(number.distinct - 19801) < 0.03 * 19801);
    QCOMPARE(number.ordinaryMost, std::optional(19999.0));
    QCOMPARE(number.numbers, 20000L);
    QVERIFY(!number.uniquePerRow);
    const ColumnProfile &text = profile.columns[1];
    QVERIFY(text.many && text.uniquePerRow);
    QCOMPARE(text.values.size(), mostListedValues);
    QCOMPARE(text.distinct, 20000.0);
    QCOMPARE(text.identifierReason, std::string("identifier_unique"));
    QCOMPARE(profile.columns[2].value("n.v.t.")->count, 40L);
}

void TestProfile::countsDifferentValues()
{
    std::uint64_t state = 1;
    const auto next = [&state] { // splitmix64
        std::uint64_t z = (state += 0x9E3779B97F4A7C15u);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    };
    DistinctCount exact;
    for (int i = 0; i < 50'000; ++i)
        exact.add(next());
    QVERIFY(exact.allDiffer());
    QCOMPARE(exact.about(), 50'000.0);
    DistinctCount about;
    for (int round = 0; round < 2; ++round) {
        state = 5;
        for (int i = 0; i < 300'000; ++i)
            about.add(next());
    }
    QVERIFY(!about.allDiffer());
    QVERIFY2(std::fabs(about.about() - 300'000) < 0.05 * 300'000, qPrintable(QString::number(about.about())));
    DistinctCount few;
    for (int i = 0; i < 1000; ++i)
        few.add(next() % 3 + (1u << 20));
    QVERIFY(few.about() <= 3);
}

void TestProfile::knowsMissingCodes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("yes");
    for (const char *text : {"9", "8", "7", "99", "98", "997", "9999999", "-1", "-9", "-99", "-8"})
        QTest::newRow(text) << text << true;
    for (const char *text : {"", "6", "96", "89", "-10", "-", "9.9", "9a", "a9", "9999999999999", "0", "-0"})
        QTest::newRow(text) << text << false;
}

void TestProfile::knowsMissingCodes()
{
    QFETCH(QString, text);
    QFETCH(bool, yes);
    QCOMPARE(looksLikeMissingCode(text.toStdString()), yes);
}

void TestProfile::takesTheFirstRowAsData()
{
    const FileProfile profile = profileOf("1;2\n3;2\n1;2\n");
    QCOMPARE(profile.sniff.header, Sniff::Header::None);
    QVERIFY(!profile.read.header);
    QCOMPARE(profile.rows, 3L);
    QCOMPARE(valuesOf(profile.columns[0]), QStringLiteral("1 2x line 3; 3 1x line 2"));
    QCOMPARE(profile.columns[1].from, std::string("#2"));
}

void TestProfile::holdsToWhatIsGiven()
{
    ReadOptions read;
    read.delimiter = ',';
    read.header = false;
    read.decimal = ".";
    read.given = {"delimiter", "header", "decimal"};
    const FileProfile profile = profileOf("a;b\n1;2\n", read);
    QCOMPARE(profile.columns.size(), std::size_t(1));
    QCOMPARE(profile.rows, 2L);
    QCOMPARE(profile.columns[0].value("a;b")->count, 1L);
}

void TestProfile::namesColumnsApart()
{
    const FileProfile profile = profileOf("x,x,,@w,#4,y\na,b,c,d,e,f\n");
    QStringList names;
    for (const ColumnProfile &column : profile.columns)
        names << QString::fromStdString(column.from);
    QCOMPARE(names.join(' '), QStringLiteral("#1 #2 #3 #4 #5 y"));
}

void TestProfile::findsIdentifiers()
{
    std::string csv = "naam;uniek;bedrag;leeg\n";
    for (int i = 0; i < 120; ++i)
        csv += "a;" + std::to_string(i + 1000) + ";" + std::to_string(i) + ",5;\n";
    const FileProfile profile = profileOf(csv);
    QCOMPARE(profile.columns[0].identifierReason, std::string("identifier_name"));
    QCOMPARE(profile.columns[1].identifierReason, std::string("identifier_unique"));
    QVERIFY(profile.columns[2].uniquePerRow && profile.columns[2].identifierReason.empty());
    QVERIFY(profile.columns[3].identifierReason.empty());
    QCOMPARE(profile.columns[3].distinct, 0.0);
}

void TestProfile::keepsTheFirstLines()
{
    std::string csv = "\xEF\xBB\xBFkop;b\r\n\"over\r\ntwee\";1\r\n" + std::string(5000, 'x') + ";2\r\n";
    const FileProfile profile = profileOf(csv);
    QCOMPARE(profile.lines.size(), std::size_t(4));
    QCOMPARE(profile.lines[0], std::string("kop;b"));
    QCOMPARE(profile.lines[1], std::string("\"over"));
    QVERIFY(profile.lines[3].size() < 2100 && profile.lines[3].ends_with("…"));
    std::string many = "a;b\n";
    for (int i = 0; i < 1000; ++i)
        many += "1;2\n";
    QCOMPARE(profileOf(many).lines.size(), rawLines);
}

void TestProfile::readsFiles()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath("enquête 2020.csv").toStdString();
    const std::string bytes = surveyfiles::sim();
    QVERIFY(writeFile(path, bytes));
    double last = 0;
    Progress progress;
    progress.report = [&last](double fraction) { last = fraction; };
    const auto profile = profileFile(path, {}, progress);
    QVERIFY2(profile, wrongOf(profile).c_str());
    QCOMPARE(profile->bytes, std::uint64_t(bytes.size()));
    QCOMPARE(profile->fileName, std::string("enquête 2020.csv"));
    QCOMPARE(profile->lines, profileOf(bytes).lines);
    QVERIFY(last > 0.99);
}

void TestProfile::tellsFaults()
{
    QCOMPARE(profileFile("/nowhere/at-all.csv").error().code, ErrorCode::FileMissing);
    QCOMPARE(profileBytes("", "x").error().code, ErrorCode::FileEmpty);
    std::stop_source stop;
    stop.request_stop();
    Progress progress;
    progress.stop = stop.get_token();
    QCOMPARE(profileBytes("a;b\n1;2\n", "x", {}, progress).error().code, ErrorCode::Cancelled);
    const FileProfile header = profileOf("herkomst;gen\n");
    QCOMPARE(header.rows, 0L);
    QCOMPARE(header.columns.size(), std::size_t(2));
}

EVENREDIG_TEST(TestProfile)
#include "testprofile.moc"
