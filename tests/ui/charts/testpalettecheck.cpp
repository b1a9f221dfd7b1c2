// The palette of the catalogue reproduces the figures of design/charts.md, 2.3, and a bad palette is named.
#include "core/model/catalogue.h"
#include "testroom.h"
#include "ui/charts/palettecheck.h"

#include <QTest>

#include <algorithm>

using namespace evenredig;

namespace {

std::vector<PaletteColour> catalogueColours()
{
    const auto catalogue = Catalogue::builtIn();
    std::vector<PaletteColour> colours;
    if (!catalogue)
        return colours;
    for (const std::string &id : catalogue->groupIds())
        colours.push_back({id, catalogue->origin(id)->colour});
    colours.push_back({"none_background", catalogue->origin("none_background")->colour});
    return colours;
}

bool within(double value, double expected)
{
    return std::abs(value - expected) <= 0.05 + 1e-9;
}

bool names(const PaletteReport &report, PaletteFault::Rule rule, const std::string &first,
           const std::string &second = {})
{
    return std::any_of(report.faults.begin(), report.faults.end(), [&](const PaletteFault &fault) {
        return fault.rule == rule && fault.first == first && fault.second == second && fault.value < fault.limit;
    });
}

} // namespace

class TestPaletteCheck final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ciede2000FollowsTheReferenceData();
    void contrastFollowsTheStandard();
    void theCatalogueHasTheSevenGroupsAndTheReference();
    void theFiguresOfTheDesign();
    void theWeakestPairsOfTheDesign();
    void aBadPaletteIsNamed();
    void aPairOnlyForTheColourBlindIsNamed();
};

void TestPaletteCheck::ciede2000FollowsTheReferenceData()
{
    QVERIFY(colourDifference("#662255", "#662255") < 1e-9);
    // Black and white differ by 100 in L*, and kL SL is 1 at neither end: CIEDE2000 gives 100.
    QVERIFY(within(colourDifference("#000000", "#FFFFFF"), 100.0));
    QVERIFY(std::abs(colourDifference("#FF0000", "#00FF00") - colourDifference("#00FF00", "#FF0000")) < 1e-9);
    QVERIFY(within(colourDifference("#FF0000", "#00FF00"), 86.6));
}

void TestPaletteCheck::contrastFollowsTheStandard()
{
    QVERIFY(within(contrast("#000000", "#FFFFFF"), 21.0));
    QVERIFY(within(contrast("#767676", "#FFFFFF"), 4.54));
    QVERIFY(within(lightness("#FFFFFF"), 100.0));
}

void TestPaletteCheck::theCatalogueHasTheSevenGroupsAndTheReference()
{
    const auto colours = catalogueColours();
    QCOMPARE(colours.size(), std::size_t(8));
    const std::vector<std::pair<std::string, std::string>> expected{
        {"iranian", "#006644"}, {"moroccan", "#882200"},       {"dutch_caribbean", "#887700"},
        {"polish", "#CC6688"},  {"somali", "#662255"},         {"surinamese", "#7755BB"},
        {"turkish", "#2299EE"}, {"none_background", "#222222"}};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QCOMPARE(colours[i].name, expected[i].first);
        QCOMPARE(QString::fromStdString(colours[i].hex).toUpper(), QString::fromStdString(expected[i].second));
    }
}

void TestPaletteCheck::theFiguresOfTheDesign()
{
    const PaletteReport report = checkPalette(catalogueColours());
    QVERIFY2(within(report.leastNormal, 22.0), qPrintable(QString::number(report.leastNormal)));
    QVERIFY2(within(report.leastDeficient, 13.9), qPrintable(QString::number(report.leastDeficient)));
    QVERIFY2(within(report.leastLightnessGap, 4.7), qPrintable(QString::number(report.leastLightnessGap)));
    QVERIFY(report.faults.empty());
    // In the order of the catalogue: green, rust, olive, pink, plum, violet, blue, reference.
    const std::vector<double> contrasts{7.0, 9.2, 4.5, 3.6, 10.9, 5.5, 3.1, 15.9};
    QCOMPARE(report.contrasts.size(), contrasts.size());
    for (std::size_t i = 0; i < contrasts.size(); ++i)
        QVERIFY2(within(report.contrasts[i], contrasts[i]), qPrintable(QString::number(report.contrasts[i])));
}

void TestPaletteCheck::theWeakestPairsOfTheDesign()
{
    QVERIFY(within(colourDifference("#882200", "#006644", Vision::Protan), 14.5));
    QVERIFY(within(colourDifference("#662255", "#222222", Vision::Deutan), 13.9));
    QVERIFY(within(colourDifference("#662255", "#882200", Vision::Tritan), 14.0));
}

void TestPaletteCheck::aBadPaletteIsNamed()
{
    const PaletteReport report = checkPalette({{"yellow", "#FFDD00"}, {"blue", "#2244AA"}, {"navy", "#2040A0"}});
    QVERIFY(names(report, PaletteFault::Rule::Contrast, "yellow"));
    QVERIFY(!names(report, PaletteFault::Rule::Contrast, "blue"));
    QVERIFY(names(report, PaletteFault::Rule::NormalSight, "blue", "navy"));
    QVERIFY(names(report, PaletteFault::Rule::Lightness, "blue", "navy"));
    QVERIFY(!names(report, PaletteFault::Rule::NormalSight, "yellow", "blue"));
}

void TestPaletteCheck::aPairOnlyForTheColourBlindIsNamed()
{
    // Tableau's green and red: far apart in normal sight, nearly one colour for 1 man in 12.
    const PaletteReport report = checkPalette({{"green", "#2CA02C"}, {"red", "#D62728"}, {"olive", "#7F7F00"}});
    QVERIFY(!names(report, PaletteFault::Rule::NormalSight, "green", "red"));
    QVERIFY(names(report, PaletteFault::Rule::ColourDeficiency, "green", "olive")
            || names(report, PaletteFault::Rule::ColourDeficiency, "red", "olive")
            || names(report, PaletteFault::Rule::ColourDeficiency, "green", "red"));
}

EVENREDIG_TEST(TestPaletteCheck)
#include "testpalettecheck.moc"
