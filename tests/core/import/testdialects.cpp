// One table of persons and one of figures, written in hundreds of ways: each is read to the same values, or asked about, or
// refused, and never read to others. What a table leaves no doubt about is read without asking.
#include "core/import/surveytest.h"
#include "testroom.h"

#include <array>
#include <cmath>
#include <map>
#include <random>

using namespace evenredig;
using namespace evenredig::surveytest;

namespace {

struct Dialect {
    char decimal = ',', delimiter = ';';
    const char *thousands = "";
    const char *encoding = "utf-8";
    const char *missing = "";
    enum class Guise { Plain, Exponent, Minus, FloatYear, Percent, Flags } guise = Guise::Plain;
    int share = 100; ///< per cent of the cells that are numbers
    bool quoted = false;

    [[nodiscard]] QString name() const
    {
        static constexpr std::array guises{"plain", "exponent", "minus", "float year", "percent", "flags"};
        return QStringLiteral("decimal %1, thousands \"%2\", delimiter %3, %4, missing \"%5\", %6, %7 per cent%8")
            .arg(QChar::fromLatin1(decimal), QString::fromUtf8(thousands))
            .arg(QChar::fromLatin1(delimiter == '\t' ? 'T' : delimiter))
            .arg(encoding, missing, guises[std::size_t(guise)])
            .arg(share)
            .arg(quoted ? ", quoted" : "");
    }
};

constexpr std::array thousandsMarks{"", ".", ",", " ", "\u00A0", "\u202F", "\u2009", "'", "\u2019"};

/// A number as the dialect writes it; `decimals` are printed.
std::string written(const Dialect &dialect, double value, int decimals)
{
    std::string digits = QString::number(std::abs(value), 'f', decimals).toStdString();
    const std::size_t point = digits.find('.');
    std::string whole = digits.substr(0, point);
    const std::string fraction = point == std::string::npos ? "" : digits.substr(point + 1);
    for (int at = int(whole.size()) - 3; at > 0; at -= 3)
        whole.insert(std::size_t(at), dialect.thousands);
    std::string text = whole + (fraction.empty() ? "" : std::string(1, dialect.decimal) + fraction);
    if (dialect.guise == Dialect::Guise::Exponent && std::fmod(std::abs(value), 1000) == 0 && value != 0)
        text = QString::number(std::abs(value) / 1000).toStdString() + "e+03";
    if (value < 0)
        text.insert(0, dialect.guise == Dialect::Guise::Minus ? "\u2212" : "-");
    return text;
}

QByteArray encoded(const std::string &text, const char *encoding)
{
    const QString unicode = QString::fromStdString(text);
    if (std::string_view(encoding) == "utf-16le") {
        QByteArray bytes("\xFF\xFE", 2);
        for (const QChar c : unicode) {
            bytes += char(c.unicode() & 0xFF);
            bytes += char(c.unicode() >> 8);
        }
        return bytes;
    }
    if (std::string_view(encoding) == "windows-1252")
        return unicode.toLatin1();
    return (std::string_view(encoding) == "utf-8 with mark" ? QByteArray("\xEF\xBB\xBF") : QByteArray())
           + unicode.toUtf8();
}

std::string cell(const Dialect &dialect, const std::string &text)
{
    const bool must = text.find(dialect.delimiter) != std::string::npos;
    return dialect.quoted || must ? "\"" + text + "\"" : text;
}

std::string record(const Dialect &dialect, const std::vector<std::string> &cells)
{
    std::string line;
    for (const std::string &one : cells)
        line += (line.empty() ? "" : std::string(1, dialect.delimiter)) + cell(dialect, one);
    return line + "\r\n";
}

constexpr int persons = 60;
/// Decimals in most, thousands in some, some below zero, some round.
double incomeOf(int row)
{
    static constexpr std::array incomes{36600.5, 1250.0,   987.25, -150.75,    3000.0,
                                        52.99,   128000.0, 0.5,    1234567.25, 40000.0};
    return incomes[std::size_t(row) % incomes.size()] + (row % 7 == 0 ? 1000 : 0);
}
int decimalsOf(double value)
{
    return value == std::floor(value) ? 0 : value * 10 == std::floor(value * 10) ? 1 : 2;
}
double weightOf(int row)
{
    return 250.25 + row * 3.5;
}

/// Written by Latin-1 bytes, a mark of more than a byte cannot be said.
bool canBeSaid(const Dialect &dialect)
{
    const std::string_view mark = dialect.thousands, encoding = dialect.encoding;
    const bool wide = mark.size() > 2 || dialect.guise == Dialect::Guise::Minus;
    return std::string_view(&dialect.decimal, 1) != mark && !(encoding == "windows-1252" && wide);
}

/// So many dialects, the same ones each time.
std::vector<Dialect> dialects(std::size_t count, std::initializer_list<Dialect::Guise> guises)
{
    std::mt19937 random(20);
    const auto pick = [&random](const auto &from) { return from.begin()[random() % from.size()]; };
    std::vector<Dialect> result;
    while (result.size() < count) {
        Dialect dialect;
        dialect.decimal = pick(std::string_view(",."));
        dialect.delimiter = pick(std::string_view(";,\t"));
        dialect.thousands = pick(thousandsMarks);
        dialect.encoding = pick(std::array{"utf-8", "utf-8 with mark", "windows-1252", "utf-16le"});
        dialect.missing = pick(std::array{"", "NA", "wil niet zeggen", "x"});
        dialect.guise = pick(guises);
        dialect.share = pick(std::array{100, 60, 40, 10});
        dialect.quoted = random() % 3 == 0;
        if (canBeSaid(dialect))
            result.push_back(dialect);
    }
    return result;
}

bool isNumber(const Dialect &dialect, int row)
{
    return row % 10 < dialect.share / 10;
}

enum class Ended { Read, Asked, Refused };

} // namespace

