// From a file of persons to figures on the command line: describe proposes the recipe, import runs it, describe tells
// how good the data set is.
#include "app/programtest.h"
#include "core/import/surveyfiles.h"
#include "testroom.h"

using namespace evenredig::programtest;

class TestSuggestedRecipe : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void describesWithASuggestion();
    void writesTheRecipeAndImportsIt();
    void tellsTheQuality();
    void asksTheRightQuestionOfAFileOfFigures();
    void refusesWhatDoesNotFit();

private:
    [[nodiscard]] QString in(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QTemporaryDir m_folder;
};

void TestSuggestedRecipe::initTestCase()
{
    QVERIFY(write(in("sim2020.csv"), QByteArray::fromStdString(evenredig::surveyfiles::sim())));
    EXPECT_DONE(run({QStringLiteral("new"), in("w.evenredig")}));
}

void TestSuggestedRecipe::describesWithASuggestion()
{
    const Run told = run({QStringLiteral("describe"), in("sim2020.csv")});
    EXPECT_DONE(told);
    for (const char *part :
         {"Voorgesteld recept:",
          "herkomst: herkomst (zeker): de naam “herkomst” staat bekend als Herkomst; 8 van 8 waarden herkend",
          "Nog open:", "! ink: “1.250” (regel 4) is 1250 of 1,250"})
        QVERIFY2(told.out.contains(part), told.out.constData());
    const Run listed = run({QStringLiteral("describe"), in("sim2020.csv"), QStringLiteral("--json")});
    EXPECT_DONE(listed);
    const QJsonObject suggested = json(listed.out).value(QStringLiteral("suggested")).toObject();
    QCOMPARE(suggested.value(QStringLiteral("columns")).toArray().size(), 7);
    QCOMPARE(suggested.value(QStringLiteral("recipe")).toObject().value(QStringLiteral("period")).toString(),
             QStringLiteral("2020"));
    QCOMPARE(suggested.value(QStringLiteral("open")).toArray().size(), 4);
}

void TestSuggestedRecipe::writesTheRecipeAndImportsIt()
{
    const QStringList describe{QStringLiteral("describe"), in("sim2020.csv"), QStringLiteral("--recipe"),
                               in("sim.recipe.json")};
    EXPECT_DONE(run(describe));
    const QByteArray recipe = bytesOf(in("sim.recipe.json"));
    const Run again = run(describe);
    QCOMPARE(again.exit, 1); // it may have been edited since
    QCOMPARE(bytesOf(in("sim.recipe.json")), recipe);
    const Run imported = run({QStringLiteral("import"), in("sim2020.csv"), QStringLiteral("--into"), in("w.evenredig"),
                              QStringLiteral("--recipe"), in("sim.recipe.json"), QStringLiteral("--json")});
    EXPECT_DONE(imported);
    QCOMPARE(json(imported.out).value(QStringLiteral("rows_kept")).toInt(), 199);
    QCOMPARE(json(imported.out).value(QStringLiteral("values_unreadable")).toInt(), 1);
}

void TestSuggestedRecipe::tellsTheQuality()
{
    const QStringList before = stateOf(m_folder.path());
    const Run told = run(
        {QStringLiteral("describe"), in("w.evenredig"), QStringLiteral("--dataset"), QStringLiteral("sim-2020")});
    EXPECT_DONE(told);
    QVERIFY2(told.out.contains("niveau: nee; te weinig waarnemingen (25; minimum 50)"), told.out.constData());
    const Run listed = run({QStringLiteral("describe"), in("w.evenredig"), QStringLiteral("--dataset"),
                            QStringLiteral("sim-2020"), QStringLiteral("--json")});
    EXPECT_DONE(listed);
    QCOMPARE(json(listed.out).value(QStringLiteral("rows")).toInt(), 199);
    QCOMPARE(json(listed.out).value(QStringLiteral("usable")).toArray().size(), 8);
    QCOMPARE(stateOf(m_folder.path()), before);
}

void TestSuggestedRecipe::asksTheRightQuestionOfAFileOfFigures()
{
    const Run told = run({QStringLiteral("describe"),
                          QStringLiteral(EVENREDIG_SOURCE_DIR "/resources/sample/cbs_sim2006_taal.csv"),
                          QStringLiteral("--lang"), QStringLiteral("en")});
    EXPECT_DONE(told);
    QVERIFY2(told.out.contains("This looks like a table of figures"), told.out.constData());
}

void TestSuggestedRecipe::refusesWhatDoesNotFit()
{
    const QStringList before = stateOf(m_folder.path());
    for (const QStringList &rest :
         {QStringList{in("w.evenredig"), QStringLiteral("--recipe"), in("x.json")},
          QStringList{in("sim2020.csv"), QStringLiteral("--dataset"), QStringLiteral("sim-2020")},
          QStringList{in("w.evenredig"), QStringLiteral("--dataset"), QStringLiteral("geen")},
          QStringList{in("sim2020.csv"), QStringLiteral("--recipe"), in("no/such/folder.json")}}) {
        const Run refused = run(QStringList{QStringLiteral("describe")} + rest);
        QCOMPARE(refused.exit, 1);
        QCOMPARE(refused.err.count('\n'), 1);
    }
    QCOMPARE(stateOf(m_folder.path()), before);
}

EVENREDIG_TEST(TestSuggestedRecipe)
#include "testsuggestedrecipe.moc"
