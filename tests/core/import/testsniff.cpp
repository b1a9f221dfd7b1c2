// What a text file shows of itself: encoding, delimiter, quote, header and the marks of numbers, with counts.
#include "core/import/importtest.h"
#include "core/import/recognise/sniff.h"
#include "core/import/recognise/sniffreport.h"
#include "testroom.h"

#include <QStringEncoder>
#include <QTemporaryDir>

#include <algorithm>

using namespace evenredig;
using namespace evenredig::importtest;

class TestSniff : public QObject {
    Q_OBJECT

private slots:
    void dialect_data();
    void dialect();
    void encoding_data();
    void encoding();
    void header_data();
    void header();
    void countsMarks();
    void twoWays_data();
    void twoWays();
    void codesStayCodes();
    void countsTheWholeFile();
    void cancels();
    void faults();
    void givenIsNotAsked();
    void tells();
    void importRefusesTwoWays();
    void importTakesTheLikely();
    void importRecognises();
    void importRefusesAFileWithoutHeader();
};

namespace {

const ColumnEvidence *firstAmbiguous(const Sniff &sniff)
{
    const auto found = std::find_if(sniff.columns.begin(), sniff.columns.end(),
                                    [](const ColumnEvidence &column) { return column.ambiguous(); });
    return found == sniff.columns.end() ? nullptr : &*found;
}

Sniff sniffed(const QByteArray &bytes)
{
    const auto sniff = sniffBytes(std::string_view(bytes.constData(), std::size_t(bytes.size())), "proef.csv");
    if (!sniff)
        qFatal("%s", wrongOf(sniff).c_str());
    return *sniff;
}

/// "delimiter quote fields rows"
QString dialectOf(const Sniff &sniff)
{
    const QString quote = sniff.dialect.quote == 0 ? QStringLiteral("none") : QString(QLatin1Char(sniff.dialect.quote));
    return QStringLiteral("%1 %2 %3 %4")
        .arg(QLatin1Char(sniff.dialect.delimiter))
        .arg(quote)
        .arg(sniff.columns.size())
        .arg(sniff.rows);
}

Json openRecipe()
{
    Json json = longRecipe();
    json.erase("read");
    return json;
}

} // namespace

void TestSniff::dialect_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("comma") << QByteArray("a,b\n1,2\n3,4\n") << ", \" 2 2";
    QTest::newRow("semicolon with decimal commas") << QByteArray("a;b\n1,5;2\n3,5;4\n") << "; \" 2 2";
    QTest::newRow("semicolon, one decimal comma each") << QByteArray("naam;waarde\nx;1,5\ny;2,5\n") << "; \" 2 2";
    QTest::newRow("tab") << QByteArray("a\tb\n1,5\t2\n3,5\t4\n") << "\t \" 2 2";
    QTest::newRow("pipe") << QByteArray("a|b|c\n1|2|3\n") << "| \" 3 1";
    QTest::newRow("delimiter inside quotes") << QByteArray("a;b\n\"x;y;z\";2\n\"p,q\";3\n") << "; \" 2 2";
    QTest::newRow("commas inside quotes") << QByteArray("a,b\n\"x,y\",\"1;2\"\n\"x,z\",\"1;3\"\n") << ", \" 2 2";
    QTest::newRow("single quotes") << QByteArray("'a','b'\n'x,y','2'\n'z','3'\n") << ", ' 2 2";
    QTest::newRow("an apostrophe is no quote") << QByteArray("a;b\n's Gravenhage;2\n't Harde;3\n") << "; \" 2 2";
    QTest::newRow("an inch is no quote") << QByteArray("a;b\n5\" pijp;2\n3\" pijp;3\n") << "; \" 2 2";
    QTest::newRow("one column") << QByteArray("a\n1\n2\n") << "; \" 1 2";
    QTest::newRow("one column of decimal commas") << QByteArray("a\n1,5\n2,5\n") << "; \" 1 2";
    QTest::newRow("lines inside quotes") << QByteArray("a;b\r\n\"x\r\ny\";2\r\n") << "; \" 2 1";
    QTest::newRow("a broken row in ten") << QByteArray("a;b\n1;2\n1;2\n1;2\n1;2\n1;2;3\n1;2\n1;2\n1;2\n1;2\n")
                                         << "; \" 2 9";
    QTest::newRow("text with commas") << QByteArray("zin;n\na, b, c;1\nd, e, f;2\n") << "; \" 2 2";
}

