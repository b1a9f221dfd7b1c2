// StatLine in its four forms of CSV: a real table (80072ned) written in each by the generator below, with the
// absences that it has and some put in, gives the same data set four times.
#include "core/import/figures/statline.h"
#include "core/import/importtest.h"
#include "testroom.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace evenredig;
using namespace evenredig::importtest;

namespace {

const QString tableFolder = QStringLiteral(EVENREDIG_SHARED_DATA "/odata/v4/");

enum class Form { Untyped, Typed, WithSymbols, WithoutSymbols };
enum class Absences { Unknown, AlsoImpossible };

struct Term {
    QString code, title;
    bool provisional = false;
};

/// The table as it is fetched: the terms of its dimensions and its cells; a cell without a figure is not there.
struct Table {
    std::vector<Term> branches, periods;
    std::map<std::pair<QString, QString>, QString> cells;
};

QJsonArray valuesOf(const char *file)
{
    QFile source(tableFolder + QLatin1String(file));
    return source.open(QIODevice::ReadOnly)
               ? QJsonDocument::fromJson(source.readAll()).object().value(QStringLiteral("value")).toArray()
               : QJsonArray();
}

std::vector<Term> termsOf(const char *file)
{
    std::vector<Term> terms;
    for (const QJsonValue &value : valuesOf(file)) {
        const QJsonObject term = value.toObject();
        terms.push_back({term.value(QStringLiteral("Identifier")).toString(),
                         term.value(QStringLiteral("Title")).toString(),
                         term.value(QStringLiteral("Status")).toString() == QStringLiteral("Voorlopig")});
    }
    return terms;
}

Table realTable()
{
    Table table{termsOf("meta_11.json"), termsOf("meta_9.json"), {}};
    for (const QJsonValue &value : valuesOf("meta_4.json")) {
        const QJsonObject cell = value.toObject();
        table.cells[{cell.value(QStringLiteral("BedrijfskenmerkenSBI2008")).toString(),
                     cell.value(QStringLiteral("Perioden")).toString()}] =
            QString::number(cell.value(QStringLiteral("Value")).toDouble(), 'f', 1);
    }
    return table;
}

/// What stands for a cell in a form. Every 97th cell is emptied; with impossible ones every 89th as well.
QString cellIn(Form form, const QString &value, int place, Absences absences)
{
    const bool impossible = absences == Absences::AlsoImpossible && place % 89 == 0;
    const bool unknown = !impossible && (value.isEmpty() || place % 97 == 0);
    if (form == Form::WithoutSymbols)
        return impossible || unknown ? QString() : value;
    if (impossible)
        return QStringLiteral("\"\"");
    return u'"' + (unknown ? QStringLiteral(".") : value).rightJustified(8) + u'"';
}

QString quotedIn(Form form, const QString &text)
{
    return form == Form::WithoutSymbols ? text : u'"' + text + u'"';
}

QByteArray csvIn(Form form, const Table &table, Absences absences)
{
    const bool portal = form == Form::Untyped || form == Form::Typed;
    const QString head =
        portal ? QStringLiteral("\"ID\";\"BedrijfskenmerkenSBI2008\";\"Perioden\";\"Ziekteverzuimpercentage_1\"")
               : QStringLiteral("\"Bedrijfskenmerken (SBI 2008)\";\"Perioden\";\"Ziekteverzuimpercentage (%)\"");
    QStringList lines{form == Form::WithoutSymbols ? QString(head).remove(u'"') : head};
    int place = 0;
    for (const Term &branch : table.branches) {
        for (const Term &period : table.periods) {
            const auto found = table.cells.find({branch.code, period.code});
            const QString cell = cellIn(form, found == table.cells.end() ? QString() : found->second, ++place,
                                        absences);
            QStringList fields;
            if (portal)
                fields << quotedIn(form, QString::number(place - 1)) << quotedIn(form, branch.code.leftJustified(8))
                       << quotedIn(form, period.code);
            else
                fields << quotedIn(form, branch.title)
                       << quotedIn(form, period.title + QString(period.provisional ? 1 : 0, u'*'));
            lines << (fields << cell).join(u';');
        }
    }
    const QString end = form == Form::Typed ? QStringLiteral("\r\n") : QStringLiteral("\n"); // both occur
    return QByteArray("\xEF\xBB\xBF") + (lines.join(end) + end).toUtf8();
}

QByteArray metadataOf(const Table &table)
{
    QString text = QStringLiteral(
        "\"TableInfos\"\r\n\"ID\";\"Title\";\"Description\"\r\n\"0\";\"Ziekteverzuimpercentage\";\"Een "
        "tekst\r\n\r\nover; meer regels\"\r\n\r\n"
        "\"DataProperties\"\r\nID;Position;ParentID;Type;Key;Title;Description;ReleasePolicy;Datatype;Unit;Decimals;"
        "Default\r\n"
        "\"0\";\"0\";;\"Dimension\";\"BedrijfskenmerkenSBI2008\";\"Bedrijfskenmerken (SBI 2008)\";\"\";;;;;\r\n"
        "\"1\";\"1\";;\"TimeDimension\";\"Perioden\";\"Perioden\";\"\";;;;;\r\n"
        "\"2\";\"2\";;\"Topic\";\"Ziekteverzuimpercentage_1\";\"Ziekteverzuimpercentage\";\"\";;\"Float\";\"%\";\"1\";"
        "\"Missing\"\r\n\r\n");
    text += QStringLiteral("\"BedrijfskenmerkenSBI2008\"\r\nKey;Title;Description\r\n");
    for (const Term &branch : table.branches)
        text += QStringLiteral("\"%1\";\"%2\";\"\"\r\n").arg(branch.code.leftJustified(8), branch.title);
    text += QStringLiteral("\r\n\"Perioden\"\r\nKey;Title;Description;Status\r\n");
    for (const Term &period : table.periods)
        text += QStringLiteral("\"%1\";\"%2\";\"\";\"%3\"\r\n")
                    .arg(period.code, period.title,
                         period.provisional ? QStringLiteral("Voorlopig") : QStringLiteral("Definitief"));
    return QByteArray("\xEF\xBB\xBF") + text.toUtf8();
}

/// One recipe for all forms: a measure per branch, named by its key or, every second, by its title.
Json recipeOf(const Table &table)
{
    Json json{{"evenredig", "recipe/1"},
              {"dataset", "verzuim"},
              {"title", {{"nl", "Ziekteverzuim"}, {"en", "Sick leave"}}},
              {"kind", "published"},
              {"read", {{"format", "statline"}}},
              {"period", {{"from", "Perioden"}}},
              {"measures", Json::array()}};
    for (std::size_t i = 0; i < table.branches.size(); ++i) {
        const Term &branch = table.branches[i];
        const bool byKey = i % 2 == 0;
        json["measures"].push_back({{"value", byKey ? "Ziekteverzuimpercentage_1" : "Ziekteverzuimpercentage (%)"},
                                    {"indicator", "labour.sickness"},
                                    {"when",
                                     {{byKey ? "BedrijfskenmerkenSBI2008" : "Bedrijfskenmerken (SBI 2008)",
                                       (byKey ? branch.code : branch.title).toStdString()}}},
                                    {"set", {{"origin", "national"}}},
                                    {"where", {{{"variable", "branch"}, {"in", {branch.code.toStdString()}}}}},
                                    {"scale", 0.01}});
    }
    return json;
}

QString nameOf(Form form)
{
    static const std::array<const char *, 4> names{"80072ned_UntypedDataSet_01012021_000000.csv",
                                                   "80072ned_TypedDataSet_01012021_000000.csv",
                                                   "Ziekteverzuim_met_symbolen.csv", "Ziekteverzuim_zonder.csv"};
    return QLatin1String(names[std::size_t(form)]);
}

QString lineOf(const PublishedFigure &figure)
{
    return QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8 %9 ")
               .arg(QString::fromStdString(figure.indicator), QString::fromStdString(figure.origin),
                    QString::fromStdString(figure.generation), QString::fromStdString(figure.period.id()),
                    QString::fromStdString(figure.where))
               .arg(figure.value ? QString::number(*figure.value, 'g', 17) : QStringLiteral("none"))
               .arg(figure.absence ? int(*figure.absence) : -1)
               .arg(figure.provisional)
               .arg(figure.half, 0, 'g', 17)
           + QString::number(figure.decimals) + u' ' + QString::number(figure.line);
}

} // namespace

