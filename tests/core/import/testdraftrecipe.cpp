// A draft as a recipe and back: roles that are changed, last wave's recipe on a new file, any file at all.
#include "core/import/draft/earlierrecipe.h"
#include "core/import/draft/profile.h"
#include "core/import/draft/suggestdraft.h"
#include "core/import/drafttest.h"
#include "testroom.h"

#include <QDirIterator>

using namespace evenredig;
using namespace evenredig::drafttest;

class TestDraftRecipe : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void changesARole();
    void keepsNamesApart();
    void writesAnyDraftAsARecipe();
    void appliesLastWavesRecipe();
    void findsTheEarlierRecipe();
    void makesADraftOfEveryFile_data();
    void makesADraftOfEveryFile();
};

void TestDraftRecipe::changesARole()
{
    const std::string bytes = rowsOf("a;b;c", {{"Turkije", "Marokko"}, {"Marokko", "Turkije"}, {"1", "2"}}, 20);
    const FileProfile profile = profileOf(bytes, "2020.csv");
    Draft draft = suggestDraft(profile, catalogue());
    QCOMPARE(draft.withRole(ColumnRole::Origin)->from, std::string("a"));
    chooseRole(draft, profile, "b", ColumnRole::Origin);
    QCOMPARE(rolesOf(draft), QStringLiteral("a keep certain; b origin certain; c keep none"));
    chooseRole(draft, profile, "c", ColumnRole::Variable, "sex");
    QCOMPARE(codesOf(draft, "c"), QStringLiteral("1=m | 2=f"));
    draft.column("b")->stratum = true;
    QVERIFY(recipeJson(draft).find("\"strata\": [\n      \"b\"") != std::string::npos);
    chooseRole(draft, profile, "c", ColumnRole::LeaveOut);
    QCOMPARE(Recipe::fromJson(recipeJson(draft), "r")->leaveOut.at("c"), std::string("left_out"));
    chooseRole(draft, profile, "nobody", ColumnRole::Origin);
    const Imported in(bytes, draft);
    QCOMPARE(in.info.strata.size(), std::size_t(2));
    QVERIFY(!in.info.variable("c") && in.info.variable("a"));
}

void TestDraftRecipe::keepsNamesApart()
{
    const std::string bytes = "origin,age,lft,x,x,,@w,generation\n"
                              "a,1,30,1,2,3,4,b\nb,2,31,1,2,3,4,c\nc,1,32,1,2,3,4,d\n";
    const FileProfile profile = profileOf(bytes, "2020.csv");
    Draft draft = suggestDraft(profile, catalogue());
    for (const DraftColumn &column : std::vector<DraftColumn>(draft.columns))
        chooseRole(draft, profile, column.from, ColumnRole::Keep);
    chooseRole(draft, profile, "lft", ColumnRole::Variable, "age");
    QStringList names;
    for (const std::string &name : storedNames(draft))
        names << QString::fromStdString(name);
    QCOMPARE(names.join(' '), QStringLiteral("origin_2 age_2 age x x_2 column_6 column_7 generation_2"));
    const auto recipe = Recipe::fromJson(recipeJson(draft), "r");
    QVERIFY2(recipe, wrongOf(recipe).c_str());
    QCOMPARE(recipe->columns[4].from, std::string("#4"));
    QVERIFY(openOf(draft).contains(QStringLiteral("renamed:age")));
}

