// What is proposed for files of persons: roles, codes, missing values, reading, design; and that the recipe does it.
#include "core/import/draft/columnsuggestion.h"
#include "core/import/draft/drafthead.h"
#include "core/import/drafttest.h"
#include "core/import/recognise/identifier.h"
#include "testroom.h"

using namespace evenredig;
using namespace evenredig::drafttest;

class TestDraft : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void proposesASurvey();
    void importsWhatItProposes();
    void asksForWhatCanBeReadTwoWays();
    void knowsOldTerms();
    void knowsEnglishAndOtherOrders();
    void knowsStatlineCodes();
    void neverGuessesCodesWithoutLabels();
    void takesUsualCodesOnlyTogether();
    void listsWhatIsNotRecognised();
    void findsMissingCodes_data();
    void findsMissingCodes();
    void leavesOutIdentifiers();
    void tellsVariablesByTheirLabels();
    void takesOneColumnForEachPlace();
    void readsThePeriod_data();
    void readsThePeriod();
    void namesDataSets_data();
    void namesDataSets();
    void matchesNames_data();
    void matchesNames();
    void hasWordsForEverything();
};

void TestDraft::proposesASurvey()
{
    const Draft draft = draftOf(surveyfiles::sim(), "sim2020.csv");
    QCOMPARE(
        rolesOf(draft),
        QStringLiteral("respnr leave_out certain; herkomst origin certain; gen generation likely; lft variable=age "
                       "certain; opl keep unsure; ink keep none; gew weight certain"));
    QCOMPARE(draft.dataset, std::string("sim-2020"));
    QCOMPARE(draft.period, std::string("2020"));
    QCOMPARE(draft.classification, std::string("migratieachtergrond-2016")); // by the period
    QCOMPARE(draft.read.encoding, std::string("windows-1252"));
    QCOMPARE(draft.read.decimal, std::string(","));
    QCOMPARE(draft.read.thousands, std::string()); // one "1.250" says nothing
    QCOMPARE(draft.design.covers.size(), std::size_t(8));
    QCOMPARE(codesOf(draft, "gen"), QStringLiteral("0=none | 1=first | 2=second"));
    QCOMPARE(codesOf(draft, "opl"),
             QStringLiteral("1=kept | 2=kept | 3=kept | 4=kept | 9=[unknown] | n.v.t.=[not_applicable]"));
    const DraftColumn *age = draft.column("lft");
    QVERIFY(age->number);
    QCOMPARE(age->bandsAs, std::string("age_band"));
    QCOMPARE(evidenceText(age->evidence, Language::Dutch),
             std::string("de naam “lft” staat bekend als Leeftijd in jaren; getallen van 15 tot en met 84; ook in "
                         "leeftijdsklassen"));
    QCOMPARE(evidenceText(draft.column("respnr")->evidence, Language::English),
             std::string("unique in each row: looks like a person’s number"));
    QCOMPARE(openOf(draft), QStringLiteral("scope two_ways:ink source unsure:opl"));
}

void TestDraft::importsWhatItProposes()
{
    const std::string bytes = surveyfiles::sim();
    Draft draft = draftOf(bytes, "sim2020.csv");
    const Imported in(bytes, draft);
    QCOMPARE(in.report.counts.rowsRead, 200);
    QCOMPARE(in.report.counts.rowsKept, 199);
    QCOMPARE(in.ledger(), (QStringList{"4 unreadable ink 1.250", "100 field_count"}));
    QCOMPARE(in.counts("origin"),
             QStringLiteral("dutch_caribbean=25 iranian=25 moroccan=25 none_background=25 polish=24 "
                            "somali=25 surinamese=25 turkish=25"));
    QCOMPARE(in.counts("opl"), QStringLiteral("1=35 2=40 3=40 4=40 [not_applicable]=5 [unknown]=39"));
    QVERIFY(in.counts("age_band").startsWith(QStringLiteral("12-17=")));
    QVERIFY(!in.info.variable("respnr"));
    QVERIFY(in.info.variable(weightVariable));
    QCOMPARE(in.info.design.covers.size(), std::size_t(8));
    const Variable *income = in.info.variable("ink");
    QVERIFY(income && income->dictionary.find("13.1"));
    QVERIFY(in.workspace->check(Language::English)->empty());
}