class TestStatline : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void fourFormsOneDataset();
    void emptyCellsSayWhyOnlyWithSymbols();
    void titlesWithoutMetadata();
    void metadata();
    void realMetadata();
    void olderSymbols();
    void groupsInACircle();

private:
    struct Stored {
        QStringList figures, ledger;
        ImportCounts counts;
    };
    [[nodiscard]] Stored stored(Form form, Absences absences);
    Table m_table;
};

void TestStatline::initTestCase()
{
    if (QFileInfo::exists(tableFolder))
        m_table = realTable();
}

/// Through the whole import into a workspace, and read back from it.
TestStatline::Stored TestStatline::stored(Form form, Absences absences)
{
    const QTemporaryDir folder;
    const auto write = [&folder](const QString &name, const QByteArray &bytes) {
        const std::string path = folder.filePath(name).toStdString();
        if (!writeFile(path, {bytes.constData(), std::size_t(bytes.size())}))
            qFatal("cannot write %s", path.c_str());
        return path;
    };
    const std::string source = write(nameOf(form), csvIn(form, m_table, absences));
    write(QStringLiteral("80072ned_metadata.csv"), metadataOf(m_table));
    auto workspace = Workspace::create(folder.filePath(QStringLiteral("w.evenredig")).toStdString());
    const auto recipe = Recipe::fromJson(recipeOf(m_table).dump(), "r");
    if (!workspace || !recipe)
        qFatal("%s", wrongOf(recipe).c_str());
    const auto report = importSources(*workspace, {source}, *recipe, IfExists::Refuse);
    if (!report)
        qFatal("%s", wrongOf(report).c_str());
    Stored result;
    result.counts = report->counts;
    const auto figures = workspace->figures("labour.sickness");
    const auto ledger = workspace->ledger("verzuim");
    if (!figures || !ledger)
        qFatal("cannot be read back");
    for (const PublishedFigure &figure : *figures)
        result.figures << lineOf(figure);
    for (const LedgerEntry &entry : *ledger) {
        if (entry.reason != "recognised" && entry.reason != "no_symbols" && entry.reason != "metadata_used")
            result.ledger << QStringLiteral("%1 %2 %3 %4")
                                 .arg(entry.line)
                                 .arg(QString::fromStdString(entry.reason), QString::fromStdString(entry.column),
                                      QString::fromStdString(entry.value));
    }
    return result;
}

