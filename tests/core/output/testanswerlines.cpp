// The CSV for a spreadsheet: the lines of the coded one in words, numbers as the screen has them, and no formulas.
#include "core/base/texts.h"
#include "core/output/answerlines.h"
#include "core/output/outputtest.h"
#include "core/sampleworkspace.h"
#include "testroom.h"

using namespace evenredig;
using namespace evenredig::outputtest;

class TestAnswerLines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void bytesOfTheFile();
    void everyWordHasItsText();
    void formulas_data();
    void formulas();
    void numbersAreNoFormulas();
    void suppressedIsEmpty();
    void codedStaysAsItIs();
    void wholeSample_data();
    void wholeSample();

private:
    [[nodiscard]] QList<QStringList> records(const Answer &answer, Language language) const;
    Catalogue m_catalogue;
};

namespace {

const QStringList coded = QStringLiteral("row,indicator,origin,generation,period,dataset,reference,split,category,"
                                         "estimator,estimate,value,se,low,high,method,df,n,n_effective,missing,status,"
                                         "verdict,provisional,size,change_verdict,established,mdv,deff,low50,high50,"
                                         "universe,where")
                              .split(u',');

QStringList columns()
{
    QStringList names = coded;
    names.insert(names.indexOf(QStringLiteral("value")), QStringLiteral("unit"));
    return names;
}

qsizetype at(const char *name)
{
    return columns().indexOf(QLatin1String(name));
}

/// `;` in place of the comma that parseCsv reads: a comma of the file stands for something that no label has.
QList<QStringList> parseSpreadsheet(const std::string &bytes)
{
    QString text = QString::fromStdString(bytes.substr(3));
    const QChar stand(0x1F);
    text.replace(u',', stand).replace(u';', u',');
    QList<QStringList> records = parseCsv(text.toStdString());
    for (QStringList &record : records)
        record.replaceInStrings(QStringLiteral(","), QStringLiteral(";")).replaceInStrings(stand, QStringLiteral(","));
    return records;
}

/// A number of the file; nothing for an empty field, NaN for what is no number with a decimal comma.
std::optional<double> read(const QString &field)
{
    if (field.isEmpty())
        return std::nullopt;
    bool good = !field.contains(u'.');
    const double number = QString(field).replace(u',', u'.').toDouble(&good);
    return good && !field.contains(u'.') ? number : qQNaN();
}

bool same(const QString &field, std::optional<double> value, double factor)
{
    const std::optional<double> number = read(field);
    if (!value || !number)
        return !value && !number;
    return std::fabs(*number / factor - *value) <= 1e-12 * std::max(1.0, std::fabs(*value));
}

} // namespace

void TestAnswerLines::initTestCase()
{
    auto read = Catalogue::builtIn();
    QVERIFY(read);
    m_catalogue = std::move(*read);
}

QList<QStringList> TestAnswerLines::records(const Answer &answer, Language language) const
{
    return parseSpreadsheet(answerCsv(answer, CsvStyle::Spreadsheet, m_catalogue, language));
}

void TestAnswerLines::bytesOfTheFile()
{
    Answer made = answer();
    made.indicator = *m_catalogue.indicator("safety.suspects");
    const QByteArray dutch = QByteArray::fromStdString(
        answerCsv(made, CsvStyle::Spreadsheet, m_catalogue, Language::Dutch));
    QVERIFY(dutch.startsWith("\xEF\xBB\xBFsoort rij;indicator;herkomst;generatie;periode;gegevensset;referentie;"));
    QCOMPARE(dutch.count('\n'), dutch.count("\r\n"));
    QVERIFY2(dutch.contains("\r\nperiode;Geregistreerde verdachten;Marokko;totaal;2005;\"n < 50 & \"\"x\"\", y\";;;;;"
                            "cijfer;procent;7,4;;7,35;7,45;afronding;;225088;;;cijfer aanwezig;"),
             dutch.constData());
    QVERIFY2(dutch.contains(";2005–2017;"), dutch.constData());
    QVERIFY2(dutch.contains(";verandering van het verschil;procentpunt;-2,9;;-3,1;-2,7;afronding;"), dutch.constData());
    const QByteArray english = QByteArray::fromStdString(
        answerCsv(made, CsvStyle::Spreadsheet, m_catalogue, Language::English));
    QVERIFY2(english.contains("\r\nperiod;Registered suspects;Morocco;total;2005;"), english.constData());
    QVERIFY2(english.contains(";figure;per cent;7,4;;7,35;7,45;rounding;"), english.constData()); // the same marks
    QCOMPARE(records(made, Language::Dutch).size(), records(made, Language::English).size());
    for (const QStringList &record : records(made, Language::Dutch))
        QCOMPARE(record.size(), coded.size() + 1);
}

