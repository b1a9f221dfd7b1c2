// A data set that is removed is as if it was never imported, and restored as if it was never removed.
#include "core/answer/answer.h"
#include "core/answer/availability.h"
#include "core/import/surveytest.h"
#include "core/output/output.h"
#include "core/store/database.h"
#include "core/store/schema.h"
#include "testroom.h"

using namespace evenredig;
using namespace evenredig::surveytest;

namespace {

const std::string personsRows = std::string(personsHeader)
                                + "T;2020;1;W;1;34;huur\nN;2020;2;W;2;40;koop\nT;2015;1;O;1;20;huur\n";

/// A value that outlives the call: what a loop runs over may not be within a temporary Result.
template<class T>
T valueOf(Result<T> result)
{
    if (!result)
        qFatal("%s", wrongOf(result).c_str());
    return std::move(*result);
}

std::string idsOf(const Workspace &workspace)
{
    std::string ids;
    for (const DatasetRecord &record : valueOf(workspace.datasets()))
        ids += record.info.id + ' ';
    return ids;
}

/// The answers to every question that may be asked without further choice.
std::string answersOf(const Workspace &workspace)
{
    std::string told;
    const auto catalogue = workspace.catalogue();
    const auto available = availability(workspace, *catalogue);
    for (const Availability &one : *available) {
        Question question;
        question.ask = Ask::Level;
        question.indicator = one.coverage.indicator;
        const auto given = answer(workspace, *catalogue, question);
        told += question.indicator + (given ? answerJson(*given) : wrongOf(given)) + '\n';
    }
    Question overview;
    overview.ask = Ask::Overview;
    const auto given = answer(workspace, *catalogue, overview);
    return told + (given ? answerJson(*given) : wrongOf(given));
}

/// All that a workspace tells of its data.
std::string toldBy(const Workspace &workspace)
{
    std::string told = idsOf(workspace) + '\n';
    for (const DatasetRecord &record : valueOf(workspace.datasets()))
        told += record.info.title.nl + ' ' + std::to_string(workspace.ledger(record.info.id)->size()) + '\n';
    for (const IndicatorCoverage &one : valueOf(workspace.coverage())) {
        told += one.indicator + ' ' + std::to_string(one.figures) + '\n';
        for (const PublishedFigure &figure : valueOf(workspace.figures(one.indicator)))
            told += figure.dataset + ' ' + figure.origin + ' ' + figure.period.id() + ' '
                    + std::to_string(figure.value.value_or(-1)) + '\n';
    }
    for (const MicrodataInfo &info : valueOf(workspace.microdata()))
        told += info.dataset + ' ' + std::to_string(info.rows) + '\n';
    for (const auto &pair : valueOf(workspace.comparability()))
        told += pair.first.first + ' ' + pair.first.second + '\n';
    return told + answersOf(workspace);
}

} // namespace

class TestRemoveDataset : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isAsBeforeTheImport_data();
    void isAsBeforeTheImport();
    void keepsTheComparabilityOfOthers();
    void keepsItsPlace();
    void importsAnewUnderTheSameName();
    void purgesWhatWasRemoved();
    void purgeLeavesNoBytes();
    void changesTitleAndSource();
    void refusesWhatIsNotThere();
    void refusesInAReadOnlyFile();
    void leavesAnOlderFileReadable();

private:
    void importPersons()
    {
        const std::string csv = m_folder->filePath(QStringLiteral("p.csv")).toStdString();
        EXPECT_GOOD(writeFile(csv, personsRows));
        const auto recipe = Recipe::fromJson(personsRecipe().dump(), "p.recipe.json");
        EXPECT_GOOD(recipe);
        EXPECT_GOOD(importSources(*m_workspace, {csv}, *recipe, IfExists::Refuse));
    }
    [[nodiscard]] bool isSound() const { return m_workspace->check(Language::English)->empty(); }

    std::optional<QTemporaryDir> m_folder;
    std::string m_path;
    std::optional<Workspace> m_workspace;
};

void TestRemoveDataset::init()
{
    m_workspace.reset();
    m_folder.emplace();
    m_path = m_folder->filePath(QStringLiteral("w.evenredig")).toStdString();
    m_workspace = std::move(*Workspace::create(m_path));
    EXPECT_GOOD(importSample(*m_workspace));
}

void TestRemoveDataset::isAsBeforeTheImport_data()
{
    QTest::addColumn<bool>("persons");
    QTest::newRow("published figures") << false;
    QTest::newRow("persons") << true;
}

