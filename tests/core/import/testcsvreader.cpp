// The CSV reader: RFC 4180, its common relatives, and about a thousand broken files; never a crash, every row
// accounted for.
#include "core/import/source/csvreader.h"
#include "core/store/storetest.h"
#include "json.h"
#include "testroom.h"

#include <QDirIterator>
#include <QElapsedTimer>

#include <random>

using namespace evenredig;
using namespace evenredig::storetest;

namespace {

struct Outcome {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows; ///< the good ones
    std::vector<long> lines;                    ///< of every row
    std::vector<CsvFault> faults;               ///< of every row
    long read = 0, good = 0, faulty = 0, blank = 0;
    std::optional<Error> error;
};

std::vector<std::string> texts(const CsvRecord &record)
{
    return {record.fields.begin(), record.fields.end()};
}

Outcome parse(std::string_view bytes, CsvOptions options = {}, std::size_t chunk = 1u << 16)
{
    Outcome outcome;
    CsvReader reader(
        options, "test.csv",
        [&outcome](const CsvRecord &record) -> Result<void> {
            outcome.header = texts(record);
            return {};
        },
        [&outcome](const CsvRecord &record) -> Result<void> {
            outcome.lines.push_back(record.line);
            outcome.faults.push_back(record.fault);
            if (record.fault == CsvFault::None)
                outcome.rows.push_back(texts(record));
            return {};
        });
    Result<void> result;
    for (std::size_t at = 0; at < bytes.size() && result; at += chunk)
        result = reader.feed(bytes.substr(at, chunk));
    if (result)
        result = reader.finish();
    if (!result)
        outcome.error = result.error();
    outcome.read = reader.rowsRead();
    outcome.good = long(outcome.rows.size());
    outcome.faulty = reader.rowsFaulty();
    outcome.blank = reader.blankLines();
    return outcome;
}

/// The mark among , ; tab | that the first line has most of.
char sniffed(std::string_view bytes)
{
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    char best = ',';
    for (const char mark : {',', ';', '\t', '|'}) {
        if (std::count(line.begin(), line.end(), mark) > std::count(line.begin(), line.end(), best))
            best = mark;
    }
    return best;
}

using Fields = std::vector<std::string>;

} // namespace

class TestCsvReader : public QObject {
    Q_OBJECT

private slots:
    void good_data();
    void good();
    void lines();
    void faults_data();
    void faults();
    void strayQuoteLosesOneLine();
    void everyLineOpensAQuote();
    void refused_data();
    void refused();
    void piecesMakeNoDifference();
    void stops();
    void spectrum();
    void evilFiles();
};

void TestCsvReader::good_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<char>("delimiter");
    QTest::addColumn<QString>("expected"); // fields joined by ¦, records by ¶
    QTest::addColumn<int>("blank");
    const auto row = [](const char *name, const QByteArray &bytes, char delimiter, const QString &expected,
                        int blank = 0) { QTest::newRow(name) << bytes << delimiter << expected << blank; };
    row("LF", "a,b\n1,2\n", ',', QStringLiteral("a¦b¶1¦2"));
    row("CRLF", "a,b\r\n1,2\r\n", ',', QStringLiteral("a¦b¶1¦2"));
    row("CR", "a,b\r1,2\r", ',', QStringLiteral("a¦b¶1¦2"));
    row("no last line break", "a,b\n1,2", ',', QStringLiteral("a¦b¶1¦2"));
    row("mixed line breaks", "a,b\r\n1,2\n3,4\r5,6", ',', QStringLiteral("a¦b¶1¦2¶3¦4¶5¦6"));
    row("BOM", "\xEF\xBB\xBF\"a\";b\n1;2\n", ';', QStringLiteral("a¦b¶1¦2"));
    row("doubled quotes", "a,b\n\"x \"\"y\"\"\",2\n", ',', QStringLiteral("a¦b¶x \"y\"¦2"));
    row("only doubled quotes", "a,b\n\"\"\"\",\"\"\n", ',', QStringLiteral("a¦b¶\"¦"));
    row("delimiter in quotes", "a;b\n\"1;5\";2\n", ';', QStringLiteral("a¦b¶1;5¦2"));
    row("line break in quotes", "a,b\n\"one\ntwo\",2\n", ',', QStringLiteral("a¦b¶one\ntwo¦2"));
    row("CRLF in quotes", "a,b\r\n\"one\r\ntwo\",2\r\n", ',', QStringLiteral("a¦b¶one\r\ntwo¦2"));
    row("padded", "a;b\n  \"x\"  ; \"y\"\t\n", ';', QStringLiteral("a¦b¶x¦y"));
    row("blanks kept without quotes", "a;b\n  x ; y\n", ';', QStringLiteral("a¦b¶  x ¦ y"));
    row("blank lines", "\na,b\n\n1,2\n   \n\n3,4\n\n", ',', QStringLiteral("a¦b¶1¦2¶3¦4"), 5);
    row("empty fields", "a,b,c\n,,\n1,,\n", ',', QStringLiteral("a¦b¦c¶¦¦¶1¦¦"));
    row("a quoted empty line is a record", "a\n\"\"\n", ',', QStringLiteral("a¶"));
    row("tab", "a\tb\n1\t2\n", '\t', QStringLiteral("a¦b¶1¦2"));
    row("quote within plain text", "a,b\n5\" pipe,2\n", ',', QStringLiteral("a¦b¶5\" pipe¦2"));
    row("UTF-8", "a,b\nSomali\xC3\xAB,\xE2\x82\xAC\n", ',', QString::fromUtf8("a¦b¶Somalië¦€"));
}