class TestDialects final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ofPersons();
    void ofFigures();
    void filesMayDiffer();
    void textsThatLookEqualAreEqual();
    void mixedEncodingsAreNamed();
    void whatTheRecipeGivesWins();
    void periodsAsAColumn_data();
    void periodsAsAColumn();

private:
    void expectCounts(const std::map<Ended, int> &counts, std::size_t all);
};

void TestDialects::expectCounts(const std::map<Ended, int> &counts, std::size_t all)
{
    const auto of = [&counts](Ended ended) { return counts.contains(ended) ? counts.at(ended) : 0; };
    qInfo("%zu dialects: %d read to the same values, %d asked about, %d refused", all, of(Ended::Read),
          of(Ended::Asked), of(Ended::Refused));
    QVERIFY(of(Ended::Read) * 5 >= int(all) * 4);
}

void TestDialects::ofPersons()
{
    std::map<Ended, int> counts;
    const std::vector<Dialect> all = dialects(
        250, {Dialect::Guise::Plain, Dialect::Guise::Exponent, Dialect::Guise::Minus, Dialect::Guise::FloatYear});
    for (const Dialect &dialect : all) {
        std::string text = record(dialect, {"herkomst", "jaar", "gewicht", "regio", "opl", "lft", "inkomen"});
        for (int row = 0; row < persons; ++row) {
            const std::string income = isNumber(dialect, row)
                                           ? written(dialect, incomeOf(row), decimalsOf(incomeOf(row)))
                                           : dialect.missing;
            text += record(dialect,
                           {row % 2 ? "T" : "N", dialect.guise == Dialect::Guise::FloatYear ? "2020.0" : "2020",
                            written(dialect, weightOf(row), 2), "R1", "1", "34", income});
        }
        Json recipe = personsRecipe();
        recipe["read"] = {{"missing", {{"NA", "unknown"}, {"wil niet zeggen", "refused"}, {"x", "suppressed"}}}};
        recipe["columns"].push_back({{"from", "inkomen"}, {"as", "income"}, {"number", true}});
        const Imported in(encoded(text, dialect.encoding).toStdString(), recipe);
        if (in.error) {
            const bool asked = in.error->code == ErrorCode::ReadingAmbiguous;
            // Only what no value decides may be asked: every dialect here shows a decimal, were it in the weights.
            QVERIFY2(asked,
                     qPrintable(dialect.name() + ": " + QString::fromStdString(message(*in.error, Language::English))));
            ++counts[Ended::Asked];
            continue;
        }
        QCOMPARE(in.report.counts.rowsKept, long(persons));
        QVERIFY2(in.report.counts.valuesUnreadable == 0, qPrintable(dialect.name()));
        const QStringList incomes = in.values("income");
        for (int row = 0; row < persons; ++row) {
            const QString &read = incomes[row];
            const bool right = isNumber(dialect, row) ? read.toDouble() == incomeOf(row) : read.startsWith('[');
            QVERIFY2(right, qPrintable(QStringLiteral("%1: row %2 is %3").arg(dialect.name()).arg(row).arg(read)));
        }
        const QStringList weights = in.values("@weight");
        for (int row = 0; row < persons; ++row)
            QVERIFY2(weights[row].toDouble() == weightOf(row), qPrintable(dialect.name()));
        ++counts[Ended::Read];
    }
    expectCounts(counts, all.size());
}