void TestStatline::fourFormsOneDataset()
{
    if (m_table.cells.empty())
        QSKIP("shared data are absent: ../shared/data/odata/v4");
    const Stored first = stored(Form::Untyped, Absences::Unknown);
    const int cells = 39 * 121;
    QCOMPARE(first.counts.rowsRead, long(cells));
    QCOMPARE(first.counts.rowsKept, long(cells));
    QCOMPARE(first.figures.size(), cells);
    // 310 that the table has not, and each 97th that was put in; 6 of those were absent already.
    QCOMPARE(m_table.cells.size(), std::size_t(cells - 310));
    QCOMPARE(first.figures.filter(QStringLiteral(" none ")).size(), 310 + cells / 97 - 6);
    QVERIFY(first.figures.filter(QStringLiteral(" 2020-Q1 ")).size() == 39);
    for (const Form form : {Form::Typed, Form::WithSymbols, Form::WithoutSymbols}) {
        const Stored other = stored(form, Absences::Unknown);
        QCOMPARE(other.figures, first.figures);
        QCOMPARE(other.ledger, first.ledger);
        QCOMPARE(other.counts.rowsRead, first.counts.rowsRead);
        QCOMPARE(other.counts.rowsKept, first.counts.rowsKept);
        QCOMPARE(other.counts.rowsSetAside, first.counts.rowsSetAside);
        QCOMPARE(other.counts.valuesUnreadable, first.counts.valuesUnreadable);
    }
}

