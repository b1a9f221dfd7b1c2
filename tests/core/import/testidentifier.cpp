// Columns that tell persons apart: left out, or kept as plain text when the recipe names them.
#include "core/import/surveytest.h"

#include "core/cells/scan.h"
#include "core/import/recognise/identifier.h"
#include "testroom.h"

using namespace evenredig;
using namespace evenredig::surveytest;

class TestIdentifier : public QObject {
    Q_OBJECT
private slots:
    void leavesOutIdentifiers();
    void keepsIdentifiersThatAreNamed();
    void storesNamedIdentifiersAsText_data();
    void storesNamedIdentifiersAsText();
    void doesNotAskOfPlainText();
    void tellsOfTheReservedCharacter();
    void knowsCitizenNumbers();
};

void TestIdentifier::leavesOutIdentifiers()
{
    std::string bytes = "herkomst;jaar;volgnummer;achternaam;burger;bedrag;leeftijd;postcode\n";
    long citizen = 100000009;
    for (int i = 0; i < 200; ++i) {
        do
            ++citizen;
        while (!isCitizenNumber(std::to_string(citizen)));
        bytes += "T;2020;" + std::to_string(i) + ";Jansen;" + std::to_string(citizen) + ";" + std::to_string(i) + ",25;"
                 + std::to_string(i % 60) + ";" + std::to_string(1000 + i % 90) + "\n";
        if (i % 3 == 0) // a household of two rows: not unique, still citizen numbers
            bytes += "T;2020;" + std::to_string(1000 + i) + ";Jansen;" + std::to_string(citizen) + ";1,25;3;1000\n";
    }
    Json recipe = personsRecipe();
    recipe.erase("design");
    recipe["columns"] = Json::array({recipe["columns"][0]});
    const Imported in(bytes, recipe);
    QVERIFY(!in.error);
    QCOMPARE(in.reasonFor("volgnummer"), QStringLiteral("identifier_unique"));
    QCOMPARE(in.reasonFor("achternaam"), QStringLiteral("identifier_name"));
    QCOMPARE(in.reasonFor("burger"), QStringLiteral("identifier_number"));
    QCOMPARE(in.reasonFor("bedrag"), QStringLiteral("kept as bedrag")); // amounts are nobody's number
    QCOMPARE(in.reasonFor("leeftijd"), QStringLiteral("kept as leeftijd"));
    QCOMPARE(in.reasonFor("postcode"), QStringLiteral("kept as postcode"));
    QVERIFY(!in.info.variable("volgnummer") && !in.info.variable("achternaam") && !in.info.variable("burger"));
    QVERIFY2(in.ledger().contains(QStringLiteral("0 identifier_number burger")), qPrintable(in.ledger().join(u'|')));
    const auto file = readFile(in.folder.filePath("w.evenredig").toStdString());
    QVERIFY(file && file->find(std::to_string(citizen)) == std::string::npos); // nor anywhere else in the file
    QVERIFY(file->find("Jansen") == std::string::npos);
    QVERIFY(std::find(in.report.notes.begin(), in.report.notes.end(), "identifiers_left_out") != in.report.notes.end());
    QVERIFY(in.workspace->check(Language::English)->empty());
}

void TestIdentifier::keepsIdentifiersThatAreNamed()
{
    Json recipe = personsRecipe();
    recipe["columns"].push_back({{"from", "woonvorm"}, {"as", "respondent"}});
    std::string bytes = personsHeader;
    for (int i = 0; i < 150; ++i)
        bytes += "T;2020;1;W;1;34;p" + std::to_string(i) + "\n";
    const Imported in(bytes, recipe);
    QVERIFY(!in.error);
    QCOMPARE(in.values("respondent").value(149), QStringLiteral("p149"));
}

void TestIdentifier::storesNamedIdentifiersAsText_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<int>("rows");
    QTest::addColumn<bool>("text");
    QTest::newRow("all different") << "p" << 150 << true;
    QTest::newRow("few numbers may be incomes") << "" << 150 << false;
    QTest::newRow("many numbers are not") << "" << 1200 << true;
    QTest::newRow("too few to tell") << "p" << 50 << false;
    QTest::newRow("two segments") << "p" << int(segmentRows) + 500 << true;
}