void TestDraft::asksForWhatCanBeReadTwoWays()
{
    const std::string bytes = surveyfiles::sim();
    Draft draft = draftOf(bytes, "sim2020.csv");
    DraftColumn *income = draft.column("ink");
    QCOMPARE(income->twoWays.size(), std::size_t(1));
    QVERIFY(!income->twoWaysSettled);
    QCOMPARE(income->twoWays[0].firstLine, 4L);
    const std::vector<OpenPoint> points = openPoints(draft);
    QCOMPARE(
        openPointText(points[1], Language::Dutch),
        std::string("ink: “1.250” (regel 4) is 1250 of 1,250; aantal zulke waarden: 1. Zonder keuze blijven zij leeg "
                    "en komen zij in het logboek."));
    for (const auto &[choice, value] :
         {std::pair(TwoWayValue::Choice::Large, "1250"), std::pair(TwoWayValue::Choice::Small, "1.25")}) {
        income->twoWays[0].choice = choice;
        const Imported in(bytes, draft);
        QCOMPARE(in.report.counts.valuesUnreadable, 0);
        QVERIFY2(in.info.variable("ink")->dictionary.find(value), value);
        QVERIFY(in.info.variable("ink")->dictionary.find("13.1"));
    }
    // A column of its own marks, all of it two ways: each choice for all.
    const std::string other = rowsOf("herkomst;bedrag", {{"Turkije", "Marokko"}, {"1.250", "2.375", "12.500"}}, 30);
    Draft all = draftOf(other, "2021.csv");
    DraftColumn *amount = all.column("bedrag");
    QCOMPARE(amount->twoWays.size(), std::size_t(3));
    QVERIFY(amount->number && !amount->twoWaysSettled);
    for (const auto &[choice, counts] : {std::pair(TwoWayValue::Choice::Large, "1250=10 12500=10 2375=10"),
                                         std::pair(TwoWayValue::Choice::Small, "1.25=10 12.5=10 2.375=10"),
                                         std::pair(TwoWayValue::Choice::Unreadable, "[unreadable]=30")}) {
        for (TwoWayValue &value : amount->twoWays)
            value.choice = choice;
        QCOMPARE(Imported(other, all).counts("bedrag"), QString::fromLatin1(counts));
    }
    amount->twoWays[0].choice = TwoWayValue::Choice::Large;
    amount->twoWays[1].choice = TwoWayValue::Choice::Small;
    QVERIFY(Imported(other, all).counts("bedrag").contains(QStringLiteral("[unreadable]=10")));
}

void TestDraft::knowsOldTerms()
{
    const Draft draft = draftOf(
        rowsOf("allochtoon;geslacht;jaar",
               {{"Turks", "Marokkaans", "Nederlandse Antillen en Aruba", "autochtoon", "Surinaams"},
                {"man", "vrouw"},
                {"2006", "2011"}},
               40));
    QCOMPARE(rolesOf(draft),
             QStringLiteral("allochtoon origin certain; geslacht variable=sex certain; jaar period certain"));
    QCOMPARE(
        codesOf(draft, "allochtoon"),
        QStringLiteral("Marokkaans=moroccan | Nederlandse Antillen en Aruba=dutch_caribbean | Surinaams=surinamese | "
                       "Turks=turkish | autochtoon=none_background"));
    QCOMPARE(draft.classification, std::string("migratieachtergrond-2016"));
    QCOMPARE(draft.classificationWhy.confidence, Confidence::Certain);
    QVERIFY(draft.period.empty());
    const Draft later = draftOf(
        rowsOf("migratieachtergrond;lft", {{"Turkse achtergrond", "Zonder migratieachtergrond"}, {"31", "44"}}, 20));
    QCOMPARE(later.classification, std::string("migratieachtergrond-2016"));
    const Draft since = draftOf(
        rowsOf("herkomst;lft", {{"Turkse herkomst", "Nederlandse herkomst"}, {"31", "44"}}, 20));
    QCOMPARE(since.classification, std::string("herkomst-2022"));
    const Draft mixed = draftOf(
        rowsOf("herkomst;lft", {{"Turkse herkomst", "Nederlandse achtergrond"}, {"31", "44"}}, 20));
    QVERIFY(mixed.classification.empty());
    QVERIFY(openOf(mixed).contains(QStringLiteral("classification")));
}

