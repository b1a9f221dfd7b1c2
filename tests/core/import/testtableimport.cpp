// From records and a recipe to figures, and an account of every row.
#include "core/import/importtest.h"
#include "core/store/ledger.h"
#include "testroom.h"

using namespace evenredig;
using namespace evenredig::importtest;

class TestTableImport : public QObject {
    Q_OBJECT

private slots:
    void longTable();
    void exactValues();
    void absences();
    void rowsSetAside();
    void restAndMissing();
    void takesIdsOfTheCatalogueOnly_data();
    void takesIdsOfTheCatalogueOnly();
    void refusesWhenNoRowHasAPlace_data();
    void refusesWhenNoRowHasAPlace();
    void refusesIdsThatNobodyKnows();
    void takesGroupsThatAWorkspaceAdds();
    void recipeSetsAside();
    void duplicates();
    void wideTable();
    void whenAndIdleMeasures();
    void repeatedTitles();
    void margins();
    void rounding();
    void provisional();
    void decimalsOnScreen();
    void structureFaults();
};

void TestTableImport::longTable()
{
    const Outcome outcome = read(std::string(header) + "Turkije;1;2020; 7,4;1.250\n\"Marokko \";T;2016/'17;3,70;\n",
                                 longRecipe());
    expectBalance(outcome);
    QCOMPARE(outcome.set.figures.size(), std::size_t(2));
    const PublishedFigure &first = outcome.set.figures[0];
    QCOMPARE(first.dataset, std::string("proef"));
    QCOMPARE(first.indicator, std::string("safety.suspects"));
    QCOMPARE(first.origin, std::string("turkish"));
    QCOMPARE(first.generation, std::string("first"));
    QCOMPARE(first.period.id(), std::string("2020"));
    QCOMPARE(first.classification, std::string("herkomst-2022"));
    QCOMPARE(first.universe.nl, std::string("12 jaar of ouder"));
    QCOMPARE(first.where, std::string("[]"));
    QVERIFY(first.value == 0.074);
    QVERIFY(first.half == 0.00005); // "7,4" beside "3,70" has lost a zero
    QCOMPARE(first.decimals, 2);
    QVERIFY(first.n == 1250.0);
    QCOMPARE(first.line, 2L);
    const PublishedFigure &second = outcome.set.figures[1];
    QCOMPARE(second.origin, std::string("moroccan"));
    QCOMPARE(second.generation, std::string("total"));
    QCOMPARE(second.period.id(), std::string("2016/17"));
    QVERIFY(second.value == 0.037 && second.half == 0.00005 && second.decimals == 2 && !second.n);
    QCOMPARE(outcome.set.info.sha256,
             sha256(std::string(header) + "Turkije;1;2020; 7,4;1.250\n\"Marokko \";T;2016/'17;3,70;\n"));
    QCOMPARE(outcome.set.info.importedAt.size(), std::size_t(20));
}

void TestTableImport::exactValues()
{
    std::string bytes = header;
    for (int tenths = 0; tenths <= 1000; ++tenths)
        bytes += "Turkije;1;" + std::to_string(1000 + tenths) + ";" + std::to_string(tenths / 10) + ","
                 + std::to_string(tenths % 10) + ";\n";
    const Outcome outcome = read(bytes, longRecipe());
    expectBalance(outcome);
    QCOMPARE(outcome.set.figures.size(), std::size_t(1001));
    for (int tenths = 0; tenths <= 1000; ++tenths) {
        const double expected = QStringLiteral("%1e-3").arg(tenths).toDouble();
        QVERIFY(outcome.set.figures[std::size_t(tenths)].value == expected);
    }
}