void TestRemoveDataset::isAsBeforeTheImport()
{
    QFETCH(bool, persons);
    const std::string before = toldBy(*m_workspace);
    const std::string id = persons ? "enquete" : "proef";
    if (persons) {
        importPersons();
    } else {
        ImportedDataset set = dataset(id);
        set.comparable["ander"] = {Comparability::No, {"anders", "otherwise"}};
        EXPECT_GOOD(m_workspace->store(set, IfExists::Refuse));
    }
    const std::string after = toldBy(*m_workspace);
    QVERIFY(after != before);
    for (int round = 0; round < 2; ++round) {
        EXPECT_GOOD(m_workspace->removeDataset(id));
        QCOMPARE(toldBy(*m_workspace), before);
        QVERIFY(m_workspace->ledger(id)->empty());
        QVERIFY(isSound());
        QCOMPARE(toldBy(*Workspace::open(m_path, OpenMode::ReadOnly)), before); // to every reader
        EXPECT_GOOD(m_workspace->restoreDataset(id));
        QCOMPARE(toldBy(*m_workspace), after);
        QVERIFY(isSound());
    }
    EXPECT_GOOD(m_workspace->removeDataset(id));
    EXPECT_GOOD(m_workspace->purgeRemoved());
    QCOMPARE(toldBy(*m_workspace), before);
    QVERIFY(isSound());
}

void TestRemoveDataset::keepsTheComparabilityOfOthers()
{
    ImportedDataset one = dataset("een"), other = dataset("twee");
    one.comparable["twee"] = {Comparability::WithCaution, {"andere vraag", "another question"}};
    other.comparable["een"] = one.comparable["twee"];
    EXPECT_GOOD(m_workspace->store(std::vector<ImportedDataset>{one, other}, IfExists::Refuse));
    EXPECT_GOOD(m_workspace->removeDataset("een"));
    const auto pairs = m_workspace->comparability();
    EXPECT_GOOD(pairs);
    QVERIFY(pairs->contains({"twee", "een"})); // as it was imported, for when there is an "een" again
    QVERIFY(!pairs->contains({"een", "twee"}));
}

void TestRemoveDataset::keepsItsPlace()
{
    EXPECT_GOOD(m_workspace->store(std::vector<ImportedDataset>{dataset("een"), dataset("twee")}, IfExists::Refuse));
    const std::string before = idsOf(*m_workspace);
    EXPECT_GOOD(m_workspace->removeDataset("twee"));
    EXPECT_GOOD(m_workspace->store(dataset("drie"), IfExists::Refuse)); // does not take the place that is free
    EXPECT_GOOD(m_workspace->restoreDataset("twee"));
    QCOMPARE(idsOf(*m_workspace), before + "drie ");
}

void TestRemoveDataset::importsAnewUnderTheSameName()
{
    EXPECT_GOOD(m_workspace->store(std::vector<ImportedDataset>{dataset("een"), dataset("twee")}, IfExists::Refuse));
    EXPECT_GOOD(m_workspace->removeDataset("een"));
    EXPECT_GOOD(m_workspace->store(dataset("een", 7), IfExists::Refuse));
    QVERIFY(idsOf(*m_workspace).ends_with("twee een "));
    QCOMPARE(m_workspace->datasets()->back().figures, 7L);
    EXPECT_FAULT(m_workspace->restoreDataset("een"), ErrorCode::DatasetUnknown);
    QCOMPARE(*m_workspace->hasRemoved(), false);
    QVERIFY(isSound());
}

void TestRemoveDataset::purgesWhatWasRemoved()
{
    EXPECT_GOOD(m_workspace->store(dataset("een"), IfExists::Refuse));
    importPersons();
    const std::string before = toldBy(*m_workspace);
    EXPECT_GOOD(m_workspace->purgeRemoved());
    QCOMPARE(toldBy(*m_workspace), before); // nothing was
    EXPECT_GOOD(m_workspace->removeDataset("een"));
    EXPECT_GOOD(m_workspace->removeDataset("enquete"));
    QCOMPARE(*m_workspace->hasRemoved(), true);
    EXPECT_GOOD(m_workspace->purgeRemoved());
    QCOMPARE(*m_workspace->hasRemoved(), false);
    EXPECT_FAULT(m_workspace->restoreDataset("een"), ErrorCode::DatasetUnknown);
    const auto database = Database::open(m_path, Database::Access::ReadOnly);
    for (const char *table : {"variables", "codes", "segments", "designs", "design_columns", "strata"})
        QCOMPARE(*(*database)->number(std::string("SELECT count(*) FROM ") + table), std::int64_t(0));
    QCOMPARE(*(*database)->number("SELECT count(*) FROM figures WHERE dataset = 'een'"), std::int64_t(0));
}

