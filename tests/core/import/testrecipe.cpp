// Recipes are read strictly: what is not known is refused with its place, never ignored.
#include "core/base/resource.h"
#include "core/import/recipe/recipe.h"
#include "core/store/storetest.h"
#include "json.h"
#include "testroom.h"

using namespace evenredig;
using namespace evenredig::storetest;

namespace {

Json minimal()
{
    return Json::parse(R"({
        "evenredig": "recipe/1", "dataset": "proef", "title": {"nl": "Proef"}, "kind": "published", "period": "2020",
        "columns": [{"from": "herkomst", "as": "origin", "recode": {" Turkije ": "turkish", "*": "other"}}],
        "measures": [{"value": "waarde", "indicator": "safety.suspects", "scale": 0.01}]})");
}

Result<Recipe> read(const Json &json)
{
    return Recipe::fromJson(json.dump(), "proef.recipe.json");
}

} // namespace

class TestRecipe : public QObject {
    Q_OBJECT

private slots:
    void minimalRecipe();
    void everyKey();
    void missingForms();
    void refused_data();
    void refused();
    void carriedRecipes();
    void microdataAreRead();
};

void TestRecipe::minimalRecipe()
{
    const auto recipe = read(minimal());
    EXPECT_GOOD(recipe);
    QCOMPARE(recipe->dataset, std::string("proef"));
    QCOMPARE(recipe->columns.size(), std::size_t(1));
    QCOMPARE(recipe->columns[0].recode.at("Turkije"), std::string("turkish")); // keys are trimmed
    QVERIFY(recipe->columns[0].hasRecode);
    QCOMPARE(recipe->read.delimiter, ',');
    QCOMPARE(recipe->measures[0].scale, 0.01);
    QVERIFY(recipe->constantPeriod && !recipe->periodColumn);
    QCOMPARE(recipe->json, minimal().dump());
}

void TestRecipe::everyKey()
{
    auto json = minimal();
    json["source"] = {{"nl", "bron"}, {"en", "source"}};
    json["classification"] = "herkomst-2022";
    json["synthetic"] = true;
    json["read"] = {{"format", "csv"},
                    {"delimiter", "\t"},
                    {"quote", ""},
                    {"decimal", ","},
                    {"thousands", "."},
                    {"encoding", "windows-1252"},
                    {"missing", {{".", "unknown"}, {"", "impossible"}}}};
    json["period"] = {{"from", "jaar"}, {"recode", {{"1", "2020"}}}, {"missing", {"9"}}};
    json["keep"] = "named";
    json["provisional"] = {"2023", "2022/'23"};
    json["set_aside"] = {{{"when", {{"herkomst", " Overig "}}}, {"reason", {{"nl", "rest"}, {"en", "rest"}}}}};
    json["comparable"] = {{"ander", {{"level", "with_caution"}, {"reason", {{"nl", "vraag"}}}}}};
    json["measures"][0] = {{"value", "#3"},
                           {"indicator", "x.y"},
                           {"when", {{"soort", "totaal "}}},
                           {"set", {{"origin", "turkish"}, {"generation", "first"}, {"period", "2020"}}},
                           {"source_kind", "survey"},
                           {"universe", {{"nl", "allen"}}},
                           {"where", {{{"variable", "sex"}, {"in", {"f"}}}}},
                           {"scale", 1},
                           {"decimals", 1},
                           {"round_to", 10},
                           {"low", "onder"},
                           {"high", "boven"},
                           {"n", "aantal"},
                           {"x_own", 1}};
    json["x_anything"] = {1, 2};
    const auto recipe = read(json);
    EXPECT_GOOD(recipe);
    QCOMPARE(recipe->read.delimiter, '\t');
    QCOMPARE(recipe->read.quote, '\0');
    QVERIFY(recipe->read.missing.at("") == Missing::Impossible && recipe->read.missing.at(".") == Missing::Unknown);
    QVERIFY(recipe->periodColumn && recipe->periodColumn->missing.contains("9"));
    QVERIFY(recipe->keepNamedOnly && recipe->synthetic);
    QVERIFY(recipe->provisional == (std::set<std::string>{"2023", "2022/23"}));
    QCOMPARE(recipe->setAside[0].when.at("herkomst"), std::string("Overig"));
    QVERIFY(recipe->comparable.at("ander").first == Comparability::WithCaution);
    const MeasureRule &measure = recipe->measures[0];
    QCOMPARE(measure.when.at("soort"), std::string("totaal"));
    QCOMPARE(measure.set.at("generation"), std::string("first"));
    QVERIFY(measure.sourceKind == SourceKind::Survey);
    QCOMPARE(measure.where.size(), std::size_t(1));
    QVERIFY(measure.decimals == 1 && measure.roundTo == 10.0);
    QVERIFY(measure.low == "onder" && measure.high == "boven" && measure.n == "aantal");
}

