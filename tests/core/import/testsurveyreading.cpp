// What the recipe of a survey leaves open of how to read: recognised, told in the ledger, refused when it is two ways.
#include "core/import/importer.h"
#include "core/import/surveyfiles.h"
#include "core/store/storetest.h"
#include "json.h"
#include "testroom.h"

#include <QTemporaryDir>

using namespace evenredig;
using namespace evenredig::storetest;

namespace {

Json surveyRecipe()
{
    return Json::parse(
        R"({"evenredig": "recipe/1", "dataset": "e", "title": {"nl": "E", "en": "E"}, "kind": "survey",
        "period": "2020", "columns": [{"from": "herkomst", "as": "origin", "recode": {"Turkije": "turkish", "*": "other"}}]})");
}

struct Outcome {
    QTemporaryDir folder;
    std::optional<Error> error;
    std::optional<Workspace> workspace;
    ImportReport report;
    QStringList notes;
    MicrodataInfo info;

    Outcome(const std::string &bytes, const Json &json, bool takeLikely = false)
    {
        const std::string path = folder.filePath("p.csv").toStdString();
        if (!writeFile(path, bytes))
            qFatal("cannot write");
        auto recipe = Recipe::fromJson(json.dump(), "r");
        if (!recipe)
            qFatal("%s", wrongOf(recipe).c_str());
        recipe->read.takeLikely = takeLikely;
        workspace = std::move(*Workspace::create(folder.filePath("w.evenredig").toStdString()));
        const auto done = importSources(*workspace, {path}, *recipe, IfExists::Refuse);
        if (!done) {
            error = done.error();
            return;
        }
        report = *done;
        info = std::move(workspace->microdata()->at(0));
        const auto ledger = workspace->ledger("e");
        for (const LedgerEntry &entry : *ledger) {
            if (entry.kind == LedgerEntry::Kind::Note)
                notes << QString::fromStdString(entry.reason + ": " + entry.value);
        }
    }
    [[nodiscard]] QString wrong() const
    {
        if (!error)
            return QStringLiteral("imported");
        return QString::fromStdString(std::string(errorName(error->code)) + " " + contextOf(*error, "column"));
    }
};

const std::string persons = "herkomst;lft;bedrag\nTurkije;30;1.250\nPolen;41;2.375\n";

} // namespace

class TestSurveyReading : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void recognisesWhatIsNotGiven();
    void holdsToWhatIsGiven();
    void recognisesTheEncodingAlone();
    void refusesWhatCanBeReadTwoWays();
    void takesTheLikelierWayWhenAsked();
    void readsOneColumnByItsOwnMarks();
    void readsSingleValuesOtherwise();
    void refusesAFileWithoutHeader();
    void refusesColumnMarksOfPublishedSets();
};

void TestSurveyReading::recognisesWhatIsNotGiven()
{
    const Outcome outcome(surveyfiles::sim(), surveyRecipe());
    QCOMPARE(outcome.wrong(), QStringLiteral("imported"));
    QCOMPARE(outcome.notes, (QStringList{"recognised: delimiter \";\"", "recognised: encoding windows-1252",
                                         "recognised: decimal \",\"", "recognised: thousands \".\""}));
    QCOMPARE(outcome.report.counts.rowsKept, 199);
}

void TestSurveyReading::holdsToWhatIsGiven()
{
    Json json = surveyRecipe();
    json["read"] = {{"delimiter", ","}, {"decimal", "."}, {"encoding", "utf-8"}};
    const Outcome outcome(persons, json);
    QCOMPARE(outcome.wrong(), QStringLiteral("column_missing herkomst"));
    json["read"] = {{"delimiter", ";"}, {"decimal", "."}, {"encoding", "utf-8"}};
    QCOMPARE(Outcome(persons, json).notes, QStringList());
}

void TestSurveyReading::recognisesTheEncodingAlone()
{
    Json json = surveyRecipe();
    json["read"] = {{"delimiter", ";"}, {"decimal", ","}};
    const Outcome outcome(surveyfiles::sim(), json);
    QCOMPARE(outcome.notes, QStringList{"recognised: encoding windows-1252"});
    QCOMPARE(Outcome("herkomst;x\nTurkije;1\n", json).notes, QStringList());
}