void TestTableImport::absences()
{
    const Outcome outcome = read(
        std::string(header)
            + "Turkije;1;2017;;\nTurkije;1;2018;   .;\nTurkije;1;2019;x;\nTurkije;1;2020;ca. 7;\nTurkije;1;2021;0,0;\n"
              "Turkije;1;2022;1.25;\n",
        longRecipe());
    expectBalance(outcome);
    const auto &figures = outcome.set.figures;
    QCOMPARE(figures.size(), std::size_t(6));
    QVERIFY(figures[0].absence == Missing::Impossible);
    QVERIFY(figures[1].absence == Missing::Unknown);
    QVERIFY(figures[2].absence == Missing::Suppressed);
    QVERIFY(figures[3].absence == Missing::Unreadable);
    QVERIFY(figures[4].value == 0.0 && !figures[4].absence); // a true zero
    QVERIFY(figures[5].absence == Missing::Unreadable);      // not a group of three: not guessed
    for (int i : {0, 1, 2, 3, 5})
        QVERIFY(!figures[std::size_t(i)].value);
    QCOMPARE(outcome.set.counts.rowsKept, 6L); // their rows stay
    QCOMPARE(outcome.set.counts.valuesUnreadable, 2L);
    QCOMPARE(ledgerLines(outcome),
             (QStringList{QStringLiteral("5 unreadable pct ca. 7"), QStringLiteral("7 unreadable pct 1.25")}));
}

void TestTableImport::rowsSetAside()
{
    auto json = longRecipe();
    json["columns"][1]["recode"].erase("*");
    const Outcome outcome = read(std::string(header)
                                     + "Turkije;1;2020;1,0;\n"
                                       "Utopia;1;2020;1,0;\n"
                                       ";1;2020;1,0;\n"
                                       ".;1;2020;1,0;\n"
                                       "Turkije;9;2020;1,0;\n"
                                       "Turkije;1;ooit;1,0;\n"
                                       "Turkije;1;;1,0;\n"
                                       "Turkije;1;2021;1,0\n"
                                       "\"Turkije\"x;1;2022;1,0;\n"
                                       "Turkije;2;2020;\"1,0",
                                 json);
    expectBalance(outcome);
    QCOMPARE(outcome.set.counts.rowsRead, 10L);
    QCOMPARE(outcome.set.counts.rowsKept, 1L);
    QCOMPARE(ledgerLines(outcome),
             (QStringList{
                 QStringLiteral("3 unknown_origin herkomst Utopia"), QStringLiteral("4 unknown_origin herkomst"),
                 QStringLiteral("5 unknown_origin herkomst ."), QStringLiteral("6 unknown_generation generatie 9"),
                 QStringLiteral("7 unknown_period jaar ooit"), QStringLiteral("8 unknown_period jaar"),
                 QStringLiteral("9 field_count"), QStringLiteral("10 broken_quote"), QStringLiteral("11 cut_record")}));
}

void TestTableImport::restAndMissing()
{
    // "*" catches the rest, but never a missing value.
    const Outcome outcome = read(
        std::string(header) + "Turkije;onbekend;2020;1,0;\nTurkije;.;2021;1,0;\nTurkije;;2022;1,0;\n", longRecipe());
    expectBalance(outcome);
    QCOMPARE(outcome.set.figures.size(), std::size_t(1));
    QCOMPARE(outcome.set.figures[0].generation, std::string("total"));
    QCOMPARE(ledgerLines(outcome), (QStringList{QStringLiteral("3 unknown_generation generatie ."),
                                                QStringLiteral("4 unknown_generation generatie")}));
}

namespace {

/// The long recipe without any recoding of a dimension.
Json plainRecipe()
{
    auto json = longRecipe();
    Json &columns = json["columns"];
    for (int i = 0; i < int(columns.size()); ++i)
        columns[i].erase("recode");
    return json;
}

} // namespace

// What a source writes becomes an id by the recipe only: words that the vocabulary knows are proposed, not taken.
void TestTableImport::takesIdsOfTheCatalogueOnly_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("setAside");
    const auto row = [](const char *cells, const char *setAside) { QTest::newRow(cells) << cells << setAside; };
    row("turkish;first", "");
    row(" turkish ; first ", "");
    row("national;total", "");
    row("other;none", "");
    row("migration_background;second_two_parents", "");
    row("Turkije;first", "3 unknown_origin herkomst Turkije");
    row("Turks;first", "3 unknown_origin herkomst Turks");
    row("Turkish;first", "3 unknown_origin herkomst Turkish"); // case counts
    row("belgian;first", "3 unknown_origin herkomst belgian");
    row("H008766;first", "3 unknown_origin herkomst H008766");
    row(";first", "3 unknown_origin herkomst");
    row("x;first", "3 unknown_origin herkomst x");
    row("turkish;1", "3 unknown_generation generatie 1");
    row("turkish;Eerste generatie", "3 unknown_generation generatie Eerste generatie");
    row("turkish;totaal", "3 unknown_generation generatie totaal");
    row("turkish;", "3 unknown_generation generatie");
    row("Turkije;totaal", "3 unknown_origin herkomst Turkije");
}

