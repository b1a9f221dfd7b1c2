// The open file: what goes in comes out, one transaction at a time.
#include "core/store/database.h"
#include "core/store/schema.h"
#include "core/store/storetest.h"
#include "testroom.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <fstream>

using namespace evenredig;
using namespace evenredig::storetest;

class TestWorkspace : public QObject {
    Q_OBJECT

private slots:
    void init();
    void createsAFile();
    void createRefusesAnExistingFile();
    void roundTrip();
    void orderAndCoverage();
    void replace();
    void unknownNames();
    void indicators();
    void ledgerLimit();
    void failedStoreLeavesBytes();
    void cancelledStoreLeavesBytes();
    void figuresAreFast();

private:
    Workspace make(const std::string &name);
    void compareFigures(const Workspace &workspace, const ImportedDataset &set);
    void compareLedger(const Workspace &workspace);

    std::optional<QTemporaryDir> m_folder;
    std::string m_path;
};

void TestWorkspace::init()
{
    m_folder.emplace();
    m_path = m_folder->filePath(QStringLiteral("proef.evenredig")).toStdString();
}

Workspace TestWorkspace::make(const std::string &name)
{
    m_path = m_folder->filePath(QString::fromStdString(name)).toStdString();
    Result<Workspace> workspace = Workspace::create(m_path);
    if (!workspace)
        qFatal("%s", wrongOf(workspace).c_str());
    return std::move(*workspace);
}

void TestWorkspace::createsAFile()
{
    {
        const Workspace workspace = make("proef.evenredig");
        QCOMPARE(workspace.path(), m_path);
        QVERIFY(workspace.datasets()->empty());
        QVERIFY(workspace.coverage()->empty());
        QVERIFY(workspace.check(Language::Dutch)->empty());
    }
    QCOMPARE(filesIn(m_folder->path()), QStringLiteral("proef.evenredig"));
    const auto bytes = readFile(m_path);
    EXPECT_GOOD(bytes);
    QVERIFY(bytes->starts_with("SQLite format 3"));
    QCOMPARE(bytes->substr(68, 4), std::string("EvRd"));                 // application_id
    QCOMPARE(int(static_cast<unsigned char>((*bytes)[16])) * 256, 8192); // page size
    QCOMPARE(int((*bytes)[63]), schema::currentVersion());               // user_version
    QCOMPARE(int((*bytes)[18]), 1);                                      // rollback journal, not WAL
    QVERIFY2(bytes->size() < 200000, std::to_string(bytes->size()).c_str());
}

void TestWorkspace::createRefusesAnExistingFile()
{
    std::ofstream(m_path) << "mine";
    EXPECT_FAULT(Workspace::create(m_path), ErrorCode::FileExists);
    QCOMPARE(*readFile(m_path), std::string("mine"));
    EXPECT_FAULT(Workspace::create(m_folder->path().toStdString()), ErrorCode::FileExists);
    const std::string nowhere = m_folder->filePath(QStringLiteral("none/proef.evenredig")).toStdString();
    const auto created = Workspace::create(nowhere);
    EXPECT_FAULT(created, ErrorCode::FileUnwritable);
    QCOMPARE(contextOf(created.error(), "file"), nowhere);
    QCOMPARE(filesIn(m_folder->path()), QStringLiteral("proef.evenredig"));
}

namespace {

/// Something in every field that a workspace keeps.
ImportedDataset fullDataset()
{
    ImportedDataset set = dataset("proef", 0);
    set.info.kind = DatasetKind::Published;
    set.info.synthetic = true;
    set.recipe = R"({"evenredig": "recipe/1"})";
    PublishedFigure one = figure("moroccan", "2013..2017", 0.074);
    one.generation = "second";
    one.sourceKind = SourceKind::Survey;
    one.where = R"([{"variable":"sex","in":["f"]}])";
    one.half = 0.0005;
    one.decimals = 1;
    one.low = 0.07;
    one.high = 0.08;
    one.n = 312;
    one.provisional = true;
    one.line = 17;
    set.figures = {one, figure("turkish", "2016/17", std::nullopt)};
    set.figures[1].absence = Missing::Suppressed;
    set.ledger.push_back(
        {"proef.csv", LedgerEntry::Kind::Value, 12, "Waarde \"x\"", "n.v.t.; ë", "unreadable", {"nl", "en"}, 1});
    set.counts = {2, 1, 1, 1};
    set.sources[0].counts = set.counts;
    set.comparable["ander"] = {Comparability::WithCaution, {"andere vraag", "another question"}};
    return set;
}

} // namespace

