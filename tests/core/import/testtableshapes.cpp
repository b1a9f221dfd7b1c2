// Where a table begins in a file, whatever stands above or beside it, and values that cannot be right, which are told.
#include "core/import/draft/profile.h"
#include "core/import/draft/suggestdraft.h"
#include "core/import/surveytest.h"
#include "testroom.h"

#include <functional>

using namespace evenredig;
using namespace evenredig::surveytest;

class TestTableShapes final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tablesBeginWhereTheyBegin_data();
    void tablesBeginWhereTheyBegin();
    void impossibleAgesAreTold();
    void wideWeightsAreTold();
    void oddWeightsAreNamed();
};

void TestTableShapes::tablesBeginWhereTheyBegin_data()
{
    QTest::addColumn<QString>("above");
    QTest::addColumn<QString>("front"); // of the header and of each row; %1: its number
    QTest::addColumn<QString>("behind");
    QTest::addColumn<char>("delimiter");
    const auto row = [](const char *name, const char *above, const char *front, const char *behind,
                        char delimiter = ';') {
        QTest::newRow(name) << QString::fromUtf8(above) << QString::fromUtf8(front) << QString::fromUtf8(behind)
                            << delimiter;
    };
    row("as it is", "", "", "");
    row("a title", "Persoonsgegevens, tweede levering\n", "", "");
    row("titles and a blank line", "Persoonsgegevens\nGemaakt op 3 mei 2021; versie 2\n\n", "", "");
    row("a quote that never closes", "\"Persoonsgegevens\n", "", "");
    row("Excel's line in quotes", "\"sep=;\"\n", "", "");
    row("Excel's line with empty cells", "Sep=;;;;;\n", "", "");
    row("comments", "# bron: het bureau\n# versie; 2\n#\n", "", "", ',');
    row("Excel's line", "sep=;\n", "", "");
    row("Excel's line, with a comma", "sep=,\r\n", "", "", ',');
    row("names of rows", "", "%1|", "", ',');
    row("names of rows in quotes", "", "\"%1\"|", "");
    row("names of rows below a title", "Export uit R\n", "r%1|", "", '\t');
    row("a delimiter at the end", "", "", "|");
    row("a delimiter at the end, below a title", "Export\n\n", "", "|", ',');
}

void TestTableShapes::tablesBeginWhereTheyBegin()
{
    QFETCH(QString, above);
    QFETCH(QString, front);
    QFETCH(QString, behind);
    QFETCH(char, delimiter);
    const auto table = [&](const QString &header, const std::function<QString(int)> &cells) {
        QString text = above + QString(header).replace(';', QLatin1Char(delimiter)) + '\n';
        for (int i = 0; i < 30; ++i) {
            QString line = (front.contains("%1") ? front.arg(i + 1) : front) + cells(i).replace(';', '|') + behind;
            text += line.replace('|', QLatin1Char(delimiter)) + '\n';
        }
        return text.toStdString();
    };
    Json recipe = personsRecipe();
    recipe["read"] = {{"missing", {{".", "refused"}}}};
    for (const bool given : {false, true}) {
        if (given)
            recipe["read"]["delimiter"] = std::string(1, delimiter);
        const Imported in(table(QString::fromLatin1(personsHeader).trimmed(),
                                [](int i) { return QStringLiteral("T;2020;1.5;R1;1;%1;x").arg(20 + i); }),
                          recipe);
        QVERIFY2(!in.error, in.error ? message(*in.error, Language::English).c_str() : "");
        QCOMPARE(in.report.counts.rowsKept, 30L);
        QCOMPARE(in.report.counts.rowsSetAside, 0L);
        QCOMPARE(in.values("age").first(), QStringLiteral("20"));
        QCOMPARE(in.values("age").last(), QStringLiteral("49"));
        const bool told = !in.ledger().filter("skip ").isEmpty() || !in.ledger().filter("short_header").isEmpty();
        QCOMPARE(told, !(above.isEmpty() && front.isEmpty() && behind.isEmpty()));
    }
    Json figures = longRecipe();
    figures["read"] = {{"missing", {{"", "unknown"}}}};
    const Outcome outcome = read(table(QString::fromLatin1(header).trimmed(),
                                       [](int i) { return QStringLiteral("Turkije;1;%1;7.4;12").arg(1990 + i); }),
                                 figures);
    QVERIFY2(!outcome.error, outcome.error ? message(*outcome.error, Language::English).c_str() : "");
    QCOMPARE(outcome.set.figures.size(), std::size_t(30));
    // A proposed recipe says where the table begins, and holds by itself.
    const Result<FileProfile> profile = profileBytes(
        table(QString::fromLatin1(personsHeader).trimmed(),
              [](int i) { return QStringLiteral("T;2020;1.5;R1;1;%1;x").arg(20 + i); }),
        "p.csv");
    QVERIFY(profile && profile->rows == 30);
    QVERIFY(profile->column("herkomst") && profile->column("woonvorm"));
    QCOMPARE(profile->column("woonvorm")->filled(), 30L);
}