void TestAnswerLines::everyWordHasItsText()
{
    std::vector<std::string> keys{"row_kind.period", "row_kind.change", "unit_name.ratio", "status.not_asked.persons"};
    for (const QString &name : columns())
        keys.push_back("line." + name.toStdString());
    for (int i = 0; i < keyCount; ++i)
        keys.push_back("estimate." + std::string(keyName(static_cast<Key>(i))));
    for (int i = 0; i <= int(Unit::Count); ++i)
        keys.push_back("unit_name." + std::string(unitName(static_cast<Unit>(i))));
    for (int i = int(Method::Exact); i <= int(Method::Fieller); ++i)
        keys.push_back("method." + std::string(methodName(static_cast<Method>(i))));
    for (int i = 0; i <= int(Status::NotApplicable); ++i)
        keys.push_back("status." + std::string(statusName(static_cast<Status>(i))));
    for (const Size size : {Size::Small, Size::BeyondMargin})
        keys.push_back("size." + std::string(sizeName(size)));
    for (const std::string &key : keys)
        QVERIFY2(hasText(Language::Dutch, key) && hasText(Language::English, key), key.c_str());
}

void TestAnswerLines::formulas_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("field");
    for (const char *begin : {"=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\tx"})
        QTest::newRow(begin) << QString::fromLatin1(begin) << u'\'' + QString::fromLatin1(begin);
    for (const char *plain : {"1=1", "a-b", "'=1", "", "–", "−1"})
        QTest::newRow(plain) << QString::fromUtf8(plain) << QString::fromUtf8(plain);
    QTest::newRow("quoted") << QStringLiteral("=HYPERLINK(\"x\";\"y\")") << QStringLiteral("'=HYPERLINK(\"x\";\"y\")");
}

void TestAnswerLines::formulas()
{
    QFETCH(QString, label);
    QFETCH(QString, field);
    Answer made = answer();
    made.indicator.label = {label.toStdString(), label.toStdString()};
    made.filter = made.indicator.label;
    made.sources[0].title = made.indicator.label;
    for (const Language language : {Language::Dutch, Language::English}) {
        const QStringList record = records(made, language)[1];
        QCOMPARE(record[at("indicator")], field);
        QCOMPARE(record[at("where")], field);
        QCOMPARE(record[at("dataset")], label.isEmpty() ? QString::fromStdString(oddLabel) : field);
    }
}

void TestAnswerLines::numbersAreNoFormulas()
{
    const QStringList change = records(answer(), Language::Dutch)[5];
    QCOMPARE(change[at("value")], QStringLiteral("-2,9")); // no apostrophe: it is a number
    Answer wild = answer();
    wild.rows[0].estimates[0].second.value = std::numeric_limits<double>::infinity();
    QCOMPARE(records(wild, Language::Dutch)[1][at("value")], QString());
}

void TestAnswerLines::suppressedIsEmpty()
{
    const QStringList record = records(answer(), Language::English)[4];
    QCOMPARE(record[at("origin")], QStringLiteral("Somalia"));
    QCOMPARE(record[at("status")], QStringLiteral("suppressed"));
    for (const char *number : {"value", "se", "low", "high", "df", "n", "n_effective", "missing", "mdv"})
        QVERIFY2(record[at(number)].isEmpty(), number);
}

void TestAnswerLines::codedStaysAsItIs()
{
    for (const Language language : {Language::Dutch, Language::English})
        QCOMPARE(answerCsv(answer(), CsvStyle::Coded, m_catalogue, language), answerCsv(answer()));
}

void TestAnswerLines::wholeSample_data()
{
    QTest::addColumn<QString>("ask");
    for (const char *ask : {"level", "development", "gap", "relative", "generations", "overview"})
        QTest::newRow(ask) << QString::fromLatin1(ask);
}

// Every number of the answer stands in its line, on the screen's scale.
void TestAnswerLines::wholeSample()
{
    QFETCH(QString, ask);
    static const SampleWorkspace sample;
    QVERIFY2(sample.failure.isEmpty(), qPrintable(sample.failure));
    const QString pattern = ask == QStringLiteral("overview")
                                ? QStringLiteral(R"({"evenredig": "question/1", "ask": "%1"})")
                                : QStringLiteral(R"({"evenredig": "question/1", "ask": "%1", "indicator": "%2"})");
    int numbers = 0;
    for (const Indicator &one : sample.catalogue.indicators) {
        const auto made = sample.ask(
            QString(pattern).arg(ask).replace(QStringLiteral("%2"), QString::fromStdString(one.id)).toStdString());
        if (!made)
            continue;
        for (const Language language : {Language::Dutch, Language::English}) {
            const QList<QStringList> lines = parseSpreadsheet(
                answerCsv(*made, CsvStyle::Spreadsheet, sample.catalogue, language));
            qsizetype line = 1;
            for (const AnswerRow &row : made->rows) {
                const Unit unit = indicatorOf(*made, row, sample.catalogue).unit;
                for (const auto &[key, estimate] : row.estimates) {
                    const QStringList &record = lines[line++];
                    const double factor = screenFactor(key, unit);
                    QVERIFY(same(record[at("value")], estimate.value, factor));
                    QVERIFY(same(record[at("se")], estimate.se, factor));
                    QVERIFY(same(record[at("low")], estimate.low, factor));
                    QVERIFY(same(record[at("high")], estimate.high, factor));
                    numbers += estimate.value ? 1 : 0;
                    for (const QString &field : record)
                        QVERIFY2(!field.contains(u'‹') && !field.contains(u'{'), qPrintable(field));
                }
            }
            QCOMPARE(lines.size(), line);
        }
        if (ask == QStringLiteral("overview"))
            break;
    }
    QVERIFY(numbers > 20);
}

EVENREDIG_TEST(TestAnswerLines)
#include "testanswerlines.moc"