void TestCsvReader::good()
{
    QFETCH(QByteArray, bytes);
    QFETCH(char, delimiter);
    QFETCH(QString, expected);
    QFETCH(int, blank);
    for (const std::size_t chunk : {std::size_t(1), std::size_t(2), std::size_t(7), std::size_t(1) << 16}) {
        CsvOptions options;
        options.delimiter = delimiter;
        const Outcome outcome = parse({bytes.data(), std::size_t(bytes.size())}, options, chunk);
        QVERIFY(!outcome.error);
        QStringList records;
        std::vector<std::vector<std::string>> all{outcome.header};
        all.insert(all.end(), outcome.rows.begin(), outcome.rows.end());
        for (const auto &record : all) {
            QStringList fields;
            for (const std::string &field : record)
                fields << QString::fromStdString(field);
            records << fields.join(QChar(0xA6));
        }
        QCOMPARE(records.join(QChar(0xB6)), expected);
        QCOMPARE(outcome.blank, long(blank));
        QCOMPARE(outcome.faulty, 0L);
        QCOMPARE(outcome.read, outcome.good);
    }
}

void TestCsvReader::lines()
{
    const std::string text = "a,b\r\n1,2\r\n\r\n\"x\r\ny\r\nz\",4\r\n5,6\n7,8\r9,10";
    for (const std::size_t chunk : {std::size_t(1), std::size_t(3), std::size_t(1000)})
        QCOMPARE(parse(text, {}, chunk).lines, (std::vector<long>{2, 4, 7, 8, 9}));
}

void TestCsvReader::faults_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<int>>("expected"); // per row
    const int none = int(CsvFault::None), count = int(CsvFault::FieldCount), broken = int(CsvFault::BrokenQuote),
              cut = int(CsvFault::CutRecord);
    QTest::newRow("too few, too many") << QByteArray("a,b\n1\n1,2\n1,2,3\n") << QList<int>{count, none, count};
    QTest::newRow("text behind a quote") << QByteArray("a,b\n\"x\"y,2\n3,4\n") << QList<int>{broken, none};
    QTest::newRow("quote behind a quote") << QByteArray("a,b\n\"x\" \"y\",2\n3,4\n") << QList<int>{broken, none};
    QTest::newRow("cut") << QByteArray("a,b\n1,2\n3,\"fo") << QList<int>{none, cut};
    QTest::newRow("cut behind its quote") << QByteArray("a,b\n1,2\n3,\"fo\"") << QList<int>{none, none};
    QTest::newRow("cut before the last field") << QByteArray("a,b\n1,2\n3") << QList<int>{none, count};
}

void TestCsvReader::faults()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QList<int>, expected);
    for (const std::size_t chunk : {std::size_t(1), std::size_t(1000)}) {
        const Outcome outcome = parse({bytes.data(), std::size_t(bytes.size())}, {}, chunk);
        QList<int> found;
        for (const CsvFault fault : outcome.faults)
            found << int(fault);
        QCOMPARE(found, expected);
        QCOMPARE(outcome.read, long(expected.size()));
        QCOMPARE(outcome.read, outcome.good + outcome.faulty);
    }
}

// A quote that never closes would swallow the rest of the file; the lines behind it are read anew.
void TestCsvReader::strayQuoteLosesOneLine()
{
    const std::string text = "a,b\r\n1,2\r\n\"3,4\r\n5,6\r\n7,8\r\n";
    for (const std::size_t chunk : {std::size_t(1), std::size_t(1000)}) {
        const Outcome outcome = parse(text, {}, chunk);
        QCOMPARE(outcome.rows, (std::vector<Fields>{{"1", "2"}, {"5", "6"}, {"7", "8"}}));
        QCOMPARE(outcome.lines, (std::vector<long>{2, 3, 4, 5}));
        QVERIFY(outcome.faults[1] == CsvFault::CutRecord);
    }
    // Also in a file that is larger than we care to hold in memory.
    std::string large = "a,b\n\"3,4\n";
    while (large.size() < (20u << 20))
        large += "5,a field of some length to get there sooner ........................................\n";
    QElapsedTimer timer;
    timer.start();
    const Outcome outcome = parse(large);
    QCOMPARE(outcome.faulty, 1L);
    QVERIFY(outcome.good > 200000);
    QVERIFY(timer.elapsed() < 60000);
}