void TestSurveyReading::refusesWhatCanBeReadTwoWays()
{
    Json json = surveyRecipe();
    json["read"] = {{"delimiter", ";"}, {"encoding", "utf-8"}};
    QCOMPARE(Outcome(persons, json).wrong(), QStringLiteral("imported")); // kept as text, nothing is read
    json["columns"].push_back({{"from", "bedrag"}, {"as", "bedrag"}, {"number", true}});
    const Outcome outcome(persons, json);
    QCOMPARE(outcome.wrong(), QStringLiteral("reading_ambiguous bedrag"));
    QCOMPARE(contextOf(*outcome.error, "value"), std::string("1.250"));
    QVERIFY(outcome.workspace->datasets()->empty());
    json["columns"].back() = {{"from", "#3"}, {"as", "bedrag"}, {"bands", {0, 1000}}};
    QCOMPARE(Outcome(persons, json).wrong(), QStringLiteral("reading_ambiguous bedrag"));
    json["columns"].erase(1);
    json["design"]["weight"] = "bedrag";
    QCOMPARE(Outcome(persons, json).wrong(), QStringLiteral("reading_ambiguous bedrag"));
    json["read"]["decimal"] = ",";
    json["read"]["thousands"] = ".";
    QCOMPARE(Outcome(persons, json).wrong(), QStringLiteral("imported"));
}

void TestSurveyReading::takesTheLikelierWayWhenAsked()
{
    Json json = surveyRecipe();
    json["columns"].push_back({{"from", "bedrag"}, {"as", "bedrag"}, {"number", true}});
    const Outcome outcome(persons, json, true);
    QCOMPARE(outcome.wrong(), QStringLiteral("imported"));
    QVERIFY(outcome.notes.contains(QStringLiteral("read_two_ways: 1.250 = 1250")));
    QVERIFY(outcome.info.variable("bedrag")->dictionary.find("2375"));
}

void TestSurveyReading::readsOneColumnByItsOwnMarks()
{
    Json json = surveyRecipe();
    json["columns"].push_back(
        {{"from", "bedrag"}, {"as", "bedrag"}, {"number", true}, {"decimal", "."}, {"thousands", ""}});
    const Outcome outcome(persons, json);
    QCOMPARE(outcome.wrong(), QStringLiteral("imported"));
    QVERIFY(outcome.info.variable("bedrag")->dictionary.find("1.25"));
}

void TestSurveyReading::readsSingleValuesOtherwise()
{
    Json json = surveyRecipe();
    json["read"] = {{"delimiter", ";"}, {"decimal", ","}, {"encoding", "utf-8"}};
    json["columns"].push_back({{"from", "bedrag"},
                               {"as", "bedrag"},
                               {"number", true},
                               {"read_as", {{"1.250", "1250"}}},
                               {"missing", {{"2.375", "unreadable"}}}});
    const Outcome outcome(persons, json);
    QCOMPARE(outcome.wrong(), QStringLiteral("imported"));
    QVERIFY(outcome.info.variable("bedrag")->dictionary.find("1250"));
    QCOMPARE(outcome.report.counts.valuesUnreadable, 1);
}

void TestSurveyReading::refusesAFileWithoutHeader()
{
    Json json = surveyRecipe();
    json["columns"][0]["from"] = "#1";
    const std::string rows = "Turkije;30\nPolen;41\nTurkije;30\n";
    QCOMPARE(Outcome(rows, json).wrong(), QStringLiteral("header_doubtful (none)"));
    const Outcome taken(rows, json, true);
    QCOMPARE(taken.wrong(), QStringLiteral("imported"));
    QCOMPARE(taken.report.counts.rowsKept, 3);
    json["read"] = {{"header", false}};
    QCOMPARE(Outcome(rows, json).report.counts.rowsKept, 3);
}

void TestSurveyReading::refusesColumnMarksOfPublishedSets()
{
    const auto recipe = Recipe::fromJson(R"({"evenredig": "recipe/1", "dataset": "e", "title": {"nl": "E", "en": "E"},
        "kind": "published", "period": "2020", "columns": [{"from": "a", "as": "origin", "read_as": {"1": "2"}}],
        "measures": [{"value": "b", "indicator": "x.y"}]})",
                                         "r");
    QVERIFY(!recipe);
    QCOMPARE(recipe.error().code, ErrorCode::JsonWrongValue);
    for (const char *marks : {R"("decimal": ";")", R"("thousands": "7")", R"("decimal": ",", "thousands": ",")"}) {
        const auto wrong = Recipe::fromJson(
            std::string(R"({"evenredig": "recipe/1", "dataset": "e", "title": {"nl": "E"},
            "kind": "survey", "columns": [{"from": "a", )")
                + marks + "}]}",
            "r");
        QVERIFY2(!wrong, marks);
    }
}

EVENREDIG_TEST(TestSurveyReading)
#include "testsurveyreading.moc"