void TestDialects::ofFigures()
{
    std::map<Ended, int> counts;
    const std::vector<Dialect> all = dialects(
        400, {Dialect::Guise::Plain, Dialect::Guise::Percent, Dialect::Guise::Flags, Dialect::Guise::FloatYear});
    static constexpr std::array shares{4.3, 12.5, 0.7, 39.1, 100.0, 0.0, 7.0, 55.5, 1.9, 20.2};
    for (const Dialect &dialect : all) {
        std::string text = record(dialect, {"herkomst", "generatie", "jaar", "pct", "aantal"});
        for (int row = 0; row < 40; ++row) {
            std::string share = written(dialect, shares[std::size_t(row) % 10], 1);
            if (dialect.guise == Dialect::Guise::Percent)
                share += row % 2 ? "%" : " %";
            if (dialect.guise == Dialect::Guise::Flags)
                share += std::array{"*", " p", " b", " 1)", ""}[std::size_t(row) % 5];
            text += record(
                dialect, {row % 2 ? "Turkije" : "Marokko", "1",
                          std::to_string(1980 + row) + (dialect.guise == Dialect::Guise::FloatYear ? ".0" : ""),
                          isNumber(dialect, row) ? share : dialect.missing, written(dialect, 1250.0 + 1000 * row, 0)});
        }
        Json recipe = longRecipe();
        recipe["read"] = {
            {"missing", {{"", "unknown"}, {"NA", "unknown"}, {"wil niet zeggen", "refused"}, {"x", "suppressed"}}}};
        const Outcome outcome = read(encoded(text, dialect.encoding).toStdString(), recipe);
        if (outcome.error) {
            // "1.250" to "40.250" without a decimal: whole numbers of thousands, or thousandths. It must be asked.
            QVERIFY2(
                outcome.error->code == ErrorCode::ReadingAmbiguous,
                qPrintable(dialect.name() + ": " + QString::fromStdString(message(*outcome.error, Language::English))));
            const std::string_view mark = dialect.thousands;
            QVERIFY2(mark == "." || mark == ",", qPrintable(dialect.name()));
            ++counts[Ended::Asked];
            continue;
        }
        QCOMPARE(outcome.set.figures.size(), std::size_t(40));
        for (const PublishedFigure &figure : outcome.set.figures) {
            const int row = int(figure.line) - 2;
            const double wanted = std::round(shares[std::size_t(row) % 10] * 10) / 1000;
            const bool right = isNumber(dialect, row) ? figure.value == wanted : !figure.value.has_value();
            QVERIFY2(
                right,
                qPrintable(
                    QStringLiteral("%1: row %2 is %3").arg(dialect.name()).arg(row).arg(figure.value.value_or(-1))));
            QVERIFY2(figure.n == 1250.0 + 1000 * row, qPrintable(dialect.name()));
            QVERIFY2(figure.half == 0.0005, qPrintable(dialect.name()));
            const bool star = dialect.guise == Dialect::Guise::Flags && row % 5 < 2 && isNumber(dialect, row);
            QVERIFY2(figure.provisional == star, qPrintable(dialect.name()));
        }
        ++counts[Ended::Read];
    }
    qInfo("%d of the figures were asked about", counts[Ended::Asked]);
    QVERIFY(counts[Ended::Read] * 10 >= int(all.size()) * 7); // a fifth has whole thousands only, which nothing decides
}

