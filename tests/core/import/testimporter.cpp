// Imports as a whole: into a workspace or not at all, with a report.
#include "core/import/importtest.h"
#include "testroom.h"

#include <fstream>

using namespace evenredig;
using namespace evenredig::importtest;

class TestImporter : public QObject {
    Q_OBJECT

private slots:
    void init();
    void refused_data();
    void refused();
    void severalSources();
    void unknownIds();
    void cancelled();
    void progressRises();
    void microdataNeedAWorkspace();
    void manyFaultsStayBounded();
    void reportAsJson();

private:
    std::string write(const char *name, const std::string &bytes) const;
    std::optional<QTemporaryDir> m_folder;
};

void TestImporter::init()
{
    m_folder.emplace();
}

std::string TestImporter::write(const char *name, const std::string &bytes) const
{
    const std::string path = m_folder->filePath(QString::fromUtf8(name)).toStdString();
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

void TestImporter::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &bytes, ErrorCode code) {
        QTest::newRow(name) << bytes << int(code);
    };
    row("empty", "", ErrorCode::FileEmpty);
    row("header only", header, ErrorCode::NoRows);
    row("another table", "a;b;c\n1;2;3\n", ErrorCode::ColumnMissing);
    row("another delimiter", "herkomst,generatie,jaar,pct,aantal\nTurkije,1,2020,\"1,0\",\n", ErrorCode::ColumnMissing);
    row("binary", QByteArray("PK\x03\x04\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 18), ErrorCode::FileBinary);
    row("zeros", QByteArray(header) + QByteArray(100, '\0'), ErrorCode::FileBinary);
    row("wrong encoding", QByteArray(header) + "Somali\xEB;1;2020;1,0;\n", ErrorCode::EncodingWrong);
    row("broken header", "\"herkomst;generatie;jaar;pct;aantal\n", ErrorCode::HeaderBroken);
}

void TestImporter::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const std::string source = write("proef.csv", bytes.toStdString());
    const std::string path = m_folder->filePath(QStringLiteral("proef.evenredig")).toStdString();
    Result<Workspace> workspace = Workspace::create(path);
    EXPECT_GOOD(workspace);
    EXPECT_GOOD(workspace->store(dataset("een"), IfExists::Refuse));
    const std::string before = sha256OfFile(path);
    Json json = longRecipe();
    json["read"]["encoding"] = "utf-8"; // else another one would be recognised
    const auto recipe = Recipe::fromJson(json.dump(), "proef.recipe.json");
    const auto report = importSources(*workspace, {source}, *recipe, IfExists::Refuse);
    EXPECT_FAULT(report, ErrorCode(code));
    QCOMPARE(contextOf(report.error(), "file"), source);
    QCOMPARE(sha256OfFile(path), before);
    QCOMPARE(filesIn(m_folder->path()), QStringLiteral("proef.csv proef.evenredig"));
    const auto missing = importSources(*workspace, {source + ".none"}, *recipe, IfExists::Refuse);
    EXPECT_FAULT(missing, ErrorCode::FileMissing);
    QVERIFY(!importSources(*workspace, {}, *recipe, IfExists::Refuse));
    QVERIFY(!importSources(*workspace, {m_folder->path().toStdString()}, *recipe, IfExists::Refuse));
    QCOMPARE(sha256OfFile(path), before);
}

void TestImporter::severalSources()
{
    const std::string first = write("een.csv", std::string(header) + "Turkije;1;2020;1,0;\n");
    const std::string second = write(
        "twee.csv", std::string(header) + "Turkije;1;2021;2,0;\nUtopia;1;2020;1,0;\nTurkije;1;2020;9,0;\n");
    const std::string other = write("drie.csv", "herkomst;generatie;jaar;aantal;pct\nTurkije;1;2022;1,0;\n");
    const auto recipe = Recipe::fromJson(longRecipe().dump(), "proef.recipe.json");
    ImportReport report;
    const auto set = readSources({first, second}, *recipe, importtest::knownCatalogue(), report);
    EXPECT_GOOD(set);
    QCOMPARE(set->figures.size(), std::size_t(2));
    QCOMPARE(set->counts.rowsRead, 4L);
    QCOMPARE(set->counts.rowsKept, 2L);
    QCOMPARE(set->sources.size(), std::size_t(2));
    QCOMPARE(set->sources[1].counts.rowsSetAside, 2L);
    QCOMPARE(set->ledger[0].source, second);
    QCOMPARE(set->ledger[0].line, 3L);
    QCOMPARE(set->ledger[1].reason, std::string("duplicate_differs")); // of a key in the first file
    QCOMPARE(set->info.sha256, sha256(sha256OfFile(first) + "\n" + sha256OfFile(second) + "\n"));
    const auto differing = readSources({first, other}, *recipe, importtest::knownCatalogue(), report);
    EXPECT_FAULT(differing, ErrorCode::SourcesDiffer);
    QCOMPARE(contextOf(differing.error(), "file"), other);
    QCOMPARE(contextOf(differing.error(), "other"), first);
}

