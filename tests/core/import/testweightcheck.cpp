// The sum of the weights per origin against the population: are they valid across groups, whom does the sample cover?
#include "core/import/draft/profile.h"
#include "core/import/draft/suggestdraft.h"
#include "core/import/draft/weightcheck.h"
#include "core/import/importer.h"
#include "core/import/surveyfiles.h"
#include "core/store/storetest.h"
#include "testroom.h"

#include <QTemporaryDir>

#include <cmath>

using namespace evenredig;
using namespace evenredig::storetest;

namespace {

const Catalogue &catalogue()
{
    static const Catalogue built = *Catalogue::builtIn();
    return built;
}

// 1 January 2020, thousands: shared/data/README.md.
constexpr double turkey = 416'864, morocco = 408'864, dutch = 13'186'880;
const std::vector<PopulationFigure> figures{{"turkish", "2020", "migratieachtergrond-2016", "cbs", turkey},
                                            {"moroccan", "2020", "migratieachtergrond-2016", "cbs", morocco},
                                            {"none_background", "2020", "migratieachtergrond-2016", "cbs", dutch}};

/// 40 people of each origin, with weights that sum to the given totals; the first half in the first generation.
std::string csvOf(const std::vector<std::pair<const char *, double>> &totals)
{
    std::string csv = "herkomst;generatie;gewicht\n";
    for (const auto &[origin, total] : totals) {
        for (int i = 0; i < 40; ++i) {
            QString weight = QString::number(total / 40, 'f', 6);
            csv += std::string(origin) + (i < 20 ? ";1;" : ";2;") + weight.replace('.', ',').toStdString() + "\n";
        }
    }
    return csv;
}

struct Checked {
    QTemporaryDir folder;
    Draft draft;
    FileTotals totals;
    WeightCheck check;

    explicit Checked(const std::string &csv, const std::vector<PopulationFigure> &with = figures)
    {
        const std::string path = folder.filePath("sim2020.csv").toStdString();
        if (!writeFile(path, csv))
            qFatal("cannot write");
        draft = suggestDraft(*profileFile(path), catalogue());
        const auto summed = sumWeights(path, draft, catalogue());
        if (!summed)
            qFatal("%s", wrongOf(summed).c_str());
        totals = *summed;
        check = checkWeights(totals, with, catalogue());
        takeWeightCheck(draft, check);
    }
    [[nodiscard]] QString why() const { return QString::fromStdString(check.scopeWhy.evidence.front().key); }
};

} // namespace

class TestWeightCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sumsByOriginAndGeneration();
    void findsWeightsThatAddUp();
    void findsWeightsOfPartOfThePopulation();
    void findsWeightsScaledWithinOrigins();
    void saysWhatCannotBeCompared();
    void takesFiguresOfTheWorkspace();
    void takesTheNearestYear();
    void tellsFaults();
};

void TestWeightCheck::sumsByOriginAndGeneration()
{
    const Checked checked(csvOf({{"Nederland", dutch}, {"Turkije", turkey}, {"Utopia", 1}}));
    QCOMPARE(checked.totals.rows, 120L);
    QCOMPARE(checked.totals.kept, 80L);
    QStringList rows;
    for (const OriginTotal &total : checked.totals.totals)
        rows << QStringLiteral("%1 %2 %3 %4")
                    .arg(total.origin.c_str(), total.generation.c_str(), total.period.c_str())
                    .arg(total.rows);
    QCOMPARE(
        rows.join(QStringLiteral("; ")),
        QStringLiteral("turkish total 2020 40; turkish first 2020 20; turkish second 2020 20; none_background total "
                       "2020 40; none_background first 2020 20; none_background second 2020 20"));
    QVERIFY(std::fabs(checked.totals.totals[0].weight - turkey) < 1);
}

void TestWeightCheck::findsWeightsThatAddUp()
{
    const Checked checked(csvOf({{"Nederland", dutch * 1.02}, {"Turkije", turkey}, {"Marokko", morocco * 0.95}}));
    QCOMPARE(checked.check.scope, std::optional(WeightScope::Population));
    QCOMPARE(checked.why(), QStringLiteral("scope_population"));
    QCOMPARE(checked.draft.design.weightScope, WeightScope::Population);
    QCOMPARE(checked.draft.design.scopeWhy.confidence, Confidence::Certain);
    QCOMPARE(checked.draft.design.covers, (std::vector<std::string>{"moroccan", "turkish", "none_background"}));
    QCOMPARE(
        evidenceText(checked.check.scopeWhy.evidence, Language::Dutch),
        std::string("de som van de gewichten klopt met de bevolking bij 3 van 3 herkomsten: geldig over groepen heen; "
                    "bevolkingscijfers uit cbs"));
}

void TestWeightCheck::findsWeightsOfPartOfThePopulation()
{
    // 15 and over: less of the Turkish population than of the Dutch.
    const Checked checked(csvOf({{"Nederland", dutch * 0.85}, {"Turkije", turkey * 0.74}, {"Marokko", morocco * 0.7}}));
    QCOMPARE(checked.check.scope, std::optional(WeightScope::Population));
    QCOMPARE(checked.why(), QStringLiteral("scope_proportional"));
    QCOMPARE(checked.check.scopeWhy.confidence, Confidence::Likely);
}