void TestRecipe::missingForms()
{
    auto json = minimal();
    json["read"] = {{"missing",
                     {{"8", {{"reason", "dont_know"}, {"label", {{"nl", "weet niet"}}}}},
                      {"9", "refused"},
                      {" x ", "geheim"},
                      {"-", {"nihil", "nil"}}}}};
    auto recipe = read(json);
    EXPECT_GOOD(recipe);
    QVERIFY(recipe->read.missing.at("8") == Missing::DontKnow);
    QVERIFY(recipe->read.missing.at("9") == Missing::Refused);
    QVERIFY(recipe->read.missing.at("x") == Missing::Unknown); // a label
    QVERIFY(recipe->read.missing.at("-") == Missing::Unknown);
    json["read"] = {{"missing", {"8", "9"}}}; // a list: unknown for each
    recipe = read(json);
    EXPECT_GOOD(recipe);
    QCOMPARE(recipe->read.missing.size(), std::size_t(2));
    QVERIFY(recipe->read.missing.at("9") == Missing::Unknown);
}

void TestRecipe::refused_data()
{
    QTest::addColumn<QString>("patch"); // JSON merge patch (RFC 7396)
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("pointer");
    const auto row = [](const char *name, const char *patch, ErrorCode code, const char *pointer) {
        QTest::newRow(name) << QString::fromUtf8(patch) << int(code) << QString::fromUtf8(pointer);
    };
    row("unknown key", R"({"delimeter": ";"})", ErrorCode::JsonUnknownKey, "/delimeter");
    row("unknown key within", R"({"read": {"delimeter": ";"}})", ErrorCode::JsonUnknownKey, "/read/delimeter");
    row("unknown key of a measure", R"({"measures": [{"value": "w", "indicator": "i", "unit": "percent"}]})",
        ErrorCode::JsonUnknownKey, "/measures/0/unit");
    row("unknown dimension", R"({"measures": [{"value": "w", "indicator": "i", "set": {"sex": "f"}}]})",
        ErrorCode::JsonUnknownKey, "/measures/0/set/sex");
    row("no title", R"({"title": null})", ErrorCode::JsonMissingKey, "/");
    row("no measures", R"({"measures": null})", ErrorCode::JsonMissingKey, "/");
    row("no value", R"({"measures": [{"indicator": "i"}]})", ErrorCode::JsonMissingKey, "/measures/0");
    row("no origin", R"({"columns": []})", ErrorCode::JsonMissingKey, "/measures/0/set");
    row("no period", R"({"period": null})", ErrorCode::JsonMissingKey, "/measures/0/set");
    row("wrong kind", R"({"kind": "census"})", ErrorCode::JsonWrongValue, "/kind");
    row("wrong type", R"({"columns": {}})", ErrorCode::JsonWrongType, "/columns");
    row("text for a number", R"({"measures": [{"value": "w", "indicator": "i", "scale": "0.01"}]})",
        ErrorCode::JsonWrongType, "/measures/0/scale");
    row("scale 0", R"({"measures": [{"value": "w", "indicator": "i", "scale": 0}]})", ErrorCode::JsonWrongValue,
        "/measures/0/scale");
    row("negative decimals", R"({"measures": [{"value": "w", "indicator": "i", "decimals": -1}]})",
        ErrorCode::JsonWrongValue, "/measures/0/decimals");
    row("long delimiter", R"({"read": {"delimiter": ";;"}})", ErrorCode::JsonWrongValue, "/read/delimiter");
    row("delimiter is quote", R"({"read": {"delimiter": "\""}})", ErrorCode::JsonWrongValue, "/read/delimiter");
    row("unknown encoding", R"({"read": {"encoding": "ebcdic"}})", ErrorCode::JsonWrongValue, "/read/encoding");
    row("thousands is decimal", R"({"read": {"thousands": "."}})", ErrorCode::JsonWrongValue, "/read/thousands");
    row("wrong reason", R"({"read": {"missing": {"x": {"reason": "unknwon"}}}})", ErrorCode::JsonWrongValue,
        "/read/missing/x/reason");
    row("wrong period", R"({"period": "last year"})", ErrorCode::JsonWrongValue, "/period");
    row("as twice", R"({"columns": [{"from": "a", "as": "origin"}, {"from": "b", "as": "origin"}]})",
        ErrorCode::JsonWrongValue, "/columns/1/as");
    row("as nothing", R"({"kind": "survey", "columns": [{"from": "a", "as": ""}]})", ErrorCode::JsonWrongValue,
        "/columns/0/as");
    row("as a variable of the design", R"({"kind": "survey", "columns": [{"from": "a", "as": "@weight"}]})",
        ErrorCode::JsonWrongValue, "/columns/0/as");
    row("no such dimension", R"({"columns": [{"from": "a", "as": "sex"}]})", ErrorCode::JsonWrongValue,
        "/columns/0/as");
    row("data set with blanks", R"({"dataset": "a b"})", ErrorCode::JsonWrongValue, "/dataset");
    row("set_aside without when", R"({"set_aside": [{"when": {}, "reason": {"nl": "x"}}]})", ErrorCode::JsonWrongValue,
        "/set_aside/0/when");
    row("other format", R"({"evenredig": "question/1"})", ErrorCode::FormatWrong, "");
    row("newer format", R"({"evenredig": "recipe/2"})", ErrorCode::FormatWrong, "");
}