void TestSniff::dialect()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(dialectOf(sniffed(text)), expected);
}

void TestSniff::encoding_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("encoding");
    QTest::addColumn<bool>("mark");
    const QString text = QStringLiteral("naam;n\nCuraçao;1\nBosnië;2\n");
    const auto utf16 = [&text](QStringConverter::Encoding form, bool mark) {
        QStringEncoder encoder(form, mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
        return QByteArray(encoder.encode(text));
    };
    const int utf8 = int(TextEncoding::Utf8), le = int(TextEncoding::Utf16Le), be = int(TextEncoding::Utf16Be);
    const int windows = int(TextEncoding::Windows1252), latin = int(TextEncoding::Latin1);
    QTest::newRow("utf-8") << text.toUtf8() << utf8 << false;
    QTest::newRow("utf-8 with mark") << QByteArray("\xEF\xBB\xBF") + text.toUtf8() << utf8 << true;
    QTest::newRow("ascii") << QByteArray("a;b\n1;2\n") << utf8 << false;
    QTest::newRow("utf-16le with mark") << utf16(QStringConverter::Utf16LE, true) << le << true;
    QTest::newRow("utf-16be with mark") << utf16(QStringConverter::Utf16BE, true) << be << true;
    QTest::newRow("utf-16le") << utf16(QStringConverter::Utf16LE, false) << le << false;
    QTest::newRow("utf-16be") << utf16(QStringConverter::Utf16BE, false) << be << false;
    QTest::newRow("single bytes") << text.toLatin1() << windows << false;
    QTest::newRow("euro sign in windows-1252") << QByteArray("a;b\n\x80;1\n") << windows << false;
    QTest::newRow("a byte that windows-1252 has not") << QByteArray("a;b\n\x81\xE9;1\n") << latin << false;
}

void TestSniff::encoding()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, encoding);
    QFETCH(bool, mark);
    const Sniff sniff = sniffed(bytes);
    QCOMPARE(int(sniff.encoding.encoding), encoding);
    QCOMPARE(sniff.encoding.byteOrderMark, mark);
    QCOMPARE(int(sniff.dialect.delimiter), int(';'));
    QVERIFY(sniff.rows >= 1);
}

void TestSniff::header_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("header");
    const int certain = int(Sniff::Header::Certain), likely = int(Sniff::Header::Likely),
              none = int(Sniff::Header::None);
    QTest::newRow("names above numbers") << QByteArray("naam;n\nx;1\ny;2\n") << certain;
    QTest::newRow("numbers first") << QByteArray("x;1\ny;2\nz;3\n") << none;
    QTest::newRow("years for names") << QByteArray("herkomst;2019;2020\nTurkije;1,5;2,5\nMarokko;3,5;4,5\n") << likely;
    QTest::newRow("texts only") << QByteArray("naam;plaats\nx;Assen\ny;Ede\n") << likely;
    QTest::newRow("texts that return") << QByteArray("ja;nee\nnee;nee\nja;ja\n") << none;
    QTest::newRow("code below a name") << QByteArray("code;x\n001;a\n002;b\n") << certain;
    QTest::newRow("an empty first name") << QByteArray(";n\nx;1\ny;2\n") << certain;
}

void TestSniff::header()
{
    QFETCH(QByteArray, text);
    QFETCH(int, header);
    QCOMPARE(int(sniffed(text).header), header);
}

