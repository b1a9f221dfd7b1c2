#include "core/import/surveytest.h"

#include "core/import/recipe/cellrule.h"
#include "core/store/database.h"
#include "testroom.h"

#include <random>

using namespace evenredig;
using namespace evenredig::surveytest;

class TestSurveyImport : public QObject {
    Q_OBJECT
private slots:
    void codesEveryColumn();
    void setsAsideOnlyWhatCannotBeUsed();
    void makesTheDesignTable();
    void keepsStrataApart();
    void keepsEqualClusterCodesApart();
    void refusesAWrongPopulation();
    void losesNoControlCharacter();
    void refusesNul();
    void readsNumbersByTheirMarks();
    void namesBands_data();
    void namesBands();
    void takesGenerationsOfTheCatalogueOnly();
    void refusesWhenNoRowHasAPlace();
    void fillsSeveralSegments();
    void leavesOutWhatTheRecipeSays();
    void leavesTheFileWhenCancelled();
    void leavesTheFileWhenRefused();
    void replacesInOneTransaction();
    void checkFindsDamage();
};

void TestSurveyImport::codesEveryColumn()
{
    const Imported in(std::string(personsHeader)
                      + "T;2020;1,5;W;1;34;huur\n"
                        "N;2020*;2;O;8;14;\n"
                        "X;2015;0,25;W;.;70;koop\n"
                        "T;2015;1;W;;25,0; huur \n");
    QVERIFY2(!in.error, in.error ? contextOf(*in.error, "file").c_str() : "");
    QCOMPARE(in.values("origin").join(' '), QStringLiteral("turkish none_background other turkish"));
    QCOMPARE(in.values("period").join(' '), QStringLiteral("2020 2020 2015 2015"));
    QCOMPARE(in.values("education").join(' '), QStringLiteral("low [dont_know] [refused] [unknown]"));
    QCOMPARE(in.values("age").join(' '), QStringLiteral("34 14 70 25"));
    QCOMPARE(in.values("age_band").join(' '), QStringLiteral("25-64 [not_applicable] 65+ 25-64"));
    QCOMPARE(in.values("woonvorm").join(' '), QStringLiteral("huur [unknown] koop huur")); // not named, kept
    QCOMPARE(in.values("regio").join(' '), QStringLiteral("W O W W")); // a stratum is a characteristic too
    QCOMPARE(in.values(weightVariable).join(' '), QStringLiteral("1.5 2 0.25 1"));
    const Variable *education = in.info.variable("education");
    QCOMPARE(education->label.en, std::string("Education"));
    QCOMPARE(education->dictionary.order(*education->dictionary.find("low")), std::optional(0));
    bool labelled = false;
    for (std::uint32_t code = 0; code < education->dictionary.size(); ++code)
        labelled = labelled || education->dictionary.label(code).nl == "weet niet";
    QVERIFY(labelled);
    QCOMPARE(in.report.counts.rowsRead, 4);
    QCOMPARE(in.report.counts.rowsKept, 4);
    QVERIFY(in.workspace->check(Language::English)->empty());
}

void TestSurveyImport::setsAsideOnlyWhatCannotBeUsed()
{
    const Imported in(std::string(personsHeader)
                      + "T;2020;1;W;1;34;huur\n"
                        "T;2020;1;W;1\n"               // 3: too few fields
                        ";2020;1;W;1;34;huur\n"        // 4: no origin
                        "T;vorig jaar;1;W;1;34;huur\n" // 5: no period
                        "T;2020;0;W;1;34;huur\n"       // 6
                        "T;2020;;W;1;34;huur\n"        // 7
                        "T;2020;-1;W;1;34;huur\n"      // 8
                        "T;2020;1;W;7;oud;huur\n");    // 9: kept, with three values that cannot be read
    QVERIFY(!in.error);
    const ImportCounts &counts = in.report.counts;
    QCOMPARE(counts.rowsRead, 8);
    QCOMPARE(counts.rowsKept, 2);
    QCOMPARE(counts.rowsSetAside, 6);
    QCOMPARE(counts.valuesUnreadable, 3);
    QCOMPARE(in.values("education").join(' '), QStringLiteral("low [unreadable]"));
    QCOMPARE(in.values("age").join(' '), QStringLiteral("34 [unreadable]"));
    const QStringList expected{QStringLiteral("3 field_count"),
                               QStringLiteral("4 unknown_origin herkomst"),
                               QStringLiteral("5 unknown_period jaar vorig jaar"),
                               QStringLiteral("6 weight_zero gewicht 0"),
                               QStringLiteral("7 weight_missing gewicht"),
                               QStringLiteral("8 weight_zero gewicht -1"),
                               QStringLiteral("9 not_listed opl 7"),
                               QStringLiteral("9 unreadable lft oud"),
                               QStringLiteral("9 unreadable lft oud")};
    QCOMPARE(in.ledger(), expected);
    QVERIFY(in.workspace->check(Language::English)->empty()); // the accounts agree with the ledger
}

