// Indicators: every one of the catalogue reads, and what is wrong in one is refused at its place.
#include "core/base/resource.h"
#include "core/model/indicator.h"
#include "testroom.h"

#include <QtTest>

#include <cmath>
#include <set>

using namespace evenredig;

class TestIndicator : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void catalogueReads();
    void everyPart();
    void defaults();
    void measures();
    void units_data();
    void units();
    void refused_data();
    void refused();
    void listIsStrict_data();
    void listIsStrict();
};

namespace {

// A whole indicator with one key replaced (or removed: an empty value).
std::string indicator(const std::string &key = {}, const std::string &value = {})
{
    std::vector<std::pair<std::string, std::string>> parts{
        {"id", R"("a.b")"},
        {"domain", R"("attainment")"},
        {"label", R"({"nl": "Hoog", "en": "High"})"},
        {"definition", R"({"nl": "Aandeel", "en": "Share"})"},
        {"clause", R"({"nl": "hoog is", "en": "is high"})"},
        {"people", R"({"nl": "inwoners", "en": "residents"})"},
        {"unit", R"("percent")"},
        {"direction", R"("higher")"},
        {"sensitive", "true"},
        {"universe", R"([{"variable": "age", "between": [25, 44]}])"},
        {"measure", R"({"share": {"variable": "education", "in": ["hbo_wo"], "of": ["po", "hbo_wo"]}})"},
        {"controls", R"([["sex", "age_band"], ["household"]])"},
        {"minimum_n", "100"},
        {"relevance", "0.02"}};
    bool replaced = key.empty();
    for (auto &part : parts) {
        if (part.first == key) {
            part.second = value;
            replaced = true;
        }
    }
    if (!replaced)
        parts.emplace_back(key, value);
    std::string json;
    for (const auto &part : parts) {
        if (!part.second.empty())
            json += (json.empty() ? "" : ", ") + ("\"" + part.first + "\": ") + part.second;
    }
    return "{" + json + "}";
}

Result<std::vector<Indicator>> read(const std::string &objects)
{
    const auto document = JsonDocument::parse(R"({"evenredig": "indicators/1", "indicators": [)" + objects + "]}",
                                              "i.json");
    if (!document)
        return tl::unexpected<Error>(document.error());
    return readIndicators(*document);
}

} // namespace

void TestIndicator::catalogueReads()
{
    const auto bytes = resource("catalogue/indicators.json");
    QVERIFY(bytes);
    const auto document = JsonDocument::parse(*bytes, "catalogue/indicators.json");
    QVERIFY(document);
    const auto indicators = readIndicators(*document);
    QVERIFY2(
        indicators,
        qPrintable(indicators ? QString() : QString::fromStdString(message(indicators.error(), Language::English))));
    for (const Indicator &one : *indicators) {
        const char *const id = one.id.c_str();
        QVERIFY2(one.id.find('.') != std::string::npos, id);
        QVERIFY2(!one.measure.variable.empty(), id);
        QVERIFY2(one.measure.kind != Measure::Kind::Share || !one.measure.in.empty(), id);
        QVERIFY2(one.minimumN >= 10 || one.unit == Unit::Count || one.domain == "population",
                 id);      // context, which is not judged
        if (one.relevance) // a margin as large as half the scale would call everything equal
            QVERIFY2(one.unit != Unit::Percent || *one.relevance <= 0.1, id);
        // A share lies between 0 and 1: per cent or a rate, never euros or a count.
        if (one.measure.kind == Measure::Kind::Share)
            QVERIFY2(one.unit == Unit::Percent || one.unit == Unit::Per1000 || one.unit == Unit::Per10000, id);
        // What was read can be read again from what is kept of it.
        const auto again = read(one.json);
        QVERIFY2(again && again->front().id == one.id && again->front().json == one.json, id);
    }
}