void TestSniff::countsMarks()
{
    const Sniff sniff = sniffed("naam;gewicht;bedrag\na;0,874;1.250\nb;1,5;1.250.000\nc;1,125;2.500\nd;2;\n");
    QCOMPARE(sniff.marks.commaDecimals, 2L);
    QCOMPARE(sniff.marks.commaEither, 1L);
    QCOMPARE(sniff.marks.pointDecimals, 0L);
    QCOMPARE(sniff.marks.pointThousands, 1L);
    QCOMPARE(sniff.marks.pointEither, 2L);
    QCOMPARE(sniff.decimal, std::string(","));
    QCOMPARE(sniff.thousands, std::string("."));
    QVERIFY(!firstAmbiguous(sniff)); // another value of each column settles it
    QCOMPARE(sniff.columns[2].empty, 1L);
    QCOMPARE(sniff.columns[2].numbers, 3L);
}

void TestSniff::twoWays_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("column"); // the first that can be read two ways
    QTest::addColumn<QString>("marks");  // the likeliest
    QTest::newRow("nothing settles it") << QByteArray("x;n\na;1.250\nb;2.500\n") << "n"
                                        << ",.";
    QTest::newRow("cut by commas") << QByteArray("x,n\na,1.250\nb,2.500\n") << "n"
                                   << ".";
    QTest::newRow("another column does not") << QByteArray("x;w;n\na;0,5;1.250\n") << "n"
                                             << ",.";
    QTest::newRow("another value does") << QByteArray("x;n\na;1.250\nb;12.5\n") << ""
                                        << ".";
    QTest::newRow("a second group does") << QByteArray("x;n\na;1.250\nb;1.000.000\n") << ""
                                         << ",.";
    QTest::newRow("a zero does") << QByteArray("x;n\na;1.250\nb;0.874\n") << ""
                                 << ".";
    QTest::newRow("whole numbers do not") << QByteArray("x;n\na;1.250\nb;12\n") << "n"
                                          << ",.";
    QTest::newRow("comma as well") << QByteArray("x;n\na;1,250\nb;2,500\n") << "n"
                                   << ",";
    QTest::newRow("a text column is none") << QByteArray("x;n\na;1.250\nb;z\nc;z\nd;z\n") << ""
                                           << ".";
}

void TestSniff::twoWays()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, column);
    QFETCH(QString, marks);
    const Sniff sniff = sniffed(text);
    const ColumnEvidence *first = firstAmbiguous(sniff);
    QCOMPARE(first ? QString::fromStdString(first->name) : QString(), column);
    QCOMPARE(QString::fromStdString(sniff.decimal + sniff.thousands), marks);
    if (first)
        QCOMPARE(first->exampleLine, 2L);
}

void TestSniff::codesStayCodes()
{
    const Sniff sniff = sniffed("gemeente;n\n0363;1\n0014;2\n1234;3\n");
    QVERIFY(sniff.columns[0].kind() == ColumnEvidence::Kind::Code);
    QCOMPARE(sniff.columns[0].leadingZeros, 2L);
    QVERIFY(sniff.columns[1].kind() == ColumnEvidence::Kind::Number);
}

/// What comes after the part by which the delimiter is judged counts all the same.
void TestSniff::countsTheWholeFile()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath("groot.csv").toStdString();
    std::string text = "a;b\n";
    const int rows = 200000;
    for (int i = 0; i < rows; ++i)
        text += "x;1,5\n";
    text += "x;2.5\n\xE9;1\n"; // and the very last line is no UTF-8
    QVERIFY(writeFile(path, text).has_value());
    double last = 0;
    Progress progress;
    progress.report = [&last](double fraction) {
        QVERIFY(fraction >= last);
        last = fraction;
    };
    const auto sniff = sniffFile(path, progress);
    QVERIFY2(sniff, wrongOf(sniff).c_str());
    QCOMPARE(sniff->rows, long(rows) + 2);
    QCOMPARE(sniff->marks.commaDecimals, long(rows));
    QCOMPARE(sniff->marks.pointDecimals, 1L);
    QVERIFY(sniff->encoding.encoding == TextEncoding::Windows1252);
    QCOMPARE(sniff->encoding.notUtf8Line, long(rows) + 3);
    QVERIFY(last > 0.99);
}