void TestIdentifier::storesNamedIdentifiersAsText()
{
    QFETCH(QString, prefix);
    QFETCH(int, rows);
    QFETCH(bool, text);
    Json recipe = personsRecipe();
    recipe["columns"].push_back({{"from", "woonvorm"}, {"as", "respondent"}});
    std::string bytes = personsHeader;
    for (int i = 0; i < rows; ++i)
        bytes += "T;2020;1;W;1;34; " + (i % 20 == 7 ? "." : prefix.toStdString() + std::to_string(i)) + "\n";
    const Imported in(bytes, recipe);
    QVERIFY(!in.error);
    const Variable *variable = in.info.variable("respondent");
    QCOMPARE(variable->text, text);
    QCOMPARE(variable->dictionary.size() == 0, text);
    const QStringList values = in.values("respondent");
    QCOMPARE(values.size(), rows);
    QCOMPARE(values[7], QStringLiteral("[refused]"));
    QCOMPARE(values[rows - 1], prefix + QString::number(rows - 1));
    QVERIFY(in.workspace->check(Language::English)->empty());
}

void TestIdentifier::doesNotAskOfPlainText()
{
    Json recipe = personsRecipe();
    recipe["columns"].push_back({{"from", "woonvorm"}, {"as", "respondent"}});
    std::string bytes = personsHeader;
    for (int i = 0; i < 200; ++i)
        bytes += std::string(i % 2 ? "T" : "N") + ";2020;1;W;2;34;p" + std::to_string(i) + "\n";
    const Imported in(bytes, recipe);
    CellQuery query;
    query.keys = {"respondent"};
    const auto open = [&in] { return in.workspace->openSegments(); };
    QVERIFY(!scan(in.info, query, open, 1));
    query.keys = {"origin"};
    QVERIFY(scan(in.info, query, open, 1).has_value());
    query.filters = {{"respondent", {}}};
    QVERIFY(!scan(in.info, query, open, 1));
    query.filters.clear();
    query.outcome = "respondent";
    QVERIFY(!scan(in.info, query, open, 1));
}

void TestIdentifier::tellsOfTheReservedCharacter()
{
    Json recipe = personsRecipe();
    recipe["columns"].push_back({{"from", "woonvorm"}, {"as", "respondent"}});
    for (const int rows : {10, int(segmentRows) + 10}) { // with codes; and as plain text, from the second segment on
        std::string bytes = personsHeader;
        for (int i = 0; i < rows; ++i)
            bytes += "T;2020;1;W;1;34;"
                     + std::string(i == rows - 2 ? "\x1F"
                                                   "1"
                                                 : "p")
                     + std::to_string(i) + "\n";
        const Imported in(bytes, recipe);
        QVERIFY(!in.error);
        QCOMPARE(in.info.variable("respondent")->text, rows > 1000);
        QCOMPARE(in.values("respondent")[rows - 2], QStringLiteral("[unreadable]"));
        QCOMPARE(in.ledger(), QStringList(QStringLiteral("%1 unreadable woonvorm \x1F"
                                                         "1%2")
                                              .arg(rows)
                                              .arg(rows - 2)));
        QCOMPARE(in.report.counts.valuesUnreadable, 1);
    }
}

void TestIdentifier::knowsCitizenNumbers()
{
    QVERIFY(isCitizenNumber("111222333"));
    QVERIFY(isCitizenNumber("123456782"));
    QVERIFY(isCitizenNumber("10000008") == isCitizenNumber("010000008"));
    QVERIFY(!isCitizenNumber("111222334"));
    QVERIFY(!isCitizenNumber("000000000"));
    QVERIFY(!isCitizenNumber("1112223334"));
    QVERIFY(!isCitizenNumber("11122233a"));
    QVERIFY(namesPersons("Achternaam") && namesPersons("resp_naam") && namesPersons("BSN-nummer"));
    QVERIFY(!namesPersons("aangenaam") && !namesPersons("gemeente") && !namesPersons("naamloos"));
}

EVENREDIG_TEST(TestIdentifier)
#include "testidentifier.moc"