void TestSurveyImport::makesTheDesignTable()
{
    const Imported in(
        std::string(personsHeader)
        + "T;2020;1;W;1;34;a\nT;2020;1;O;1;34;a\nN;2020;1;W;1;34;a\nT;2015;1;W;1;34;a\nT;2015;0;W;1;34;a\n");
    QVERIFY(!in.error);
    QCOMPARE(in.info.strata.size(), std::size_t(3));
    QCOMPARE(in.values(stratumVariable).join(' '), QStringLiteral("0 1 0 2"));
    QCOMPARE(in.info.strata[0].rows, 2); // of both origins: before any selection
    QCOMPARE(in.info.strata[0].period, std::string("2020"));
    QCOMPARE(in.info.strata[0].name, std::string("W"));
    QCOMPARE(in.info.strata[2].rows, 1); // the row without weight does not count
    QCOMPARE(in.info.strata[2].clusters, 0);
    QCOMPARE(in.info.design.strata, std::vector<std::string>{"regio"});
}

/// Values that hold the character which no value may have are listed as unreadable; their strata stay two.
void TestSurveyImport::keepsStrataApart()
{
    Json recipe = personsRecipe();
    recipe["design"]["strata"] = {"regio", "woonvorm"};
    const Imported in(std::string(personsHeader)
                          + "T;2020;1;a\x1F"
                            "b;1;34;c\n"
                            "T;2020;1;a;1;34;b\x1F"
                            "c\n"
                            "T;2020;1;;1;34;ab\n"
                            "T;2020;1;a;1;34;b\n",
                      recipe);
    QVERIFY(!in.error);
    QCOMPARE(in.values(stratumVariable).join(' '), QStringLiteral("0 1 2 3"));
    QCOMPARE(in.info.strata.size(), std::size_t(4));
    QCOMPARE(in.report.counts.valuesUnreadable, 2);
    QCOMPARE(in.ledger().size(), 2);
}

void TestSurveyImport::keepsEqualClusterCodesApart()
{
    Json recipe = personsRecipe();
    recipe["design"]["cluster"] = "woonvorm";
    recipe["design"]["population"] = "opl";
    recipe["columns"].erase(1);
    const Imported in(std::string(personsHeader)
                          + "T;2020;1;W;9;34;1\nT;2020;1;W;9;34;1\nT;2020;1;W;9;34;2\nT;2020;1;O;0,5;34;1\n",
                      recipe);
    QVERIFY(!in.error);
    QCOMPARE(in.values(clusterVariable).join(' '), QStringLiteral("0 0 1 2"));
    QCOMPARE(in.info.strata[0].clusters, 2);
    QCOMPARE(in.info.strata[0].rows, 3);
    QCOMPARE(in.info.strata[1].clusters, 1);
    QCOMPARE(in.info.strata[0].population, std::optional(9.0));
    QCOMPARE(in.info.strata[1].population, std::optional(0.5));
    QVERIFY(!in.info.variable("woonvorm")); // serves the design alone
    QCOMPARE(in.reasonFor("woonvorm"), QStringLiteral("kept as @cluster"));
    QCOMPARE(in.reasonFor("opl"), QStringLiteral("kept as @population"));
}