/// The form without symbols cannot tell impossible from unknown, and does not pretend to.
void TestStatline::emptyCellsSayWhyOnlyWithSymbols()
{
    if (m_table.cells.empty())
        QSKIP("shared data are absent: ../shared/data/odata/v4");
    const auto absent = [](const Stored &set, Missing reason) {
        return set.figures.filter(QStringLiteral(" none %1 ").arg(int(reason))).size();
    };
    const Stored with = stored(Form::WithSymbols, Absences::AlsoImpossible);
    const Stored without = stored(Form::WithoutSymbols, Absences::AlsoImpossible);
    QCOMPARE(stored(Form::Untyped, Absences::AlsoImpossible).figures, with.figures);
    QCOMPARE(stored(Form::Typed, Absences::AlsoImpossible).figures, with.figures);
    QCOMPARE(absent(with, Missing::Impossible), 53);
    QCOMPARE(absent(without, Missing::Impossible), 0);
    QCOMPARE(absent(without, Missing::Unknown), absent(with, Missing::Unknown) + 53);
}

/// Without metadata a recipe can name the titles that stand in the file, and periods are read from their titles.
void TestStatline::titlesWithoutMetadata()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("tabel.csv")).toStdString();
    QVERIFY(writeFile(path, "\xEF\xBB\xBF\"Herkomst\";\"Perioden\";\"Groep/Aandeel (%)\"\n\"Turkije\";\"2019\";\"    "
                            "20.8\"\n\"Turkije\";\"2020*\";\"       .\"\n"
                            "\"Turkije\";\"2020 1e kwartaal*\";\"     1.5\"\n\"Turkije\";\"2020 maart\";\"\"\n")
                .has_value());
    const auto recipe = Recipe::fromJson(
        R"json({"evenredig": "recipe/1", "dataset": "t", "title": {"nl": "T", "en": "T"},
        "kind": "published", "read": {"format": "statline"}, "period": {"from": "Perioden"},
        "columns": [{"from": "Herkomst", "as": "origin", "recode": {"Turkije": "turkish"}}],
        "measures": [{"value": "Groep/Aandeel (%)", "indicator": "x.y", "scale": 0.01}]})json",
        "r");
    QVERIFY2(recipe, wrongOf(recipe).c_str());
    ImportReport report;
    const auto set = readSources({path}, *recipe, importtest::knownCatalogue(), report);
    QVERIFY2(set, wrongOf(set).c_str());
    QCOMPARE(set->figures.size(), std::size_t(4));
    QCOMPARE(set->figures[0].value.value_or(-1), 0.208);
    QVERIFY(set->figures[1].absence == Missing::Unknown && set->figures[1].provisional);
    QCOMPARE(set->figures[2].period.id(), std::string("2020-Q1"));
    QVERIFY(set->figures[2].provisional);
    QCOMPARE(set->figures[3].period.id(), std::string("2020-03"));
    QVERIFY(set->figures[3].absence == Missing::Impossible);
}