void TestDraftRecipe::writesAnyDraftAsARecipe()
{
    // What a recipe can say beyond what is proposed comes back as it was.
    Draft draft = draftOf(surveyfiles::sim(), "sim2020.csv");
    draft.title = {"Titel “met” tekens\\", "Title"};
    draft.source = {"Bron", "Source"};
    draft.kind = DatasetKind::Register;
    draft.synthetic = true;
    draft.read.missing = {{"", Missing::NotAsked}, {".", Missing::Refused}};
    draft.design.weightScope = WeightScope::WithinOrigin;
    draft.design.covers.clear();
    draft.design.populationTotals = R"({"2020": {"turkish": 1000}})";
    draft.design.series = "sim";
    draft.setAside.push_back({{{"gen", "3"}}, {"telt niet mee", "not counted"}});
    draft.comparable["sim-2015"] = {Comparability::WithCaution, {"anders gevraagd", "asked otherwise"}};
    const auto recipe = Recipe::fromJson(recipeJson(draft), "r");
    QVERIFY2(recipe, wrongOf(recipe).c_str());
    QCOMPARE(recipe->title, draft.title);
    QCOMPARE(recipe->source, draft.source);
    QCOMPARE(recipe->kind, DatasetKind::Register);
    QVERIFY(recipe->synthetic && !recipe->keepNamedOnly && recipe->design.covers.empty());
    QCOMPARE(recipe->read.missing, draft.read.missing);
    QCOMPARE(recipe->read.given.size(), std::size_t(8));
    QCOMPARE(recipe->design.weightScope, WeightScope::WithinOrigin);
    QCOMPARE(recipe->design.series, std::string("sim"));
    QVERIFY(recipe->design.populationTotals.find("1000") != std::string::npos);
    QCOMPARE(recipe->setAside.size(), std::size_t(1));
    QCOMPARE(recipe->comparable.at("sim-2015"), draft.comparable.at("sim-2015"));
    // And the draft of that recipe writes the same recipe.
    const FileProfile profile = profileOf(surveyfiles::sim(), "sim2020.csv");
    const DraftFromRecipe again = draftFromRecipe(*recipe, profile, catalogue());
    for (const DraftChange &change : again.changes)
        qWarning() << changeText(change, Language::English).c_str();
    QVERIFY(again.changes.empty());
    Draft same = again.draft;
    same.dataset = draft.dataset;
    same.classification = draft.classification;
    same.design.covers.clear();
    QCOMPARE(recipeJson(same), recipeJson(draft));
}

void TestDraftRecipe::appliesLastWavesRecipe()
{
    const auto recipe = Recipe::fromJson(R"({
        "evenredig": "recipe/1", "dataset": "sim-2015", "title": {"nl": "SIM 2015", "en": "SIM 2015"}, "kind": "survey",
        "source": {"nl": "SCP/CBS, SIM2015", "en": "SCP/CBS, SIM2015"}, "classification": "migratieachtergrond-2016",
        "read": {"delimiter": ",", "decimal": ",", "encoding": "utf-8", "missing": {".": "unknown"}}, "period": "2015",
        "design": {"weight": "gew", "strata": ["herkomst"], "weight_scope": "within_origin", "series": "sim"},
        "columns": [
          {"from": "herkomst", "as": "origin", "recode": {"Turkije": "turkish", "Marokko": "moroccan", "Suriname": "surinamese",
           "Somalië": "somali", "Iran": "iranian", "Nederlandse Antillen en Aruba": "dutch_caribbean", "Nederland": "none_background",
           "Afghanistan": "other"}},
          {"from": "gen", "as": "generation", "recode": {"1": "first", "2": "second", "0": "none"}},
          {"from": "Opl", "as": "education", "order": ["po", "vmbo", "mbo", "hbo_wo"], "label": {"nl": "Opleiding", "en": "Education"},
           "recode": {"1": "po", "2": "vmbo", "3": "mbo", "4": "hbo_wo"}, "missing": {"9": "dont_know"}},
          {"from": "lft", "as": "age", "number": true}, {"from": "lft", "as": "age_band", "bands": [15, 45, 65]},
          {"from": "woning", "as": "tenure", "recode": {"1": "own"}}]})",
                                         "r");
    QVERIFY2(recipe, wrongOf(recipe).c_str());
    const std::string bytes = surveyfiles::sim();
    const DraftFromRecipe applied = draftFromRecipe(*recipe, profileOf(bytes, "sim2020.csv"), catalogue());
    QStringList changes;
    for (const DraftChange &change : applied.changes)
        changes << QString::fromStdString(changeText(change, Language::Dutch));
    changes.sort();
    QCOMPARE(changes,
             (QStringList{"Kolom heet nu opl, was Opl.", "Kolom uit het recept ontbreekt: woning.",
                          "Nieuwe kolom: ink.", "Periode is nu 2020, was 2015.", "Scheidingsteken is nu “;”, was “,”.",
                          "Tekencodering is nu windows-1252, was utf-8.",
                          "herkomst: waarden die niet in het recept staan: 1 (Polen).",
                          "herkomst: waarden van het recept die niet meer voorkomen: 1 (Afghanistan).",
                          "opl: waarden die niet in het recept staan: 1 (n.v.t.)."}));
    const Draft &draft = applied.draft;
    QCOMPARE(applied.recognised, 5L);
    QCOMPARE(draft.dataset, std::string("sim-2020"));
    QCOMPARE(draft.title.nl, std::string("SIM 2020"));
    QCOMPARE(draft.source.en, std::string("SCP/CBS, SIM2020"));
    QCOMPARE(draft.period, std::string("2020"));
    QCOMPARE(draft.design.series, std::string("sim"));
    QCOMPARE(draft.design.weightScope, WeightScope::WithinOrigin);
    QVERIFY(draft.column("herkomst")->stratum);
    QCOMPARE(draft.column("lft")->bands, (std::vector<double>{15, 45, 65}));
    QCOMPARE(draft.column("opl")->variable, std::string("education"));
    QVERIFY(codesOf(draft, "opl").contains(QStringLiteral("n.v.t.=[not_applicable]")));
    QVERIFY(codesOf(draft, "herkomst").contains(QStringLiteral("Polen=polish"))); // known, and told as new
    const Imported in(bytes, draft);
    QCOMPARE(in.report.counts.rowsKept, 199);
    QCOMPARE(in.counts("education"),
             QStringLiteral("[dont_know]=39 [not_applicable]=5 hbo_wo=40 mbo=40 po=35 vmbo=40"));
    QVERIFY(in.counts("age_band").startsWith(QStringLiteral("15-44=")));
}