void TestTableImport::takesIdsOfTheCatalogueOnly()
{
    QFETCH(QString, row);
    QFETCH(QString, setAside);
    const Outcome outcome = read(
        std::string(header) + "moroccan;second;2020;1,0;\n" + row.toStdString() + ";2020;2,0;\n", plainRecipe());
    QVERIFY(!outcome.error);
    expectBalance(outcome);
    QCOMPARE(outcome.set.counts.rowsRead, 2L);
    QCOMPARE(ledgerLines(outcome), setAside.isEmpty() ? QStringList() : QStringList{setAside});
    for (const PublishedFigure &figure : outcome.set.figures)
        QVERIFY(knownCatalogue().origin(figure.origin) && knownCatalogue().generation(figure.generation));
    QCOMPARE(outcome.set.figures.size(), setAside.isEmpty() ? std::size_t(2) : std::size_t(1));
}

void TestTableImport::refusesWhenNoRowHasAPlace_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("value");
    QTest::newRow("origins") << "Turkije;first;2020;1,0;\nMarokko;first;2020;1,0;\n"
                             << "herkomst"
                             << "Turkije";
    QTest::newRow("generations") << "turkish;1;2020;1,0;\nturkish;2;2020;1,0;\n"
                                 << "generatie"
                                 << "1";
    QTest::newRow("periods") << "turkish;first;ooit;1,0;\n"
                             << "jaar"
                             << "ooit";
    QTest::newRow("one of each") << "turkish;first;ooit;1,0;\nturkish;1;2020;1,0;\nTurks;first;2020;1,0;\n"
                                 << "jaar"
                                 << "ooit";
    QTest::newRow("more than the ledger holds")
        << QStringLiteral("Turkije;first;2020;1,0;\n").repeated(int(Ledger::limit) + 5) << "herkomst"
        << "Turkije";
}

void TestTableImport::refusesWhenNoRowHasAPlace()
{
    QFETCH(QString, rows);
    QFETCH(QString, column);
    QFETCH(QString, value);
    const Outcome outcome = read(header + rows.toStdString(), plainRecipe());
    QVERIFY(outcome.error);
    QCOMPARE(int(outcome.error->code), int(ErrorCode::NothingPlaced));
    for (const Language language : {Language::Dutch, Language::English}) {
        const QString sentence = QString::fromStdString(message(*outcome.error, language));
        QVERIFY2(sentence.contains(QStringLiteral("\"%1\"").arg(column)), qPrintable(sentence));
        QVERIFY2(sentence.contains(QStringLiteral("\"%1\"").arg(value)), qPrintable(sentence));
        QVERIFY2(!sentence.contains(u'{') && sentence.contains(QStringLiteral("recode")), qPrintable(sentence));
    }
    // A row that the recipe leaves out on purpose is no fault, nor is a table in which one row has its place.
    auto json = plainRecipe();
    json["set_aside"] = {{{"when", {{"herkomst", "Turkije"}}}, {"reason", {{"nl", "x"}, {"en", "x"}}}}};
    QVERIFY(!read(std::string(header) + "Turkije;first;2020;1,0;\n", json).error);
    QVERIFY(!read(header + rows.toStdString() + "somali;second;2021;1,0;\n", plainRecipe()).error);
}