void TestTableShapes::impossibleAgesAreTold()
{
    std::string text = personsHeader;
    for (const char *age : {"34", "300", "-3", "130", "34.567", "131"})
        text += std::string("T;2020;1;R1;1;") + age + ";x\n";
    Json recipe = personsRecipe();
    recipe["read"]["thousands"] = ".";
    const Imported in(text, recipe);
    QVERIFY(!in.error);
    QCOMPARE(in.values("age").join(' '), QStringLiteral("34 [unreadable] [unreadable] 130 [unreadable] [unreadable]"));
    QCOMPARE(in.values("age_band").join(' '),
             QStringLiteral("25-64 [unreadable] [not_applicable] 65+ [unreadable] [unreadable]"));
    QCOMPARE(in.ledger().filter(QStringLiteral("impossible")).size(), 7);
    QCOMPARE(in.report.counts.valuesUnreadable, 7L);
}

void TestTableShapes::wideWeightsAreTold()
{
    for (const bool wide : {false, true}) {
        std::string text = personsHeader;
        for (int row = 0; row < 20; ++row)
            text += "T;2020;" + std::string(wide && row == 7 ? "278.148" : "278,148") + ";R1;1;34;x\n";
        Json recipe = personsRecipe();
        recipe["read"]["thousands"] = "."; // as given, and not right for one value
        const Imported in(text, recipe);
        QVERIFY(!in.error);
        QCOMPARE(in.ledger().filter(QStringLiteral("weights_wide")).size(), wide ? 1 : 0);
        const auto &notes = in.report.notes;
        QCOMPARE(std::ranges::find(notes, "weights_wide") != notes.end(), wide);
    }
}

void TestTableShapes::oddWeightsAreNamed()
{
    for (const char *odd : {"-1,5", "0", "-0,0"}) {
        std::string text = "herkomst;jaar;gewicht\n";
        for (int row = 0; row < 60; ++row)
            text += std::string(row % 2 ? "Turkije" : "Marokko") + ";2020;"
                    + (row == 7 ? odd : std::to_string(1 + row % 5) + "," + std::to_string(row % 10)) + "\n";
        const Result<FileProfile> profile = profileBytes(text, "p.csv");
        QVERIFY(profile);
        const Draft draft = suggestDraft(*profile, knownCatalogue());
        const DraftColumn *weight = draft.withRole(ColumnRole::Weight);
        QVERIFY2(weight && weight->from == "gewicht", odd);
        const std::string why = evidenceText(weight->evidence, Language::Dutch);
        QVERIFY2(why.find("van nul of minder: 1") != std::string::npos, why.c_str());
    }
}

EVENREDIG_TEST(TestTableShapes)
#include "testtableshapes.moc"