void TestSniff::cancels()
{
    std::stop_source stop;
    Progress progress;
    progress.stop = stop.get_token();
    const std::string text(1u << 20, 'x');
    progress.report = [&stop](double fraction) {
        if (fraction > 0.1)
            stop.request_stop();
    };
    const auto sniff = sniffBytes(text, "proef.csv", progress);
    QVERIFY(!sniff);
    QVERIFY(sniff.error().code == ErrorCode::Cancelled);
}

void TestSniff::faults()
{
    const auto codeOf = [](std::string_view bytes) {
        const auto sniff = sniffBytes(bytes, "proef.csv");
        return sniff ? std::string("good") : std::string(errorName(sniff.error().code));
    };
    QCOMPARE(codeOf(""), std::string("file_empty"));
    QCOMPARE(codeOf("\n\n"), std::string("file_empty"));
    QCOMPARE(codeOf("PK\x03\x04xxxxxxxxxxxxxxxxxx"), std::string("file_binary"));
    QCOMPARE(codeOf(std::string_view("a;b\n\0;2\n", 8)), std::string("file_binary"));
    QCOMPARE(codeOf("a;b\n"), std::string("good")); // a header alone can be described
    const auto missing = sniffFile("/there/is/none.csv");
    QVERIFY(!missing && missing.error().code == ErrorCode::FileMissing);
}

void TestSniff::givenIsNotAsked()
{
    SniffGiven given;
    given.delimiter = '|';
    given.header = false;
    const auto sniff = sniffBytes("a;b\n1;2\n", "proef.csv", {}, given);
    QVERIFY(sniff);
    QCOMPARE(int(sniff->dialect.delimiter), int('|'));
    QCOMPARE(sniff->columns.size(), std::size_t(1));
    QVERIFY(sniff->header == Sniff::Header::None);
    QCOMPARE(sniff->rows, 2L);
}

void TestSniff::tells()
{
    std::string text = "resp;gewicht;inkomen\n";
    for (int i = 0; i < 1234; ++i)
        text += "0012;0,874;1.250\n";
    const auto sniff = sniffBytes(text, "SIM.csv");
    QVERIFY(sniff);
    const std::string dutch = sniffText(*sniff, "SIM.csv", Language::Dutch);
    for (const char *part : {"1.234 waarden hebben “,” als decimaalteken, 0 hebben “.”", "! inkomen: getal",
                             "1.250 (regel 2) is 1250 of 1,250", "1.234 zulke waarden", "resp: code", "voorloopnullen"})
        QVERIFY2(dutch.find(part) != std::string::npos, (std::string(part) + "\n" + dutch).c_str());
    const std::string english = sniffText(*sniff, "SIM.csv", Language::English);
    QVERIFY2(english.find("1,234 values have “,” decimals, 0 have “.”") != std::string::npos, english.c_str());
    QVERIFY2(english.find("is 1250 or 1.250") != std::string::npos, english.c_str());
    const auto json = Json::parse(sniffJson(*sniff, "SIM.csv"));
    QCOMPARE(json["read"]["decimal"].get<std::string>(), std::string(","));
    QCOMPARE(json["columns"][2]["ambiguous"].get<bool>(), true);
    QCOMPARE(json["columns"][0]["kind"].get<std::string>(), std::string("code"));
    // What is printed can stand in a recipe as it is.
    Json recipe = longRecipe();
    recipe["read"] = json["read"];
    QVERIFY(Recipe::fromJson(recipe.dump(), "r").has_value());
}