void TestTableImport::refusesIdsThatNobodyKnows()
{
    auto json = longRecipe();
    json["columns"][0]["recode"]["Turkije"] = "turk";
    const Outcome origin = read(std::string(header) + "Marokko;1;2020;1,0;\n", json);
    QVERIFY(origin.error && origin.error->code == ErrorCode::OriginUnknown);
    const std::string dutch = message(*origin.error, Language::Dutch);
    QVERIFY2(dutch.find("turkish (Turkije)") != std::string::npos, dutch.c_str());
    QVERIFY(message(*origin.error, Language::English).find("turkish (Türkiye)") != std::string::npos);
    json = longRecipe();
    json["measures"][0]["set"] = {{"generation", "third"}};
    const Outcome generation = read(std::string(header) + "Marokko;1;2020;1,0;\n", json);
    QVERIFY(generation.error && generation.error->code == ErrorCode::GenerationUnknown);
    // A dimension that every measure sets itself needs no column that is known.
    json = plainRecipe();
    json["measures"][0]["set"] = {{"origin", "turkish"}, {"generation", "total"}};
    const Outcome set = read(std::string(header) + "Utopia;?;2020;1,0;\n", json);
    QVERIFY(!set.error);
    QCOMPARE(set.set.figures.at(0).origin, std::string("turkish"));
}

// The catalogue is that of the workspace, which may have groups of its own (product.md).
void TestTableImport::takesGroupsThatAWorkspaceAdds()
{
    Catalogue catalogue = knownCatalogue();
    Origin added = *catalogue.origin("turkish");
    added.id = "syrian";
    catalogue.origins.push_back(added);
    const auto recipe = Recipe::fromJson(plainRecipe().dump(), "proef.recipe.json");
    ImportReport report;
    const auto set = readSource(std::string(header) + "syrian;first;2020;1,0;\n", "proef.csv", *recipe, catalogue,
                                report);
    QVERIFY2(set, wrongOf(set).c_str());
    QCOMPARE(set->figures.at(0).origin, std::string("syrian"));
}

void TestTableImport::recipeSetsAside()
{
    auto json = longRecipe();
    json["set_aside"] = {{{"when", {{"herkomst", "Overig"}}}, {"reason", {{"nl", "restgroep"}, {"en", "remainder"}}}}};
    const Outcome outcome = read(std::string(header) + "Overig ;1;2020;1,0;\nTurkije;1;2020;1,0;\n", json);
    expectBalance(outcome);
    QCOMPARE(outcome.set.counts.rowsSetAside, 1L);
    QCOMPARE(outcome.set.ledger[0].reason, std::string("set_aside"));
    QCOMPARE(outcome.set.ledger[0].remark.en, std::string("remainder"));
    QCOMPARE(outcome.set.ledger[0].line, 2L);
}

void TestTableImport::duplicates()
{
    const Outcome outcome = read(
        std::string(header) + "Turkije;1;2020;1,0;\nTurkije;1;2020;1,00;\nTurkije;1;2020;2,0;\nTurkije;1;2020;.;\n",
        longRecipe());
    expectBalance(outcome);
    QCOMPARE(outcome.set.figures.size(), std::size_t(1));
    QVERIFY(outcome.set.figures[0].value == 0.01);
    QCOMPARE(outcome.set.counts.rowsKept, 2L);
    QCOMPARE(ledgerLines(outcome),
             (QStringList{QStringLiteral("3 duplicate pct 2"), QStringLiteral("4 duplicate_differs pct 2,0"),
                          QStringLiteral("5 duplicate_differs pct .")}));
    QVERIFY(std::count(outcome.report.notes.begin(), outcome.report.notes.end(), "duplicates") == 1);
    // Another universe or condition is another key.
    auto json = longRecipe();
    auto other = json["measures"][0];
    other["universe"] = {{"nl", "18 jaar of ouder"}};
    other["value"] = "aantal";
    other.erase("n");
    json["measures"].push_back(other);
    other["universe"] = {{"nl", "12 jaar of ouder"}};
    other["where"] = {{{"variable", "sex"}, {"in", {"f"}}}};
    json["measures"].push_back(other);
    const Outcome keyed = read(std::string(header) + "Turkije;1;2020;1,0;2\n", json);
    expectBalance(keyed);
    QCOMPARE(keyed.set.figures.size(), std::size_t(3));
    // Two measures of one row with one key: the row is kept, the second value is listed.
    other = json["measures"][0];
    other["value"] = "aantal";
    json["measures"] = {json["measures"][0], other};
    const Outcome clash = read(std::string(header) + "Turkije;1;2020;1,0;2\n", json);
    expectBalance(clash);
    QCOMPARE(clash.set.counts.rowsKept, 1L);
    QCOMPARE(ledgerLines(clash), (QStringList{QStringLiteral("2 duplicate_differs aantal 2")}));
}