void TestIndicator::everyPart()
{
    const auto indicators = read(indicator("note", R"({"nl": "let op", "en": "mind"})"));
    QVERIFY(indicators);
    const Indicator &one = indicators->front();
    QCOMPARE(one.id, std::string("a.b"));
    QCOMPARE(one.domain, std::string("attainment"));
    QCOMPARE(one.label, (LocalText{"Hoog", "High"}));
    QCOMPARE(one.clause.in(Language::English), std::string("is high"));
    QCOMPARE(one.people.nl, std::string("inwoners"));
    QCOMPARE(one.note.en, std::string("mind"));
    QCOMPARE(int(one.unit), int(Unit::Percent));
    QCOMPARE(int(one.direction), int(Direction::Higher));
    QVERIFY(one.sensitive);
    QCOMPARE(one.universe.size(), std::size_t(1));
    QCOMPARE(one.measure.in, std::vector<std::string>{"hbo_wo"});
    QCOMPARE(one.measure.of, (std::vector<std::string>{"po", "hbo_wo"}));
    QCOMPARE(one.controls, (std::vector<std::vector<std::string>>{{"sex", "age_band"}, {"household"}}));
    QCOMPARE(one.minimumN, 100);
    QCOMPARE(one.relevance, std::optional<double>(0.02));
}

void TestIndicator::defaults()
{
    const auto indicators = read(
        R"({"id": "a", "domain": "d", "label": {"nl": "l"}, "unit": "euro", "measure": {"mean": "income"}, "x_own": 1})");
    QVERIFY(indicators);
    const Indicator &one = indicators->front();
    QCOMPARE(int(one.direction), int(Direction::Neutral)); // nothing is judged that was not declared
    QCOMPARE(one.minimumN, 50);
    QVERIFY(!one.relevance);
    QVERIFY(!one.sensitive);
    QVERIFY(one.universe.empty() && one.controls.empty());
    QCOMPARE(one.label.in(Language::English), std::string("l"));
}

void TestIndicator::measures()
{
    const auto mean = read(indicator("measure", R"({"mean": "income"})"));
    QVERIFY(mean && mean->front().measure.kind == Measure::Kind::Mean && mean->front().measure.variable == "income");
    const auto rate = read(indicator("measure", R"({"rate": {"count": "suspect", "per": 10000}})"));
    QVERIFY(rate && rate->front().measure.kind == Measure::Kind::Rate && rate->front().measure.per == 10000);
    QCOMPARE(rate->front().measure.variable, std::string("suspect"));
    const auto quantile = read(indicator("measure", R"({"quantile": {"variable": "income", "p": 0.25}})"));
    QVERIFY(quantile && quantile->front().measure.kind == Measure::Kind::Quantile
            && quantile->front().measure.p == 0.25);
    const auto share = read(
        indicator("measure", R"({"share": {"variable": "v", "in": ["1"], "of": null}, "x_source": "p. 12"})"));
    QVERIFY(share && share->front().measure.of.empty());
}

void TestIndicator::units_data()
{
    QTest::addColumn<int>("unit");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("zero");
    QTest::addColumn<double>("factor");
    // statistics.md §3: ratios only for units with a true zero (percent, per_1000, per_10000, euro, count).
    QTest::newRow("percent") << int(Unit::Percent) << "percent" << true << 100.0;
    QTest::newRow("per_1000") << int(Unit::Per1000) << "per_1000" << true << 1000.0;
    QTest::newRow("per_10000") << int(Unit::Per10000) << "per_10000" << true << 10000.0;
    QTest::newRow("mean") << int(Unit::Mean) << "mean" << false << 1.0;
    QTest::newRow("euro") << int(Unit::Euro) << "euro" << true << 1.0;
    QTest::newRow("index") << int(Unit::Index) << "index" << false << 1.0;
    QTest::newRow("count") << int(Unit::Count) << "count" << true << 1.0;
}

void TestIndicator::units()
{
    QFETCH(int, unit);
    QFETCH(QString, name);
    QFETCH(bool, zero);
    QFETCH(double, factor);
    const auto value = static_cast<Unit>(unit);
    QCOMPARE(QString::fromLatin1(unitName(value).data(), qsizetype(unitName(value).size())), name);
    QCOMPARE(hasTrueZero(value), zero);
    QCOMPARE(screenFactor(value), factor);
    const auto indicators = read(indicator("unit", "\"" + name.toStdString() + "\""));
    QVERIFY(indicators);
    QCOMPARE(int(indicators->front().unit), unit);
}