void TestSurveyImport::refusesAWrongPopulation()
{
    Json recipe = personsRecipe();
    recipe["design"]["population"] = "woonvorm";
    for (const char *rows : {"T;2020;1;W;1;34;9\nT;2020;1;W;1;34;8\n", "T;2020;1;W;1;34;\n", "T;2020;1;W;1;34;0\n",
                             "T;2020;1;W;1;34;2\nT;2020;1;W;1;34;2\nT;2020;1;W;1;34;2\n"}) {
        const Imported in(std::string(personsHeader) + rows, recipe);
        QVERIFY2(in.error && in.error->code == ErrorCode::JsonWrongValue, rows);
        QVERIFY(in.workspace->microdata()->empty());
    }
}

/// What a control character does is seen: it is kept in the value, or it breaks the row and the ledger has the row.
void TestSurveyImport::losesNoControlCharacter()
{
    const Imported in(std::string(personsHeader)
                      + "T;2020;1;W;1;34;ver\x0Btikaal\n"
                        "T;2020;1;W;1;34;regel\xC2\x85"
                        "einde\n"
                        "T;2020;1;W;1;34;blad\x0C\n"
                        "T;2020;1;W;1;34;\"met\rregel\"\n"
                        "T;2020;1;W;1;34;los\rsnede\n"
                        "T;2020;1;W;1;3\x07 4;bel\x07\x1B\n");
    QVERIFY(!in.error);
    QCOMPARE(in.values("woonvorm"),
             QStringList({QStringLiteral("ver\vtikaal"), QStringLiteral("regel\u0085einde"), QStringLiteral("blad\f"),
                          QStringLiteral("met\rregel"), QStringLiteral("los"), QStringLiteral("bel\a\x1B")}));
    // A lone CR ends a line: what stands behind it is a row of its own, set aside with its line. In a number nothing
    // is overlooked.
    QCOMPARE(in.ledger(), QStringList({QStringLiteral("8 field_count"), QStringLiteral("9 unreadable lft 3\a 4"),
                                       QStringLiteral("9 unreadable lft 3\a 4")}));
    QCOMPARE(in.report.counts.rowsRead, 7);
    QCOMPARE(in.report.counts.rowsSetAside, 1);
}

void TestSurveyImport::refusesNul()
{
    const Imported in(personsHeader + std::string("T;2020;1;W;1;34;a\0b\n", 20));
    QVERIFY(in.error);
    QCOMPARE(in.error->code, ErrorCode::FileBinary);
}

void TestSurveyImport::readsNumbersByTheirMarks()
{
    Marks comma;
    comma.decimal = ",";
    QCOMPARE(readReal("0,1", comma), std::optional(0.1));
    QCOMPARE(readReal("+2", comma), std::optional(2.0));
    QCOMPARE(readReal("-2,50", comma), std::optional(-2.5));
    QCOMPARE(readReal("1e5", comma), std::optional(1e5));
    QCOMPARE(readReal("-1,5E-02", comma), std::optional(-0.015));
    QCOMPARE(readReal("−"
                      "3",
                      comma),
             std::optional(-3.0));
    for (const char *wrong :
         {"", "-", ",", "1.5", "1,5,2", "inf", "nan", "0x10", "1 2", "5%", "4,1*", "(2)", "<3", "1e", "e5", "1e999"})
        QVERIFY2(!readReal(wrong, comma), wrong);
    // The quick way for short numbers gives the double that is nearest to the text, as the standard library does.
    std::mt19937_64 random(2);
    for (int i = 0; i < 100'000; ++i) {
        std::string text = std::to_string(random() >> (random() % 64));
        const std::size_t point = random() % (text.size() + 1);
        const double nearest = std::strtod((text.substr(0, point) + "." + text.substr(point)).c_str(), nullptr);
        text.insert(point, ",");
        QVERIFY2(readReal(text, comma) == nearest, text.c_str());
    }
    comma.thousands = ".";
    QCOMPARE(readReal("1.234,5", comma), std::optional(1234.5));
    QVERIFY(!readReal("12.34,5", comma));
}