void TestWeightCheck::findsWeightsScaledWithinOrigins()
{
    const Checked checked(csvOf({{"Nederland", 1300}, {"Turkije", 1400}, {"Marokko", 1200}}));
    QCOMPARE(checked.check.scope, std::optional(WeightScope::WithinOrigin));
    QCOMPARE(checked.why(), QStringLiteral("scope_within"));
    QVERIFY(recipeJson(checked.draft).find("\"weight_scope\": \"within_origin\"") != std::string::npos);
    // Without figures it shows all the same when they sum to the number of rows.
    const Checked counts(csvOf({{"Nederland", 40}, {"Turkije", 40}}), {});
    QCOMPARE(counts.check.scope, std::optional(WeightScope::WithinOrigin));
    QCOMPARE(counts.why(), QStringLiteral("scope_equal_n"));
}

void TestWeightCheck::saysWhatCannotBeCompared()
{
    const Checked none(csvOf({{"Nederland", dutch}, {"Turkije", turkey}}), {});
    QVERIFY(!none.check.comparable && !none.check.scope);
    QCOMPARE(none.why(), QStringLiteral("scope_no_figures"));
    QCOMPARE(none.draft.design.scopeWhy.confidence, Confidence::None);
    const Checked one(csvOf({{"Turkije", turkey}, {"Polen", 10'000}}));
    QCOMPARE(one.why(), QStringLiteral("scope_one_figure"));
    QVERIFY(!one.check.scope);
    // A file without weights keeps what it had.
    const Checked unweighted("herkomst;lft\nTurkije;30\nMarokko;40\n");
    QCOMPARE(unweighted.draft.design.scopeWhy.evidence.front().key, std::string("scope_no_weight"));
    for (const Checked *checked : {&none, &one, &unweighted}) {
        for (const Language language : {Language::Dutch, Language::English})
            QVERIFY(evidenceText(checked->check.scopeWhy.evidence, language).find("‹") == std::string::npos);
    }
}

void TestWeightCheck::takesFiguresOfTheWorkspace()
{
    QTemporaryDir folder;
    auto workspace = Workspace::create(folder.filePath("w.evenredig").toStdString());
    QVERIFY(populationFigures(*workspace)->empty());
    const std::string path = folder.filePath("b.csv").toStdString();
    QVERIFY(writeFile(
        path, "herkomst;generatie;jaar;aantal\nTurkije;0;2020;416864\nTurkije;1;2020;200000\nMarokko;0;2021;x\n"));
    const auto recipe = Recipe::fromJson(
        R"({"evenredig": "recipe/1", "dataset": "bevolking", "title": {"nl": "B", "en": "B"},
        "kind": "published", "classification": "migratieachtergrond-2016",
        "read": {"delimiter": ";", "decimal": ",", "encoding": "utf-8", "missing": {"x": "suppressed"}}, "period": {"from": "jaar"},
        "columns": [{"from": "herkomst", "as": "origin", "recode": {"Turkije": "turkish", "Marokko": "moroccan"}},
                    {"from": "generatie", "as": "generation", "recode": {"0": "total", "1": "first"}}],
        "measures": [{"value": "aantal", "indicator": "population.size"}]})",
        "r");
    QVERIFY2(recipe, wrongOf(recipe).c_str());
    const auto report = importSources(*workspace, {path}, *recipe, IfExists::Refuse);
    QVERIFY2(report, wrongOf(report).c_str());
    const auto found = populationFigures(*workspace);
    QCOMPARE(found->size(), std::size_t(1)); // not the generation, nor the absent one
    QCOMPARE(found->front().origin, std::string("turkish"));
    QCOMPARE(found->front().persons, 416864.0);
    QCOMPARE(found->front().dataset, std::string("bevolking"));
}

void TestWeightCheck::takesTheNearestYear()
{
    std::vector<PopulationFigure> years;
    for (const char *year : {"2010", "2018", "2019"}) {
        years.push_back({"turkish", year, "", "cbs", turkey + std::stod(year)});
        years.push_back({"moroccan", year, "", "cbs", morocco});
    }
    const Checked checked(csvOf({{"Turkije", turkey}, {"Marokko", morocco}}), years);
    QCOMPARE(checked.check.rows[1].personsPeriod, std::string("2019"));
    QCOMPARE(checked.check.scopeWhy.evidence.back().key, std::string("figures_period"));
    years.erase(years.begin() + 2, years.end()); // 2010 is too long ago
    QCOMPARE(Checked(csvOf({{"Turkije", turkey}, {"Marokko", morocco}}), years).why(),
             QStringLiteral("scope_no_figures"));
}

void TestWeightCheck::tellsFaults()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath("sim2020.csv").toStdString();
    QVERIFY(writeFile(path, csvOf({{"Turkije", turkey}})));
    Draft draft = suggestDraft(*profileFile(path), catalogue());
    QCOMPARE(sumWeights("/nowhere.csv", draft, catalogue()).error().code, ErrorCode::FileMissing);
    draft.withRole(ColumnRole::Weight)->from = "weg";
    QCOMPARE(sumWeights(path, draft, catalogue()).error().code, ErrorCode::ColumnMissing);
    draft.dataset.clear();
    QCOMPARE(sumWeights(path, draft, catalogue()).error().code, ErrorCode::JsonWrongValue);
}

EVENREDIG_TEST(TestWeightCheck)
#include "testweightcheck.moc"