void TestDraft::knowsEnglishAndOtherOrders()
{
    const Draft draft = draftOf(
        "weight,sex,age,Country of birth,year,generation,work\n"
        "1.5,male,34,Turkey,2022,first generation,yes\n0.75,female,22,Morocco,2022,second generation,no\n"
        "2.25,male,51,Poland,2022,first generation,yes\n1.25,female,43,Dutch,2022,none,no\n");
    QCOMPARE(rolesOf(draft),
             QStringLiteral(
                 "weight weight certain; sex variable=sex certain; age variable=age certain; Country of birth "
                 "origin likely; year period certain; generation generation certain; work variable=work certain"));
    QCOMPARE(draft.kindWhy.confidence, Confidence::Certain);
}

void TestDraft::knowsStatlineCodes()
{
    const Draft draft = draftOf(rowsOf(
        "Migratieachtergrond;Geslacht;Perioden",
        {{"H008673", "H008766   ", "1012600", "H007119", "T001040"}, {"3000", "4000"}, {"2019JJ00", "2020JJ00"}}, 50));
    QCOMPARE(codesOf(draft, "Migratieachtergrond"),
             QStringLiteral("1012600=none_background | H007119=dutch_caribbean | H008673=moroccan | H008766=turkish | "
                            "T001040=?"));
    QCOMPARE(codesOf(draft, "Geslacht"), QStringLiteral("3000=m | 4000=f"));
    QCOMPARE(codesOf(draft, "Perioden"), QStringLiteral("2019JJ00=kept | 2020JJ00=kept"));
    QVERIFY(evidenceText(draft.column("Migratieachtergrond")->evidence, Language::Dutch).find("StatLine-codes")
            != std::string::npos);
    QVERIFY(
        openOf(draft).contains(QStringLiteral("rows_set_aside:Migratieachtergrond"))); // the total is nobody's origin
}

void TestDraft::neverGuessesCodesWithoutLabels()
{
    const std::string bytes = rowsOf("herkomst;opl;lft",
                                     {{"1", "2", "3", "4", "5", "6", "7"}, {"1", "2", "3", "4"}, {"20", "35"}}, 70);
    Draft draft = draftOf(bytes, "2020.csv");
    QCOMPARE(draft.column("herkomst")->confidence, Confidence::Unsure);
    QCOMPARE(codesOf(draft, "herkomst"), QStringLiteral("1=? | 2=? | 3=? | 4=? | 5=? | 6=? | 7=?"));
    QVERIFY(openOf(draft).startsWith(QStringLiteral("origin_codes:herkomst")));
    QCOMPARE(openPoints(draft).front().level, OpenPoint::Level::Blocks);
    QCOMPARE(rolesOf(draft).section(';', 1, 1).trimmed(), QStringLiteral("opl keep unsure"));
    // As the user fills them in.
    DraftColumn *origin = draft.column("herkomst");
    for (DraftValue &value : origin->values) {
        if (value.value == "1" || value.value == "2") {
            value.use = DraftValue::Use::Recoded;
            value.id = value.value == "1" ? "turkish" : "moroccan";
        }
    }
    origin->rest = "other";
    QVERIFY(!openOf(draft).contains(QStringLiteral("herkomst:")));
    QCOMPARE(Imported(bytes, draft).counts("origin"), QStringLiteral("moroccan=10 other=50 turkish=10"));
}