void TestSurveyImport::namesBands_data()
{
    QTest::addColumn<QString>("bands");
    QTest::addColumn<QString>("names");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("band");
    const auto row = [](const char *bands, const char *names, const char *number, const char *band) {
        QTest::newRow(bands) << bands << names << number << band;
    };
    row("[15, 25, 65]", "15-24 25-64 65+", "64", "25-64");
    row("[0]", "0+", "3", "0+");
    row("[0, 1, 2, 5]", "0 1 2-4 5+", "1", "1");
    row("[0, 0.25, 0.5]", "0-<0.25 0.25-<0.5 0.5+", "0,25", "0.25-<0.5");
    row("[0, 0.5, 1, 2]", "0-<0.5 0.5-<1 1-<2 2+", "1,5", "1-<2");
    row("[-10, -5, 0, 5]", "-10..-6 -5..-1 0-4 5+", "-5", "-5..-1");
    row("[-5, 5]", "-5..4 5+", "-1", "-5..4");
    row("[-1, 0]", "-1 0+", "-1", "-1");
    row("[-0.5, 0, 0.5]", "-0.5..<0 0-<0.5 0.5+", "-0,1", "-0.5..<0");
    row("[-3, -2.5]", "-3..<-2.5 -2.5+", "-2", "-2.5+");
    row("[-1, -0.0, 1]", "-1 0 1+", "0", "0");
    row("[1e6, 2e6]", "1000000-1999999 2000000+", "1500000", "1000000-1999999");
    row("[1e-3, 1e-2]", "0.001-<0.01 0.01+", "0,005", "0.001-<0.01");
    row("[0, 1e15]", "0-<1e+15 1e+15+", "7", "0-<1e+15");
    row("[-1e300, 0, 1e300]", "-1e+300..<0 0-<1e+300 1e+300+", "7", "0-<1e+300");
    row("[0.1, 0.2, 0.3]", "0.1-<0.2 0.2-<0.3 0.3+", "0,29", "0.2-<0.3");
}

void TestSurveyImport::namesBands()
{
    QFETCH(QString, bands);
    QFETCH(QString, names);
    QFETCH(QString, number);
    QFETCH(QString, band);
    auto json = personsRecipe();
    json["columns"].back()["bands"] = Json::parse(bands.toStdString());
    const auto recipe = Recipe::fromJson(json.dump(), "p.recipe.json");
    QVERIFY2(recipe, wrongOf(recipe).c_str());
    const CellRule rule(recipe->read, &recipe->columns.back());
    QStringList order;
    for (const std::string &name : rule.order())
        order << QString::fromStdString(name);
    QCOMPARE(order.join(' '), names);
    QCOMPARE(QSet<QString>(order.begin(), order.end()).size(), order.size());
    QCOMPARE(QString::fromStdString(rule.meaningOf(number.toStdString()).value), band);
}

// A column that is called "generation" gives generations, whether the recipe names it or not.
void TestSurveyImport::takesGenerationsOfTheCatalogueOnly()
{
    const std::string rows = "T;2020;1;W;1;34;first\nT;2020;1;W;1;34;2\nT;2020;1;W;1;34;Eerste generatie\n";
    const std::string unnamed = "herkomst;jaar;gewicht;regio;opl;lft;generation\n";
    const QString values = QStringLiteral("first [unreadable] [unreadable]");
    const Imported kept(unnamed + rows);
    QVERIFY(!kept.error);
    QCOMPARE(kept.values("generation").join(' '), values);
    QCOMPARE(kept.ledger(), (QStringList{QStringLiteral("3 not_listed generation 2"),
                                         QStringLiteral("4 not_listed generation Eerste generatie")}));
    auto json = personsRecipe();
    json["columns"].push_back({{"from", "woonvorm"}, {"as", "generation"}});
    const Imported named(std::string(personsHeader) + rows, json);
    QVERIFY(!named.error);
    QCOMPARE(named.values("generation").join(' '), values);
    QCOMPARE(named.report.counts.rowsKept, 3); // a value that is none is an absence; its row stays
}

