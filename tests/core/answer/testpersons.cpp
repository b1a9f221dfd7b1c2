// The level of shares and means of persons, against what R's survey package makes of the same file.
#include "core/answer/answer.h"
#include "core/answer/levelmakers.h"
#include "core/import/importer.h"
#include "core/store/storetest.h"
#include "testroom.h"

#include <QtTest>

#include <cmath>
#include <set>

using namespace evenredig;
using namespace evenredig::storetest;

namespace {

constexpr const char *recipeJson = R"({
    "evenredig": "recipe/1", "dataset": "enquete", "title": {"nl": "Enquete", "en": "Survey"},
    "source": {"nl": "Proef", "en": "Trial"}, "kind": "survey", "classification": "herkomst-2022",
    "read": {"delimiter": ";", "decimal": ","}, "period": {"from": "jaar"},
    "design": {"weight": "gewicht", "strata": ["regio"]},
    "columns": [
        {"from": "herkomst", "as": "origin", "recode": {"Turkije": "turkish", "Marokko": "moroccan",
         "Suriname": "surinamese", "Nederland": "none_background", "*": "other"}},
        {"from": "gen", "as": "generation", "recode": {"0": "none", "1": "first", "2": "second"}},
        {"from": "lft", "as": "age", "number": true},
        {"from": "opl", "as": "education", "order": ["po", "vmbo", "mbo", "hbo_wo"], "recode": {"1": "po", "2": "vmbo", "3": "mbo", "4": "hbo_wo"},
         "missing": {"9": "refused"}},
        {"from": "cijfer", "as": "score", "number": true}]})";

constexpr const char *meanJson = R"({"evenredig": "question/1", "ask": "level", "indicator": {
    "id": "test.score", "domain": "education", "label": {"nl": "Cijfer", "en": "Mark"},
    "definition": {"nl": "Het gemiddelde cijfer.", "en": "The mean mark."}, "clause": {"nl": "x", "en": "x"},
    "unit": "mean", "direction": "higher", "universe": [], "measure": {"mean": "score"}}})";

Question questionOf(const std::string &json)
{
    const auto question = Question::fromJson(json, "q.json");
    if (!question)
        qFatal("%s", wrongOf(question).c_str());
    return *question;
}

} // namespace

class TestPersons : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void agreesWithR_data();
    void agreesWithR();
    void hasNoIntervalAndNoVerdict();
    void obeysConditions();
    void suppressesTheFew();
    void nobodyLooksLikeFew();
    void saysThatOnlyTheLevelCanBeAsked();
    void countsARegisterCompletely();
    void coversWhatItCanAnswer();

private:
    Result<Answer> ask(Question question) const { return answer(*m_workspace, *m_catalogue, question); }
    QTemporaryDir m_folder;
    std::optional<Workspace> m_workspace;
    std::optional<Catalogue> m_catalogue;
};

void TestPersons::initTestCase()
{
    m_workspace = std::move(*Workspace::create(m_folder.filePath("w.evenredig").toStdString()));
    const auto recipe = Recipe::fromJson(recipeJson, "r.json");
    QVERIFY2(recipe, wrongOf(recipe).c_str());
    const auto report = importSources(*m_workspace, {EVENREDIG_SOURCE_DIR "/tests/oracle/persons.csv"}, *recipe,
                                      IfExists::Refuse);
    QVERIFY2(report, wrongOf(report).c_str());
    QCOMPARE(report->counts.rowsKept, 1500);
    m_catalogue = *m_workspace->catalogue();
}

void TestPersons::agreesWithR_data()
{
    QTest::addColumn<QStringList>("fields");
    QFile table(QStringLiteral(EVENREDIG_SOURCE_DIR "/tests/oracle/persons.tsv"));
    QVERIFY(table.open(QIODevice::ReadOnly));
    table.readLine();
    while (!table.atEnd()) {
        const QStringList fields = QString::fromUtf8(table.readLine()).trimmed().split(u'\t');
        QCOMPARE(fields.size(), 6);
        QTest::addRow("%s %s", qPrintable(fields[0]), qPrintable(fields[1])) << fields;
    }
}