void TestTableImport::wideTable()
{
    auto json = longRecipe();
    json["columns"] = Json::array();
    json["period"] = {{"from", "jaar"}};
    json["measures"] = {
        {{"value", "T"}, {"indicator", "population.size"}, {"set", {{"origin", "turkish"}, {"generation", "total"}}}},
        {{"value", "M"}, {"indicator", "population.size"}, {"set", {{"origin", "moroccan"}, {"period", "1999"}}}}};
    const Outcome outcome = read("jaar;T;M;Z\n1996JJ00;  271514;7;1\n1997KW01;.;7;1\nnooit;1;7;1\n", json);
    expectBalance(outcome);
    // The third row's period is unreadable, but its second measure has its own: the row is kept and the rest listed.
    QCOMPARE(outcome.set.counts.rowsKept, 3L);
    QCOMPARE(ledgerLines(outcome), (QStringList{QStringLiteral("3 duplicate M 2"), QStringLiteral("4 duplicate M 2"),
                                                QStringLiteral("4 unknown_period jaar nooit")}));
    QVERIFY(outcome.set.figures[0].value == 271514.0 && outcome.set.figures[0].half == 0.5);
    QCOMPARE(outcome.set.figures[0].period.id(), std::string("1996"));
    QCOMPARE(outcome.set.figures[1].period.id(), std::string("1999"));
    QCOMPARE(outcome.set.figures[1].generation, std::string("total"));
    QCOMPARE(outcome.set.figures[2].period.id(), std::string("1997-Q1"));
    QVERIFY(outcome.set.figures[2].absence == Missing::Unknown);
    QCOMPARE(outcome.set.figures.size(), std::size_t(3));
}

void TestTableImport::whenAndIdleMeasures()
{
    auto json = longRecipe();
    json["measures"][0]["when"] = {{"soort", "verdacht"}};
    auto idle = json["measures"][0];
    idle["when"] = {{"soort", "verdacth"}};
    json["measures"].push_back(idle);
    const std::string head = "soort;herkomst;generatie;jaar;pct;aantal\n";
    const Outcome outcome = read(head + " verdacht ;Turkije;1;2020;1,0;\nveroordeeld;Turkije;1;2020;2,0;\n", json);
    expectBalance(outcome);
    QCOMPARE(outcome.set.figures.size(), std::size_t(1));
    QCOMPARE(ledgerLines(outcome), (QStringList{QStringLiteral("3 no_measure"),
                                                QStringLiteral("0 measure_without_rows pct safety.suspects")}));
    const Outcome none = read(head + "veroordeeld;Turkije;1;2020;2,0;\n", json);
    QVERIFY(none.error && none.error->code == ErrorCode::NoMeasureMatches);
}

void TestTableImport::repeatedTitles()
{
    auto json = longRecipe();
    const std::string bytes = "herkomst;generatie;jaar;pct;pct;aantal\nTurkije;1;2020;1,0;2,0;\n";
    const Outcome ambiguous = read(bytes, json);
    QVERIFY(ambiguous.error && ambiguous.error->code == ErrorCode::ColumnAmbiguous);
    QCOMPARE(contextOf(*ambiguous.error, "column"), std::string("pct"));
    json["measures"][0]["value"] = "#5";
    const Outcome numbered = read(bytes, json);
    expectBalance(numbered);
    QVERIFY(numbered.set.figures[0].value == 0.02);
    for (const char *wrong : {"#7", "#0", "#", "#x"}) {
        json["measures"][0]["value"] = wrong;
        const Outcome missing = read(bytes, json);
        QVERIFY(missing.error && missing.error->code == ErrorCode::ColumnMissing);
    }
    json["measures"][0]["value"] = "pctt";
    const Outcome near = read("herkomst;generatie;jaar;pct;aantal\n", json);
    QVERIFY(near.error && near.error->code == ErrorCode::ColumnMissing);
    QCOMPARE(contextOf(*near.error, "nearest"), std::string("pct"));
    json["measures"][0]["value"] = "bedrag in euro's";
    const std::string many = "herkomst;generatie;jaar;percentage;aantal;" + std::string(5000, 'x') + "\n";
    QCOMPARE(contextOf(*read(many, json).error, "nearest"),
             std::string("herkomst, generatie, jaar, percentage, aantal, …"));
    const Outcome cut = read(std::string(5000, 'x') + ";herkomst;generatie;jaar\n", json);
    QCOMPARE(contextOf(*cut.error, "nearest"), std::string(40, 'x') + "…, herkomst, generatie, jaar");
}

