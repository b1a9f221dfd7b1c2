// The real StatLine table 37296ned, imported with the recipe that the program carries, and read back from the
// workspace.
#include "core/base/resource.h"
#include "core/import/importer.h"
#include "core/import/numbers37296ned.h"
#include "core/store/storetest.h"
#include "testroom.h"

#include <QFileInfo>

using namespace evenredig;
using namespace evenredig::importtest;
using namespace evenredig::storetest;

namespace {

const std::string sourceFile = source37296ned.toStdString();

} // namespace

class TestImporter37296ned : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void account();
    void numbers_data();
    void numbers();
    void identities();
    void absences();
    void everyPeriod();
    void columnsLeftOut();
    void sameDatasetAgain();
    void sound();

private:
    const PublishedFigure *find(const std::string &origin, const std::string &generation, int year) const;
    double value(const std::string &origin, const std::string &generation, int year) const;

    QTemporaryDir m_folder;
    std::string m_path;
    std::optional<Workspace> m_workspace;
    std::optional<Recipe> m_recipe;
    ImportReport m_report;
    std::vector<PublishedFigure> m_figures;
};

void TestImporter37296ned::initTestCase()
{
    if (!QFileInfo::exists(QString::fromStdString(sourceFile)))
        QSKIP("shared data are absent: ../shared/data/statline/37296ned");
    const auto json = resource("recipes/statline-37296ned.recipe.json");
    QVERIFY(json);
    Result<Recipe> recipe = Recipe::fromJson(*json, "statline-37296ned.recipe.json");
    EXPECT_GOOD(recipe);
    m_recipe = std::move(*recipe);
    m_path = m_folder.filePath(QStringLiteral("statline.evenredig")).toStdString();
    Result<Workspace> workspace = Workspace::create(m_path);
    EXPECT_GOOD(workspace);
    const Result<ImportReport> report = importSources(*workspace, {sourceFile}, *m_recipe, IfExists::Refuse);
    EXPECT_GOOD(report);
    m_report = *report;

    // All that follows reads the file, not what the import still had in memory.
    workspace = Workspace::open(m_path, OpenMode::ReadOnly);
    EXPECT_GOOD(workspace);
    m_workspace = std::move(*workspace);
    const Result<std::vector<PublishedFigure>> figures = m_workspace->figures("population.size");
    EXPECT_GOOD(figures);
    m_figures = *figures;
}

const PublishedFigure *TestImporter37296ned::find(const std::string &origin, const std::string &generation,
                                                  int year) const
{
    const PublishedFigure *found = nullptr;
    for (const PublishedFigure &one : m_figures) {
        if (one.origin == origin && one.generation == generation && one.period.id() == std::to_string(year)) {
            if (found)
                qFatal("two figures for one key");
            found = &one;
        }
    }
    return found;
}

double TestImporter37296ned::value(const std::string &origin, const std::string &generation, int year) const
{
    const PublishedFigure *found = find(origin, generation, year);
    return found && found->value ? *found->value : -1;
}

void TestImporter37296ned::account()
{
    QCOMPARE(m_report.counts.rowsRead, 73L);
    QCOMPARE(m_report.counts.rowsKept, 73L);
    QCOMPARE(m_report.counts.rowsSetAside, 0L);
    QCOMPARE(m_report.counts.valuesUnreadable, 0L);
    QCOMPARE(m_report.figures, 73L * 26);
    QCOMPARE(long(m_figures.size()), 73L * 26);
    const auto datasets = m_workspace->datasets();
    EXPECT_GOOD(datasets);
    QCOMPARE(datasets->size(), std::size_t(1));
    const DatasetRecord &record = datasets->front();
    QCOMPARE(record.info.id, std::string("cbs-37296ned"));
    QCOMPARE(record.info.sha256, sha256OfFile(sourceFile));
    QCOMPARE(record.counts.rowsKept, 73L);
    QCOMPARE(record.sources.size(), std::size_t(1));
    QCOMPARE(record.sources[0].bytes, std::uint64_t(QFileInfo(QString::fromStdString(sourceFile)).size()));
    QCOMPARE(record.recipe, m_recipe->json);
}

void TestImporter37296ned::numbers_data()
{
    rowsOf37296ned();
}

void TestImporter37296ned::numbers()
{
    QFETCH(QString, origin);
    QFETCH(QString, generation);
    QFETCH(QList<int>, people);
    for (qsizetype i = 0; i < years37296ned.size(); ++i)
        QCOMPARE(value(origin.toStdString(), generation.toStdString(), years37296ned[i]), double(people[i]));
}

void TestImporter37296ned::identities()
{
    int years = 0;
    for (int year = 1996; year <= 2022; ++year, ++years) {
        const double migration = value("migration_background", "total", year);
        QVERIFY(migration > 0);
        QCOMPARE(value("none_background", "total", year) + migration, value("national", "total", year));
        QCOMPARE(value("western", "total", year) + value("non_western", "total", year), migration);
        QCOMPARE(value("migration_background", "first", year) + value("migration_background", "second", year),
                 migration);
        double nonWestern = 0;
        for (const char *origin : {"moroccan", "dutch_caribbean", "surinamese", "turkish", "other_non_western"})
            nonWestern += value(origin, "total", year);
        QCOMPARE(nonWestern, value("non_western", "total", year));
        for (const char *origin :
             {"moroccan", "dutch_caribbean", "surinamese", "turkish", "western", "non_western", "other_non_western"})
            QCOMPARE(value(origin, "first", year) + value(origin, "second", year), value(origin, "total", year));
    }
    QCOMPARE(years, 27);
}