void TestPersons::agreesWithR()
{
    QFETCH(QStringList, fields);
    const QStringList who = fields[1].split(u' ');
    Question question = questionOf(
        fields[0] == QStringLiteral("higher")
            ? R"({"evenredig": "question/1", "ask": "level", "indicator": "attainment.higher"})"
            : meanJson);
    question.origins = {who[0].toStdString()};
    question.generations = {who[1].toStdString()};
    question.periods = {who[2].toStdString()};
    const Result<Answer> answered = ask(question);
    QVERIFY2(answered, wrongOf(answered).c_str());
    QCOMPARE(answered->rows.size(), std::size_t(1));
    const AnswerRow &row = answered->rows[0];
    const double expected = fields[2].toDouble();
    const std::optional<double> value = row.value(Key::Value);
    QCOMPARE(row.n, std::optional(fields[3].toDouble()));
    QCOMPARE(row.missing, std::optional(fields[5].toDouble()));
    if (*row.n < answered->indicator.minimumN) { // it keeps its n, and no number that rests on it
        QCOMPARE(row.status, Status::TooFew);
        QCOMPARE(row.assessment.verdict, Verdict::TooFew);
        QVERIFY(!value && !row.nEffective);
        return;
    }
    QCOMPARE(row.status, Status::Ok);
    QVERIFY(value);
    QVERIFY(row.nEffective && std::fabs(*row.nEffective - fields[4].toDouble()) <= 1e-10 * *row.nEffective);
    QVERIFY2(std::fabs(*value - expected) <= 1e-12 * std::fabs(expected), qPrintable(QString::number(*value, 'g', 17)));
}

void TestPersons::hasNoIntervalAndNoVerdict()
{
    const Result<Answer> answered = ask(questionOf(meanJson));
    QVERIFY2(answered, wrongOf(answered).c_str());
    QCOMPARE(answered->reference(), std::string("none_background"));
    int values = 0;
    for (const AnswerRow &row : answered->rows) {
        QCOMPARE(row.assessment.verdict, Verdict::None);
        for (const auto &[key, estimate] : row.estimates) {
            QVERIFY(key == Key::Value || key == Key::Reference);
            QVERIFY(!estimate.se && !estimate.low && !estimate.high && estimate.method == Method::None);
        }
        values += row.value(Key::Value) ? 1 : 0;
    }
    QCOMPARE(values, 6); // three groups in two years; the other four groups are not in the file
    QVERIFY(std::any_of(answered->notes.begin(), answered->notes.end(),
                        [](const Note &note) { return note.code == "survey_no_interval"; }));
    QCOMPARE(answered->sources.size(), std::size_t(1));
}

void TestPersons::obeysConditions()
{
    // Two halves add up to the whole.
    Question question = questionOf(meanJson);
    question.origins = {"turkish"};
    question.periods = {"2015"};
    const auto total = ask(question);
    double n = 0, sum = 0;
    for (const char *where :
         {R"([{"variable": "age", "between": [15, 39]}])", R"([{"variable": "age", "between": [40, 74]}])"}) {
        std::string json = meanJson;
        json.insert(json.rfind('}'), std::string(R"(, "where": )") + where);
        question.where = questionOf(json).where;
        const auto part = ask(question);
        QVERIFY2(part, wrongOf(part).c_str());
        n += *part->rows[0].n;
        sum += *part->rows[0].missing;
    }
    QCOMPARE(std::optional(n), total->rows[0].n);
    QCOMPARE(std::optional(sum), total->rows[0].missing);
    // A range on an ordered scale: between the codes of its ends, as a list of them.
    const auto among = [&](const char *where) {
        std::string json = meanJson;
        json.insert(json.rfind('}'), std::string(R"(, "where": [)") + where + "]");
        question.where = questionOf(json).where;
        const auto answered = ask(question);
        return answered ? answered->rows[0].n.value_or(0) : -1;
    };
    QVERIFY(among(R"({"variable": "education", "between": ["vmbo", "mbo"]})") > 0);
    QCOMPARE(among(R"({"variable": "education", "between": ["vmbo", "mbo"]})"),
             among(R"({"variable": "education", "in": ["vmbo", "mbo"]})"));
    QCOMPARE(among(R"({"variable": "education", "between": ["vmbo", "phd"]})"), -1.0);
    // "Refused" meets no condition, neither this one nor its opposite.
    double both = 0;
    for (const char *kind : {"in", "not_in"}) {
        std::string json = meanJson;
        json.insert(json.rfind('}'),
                    std::string(R"(, "where": [{"variable": "education", ")") + kind + R"(": ["po"]}])");
        question.where = questionOf(json).where;
        both += *ask(question)->rows[0].n;
    }
    QVERIFY(both < *total->rows[0].n);
}

void TestPersons::suppressesTheFew()
{
    std::string json = meanJson;
    json.insert(json.rfind('}'), R"(, "where": [{"variable": "age", "between": [20, 21]}], "generations": ["first"])");
    const auto answered = ask(questionOf(json));
    QVERIFY2(answered, wrongOf(answered).c_str());
    int suppressed = 0;
    for (const AnswerRow &row : answered->rows) {
        if (row.status != Status::Suppressed)
            continue;
        ++suppressed;
        // Nothing of it leaves the core.
        QVERIFY(!row.value(Key::Value) && !row.n && !row.nEffective && !row.missing);
        QCOMPARE(row.estimates.size(), std::size_t(1));
    }
    QVERIFY(suppressed > 0);
}

// statistics.md §8: that a condition leaves nobody is as telling as that it leaves a few.
void TestPersons::nobodyLooksLikeFew()
{
    Question question = questionOf(R"({"evenredig": "question/1", "ask": "level", "indicator": "attainment.higher",
        "generations": ["total", "first", "second"]})");
    const Result<Answer> all = ask(question);
    question.where = questionOf(R"({"evenredig": "question/1", "ask": "level", "indicator": "x",
        "where": [{"variable": "age", "between": [900, 901]}]})")
                         .where;
    const Result<Answer> nobody = ask(question);
    QVERIFY2(all && nobody, wrongOf(nobody).c_str());
    int compared = 0;
    for (const AnswerRow &row : all->rows) {
        if (!row.n)
            continue; // not in these data at all
        for (const AnswerRow &other : nobody->rows) {
            if (other.origin != row.origin || other.generation != row.generation || !(other.period() == row.period()))
                continue;
            QCOMPARE(other.absence, std::optional(Missing::Suppressed));
            QVERIFY(!other.n && !other.missing);
            ++compared;
        }
    }
    QVERIFY(compared > 5);
}