void TestWorkspace::roundTrip()
{
    const ImportedDataset set = fullDataset();
    {
        Workspace workspace = make("proef.evenredig");
        EXPECT_GOOD(workspace.store(set, IfExists::Refuse));
    }
    const Result<Workspace> workspace = Workspace::open(m_path, OpenMode::ReadOnly);
    EXPECT_GOOD(workspace);
    const auto records = workspace->datasets();
    EXPECT_GOOD(records);
    QCOMPARE(records->size(), std::size_t(1));
    const DatasetRecord &record = records->front();
    QCOMPARE(record.info.title.en, std::string("Trial"));
    QVERIFY(record.info.kind == DatasetKind::Published);
    QVERIFY(record.info.synthetic);
    QCOMPARE(record.info.sha256, sha256("proef"));
    QCOMPARE(record.info.importedAt, std::string("2024-01-01T00:00:00Z"));
    QCOMPARE(record.recipe, set.recipe);
    QCOMPARE(record.counts.valuesUnreadable, 1L);
    QCOMPARE(record.figures, 2L);
    QCOMPARE(record.sources[0].name, std::string("proef.csv"));
    compareFigures(*workspace, set);
    compareLedger(*workspace);
    const auto pairs = workspace->comparability();
    EXPECT_GOOD(pairs);
    const auto pair = pairs->find({"proef", "ander"});
    QVERIFY(pair != pairs->end());
    QVERIFY(pair->second.first == Comparability::WithCaution);
    QVERIFY(workspace->check(Language::Dutch)->empty());
}

void TestWorkspace::compareFigures(const Workspace &workspace, const ImportedDataset &set)
{
    const auto figures = workspace.figures("population.size");
    EXPECT_GOOD(figures);
    QCOMPARE(figures->size(), std::size_t(2));
    const PublishedFigure &first = (*figures)[0];
    QCOMPARE(first.dataset, std::string("proef"));
    QVERIFY(first.value == 0.074); // the very double
    QVERIFY(first.half == 0.0005 && first.low == 0.07 && first.high == 0.08 && first.n == 312);
    QCOMPARE(first.period.id(), std::string("2013..2017"));
    QVERIFY(first.sourceKind == SourceKind::Survey);
    QCOMPARE(first.where, set.figures[0].where);
    QCOMPARE(first.universe.en, std::string("residents"));
    QVERIFY(first.provisional && first.line == 17 && first.decimals == 1 && !first.absence);
    QVERIFY(!(*figures)[1].value);
    QVERIFY((*figures)[1].absence == Missing::Suppressed);
}

void TestWorkspace::compareLedger(const Workspace &workspace)
{
    const auto ledger = workspace.ledger("proef");
    EXPECT_GOOD(ledger);
    QCOMPARE(ledger->size(), std::size_t(2));
    QCOMPARE((*ledger)[1].column, std::string("Waarde \"x\""));
    QCOMPARE((*ledger)[1].value, std::string("n.v.t.; ë"));
    QCOMPARE((*ledger)[1].remark.en, std::string("en"));
    QVERIFY((*ledger)[1].kind == LedgerEntry::Kind::Value);
}

