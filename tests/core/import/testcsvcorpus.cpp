// Every file of the corpus of odd and broken CSV, through sniffing, reading and a whole import: no crash, no hang,
// every record accounted for. What happened to each stands in csvcorpus.tsv beside this file; made anew with
// EVENREDIG_WRITE_TABLE=1, after which the changes are to be looked at one by one.
#include "core/import/importtest.h"
#include "core/import/recognise/sniff.h"
#include "testroom.h"

#include <QDirIterator>
#include <QElapsedTimer>

using namespace evenredig;
using namespace evenredig::importtest;

namespace {

const QString corpus = QStringLiteral(EVENREDIG_SHARED_DATA "/csv");
const QString tablePath = QStringLiteral(EVENREDIG_SOURCE_DIR "/tests/core/import/csvcorpus.tsv");
constexpr const char *tableHead =
    "# file\toutcome\tencoding\tdelimiter\tquote\theader\tfields\trows\tfaulty\tblank lines\n";

struct FileVerdict {
    QString outcome = QStringLiteral("read"), encoding, delimiter, quote, header;
    long fields = 0, rows = 0, faulty = 0, blank = 0;
    [[nodiscard]] QString line(const QString &file) const
    {
        QStringList parts{file, outcome, encoding, delimiter, quote, header};
        for (const long count : {fields, rows, faulty, blank})
            parts << QString::number(count);
        return parts.join(u'\t');
    }
};

QString markOf(char mark)
{
    return mark == '\t' ? QStringLiteral("tab") : mark == 0 ? QStringLiteral("none") : QString(QLatin1Char(mark));
}

QString errorOf(const Error &error)
{
    return QString::fromUtf8(errorName(error.code).data(), qsizetype(errorName(error.code).size()));
}

void describe(FileVerdict &verdict, const Sniff &sniff)
{
    static const QStringList headers{QStringLiteral("certain"), QStringLiteral("likely"), QStringLiteral("none")};
    verdict.encoding = QString::fromStdString(std::string(textEncodingName(sniff.encoding.encoding)));
    verdict.delimiter = markOf(sniff.dialect.delimiter);
    verdict.quote = markOf(sniff.dialect.quote);
    verdict.header = headers[int(sniff.header)];
    verdict.fields = long(sniff.columns.size());
    verdict.rows = sniff.rows;
    verdict.faulty = sniff.rowsFaulty;
    verdict.blank = sniff.blankLines;
}

/// The records of a text without any quote: its lines, but the blank ones.
std::pair<long, long> linesOf(const std::string &text)
{
    long records = 0, blank = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
        const std::string_view line = std::string_view(text).substr(at, end - at);
        ++(line.find_first_not_of(" \t") == std::string_view::npos ? blank : records);
        at = end + (text.compare(end, 2, "\r\n") == 0 ? 2 : 1);
    }
    return {records, blank};
}

/// A recipe that keeps every good row whose first column is not another value for the same figure.
Recipe anyRecipe(const Sniff &sniff)
{
    const auto recipe = Recipe::fromJson(
        R"json({"evenredig": "recipe/1", "dataset": "x", "title": {"nl": "X", "en": "X"}, "kind": "published",
        "period": "2020", "measures": [{"value": "#1", "indicator": "a.b", "set": {"origin": "national"}}]})json",
        "r");
    if (!recipe)
        qFatal("%s", wrongOf(recipe).c_str());
    Recipe any = *recipe;
    any.read.takeLikely = true;
    any.read.header = sniff.header != Sniff::Header::None;
    any.read.given.insert("header");
    return any;
}

} // namespace

class TestCsvCorpus : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFile();
    void everyFileImports();
    void linesAreRecords();

private:
    [[nodiscard]] static QStringList files();
    QStringList m_files;
};

QStringList TestCsvCorpus::files()
{
    QStringList files;
    QDirIterator below(corpus, QDir::Files, QDirIterator::Subdirectories);
    while (below.hasNext())
        files << below.next().mid(corpus.size() + 1);
    files.sort();
    return files;
}