// A file is sent to a colleague after the wrong import was taken out of it.
void TestRemoveDataset::purgeLeavesNoBytes()
{
    ImportedDataset secret = dataset("geheim", 2000);
    for (PublishedFigure &figure : secret.figures)
        figure.universe.nl = "zeldzame-woorden";
    EXPECT_GOOD(m_workspace->store(secret, IfExists::Refuse));
    QVERIFY(readFile(m_path)->find("zeldzame-woorden") != std::string::npos);
    EXPECT_GOOD(m_workspace->removeDataset("geheim"));
    EXPECT_GOOD(m_workspace->purgeRemoved());
    QVERIFY(readFile(m_path)->find("zeldzame-woorden") == std::string::npos);
}

void TestRemoveDataset::changesTitleAndSource()
{
    EXPECT_GOOD(m_workspace->store(dataset("een"), IfExists::Refuse));
    EXPECT_GOOD(m_workspace->renameDataset("een", {"Nieuw", "New"}));
    DatasetInfo info = m_workspace->datasets()->back().info;
    QCOMPARE(info.title.nl + info.title.en, std::string("NieuwNew"));
    QCOMPARE(info.source.nl, std::string("bron"));
    EXPECT_GOOD(m_workspace->describeDataset("een", {"Weer", ""}, {"CBS", "Statistics Netherlands"}));
    info = m_workspace->datasets()->back().info;
    QCOMPARE(info.title.in(Language::English), std::string("Weer"));
    QCOMPARE(info.source.en, std::string("Statistics Netherlands"));
    QVERIFY(isSound());
}

void TestRemoveDataset::refusesWhatIsNotThere()
{
    EXPECT_GOOD(m_workspace->store(dataset("een"), IfExists::Refuse));
    const std::string before = sha256OfFile(m_path);
    const auto removed = m_workspace->removeDataset("geen");
    EXPECT_FAULT(removed, ErrorCode::DatasetUnknown);
    QCOMPARE(contextOf(removed.error(), "dataset"), std::string("geen"));
    QVERIFY(contextOf(removed.error(), "known").ends_with("een"));
    EXPECT_FAULT(m_workspace->restoreDataset("een"), ErrorCode::DatasetUnknown); // it was not removed
    EXPECT_FAULT(m_workspace->renameDataset("geen", {"a", "b"}), ErrorCode::DatasetUnknown);
    QCOMPARE(sha256OfFile(m_path), before);
    EXPECT_GOOD(m_workspace->removeDataset("een"));
    EXPECT_FAULT(m_workspace->removeDataset("een"), ErrorCode::DatasetUnknown);
    EXPECT_FAULT(m_workspace->renameDataset("een", {"a", "b"}), ErrorCode::DatasetUnknown);
}

void TestRemoveDataset::refusesInAReadOnlyFile()
{
    EXPECT_GOOD(m_workspace->store(dataset("een"), IfExists::Refuse));
    m_workspace = std::move(*Workspace::open(m_path, OpenMode::ReadOnly));
    const std::string before = sha256OfFile(m_path);
    for (const Result<void> &refused : {m_workspace->removeDataset("een"),
                                        m_workspace->renameDataset("een", {"a", "b"}), m_workspace->purgeRemoved()}) {
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::FileUnwritable || refused.error().code == ErrorCode::FolderReadOnly);
        QVERIFY(!message(refused.error(), Language::Dutch).empty());
    }
    QCOMPARE(sha256OfFile(m_path), before);
}

// Nothing new stands in the tables: a file of any version is read as before.
void TestRemoveDataset::leavesAnOlderFileReadable()
{
    const std::string before = toldBy(*m_workspace);
    m_workspace.reset();
    {
        const auto database = Database::open(m_path, Database::Access::ReadWrite);
        EXPECT_GOOD((*database)->run("PRAGMA foreign_keys=OFF; DROP TABLE segments; DROP TABLE codes; "
                                     "DROP TABLE variables; DROP TABLE strata; DROP TABLE design_columns; "
                                     "DROP TABLE designs; PRAGMA user_version=1"));
    }
    const std::string bytes = sha256OfFile(m_path);
    {
        const auto workspace = Workspace::open(m_path, OpenMode::ReadOnly);
        EXPECT_GOOD(workspace);
        QCOMPARE(toldBy(*workspace), before);
        QCOMPARE(*workspace->hasRemoved(), false);
    }
    QCOMPARE(sha256OfFile(m_path), bytes);
}

EVENREDIG_TEST(TestRemoveDataset)
#include "testremovedataset.moc"
