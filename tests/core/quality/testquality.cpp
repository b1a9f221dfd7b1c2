// How good a data set of persons is, held against what base R makes of the same rows (tests/oracle/quality.R).
#include "core/import/importer.h"
#include "core/quality/quality.h"
#include "core/quality/qualitytext.h"
#include "core/store/storetest.h"
#include "testroom.h"

#include <QFile>
#include <QTemporaryDir>

#include <cmath>

using namespace evenredig;
using namespace evenredig::storetest;

namespace {

constexpr const char *recipeJson = R"({
    "evenredig": "recipe/1", "dataset": "ronde-2020", "title": {"nl": "Ronde 2020", "en": "Wave 2020"}, "kind": "survey",
    "classification": "herkomst-2022",
    "read": {"delimiter": ";", "decimal": ",", "thousands": "", "encoding": "utf-8"},
    "period": {"from": "jaar"}, "design": {"weight": "gewicht", "series": "proef"},
    "columns": [
        {"from": "herkomst", "as": "origin", "recode": {"Turkije": "turkish", "Marokko": "moroccan", "Polen": "polish",
         "Nederland": "none_background", "Iran": "iranian"}},
        {"from": "gen", "as": "generation", "recode": {"0": "none", "1": "first", "2": "second"}},
        {"from": "opl", "as": "education", "recode": {"1": "po", "2": "vmbo", "3": "mbo", "4": "hbo_wo"},
         "missing": {"8": "dont_know", "9": "refused"}},
        {"from": "ink", "as": "ink", "number": true, "missing": {"n.v.t.": "not_applicable"}}]})";

bool isNear(double a, double b)
{
    return std::fabs(a - b) <= 1e-10 * std::max(1.0, std::fabs(b));
}

void import(Workspace &workspace, const std::string &path, const std::string &json)
{
    const auto recipe = Recipe::fromJson(json, "r.json");
    if (!recipe)
        qFatal("%s", wrongOf(recipe).c_str());
    const auto report = importSources(workspace, {path}, *recipe, IfExists::Refuse);
    if (!report)
        qFatal("%s", wrongOf(report).c_str());
}

QString usableOf(const DatasetQuality &quality, const char *origin)
{
    static constexpr std::array<const char *, 3> answers{"yes", "care", "no"};
    for (const QualityOrigin &one : quality.origins) {
        if (one.origin != origin)
            continue;
        const Usability &usable = one.usable;
        return QStringLiteral("%1 %2, %3 %4, %5 %6")
            .arg(QString::fromLatin1(answers[std::size_t(usable.level)]), QString::fromStdString(usable.levelWhy.key),
                 QString::fromLatin1(answers[std::size_t(usable.trend)]), QString::fromStdString(usable.trendWhy.key),
                 QString::fromLatin1(answers[std::size_t(usable.generations)]),
                 QString::fromStdString(usable.generationsWhy.key));
    }
    return QStringLiteral("not there");
}

} // namespace

class TestQuality : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void agreesWithR_data();
    void agreesWithR();
    void doesNotDependOnThreads();
    void saysWhatItCanBeUsedFor();
    void comparesWithTheWaveBefore();
    void countsWhatHasManyValues();
    void worksWithoutWeightsAndGenerations();
    void refusesWhatHasNoRows();
    void canBeCancelled();
    void writesTextAndJson();

private:
    QTemporaryDir m_folder;
    std::optional<Workspace> m_workspace;
    DatasetQuality m_quality;
};

void TestQuality::initTestCase()
{
    m_workspace = std::move(*Workspace::create(m_folder.filePath("w.evenredig").toStdString()));
    import(*m_workspace, EVENREDIG_SOURCE_DIR "/tests/oracle/quality.csv", recipeJson);
    auto quality = datasetQuality(*m_workspace, "ronde-2020");
    QVERIFY2(quality, wrongOf(quality).c_str());
    m_quality = std::move(*quality);
    QCOMPARE(m_quality.rows, std::int64_t(1200));
    QCOMPARE(m_quality.periods, (std::vector<std::string>{"2015", "2020"}));
}

void TestQuality::agreesWithR_data()
{
    QTest::addColumn<QStringList>("fields");
    QFile table(QStringLiteral(EVENREDIG_SOURCE_DIR "/tests/oracle/quality.tsv"));
    QVERIFY(table.open(QIODevice::ReadOnly));
    table.readLine();
    while (!table.atEnd()) {
        const QStringList fields = QString::fromUtf8(table.readLine()).trimmed().split(u'\t');
        QCOMPARE(fields.size(), 3);
        QTest::addRow("%s %s", qPrintable(fields[0]), qPrintable(fields[1])) << fields;
    }
}