void TestIndicator::refused_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("pointer");
    const int missing = int(ErrorCode::JsonMissingKey), value = int(ErrorCode::JsonWrongValue);
    const int type = int(ErrorCode::JsonWrongType), unknown = int(ErrorCode::JsonUnknownKey);
    const QString at = QStringLiteral("/indicators/0");
    const auto row = [](const char *name, const char *key, const char *json, int fault, const QString &where) {
        QTest::newRow(name) << key << json << fault << where;
    };
    for (const char *key : {"id", "domain", "label", "unit", "measure"})
        QTest::addRow("no %s", key) << QString::fromLatin1(key) << QString() << missing << at;
    row("misspelt", "minimun_n", "50", unknown, at + "/minimun_n");
    row("empty id", "id", R"("")", value, at + "/id");
    row("empty label", "label", R"({"nl": "", "en": ""})", value, at + "/label");
    row("label in one text", "label", R"("Hoog")", type, at + "/label");
    row("unknown unit", "unit", R"("percentage")", value, at + "/unit");
    row("unknown direction", "direction", R"("up")", value, at + "/direction");
    row("sensitive as a word", "sensitive", R"("yes")", type, at + "/sensitive");
    row("relevance zero", "relevance", "0", value, at + "/relevance");
    row("relevance below zero", "relevance", "-0.02", value, at + "/relevance");
    row("relevance as text", "relevance", R"("2%")", type, at + "/relevance");
    row("relevance in points", "relevance", "2", value, at + "/relevance"); // a margin of 200 points
    row("minimum below zero", "minimum_n", "-5", value, at + "/minimum_n");
    row("minimum and a half", "minimum_n", "50.5", type, at + "/minimum_n");
    row("no such measure", "measure", R"({"median": "income"})", unknown, at + "/measure/median");
    row("empty measure", "measure", "{}", value, at + "/measure");
    row("two measures", "measure", R"({"mean": "income", "share": {"variable": "v", "in": ["1"]}})", value,
        at + "/measure");
    row("share without codes", "measure", R"({"share": {"variable": "v"}})", missing, at + "/measure/share");
    row("share of no codes", "measure", R"({"share": {"variable": "v", "in": []}})", value, at + "/measure/share/in");
    row("share without variable", "measure", R"({"share": {"in": ["1"]}})", missing, at + "/measure/share");
    row("share of codes outside its denominator", "measure",
        R"({"share": {"variable": "v", "in": ["1"], "of": ["2"]}})", value, at + "/measure/share/of");
    row("rate without per", "measure", R"({"rate": {"count": "suspect"}})", missing, at + "/measure/rate");
    row("rate per nothing", "measure", R"({"rate": {"count": "suspect", "per": 0}})", value, at + "/measure/rate/per");
    row("quantile at the end", "measure", R"({"quantile": {"variable": "v", "p": 1}})", value,
        at + "/measure/quantile/p");
    row("quantile without p", "measure", R"({"quantile": {"variable": "v"}})", missing, at + "/measure/quantile");
    row("universe without a test", "universe", R"([{"variable": "age"}])", value, at + "/universe/0");
    row("controls not in blocks", "controls", R"(["sex"])", type, at + "/controls/0");
}

void TestIndicator::refused()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(int, code);
    QFETCH(QString, pointer);
    const auto indicators = read(indicator(key.toStdString(), value.toStdString()));
    QVERIFY(!indicators);
    QCOMPARE(int(indicators.error().code), code);
    QCOMPARE(QString::fromStdString(indicators.error().context[1].second), pointer);
    QVERIFY(!message(indicators.error(), Language::Dutch).empty());
}

void TestIndicator::listIsStrict_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<int>("code");
    QTest::newRow("recipe") << R"({"evenredig": "recipe/1", "indicators": []})" << int(ErrorCode::FormatWrong);
    QTest::newRow("no list") << R"({"evenredig": "indicators/1"})" << int(ErrorCode::JsonMissingKey);
    QTest::newRow("other key") << R"({"evenredig": "indicators/1", "indicators": [], "indicator": []})"
                               << int(ErrorCode::JsonUnknownKey);
    QTest::newRow("not a list") << R"({"evenredig": "indicators/1", "indicators": {}})"
                                << int(ErrorCode::JsonWrongType);
    QTest::newRow("id twice") << QString::fromStdString(R"({"evenredig": "indicators/1", "indicators": [)" + indicator()
                                                        + "," + indicator() + "]}")
                              << int(ErrorCode::JsonWrongValue);
}

void TestIndicator::listIsStrict()
{
    QFETCH(QString, json);
    QFETCH(int, code);
    const auto document = JsonDocument::parse(json.toStdString(), "i.json");
    QVERIFY(document);
    const auto indicators = readIndicators(*document);
    QVERIFY(!indicators);
    QCOMPARE(int(indicators.error().code), code);
}

EVENREDIG_TEST(TestIndicator)
#include "testindicator.moc"