// Two files of one import, each in its own way.
void TestDialects::filesMayDiffer()
{
    const Dialect one{',', ';', ".", "utf-8"}, other{'.', ';', ",", "utf-8"};
    const auto file = [](const Dialect &dialect) {
        std::string text = record(dialect, {"herkomst", "jaar", "gewicht", "regio", "opl", "lft", "inkomen"});
        for (int row = 0; row < persons; ++row)
            text += record(dialect, {"T", "2020", written(dialect, weightOf(row), 2), "R1", "1", "34",
                                     written(dialect, incomeOf(row), 2)});
        return text;
    };
    Json json = personsRecipe();
    json["read"] = {{"delimiter", ";"}};
    json["columns"].push_back({{"from", "inkomen"}, {"as", "income"}, {"number", true}});
    Imported in(file(one), json);
    QVERIFY(!in.error);
    const std::string a = in.folder.filePath("a.csv").toStdString(), b = in.folder.filePath("b.csv").toStdString();
    QVERIFY(writeFile(a, file(one)) && writeFile(b, file(other)));
    const auto recipe = Recipe::fromJson(json.dump(), "r");
    QVERIFY(recipe);
    const auto report = importSources(*in.workspace, {a, b}, *recipe, IfExists::Replace, {});
    QVERIFY2(report, wrongOf(report).c_str());
    QCOMPARE(report->counts.rowsKept, 2L * persons);
    QCOMPARE(report->counts.valuesUnreadable, 0L);
    in.info = in.workspace->microdata()->at(0);
    const QStringList incomes = in.values("income"), weights = in.values("@weight");
    for (int row = 0; row < 2 * persons; ++row) {
        QCOMPARE(incomes[row].toDouble(), incomeOf(row % persons));
        QCOMPARE(weights[row].toDouble(), weightOf(row % persons));
    }
}

void TestDialects::textsThatLookEqualAreEqual()
{
    Json recipe = personsRecipe();
    recipe["columns"][0] = Json::parse(
        R"({"from": "herkomst", "as": "origin", "recode": {"Somali\u00eb": "somali", "Cura\u00e7ao": "dutch_caribbean"}})");
    for (const char *somali : {"Somali\u00EB", "Somalie\u0308", "\u200BSomali\u00EB", "Somali\u00EB\u00AD",
                               "\u202FSomalie\u0308\uFEFF", "Somali\u00EB\u2060"}) {
        std::string text = "\u200Bherkomst\u00A0;jaar;gewicht;regio;opl;lft;woonvorm\n";
        for (int row = 0; row < 4000; ++row) // accents at the ends of the pieces in which a file is read
            text += std::string(row % 2 ? somali : "Curac\u0327ao") + ";2020;1;R1;1;34;x\n";
        const Imported in(text, recipe);
        QVERIFY2(!in.error, in.error ? message(*in.error, Language::English).c_str() : "");
        QCOMPARE(in.report.counts.rowsKept, 4000L);
    }
    // The recipe too may have been written on another machine.
    recipe["columns"][0]["recode"] = {{"Somalie\u0308", "somali"}};
    const Imported in("herkomst;jaar;gewicht;regio;opl;lft;woonvorm\nSomali\u00EB;2020;1;R1;1;34;x\n", recipe);
    QVERIFY(!in.error && in.report.counts.rowsKept == 1);
}

void TestDialects::mixedEncodingsAreNamed()
{
    Json recipe = personsRecipe();
    recipe["read"].erase("delimiter");
    std::string text = personsHeader;
    text += "T;2020;1;Friesl\u00E2n;1;34;x\nT;2020;1;gewoon;1;34;x\n"; // UTF-8
    text += "T;2020;1;Friesl\xE2n;1;34;x\n";                           // windows-1252
    const Imported in(text, recipe);
    QVERIFY(in.error && in.error->code == ErrorCode::EncodingMixed);
    const std::string said = message(*in.error, Language::Dutch);
    QVERIFY2(said.find("regel 4 is windows-1252 en regel 2 is UTF-8") != std::string::npos, said.c_str());
    recipe["read"]["encoding"] = "windows-1252"; // who says so gets it
    QVERIFY(!Imported(text, recipe).error);
}