void TestCsvCorpus::initTestCase()
{
    m_files = files();
    if (m_files.isEmpty())
        QSKIP("shared data are absent: ../shared/data/csv");
    QVERIFY(m_files.size() > 1000);
}

void TestCsvCorpus::everyFile()
{
    QStringList lines;
    QElapsedTimer timer;
    for (const QString &file : m_files) {
        timer.start();
        const std::string path = (corpus + u'/' + file).toStdString();
        const auto sniff = sniffFile(path);
        FileVerdict verdict;
        if (sniff)
            describe(verdict, *sniff);
        else
            verdict.outcome = errorOf(sniff.error());
        QVERIFY2(timer.elapsed() < 20000, qPrintable(file));
        lines << verdict.line(file);
    }
    const QByteArray found = tableHead + lines.join(u'\n').toUtf8() + '\n';
    QFile table(tablePath);
    if (qEnvironmentVariableIsSet("EVENREDIG_WRITE_TABLE")) {
        QVERIFY(table.open(QIODevice::WriteOnly));
        table.write(found);
        table.close();
    }
    QVERIFY(table.open(QIODevice::ReadOnly));
    const QStringList expected = QString::fromUtf8(table.readAll()).split(u'\n');
    const QStringList now = QString::fromUtf8(found).split(u'\n');
    for (qsizetype i = 0; i < std::min(expected.size(), now.size()); ++i)
        QCOMPARE(now[i], expected[i]);
    QCOMPARE(now.size(), expected.size());
}

/// rows_read = rows_kept + rows_set_aside = the records that the sniffer counted.
void TestCsvCorpus::everyFileImports()
{
    int imported = 0;
    for (const QString &file : m_files) {
        const auto bytes = readFile((corpus + u'/' + file).toStdString());
        QVERIFY2(bytes, qPrintable(file));
        const auto sniff = sniffBytes(*bytes, "x.csv");
        if (!sniff)
            continue;
        ImportReport report;
        const auto set = readSource(*bytes, "x.csv", anyRecipe(*sniff), importtest::knownCatalogue(), report);
        if (!set) {
            const ErrorCode code = set.error().code;
            QVERIFY2(code == ErrorCode::NoRows || code == ErrorCode::HeaderBroken,
                     qPrintable(file + u' ' + errorOf(set.error())));
            QVERIFY2(code != ErrorCode::NoRows || sniff->rows == 0, qPrintable(file));
            continue;
        }
        ++imported;
        const ImportCounts &counts = set->counts;
        QVERIFY2(counts.rowsRead == counts.rowsKept + counts.rowsSetAside, qPrintable(file));
        QVERIFY2(counts.rowsRead == sniff->rows, qPrintable(file));
        QVERIFY2(counts.rowsSetAside >= sniff->rowsFaulty, qPrintable(file));
        long aside = 0;
        for (const LedgerEntry &entry : set->ledger)
            aside += entry.kind == LedgerEntry::Kind::Row ? entry.count : 0;
        QVERIFY2(aside == counts.rowsSetAside, qPrintable(file));
    }
    QVERIFY(m_files.isEmpty() || imported > 650);
}

/// Where no quote stands in a file, its records are its lines, counted here without the reader.
void TestCsvCorpus::linesAreRecords()
{
    int compared = 0;
    for (const QString &file : m_files) {
        const auto bytes = readFile((corpus + u'/' + file).toStdString());
        const auto sniff = sniffBytes(*bytes, "x.csv");
        if (!sniff)
            continue;
        TextDecoder decoder(sniff->encoding.encoding, "x");
        std::string text;
        QVERIFY(decoder.feed(*bytes, text) && decoder.finish(text));
        if (text.find(sniff->dialect.quote) != std::string::npos || sniff->dialect.skip > 0)
            continue;
        const auto counted = linesOf(text);
        const long header = sniff->header == Sniff::Header::None ? 0 : 1;
        QVERIFY2(counted.first == sniff->rows + header, qPrintable(file));
        QVERIFY2(counted.second == sniff->blankLines, qPrintable(file));
        ++compared;
    }
    QVERIFY(m_files.isEmpty() || compared > 300);
}

EVENREDIG_TEST(TestCsvCorpus)
#include "testcsvcorpus.moc"