void TestWorkspace::orderAndCoverage()
{
    Workspace workspace = make("proef.evenredig");
    ImportedDataset later = dataset("a-later", 0);
    later.figures = {figure("turkish", "2020", 1), figure("national", "2010", 2)};
    ImportedDataset earlierSet = dataset("z-first", 0);
    earlierSet.figures = {figure("somali", "2016/17", 3), figure("turkish", "2015", 4)};
    EXPECT_GOOD(workspace.store(std::vector<ImportedDataset>{earlierSet, later}, IfExists::Refuse));
    const auto figures = workspace.figures("population.size");
    EXPECT_GOOD(figures);
    std::vector<double> values;
    for (const PublishedFigure &one : *figures)
        values.push_back(*one.value);
    QCOMPARE(values, (std::vector<double>{3, 4, 1, 2})); // data sets as imported, figures as in their source
    const auto coverage = workspace.coverage();
    EXPECT_GOOD(coverage);
    QCOMPARE(coverage->size(), std::size_t(1));
    std::vector<std::string> periods;
    for (const Period &period : coverage->front().periods)
        periods.push_back(period.id());
    QCOMPARE(periods, (std::vector<std::string>{"2010", "2015", "2016/17", "2020"}));
    QCOMPARE(coverage->front().origins.size(), std::size_t(3));
    QCOMPARE(coverage->front().figures, 4L);
}

void TestWorkspace::replace()
{
    Workspace workspace = make("proef.evenredig");
    EXPECT_GOOD(workspace.store(dataset("een", 5), IfExists::Refuse));
    EXPECT_GOOD(workspace.store(dataset("twee", 5), IfExists::Refuse));
    const std::string before = sha256OfFile(m_path);
    const auto again = workspace.store(dataset("een", 2), IfExists::Refuse);
    EXPECT_FAULT(again, ErrorCode::DatasetExists);
    QCOMPARE(contextOf(again.error(), "dataset"), std::string("een"));
    QCOMPARE(sha256OfFile(m_path), before);
    EXPECT_GOOD(workspace.store(dataset("een", 2), IfExists::Replace));
    const auto records = workspace.datasets();
    EXPECT_GOOD(records);
    QCOMPARE(records->size(), std::size_t(2));
    QCOMPARE(records->front().info.id, std::string("een")); // keeps its place
    QCOMPARE(records->front().figures, 2L);
    QCOMPARE(workspace.figures("population.size")->size(), std::size_t(7));
    QCOMPARE(workspace.ledger("een")->size(), std::size_t(1));
    QVERIFY(workspace.check(Language::English)->empty());
}

void TestWorkspace::unknownNames()
{
    Workspace workspace = make("proef.evenredig");
    QVERIFY(workspace.figures("no.such")->empty());
    QVERIFY(workspace.figures("'; DROP TABLE figures; --")->empty());
    QVERIFY(workspace.ledger("none")->empty());
    QVERIFY(workspace.check(Language::Dutch)->empty());
}

void TestWorkspace::indicators()
{
    const std::string json = R"({"evenredig": "indicators/1", "indicators": [{"id": "own.thing", "domain": "health",
        "label": {"nl": "Eigen", "en": "Own"}, "unit": "percent", "measure": {"mean": "x"}}]})";
    const auto document = JsonDocument::parse(json, "own.json");
    EXPECT_GOOD(document);
    const auto read = readIndicators(*document);
    EXPECT_GOOD(read);
    {
        Workspace workspace = make("proef.evenredig");
        EXPECT_GOOD(workspace.define(*read));
        std::vector<Indicator> changed = *read;
        const auto other = JsonDocument::parse(
            R"({"id": "own.thing", "domain": "health", "label": {"nl": "Anders"}, "unit": "percent", "measure": {"mean": "x"}})",
            "own.json");
        changed[0] = readIndicator(other->root());
        EXPECT_GOOD(workspace.define(changed));
    }
    const Result<Workspace> workspace = Workspace::open(m_path, OpenMode::ReadOnly);
    EXPECT_GOOD(workspace);
    const auto catalogue = workspace->catalogue();
    EXPECT_GOOD(catalogue);
    const Indicator *own = catalogue->indicator("own.thing");
    QVERIFY(own);
    QCOMPARE(own->label.nl, std::string("Anders"));
    QVERIFY(catalogue->indicators.size() > 1); // on top of the built-in ones
}