void TestRecipe::refused()
{
    QFETCH(QString, patch);
    QFETCH(int, code);
    QFETCH(QString, pointer);
    auto json = minimal();
    json.merge_patch(Json::parse(patch.toStdString()));
    const auto recipe = read(json);
    EXPECT_FAULT(recipe, ErrorCode(code));
    QCOMPARE(contextOf(recipe.error(), "file"), std::string("proef.recipe.json"));
    if (!pointer.isEmpty())
        QCOMPARE(QString::fromStdString(contextOf(recipe.error(), "pointer")), pointer);
    if (patch.contains(QStringLiteral("delimeter")))
        QCOMPARE(contextOf(recipe.error(), "nearest").substr(0, 9),
                 patch.startsWith(QStringLiteral("{\"read")) ? std::string("delimiter")
                                                             : contextOf(recipe.error(), "nearest").substr(0, 9));
    EXPECT_FAULT(Recipe::fromJson("{", "x"), ErrorCode::JsonSyntax);
    QVERIFY(!Recipe::fromJson("", "x"));
    QVERIFY(!Recipe::fromJson("[]", "x"));
}

// Every recipe that the program carries is read.
void TestRecipe::carriedRecipes()
{
    int count = 0;
    for (const char *prefix : {"recipes/", "sample/"}) {
        for (const std::string_view path : resourcesBelow(prefix)) {
            if (!path.ends_with(".recipe.json"))
                continue;
            const auto recipe = Recipe::fromJson(*resource(path), std::string(path));
            EXPECT_GOOD(recipe);
            ++count;
        }
    }
    qInfo("%d recipes", count);
    QVERIFY(count >= 1);
}

// The example of formats.md.
void TestRecipe::microdataAreRead()
{
    const auto recipe = Recipe::fromJson(R"({
        "evenredig": "recipe/1", "dataset": "sim-2020",
        "title": {"nl": "Survey Integratie Migranten 2020", "en": "Survey Integration Migrants 2020"},
        "source": {"nl": "SCP/CBS, SIM2020", "en": "SCP/CBS, SIM2020"}, "kind": "survey",
        "classification": "migratieachtergrond-2016", "synthetic": false,
        "read": {"format": "csv", "delimiter": ";", "quote": "\"", "decimal": ",", "thousands": "", "encoding": "windows-1252",
                 "missing": {"": "impossible", ".": "unknown"}},
        "period": "2020",
        "design": {"weight": "gewicht", "strata": ["stratum"], "cluster": null, "population": null,
                   "weight_scope": "population", "covers": "all", "population_totals": null, "panel": null, "series": null},
        "columns": [
            {"from": "herkomst", "as": "origin", "recode": {"Turkije": "turkish", "*": "other"}},
            {"from": "opl", "as": "education", "label": {"nl": "Opleiding"}, "order": ["po", "hbo_wo"], "recode": {"1": "po"},
             "missing": {"8": {"reason": "dont_know", "label": {"nl": "weet niet", "en": "don't know"}}, "9": "refused"}},
            {"from": "lft", "as": "age", "number": true},
            {"from": "lft", "as": "age_band", "bands": [15, 25, 35]}],
        "keep": "all"})",
                                         "sim.recipe.json");
    EXPECT_GOOD(recipe);
    QVERIFY(recipe->kind == DatasetKind::Survey);
    QCOMPARE(recipe->columns.size(), std::size_t(4));
    QCOMPARE(recipe->design.weight, std::string("gewicht"));
    QCOMPARE(recipe->design.strata, std::vector<std::string>{"stratum"});
    QVERIFY(recipe->design.cluster.empty() && recipe->design.covers.empty() && recipe->design.populationTotals.empty());
    QCOMPARE(recipe->columns[1].missingLabels.at("8").nl, std::string("weet niet"));
    QCOMPARE(recipe->columns[1].order, (std::vector<std::string>{"po", "hbo_wo"}));
    QVERIFY(recipe->columns[2].number);
    QCOMPARE(recipe->columns[3].bands, (std::vector<double>{15, 25, 35}));
}

EVENREDIG_TEST(TestRecipe)
#include "testrecipe.moc"