void TestDraft::takesUsualCodesOnlyTogether()
{
    const auto codesFor = [](const char *name, const std::vector<std::string> &values) {
        const Draft draft = draftOf(rowsOf(std::string("herkomst;") + name, {{"Turkije", "Marokko"}, values}, 60));
        return codesOf(draft, name);
    };
    QCOMPARE(codesFor("geslacht", {"1", "2"}), QStringLiteral("1=m | 2=f"));
    QCOMPARE(codesFor("geslacht", {"1", "2", "9"}), QStringLiteral("1=m | 2=f | 9=[unknown]"));
    QCOMPARE(codesFor("geslacht", {"0", "1"}), QStringLiteral("0=kept | 1=kept"));
    QCOMPARE(codesFor("geslacht", {"1", "2", "3"}), QStringLiteral("1=kept | 2=kept | 3=kept"));
    QCOMPARE(codesFor("vrouw", {"0", "1"}), QStringLiteral("0=kept | 1=kept"));
    QCOMPARE(codesFor("generatie", {"1", "2", "3"}), QStringLiteral("1=? | 2=? | 3=?"));
    QCOMPARE(codesFor("diabetes", {"0", "1"}), QStringLiteral("0=no | 1=yes"));
    QCOMPARE(codesFor("diabetes", {"1", "2"}), QStringLiteral("1=kept | 2=kept"));
}

void TestDraft::listsWhatIsNotRecognised()
{
    const std::string bytes = rowsOf("herkomst;geslacht", {{"Turkije", "Marokko", "Utopia"}, {"m", "v", "x"}}, 30);
    const Draft draft = draftOf(bytes, "2020.csv");
    QCOMPARE(codesOf(draft, "herkomst"), QStringLiteral("Marokko=moroccan | Turkije=turkish | Utopia=?"));
    QCOMPARE(draft.column("herkomst")->unknownRows(), 10L);
    QCOMPARE(draft.column("herkomst")->confidence, Confidence::Likely);
    QVERIFY(openOf(draft).contains(QStringLiteral("rows_set_aside:herkomst values_unreadable:geslacht")));
    const Imported in(bytes, draft);
    QCOMPARE(in.report.counts.rowsSetAside, 10);
    QCOMPARE(in.counts("sex"), QStringLiteral("f=10 m=10"));
}

void TestDraft::findsMissingCodes_data()
{
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<QString>("codes");
    const auto row = [](const char *name, const char *cells, const char *codes) {
        QTest::newRow(name) << QString::fromUtf8(cells).split(u'|') << QString::fromUtf8(codes);
    };
    row("words", "laag|hoog|weet niet|Wil niet zeggen|n.v.t.|onbekend",
        "Wil niet zeggen=[refused] | hoog=kept | laag=kept | n.v.t.=[not_applicable] | onbekend=[unknown] | weet "
        "niet=[dont_know]");
    row("pair", "1|2|3|4|5|8|9", "1=kept | 2=kept | 3=kept | 4=kept | 5=kept | 8=[dont_know] | 9=[refused]");
    row("pair of two digits", "1|2|10|98|99", "10=kept | 1=kept | 2=kept | 98=[dont_know] | 99=[refused]");
    row("one alone says less", "1|2|3|99", "1=kept | 2=kept | 3=kept | 99=[unknown]");
    row("a scale to ten", "1|2|3|4|5|6|7|8|9|10",
        "10=kept | 1=kept | 2=kept | 3=kept | 4=kept | 5=kept | 6=kept | 7=kept | 8=kept | 9=kept");
    row("a scale to eight and nine", "5|6|7|8|9", "5=kept | 6=kept | 7=kept | 8=kept | 9=kept");
    row("two values are no scale", "1|9", "1=kept | 9=kept");
    row("negative", "0|1|2|-1|-9", "-1=[unknown] | -9=[unknown] | 0=kept | 1=kept | 2=kept");
    row("negative numbers", "-20|-1|0|3", "-1=kept | -20=kept | 0=kept | 3=kept");
}

void TestDraft::findsMissingCodes()
{
    QFETCH(QStringList, cells);
    QFETCH(QString, codes);
    std::vector<std::string> values;
    for (const QString &cell : cells)
        values.push_back(cell.toStdString());
    const Draft draft = draftOf(rowsOf("herkomst;vraag12", {{"Turkije", "Marokko"}, values}, 8 * int(values.size())));
    QCOMPARE(codesOf(draft, "vraag12"), codes);
}