/// Each of these lines opens a quote that no line closes: reading what follows anew each time would take hours.
void TestCsvReader::everyLineOpensAQuote()
{
    const long lines = 50000;
    std::string text = "a,b\n";
    for (long i = 0; i < lines; ++i)
        text += "x\",\"\n";
    long rows = 0, cut = 0, last = 1;
    CsvReader reader(
        CsvOptions(), "proef.csv", [](const CsvRecord &) { return Result<void>(); },
        [&](const CsvRecord &record) {
            ++rows;
            cut += record.fault == CsvFault::CutRecord ? 1 : 0;
            last = record.line;
            return Result<void>();
        });
    QElapsedTimer timer;
    timer.start();
    QVERIFY(reader.feed(text).has_value());
    QVERIFY(reader.finish().has_value());
    QCOMPARE(rows, lines);
    QCOMPARE(cut, lines);
    QCOMPARE(last, lines + 1);
    QVERIFY2(timer.elapsed() < 60000, qPrintable(QString::number(timer.elapsed())));
}

void TestCsvReader::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const QByteArray &bytes, ErrorCode code, const char *line = "") {
        QTest::newRow(name) << bytes << int(code) << QString::fromLatin1(line);
    };
    row("empty", "", ErrorCode::FileEmpty);
    row("only a BOM", "\xEF\xBB\xBF", ErrorCode::FileEmpty);
    row("only blank lines", "\n\r\n  \n", ErrorCode::FileEmpty);
    row("header only", "a,b\n", ErrorCode::NoRows);
    row("header and blank lines", "a,b\n\n\n", ErrorCode::NoRows);
    row("NUL", QByteArray("a,b\n1,\0002\n", 8), ErrorCode::FileBinary);
    row("SQLite", QByteArray("SQLite format 3\0 and more", 26), ErrorCode::FileBinary);
    row("ZIP", "PK\x03\x04 and more, and more", ErrorCode::FileBinary);
    row("PNG", "\x89PNG\r\n\x1a\n and more", ErrorCode::FileBinary);
    row("PDF", "%PDF-1.7\n and more, more", ErrorCode::FileBinary);
    row("SPSS", "$FL2@(#) SPSS DATA FILE", ErrorCode::FileBinary);
    row("short PDF", "%PDF-", ErrorCode::FileBinary);
    row("invalid byte", "a,b\n1,2\n3,\xFF\n", ErrorCode::EncodingWrong, "3");
    row("windows-1252 as UTF-8", "a,b\r\n1,2\r\nSomali\xEB,4\r\n", ErrorCode::EncodingWrong, "3");
    row("overlong", "a,b\n1,\xC0\xAF\n", ErrorCode::EncodingWrong, "2");
    row("surrogate", "a,b\n1,\xED\xA0\x80\n", ErrorCode::EncodingWrong, "2");
    row("beyond Unicode", "a,b\n1,\xF4\x90\x80\x80\n", ErrorCode::EncodingWrong, "2");
    row("cut character", "a,b\n1,2\n3,\xE2\x82", ErrorCode::EncodingWrong, "3");
}

void TestCsvReader::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QFETCH(QString, line);
    for (const std::size_t chunk : {std::size_t(1), std::size_t(5), std::size_t(1000)}) {
        const Outcome outcome = parse({bytes.data(), std::size_t(bytes.size())}, {}, chunk);
        QVERIFY(outcome.error);
        QCOMPARE(QString::fromStdString(std::string(errorName(outcome.error->code))),
                 QString::fromStdString(std::string(errorName(ErrorCode(code)))));
        QCOMPARE(contextOf(*outcome.error, "file"), std::string("test.csv"));
        if (!line.isEmpty())
            QCOMPARE(QString::fromStdString(contextOf(*outcome.error, "line")), line);
    }
}

