// What a copy puts on the clipboard: the focus decides, and every form that a letter or a spreadsheet takes is there.
#include "testroom.h"
#include "ui/base/text.h"
#include "ui/explore/detailpane.h"
#include "ui/explore/sentencebox.h"
#include "ui/windowfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QTableView>

#include <cmath>

using namespace evenredig;

class TestCopying : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fixture = std::make_unique<WindowFixture>(); }
    void init() { QVERIFY(m_fixture->open()); }
    void cleanup() { m_fixture->close(); }
    void whatHasTheFocusIsCopied();

private:
    [[nodiscard]] Session &session() const { return m_fixture->session(); }
    template<class Widget>
    [[nodiscard]] Widget *find() const
    {
        return m_fixture->window->findChild<Widget *>();
    }
    std::unique_ptr<WindowFixture> m_fixture;
};

void TestCopying::whatHasTheFocusIsCopied()
{
    m_fixture->ask("safety.suspects", Ask::Gap);
    const Figure &figure = session().figure();
    auto *sentences = find<SentenceBox>()->findChild<QLabel *>();
    sentences->setFocus();
    QTest::keyClick(m_fixture->window, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), qstrings(figure.sentences).join('\n'));
    sentences->setSelection(0, 12);
    QTest::keyClick(m_fixture->window, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), sentences->text().left(12));
    for (const bool whole : {false, true}) {
        QApplication::clipboard()->clear();
        find<FigureView>()->setFocus();
        QTest::keyClick(m_fixture->window, Qt::Key_C,
                        whole ? Qt::ControlModifier | Qt::ShiftModifier : Qt::ControlModifier);
        const QMimeData *copied = QApplication::clipboard()->mimeData();
        QVERIFY(copied->hasImage() && copied->hasHtml() && copied->hasText());
        const QImage picture = QImage::fromData(copied->data("image/png"), "PNG");
        QCOMPARE(picture.width(), int(std::lround(160 / 25.4 * 220)));
        QVERIFY(copied->data("image/svg+xml").contains("<svg"));
        for (const std::string &part : {figure.title, figure.altText, figure.sentences.front(), figure.code})
            QVERIFY2(copied->html().contains(qstring(part).toHtmlEscaped()), part.c_str());
        QVERIFY(copied->text().contains(qstring(figure.altText)));
    }
    find<DetailPane>()->table()->clearSelection();
    find<DetailPane>()->table()->setFocus();
    QTest::keyClick(m_fixture->window, Qt::Key_C, Qt::ControlModifier);
    const QMimeData *table = QApplication::clipboard()->mimeData();
    QVERIFY(table->text().startsWith(qstring(figure.title)));
    QVERIFY(table->text().contains(qstrings(figure.table.header).join('\t')));
    QVERIFY(table->text().contains("\t-")
            && !table->text().contains(QStringLiteral("\t\u2212"))); // numbers to a spreadsheet
    QVERIFY(table->html().contains("<table") && table->html().contains(qstring(figure.code)));
}

EVENREDIG_TEST(TestCopying)
#include "testcopying.moc"