void TestStatline::metadata()
{
    const auto metadata = StatlineMetadata::parse(
        "\"DataProperties\"\nID;Position;ParentID;Type;Key;Title;Description;ReleasePolicy;Datatype;Unit;Decimals;"
        "Default\n"
        "\"0\";\"0\";;\"Dimension\";\"Wijken\";\"Wijken en "
        "buurten\";;;;;;\n\"1\";;;\"TopicGroup\";\"\";\"Laag\";;;;;;\n"
        "\"2\";\"1\";\"1\";\"Topic\";\"Waarde_1\";\"Waarde\";;;\"Float\";\"%\";\"1\";\n\"3\";;;\"TopicGroup\";\"\";"
        "\"Hoog\";;;;;;\n"
        "\"4\";\"2\";\"3\";\"Topic\";\"Waarde_2\";\"Waarde\";;;\"Float\";\"%\";\"1\";\n"
        "\"Wijken\"\nKey;Title;Description\n\"WK1\";\"Dorp\";\n\"WK2\";\"Dorp\";\n\"WK3\";\"Stad\";\n",
        "m");
    QVERIFY2(metadata, wrongOf(metadata).c_str());
    QCOMPARE(metadata->columnKey("Laag/Waarde (%)"), std::string("Waarde_1"));
    QCOMPARE(metadata->columnKey("Hoog/Waarde"), std::string("Waarde_2"));
    QCOMPARE(metadata->columnKey("Waarde (%)"), std::string("Waarde (%)")); // two columns have that title
    QCOMPARE(metadata->columnKey("Waarde_2"), std::string("Waarde_2"));
    QCOMPARE(metadata->columnKey("Wijken en buurten"), std::string("Wijken"));
    QCOMPARE(metadata->code("Wijken", "Stad"), std::string("WK3"));
    QCOMPARE(metadata->code("Wijken", "WK2   "), std::string("WK2"));
    QCOMPARE(metadata->code("Wijken", "Dorp"), std::string("Dorp")); // two have that title
    QCOMPARE(metadata->code("Wijken", "Gehucht"), std::string("Gehucht"));
    QVERIFY(!StatlineMetadata::parse("a;b\n1;2\n", "m"));
    QVERIFY(!StatlineMetadata::parse("", "m"));
}

void TestStatline::realMetadata()
{
    const std::string table = EVENREDIG_SHARED_DATA "/statline/83958NED/83958NED_TypedDataSet_19062020_173530.csv";
    if (!QFileInfo::exists(QString::fromStdString(table)))
        QSKIP("shared data are absent: ../shared/data/statline/83958NED");
    const auto metadata = StatlineMetadata::beside(
        table, {"ID", "Woonplaatsen", "Woonplaatscode_1", "Naam_2", "Code_3", "Naam_4", "Code_5", "Naam_6", "Code_7"});
    QVERIFY2(metadata && *metadata, wrongOf(metadata).c_str());
    QCOMPARE((*metadata)->code("Woonplaatsen", "Aalsmeer"), std::string("WP2571"));
    QCOMPARE((*metadata)->code("Woonplaatsen", "Beek"), std::string("Beek")); // there are three
    QCOMPARE((*metadata)->columnKey("Provincie/Naam (Naam)"), std::string("Naam_4"));
    const auto other = StatlineMetadata::beside(table, {"ID", "Perioden"});
    QVERIFY(other && !*other); // of another table
}

void TestStatline::olderSymbols()
{
    const Json recipe = Json::parse(
        R"({"evenredig": "recipe/1", "dataset": "t", "title": {"nl": "T", "en": "T"}, "kind": "published", "read": {"format": "statline"},
        "period": {"from": "Perioden"}, "measures": [{"value": "A", "indicator": "x.y", "set": {"origin": "national"}}]})");
    const Outcome outcome = read(
        "\"Perioden\";\"A\"\n\"2018\";\"       -\"\n\"2019\";\"       x\"\n\"2020\";\"   1.250\"\n", recipe);
    QVERIFY2(!outcome.error, outcome.error ? message(*outcome.error, Language::English).c_str() : "");
    QCOMPARE(outcome.set.figures[0].value.value_or(-1), 0.0); // nil
    QVERIFY(outcome.set.figures[1].absence == Missing::Suppressed);
    QCOMPARE(outcome.set.figures[2].value.value_or(-1), 1.25); // a decimal point in every form
}

void TestStatline::groupsInACircle()
{
    const auto metadata = StatlineMetadata::parse(
        "DataProperties\nID;ParentID;Type;Key;Title\n1;2;TopicGroup;;A\n2;1;TopicGroup;;B\n3;1;Topic;K_1;C\n", "m");
    QVERIFY(metadata);
    QCOMPARE(metadata->columnKey("C"), std::string("K_1"));
}

EVENREDIG_TEST(TestStatline)
#include "teststatline.moc"