void TestSniff::importRefusesTwoWays()
{
    const std::string text = std::string(importtest::header) + "Turkije;1;2020;1.250;12\nMarokko;1;2020;2.500;13\n";
    const Outcome refused = read(text, openRecipe());
    QVERIFY(refused.error);
    QVERIFY(refused.error->code == ErrorCode::ReadingAmbiguous);
    QCOMPARE(QString::fromStdString(message(*refused.error, Language::Dutch)),
             QStringLiteral("proef.csv, regel 2: “1.250” in kolom pct kan 1250 en 1,250 zijn. Geef in het recept "
                            "“decimal” en “thousands”, of neem met --yes het waarschijnlijkste (1250)."));
    Json settled = openRecipe();
    settled["read"] = {{"decimal", "."}};
    const Outcome decimals = read(text, settled);
    QVERIFY(!decimals.error);
    QCOMPARE(decimals.set.figures[0].value.value_or(-1), 0.0125);
    settled["read"] = {{"decimal", ","}, {"thousands", "."}};
    const Outcome thousands = read(text, settled); // 1,250 per cent: no share
    QVERIFY(thousands.error);
    QCOMPARE(
        QString::fromStdString(message(*thousands.error, Language::Dutch)),
        QStringLiteral("proef.csv, regel 2: “1.250” in kolom pct is als aandeel niet mogelijk: onder 0 of boven 100 "
                       "procent. Geef in het recept “decimal”, “thousands” of “scale”, of laat het met --yes weg."));
}

void TestSniff::importTakesTheLikely()
{
    const auto recipe = Recipe::fromJson(openRecipe().dump(), "r");
    QVERIFY(recipe);
    Recipe taking = *recipe;
    taking.read.takeLikely = true;
    ImportReport report;
    const auto set = readSource(std::string(importtest::header) + "Turkije;1;2020;1.250;12\n", "proef.csv", taking,
                                importtest::knownCatalogue(), report);
    QVERIFY2(set, wrongOf(set).c_str());
    QVERIFY(!set->figures[0].value); // the likelier way, and not possible as a share: told, and not stored
    QVERIFY(set->figures[0].absence == Missing::Unreadable);
    QVERIFY(std::ranges::any_of(set->ledger, [](const LedgerEntry &one) { return one.reason == "impossible"; }));
    bool told = false;
    for (const LedgerEntry &entry : set->ledger)
        told = told || (entry.reason == "read_two_ways" && entry.column == "pct" && entry.value == "1.250 = 1250");
    QVERIFY(told);
}

void TestSniff::importRecognises()
{
    const QByteArray bytes =
        QStringLiteral("herkomst;generatie;jaar;pct;aantal\nTurkije;1;2020;7,4;12\nCuraçao;1;2020;8,5;12\n").toLatin1();
    const Outcome outcome = read(bytes.toStdString(), openRecipe());
    QVERIFY2(!outcome.error, outcome.error ? message(*outcome.error, Language::English).c_str() : "");
    expectBalance(outcome);
    QCOMPARE(outcome.set.figures[0].value.value_or(-1), 0.074);
    const QString lines = ledgerLines(outcome).join('\n');
    for (const char *taken :
         {"0 recognised  delimiter \";\"", "0 recognised  encoding windows-1252", "0 recognised  decimal \",\""})
        QVERIFY2(lines.contains(QString::fromUtf8(taken)), qPrintable(lines));
    QVERIFY2(lines.contains(QStringLiteral("3 unknown_origin herkomst Curaçao")), qPrintable(lines));
}

/// The first row would be lost as a header.
void TestSniff::importRefusesAFileWithoutHeader()
{
    Json json = openRecipe();
    json["columns"][0]["from"] = "#1";
    json["columns"][1]["from"] = "#2";
    json["period"]["from"] = "#3";
    json["measures"][0]["value"] = "#4";
    json["measures"][0]["n"] = "#5";
    const std::string text = "Turkije;1;2020;7,4;12\nMarokko;1;2020;8,4;13\nNederland;1;2020;9,4;13\n";
    const Outcome refused = read(text, json);
    QVERIFY(refused.error);
    QCOMPARE(std::string(errorName(refused.error->code)), std::string("header_doubtful"));
    json["read"] = {{"header", false}};
    const Outcome taken = read(text, json);
    QVERIFY(!taken.error);
    QCOMPARE(taken.set.counts.rowsKept, 3L);
    QCOMPARE(taken.set.figures[0].line, 1L);
}

EVENREDIG_TEST(TestSniff)
#include "testsniff.moc"