void TestDraft::leavesOutIdentifiers()
{
    std::string csv = "achternaam;nummer;adres;bsn;huishouden;herkomst\n";
    for (int i = 0; i < 150; ++i) {
        int number = 100000000 + 11 * i;
        while (!isCitizenNumber(std::to_string(number)))
            ++number;
        csv += "naam" + std::to_string(i % 70) + ";" + std::to_string(5000 + i) + ";straat;" + std::to_string(number)
               + ";" + std::to_string(i / 3) + ";Turkije\n";
    }
    const Draft draft = draftOf(csv);
    QCOMPARE(rolesOf(draft),
             QStringLiteral("achternaam leave_out certain; nummer leave_out certain; adres leave_out "
                            "certain; bsn leave_out certain; huishouden keep unsure; herkomst origin certain"));
    QCOMPARE(draft.column("nummer")->leftOutReason, std::string("identifier_unique"));
    const auto recipe = Recipe::fromJson(recipeJson(draft), "r");
    QVERIFY2(recipe, wrongOf(recipe).c_str());
    QCOMPARE(recipe->leaveOut.at("achternaam"), std::string("identifier_name"));
    QCOMPARE(recipe->columns.size(), std::size_t(2));
    // The same number in several periods: a panel.
    std::string panel = "respnr;herkomst;jaar\n";
    for (int i = 0; i < 200; ++i)
        panel += std::to_string(1000 + i / 2) + ";Turkije;" + (i % 2 == 0 ? "2015" : "2020") + "\n";
    QCOMPARE(rolesOf(draftOf(panel)),
             QStringLiteral("respnr person likely; herkomst origin certain; jaar period certain"));
}

void TestDraft::tellsVariablesByTheirLabels()
{
    const Draft draft = draftOf(rowsOf(
        "v1;v2;v3;v4",
        {{"Turkije", "Marokko", "Polen"}, {"mannen", "vrouwen"}, {"ja", "nee"}, {"goed", "slecht", "gaat wel"}}, 30));
    // Yes and no, and labels of several variables, tell nothing.
    QCOMPARE(rolesOf(draft), QStringLiteral("v1 origin likely; v2 variable=sex likely; v3 keep none; v4 keep none"));
}

void TestDraft::takesOneColumnForEachPlace()
{
    const Draft draft = draftOf(rowsOf(
        "herkomst_partner;herkomst;land;lft;leeftijd",
        {{"Turkije", "Marokko"}, {"Turkije", "Marokko"}, {"Marokko", "Turkije"}, {"20", "31"}, {"21", "32"}}, 20));
    QCOMPARE(rolesOf(draft),
             QStringLiteral("herkomst_partner keep unsure; herkomst origin certain; land keep unsure; lft "
                            "variable=age certain; leeftijd keep unsure"));
    // Of the body, or of the sample? Asked.
    std::vector<std::string> kilograms;
    for (int i = 45; i < 110; ++i)
        kilograms.push_back(std::to_string(i));
    const Draft body = draftOf(rowsOf("herkomst;gewicht", {{"Turkije", "Marokko"}, kilograms}, 130));
    QCOMPARE(rolesOf(body), QStringLiteral("herkomst origin certain; gewicht weight unsure"));
    QVERIFY(openOf(body).contains(QStringLiteral("unsure:gewicht")));
    QCOMPARE(evidenceText(draft.column("land")->evidence, Language::English),
             std::string("herkomst fits Origin better"));
}

void TestDraft::readsThePeriod_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("year");
    for (const auto &[name, year] :
         {std::pair("sim2020.csv", "2020"), std::pair("SIM 2015 def.csv", "2015"), std::pair("sim.csv", ""),
          std::pair("20201231.csv", ""), std::pair("x2015_2020.csv", ""), std::pair("2015 en 2015.csv", "2015"),
          std::pair("1850.csv", ""), std::pair("2020", "2020")})
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(year);
}