void TestImporter37296ned::absences()
{
    // "." before 1996 is unknown and nothing else.
    for (int year = 1950; year < 1996; ++year) {
        const PublishedFigure *moroccan = find("moroccan", "total", year);
        QVERIFY(moroccan);
        QVERIFY(!moroccan->value);
        QVERIFY(moroccan->absence == Missing::Unknown);
        QCOMPARE(value("national", "total", year) > 0, true);
    }
    for (const PublishedFigure &one : m_figures)
        QCOMPARE(one.value.has_value(), !one.absence.has_value());

    // The columns of the recipe have no "" (impossible): read one that has both kinds, beside one that has only ".".
    Recipe recipe = *m_recipe;
    recipe.measures.resize(2);
    recipe.measures[0].value = "MiddenEnOostEuropeseLandenInDeEU_31";
    recipe.measures[1].value = "#32"; // TotaalWesterseMigratieachtergrond_30
    const std::string path = m_folder.filePath(QStringLiteral("absences.evenredig")).toStdString();
    Result<Workspace> workspace = Workspace::create(path);
    EXPECT_GOOD(workspace);
    EXPECT_GOOD(importSources(*workspace, {sourceFile}, recipe, IfExists::Refuse));
    const auto figures = workspace->figures("population.size");
    EXPECT_GOOD(figures);
    QCOMPARE(figures->size(), std::size_t(2 * 73));
    std::map<std::string, int> counts;
    for (const PublishedFigure &one : *figures)
        ++counts[one.origin + " " + (one.absence ? std::string(missingName(*one.absence)) : "value")];
    QCOMPARE(counts["national impossible"], 17);
    QCOMPARE(counts["national unknown"], 37);
    QCOMPARE(counts["national value"], 19);
    QCOMPARE(counts["none_background impossible"], 0);
    QCOMPARE(counts["none_background unknown"], 46);
    QCOMPARE(counts["none_background value"], 27);
}

void TestImporter37296ned::everyPeriod()
{
    const auto coverage = m_workspace->coverage();
    EXPECT_GOOD(coverage);
    QCOMPARE(coverage->size(), std::size_t(1));
    const IndicatorCoverage &one = coverage->front();
    QCOMPARE(one.periods.size(), std::size_t(73));
    QCOMPARE(one.periods.front().id(), std::string("1950"));
    QCOMPARE(one.periods.back().id(), std::string("2022"));
    QCOMPARE(one.origins.size(), std::size_t(10));
    QCOMPARE(one.generations.size(), std::size_t(3));
    QCOMPARE(one.figures, 73L * 26);
    QCOMPARE(m_figures.front().half, 0.5);
    QCOMPARE(m_figures.front().decimals, 0);
    QCOMPARE(m_figures.front().line, 2L);
    QCOMPARE(m_figures.back().line, 74L);
}

void TestImporter37296ned::columnsLeftOut()
{
    const auto ledger = m_workspace->ledger("cbs-37296ned");
    EXPECT_GOOD(ledger);
    int columns = 0;
    for (const LedgerEntry &entry : *ledger) {
        QVERIFY(entry.kind == LedgerEntry::Kind::Column);
        QCOMPARE(entry.reason, std::string("not_named"));
        QVERIFY(entry.value.empty());
        ++columns;
    }
    QCOMPARE(columns, 80 - 27); // 80 columns; 26 measures and the period are used
    QCOMPARE(int(m_report.columns.size()), 80);
}

void TestImporter37296ned::sameDatasetAgain()
{
    Result<Workspace> workspace = Workspace::open(m_path, OpenMode::ReadWrite);
    EXPECT_GOOD(workspace);
    const std::string before = sha256OfFile(m_path);
    const auto refused = importSources(*workspace, {sourceFile}, *m_recipe, IfExists::Refuse);
    EXPECT_FAULT(refused, ErrorCode::DatasetExists);
    QCOMPARE(sha256OfFile(m_path), before);
    EXPECT_GOOD(importSources(*workspace, {sourceFile}, *m_recipe, IfExists::Replace));
    const auto figures = workspace->figures("population.size");
    EXPECT_GOOD(figures);
    QCOMPARE(figures->size(), m_figures.size());
    QCOMPARE(workspace->datasets()->size(), std::size_t(1));
}

void TestImporter37296ned::sound()
{
    const auto findings = m_workspace->check(Language::Dutch);
    EXPECT_GOOD(findings);
    QVERIFY2(findings->empty(), findings->empty() ? "" : findings->front().c_str());
}

EVENREDIG_TEST(TestImporter37296ned)
#include "testimporter37296ned.moc"