void TestImporter::unknownIds()
{
    const std::string source = write("proef.csv", std::string(header) + "Turkije;1;2020;1,0;\n");
    Result<Workspace> workspace = Workspace::create(
        m_folder->filePath(QStringLiteral("proef.evenredig")).toStdString());
    EXPECT_GOOD(workspace);
    auto json = longRecipe();
    json["columns"][0]["recode"]["Turkije"] = "turkisch";
    auto recipe = Recipe::fromJson(json.dump(), "proef.recipe.json");
    const auto origin = importSources(*workspace, {source}, *recipe, IfExists::Refuse);
    EXPECT_FAULT(origin, ErrorCode::OriginUnknown);
    QCOMPARE(contextOf(origin.error(), "origin"), std::string("turkisch"));
    json = longRecipe();
    json["measures"][0]["set"] = {{"generation", "third"}};
    recipe = Recipe::fromJson(json.dump(), "proef.recipe.json");
    EXPECT_FAULT(importSources(*workspace, {source}, *recipe, IfExists::Refuse), ErrorCode::GenerationUnknown);
    // An indicator may be defined later: it is only noted.
    json = longRecipe();
    json["measures"][0]["indicator"] = "own.thing";
    recipe = Recipe::fromJson(json.dump(), "proef.recipe.json");
    const auto report = importSources(*workspace, {source}, *recipe, IfExists::Refuse);
    EXPECT_GOOD(report);
    QVERIFY(std::count(report->notes.begin(), report->notes.end(), "indicator_unknown") == 1);
}

void TestImporter::cancelled()
{
    std::string bytes = header;
    for (int year = 1000; year < 1500; ++year) {
        for (const char *origin : {"Turkije", "Marokko", "Nederland"}) {
            for (const char *generation : {"1", "2", "T"}) {
                for (const std::string &part : {std::string(origin), std::string(generation), std::to_string(year)})
                    bytes.append(part).append(";");
                bytes += "1,0;12345\n";
            }
        }
    }
    const std::string source = write("proef.csv", bytes);
    const std::string path = m_folder->filePath(QStringLiteral("proef.evenredig")).toStdString();
    Result<Workspace> workspace = Workspace::create(path);
    EXPECT_GOOD(workspace);
    EXPECT_GOOD(workspace->store(dataset("een"), IfExists::Refuse));
    const std::string before = sha256OfFile(path);
    const auto recipe = Recipe::fromJson(longRecipe().dump(), "proef.recipe.json");
    for (const double when : {0.0, 0.4, 0.85, 0.95}) { // while reading, and while storing
        std::stop_source stop;
        Progress progress;
        progress.stop = stop.get_token();
        progress.report = [&stop, when](double fraction) {
            if (fraction >= when)
                stop.request_stop();
        };
        EXPECT_FAULT(importSources(*workspace, {source}, *recipe, IfExists::Refuse, progress), ErrorCode::Cancelled);
        QCOMPARE(sha256OfFile(path), before);
        QCOMPARE(filesIn(m_folder->path()), QStringLiteral("proef.csv proef.evenredig"));
    }
    EXPECT_GOOD(importSources(*workspace, {source}, *recipe, IfExists::Refuse));
}

void TestImporter::progressRises()
{
    const std::string source = write("proef.csv", std::string(header) + "Turkije;1;2020;1,0;\n");
    Result<Workspace> workspace = Workspace::create(
        m_folder->filePath(QStringLiteral("proef.evenredig")).toStdString());
    EXPECT_GOOD(workspace);
    std::vector<double> reports;
    Progress progress;
    progress.report = [&reports](double fraction) { reports.push_back(fraction); };
    const auto recipe = Recipe::fromJson(longRecipe().dump(), "proef.recipe.json");
    EXPECT_GOOD(importSources(*workspace, {source}, *recipe, IfExists::Refuse, progress));
    QVERIFY(std::is_sorted(reports.begin(), reports.end()));
    QCOMPARE(reports.back(), 1.0);
}

void TestImporter::microdataNeedAWorkspace()
{
    auto json = longRecipe();
    for (const char *kind : {"survey", "register"}) {
        json["kind"] = kind;
        const Outcome outcome = read(std::string(header) + "Turkije;1;2020;1,0;\n", json);
        QVERIFY(outcome.error && outcome.error->code == ErrorCode::FormatWrong);
        QVERIFY(contextOf(*outcome.error, "found").find(kind) != std::string::npos);
    }
}

void TestImporter::manyFaultsStayBounded()
{
    std::string bytes = header;
    for (int i = 0; i < 5000; ++i)
        bytes.append("Turkije;1;").append(std::to_string(1000 + i)).append(";veel;\nkapot\n");
    const Outcome outcome = read(bytes, longRecipe());
    expectBalance(outcome);
    QCOMPARE(outcome.set.counts.rowsSetAside, 5000L);
    QCOMPARE(outcome.set.counts.valuesUnreadable, 5000L);
    QCOMPARE(outcome.set.ledger.size(), std::size_t(2 * 1001));
}

void TestImporter::reportAsJson()
{
    auto json = longRecipe();
    const Outcome outcome = read(
        "herkomst;generatie;jaar;pct;aantal;bsn\nTurkije;1;2020;1,0;;123456782\nUtopia;1;2020;1,0;;\n", json);
    expectBalance(outcome);
    const auto report = Json::parse(toJson(outcome.report));
    QCOMPARE(report["dataset"].get<std::string>(), std::string("proef"));
    QCOMPARE(report["rows_read"].get<int>(), 2);
    QCOMPARE(report["rows_kept"].get<int>(), 1);
    QCOMPARE(report["rows_set_aside"].get<int>(), 1);
    QCOMPARE(report["values_unreadable"].get<int>(), 0);
    QCOMPARE(report["columns"].size(), std::size_t(6));
    QCOMPARE(report["columns"][0]["as"].get<std::string>(), std::string("origin"));
    QVERIFY(report["columns"][0]["reason"].is_null());
    QVERIFY(!report["columns"][5]["kept"].get<bool>());
    QVERIFY(report["columns"][5]["reason"].is_string());
    QVERIFY(report["notes"].is_array() && report["notes"][0].is_object());
    // Nothing of a column that was left out stands in the ledger.
    for (const LedgerEntry &entry : outcome.set.ledger)
        QVERIFY(entry.value.find("123456782") == std::string::npos);
}

EVENREDIG_TEST(TestImporter)
#include "testimporter.moc"