/// A record that lies whole in a piece is read another way than one that comes character by character.
void TestCsvReader::piecesMakeNoDifference()
{
    std::mt19937 random(3);
    const std::string_view characters = "a;,\"\"\" \n\r\t";
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (std::size_t length = random() % 120; text.size() < length;)
            text += random() % 3 == 0 ? 'b' : characters[random() % characters.size()];
        CsvOptions options;
        options.delimiter = random() % 2 ? ';' : '\t';
        options.quote = random() % 8 ? '"' : char(0);
        options.header = random() % 2 != 0;
        const Outcome whole = parse(text, options);
        const Outcome single = parse(text, options, 1);
        const bool same = whole.header == single.header && whole.rows == single.rows && whole.lines == single.lines
                          && whole.faults == single.faults && whole.blank == single.blank
                          && whole.error.has_value() == single.error.has_value();
        QVERIFY2(same, text.c_str());
    }
}

void TestCsvReader::stops()
{
    int rows = 0;
    CsvReader reader(
        {}, "test.csv", [](const CsvRecord &) -> Result<void> { return {}; },
        [&rows](const CsvRecord &) -> Result<void> {
            if (++rows == 2)
                return fail(ErrorCode::Cancelled);
            return {};
        });
    const Result<void> result = reader.feed("a,b,c,d,e,f,g,h\n1\n2\n3\n4\n");
    EXPECT_FAULT(result, ErrorCode::Cancelled);
    QCOMPARE(rows, 2);
}

// csv-spectrum: twelve files with their answers as JSON.
void TestCsvReader::spectrum()
{
    const QDir root(QStringLiteral(EVENREDIG_SHARED_DATA "/csv/csv-spectrum"));
    if (!root.exists())
        QSKIP("shared data are absent: ../shared/data/csv/csv-spectrum");
    int compared = 0;
    QDirIterator files(root.path(), {QStringLiteral("*.csv")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        QDirIterator answers(root.path(), {file.completeBaseName() + QStringLiteral(".json")}, QDir::Files,
                             QDirIterator::Subdirectories);
        if (!answers.hasNext())
            continue;
        const auto bytes = readFile(file.filePath().toStdString());
        const auto json = readFile(answers.next().toStdString());
        QVERIFY(bytes && json);
        const auto expected = Json::parse(*json);
        if (!expected.is_array()) // location_coordinates: its answer tells of another record than the file holds
            continue;
        const Outcome outcome = parse(*bytes);
        QVERIFY2(outcome.rows.size() == expected.size(), qPrintable(file.fileName()));
        for (std::size_t i = 0; i < outcome.rows.size(); ++i) {
            for (std::size_t field = 0; field < outcome.header.size(); ++field) {
                // The answers were made before a version control system changed line breaks of the files.
                std::string answer = expected[i].at(outcome.header[field]).get<std::string>();
                std::erase(answer, '\r');
                std::string found = outcome.rows[i][field];
                std::erase(found, '\r');
                QVERIFY2(found == answer, qPrintable(file.fileName()));
            }
        }
        ++compared;
    }
    qInfo("%d files agree with their answers", compared);
    QVERIFY(compared >= 10);
}

void TestCsvReader::evilFiles()
{
    const QString root = QStringLiteral(EVENREDIG_SHARED_DATA "/csv");
    if (!QDir(root).exists())
        QSKIP("shared data are absent: ../shared/data/csv");
    QElapsedTimer timer;
    timer.start();
    int files = 0, refused = 0;
    long read = 0, faulty = 0;
    QDirIterator each(root, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString path = each.next();
        const auto bytes = readFile(path.toStdString(), 1u << 30);
        QVERIFY2(bytes.has_value(), qPrintable(path));
        for (const TextEncoding encoding : {TextEncoding::Utf8, TextEncoding::Windows1252}) {
            CsvOptions options;
            options.delimiter = sniffed(*bytes);
            options.encoding = encoding;
            const Outcome outcome = parse(*bytes, options, 4096);
            QVERIFY2(outcome.read == outcome.good + outcome.faulty, qPrintable(path));
            QVERIFY2(long(outcome.lines.size()) == outcome.read, qPrintable(path));
            QVERIFY2(std::is_sorted(outcome.lines.begin(), outcome.lines.end()), qPrintable(path));
            // The same in small pieces gives the same.
            const Outcome pieces = bytes->size() < 100000 ? parse(*bytes, options, 13) : outcome;
            QVERIFY2(pieces.lines == outcome.lines && pieces.faults == outcome.faults && pieces.rows == outcome.rows,
                     qPrintable(path));
            if (encoding == TextEncoding::Utf8) {
                refused += outcome.error.has_value();
                read += outcome.read;
                faulty += outcome.faulty;
            }
        }
        ++files;
    }
    qInfo("%d files, %d refused, %ld rows, %ld of them set aside, %lld ms", files, refused, read, faulty,
          timer.elapsed());
    QVERIFY(files > 900);
}

EVENREDIG_TEST(TestCsvReader)
#include "testcsvreader.moc"