void TestQuality::agreesWithR()
{
    QFETCH(QStringList, fields);
    const QString &measure = fields[0];
    const QStringList who = fields[1].split(u' ');
    const double expected = fields[2].toDouble();
    double found = std::nan("");
    const auto missing = std::find_if(m_quality.missing.begin(), m_quality.missing.end(),
                                      [&](const auto &one) { return one.variable == who[0].toStdString(); });
    if (measure == "overall") {
        found = m_quality.missingShare;
    } else if (missing != m_quality.missing.end()) {
        if (measure == "missing")
            found = double(missing->missing);
        else if (measure == "share")
            found = missing->share();
        else if (measure == "weighted")
            found = missing->weightedShare;
        else if (measure == "reason")
            found = double(missing->reasons.at(*missingFromName(who[1].toStdString())));
        else
            found = 0; // of a group in which nothing is missing there is no entry
        for (const QualityMissing::Group &group : missing->groups) {
            if (measure == "missing_of" && group.origin == who[1].toStdString()
                && group.generation == who[2].toStdString())
                found = double(group.missing);
        }
    } else {
        const bool all = who[0] == "all";
        const std::string period = who[2] == "-" ? "" : who[2].toStdString();
        const QualityGroup *group = all ? &m_quality.all
                                        : m_quality.group(who[0].toStdString(), who[1].toStdString(), period);
        QVERIFY(group);
        const QHash<QString, double> values{{"n", double(group->n)},      {"sum", group->weight},
                                            {"kish", *group->nEffective}, {"deff", *group->designEffect},
                                            {"cv", *group->cv},           {"min", *group->least},
                                            {"max", *group->most},        {"extreme", double(group->extreme)}};
        found = values.value(measure, std::nan(""));
    }
    QVERIFY2(isNear(found, expected), qPrintable(QString::number(found, 'g', 17) + " " + fields[2]));
}

void TestQuality::doesNotDependOnThreads()
{
    const auto again = datasetQuality(*m_workspace, "ronde-2020", 3);
    QVERIFY(again);
    QCOMPARE(qualityJson(*again), qualityJson(m_quality));
}

void TestQuality::saysWhatItCanBeUsedFor()
{
    QCOMPARE(usableOf(m_quality, "turkish"), QStringLiteral("yes enough, yes trend_periods, yes generation_enough"));
    QCOMPARE(usableOf(m_quality, "polish"), QStringLiteral("no too_few, no trend_too_few, no generation_too_few"));
    // Enough rows, but their weights are so unequal that they count as a handful.
    QVERIFY(usableOf(m_quality, "iranian").startsWith(QStringLiteral("care few_effective")));
    QVERIFY(usableOf(m_quality, "none_background").endsWith(QStringLiteral("no generation_reference")));
    QCOMPARE(usableOf(m_quality, "somali"), QStringLiteral("not there"));
}

void TestQuality::comparesWithTheWaveBefore()
{
    QVERIFY(m_quality.previous.empty());
    const std::string path = m_folder.filePath("2024.csv").toStdString();
    std::string csv = "herkomst;gen;jaar;opl;ink;gewicht\n";
    for (int i = 0; i < 120; ++i)
        csv += std::string(i % 2 == 0 ? "Turkije;1" : "Marokko;2") + ";2024;" + (i % 10 == 0 ? "7" : "5")
               + ";10,5;1,0\n";
    QVERIFY(writeFile(path, csv));
    std::string json = recipeJson;
    json.replace(json.find("ronde-2020"), 10, "ronde-2024");
    json.replace(json.find("\"4\": \"hbo_wo\""), 13, "\"5\": \"wo\"");
    json.replace(json.find("\"9\": \"refused\""), 14, "\"7\": \"refused\"");
    import(*m_workspace, path, json);
    const auto quality = datasetQuality(*m_workspace, "ronde-2024");
    QVERIFY2(quality, wrongOf(quality).c_str());
    QCOMPARE(quality->previous, std::string("ronde-2020"));
    QCOMPARE(quality->changes.size(), std::size_t(3)); // origin, generation and education
    const auto &education = quality->changes.back();
    QCOMPARE(education.variable, std::string("education"));
    QCOMPARE(education.added, (std::vector<std::string>{"7", "wo"}));
    QCOMPARE(education.gone, (std::vector<std::string>{"8", "9", "hbo_wo", "mbo", "po", "vmbo"}));
    QCOMPARE(usableOf(*quality, "turkish"), QStringLiteral("yes enough, yes trend_previous, no generation_too_few"));
    // The set of 2020 has nothing before it: the later wave is no earlier one.
    QVERIFY(datasetQuality(*m_workspace, "ronde-2020")->previous.empty());
}