void TestWorkspace::ledgerLimit()
{
    Workspace workspace = make("proef.evenredig");
    ImportedDataset set = dataset("proef", 1);
    set.ledger.clear();
    for (long i = 0; i < 2500; ++i)
        set.ledger.push_back({"proef.csv", LedgerEntry::Kind::Row, i + 2, "", "", "field_count", {}, 1});
    set.counts = {2501, 1, 2500, 0};
    set.sources[0].counts = set.counts;
    EXPECT_GOOD(workspace.store(set, IfExists::Refuse));
    const auto ledger = workspace.ledger("proef");
    EXPECT_GOOD(ledger);
    QCOMPARE(ledger->size(), std::size_t(1001));
    QCOMPARE(ledger->back().count, 1500L);
    QCOMPARE(ledger->back().line, 0L);
    QVERIFY(workspace.check(Language::Dutch)->empty()); // the counts are exact
}

void TestWorkspace::failedStoreLeavesBytes()
{
    Workspace workspace = make("proef.evenredig");
    EXPECT_GOOD(workspace.store(dataset("een", 50), IfExists::Refuse));
    const std::string before = sha256OfFile(m_path);
    ImportedDataset wrong = dataset("twee", 5000);
    wrong.figures.back().absence = Missing::Unknown; // a figure that is there and absent at once
    QVERIFY(!workspace.store(wrong, IfExists::Refuse));
    QCOMPARE(sha256OfFile(m_path), before);
    // One bad set among several: none is stored.
    QVERIFY(!workspace.store(std::vector<ImportedDataset>{dataset("drie", 10), wrong}, IfExists::Refuse));
    QCOMPARE(sha256OfFile(m_path), before);
    QVERIFY(!workspace.store(wrong, IfExists::Replace));
    QCOMPARE(sha256OfFile(m_path), before);
    QCOMPARE(filesIn(m_folder->path()), QStringLiteral("proef.evenredig"));
    EXPECT_GOOD(workspace.store(dataset("twee", 5), IfExists::Refuse)); // and it still works
}

void TestWorkspace::cancelledStoreLeavesBytes()
{
    Workspace workspace = make("proef.evenredig");
    EXPECT_GOOD(workspace.store(dataset("een", 50), IfExists::Refuse));
    const std::string before = sha256OfFile(m_path);
    for (const double when : {0.0, 0.3, 0.9}) {
        std::stop_source stop;
        Progress progress;
        progress.stop = stop.get_token();
        progress.report = [&stop, when](double fraction) {
            if (fraction >= when)
                stop.request_stop();
        };
        const auto stored = workspace.store(dataset("een", 40000), IfExists::Replace, progress);
        EXPECT_FAULT(stored, ErrorCode::Cancelled);
        QCOMPARE(sha256OfFile(m_path), before);
        QCOMPARE(filesIn(m_folder->path()), QStringLiteral("proef.evenredig"));
    }
    QCOMPARE(workspace.figures("population.size")->size(), std::size_t(50));
}

void TestWorkspace::figuresAreFast()
{
    Workspace workspace = make("proef.evenredig");
    ImportedDataset large = dataset("een", 60000);
    for (std::size_t i = 0; i < large.figures.size(); ++i)
        large.figures[i].indicator = "indicator." + std::to_string(i % 200);
    EXPECT_GOOD(workspace.store(large, IfExists::Refuse));
    QElapsedTimer timer;
    timer.start();
    const auto figures = workspace.figures("indicator.7");
    EXPECT_GOOD(figures);
    QCOMPARE(figures->size(), std::size_t(300));
    qInfo("300 of 60,000 figures in %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() < 500);
}

EVENREDIG_TEST(TestWorkspace)
#include "testworkspace.moc"