void TestPersons::saysThatOnlyTheLevelCanBeAsked()
{
    Question question = questionOf(meanJson);
    question.ask = Ask::Gap;
    const auto answered = ask(question);
    QVERIFY(!answered);
    QCOMPARE(answered.error().code, ErrorCode::AskImpossible);
    QCOMPARE(contextOf(answered.error(), "reason"), std::string("persons_level_only"));
    Question other = questionOf(R"({"evenredig": "question/1", "ask": "level", "indicator": "health.good"})");
    QVERIFY(!ask(other)); // the file lacks the variable
}

void TestPersons::countsARegisterCompletely()
{
    QTemporaryDir folder;
    auto workspace = Workspace::create(folder.filePath("w.evenredig").toStdString());
    std::string json = recipeJson;
    json.replace(json.find("\"survey\""), 8, "\"register\"");
    json.replace(json.find("\"weight\": \"gewicht\", "), 21, "");
    const auto recipe = Recipe::fromJson(json, "r.json");
    QVERIFY2(recipe, wrongOf(recipe).c_str());
    QVERIFY(importSources(*workspace, {EVENREDIG_SOURCE_DIR "/tests/oracle/persons.csv"}, *recipe, IfExists::Refuse));
    const auto answered = answer(*workspace, *m_catalogue, questionOf(meanJson));
    QVERIFY2(answered, wrongOf(answered).c_str());
    const AnswerRow *row = nullptr;
    for (const AnswerRow &one : answered->rows)
        row = one.origin == "turkish" && !row ? &one : row;
    QVERIFY(row && row->sourceKind == SourceKind::Register);
    QVERIFY(std::fabs(*row->nEffective - *row->n) < 1e-9); // every row counts for one
}

// What the window offers can be asked, and nothing else: every indicator of the coverage has a level.
void TestPersons::coversWhatItCanAnswer()
{
    const auto coverage = personsCoverage(*m_workspace, *m_catalogue);
    QVERIFY2(coverage, wrongOf(coverage).c_str());
    QVERIFY(!coverage->empty());
    std::set<std::string> covered;
    for (const IndicatorCoverage &one : *coverage) {
        covered.insert(one.indicator);
        QVERIFY(one.personsOnly);
        QCOMPARE(one.datasets, std::vector<std::string>{"enquete"});
        QVERIFY(std::ranges::find(one.origins, "turkish") != one.origins.end());
        QVERIFY(std::ranges::find(one.generations, "second") != one.generations.end());
        QCOMPARE(one.periods.size(), std::size_t(2));
        QVERIFY(earlier(one.periods[0], one.periods[1]));
    }
    for (const Indicator &indicator : m_catalogue->indicators) {
        Question question;
        question.indicator = indicator.id;
        QVERIFY2(ask(question).has_value() == covered.contains(indicator.id), indicator.id.c_str());
    }
}

EVENREDIG_TEST(TestPersons)
#include "testpersons.moc"