void TestQuality::countsWhatHasManyValues()
{
    const std::string path = m_folder.filePath("many.csv").toStdString();
    std::string csv = "herkomst;jaar;bedrag\n";
    for (int i = 0; i < 6000; ++i)
        csv += "Turkije;2020;"
               + (i % 100 == 0   ? std::string("n.v.t.")
                  : i % 250 == 1 ? ""
                                 : std::to_string(i) + ",5")
               + "\n";
    QVERIFY(writeFile(path, csv));
    import(*m_workspace, path, R"({"evenredig": "recipe/1", "dataset": "veel", "title": {"nl": "Veel", "en": "Many"},
        "kind": "register", "read": {"delimiter": ";", "decimal": ",", "encoding": "utf-8"}, "period": {"from": "jaar"},
        "columns": [{"from": "herkomst", "as": "origin", "recode": {"Turkije": "turkish"}},
                    {"from": "bedrag", "as": "bedrag", "number": true, "missing": {"n.v.t.": "not_applicable"}}]})");
    const auto quality = datasetQuality(*m_workspace, "veel");
    QVERIFY2(quality, wrongOf(quality).c_str());
    QCOMPARE(quality->missing.size(), std::size_t(1));
    QCOMPARE(quality->missing[0].missing, std::int64_t(60 + 24));
    QCOMPARE(quality->missing[0].reasons.at(Missing::NotApplicable), std::int64_t(60));
    QCOMPARE(quality->missing[0].groups.at(0).missing, std::int64_t(84));
}

void TestQuality::worksWithoutWeightsAndGenerations()
{
    const auto quality = datasetQuality(*m_workspace, "veel");
    QVERIFY(quality && !quality->weighted);
    const QualityGroup *group = quality->group("turkish", "total", "2020");
    QVERIFY(group);
    QCOMPARE(group->n, std::int64_t(6000));
    QCOMPARE(group->weight, 6000.0);
    QVERIFY(!group->nEffective && !group->cv && !group->most && group->extreme == 0);
    QCOMPARE(usableOf(*quality, "turkish"), QStringLiteral("yes enough, no trend_one_period, no generation_none"));
}

void TestQuality::refusesWhatHasNoRows()
{
    QCOMPARE(datasetQuality(*m_workspace, "bestaat-niet").error().code, ErrorCode::DatasetUnknown);
    auto sample = Workspace::create(m_folder.filePath("sample.evenredig").toStdString());
    QVERIFY(importSample(*sample));
    QCOMPARE(datasetQuality(*sample, sample->datasets()->front().info.id).error().code, ErrorCode::FormatWrong);
}

void TestQuality::canBeCancelled()
{
    std::stop_source stop;
    Progress progress;
    progress.stop = stop.get_token();
    double last = 0;
    progress.report = [&](double fraction) {
        QVERIFY(fraction >= last && fraction <= 1);
        last = fraction;
        stop.request_stop();
    };
    const auto cancelled = datasetQuality(*m_workspace, "ronde-2020", 1, progress);
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
}

void TestQuality::writesTextAndJson()
{
    const auto catalogue = m_workspace->catalogue();
    const Result<DatasetQuality> later = datasetQuality(*m_workspace, "ronde-2024");
    QVERIFY2(later, "comparesWithTheWaveBefore() imports it");
    for (const DatasetQuality *quality : {&std::as_const(m_quality), &*later}) {
        for (const Language language : {Language::Dutch, Language::English}) {
            const QString text = QString::fromStdString(qualityText(*quality, *catalogue, language));
            QVERIFY2(!text.contains(u'‹') && !text.contains(u'{'), qPrintable(text));
        }
    }
    const QString dutch = QString::fromStdString(qualityText(m_quality, *catalogue, Language::Dutch));
    QVERIFY2(dutch.contains(QStringLiteral("te weinig waarnemingen (")), qPrintable(dutch));
    QVERIFY2(dutch.contains(QStringLiteral("Nederlandse herkomst: n = ")), qPrintable(dutch));
    const QString english = QString::fromStdString(qualityText(*later, *catalogue, Language::English));
    QVERIFY2(english.contains(QStringLiteral("Code lists that differ from ronde-2020")), qPrintable(english));
}

EVENREDIG_TEST(TestQuality)
#include "testquality.moc"