void TestTableImport::margins()
{
    auto json = longRecipe();
    json["measures"][0]["low"] = "onder";
    json["measures"][0]["high"] = "boven";
    json["measures"][0]["source_kind"] = "survey";
    const Outcome outcome = read("herkomst;generatie;jaar;pct;aantal;onder;boven\nTurkije;1;2020;7,4;500;6,1;8,"
                                 "7\nTurkije;1;2021;.;500;6,1;8,7\n",
                                 json);
    expectBalance(outcome);
    QVERIFY(outcome.set.figures[0].low == 0.061 && outcome.set.figures[0].high == 0.087);
    QVERIFY(outcome.set.figures[0].sourceKind == SourceKind::Survey);
    QVERIFY(!outcome.set.figures[1].low && !outcome.set.figures[1].high); // no margin of an absent figure
}

void TestTableImport::rounding()
{
    auto json = longRecipe();
    json["measures"][0]["scale"] = 1;
    json["measures"][0]["round_to"] = 100;
    json["measures"][0]["indicator"] = "income.median";
    json["measures"][0]["decimals"] = 0;
    const Outcome outcome = read(std::string(header) + "Turkije;1;2020;24.300;\n", json);
    expectBalance(outcome);
    QVERIFY(outcome.set.figures[0].value == 24300.0 && outcome.set.figures[0].half == 50.0);
    json["measures"][0].erase("round_to");
    json["measures"][0]["scale"] = 1000;
    json["measures"][0].erase("decimals");
    const Outcome thousands = read(std::string(header) + "Turkije;1;2020;24,3;\n", json);
    QVERIFY(thousands.set.figures[0].value == 24300.0 && thousands.set.figures[0].half == 50.0);
}

void TestTableImport::provisional()
{
    auto json = longRecipe();
    json["provisional"] = {"2021"};
    const Outcome outcome = read(
        std::string(header) + "Turkije;1;2020;1,0;\nTurkije;1;2021;1,0;\nTurkije;1;2022*;1,0;\nTurkije;1;2023**;1,0;\n",
        json);
    expectBalance(outcome);
    std::vector<bool> flags;
    for (const PublishedFigure &one : outcome.set.figures)
        flags.push_back(one.provisional);
    QCOMPARE(flags, (std::vector<bool>{false, true, true, true}));
    QCOMPARE(outcome.set.figures[2].period.id(), std::string("2022"));
}

void TestTableImport::decimalsOnScreen()
{
    // An indicator of the catalogue, in per cent, whose source prints fractions.
    auto json = longRecipe();
    json["measures"][0]["scale"] = 1;
    const Outcome outcome = read(std::string(header) + "Turkije;1;2020;0,074;\n", json);
    expectBalance(outcome);
    QVERIFY(outcome.set.figures[0].value == 0.074 && outcome.set.figures[0].half == 0.0005);
    QCOMPARE(outcome.set.figures[0].decimals, 1);
}

void TestTableImport::structureFaults()
{
    // A stray quote swallows nothing but its own line.
    const Outcome outcome = read(
        std::string(header)
            + "Turkije;1;2019;1,0;\n\"Turkije;1;2020;1,0;\nTurkije;1;2021;1,0;\n\n\nTurkije;1;2022;1,0;\n",
        longRecipe());
    expectBalance(outcome);
    QCOMPARE(outcome.set.counts.rowsRead, 4L);
    QCOMPARE(ledgerLines(outcome), (QStringList{QStringLiteral("3 cut_record")}));
    QCOMPARE(outcome.set.figures.back().line, 7L);
    QVERIFY(std::count(outcome.report.notes.begin(), outcome.report.notes.end(), "blank_lines") == 1);
}

EVENREDIG_TEST(TestTableImport)
#include "testtableimport.moc"