void TestDraftRecipe::findsTheEarlierRecipe()
{
    const auto record = [](const char *id, const std::string &recipe, DatasetKind kind = DatasetKind::Survey) {
        DatasetRecord one;
        one.info.id = id;
        one.info.kind = kind;
        one.recipe = recipe;
        return one;
    };
    const FileProfile profile = profileOf(surveyfiles::sim(), "sim2020.csv");
    const std::string fits = recipeJson(suggestDraft(profile, catalogue()));
    const std::string poor =
        R"({"evenredig": "recipe/1", "dataset": "p", "title": {"nl": "P", "en": "P"}, "kind": "survey",
        "columns": [{"from": "herkomst", "as": "origin"}, {"from": "gen", "as": "generation"}, {"from": "a"}, {"from": "b"}, {"from": "c"}]})";
    QVERIFY(!bestEarlierRecipe({}, profile));
    QVERIFY(!bestEarlierRecipe(
        {record("poor", poor), record("broken", "{"), record("cbs", fits, DatasetKind::Published)}, profile));
    const auto best = bestEarlierRecipe({record("old", fits), record("new", fits), record("poor", poor)}, profile);
    QVERIFY(best);
    QCOMPARE(best->dataset, std::string("new"));
    QCOMPARE(best->agreeing, 6L);
    QCOMPARE(best->named, 6L);
}

void TestDraftRecipe::makesADraftOfEveryFile_data()
{
    QTest::addColumn<QString>("folder");
    for (const char *folder : {"csv", "statline", "survey", "decomposition", "published", "catalogue"})
        QTest::newRow(folder) << QStringLiteral(EVENREDIG_SHARED_DATA "/") + QString::fromLatin1(folder);
}

void TestDraftRecipe::makesADraftOfEveryFile()
{
    QFETCH(QString, folder);
    if (!QDir(folder).exists())
        QSKIP(qPrintable(QStringLiteral("no ") + folder));
    int drafts = 0;
    QDirIterator files(folder, {QStringLiteral("*.csv"), QStringLiteral("*.tsv"), QStringLiteral("*.txt")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const std::string path = files.next().toStdString();
        const auto profile = profileFile(path);
        if (!profile)
            continue; // empty or binary: told so
        const Draft draft = suggestDraft(*profile, catalogue());
        const auto recipe = Recipe::fromJson(recipeJson(draft), path);
        QVERIFY2(recipe, (path + ": " + wrongOf(recipe)).c_str());
        QCOMPARE(draft.columns.size(), profile->columns.size());
        static_cast<void>(openPoints(draft));
        static_cast<void>(draftFromRecipe(*recipe, *profile, catalogue()));
        ++drafts;
    }
    QVERIFY(drafts > 0);
    qInfo("%d drafts", drafts);
}

EVENREDIG_TEST(TestDraftRecipe)
#include "testdraftrecipe.moc"
