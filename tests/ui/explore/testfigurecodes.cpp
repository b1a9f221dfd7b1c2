// The code that is printed on a figure leads back to it; a search that finds nothing says so.
#include "testroom.h"
#include "ui/base/text.h"
#include "ui/explore/searchfield.h"
#include "ui/windowfixture.h"

using namespace evenredig;

class TestFigureCodes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCodeLeadsBack();
};

void TestFigureCodes::aCodeLeadsBack()
{
    WindowFixture fixture;
    QVERIFY(fixture.open());
    fixture.ask("income.independent", Ask::Level);
    fixture.session().highlightOrigin("turkish");
    QVERIFY(settle(fixture.session()));
    const QString code = qstring(fixture.session().figure().code);
    QTest::qWait(600); // it is looked at
    fixture.ask("safety.suspects", Ask::Development);
    auto *search = fixture.find<SearchField>();
    auto *found = fixture.find<QLabel>("searchFound");
    search->setText(code.toLower());
    QVERIFY(found->isVisible() && found->text().contains(code));
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(settle(fixture.session()));
    QCOMPARE(fixture.session().question()->indicator, std::string("income.independent"));
    QCOMPARE(fixture.session().emphasised(), std::vector<std::string>{"turkish"});
    QCOMPARE(qstring(fixture.session().figure().code), code);
    search->setText(QStringLiteral("EV-0000-0000"));
    QVERIFY(found->text().contains("niet op deze computer"));
    search->setText(QStringLiteral("qqqqq"));
    QVERIFY(found->isVisible() && found->text().contains("Niets gevonden"));
    search->clear();
    QVERIFY(!found->isVisible());
    fixture.close();
}

EVENREDIG_TEST(TestFigureCodes)
#include "testfigurecodes.moc"