void TestDialects::whatTheRecipeGivesWins()
{
    Json recipe = personsRecipe();
    const std::string rest = std::string(personsHeader).substr(0) + "T;2020;1;Friesl\xE2n;1;34;x\n";
    recipe["read"]["encoding"] = "windows-1252";
    for (const bool given : {false, true}) {
        if (given)
            recipe["read"]["thousands"] = ".";
        const Imported in("\xEF\xBB\xBF" + rest, recipe);
        QVERIFY2(!in.error, in.error ? message(*in.error, Language::English).c_str() : "");
        QCOMPARE(in.values("regio"), QStringList(QString::fromUtf8("Frieslân")));
        const Imported utf8("\xEF\xBB\xBF" + std::string(personsHeader) + "T;2020;1;Friesl\u00E2n;1;34;x\n", recipe);
        QVERIFY(!utf8.error); // the whole of it is what its mark says
        QCOMPARE(utf8.values("regio"), QStringList(QString::fromUtf8("Frieslân")));
    }
}

void TestDialects::periodsAsAColumn_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<QString>("periods"); // empty: refused
    const auto row = [](const char *name, const QStringList &texts, const char *periods) {
        QTest::newRow(name) << texts << QString::fromLatin1(periods);
    };
    row("school years", {"2010-11", "2011-12", "2012-13"}, "2010/11 2011/12 2012/13");
    row("at the turn of the century", {"1999-00", "2000-01", "2009-10*"}, "1999/00 2000/01 2009/10");
    row("months", {"2010-11", "2010-06", "2011-12"}, "2010-11 2010-06 2011-12");
    row("nothing decides", {"2010-11", "2011-12"}, "");
    row("they contradict each other", {"2010-11", "2012-13", "2012-03"}, "");
    row("years as numbers", {"2018.0", "2019,0", "2020.00"}, "2018 2019 2020");
    row("StatLine's school years", {"2015SJ00", "1999SJ00", "2016SJ00*"}, "2015/16 1999/00 2016/17");
    row("set aside by name", {"2015HJ01", "2015W101", "2015X000", "2015JJ00"},
        "period_half_year period_week period_other 2015");
}

void TestDialects::periodsAsAColumn()
{
    QFETCH(QStringList, texts);
    QFETCH(QString, periods);
    std::string figures = header, rows = personsHeader;
    for (const QString &text : texts) {
        figures += "Turkije;1;" + text.toStdString() + ";7,4;1.250\n";
        rows += "T;" + text.toStdString() + ";1;R1;1;34;x\n";
    }
    const Outcome outcome = read(figures, longRecipe());
    const Imported given(rows); // every way of reading is given: only afterwards is the column seen as a whole
    if (periods.isEmpty()) {
        QVERIFY(outcome.error && outcome.error->code == ErrorCode::PeriodAmbiguous);
        QVERIFY(given.error && given.error->code == ErrorCode::PeriodAmbiguous);
        return;
    }
    QVERIFY2(!outcome.error, outcome.error ? message(*outcome.error, Language::English).c_str() : "");
    QMap<long, QString> found;
    for (const PublishedFigure &figure : outcome.set.figures)
        found[figure.line] = QString::fromStdString(figure.period.id());
    for (const LedgerEntry &entry : outcome.set.ledger) {
        if (entry.kind == LedgerEntry::Kind::Row)
            found[entry.line] = QString::fromStdString(entry.reason);
    }
    QCOMPARE(found.values().join(' '), periods);
    Json open = personsRecipe();
    open["read"].erase("delimiter");
    const Imported seen(rows, open);
    QVERIFY2(!seen.error, seen.error ? message(*seen.error, Language::English).c_str() : "");
    const QStringList kept = seen.values("period");
    for (const QString &period : periods.split(' '))
        QVERIFY2(period.startsWith("period_") || kept.contains(period), qPrintable(period + " " + kept.join(' ')));
}

EVENREDIG_TEST(TestDialects)
#include "testdialects.moc"