void TestDraft::readsThePeriod()
{
    QFETCH(QString, name);
    QFETCH(QString, year);
    QCOMPARE(QString::fromStdString(yearIn(name.toStdString())), year);
}

void TestDraft::namesDataSets_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("id");
    for (const auto &[name, id] :
         {std::pair("SIM2020.csv", "sim-2020"), std::pair("Enquête (definitief).csv", "enqu-te-definitief"),
          std::pair("..csv", "dataset"), std::pair("a_b c.txt", "a-b-c"), std::pair("", "dataset")})
        QTest::newRow(name) << QString::fromUtf8(name) << QString::fromLatin1(id);
}

void TestDraft::namesDataSets()
{
    QFETCH(QString, name);
    QFETCH(QString, id);
    QCOMPARE(QString::fromStdString(datasetIdFor(name.toStdString())), id);
}

void TestDraft::matchesNames_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("variable");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *column, const char *variable, NameMatch::Kind kind) {
        QTest::addRow("%s, %s", column, variable)
            << QString::fromUtf8(column) << QString::fromLatin1(variable) << int(kind);
    };
    using Kind = NameMatch::Kind;
    row("Herkomst", "origin", Kind::Exact);
    row("HERKOMST", "origin", Kind::Exact);
    row("land_van_herkomst", "origin", Kind::Exact);
    row("herkomst_resp", "origin", Kind::Part);
    row("herkomst2", "origin", Kind::Part);
    row("herkomst_moeder", "origin", Kind::None);
    row("opl_vader", "education", Kind::None);
    row("opl_ouders", "parental_education", Kind::Exact);
    row("gew2020", "weight", Kind::Part);
    row("gewest", "weight", Kind::None);
    row("lft", "age", Kind::Exact);
    row("geslacht", "sex", Kind::Exact);
    row("vrouw", "sex", Kind::None); // one of its codes
    row("eerste_generatie", "generation", Kind::None);
    row("", "age", Kind::None);
    row("#3", "age", Kind::None);
}

void TestDraft::matchesNames()
{
    QFETCH(QString, column);
    QFETCH(QString, variable);
    QFETCH(int, kind);
    const KnownVariable *known = Vocabulary::builtIn().variable(variable.toStdString());
    QVERIFY(known);
    QCOMPARE(int(matchName(ColumnWords(column.toStdString()), *known).kind), kind);
}

void TestDraft::hasWordsForEverything()
{
    for (int role = 0; role <= int(ColumnRole::Person); ++role)
        for (const Language language : {Language::Dutch, Language::English})
            QVERIFY(hasText(language, "role." + std::string(roleName(ColumnRole(role)))));
    const std::string bytes = surveyfiles::sim();
    for (const Draft &draft :
         {draftOf(bytes, "sim2020.csv"), draftOf("a,b\n1,2\n"), draftOf("herkomst;gew\n1;1\n2;2\n")}) {
        for (const Language language : {Language::Dutch, Language::English}) {
            for (const DraftColumn &column : draft.columns) {
                const std::string words = evidenceText(column.evidence, language);
                QVERIFY2(words.find("‹") == std::string::npos && words.find('{') == std::string::npos, words.c_str());
                for (const DraftValue &value : column.values)
                    QVERIFY(evidenceText(value.evidence, language).find("‹") == std::string::npos);
            }
            for (const OpenPoint &point : openPoints(draft)) {
                const std::string words = openPointText(point, language);
                QVERIFY2(words.find("‹") == std::string::npos && words.find('{') == std::string::npos, words.c_str());
            }
            for (const HeadSuggestion *why : {&draft.kindWhy, &draft.classificationWhy, &draft.periodWhy,
                                              &draft.design.scopeWhy, &draft.design.coversWhy}) {
                const std::string words = evidenceText(why->evidence, language);
                QVERIFY2(words.find("‹") == std::string::npos && words.find('{') == std::string::npos, words.c_str());
            }
        }
    }
}

EVENREDIG_TEST(TestDraft)
#include "testdraft.moc"