void TestSurveyImport::refusesWhenNoRowHasAPlace()
{
    auto json = personsRecipe();
    json["columns"][0].erase("recode");
    const Imported in(std::string(personsHeader) + "Turkije;2020;1;W;1;34;huur\nMarokko;2020;1;W;1;34;huur\n", json);
    QVERIFY(in.error);
    QCOMPARE(int(in.error->code), int(ErrorCode::NothingPlaced));
    QCOMPARE(contextOf(*in.error, "column"), std::string("herkomst"));
    QCOMPARE(contextOf(*in.error, "value"), std::string("Turkije"));
    QVERIFY(in.workspace->datasets()->empty());
    const Imported one(std::string(personsHeader) + "Turkije;2020;1;W;1;34;huur\nmoroccan;2020;1;W;1;34;huur\n", json);
    QVERIFY(!one.error);
    QCOMPARE(one.values("origin").join(' '), QStringLiteral("moroccan"));
    QCOMPARE(one.ledger().value(0), QStringLiteral("2 unknown_origin herkomst Turkije"));
    QCOMPARE(one.report.counts.rowsSetAside, 1);
}

void TestSurveyImport::fillsSeveralSegments()
{
    // A column that differs in every row waits in memory; here it stops differing in the second segment.
    const std::size_t rows = 2 * segmentRows + 5;
    std::string bytes = "herkomst;jaar;volg;klas\n";
    for (std::size_t i = 0; i < rows; ++i)
        bytes += "T;2020;" + std::to_string(i < segmentRows + 10 ? i : 7) + ";" + std::to_string(i % 300) + "\n";
    Json recipe = personsRecipe();
    recipe.erase("design");
    recipe["columns"] = Json::array({recipe["columns"][0]});
    const Imported in(bytes, recipe);
    QVERIFY(!in.error);
    QCOMPARE(in.info.rows, std::int64_t(rows));
    const QStringList waited = in.values("volg");
    const QStringList classes = in.values("klas");
    QCOMPARE(std::size_t(waited.size()), rows);
    QCOMPARE(std::size_t(classes.size()), rows);
    for (const std::size_t row : {std::size_t(0), segmentRows - 1, segmentRows, segmentRows + 9, rows - 1}) {
        QCOMPARE(waited[int(row)].toULongLong(), row < segmentRows + 10 ? row : 7);
        QCOMPARE(classes[int(row)].toULongLong(), row % 300);
    }
    QVERIFY(in.workspace->check(Language::English)->empty());
}

void TestSurveyImport::leavesOutWhatTheRecipeSays()
{
    Json recipe = personsRecipe();
    recipe["leave_out"] = {{"woonvorm", "identifier_name"}, {"nergens", "left_out"}};
    const Imported in(std::string(personsHeader) + "T;2020;1;W;1;34;huur\n", recipe);
    QVERIFY(!in.error);
    QCOMPARE(in.reasonFor("woonvorm"), QStringLiteral("identifier_name"));
    QVERIFY(!in.info.variable("woonvorm"));
    // Of two columns with the name either may be meant, so none is kept in silence.
    const Imported twice("herkomst;jaar;gewicht;regio;opl;lft;woonvorm;woonvorm\nT;2020;1;W;1;34;huur;geheim\n",
                         recipe);
    QVERIFY(twice.error && twice.error->code == ErrorCode::ColumnAmbiguous);
    QVERIFY(twice.workspace->microdata()->empty());
}

