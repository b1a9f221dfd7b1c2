// However many threads code the cells of persons, the workspace is the same, byte for byte.
#include "core/import/importtest.h"

#include "core/import/persons/surveyimport.h"
#include "core/import/source/cellnumbers.h"
#include "testroom.h"

#include <random>

using namespace evenredig;
using namespace evenredig::importtest;

namespace {

constexpr int rows = 300'000; // two segments, some fifteen batches

constexpr const char *recipeText =
    R"({"evenredig": "recipe/1", "dataset": "enquete", "title": {"nl": "Enquete", "en": "Survey"}, "kind": "survey",
        "classification": "herkomst-2022", "read": {"delimiter": ";", "decimal": ",", "missing": {".": "refused"}},
        "period": {"from": "jaar"},
        "design": {"weight": "gewicht", "strata": ["regio", "soort"], "cluster": "buurt", "population": "omvang"},
        "set_aside": [{"when": {"soort": "proef"}, "reason": {"nl": "Proefrij", "en": "Trial row"}}],
        "columns": [
            {"from": "herkomst", "as": "origin", "recode": {"T": "turkish", "N": "none_background", "M": "moroccan"}},
            {"from": "opl", "as": "education", "order": ["low", "high"], "recode": {"1": "low", "2": "high"}},
            {"from": "lft", "as": "age", "number": true},
            {"from": "lft", "as": "age_band", "bands": [15, 25, 65]},
            {"from": "sleutel", "as": "key"}]})";

/// Values that are hard on whoever works in parallel: new ones at any place, wrong ones, more different ones than a coder
/// remembers, quotes, long texts, rows of the wrong form.
std::string source()
{
    std::mt19937 random(11);
    const auto rare = [&random](unsigned oneIn) { return random() % oneIn == 0; };
    std::string text = "herkomst;jaar;gewicht;regio;soort;buurt;omvang;opl;lft;inkomen;nummer;sleutel;opmerking\n";
    for (int i = 0; i < rows; ++i) {
        static constexpr const char *origins[] = {"T", "N", "M"};
        text += rare(997) ? "?" : origins[random() % 3];
        text += rare(1009) ? ";nooit;" : i % 2 ? ";2020;" : ";2015*;";
        text += rare(1013) ? "0" : std::to_string(random() % 3) + "," + std::to_string(1 + random() % 9);
        text += ";R" + std::to_string(random() % unsigned(1 + i / 20'000)) + (rare(1019) ? ";proef;" : ";\"gewoon\";");
        text += "B" + std::to_string(random() % 5000) + ";1000000;";
        text += (rare(503) ? "x" : std::to_string(1 + random() % 2)) + ";";
        text += (rare(509) ? "oud" : std::to_string(random() % 90)) + ";";
        text += std::to_string(random() % 300'000) + ",5;P" + std::to_string(i) + ";"
                + (i % 50 ? "S" + std::to_string(i) : ".") + ";";
        text += rare(3) ? "\"een \"\"lange\"\" opmerking; nummer " + std::to_string(random() % 50) + "\"" : "kort";
        text += rare(2003) ? ";te veel\n" : rare(701) ? "\n\n" : "\n";
    }
    return text;
}

QByteArray imported(const QTemporaryDir &folder, const QString &name, std::size_t coders)
{
    const QString path = folder.filePath(name);
    const std::string csv = folder.filePath(QStringLiteral("p.csv")).toStdString();
    auto workspace = Workspace::create(path.toStdString());
    const auto recipe = Recipe::fromJson(recipeText, "p.recipe.json");
    const auto catalogue = workspace->catalogue();
    if (!workspace || !recipe || !catalogue)
        qFatal("cannot begin");
    const Progress progress;
    auto writer = workspace->beginMicrodata(recipe->dataset, IfExists::Refuse, progress);
    SurveyImport run(*recipe, *catalogue, **writer, coders);
    ImportReport report;
    const SettledRecipe settled{*recipe, PeriodTexts::Kind::Plain, {}};
    Result<void> done = run.readFile(csv, settled, progress);
    if (done)
        done = run.finish("2026-01-01T00:00:00Z", report);
    if (!done)
        qFatal("%s", message(done.error(), Language::English).c_str());
    if (report.counts.rowsSetAside < 1000 || report.counts.valuesUnreadable < 1000 || report.counts.rowsRead != rows)
        qFatal("the source is not as it was meant");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read");
    return file.readAll();
}

} // namespace

class TestSurveyCoders : public QObject {
    Q_OBJECT
private slots:
    void anyNumberGivesTheSameFile();
    void numbersCellsByFirstAppearance();
};

void TestSurveyCoders::anyNumberGivesTheSameFile()
{
    QTemporaryDir folder;
    QVERIFY(writeFile(folder.filePath(QStringLiteral("p.csv")).toStdString(), source()).has_value());
    const QByteArray one = imported(folder, QStringLiteral("1.evenredig"), 1);
    QVERIFY(one.size() > 1'000'000);
    for (const std::size_t coders : {2u, 4u})
        QVERIFY(imported(folder, QString::number(coders), coders) == one);
}

void TestSurveyCoders::numbersCellsByFirstAppearance()
{
    std::mt19937 random(5);
    CellNumbers numbers;
    std::map<std::string, std::uint32_t, std::less<>> expected;
    for (int round = 0; round < 2; ++round, numbers.clear(), expected.clear()) {
        for (int i = 0; i < 20'000; ++i) {
            // Alike but for length or a late character, and around the lengths of 8 and 16 bytes.
            std::string text(random() % 20, 'a');
            if (!text.empty())
                text.back() = char('a' + random() % 26);
            if (text.size() > 3)
                text[random() % text.size()] = char(0x80 + random() % 0x80);
            const std::string buffer = text + std::string(CellNumbers::readAhead, char(random() % 256));
            const auto known = expected.emplace(text, std::uint32_t(expected.size())).first;
            QCOMPARE(numbers.add(std::string_view(buffer).substr(0, text.size())), known->second);
        }
        QCOMPARE(numbers.size(), expected.size());
    }
}

EVENREDIG_TEST(TestSurveyCoders)
#include "testsurveycoders.moc"
