// The tree of indicators: what is covered, and what a search finds first.
#include "testroom.h"
#include "ui/explore/models/indicatormodel.h"
#include "ui/explore/models/search.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace evenredig;

class TestIndicatorModel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showsOnlyWhatIsCovered();
    void showsAllOnRequest();
    void findsTheNameThatBeginsWithTheWord();
    void findsWithoutAccentsAndInBothLanguages();
    void findsGroups();
    void emptySearchGivesTheDomains();
    void escapesToolTips();
    void ranks_data();
    void ranks();

private:
    [[nodiscard]] static QStringList namesOf(const IndicatorModel &model);
    std::shared_ptr<OpenWorkspace> m_workspace = std::make_shared<OpenWorkspace>();
};

QStringList TestIndicatorModel::namesOf(const IndicatorModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.index(row, 0).data().toString());
    return names;
}

void TestIndicatorModel::initTestCase()
{
    Catalogue &catalogue = m_workspace->catalogue;
    catalogue.domains = {{"b", {"Beta", "Beta"}, {}, 2}, {"a", {"Alfa", "Alpha"}, {}, 1}};
    Origin somali;
    somali.id = "somali";
    somali.name = {"Somalië", "Somalia"};
    catalogue.origins = {somali};
    const auto add = [&catalogue](const char *id, const char *domain, LocalText label, LocalText definition) {
        Indicator indicator;
        indicator.id = id;
        indicator.domain = domain;
        indicator.label = std::move(label);
        indicator.definition = std::move(definition);
        catalogue.indicators.push_back(indicator);
    };
    add("a.one", "a", {"Hooguit betaald werk", "At most paid work"}, {"Werk <b>en</b> inkomen", ""});
    add("a.two", "a", {"Werk", "Work"}, {});
    add("b.one", "b", {"Gezondheid", "Health"}, {"Ook op het werk", ""});
    add("b.two", "b", {"Niet gedekt werk", "Not covered"}, {});
    for (const char *id : {"a.one", "a.two", "b.one"}) {
        m_workspace->available.emplace_back();
        m_workspace->available.back().coverage.indicator = id;
    }
}

void TestIndicatorModel::showsOnlyWhatIsCovered()
{
    IndicatorModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setWorkspace(m_workspace, Language::Dutch);
    QCOMPARE(namesOf(model), (QStringList{"Alfa", "Beta"}));
    QCOMPARE(model.rowCount(model.index(1, 0)), 1);
    QCOMPARE(model.indexOf("a.two").data().toString(), QStringLiteral("Werk"));
    QVERIFY(!model.indexOf("b.two").isValid());
}

void TestIndicatorModel::showsAllOnRequest()
{
    IndicatorModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setWorkspace(m_workspace, Language::Dutch);
    model.setExtent(IndicatorModel::Extent::All);
    const QModelIndex uncovered = model.indexOf("b.two");
    QVERIFY(uncovered.isValid());
    QVERIFY(!uncovered.flags().testFlag(Qt::ItemIsEnabled));
    QVERIFY(!uncovered.data(Qt::ToolTipRole).toString().isEmpty());
}

void TestIndicatorModel::findsTheNameThatBeginsWithTheWord()
{
    IndicatorModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setWorkspace(m_workspace, Language::Dutch);
    model.setSearch(QStringLiteral(" WERK "));
    QCOMPARE(namesOf(model), (QStringList{"Werk", "Hooguit betaald werk", "Gezondheid"}));
    model.setSearch(QStringLiteral("betaald werk"));
    QCOMPARE(namesOf(model), QStringList{"Hooguit betaald werk"});
    model.setSearch(QStringLiteral("werk xyz"));
    QCOMPARE(model.rowCount(), 0);
}

void TestIndicatorModel::findsWithoutAccentsAndInBothLanguages()
{
    IndicatorModel model;
    model.setWorkspace(m_workspace, Language::Dutch);
    model.setSearch(QStringLiteral("health"));
    QCOMPARE(namesOf(model), QStringList{"Gezondheid"});
    model.setSearch(QStringLiteral("alpha")); // a domain's name finds its indicators
    QCOMPARE(model.rowCount(), 2);
}

void TestIndicatorModel::findsGroups()
{
    IndicatorModel model;
    model.setWorkspace(m_workspace, Language::Dutch);
    model.setSearch(QStringLiteral("somalie"));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, 0).data(IndicatorModel::KindRole).toInt(), int(IndicatorModel::Kind::Group));
    QCOMPARE(model.index(0, 0).data(IndicatorModel::IdRole).toString(), QStringLiteral("somali"));
}

void TestIndicatorModel::emptySearchGivesTheDomains()
{
    IndicatorModel model;
    model.setWorkspace(m_workspace, Language::English);
    model.setSearch(QStringLiteral("work"));
    model.setSearch(QStringLiteral("  "));
    QCOMPARE(namesOf(model), (QStringList{"Alpha", "Beta"}));
}

void TestIndicatorModel::escapesToolTips()
{
    IndicatorModel model;
    model.setWorkspace(m_workspace, Language::Dutch);
    QCOMPARE(model.indexOf("a.one").data(Qt::ToolTipRole).toString(),
             QStringLiteral("<qt><b>Hooguit betaald werk</b><br>Werk &lt;b&gt;en&lt;/b&gt; inkomen</qt>"));
}

void TestIndicatorModel::ranks_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<int>("rank");
    QTest::newRow("start of the name") << "laag" << 4;
    QTest::newRow("start of a word") << "inkomen" << 3;
    QTest::newRow("start of a word in brackets") << "personen" << 3;
    QTest::newRow("inside a word") << "komen" << 2;
    QTest::newRow("around") << "armoede" << 1;
    QTest::newRow("the weakest word counts") << "laag armoede" << 1;
    QTest::newRow("not at all") << "fiets" << 0;
    QTest::newRow("one of two") << "laag fiets" << 0;
    QTest::newRow("nothing asked") << "" << 0;
}

void TestIndicatorModel::ranks()
{
    QFETCH(QString, needle);
    QTEST(matchRank(foldedText(needle), QStringLiteral("Laag inkomen (personen)"), QStringLiteral("Armoede")), "rank");
}

EVENREDIG_TEST(TestIndicatorModel)
#include "testindicatormodel.moc"
