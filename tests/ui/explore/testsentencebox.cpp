// The box of sentences: as high as its text, and a scroll bar only beyond its limit.
#include "testroom.h"
#include "ui/explore/sentencebox.h"
#include "ui/windowfixture.h"

#include <QScrollBar>

using namespace evenredig;

class TestSentenceBox final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scrollsOnlyWhenNeeded();
};

// From a short text to a longer one: a bar that came in between would take the room that the text needs.
void TestSentenceBox::scrollsOnlyWhenNeeded()
{
    WindowFixture fixture;
    QVERIFY2(fixture.sample.failure().isEmpty(), qPrintable(fixture.sample.failure()));
    QVERIFY(fixture.open());
    fixture.window->resize(1280, 800);
    const auto *box = fixture.find<SentenceBox>();
    for (const Ask ask : {Ask::Development, Ask::Relative, Ask::Level, Ask::Gap, Ask::Relative}) {
        fixture.ask("safety.suspects", ask);
        QTest::qWait(100);
        const int needed = box->widget()->heightForWidth(box->width() - 2 * box->frameWidth());
        QVERIFY(needed > 60);
        QCOMPARE(box->verticalScrollBar()->isVisible(), needed > box->height());
    }
}

EVENREDIG_TEST(TestSentenceBox)
#include "testsentencebox.moc"