void TestSurveyImport::leavesTheFileWhenCancelled()
{
    std::string bytes = personsHeader;
    for (int i = 0; i < 120000; ++i)
        bytes += "T;2020;1,5;W;1;34;huur\n";
    Imported in(bytes);
    QVERIFY(!in.error);
    const std::string file = in.folder.filePath("w.evenredig").toStdString();
    const std::string before = sha256OfFile(file);
    for (const double when : {0.0, 0.5, 0.9}) {
        std::stop_source stop;
        Progress progress;
        progress.stop = stop.get_token();
        progress.report = [&stop, when](double fraction) {
            fraction >= when ? static_cast<void>(stop.request_stop()) : void();
        };
        in.import(personsRecipe(), IfExists::Replace, progress);
        QVERIFY(in.error && in.error->code == ErrorCode::Cancelled);
        QCOMPARE(sha256OfFile(file), before);
        QCOMPARE(filesIn(in.folder.path()), QStringLiteral("p.csv w.evenredig"));
    }
}

void TestSurveyImport::leavesTheFileWhenRefused()
{
    Imported in(std::string(personsHeader) + "T;2020;1,5;W;1;34;huur\n");
    const std::string file = in.folder.filePath("w.evenredig").toStdString();
    const std::string before = sha256OfFile(file);
    in.import(personsRecipe());
    QVERIFY(in.error && in.error->code == ErrorCode::DatasetExists);
    Json recipe = personsRecipe();
    recipe["columns"][2]["from"] = "leeftijd";
    in.import(recipe, IfExists::Replace);
    QVERIFY(in.error && in.error->code == ErrorCode::ColumnMissing);
    recipe = personsRecipe();
    recipe["columns"][0]["recode"]["T"] = "turkse";
    in.import(recipe, IfExists::Replace);
    QVERIFY(in.error && in.error->code == ErrorCode::OriginUnknown);
    for (const char *role : {"origin", "period"}) {
        recipe = personsRecipe();
        if (std::string(role) == "origin")
            recipe["columns"].erase(0);
        else
            recipe.erase("period");
        in.import(recipe, IfExists::Replace);
        QVERIFY(in.error && in.error->code == ErrorCode::RoleMissing);
        QCOMPARE(contextOf(*in.error, "role"), std::string(role));
    }
    QVERIFY(writeFile(in.folder.filePath("p.csv").toStdString(), "herkomst;\"jaar\"x\nT;2020\n"));
    in.import(personsRecipe(), IfExists::Replace);
    QVERIFY(in.error && in.error->code == ErrorCode::HeaderBroken);
    QCOMPARE(sha256OfFile(file), before);
}

void TestSurveyImport::replacesInOneTransaction()
{
    Imported in(std::string(personsHeader) + "T;2020;1,5;W;1;34;huur\n");
    QVERIFY(
        writeFile(in.folder.filePath("p.csv").toStdString(), std::string(personsHeader) + "N;2021;2;W;2;30;koop\n"));
    in.import(personsRecipe(), IfExists::Replace);
    QVERIFY(!in.error);
    QCOMPARE(in.workspace->microdata()->size(), std::size_t(1));
    QCOMPARE(in.values("origin").join(' '), QStringLiteral("none_background"));
    QVERIFY(in.workspace->check(Language::English)->empty());
}

void TestSurveyImport::checkFindsDamage()
{
    const Imported in(std::string(personsHeader) + "T;2020;1,5;W;1;34;huur\nN;2020;1,5;W;2;35;huur\n");
    const auto alter = [&in](const std::string &sql) {
        const auto database = Database::open(in.folder.filePath("w.evenredig").toStdString(),
                                             Database::Access::ReadWrite);
        return (*database)->run(sql).has_value();
    };
    QVERIFY(
        alter("UPDATE segments SET bytes = x'01' WHERE variable = (SELECT number FROM variables WHERE name = 'age')"));
    const auto findings = in.workspace->check(Language::English);
    QVERIFY(findings);
    QCOMPARE(findings->size(), std::size_t(1));
    QVERIFY2(findings->front().find("age") != std::string::npos, findings->front().c_str());
    QCOMPARE(in.values("age").join(' ').left(17), QStringLiteral("workspace_damaged"));
    QVERIFY(alter("DELETE FROM segments"));
    QVERIFY(in.workspace->check(Language::English)->size() > 5); // one for each variable
}

EVENREDIG_TEST(TestSurveyImport)
#include "testsurveyimport.moc"
